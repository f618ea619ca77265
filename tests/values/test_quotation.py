"""Two outlets' versions of one utterance."""

import pytest

from factdiff.values.quotation import compare_quotations, locate_words, quoted_words, same_utterance

COMPARED = [
    ("the biggest advance in twenty years", "The biggest advance in 20 years", "agree", "same_words"),
    ("We're far apart & they don't talk", "We are far apart and they do not talk", "agree", "same_words"),
    ("We can’t and we won’t", "We cannot and we will not", "agree", "same_words"),
    ("It's been a long-term aim", "It has been a long term aim", "agree", "same_words"),
    ("organise the defence centre's colours", "organize the defense center's colors", "agree", "same_words"),
    ("They travelled twenty-five metres", "They traveled 25 meters", "agree", "same_words"),
    ("1,000 men", "one thousand men", "agree", "same_words"),
    ("an antiwar march", "an anti-war march", "agree", "same_words"),
    ("We're in talks", "They say we are in talks", "compatible", "part_of_quote"),
    (
        "We only struck military targets",
        "We struck only military targets with care",
        "contradict",
        "word_order",
    ),
    ("The absolute benefit is modest", "The absolute benefit is small", "contradict", "altered_words"),
    ("It took twenty years", "It took 21 years", "contradict", "altered_words"),
    ("We will talk", "We won't talk", "contradict", "altered_words"),
]


@pytest.mark.parametrize(("a", "b", "relation", "reason"), COMPARED)
def test_compare(a: str, b: str, relation: str, reason: str) -> None:
    assert compare_quotations(a, b) == (relation, reason)
    assert compare_quotations(b, a) == (relation, reason)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The absolute benefit is modest", "The absolute benefit is small"),
        (
            "We have been waiting twenty years for justice",
            "I've waited, we have been waiting 20 years for peace",
        ),
        ("We're not done", "We are not done yet"),
    ],
)
def test_same_utterance(a: str, b: str) -> None:
    assert same_utterance(quoted_words(a), quoted_words(b)) >= 0.8


@pytest.mark.parametrize(("a", "b"), [("it was in the end", "they did it for us all"), ("", "so"), ("the", "the end")])
def test_other_utterance(a: str, b: str) -> None:
    assert same_utterance(quoted_words(a), quoted_words(b)) < 0.8


def test_words_stay_as_printed() -> None:
    text = "We’re twenty & counting"
    assert quoted_words(text) == ("we're", "twenty", "and", "counting")
    assert [text[start:end] for _, start, end in locate_words(text, 0, len(text))] == text.split()
