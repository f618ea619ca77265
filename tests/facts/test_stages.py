"""One step, considered here and begun there; who denies a report as a whole, and who could not confirm it."""

import pytest

from factdiff.facts.doubts import find_denials, find_doubts
from factdiff.facts.stages import read_stage
from factdiff.relations import judge_fact


@pytest.mark.parametrize(
    ("text", "step", "ahead"),
    [
        ("The ministry is considering tightening reviews of rare earth exports.", "restrict", True),
        ("The ministry has begun restricting exports of rare earths.", "restrict", False),
        ("The union plans to march to the northern yard.", "march", True),
        ("The concert began at noon.", "", False),
    ],
)
def test_stage(make_setting, text, step, ahead):
    setting = make_setting({"a": text})
    found = [s for i in range(len(setting.claims)) if (s := read_stage(setting, i)) is not None]
    assert [(s.step, s.ahead) for s in found] == ([(step, ahead)] if step else [])


def test_what_grows_firmer_is_an_update(find_facts):
    facts = find_facts(
        {
            "a": (
                "China is considering tightening reviews of rare earth exports to Japan.",
                "2026-01-07",
            ),
            "b": ("Traders said China has begun restricting exports of rare earths to Japan.", "2026-01-09"),
        }
    )
    assert [judge_fact(f).verdict for f in facts if f.type == "proposition"] == ["update"]


def test_other_steps_of_others_are_no_stages_of_one(find_facts):
    facts = find_facts(
        {
            "a": "China is considering tightening reviews of rare earth exports to Japan.",
            "b": "India has begun restricting exports of broken rice to Africa.",
        }
    )
    assert [f for f in facts if f.type == "proposition"] == []


def test_a_mere_denial_is_one_of_what_was_said_before(make_setting, find_facts):
    article = {"a": "Local media reported that the captain was drunk, but police have denied this."}
    setting = make_setting(article)
    ((said, denial),) = find_denials(setting)
    assert setting.claims[said].speakers == ("Local media",)
    assert setting.claims[denial].speakers == ("police",)
    fact = next(f for f in find_facts(article) if f.type == "proposition")
    assert judge_fact(fact).verdict == "contradict"
    assert sorted(judge_fact(fact).stances) == ["asserts", "denies"]


def test_whoever_is_accused_rejects_the_accusation(make_setting):
    text = "Residents told Reuters that the army shelled the market. The army rejects the accusation."
    setting = make_setting({"a": text})
    ((said, denial),) = find_denials(setting)
    assert "shelled" in text[setting.claims[said].start : setting.claims[said].end]
    assert setting.claims[denial].speakers == ("The army",)


@pytest.mark.parametrize(
    "text",
    [
        "The captain was drunk. Police have denied this.",  # nobody but the outlet says it
        "Police said the road was shut. Police denied that.",  # the same voice
        "Local media reported that he was drunk. The bridge is old. Police denied reports of a crash.",
        "Residents said that a school was hit and that nine people died. The army disputed that account.",  # which?
        "The director told Reuters that a dozen of them were children. The army rejects the accusation.",  # not of it
    ],
)
def test_no_denial_of_something_said(make_setting, text):
    assert find_denials(make_setting({"a": text})) == []


def test_who_could_not_confirm_takes_no_side(make_setting):
    setting = make_setting(
        {"a": "The Wall Street Journal said trade had stopped. Reuters could not confirm the Journal's report."}
    )
    told = next(i for i, c in enumerate(setting.claims) if c.speakers == ("Wall Street Journal",))
    ((matter, claim),) = find_doubts(setting, [[told]])
    assert (matter, setting.claims[claim].speakers) == (0, ("Reuters",))
