"""Facts and their judgements to the tables of the contract."""

from collections.abc import Sequence

import pandas as pd

from factdiff.claims.reader import CHAIN
from factdiff.facts.assembly import OUTLET
from factdiff.facts.reading import Fact, Reading
from factdiff.relations import Judgement
from factdiff.tables import MAX_EVIDENCE, SCHEMAS, VERDICTS


def readings_table(
    facts: Sequence[Fact], judgements: Sequence[Judgement], articles: pd.DataFrame, texts: dict[str, str]
) -> pd.DataFrame:
    """Return the readings table of the contract, origins still empty."""
    outlets = articles.set_index("article_id")["outlet"].to_dict()
    rows = [
        _reading_row(reading, fact, judgement, i, texts[reading.article_id], outlets.get(reading.article_id, ""))
        for fact, judgement in zip(facts, judgements, strict=True)
        for i, reading in enumerate(fact.readings)
    ]
    return pd.DataFrame(rows, columns=list(SCHEMAS["readings"].columns))


def _reading_row(
    reading: Reading, fact: Fact, judgement: Judgement, i: int, text: str, outlet: str
) -> dict[str, object]:
    quantity = reading.mention.quantity if reading.mention else None
    date = reading.mention.date if reading.mention else None
    return {
        "reading_id": reading.reading_id,
        "fact_id": fact.fact_id,
        "article_id": reading.article_id,
        "claim_id": reading.claim_id,
        "start": reading.start,
        "end": reading.end,
        "evidence": text[reading.start : reading.end],
        "value": reading.value,
        "number": quantity.number if quantity else None,
        "high": quantity.high if quantity else None,
        "unit": quantity.unit if quantity else "",
        "bound": quantity.bound if quantity else "",
        "date_start": date.date_start if date else "",
        "date_end": date.date_end if date else "",
        "quote": reading.mention.quote if reading.mention else "",
        "stance": judgement.stances[i],
        "holder": reading.speakers[-1] if reading.speakers else (outlet or OUTLET),
        "speakers": CHAIN.join(reading.speakers),
        "modality": _modality(reading),
        "as_of": reading.as_of or reading.published[1],
        "group": judgement.groups[i],
        "origin_id": "",
        "value_start": reading.value_start,
        "value_end": reading.value_end,
    }


def _modality(reading: Reading) -> str:
    denied = reading.negated and reading.modality == "asserted" and not reading.aspect
    return "denied" if denied else reading.modality


def relations_table(facts: Sequence[Fact], judgements: Sequence[Judgement]) -> pd.DataFrame:
    """Return the relations table of the contract."""
    rows = [
        (fact.fact_id, fact.readings[i].reading_id, fact.readings[j].reading_id, found.relation, found.reason)
        for fact, judgement in zip(facts, judgements, strict=True)
        for i, j, found in judgement.relations
    ]
    return pd.DataFrame(rows, columns=["fact_id", "reading_a", "reading_b", "relation", "reason"])


def facts_table(
    facts: Sequence[Fact], judgements: Sequence[Judgement], readings: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Return the facts table of the contract: the worst verdict first, then the most articles, then by place."""
    origins = _count_origins(readings)
    place = {article_id: i for i, article_id in enumerate(articles["article_id"])}
    rows = []
    for fact, judgement in zip(facts, judgements, strict=True):
        first = fact.readings[0]
        rows.append(
            {
                "fact_id": fact.fact_id,
                "type": fact.type,
                "label": fact.label[:MAX_EVIDENCE],
                "verdict": judgement.verdict,
                "n_articles": len({r.article_id for r in fact.readings}),
                "n_readings": len(fact.readings),
                "n_groups": len(set(judgement.groups)),
                "n_origins": max(1, origins.get(fact.fact_id, 1)),
                "reason": judgement.reason,
                "_verdict": VERDICTS.index(judgement.verdict),
                "_place": (place[first.article_id], first.value_start, fact.type),
            }
        )
    rows.sort(key=lambda r: (r["_verdict"], -r["n_articles"], r["_place"], r["fact_id"]))
    return pd.DataFrame(rows)


def _count_origins(readings: pd.DataFrame) -> dict[str, int]:
    """Return how many origins stand behind each fact: who could not confirm it stands behind no side of it."""
    taken = readings[readings["stance"].ne("unclear")]
    return taken.groupby("fact_id", sort=False)["origin_id"].nunique().to_dict() if len(taken) else {}
