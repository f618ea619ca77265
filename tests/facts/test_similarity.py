import numpy as np
import pytest

from factdiff.facts.similarity import OPPOSITE, SHARED, compare_pairs, score_slots


def test_equal_pairs_are_compared_once():
    asked = []

    def compare(x, y):
        asked.append((x, y))
        return len(x) - len(y)

    values = ["ab", "c", "ab", "c", "def"]
    a, b = np.array([0, 2, 0, 1, 3]), np.array([1, 3, 2, 4, 4])
    assert compare_pairs(values, a, b, compare).tolist() == [1, 1, 0, -2, -2]
    assert sorted(asked) == [("ab", "ab"), ("ab", "c"), ("c", "def")]


def test_a_pair_is_compared_in_its_order():
    found = compare_pairs(["a", "b"], np.array([0, 1]), np.array([1, 0]), lambda x, y: f"{x}{y}")
    assert found.tolist() == ["ab", "ba"]


def test_no_pairs_give_no_scores():
    none = np.empty(0, dtype=np.int64)
    assert compare_pairs([], none, none, lambda x, y: 1.0).tolist() == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"rise"}, {"rise", "price"}, SHARED),
        ({"rise"}, {"fall"}, OPPOSITE),
        ({"rise"}, {"arrest"}, 0.0),
        (set(), set(), 0.5),
        (set(), {"arrest"}, 0.3),
    ],
)
def test_slots(first, second, expected):
    assert score_slots(frozenset(first), frozenset(second)) == expected
