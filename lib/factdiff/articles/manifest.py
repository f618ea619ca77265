"""The manifest of a story: sources.csv, what an editor knows about each article."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

from factdiff.articles.encoding import decode_text
from factdiff.articles.published import read_iso
from factdiff.errors import StoryError, UnreadableError

NAME = "sources.csv"
COLUMNS = ("article_id", "outlet", "title", "published", "url", "note")


class Source(NamedTuple):
    """One row of the manifest; '' where it says nothing. `line` is its line in the file."""

    line: int
    article_id: str
    outlet: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    note: str = ""


def read_manifest(folder: Path) -> dict[str, Source]:
    """Read a story's sources.csv, if it has one: article_id, as the file gives it, to its row.

    Every column but article_id may be missing; any cell may be empty.

    Raises:
        StoryError: the file is no such table; the message names the line and the cure.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        text = decode_text(path.read_bytes())
    except (OSError, UnreadableError) as error:
        raise StoryError(f"{path}: can't be read ({error}). Save it as a CSV file in UTF-8") from error
    reader = csv.reader(text.split("\n"))
    rows: list[tuple[int, list[str]]] = []
    try:
        rows.extend((reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells))
    except csv.Error as error:
        raise StoryError(f"{path}, line {reader.line_num}: {error}. Quote cells with commas or line breaks") from error
    return _read_rows(path, rows)


def _read_rows(path: Path, rows: list[tuple[int, list[str]]]) -> dict[str, Source]:
    if not rows:
        return {}
    header = [cell.strip().lower() for cell in rows[0][1]]
    _check_header(path, header)
    sources: dict[str, Source] = {}
    for line, cells in rows[1:]:
        source = _read_row(path, line, header, cells)
        if source.article_id in sources:
            first = sources[source.article_id].line
            raise StoryError(
                f"{path}, line {line}: {source.article_id!r} has a row on line {first} already. Delete one"
            )
        sources[source.article_id] = source
    return sources


def _check_header(path: Path, header: list[str]) -> None:
    if "article_id" not in header:
        hint = " Separate the cells with commas." if len(header) == 1 and re.search(r"[;\t]", header[0]) else ""
        raise StoryError(f"{path}, line 1: no column article_id.{hint} Name the columns there: {', '.join(COLUMNS)}")
    unknown = [name for name in header if name not in COLUMNS]
    twice = [name for name in header if header.count(name) > 1]
    if unknown or twice:
        what = f"unknown column {unknown[0]!r}" if unknown else f"column {twice[0]!r} stands twice"
        raise StoryError(f"{path}, line 1: {what}. The columns are {', '.join(COLUMNS)}; put anything else into note")


def _read_row(path: Path, line: int, header: list[str], cells: list[str]) -> Source:
    if len(cells) > len(header):
        raise StoryError(f"{path}, line {line}: {len(cells)} cells, but {len(header)} columns. Quote cells with commas")
    row = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
    article = row.get("article_id", "")
    if not article:
        raise StoryError(f"{path}, line {line}: no article_id. Give the name of the article's file without its suffix")
    if re.search(r"[/\\\x00]", article) or article.strip(". ") == "" or re.match(r"[A-Za-z]:", article):
        raise StoryError(
            f"{path}, line {line}: article_id {article!r} leaves the folder. "
            f"Give the name of a file in {path.parent}, without a path and suffix"
        )
    if row.get("published") and not read_iso(row["published"]).value:
        raise StoryError(
            f"{path}, line {line}: published {row['published']!r} is no ISO 8601 time. "
            "Write 2026-01, 2026-01-07, 2026-01-07T11:52 or 2026-01-07T11:52+09:00, or leave it empty"
        )
    return Source(line, **row)
