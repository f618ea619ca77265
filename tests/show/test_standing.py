"""What kind of voice somebody is."""

import pytest

from factdiff.show.standing import describe_voice
from sample_stories import FACTS, TEXTS, build_story


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Workers at Norvik walked out.", "Norvik", "person"),
        (
            "The records were first spotted by Hanna Lindqvist, a biostatistician in Uppsala.",
            "Hanna Lindqvist",
            "analyst",
        ),
        ("It was late, coast guard spokesman Jo Hill said.", "Jo Hill", "official"),
        ("Jo Hill, a doctor at the clinic, said so.", "Jo Hill", "analyst"),
        ("The paper told Jo Hill nothing.", "the Beta Daily", "outlet"),
    ],
)
def test_kind(text: str, name: str, kind: str):
    story = build_story([FACTS[4]], TEXTS | {"delta": f"Around 60% of imports are Chinese. {text}"})
    assert describe_voice(story, name) == kind
