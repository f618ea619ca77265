"""What the alignment of quantities, dates, quotations and clauses has in common."""

from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np

from factdiff.facts.blocks import pair_sites
from factdiff.facts.clusters import Pair, cluster_pairs
from factdiff.facts.rivals import NEEDED, Item, find_rivals
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import score_words
from factdiff.values.mention import Mention

CLUSTER = 0.5  # after a pair's score is set against its own threshold, see `lift`


def pair_words(
    sites: Sequence[Site], kinds: Sequence[Hashable], values: Sequence[Hashable] = ()
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the pairs worth comparing (see `pair_sites`), as two arrays of positions, and what their words score."""
    a, b = pair_sites(sites, kinds, values)
    return a, b, score_words(sites, a, b)


def lift(score: float, threshold: float) -> float:
    """Stretch a score so that its threshold comes to lie at CLUSTER and 1 stays 1."""
    if score >= threshold:
        return CLUSTER + (1 - CLUSTER) * (score - threshold) / (1 - threshold)
    return CLUSTER * max(score, 0.0) / threshold


def cluster_mentions(
    setting: Setting,
    mentions: Sequence[Mention],
    scores: Mapping[Pair, float],
    *,
    clash: Callable[[Mention, Mention], bool] = lambda a, b: False,
) -> list[list[int]]:
    """Cluster mentions by their scores.

    Args:
        setting: the story.
        mentions: what to cluster.
        scores: pairs of positions to scores that `lift` has stretched.
        clash: tells whether two mentions of one article can't answer one question. A headline and its body may.

    Returns:
        Clusters of positions.
    """
    arenas = [(m.article_id, setting.claims[m.claim].section == "headline") for m in mentions]

    def conflicts(a: int, b: int) -> bool:
        return clash(mentions[a], mentions[b])

    return cluster_pairs(len(mentions), scores, threshold=CLUSTER, conflicts=conflicts, arenas=arenas)


def join_rivals(
    items: Sequence[Item],
    groups: Sequence[Sequence[int]],
    scores: Mapping[Pair, float],
    *,
    are_near: Callable[[float, float], bool] = lambda a, b: True,
    needed: float = NEEDED,
) -> list[list[int]]:
    """Join the clusters that `find_rivals` pairs, each with one other, the best pairs first."""
    joined = {k: list(group) for k, group in enumerate(groups)}
    taken: set[int] = set()
    for x, y in find_rivals(items, groups, scores, are_near=are_near, needed=needed):
        if x not in taken and y not in taken:
            taken |= {x, y}
            joined[x] = sorted(joined[x] + joined.pop(y))
    return sorted(joined.values())
