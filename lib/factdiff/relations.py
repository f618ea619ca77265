"""How two readings stand to each other, and what that makes of a fact."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import ceil, floor
from statistics import median
from typing import NamedTuple

from factdiff.facts.reading import Fact, Reading
from factdiff.lexicon import canonical_name, voice_role
from factdiff.tables import VERDICTS
from factdiff.values.comparison import Comparison
from factdiff.values.date import compare_dates, days_apart
from factdiff.values.quantity import compare_quantities
from factdiff.values.quotation import compare_quotations, quoted_words

Rates = Mapping[tuple[str, str], float]

BIRTHDAY = 90  # days between two articles in which somebody may well have had a birthday
YEAR = 365.25  # days
CROWD = 120  # readings of a fact; beyond these not every pair is compared
RATE_TOLERANCE = 0.05  # how far two figures may be apart at the story's own rate of exchange
MIN_CREDITED_WORDS = 5  # fewer words may well be said by two people


class Judgement(NamedTuple):
    """What comparing the readings of one fact gave, in the order of its readings."""

    groups: tuple[str, ...]  # a letter a reading
    stances: tuple[str, ...]
    relations: tuple[tuple[int, int, Comparison], ...]
    verdict: str
    reason: str


def judge_fact(fact: Fact, *, rates: Rates | None = None) -> Judgement:
    """Compare all readings of a fact pairwise.

    Args:
        fact: the fact; its readings in order.
        rates: (currency, currency) to the rate that the story's articles imply, see `imply_rates`.
    """
    stances = tuple(_stance(r) for r in fact.readings)
    relations = []
    for i, j in _pairs(fact.readings):
        found = relate_readings(fact.readings[i], fact.readings[j], rates=rates or {})
        if found.relation:
            relations.append((i, j, found))
    if fact.type == "quote":
        relations = _part_quotes(relations, [len(quoted_words(r.mention.quote)) for r in fact.readings])
    verdict = min((c.relation for *_, c in relations), key=VERDICTS.index, default="single")
    if len({r.article_id for r in fact.readings}) == 1 and verdict != "contradict":
        verdict = "single"
    reasons = dict.fromkeys(c.reason for *_, c in relations if c.relation == verdict and c.reason)
    return Judgement(_group(len(fact.readings), relations), stances, tuple(relations), verdict, "; ".join(reasons))


def _part_quotes(
    relations: Sequence[tuple[int, int, Comparison]], lengths: Sequence[int]
) -> list[tuple[int, int, Comparison]]:
    """Let two parts of one longer version be parts of it: other words of an utterance are no altered words."""
    wholes: dict[int, set[int]] = {}
    for i, j, found in relations:
        if found.reason == "part_of_quote" and lengths[i] != lengths[j]:
            part, whole = sorted((i, j), key=lengths.__getitem__)
            wholes.setdefault(part, set()).add(whole)
    parted = Comparison("compatible", "part_of_quote")
    return [
        (i, j, parted if found.relation == "contradict" and wholes.get(i, set()) & wholes.get(j, set()) else found)
        for i, j, found in relations
    ]


def _pairs(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Yield the pairs to compare: all, or in a crowd those of the first of each value and of it with its likes.

    What is the same value from the same day stands to all others as its first reading does.
    """
    if len(readings) <= CROWD:
        yield from combinations(range(len(readings)), 2)
        return
    firsts: dict[tuple[object, ...], int] = {}
    for j, reading in enumerate(readings):
        key = _value_key(reading)
        if key in firsts:
            yield firsts[key], j
        else:
            yield from ((i, j) for i in firsts.values())
            firsts[key] = j


def _value_key(reading: Reading) -> tuple[object, ...]:
    when = reading.as_of or reading.published[0][:10]
    if reading.mention is None:
        return reading.modality, reading.negated, reading.aspect, reading.is_early, reading.speakers[-1:], when
    quantity, date = reading.mention.quantity, reading.mention.date
    if quantity is not None:
        shown = (quantity.number, quantity.high, quantity.unit, quantity.bound, quantity.alt_number)
        return (*shown, reading.cumulative, when if reading.cumulative else "")
    return (date.date_start, date.date_end, date.reason) if date is not None else quoted_words(reading.mention.quote)


def relate_readings(a: Reading, b: Reading, *, rates: Rates | None = None) -> Comparison:
    """Return the relation of two readings of one fact, with its reason; relation '' when they can't be compared."""
    if a.type == "quantity":
        return _relate_quantities(a, b, rates or {})
    if a.type == "date":
        return compare_dates(a.mention.date, b.mention.date)
    if a.type == "quote":
        return compare_quotations(a.mention.quote, b.mention.quote)
    if a.type == "attribution":
        return _relate_voices(a, b)
    return _relate_stances(a, b)


def _relate_quantities(a: Reading, b: Reading, rates: Rates) -> Comparison:
    first, second = a.mention.quantity, b.mention.quantity
    found = compare_quantities(first, second)
    if found.reason == "currency":
        found = _relate_currencies(first, second, rates)
    if found.relation == "contradict" and first.kind == second.kind == "age" and _grew_older(a, b):
        return Comparison("update", "grew_older")
    if found.relation == "contradict" and _are_set_against(a, b):
        return found
    if (a.cumulative or b.cumulative) and found.relation in ("contradict", "compatible"):
        return _moved_on(a, b, found)
    return found


def _are_set_against(a: Reading, b: Reading) -> bool:
    """Tell whether one article gives two voices' figures side by side, without a word of one being the later."""
    if a.article_id != b.article_id or not (a.speakers and b.speakers) or a.is_moved or b.is_moved:
        return False
    return a.as_of == b.as_of and canonical_name(a.speakers[-1]) != canonical_name(b.speakers[-1])


def _grew_older(a: Reading, b: Reading) -> bool:
    """Tell whether two ages are those of one person at the times of two articles: 49 in March, 50 in November."""
    young, old = sorted((a, b), key=lambda r: r.published[0][:10])
    first, last = (r.published[0][:10] for r in (young, old))
    if len(first) < 10 or len(last) < 10:
        return False  # published on some day that nobody tells
    days, years = days_apart(first, last), old.mention.quantity.number - young.mention.quantity.number
    return days >= BIRTHDAY and floor(days / YEAR) <= years <= ceil(days / YEAR)


def _moved_on(a: Reading, b: Reading, found: Comparison) -> Comparison:
    """A toll is right at its time: a higher figure in a later article is an update."""
    if _published_before(b, a):
        a, b = b, a
    elif not _published_before(a, b):
        if found.relation != "contradict":
            return found
        # Within one day a toll moves from hour to hour; without any date nothing speaks for an update.
        same_day = a.published[0] and a.published[0][:10] == b.published[0][:10]
        return Comparison("update", "same_day") if same_day else Comparison("contradict", "no_time")
    earlier, later = a.mention.quantity, b.mention.quantity
    if found.relation == "contradict":
        return Comparison("update", "later_figure" if later.number > earlier.number else "revised_down")
    grew = later.number > earlier.number and earlier.bound != "range"
    return Comparison("update", "later_figure") if grew else found


def _published_before(a: Reading, b: Reading) -> bool:
    first, second = (a.as_of, a.as_of) if a.as_of else a.published, (b.as_of, b.as_of) if b.as_of else b.published
    if not first[1] or not second[0]:
        return False
    shared = min(len(first[1]), len(second[0]))
    return first[1][:shared] < second[0][:shared]


def _relate_currencies(first, second, rates: Rates) -> Comparison:
    rate = rates.get((first.unit, second.unit))
    if not rate:
        return Comparison("", "no_rate")
    converted = first.number * rate
    apart = abs(converted - second.number) / max(converted, second.number, 1e-9)
    if apart <= RATE_TOLERANCE:
        return Comparison("agree", "story_rate")
    if "range" in (first.bound, second.bound):
        high = (first.high or first.number) * rate
        if converted <= (second.high or second.number) and second.number <= high:
            return Comparison("compatible", "range")
    if apart > 4 * RATE_TOLERANCE:
        return Comparison("contradict", "other_number")
    return Comparison("compatible", "rounding")


def imply_rates(facts: Sequence[Fact]) -> dict[tuple[str, str], float]:
    """Return the rates of exchange that the story implies by figures printed in two currencies.

    Returns:
        (currency, currency) to how many of the second one of the first is worth, the median of all that is printed.
    """
    seen: dict[tuple[str, str], list[float]] = {}
    for fact in facts:
        for reading in fact.readings if fact.type == "quantity" else ():
            q = reading.mention.quantity
            if q.kind == "money" and q.alt_number and q.number and q.alt_unit != q.unit:
                seen.setdefault((q.unit, q.alt_unit), []).append(q.alt_number / q.number)
                seen.setdefault((q.alt_unit, q.unit), []).append(q.number / q.alt_number)
    return {pair: median(ratios) for pair, ratios in sorted(seen.items())}


def _relate_voices(a: Reading, b: Reading) -> Comparison:
    first, second = a.speakers[-1], b.speakers[-1]
    if canonical_name(first) == canonical_name(second):
        return Comparison("agree", "same_voice")
    words = {canonical_name(v) for v in a.speakers} & {canonical_name(v) for v in b.speakers}
    if words:
        return Comparison("compatible", "shared_voice")
    people = voice_role(first) == voice_role(second) == "" and " " in first and " " in second
    long_quote = all(r.mention and len(quoted_words(r.mention.quote)) >= MIN_CREDITED_WORDS for r in (a, b))
    if people and long_quote:
        return Comparison("contradict", "other_speaker")
    return Comparison("compatible", "other_voice")


def _stance(reading: Reading) -> str:
    if reading.type != "proposition":
        return ""
    if reading.modality == "unconfirmed":
        return "unclear"
    return "denies" if reading.negated != (reading.modality == "denied") else "asserts"


_OPEN = frozenset({"possible", "planned", "forecast", "conditional"})
_MERE = frozenset({"possible", "conditional"})  # "could" and "would" leave room for their opposite


def _relate_stances(a: Reading, b: Reading) -> Comparison:
    first, second = _stance(a), _stance(b)
    if "unclear" in (first, second):
        return Comparison("agree", "unconfirmed") if first == second else Comparison("compatible", "unconfirmed")
    if first != second:
        return _opposed(a, b)
    if (a.modality in _OPEN) == (b.modality in _OPEN):
        return Comparison("agree", "same_stance")
    pending, done = (a, b) if a.modality in _OPEN else (b, a)
    return Comparison("update", "status") if _published_before(pending, done) else Comparison("compatible", "modality")


def _opposed(a: Reading, b: Reading) -> Comparison:
    if (a.modality in _MERE) != (b.modality in _MERE):
        return Comparison("compatible", "modality")
    early, late = (a, b) if _stance(a) == "denies" else (b, a)
    if early.is_early and not _published_before(late, early):
        return Comparison("update", "status" if _published_before(early, late) else "same_day")
    return Comparison("contradict", a.aspect or b.aspect or "denial")


def _group(n: int, relations: Sequence[tuple[int, int, Comparison]]) -> tuple[str, ...]:
    """Put readings that agree in one group: a reading joins the first group all of whose readings agree with it."""
    known = {(i, j): c.relation for i, j, c in relations}
    unseen = "agree" if n > CROWD else ""  # in a crowd a reading is compared with the first of its value alone
    groups: list[list[int]] = []
    for j in range(n):
        home = next((g for g in groups if _joins(j, g, known, unseen)), None)
        if home is None:
            groups.append([j])
        else:
            home.append(j)
    letter = {i: _letter(k) for k, g in enumerate(groups) for i in g}
    return tuple(letter[i] for i in range(n))


def _joins(j: int, group: Sequence[int], known: Mapping[tuple[int, int], str], unseen: str) -> bool:
    agree = all(known.get((i, j), unseen) == "agree" for i in group)
    return agree and any((i, j) in known for i in group)


def _letter(k: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    letters = ""
    k += 1
    while k:
        k, rest = divmod(k - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
