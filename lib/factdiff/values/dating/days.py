"""Single days: dates in figures and words, weekdays, today and yesterday, holidays, and parts of a day."""

from datetime import date, timedelta
from functools import cache

from factdiff.lists import read_rows
from factdiff.values.calendar import (
    Span,
    day_span,
    fold_name,
    holiday_day,
    is_single_day,
    month_day,
    near_weekday,
    nth_weekday,
    shift_day,
    week_span,
    weekday_after,
    weekday_before,
)
from factdiff.values.clock import format_moment
from factdiff.values.dating.scene import (
    DAY_KINDS,
    Found,
    Reading,
    Scene,
    choose_day,
    counts_from_told,
    read_span,
    told_year,
    unresolved,
)
from factdiff.values.dating.tense import ASKED_THEN, FUTURE, LEANING, PAST, asks_for_event
from factdiff.values.dating.words import Expression, day_of, month_of, weekday_of

YEAR_AHEAD, JUST_PAST = 240, 60  # days: so far ahead nobody leaves out the year of a day whose like has just passed

_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "L", "final": "L"}


def resolve_nth_weekday(expression: Expression, scene: Scene) -> Reading:
    """Resolve "the first Sunday of April"."""
    parts, anchor = expression.parts, scene.anchor
    weekday, month, word = weekday_of(parts["weekday"]), month_of(parts["month"]), parts["nth"].lower()
    nth = _NTH.get(word) or word[0]
    if year := told_year(expression, scene):
        return read_day(nth_weekday(year, month, weekday, nth), parts)
    if anchor is None:
        return unresolved("day", "no_anchor")
    days = [nth_weekday(anchor.year + shift, month, weekday, nth) for shift in (-1, 0, 1)]
    return read_day(choose_day(days, anchor, scene.direction(expression)), parts)


@cache
def day_part_hours() -> dict[str, tuple[int, int]]:
    """Return the minutes of the day between which a part of the day lies."""
    hours = {row["word"]: (row["from"], row["to"]) for row in read_rows("day_parts.csv")}
    return {word: (_minutes(low), _minutes(high)) for word, (low, high) in hours.items()}


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def read_day(day: date, parts: dict[str, str]) -> Reading:
    """Return the reading of a day, or of the part of it that the words tell ("early", "Tuesday night")."""
    words = " ".join(parts.get(key, "") for key in ("half", "day_part", "of_part")).lower().split()
    half = next((word for word in words if word in ("early", "late")), "")
    part = next((word for word in words if word in day_part_hours() and word != half), "")
    if "hours" in words:
        half, part = "", "early hours"
    if not half and not part:
        return read_span(day_span(day), "day")
    low, high = _narrow_hours(half, part)
    start, end = format_moment(day, *divmod(low, 60)), format_moment(day, *divmod(high, 60))
    return Reading(start, end, "part_of_day", "")


def _narrow_hours(half: str, part: str) -> tuple[int, int]:
    """Return the minutes of a part of the day; "early Tuesday morning" begins at midnight."""
    low, high = day_part_hours()[part or half]
    if not half or not part:
        return low, high
    middle = (low + high) // 120 * 60
    if half == "late":
        return middle, high
    return (0 if part == "morning" else low), middle


def resolve_iso(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve "2013-07-02" and "2013-07-02T07:37Z"."""
    parts = expression.parts
    day = date.fromisoformat(parts["iso"])
    if "hour" not in parts:
        return read_span(day_span(day), "day")
    offset = parts.get("offset", "").replace("Z", "+00:00")
    offset = offset if len(offset) != 5 else f"{offset[:3]}:{offset[3:]}"
    if int(parts["hour"]) > 23 or (offset and int(offset[1:3]) > 14):
        return None
    moment = format_moment(day, int(parts["hour"]), int(parts["minute"]), offset)
    return Reading(moment, moment, "minute", "")


def resolve_slash(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve "31/12/2023" and "31.12.2023"; "05/06/2023" is ambiguous: the outlet's habit isn't known."""
    one, two, year = (int(expression.parts[key]) for key in ("one", "two", "year"))
    if year < 100:
        year += 2000 if year < 70 else 1900
    as_day_first, as_month_first = month_day(year, two, one), month_day(year, one, two)
    if expression.parts["mark"] == ".":
        return read_span(day_span(as_day_first), "day") if as_day_first else None
    if as_day_first and as_month_first and as_day_first != as_month_first:
        return unresolved("day", "ambiguous")
    day = as_day_first or as_month_first
    return read_span(day_span(day), "day") if day else None


def resolve_day(expression: Expression, scene: Scene) -> list[Found] | Reading | None:
    """Resolve a day of a month, with or without year and weekday, and "3-7 May"."""
    parts = expression.parts
    month, number = month_of(parts["month"]), day_of(parts["day"])
    if not month_day(2024, month, number):
        return None
    year = told_year(expression, scene)
    day = month_day(year, month, number) if year else _guess_day(expression, scene, month, number)
    if day is None:
        return unresolved("day", "no_year" if scene.anchor else "no_anchor") if not year else None
    if not year and counts_from_told(expression):
        return unresolved("day", "no_event")
    if other := parts.get("last_day") or parts.get("first_day"):
        return _day_range(day, day_of(other), "first_day" in parts)
    if "weekday" in parts and weekday_of(parts["weekday"]) != day.weekday():
        return _weekday_conflict(expression, read_day(day, parts), day, parts["weekday"])
    return read_day(day, parts)


def _day_range(day: date, other: int, other_first: bool) -> Reading | None:
    second = month_day(day.year, day.month, other)
    first, last = (second, day) if other_first else (day, second)
    return read_span(Span(first, last), "interval") if first and last and first < last else None


def _weekday_conflict(expression: Expression, reading: Reading, day: date, weekday: str) -> list[Found]:
    """ "Tuesday, January 7" when the 7th was a Wednesday: the date as printed, and the nearest such weekday."""
    near = near_weekday(day, weekday_of(weekday)).isoformat()
    start = expression.start + expression.parts["_text"].index(weekday)
    return [
        Found(expression.start, expression.end, reading._replace(reason="other_weekday")),
        Found(start, start + len(weekday), Reading(near, near, "day", "other_weekday")),
    ]


def _guess_day(expression: Expression, scene: Scene, month: int, number: int) -> date | None:
    """Return the day without a year that its tale or the tense of its clause asks for; the nearest when that is open.

    Nothing when the day may be of a tale of long ago or of the present.
    """
    anchor = scene.anchor
    if anchor is None:
        return None
    years = [anchor.year - 1, anchor.year, anchor.year + 1]
    if (month, number) == (2, 29):
        years = list(range(anchor.year - 8, anchor.year + 9))
    days = [day for year in years if (day := month_day(year, month, number))]
    side = {"last": PAST, "next": FUTURE}.get(expression.parts.get("which", "").lower())
    side = side or scene.direction(expression)
    chosen = choose_day(days, scene.story_day(expression, side) or anchor, side)
    if side == FUTURE and not expression.parts.get("which") and (then := scene.planned_then(expression, days)):
        return then
    last = days[days.index(chosen) - 1] if days.index(chosen) else None
    weekday = expression.parts.get("weekday")
    if side == FUTURE and last and (chosen - anchor).days > YEAR_AHEAD:
        if scene.is_of_thing(expression) or (weekday and weekday_of(weekday) == last.weekday()):
            return last  # "the surgery, set for June 1, was halted", told on June 6
        if (anchor - last).days < JUST_PAST:
            return None
    if weekday and abs((chosen - anchor).days) > 60 and chosen.weekday() != weekday_of(weekday):
        told = month_day(scene.tale.span.first.year, month, number) if scene.tale else None
        days = [told, *days] if told else days
        return next((day for day in days if day.weekday() == weekday_of(weekday)), chosen)
    if weekday or "which" in expression.parts:
        return chosen
    placed = scene.place(expression, day_span(chosen), lambda year: _span_of(month_day(year, month, number)))
    open_year = side != FUTURE and expression.kind != "lone_day"
    if placed is None or (placed.first == chosen and (scene.is_too_far(placed) or "_doubt" in expression.parts)):
        return None
    if open_year and placed.first == chosen and scene.names_other_year(chosen):
        return None  # after "August 15, 1947", "August 15" may be of any year
    return placed.first


def resolve_day_of_month(expression: Expression, scene: Scene) -> Reading | None:
    """Resolve "the 10th of that month", "the 15th of last month"."""
    parts, words = expression.parts, expression.parts["of_month"].lower().split()
    told = words[0] in ("that", "the")
    known = scene.latest(expression, *DAY_KINDS, "month") if told else None
    day = known.span.first if known else scene.anchor
    if day is None or (told and known is None):
        return unresolved("day", "no_event" if told else "no_anchor")
    shift = {"last": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1}.get(words[-1], 0)
    month = shift_day(day.replace(day=1), shift, "month")
    found = month_day(month.year, month.month, day_of(parts["day"]))
    return read_day(found, parts) if found else None


def _span_of(day: date | None) -> Span | None:
    return day_span(day) if day else None


_SHIFTS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def resolve_relative_day(expression: Expression, scene: Scene) -> Reading:
    """Resolve today, yesterday, tomorrow, tonight, last night, this morning."""
    parts, today = expression.parts, scene.day
    if today is None:
        return unresolved("day", "no_anchor")
    if "this_part" in parts:
        words = {
            "day_part": parts["this_part"],
            "half": parts.get("this_half", ""),
            "of_part": parts.get("of_part", ""),
        }
        return read_day(today, words)
    night = {"day_part": "night", "half": parts.get("half", parts.get("night_half", ""))}
    if "last_night" in parts:
        return read_day(today - timedelta(days=1), night)
    word = " ".join(parts["day"].lower().split())
    return read_day(today, night) if word == "tonight" else read_day(today + timedelta(days=_SHIFTS[word]), parts)


def resolve_weekday(expression: Expression, scene: Scene) -> Reading:
    """Resolve a weekday: the latest up to the day of publication, or the next when the clause looks ahead."""
    parts, today = expression.parts, scene.day
    if today is None:
        return unresolved("day", "no_anchor")
    if "_doubt" in parts:  # "In 1987, the chart was told on Sunday"
        return unresolved("day", "no_year")
    weekday = weekday_of(parts["weekday"])
    if week := parts.get("week", "").lower():
        monday = week_span(today + timedelta(days={"last": -7, "this": 0, "next": 7}[week])).first
        return read_day(monday + timedelta(days=weekday), parts)
    which = "later" if parts.get("half", "").lower() == "later" else parts.get("which", "")
    day = _named_weekday(" ".join(which.lower().split()), weekday, today)
    return read_day(day or _bare_weekday(expression, scene, weekday, today), parts)


def _named_weekday(which: str, weekday: int, today: date) -> date | None:
    """Return "last", "next", "this past" or "this coming" Thursday; nothing for other words."""
    if which == "last":  # on a Friday, "last Thursday" is not yesterday, but on a Tuesday "last Sunday" is two days ago
        latest, near = weekday_before(today - timedelta(days=2), weekday), today - timedelta(days=2)
        return latest - timedelta(days=7) if latest == near >= week_span(today).first else latest
    if which == "later":  # "was to be freed later on Monday": one told about, or of today
        return near_weekday(today, weekday)
    if which == "next":
        return week_span(today + timedelta(days=7)).first + timedelta(days=weekday)
    if which in ("this past", "past"):
        return weekday_before(today - timedelta(days=1), weekday)
    return weekday_after(today + timedelta(days=1), weekday) if which in ("this coming", "coming") else None


def _bare_weekday(expression: Expression, scene: Scene, weekday: int, today: date) -> date:
    direction, this = scene.direction(expression), expression.parts.get("which", "").lower() == "this"
    owner = scene.after(expression, 2) in ("'s", "’s")
    called = today.weekday() < weekday and asks_for_event(scene.token(expression)) == ASKED_THEN
    ahead = direction == FUTURE or called or (this and (direction not in (PAST, LEANING) or owner))
    return (weekday_after if ahead else weekday_before)(today, weekday)


# The days of a long weekend before and after a holiday, Monday to Sunday.
_BRIDGES = ((2, 0), (3, 0), (0, 4), (0, 3), (0, 2), (0, 1), (1, 1))


def resolve_holiday(expression: Expression, scene: Scene) -> Reading:
    """Resolve a day with a name."""
    parts, anchor, which = expression.parts, scene.anchor, expression.parts.get("which", "").lower()
    name = {"christmas": "Christmas Day", "easter": "Easter Sunday"}.get(fold_name(parts["holiday"]), parts["holiday"])
    year = 1 if is_single_day(name) else told_year(expression, scene)
    if year:
        return _read_holiday(holiday_day(name, year), parts)
    if anchor is None:
        return unresolved("day", "no_anchor")
    days = [holiday_day(name, anchor.year + shift) for shift in (-1, 0, 1)]
    if which in ("last", "next"):
        chosen = [day for day in days if day < anchor][-1] if which == "last" else next(d for d in days if d > anchor)
    else:
        side = scene.direction(expression)
        chosen = choose_day(days, scene.story_day(expression, side) or anchor, side)
        placed = scene.place(expression, day_span(chosen), lambda year: day_span(holiday_day(name, year)))
        if placed is None:
            return unresolved("day", "no_year")
        chosen = placed.first
    return _read_holiday(chosen, parts)


def _read_holiday(day: date, parts: dict[str, str]) -> Reading:
    """Return a holiday, or the weekend that it makes longer: Thanksgiving to Sunday, Saturday to Labor Day."""
    if "weekend" not in parts:
        return read_span(day_span(day), "day")
    before, after = _BRIDGES[day.weekday()]
    if fold_name(parts["holiday"]).startswith("easter"):
        before = 2
    return read_span(Span(day - timedelta(days=before), day + timedelta(days=after)), "interval")
