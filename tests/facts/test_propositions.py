from factdiff.relations import judge_fact


def propositions(find_facts, articles):
    return [f for f in find_facts(articles) if f.type == "proposition"]


def test_what_two_articles_assert_is_one_proposition(find_facts):
    articles = {
        "a": "The air force sent a helicopter to the island on Sunday.",
        "b": "A helicopter was sent to the island by the air force.",
    }
    facts = propositions(find_facts, articles)
    assert [{r.article_id for r in f.readings} for f in facts] == [{"a", "b"}]
    assert judge_fact(facts[0]).verdict == "agree"


def test_assertion_and_denial_contradict(find_facts):
    articles = {
        "a": "The ministry issued a flood warning for the valley.",
        "b": "No flood warning was issued for the valley by the ministry.",
    }
    (fact,) = propositions(find_facts, articles)
    judged = judge_fact(fact)
    assert (judged.verdict, judged.reason) == ("contradict", "denial")
    assert sorted(judged.stances) == ["asserts", "denies"]


def test_negation_of_another_matter_is_no_denial(find_facts):
    articles = {
        "a": "The ministry issued a flood warning for the valley.",
        "b": "The mayor did not attend the opening of the bridge.",
    }
    assert propositions(find_facts, articles) == []


def test_what_one_article_says_alone_is_no_shared_proposition(find_facts):
    assert propositions(find_facts, {"a": "The ministry issued a flood warning."}) == []


def test_what_two_articles_say_briefly_is_one_proposition(find_facts):
    articles = {
        "a": "The jet ran off the end of the runway at Porto and caught fire. Its crew escaped through a window.",
        "b": "The jet skidded on the runway at Porto, split in two and caught fire.",
    }
    facts = propositions(find_facts, articles)
    assert ["caught fire"] * 2 in [[r.value for r in f.readings] for f in facts]
