"""Dates counted from one that the text told before: "the next day", "two years later", "that April"."""

import re
from datetime import timedelta

from factdiff.values.calendar import (
    Span,
    month_span,
    near_weekday,
    season_names,
    season_span,
    shift_day,
    unit_span,
    weekday_after,
    weekday_before,
    year_span,
)
from factdiff.values.dating.days import day_part_hours, read_day
from factdiff.values.dating.scene import DAY_KINDS, Known, Reading, Scene, read_span, unresolved
from factdiff.values.dating.words import (
    Expression,
    month_numbers,
    month_of,
    number_of,
    unit_of,
    weekday_numbers,
    weekday_of,
)

_SHIFTS = {"same": 0, "next": 1, "following": 1, "previous": -1, "preceding": -1, "after": 1, "before": -1}

_SLACK = {"decade": 2, "century": 10}  # years that "a decade later" may be off

RECENT = 60  # days from a date told before to publication, in which a plan of today may have been told
# "the same month for 1986", "the same period of last year"
_OF_YEAR = re.compile(
    r"\s(?:(?:of|in|for)\s)?(?:((?:19|20)\d\d)\b(?!['’]?s)|last\syear\b|a\syear\s(?:ago|earlier|before)\b)"
)
_LASTING = re.compile(r"\b(?:for|over|within|during|through(?:out)?)\s$", re.IGNORECASE)

_FINER = {
    "day": DAY_KINDS,
    "night": DAY_KINDS,
    "week": (*DAY_KINDS, "week"),
    "weekend": (*DAY_KINDS, "week"),
    "month": (*DAY_KINDS, "month"),
    "quarter": (*DAY_KINDS, "month", "quarter"),
    "year": (*DAY_KINDS, "month", "quarter", "season", "year", "interval"),
    "decade": (*DAY_KINDS, "month", "quarter", "season", "year", "decade", "interval"),
    "century": ("year", "decade", "century", "interval"),
}


def resolve_narrative(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve a date that counts from the one told last; `no_event` when none was."""
    parts = expression.parts
    if "count" in parts:
        return _resolve_later(expression, scene)
    what, shift = parts["what"].lower(), _SHIFTS[parts.get("which", parts.get("side", "same")).lower()]
    if what in weekday_numbers():
        return _weekday_after(expression, scene, weekday_of(what), shift)
    if what in month_numbers():
        return _month_after(expression, scene, month_of(what), shift)
    unit = "day" if what in day_part_hours() else what
    if year := _OF_YEAR.match(scene.after(expression)):
        return _same_of_year(expression, scene, unit, year)
    if what in season_names():
        return _season_after(expression, scene, what, shift)
    known = scene.latest(expression, *_FINER.get(unit, ()))
    if known is not None and unit == "year" and known.granularity == "interval" and not _is_of_one_year(known):
        known = None
    if ahead := _from_publication(expression, scene, unit, known):
        return ahead
    if known is None:  # a bare "that day" is mostly no date
        return None if "that" in parts or unit not in _FINER else unresolved(unit, "no_event")
    if shift < 0 and known.granularity == "interval" and known.span.last == shift_day(known.span.first, 1, unit):
        return read_span(Span(shift_day(known.span.first, -1, unit), known.span.first), "interval")
    day = shift_day(known.span.first, shift, unit)
    if unit == "day":
        return read_day(day, {"day_part": what} if what != "day" else {})
    return read_span(unit_span(day, unit), "interval" if unit == "weekend" else unit)


def _same_of_year(expression: Expression, scene: Scene, unit: str, year: re.Match[str]) -> Reading | None:
    """ "the same month for 1986": of the month told last; nothing when none was."""
    known = scene.latest(expression, "month", "quarter") if unit in ("month", "quarter") else None
    if known is None or known.granularity != unit or expression.parts.get("which", "").lower() != "same":
        return None
    shift = int(year[1]) - known.span.first.year if year[1] else -1
    return read_span(unit_span(shift_day(known.span.first, shift, "year"), unit), unit)


def _from_publication(expression: Expression, scene: Scene, unit: str, known: Known | None) -> Reading | None:
    """ "for the next year" in a plan begins at publication; after a date long past it begins there."""
    anchor = scene.anchor
    if anchor is None or unit not in ("week", "month", "quarter", "year", "decade", "century"):
        return None
    if expression.parts.get("which", "").lower() != "next" or not _LASTING.search(scene.before(expression, 14)):
        return None
    recent = RECENT if unit in ("week", "month", "quarter") else 366
    if known is not None and abs((known.span.last - anchor).days) > recent:
        return None
    return read_span(Span(anchor, shift_day(anchor, 1, unit)), "interval")


def _resolve_later(expression: Expression, scene: Scene) -> Reading | None:
    """ "two days later", "a year earlier": counted from the date told last, at the coarser of the two granularities."""
    parts, unit = expression.parts, unit_of(expression.parts["unit"])
    low, high = number_of(parts["count"])
    if low != high or unit not in _FINER:
        return None
    known = scene.latest(expression, *_FINER[unit])
    if known is None or (unit == "year" and known.granularity == "interval" and not _is_of_one_year(known)):
        return unresolved(unit, "no_event")
    day = shift_day(known.span.first, -low if parts["way"].lower() in ("earlier", "before") else low, unit)
    if unit in _SLACK and known.granularity != unit:
        return _about_year(day.year, unit, known, scene)
    if unit == "year" and known.granularity in ("month", "quarter"):  # "in November, ... from a year earlier"
        unit = known.granularity
    if unit == "week" and known.granularity in DAY_KINDS:
        unit = "day"
    return read_span(unit_span(day, unit), "interval" if unit == "weekend" else unit)


def _about_year(year: int, unit: str, known: Known, scene: Scene) -> Reading:
    """ "A decade later", after 2001: some years about 2011, none of them after publication."""
    slack, anchor = _SLACK[unit], scene.anchor
    span = year_span(year - slack, 2 * slack + 1)
    if known.span.last.year - known.span.first.year > slack or (anchor is not None and span.first > anchor):
        return unresolved(unit, "no_event")
    return read_span(Span(span.first, min(span.last, anchor or span.last)), "interval")


def _weekday_after(expression: Expression, scene: Scene, weekday: int, shift: int) -> Reading:
    """ "the following Tuesday", "that Tuesday"."""
    known = scene.latest(expression, *DAY_KINDS)
    if known is None:
        return unresolved("day", "no_event")
    day = known.span.first
    if shift:
        day = (weekday_after if shift > 0 else weekday_before)(day + timedelta(days=shift), weekday)
    return read_day(near_weekday(day, weekday), {})


def _is_of_one_year(known: Known) -> bool:
    """Tell "late 2020" from "the past decade"."""
    return known.span.first.year == known.span.last.year


def _season_after(expression: Expression, scene: Scene, name: str, shift: int) -> Reading | None:
    """ "the following spring", "that summer"; nothing when no date was told."""
    known = scene.latest(expression, *DAY_KINDS, "month", "season", "year")
    if known is None or (scene.anchor is not None and known.span.last > scene.anchor):
        return None
    spans = [season_span(name, known.span.first.year + years) for years in (-1, 0, 1, 2)]
    if shift > 0:
        return read_span(next(span for span in spans if span.first > known.span.first), "season")
    if shift < 0:
        return read_span([span for span in spans if span.last < known.span.last][-1], "season")
    return read_span(spans[1], "season") if name != "winter" else None


def _month_after(expression: Expression, scene: Scene, month: int, shift: int) -> Reading | None:
    """ "that April", "the following April"."""
    known = scene.latest(expression, "year", "month", "day", "season")
    if known is None:
        return None
    year = known.span.first.year
    if known.granularity == "year" or shift < 0:
        year += shift
    elif shift > 0 and month <= known.span.first.month:
        year += 1
    return read_span(month_span(year, month), "month")
