"""What a number stands for, and how two of them compare."""

import math
from types import SimpleNamespace

import pytest

from factdiff.language import parse_text
from factdiff.values.quantity import compare_quantities, find_quantities, stated_interval


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ((2, None, "about", 1), (1.5, 2.5)),
        ((3, None, "at_least", 1), (3, math.inf)),
        ((5, None, "at_most", 1), (0, 5)),
        ((2, None, "exact", 1), (2, 2)),
        ((24, 99, "range", 1), (24, 99)),
        ((60000, None, "about", 10000), (55000, 65000)),
        ((1, None, "about", 1), (0.5, 1.5)),
        ((-5, None, "at_most", 1), (-math.inf, -5)),
        ((10, float("nan"), "range", 1), (10, 10)),
    ],
)
def test_stated_interval(value: tuple, interval: tuple[float, float]) -> None:
    assert stated_interval(*value) == interval


COMPARED = [
    ("10 km", "6 miles", "agree", ""),
    ("10 kilometers (6 miles)", "six miles", "agree", ""),
    ("10 kilometres (6.2 miles)", "10 km", "agree", ""),
    ("55 kilometers", "34 miles", "agree", ""),
    ("about 1%", "around 1 percent", "agree", ""),
    ("320 kilometres", "200 miles", "agree", ""),
    ("five boats", "5 boats", "agree", ""),
    ("two homes", "two houses", "agree", ""),
    ("at least 24 people", "no fewer than 24 people", "agree", ""),
    ("dozens of people", "dozens of villagers", "agree", ""),
    ("two-and-a-half years", "2.5 years", "agree", ""),
    ("2 years", "24 months", "agree", ""),
    ("30 degrees Celsius", "86 degrees Fahrenheit", "agree", ""),
    ("305 metric tons", "305 tonnes", "agree", ""),
    ("55 km", "roughly 55 km", "compatible", "bound"),
    ("$250,000", "more than $250,000", "compatible", "bound"),
    ("at least 3 people", "5 people", "compatible", "bound"),
    ("at least 3 people", "at least 5 people", "compatible", "bound"),
    ("about $60,000", "more than $60,000", "compatible", "bound"),
    ("about 230,000 people", "230,000 people", "compatible", "bound"),
    ("10 houses", "several houses", "compatible", "vague"),
    ("dozens of people", "at least 50 people", "compatible", "vague"),
    ("hundreds of billions of yen", "¥660 billion", "compatible", "vague"),
    ("tens of thousands of people", "25,000 people", "compatible", "vague"),
    ("10 to 15 people", "12 people", "compatible", "range"),
    ("35 percent", "35.2 percent", "compatible", "rounding"),
    ("22 months", "2 years", "compatible", "rounding"),
    ("$4.2 billion", "$4.21 billion", "compatible", "rounding"),
    ("1,000 people", "1,012 people", "compatible", "rounding"),
    ("about 50 boats", "about 52 boats", "compatible", "rounding"),
    ("34 miles", "at least 55 km", "compatible", "bound"),
    ("more than 300 houses", "more than 300 buildings", "compatible", "wider"),
    ("10 cars", "at least 8 vehicles", "compatible", "wider"),
    ("roughly 2%", "roughly 3%", "contradict", "other_number"),
    ("about 250,000 people", "about 300,000 people", "contradict", "other_number"),
    ("about 260,000 people", "about 300,000 people", "compatible", "rounding"),
    ("about 1,550 boats", "about 1,500 boats", "compatible", "rounding"),
    ("10 kilometres (6.2 miles)", "six miles", "agree", ""),
    ("180 metres", "184 m", "compatible", "rounding"),
    ("350 kg", "347 kg", "compatible", "rounding"),
    ("180 metres", "194 m", "contradict", "other_number"),
    ("184 metres", "186 m", "contradict", "other_number"),
    ("180 people", "184 people", "contradict", "other_number"),
    ("48 pages", "47 pages", "contradict", "other_number"),
    ("13 countries", "14 countries", "contradict", "other_number"),
    ("a magnitude 8.6 quake", "a magnitude 8.7 quake", "contradict", "other_number"),
    ("around 15 seconds", "around one minute", "contradict", "other_number"),
    ("60 people", "61 people", "contradict", "other_number"),
    ("170,000 people", "230,000 people", "contradict", "other_number"),
    ("at most 5 boats", "6 boats", "contradict", "other_number"),
    ("dozens of people", "hundreds of people", "contradict", "other_number"),
    ("A two-year inquiry.", "A monthslong inquiry.", "contradict", "other_number"),
    ("10 km", "10 miles", "contradict", "other_number"),
    ("20 cars", "15 vehicles", "contradict", "other_number"),
    ("Sales rose 3%.", "Sales fell 3%.", "contradict", "direction"),
    ("10 km", "10 people", "", "unit"),
    ("28 percent", "28 percentage points", "contradict", "points_not_percent"),
    ("5 percent", "6 percentage points", "", "unit"),
    ("1.46 billion crowns", "NKr1.46bn", "agree", ""),
    ("1.64 billion kroner", "NOK 1.46 billion", "contradict", "other_number"),
    ("2 million Swedish crowns", "2 million Danish crowns", "", "currency"),
    ("at least 20 shots", "more than 30 rounds", "compatible", "wider"),
    ("20 shots", "34 rounds", "contradict", "other_number"),
    ("two missiles", "two rockets", "compatible", "wider"),
    ("30 shots", "30 casings", "", "unit"),
    ("$5 million", "5 million euros", "", "currency"),
    ("5 trucks", "5 boats", "", "unit"),
]


@pytest.mark.parametrize(("a", "b", "relation", "reason"), COMPARED)
def test_compare(a: str, b: str, relation: str, reason: str) -> None:
    (x,), (y,) = (find_quantities(parse_text(text)) for text in (a, b))
    assert compare_quantities(x, y) == (relation, reason)
    assert compare_quantities(y, x) == (relation, reason)


def test_compare_money_printed_twice() -> None:
    (x,) = find_quantities(parse_text("It cost ¥660 billion ($4.21 billion)."))
    (y,) = find_quantities(parse_text("It cost $4.2 billion."))
    assert compare_quantities(x, y).relation in ("agree", "compatible")


def test_compare_rows_with_gaps() -> None:
    """Rows of a table have NaN where nothing stands, and need no step."""
    row = {"number": 5.0, "high": float("nan"), "unit": "person", "bound": "exact", "step": float("nan")}
    a = SimpleNamespace(**row, alt_number=float("nan"), alt_unit=float("nan"))
    b = SimpleNamespace(**{**row, "number": 3.0, "bound": "at_least"}, alt_number=None, alt_unit=None)
    assert compare_quantities(a, b) == ("compatible", "bound")
    assert compare_quantities(a, a) == ("agree", "")
