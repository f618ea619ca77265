import pytest


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("The storm killed nine people.", "killed", "asserted"),
        ("The storm may hit the coast.", "hit", "possible"),
        ("The ban could cost billions.", "cost", "possible"),
        ("Beijing is considering tightening reviews.", "considering", "planned"),
        ("The court will hear the case.", "hear", "planned"),
        ("The minister said users would not be affected.", "users would", "planned"),
        ("A longer ban would hurt growth.", "hurt", "conditional"),
        ("At least nine people were reportedly killed.", "killed", "unconfirmed"),
        ("He allegedly hid the money.", "hid", "unconfirmed"),
        ("Prosecutors alleged that he hid the money.", "he hid", "unconfirmed"),
        ("The army denied it had shelled the town.", "it had shelled", "denied"),
        ("Analysts predict prices fell.", "prices fell", "forecast"),
        ("The measure appears to be retaliation.", "measure", "unconfirmed"),
        ("Reuters could not confirm the report.", "confirm", "possible"),
    ],
)
def test_modality(claim_of, text, words, modality):
    assert claim_of(text, words).modality == modality


@pytest.mark.parametrize(
    ("text", "words", "negated"),
    [
        ("No warning was issued.", "warning", True),
        ("The warning was issued.", "warning", False),
        ("Civilian users will not be affected.", "users", True),
        ("The government has yet to determine the cost.", "determine", True),
        ("The firm failed to publish the list.", "publish", True),
        ("The firm did not fail to publish the list.", "publish", False),
        ("Not only the army was hit.", "hit", False),
        ("There were no casualties.", "casualties", True),
        ("Nobody was hurt.", "hurt", True),
        ("It never rained.", "rained", True),
    ],
)
def test_negation(claim_of, text, words, negated):
    assert claim_of(text, words).negated is negated
