"""Days and spans without any text."""

from datetime import date

import pytest

from factdiff.values.calendar import (
    Span,
    easter_day,
    holiday_day,
    month_day,
    month_span,
    narrow_span,
    near_weekday,
    season_span,
    shift_day,
    unit_span,
    week_span,
    year_span,
)

NARROWED = [
    (month_span(2025, 11), "early", "2025-11-01", "2025-11-10"),
    (month_span(2025, 11), "mid", "2025-11-11", "2025-11-20"),
    (month_span(2025, 2), "late", "2025-02-21", "2025-02-28"),
    (year_span(2025), "early", "2025-01-01", "2025-03-31"),
    (year_span(2025), "mid", "2025-05-01", "2025-08-31"),
    (year_span(2025), "late", "2025-10-01", "2025-12-31"),
    (year_span(2025), "end", "2025-12-01", "2025-12-31"),
    (year_span(1990, 10), "late", "1997-01-01", "1999-12-31"),
    (month_span(2025, 6, 3), "early", "2025-06-01", "2025-06-30"),
    (week_span(date(2026, 1, 7)), "late", "2026-01-10", "2026-01-11"),
]


@pytest.mark.parametrize(("span", "part", "first", "last"), NARROWED)
def test_narrow_span(span: Span, part: str, first: str, last: str) -> None:
    assert narrow_span(span, part) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Thanksgiving", 2025, "2025-11-27"),
        ("memorial day", 2026, "2026-05-25"),
        ("New Year’s Eve", 2025, "2025-12-31"),
        ("Good Friday", 2026, "2026-04-03"),
        ("9/11", 2024, "2001-09-11"),
    ],
)
def test_holiday_day(name: str, year: int, expected: str) -> None:
    assert holiday_day(name, year).isoformat() == expected


@pytest.mark.parametrize(("year", "expected"), [(1961, (4, 2)), (2000, (4, 23)), (2024, (3, 31)), (2038, (4, 25))])
def test_easter_day(year: int, expected: tuple[int, int]) -> None:
    assert easter_day(year) == date(year, *expected)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("day", ("2024-02-29", "2024-02-29")),
        ("week", ("2024-02-26", "2024-03-03")),
        ("weekend", ("2024-03-02", "2024-03-03")),
        ("month", ("2024-02-01", "2024-02-29")),
        ("quarter", ("2024-01-01", "2024-03-31")),
        ("year", ("2024-01-01", "2024-12-31")),
        ("decade", ("2020-01-01", "2029-12-31")),
        ("century", ("2001-01-01", "2100-12-31")),
    ],
)
def test_unit_span(unit: str, expected: tuple[str, str]) -> None:
    assert tuple(day.isoformat() for day in unit_span(date(2024, 2, 29), unit)) == expected


def test_months_shift_to_their_last_day() -> None:
    assert shift_day(date(2024, 1, 31), 1, "month") == date(2024, 2, 29)
    assert shift_day(date(2024, 2, 29), -1, "year") == date(2023, 2, 28)
    with pytest.raises(ValueError, match="year"):
        shift_day(date(9999, 1, 1), 1, "century")


def test_season_may_run_into_the_next_year() -> None:
    assert season_span("winter", 2023) == (date(2023, 12, 1), date(2024, 2, 29))


def test_near_weekday_is_at_most_three_days_away() -> None:
    assert near_weekday(date(2026, 1, 7), 1) == date(2026, 1, 6)
    assert near_weekday(date(2026, 1, 7), 5) == date(2026, 1, 10)
    assert near_weekday(date(2026, 1, 7), 2) == date(2026, 1, 7)


def test_month_day_knows_the_length_of_months() -> None:
    assert month_day(2023, 6, 31) is None
    assert month_day(2024, 2, 29) == date(2024, 2, 29)
