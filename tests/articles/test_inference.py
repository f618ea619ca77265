"""Publication dates that no article prints."""

import pytest

from factdiff.articles.inference import Clue, infer_stamps, past_dates, past_weekdays
from factdiff.articles.published import Stamp

DATED = Clue(Stamp("2026-01-07T11:52Z", "minute"), "header")
LATER = Clue(Stamp("2026-01-09", "day"), "url")


def clue(text, **kwargs):
    return Clue(Stamp(), "unknown", text, len(text), **kwargs)


def infer(text, *others, **kwargs):
    clues = {"x": clue(text, **kwargs), **{f"o{n}": other for n, other in enumerate(others)}}
    stamp, source = infer_stamps(clues)["x"]
    return stamp.value, stamp.precision, source


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        # its own day, and weekdays around it
        (
            "On January 9, 2026, the Journal reported a ban. It began on Tuesday.",
            (),
            ("2026-01-09", "day", "inferred"),
        ),
        # the weekday after its own day is later
        (
            "China banned exports on January 6, 2026. Japan said on Wednesday no.",
            (),
            ("2026-01-07", "day", "inferred"),
        ),
        # its own day alone: an article on it came some time after
        ("China has banned exports, effective January 6, 2026.", (), ("2026-01", "month", "inferred")),
        # the story's dated articles leave one Wednesday
        (
            "Shares fell on Wednesday, and on Tuesday a bank warned.",
            (DATED,),
            ("2026-01-07", "day", "inferred"),
        ),
        ("Shares fell on Wednesday.", (DATED, LATER), ("2026-01-07", "day", "inferred")),
        ("Shares fell on Saturday.", (DATED, LATER), ("2026-01-10", "day", "inferred")),
        # nothing but the month
        ("Earlier this week an account warned of curbs.", (DATED,), ("2026-01", "month", "inferred")),
        # a day without a year
        ("The ban was announced on Jan. 6.", (DATED,), ("2026-01", "month", "inferred")),
        (
            "The ban was announced on Jan. 6, and on Thursday Japan protested.",
            (DATED,),
            ("2026-01-08", "day", "inferred"),
        ),
        # nothing at all
        ("Shares fell on Wednesday.", (), ("", "unknown", "unknown")),
        # an old day far from the story says nothing
        ("The law of March 11, 2011 failed.", (DATED,), ("2026-01", "month", "inferred")),
    ],
)
def test_inference(text, others, expected):
    assert infer(text, *others) == expected


def test_what_is_printed_stays():
    assert infer_stamps({"o": DATED})["o"] == (DATED.stamp, "header")


def test_a_day_that_leads_nowhere_is_no_date():
    text = "The company was founded by two brothers in a garage. " * 20 + "It was sold on May 3, 2011."
    assert infer_stamps({"x": Clue(Stamp(), "unknown", text, 200)})["x"] == (Stamp(), "unknown")


def test_coming_days_are_not_looked_back_on():
    assert past_dates("He will be arraigned on January 9, 2026.") == []
    assert past_dates("The trial is scheduled to start on January 9, 2026.") == []
    assert past_weekdays("The pair is due to be arraigned in court on Thursday morning.") == []
    assert past_weekdays("He was arrested on Monday; the trial will start on Thursday.") == [0]


def test_weekdays_that_are_dated_or_names_dont_count():
    assert past_weekdays("the announcement on Tuesday, January 7, of a ban") == []
    assert past_weekdays("on Black Friday and Good Friday, and last Sunday") == []
    assert past_weekdays("the Sunday Times reported on Monday") == [0]


def test_a_scattered_story_dates_nothing():
    old = Clue(Stamp("2020-05-01", "day"), "manifest")
    assert infer("Shares fell on Wednesday.", DATED, old) == ("", "unknown", "unknown")


def test_a_dateline_gets_its_year_from_the_text_or_the_story():
    assert infer("The law of 2025 passed in November 2025.", month_day=(1, 7)) == (
        "2026-01-07",
        "day",
        "dateline",
    )
    assert infer("No year here.", DATED, month_day=(1, 8)) == ("2026-01-08", "day", "dateline")
    assert infer("No year here.", month_day=(1, 8)) == ("", "unknown", "unknown")


def test_a_month_in_the_address_is_narrowed_by_the_story():
    clues = {"x": Clue(Stamp("2026-01", "month"), "url", "Shares fell on Wednesday.", 10), "o": DATED}
    assert infer_stamps(clues)["x"] == (Stamp("2026-01-07", "day"), "inferred")


def test_the_order_of_articles_changes_nothing():
    clues = {"a": clue("Shares fell on Wednesday."), "b": DATED, "c": LATER}
    assert infer_stamps(clues) == infer_stamps(dict(reversed(clues.items())))
