"""Quantities as their alignment sees them: what each measures, of whom, and how firmly."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factdiff.facts.setting import Setting, Site
from factdiff.lists import read_words
from factdiff.values.mention import Mention
from factdiff.values.quantity import Quantity
from factdiff.values.units import broadest_noun, convert

BASES = ("m", "kg", "second", "square km", "liter", "km per hour")
FEW = 3  # of two things anything may have two
OPEN = frozenset({"planned", "possible", "conditional", "forecast"})
OF_PEOPLE = frozenset(
    {"die", "injure", "missing", "trap", "arrest", "detain", "hospitalise", "evacuate", "rescue", "murder"}
)


class Figure(NamedTuple):
    """A quantity with all that its comparison with others asks for, read once."""

    mention: Mention
    quantity: Quantity  # without its place in the text, so that equal values are equal
    site: Site
    kind: tuple[str, str]
    toll: frozenset[str]
    is_open: bool
    is_attribute: bool
    person: tuple[str, ...]  # whose age it is: the words of the name, () where that is not told
    is_part: bool  # it counts some of what others count: "three of the injured"
    is_whole: bool  # of it some is told: "two of 31"
    is_elsewhere: bool  # "there" puts it in another place
    is_former: bool  # what something was before: "from 10%"
    is_retold: bool  # it is another figure for what was counted just before
    singled: str  # the noun that singles out people by age or sex, '' for none
    landmarks: frozenset[str]  # what a distance is measured from, whose inhabitants are counted
    matter: int  # number of the cluster of claims it stands in, -1 for none
    is_telling: bool  # two facts of the story hardly share it by chance


def read_figure(setting: Setting, mention: Mention, *, matter: int = -1) -> Figure:
    """Read a quantity for its comparison with others."""
    site = setting.locate(mention)
    kind = kind_of(mention, site)
    part, still_open = setting.is_part(mention), is_open(setting, mention)
    elsewhere = kind == ("thing", "person") and setting.is_elsewhere(mention)
    return Figure(
        mention=mention,
        quantity=mention.quantity._replace(start=0, end=0, noun=-1, token=-1),
        site=site,
        kind=kind,
        toll=frozenset() if part or elsewhere or still_open else _read_toll(site, kind),
        is_open=still_open,
        is_attribute=setting.is_attribute(mention),
        person=setting.bearers.name_bearer(mention) if kind[0] == "age" else (),
        is_part=part,
        is_whole=setting.is_whole(mention),
        is_elsewhere=elsewhere,
        is_former=setting.is_former(mention),
        is_retold=setting.find_antecedent(mention) is not None,
        singled=site.frame.thing if site.frame.thing in read_words("people_parts.txt") else "",
        landmarks=frozenset(word for word in site.frame.slot if word.startswith(("from ", "of "))),
        matter=matter,
        is_telling=is_telling(mention.quantity),
    )


def mark_sole(figures: Sequence[Figure]) -> list[Figure]:
    """Mark as telling the counts of a thing of which the whole story has one number: "14 breaches" wherever counted."""
    numbers: dict[str, set[float]] = {}
    for figure in figures:
        if figure.kind[0] == "thing":
            numbers.setdefault(figure.quantity.unit, set()).add(figure.quantity.number)
    sole = {
        unit for unit, told in numbers.items() if unit not in ("person", "") and len(told) == 1 and min(told) >= FEW
    }
    return [f._replace(is_telling=True) if f.kind[0] == "thing" and f.quantity.unit in sole else f for f in figures]


def kind_of(mention: Mention, site: Site) -> tuple[str, str]:
    """Return what a quantity measures, so that only comparable ones meet: its dimension, or the class of things."""
    q = mention.quantity
    if q.kind in ("money", "age"):
        return q.kind, ""
    if q.unit in ("", "other") and not site.frame.slot.isdisjoint(OF_PEOPLE):
        return "thing", "person"
    if q.kind == "count":
        return "thing", broadest_noun(q.unit)
    if q.kind == "percent":
        return "percent", ""  # points among them: taking them for percent is the error to find
    return "unit", _dimension(q.unit)


@cache
def _dimension(unit: str) -> str:
    """Name a dimension by the first unit of it that has been met, in the order of BASES."""
    return next((base for base in BASES if convert(1.0, unit, base) is not None), unit)


def is_open(setting: Setting, mention: Mention) -> bool:
    """Tell whether a value is planned, feared or asked for rather than a fact."""
    claim = setting.claims[mention.claim]
    if claim.modality in OPEN:
        return True
    doc = setting.passages[mention.passage].doc
    asking = read_words("asking.txt")
    above = (token for token in (doc[mention.anchor], *doc[mention.anchor].ancestors) if token.i in claim.tokens)
    return any(token.pos_ == "VERB" and token.lemma_.lower() in asking for token in above)


def _read_toll(site: Site, kind: tuple[str, str]) -> frozenset[str]:
    """Return the predicates of a toll of the whole event; none for other counts.

    A toll counts people as such, without a word that singles out some, a place of its own, or a past event.
    """
    tolls = read_words("tolls.txt")
    slot = site.frame.slot | ({site.frame.thing} & tolls)  # "leaving 19 missing"
    generic = not site.frame.thing or site.frame.thing in slot
    if kind != ("thing", "person") or not generic or site.frame.degree or site.is_background or site.part:
        return frozenset()
    return slot & tolls


def is_telling(quantity: Quantity) -> bool:
    """Tell whether a number is one that two facts of a story hardly share by chance: 305 tons, 35 percent."""
    if quantity.unit == "percent":
        return quantity.number >= 10
    return len(digits(quantity.number)) > 1 and quantity.number >= 20


@lru_cache(maxsize=1 << 16)
def digits(number: float) -> str:
    """Return the significant digits of a number."""
    return f"{number:.6e}".partition("e")[0].replace(".", "").rstrip("0")
