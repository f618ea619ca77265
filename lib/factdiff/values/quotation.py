"""Quotations as values: whose words stand between the marks, and how two outlets' versions compare."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from factdiff.values.comparison import Comparison
from factdiff.values.spelling import spell_words

CERTAIN_WORDS = 5  # so many words but for one are the same utterance

_MARKS = re.compile(r"[“”\"«»‘’']|''|``")
_WORDS = re.compile(r"\w+(?:['’]\w+)*|(?<=\s)&(?=\s)")


def quoted_words(text: str) -> tuple[str, ...]:
    """Return the words of a quotation, lower case, without marks and punctuation."""
    if "&" in text or "İ" in text:  # which is two characters in lower case
        return tuple(_plain_word(w) for w in _WORDS.findall(text))
    return tuple(_WORDS.findall(text.lower().replace("’", "'")))


def locate_words(text: str, low: int, high: int) -> list[tuple[str, int, int]]:
    """Return the words of text[low:high] as `quoted_words` has them, each with its span in `text`."""
    return [(_plain_word(m.group()), m.start(), m.end()) for m in _WORDS.finditer(text, low, high)]


def strip_marks(text: str) -> str:
    """Return the quoted text without the marks around it and the comma that only the printer put there."""
    return _MARKS.sub(lambda m: m.group() if 0 < m.start() < len(text) - 1 else "", text.strip()).strip().rstrip(",")


def same_utterance(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Return how surely two word sequences are versions of one utterance: 0 to 1.

    The shorter one is looked for in the longer one, so that a part of a quotation matches the whole. How the words
    are spelled ("we're", "twenty") makes no difference.
    """
    if not a or not b:
        return 0.0
    short, long = sorted((spell_words(a), spell_words(b)), key=len)
    if len(short) < 3 and set(short) <= _FUNCTION:
        return 0.0
    if _contains(long, short) or "".join(short) == "".join(long):
        return 1.0
    if len(short) < 4:
        return 0.0
    return max(fuzz.partial_ratio(" ".join(short), " ".join(long)) / 100, _share_kept(short, long))


_FUNCTION = frozenset(
    ["the", "a", "an", "of", "to", "in", "and", "or", "is", "was", "i", "we", "it", "he", "she", "no", "yes"]
)


def _plain_word(word: str) -> str:
    return "and" if word == "&" else word.lower().replace("’", "'")


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    n = len(short)
    return any(long[i : i + n] == short for i in range(len(long) - n + 1))


def _share_kept(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """The share of the shorter one's words that stand in the same order somewhere in the longer one."""
    n = len(short)
    if (
        n < CERTAIN_WORDS
        or len(set(short) & set(long)) * 4 < len(set(short)) * 3
        or set(short) & set(long) <= _FUNCTION
    ):
        return 0.0
    fewest = min(Levenshtein.distance(short, long[i : i + n]) for i in range(len(long) - n + 1))
    return (n - fewest) / n


def compare_quotations(a: str, b: str) -> Comparison:
    """Compare two versions of one utterance.

    Returns:
        agree for the same words however they are spelled, compatible when one is a part of the other, contradict when
        words differ (altered_words) or only their order does (word_order).
    """
    first, second = spell_words(quoted_words(a)), spell_words(quoted_words(b))
    if first == second or "".join(first) == "".join(second):
        return Comparison("agree", "same_words")
    short, long = sorted((first, second), key=len)
    if _contains(long, short):
        return Comparison("compatible", "part_of_quote")
    if _split_part(short, long):
        return Comparison("compatible", "part_of_quote")
    return Comparison("contradict", "word_order" if _is_reordered(short, long) else "altered_words")


def _is_reordered(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the same words stand in another order in a stretch of the longer one."""
    n, wanted = len(short), sorted(short)
    return n > 1 and any(sorted(long[i : i + n]) == wanted for i in range(len(long) - n + 1))


def _split_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """An ellipsis leaves words out without altering any: `short` is then a subsequence in two long runs."""
    if len(short) < 6:
        return False
    edits = Levenshtein.editops(short, long)
    return all(e.tag == "insert" for e in edits) and len({e.src_pos for e in edits}) <= 2
