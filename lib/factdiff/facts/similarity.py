"""How surely two sites answer the same question."""

from collections.abc import Callable
from datetime import date

from factdiff.facts.setting import Site
from factdiff.facts.weights import dot
from factdiff.lexicon import are_opposite

# Shares of the score; together 1 for two sites in the same words.
FRAME, SENTENCE, SLOT, THING = 0.40, 0.15, 0.30, 0.15
OPPOSITE = -0.5
OTHER_TIME = -0.35
LONG = 60  # days: a period that a figure without one need not share
LONGER = 20  # times: a span that much longer is another period
PART = -0.2
NEAR = 0.45  # weight of a name that is close enough to say what a count covers
MAYBE_OTHER_TIME = -0.2  # one speaks of the past, the other names no time


def score_sites(a: Site, b: Site) -> float:
    """Return how alike the frames of two sites are: 1 for the same words, 0 and less for unrelated ones."""
    return (
        FRAME * dot(a.vector, b.vector)
        + SENTENCE * dot(a.sentence, b.sentence)
        + SLOT * score_slots(a, b)
        + THING * score_things(a, b)
        + score_times(a, b)
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
    """Compare what is counted: 1 for the same noun; "12 of the dead" names no thing beside its predicate."""
    first, second = ("" if s.frame.thing in s.frame.slot - {s.frame.thing} else s.frame.thing for s in (a, b))
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
    spans = sorted(_days(site.when) for site in (a, b) if site.when[0])
    if len(spans) == 2:
        return OTHER_TIME if spans[1] > LONGER * spans[0] else 0.0
    return PART if spans and spans[0] > LONG else 0.0


def _days(when: tuple[str, str]) -> int:
    return (date.fromisoformat(when[1]) - date.fromisoformat(when[0])).days + 1


def own_names(site: Site, *, is_common: Callable[[str], bool]) -> frozenset[str]:
    """Return the names close to a value that mark a part of the story: where a count was made, or of whom."""
    near = (n for n in site.frame.names if n.isalpha() and site.frame.terms[n] >= NEAR)
    return frozenset(n for n in near if not is_common(n))


def score_scopes(a: Site, b: Site, *, is_common: Callable[[str], bool]) -> float:
    """Compare what two counts cover: negative where one is of a part, or of another place, than the other."""
    score = 0.0 if a.frame.degree == b.frame.degree else PART
    first, second = (own_names(site, is_common=is_common) for site in (a, b))
    # One article's silence is no other place: only two names, and different ones, tell two counts apart.
    return score + (PART if first and second and not first & second else 0.0)
