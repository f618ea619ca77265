"""Evidence that takes no side in a dispute."""

import pytest

from factdiff.show.disputes import dispute_table, settle_table
from factdiff.show.sides import open_dispute
from factdiff.show.unshown import list_neutral, shows_nothing
from sample_stories import FACTS, TEXTS, build_story

DATA = "Customs data do not yet show that civilian users are affected"
STORY = [
    *FACTS,
    ("Do the data show it?", "proposition", "single", [("delta", DATA, "", "A", {"stance": "denies"})], {}),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Current customs data does not yet show a decline in shipments", True),
        ("the figures have not so far confirmed the fall", True),
        ("tests on the second sample did not detect the virus", True),
        ("an autopsy has yet to establish the cause of death", True),
        ("the records don't show who signed the order", True),
        ("There was no sign of forced entry", True),
        ("investigators found no clear evidence of fraud", True),
        ("It was not immediately clear who fired first", True),
        ("it remains unclear whether the two crashes are linked", True),
        ("Customs data show a decline in shipments", False),
        ("The minister did not show up", False),
        ("the report was not published", False),
        ("police found no weapons", False),
        ("it is clear that prices will rise", False),
        ("The data is published with a delay", False),
    ],
)
def test_what_shows_nothing(text: str, expected: bool):
    assert shows_nothing(text) is expected


def test_data_that_do_not_show_a_disputed_matter_stand_apart_from_its_sides():
    story = build_story(STORY, TEXTS | {"delta": f"Around 60% of imports are Chinese. {DATA}."})
    neutral = dispute_table(story, neutral=True)
    assert neutral["holder"].tolist() == ["Gamma Post", "Customs data"]
    assert neutral["evidence"].tolist()[1] == DATA
    assert DATA not in dispute_table(story)["evidence"].tolist()
    assert settle_table(story)["ask"].tolist()[-1] == "Customs data"


def test_evidence_on_another_matter_and_of_a_party_is_left_out():
    other = DATA.replace("civilian users are affected", "harvests were poor in the north")
    story = build_story(
        [*STORY[:-1], ("Harvests?", "proposition", "single", [("delta", other, "", "A", {"stance": "denies"})], {})],
        TEXTS | {"delta": f"Around 60% of imports are Chinese. {other}."},
    )
    assert len(dispute_table(story, neutral=True)) == 1
    party = {"stance": "denies", "speakers": "the Wall Street Journal", "origin_id": "o-wsj"}
    story = build_story(
        [*STORY[:-1], ("Shown?", "proposition", "single", [("delta", DATA, "", "A", party)], {})],
        TEXTS | {"delta": f"Around 60% of imports are Chinese. {DATA}."},
    )
    assert len(dispute_table(story, neutral=True)) == 1


def test_a_figure_has_no_evidence_apart():
    story = build_story()
    dispute = open_dispute(story, "f1")
    assert list_neutral(story, dispute) == dispute.neutral
