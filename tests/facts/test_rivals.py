import pytest

from factdiff.facts.rivals import Item, find_rivals


def items(*told):
    return [Item(article, kind, float(value)) for article, kind, value in told]


FOXES = Item("c", "m", 12.0, voice="y", thing="fox")
PASSENGERS = items(("a", "person", 294), ("b", "person", 312), ("a", "person", 6), ("b", "person", 21))


@pytest.mark.parametrize(
    ("told", "groups", "scores", "expected"),
    [
        # Each is the other's best by far.
        (PASSENGERS, [[0], [1], [2], [3]], {(0, 1): 0.4, (0, 3): 0.05}, [(0, 1)]),
        # Another figure of the same article fits nearly as well.
        (items(("a", "m", 10), ("b", "m", 12), ("b", "m", 14)), [[0], [1], [2]], {(0, 1): 0.4, (0, 2): 0.38}, []),
        # Too little in common.
        (PASSENGERS, [[0], [1], [2], [3]], {(0, 1): 0.15}, []),
        # Some article prints both.
        (
            items(("a", "m", 10), ("b", "m", 12), ("c", "m", 10), ("c", "m", 12)),
            [[0], [1], [2], [3]],
            {(0, 1): 0.5},
            [],
        ),
        # Values of two kinds never meet.
        (items(("a", "m", 10), ("b", "kg", 12)), [[0], [1]], {(0, 1): 0.9}, []),
        # One article is no rival of itself.
        (items(("a", "m", 10), ("a", "m", 12)), [[0], [1]], {(0, 1): 0.9}, []),
        # Some article sets two voices against each other.
        (
            [*items(("a", "m", 10), ("b", "m", 12)), Item("c", "m", 10.0, voice="x"), Item("c", "m", 12.0, voice="y")],
            [[0, 2], [1, 3]],
            {(0, 1): 0.5},
            [(0, 1)],
        ),
        # Two voices count two things.
        (
            [*items(("a", "m", 10), ("b", "m", 12)), Item("c", "m", 10.0, voice="x", thing="dog"), FOXES],
            [[0, 2], [1, 3]],
            {(0, 1): 0.5},
            [],
        ),
        # Clusters of equal values speak through their best pair.
        (items(("a", "m", 10), ("b", "m", 10), ("c", "m", 12)), [[0, 1], [2]], {(0, 2): 0.1, (1, 2): 0.5}, [(0, 1)]),
    ],
)
def test_rivals(told, groups, scores, expected):
    assert find_rivals(told, groups, scores) == expected


def test_values_far_apart_are_no_rivals():
    told = items(("a", "person", 294), ("b", "person", 31))
    assert find_rivals(told, [[0], [1]], {(0, 1): 0.9}) == [(0, 1)]
    assert find_rivals(told, [[0], [1]], {(0, 1): 0.9}, are_near=lambda a, b: max(a, b) < 2 * min(a, b)) == []


def test_a_part_is_no_rival_of_the_whole():
    told = [Item("a", "person", 10.0), Item("b", "person", 12.0, is_whole=False)]
    assert find_rivals(told, [[0], [1]], {(0, 1): 0.9}) == []


FERRY = {
    "a": "A ferry with 294 passengers on board ran aground off Sandholm on Monday. Built in 1998, it hit a reef.",
    "b": "The ferry was carrying 312 passengers when it struck rocks near Sandholm. Its crew of nine were rescued.",
}
FINE = {
    "a": "The court fined Harlow Mills 5 million dollars. Its chairman was given a term of four years.",
    "b": "Harlow Mills was ordered to pay 6 million dollars by the court. The chairman got four years.",
}
WARNED = {
    "a": "The union said drivers had warned managers twice in February about the brakes.",
    "b": "Drivers told managers three times in February of faulty brakes, according to the union.",
}
WALL = {
    "a": "The wall around the camp is 940 metres long. A wall of 1,120 metres divides the valley.",
    "b": "Shots were heard. The length of the wall dividing the valley is 1,170 metres, the army said.",
}
FLEET = {
    "a": "Work stopped on Monday. The capacity of the plant is 640 tonnes a day.",
    "b": "The plant has a capacity of 690 tonnes a day and employs many.",
}
FIGURE = {
    "a": "The union said 3,000 workers had walked out, while the company put the figure at 1,900.",
    "b": "Some 3,000 workers walked out, the union said.",
}
ABOARD = {
    "a": "A small plane carrying 19 people crashed in the hills. It can carry 24 people.",
    "b": "Officials said that 21 people were believed to have been on the plane. Nine people died aboard it.",
}
SAILORS = {
    "a": "The navy said three of its sailors were killed in the blast.",
    "b": "Two sailors were killed in the blast, the navy said.",
}
TOWN = {
    "a": "Marbury, a city of about 300,000 people, has been under siege since April.",
    "b": "The shelling of Marbury, home to roughly 200,000 people, began at dawn.",
}
ASKED = {
    "a": "The prosecution had demanded six years in prison for the surgeon.",
    "b": "Prosecutors sought a seven-year term, and the defence asked for an acquittal.",
}
HEARING = {
    "a": "The magistrate set the next hearing for May 22.",
    "b": "The two sisters will be back in court on May 29, the clerk said.",
}
BLOCKADE = {
    "a": "The port has been under blockade since March.",
    "b": "The port has been blockaded since January, the traders said.",
}
POSTED = {
    "a": "Operating profit at Harlow Mills came in at 1.46 billion crowns in the three months to March.",
    "b": "Last week the firm posted a quarterly operating profit of 1.64 billion crowns.",
}
CRASH = {
    "a": "The pilot said the plane was flying at 410 km/h when it hit the trees.",
    "b": "The pilot said the plane was flying at 410 km/h. Investigators said it had been flying at 520 km/h.",
    "c": "Investigators said on Friday that the plane had been flying at 520 kilometres per hour.",
}


@pytest.mark.parametrize(
    ("articles", "kind", "one", "other"),
    [
        (FERRY, "quantity", "294 passengers", "312 passengers"),
        (CRASH, "quantity", "410 km/h", "520 km/h"),
        (TOWN, "quantity", "about 300,000 people", "roughly 200,000 people"),
        (ASKED, "quantity", "six years", "seven-year"),
        (HEARING, "date", "May 22", "May 29"),
        (BLOCKADE, "date", "March", "January"),
        (POSTED, "quantity", "1.46 billion crowns", "1.64 billion crowns"),
        (SAILORS, "quantity", "three of its sailors", "Two sailors"),
        (ABOARD, "quantity", "19 people", "21 people"),
        (FIGURE, "quantity", "3,000 workers", "1,900"),
        (WALL, "quantity", "1,120 metres", "1,170 metres"),
        (FLEET, "quantity", "640 tonnes", "690 tonnes"),
        (FINE, "quantity", "5 million dollars", "6 million dollars"),
        (WARNED, "quantity", "twice", "three times"),
    ],
)
def test_figures_that_answer_one_question_in_other_words(fact_with, articles, kind, one, other):
    assert {one, other} <= {r.value for r in fact_with(articles, kind, one).readings}


LAST_YEAR = {
    "a": "The flood killed 41 people. A flood killed 60 people in the same valley in 2019.",
    "b": "At least 41 people died in the flood, the mayor said. In 2019, a flood there left 60 dead.",
}
TWO_PLACES = {
    "a": "The storm destroyed 40 homes in Arden. In Brill it destroyed 55 homes.",
    "b": "In Brill 55 homes were gone, the mayor said.",
}
A_PART = {
    "a": "The blast injured 60 people, the hospital said.",
    "b": "Three of the injured were children, the hospital said. The blast injured 60 people.",
}


EARLIER = {
    "a": "Police said that 61 people had been arrested. An earlier count had put the number at 48.",
    "b": "Police said that 61 people had been arrested.",
}
WHICH = {
    "a": "The raid killed 12 people and injured 40 people. The ministry put the number at 31.",
    "b": "The raid killed 12 people.",
}
CAPACITY = {
    "a": "The bus was carrying 41 people when it overturned.",
    "b": "The bus was licensed to carry 52 people.",
}
PASSENGERS_ONLY = {
    "a": "The bus was carrying 41 passengers when it overturned.",
    "b": "The bus had 44 people on board.",
}
TWO_TOWNS = {
    "a": "The river rose in Marbury, a town of 12,000 people.",
    "b": "The river rose in Arden, a town of 14,000 people.",
}
REST = {
    "a": "The prosecution had demanded six months in prison.",
    "b": "The nurses asked for seven months of leave.",
}
TWO_WARS = {
    "a": "Clashes in April 2021 killed 55 people and a war in September 2022 killed 140.",
    "b": "Clashes killed 55 people in April 2021. The two countries fought a war in September 2022.",
    "c": "The countries fought a war in September 2022 in which some 140 people were killed.",
}
WROTE_AGAIN = {
    "a": "A surveyor, Ida Holm, wrote to the city in March 2023 about the cracks.",
    "b": "Holm wrote to the city again in January 2024 about the cracks.",
}
TWO_COUNTS = {
    "a": "The raid killed 12 people, residents said.",
    "b": "The raid killed 12 people, residents said. The army said the raid killed 18 fighters.",
    "c": "The army said the raid killed 18 fighters.",
}


@pytest.mark.parametrize(
    ("articles", "kind", "one", "other"),
    [
        (TWO_COUNTS, "quantity", "12 people", "18 fighters"),
        (TWO_TOWNS, "quantity", "12,000 people", "14,000 people"),
        (REST, "quantity", "six months", "seven months"),
        (TWO_WARS, "date", "April 2021", "September 2022"),
        (WROTE_AGAIN, "date", "March 2023", "January 2024"),
        (EARLIER, "quantity", "61 people", "48"),
        (WHICH, "quantity", "12 people", "31"),
        (CAPACITY, "quantity", "41 people", "52 people"),
        (PASSENGERS_ONLY, "quantity", "41 passengers", "44 people"),
        (LAST_YEAR, "quantity", "41 people", "60 people"),
        (TWO_PLACES, "quantity", "40 homes", "55 homes"),
        (A_PART, "quantity", "60 people", "Three of the injured"),
    ],
)
def test_lookalikes_stay_apart(fact_with, articles, kind, one, other):
    assert other not in {r.value for r in fact_with(articles, kind, one).readings}
