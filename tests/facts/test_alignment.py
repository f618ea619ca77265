import pytest

from factdiff.relations import judge_fact

CRASH = {
    "a": "A bus hit a wall near Riverton on Monday, killing nine people and injuring 14, police said.",
    "b": "Nine people died and 14 were hurt when a bus hit a wall near Riverton on Monday.",
}


def values(fact):
    return {(r.article_id, r.value) for r in fact.readings}


@pytest.mark.parametrize(
    ("articles", "kind", "value", "expected"),
    [
        (CRASH, "quantity", "nine people", {("a", "nine people"), ("b", "Nine people")}),
        (CRASH, "quantity", "14", {("a", "14"), ("b", "14")}),
        (CRASH, "date", "Monday", {("a", "Monday"), ("b", "Monday")}),
        # one arrest in other words: the hour and the day of it are one date
        (
            {
                "a": "Owen Marsh was taken into custody at a motel in Arden around 6 a.m. Monday, police said.",
                "b": "Marsh was detained at a motel in Arden on Monday.",
            },
            "date",
            "6 a.m. Monday",
            {("a", "6 a.m. Monday"), ("b", "Monday")},
        ),
        (
            {
                "a": "Shares of Acme Steel fell 4% on Tuesday.",
                "b": "Acme Steel's stock slid 6 percent on Tuesday.",
            },
            "quantity",
            "4%",
            {("a", "4%"), ("b", "6 percent")},
        ),
        (
            {
                "a": "The court published a 48-page ruling on the merger.",
                "b": "The judges explained themselves in a 47-page ruling.",
            },
            "quantity",
            "48-page",
            {("a", "48-page"), ("b", "47-page")},
        ),
        (
            {
                "a": "The epicentre was 55 kilometres south of Lorca and the quake lasted 20 seconds.",
                "b": "The epicentre lay 34 miles south of Lorca.",
            },
            "quantity",
            "55 kilometres",
            {("a", "55 kilometres"), ("b", "34 miles")},
        ),
    ],
)
def test_the_same_fact_in_other_words(fact_with, articles, kind, value, expected):
    assert values(fact_with(articles, kind, value)) == expected


@pytest.mark.parametrize(
    ("articles", "value"),
    [
        # who is counted
        ({"a": "The fire killed 11 people.", "b": "The fire injured 12 people."}, "11 people"),
        # where
        (
            {
                "a": "The storm killed 11 people in Ostend.",
                "b": "The storm killed 40 people in Calais and damaged a pier.",
            },
            "11 people",
        ),
        # when
        (
            {
                "a": "The fire on Monday killed 11 people.",
                "b": "A fire in 2009 killed 30 people in the same mill.",
            },
            "11 people",
        ),
        # what moved, and which way
        ({"a": "Revenue rose 4% in the quarter.", "b": "Costs fell 6% in the quarter."}, "4%"),
    ],
)
def test_lookalikes_stay_apart(fact_with, articles, value):
    assert {r.article_id for r in fact_with(articles, "quantity", value).readings} == {"a"}


def test_a_toll_that_rises_is_one_fact_in_whatever_words(fact_with):
    articles = {
        "a": ("At least 17 people were killed when a ferry sank off Lorca.", "2024-05-13"),
        "b": ("The death toll in the ferry disaster off Lorca rose to 21.", "2024-05-14"),
        "c": ("The sinking killed 24, the coast guard said.", "2024-05-15"),
    }
    fact = fact_with(articles, "quantity", "At least 17")
    assert {r.article_id for r in fact.readings} == {"a", "b", "c"}
    assert judge_fact(fact).verdict == "update"


def test_what_was_asked_for_is_not_what_was_given(fact_with):
    articles = {
        "a": "Prosecutors had sought a fine of one million euros for the builder.",
        "b": "The court ordered a fine of 450,000 euros for the builder.",
    }
    assert len(fact_with(articles, "quantity", "one million").readings) == 1


def test_two_counts_of_one_article_are_two_facts(find_facts):
    text = "Twelve people were killed in Bener district. In Central district 10 people were killed, officials said."
    facts = [f for f in find_facts({"a": text}) if f.type == "quantity"]
    assert all(len(f.readings) == 1 for f in facts)
    assert len(facts) == 2


def test_counts_side_by_side_are_two_facts(find_facts):
    articles = {
        "a": "The shelling killed two soldiers and two civilians, the army said.",
        "b": "The army lost two soldiers and two civilians in the shelling, it said.",
    }
    facts = [f for f in find_facts(articles) if f.type == "quantity"]
    assert all(len({r.value for r in f.readings if r.article_id == "a"}) < 2 for f in facts)


def test_the_injured_are_not_counted_among_the_dead(make_setting):
    setting = make_setting({"a": "At least 17 people were killed and more than 60 injured when a train derailed."})
    slots = {m.value: setting.locate(m).frame.slot for m in setting.mentions}
    assert slots["more than 60 injured"] == {"injure"}


def test_two_least_terms_of_one_article_are_two_facts(find_facts):
    articles = {
        "a": "Marsh will serve at least 25 years in prison. He had been told to serve at least 22 years in prison.",
        "b": "Marsh must serve at least 25 years in prison, the judges ruled.",
    }
    facts = [{r.value for r in f.readings} for f in find_facts(articles) if f.type == "quantity"]
    assert sorted(map(sorted, facts)) == [["at least 22 years"], ["at least 25 years"]]


def test_every_value_is_a_reading_of_some_fact(make_setting):
    from factdiff.facts.assembly import assemble_facts

    setting = make_setting(CRASH)
    readings = [r for f in assemble_facts(setting) for r in f.readings if r.mention]
    assert len(readings) == len(setting.mentions)
    assert len({r.reading_id for r in readings}) == len(readings)


def test_ids_do_not_change_when_a_later_article_joins(find_facts):
    before = {f.fact_id for f in find_facts({i: (t, "2024-05-14") for i, t in CRASH.items()}) if f.type == "quantity"}
    more = {i: (t, "2024-05-14") for i, t in CRASH.items()} | {"0": ("A bus crash killed nine people.", "2024-05-15")}
    after = {f.fact_id for f in find_facts(more)}
    assert before <= after


def test_one_utterance_whole_and_in_part(fact_with):
    articles = {
        "a": "“We will not accept this decision and we will appeal,” said Anna Weber.",
        "b": "Anna Weber said the city “will not accept this decision”.",
    }
    assert len(fact_with(articles, "quote", "We will not").readings) == 2


def test_judgements_joined_by_and_are_told_apart(find_facts):
    articles = {
        "a": "Norway's foreign ministry called the move “absolutely unacceptable and deeply regrettable”.",
        "b": "Norway's foreign ministry said the move was “extremely regrettable”.",
    }
    quotes = {frozenset(r.value for r in f.readings) for f in find_facts(articles) if f.type == "quote"}
    assert frozenset({"deeply regrettable", "extremely regrettable"}) in quotes


def test_order_of_the_articles_does_not_matter(find_facts):
    forward = find_facts(CRASH)
    backward = find_facts(dict(reversed(CRASH.items())))
    assert {f.fact_id: {r.reading_id for r in f.readings} for f in forward} == {
        f.fact_id: {r.reading_id for r in f.readings} for f in backward
    }


def test_an_initial_is_no_other_person(fact_with):
    articles = {
        "a": "Marcus Ellery led the study. Ellery, 57, denied any wrongdoing.",
        "b": "The notice was signed by M. Ellery. Professor Marcus Ellery, 58, told reporters it was an error.",
        "c": "The study was withdrawn. Ellery, 57, denied any wrongdoing.",
    }
    assert {r.value for r in fact_with(articles, "quantity", "58").readings} == {"57", "58"}
