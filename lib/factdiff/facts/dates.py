"""Dates to facts: the days and times on which one thing happened."""

from datetime import datetime

from factdiff.facts.alignment import Pair, cluster_mentions, join_rivals, lift, pair_words
from factdiff.facts.rivals import Item
from factdiff.facts.setting import Setting
from factdiff.facts.similarity import score_sites, score_slots
from factdiff.values.date import compare_dates
from factdiff.values.mention import Mention

# The least score at which two sites are one fact, by how their dates compare.
SAME_DATE, NEAR_DATE, OTHER_DATE = 0.42, 0.50, 0.62
SAME_BACKGROUND = 0.25  # of all dates a story could name, a past one that two articles name is likely one
NEAR = 200  # characters: within these two dates stand in one sentence
# Days within which two dates of one granularity may be told of one thing.
SPANS = {"minute": 1 / 12, "hour": 1 / 6, "day": 10.0, "week": 31.0, "month": 92.0, "year": 1100.0}


def align_dates(setting: Setting) -> list[list[Mention]]:
    """Cluster the dates of a story: those on which the same thing happened."""
    mentions = [m for m in setting.mentions if m.type == "date"]
    sites = [setting.locate(m)._replace(when=("", ""), is_background=False) for m in mentions]
    scores: dict[Pair, float] = {}
    likeness: dict[Pair, float] = {}
    for a, b, words in pair_words(sites, [m.date.role in ("until", "to") for m in mentions]):
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
        scores[a, b] = lift(score, threshold)
    groups = cluster_mentions(setting, mentions, scores, clash=_clash)
    items = [_read_item(m) for m in mentions]
    groups = join_rivals(items, groups, likeness, are_near=lambda a, b: abs(a - b) <= 1)
    return [[mentions[i] for i in group] for group in groups]


def _read_item(mention: Mention) -> Item:
    """Read a date as a number of its own granularity's spans, so that neighbouring ones are 1 apart."""
    date = mention.date
    if not date.date_start:
        return Item(mention.article_id, ("date", ""), 0.0, False)
    start = datetime.fromisoformat(date.date_start)
    span = SPANS.get(date.granularity, 0.0)
    days = start.toordinal() + (start.hour + start.minute / 60) / 24
    return Item(mention.article_id, ("date", date.granularity, date.role), days / span if span else 0.0, span > 0)


def _clash(a: Mention, b: Mention) -> bool:
    if "other_weekday" in (a.date.reason, b.date.reason):
        return False
    return a.passage == b.passage and a.date.date_start != b.date.date_start and abs(a.start - b.start) < NEAR
