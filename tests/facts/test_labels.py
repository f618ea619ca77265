import pytest

from factdiff.facts.phrases import LEVELS, inflect_participle, inflect_past, inflect_third, write_clause
from factdiff.language import parse_text


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The storm killed nine people in Ostend.", "quantity", "People killed by the storm in Ostend"),
        ("Nine people were killed in the derailment.", "quantity", "People killed in the derailment"),
        ("Police arrested nine men in the old port.", "quantity", "Men arrested by police in the old port"),
        ("Acme's shares fell 4% on Tuesday.", "quantity", "Fall in Acme’s shares"),
        ("A bus hit a wall, killing nine people.", "quantity", "People killed when a bus hit a wall"),
        ("Maria Lopez, 41, won the race.", "quantity", "Age of Maria Lopez"),
        ("The quake struck at a depth of 10 km.", "quantity", "Depth at which the quake struck"),
        ("Prosecutors had sought a fine of 3 million euros.", "quantity", "Fine sought by prosecutors"),
        ("The firm raised its offer to 4.6 percent.", "quantity", "Firm’s offer"),
        ("A ferry carrying 140 people capsized off Ostend.", "quantity", "People on board"),
        ("Marbury, a city of about 300,000 people, is under siege.", "quantity", "Inhabitants of Marbury"),
        ("The trial starts on 3 June.", "date", "When the trial starts"),
        ("The city has been cut off since April.", "date", "Since when the city has been cut off"),
        ("“We lost everything,” said Maria Lopez.", "quote", "Maria Lopez: “We lost everything”"),
    ],
)
def test_labels_read_without_the_article(find_facts, text, kind, expected):
    labels = [f.label for f in find_facts({"a": text.replace("Acme's", "Acme’s")}) if f.type == kind]
    assert labels == [expected]


def test_a_change_of_two_directions_takes_no_side(find_facts):
    articles = {"a": "Acme shares fell 4% on Tuesday.", "b": "Acme shares rose 4% on Tuesday."}
    labels = {f.label for f in find_facts(articles) if f.type == "quantity" and len(f.readings) == 2}
    assert labels <= {"Change in Acme shares"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "“We are closing the old plant in Ostend,” Acme Corp said.",
            "Whether Acme Corp is closing the old plant in Ostend",
        ),
        ("The mayor of Ostend did not close the old harbour.", "Whether the mayor of Ostend closed the old harbour"),
        (
            "But on Monday the storm destroyed the old harbour of Ostend.",
            "Whether the storm destroyed the old harbour of Ostend",
        ),
    ],
)
def test_propositions_are_neutral_and_name_whom_they_mean(find_facts, said, expected):
    labels = [f.label for f in find_facts({"a": said, "b": said}) if f.type == "proposition"]
    assert labels == [expected]


def test_long_sentences_are_cut_at_words(find_facts):
    text = (
        "The committee that looked into " + "the many failings of the yard and " * 12 + "its owners fined nine people."
    )
    (label,) = [f.label for f in find_facts({"a": text}) if f.type == "quantity"]
    assert len(label) <= 100
    words = {word.strip(".") for word in text.lower().split()}
    assert label.removesuffix(" …").lower().split()[-1] in words


def test_verbs_are_inflected():
    assert [inflect_past(v) for v in ("kill", "strike", "stop", "carry", "close")] == [
        "killed", "struck", "stopped", "carried", "closed"
    ]  # fmt: skip
    assert [inflect_participle(v) for v in ("take", "enter", "plan")] == ["taken", "entered", "planned"]
    assert [inflect_third(v) for v in ("have", "push", "deny", "plan")] == ["has", "pushes", "denies", "plans"]


def test_a_label_keeps_the_words_that_say_how_far():
    doc = parse_text("The export ban on dual-use magnets to Japan would only affect military firms.")
    head = next(token for token in doc if token.text == "affect")
    for level in range(LEVELS + 1):
        words = write_clause(head, level=level).text
        assert "only" in words
        assert "military" in words
