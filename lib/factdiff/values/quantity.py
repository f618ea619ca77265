"""Quantities in text: how many of what, how precisely, and where that stands."""

from collections.abc import Iterable
from typing import NamedTuple

from factdiff.syntax import Doc
from factdiff.values.compounds import join_parts, read_drafts
from factdiff.values.counted import Page, read_page
from factdiff.values.draft import Draft
from factdiff.values.implied import find_implied
from factdiff.values.numerals import render_number
from factdiff.values.precision import compare_quantities, stated_interval
from factdiff.values.units import PREFERRED_MARKS, kind_of, plural

__all__ = ["Quantity", "compare_quantities", "find_quantities", "render_quantity", "stated_interval"]

BOUND_WORDS = {"at_least": "at least ", "at_most": "up to ", "about": "about "}


class Quantity(NamedTuple):
    """One quantity as a text prints it.

    Attributes:
        start: first character in the text, with the words that bound the number.
        end: character after the last, with the unit or the counted noun.
        number: the value; the low end of a range.
        high: the top of a range, else None.
        unit: singular, lower case (person, percent, km, house); a currency by its ISO 4217 code; '' if none.
        bound: exact, about, at_least, at_most or range.
        kind: count, money, percent, measure, age, duration, magnitude, temperature, ratio, ordinal or number.
        noun: token of the thing counted or measured ("houses"; "earthquake" of "6.1-magnitude earthquake");
            of the person whose age it is; -1 if none.
        token: token of the number.
        step: the place of the last digit stated: 10 for 60, 0.1 for 6.1, 1e10 for 660 billion.
        direction: up or down for a change ("rose 35 percent"), else ''.
        alt_number: the value in the second unit when it is printed in two ("10 kilometers (6 miles)").
        alt_unit: that second unit.
    """

    start: int
    end: int
    number: float
    high: float | None
    unit: str
    bound: str
    kind: str
    noun: int
    token: int
    step: float
    direction: str = ""
    alt_number: float | None = None
    alt_unit: str = ""


def find_quantities(doc: Doc) -> list[Quantity]:
    """Find the quantities in a parsed text.

    Returns:
        Quantities in order of `start`; none overlap.
    """
    page = read_page(doc)
    drafts = read_drafts(page)
    drafts += [d for d in find_implied(page) if not any(d.start < o.end and o.start < d.end for o in drafts)]
    return [_finish(page, d) for d in join_parts(page, _in_order(drafts))]


def render_quantity(number: float, high: float | None, unit: str, bound: str) -> str:
    """Write a quantity briefly, so that reading it again gives the same value.

    Returns:
        Such as "at least 5 people", "$4.21 billion", "magnitude 6.1", "10 to 15 percent", "about 1,100 items".
    """
    lead = BOUND_WORDS.get(bound, "")
    if high is None or high != high:
        return lead + _with_unit(number, render_number(number), unit)
    return f"{_with_unit(number, render_number(number), unit, bare=kind_of(unit) != 'money')} to " + _with_unit(
        high, render_number(high), unit
    )


def _with_unit(number: float, text: str, unit: str, *, bare: bool = False) -> str:
    if unit in ("magnitude", "category"):
        return text if bare else f"{unit} {text}"
    if kind_of(unit) == "money" and unit.isupper():
        mark = PREFERRED_MARKS.get(unit)
        return f"{mark}{text}" if mark else f"{unit} {text}"
    if bare or not unit:
        return text
    return f"{text} {unit if number == 1 else plural(unit)}"


def _in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts by place; of two that share a character the longer one stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if kept and draft.start < kept[-1].end:
            if draft.end - draft.start > kept[-1].end - kept[-1].start:
                kept[-1] = draft
        else:
            kept.append(draft)
    return kept


def _finish(page: Page, draft: Draft) -> Quantity:
    return Quantity(
        draft.start,
        draft.end,
        draft.number,
        draft.high,
        draft.unit,
        draft.bound,
        draft.kind,
        draft.noun,
        draft.token,
        draft.step,
        draft.direction,
        draft.alt_number,
        draft.alt_unit,
    )
