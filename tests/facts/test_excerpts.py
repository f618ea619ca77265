"""What a reading shows of its article."""

import pytest

from factdiff.tables import MAX_EVIDENCE


@pytest.mark.parametrize(
    ("text", "words", "clause"),
    [
        ("The ministry said the bridge over the Elbe was closed.", "was closed", "The ministry said"),
        (
            "The union has lodged a protest, calling the closure of the bridge reckless and demanding that it reopen.",
            "reckless",
            "The union has lodged a protest",
        ),
    ],
)
def test_the_evidence_is_the_clause_that_names_the_voice(make_setting, text, words, clause):
    setting = make_setting({"a": f"It rained for days in the north.\n{text}"})
    index = next(i for i, c in enumerate(setting.claims) if words in setting.texts["a"][c.start : c.end] and c.speakers)
    start, end = setting.excerpts.cut_cue(index)
    assert setting.texts["a"][start:end] == clause


def test_the_evidence_of_a_value_is_its_sentence(make_setting):
    text = "It rained. The flood killed 12 people in the port. Schools stayed shut."
    setting = make_setting({"a": text})
    mention = next(m for m in setting.mentions if m.value.startswith("12"))
    start, end = setting.excerpts.cut_value(mention.claim, mention.start, mention.end)
    assert text[start:end] == "The flood killed 12 people in the port."


def test_long_sentences_are_cut_around_the_value_at_white_space(make_setting):
    tail = ", ".join(f"a village on the {word} bank of the river" for word in ["north", "south"] * 20)
    text = f"The flood killed 12 people in {tail}."
    setting = make_setting({"a": text})
    mention = next(m for m in setting.mentions if m.value.startswith("12"))
    start, end = setting.excerpts.cut_value(mention.claim, mention.start, mention.end)
    assert start <= mention.start
    assert mention.end <= end
    assert end - start <= MAX_EVIDENCE
    assert text[start:end].strip() == text[start:end]
    assert text[end : end + 1] in (" ", ",", "")
