"""How surely two sites answer the same question."""

from collections.abc import Callable, Hashable, Sequence, Set
from datetime import date
from typing import TypeVar

import numpy as np

from factdiff.facts.setting import Site
from factdiff.facts.weights import dot_pairs
from factdiff.lexicon import are_opposite

Value = TypeVar("Value", bound=Hashable)

# Shares of the score; together 1 for two sites in the same words.
FRAME, SENTENCE, SLOT, THING = 0.40, 0.15, 0.30, 0.15
SHARED = 1.0
OPPOSITE = -0.5
OTHER_TIME = -0.35
LONG = 60  # days: a period that a figure without one need not share
MONTH = 28  # days
LONGER = 20  # times: a span that much longer is another period
PART = -0.2
MAYBE_OTHER_TIME = -0.2  # one speaks of the past, the other names no time
GROUND = 0.1  # what the words of two sites score that have anything to do with each other


def score_words(sites: Sequence[Site], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return for pairs of sites how much of their score the words around them give: 0 to FRAME + SENTENCE."""
    frames = dot_pairs([s.vector for s in sites], a, b)
    return FRAME * frames + SENTENCE * dot_pairs([s.sentence for s in sites], a, b)


def compare_pairs(
    values: Sequence[Value], a: np.ndarray, b: np.ndarray, compare: Callable[[Value, Value], object]
) -> np.ndarray:
    """Compare the values at positions a and b, a pair an entry; each pair of equal values once."""
    numbers: dict[Value, int] = {}
    of = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)
    distinct, n = list(numbers), max(len(numbers), 1)
    codes, entry = np.unique(of[a] * n + of[b], return_inverse=True) if len(a) else (np.empty(0, np.int64), a)
    return np.array([compare(distinct[code // n], distinct[code % n]) for code in codes.tolist()])[entry]


def compare_slots(sites: Sequence[Site], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the `score_slots` of pairs of sites."""
    return compare_pairs([s.frame.slot for s in sites], a, b, score_slots)


def score_sites(
    sites: Sequence[Site], a: np.ndarray, b: np.ndarray, *, words: np.ndarray, slots: np.ndarray
) -> np.ndarray:
    """Return how alike the frames of pairs of sites are: 1 for the same words, 0 and less for unrelated ones.

    Args:
        sites: the sites.
        a: positions of the first of each pair.
        b: positions of the second.
        words: what `score_words` gives for the pairs.
        slots: what `compare_slots` gives for them.
    """
    things = compare_pairs([s.frame.thing for s in sites], a, b, score_things)
    return words + SLOT * slots + THING * things + compare_times(sites, a, b)


def have_ground(
    sites: Sequence[Site], a: np.ndarray, b: np.ndarray, *, words: np.ndarray, slots: np.ndarray
) -> np.ndarray:
    """Tell which pairs share anything that speaks for one matter: a predicate, what is counted, or words."""
    things = compare_pairs([s.frame.thing for s in sites], a, b, lambda x, y: x == y != "")
    return (slots == SHARED) | things.astype(bool) | (words >= GROUND)


def score_slots(first: Set[str], second: Set[str]) -> float:
    """Compare what governs two values: SHARED for a common predicate, negative for opposed ones."""
    if not first or not second:
        return 0.5 if first == second else 0.3
    if not first.isdisjoint(second):
        return SHARED
    return OPPOSITE if are_opposed(first, second) else 0.0


def are_opposed(first: Set[str], second: Set[str]) -> bool:
    """Tell whether a predicate of one opposes one of the other: "rose" and "fell"."""
    return any(are_opposite(x, y) for x in first for y in second)


def score_things(first: str, second: str) -> float:
    """Compare what is counted: 1 for the same noun."""
    if first == second:
        return 1.0
    return 0.4 if not first or not second else 0.0


def compare_times(sites: Sequence[Site], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the `score_times` of pairs of sites."""
    return compare_pairs([(s.when, s.is_background) for s in sites], a, b, lambda x, y: _score_times(*x, *y))


def score_times(a: Site, b: Site) -> float:
    """Compare the times of two sites: 0 where they can be the same, negative where they can't."""
    return _score_times(a.when, a.is_background, b.when, b.is_background)


def _score_times(first: tuple[str, str], is_past: bool, second: tuple[str, str], was_past: bool) -> float:
    if first[0] and second[0]:
        return 0.0 if first[0] <= second[1] and second[0] <= first[1] else OTHER_TIME
    return MAYBE_OTHER_TIME if is_past != was_past else 0.0


def score_periods(first: tuple[str, str], second: tuple[str, str]) -> float:
    """Compare the periods of two changes: a fall "this year" is no fall "in morning trading"."""
    if not (first[0] or second[0]):
        return 0.0
    spans = sorted(_days(when) for when in (first, second) if when[0])
    if len(spans) == 2:
        return OTHER_TIME if spans[1] > LONGER * spans[0] else 0.0
    return PART if spans and spans[0] > LONG else 0.0


def have_other_periods(a: Site, b: Site) -> bool:
    """Tell whether two sites speak of periods of unlike length: what a quarter earned is not what a year did."""
    if not (a.when[0] and b.when[0]):
        return False
    spans = sorted(_days(site.when) for site in (a, b))
    return spans[0] >= MONTH and spans[1] >= 2 * spans[0]


def _days(when: tuple[str, str]) -> int:
    return (date.fromisoformat(when[1]) - date.fromisoformat(when[0])).days + 1


def score_scopes(a: Site, b: Site) -> float:
    """Compare what two counts cover: negative where one is of a part, or of another place, than the other."""
    score = 0.0 if a.frame.degree == b.frame.degree else PART
    # One article's silence is no other place: only two names, and different ones, tell two counts apart.
    return score + (PART if a.part and b.part and not a.part & b.part else 0.0)
