"""Tables of the facts: how many of which kind, who says what, and what rests on one article or origin."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.framing import list_names, make_table, shared_facts
from factdiff.show.wording import flatten
from factdiff.tables import TYPES, VERDICTS

if TYPE_CHECKING:
    from factdiff.story import Story


def fact_counts(story: "Story") -> pd.DataFrame:
    """Count the facts by type (rows) and verdict (columns)."""
    counts = pd.crosstab(story.facts["type"], story.facts["verdict"])
    counts = counts.reindex(index=list(TYPES), columns=list(VERDICTS), fill_value=0)
    frame = counts.rename_axis(index=None, columns=None).rename_axis(index="type").reset_index()
    frame["all"] = frame[list(VERDICTS)].sum(axis=1)
    return frame


def _summarise_values(rows: pd.DataFrame) -> str:
    """Say each group's value once, with its outlets: "roughly 2% (GeokHub) | roughly 3% (Quick Digest)"."""
    parts = []
    for _, part in rows.groupby("group", sort=True):
        parts.append(f"{part['shown'].iloc[0]} ({', '.join(dict.fromkeys(part['outlet']))})")
    return " | ".join(parts)


def facts_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List the shared facts in the order of the tables: question, type, verdict, reach, and who says what."""
    readings = describe_readings(story)
    by_fact = dict(tuple(readings.groupby("fact_id", sort=False)))
    rows = [
        {
            "fact": flatten(f.label),
            "type": f.type,
            "verdict": f.verdict,
            "articles": f.n_articles,
            "origins": f.n_origins,
            "values": _summarise_values(by_fact[f.fact_id]),
        }
        for f in shared_facts(story).itertuples(index=False)
    ]
    return make_table(rows, ["fact", "type", "verdict", "articles", "origins", "values"], limit=limit)


def singles_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List what one article alone reports, article by article."""
    readings = describe_readings(story)
    shared = set(shared_facts(story)["fact_id"])
    rows = [
        {"outlet": r.outlet, "type": r.type, "value": r.shown, "chain": r.chain, "evidence": r.quoted}
        for r in readings.itertuples(index=False)
        if r.fact_id not in shared
    ]
    rows.sort(key=lambda row: row["outlet"])
    return make_table(rows, ["outlet", "type", "value", "chain", "evidence"], limit=limit)


def one_origin_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List the facts that several articles report and that rest on one origin all the same."""
    facts, readings = shared_facts(story), describe_readings(story)
    by_fact, rows = dict(tuple(readings.groupby("fact_id", sort=False))), []
    for f in facts[facts["n_articles"].gt(1) & facts["n_origins"].eq(1)].itertuples(index=False):
        part = by_fact[f.fact_id]
        rows.append(
            {
                "fact": flatten(f.label),
                "articles": f.n_articles,
                "origin": list_names(part["origin"]),
                "outlets": list_names(part["outlet"]),
            }
        )
    return make_table(rows, ["fact", "articles", "origin", "outlets"], limit=limit)
