"""Tables of one disputed matter: its sides, and every voice on each."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.framing import list_names, make_table
from factdiff.show.sides import Dispute, find_fact, open_dispute, rank_disputes
from factdiff.show.wording import flatten

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
    """List every reading of one matter, side by side: holder, chain, outlet, its role, origin and evidence.

    Args:
        claim: the matter in plain words; "" is the most contested one. A story without any gives no rows.
        neutral: the readings that take no side, in place of those that do.

    Raises:
        ValueError: no fact has anything in common with `claim`.
    """
    dispute = _open_claim(story, claim)
    sides = (dispute.neutral if neutral else dispute.sides) if dispute else []
    rows = [
        {
            "side": side.title,
            "holder": r.who,
            "chain": r.chain,
            "outlet": r.outlet,
            "role": r.role,
            "origin": r.origin,
            "evidence": r.quoted,
        }
        for side in sides
        for r in side.readings.itertuples(index=False)
    ]
    return make_table(rows, ["side", "holder", "chain", "outlet", "role", "origin", "evidence"])
