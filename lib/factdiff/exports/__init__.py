"""A story for other programs: spreadsheets, Markdown, annotations of its evidence, drafts of claim reviews."""

from factdiff.exports.annotations import annotate_evidence
from factdiff.exports.cells import neutralise, restore
from factdiff.exports.claimreview import draft_reviews
from factdiff.exports.folder import write_exports
from factdiff.exports.markdown import write_markdown
from factdiff.exports.workbook import write_workbook

__all__ = [
    "annotate_evidence",
    "draft_reviews",
    "neutralise",
    "restore",
    "write_exports",
    "write_markdown",
    "write_workbook",
]
