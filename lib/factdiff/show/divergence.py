"""Tables of where the readings part: contradictions, relations, and every two articles side by side."""

from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.framing import make_table
from factdiff.show.matrix import choose_articles
from factdiff.show.sides import Dispute, open_dispute
from factdiff.show.wording import flatten, format_reason, name_articles
from factdiff.tables import RELATIONS

if TYPE_CHECKING:
    from factdiff.story import Story


def _side_rows(dispute: Dispute) -> list[dict[str, object]]:
    label = flatten(dispute.fact["label"])
    return [
        {
            "fact": label,
            "side": "".join(side.groups),
            "value": side.title + (f" = {side.when}" if side.when else ""),
            "outlets": "; ".join(side.outlets),
            "chains": "; ".join(side.chains),
            "origins": len(side.origins),
            "evidence": side.readings["quoted"].iloc[0],
        }
        for side in dispute.sides
    ]


def contradictions_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List every contradicted fact, one row for each side: value, outlets, chains, origins and evidence."""
    readings = describe_readings(story)
    contradicted = story.facts["fact_id"][story.facts["verdict"].eq("contradict")]
    rows = [row for fact in contradicted for row in _side_rows(open_dispute(story, fact, rows=readings))]
    columns = ["fact", "side", "value", "outlets", "chains", "origins", "evidence"]
    return make_table(rows, columns, limit=limit)


def relations_table(story: "Story") -> pd.DataFrame:
    """Count the compared pairs of readings by relation and by the reason for it."""
    counts = story.relations.groupby(["relation", "reason"], sort=True).size()
    rows = [
        {"relation": relation, "reason": format_reason(reason), "pairs": int(n)}
        for (relation, reason), n in counts.items()
    ]
    rows.sort(key=lambda row: (RELATIONS.index(row["relation"]), -row["pairs"], row["reason"]))
    return make_table(rows, ["relation", "reason", "pairs"])


def _judge_pairs(story: "Story") -> pd.DataFrame:
    """Return one row for each fact and pair of articles, with the worst relation between their readings."""
    article = story.readings.set_index("reading_id")["article_id"]
    pairs = story.relations.assign(
        a=story.relations["reading_a"].map(article), b=story.relations["reading_b"].map(article)
    )
    pairs = pairs[pairs["a"].ne(pairs["b"])]
    swapped = pairs["a"].gt(pairs["b"])
    pairs = pairs.assign(a=pairs["a"].where(~swapped, pairs["b"]), b=pairs["b"].where(~swapped, pairs["a"]))
    rank = pairs["relation"].map(RELATIONS.index)
    return pairs.assign(rank=rank).sort_values("rank", kind="stable").drop_duplicates(["fact_id", "a", "b"])


def agreement_table(story: "Story", *, most: int = 0) -> pd.DataFrame:
    """Count, for every two articles, the facts both report, by how they stand to each other.

    With `most`, only that many articles are compared: those that answer most of the contested facts. `consistent`
    is the share of those facts on which the two neither contradict nor update each other.
    """
    pairs, names = _judge_pairs(story), name_articles(story)
    used = choose_articles(story, most)
    counts = pairs.groupby(["a", "b", "relation"]).size().to_dict() if len(pairs) else {}
    rows = []
    for a, b in combinations(sorted(used), 2):
        found = {relation: int(counts.get((a, b, relation), 0)) for relation in RELATIONS}
        shared = sum(found.values())
        fine = found["agree"] + found["compatible"]
        rows.append(
            {
                "outlet": names[a],
                "other": names[b],
                "facts in common": shared,
                **found,
                "consistent": f"{100 * fine / shared:.0f} %" if shared else "–",
            }
        )
    return make_table(rows, ["outlet", "other", "facts in common", *RELATIONS[::-1], "consistent"])
