"""Words: counts, dates, names."""

import pytest

from factdiff.show.wording import (
    count_noun,
    format_interval,
    format_moment,
    join_words,
    name_articles,
    name_origins,
    shorten,
    split_chain,
)
from sample_stories import build_story


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-01-06", "2026-01-06", "6 January 2026"),
        ("2026-01-06", "", "6 January 2026"),
        ("2025-11-01", "2025-11-30", "November 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2025-11-01", "2025-11-10", "1–10 November 2025"),
        ("2025-10-01", "2025-12-31", "October – December 2025"),
        ("2025-12-01", "2026-01-31", "December 2025 – January 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
        ("2025-11-28", "2025-12-02", "28 November – 2 December 2025"),
        ("2010-01-01", "2010-12-31", "2010"),
        ("2006-01-01", "2015-12-31", "2006–2015"),
        ("2013-07-02T07:37+00:00", "2013-07-02T07:37+00:00", "2 July 2013, 07:37 UTC"),
        ("2013-07-02T14:37+07:00", "", "2 July 2013, 14:37 UTC+07:00"),
        ("2013-07-02T14:37:10Z", "", "2 July 2013, 14:37 UTC"),
        ("some day", "", "some day"),
    ],
)
def test_an_interval_is_said_as_short_as_it_can_be(start: str, end: str, expected: str):
    assert format_interval(start, end) == expected


def test_a_month_is_no_day():
    assert format_moment("2026-01") == "January 2026"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "no origins"), (1, "one origin"), (12, "twelve origins"), (1300, "1,300 origins")],
)
def test_counts_read_as_in_a_newspaper(number: int, expected: str):
    assert count_noun(number, "origin") == expected


def test_lists_read_as_prose():
    assert [join_words(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


def test_text_is_cut_at_a_word():
    assert shorten("hundreds of billions of yen", 15) == "hundreds of…"
    assert shorten("hundreds of\n billions", 30) == "hundreds of billions"
    assert len(shorten("x" * 50, 10)) == 10


def test_chains_are_outermost_first():
    assert split_chain("Reuters > Wall Street Journal > two exporters") == [
        "Reuters",
        "Wall Street Journal",
        "two exporters",
    ]
    assert split_chain("") == []


def test_no_two_articles_share_a_name():
    names = name_articles(build_story())
    assert names["beta"] == "Beta Daily"
    assert len(set(names.values())) == 4
    assert names["delta"].startswith("Alpha News (")


def test_an_article_without_outlet_goes_by_its_id():
    assert name_articles(build_story(outlet=""))["beta"] == "beta"


def test_an_origin_outside_the_story_is_named_after_what_is_cited():
    names = name_origins(build_story())
    assert names["o-wsj"] == "Wall Street Journal"
    assert names["o-beta"] == "Beta Daily"
