"""Months, quarters, seasons, years, decades, centuries and fiscal years, and parts of them."""

import re
from datetime import date, timedelta

from factdiff.lists import read_words
from factdiff.values.calendar import MONTHS_IN, Span, month_span, narrow_span, season_span, shift_day, year_span
from factdiff.values.dating.scene import Reading, Scene, choose_day, counts_from_told, read_span, told_year, unresolved
from factdiff.values.dating.tense import FUTURE, LEANING, OPEN, PAST, find_governor, find_thing_side, is_past
from factdiff.values.dating.words import Expression, month_numbers, month_of, number_of


def narrow_words(span: Span, words: str, unit: str) -> Span:
    """Return the part of a span that the words name: early, the end of, the first half of, the last week of."""
    words = " ".join(words.lower().split()).removeprefix("the ").removeprefix("very ")
    first = words.split()[0] if words else ""
    if "half" in words:
        middle = span.first + (span.last - span.first) // 2
        if unit in ("year", "decade", "century"):
            middle = shift_day(span.first, MONTHS_IN[unit] / 2, "month") - timedelta(days=1)
        elif unit == "quarter":
            middle = month_span(middle.year, middle.month).first - timedelta(days=1)
        return Span(span.first, middle) if first == "first" else Span(middle + timedelta(days=1), span.last)
    if first in ("first", "second", "third", "fourth", "last", "final"):
        return _counted_part(span, words.split())
    return narrow_span(span, {"beginning": "start", "close": "end"}.get(first, first))


def _counted_part(span: Span, words: list[str]) -> Span:
    if len(words) == 4 and words[2] in ("days", "weeks", "months", "quarters"):
        low, _ = number_of(words[1])
        return Span(span.first, shift_day(span.first, low, words[2].removesuffix("s")) - timedelta(days=1))
    if words[0] in ("last", "final"):
        return Span(span.last - timedelta(days=6), span.last)
    index = ("first", "second", "third", "fourth").index(words[0])
    first = span.first + timedelta(days=7 * index)
    return Span(first, first + timedelta(days=6))


def read_part(span: Span, unit: str, parts: dict[str, str]) -> Reading:
    """Return the reading of a span, or of the part of it that the words name, which is an interval."""
    part = parts.get("part", "")
    return read_span(narrow_words(span, part, unit), "interval") if part else read_span(span, unit)


_REPORTED = re.compile(r"\s(?:results?|earnings|figures|report|profits?|sales|revenues?)\b")


def choose_span(spans: list[Span], unit: str, expression: Expression, scene: Scene, today: date) -> Reading:
    """Choose among the spans of neighbouring years by the tense; the nearest when that is open."""
    readings, day = [read_part(span, unit, expression.parts) for span in spans], today.isoformat()
    past = [r for r in readings if (r.date_end if unit == "quarter" else r.date_start) <= day]
    reported = unit == "quarter" and _REPORTED.match(scene.after(expression))
    if past and (today - past[-1].days.first).days < JUST_OVER:
        reported = reported or _is_reported_on(expression, scene)
    direction = PAST if reported else scene.direction(expression)
    direction = OPEN if unit == "month" and _ISSUE.match(scene.after(expression)) else direction
    if unit == "month" and direction in (FUTURE, OPEN):
        thing = find_thing_side(scene.token(expression))
        near = min(readings, key=lambda r: (_distance(r, today, 0.5), r.date_start))
        if thing == PAST and near in past:
            direction = PAST
        elif thing == LEANING and direction == FUTURE:
            return unresolved(unit, "no_year") if near in past else near
    start = scene.story_day(expression, direction) or today
    future = [r for r in readings if r.date_end >= start.isoformat()]
    if direction == FUTURE and future:
        just = past and unit == "month" and (today - date.fromisoformat(past[-1].date_end)).days < JUST_PAST
        far = (date.fromisoformat(future[0].date_start) - today).days > YEAR_AHEAD
        if just and far and not scene.is_of_thing(expression):
            verb, _ = find_governor(scene.token(expression))
            return unresolved(unit, "no_year") if verb is not None and is_past(verb) else future[0]
        return past[-1] if just and far else future[0]
    if past and (direction == PAST or unit == "quarter"):  # what is told of a quarter is told after it
        return past[-1]
    behind = 0.5 if direction == LEANING else 1
    return min(readings, key=lambda r: (_distance(r, today, behind), r.date_start))


YEAR_AHEAD, JUST_PAST = 240, 60  # days, as of a day: "the May ruling will be appealed", in June
_ISSUE = re.compile(r"\s(?:\d\d?\s)?(?:print\s|online\s)?(?:issue|edition)\b")  # they may lie ahead
JUST_OVER = 125  # days since its first: for so long the figures of a month are news
_SHOWING = frozenset(["show", "reveal", "indicate"])


def _is_reported_on(expression: Expression, scene: Scene) -> bool:
    """ "the February trade figures to be published on Tuesday": what is counted of a month is told after it."""
    if expression.kind != "month":
        return False
    token = scene.token(expression)
    verb, nominal = find_governor(token)
    if verb is not None and not nominal and verb.lemma_ in _SHOWING:
        return True  # "inflation is expected to show a fall in February"
    owned = token.dep_ in ("compound", "poss", "nmod", "amod", "nummod") and token.head.pos_ in ("NOUN", "PROPN")
    return owned and token.head.i > token.i and token.head.lemma_.lower() in read_words("counted_reports.txt")


def _distance(reading: Reading, anchor: date, behind: float) -> float:
    """Return the days between a span and the day of publication; days behind it count `behind` each."""
    first, last = date.fromisoformat(reading.date_start), date.fromisoformat(reading.date_end)
    return max((first - anchor).days, (anchor - last).days * behind, 0)


def resolve_month(expression: Expression, scene: Scene) -> Reading:
    """Resolve a month or a part of it."""
    parts, anchor, month = expression.parts, scene.anchor, month_of(expression.parts["month"])
    if year := told_year(expression, scene):
        return read_part(month_span(year, month), "month", parts)
    if counts_from_told(expression):
        return unresolved("month", "no_event")
    if anchor is None:
        return unresolved("month", "no_anchor")
    if "back" in parts:
        return _month_back(expression, scene, anchor, month)
    spans = [month_span(anchor.year + shift, month) for shift in (-1, 0, 1)]
    which = " ".join(parts.get("which", "").lower().split())
    if named := _named_span(spans, which, anchor):
        if which == "last" and month == anchor.month - 1:  # who means the month just over says "last month"
            named = spans[0]
        return read_part(named, "month", parts)
    guess = choose_span(spans, "month", expression, scene, anchor)
    if not guess.date_start:
        return guess
    days = scene.place(expression, guess.days, lambda year: month_span(year, month))
    if days is None or (days == guess.days and (scene.is_too_far(days) or "_doubt" in parts)):
        return unresolved("month", "no_year")
    return guess if days == guess.days else read_part(days, "month", parts)


SURE_BACK = 4  # months from "a year ago" within which a month is the one that is meant by "March a year ago"


def _month_back(expression: Expression, scene: Scene, anchor: date, month: int) -> Reading:
    """ "March a year ago" counts from publication, "March a year earlier" from the same month told before."""
    parts = expression.parts
    low, high = number_of(parts["years_back"])
    if low != high:
        return unresolved("month", "no_year")
    if parts["back"].lower() == "earlier":
        known = scene.latest(expression, "month")
        if known is None or known.span.first.month != month:
            return unresolved("month", "no_event")
        return read_part(month_span(known.span.first.year - int(low), month), "month", parts)
    year, ahead = anchor.year - int(low), month - anchor.month
    if SURE_BACK < abs(ahead) < 12 - SURE_BACK:
        return unresolved("month", "no_year")
    year += (ahead <= -12 + SURE_BACK) - (ahead >= 12 - SURE_BACK)
    return read_part(month_span(year, month), "month", parts)


def _named_span(spans: list[Span], which: str, today: date) -> Span | None:
    """Return "last", "next" or "this" April out of some years, the last but one the present; or nothing."""
    if which in ("last", "this past"):
        return [span for span in spans if span.last < today][-1]
    if which in ("next", "this coming"):
        return next(span for span in spans if span.first > today)
    return spans[-2] if which == "this" else None


def resolve_year(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve a year, a part of it, or a range such as "2009-2016" and "2018-19"."""
    parts = expression.parts
    year = int(parts["year"])
    if re.match(r"\s(?:financial|fiscal|tax|budget)\syear\b", scene.after(expression)):
        return unresolved("fiscal_year", "fiscal_calendar")
    if last := parts.get("last_year"):
        end = int(last) if len(last) == 4 else year // 100 * 100 + int(last)
        return read_span(year_span(year, end - year + 1), "interval") if year < end else None
    return read_part(year_span(year), "year", parts)


def resolve_decade(expression: Expression, scene: Scene) -> Reading:
    """Resolve "the 1990s" and "the '90s"; "the 1800s" are a hundred years."""
    decade = int(expression.parts["decade"])
    if decade < 100:
        known = scene.anchor.year if scene.anchor else 2029
        decade += 1900 if 2000 + decade > known else 2000
    elif decade % 100 == 0 and decade < 2000 and not _is_beside_decade(decade, expression, scene):
        return read_part(year_span(decade, 100), "century", expression.parts)
    return read_part(year_span(decade, 10), "decade", expression.parts)


# "the 1890s and 1900s"
_DECADE_BESIDE = r"\s?(?:,|and|or|to|through|until|[-–—])\s?(?:(?:and|the|in|into)\s)*(?:(?:early|mid|late)[\s-])?"
_DECADE_BEFORE = re.compile(rf"\b(\d\d[1-9]0)['’]?s,?{_DECADE_BESIDE}$")
_DECADE_AFTER = re.compile(rf",?{_DECADE_BESIDE}(\d\d[1-9]0)['’]?s\b")
BESIDE = 30  # years between two decades that are told together


def _is_beside_decade(decade: int, expression: Expression, scene: Scene) -> bool:
    """Tell whether "1900s" stands beside the name of a decade near it, and so is one itself."""
    beside = _DECADE_BEFORE.search(scene.before(expression, 40)), _DECADE_AFTER.match(scene.after(expression, 40))
    return any(match is not None and abs(int(match[1]) - decade) <= BESIDE for match in beside)


def resolve_century(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve "the 19th century"."""
    century = int(expression.parts["century"])
    if not 1 <= century <= 30:
        return None
    return read_part(year_span(century * 100 - 99, 100), "century", expression.parts)


def resolve_season(expression: Expression, scene: Scene) -> Reading:
    """Resolve a season as the northern half of the world counts it."""
    parts, anchor, name = expression.parts, scene.anchor, expression.parts["season"].lower()
    if _names_southern_place(scene.text[scene.sentence_start(expression.start) : scene.sentence_end(expression.end)]):
        return unresolved("season", "ambiguous")
    if "year" in parts:
        return _season_of_year(name, int(parts["year"]), parts)
    if "that_year" in parts and (year := told_year(expression, scene)):
        return _season_of_year(name, year, parts)
    if anchor is None:
        return unresolved("season", "no_anchor")
    spans = [season_span(name, anchor.year + shift) for shift in (-2, -1, 0, 1)]
    which = " ".join(parts.get("which", "").lower().split())
    named = _named_span(spans, "" if (which, name) == ("this", "winter") else which, anchor)
    if named and which == "this" and named.first > anchor and scene.direction(expression) == PAST:
        return unresolved("season", "no_year")  # "met her this autumn", told in spring
    return read_part(named, "season", parts) if named else choose_span(spans, "season", expression, scene, anchor)


def _names_southern_place(sentence: str) -> bool:
    return any(re.search(rf"\b{place}\b", sentence) for place in sorted(read_words("southern_places.txt")))


def _season_of_year(name: str, year: int, parts: dict[str, str]) -> Reading:
    span = season_span(name, year)
    if name == "winter" and "last_year" not in parts:  # either winter that touches the year
        span = Span(season_span(name, year - 1).first, span.last)
    return read_part(span, "season", parts)


def resolve_quarter(expression: Expression, scene: Scene) -> Reading:
    """Resolve a quarter of a calendar year."""
    parts, anchor = expression.parts, scene.anchor
    if "end_month" in parts:  # "the September quarter"
        parts = parts | {"number": str(month_of(parts["end_month"]) // 3)}
    word = parts.get("number") or parts["quarter"].lower()
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}.get(word) or int(word[0])
    if ended := _fiscal_end(expression, scene):
        return read_span(month_span(ended.year, ended.month - 2, 3), "quarter")
    year = 2000 + int(parts["short_year"]) if "short_year" in parts else told_year(expression, scene)
    if year:
        return read_span(month_span(year, 3 * number - 2, 3), "quarter")
    if anchor is None:
        return unresolved("quarter", "no_anchor")
    spans = [month_span(anchor.year + shift, 3 * number - 2, 3) for shift in (-1, 0, 1)]
    return choose_span(spans, "quarter", expression, scene, anchor)


# "the third quarter ended January 31", "the second half of the year ending October 31, 1988"
_ENDS = re.compile(
    r",?\s(?:(?:which|that)\s)?(?P<edge>ended|ending|ends|to)\s(?:on\s|in\s)?([A-Z][a-z]+)\.?(?:\s\d\d?(?:st|nd|rd|th)?)?"
    r"(?!\w)(?:,?\s((?:19|20)\d\d)\b)?"
)


def _fiscal_end(expression: Expression, scene: Scene) -> date | None:
    """Return the month in which a quarter of a fiscal year ends, when the words tell it."""
    match = _ENDS.match(scene.after(expression))
    if not match or match[2].lower() not in month_numbers():
        return None
    year = int(match[3]) if match[3] else told_year(expression, scene)
    return _edge_month(month_of(match[2]), year, match["edge"], scene)


def ends_otherwise(expression: Expression, scene: Scene) -> bool:
    """Tell whether a year ends in a month that is told, and is no calendar year."""
    match = _ENDS.match(scene.after(expression))
    return bool(match) and match[2].lower() in month_numbers() and month_of(match[2]) != 12


_SIDES = {"ending": FUTURE, "ends": FUTURE, "ended": PAST, "started": PAST, "began": PAST}
_NAMED_FISCAL = re.compile(r"(?:the\s)?(?:current|last|next|previous|this|coming)\s", re.IGNORECASE)


def resolve_fiscal(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve a fiscal year whose first or last month is told; whose "fiscal 2024" it is the text doesn't say."""
    parts = expression.parts
    if "edge_date" not in parts:
        named = "fiscal" in parts or _NAMED_FISCAL.match(parts["_text"])
        return unresolved("fiscal_year", "fiscal_calendar") if named else None
    words = re.findall(r"[A-Za-z]+|\d+", parts["edge_date"])
    year = next((int(word) for word in words if len(word) == 4 and word.isdigit()), None)
    edge = parts["edge"].lower().split()[-1]
    month = _edge_month(month_of(words[0]), year, edge, scene)
    if month is None:
        return unresolved("fiscal_year", "no_anchor")
    ends = edge.startswith("end") or edge == "to"
    day = next((int(word) for word in words[1:] if len(word) < 3 and word.isdigit()), 0)
    if ends and 0 < day < 5:  # the Saturday or Sunday nearest the end of the month before
        last = month.replace(day=day)
        return read_span(Span(shift_day(last, -1, "year") + timedelta(days=1), last), "fiscal_year")
    return read_span(month_span(month.year - ends, month.month + ends, 12), "fiscal_year")


def _edge_month(month: int, year: int | None, edge: str, scene: Scene) -> date | None:
    """Return the month in which a fiscal year begins or ends."""
    if year:
        return date(year, month, 1)
    if scene.anchor is None:
        return None
    days = [date(scene.anchor.year + shift, month, 1) for shift in (-1, 0, 1)]
    return choose_day(days, scene.anchor, _SIDES.get(edge, OPEN))
