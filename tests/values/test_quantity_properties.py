"""What holds of every text and every value: nothing raises, spans fit, what is rendered reads back."""

import string
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factdiff.language import parse_text
from factdiff.values.lookalikes import find_lookalikes
from factdiff.values.numerals import find_numerals, parse_numeral, render_number
from factdiff.values.quantity import compare_quantities, find_quantities, render_quantity, stated_interval

SOME = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(max_examples=400, deadline=None, derandomize=True)

# Pieces that numbers are made of, in any order and number: what a random text seldom hits on.
PIECES = [
    *("5", "1,100", "2.5", "0737", "2012", "6.1", "½", "1/3", "24", "99"),
    *(
        "two",
        "dozens",
        "a few",
        "half",
        "one in",
        "tens of thousands",
        "hundred",
        "a third",
        "twenty-three",
        "several",
    ),
    *(
        "million",
        "bn",
        "k",
        "m",
        "km",
        "%",
        "percent",
        "°C",
        "-year-old",
        "years",
        "ago",
        "magnitude",
        "euros",
    ),
    *(
        "$",
        "€",
        "R",
        "£",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        "-",
        "–",
        "/",
        ":",
        "’s",
        "'s",
        "“",
        "”",
        "\n",
        " ",
        "+",
        "~",
    ),
    *(
        "at least",
        "about",
        "more than",
        "over",
        "between",
        "from",
        "to",
        "and",
        "or",
        "or so",
        "of",
        "the",
        "a",
        "no",
    ),
    *(
        "people",
        "killed",
        "dead",
        "injured",
        "houses",
        "child",
        "man",
        "woman",
        "others",
        "more",
        "them",
        "his",
    ),
    *(
        "rose",
        "fell",
        "by",
        "doubled",
        "for",
        "weeks",
        "a.m.",
        "May",
        "Tuesday",
        "Hunter",
        "aged",
        "in his",
        "30s",
    ),
]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)
UNITS = [
    "person",
    "percent",
    "km",
    "mile",
    "USD",
    "JPY",
    "EUR",
    "CNY",
    "house",
    "truck",
    "day",
    "year",
    "metric ton",
]


@SOME
@given(TEXTS)
def test_any_text(text: str) -> None:
    doc = parse_text(text)
    found = find_quantities(doc)
    for q in found:
        assert 0 <= q.start < q.end <= len(doc.text)
        assert not doc.text[q.start].isspace()
        assert not doc.text[q.end - 1].isspace()
        assert 0 <= q.token < len(doc)
        assert -1 <= q.noun < len(doc)
        assert q.bound in ("exact", "about", "at_least", "at_most", "range")
        assert (q.high is None) == (q.bound != "range")
        assert q.step > 0
    assert all(a.end <= b.start for a, b in pairwise(found))


@MANY
@given(TEXTS)
def test_numerals_of_any_text(text: str) -> None:
    found = find_numerals(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= a < b <= len(text) for a, b in find_lookalikes(text, found))


@MANY
@given(st.one_of(st.integers(0, 10**7), st.integers(1, 9999).map(lambda n: n * 1e8), st.decimals(0, 9999, places=2)))
def test_number_reads_back(number: float) -> None:
    numeral = parse_numeral(render_number(float(number)))
    assert numeral is not None
    assert numeral.number == float(number)


@SOME
@given(st.integers(2, 10**6), st.sampled_from(UNITS), st.sampled_from(["exact", "about", "at_least", "at_most"]))
def test_quantity_reads_back(number: int, unit: str, bound: str) -> None:
    text = render_quantity(float(number), None, unit, bound)
    (q,) = find_quantities(parse_text(text))
    assert (q.number, q.high, q.unit, q.bound) == (number, None, unit, bound)


@SOME
@given(st.integers(2, 10**5), st.integers(1, 10**5), st.sampled_from(UNITS))
def test_range_reads_back(low: int, more: int, unit: str) -> None:
    text = render_quantity(float(low), float(low + more), unit, "range")
    (q,) = find_quantities(parse_text(text))
    assert (q.number, q.high, q.unit, q.bound) == (low, low + more, unit, "range")


@SOME
@given(st.decimals("1", "9.9", places=1), st.sampled_from(["exact", "about", "at_least"]))
def test_magnitude_reads_back(number: float, bound: str) -> None:
    (q,) = find_quantities(parse_text(render_quantity(float(number), None, "magnitude", bound)))
    assert (q.number, q.unit, q.bound) == (float(number), "magnitude", bound)


@MANY
@given(
    st.floats(0, 1e12),
    st.one_of(st.none(), st.floats(0, 1e12), st.just(float("nan"))),
    st.sampled_from(["exact", "about", "at_least", "at_most", "range"]),
    st.sampled_from([0.1, 1.0, 10.0, 1e9]),
)
def test_interval(number: float, high: float | None, bound: str, step: float) -> None:
    low, top = stated_interval(number, None if high is None else number + high, bound, step)
    assert low <= top
    assert low <= number <= top


@SOME
@given(TEXTS, TEXTS)
def test_comparison_is_symmetric(one: str, two: str) -> None:
    found = [*find_quantities(parse_text(one)), *find_quantities(parse_text(two))]
    for a in found:
        for b in found:
            assert compare_quantities(a, b).relation == compare_quantities(b, a).relation


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((5, None, "person", "at_least"), "at least 5 people"),
        ((1, None, "person", "exact"), "1 person"),
        ((4.21e9, None, "USD", "exact"), "$4.21 billion"),
        ((58e9, None, "USD", "about"), "about $58 billion"),
        ((660e9, None, "JPY", "exact"), "¥660 billion"),
        ((5e9, None, "CNY", "exact"), "CNY 5 billion"),
        ((10, 15, "percent", "range"), "10 to 15 percent"),
        ((24, 99, "person", "range"), "24 to 99 people"),
        ((20000, 99999, "USD", "range"), "$20,000 to $99,999"),
        ((6.1, None, "magnitude", "exact"), "magnitude 6.1"),
        ((1100, None, "item", "about"), "about 1,100 items"),
        ((305, None, "metric ton", "exact"), "305 metric tons"),
        ((60, None, "mile per hour", "at_most"), "up to 60 miles per hour"),
        ((2.5, None, "year", "exact"), "2.5 years"),
        ((0, None, "person", "exact"), "0 people"),
        ((38487.9, None, "", "exact"), "38,487.9"),
        ((-20, None, "degree celsius", "exact"), "-20 degrees celsius"),
    ],
)
def test_render_quantity(value: tuple, text: str) -> None:
    assert render_quantity(*value) == text


@pytest.mark.parametrize("unit", UNITS)
def test_one_reads_back(unit: str) -> None:
    (q,) = find_quantities(parse_text(render_quantity(1, None, unit, "exact")))
    assert (q.number, q.unit) == (1, unit)


def test_every_letter_alone() -> None:
    for character in string.printable:
        assert find_quantities(parse_text(f"5{character}")) is not None
