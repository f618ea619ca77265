"""Which readings of a run are the one that the gold gives."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from factdiff.lists import read_rows
from factdiff.score.gold import GoldReading

LONGEST_EVIDENCE = 500  # characters; a longer span points at nothing
TOLERANCE = 0.02  # of the larger of two numbers


class Found(NamedTuple):
    """A reading of a run, with the type of its fact."""

    reading_id: str
    fact_id: str
    article_id: str
    type: str
    start: int
    end: int
    number: float
    high: float
    unit: str
    date_start: str
    date_end: str


def list_readings(readings: pd.DataFrame, facts: pd.DataFrame) -> dict[str, list[Found]]:
    """Return the readings of a run by article, in the order of its table."""
    typed = readings.merge(facts[["fact_id", "type"]], on="fact_id", how="left")[list(Found._fields)]
    by_article = defaultdict(list)
    for row in typed.itertuples(index=False, name=None):
        found = Found(*row)
        by_article[found.article_id].append(found)
    return by_article


def match_reading(
    wanted: GoldReading, kind: str, readings: Mapping[str, list[Found]], texts: Mapping[str, str]
) -> list[Found]:
    """Return the readings of type `kind` that stand where the gold's evidence does and have its value."""
    place = find_span(texts.get(wanted.article, ""), wanted.evidence)
    if place is None:
        return []
    return [
        row
        for row in readings.get(wanted.article, [])
        if row.type == kind and _overlaps(row, place) and has_value(row, wanted.value)
    ]


def find_span(text: str, evidence: str) -> tuple[int, int] | None:
    """Return the first place of `evidence` in `text`; cleaned text may differ from it in white space."""
    start = text.find(evidence)
    if start >= 0:
        return start, start + len(evidence)
    kept = [(i, char) for i, char in enumerate(text) if not char.isspace()]
    squashed = "".join(evidence.split())
    start = "".join(char for _, char in kept).find(squashed)
    return None if start < 0 else (kept[start][0], kept[start + len(squashed) - 1][0] + 1)


def _overlaps(row: Found, place: tuple[int, int]) -> bool:
    return row.end - row.start <= LONGEST_EVIDENCE and row.start < place[1] and place[0] < row.end


def has_value(row: Found, value: Mapping[str, object]) -> bool:
    """Tell whether a reading has the gold's value; for quotes and stances the place decides."""
    if row.type == "quantity":
        return _has_number(row, value)
    return _has_date(row, value) if row.type == "date" else True


def _has_number(row: Found, value: Mapping[str, object]) -> bool:
    if pd.isna(row.number) or value.get("number") is None:
        return False
    if _close(_in_base(float(value["number"]), str(value.get("unit") or "")), _in_base(row.number, row.unit)):
        return True
    return value.get("high") is not None and not pd.isna(row.high) and _close(float(value["high"]), row.high)


def _has_date(row: Found, value: Mapping[str, object]) -> bool:
    start = str(value.get("start") or "")
    end = str(value.get("end") or start)
    days = (row.date_start[:10], (row.date_end or row.date_start)[:10])
    return bool(row.date_start) and days == (start[:10], end[:10])


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b), 1e-9)


def _in_base(number: float, unit: str) -> float:
    """Return `number` in the base unit of its kind, so that miles and kilometres compare."""
    factors = {row["unit"]: float(row["factor"]) for row in read_rows("gold_units.csv")}
    return number * factors.get(unit.strip().lower(), 1.0)
