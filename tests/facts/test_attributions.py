"""Who is credited with what: facts of the type attribution, and the clause that names the voice."""

import pandas as pd
import pytest

from factdiff.facts.table import facts_table, readings_table
from factdiff.relations import judge_fact

REACH = {
    "a": "The army said the strike hit only military targets near the port.\n"
    "Residents told Reuters that the strike near the port damaged civilian homes.",
    "b": "The strike near the port was not limited to military targets, a doctor told Reuters.\n"
    "Colonel Jo Hill, a spokesman for the army, said the strike near the port was aimed at military targets.",
}


def _voices(facts, words):
    found = [f for f in facts if f.type == "attribution" and words in f.label]
    return [(r.article_id, r.speakers[-1]) for f in found for r in f.readings]


def test_each_side_of_a_dispute_over_reach_names_its_voices(find_facts):
    facts = find_facts(REACH)
    assert _voices(facts, "Who disputes that") == [("a", "Residents"), ("b", "a doctor")]
    assert _voices(facts, "Who said that") == [("a", "The army"), ("b", "Jo Hill")]


def test_voices_that_all_deny_are_asked_for_as_such(find_facts):
    facts = find_facts(
        {
            "a": "Anna Weber said the bridge over the Elbe had not been inspected since 2019.",
            "b": "The union said the bridge over the Elbe had not been inspected since 2019.",
        }
    )
    labels = [f.label for f in facts if f.type == "attribution"]
    assert labels
    assert all(label.startswith("Who denied that") for label in labels)


def test_who_could_not_confirm_it_is_no_origin_of_a_side(find_facts):
    facts = find_facts(
        {
            "a": "The army said the strike hit only military targets near the port.",
            "b": "The strike near the port was not limited to military targets, a doctor told AFP.\n"
            "Reuters could not verify AFP's report.",
        }
    )
    judgements = [judge_fact(fact) for fact in facts]
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["A", "B"]})
    texts = {r.article_id: " " * 1000 for fact in facts for r in fact.readings}
    readings = readings_table(facts, judgements, articles, texts)
    readings["origin_id"] = readings["speakers"].where(readings["speakers"].ne(""), readings["article_id"])
    rows = facts_table(facts, judgements, readings, articles).set_index("fact_id")
    disputed = next(f for f, j in zip(facts, judgements, strict=True) if j.reason == "scope")
    own = readings[readings["fact_id"].eq(disputed.fact_id)]
    assert "unclear" in set(own["stance"])
    assert rows.loc[disputed.fact_id, "n_origins"] == own["origin_id"].nunique() - 1


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("Anna Weber, a surgeon, said", "Officials said", True),
        ("Anna Weber told Reuters", "Anna Weber said", True),
        ("Anna Weber said", "Anna Weber said", False),
        ("Japan said", "Japan's transport ministry said", False),
        ("Tajikistan's Border Troops said", "The Border Troops said", False),
        ("The indictment said", "Prosecutors said", True),
    ],
)
def test_who_is_credited_is_asked_where_voices_or_chains_differ(find_facts, first, second, asked):
    what = "the ferry had carried more than 200 passengers from Cebu."
    facts = find_facts({"a": f"{first} {what}", "b": f"{second} {what}"})
    assert any(f.type == "attribution" for f in facts) is asked


def test_who_denies_it_is_not_among_those_who_said_it(find_facts):
    facts = find_facts(
        {
            "a": "Anna Weber said the ferry had sent a distress call off Cebu.",
            "b": "The union said the ferry had sent a distress call off Cebu.\n"
            "The company denied that the ferry had sent a distress call off Cebu.",
        }
    )
    found = [[r.speakers[-1] for r in f.readings] for f in facts if f.type == "attribution"]
    assert found == [["Anna Weber", "The union"]]


def test_the_age_of_a_voice_is_not_what_it_says(fact_with):
    text = "Marcus Ellery, 57, denied any wrongdoing in the case of the duplicated records."
    fact = fact_with({"a": text, "b": "Marcus Ellery, 57, was suspended in May."}, "quantity", "57")
    assert {(r.speakers, r.modality) for r in fact.readings} == {((), "asserted")}
