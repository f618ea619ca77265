"""Sides of a dispute, and finding it by plain words."""

from pathlib import Path

import pytest

from factdiff.show.disputes import dispute_sides, dispute_table, drift_table, settle_table
from factdiff.show.sides import find_fact, open_dispute
from factdiff.story import analyse
from sample_stories import build_lone_story, build_peaceful_story, build_story


def test_the_most_contested_proposition_is_the_default():
    assert find_fact(build_story()) == "f0"


@pytest.mark.parametrize(
    ("claim", "fact"),
    [
        ("are users who are civilians hit too", "f0"),
        ("share price falls", "f1"),
        ("when the ban became effective", "f2"),
        ("Chinese portion of the imported goods", "f4"),
    ],
)
def test_plain_words_find_the_matter(claim: str, fact: str):
    assert find_fact(build_story(), claim) == fact


def test_a_question_asks_for_figures_in_its_unit(tmp_path: Path):
    (tmp_path / "a.txt").write_text("The quake shook houses for around 15 seconds. It struck 40 km from Velmar.\n")
    (tmp_path / "b.txt").write_text("The quake shook houses for 15 seconds. It struck 40 km from Velmar in May.\n")
    story = analyse(tmp_path)
    units = story.readings.set_index("fact_id")["unit"]
    assert set(units[[find_fact(story, "how long did the quake last")]]) == {"second"}
    assert set(units[[find_fact(story, "how far was the quake")]]) == {"km"}


def test_words_that_fit_nothing_are_an_error_that_says_what_is_contested():
    with pytest.raises(ValueError, match=r"No fact speaks of 'zzz'.*Are civilian users affected"):
        find_fact(build_story(), "zzz")


def test_a_story_without_contradiction_has_no_dispute():
    assert find_fact(build_peaceful_story()) == ""
    assert dispute_sides(build_lone_story()).empty
    assert dispute_table(build_lone_story()).empty


def test_an_unknown_fact_is_an_error():
    with pytest.raises(ValueError, match="no fact 'f99'"):
        open_dispute(build_story(), "f99")


def test_sides_are_counted_by_origin_and_the_unclear_stand_apart():
    dispute = open_dispute(build_story(), "f0")
    assert [(side.value, len(side.readings), side.origins) for side in dispute.sides] == [
        ("denied", 1, ["Alpha News (7 January 2026) (alpha)"]),
        ("asserted", 2, ["Wall Street Journal"]),
    ]
    assert [side.value for side in dispute.neutral] == ["left open"]


def test_the_tables_of_a_dispute_name_chain_role_and_origin():
    story = build_story()
    sides = dispute_sides(story).set_index("side")
    assert sides.loc["asserted", ["readings", "origins", "which origins"]].tolist() == [
        2,
        1,
        "Wall Street Journal",
    ]
    voices = dispute_table(story)
    assert voices["chain"].tolist()[1] == "Reuters > Wall Street Journal > two Chinese exporters"
    assert voices["role"].tolist() == ["original", "relay", "relay"]
    assert dispute_table(story, neutral=True)["side"].tolist() == ["left open"]


def test_an_article_against_itself():
    facts = [
        (
            "When?",
            "date",
            "contradict",
            [
                (
                    "alpha",
                    "on Tuesday",
                    "Tuesday",
                    "A",
                    {"date_start": "2026-01-06", "date_end": "2026-01-06"},
                ),
                (
                    "alpha",
                    "Tuesday, January 7",
                    "January 7",
                    "B",
                    {"date_start": "2026-01-07", "date_end": "2026-01-07"},
                ),
            ],
            {"AB": "contradict"},
        )
    ]
    story = build_story(facts, {"alpha": "It began on Tuesday, January 7."})
    assert open_dispute(story, "f0").within_one_article


def test_what_would_settle_it_starts_with_voices_without_a_name():
    table = settle_table(build_story())
    assert table["no."].tolist() == list(range(1, len(table) + 1))
    assert table["why"].tolist()[-1] == "takes no side"
    assert settle_table(build_lone_story()).empty


def test_a_story_in_which_nothing_drifted():
    assert drift_table(build_lone_story()).empty
