"""Quantities to facts: the figures that answer one question, equal ones first, then their rivals."""

from collections.abc import Sequence, Set
from functools import partial

import numpy as np

from factdiff.facts.alignment import Pair, cluster_mentions, join_rivals, lift, pair_words
from factdiff.facts.figures import Figure, digits, mark_sole, read_figure
from factdiff.facts.rivals import Item
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import (
    GROUND,
    OTHER_TIME,
    SHARED,
    compare_pairs,
    compare_slots,
    have_ground,
    have_other_periods,
    score_periods,
    score_scopes,
    score_sites,
    score_slots,
    score_times,
)
from factdiff.facts.topics import are_apart
from factdiff.lexicon import canonical_name
from factdiff.values.mention import Mention
from factdiff.values.quantity import compare_quantities
from factdiff.values.units import convert, shared_name

# The least score at which two sites are one fact. Equal values speak for one fact; differing ones need like frames.
SAME_VALUE, NEAR_VALUE, OTHER_VALUE = 0.30, 0.46, 0.60
SAME_TELLING = 0.10
OTHER_ATTRIBUTE = 0.54  # a noun has one length, age or size: two of them are more likely one question
SAME_MATTER = 0.62  # two clauses that state the same, with one figure each
ONE_TOLL = 0.38  # two tolls of the event that the story is about, whatever their figures
LEAST = 0.20  # two different values whose frames score less have nothing to do with each other
NEAR = 200  # characters: within these two values stand in one sentence

# Of rivals.
CLOSE = 0.15  # what two precise figures gain that differ by little
NEARLY = 1.15
ONE_PART = -0.1  # only one of two figures names a part of the story
OTHER_THING = -0.1
FACTOR = 2.0  # of two figures told of one thing
OTHER_COUNT = "another count"  # stands for the voice of "official estimates put the number at 150"


def align_quantities(setting: Setting, matters: Sequence[Sequence[int]] = ()) -> list[list[Mention]]:
    """Cluster the quantities of a story.

    Args:
        setting: the story.
        matters: clusters of claims that state the same: the one figure in each of them answers one question.
    """
    matter = {claim: k for k, group in enumerate(matters) for claim in group}
    mentions = [m for m in setting.mentions if m.type == "quantity"]
    figures = mark_sole([read_figure(setting, m, matter=matter.get(m.claim, -1)) for m in mentions])
    sites = [f.site for f in figures]
    values = [f.quantity.number if f.is_telling else None for f in figures]
    a, b, words = pair_words(sites, [f.kind for f in figures], values)
    slots = compare_slots(sites, a, b)
    likeness = score_sites(sites, a, b, words=words, slots=slots) + compare_pairs(
        [s.when for s in sites], a, b, score_periods
    )
    # Two equal figures in other words are one only where nothing else tells them apart.
    kept = (words >= GROUND) | (slots == SHARED)
    kept[~kept] = ~_are_apart(sites, a[~kept], b[~kept])
    scores = _score_pairs(setting, figures, a[kept], b[kept], likeness[kept])
    groups = cluster_mentions(setting, mentions, scores, clash=partial(_clash, setting))
    items = [_read_item(setting, figure) for figure in figures]
    like = (likeness >= LEAST) & have_ground(sites, a, b, words=words, slots=slots)
    groups = join_rivals(items, groups, _score_rivals(figures, a[like], b[like], likeness[like]), are_near=_are_near)
    return [[mentions[i] for i in group] for group in groups]


def _clash(setting: Setting, a: Mention, b: Mention) -> bool:
    """Two values of one article that can't both be true count two things: parts, places, or another event."""
    if setting.find_antecedent(b) == a or setting.find_antecedent(a) == b:
        return False  # "Officials put the number at 150": another figure for what was just counted
    if compare_quantities(a.quantity, b.quantity).relation in ("contradict", ""):
        return True
    if a.quantity.number == b.quantity.number:
        return _are_joined(setting, a, b)
    if a.quantity.kind != "count" and a.quantity.bound == b.quantity.bound == "at_least":
        return True  # terms of at least 22 and at least 25 years are two, though either fits the other
    return a.passage == b.passage and abs(a.start - b.start) < NEAR


def _are_joined(setting: Setting, a: Mention, b: Mention) -> bool:
    """Tell whether two values stand side by side: "two guards and two civilians" are four people."""
    if a.passage != b.passage:
        return False
    doc = setting.passages[a.passage].doc
    first, second = doc[a.anchor], doc[b.anchor]
    return (second.dep_ == "conj" and second.head == first) or (first.dep_ == "conj" and first.head == second)


# Pairs of figures.


def _are_apart(sites: Sequence[Site], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return compare_pairs([s.topic for s in sites], a, b, are_apart).astype(bool)


def _score_pairs(
    setting: Setting, figures: Sequence[Figure], a: np.ndarray, b: np.ndarray, likeness: np.ndarray
) -> dict[Pair, float]:
    printed: dict[tuple[tuple[str, str], float], set[str]] = {}
    counted = {(f.site.article_id, word) for f in figures if f.quantity.number for word in f.site.frame.slot}
    for figure in figures:
        printed.setdefault((figure.kind, figure.quantity.number), set()).add(figure.site.article_id)
    number = np.array([f.quantity.number for f in figures], dtype=float)
    matter = np.array([f.matter for f in figures], dtype=int)
    age = np.array([f.kind[0] == "age" for f in figures], dtype=bool)
    worth = (likeness >= LEAST) | ((likeness > 0) & (number[a] == number[b]))
    worth |= age[a] | ((matter[a] == matter[b]) & (matter[a] >= 0))
    a, b, likeness = a[worth], b[worth], likeness[worth]
    relations = compare_pairs([f.quantity for f in figures], a, b, lambda x, y: compare_quantities(x, y).relation)
    scores = {}
    for x, y, like, relation in zip(a.tolist(), b.tolist(), likeness.tolist(), relations.tolist(), strict=True):
        first, second = figures[x], figures[y]
        if _is_none_of_others(first, second, counted):
            continue
        one, two = (printed[f.kind, f.quantity.number] for f in (first, second))
        beside = relation == "contradict" and not one.isdisjoint(two)
        score = score_figures(setting, first, second, likeness=like, relation=relation, beside=beside)
        if score > 0:
            scores[x, y] = score
    return scores


def _is_none_of_others(a: Figure, b: Figure, counted: Set[tuple[str, str]]) -> bool:
    """Tell whether one figure is a zero whose own article counts some: "nobody was hurt" is of another event then."""
    if bool(a.quantity.number) == bool(b.quantity.number):
        return False
    zero = b if a.quantity.number else a
    return any((zero.site.article_id, word) in counted for word in zero.site.frame.slot)


def score_figures(setting: Setting, a: Figure, b: Figure, *, likeness: float, relation: str, beside: bool) -> float:
    """Score two figures of one kind, stretched so that their own threshold lies at CLUSTER; 0 for none.

    Args:
        setting: the story.
        a: a figure.
        b: another.
        likeness: how alike their frames are.
        relation: how their values compare.
        beside: whether some article prints both values.
    """
    one_matter = a.matter == b.matter >= 0 and _is_alone(setting, a.mention, b.mention)
    one_matter = one_matter and score_slots(a.site.frame.slot, b.site.frame.slot) >= 0
    one_matter = one_matter and score_times(a.site, b.site) > OTHER_TIME
    same = a.quantity.number == b.quantity.number
    if a.kind[0] != "age" and not one_matter and (likeness <= 0 or (likeness < LEAST and not same)):
        return 0.0
    if not relation and a.kind[0] in ("unit", "percent"):
        return 0.0
    if relation == "contradict" and a.is_open != b.is_open:
        return 0.0  # what was asked for, planned or feared is another figure than what came of it
    if a.kind[0] == "age" and relation != "agree":
        return _score_people(a, b)
    equal = relation == "agree" or same
    if relation == "contradict" and not equal and beside and not a.toll & b.toll:
        return 0.0  # who prints both counts two things with them; a toll may have been told before
    if not equal and not _may_be_one(a, b):
        return 0.0
    score = max(likeness, SAME_MATTER) if one_matter else likeness
    if not equal:
        score += score_scopes(a.site, b.site)
    return lift(score, _choose_threshold(a, b, relation, equal=equal))


def _choose_threshold(a: Figure, b: Figure, relation: str, *, equal: bool) -> float:
    if equal:
        return SAME_TELLING if a.is_telling else SAME_VALUE
    threshold = NEAR_VALUE if relation == "compatible" else OTHER_VALUE
    if a.toll & b.toll:
        return min(threshold, ONE_TOLL)
    return OTHER_ATTRIBUTE if threshold == OTHER_VALUE and a.is_attribute and b.is_attribute else threshold


def _score_people(a: Figure, b: Figure) -> float:
    """Score two ages by whose they are: 1 for one name, negative for two, 0 where somebody is unnamed."""
    if not a.person or not b.person:
        return 0.0
    if a.person[-1] != b.person[-1]:
        return -1.0
    first, second = a.person[0].rstrip("."), b.person[0].rstrip(".")
    named = len(a.person) > 1 and len(b.person) > 1
    return -1.0 if named and not first.startswith(second) and not second.startswith(first) else 1.0


def _is_alone(setting: Setting, a: Mention, b: Mention) -> bool:
    """Tell whether each of two values is the only one of its unit in its clause."""
    return all(
        sum(o.claim == m.claim and o.quantity.unit == m.quantity.unit for o in setting.quantities_beside(m)) == 1
        for m in (a, b)
    )


# Rivals.


def _read_item(setting: Setting, figure: Figure) -> Item:
    quantity, claim = figure.quantity, setting.claims[figure.mention.claim]
    whole = not figure.site.frame.degree and not figure.is_part
    # Crowns of no named nation may be of any.
    kind = (*figure.kind, shared_name(quantity.unit) or quantity.unit) if quantity.kind == "money" else figure.kind
    value = convert(quantity.number, quantity.unit, figure.kind[1]) if figure.kind[0] == "unit" else None
    return Item(
        article_id=figure.site.article_id,
        kind=kind,
        value=quantity.number if value is None else value,
        is_whole=whole,
        voice=canonical_name(claim.speakers[-1]) if claim.speakers else OTHER_COUNT * figure.is_retold,
        thing=figure.site.frame.thing if kind[0] == "thing" else "",
    )


def _are_near(a: float, b: float) -> bool:
    """Tell whether one of two figures is at most twice the other: further apart they hardly count one thing."""
    low, high = sorted((abs(a), abs(b)))
    return high <= FACTOR * low


def _score_rivals(figures: Sequence[Figure], a: np.ndarray, b: np.ndarray, likeness: np.ndarray) -> dict[Pair, float]:
    return {
        (x, y): like + _weigh_difference(figures[x], figures[y])
        for x, y, like in zip(a.tolist(), b.tolist(), likeness.tolist(), strict=True)
        if _may_differ(figures[x], figures[y])
    }


def _weigh_difference(a: Figure, b: Figure) -> float:
    """Return what speaks for and against two figures being rivals, beside the likeness of their frames."""
    score = score_scopes(a.site, b.site) + (CLOSE if _are_close(a, b) else 0.0)
    if bool(a.site.part) != bool(b.site.part):
        score += ONE_PART
    if a.site.frame.thing and b.site.frame.thing and a.site.frame.thing != b.site.frame.thing:
        score += OTHER_THING
    return score


def _scope_of(figure: Figure) -> tuple[object, ...]:
    """Return what makes a count another: three of the injured, children, what it was before, the dead elsewhere."""
    return figure.is_part, figure.is_whole, figure.is_former, figure.is_elsewhere, figure.singled


def _may_be_one(a: Figure, b: Figure) -> bool:
    """Tell whether two figures that differ can answer one question, whatever the words around them."""
    if _scope_of(a) != _scope_of(b):
        return False
    if a.landmarks and b.landmarks and not a.landmarks & b.landmarks:
        return False
    if a.kind[0] in ("money", "percent") and have_other_periods(a.site, b.site):
        return False
    changed = a.kind[0] == "percent" and bool(a.quantity.direction or b.quantity.direction)
    if changed and score_periods(a.site.when, b.site.when) < 0:
        return False  # "down 9% this year" and "down 2% in the morning"
    # Of two long numbers that nearly agree, a slip is likelier than another event or firm.
    return _are_close(a, b) or not are_apart(a.site.topic, b.site.topic)


def _are_close(a: Figure, b: Figure) -> bool:
    """Tell whether two precise figures nearly agree: 9,412 and 9,214 are hardly two counts."""
    numbers = [f.quantity.number for f in (a, b) if f.quantity.bound == "exact"]
    precise = len(numbers) == 2 and all(len(digits(n)) > 2 for n in numbers)
    return precise and max(numbers) <= NEARLY * min(numbers)


def _may_differ(a: Figure, b: Figure) -> bool:
    """Tell whether two figures are of a kind on which articles may differ; whose age it is, the name has to say."""
    if a.kind[0] == "age" or a.is_open != b.is_open or a.site.is_background != b.site.is_background:
        return False
    if not _may_be_one(a, b):
        return False
    return score_times(a.site, b.site) == 0
