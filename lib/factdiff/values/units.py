"""Units, currencies and counted nouns: the names that texts give them, and the one name that we compare."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from factdiff.lists import read_rows, read_words

MAX_UNIT_WORDS = 4
NO_PLURAL = frozenset(
    {
        "specimen",
        "abdomen",
        "regimen",
        "acumen",
        "semen",
        "ramen",
        "stamen",
        "bitumen",
        "yemen",
        "amen",
        "omen",
    }
)
NO_MEN = frozenset({"human", "german", "roman", "shaman", "talisman", "norman", "ottoman", "caiman"})
COLLECTIVES = frozenset({"crew", "staff", "police", "clergy"})  # 17 crew are people, three crews aren't three people
MIN_WORD = 3  # letters; shorter forms are symbols and mean another thing in other case ("M", "m")
LETTERS = re.compile(r"[A-Za-z]+")
WORD_FORM = re.compile(
    r"(?=.*[aeiouy])[a-z]{3}[a-z]*(?:[ -][A-Za-z]+)*"
)  # a form that is a word; symbols have no vowel, or capitals
HYPHEN = re.compile("-")
CONTINUED = re.compile(r"\w|[-‑]\w|[-‑]?\d")  # what shows that a symbol is the start of a name ("F-16")
WORD = re.compile(r"[A-Za-z°º%¢€£$µ²³'’./]+(?:-[A-Za-z]+)*")
LENGTHS = frozenset(
    {"nm", "micrometer", "mm", "cm", "m", "km", "inch", "foot", "yard", "mile"}
    | {"nautical mile", "light year", "astronomical unit"}
)
PREFERRED_MARKS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


class Unit(NamedTuple):
    """A unit as the tables name it.

    Attributes:
        name: singular, lower case; a currency by its ISO 4217 code.
        kind: percent, duration, measure, temperature or money.
        factor: how many of `name` the form found stands for ("decade" is 10 of year).
        symbol: whether the form is a symbol ("km", "%") rather than a word.
        singular: whether the form is a word in the singular.
    """

    name: str
    kind: str
    factor: float = 1.0
    symbol: bool = False
    singular: bool = False


def find_unit(text: str, start: int, *, joint: str = " ") -> tuple[Unit, int] | None:
    """Find the longest unit or currency that begins at character `start`.

    Args:
        text: the text.
        start: where the unit would begin.
        joint: what joins the words of the unit; "-" for "square-mile" in "2-square-mile".

    Returns:
        The unit and the character after it; None when there is none.
    """
    for end in reversed(_word_ends(text, start, joint)):
        for stop in (end, end - 1) if text[end - 1] in ".'’/" else (end,):
            unit = _look_up(text[start:stop].replace("-", " ") if joint == "-" else text[start:stop])
            if text[start:stop] == "in" and not text[start - 1 : start].isdigit():
                continue  # "20 in jail" is no inch
            if unit is not None and not (unit.symbol and text[stop - 1].isalpha() and CONTINUED.match(text, stop)):
                return unit, stop
    return None


def currency_of(mark: str) -> str:
    """Return the currency of what stands before an amount ("$" is USD)."""
    return _marks().get(mark) or _marks().get(mark.upper()) or _marks().get(mark.capitalize(), "")


def kind_of(unit: str) -> str:
    """Return the kind of a unit named as in the tables: money, percent, duration, measure, temperature; '' if none."""
    if unit in _units():
        return _units()[unit]["kind"]
    return "money" if unit in _codes() else ""


def shared_name(currency: str) -> str:
    """Return the name that a currency shares with others ("krone" of NOK), '' if it has its own."""
    return _shared_names().get(currency, "")


def find_nation(text: str, name: str) -> str:
    """Return the one currency of a shared name ("krone") whose nation `text` names; '' for none or several."""
    found = {code for nation, code in _nations(name) if re.search(rf"\b{nation}\b", text, re.IGNORECASE)}
    return found.pop() if len(found) == 1 else ""


def unit_of_noun(noun: str) -> str:
    """Name the unit in which a number of `noun` (in any form) is counted: person for people, else its singular."""
    word = singular(noun)
    if noun.lower() == "peoples":
        return "people"  # nations, and no number of persons
    if word in _counted():
        return _counted()[word]["unit"]
    if word in COLLECTIVES and word != noun.lower():
        return word
    return "person" if is_person(word) else word


def is_person(noun: str) -> bool:
    """Tell whether `noun`, in singular or plural, names a human being."""
    word = singular(noun)
    nouns, endings = _persons()
    return word in nouns or (len(word) > 6 and word.endswith(endings))


def broadest_noun(unit: str) -> str:
    """Return the widest noun that a counted thing falls under ("house" -> "structure"), itself if there is none."""
    while broader := _counted().get(unit, {}).get("broader", ""):
        unit = broader
    return unit


def is_wider(broad: str, narrow: str) -> bool:
    """Tell whether every `narrow` is a `broad` (a house is a building)."""
    seen = narrow
    while seen := _counted().get(seen, {}).get("broader", ""):
        if seen == broad:
            return True
    return False


def is_plural(word: str) -> bool:
    """Tell from its form whether `word` is a plural."""
    low = word.lower()
    if low in _plurals() or _compound_end(low):
        return True
    if low.endswith("ics"):
        return low not in read_words("ics_fields.txt")
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s", "ous", "news"))


def singular(word: str) -> str:
    """Return the singular of a noun, in lower case."""
    low = word.lower()
    if low in _plurals():
        return _plurals()[low]
    if end := _compound_end(low):
        return low[: -len(end)] + _plurals()[end]
    if not is_plural(low):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    return low[:-1]


def plural(word: str) -> str:
    """Return the plural of a noun or of a unit as the tables name it."""
    head, link, rest = word.partition(" per ")
    if link:
        return plural(head) + link + rest
    first, _, last = word.rpartition(" ")
    if first == "degree":
        return f"degrees {last}"
    if first:
        return f"{first} {plural(last)}"
    return _plural_word(word)


def is_length(unit: str) -> bool:
    """Tell whether a unit of the tables measures how long or far something is."""
    return unit in LENGTHS


@lru_cache(maxsize=1 << 14)
def convert(number: float, unit: str, other: str) -> float | None:
    """Convert `number` from one unit of the tables to another; None when they measure different things."""
    if unit == other:
        return number
    source, target = (_units().get(u, {}).get("pint", "") for u in (unit, other))
    if not source or not target or not _compatible(source, target):
        return None
    return float(_registry().Quantity(number, source).to(target).magnitude)


def _compound_end(word: str) -> str:
    """The irregular plural that a compound ends in: "men" of "policemen"; '' if none."""
    if word in NO_PLURAL:
        return ""
    return next((end for end in ("people", "children", "men") if word.endswith(end) and len(word) > len(end) + 1), "")


@cache
def _registry():
    import pint

    return pint.UnitRegistry()


@cache
def _compatible(source: str, target: str) -> bool:
    return bool(_registry().Unit(source).is_compatible_with(_registry().Unit(target)))


def _word_ends(text: str, start: int, joint: str) -> list[int]:
    ends: list[int] = []
    place = start
    while len(ends) < MAX_UNIT_WORDS and (match := _word(joint).match(text, place)):
        ends += [match.start() + m.start() for m in HYPHEN.finditer(match.group())] + [match.end()]
        place = match.end() + 1
        if text[match.end() : place] not in (joint, "\u00a0", "-"):
            break
    return ends


def _word(joint: str) -> re.Pattern[str]:
    return LETTERS if joint == "-" else WORD


def _look_up(form: str) -> Unit | None:
    exact, folded = _forms()
    return exact.get(form) or folded.get(form.lower())


@cache
def _forms() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Forms that are matched as they stand, and forms that are matched in any case."""
    exact: dict[str, Unit] = {}
    folded: dict[str, Unit] = {}
    for row in read_rows("units.csv"):
        for form in row["forms"].split("|"):
            word = WORD_FORM.fullmatch(form) is not None
            unit = Unit(
                row["unit"],
                row["kind"],
                float(row["factor"]),
                not word,
                bool(word) and not any(map(is_plural, form.split())),
            )
            _add_form(form, unit, exact, folded)
    for row in read_rows("currencies.csv"):
        for form in filter(None, row["after"].split("|")):
            _add_form(form, Unit(row["code"], "money", 1.0, not form.islower()), exact, folded)
    return exact, folded


def _add_form(form: str, unit: Unit, exact: dict[str, Unit], folded: dict[str, Unit]) -> None:
    exact.setdefault(form, unit)
    if len(form) >= MIN_WORD and form == form.lower():
        folded.setdefault(form, unit)


@cache
def _marks() -> dict[str, str]:
    return {mark: row["code"] for row in read_rows("currencies.csv") for mark in row["before"].split("|") if mark}


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in read_rows("currencies.csv"))


@cache
def _shared_names() -> dict[str, str]:
    return {row["code"]: row["shared"] for row in read_rows("currencies.csv") if row["shared"]}


@cache
def _nations(name: str) -> tuple[tuple[str, str], ...]:
    """Nations that put their own word before a shared name ("norwegian" in "norwegian crowns"), with the currency."""
    rows = [row for row in read_rows("currencies.csv") if row["shared"] == name]
    pairs = {(form.rpartition(" ")[0], row["code"]) for row in rows for form in row["after"].split("|")}
    return tuple(sorted((nation, code) for nation, code in pairs if nation))


@cache
def _units() -> dict[str, dict[str, str]]:
    """Units by name; of a name with several rows, the row that is the unit itself."""
    rows = read_rows("units.csv")
    return {row["unit"]: row for row in sorted(rows, key=lambda r: float(r["factor"]), reverse=True)}


@cache
def _counted() -> dict[str, dict[str, str]]:
    return {row["noun"]: row for row in read_rows("counted_nouns.csv")}


@cache
def _persons() -> tuple[frozenset[str], tuple[str, ...]]:
    """Nouns for people, and endings that make one."""
    lines = read_words("person_nouns.txt")
    endings = tuple(sorted(line[1:] for line in lines if line.startswith("*")))
    return frozenset(line for line in lines if not line.startswith("*")), endings


@cache
def _plurals() -> dict[str, str]:
    return {row["plural"]: row["singular"] for row in read_rows("irregular_plurals.csv")}


@cache
def _singulars() -> dict[str, str]:
    found: dict[str, str] = {}
    for form, word in _plurals().items():
        found.setdefault(word, form)
    return found


def _plural_word(word: str) -> str:
    if word in _singulars():
        return _singulars()[word]
    if word.endswith("man") and word not in NO_MEN:
        return word[:-3] + "men"
    if len(word) < MIN_WORD or word in (
        "percent",
        "hertz",
        "horsepower",
        "magnitude",
        "celsius",
        "fahrenheit",
    ):
        return word
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")
