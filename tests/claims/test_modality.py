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
        ("He appeared before Judge Kaplan on Tuesday.", "appeared", "asserted"),
        ("Bail was set at $750,000.", "Bail", "asserted"),
        ("The company set aside €20 million for legal costs.", "set aside", "asserted"),
        ("Prosecutors had sought a nine-year term.", "sought", "asserted"),
        ("The union is seeking a rise of 5%.", "seeking", "planned"),
        ("The restrictions are aimed at the army.", "aimed", "asserted"),
        ("The firm aims to cut costs.", "aims", "planned"),
        ("A hearing is set for 14 February.", "hearing", "planned"),
        ("He has appealed against that ruling; a hearing is set for May.", "appealed", "asserted"),
        ("Shares are set to rise.", "Shares", "planned"),
        ("The court considers the law void.", "considers", "asserted"),
        ("The cabinet is considering a ban.", "considering", "planned"),
        ("The storm weighed on growth.", "weighed", "asserted"),
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
        ("Price was taken into custody without incident at a motel.", "custody", False),
        ("He left without paying the bill.", "paying", True),
        ("He left without paying the bill.", "left", False),
        ("Verdier showed no emotion as the sentence was read out.", "the sentence", False),
    ],
)
def test_negation(claim_of, text, words, negated):
    assert claim_of(text, words).negated is negated
