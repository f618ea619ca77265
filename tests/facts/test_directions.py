"""On which side of a place something was."""

import pytest

from factdiff.relations import judge_fact


@pytest.mark.parametrize(
    ("first", "second", "verdicts"),
    [
        ("The plane crashed 40 km north of Velmar.", "The plane crashed 40 km south of Velmar.", ["contradict"]),
        ("The quake struck 55 km west of Bireun.", "Its epicentre was 55 km to the south of Bireun.", ["contradict"]),
        # neighbours: both may be rough
        ("The plane crashed 40 km north of Velmar.", "The plane crashed 40 km north-east of Velmar.", []),
        # other places, other things
        ("The plane crashed 40 km north of Velmar.", "The plane crashed 40 km south of Carrick.", []),
        ("The village lies 10 km north of the dam.", "The camp lies 10 km south of the dam.", []),
    ],
)
def test_opposite_sides_of_a_place_contradict(find_facts, first, second, verdicts):
    facts = [f for f in find_facts({"a": first, "b": second}) if f.type == "proposition"]
    judged = [judge_fact(f) for f in facts]
    assert [j.verdict for j in judged if j.reason == "direction"] == verdicts
