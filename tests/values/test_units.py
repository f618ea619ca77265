"""Units, currencies and nouns by the names that texts give them."""

import pytest

from factdiff.values.units import convert, find_unit, is_person, is_plural, plural, singular, unit_of_noun


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("kilometers (6", "km", "kilometers"),
        ("km/h.", "km per hour", "km/h"),
        ("metric tons,", "metric ton", "metric tons"),
        ("percentage points", "percentage point", "percentage points"),
        ("per cent of", "percent", "per cent"),
        ("%.", "percent", "%"),
        ("degrees Celsius", "degree celsius", "degrees Celsius"),
        ("US dollars", "USD", "US dollars"),
        ("pounds sterling", "GBP", "pounds sterling"),
        ("Miles per hour", "mile per hour", "Miles per hour"),
        ("year-old", "year", "year"),
        ("C.", "degree celsius", "C"),
    ],
)
def test_find_unit(text: str, name: str, form: str) -> None:
    found = find_unit(text, 0)
    assert found is not None
    assert (found[0].name, text[: found[1]]) == (name, form)


@pytest.mark.parametrize("text", ["", "people", "F-16", "C-130", "M", "million", "in jail", "k"])
def test_no_unit(text: str) -> None:
    assert find_unit(text, 0) is None


def test_unit_after_hyphen() -> None:
    found = find_unit("square-mile area", 0, joint="-")
    assert found is not None
    assert found[0].name == "square mile"


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("houses", "house"),
        ("boxes", "box"),
        ("churches", "church"),
        ("bodies", "body"),
        ("countries", "country"),
        ("men", "man"),
        ("policemen", "policeman"),
        ("children", "child"),
        ("feet", "foot"),
        ("lives", "life"),
        ("crises", "crisis"),
        ("series", "series"),
        ("buses", "bus"),
        ("heroes", "hero"),
        ("classes", "class"),
        ("movies", "movie"),
    ],
)
def test_plural_and_singular(many: str, one: str) -> None:
    assert is_plural(many)
    assert singular(many) == one
    assert plural(one) == many


@pytest.mark.parametrize("word", ["bus", "crisis", "class", "virus", "news", "specimen", "this"])
def test_not_plural(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("villagers", "person"),
        ("women", "person"),
        ("gunmen", "person"),
        ("relatives", "person"),
        ("seismologists", "person"),
        ("deaths", "person"),
        ("homes", "house"),
        ("trucks", "truck"),
        ("bodies", "body"),
        ("crews", "crew"),
        ("exporters", "exporter"),
        ("computers", "computer"),
    ],
)
def test_unit_of_noun(noun: str, unit: str) -> None:
    assert unit_of_noun(noun) == unit


def test_persons() -> None:
    assert all(is_person(w) for w in ("soldier", "Soldiers", "teenager", "policewoman", "epidemiologist"))
    assert not any(is_person(w) for w in ("letter", "paper", "quarter", "list", "number", "company"))


@pytest.mark.parametrize(
    ("number", "unit", "other", "result"),
    [
        (10, "km", "mile", 6.2137),
        (2, "year", "month", 24),
        (30, "degree celsius", "degree fahrenheit", 86),
        (1, "km", "kg", None),
        (5, "USD", "EUR", None),
        (5, "person", "person", 5),
        (5, "person", "truck", None),
    ],
)
def test_convert(number: float, unit: str, other: str, result: float | None) -> None:
    found = convert(number, unit, other)
    assert found is None if result is None else found == pytest.approx(result, rel=1e-4)
