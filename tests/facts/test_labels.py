import pytest


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The storm killed nine people in Ostend.", "quantity", "How many: The storm killed […] in Ostend"),
        ("Acme's shares fell 4% on Tuesday.", "quantity", "How much: Acme’s shares fell […] on Tuesday"),
        ("A bus hit a wall, killing nine people.", "quantity", "How many: A bus hit a wall, killing […]"),
        ("Maria Lopez, 41, won the race.", "quantity", "How old: Maria Lopez, […], won the race"),
        ("The trial starts on 3 June.", "date", "When: The trial starts on […]"),
        ("“We lost everything,” said Maria Lopez.", "quote", "Words of Maria Lopez: “We lost everything”"),
    ],
)
def test_labels_read_without_the_article(find_facts, text, kind, expected):
    labels = [f.label for f in find_facts({"a": text.replace("Acme's", "Acme’s")}) if f.type == kind]
    assert labels == [expected]


def test_long_sentences_are_cut_at_words(find_facts):
    text = (
        "The committee that looked into " + "the many failings of the yard and " * 12 + "its owners fined nine people."
    )
    (label,) = [f.label for f in find_facts({"a": text}) if f.type == "quantity"]
    assert len(label) < 160
    assert "…" in label
