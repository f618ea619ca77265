"""Spans counted from the day of publication: "last month", "the past decade", "three weeks ago"."""

import re
from datetime import date, timedelta
from math import ceil

from factdiff.lists import read_words
from factdiff.values.calendar import (
    DAYS_IN,
    Span,
    day_span,
    month_span,
    shift_day,
    unit_span,
    year_span,
)
from factdiff.values.dating.periods import ends_otherwise, narrow_words
from factdiff.values.dating.scene import DAY_KINDS, Found, Reading, Scene, read_span, unresolved
from factdiff.values.dating.tense import FUTURE, PAST, find_governor, is_past, speech_verbs
from factdiff.values.dating.words import Expression, number_of, unit_of

_STEPS = {"last": -1, "this past": -1, "next": 1, "this coming": 1, "the coming": 1}
_MORE = re.compile(r"\b(?:(?:just|well|a\slittle)\s)?(?:more\sthan|over|at\sleast)\s$", re.IGNORECASE)
_LESS = re.compile(r"\bless\sthan\s$", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:nearly|almost|just\sunder|not\squite)\s$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|roughly|some|approximately)\s$", re.IGNORECASE)
_IN_YEAR = re.compile(r"\W*(?:In|By|During)\s(?:[A-Z][a-z]+\s)?(\d{4})\b")
_PRESENT = re.compile(r"\b(?:will|won['’]t|is|are|has|have|now|today)\b")
_OWNED = re.compile(r"\sof\s(?:his|her|their|its|my|our|your|the|a|an|this|that|(?:[A-Z]\w+\s){1,3}?[A-Z]\w+['’]s)\b")
_WITHIN = re.compile(r"\b(?:over|in|within|during|for|these)\s$", re.IGNORECASE)


def resolve_relative_unit(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve "last month", "earlier this year", "late last year", "the end of the week", "the weekend"."""
    parts, unit = expression.parts, unit_of(expression.parts.get("unit", "year"))
    today = scene.day if unit in DAYS_IN else scene.anchor
    if unit == "fortnight":
        return None
    if today is None:
        return unresolved(unit, "no_anchor")
    if unit == "year" and "part" in parts and ends_otherwise(expression, scene):
        return None  # a half of whose fiscal year?
    if part_of_told := _narrated(expression, scene, unit):
        return part_of_told
    step = _STEPS.get(" ".join(parts.get("which", "").lower().split()), 0)
    base = unit_span(shift_day(today, step, unit), unit)
    coming = scene.latest(expression, "year") if parts.get("which", "").lower() == "the" else None
    if (
        "cut" in parts and unit == "year" and coming and coming.span.first > base.last
    ):  # "next year ... later in the year"
        return read_span(narrow_words(coming.span, "second half of", unit), "interval")
    if "cut" in parts and not step:
        return _cut_told(expression, scene, unit, today) or _cut(base, parts["cut"].lower(), today)
    halves = {"earlier": "first half of", "later": "second half of"}
    if "cut" in parts and step < 0 and parts["cut"].lower() in halves:
        return read_span(narrow_words(base, halves[parts["cut"].lower()], unit), "interval")
    part = "end of" if "year_end" in parts else parts.get("part", "")
    span = narrow_words(base, part, unit) if part else base
    if unit == "year" and part and _is_of_told_year(expression, scene, today):
        return unresolved("interval", "no_event")
    if not step and (part or unit == "weekend"):
        span = _turn_back(span, unit, expression, scene, today)
    return read_span(span, "interval" if part or unit == "weekend" else unit)


def _cut_told(expression: Expression, scene: Scene, unit: str, today: date) -> Reading | None:
    """ "Flies to Rome on Dec. 3 and to Bonn later in the month": of the month told last, not that of publication."""
    if expression.parts.get("which", "").lower() != "the" or unit not in ("week", "month"):
        return None
    known = scene.latest(expression, *DAY_KINDS, "month")
    if known is None or unit_span(known.span.first, unit) == unit_span(today, unit):
        return None
    if known.span.last < today and scene.direction(expression) == FUTURE:
        return None
    return _cut(unit_span(known.span.first, unit), expression.parts["cut"].lower(), known.span.first)


def _was_then(expression: Expression, scene: Scene) -> bool:
    """Tell whether what is told of a span to come was: the span counts from a day of the story."""
    span = scene.doc.char_span(expression.start, expression.end)
    if span is None or not span[0].dep_:
        return False
    verb, nominal = find_governor(scene.token(expression))
    if verb is None or nominal or not is_past(verb):
        return False
    cued = verb.lemma_ in read_words("future_cues.txt") or verb.lemma_ in speech_verbs() or verb.lemma_ == "be"
    return not cued and scene.direction(expression) == PAST


def _opens_long_ago(expression: Expression, scene: Scene) -> bool:
    """ "In 2001, the founder said he would use it for the next 15 years": from then on."""
    start = scene.sentence_start(expression.start)
    match = _IN_YEAR.match(scene.text[start : expression.start])
    if match is None or scene.anchor is None or int(match[1]) >= scene.anchor.year:
        return False
    return not _PRESENT.search(scene.text[start : expression.start])


def _told_years(expression: Expression, scene: Scene) -> list[int]:
    """Return the years that a sentence names, when all are past."""
    low, high = scene.sentence_start(expression.start), scene.sentence_end(expression.end)
    years = [int(year) for year in re.findall(r"\b(1[5-9]\d\d|20\d\d)\b(?!\s?[a-z]+s\b)", scene.text[low:high])]
    return years if scene.anchor and all(year < scene.anchor.year for year in years) else []


def _narrated(expression: Expression, scene: Scene, unit: str) -> Reading | None:
    """ "the second half of the century" beside 1897 is of the 19th."""
    parts = expression.parts
    if unit not in ("decade", "century") or parts.get("which", "").lower() != "the" or "part" not in parts:
        return None
    years = _told_years(expression, scene)
    if not years or scene.anchor is None or unit_span(date(years[0], 1, 1), unit) == unit_span(scene.anchor, unit):
        return None
    return read_span(narrow_words(unit_span(date(years[0], 1, 1), unit), parts["part"], unit), "interval")


def _is_of_told_year(expression: Expression, scene: Scene, today: date) -> bool:
    """ "By the end of the year, he was ranked 91st", after a date of a year long past."""
    if expression.parts.get("which", "").lower() != "the" or scene.tale is None:
        return False
    known = scene.latest(expression, *DAY_KINDS, "month", "quarter", "season", "year")
    if known is None or known.span.last.year >= today.year - 1:
        return False
    apart = known.end <= scene.sentence_start(expression.start)  # not "The firm, founded in 1986, lost money ..."
    return apart and scene.direction(expression) == PAST


def _cut(base: Span, cut: str, today: date) -> Reading:
    """ "earlier this month" ends, and "later this month" begins, on the day of publication."""
    return read_span(Span(today, base.last) if cut == "later" else Span(base.first, today), "interval")


def _turn_back(span: Span, unit: str, expression: Expression, scene: Scene, today: date) -> Span:
    """Return the span, or its like one unit earlier when it lies ahead and the clause speaks of the past."""
    if span.first <= today:
        return span
    direction, the = scene.direction(expression), expression.parts.get("which", "").lower() == "the"
    if direction != PAST and not (unit == "weekend" and the and direction != FUTURE):
        return span
    after = shift_day(span.last + timedelta(days=1), -1, unit)
    return Span(shift_day(span.first, -1, unit), after - timedelta(days=1))


def resolve_span(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve "the past decade", "the last two weeks", "over the next five years": they begin or end at publication."""
    parts, way, anchor = expression.parts, expression.parts["way"].lower(), scene.anchor
    within = bool(_WITHIN.search(scene.before(expression, 12)))
    if way == "previous" or (way in ("next", "coming") and not within):
        return None  # these count from the date told before
    if way == "last" and not within and not parts["_text"].lower().startswith("the"):
        return None  # "to last three days"
    if way != "past" and _OWNED.match(scene.after(expression)):
        return None  # "the last three decades of his life"
    if way == "last" and parts.get("one", "").lower() == "quarter" and (told := _told_years(expression, scene)):
        return read_span(month_span(told[-1], 10, 3), "quarter")
    if anchor is None:
        return unresolved("interval", "no_anchor")
    if way in ("next", "coming") and (_was_then(expression, scene) or _opens_long_ago(expression, scene)):
        return unresolved("interval", "no_event")  # "Over the next several years, the firm grew"
    unit, (_, count) = unit_of(parts.get("unit") or parts["one"]), number_of(parts.get("count", "1"))
    if unit == "hour":
        unit, count = "day", ceil(count / 24)
    if way in ("next", "coming"):
        return read_span(Span(anchor, shift_day(anchor, count, unit)), "interval")
    return read_span(Span(shift_day(anchor, -count, unit), anchor), "interval")


def resolve_ago(expression: Expression, scene: Scene) -> list[Found]:
    """Resolve "three weeks ago", "more than a decade ago", with the hedge before it."""
    parts, before = expression.parts, scene.before(expression, 20)
    unit, low, high = _ago_count(parts)
    hedge = next((match for h in (_MORE, _LESS, _NEARLY, _ABOUT) if (match := h.search(before))), None)
    start = expression.start - len(hedge.group()) if hedge else expression.start
    today = scene.day if unit in DAYS_IN else scene.anchor
    if today is None:
        return [Found(start, expression.end, unresolved(unit, "no_anchor"))]
    if hedge or low != high:
        reading = _between_ago(today, unit, *_hedge_count(hedge.re if hedge else None, low, high))
    else:
        reading = _exactly_ago(today, unit, low, parts.get("sharp", ""))
    return [Found(start, expression.end, reading)]


def _hedge_count(hedge: re.Pattern[str] | None, low: float, high: float) -> tuple[float, float]:
    """Return what a hedged count stands for: "more than a decade" is one to two, "about ten" eight to twelve."""
    if hedge is _MORE:
        return low, low + (10 if low >= 20 and low % 10 == 0 else 5 if low >= 5 and low % 5 == 0 else 1)
    if hedge is _LESS:
        return 0, high
    if hedge is _NEARLY:
        return low * 0.8, high
    return (low * 0.8, high * 1.2) if hedge is _ABOUT else (low, high)


def _ago_count(parts: dict[str, str]) -> tuple[str, float, float]:
    """Return unit and count: "half a century" is 50 years, "a year and a half" 18 months."""
    unit, word = unit_of(parts["unit"]), parts["count"].lower()
    if word.startswith(("half", "a quarter")):
        share = 0.5 if word.startswith("half") else 0.25
        smaller, size = {"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12)}.get(unit, ("day", 7))
        return smaller, share * size, share * size
    low, high = number_of(parts["count"])
    if "and_half" in parts and unit in ("year", "decade"):
        smaller, size = ("month", 12) if unit == "year" else ("year", 10)
        return smaller, (low + 0.25) * size, (high + 0.75) * size  # rough: no word for a month
    if "and_half" in parts:
        return unit, low, high + 1
    return unit, low, high


def _exactly_ago(anchor: date, unit: str, count: float, sharp: str = "") -> Reading:
    """Return what lies so long ago, to the unit; `sharp` is a word that tells it better: "ten years ago this month"."""
    day = shift_day(anchor, -count, unit)
    if sharp:
        unit = sharp.lower().split()[-1].replace("today", "day")
        return read_span(unit_span(day, unit), unit)
    if unit in ("decade", "century"):
        slack = 2 if unit == "decade" else 10
        return read_span(year_span(day.year - slack, 2 * slack + 1), "interval")
    if unit in ("day", "night"):
        return read_span(day_span(day), "day")
    if unit == "year" and count == 1:  # "a year ago" is no word for January in a report of December
        first = shift_day(day.replace(day=1), -1, "month")
        return read_span(month_span(first.year, first.month, 3), "interval")
    unit = "week" if unit == "fortnight" else unit
    return read_span(unit_span(day, unit), "interval" if unit == "weekend" else unit)


def _between_ago(anchor: date, unit: str, low: float, high: float) -> Reading:
    first, last = shift_day(anchor, -high, unit), shift_day(anchor, -low, unit)
    if unit in DAYS_IN:
        return read_span(Span(first, last), "interval")
    return read_span(Span(first.replace(day=1), month_span(last.year, last.month).last), "interval")
