"""Days and the spans they make: months, quarters, seasons, holidays; arithmetic without any text."""

import calendar as _months
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows


class Span(NamedTuple):
    """Whole days from `first` to `last`, both included."""

    first: date
    last: date


MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
THIRDS = {"early": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


def day_span(day: date) -> Span:
    """Return the span of one day."""
    return Span(day, day)


def month_span(year: int, month: int, months: int = 1) -> Span:
    """Return `months` whole months from the first of `month`; a month above 12 runs into later years."""
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    end_year, end_month = divmod(first.year * 12 + first.month - 1 + months - 1, 12)
    return Span(first, date(end_year, end_month + 1, _months.monthrange(end_year, end_month + 1)[1]))


def year_span(year: int, years: int = 1) -> Span:
    """Return `years` whole calendar years."""
    return Span(date(year, 1, 1), date(year + years - 1, 12, 31))


def week_span(day: date) -> Span:
    """Return the week of `day`, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def unit_span(day: date, unit: str) -> Span:
    """Return the calendar unit (day, week, weekend, month, quarter, year, decade, century) that holds `day`."""
    if unit in ("week", "weekend"):
        week = week_span(day)
        return Span(week.last - timedelta(days=1), week.last) if unit == "weekend" else week
    if unit == "century":
        return year_span((day.year - 1) // 100 * 100 + 1, 100)
    if unit == "decade":
        return year_span(day.year // 10 * 10, 10)
    if unit == "year":
        return year_span(day.year)
    if unit == "quarter":
        return month_span(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    return month_span(day.year, day.month) if unit == "month" else day_span(day)


def shift_day(day: date, count: float, unit: str) -> date:
    """Return `day` moved by `count` units, towards the past when negative; the 31st becomes the month's last day.

    Raises:
        ValueError, OverflowError: the result lies outside the years 1 to 9999.
    """
    if unit in DAYS_IN:
        return day + timedelta(days=round(count * DAYS_IN[unit]))
    year, month = divmod(day.year * 12 + day.month - 1 + round(count * MONTHS_IN[unit]), 12)
    return date(year, month + 1, min(day.day, _months.monthrange(year, month + 1)[1]))


def month_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or nothing for a 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def narrow_span(span: Span, part: str) -> Span:
    """Return the early, mid or late part ("start" and "end" are its edges) of a week, month, year, decade or century.

    Early, mid and late November are its 1st to 10th, 11th to 20th and the rest; of a year they are January to
    March, May to August, and October to December; other spans fall into thirds.
    """
    third, days = THIRDS[part], (span.last - span.first).days + 1
    if 28 <= days <= 31:
        first = span.first + timedelta(days=10 * third)
        return Span(first, span.last if third == 2 else first + timedelta(days=9))
    if 365 <= days <= 366 and span.first.day == 1:
        if part in ("start", "end"):
            edge = span.first if part == "start" else span.last
            return month_span(edge.year, edge.month)
        start, months = ((0, 3), (4, 4), (9, 3))[third]
        return month_span(span.first.year, span.first.month + start, months)
    if 84 < days < 93 and span.first.day == 1:
        return month_span(span.first.year, span.first.month + third)
    if days > 366:
        years = span.last.year - span.first.year + 1
        low, high = (years * third + 1) // 3, (years * (third + 1) + 1) // 3
        return year_span(span.first.year + low, high - low)
    low, high = (days * third + 1) // 3, (days * (third + 1) + 1) // 3
    return Span(span.first + timedelta(days=low), span.first + timedelta(days=high - 1))


def near_weekday(day: date, weekday: int) -> date:
    """Return the nearest day that is a `weekday` (Monday = 0), at most three days away."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def weekday_before(day: date, weekday: int) -> date:
    """Return the latest `weekday` up to `day` itself."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_after(day: date, weekday: int) -> date:
    """Return the next `weekday` from `day` itself."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def easter_day(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, nth: str) -> date:
    """Return the `nth` (1 to 5, "L" for the last) `weekday` of a month."""
    span = month_span(year, month)
    if nth == "L":
        return weekday_before(span.last, weekday)
    return weekday_after(span.first, weekday) + timedelta(days=7 * (int(nth) - 1))


def holiday_day(name: str, year: int) -> date:
    """Return the day of a holiday of lists/holidays.csv in a year; a day that happened once has its own year.

    Raises:
        KeyError: the list has no such holiday.
    """
    rule = holiday_rules()[fold_name(name)]
    if rule.startswith("easter"):
        return easter_day(year) + timedelta(days=int(rule.removeprefix("easter")))
    if ":" in rule:
        month, weekday, nth = rule.split(":")
        return nth_weekday(year, int(month), int(weekday), nth)
    return date.fromisoformat(rule if is_single_day(name) else f"{year:04d}-{rule}")


def is_single_day(name: str) -> bool:
    """Tell whether a name stands for one day in history ("9/11") and not for a day of every year."""
    return len(holiday_rules()[fold_name(name)]) == len("2001-09-11")


@cache
def holiday_rules() -> dict[str, str]:
    """Return lists/holidays.csv as folded name to rule."""
    return {fold_name(row["name"]): row["rule"] for row in read_rows("holidays.csv")}


def fold_name(name: str) -> str:
    """Return a name without case, curly apostrophes or runs of space."""
    return " ".join(name.replace("’", "'").split()).lower()


@cache
def season_names() -> frozenset[str]:
    """Return the names of the seasons of lists/seasons.csv."""
    return frozenset(row["name"] for row in read_rows("seasons.csv"))


def season_span(name: str, year: int) -> Span:
    """Return the season that begins in `year` ("winter" of 2014 is December 2014 to February 2015)."""
    row = next(row for row in read_rows("seasons.csv") if row["name"] == name)
    return month_span(year, int(row["month"]), int(row["months"]))
