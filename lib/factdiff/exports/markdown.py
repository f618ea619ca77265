"""The story as Markdown: for a wiki, an issue, or an editor's inbox."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.checks import verify_next_table
from factdiff.show.evidence import describe_readings
from factdiff.show.matrix import divergence_matrix
from factdiff.show.passages import safe_url
from factdiff.show.sides import Side, open_dispute, rank_disputes
from factdiff.show.sources import sources_table
from factdiff.show.summary import headline, summarise
from factdiff.show.wording import count_noun, flatten, start_sentence

if TYPE_CHECKING:
    from factdiff.story import Story

MAX_COLUMNS = 16  # articles; a wider table can't be read, and the workbook has it
_MARKUP = re.compile(r"([\\`*_\[\]|~$])")
_START = re.compile(r"^(?:([-+#=]|\d+(?=[.)]))([.)]?))")  # what makes a list, a heading or a rule of a line
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})


def escape(text: str) -> str:
    """Return `text` on one line, so that Markdown shows it as it is: no markup, no HTML, no link, nobody called.

    Examples:
        "a *b*" -> "a \\*b\\*"; "<b>" -> "&lt;b&gt;"; "- a" -> "\\- a"; "1. a" -> "1\\. a".
    """
    plain = _MARKUP.sub(r"\\\1", flatten(text)).translate(_ENTITIES)
    plain = _START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] else f"\\{found[1]}", plain)
    return plain.replace("://", "\\://").replace("www.", "www\\.")


def write_markdown(story: "Story") -> str:
    """Return the story as Markdown: the sentences, the contradictions, the matrix, what to verify, the sources."""
    parts = [
        f"# {escape(headline(story))}",
        *(escape(sentence) for sentence in summarise(story)),
        "## Where the sources contradict each other",
        *(list(_list_contradictions(story)) or ["None was found."]),
        "## Fact by fact",
        *_lay_facts(story),
        "## What to verify next",
        *_list_checks(story),
        "## The articles",
        _lay_table(_link_sources(story)),
    ]
    return "\n\n".join(parts) + "\n"


def _list_contradictions(story: "Story") -> Iterator[str]:
    readings = describe_readings(story)
    urls = dict(zip(story.articles["article_id"], story.articles["url"], strict=True))
    for fact in rank_disputes(story)["fact_id"]:
        dispute = open_dispute(story, fact, rows=readings)
        yield f"### {escape(dispute.fact['label'])}"
        for side in dispute.sides:
            yield from _list_side(side, urls)


def _list_side(side: Side, urls: dict[str, str]) -> Iterator[str]:
    when = f" = {escape(side.when)}" if side.when else ""
    origins = count_noun(len(side.origins), "independent origin")
    yield f"**{''.join(side.groups)} {escape(side.title)}**{when}, {origins}:"
    yield "\n".join(
        f"- {_link(row['outlet'], urls[row['article_id']])}, {escape(row['chain'])}: “{escape(row['quoted'])}”"
        for _, row in side.readings.iterrows()
    )


def _link(words: str, url: str) -> str:
    address = re.sub(r"[\s<>\\]", lambda c: f"%{ord(c[0]):02X}" if ord(c[0]) < 128 else "", safe_url(url))
    return f"[{escape(words)}](<{address}>)" if address else escape(words)


def _lay_facts(story: "Story") -> list[str]:
    matrix = divergence_matrix(story)
    if matrix.empty:
        return ["No fact is reported by two articles."]
    said = "Equal letters in a row are equal values, within the precision they state; a dash is silence."
    if matrix.shape[1] - 2 <= MAX_COLUMNS:
        return [said, _lay_table(matrix.map(escape_cell))]
    table = matrix[["verdict", "fact"]].map(escape_cell)
    return [f"{matrix.shape[1] - 2} articles don't fit a page; the workbook has what each says.", _lay_table(table)]


def escape_cell(text: object) -> str:
    """Escape the lines of a cell, and keep them apart."""
    return "<br>".join(escape(line) for line in str(text).split("\n"))


def _lay_table(frame: pd.DataFrame) -> str:
    """Lay a table of escaped cells out."""
    head = [escape(str(column)) for column in frame.columns]
    rows = [head, ["---"] * len(head), *frame.astype("str").to_numpy().tolist()]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _list_checks(story: "Story") -> list[str]:
    rows = verify_next_table(story).itertuples(index=False)
    lines = [f"1. **{escape(r.check)}** {start_sentence(escape(r.why))}. Ask: {escape(r.ask)}" for r in rows]
    return ["\n".join(lines)] if lines else ["Nothing is contradicted, and nothing shared rests on one origin."]


def _link_sources(story: "Story") -> pd.DataFrame:
    table = sources_table(story).drop(columns=["claims", "words"])
    return table.map(escape_cell)
