"""The words around a number that bound it: "at least", "nearly", "or more"."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from factdiff.lists import read_rows, read_words

REACH = 60  # characters before a number that its bound may take
MAX_WORDS = 6  # words of a bound with what stands between it and the number
SYMBOLS = ("~", "≈", ">", "<", "≥", "≤")
WORD = re.compile(r"[^\s\"“”'‘()\[\]—–]+")
# A number after "and over" or "at least" is what these bound ("24 dead and over 200 injured").
MORE_TO_COME = re.compile(
    r"\s+(?:an?\s|some\s)?(?:than\b|[\d$€£¥]|(?:one|two|three|four|five|six|seven|eight|nine|ten|a|an)\b)"
)
# They may stand between a bound and its number ("at least another five").
FILLERS = frozenset(
    {
        "another",
        "a further",
        "further",
        "an additional",
        "additional",
        "a total of",
        "a combined",
        "a record",
        "just",
    }
)
# Before "over" and a time: it bounds the time ("for over three years"), otherwise it spans it ("held over two days").
SPANNED = frozenset(
    [
        "for",
        "in",
        "of",
        "after",
        "took",
        "take",
        "takes",
        "taken",
        "lasted",
        "lasting",
        "lasts",
        "spent",
        "served",
        "waited",
        "just",
        "well",
        "is",
        "was",
        "are",
        "were",
        "by",
        "until",
        "now",
        "been",
        "since",
        "age",
        "aged",
        "totalling",
        "totaling",
        "worth",
        "at",
        "a",
        "an",
        "and",
        "with",
    ]
)


# "brought the toll up to 30": no bound, but where it came to
MOVED_UP = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|push(?:es|ed|ing)?|dr(?:ive|ives|iving|ove|iven)|mov(?:e|es|ed|ing)|mark(?:s|ed|ing)?"
    r"|nudg(?:e|es|ed|ing)|bump(?:s|ed|ing)?)\s(?:(?:the|its|their|his|her|that|this)\s)?(?:[a-z-]+\s){1,3}$",
    re.IGNORECASE,
)


# Verbs whose "past" or "well past" before a number says that it has been left behind
MOVED = frozenset(
    {"rose", "rises", "rising", "risen", "grew", "grown", "soared", "surged", "sailed", "swept", "got", "gone"}
    | {"climb", "climbs", "climbed", "climbing", "well", "far", "just", "way", "right"}
)


class Hedge(NamedTuple):
    """A bound on a number: where it begins (or ends, after the number), and the bound it states."""

    place: int
    bound: str
    only: frozenset[str]
    words: str


def find_hedge_before(text: str, start: int) -> Hedge | None:
    """Find the bound right before character `start`; two in a row make one ("at least about")."""
    hedge = _one_before(text, start)
    if hedge is None:
        return None
    outer = _one_before(text, hedge.place)
    if outer is None:
        return hedge
    bound = hedge.bound if outer.bound == "about" else outer.bound
    return hedge._replace(place=outer.place, bound=bound, only=hedge.only | outer.only, words=outer.words)


def find_hedge_after(text: str, end: int) -> Hedge | None:
    """Find the bound right after character `end` ("or more", "-plus", "+")."""
    for phrase, (bound, only) in _phrases_after(text[end : end + 2].lower()):
        stop = end + len(phrase)
        if text[end:stop].lower() != phrase or text[stop : stop + 1].isalnum():
            continue
        if phrase[0] != " " or not MORE_TO_COME.match(text, stop):
            return Hedge(stop, bound, only, phrase)
    return None


def applies(hedge: Hedge, text: str, kind: str, number: float) -> bool:
    """Tell whether the words of `hedge` do bound a number of this kind at their place."""
    if hedge.only and kind not in hedge.only:
        return False
    before = text[max(0, hedge.place - 30) : hedge.place].lower().split()
    last = before[-1] if before else ""
    if hedge.words in ("about", "around") and kind == "count" and number == 1:
        return False  # "tough about one thing"
    if hedge.words == "about":
        return last not in read_words("about_heads.txt")
    if hedge.words == "over":
        return last not in read_words("over_heads.txt") and (kind != "duration" or last in SPANNED)
    if hedge.words == "up to" and last in ("it", "them", "him", "her", "us", "me"):
        return False  # "brings it up to 4 feet"
    if hedge.words == "up to":
        return last not in read_words("up_verbs.txt") and not MOVED_UP.search(
            text, max(0, hedge.place - 40), hedge.place
        )
    if hedge.words == "under":
        return kind != "count" or number >= 10
    return True


def _one_before(text: str, start: int) -> Hedge | None:
    low = max(0, start - REACH)
    if low and text[low - 1].isalnum():
        low += len(text[low:start]) - len(
            text[low:start].lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        )
    if text[start - 1 : start] in SYMBOLS:
        return Hedge(start - 1, *_before()[text[start - 1]], text[start - 1])
    spans = [m.span() for m in WORD.finditer(text, low, start)]
    if not spans or text[spans[-1][1] : start].strip() or "\n" in text[spans[-1][1] : start]:
        return None
    words = [text[a:b].lower() for a, b in spans]
    last = len(words)
    if words[-1] not in _last_words():
        return None
    for count in range(min(MAX_WORDS, last), 0, -1):
        for skipped in range(0, min(3, count - 1) + 1):
            stop = last - skipped
            phrase = " ".join(words[last - count : stop])
            if phrase == "past" and not _has_moved(words[last - count - 1] if last > count else ""):
                continue
            if phrase in _before() and (not skipped or " ".join(words[stop:last]) in FILLERS):
                return Hedge(spans[last - count][0], *_before()[phrase], phrase)
    return None


def _has_moved(verb: str) -> bool:
    """Tell "pushed past $100 million" from "the past 10 games" by the word before "past"."""
    return verb in read_words("up_verbs.txt") or verb in MOVED


@lru_cache(maxsize=1 << 12)
def _phrases_after(head: str) -> tuple[tuple[str, tuple[str, frozenset[str]]], ...]:
    """Bounds after a number that begin with two characters, the longest first; a word is set off by a space."""
    found = {
        row["phrase"] if row["phrase"][0] in "-+" else " " + row["phrase"]: (
            row["bound"],
            frozenset(row["only"].split()),
        )
        for row in read_rows("quantity_hedges.csv")
        if row["place"] == "after"
    }
    fitting = ((phrase, told) for phrase, told in found.items() if phrase[:2] == head[: len(phrase)])
    return tuple(sorted(fitting, key=lambda kv: (-len(kv[0]), kv[0])))


@cache
def _last_words() -> frozenset[str]:
    """Return the words that may stand last before a number that is bounded."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in (*_before(), *FILLERS))


@cache
def _before() -> dict[str, tuple[str, frozenset[str]]]:
    rows = (row for row in read_rows("quantity_hedges.csv") if row["place"] == "before")
    return {row["phrase"]: (row["bound"], frozenset(row["only"].split())) for row in rows}
