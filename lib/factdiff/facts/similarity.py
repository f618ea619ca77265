"""How surely two sites answer the same question."""

from factdiff.facts.setting import Site
from factdiff.facts.weights import cosine
from factdiff.lexicon import are_opposite

# Shares of the score; together 1 for two sites in the same words.
FRAME, SENTENCE, SLOT, THING = 0.40, 0.15, 0.30, 0.15
OPPOSITE = -0.5
OTHER_TIME = -0.35


def score_sites(a: Site, b: Site) -> float:
    """Return how alike the frames of two sites are: 1 for the same words, 0 and less for unrelated ones."""
    return (
        FRAME * cosine(a.vector, b.vector)
        + SENTENCE * cosine(a.sentence, b.sentence)
        + SLOT * score_slots(a, b)
        + THING * score_things(a, b)
        + (0.0 if share_time(a, b) else OTHER_TIME)
    )


def score_slots(a: Site, b: Site) -> float:
    """Compare what governs two values: 1 for a shared predicate, negative for opposed ones."""
    first, second = a.frame.slot, b.frame.slot
    if not first or not second:
        return 0.5 if first == second else 0.3
    if first & second:
        return 1.0
    if any(are_opposite(x, y) for x in sorted(first) for y in sorted(second)):
        return OPPOSITE
    return 0.0


def score_things(a: Site, b: Site) -> float:
    """Compare what is counted: 1 for the same noun."""
    if a.frame.thing == b.frame.thing:
        return 1.0
    return 0.4 if not a.frame.thing or not b.frame.thing else 0.0


def share_time(a: Site, b: Site) -> bool:
    """Tell whether two sites can speak of the same time; one that names none can speak of any."""
    if not a.when[0] or not b.when[0]:
        return True
    return a.when[0] <= b.when[1] and b.when[0] <= a.when[1]
