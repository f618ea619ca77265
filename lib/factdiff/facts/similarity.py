"""How surely two sites answer the same question."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from factdiff.facts.setting import Site
from factdiff.facts.weights import dot_pairs
from factdiff.lexicon import are_opposite

# Shares of the score; together 1 for two sites in the same words.
FRAME, SENTENCE, SLOT, THING = 0.40, 0.15, 0.30, 0.15
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


def score_sites(a: Site, b: Site, *, words: float) -> float:
    """Return how alike the frames of two sites are: 1 for the same words, 0 and less for unrelated ones.

    Args:
        a: a site.
        b: another.
        words: what `score_words` gives for the two.
    """
    return words + SLOT * score_slots(a, b) + THING * score_things(a, b) + score_times(a, b)


def have_ground(a: Site, b: Site, *, words: float) -> bool:
    """Tell whether two sites share anything that speaks for one matter: a predicate, what is counted, or words."""
    return bool(a.frame.slot & b.frame.slot) or a.frame.thing == b.frame.thing != "" or words >= GROUND


def score_slots(a: Site, b: Site) -> float:
    """Compare what governs two values: 1 for a shared predicate, negative for opposed ones."""
    first, second = a.frame.slot, b.frame.slot
    if not first or not second:
        return 0.5 if first == second else 0.3
    if first & second:
        return 1.0
    if any(are_opposite(x, y) for x in first for y in second):
        return OPPOSITE
    return 0.0


def score_things(a: Site, b: Site) -> float:
    """Compare what is counted: 1 for the same noun."""
    first, second = a.frame.thing, b.frame.thing
    if first == second:
        return 1.0
    return 0.4 if not first or not second else 0.0


def score_times(a: Site, b: Site) -> float:
    """Compare the times of two sites: 0 where they can be the same, negative where they can't."""
    if a.when[0] and b.when[0]:
        return 0.0 if a.when[0] <= b.when[1] and b.when[0] <= a.when[1] else OTHER_TIME
    return MAYBE_OTHER_TIME if a.is_background != b.is_background else 0.0


def score_periods(a: Site, b: Site) -> float:
    """Compare the periods of two changes: a fall "this year" is no fall "in morning trading"."""
    if not (a.when[0] or b.when[0]):
        return 0.0
    spans = sorted(_days(site.when) for site in (a, b) if site.when[0])
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
