"""Dates to facts: the days and times on which one thing happened."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from factdiff.facts.alignment import Pair, cluster_mentions, join_rivals, lift, pair_words
from factdiff.facts.rivals import Item
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import compare_pairs, compare_slots, have_ground, score_sites
from factdiff.facts.topics import are_apart
from factdiff.values.date import compare_dates, days_apart
from factdiff.values.mention import Mention

# The least score at which two sites are one fact, by how their dates compare.
SAME_DATE, NEAR_DATE, OTHER_DATE = 0.42, 0.50, 0.62
SAME_BACKGROUND = 0.25  # of all dates a story could name, a past one that two articles name is likely one
SAME_MATTER = 0.62  # two clauses that state the same, with one date each
FAR = 31  # days
MANY = 12  # dates of a sentence that are looked at
NEAR = 200  # characters: within these two dates stand in one sentence
# Days within which two dates of one granularity may be told of one thing.
SPANS = {"minute": 1 / 12, "hour": 1 / 6, "day": 10.0, "week": 31.0, "month": 92.0, "year": 1100.0}
BOUNDS = frozenset({"since", "until", "to"})
PERIODS = frozenset({"year", "fiscal_year", "quarter", "season", "decade", "century"})


def align_dates(setting: Setting, matters: Sequence[Sequence[int]] = ()) -> list[list[Mention]]:
    """Cluster the dates of a story: those on which the same thing happened.

    Args:
        setting: the story.
        matters: clusters of claims that state the same: the one date in each of them dates one thing.
    """
    mentions = [m for m in setting.mentions if m.type == "date"]
    matter = _read_matters(mentions, matters)
    sites = [setting.locate(m)._replace(when=("", ""), is_background=False) for m in mentions]
    printed, told = _articles_by_day(mentions, sites), _tell_apart(setting, mentions)
    repeated = [setting.is_repeated(m) for m in mentions]
    background = [setting.is_background(m) for m in mentions]
    scores: dict[Pair, float] = {}
    likeness: dict[Pair, float] = {}
    for pair in _relate_pairs(mentions, sites, matter):
        a, b, relation, score = pair.a, pair.b, pair.relation, pair.score
        if relation != "agree" and are_apart(sites[a].topic, sites[b].topic):
            continue
        if relation == "contradict" and (
            _are_beside(printed, mentions, sites, a, b)
            or frozenset((_days(mentions[a]), _days(mentions[b]))) in told
            or repeated[a] != repeated[b]  # "In March she wrote again": another letter.
        ):
            continue
        if relation == "agree" or pair.is_grounded:
            likeness[a, b] = score
        if not (pair.is_shared or pair.is_one or relation == "agree"):
            continue
        roles = {mentions[a].date.role, mentions[b].date.role}
        if relation == "contradict" and len(roles) > 1 and roles & BOUNDS:
            continue  # "since January" bounds a time, "on Tuesday" is one
        threshold = {"agree": SAME_DATE, "compatible": NEAR_DATE}.get(relation, OTHER_DATE)
        if relation == "agree" and background[a] and background[b]:
            threshold = SAME_BACKGROUND
        scores[a, b] = lift(max(score, SAME_MATTER) if pair.is_one else score, threshold)
    groups = cluster_mentions(setting, mentions, scores, clash=_clash)
    items = [_read_item(m) for m in mentions]
    groups = join_rivals(items, groups, likeness, are_near=lambda a, b: abs(a - b) <= 1)
    return [[mentions[i] for i in group] for group in groups]


class _Related(NamedTuple):
    """Two dates that may be of one thing."""

    a: int
    b: int
    relation: str
    score: float  # how alike their frames are
    is_shared: bool  # nothing in what governs them tells them apart
    is_grounded: bool  # they have something in common beside that
    is_one: bool  # they date one matter


def _relate_pairs(mentions: Sequence[Mention], sites: Sequence[Site], matter: Sequence[int]) -> Iterator[_Related]:
    roles = [m.date.role for m in mentions]
    a, b, words = pair_words(sites, [role in ("until", "to") for role in roles])
    dates = [m.date._replace(start=0, end=0, token=0) for m in mentions]  # so that equal ones are compared once
    relation = compare_pairs(dates, a, b, lambda x, y: compare_dates(x, y).relation)
    slots = compare_slots(sites, a, b)
    shared = slots > 0
    bounding = compare_pairs(roles, a, b, lambda x, y: x == y != "").astype(bool)
    one = compare_pairs([*zip(matter, roles, strict=True)], a, b, lambda x, y: x == y and x[0] >= 0).astype(bool)
    grounded = (shared | bounding) & have_ground(sites, a, b, words=words, slots=slots)
    worth = (relation == "agree") | shared | bounding | one
    columns = (a, b, relation, score_sites(sites, a, b, words=words, slots=slots), shared, grounded, one)
    return map(_Related._make, zip(*(column[worth].tolist() for column in columns), strict=True))


def _read_matters(mentions: Sequence[Mention], matters: Sequence[Sequence[int]]) -> list[int]:
    """Return for each date the number of the matter that it dates; -1 for none, or where its clause has two."""
    matter = {claim: k for k, group in enumerate(matters) for claim in group}
    beside = Counter(m.claim for m in mentions)
    return [matter.get(m.claim, -1) if beside[m.claim] == 1 else -1 for m in mentions]


def _articles_by_day(mentions: Sequence[Mention], sites: Sequence[Site]) -> dict[tuple[str, str, str], set[str]]:
    """Map (predicate, first day, last day) to the articles that print it."""
    printed: dict[tuple[str, str, str], set[str]] = {}
    for mention, site in zip(mentions, sites, strict=True):
        for term in site.frame.slot:
            key = (term, mention.date.date_start, mention.date.date_end)
            printed.setdefault(key, set()).add(mention.article_id)
    return printed


def _days(mention: Mention) -> tuple[str, str]:
    return mention.date.date_start, mention.date.date_end


def _tell_apart(setting: Setting, mentions: Sequence[Mention]) -> set[frozenset[tuple[str, str]]]:
    """Return the pairs of far dates that some sentence names together: it tells of two things, and so do others."""
    sentences: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for mention in mentions:
        days = sentences.setdefault((mention.article_id, setting.claims[mention.claim].sentence), set())
        if len(days) < MANY:
            days.add(_days(mention))
    pairs = (pair for days in sentences.values() for pair in combinations(sorted(days), 2))
    return {frozenset(pair) for pair in pairs if days_apart(pair[0][0], pair[1][0]) > FAR}


def _are_beside(
    printed: Mapping[tuple[str, str, str], set[str]], mentions: Sequence[Mention], sites: Sequence[Site], a: int, b: int
) -> bool:
    """Tell whether some article has both dates under one predicate: two studies published, two wars fought."""
    first, second = (mentions[i].date for i in (a, b))
    if days_apart(first.date_start, second.date_start) <= FAR:
        return False  # an article may be at odds with itself about a day, hardly about a year
    return any(
        not printed[t, first.date_start, first.date_end].isdisjoint(printed[t, second.date_start, second.date_end])
        for t in sites[a].frame.slot & sites[b].frame.slot
    )


def _read_item(mention: Mention) -> Item:
    """Read a date as a number of its own granularity's spans, so that neighbouring ones are 1 apart."""
    told = mention.date
    if not told.date_start:
        return Item(mention.article_id, ("date", ""), 0.0, False)
    start = datetime.fromisoformat(told.date_start)
    span = SPANS.get(told.granularity, 0.0)
    days = start.toordinal() + (start.hour + start.minute / 60) / 24
    return Item(mention.article_id, ("date", told.granularity, told.role), days / span if span else 0.0, span > 0)


def _clash(a: Mention, b: Mention) -> bool:
    if "other_weekday" in (a.date.reason, b.date.reason):
        return False
    if a.date.granularity == b.date.granularity in PERIODS and a.date.date_start != b.date.date_start:
        return True  # who names two years compares them
    return a.passage == b.passage and a.date.date_start != b.date.date_start and abs(a.start - b.start) < NEAR
