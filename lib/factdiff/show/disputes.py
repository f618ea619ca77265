"""Tables of one disputed matter: its sides, and every voice on each."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.framing import list_names, make_table
from factdiff.show.sides import Dispute, find_fact, open_dispute, rank_disputes
from factdiff.show.standing import describe_voice
from factdiff.show.unshown import list_neutral
from factdiff.show.wording import flatten, format_day, join_words

if TYPE_CHECKING:
    from factdiff.story import Story


def disputes_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List the contradicted facts, the most contested first."""
    rows = [
        {"matter": flatten(f.label), "type": f.type, "readings": f.n_readings, "origins": f.n_origins}
        for f in rank_disputes(story).itertuples(index=False)
    ]
    return make_table(rows, ["matter", "type", "readings", "origins"], limit=limit)


def _open_claim(story: "Story", claim: str) -> Dispute | None:
    fact = find_fact(story, claim)
    return open_dispute(story, fact) if fact else None


def dispute_sides(story: "Story", claim: str = "") -> pd.DataFrame:
    """Put the sides of one matter side by side: who stands there, in how many readings, from which origins.

    Args:
        claim: the matter in plain words; "" is the most contested one. A story without any gives no rows.

    Raises:
        ValueError: no fact has anything in common with `claim`.
    """
    dispute = _open_claim(story, claim)
    rows = [
        {
            "matter": flatten(dispute.fact["label"]),
            "side": side.title,
            "held by": list_names(side.readings["who"]),
            "readings": len(side.readings),
            "outlets": "; ".join(side.outlets),
            "origins": len(side.origins),
            "which origins": "; ".join(side.origins),
        }
        for side in (dispute.sides if dispute else [])
    ]
    return make_table(rows, ["matter", "side", "held by", "readings", "outlets", "origins", "which origins"])


def dispute_table(story: "Story", claim: str = "", *, neutral: bool = False) -> pd.DataFrame:
    """List every reading of one matter, side by side: who holds it, chain, outlet, time, origin, evidence.

    Args:
        claim: the matter in plain words; "" is the most contested one. A story without any gives no rows.
        neutral: what takes no side, in place of the readings that do: who could not confirm it, and evidence that does
            not show it.

    Raises:
        ValueError: no fact has anything in common with `claim`.
    """
    dispute = _open_claim(story, claim)
    sides = (list_neutral(story, dispute) if neutral else dispute.sides) if dispute else []
    rows = [
        {
            "side": side.title,
            "holder": r.who,
            "kind": describe_voice(story, r.who) if r.speakers else "outlet",
            "chain": r.chain,
            "outlet": r.outlet,
            "as of": format_day(r.as_of),
            "role": r.role,
            "origin": r.origin,
            "evidence": r.quoted,
        }
        for side in sides
        for r in side.readings.itertuples(index=False)
    ]
    return make_table(rows, ["side", "holder", "kind", "chain", "outlet", "as of", "role", "origin", "evidence"])


def settle_table(story: "Story", claim: str = "", *, limit: int = 0) -> pd.DataFrame:
    """List what would settle one matter: whom to ask, the least supported readings first.

    Weak is what rests on a voice without a name, then what rests on one origin alone; whoever could not confirm it
    comes last, for a later report may.

    Args:
        claim: the matter in plain words; "" is the most contested one. A story without any gives no rows.

    Raises:
        ValueError: no fact has anything in common with `claim`.
    """
    dispute = _open_claim(story, claim)
    rows: list[tuple[int, dict[str, object]]] = []
    for side in dispute.sides if dispute else []:
        for origin in side.origins:
            part = side.readings[side.readings["origin"].eq(origin)]
            kinds = {describe_voice(story, r.who) if r.speakers else "outlet" for r in part.itertuples(index=False)}
            rank, why = _find_weakness(kinds, len(side.origins), bool(part["speakers"].eq("").all()))
            voices = join_words(list(dict.fromkeys(part["who"])))
            rows.append((rank, {"side": side.title, "rests on": origin, "why": why, "ask": voices}))
    for side in list_neutral(story, dispute) if dispute else []:
        rows.append((9, {"side": side.title, "rests on": "; ".join(side.origins), "why": "takes no side",
                         "ask": join_words(list(dict.fromkeys(side.readings["who"])))}))  # fmt: skip
    rows.sort(key=lambda row: row[0])
    table = [{"no.": n, **row} for n, (_, row) in enumerate(rows, 1)]
    return make_table(table, ["no.", "side", "rests on", "why", "ask"], limit=limit)


def _find_weakness(kinds: set[str], origins: int, own: bool) -> tuple[int, str]:
    """Return how urgent a check is, the least first, and why."""
    alone = "the only origin of this side" if origins == 1 else "one of several origins"
    if "anonymous" in kinds:
        return (0 if origins == 1 else 1), f"a voice without a name; {alone}"
    if own:
        return (2 if origins == 1 else 4), f"no source is named; {alone}"
    return (3 if origins == 1 else 5), alone


def drift_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List what changed on its way: quotations in other words, and what is planned here and done there."""
    readings, rows = describe_readings(story), []
    kinds = {"quote": ("contradict", "the words of a quotation differ"), "proposition": ("update", "it grew firmer")}
    for f in story.facts.itertuples(index=False):
        verdict, what = kinds.get(f.type, ("", ""))
        if f.verdict != verdict:
            continue
        part = readings[readings["fact_id"].eq(f.fact_id) & readings["stance"].ne("unclear")]
        for group, said in part.groupby("group", sort=True):
            first = said.iloc[0]
            rows.append(
                {
                    "matter": flatten(f.label),
                    "what": what,
                    "version": group,
                    "words": flatten(first["value"]),
                    "said as": first["modality"],
                    "outlets": list_names(said["outlet"]),
                }
            )
    return make_table(rows, ["matter", "what", "version", "words", "said as", "outlets"], limit=limit)
