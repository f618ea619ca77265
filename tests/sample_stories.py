"""Small stories made of tables alone, for the tests of what shows them."""

from itertools import combinations

import pandas as pd

from factdiff.story import Story
from factdiff.tables import SCHEMAS, shape_table

MINISTRY, EXPORTERS = "China's commerce ministry", "Reuters > Wall Street Journal > two Chinese exporters"

TEXTS = {
    "alpha": "Shares of the two makers fell roughly 2% on Wednesday. The ban took effect on Tuesday. "
    "China's commerce ministry said civilian users will not be affected.",
    "beta": "Shares of both fell roughly 3%. The ban took effect on January 7. Reuters said the Wall Street "
    "Journal, citing two Chinese exporters, reported that all buyers are affected.",
    "gamma": "Reports say every buyer is affected, the Wall Street Journal wrote. Imports are 60% Chinese. "
    "It is unclear whether civilian users are affected.",
    "delta": "Around 60% of imports are Chinese.",
}
OUTLETS = {"alpha": "Alpha News", "beta": "Beta Daily", "gamma": "Gamma Post", "delta": "Alpha News"}

# label, type, verdict, readings of (article, evidence, value, group, more columns), relations of two groups
FACTS = [
    (
        "Are civilian users affected?",
        "proposition",
        "contradict",
        [
            (
                "alpha",
                "civilian users will not be affected",
                "",
                "A",
                {"stance": "denies", "speakers": MINISTRY, "holder": MINISTRY},
            ),
            (
                "beta",
                "all buyers are affected",
                "",
                "B",
                {"stance": "asserts", "speakers": EXPORTERS, "origin_id": "o-wsj"},
            ),
            (
                "gamma",
                "every buyer is affected",
                "",
                "B",
                {"stance": "asserts", "speakers": "the Wall Street Journal", "origin_id": "o-wsj"},
            ),
            ("gamma", "It is unclear whether civilian users are affected", "", "C", {"stance": "unclear"}),
        ],
        {"AB": "contradict", "AC": "compatible", "BC": "compatible"},
    ),
    (
        "By how much did the shares fall?",
        "quantity",
        "contradict",
        [
            (
                "alpha",
                "fell roughly 2%",
                "roughly 2%",
                "A",
                {"number": 2, "unit": "percent", "bound": "about"},
            ),
            (
                "beta",
                "fell roughly 3%",
                "roughly 3%",
                "B",
                {"number": 3, "unit": "percent", "bound": "about"},
            ),
        ],
        {"AB": "contradict"},
    ),
    (
        "When did the ban take effect?",
        "date",
        "contradict",
        [
            (
                "alpha",
                "took effect on Tuesday",
                "Tuesday",
                "A",
                {"date_start": "2026-01-06", "date_end": "2026-01-06"},
            ),
            (
                "beta",
                "took effect on January 7",
                "January 7",
                "B",
                {"date_start": "2026-01-07", "date_end": "2026-01-07"},
            ),
        ],
        {"AB": "contradict"},
    ),
    (
        "How many are missing?",
        "quantity",
        "update",
        [
            (
                "alpha",
                "two makers",
                "two",
                "A",
                {"number": 2, "unit": "person", "bound": "exact", "as_of": "2026-01-07"},
            ),
            (
                "beta",
                "both fell",
                "both",
                "B",
                {"number": 4, "unit": "person", "bound": "exact", "as_of": "2026-01-08"},
            ),
        ],
        {"AB": "update"},
    ),
    (
        "What share of imports is Chinese?",
        "quantity",
        "agree",
        [
            ("gamma", "60% Chinese", "60%", "A", {"number": 60, "unit": "percent", "bound": "exact"}),
            (
                "delta",
                "Around 60% of imports",
                "Around 60%",
                "A",
                {"number": 60, "unit": "percent", "bound": "about"},
            ),
        ],
        {},
    ),
    (
        "Shares fell on",
        "date",
        "single",
        [("alpha", "on Wednesday", "Wednesday", "A", {"date_start": "2026-01-07", "date_end": "2026-01-07"})],
        {},
    ),
]


def _article(article_id: str, **more: object) -> dict[str, object]:
    known = {
        "path": f"{article_id}.txt",
        "outlet": OUTLETS.get(article_id, ""),
        "title": f"What {article_id} says",
        "published": "2026-01-07",
        "published_precision": "day",
        "published_from": "header",
        "n_words": 20,
        "sha256": "0123456789abcdef",
        "lang": "en",
        "origin_id": f"o-{article_id}",
    }
    return {"article_id": article_id, "byline": "", "url": "", "set_aside": "", **known, **more}


def _reading(n: int, fact_id: str, given: tuple[str, str, str, str, dict], texts: dict[str, str]) -> dict[str, object]:
    article, evidence, value, group, more = given
    start = texts[article].index(evidence)
    at = start + evidence.find(value)
    columns = {name: "" for name in SCHEMAS["readings"].columns} | {"number": None, "high": None}
    return (
        columns
        | {
            "reading_id": f"r{n}",
            "fact_id": fact_id,
            "article_id": article,
            "start": start,
            "end": start + len(evidence),
            "evidence": evidence,
            "value": value,
            "group": group,
            "origin_id": f"o-{article}",
            "value_start": at,
            "value_end": at + len(value),
            "modality": "asserted",
        }
        | more
    )


def _relate(fact_id: str, readings: list[dict], relations: dict[str, str]) -> list[dict[str, object]]:
    rows = []
    for a, b in combinations(readings, 2):
        pair = "".join(sorted((a["group"], b["group"])))
        relation = relations.get(pair, "agree")
        rows.append(
            {
                "fact_id": fact_id,
                "reading_a": a["reading_id"],
                "reading_b": b["reading_id"],
                "relation": relation,
                "reason": "" if relation == "agree" else "other_value",
            }
        )
    return rows


def _count(fact_id: str, fact: tuple, readings: list[dict]) -> dict[str, object]:
    label, kind, verdict, *_ = fact
    counts = {
        f"n_{name}s": len({r[key] for r in readings})
        for name, key in [
            ("article", "article_id"),
            ("reading", "reading_id"),
            ("group", "group"),
        ]
    }
    counts["n_origins"] = len({r["origin_id"] for r in readings if r.get("stance") != "unclear"})
    return {"fact_id": fact_id, "type": kind, "label": label, "verdict": verdict, "reason": "", **counts}


def build_story(
    facts: list[tuple] = FACTS,
    texts: dict[str, str] = TEXTS,
    *,
    aside: str = "",
    name: str = "sample",
    **columns: object,
) -> Story:
    """Return a story whose tables say what `facts` says; `columns` are put into the row of every article.

    With `aside` it has one more article, set aside for that reason.
    """
    facts_rows, readings, relations = [], [], []
    for n, fact in enumerate(facts):
        own = [_reading(len(readings) + i, f"f{n}", given, texts) for i, given in enumerate(fact[3])]
        facts_rows.append(_count(f"f{n}", fact, own))
        relations += _relate(f"f{n}", own, fact[4])
        readings += own
    own_origins = [
        {"origin_id": f"o-{a}", "article_id": a, "role": "original", "of": "", "evidence": ""} for a in texts
    ]
    cited = sorted({r["article_id"] for r in readings if r["origin_id"] == "o-wsj"})
    relays = [
        {
            "origin_id": "o-wsj",
            "article_id": a,
            "role": "relay",
            "of": "Wall Street Journal",
            "evidence": "the Wall Street Journal",
        }
        for a in cited
    ]
    articles = [_article(a, **columns) for a in texts]
    articles += [_article("omega", **columns | {"set_aside": aside})] if aside else []
    claims = [
        {
            "claim_id": f"c{n}",
            "article_id": r["article_id"],
            "start": r["start"],
            "end": r["end"],
            "text": r["evidence"],
            "section": "body",
            "speakers": r["speakers"],
            "cue": "said" if r["speakers"] else "",
            "modality": "denied" if r["stance"] == "denies" else "asserted",
        }
        for n, r in enumerate(readings)
    ]
    rows = {
        "articles": articles,
        "claims": claims,
        "facts": facts_rows,
        "readings": readings,
        "relations": relations,
        "origins": [{"share": None, **o} for o in own_origins + relays],
    }
    tables = {table: shape_table(table, pd.DataFrame(given)) for table, given in rows.items()}
    return Story(name=name, texts=dict(texts), info={"contract": 1, "story": name, "factdiff": "0"}, **tables)


def build_lone_story() -> Story:
    """Return a story of one article, in which every fact is single."""
    return build_story([FACTS[-1]], {"alpha": TEXTS["alpha"]})


def build_empty_story() -> Story:
    """Return a story of two articles in which nothing was found."""
    return build_story([], {"alpha": TEXTS["alpha"], "beta": TEXTS["beta"]})


def build_peaceful_story() -> Story:
    """Return a story of two articles that agree."""
    return build_story([FACTS[4]], {"gamma": TEXTS["gamma"], "delta": TEXTS["delta"]})
