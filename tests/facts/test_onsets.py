"""When a measure starts to hold."""

import pytest

from factdiff.facts.onsets import read_onset
from factdiff.relations import judge_fact


@pytest.mark.parametrize(
    ("text", "at_once"),
    [
        ("The agency ordered an immediate recall of the pumps.", True),
        ("An immediate ban was imposed on flights over the city.", True),
        ("The two sides agreed an immediate ceasefire.", True),
        ("The council imposed the curfew with immediate effect.", True),
        ("The ban on flights took effect immediately.", True),
        ("The rule is effective immediately.", True),
        ("The curfew took effect two days after it was announced.", False),
        ("The tariffs came into force a week after the announcement.", False),
        ("One day after the ministry's announcement of a ban on flights, the restrictions took effect.", False),
        ("The law took effect two weeks after it was signed.", False),
        ("The United Nations called for an immediate ceasefire.", None),
        ("There was no immediate comment from the ministry.", None),
        ("The ban took effect on Monday.", None),
        ("The truce came into force two hours after it was signed.", None),
        ("The ban took effect two days after the attack.", None),
        ("The new chairman took immediate measures.", None),
    ],
)
def test_onset(make_setting, text, at_once):
    setting = make_setting({"a": text})
    found = [o.at_once for i in range(len(setting.claims)) if (o := read_onset(setting, i)) is not None]
    assert found == ([] if at_once is None else [at_once])


def _timed(facts):
    return [f for f in facts if judge_fact(f).reason == "onset"]


def test_at_once_and_days_after_the_announcement_contradict(find_facts):
    facts = find_facts(
        {
            "a": "The agency ordered an immediate recall of Medlin insulin pumps sold in Ohio.",
            "b": "Three days after the agency announced the recall of Medlin insulin pumps in Ohio, stores reopened.\n"
            "The recall of Medlin insulin pumps took effect three days after the agency announced it.",
        }
    )
    (fact,) = _timed(facts)
    assert fact.label == "Whether the recall of Medlin insulin pumps sold in Ohio took effect at once"
    assert judge_fact(fact).stances == ("asserts", "denies")
    assert fact.readings[1].value.endswith("three days after the agency announced it")


def test_two_measures_are_kept_apart(find_facts):
    facts = find_facts(
        {
            "a": "The agency ordered an immediate recall of Medlin insulin pumps sold in Ohio.",
            "b": "The ban on flights over Kyiv took effect two days after it was announced.",
        }
    )
    assert _timed(facts) == []


def test_a_reading_belongs_to_one_measure_only(find_facts):
    later = "The recall of {} insulin pumps took effect three days after the agency announced it."
    facts = find_facts(
        {
            "a": "The agency ordered an immediate recall of Medlin insulin pumps sold in Ohio.",
            "b": "The agency ordered an immediate recall of Medlin insulin pumps sold in Texas.",
            "c": later.format("Medlin"),
            "d": later.format("faulty Medlin"),
            "e": "The recall of Medlin insulin pumps sold in Texas took effect a week after the agency announced it.",
        }
    )
    assert len({f.fact_id for f in facts}) == len(facts)
    ids = [r.reading_id for f in facts for r in f.readings]
    assert len(set(ids)) == len(ids)
    assert _timed(facts)
