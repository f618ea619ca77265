"""One number to a quantity: what stands around it gives the unit, the kind and what it counts."""

import re
from itertools import pairwise

from factdiff.lists import read_words
from factdiff.values.ages import read_age
from factdiff.values.counted import Page, follows_act, meets_fate
from factdiff.values.counts import read_count
from factdiff.values.draft import Draft
from factdiff.values.hedges import find_hedge_after, find_hedge_before
from factdiff.values.magnitudes import read_magnitude
from factdiff.values.measures import read_hyphen, read_money, read_unit
from factdiff.values.numerals import Numeral, find_numerals
from factdiff.values.shares import read_share
from factdiff.values.units import find_unit

# Each tells: True, the number is read; False, it is no quantity; None, it is another reader's.
READERS = (read_share, read_money, read_magnitude, read_hyphen, read_age, read_unit, read_count)
# "every two weeks", "every one to two months"
PER_BEFORE = re.compile(
    r"\b(?:per|every)\s+(?:(?:about|around|roughly|few)\s+)?(?:(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)(?:\s(?:to|or)\s|\s?[-–]\s?))?$",
    re.IGNORECASE,
)
PER_REACH = 36  # characters
SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s|\n")
LEVEL_REACH = 120  # characters between an index and its level
ORDINAL_AFTER = re.compile(r"[-‑\s](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b(?!-)", re.IGNORECASE)
TENS_END = re.compile(r"(?:ty|hundred|thousand)$", re.IGNORECASE)
ARTICLE_BEFORE = re.compile(r"\b(?:an?)\s$", re.IGNORECASE)
AND_PART_BEFORE = re.compile(r"\ban?\s+([a-z]+)\s+and\s+$", re.IGNORECASE)
OF_OR_MORE = re.compile(r"\s+(?:of|more|others)\b")
LETTER_BEFORE = re.compile(r"([A-Za-z]+)[-‑/]$")
# Words that may be joined to a number by a hyphen before it.
JOINED = frozenset(
    ["magnitude", "mag", "mid", "near", "nearly", "about", "sub", "over", "plus", "to", "or", "and", "almost"]
)


def read_draft(page: Page, numeral: Numeral) -> Draft | None:
    """Read one number.

    Returns:
        A draft; with `form` '' when nothing beside the number names a unit (a range, a list or the words before
        may still give one); None when the number is no quantity.
    """
    text = page.text
    if _is_joined(text, numeral) or PER_BEFORE.search(text, max(0, numeral.start - PER_REACH), numeral.start):
        return None
    if text[numeral.end : numeral.end + 2] in ("'s", "’s") or _is_ordinal(text, numeral) or _is_mark(text, numeral):
        return None
    unit = AND_PART_BEFORE.search(text, max(0, numeral.start - 30), numeral.start)
    if numeral.form == "fraction" and unit and find_unit(unit[1], 0) is not None:
        return None  # "a week and a half" is one and a half weeks
    draft = _open(page, numeral)
    for read in READERS:
        outcome = read(page, draft)
        if outcome is not None:
            return draft if outcome else None
    return draft


def is_bare_number(draft: Draft, text: str) -> bool:
    """Tell whether a number without a unit still states a figure: the level of an index, or all there is.

    Any other counts something that the sentence doesn't name ("printed 100 million").
    """
    n = draft.numeral
    printed = text[n.start : n.end]
    if text.strip() == printed:
        return n.form != "vague"
    exact = n.form == "digits" and n.scale == 1 and ("," in printed or "." in printed)
    before = SENTENCE_END.split(text[max(0, n.start - LEVEL_REACH) : n.start])[-1]
    words = re.findall(r"[a-z&]+", before.lower())
    return exact and not read_words("level_nouns.txt").isdisjoint([*words, *map(" ".join, pairwise(words))])


def _open(page: Page, numeral: Numeral) -> Draft:
    text = page.text
    printed = text[numeral.start + len(numeral.mark) : numeral.end]
    word = re.search(r"[\d½¼¾⅓⅔⅛⅜⅝⅞.]|[A-Za-z]{2}", printed)
    first = numeral.start + len(numeral.mark) + (word.start() if word else 0)
    start = first if numeral.form == "digits" and not numeral.mark else numeral.start
    draft = Draft(
        start,
        numeral.end,
        numeral.number,
        numeral.high,
        "",
        numeral.bound,
        "",
        -1,
        page.token_at(first),
        numeral.step,
    )
    draft.numeral = numeral
    draft.hedge = find_hedge_before(text, numeral.start)
    after = find_hedge_after(text, numeral.end) if numeral.loose == 1 else None
    if (after is not None and after.words[0] != "+") or (after is not None and text[numeral.end] == "+"):
        draft.end = after.place
        _tighten(draft, after.bound)
    return draft


def _tighten(draft: Draft, bound: str) -> None:
    """Take the bound that the words after a number state."""
    if draft.high is None and (draft.bound == "exact" or bound != "about"):
        draft.bound = bound


def _is_ordinal(text: str, numeral: Numeral) -> bool:
    """Tell whether words go on to an ordinal: "the twenty-first century", but not "a twenty-second pause"."""
    match = ORDINAL_AFTER.match(text, numeral.end)
    if match is None or numeral.form != "words" or not TENS_END.search(text, numeral.start, numeral.end):
        return False
    timed = ARTICLE_BEFORE.search(text, max(0, numeral.start - 4), numeral.start)
    return match.group(1).lower() != "second" or timed is None


def _is_mark(text: str, numeral: Numeral) -> bool:
    """Tell "scores" of a test or a game from the number, of which something is said or that something befalls."""
    start, end = numeral.start, numeral.end
    if text[start:end].lower() != "scores" or OF_OR_MORE.match(text, end):
        return False
    return not (meets_fate(text, end) or follows_act(text, start))


def _is_joined(text: str, numeral: Numeral) -> bool:
    """Tell whether a hyphen or slash makes the number part of a word ("CN-235", "top-five")."""
    if numeral.mark or numeral.start < 2 or text[numeral.start - 1] not in "-‑/":
        return False
    before = LETTER_BEFORE.search(text, max(0, numeral.start - 20), numeral.start)
    if before is None:
        return False
    if text[numeral.start - 1] == "/":
        return find_unit(text, numeral.end) is None and find_unit(text, numeral.end + 1) is None
    return before.group(1).lower() not in JOINED and not find_numerals(before.group(1))
