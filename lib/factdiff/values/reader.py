"""Claims to mentions: every quantity, date and quotation, tied to the claim it stands in."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

import pandas as pd

from factdiff.claims import Claim
from factdiff.claims.quotemarks import QuoteSpan
from factdiff.language import Passage
from factdiff.syntax import Doc
from factdiff.values.date import DateMention, find_dates, find_full_days, find_tale, order_hosts
from factdiff.values.dating.tale import Tale
from factdiff.values.mention import Mention
from factdiff.values.quantity import find_quantities
from factdiff.values.quotation import locate_words, quoted_words, strip_marks

MAX_COORDINATED = 8  # tokens of a quotation that is taken apart at its "and"
MIN_REPORTED = 2  # words that somebody is said to have said: a single one proves no common wording
_CLOCKS = ("minute", "hour")
_BESIDE = re.compile(r",?\s(?:(?:on|at|around|about|shortly|just|before|after)\s)*")
MIN_COPIED = 8  # words that nobody is named for: so many are no chance, but a quotation that lost its marks


def find_mentions(
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    quotes: Mapping[str, Sequence[QuoteSpan]],
    texts: Mapping[str, str],
    articles: pd.DataFrame,
) -> list[Mention]:
    """Find the values of all passages.

    Args:
        passages: the passages in reading order.
        claims: the claims read from them.
        quotes: article_id to its quotations.
        texts: article_id to text.
        articles: article_id, published, published_precision.

    Returns:
        Mentions by passage, and within one by type and place.
    """
    anchors = articles.set_index("article_id")[["published", "published_precision"]].to_dict("index")
    owners = _owners(claims)
    found: list[Mention] = []
    hosts: dict[tuple[str, int], list[str]] = {}  # article and item to the days told so far
    tales: dict[tuple[str, int], Tale | None] = {}  # and to what was told of long ago
    full = {passage.article_id: frozenset[date]() for passage in passages}
    full |= {article_id: find_full_days(texts[article_id]) for article_id in full if article_id in texts}
    for index, passage in enumerate(passages):
        found += _quantities(index, passage, owners)
        anchor = anchors[passage.article_id]
        told = (anchor["published"], anchor["published_precision"], full[passage.article_id])
        found += _dates(index, passage, owners, told, hosts, tales)
    found += _quotations(passages, claims, quotes, texts)
    return found


def _owners(claims: Sequence[Claim]) -> dict[tuple[int, int], int]:
    """Map (passage, token) to the index of the claim that the token belongs to."""
    return {(claim.passage, token): i for i, claim in enumerate(claims) for token in claim.tokens}


def _quantities(index: int, passage: Passage, owners: Mapping[tuple[int, int], int]) -> list[Mention]:
    found = []
    for q in find_quantities(passage.doc):
        claim = owners.get((index, q.token), owners.get((index, q.noun), -1))
        if claim >= 0:
            anchor = q.noun if q.noun >= 0 else q.token
            found.append(
                Mention("quantity", passage.article_id, index, claim, anchor, passage.start + q.start,
                        passage.start + q.end, passage.doc.text[q.start : q.end], quantity=q)
            )  # fmt: skip
    return found


def _dates(
    index: int,
    passage: Passage,
    owners: Mapping[tuple[int, int], int],
    article: tuple[str, str, frozenset[date]],
    hosts: dict[tuple[str, int], list[str]],
    tales: dict[tuple[str, int], Tale | None],
) -> list[Mention]:
    """Return the dates of a passage; its days go to `hosts` and `tales`, for the passages below.

    Args:
        article: when it was published, how precisely that is known, and the days that it prints with their year.
    """
    published, precision, full_days = article
    found, place = [], (passage.article_id, passage.item)
    before, tale = hosts.get(place, []), tales.get(place)
    dates = find_dates(
        passage.doc,
        anchor=published,
        anchor_precision=precision,
        host_days=before,
        tale=tale,
        full_days=full_days,
    )
    hosts[place] = order_hosts(passage.doc, dates, before)
    tales[place] = find_tale(passage.doc, dates, tale, anchor=published)
    for d in join_days(dates, passage.doc.text):
        claim = owners.get((index, d.token), -1)
        if claim >= 0 and d.date_start:
            found.append(
                Mention("date", passage.article_id, index, claim, _dated_token(passage.doc, d), passage.start + d.start,
                        passage.start + d.end, passage.doc.text[d.start : d.end], date=d)
            )  # fmt: skip
    return found


def join_days(dates: Sequence[DateMention], text: str) -> list[DateMention]:
    """Make one of a clock time and the day it stands beside: "on Sunday at about 9.30pm"."""
    joined: list[DateMention] = []
    for told in dates:
        clock = _clock_beside(joined[-1], told, text) if joined else None
        if clock is not None:
            joined[-1] = clock._replace(start=joined[-1].start, end=told.end)
        else:
            joined.append(told)
    return joined


def _clock_beside(first: DateMention, second: DateMention, text: str) -> DateMention | None:
    """Return which of two dates is the clock time of the other, a day; None where they are two dates."""
    clock, day = (first, second) if first.granularity in _CLOCKS else (second, first)
    if clock.granularity not in _CLOCKS or day.granularity not in ("day", "part_of_day"):
        return None
    if day.role not in ("", clock.role) or clock.date_start[:10] != day.date_start[:10]:
        return None
    return clock if _BESIDE.fullmatch(text[first.end : second.start]) else None


def _dated_token(doc: Doc, date: DateMention) -> int:
    """Return the token that a date hangs on: in "one day after the announcement" what it dates is the announcement."""
    span = doc.char_span(date.start, date.end)
    if span is not None and span[-1].lower_ in ("after", "before"):
        return next((c.i for c in span[-1].children if c.i > span[-1].i), date.token)
    return date.token


def _quotations(
    passages: Sequence[Passage],
    claims: Sequence[Claim],
    quotes: Mapping[str, Sequence[QuoteSpan]],
    texts: Mapping[str, str],
) -> list[Mention]:
    """Every quotation that somebody says; names and titles in quotation marks are nobody's words."""
    inside: dict[tuple[str, int], int] = {}
    around: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        around.setdefault(claim.article_id, []).append(i)
        if claim.quote >= 0:
            inside.setdefault((claim.article_id, claim.quote), i)
    found = []
    for article_id in sorted(quotes):
        for k, span in enumerate(quotes[article_id]):
            claim = inside.get((article_id, k))
            if claim is None:
                claim = _claim_around(span, [claims[i] for i in around.get(article_id, [])], around.get(article_id, []))
            if claim is not None and _is_speech(strip_marks(texts[article_id][span.start : span.end]), claims[claim]):
                passage = passages[claims[claim].passage]
                for start, end in _parts(passage, span):
                    found.append(_quote(passages, claims, claim, start, end, texts[article_id][start:end]))
    return found + _reported_wording(found, passages, claims, texts)


def _quote(
    passages: Sequence[Passage], claims: Sequence[Claim], claim: int, start: int, end: int, text: str
) -> Mention:
    owner = claims[claim]
    anchor = _token_at(passages[owner.passage], start)
    return Mention("quote", owner.article_id, owner.passage, claim, anchor, start, end, text, quote=strip_marks(text))


def _parts(passage: Passage, span: QuoteSpan) -> list[tuple[int, int]]:
    """Split "absolutely unacceptable and deeply regrettable": two judgements, each of which others may quote alone."""
    low, high = span.start - passage.start, span.end - passage.start
    tokens = passage.doc.char_span(low, high, expand=False) if low >= 0 else None
    whole = [(span.start, span.end)]
    if tokens is None or len(tokens) > MAX_COORDINATED:
        return whole
    joints = [t for t in tokens if t.dep_ == "cc" and t.lower_ == "and"]
    if len(joints) != 1 or any(t.pos_ not in ("ADJ", "ADV", "CCONJ", "PUNCT") for t in tokens):
        return whole
    joint = joints[0]
    first, second = passage.doc[tokens.start : joint.i], passage.doc[joint.i + 1 : tokens.end]
    if not len(first) or not len(second):
        return whole
    return [(passage.start + part.start_char, passage.start + part.end_char) for part in (first, second)]


def _reported_wording(
    quoted: Sequence[Mention], passages: Sequence[Passage], claims: Sequence[Claim], texts: Mapping[str, str]
) -> list[Mention]:
    """Find words that one article quotes where another prints them as reported speech, without marks."""
    wanted: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for words in sorted({quoted_words(m.quote) for m in quoted}):
        if len(words) >= MIN_REPORTED:
            wanted.setdefault(words[:2], []).append(words)
    taken = {(m.article_id, m.start) for m in quoted}
    found = []
    for i, claim in enumerate(claims):
        if claim.quote >= 0 or claim.section == "headline":
            continue
        for start, end, length in _find_words(texts[claim.article_id], claim.start, claim.end, wanted):
            if length < MIN_COPIED and not claim.speakers:
                continue
            if not any(a == claim.article_id and start <= at < end for a, at in taken):
                taken.add((claim.article_id, start))
                found.append(_quote(passages, claims, i, start, end, texts[claim.article_id][start:end]))
    return found


def _find_words(
    text: str, low: int, high: int, wanted: Mapping[tuple[str, str], Sequence[tuple[str, ...]]]
) -> list[tuple[int, int, int]]:
    """Find the longest wanted sequences of words in text[low:high], as spans with the number of their words."""
    rough = quoted_words(text[low:high])
    if wanted.keys().isdisjoint(pairwise(rough)):
        return []
    placed = locate_words(text, low, high)
    words = tuple(word for word, _, _ in placed)
    spans = []
    for i in range(len(words) - 1):
        fits = [w for w in wanted.get(words[i : i + 2], ()) if words[i : i + len(w)] == w]
        if fits:
            longest = max(fits, key=len)
            spans.append((placed[i][1], placed[i + len(longest) - 1][2], len(longest)))
    return spans


def _claim_around(span: QuoteSpan, claims: list[Claim], indices: list[int]) -> int | None:
    holding = [
        (c.end - c.start, i)
        for c, i in zip(claims, indices, strict=True)
        if c.start <= span.start and span.end <= c.end + 2
    ]
    return min(holding)[1] if holding else None


def _is_speech(text: str, claim: Claim) -> bool:
    """Tell words somebody said from names, titles and words the outlet distances itself from."""
    words = quoted_words(text)
    if not words:
        return False
    if claim.speakers:
        return len(words) > 1 or claim.cue != ""
    return len(words) > 3


def _token_at(passage: Passage, offset: int) -> int:
    for token in passage.doc:
        if token.idx + len(token) > offset - passage.start:
            return token.i
    return len(passage.doc) - 1
