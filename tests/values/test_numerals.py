"""Numbers alone: what digits and words say, and how precisely."""

import pytest

from factdiff.values.numerals import decimal_step, find_numerals, parse_numeral, render_number

EXACT = [
    ("0", 0, 1),
    ("7", 7, 1),
    ("60", 60, 10),
    ("61", 61, 1),
    ("100", 100, 100),
    ("6.1", 6.1, 0.1),
    ("0.11", 0.11, 0.01),
    (".5", 0.5, 0.1),
    ("2.50", 2.5, 0.01),
    ("1,100", 1100, 100),
    ("35,000", 35000, 1000),
    ("1,234,567", 1234567, 1),
    ("1,00,000", 100000, 100000),
    ("2.5 million", 2.5e6, 1e5),
    ("660 billion", 660e9, 10e9),
    ("4.21 billion", 4.21e9, 1e7),
    ("3 trillion", 3e12, 1e12),
    ("500 crore", 5e9, 1e9),
    ("5 lakh crore", 5e12, 1e12),
    ("10 thousand", 10000, 10000),
    ("1.2bn", 1.2e9, 1e8),
    ("2 mn", 2e6, 1e6),
    ("5k", 5000, 1000),
    ("2m", 2e6, 1e6),
    ("$43,350", 43350, 10),
    ("£1.7m", 1.7e6, 1e5),
    ("1½", 1.5, 0.5),
    ("1 1/2", 1.5, 0.5),
    ("2 1/2 million", 2.5e6, 5e5),
    ("6 and a half", 6.5, 0.5),
    ("zero", 0, 1),
    ("one", 1, 1),
    ("ten", 10, 10),
    ("nineteen", 19, 1),
    ("twenty", 20, 10),
    ("twenty-three", 23, 1),
    ("ninety nine", 99, 1),
    ("a hundred", 100, 100),
    ("a hundred and fifty", 150, 10),
    ("two hundred and fifty", 250, 10),
    ("one hundred and twenty", 120, 10),
    ("twelve hundred", 1200, 100),
    ("two hundred and fifty thousand", 250000, 10000),
    ("one thousand two hundred and thirty-four", 1234, 1),
    ("two million three hundred thousand", 2.3e6, 1e5),
    ("a million", 1e6, 1e6),
    ("half a million", 5e5, 5e5),
    ("a quarter of a million", 2.5e5, 2.5e5),
    ("one and a half million", 1.5e6, 5e5),
    ("two-and-a-half", 2.5, 0.5),
    ("a dozen", 12, 6),
    ("two dozen", 24, 6),
    ("half a dozen", 6, 6),
]

VAGUE = [
    ("dozens", 24, 99),
    ("scores", 40, 99),
    ("hundreds", 200, 999),
    ("thousands", 2000, 9999),
    ("tens of thousands", 20000, 99999),
    ("hundreds of thousands", 200000, 999999),
    ("tens of millions", 2e7, 9.9e7),
    ("hundreds of billions", 2e11, 9.99e11),
    ("tens or even hundreds of thousands", 20000, 999999),
    ("several", 3, 10),
    ("several hundred", 300, 1000),
    ("a few", 3, 5),
    ("a few dozen", 36, 60),
    ("a few hundred thousand", 300000, 500000),
]


@pytest.mark.parametrize(("text", "number", "step"), EXACT)
def test_exact(text: str, number: float, step: float) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (numeral.number, numeral.high, numeral.step) == (number, None, step)


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_vague(text: str, low: float, high: float) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert (numeral.number, numeral.high, numeral.bound) == (low, high, "range")


@pytest.mark.parametrize(
    ("text", "share"), [("half", 0.5), ("a third", 1 / 3), ("two-thirds", 2 / 3), ("three quarters", 0.75)]
)
def test_fraction(text: str, share: float) -> None:
    numeral = parse_numeral(text)
    assert numeral is not None
    assert numeral.form == "fraction"
    assert numeral.number == pytest.approx(share, rel=1e-5)


@pytest.mark.parametrize("text", ["", "none", "CO2", "a", "five six seven", "B-52", "hundredweight", "someone"])
def test_no_number(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("between one and two million", ["one", "two million"]),
        ("16 men and 4 women", ["16", "4"]),
        ("on July 2,2013", ["2"]),
        ("two of the 12", ["two", "12"]),
        ("5-10 percent", ["5", "10"]),
        ("from $5m-$10m", ["$5", "$10"]),
        ("a one in 20 chance", ["one in 20"]),
        ("sixteen", ["sixteen"]),
        ("someone often weighs a stone", []),
    ],
)
def test_places(text: str, printed: list[str]) -> None:
    assert [text[n.start : n.end] for n in find_numerals(text)] == printed


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (5, "5"),
        (1100, "1,100"),
        (6.1, "6.1"),
        (4.21e9, "4.21 billion"),
        (660e9, "660 billion"),
        (2.5e6, "2.5 million"),
    ],
)
def test_render(number: float, text: str) -> None:
    assert render_number(number) == text


@pytest.mark.parametrize(("number", "step"), [(60, 10), (61, 1), (6.1, 0.1), (0, 1), (1e12, 1e12), (1.5e-3, 1e-4)])
def test_decimal_step(number: float, step: float) -> None:
    assert decimal_step(number) == pytest.approx(step)
