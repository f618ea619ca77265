"""Who began it."""

import pytest

from factdiff.relations import judge_fact


@pytest.mark.parametrize(
    ("first", "second", "verdicts"),
    [
        ("Ukrainian troops opened fire on a patrol.", "Russian soldiers fired first, Moscow said.", ["contradict"]),
        ("The Indians shot first, Pakistan said.", "The Pakistanis fired the first shot, India said.", ["contradict"]),
        ("Ukrainian troops opened fire on a patrol.", "Russian soldiers opened fire on a village.", []),
        ("Ukrainian troops fired first.", "Ukrainian soldiers shot first, a witness said.", []),
        ("Germany scored first.", "Spain scored first.", []),
    ],
)
def test_only_one_side_can_have_begun(find_facts, first, second, verdicts):
    facts = [f for f in find_facts({"a": first, "b": second}) if f.type == "proposition"]
    judged = [judge_fact(f) for f in facts]
    assert [j.verdict for j in judged if j.reason == "first"] == verdicts
