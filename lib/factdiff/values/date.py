"""Dates and times as news tells them: found, resolved to intervals of days or moments, rendered and compared."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import NamedTuple, Protocol

from factdiff.syntax import Doc
from factdiff.values.calendar import Span, month_day, unit_span
from factdiff.values.comparison import Comparison
from factdiff.values.dating.checks import check_date
from factdiff.values.dating.clocks import count_from_date, join_timestamps, read_clock_time, share_zones
from factdiff.values.dating.neighbours import further_days, further_decades, share_years
from factdiff.values.dating.quoted import resolve_in_speech
from factdiff.values.dating.roles import add_roles, join_ranges, order_months, order_weekdays, settle_deictic
from factdiff.values.dating.scene import Found, Scene
from factdiff.values.dating.tale import Tale, carry_tale, follow_tale
from factdiff.values.dating.tense import tells_of_speech
from factdiff.values.dating.words import Expression, month_names, month_numbers, month_of, scan_dates

# What may stand between two dates that belong together.
_JOINT = re.compile(
    r"\s?(?:,|,?\s?(?:and|or|to|through|until|till|[-–—/])|,?\s?at)?\s?(?:(?:the|on|in|early|mid|late)[\s-])*"
)

_DEICTIC = re.compile(r"(?:yesterday|today|tonight|tomorrow|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
MAX_GUESSED = 3  # days that the likeliest day of a clock time may be off
MAX_HOSTS = 6  # days told before that a clock time may belong to


class DateMention(NamedTuple):
    """One date, time or interval in a text.

    Attributes:
        start, end: characters in `doc.text`: the expression as printed ("late last year").
        date_start, date_end: ISO 8601 days, first and last; for a clock time or a part of a day minutes
            ("2013-07-02T07:37+00:00", without offset when the text gives no zone); '' when it can't be resolved.
        granularity: minute, hour, part_of_day, day, week, month, season, quarter, year, fiscal_year, decade, century,
            or interval (early November, the past decade).
        token: index in `doc` of the head of the expression.
        role: since, until, from, to: the date bounds a longer time; '' for most.
        reason: '' for most. Unresolved: no_anchor (the day of publication is needed and unknown), no_event ("the next
            day" after no day, "tomorrow" in words of 1961), no_year ("on May 3", which may be of a tale of long ago or
            of the present), ambiguous (05/06/2010, "this summer" in Australia), fiscal_calendar (whose fiscal year?).
            Resolved: other_weekday (weekday and date don't go together), counted ("one day after" something, from a
            date in the same sentence), local_time ("7 a.m. local time"), city_time ("7 a.m. Dushanbe time"), own_zone
            ("7:40 p.m. (1240 GMT)", which tells the zone of the place).
        day_told: false for a clock time whose sentence names no day; the day is then the likeliest.
    """

    start: int
    end: int
    date_start: str
    date_end: str
    granularity: str
    token: int
    role: str
    reason: str
    day_told: bool = True


class Dated(Protocol):
    """What `compare_dates` needs of a date; DateMention has it."""

    date_start: str
    date_end: str
    granularity: str
    reason: str
    day_told: bool


def find_dates(
    doc: Doc,
    *,
    anchor: str,
    anchor_precision: str = "day",
    host_days: Sequence[str] = (),
    tale: Tale | None = None,
    full_days: frozenset[date] = frozenset(),
) -> list[DateMention]:
    """Find the dates and clock times of a text, in reading order.

    Args:
        doc: parsed by `language.load_language`; without a parse it still works, and tenses are read from words alone.
        anchor: when the text was published, ISO 8601; '' when unknown.
        anchor_precision: second, minute, day, month or unknown; from month on, weekdays and days are left unresolved.
        host_days: what a clock time without a day of its own may belong to: the days and parts of days that the blocks
            before told, as ISO 8601 intervals, the first to try first (see `order_hosts`).
        tale: what the blocks before told last of a time long past (see `find_tale`).
        full_days: the days that the whole article prints with their year (see `find_full_days`).
    """
    text = doc.text
    exact = anchor_precision in ("second", "minute", "day")
    timed = anchor if anchor_precision in ("second", "minute") else ""
    day = _anchor_day(anchor, anchor_precision)
    scene = Scene(doc, text, day, exact, published=timed, host_days=host_days, tale=tale, full_days=full_days)
    expressions = share_years(_find_expressions(scene), scene)
    days = [e for e in expressions if e.kind not in ("clock", "offset")]
    told = [found for e in days for found in resolve_in_speech(e, days, scene)]
    told = order_months(order_weekdays(join_ranges(told, text), text, day), text, day)
    told = settle_deictic(told, text)
    clocks = [found for e in expressions if e.kind == "clock" for found in read_clock_time(e, told, scene)]
    clocks = share_zones(clocks, text)
    counted = [found for e in expressions if e.kind == "offset" for found in count_from_date(e, told, scene)]
    founds = sorted([*join_timestamps(sorted([*told, *clocks]), text), *counted])
    return [_mention(found, scene) for found in add_roles(founds, scene)]


def find_full_days(text: str) -> frozenset[date]:
    """Return the days that a text prints with their year: "June 14, 2017", "14 June 2017"."""
    days = set()
    for year in _YEAR.finditer(text):
        if told := _day_before_year().search(text, max(0, year.start() - 24), year.start()):
            month, day = told["month"] or told["month_2"], told["day"] or told["day_2"]
            days.add(month_day(int(year.group()), month_of(month), int(day)))
    return frozenset(day for day in days if day is not None)


@cache
def _day_before_year() -> re.Pattern[str]:
    months = "|".join(sorted(month_numbers(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"\b(?:(?P<month>{months})\.?\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
        rf"|(?P<day_2>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?(?P<month_2>{months})\.?),?\s$",
        re.IGNORECASE,
    )


def order_hosts(doc: Doc, dates: Sequence[DateMention], before: Sequence[str]) -> list[str]:
    """Return the days that clock times in the blocks below may belong to, the first to try first.

    The day told last goes first; "yesterday" and "today", which tell the news of the day and not its story, go last.
    A day that something was said on and a date that bounds a longer time are none.

    Args:
        doc: a block.
        dates: its dates.
        before: the days of the blocks before it.
    """
    told = [d for d in dates if d.granularity in ("day", "part_of_day") and d.date_start and not d.role]
    told = [d for d in told if not d.reason and not tells_of_speech(doc[d.token])]
    days = [(f"{d.date_start}/{d.date_end}", bool(_DEICTIC.match(doc.text[d.start : d.end]))) for d in told]
    named = [day for day, deictic in days if not deictic]
    other = [day for day, deictic in days if deictic]
    return list(dict.fromkeys([*reversed(named), *before, *reversed(other)]))[:MAX_HOSTS]


def find_tale(doc: Doc, dates: Sequence[DateMention], before: Tale | None, *, anchor: str) -> Tale | None:
    """Return what a block and those before it told last of a time long past; nothing after a date of the present.

    Args:
        doc: a block.
        dates: its dates.
        before: the tale of the blocks before it.
        anchor: when the text was published, ISO 8601; '' when unknown.
    """
    tale, published = before, _anchor_day(anchor, "day")
    for told in dates:
        if told.date_start and published is not None:
            days = Span(date.fromisoformat(told.date_start[:10]), date.fromisoformat(told.date_end[:10]))
            tale = follow_tale(
                tale, Tale(days, False), told.granularity, doc.text, told.start, doc[told.token], published
            )
        elif told.reason == "no_year" and tale is not None:
            tale = tale._replace(sure=False, away=0)  # the doubt goes on
    return carry_tale(tale)


def _anchor_day(anchor: str, precision: str) -> date | None:
    match = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", anchor)
    if not match or precision == "unknown":
        return None
    return date(int(match[1]), int(match[2]), int(match[3] or 1))


def _find_expressions(scene: Scene) -> list[Expression]:
    """Return the expressions of a text that pass the checks."""
    kept: list[Expression] = []
    for expression in scan_dates(scene.text):
        if kept and expression.start < kept[-1].end:
            continue
        gap = scene.text[kept[-1].end : expression.start] if kept and kept[-1].kind != "ago" else "."
        if found := check_date(expression, scene, near=bool(_JOINT.fullmatch(gap))):
            kept += [found, *further_days(found, scene.text), *further_decades(found, scene.text)]
    return kept


def _mention(found: Found, scene: Scene) -> DateMention:
    reading, token = found.reading, scene.head(found.start, found.end)
    return DateMention(
        found.start,
        found.end,
        reading.date_start,
        reading.date_end,
        reading.granularity,
        token,
        found.role,
        reading.reason,
        found.day_told,
    )


# ---- rendering


def render_date(date_start: str, date_end: str) -> str:
    """Write an interval for people: "7 January 2026", "November 2025", "1–10 November 2025", "2 July 2013 07:37 UTC".

    Returns:
        '' when either end is ''. `find_dates` reads what this writes as the same interval.
    """
    if not date_start or not date_end:
        return ""
    if "T" in date_start:
        return _render_moments(date_start, date_end)
    first, last = date.fromisoformat(date_start), date.fromisoformat(date_end)
    for unit in ("day", "month", "year", "decade", "century"):
        is_hundred = unit == "decade" and _begins_hundred(first)
        if unit_span(first, unit) == (first, last) and not is_hundred:
            return _render_unit(first, unit)
    if _begins_hundred(first) and (last.month, last.day, last.year - first.year) == (12, 31, 99):
        return _render_unit(first, "decade")
    if first == unit_span(first, "year").first and last == unit_span(last, "year").last:
        return f"{first.year:04d}–{last.year:04d}"
    if first == unit_span(first, "month").first and last == unit_span(last, "month").last:
        start, end = _render_unit(first, "month"), _render_unit(last, "month")
        return f"{start.split()[0]}–{end}" if first.year == last.year else f"{start} – {end}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_render_unit(last, 'day')}"
    if first.year == last.year:
        return f"{first.day} {month_names()[first.month - 1]} – {_render_unit(last, 'day')}"
    return f"{_render_unit(first, 'day')} – {_render_unit(last, 'day')}"


def _begins_hundred(first: date) -> bool:
    """Tell the first day of a year whose "s" is a hundred years: "the 1800s"."""
    return first.year % 100 == 0 and 1000 <= first.year < 2000 and (first.month, first.day) == (1, 1)


def _render_unit(day: date, unit: str) -> str:
    month = month_names()[day.month - 1]
    if unit == "century":
        century = (day.year + 99) // 100
        suffix = "th" if 10 < century < 14 else {1: "st", 2: "nd", 3: "rd"}.get(century % 10, "th")
        return f"{century}{suffix} century"
    return {
        "day": f"{day.day} {month} {day.year:04d}",
        "month": f"{month} {day.year:04d}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year:04d}s",
    }[unit]


def _render_moments(date_start: str, date_end: str) -> str:
    def write(moment: str) -> str:
        zone = moment[16:]
        zone = " UTC" if zone == "+00:00" else f" UTC{zone}" if zone else ""
        return f"{_render_unit(date.fromisoformat(moment[:10]), 'day')} {moment[11:16]}{zone}"

    if date_start == date_end:
        return write(date_start)
    same_day = date_start[:10] == date_end[:10] and date_start[16:] == date_end[16:]
    if same_day:
        return write(date_start[:16]) + "–" + write(date_end).split(" ", 3)[3]
    return f"{write(date_start)} – {write(date_end)}"


# ---- comparing


def compare_dates(a: Dated, b: Dated) -> Comparison:
    """Say how two dates stand to each other.

    Returns:
        agree: the same interval (a day and a part of it agree: "Tuesday", "Tuesday night").
        compatible: one holds or overlaps the other (`wider_interval`), or lies just outside it (`vague`: "early
            September" and the 11th), or only the zone keeps them apart (`other_zone`, `no_zone`), or a clock time has
            no day of its own (`guessed_day`).
        contradict: they have nothing in common: `other_date`, `other_weekday`, for clock times of one day
            `other_time`, and `other_zone` when the same figures are local time here and UTC there.
        '' with `no_date` when either is unresolved.
    """
    if not (a.date_start and b.date_start):
        return Comparison("", "no_date")
    found = _compare_told(a, b)
    if (
        found.relation == "contradict"
        and not (a.day_told and b.day_told)
        and days_apart(a.date_start, b.date_start) <= MAX_GUESSED
    ):
        return _compare_on_one_day(a, b)
    return found


def _compare_on_one_day(a: Dated, b: Dated) -> Comparison:
    """Compare a clock time that has no day of its own with a date: the day is no ground to call them different."""
    if not ("T" in a.date_start and "T" in b.date_start):
        return Comparison("compatible", "guessed_day")
    found = _compare_told(_Moved(a, b.date_start[:10]), b)
    return found if found.relation == "contradict" else Comparison("compatible", "guessed_day")


class _Moved:
    """A date moved to another day."""

    def __init__(self, dated: Dated, day: str) -> None:
        self.date_start, self.date_end = (day + moment[10:] for moment in (dated.date_start, dated.date_end))
        self.granularity, self.reason, self.day_told = dated.granularity, dated.reason, True


def days_apart(one: str, other: str) -> int:
    """Return the days between two dates or moments in ISO 8601."""
    return abs(date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days


def _compare_told(a: Dated, b: Dated) -> Comparison:
    timed = ("T" in a.date_start) + ("T" in b.date_start)
    if timed == 2:
        return _compare_moments(a, b)
    if timed == 1:
        return _compare_moment_with_days(a, b) if "T" in a.date_start else _compare_moment_with_days(b, a)
    if (a.date_start, a.date_end) == (b.date_start, b.date_end):
        return Comparison("agree", "")
    if a.date_start <= b.date_end and b.date_start <= a.date_end:
        return Comparison("compatible", "wider_interval")
    if _is_at_edge(a, b) or _is_at_edge(b, a):
        return Comparison("compatible", "vague")
    return Comparison("contradict", _other_date(a, b))


def _is_at_edge(part: Dated, other: Dated) -> bool:
    """Tell whether a date lies just outside a part of a month or year: September 11 and "early September"."""
    if part.granularity != "interval" or other.granularity == "interval":
        return False
    first, last = date.fromisoformat(part.date_start[:10]), date.fromisoformat(part.date_end[:10])
    slack = timedelta(days=((last - first).days + 1) // 2)
    start, end = date.fromisoformat(other.date_start[:10]), date.fromisoformat(other.date_end[:10])
    return start <= last + slack and end >= first - slack


def _other_date(a: Dated, b: Dated) -> str:
    return "other_weekday" if "other_weekday" in (a.reason, b.reason) else "other_date"


def _compare_moment_with_days(moment: Dated, days: Dated) -> Comparison:
    first, last = moment.date_start[:10], moment.date_end[:10]
    if first <= days.date_end and days.date_start <= last:
        part = moment.granularity == "part_of_day" and days.date_start == days.date_end
        return Comparison("agree", "part_of_day") if part else Comparison("compatible", "wider_interval")
    if moment.date_start[16:]:
        utc = _minutes(moment.date_start)
        if any(days.date_start <= _local_day(utc + shift) <= days.date_end for shift in (-12 * 60, 14 * 60)):
            return Comparison("compatible", "other_zone")
    return Comparison("contradict", _other_date(moment, days))


def _minutes(moment: str) -> int:
    """Return minutes since the year 1, in UTC when the moment has an offset."""
    told = datetime.fromisoformat(moment)
    shift = told.utcoffset() or timedelta()
    return int((told.replace(tzinfo=None) - datetime.min - shift) / timedelta(minutes=1))


def _local_day(minutes: int) -> str:
    return (datetime.min + timedelta(minutes=max(0, minutes))).date().isoformat()


def _compare_moments(a: Dated, b: Dated) -> Comparison:
    """Compare clock times and parts of days; without an offset on one side any zone may lie between."""
    zoned = (bool(a.date_start[16:]), bool(b.date_start[16:]))
    first, second = _range(a), _range(b)
    if zoned[0] == zoned[1]:
        if first == second:
            return Comparison("agree", "")
        if first[0] <= second[1] and second[0] <= first[1]:
            return Comparison("compatible", "wider_interval")
        named = {a.reason, b.reason} & {"local_time", "city_time"}
        if named and not zoned[0] and (first[0] - second[0]) % 30 == 0:
            return Comparison("compatible", "other_zone")  # whose local time, neither says
        return Comparison("contradict", "other_time" if a.date_start[:10] == b.date_start[:10] else _other_date(a, b))
    known, open_ = (a, b) if zoned[0] else (b, a)
    return _compare_across_zones(known, open_)


def _range(dated: Dated) -> tuple[int, int]:
    low, high = _minutes(dated.date_start), _minutes(dated.date_end)
    return (low, high + 59) if dated.granularity == "hour" else (low, high)


def _compare_across_zones(known: Dated, open_: Dated) -> Comparison:
    """Compare a time in a known zone with one whose zone isn't told, 12 hours behind to 14 ahead of UTC."""
    told, local = _range(known), _range(open_)
    clocks = "part_of_day" not in (known.granularity, open_.granularity)
    if clocks and known.reason == "own_zone" and (found := _compare_local(known, open_)) is not None:
        return found
    if clocks and known.date_start[:16] == open_.date_start[:16]:
        if open_.reason == "local_time" and known.date_start[16:] == "+00:00":
            return Comparison("contradict", "other_zone")
        return Comparison("compatible", "no_zone")
    ahead = local[0] - told[0]
    if clocks and known.granularity == open_.granularity == "minute" and ahead % 15:
        return Comparison("contradict", "other_time")
    if local[1] - told[0] >= -12 * 60 and ahead - (told[1] - told[0]) <= 14 * 60:
        return Comparison("compatible", "no_zone")
    return Comparison("contradict", _other_date(known, open_))


def _compare_local(known: Dated, open_: Dated) -> Comparison | None:
    """Compare a clock time in the zone of the place with one without a zone; None where another zone may be meant.

    Most name no zone because they mean that of the place. Other zones are whole hours away, but for a few.
    """
    if known.date_start[:16] == open_.date_start[:16]:
        return Comparison("agree", "own_zone")
    if known.date_start[:10] != open_.date_start[:10]:
        return None
    apart = _minutes(known.date_start[:16]) - _minutes(open_.date_start[:16])
    return Comparison("contradict", "other_time") if apart % 60 or open_.reason == "local_time" else None
