"""Evidence in its sentence."""

import pytest

from factdiff.show.evidence import describe_readings, quote_evidence
from sample_stories import build_story


def quote(n: int) -> tuple[str, ...]:
    story = build_story()
    return tuple(quote_evidence(story, story.readings.iloc[n]))


def test_the_value_is_marked_inside_its_sentence():
    assert quote(4) == ("Shares of the two makers ", "fell ", "roughly 2%", "", " on Wednesday.")


def test_evidence_without_a_value_stays_whole():
    before, lead, value, tail, after = quote(1)
    assert lead == "all buyers are affected"
    assert (value, tail, after) == ("", "", ".")
    assert before.startswith("Reuters said the Wall Street Journal")


@pytest.mark.parametrize("n", range(13))
def test_the_pieces_are_the_text(n: int):
    story = build_story()
    reading = story.readings.iloc[n]
    before, lead, value, tail, after = quote(n)
    assert lead + value + tail == reading["evidence"]
    assert (before + lead + value + tail + after).strip("…") in story.texts[reading["article_id"]]


def test_long_context_is_cut_at_a_word():
    text = "word " * 100 + "shares fell 2% in one day" + " word" * 100
    facts = [("Fall?", "quantity", "single", [("alpha", "shares fell 2%", "2%", "A", {})], {})]
    story = build_story(facts, {"alpha": text})
    before, *_, after = quote_evidence(story, story.readings.iloc[0])
    assert before.startswith("…word ")
    assert after.endswith("word…")


def test_a_value_outside_its_evidence_marks_nothing():
    facts = [
        (
            "Fall?",
            "quantity",
            "single",
            [("alpha", "fell roughly 2%", "2%", "A", {"value_start": 0, "value_end": 6})],
            {},
        )
    ]
    story = build_story(facts)
    assert quote_evidence(story, story.readings.iloc[0]).value == ""


def test_readings_say_who_and_through_whom():
    rows = describe_readings(build_story()).set_index("reading_id")
    assert rows.loc["r0", ["who", "shown", "role"]].tolist() == [
        "China's commerce ministry",
        "denied",
        "original",
    ]
    assert rows.loc["r1", ["who", "origin", "role"]].tolist() == [
        "two Chinese exporters",
        "Wall Street Journal",
        "relay",
    ]
    assert rows.loc["r1", "chain"] == "Reuters > Wall Street Journal > two Chinese exporters"
    assert rows.loc["r4", ["who", "chain"]].tolist() == [
        "Alpha News (7 January 2026) (alpha)",
        "in its own words",
    ]


def test_a_day_is_explained_unless_it_was_printed():
    facts = [
        (
            "When?",
            "date",
            "agree",
            [
                (
                    "alpha",
                    "on Wednesday",
                    "Wednesday",
                    "A",
                    {"date_start": "2026-01-07", "date_end": "2026-01-07"},
                ),
                (
                    "beta",
                    "on January 7, 2026",
                    "January 7, 2026",
                    "A",
                    {"date_start": "2026-01-07", "date_end": "2026-01-07"},
                ),
            ],
            {},
        )
    ]
    story = build_story(facts, {"alpha": "It fell on Wednesday.", "beta": "It fell on January 7, 2026."})
    assert describe_readings(story)["means"].tolist() == ["7 January 2026", ""]
