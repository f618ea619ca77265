"""The table of what to verify next."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.framing import make_table, shared_facts
from factdiff.show.sides import Dispute, open_dispute, rank_disputes
from factdiff.show.wording import count_noun, flatten, join_words, split_chain

if TYPE_CHECKING:
    from factdiff.story import Story


def _ask_about(side_rows: pd.DataFrame) -> list[str]:
    voices = [chain[-1] for chain in side_rows["speakers"].map(split_chain) if chain]
    return list(dict.fromkeys(voices))


def _verify_contradiction(dispute: Dispute) -> dict[str, object]:
    said = [f"{s.value} ({count_noun(len(s.origins), 'origin')})" for s in dispute.sides]
    voices = list(dict.fromkeys(v for s in dispute.sides for v in _ask_about(s.readings)))
    outlets = list(dict.fromkeys(o for s in dispute.sides for o in s.outlets))
    why = "one article contradicts itself" if dispute.within_one_article else "the articles contradict each other"
    return {
        "check": flatten(dispute.fact["label"]),
        "why": f"{why}: {' against '.join(said)}",
        "ask": join_words(voices) or f"{join_words(outlets)}: no source is named",
    }


def _verify_single_origin(part: pd.DataFrame) -> dict[str, object]:
    outlets, origin = list(dict.fromkeys(part["outlet"])), part["origin"].iloc[0]
    why = f"{count_noun(len(outlets), 'outlet')} report it, all from one origin: {origin}"
    return {
        "check": flatten(part["label"].iloc[0]),
        "why": why,
        "ask": join_words(_ask_about(part)) or origin,
    }


def _verify_unconfirmed(part: pd.DataFrame) -> dict[str, object]:
    carriers = join_words(list(dict.fromkeys(part["outlet"])))
    return {
        "check": flatten(part["label"].iloc[0]),
        "why": f"{carriers} could not confirm it",
        "ask": join_words(_ask_about(part)) or carriers,
    }


def verify_next_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List what to check next and whom to ask: contradictions, lone origins, then the unconfirmed."""
    readings, shared = describe_readings(story), shared_facts(story)
    by_fact = dict(tuple(readings.groupby("fact_id", sort=False)))
    ranked = list(rank_disputes(story)["fact_id"])
    lone = shared["fact_id"][shared["n_articles"].gt(1) & shared["n_origins"].eq(1) & ~shared["fact_id"].isin(ranked)]
    open_ = readings["fact_id"][readings["modality"].eq("unconfirmed")]
    open_ = open_[~open_.isin([*ranked, *lone])].drop_duplicates()
    found = [
        *(
            (fact, lambda part, fact=fact: _verify_contradiction(open_dispute(story, fact, rows=part)))
            for fact in ranked
        ),
        *((fact, _verify_single_origin) for fact in lone),
        *((fact, lambda part: _verify_unconfirmed(part[part["modality"].eq("unconfirmed")])) for fact in open_),
    ]
    rows = [verify(by_fact[fact]) for fact, verify in (found[:limit] if limit else found)]
    table = make_table([{"no.": n, **row} for n, row in enumerate(rows, 1)], ["no.", "check", "why", "ask"])
    table.attrs["total"] = len(found)
    return table
