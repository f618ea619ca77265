"""The divergence matrix as one looks through it: filters, evidence behind every row, a way into the articles."""

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from markupsafe import Markup

from factdiff.show.markup import TYPE_WORDS, load_environment, read_asset
from factdiff.show.matrix import Entry, Matrix, Row, lay_matrix
from factdiff.show.passages import Article, open_articles
from factdiff.show.quoting import Evidence, choose_tone, quote_readings
from factdiff.show.wording import MARKS, flatten, format_reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factdiff.story import Story

MAX_COLUMNS = 16  # articles with a column of their own; the others are counted in one column
MAX_ROWS = 250  # facts in one view
MAX_EVIDENCE = 24  # readings quoted in a row; of each group some, the rest is counted by name


class Rest(NamedTuple):
    """The readings of a group that a row counts and doesn't quote."""

    tone: str
    group: str
    n: int
    outlets: str


class Line(NamedTuple):
    """A row of the matrix as a page shows it."""

    fact: dict[str, object]
    kind: str
    mark: str
    cells: list[list[tuple[str, Entry]]]
    others: list[tuple[str, Entry, int]]
    n_silent: int
    reported: list[int]
    evidence: list[Evidence]
    rest: list[Rest]
    reasons: str


class View(NamedTuple):
    """The matrix as a page shows it; `outlets` are all articles, `columns` the places of those with a column."""

    outlets: list[str]
    columns: list[int]
    lines: list[Line]
    n_facts: int

    @property
    def n_others(self) -> int:
        """The number of articles without a column."""
        return len(self.outlets) - len(self.columns)


def _collect_reasons(story: "Story", taken: pd.Series) -> dict[str, str]:
    pairs = story.relations[story.relations["relation"].ne("agree") & story.relations["reason"].ne("")]
    pairs = pairs[pairs["fact_id"].isin(taken)].drop_duplicates(["fact_id", "relation", "reason"])
    said = pairs["relation"] + ": " + pairs["reason"].map(format_reason)
    return {fact: "; ".join(dict.fromkeys(part)) for fact, part in said.groupby(pairs["fact_id"], sort=False)}


def take_evidence(readings: pd.DataFrame, most: int = MAX_EVIDENCE) -> pd.Series:
    """Say which of a fact's readings to quote: all, or of every group the first few, `most` together."""
    if len(readings) <= most:
        return pd.Series(True, index=readings.index)
    place = readings.groupby("group").cumcount()
    first = place.sort_values(kind="stable").index[:most]  # the first of each group, then the second of each
    return pd.Series(readings.index.isin(first), index=readings.index)


def count_rest(readings: pd.DataFrame, groups: list[str]) -> list[Rest]:
    """Count readings that aren't quoted, group by group, with the outlets that have them."""
    return [
        Rest(choose_tone(group, groups), group, len(part), name_some(list(dict.fromkeys(part["outlet"]))))
        for group, part in readings.groupby("group")
    ]


def name_some(names: list[str], most: int = 12) -> str:
    """Name the first of `names`, and count the others."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _build_line(
    story: "Story", row: Row, matrix: Matrix, articles: "Mapping[str, Article]", reasons: dict[str, str]
) -> Line:
    groups = sorted(set(row.readings["group"]))
    several = len(groups) > 1
    fact = row.fact.to_dict() | {"label": flatten(row.fact["label"])}
    quoted = take_evidence(row.readings)

    def tone(entry: Entry) -> str:
        return choose_tone(entry.group, groups) if several else ""

    missing = len(matrix.articles) - len(matrix.columns) - len([n for n in row.reported if n not in matrix.columns])
    return Line(
        fact=fact,
        kind=TYPE_WORDS[fact["type"]],
        mark=MARKS[fact["verdict"]],
        cells=[[(tone(entry), entry) for entry in cell] for cell in row.cells],
        others=[(tone(entry), entry, n) for entry, n in row.others],
        n_silent=missing,
        reported=row.reported,
        evidence=quote_readings(story, row.readings[quoted], groups, articles),
        rest=count_rest(row.readings[~quoted], groups),
        reasons=reasons.get(fact["fact_id"], ""),
    )


def build_view(story: "Story", articles: "Mapping[str, Article]", *, limit: int = MAX_ROWS) -> View:
    """Lay the matrix out as a page shows it, its evidence pointing into `articles`."""
    matrix = lay_matrix(story, limit=limit, max_columns=MAX_COLUMNS)
    reasons = _collect_reasons(story, pd.Series([row.fact["fact_id"] for row in matrix.rows], dtype="str"))
    lines = [_build_line(story, row, matrix, articles, reasons) for row in matrix.rows]
    return View(matrix.outlets, matrix.columns, lines, matrix.n_facts)


def read_style() -> str:
    """Return the style of the matrix and of quoted evidence."""
    return read_asset("factdiff.show", "explorer.css")


def read_script() -> str:
    """Return the script that filters the matrix and leads into the articles."""
    return read_asset("factdiff.show", "explorer.js")


class Explorer:
    """The divergence matrix as a notebook shows it: one piece of HTML that loads nothing and needs no server.

    Where scripts are not allowed (a notebook that somebody else ran, a page on the web) the table, the evidence
    in its rows and the articles are there all the same, without the filters.
    """

    def __init__(self, story: "Story", *, limit: int = MAX_ROWS) -> None:
        """Look through `story`; `limit` is the number of facts, 0 for as many as one view holds."""
        self._story, self._limit = story, min(limit, MAX_ROWS) or MAX_ROWS

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        story, limit = self._story, self._limit
        # The name of the story and the length tell two views on one page apart, at each run in the same way.
        prefix = "fd-" + hashlib.sha256(f"{story.name}\0{limit}".encode()).hexdigest()[:6]
        articles = open_articles(story, prefix=prefix)
        view = build_view(story, articles, limit=limit)
        page = load_environment().get_template("explorer.html")
        html = page.render(view=view, articles=articles, style=Markup(read_style()), script=Markup(read_script()))
        return {
            "text/html": html,
            "text/plain": f"{len(view.lines)} of {view.n_facts} facts by {len(articles)} articles",
        }


def explore_matrix(story: "Story", *, limit: int = 0) -> Explorer:
    """Return the divergence matrix to look through: filters, evidence and the articles behind every row.

    A notebook shows it as it is in the report.
    """
    return Explorer(story, limit=limit)
