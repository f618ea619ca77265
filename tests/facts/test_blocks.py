from factdiff.facts.blocks import CROWD, pair_keyed


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
