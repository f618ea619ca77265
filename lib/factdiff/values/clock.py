"""Clock times as news prints them, and the zones they are told in."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows
from factdiff.values.calendar import nth_weekday


class Clock(NamedTuple):
    """One printed clock time.

    Attributes:
        hour: 0 to 23.
        minute: 0 to 59.
        zone: the zone as printed, "local" for "local time", '' when none is told.
        precise: the minutes are printed ("7:00 p.m.", not "7 p.m.").
        marked: am or pm, a zone or the like show that this is a clock time and no score or ratio.
        second_time: the same moment in another zone ("(3:37 a.m. EDT)") as hour, minute, zone; or nothing.
    """

    hour: int
    minute: int
    zone: str
    precise: bool
    marked: bool
    second_time: tuple[int, int, str] | None


_HALF = r"[AaPp](?:\.\s?[Mm]\.?|[Mm])(?!\w)"
_TWELVE = rf"(?:1\d|2[0-3]|0?\d)(?:[:.][0-5]\d)?(?::[0-5]\d)?\s?{_HALF}"
_SHORT = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?![\d:])"
_BARE = r"(?:[01]\d|2[0-3])\.?[0-5]\d"
_WORD = r"(?:12\s)?(?:[Nn]oon|[Mm]idnight)(?!\w)"
_PARTS = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::\d\d(?:\.\d+)?)?\s?([AaPp])?")
_OFFSET = re.compile(r"(?:UTC|GMT)\s?([+-])(\d{1,2})(?::?(\d\d))?")


@cache
def zone_table() -> dict[str, tuple[str, str, str]]:
    """Return zone name to (offset, summer offset or '', rule us, eu or '')."""
    table = {row["name"]: (row["offset"], row["summer"], row["rule"]) for row in read_rows("zone_names.csv")}
    for row in read_rows("time_zones.csv"):
        if not row["domain"] and row["name"] not in table and row["name"] != "Z":
            offset = row["offset"].replace("Z", "+00:00")
            table[row["name"]] = (offset, row["summer"], "us" if row["summer"] else "")
    return table


_CITY = r"(?-i:(?:[A-Z][a-z]+\s){1,2}time(?!\w))"  # "5:40 a.m. Dushanbe time": a place's own, its offset not told


@cache
def clock_pattern() -> str:
    """Return the pattern of one clock time with its zone and, in brackets, the same time in another zone."""
    names = "|".join(re.escape(name) for name in sorted(zone_table(), key=lambda name: (-len(name), name)))
    zone = rf"(?:(?:UTC|GMT)\s?[+-]\d{{1,2}}(?::?\d\d)?(?!\d)|(?:{names})(?!\w)|local(?:\s[Tt]ime)?(?!\w))"
    bare = rf"{_BARE}(?=\s?(?:{zone}|\({zone}|hrs|hours|h\b))"
    hour = r"(?:\s?(?:hrs|hours|h)(?!\w))?"
    second = rf"(?P<second>(?:{_TWELVE}|{_SHORT}|{_BARE})\s?{zone})"
    return (
        rf"(?:(?P<from_hour>\d{{1,2}}(?:[:.][0-5]\d)?)(?P<joint>\s?[-–—]\s?|\s(?:to|and)\s)(?=\d[\d:.]*\s?{_HALF}))?"
        rf"(?P<time>(?<![$£€¥#.,:])(?:{_TWELVE}|{_SHORT}|{bare})|{_WORD}){hour}"
        rf"(?:\s?(?P<bracket>\()?(?P<zone>{zone}|{_CITY})(?(bracket)\)))?"
        rf"(?:,?\s?[(/]{second}(?:[^()\n]{{0,25}}\))?)?"
    )


@cache
def _clock_regex() -> re.Pattern[str]:
    return re.compile(clock_pattern())


def read_clock(text: str) -> Clock | None:
    """Read a clock time that fills `text`; nothing when there is none."""
    match = _clock_regex().fullmatch(text)
    return clock_of(match.groupdict()) if match else None


def clock_of(parts: Mapping[str, str | None]) -> Clock | None:
    """Read a clock time from the groups of `clock_pattern` (time, zone, second); nothing for a 19:75 or a 25 p.m."""
    time = parts.get("time") or ""
    told = _hour_minute(time)
    if told is None:
        return None
    zone = parts.get("zone") or ""
    if zone.startswith("local") or (zone.endswith(" time") and zone not in zone_table()):
        zone = "local" if zone.startswith("local") else "city"  # "5 a.m. Dushanbe time"
    word = not time[:1].isdigit() or time.lower().endswith(("noon", "midnight"))
    marked = bool(zone) or word or time.rstrip(". ")[-1:].lower() == "m" or parts.get("second") is not None
    precise = word or len(re.sub(r"\D", "", time)) > 2
    return Clock(*told, zone, precise, marked, _second_time(parts.get("second")))


def _hour_minute(text: str) -> tuple[int, int] | None:
    if "noon" in text.lower() or "midnight" in text.lower():
        return (12, 0) if "noon" in text.lower() else (0, 0)
    match = _PARTS.match(text)
    if not match:
        return None
    digits, minute, half = match.group(1), int(match.group(2) or 0), (match.group(3) or "").lower()
    hour = int(digits)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None


def _second_time(text: str | None) -> tuple[int, int, str] | None:
    told = _hour_minute(text) if text else None
    if text is None or told is None:
        return None
    zone = re.sub(rf"^[\d:.]+\s?(?:{_HALF})?\s?", "", text)
    return (*told, "local" if zone.startswith("local") else zone)


def zone_offset(zone: str, day: date) -> str:
    """Return the offset ("+07:00") of a printed zone on a day, summer time included; '' for local time."""
    if match := _OFFSET.fullmatch(zone):
        return f"{match[1]}{int(match[2]):02d}:{match[3] or '00'}" if int(match[2]) <= 14 else ""
    offset, summer, rule = zone_table().get(zone, ("", "", ""))
    return summer if summer and _is_summer(rule, day) else offset


def _is_summer(rule: str, day: date) -> bool:
    if rule == "us":
        return nth_weekday(day.year, 3, 6, "2") <= day < nth_weekday(day.year, 11, 6, "1")
    return nth_weekday(day.year, 3, 6, "L") <= day < nth_weekday(day.year, 10, 6, "L")


def clock_offset(clock: Clock, day: date) -> str:
    """Return the offset of a clock time on a day; local time takes it from the time told beside it in another zone."""
    if offset := zone_offset(clock.zone, day):
        return offset
    if clock.second_time is None or not (known := zone_offset(clock.second_time[2], day)):
        return ""
    ahead = clock.hour * 60 + clock.minute - clock.second_time[0] * 60 - clock.second_time[1] + offset_minutes(known)
    ahead = (ahead + 720) % 1440 - 720
    return format_offset(ahead) if ahead % 15 == 0 else ""


def offset_minutes(offset: str) -> int:
    """Return the minutes that an offset ("+05:30") is ahead of UTC."""
    minutes = int(offset[1:3]) * 60 + int(offset[4:6])
    return -minutes if offset[0] == "-" else minutes


def format_offset(minutes: int) -> str:
    """Return minutes ahead of UTC as an offset ("+05:30")."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def format_moment(day: date, hour: int, minute: int, offset: str = "") -> str:
    """Return a moment in ISO 8601 to the minute; hour 24 is the next day's 0."""
    if hour == 24:
        day, hour = day + timedelta(days=1), 0
    return f"{day.isoformat()}T{hour:02d}:{minute:02d}{offset}"
