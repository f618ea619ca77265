"""What the reader makes of the dates of a passage."""

import pytest

from factdiff.language import parse_text
from factdiff.values.date import find_dates
from factdiff.values.reader import join_days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast struck at 6 a.m. on Monday.", [("6 a.m. on Monday", "2024-05-13T06:00")]),
        ("She was found on Monday at around 6.15am.", [("Monday at around 6.15am", "2024-05-13T06:15")]),
        ("The barge sank shortly after 9 p.m. Sunday.", [("9 p.m. Sunday", "2024-05-12T21:00")]),
        (
            "On Monday the school opened at 8 a.m. as usual.",
            [("Monday", "2024-05-13"), ("8 a.m.", "2024-05-13T08:00")],
        ),
        ("The curfew lasts from 10 p.m. on Sunday.", [("10 p.m. on Sunday", "2024-05-19T22:00")]),
    ],
)
def test_a_clock_time_takes_in_the_day_beside_it(text, expected):
    told = join_days(find_dates(parse_text(text), anchor="2024-05-15"), text)
    assert [(text[d.start : d.end], d.date_start) for d in told] == expected
