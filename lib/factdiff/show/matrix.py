"""The divergence matrix: facts by articles, what matters most first."""

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.framing import shared_facts
from factdiff.show.wording import MARKS, SILENCE, flatten, name_articles, shorten

if TYPE_CHECKING:
    from factdiff.story import Story

MAX_CELL = 48  # characters of a value; the evidence has it in full


class Entry(NamedTuple):
    """One value in a cell, with the letter of its group; `when` is the day that a mere word means."""

    group: str
    value: str
    when: str = ""


class Row(NamedTuple):
    """One fact of the matrix. `cells` has every article's entries, () where it is silent."""

    fact: pd.Series
    cells: list[tuple[Entry, ...]]
    readings: pd.DataFrame


class Matrix(NamedTuple):
    """`articles` are ids, `outlets` the names of the same columns."""

    articles: list[str]
    outlets: list[str]
    rows: list[Row]


def _order_articles(story: "Story") -> list[str]:
    used = story.articles[story.articles["set_aside"].eq("")]
    return list(used.sort_values(["published", "article_id"], kind="stable")["article_id"])


def _fill_cells(readings: pd.DataFrame, articles: list[str]) -> list[tuple[Entry, ...]]:
    found: dict[str, dict[tuple[str, str], Entry]] = {article: {} for article in articles}
    for r in readings.itertuples(index=False):
        when = r.means if not any(figure.isdigit() for figure in r.shown) else ""
        found[r.article_id].setdefault((r.group, r.shown.lower()), Entry(r.group, shorten(r.shown, MAX_CELL), when))
    return [tuple(sorted(cell.values())) for cell in found.values()]


def lay_matrix(story: "Story") -> Matrix:
    """Lay the shared facts out over the articles: contradictions first, then by number of origins."""
    articles, readings = _order_articles(story), describe_readings(story)
    by_fact = dict(tuple(readings.groupby("fact_id", sort=False)))
    facts = shared_facts(story)
    worst = pd.Categorical(facts["verdict"], list(MARKS), ordered=True)
    facts = facts.assign(worst=worst).sort_values(["worst", "n_origins"], ascending=[True, False], kind="stable")
    rows = []
    for _, fact in facts.drop(columns="worst").iterrows():
        own = by_fact[fact["fact_id"]]
        rows.append(Row(fact, _fill_cells(own, articles), own))
    names = name_articles(story)
    return Matrix(articles, [names[a] for a in articles], rows)


def _write_entry(entry: Entry) -> str:
    return f"{entry.group} {entry.value}" + (f" = {entry.when}" if entry.when else "")


def divergence_matrix(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """Return the matrix as a table: verdict, fact, and for each outlet "A roughly 2%" or a dash.

    A dash is silence. Equal letters in a row mean equal values, within the precision the values state.
    """
    matrix = lay_matrix(story)
    rows = [
        {
            "verdict": f"{MARKS[row.fact['verdict']]} {row.fact['verdict']}",
            "fact": flatten(row.fact["label"]),
            **{
                outlet: "\n".join(_write_entry(e) for e in cell) or SILENCE
                for outlet, cell in zip(matrix.outlets, row.cells, strict=True)
            },
        }
        for row in matrix.rows
    ]
    frame = pd.DataFrame(rows, columns=["verdict", "fact", *matrix.outlets])
    frame.attrs["total"] = len(frame)
    return frame.head(limit) if limit else frame
