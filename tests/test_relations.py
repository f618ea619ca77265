import pytest

from factdiff.facts.reading import Fact, Reading
from factdiff.relations import imply_rates, judge_fact, relate_readings
from factdiff.values.mention import Mention
from factdiff.values.quantity import Quantity


def reading(article="a", kind="quantity", **fields):
    defaults = {
        "reading_id": f"{article}:{kind}{len(fields)}",
        "type": kind,
        "article_id": article,
        "claim_id": "c",
        "start": 0,
        "end": 1,
        "value_start": 0,
        "value_end": 1,
        "value": "x",
        "speakers": (),
        "modality": "asserted",
        "negated": False,
        "as_of": "",
        "published": ("2024-05-14", "2024-05-14"),
    }
    return Reading(**(defaults | fields))


def count(number, article="a", *, bound="exact", high=None, unit="person", kind="count", alt=(None, ""), **fields):
    quantity = Quantity(0, 1, number, high, unit, bound, kind, -1, 0, 1.0, "", *alt)
    mention = Mention("quantity", article, 0, 0, 0, 0, 1, str(number), quantity=quantity)
    return reading(article, mention=mention, **fields)


def age(number, published, article="a"):
    return count(number, article, unit="year", kind="age", published=(published, published))


def day(n):
    return {"published": (f"2024-05-{n:02}", f"2024-05-{n:02}")}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (count(5), count(5, "b"), ("agree", "")),
        (count(5), count(7, "b"), ("contradict", "other_number")),
        (count(5, bound="at_least"), count(7, "b"), ("compatible", "bound")),
        # a toll is right at its time
        (count(5, cumulative=True, **day(14)), count(7, "b", cumulative=True, **day(15)), ("update", "later_figure")),
        (count(7, cumulative=True, **day(14)), count(5, "b", cumulative=True, **day(15)), ("update", "revised_down")),
        (count(5, cumulative=True), count(7, "b", cumulative=True), ("update", "same_day")),
        (
            count(5, cumulative=True, published=("", "")),
            count(7, "b", cumulative=True, published=("", "")),
            ("contradict", "no_time"),
        ),
        # two voices in one article are at odds, unless one speaks later or says that the toll rose
        (
            count(5, cumulative=True, speakers=("police",)),
            count(7, cumulative=True, speakers=("a doctor",)),
            ("contradict", "other_number"),
        ),
        (
            count(5, cumulative=True, speakers=("police",)),
            count(7, cumulative=True, speakers=("a doctor",), is_moved=True),
            ("update", "same_day"),
        ),
        (
            count(5, cumulative=True, speakers=("police",), as_of="2024-05-13"),
            count(7, cumulative=True, speakers=("a doctor",)),
            ("update", "later_figure"),
        ),
        (
            count(5, bound="at_least", cumulative=True, **day(14)),
            count(9, "b", bound="at_least", cumulative=True, **day(15)),
            ("update", "later_figure"),
        ),
        # a birthday may lie between two articles that are months apart, not between two of one week
        (age(49, "2024-03-14"), age(50, "2024-11-27", "b"), ("update", "grew_older")),
        (age(49, "2024-03-14"), age(50, "2024-03-15", "b"), ("contradict", "other_number")),
        (age(50, "2024-03-14"), age(49, "2024-11-27", "b"), ("contradict", "other_number")),
        (age(49, "2024-03-14"), age(52, "2024-11-27", "b"), ("contradict", "other_number")),
        (age(49, "2019-03-14"), age(54, "2024-11-27", "b"), ("update", "grew_older")),
        (age(49, ""), age(50, "2024-11-27", "b"), ("contradict", "other_number")),
    ],
)
def test_quantities(a, b, expected):
    found = relate_readings(a, b)
    assert tuple(found) == expected
    assert relate_readings(b, a).relation == found.relation


def test_currencies_compare_at_the_rate_the_story_implies():
    yen = count(660e9, unit="JPY", kind="money", alt=(4.21e9, "USD"))
    dollars = count(4.2e9, "b", unit="USD", kind="money")
    rates = imply_rates([Fact("f", "quantity", "x", (yen,))])
    assert rates["JPY", "USD"] == pytest.approx(4.21 / 660)
    other = count(330e9, "c", unit="JPY", kind="money")
    assert relate_readings(other, dollars, rates=rates).relation == "contradict"
    assert relate_readings(other, dollars).relation == ""


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({}, {}, ("agree", "same_stance")),
        ({}, {"negated": True}, ("contradict", "denial")),
        ({"modality": "denied"}, {"negated": True}, ("agree", "same_stance")),
        ({"modality": "planned"}, {"negated": True}, ("contradict", "denial")),
        ({"modality": "possible"}, {"negated": True}, ("compatible", "modality")),
        ({"modality": "unconfirmed"}, {"negated": True}, ("compatible", "unconfirmed")),
        ({"modality": "planned", **day(14)}, day(15), ("update", "status")),
        ({"modality": "planned", **day(15)}, day(14), ("compatible", "modality")),
        ({"negated": True, "aspect": "scope"}, {"aspect": "scope"}, ("contradict", "scope")),
    ],
)
def test_propositions(a, b, expected):
    assert tuple(relate_readings(reading("a", "proposition", **a), reading("b", "proposition", **b))) == expected


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (("Maria Lopez",), ("Maria Lopez",), "agree"),
        (("Reuters", "Maria Lopez"), ("Reuters", "an aide"), "compatible"),
        (("a resident",), ("Maria Lopez",), "compatible"),
    ],
)
def test_voices(a, b, relation):
    one, two = reading("a", "attribution", speakers=a), reading("b", "attribution", speakers=b)
    assert relate_readings(one, two).relation == relation


def test_verdict_is_the_worst_relation_and_groups_hold_what_agrees():
    fact = Fact("f", "quantity", "x", (count(5), count(5, "b"), count(7, "c"), count(5, "d", bound="at_least")))
    judged = judge_fact(fact)
    assert judged.verdict == "contradict"
    assert judged.reason == "other_number"
    assert judged.groups == ("A", "A", "B", "C")
    assert len(judged.relations) == 6


def test_one_article_alone_is_single_unless_it_contradicts_itself():
    assert judge_fact(Fact("f", "quantity", "x", (count(5),))).verdict == "single"
    assert judge_fact(Fact("f", "quantity", "x", (count(5), count(5)))).verdict == "single"
    assert judge_fact(Fact("f", "quantity", "x", (count(5), count(7)))).verdict == "contradict"


def test_groups_beyond_the_alphabet_get_two_letters():
    fact = Fact("f", "quantity", "x", tuple(count(n, f"a{n}") for n in range(28)))
    assert judge_fact(fact).groups[25:] == ("Z", "AA", "AB")


def test_a_crowd_is_compared_through_the_first_of_each_value():
    readings = tuple(count(5 if n % 3 else 7, f"a{n:03}") for n in range(300))
    judged = judge_fact(Fact("f", "quantity", "x", readings))
    assert judged.verdict == "contradict"
    assert len(judged.relations) < 1000
    assert [judged.groups[n] for n in (0, 1, 2, 3)] == ["A", "B", "B", "A"]
    assert set(judged.groups) == {"A", "B"}


def quotation(words, article):
    mention = Mention("quote", article, 0, 0, 0, 0, 1, words, quote=words)
    return reading(article, "quote", mention=mention, value=words)


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        (["We did not fire. They must answer for this.", "We did not fire", "They must answer for this"], "compatible"),
        (["We did not fire. They must answer for this.", "We did not fire", "They will answer for it"], "contradict"),
        (["a political verdict", "This is a political verdict", "It was a political verdict"], "contradict"),
    ],
)
def test_parts_of_one_longer_version_alter_no_words(versions, expected):
    readings = tuple(quotation(words, article) for words, article in zip(versions, "abc", strict=True))
    assert judge_fact(Fact("f", "quote", "Words", readings)).verdict == expected
