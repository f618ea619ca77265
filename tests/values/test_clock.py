"""Clock times and their zones."""

from datetime import date

import pytest

from factdiff.values.clock import clock_offset, format_offset, offset_minutes, read_clock, zone_offset

SUMMER, WINTER = date(2013, 7, 2), date(2013, 1, 2)

CLOCKS = [
    ("7:37 AM local time", 7, 37, ""),
    ("07:37 a.m. UTC (3:37 a.m. EDT)", 7, 37, "+00:00"),
    ("14:37 local time (0737 GMT)", 14, 37, "+07:00"),
    ("11 p.m. local time (0400 GMT)", 23, 0, "-05:00"),
    ("0737 GMT", 7, 37, "+00:00"),
    ("3:20 p.m.", 15, 20, ""),
    ("12 p.m.", 12, 0, ""),
    ("12:05 a.m.", 0, 5, ""),
    ("1:28PM GMT", 13, 28, "+00:00"),
    ("15:01 IST", 15, 1, "+05:30"),
    ("2:31:05 p.m. EDT", 14, 31, "-04:00"),
    ("9 a.m. Eastern time", 9, 0, "-04:00"),
    ("10.30pm BST", 22, 30, "+01:00"),
    ("3 p.m. ET/1900 GMT", 15, 0, "-04:00"),
    ("14:00 UTC+7", 14, 0, "+07:00"),
    ("14:00 UTC+99", 14, 0, ""),
    ("14:58 hrs", 14, 58, ""),
    ("noon", 12, 0, ""),
    ("midnight", 0, 0, ""),
    ("12 midnight GMT", 0, 0, "+00:00"),
]


@pytest.mark.parametrize(("text", "hour", "minute", "offset"), CLOCKS)
def test_read_clock(text: str, hour: int, minute: int, offset: str) -> None:
    clock = read_clock(text)
    assert clock is not None
    assert (clock.hour, clock.minute, clock_offset(clock, SUMMER)) == (hour, minute, offset)


@pytest.mark.parametrize("text", ["", "24:10", "7:61", "1200", "7", "25 p.m", "10 metres"])
def test_no_clock(text: str) -> None:
    assert read_clock(text) is None


@pytest.mark.parametrize(
    ("zone", "summer", "winter"),
    [
        ("ET", "-04:00", "-05:00"),
        ("EST", "-05:00", "-05:00"),
        ("London time", "+01:00", "+00:00"),
        ("Moscow time", "+03:00", "+03:00"),
        ("local", "", ""),
    ],
)
def test_zone_offset_with_summer_time(zone: str, summer: str, winter: str) -> None:
    assert (zone_offset(zone, SUMMER), zone_offset(zone, WINTER)) == (summer, winter)


@pytest.mark.parametrize("offset", ["+00:00", "+05:30", "-03:30", "+14:00"])
def test_offsets_there_and_back(offset: str) -> None:
    assert format_offset(offset_minutes(offset)) == offset
