"""The measures, against small runs worked out by hand."""

import json
from pathlib import Path

import pandas as pd
import pytest

from factdiff.score import GoldError, Share, read_gold, render_score, score_run
from factdiff.score.matching import Found, find_span, has_value
from factdiff.tables import SCHEMAS, shape_table, write_tables

# 0         1         2         3         4
# 01234567890123456789012345678901234567890123456789
TEXTS = {
    "north": "Three men died. The fall was 2 percent. It began on May 1.",
    "south": "Three people died. The fall was 3 percent. It began in May.",
}


def fill(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Return a table of the contract in which everything that isn't given is empty."""
    blank = {column: "" for column, rule in SCHEMAS[name].columns.items() if not rule.nullable}
    return shape_table(name, pd.DataFrame([blank | row for row in rows]))


def reading(name: str, fact: str, article: str, evidence: str, **value: object) -> dict[str, object]:
    start = TEXTS[article].index(evidence)
    end = start + len(evidence)
    place = {"start": start, "end": end, "value_start": start, "value_end": end, "evidence": evidence}
    return {"reading_id": name, "fact_id": fact, "article_id": article, "group": "A", **place, **value}


def fact(name: str, kind: str, verdict: str) -> dict[str, object]:
    counts = dict.fromkeys(("n_articles", "n_readings", "n_groups", "n_origins"), 1)
    return {"fact_id": name, "type": kind, "label": "?", "verdict": verdict, **counts}


READINGS = [
    reading("r1", "deaths", "north", "Three men died", number=3, unit="person"),
    reading("r2", "deaths", "south", "Three people died", number=3, unit="person"),
    reading("r3", "fall", "north", "2 percent", number=2, unit="percent"),
    reading("r4", "fall", "south", "fall was 3 percent", number=3, unit="percent"),
    reading("r5", "began", "north", "on May 1", date_start="2025-05-01"),
    reading("r6", "other", "south", "in May", date_start="2025-05-01", date_end="2025-05-31"),
]
FACTS = [
    fact("deaths", "quantity", "contradict"),  # wrongly
    fact("fall", "quantity", "contradict"),
    fact("began", "date", "single"),
    fact("other", "date", "single"),
]
RELATIONS = [
    {"fact_id": "deaths", "reading_a": "r1", "reading_b": "r2", "relation": "contradict"},
    {"fact_id": "fall", "reading_a": "r3", "reading_b": "r4", "relation": "contradict"},
]


def gold_reading(article: str, evidence: str, group: str = "A", **value: object) -> dict[str, object]:
    return {"article": article, "evidence": evidence, "group": group, "value": value}


GOLD = {
    "story": "fall",
    "facts": [
        {
            "id": "F1",
            "type": "quantity",
            "verdict": "agree",
            "relations": {},
            "readings": [
                gold_reading("north", "Three men died.", number=3, unit="people"),
                gold_reading("south", "Three people", number=3, unit="person"),
            ],
        },
        {
            "id": "F2",
            "type": "quantity",
            "verdict": "contradict",
            "relations": {"A-B": "contradict"},
            "readings": [
                gold_reading("north", "The fall was 2 percent", number=2, unit="percent"),
                gold_reading("south", "The fall was 3 percent", "B", number=3, unit="percent"),
            ],
        },
        {
            "id": "F3",
            "type": "date",
            "verdict": "contradict",
            "relations": {"A-B": "contradict"},
            "readings": [
                gold_reading("north", "began on May 1", start="2025-05-01"),
                gold_reading("south", "began in May", "B", start="2025-05-01", end="2025-05-31"),
                gold_reading("south", "It began in May", "B", start="2025-06-01"),  # not in the run
            ],
        },
    ],
}


def save_run(out: Path, readings=READINGS, facts=FACTS, relations=RELATIONS) -> Path:
    articles = [
        {
            "article_id": name,
            "path": f"{name}.txt",
            "n_words": 9,
            "published_precision": "day",
            "published_from": "url",
        }
        for name in TEXTS
    ]
    rows = {"articles": articles, "facts": facts, "readings": readings, "relations": relations}
    write_tables({name: fill(name, rows.get(name, [])) for name in SCHEMAS}, TEXTS, {"contract": 1}, out)
    return out


def save_gold(path: Path, gold: object = GOLD) -> Path:
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path


def test_a_run_worked_out_by_hand(tmp_path: Path):
    score = score_run(save_run(tmp_path / "run"), save_gold(tmp_path / "gold.json"))
    assert score.story == "fall"
    assert score.readings == {"date": Share(2, 3), "quantity": Share(4, 4)}
    assert score.facts == {"date": Share(0, 1), "quantity": Share(2, 2)}
    assert score.facts_right == Share(1, 3)  # F2; F1 has the wrong verdict, F3 isn't aligned
    assert score.alignment_precision == Share(2, 2)
    assert score.alignment_recall == Share(2, 3)  # r5 and r6 are apart
    assert score.relations == Share(1, 2)
    assert score.confusion == {("agree", "contradict"): 1, ("contradict", "contradict"): 1}
    assert score.verdicts == Share(1, 2)
    assert score.contradiction_precision == Share(1, 2)
    assert score.contradiction_recall == Share(1, 2)
    assert score.missed_facts == ("F3",)
    assert score.missed_contradictions == ("F3",)
    assert score.false_contradictions == ("deaths",)


def test_the_same_as_text(tmp_path: Path):
    score = score_run(save_run(tmp_path / "run"), save_gold(tmp_path / "gold.json"))
    assert render_score(score).splitlines() == [
        "fall",
        "  readings found       85.7 %   {'date': '2/3', 'quantity': '4/4'}",
        "  facts aligned        66.7 %   2/3  {'date': '0/1', 'quantity': '2/2'}",
        "  facts right          33.3 %   aligned, with the gold verdict",
        "  alignment P / R     100.0 /  66.7",
        "  relations right      50.0 % of 2 pairs   {'agree->contradict': 1, 'contradict->contradict': 1}",
        "  verdicts right       50.0 %",
        "  contradictions P/R   50.0 /  50.0   run 2, gold 2",
        "  missed facts        F3",
        "  missed contradictions F3",
        "  false contradictions  deaths",
    ]


def test_one_fact_that_holds_everything_aligns_nothing(tmp_path: Path):
    joined = [row | {"fact_id": "all"} for row in READINGS if row["fact_id"] in ("deaths", "fall")]
    more = [
        reading("r7", "all", "north", "men died", number=3),
        reading("r8", "all", "south", "was 3 percent", number=3),
    ]
    twice = {**GOLD, "facts": [GOLD["facts"][0], GOLD["facts"][1], {**GOLD["facts"][1], "id": "F4"}]}
    run = save_run(tmp_path / "run", joined + more, [fact("all", "quantity", "contradict")], [])
    score = score_run(run, save_gold(tmp_path / "gold.json", twice))
    assert sum(share.hits for share in score.facts.values()) == 0
    assert score.contradiction_precision == Share(0, 1)


def test_a_relation_that_is_not_there_is_missing(tmp_path: Path):
    score = score_run(save_run(tmp_path / "run", relations=[]), save_gold(tmp_path / "gold.json"))
    assert score.confusion == {("agree", "missing"): 1, ("contradict", "missing"): 1}
    assert score.relations == Share(0, 2)


def test_two_readings_of_one_article_align_only_its_contradiction_of_itself(tmp_path: Path):
    own = [
        reading("r1", "deaths", "north", "Three men", number=3),
        reading("r2", "deaths", "north", "2 percent", number=2),
    ]
    readings = [
        gold_reading("north", "Three men", number=3),
        gold_reading("north", "2 percent", "B", number=2),
    ]
    gold = {"id": "F1", "type": "quantity", "verdict": "contradict", "readings": readings}
    run = save_run(tmp_path / "run", own, FACTS[:1], [])
    path = tmp_path / "gold.json"
    assert score_run(run, save_gold(path, {"story": "x", "facts": [gold]})).facts_right == Share(1, 1)
    gold["readings"].append(gold_reading("south", "in May", number=4))
    assert score_run(run, save_gold(path, {"story": "x", "facts": [gold]})).facts == {"quantity": Share(0, 1)}


def test_nothing_found(tmp_path: Path):
    score = score_run(save_run(tmp_path / "run", [], [], []), save_gold(tmp_path / "gold.json"))
    assert score.alignment_precision.ratio is None
    assert score.verdicts.ratio is None
    assert "  alignment P / R       n/a /   n/a" in render_score(score)


def found(kind: str = "quantity", **value: object) -> Found:
    blank = dict.fromkeys(Found._fields, "") | {
        "number": float("nan"),
        "high": float("nan"),
        "start": 0,
        "end": 5,
    }
    return Found(**blank | {"type": kind} | value)


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        ({"number": 100.0, "unit": "km"}, {"number": 62, "unit": "mile"}, True),
        ({"number": 100.0, "unit": "km"}, {"number": 70, "unit": "mile"}, False),
        ({"number": 2.0, "unit": "week"}, {"number": 14, "unit": "day"}, True),
        ({"number": 101.0}, {"number": 100}, True),
        ({"number": 103.0}, {"number": 100}, False),
        ({"number": 5.0, "high": 9.0}, {"number": 6, "high": 9}, True),
        ({"number": 5.0, "high": 9.0}, {"number": 6}, False),
        ({}, {"number": 6}, False),
        ({"number": 6.0}, {}, False),
        ({"number": 6.0}, {"number": None, "high": None}, False),
        ({"number": 0.0}, {"number": 0}, True),
    ],
)
def test_numbers_are_the_same_within_two_percent(row, value, expected):
    assert has_value(found(**row), value) is expected


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        (("2025-05-01", ""), {"start": "2025-05-01"}, True),
        (("2025-05-01", "2025-05-01"), {"start": "2025-05-01"}, True),
        (("2025-05-01", "2025-05-31"), {"start": "2025-05-01"}, False),
        (("2025-05-01T10:00", ""), {"start": "2025-05-01", "end": ""}, True),
        (("", ""), {}, False),
    ],
)
def test_dates_are_the_same_to_the_day(row, value, expected):
    assert has_value(found("date", date_start=row[0], date_end=row[1]), value) is expected


@pytest.mark.parametrize("kind", ["quote", "attribution", "proposition"])
def test_place_decides_for_all_else(kind: str):
    assert has_value(found(kind), {"stance": "denies"})


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        ("one two three", "two", (4, 7)),
        ("one  two\nthree", "one two three", (0, 14)),
        ("a onetwo b", "one two", (2, 8)),
        ("one", "two", None),
        ("", "two", None),
    ],
)
def test_evidence_is_found_though_white_space_differs(text, evidence, expected):
    assert find_span(text, evidence) == expected


def test_a_span_that_is_too_long_points_at_nothing(tmp_path: Path):
    long = [row | {"end": row["start"] + 501} for row in READINGS]
    score = score_run(save_run(tmp_path / "run", long), save_gold(tmp_path / "gold.json"))
    assert score.readings == {"date": Share(0, 3), "quantity": Share(0, 4)}


BAD_GOLD = [
    ("", r"Invalid JSON"),
    ("[]", r"no gold file"),
    ('{"story": "x", "facts": []}', r"facts: "),
    (json.dumps(GOLD).replace('"agree"', '"true"'), r"facts\.0\.verdict: "),
    (
        json.dumps(GOLD).replace('"evidence": "Three people"', '"evidence": ""'),
        r"facts\.0\.readings\.1\.evidence: ",
    ),
    (json.dumps(GOLD).replace('"date"', '"day"'), r"facts\.2\.type: "),
    (json.dumps(GOLD).replace('"F3"', '"F1"'), r"the fact ids F1 stand there twice"),
]


@pytest.mark.parametrize(("text", "message"), BAD_GOLD)
def test_bad_gold_is_named(tmp_path: Path, text: str, message: str):
    path = tmp_path / "gold.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=message) as caught:
        read_gold(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_gold_that_is_not_there(tmp_path: Path):
    with pytest.raises(GoldError, match=r"none\.json: can't read the gold file"):
        read_gold(tmp_path / "none.json")


def test_gold_of_another_story(tmp_path: Path):
    other = json.loads(json.dumps(GOLD).replace('"north"', '"east"').replace('"south"', '"west"'))
    with pytest.raises(GoldError, match="none of its articles"):
        score_run(save_run(tmp_path / "run"), save_gold(tmp_path / "gold.json", other))


def test_no_run(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="holds no finished run"):
        score_run(tmp_path, save_gold(tmp_path / "gold.json"))
