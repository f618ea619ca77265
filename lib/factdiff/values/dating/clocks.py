"""Clock times put on their day, and counts of days that lead to an event."""

import re
from datetime import date, datetime, timedelta

from factdiff.values.calendar import Span, day_span
from factdiff.values.clock import Clock, clock_of, clock_offset, format_moment
from factdiff.values.dating.scene import Found, Reading, Scene, read_span, unresolved
from factdiff.values.dating.tense import (
    FUTURE,
    LEANING,
    OPEN,
    PAST,
    find_direction,
    find_governor,
    has_subject,
    head_of,
    tells_of_speech,
)
from factdiff.values.dating.words import Expression, number_of

UPDATED = timedelta(hours=3)  # after the printed time, within which an article without a day told is still written
BESIDE = 8  # characters between a clock time and the "three days ago" that it belongs to
NEAR = 10  # days before the publication; a day told in a block above, for a clock time below, isn't older

_HALF = re.compile(r"[AaPp]\.?\s?[Mm]")
# "around midnight in July", "last year at 8 p.m.": of no certain day
_BESIDE = re.compile(
    r",?\s(?:(?:one|on\sa)\s(?:\w+\s){1,2})?(?:in|of|during|at|around|about)\s(?:the\s|about\s|around\s)?"
)
_THAT_DAY = re.compile(
    r",?\s(?:(?:on\s)?that|one)\s(?:\w+\s)?(?:day|night|morning|afternoon|evening|weekday|[A-Z]\w+day)\b"
    r"|,?\s(?:on\s)?the\s(?:day|night|morning|afternoon|evening|eve)\sof\s(?!\d|[A-Z][a-z]+\s\d)"
)
_ENDS_DAY = re.compile(r"\b(?:until|till|til|before|by|past|to)\s$", re.IGNORECASE)
_CLOSES = re.compile(
    r"\b(?:close[sd]?|closing|ends?|ended|expires?|expired)\s(?:at\s)?$",
    re.IGNORECASE,
)
_HEARD = re.compile(
    r"\b(?:court|jury|jurors|inquest|trial|tribunal|inquiry|hearing|panel)\s(?:was\stold|were\stold|(?:has\s|have\s)?heard)\b"
    r"(?:\s(?:again\s)?(?:on\s)?(?:[A-Z]\w+day|yesterday|today))?"
)
_DAY_NAME = re.compile(
    r"\b(?:[A-Z]\w+day|(?:that|same|next|following)\s(?:day|night|morning|evening)|\d{1,2}|(?i:yesterday|today))\b"
)
_DAY_BEHIND = re.compile(
    r",?\s(?:on\s|that\s)?(?:the\s)?(?:[A-Z]\w+day|(?:night|evening|morning)\sof|[A-Z][a-z]{2,8}\.?\s\d|\d{1,2}\s[A-Z])"
)
_PLAIN = re.compile(r"\d{1,2}(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?")
_DAYS = ("day", "part_of_day")
_LOOSE = frozenset(["month", "season", "quarter", "year", "decade", "century", "interval"])
_FIGURES = re.compile(r"\d{1,2}:\d\d\b")
_OPENING = re.compile(r"\W*(?:\w+\s){0,2}(?:[Jj]ust\s|[Bb]arely\s|[Oo]nly\s)?")


def read_clock_time(expression: Expression, told: list[Found], scene: Scene) -> list[Found]:
    """Return a clock time on the day that its sentence names, else the day told before, else the day of publication.

    What was can't be later than the publication: then an earlier day that was told counts, else the day before.
    Two for the ends of "8-9 p.m.".

    Args:
        told: the dates of the text, resolved.
    """
    clock, parts = clock_of(expression.parts), expression.parts
    if clock is None:
        return []
    host = _host_day(expression, told, scene)
    midnight = "midnight" in parts["time"].lower()
    if clock.hour < 12 and not midnight and not clock.zone and not _HALF.search(parts["time"]) and _is_late(host):
        clock = clock._replace(hour=clock.hour + 12)  # "at 8:30 on Friday night"
    elif not midnight and _is_after_noon(expression, clock, scene):
        clock = clock._replace(hour=clock.hour + 12)
    granularity = "minute" if clock.precise else "hour"
    if _is_loose(expression, told, scene):
        return [Found(expression.start, expression.end, unresolved(granularity, "no_event"))]
    if _hangs_on_doubt(expression, told, scene):
        return [Found(expression.start, expression.end, unresolved(granularity, "no_year"))]
    day = _choose_day(expression, clock, host, told, scene)
    if midnight and day is not None and host and day == host.reading.days.first:
        over = scene.day is not None and day >= scene.day and _is_past(expression, scene)
        before = scene.before(expression, 24)
        if _is_late(host) or _ENDS_DAY.search(before) or (not over and _CLOSES.search(before)):
            day += timedelta(days=1)  # "midnight tonight", "until midnight on Friday" end the day
    told_here = host is not None and host.start >= scene.sentence_start(expression.start)
    told_here = told_here and not (_is_day_of_saying(host, expression, scene) or _is_heard(expression, scene))
    second = Found(expression.start, expression.end, _read_clock(clock, day), day_told=told_here)
    return _with_opening(second, clock, day, parts, scene) if "from_hour" in parts else [second]


def _with_opening(second: Found, clock: Clock, day: date | None, parts: dict[str, str], scene: Scene) -> list[Found]:
    """Return both ends of "8-9 p.m.", or both times of "at 9:40 and 11 a.m."."""
    end = second.start + len(parts["from_hour"])
    half = _HALF.search(parts["time"])
    opening = clock_of(parts | {"time": parts["from_hour"] + (half.group() if half else ""), "second": ""})
    closing = second._replace(start=end + len(parts["joint"]))
    if opening is None:
        return [closing]
    if (opening.hour, opening.minute) > (clock.hour, clock.minute) and opening.hour >= 12:
        opening = opening._replace(hour=opening.hour - 12)  # "11-2 p.m." opens in the morning
    opened = second._replace(end=end, reading=_read_clock(opening, day))
    if parts["joint"].strip() == "and" and not scene.text[: second.start].lower().endswith("between "):
        return [opened, closing]
    return [opened._replace(role="from"), closing._replace(role="to")]


def _read_clock(clock: Clock, day: date | None) -> Reading:
    granularity = "minute" if clock.precise else "hour"
    if day is None:
        return unresolved(granularity, "no_anchor")
    offset = clock_offset(clock, day)
    moment = format_moment(day, clock.hour, clock.minute, offset)
    local = f"{clock.zone}_time" if clock.zone in ("local", "city") and not offset else ""
    return Reading(moment, moment, granularity, "own_zone" if offset and not clock.zone else local)


def _host_day(expression: Expression, told: list[Found], scene: Scene) -> Found | None:
    """Return the day a clock time belongs to: the nearest in its sentence, else the last one before."""
    days = [found for found in told if _is_host(found) and not _is_aside(found, expression, scene)]
    low, high = scene.sentence_start(expression.start), scene.sentence_end(expression.end)
    inside = [found for found in days if low <= found.start < high]
    if inside:
        return min(inside, key=lambda f: (max(f.start - expression.end, expression.start - f.end), f.start))
    before = [found for found in days if found.end <= expression.start and expression.start - found.end < 250]
    return before[-1] if before else None


def _is_day_of_saying(host: Found | None, expression: Expression, scene: Scene) -> bool:
    """ "Police said on Monday that he was shot at 9 p.m.": the day tells when it was said, not when it happened."""
    if host is None or max(host.start - expression.end, expression.start - host.end) <= BESIDE:
        return False
    head = scene.doc[scene.head(host.start, host.end)]
    if not tells_of_speech(head):
        return False
    return find_governor(scene.token(expression))[0] not in (None, find_governor(head)[0])


def _is_heard(expression: Expression, scene: Scene) -> bool:
    """ "The court heard on Tuesday how the car was filmed at 11 p.m.": long before, on a day told elsewhere."""
    opening = scene.text[scene.sentence_start(expression.start) : expression.start]
    match = _HEARD.search(opening)
    return (
        match is not None
        and not _DAY_NAME.search(opening, match.end())
        and not _DAY_BEHIND.match(scene.after(expression))
    )


def _is_aside(found: Found, expression: Expression, scene: Scene) -> bool:
    """ "since the race began three days ago, it crossed the line at 2:15": a day of something else."""
    if not scene.text[found.start : found.end].endswith("ago"):
        return False
    return max(found.start - expression.end, expression.start - found.end) > BESIDE


def _choose_day(
    expression: Expression, clock: Clock, host: Found | None, told: list[Found], scene: Scene
) -> date | None:
    if host and host.start >= scene.sentence_start(expression.start):
        return host.reading.days.first
    days = [host.reading.days.first, *_days_before(expression, told)] if host else []
    days += _host_days(clock, scene)
    if scene.day is not None and _side(expression, scene) == FUTURE and (not days or days[0] < scene.day):
        coming = [day for day in days if day >= scene.day]  # "is to speak at 12.30pm": not on a day that has passed
        today = scene.day + timedelta(days="midnight" in expression.parts["time"].lower())
        return coming[0] if coming else today
    first = days[0] if days else scene.day
    if first is None or not _is_ahead(clock, first, scene) or not _is_past(expression, scene):
        return first
    possible = [day for day in days if not _is_ahead(clock, day, scene)]
    if possible or scene.day is None:
        return possible[0] if possible else first
    updated = not _is_later(clock, scene.day, scene.published, UPDATED)  # the page tells when it began
    return scene.day if updated else scene.day - timedelta(days=1)


def _is_loose(expression: Expression, told: list[Found], scene: Scene) -> bool:
    """Tell a clock time beside a month or a year, or by a day that isn't known, in a sentence without a day."""
    low, high = scene.sentence_start(expression.start), scene.sentence_end(expression.end)
    inside = [found for found in told if low <= found.start < high]
    if any(_is_host(found) for found in inside):
        return False
    if _THAT_DAY.match(scene.after(expression)):
        return True
    if any(found.reading.reason == "no_event" and found.reading.granularity in _DAYS for found in inside):
        return True
    loose = [found for found in inside if found.reading.granularity in _LOOSE]
    gaps = [scene.text[min(f.end, expression.end) : max(f.start, expression.start)] for f in loose]
    return any(_BESIDE.fullmatch(gap) for gap in gaps)


def _hangs_on_doubt(expression: Expression, told: list[Found], scene: Scene) -> bool:
    """Tell whether the day a clock time belongs to is one whose year isn't known: "On July 19 at 17:21"."""
    days = [f for f in told if _is_host(f) or (f.reading.granularity in _DAYS and f.reading.reason == "no_year")]
    low, high = scene.sentence_start(expression.start), scene.sentence_end(expression.end)
    inside = [found for found in days if low <= found.start < high]
    if inside:
        nearest = min(inside, key=lambda f: (max(f.start - expression.end, expression.start - f.end), f.start))
        return not _is_host(nearest)
    before = [found for found in days if found.end <= expression.start and expression.start - found.end < 250]
    return bool(before) and not _is_host(before[-1])


def _days_before(expression: Expression, told: list[Found]) -> list[date]:
    """Return the days told before in the same block, the last one first."""
    return [f.reading.days.first for f in reversed(told) if f.end <= expression.start and _is_host(f)]


def _host_days(clock: Clock, scene: Scene) -> list[date]:
    """Return the days of the blocks before, not long before the publication: first those told with this part of day."""
    spans = [interval.split("/") for interval in scene.host_days]
    near = [s for s in spans if scene.anchor is None or (scene.anchor - date.fromisoformat(s[0][:10])).days <= NEAR]
    time = f"{clock.hour:02d}:{clock.minute:02d}"
    near.sort(key=lambda span: "T" not in span[0] or not span[0][11:16] <= time <= span[1][11:16])
    return [date.fromisoformat(span[0][:10]) for span in near]


def _is_past(expression: Expression, scene: Scene) -> bool:
    return _side(expression, scene) in (PAST, LEANING)


def _side(expression: Expression, scene: Scene) -> str:
    span = scene.doc.char_span(expression.start, expression.end)
    if span is None:
        return OPEN
    return find_direction(scene.doc, scene.text, expression.start, expression.end, head_of(span))


def _is_after_noon(expression: Expression, clock: Clock, scene: Scene) -> bool:
    """Tell "the match starts at 3:30 tomorrow", in the afternoon, from "03:30"."""
    if clock.marked or not 1 <= clock.hour <= 6 or expression.parts["time"].startswith("0"):
        return False
    return _side(expression, scene) == FUTURE


def _is_later(clock: Clock, day: date, published: str, slack: timedelta = timedelta()) -> bool:
    """Tell whether a clock time of a day is later than the publication; a time without a zone is of the same one."""
    if not published:
        return False
    moment = datetime.fromisoformat(format_moment(day, clock.hour, clock.minute, clock_offset(clock, day)))
    limit = datetime.fromisoformat(published)
    if moment.tzinfo is None or limit.tzinfo is None:
        moment, limit = moment.replace(tzinfo=None), limit.replace(tzinfo=None)
    return moment - limit > slack


def _is_ahead(clock: Clock, day: date, scene: Scene) -> bool:
    """Tell whether a clock time of a day lies after the publication, as far as its time is known."""
    if not scene.published:
        return scene.day is not None and day > scene.day
    return _is_later(clock, day, scene.published)


def _is_host(found: Found) -> bool:
    return found.reading.granularity in _DAYS and found.reading.date_start != ""


def _is_late(host: Found | None) -> bool:
    return host is not None and host.reading.date_start[11:16] >= "12:00"


def share_zones(founds: list[Found], text: str) -> list[Found]:
    """Give the first of "at 22:27 and 22:31 UTC" the zone of the second.

    Args:
        founds: clock times, in reading order.
        text: that they stand in.
    """
    made: list[Found] = []
    for one, two in zip(founds, [*founds[1:], None], strict=False):
        if two is not None and _shares_zone(one, two, text):
            start, end = (m + two.reading.date_start[16:] for m in (one.reading.date_start, one.reading.date_end))
            one = one._replace(reading=one.reading._replace(date_start=start, date_end=end))
        made.append(one)
    return made


def _shares_zone(one: Found, two: Found, text: str) -> bool:
    start, zoned = one.reading.date_start, two.reading.date_start
    if not start or start[16:] or not zoned[16:] or one.reading.reason or two.reading.reason:
        return False
    figures = _PLAIN.fullmatch(text, one.start, one.end) and _PLAIN.match(text, two.start)
    return bool(figures and re.fullmatch(r",?\s(?:and|to|or|until)\s|\s?[-–—]\s?", text[one.end : two.start]))


def join_timestamps(founds: list[Found], text: str) -> list[Found]:
    """Make one of a day with its year and a clock time ("July 2, 2013 07:44"), and of two with a dash between."""
    made: list[Found] = []
    for found in founds:
        if made and _is_stamped(made[-1], found, text):
            found = found._replace(start=made.pop().start)
        if made and _is_stamp_range(made[-1], found, text):
            opening, reading = made.pop(), found.reading
            start = opening.reading.date_start
            start = start if start[16:] else start + reading.date_start[16:]  # "12:00–18:00 UTC"
            found = Found(opening.start, found.end, Reading(start, reading.date_end, "interval", reading.reason))
        made.append(found)
    return made


def _is_stamped(day: Found, clock: Found, text: str) -> bool:
    if clock.reading.granularity not in ("minute", "hour") or day.reading.granularity != "day":
        return False
    beside = re.fullmatch(r"[\s,]{1,3}", text[day.end : clock.start])
    dated = re.search(r"\d{4}$", text[day.start : day.end])
    return bool(beside and dated) and clock.reading.date_start[:10] == day.reading.date_start != ""


def _is_stamp_range(one: Found, two: Found, text: str) -> bool:
    if one.reading.granularity != "minute" or two.reading.granularity != "minute" or two.role:
        return False
    stamped = re.search(r"\d{4}[\s,]{1,3}\d\d?:\d\d", text[one.start : one.end])
    joined = re.fullmatch(r"\s?[-–—]\s?", text[one.end : two.start])
    return bool(stamped and joined) and one.reading.date_start[:16] < two.reading.date_end[:16]


def count_from_date(expression: Expression, told: list[Found], scene: Scene) -> list[Found]:
    """Return the day of the event in "One day after the announcement, the ban took effect on January 7"."""
    parts = expression.parts
    low, high = number_of(parts["count"])
    unit = parts["unit"].lower().removesuffix("s")
    opening = scene.text[scene.sentence_start(expression.start) : expression.start]
    dated = _main_day(expression, told, scene)
    if low != high or unit not in ("day", "week") or not _OPENING.fullmatch(opening) or dated is None:
        return []
    shift = timedelta(days=low * (7 if unit == "week" else 1))
    try:
        day = dated.first - shift if parts["way"].lower() == "after" else dated.first + shift
    except OverflowError:
        return []
    end = expression.start + len(parts["_text"].rstrip())
    return [Found(expression.start, end, read_span(day_span(day), "day", "counted"))]


def _main_day(expression: Expression, told: list[Found], scene: Scene) -> Span | None:
    """Return the only day that the rest of a sentence tells, when it belongs to the main clause, after the comma."""
    end = scene.sentence_end(expression.end)
    dated = [found for found in told if expression.end <= found.start < end and found.reading.date_start]
    comma = scene.text.find(",", expression.end, end)
    if len(dated) != 1 or comma < 0 or dated[0].start < comma:
        return None
    if dated[0].reading.granularity not in ("day", "part_of_day"):
        return None
    head = scene.doc[scene.head(dated[0].start, dated[0].end)]
    return dated[0].reading.days if has_subject(head, comma) else None  # not "before the vote, due on 10 December"
