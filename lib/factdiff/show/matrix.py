"""The divergence matrix: facts by articles, what matters most first."""

from collections import Counter
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
    """One fact of the matrix.

    `cells` has the entries of every article that has a column, () where it is silent; `others` counts the
    articles behind each entry of those that have none; `reported` has the places, in the matrix's `articles`,
    of all that report the fact.
    """

    fact: pd.Series
    cells: list[tuple[Entry, ...]]
    others: list[tuple[Entry, int]]
    reported: list[int]
    readings: pd.DataFrame


class Matrix(NamedTuple):
    """`articles` are ids, `outlets` their names; `columns` has the places of those that have a column.

    `n_facts` is the number of facts that could be shown; `rows` may have fewer.
    """

    articles: list[str]
    outlets: list[str]
    columns: list[int]
    rows: list[Row]
    n_facts: int


def _order_articles(story: "Story") -> list[str]:
    used = story.articles[story.articles["set_aside"].eq("")]
    return list(used.sort_values(["published", "article_id"], kind="stable")["article_id"])


def choose_articles(story: "Story", most: int) -> list[str]:
    """Return at most `most` article ids, in order of publication: those that answer most of the contested facts.

    Where that is equal, those that answer most of the shared facts; 0 stands for all.
    """
    articles, readings = _order_articles(story), story.readings
    if not most or len(articles) <= most:
        return articles
    facts = shared_facts(story).set_index("fact_id")["verdict"]
    shared = readings[readings["fact_id"].isin(facts.index)].drop_duplicates(["article_id", "fact_id"])
    contested = shared["fact_id"].map(facts).isin(["contradict", "update"]).groupby(shared["article_id"]).sum()
    answers = shared["article_id"].value_counts()
    order = sorted(articles, key=lambda a: (-contested.get(a, 0), -answers.get(a, 0)))
    taken = set(order[:most])
    return [article for article in articles if article in taken]


def _fill_cells(readings: pd.DataFrame) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of every article that reports the fact."""
    found: dict[str, dict[tuple[str, str], Entry]] = {}
    for r in readings.itertuples(index=False):
        when = r.means if not any(figure.isdigit() for figure in r.shown) else ""
        entry = Entry(r.group, shorten(r.shown, MAX_CELL), when)
        found.setdefault(r.article_id, {}).setdefault((r.group, r.shown.lower()), entry)
    return {article: tuple(sorted(cell.values())) for article, cell in found.items()}


def _count_others(cells: list[tuple[Entry, ...]]) -> list[tuple[Entry, int]]:
    """Return the groups in `cells`, each as its most frequent entry with the number of articles behind it."""
    by_group: dict[str, Counter[Entry]] = {}
    articles: Counter[str] = Counter()
    for cell in cells:
        articles.update({entry.group for entry in cell})
        for entry in cell:
            by_group.setdefault(entry.group, Counter())[entry] += 1
    return [(by_group[g].most_common(1)[0][0], articles[g]) for g in sorted(by_group)]


def _lay_row(fact: pd.Series, readings: pd.DataFrame, articles: list[str], columns: list[int]) -> Row:
    found = _fill_cells(readings)
    reported = [n for n, article in enumerate(articles) if article in found]
    rest = [found[articles[n]] for n in reported if n not in columns]
    return Row(fact, [found.get(articles[n], ()) for n in columns], _count_others(rest), reported, readings)


def lay_matrix(story: "Story", *, limit: int = 0, max_columns: int = 0) -> Matrix:
    """Lay the shared facts out over the articles: contradictions first, then by number of origins.

    Args:
        limit: how many facts to lay out; 0 for all.
        max_columns: how many articles get a column of their own, those that answer most of the contested facts;
            0 for all. What the others say is counted in each row.
    """
    articles, readings = _order_articles(story), describe_readings(story)
    facts = shared_facts(story)
    readings = readings[readings["fact_id"].isin(facts["fact_id"])]
    by_fact = dict(tuple(readings.groupby("fact_id", sort=False)))
    chosen = set(choose_articles(story, max_columns))
    columns = [n for n, article in enumerate(articles) if article in chosen]
    worst = pd.Categorical(facts["verdict"], list(MARKS), ordered=True)
    facts = facts.assign(worst=worst).sort_values(["worst", "n_origins"], ascending=[True, False], kind="stable")
    taken = (facts.head(limit) if limit else facts).drop(columns="worst")
    rows = [_lay_row(fact, by_fact[fact["fact_id"]], articles, columns) for _, fact in taken.iterrows()]
    names = name_articles(story)
    return Matrix(articles, [names[a] for a in articles], columns, rows, len(facts))


def _write_entry(entry: Entry) -> str:
    return f"{entry.group} {entry.value}" + (f" = {entry.when}" if entry.when else "")


def divergence_matrix(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """Return the matrix as a table: verdict, fact, and for each outlet "A roughly 2%" or a dash.

    A dash is silence. Equal letters in a row mean equal values, within the precision the values state.
    """
    matrix = lay_matrix(story, limit=limit)
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
    frame.attrs["total"] = matrix.n_facts
    return frame
