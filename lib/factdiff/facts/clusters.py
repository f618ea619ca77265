"""Scored pairs to clusters: average linkage, with pairs that must never meet."""

from collections.abc import Callable, Hashable, Mapping, Sequence

Pair = tuple[int, int]


def cluster_pairs(
    n: int,
    scores: Mapping[Pair, float],
    *,
    threshold: float,
    conflicts: Callable[[int, int], bool] = lambda a, b: False,
    arenas: Sequence[Hashable] = (),
) -> list[list[int]]:
    """Cluster items 0..n-1 by average linkage over scored pairs.

    Pairs are taken from the best down, ties by position, so that the result depends on nothing else.

    Args:
        n: how many items there are.
        scores: (a, b) with a < b to a score; a pair that is missing scores 0.
        threshold: the least mean score between two clusters that are joined.
        conflicts: tells whether two items must not share a cluster, whatever their score.
        arenas: for each item, where its conflicts lie (its article, say): only items of one arena are asked
            about. Without them all are.

    Returns:
        The clusters, members ascending, clusters by their first member.
    """
    arena_of = arenas or [None] * n
    cluster_of = list(range(n))
    members = {i: [i] for i in range(n)}
    sums: list[dict[int, float]] = [{} for _ in range(n)]  # of each cluster, to each of its neighbours
    for (a, b), score in scores.items():
        sums[a][b] = sums[b][a] = score
    for (a, b), _ in sorted(_above(scores, threshold), key=lambda kv: (-kv[1], kv[0])):
        first, second = sorted((cluster_of[a], cluster_of[b]))
        if first == second:
            continue
        left, right = members[first], members[second]
        if sums[first][second] / (len(left) * len(right)) < threshold:
            continue
        if any(arena_of[x] == arena_of[y] and conflicts(x, y) for x in left for y in right):
            continue
        for item in right:
            cluster_of[item] = first
        members[first] = sorted(left + right)
        del members[second]
        _join(sums, first, second)
    return [members[key] for key in sorted(members)]


def _above(scores: Mapping[Pair, float], threshold: float) -> list[tuple[Pair, float]]:
    return [(pair, score) for pair, score in scores.items() if score >= threshold]


def _join(sums: list[dict[int, float]], first: int, second: int) -> None:
    """Move what links the second cluster to the others over to the first."""
    del sums[first][second]
    for other, total in sums[second].items():
        if other != first:
            del sums[other][second]
            sums[first][other] = sums[other][first] = sums[first].get(other, 0.0) + total
    sums[second] = {}
