"""The tables: what they hold, in which order, and that they hold nothing when there is nothing."""

from collections.abc import Callable

import pandas as pd
import pytest

import factdiff.show as show
from sample_stories import build_empty_story, build_lone_story, build_peaceful_story, build_story

TABLES = sorted(name for name in show.__all__ if name.endswith(("_table", "_sides", "_counts", "_matrix", "_figures")))
TABLES = [name for name in TABLES if name not in ("findings_table", "explore_matrix")]
STORIES = [build_story, build_lone_story, build_empty_story, build_peaceful_story]


@pytest.mark.parametrize("build", STORIES, ids=lambda build: build.__name__)
@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_every_story_is_the_same_twice(name: str, build: Callable):
    first, second = getattr(show, name)(build()), getattr(show, name)(build())
    assert isinstance(first, pd.DataFrame)
    pd.testing.assert_frame_equal(first, second)


def test_steps_count_what_was_left_out():
    steps = show.steps_table(build_story()).set_index("step")
    assert steps.loc["facts compared", ["kept", "left out"]].tolist() == [5, 1]
    assert steps.loc["readings compared", ["kept", "left out"]].tolist() == [12, 1]


def test_an_article_set_aside_is_listed_with_the_reason_and_left_out_of_the_matrix():
    story = build_story(aside="empty_file")
    assert show.sources_table(story)["set aside because"].tolist().count("empty file") == 1
    assert show.steps_table(story)["left out"].tolist()[0] == 1
    assert show.divergence_matrix(story).shape[1] == 2 + 4


def test_the_matrix_has_contradictions_first_then_more_origins():
    matrix = show.divergence_matrix(build_story())
    assert matrix["verdict"].tolist() == ["≠ contradict"] * 3 + ["→ update", "= agree"]
    assert matrix["fact"].tolist()[0] == "Are civilian users affected?"


def test_the_matrix_shows_groups_and_silence():
    row = show.divergence_matrix(build_story()).iloc[1]
    assert row["Beta Daily"] == "B roughly 3%"
    assert row["Gamma Post"] == "–"


def test_a_cell_holds_every_value_of_its_article():
    assert show.divergence_matrix(build_story())["Gamma Post"].tolist()[0] == "B asserted\nC left open"


def test_a_limit_is_told():
    facts = show.facts_table(build_story(), limit=2)
    assert len(facts) == 2
    assert facts.attrs["total"] == 5


def test_contradictions_have_a_row_for_each_side():
    rows = show.contradictions_table(build_story())
    assert rows["side"].tolist() == ["A", "B"] * 3
    assert rows["origins"].tolist() == [1, 1, 1, 1, 1, 1]
    assert rows["value"].tolist()[4:] == ["Tuesday = 6 January 2026", "January 7 = 7 January 2026"]


def test_agreement_is_counted_for_every_pair():
    table = show.agreement_table(build_story())
    assert len(table) == 6
    pair = table[table["facts in common"].eq(1) & table["agree"].eq(1)].iloc[0]
    assert pair["consistent"] == "100 %"


def test_relays_are_listed_with_what_they_cite():
    assert show.reliance_table(build_story())["relies on"].tolist() == ["Wall Street Journal"] * 2


def test_updates_are_in_order_of_time():
    updates = show.updates_table(build_story())
    assert updates["as of"].tolist() == ["7 January 2026", "8 January 2026"]


def test_the_timeline_is_in_order_and_keeps_what_was_printed():
    timeline = show.timeline_table(build_story())
    assert timeline["when"].tolist() == ["6 January 2026", "7 January 2026", "7 January 2026"]
    assert timeline["as printed"].tolist()[0] == "Tuesday"


def test_dates_that_cannot_both_be_right():
    row = show.impossible_dates_table(build_story()).iloc[0]
    assert row[["one reading", "the other"]].tolist() == [
        "Tuesday = 6 January 2026",
        "January 7 = 7 January 2026",
    ]


def test_what_to_verify_starts_with_the_main_dispute():
    checks = show.verify_next_table(build_story())
    assert checks["check"].tolist()[0] == "Are civilian users affected?"
    assert "two Chinese exporters" in checks["ask"].tolist()[0]


@pytest.mark.parametrize(
    "about", ["summary", "sources", "claims", "facts", "divergence", "dispute", "timeline", "report"]
)
@pytest.mark.parametrize("build", STORIES, ids=lambda build: build.__name__)
def test_every_finding_is_a_sentence(about: str, build: Callable):
    found = show.findings_table(build(), about)["found"]
    assert len(found)
    assert found.str.match(r"^[A-Z0-9“].*[.?]$").all()


def test_findings_about_something_else_are_an_error():
    with pytest.raises(ValueError, match=r"Choose one of: dispute, summary"):
        show.findings_table(build_story(), "weather")


def test_the_summary_says_how_many_contradict_and_who_stands_where():
    first, second, third = show.summarise(build_story())
    assert "5 facts" in first.replace("five", "5")
    assert second.startswith("They contradict each other on three facts")
    assert "Denied by China's commerce ministry (one independent origin)" in third
    assert "asserted by two Chinese exporters and the Wall Street Journal (one independent origin)" in third


def test_one_article_says_that_it_can_not_be_compared():
    assert "nothing here can confirm" in show.summarise(build_lone_story())[0]
