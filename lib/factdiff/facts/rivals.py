"""Rival readings: clusters of equal values that answer one question, each from other articles.

Two articles that word a matter differently and differ on its figure share too little for a pair of them to tell. What
speaks for one question is the story around them: neither article has the other's value, neither has another figure
that fits as well, and no article prints both.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np

from factdiff.facts.clusters import Pair

NEEDED = 0.45  # of a score with its margin
LEAST = 0.20  # a lower score is no candidate
MARGIN = 0.75  # weight of the distance to the next best candidate
TOP_MARGIN, LOW_MARGIN = 0.40, -0.20


class Item(NamedTuple):
    """A value that may have rivals."""

    article_id: str
    kind: Hashable  # only values of one kind meet
    value: float  # in the unit of its kind
    is_whole: bool = True  # it is no part ("three of the injured") of what others count
    voice: str = ""  # whom the article credits with it, '' for its own
    thing: str = ""  # of a count, what it counts


def find_rivals(
    items: Sequence[Item],
    groups: Sequence[Sequence[int]],
    scores: Mapping[Pair, float],
    *,
    are_near: Callable[[float, float], bool] = lambda a, b: True,
    needed: float = NEEDED,
) -> list[Pair]:
    """Find the clusters that answer one question with different values.

    A candidate's score is that of its best pair, raised by how far it stands above the next candidate from the same
    articles, lowered where it stands below: the margin criterion by which sentences of two languages are mined
    (Artetxe and Schwenk, 2019, "Margin-based parallel corpus mining").

    Args:
        items: the values.
        groups: clusters of them, as positions.
        scores: how alike the frames of two values are, (a, b) with a < b.
        are_near: tells whether two values are close enough to be told of one thing.
        needed: the least score with its margin.

    Returns:
        Pairs of positions in `groups`, best first.
    """
    read = [_read_group([items[i] for i in group]) for group in groups]
    printed = _voices_by_value(items)
    best = (pair for pair in _best_pairs(len(items), groups, scores) if pair.score >= LEAST)
    able = [pair for pair in best if _can_be_rivals(read[pair.x], read[pair.y], printed, are_near)]
    candidates: dict[int, list[tuple[float, int]]] = {}  # best first
    for x, y, score in able:
        candidates.setdefault(x, []).append((score, y))
        candidates.setdefault(y, []).append((score, x))
    found = []
    for x, y, score in able:
        margin = min(_margin(score, x, y, candidates, read), _margin(score, y, x, candidates, read))
        total = score + MARGIN * min(max(margin, LOW_MARGIN), TOP_MARGIN)
        if total >= needed:
            found.append((-total, x, y))
    return [(x, y) for _, x, y in sorted(found)]


class _Scored(NamedTuple):
    x: int
    y: int
    score: float


def _best_pairs(n: int, groups: Sequence[Sequence[int]], scores: Mapping[Pair, float]) -> list[_Scored]:
    """Return the pairs of groups, x < y, each with the score of its best pair of `n` items; the best first."""
    group_of = np.zeros(n, dtype=np.int64)
    for k, group in enumerate(groups):
        group_of[list(group)] = k
    x, y = np.sort(group_of[np.array(list(scores), dtype=np.int64).reshape(-1, 2)], axis=1).T
    score = np.fromiter(scores.values(), dtype=np.float64, count=len(scores))
    order = np.lexsort((-score, y, x))
    order = order[x[order] != y[order]]
    x, y, score = x[order], y[order], score[order]
    first = (np.diff(x, prepend=-1) != 0) | (np.diff(y, prepend=-1) != 0)
    order = np.flatnonzero(first)[np.lexsort((y[first], x[first], -score[first]))]
    return list(map(_Scored._make, zip(x[order].tolist(), y[order].tolist(), score[order].tolist(), strict=True)))


Voices = Mapping[str, Set[tuple[str, str]]]  # article to the voices it credits with a value, each with what it counts


class _Group(NamedTuple):
    articles: frozenset[str]
    voices: Voices
    values: frozenset[tuple[Hashable, float]]
    kinds: frozenset[Hashable]
    is_whole: bool


def _read_group(items: Sequence[Item]) -> _Group:
    return _Group(
        frozenset(i.article_id for i in items),
        _voices(items),
        frozenset((i.kind, i.value) for i in items),
        frozenset(i.kind for i in items),
        all(i.is_whole for i in items),
    )


def _voices(items: Iterable[Item]) -> dict[str, set[tuple[str, str]]]:
    voices: dict[str, set[tuple[str, str]]] = {}
    for item in items:
        voices.setdefault(item.article_id, set()).add((item.voice, item.thing))
    return voices


def _voices_by_value(items: Sequence[Item]) -> dict[tuple[Hashable, float], dict[str, set[tuple[str, str]]]]:
    told: dict[tuple[Hashable, float], list[Item]] = {}
    for item in items:
        told.setdefault((item.kind, item.value), []).append(item)
    return {value: _voices(own) for value, own in told.items()}


def _are_set_against(first: Voices, second: Voices) -> bool:
    """Tell whether every article that prints both of two values sets two voices on one thing against each other.

    An article that prints both in its own words, or in one voice's, counts two things with them; so it does with "31
    people" and "40 fighters".
    """
    for article in first.keys() & second.keys():
        one, other = ({voice for voice, _ in told[article]} for told in (first, second))
        things = {thing for told in (first, second) for _, thing in told[article]}
        if "" in one | other or not one.isdisjoint(other) or len(things) > 1:
            return False
    return True


def _can_be_rivals(
    x: _Group,
    y: _Group,
    printed: Mapping[tuple[Hashable, float], Voices],
    are_near: Callable[[float, float], bool],
) -> bool:
    if not (x.is_whole and y.is_whole and x.kinds == y.kinds and _are_set_against(x.voices, y.voices)):
        return False
    if not any(are_near(v, w) for _, v in x.values for _, w in y.values):
        return False
    first, second = x.values - y.values, y.values - x.values
    return all(_are_set_against(printed[v], printed[w]) for v in first for w in second if v[0] == w[0])


def _margin(
    score: float, x: int, y: int, candidates: Mapping[int, Sequence[tuple[float, int]]], groups: Sequence[_Group]
) -> float:
    """Return how far y stands above the best other candidate for x from the articles of y."""
    articles = groups[y].articles
    others = (s for s, z in candidates[x] if z != y and not articles.isdisjoint(groups[z].articles))
    return score - max(next(others, 0.0), 0.0)
