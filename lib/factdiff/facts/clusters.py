"""Scored pairs to clusters: average linkage, with pairs that must never meet."""

from collections.abc import Callable, Iterable, Mapping

Pair = tuple[int, int]


def cluster_pairs(
    n: int,
    scores: Mapping[Pair, float],
    *,
    threshold: float,
    conflicts: Callable[[int, int], bool] = lambda a, b: False,
) -> list[list[int]]:
    """Cluster items 0..n-1 by average linkage over scored pairs.

    Pairs are taken from the best down, ties by position, so that the result depends on nothing else.

    Args:
        n: how many items there are.
        scores: (a, b) with a < b to a score; a pair that is missing scores 0.
        threshold: the least mean score between two clusters that are joined.
        conflicts: tells whether two items must not share a cluster, whatever their score.

    Returns:
        The clusters, members ascending, clusters by their first member.
    """
    cluster_of = list(range(n))
    members = {i: [i] for i in range(n)}
    for (a, b), _ in sorted(_above(scores, threshold), key=lambda kv: (-kv[1], kv[0])):
        first, second = sorted((cluster_of[a], cluster_of[b]))
        if first == second:
            continue
        left, right = members[first], members[second]
        if _mean(left, right, scores) < threshold or any(conflicts(x, y) for x in left for y in right):
            continue
        for item in right:
            cluster_of[item] = first
        members[first] = sorted(left + right)
        del members[second]
    return [members[key] for key in sorted(members)]


def _above(scores: Mapping[Pair, float], threshold: float) -> Iterable[tuple[Pair, float]]:
    return ((pair, score) for pair, score in scores.items() if score >= threshold)


def _mean(left: list[int], right: list[int], scores: Mapping[Pair, float]) -> float:
    total = sum(scores.get((x, y) if x < y else (y, x), 0.0) for x in left for y in right)
    return total / (len(left) * len(right))
