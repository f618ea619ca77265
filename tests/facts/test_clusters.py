from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff.facts.clusters import cluster_pairs


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({}, [[0], [1], [2], [3]]),
        ({(0, 1): 0.9}, [[0, 1], [2], [3]]),
        ({(0, 1): 0.4}, [[0], [1], [2], [3]]),
        ({(0, 1): 0.9, (2, 3): 0.8}, [[0, 1], [2, 3]]),
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}, [[0, 1, 2], [3]]),
        # One link between two close pairs is too thin for all four.
        ({(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.6}, [[0, 1], [2, 3]]),
    ],
)
def test_average_linkage(scores, expected):
    assert cluster_pairs(4, scores, threshold=0.5) == expected


def test_conflicting_items_never_meet():
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.8}
    groups = cluster_pairs(3, scores, threshold=0.5, conflicts=lambda a, b: {a, b} == {0, 2})
    assert groups == [[0, 1], [2]]


def test_order_of_the_scores_does_not_matter():
    pairs = [((0, 1), 0.7), ((1, 2), 0.7), ((2, 3), 0.7), ((0, 2), 0.6)]
    results = {str(cluster_pairs(4, dict(order), threshold=0.5)) for order in permutations(pairs)}
    assert len(results) == 1


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)))
def test_every_item_is_in_one_cluster(scores):
    groups = cluster_pairs(8, scores, threshold=0.5)
    assert sorted(i for g in groups for i in g) == list(range(8))
