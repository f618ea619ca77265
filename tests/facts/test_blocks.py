import pytest

from factdiff.facts.blocks import CROWD, pair_keyed, pair_sites
from factdiff.facts.frames import Frame
from factdiff.facts.setting import Site


def pairs(keys):
    return list(zip(*(side.tolist() for side in pair_keyed(keys)), strict=True))


def test_items_that_share_a_key_are_paired_once():
    assert pairs([["x", "y"], ["y"], ["z"], ["x", "y"]]) == [(0, 1), (0, 3), (1, 3)]


def test_nothing_shared():
    assert pairs([["x"], ["y"], []]) == []
    assert pairs([]) == []


def test_a_crowd_pairs_each_with_its_nearest_followers():
    n = 4 * CROWD
    found = pairs([["same"]] * n)
    assert all(b - a <= CROWD for a, b in found)
    assert len(found) == sum(min(CROWD, n - 1 - a) for a in range(n))


def make_site(n):
    """A site that shares no word with any other."""
    frame = Frame(frozenset(), "", frozenset(), {f"word{n}": 1.0}, frozenset())
    return Site(f"a{n}", n, frame, frame.terms, frame.terms, ("", ""), False)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({3: 38.0, 40: 38.0}, [(3, 40)]),
        ({3: 38.0, 40: 39.0}, []),
        ({}, []),
    ],
)
def test_in_a_crowd_equal_values_meet_whatever_the_words(values, expected):
    n = CROWD + 20
    sites = [make_site(i) for i in range(n)]
    a, b = pair_sites(sites, ["person"] * n, [values.get(i) for i in range(n)])
    assert list(zip(a.tolist(), b.tolist(), strict=True)) == expected
