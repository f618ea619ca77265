"""Mentions and claims to facts: the readings that answer one question, found across articles."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple

from factdiff.facts.blocks import KEYS, pair_keyed, pair_sites
from factdiff.facts.clusters import cluster_pairs
from factdiff.facts.rivals import Item, find_rivals
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import score_periods, score_scopes, score_sites, score_slots, score_times, score_words
from factdiff.lexicon import canonical_name
from factdiff.lists import read_words
from factdiff.values.date import compare_dates
from factdiff.values.mention import Mention
from factdiff.values.quantity import Quantity, compare_quantities
from factdiff.values.quotation import quoted_words, same_utterance
from factdiff.values.units import broadest_noun, convert

# The least score at which two sites are one fact. Equal values speak for one fact; differing ones need like frames.
SAME_VALUE, NEAR_VALUE, OTHER_VALUE = 0.30, 0.46, 0.60
BASES = ("m", "kg", "second", "square km", "liter", "km per hour")
ONE_JUDGEMENT = 0.85
SAME_TELLING = 0.10
CLOSE = 0.15  # what two precise figures gain that differ by little
NEARLY = 1.15
ONE_PART = -0.1  # only one of two figures names a part of the story
OTHER_THING = -0.1
FACTOR = 2.0  # of two figures told of one thing
LEAST = 0.12  # two different values whose frames score less have nothing to do with each other
SAME_DATE, NEAR_DATE, OTHER_DATE = 0.42, 0.50, 0.62
SAME_BACKGROUND = 0.25  # of all dates a story could name, a past one that two articles name is likely one
OTHER_ATTRIBUTE = 0.54  # a noun has one length, age or size: two of them are more likely one question
SAME_MATTER = 0.62  # two clauses that state the same, with one figure each
ONE_TOLL = 0.38  # two tolls of the event that the story is about, whatever their figures
SAME_UTTERANCE = 0.8
# Days within which two dates of one granularity may be told of one thing.
SPANS = {"minute": 1 / 12, "hour": 1 / 6, "day": 10.0, "week": 31.0, "month": 92.0, "year": 1100.0}
SHORT = 3  # words of a judgement, such as "deeply regrettable"
NEAR = 200  # characters: within these two values stand in one sentence
CLUSTER = 0.5  # after a pair's score is set against its own threshold, see _lift


class _Figure(NamedTuple):
    """A quantity with all that its comparison with others asks for, read once."""

    mention: Mention
    site: Site
    kind: tuple[str, str]
    toll: frozenset[str]
    is_open: bool
    is_attribute: bool
    matter: int  # number of the cluster of claims it stands in, -1 for none


def align_quantities(setting: Setting, matters: Sequence[Sequence[int]] = ()) -> list[list[Mention]]:
    """Cluster the quantities of a story.

    Args:
        setting: the story.
        matters: clusters of claims that state the same: the one figure in each of them answers one question.
    """
    matter = {claim: k for k, group in enumerate(matters) for claim in group}
    figures = [_read_figure(setting, m, matter.get(m.claim, -1)) for m in setting.mentions if m.type == "quantity"]
    sites = [f.site for f in figures]
    scores, likeness = {}, {}
    printed = {}
    for f in figures:
        printed.setdefault((f.kind, f.mention.quantity.number), set()).add(f.site.article_id)
    for a, b, words in _pairs(sites, [f.kind for f in figures]):
        likeness[a, b] = score_sites(sites[a], sites[b], words=words) + score_periods(sites[a], sites[b])
        score = _score_figures(setting, figures[a], figures[b], likeness=likeness[a, b])
        x, y = (figures[i] for i in (a, b))
        if score > 0 and x.kind[0] != "age" and not (x.toll & y.toll) and x.mention.quantity.number != y.mention.quantity.number and compare_quantities(x.mention.quantity, y.mention.quantity).relation == "contradict":
            both = printed[x.kind, x.mention.quantity.number] & printed[y.kind, y.mention.quantity.number]
            if both:
                score = 0
        if score > 0:
            scores[a, b] = score
    groups = _cluster(setting, [f.mention for f in figures], sites, scores, _values_clash)
    scores = {
        (a, b): score + _weigh_difference(figures[a], figures[b])
        for (a, b), score in likeness.items()
        if score >= LEAST and _may_differ(figures[a], figures[b])
    }
    groups = _join_rivals([_read_rival(figure) for figure in figures], groups, scores, are_near=_are_near_figures)
    return [[figures[i].mention for i in group] for group in groups]


def _pairs(sites: Sequence[Site], kinds: Sequence[Hashable]) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs worth comparing, each with what its words score."""
    a, b = pair_sites(sites, kinds)
    yield from zip(a.tolist(), b.tolist(), score_words(sites, a, b).tolist(), strict=True)


def _read_figure(setting: Setting, mention: Mention, matter: int) -> _Figure:
    site = setting.locate(mention)
    kind = kind_of(mention, site)
    toll = _read_toll(setting, mention, site, kind)
    return _Figure(mention, site, kind, toll, is_open(setting, mention), setting.is_attribute(mention), matter)


def _join_rivals(
    items: Sequence[Item],
    groups: Sequence[Sequence[int]],
    scores: Mapping[tuple[int, int], float],
    *,
    are_near: Callable[[float, float], bool],
) -> list[list[int]]:
    """Join the groups that answer one question with different values."""
    joined = {k: list(group) for k, group in enumerate(groups)}
    taken: set[int] = set()
    for x, y in find_rivals(items, groups, scores, are_near=are_near):
        if x not in taken and y not in taken:
            taken |= {x, y}
            joined[x] = sorted(joined[x] + joined.pop(y))
    return sorted(joined.values())


def _are_near_figures(a: float, b: float) -> bool:
    """Tell whether one of two figures is at most twice the other: further apart they hardly count one thing."""
    low, high = sorted((abs(a), abs(b)))
    return high <= FACTOR * low


def _read_rival(figure: _Figure) -> Item:
    quantity = figure.mention.quantity
    whole = not figure.site.frame.degree and " of " not in figure.mention.value
    kind = (*figure.kind, quantity.unit) if quantity.kind == "money" else figure.kind
    value = convert(quantity.number, quantity.unit, figure.kind[1]) if figure.kind[0] == "unit" else None
    return Item(figure.site.article_id, kind, quantity.number if value is None else value, whole)


def _weigh_difference(a: _Figure, b: _Figure) -> float:
    """Return what speaks for and against two figures being rivals, beside the likeness of their frames."""
    score = score_scopes(a.site, b.site) + (CLOSE if _are_close(a, b) else 0.0)
    if bool(a.site.part) != bool(b.site.part):
        score += ONE_PART
    if a.site.frame.thing and b.site.frame.thing and a.site.frame.thing != b.site.frame.thing:
        score += OTHER_THING
    return score


def _are_close(a: _Figure, b: _Figure) -> bool:
    """Tell whether two precise figures nearly agree: 9,412 and 9,214 are hardly two counts."""
    numbers = [f.mention.quantity.number for f in (a, b) if f.mention.quantity.bound == "exact"]
    precise = len(numbers) == 2 and all(len(_digits(n)) > 2 for n in numbers)
    return precise and max(numbers) <= NEARLY * min(numbers)


def _may_differ(a: _Figure, b: _Figure) -> bool:
    """Tell whether two figures are of a kind on which articles may differ; whose age it is, the name has to say."""
    if a.kind[0] == "age" or a.is_open != b.is_open or a.site.is_background != b.site.is_background:
        return False
    return not (a.site.when[0] and b.site.when[0] and score_times(a.site, b.site) < 0)


def _score_figures(setting: Setting, a: _Figure, b: _Figure, *, likeness: float) -> float:
    """Score two figures of one kind, stretched so that their own threshold lies at CLUSTER; 0 for none."""
    score = likeness
    one_matter = a.matter == b.matter >= 0 and _is_alone(setting, a.mention, b.mention)
    if score <= 0 and not one_matter and a.kind[0] != "age":
        return 0.0
    unlikely = score < LEAST and a.mention.quantity.number != b.mention.quantity.number
    if unlikely and not one_matter and a.kind[0] != "age":
        return 0.0
    relation = compare_quantities(a.mention.quantity, b.mention.quantity).relation
    if not relation and a.kind[0] in ("unit", "percent"):
        return 0.0
    if relation == "contradict" and a.is_open != b.is_open:
        return 0.0  # what was asked for, planned or feared is another figure than what came of it
    if a.kind[0] == "age" and relation != "agree":
        return _score_people(setting, a.mention, b.mention)
    if one_matter:
        score = max(score, SAME_MATTER)
    equal = relation == "agree" or abs(a.mention.quantity.number - b.mention.quantity.number) < 1e-9
    if not equal:
        score += score_scopes(a.site, b.site)
    return _lift(score, _choose_threshold(a, b, relation, equal=equal))


def _choose_threshold(a: _Figure, b: _Figure, relation: str, *, equal: bool) -> float:
    if equal:
        return SAME_TELLING if _is_telling(a.mention.quantity) else SAME_VALUE
    threshold = NEAR_VALUE if relation == "compatible" else OTHER_VALUE
    if a.toll & b.toll:
        return min(threshold, ONE_TOLL)
    return OTHER_ATTRIBUTE if threshold == OTHER_VALUE and a.is_attribute and b.is_attribute else threshold


OPEN = frozenset({"planned", "possible", "conditional", "forecast"})


def is_open(setting: Setting, mention: Mention) -> bool:
    """Tell whether a value is planned, feared or asked for rather than a fact."""
    claim = setting.claims[mention.claim]
    if claim.modality in OPEN:
        return True
    doc = setting.passages[mention.passage].doc
    asking = read_words("asking.txt")
    above = (token for token in (doc[mention.anchor], *doc[mention.anchor].ancestors) if token.i in claim.tokens)
    return any(token.pos_ == "VERB" and token.lemma_.lower() in asking for token in above)


def _score_people(setting: Setting, a: Mention, b: Mention) -> float:
    """Score two ages by whose they are: 1 for one name, negative for two, 0 where somebody is unnamed."""
    first, second = (setting.name_person(m) for m in (a, b))
    if not first or not second:
        return 0.0
    return 1.0 if first[-1] == second[-1] else -1.0


def _is_alone(setting: Setting, a: Mention, b: Mention) -> bool:
    """Tell whether each of two values is the only one of its unit in its clause."""
    return all(
        sum(o.claim == m.claim and o.quantity.unit == m.quantity.unit for o in setting.quantities_beside(m)) == 1
        for m in (a, b)
    )


def _read_toll(setting: Setting, mention: Mention, site: Site, kind: tuple[str, str]) -> frozenset[str]:
    """Return the predicates of a toll of the whole event; none for other counts.

    A toll counts people as such, without a word that singles out some, a place of its own, or a past event.
    """
    generic = not site.frame.thing or site.frame.thing in site.frame.slot
    part = bool(site.frame.degree) or " of " in mention.value  # "three of the injured"
    if kind != ("thing", "person") or not generic or part or site.is_background:
        return frozenset()
    if site.part or is_open(setting, mention):
        return frozenset()
    return site.frame.slot & read_words("tolls.txt")


def _is_telling(quantity: Quantity) -> bool:
    """Tell whether a number is one that two facts of a story hardly share by chance: 305 tons, 35 percent."""
    if quantity.unit == "percent":
        return quantity.number >= 10
    return len(_digits(quantity.number)) > 1 and quantity.number >= 20


def _digits(number: float) -> str:
    """Return the significant digits of a number."""
    return f"{number:.6e}".partition("e")[0].replace(".", "").rstrip("0")


def align_dates(setting: Setting) -> list[list[Mention]]:
    """Cluster the dates of a story: those on which the same thing happened."""
    mentions = [m for m in setting.mentions if m.type == "date"]
    sites = [setting.locate(m)._replace(when=("", ""), is_background=False) for m in mentions]
    scores, likeness = {}, {}
    for a, b, words in _pairs(sites, [m.date.role in ("until", "to") for m in mentions]):
        relation = compare_dates(mentions[a].date, mentions[b].date).relation
        score = score_sites(sites[a], sites[b], words=words)
        shared = score_slots(sites[a], sites[b]) > 0
        bounding = mentions[a].date.role == mentions[b].date.role != ""
        if relation == "agree" or shared or bounding:
            likeness[a, b] = score
        if not shared and relation != "agree":
            continue
        threshold = {"agree": SAME_DATE, "compatible": NEAR_DATE}.get(relation, OTHER_DATE)
        if relation == "agree" and setting.is_background(mentions[a]) and setting.is_background(mentions[b]):
            threshold = SAME_BACKGROUND
        scores[a, b] = _lift(score, threshold)
    groups = _cluster(setting, mentions, sites, scores, _dates_clash)
    rivals = [_read_rival_date(m) for m in mentions]
    groups = _join_rivals(rivals, groups, likeness, are_near=lambda a, b: abs(a - b) <= 1)
    return [[mentions[i] for i in group] for group in groups]


def _read_rival_date(mention: Mention) -> Item:
    """Read a date as a number of its own granularity's spans, so that neighbouring ones are 1 apart."""
    date = mention.date
    if not date.date_start:
        return Item(mention.article_id, ("date", ""), 0.0, False)
    start = datetime.fromisoformat(date.date_start)
    span = SPANS.get(date.granularity, 0.0)
    days = start.toordinal() + (start.hour + start.minute / 60) / 24
    return Item(mention.article_id, ("date", date.granularity, date.role), days / span if span else 0.0, span > 0)


def align_quotes(setting: Setting) -> list[list[Mention]]:
    """Cluster the quotations of a story: versions of one utterance."""
    mentions = [m for m in setting.mentions if m.type == "quote"]
    words = [quoted_words(m.quote) for m in mentions]
    scores = {}
    for a, b in _pair_quotes(words):
        likeness = same_utterance(words[a], words[b])
        if likeness > 0:
            scores[a, b] = _lift(likeness, SAME_UTTERANCE)
    _score_judgements(setting, mentions, words, scores)
    groups = _cluster(setting, mentions, [setting.locate(m) for m in mentions], scores, lambda a, b: False)
    return [[mentions[i] for i in group] for group in groups]


def _pair_quotes(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that share one of their rarest words, and half of the shorter one's words."""
    telling = [frozenset(w for w in own if len(w) > 3) for own in words]
    spread = Counter(word for own in telling for word in own)
    rarest = [sorted(own, key=lambda w: (spread[w], w))[:KEYS] for own in telling]
    for a, b in zip(*(side.tolist() for side in pair_keyed(rarest)), strict=True):
        if 2 * len(telling[a] & telling[b]) >= min(len(telling[a]), len(telling[b])):
            yield a, b


def _score_judgements(
    setting: Setting,
    mentions: Sequence[Mention],
    words: Sequence[tuple[str, ...]],
    scores: dict[tuple[int, int], float],
) -> None:
    """Score short judgements of one voice: "deeply regrettable" and "extremely regrettable" may be one phrase."""
    voices = [frozenset(canonical_name(v) for v in setting.claims[m.claim].speakers) for m in mentions]
    last = [w[-1:] if 1 < len(w) <= SHORT and len(w[-1]) > 3 else () for w in words]
    for a, b in zip(*(side.tolist() for side in pair_keyed(last)), strict=True):
        elsewhere = mentions[a].article_id != mentions[b].article_id
        if elsewhere and words[a] != words[b] and _one_voice(voices[a], voices[b]):
            scores[a, b] = max(scores.get((a, b), 0.0), ONE_JUDGEMENT)


def _one_voice(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two chains can end in one voice: the same name, or a country and one of its offices."""
    return any(x == y or x.startswith(f"{y} ") or y.startswith(f"{x} ") for x in a for y in b)


def _cluster(
    setting: Setting,
    mentions: Sequence[Mention],
    sites: Sequence[Site],
    scores: dict[tuple[int, int], float],
    clash: Callable[[Mention, Mention], bool],
) -> list[list[int]]:
    headline = [setting.claims[m.claim].section == "headline" for m in mentions]

    def conflicts(a: int, b: int) -> bool:
        return clash(mentions[a], mentions[b])

    arenas = [(site.article_id, title) for site, title in zip(sites, headline, strict=True)]
    return cluster_pairs(len(mentions), scores, threshold=CLUSTER, conflicts=conflicts, arenas=arenas)


def _lift(score: float, threshold: float) -> float:
    """Stretch a score so that its threshold comes to lie at CLUSTER and 1 stays 1."""
    if score >= threshold:
        return CLUSTER + (1 - CLUSTER) * (score - threshold) / (1 - threshold)
    return CLUSTER * max(score, 0.0) / threshold


def _values_clash(a: Mention, b: Mention) -> bool:
    """Two values of one article that can't both be true count two things: parts, places, or another event."""
    return compare_quantities(a.quantity, b.quantity).relation in ("contradict", "") or (
        a.quantity.number != b.quantity.number and a.passage == b.passage and abs(a.start - b.start) < NEAR
    )


def _dates_clash(a: Mention, b: Mention) -> bool:
    if "other_weekday" in (a.date.reason, b.date.reason):
        return False
    return a.passage == b.passage and a.date.date_start != b.date.date_start and abs(a.start - b.start) < NEAR


def kind_of(mention: Mention, site: Site) -> tuple[str, str]:
    """Return what a quantity measures, so that only comparable ones meet: its dimension, or the class of things."""
    q = mention.quantity
    if q.kind in ("money", "age"):
        return q.kind, ""
    if q.unit in ("", "other") and not site.frame.slot.isdisjoint(_OF_PEOPLE):
        return "thing", "person"
    if q.kind == "count":
        return "thing", broadest_noun(q.unit)
    if q.kind == "percent":
        return "percent", ""  # points among them: taking them for percent is the error to find
    return "unit", _dimension(q.unit)


_OF_PEOPLE = frozenset(
    {"die", "injure", "missing", "trap", "arrest", "detain", "hospitalise", "evacuate", "rescue", "murder"}
)


@cache
def _dimension(unit: str) -> str:
    """Name a dimension by the first unit of it that has been met, in the order of BASES."""
    return next((base for base in BASES if convert(1.0, unit, base) is not None), unit)
