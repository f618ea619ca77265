"""Denials and opposites against what they deny, in English at large."""

import pytest

from factdiff.relations import judge_fact


@pytest.fixture
def judge(find_facts):
    """Return a function from texts to (verdict, reason) of every proposition that is not agreed."""

    def judged(*texts):
        articles = dict(zip("abcde", texts, strict=False))
        verdicts = [judge_fact(f) for f in find_facts(articles) if f.type == "proposition"]
        return [(v.verdict, v.reason) for v in verdicts if v.verdict in ("contradict", "update")]

    return judged


@pytest.mark.parametrize(
    ("denial", "assertion"),
    [
        # by a verb of denying
        ("The company denied that the plant had leaked chemicals.", "The plant leaked chemicals, residents said."),
        ("The army denied shelling the hospital.", "The army shelled the hospital on Friday, doctors said."),
        ("Police denied using tear gas.", "Police used tear gas against the crowd."),
        ("Norway denies having flown a drone over the border.", "Norway flew a drone over the border, Sweden said."),
        ("The minister denied having met the lobbyist.", "The minister met the lobbyist twice in May."),
        ("The colonel dismissed reports of civilian casualties as lies.", "The raid killed nine children."),
        ("The airline described reports of a fire on board as false.", "A fire broke out on board, passengers said."),
        ("The government denied there had been a coup attempt.", "Soldiers attempted a coup on Sunday."),
        # by "not" and "no"
        ("The study did not receive funding from the industry.", "The study was funded by the industry."),
        ("No one was injured in the blast.", "Six people were injured in the blast."),
        ("The suspect was not carrying a weapon.", "The suspect was carrying a knife."),
        ("Smith was not in the car at the time.", "Smith was in the car, police said."),
        ("The mayor will not resign, his office said.", "The mayor will resign on Friday."),
        ("The ship was not carrying weapons, Iran said.", "The ship was carrying weapons, Israel said."),
        ("The defendant pleaded not guilty to murder.", "The defendant pleaded guilty to murder."),
        ("Orvex said it would not appeal the decision.", "Orvex fell on Monday. The company plans to appeal."),
        # over something that is only mentioned
        ("The operator denied that the track was faulty.", "Drivers had warned managers about a cracked rail."),
    ],
)
def test_a_denial_contradicts_what_it_denies(judge, denial, assertion):
    assert judge(denial, assertion) == [("contradict", "denial")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The driver survived the crash.", "The driver died in the crash."),
        ("The pilot survived, the airline said.", "The pilot was killed, the ministry said."),
        ("The guards were unarmed, police said.", "The guards were armed, witnesses said."),
        ("Inspectors said the bridge was safe.", "Engineers said the bridge was unsafe."),
        ("Ana Ruiz was convicted of theft.", "Ana Ruiz was acquitted of theft."),
        ("The jury found the former mayor guilty of fraud.", "The jury acquitted the former mayor of fraud."),
        ("The parliament approved the treaty.", "The parliament rejected the treaty."),
        ("Police said the driver was sober.", "Witnesses said the driver was drunk."),
    ],
)
def test_what_excludes_each_other_contradicts(judge, first, second):
    assert judge(first, second) == [("contradict", "opposite")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # of somebody or something else
        ("The army denied shelling the hospital.", "The army shelled a barracks near the hospital on Friday."),
        ("The minister denied having met the lobbyist.", "The minister's aide met the lobbyist twice in May."),
        ("The north tower did not collapse.", "The south tower collapsed."),
        ("Ana Ruiz did not testify on Monday.", "Carlos Ruiz testified on Monday."),
        ("Iran did not attack the tanker, its minister said.", "Israel attacked the tanker, a diplomat said."),
        ("The storm did not hit the island.", "The storm hit the coast near the island."),
        ("No one was killed in the first blast.", "Six people were killed in the second blast."),
        ("The judge did not grant bail to the older brother.", "The judge granted bail to the younger brother."),
        ("The study did not find a link between coffee and cancer.", "The study found a link between tea and cancer."),
        ("The vaccine does not prevent infection in children.", "The vaccine prevents infection in adults."),
        ("No tsunami warning was issued for Hawaii.", "A tsunami warning was issued for Japan."),
        ("The boy died and his sister recovered.", "The boy recovered and his father survived."),
        ("Ana Ruiz survived the fall.", "Marta Soler died in the fall."),
        ("Ana Ruiz was convicted of theft.", "Ana Ruiz was acquitted of fraud."),
        ("The jury acquitted him of murder but convicted him of theft.", "The jury convicted him of theft."),
        # of less
        ("The driver was not seriously injured.", "The driver was slightly injured."),
        ("Not all passengers were injured.", "Twelve passengers were injured."),
        ("Two of the climbers died.", "Two of the climbers survived."),
        ("A man survived the crash.", "A man died in the crash."),
        # at another time
        ("The bridge did not collapse until Tuesday.", "The bridge collapsed on Tuesday."),
        ("The bank did not raise its forecast for 2024.", "The bank raised its forecast for 2023."),
        ("The mayor was convicted in 2019.", "The mayor was acquitted in 2023."),
        ("Ana Ruiz did not testify on Monday.", "Ana Ruiz testified on Tuesday."),
        # both turn something down
        ("The union rejected an offer of 4%, it said.", "The group was rejecting an offer from a rival."),
        # nothing is denied
        ("The police did not only use tear gas.", "Police used tear gas against the crowd."),
        ("The captain should not have sailed, he said.", "The captain sailed on Sunday."),
    ],
)
def test_what_denies_another_matter_contradicts_nothing(judge, first, second):
    assert judge(first, second) == []


EARLY = "There were no immediate reports of casualties."
LATER = "Three people were killed in the earthquake."


@pytest.mark.parametrize(
    ("early", "later", "expected"),
    [
        ((EARLY, "2024-05-14"), (LATER, "2024-05-15"), [("update", "status")]),
        ((EARLY, "2024-05-14"), (LATER, "2024-05-14"), [("update", "same_day")]),
        (
            ("No arrests had been made as of Sunday.", "2024-05-12"),
            ("Police have arrested a man.", "2024-05-14"),
            [("update", "status")],
        ),
    ],
)
def test_what_had_not_happened_yet_is_updated(judge, early, later, expected):
    assert judge(early, later) == expected


def test_a_claim_may_stand_in_two_disputes(find_facts):
    articles = {
        "a": "Their troops shelled houses with mortars, Arland said.",
        "b": "The general denied that mortars were used.",
        "c": "The general described reports of the shelling of houses as fiction.",
    }
    facts = [f for f in find_facts(articles) if f.type == "proposition"]
    assert [judge_fact(f).verdict for f in facts] == ["contradict", "contradict"]
    ids = [r.reading_id for f in facts for r in f.readings]
    assert len(ids) == len(set(ids))


def test_a_phrase_in_passing_is_a_reading_of_its_own(find_facts):
    articles = {
        "a": "The operator denied that the track was faulty.",
        "b": "Drivers had warned managers about a cracked rail in the bend.",
    }
    (fact,) = [f for f in find_facts(articles) if f.type == "proposition"]
    assert [(r.article_id, r.value) for r in fact.readings] == [
        ("a", "that the track was faulty"),
        ("b", "a cracked rail"),
    ]
    assert fact.label == "Whether the track was faulty"
