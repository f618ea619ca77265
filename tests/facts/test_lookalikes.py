"""Figures and dates that resemble each other and answer different questions.

`tests/data/lookalikes` is a story of twelve articles written for this: two accidents, two trials, namesakes, last
year's figures, limits and speeds, capacities and occupancy, several sums of money. Three contradictions are planted in
it in differing words: how fast the coach was (94 or 71 km/h), how many it carried (52 or 46), and whether its owner
had been warned about the brakes. factdiff finds all three.
"""

from pathlib import Path

import pytest

from factdiff.facts.setting import Setting
from factdiff.facts.topics import Topic, are_apart
from factdiff.relations import judge_fact
from factdiff.story import analyse

STORY = Path(__file__).parents[1] / "data" / "lookalikes"
PLANTED = {frozenset({"94 kilometres per hour", "94 km/h", "71 km/h"}), frozenset({"52 people", "Forty-six people"})}
WARNING = ("Brightline Coaches, which owned the vehicle, was warned twice", "that it never received any warning")
# Not told apart: the article on the second accident has named the first one just before.
WRONG_UPDATE = frozenset({"£2.7m", "£1.1m"})


@pytest.fixture(scope="module")
def verdicts():
    """Give the verdict and the values of each fact of the story."""
    story = analyse(STORY)
    values = story.readings.groupby("fact_id")["value"].agg(frozenset)
    return [(fact.verdict, values[fact.fact_id]) for fact in story.facts.itertuples()]


def is_on_warning(values):
    return len(values) == 2 and all(value.startswith(WARNING) for value in values)


def test_only_what_was_planted_contradicts(verdicts):
    found = [values for verdict, values in verdicts if verdict == "contradict"]
    assert {values for values in found if not is_on_warning(values)} == PLANTED
    assert sum(map(is_on_warning, found)) == 1


def test_lookalikes_do_not_update_each_other(verdicts):
    assert {values for verdict, values in verdicts if verdict == "update"} == {WRONG_UPDATE}


OTHER_FIRM = {
    "a": "Alba lifts profit\n\nAlba said net profit rose 14% in the first quarter. The margin widened to 11.4%.",
    "b": "Corda slips\n\nCorda said net profit fell 23% in the first quarter. The margin shrank to 7.8%.",
    "c": "Alba and Corda\n\nAlba and Corda both sell coffee. The margin of Alba was 11.4%.",
}
FORMER = {
    "a": "The operating margin of Alba fell from 11.4% a year earlier.",
    "b": "The operating margin of Alba fell to 10.1%.",
}
NAMESAKES = {
    "a": "Martin Osgood, 47, denied the charge on Monday.",
    "b": "Marvin Osgood, 44, admitted the charge on Friday.",
}
DIRECTIONS = {
    "a": "The village lies 70 kilometres to the south of Carrick.",
    "b": "The village lies 93 kilometres to the north of Dunmore.",
}
CHILDREN = {
    "a": "The flood killed 12 children in the valley.",
    "b": "The flood killed 15 people in the valley.",
}
A_PART = {
    "a": "Of the 53 wounded, 18 remain in hospital.",
    "b": "The hospital said 31 people remain in hospital.",
}
THE_WHOLE = {
    "a": "The army said 61 of 74 drones had been shot down.",
    "b": "The army said 112 drones had been shot down.",
}
NOBODY = {
    "a": "Of the 42 wounded, 18 remain in hospital. A second shell hit an empty school. Nobody was wounded.",
    "b": "Fifty people were wounded.",
}
THERE = {
    "a": "The storm killed 19 people in Velmar.",
    "b": "In the Korsk region a roof fell. One person was killed there.",
    "c": "In Velmar the storm killed 19 people.",
}
PLANNED = {
    "a": "Work on the viaduct took nine months.",
    "b": "Work on the viaduct is to begin in May and to take 18 months.",
}
YEAR_AND_MORNING = {
    "a": "The stock of Alba has fallen 9% this year.",
    "b": "Shares in Alba dropped 2.1% in morning trading.",
}
TWO_MORNINGS = {
    "a": ("Shares in Alba were up 3.4% in early trading.", "2024-05-14"),
    "b": ("Shares in Alba dropped 2.1% in morning trading.", "2024-05-17"),
}
QUARTER_AND_YEAR = {
    "a": ("In the first quarter of 2024 Alba earned 186 million euros.", "2024-05-15"),
    "b": ("In 2024 Alba earned 290 million euros.", "2025-05-15"),
}


@pytest.mark.parametrize(
    ("articles", "one", "other"),
    [
        (OTHER_FIRM, "14%", "23%"),
        (OTHER_FIRM, "11.4%", "7.8%"),
        (FORMER, "11.4%", "10.1%"),
        (NAMESAKES, "47", "44"),
        (DIRECTIONS, "70 kilometres", "93 kilometres"),
        (CHILDREN, "12 children", "15 people"),
        (A_PART, "18", "31 people"),
        (THE_WHOLE, "74 drones", "112 drones"),
        (NOBODY, "Fifty people", "Nobody"),
        (THERE, "19 people", "One person"),
        (PLANNED, "nine months", "18 months"),
        (YEAR_AND_MORNING, "9%", "2.1%"),
        (TWO_MORNINGS, "3.4%", "2.1%"),
        (QUARTER_AND_YEAR, "186 million euros", "290 million euros"),
    ],
)
def test_other_figures(fact_with, articles, one, other):
    assert other not in {r.value for r in fact_with(articles, "quantity", one).readings}


def test_former_values_are_compared_with_each_other(fact_with):
    articles = {
        "a": "The operating margin of Alba fell to 7% from 11.4%.",
        "b": "The operating margin of Alba fell to 7% from 12.3%.",
    }
    assert judge_fact(fact_with(articles, "quantity", "11.4%")).verdict == "contradict"


def test_a_bare_surname_is_whom_the_article_names(fact_with):
    articles = {
        "a": "Martin Osgood denied the charge. Mr Osgood, 47, has three children.",
        "b": "Martin Osgood, 49, denied the charge.",
    }
    assert judge_fact(fact_with(articles, "quantity", "47")).verdict == "contradict"


SINCE = {
    "a": "Since January the army has taken 31 villages.",
    "b": "The army took the village on Tuesday.",
}
TWO_YEARS = {
    "a": "Premiums for coaches will rise by 18% next year, brokers said. Premiums rose by 4% the year before.",
}


@pytest.mark.parametrize(
    ("articles", "one", "other"), [(SINCE, "January", "Tuesday"), (TWO_YEARS, "next year", "the year before")]
)
def test_other_dates(fact_with, articles, one, other):
    assert other not in {r.value for r in fact_with(articles, "date", one).readings}


def test_what_opens_a_sentence_dates_it(make_setting):
    setting: Setting = make_setting({"a": "In the attack on the station in April last year 31 people were killed."})
    site = setting.locate(next(m for m in setting.mentions if m.type == "quantity"))
    assert site.when == ("2023-04-01", "2023-04-30")
    assert site.is_background


def topic(names, lead):
    return Topic(frozenset(names.split()), frozenset(lead.split()))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (topic("kilmuir", "kilmuir"), topic("carrick", "carrick harrow"), True),
        (topic("kilmuir carrick", "kilmuir"), topic("carrick", "harrow"), False),
        # What is named in the other's opening may be meant.
        (topic("kilmuir", "kilmuir carrick"), topic("carrick", "harrow"), False),
        # Without names nothing is known.
        (topic("", "kilmuir"), topic("carrick", "carrick"), False),
        (topic("kilmuir", "kilmuir"), topic("carrick", ""), False),
    ],
)
def test_topics(a, b, expected):
    assert are_apart(a, b) is expected
    assert are_apart(b, a) is expected
