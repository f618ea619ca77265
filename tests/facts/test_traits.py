"""On which side of a thing it was, and of which colour it is."""

import pytest

from factdiff.relations import judge_fact


@pytest.mark.parametrize(
    ("articles", "contradicts"),
    [
        (
            ["Flames came out of the left engine of the jet.", "The fire on the jet began in the right-hand engine."],
            True,
        ),
        (["A boy of nine lost his left leg in the blast.", "The blast tore off the boy's right leg."], True),
        (["A silver Audi was seen near the beach.", "Marsh drove to the beach in a black Audi."], True),
        (["Witnesses saw a white van outside the bank.", "The robbers left the bank in a grey van."], True),
        # the same, in other words
        (
            ["Flames came out of the left engine of the jet.", "The fire on the jet began in the left-hand engine."],
            False,
        ),
        # two people, two things of one article
        (["A boy lost his left leg in the blast.", "A woman lost her right leg in the blast."], False),
        (["Ivan Petrov lost his left leg in the blast.", "Oleh Marchenko lost his right leg in the blast."], False),
        (
            ["The left engine burned while the right engine ran on.", "The right engine of the jet burned."],
            False,
        ),
        # what is said of it has nothing in common, or the colour is no thing's
        (
            ["A white van blocked the road to Arden.", "Shoppers were shown a black van that Fiat wants to build."],
            False,
        ),
        (["The region has issued a red alert for the coast.", "An orange alert was issued for the coast."], False),
        (["The left wing of the party won the vote.", "The right wing of the party lost the vote."], False),
        (["The left engine may have burned.", "The right engine burned."], False),
    ],
)
def test_words_of_which_one_alone_can_hold(find_facts, articles, contradicts):
    facts = [f for f in find_facts(dict(zip("ab", articles, strict=True))) if f.type == "proposition"]
    judged = [j for f in facts if (j := judge_fact(f)).reason == "trait"]
    assert bool(judged) == contradicts
    assert all(j.verdict == "contradict" for j in judged)


def test_most_articles_name_the_fact(find_facts):
    articles = {
        "a": "A silver Audi was seen near the beach.",
        "b": "Police say that a silver Audi was left near the beach.",
        "c": "Marsh drove to the beach in a black Audi.",
    }
    (fact,) = [f for f in find_facts(articles) if judge_fact(f).reason == "trait"]
    assert fact.label == "Whether it was a silver Audi"
    assert {r.article_id for r in fact.readings} == {"a", "b", "c"}
