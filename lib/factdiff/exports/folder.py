"""The folder of exports: every file is made before the first takes its place."""

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from factdiff.exports.annotations import annotate_evidence
from factdiff.exports.cells import neutralise_table
from factdiff.exports.claimreview import draft_reviews
from factdiff.exports.markdown import write_markdown
from factdiff.exports.workbook import write_workbook
from factdiff.story import EXPORTS

if TYPE_CHECKING:
    from factdiff.story import Story


def write_exports(story: "Story", out: Path | str) -> Path:
    """Write all exports of a story to `out`/exports; a failure leaves what stood there before.

    Args:
        out: the folder of a run: annotations point at its texts.

    Returns:
        The folder of the exports.
    """
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=out))
    try:
        made = draft / EXPORTS
        made.mkdir()
        _fill(story, made)
        old = draft / "old"
        if (out / EXPORTS).exists():
            os.replace(out / EXPORTS, old)
        try:
            os.replace(made, out / EXPORTS)
        except OSError:
            if old.exists():
                os.replace(old, out / EXPORTS)
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return out / EXPORTS


def _fill(story: "Story", folder: Path) -> None:
    (folder / "story.xlsx").write_bytes(write_workbook(story))
    (folder / "story.md").write_text(write_markdown(story), encoding="utf-8", newline="\n")
    _write_json(annotate_evidence(story), folder / "annotations.jsonld")
    _write_json(draft_reviews(story), folder / "claimreview.jsonld")
    (folder / "csv").mkdir()
    for name, table in story.tables.items():
        path = folder / "csv" / f"{name}.csv"
        # With the mark that makes spreadsheets read UTF-8.
        neutralise_table(table).to_csv(path, index=False, lineterminator="\n", encoding="utf-8-sig")


def _write_json(content: dict[str, object], path: Path) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
