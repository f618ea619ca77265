"""Quotations as values: whose words stand between the marks, and how two outlets' versions compare."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from factdiff.values.comparison import Comparison

_MARKS = re.compile(r"[“”\"«»‘’']|''|``")
_WORDS = re.compile(r"\w+(?:['’]\w+)*")


def quoted_words(text: str) -> tuple[str, ...]:
    """Return the words of a quotation, lower case, without marks and punctuation."""
    return tuple(w.replace("’", "'") for w in _WORDS.findall(text.lower()))


def locate_words(text: str, low: int, high: int) -> list[tuple[str, int, int]]:
    """Return the words of text[low:high] as `quoted_words` has them, each with its span in `text`."""
    return [(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _WORDS.finditer(text, low, high)]


def strip_marks(text: str) -> str:
    """Return the quoted text without the marks around it and the comma that only the printer put there."""
    return _MARKS.sub(lambda m: m.group() if 0 < m.start() < len(text) - 1 else "", text.strip()).strip().rstrip(",")


def same_utterance(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Return how surely two word sequences are versions of one utterance: 0 to 1.

    The shorter one is looked for in the longer one, so that a part of a quotation matches the whole.
    """
    if not a or not b:
        return 0.0
    short, long = sorted((a, b), key=len)
    if len(short) < 3 and set(short) <= _FUNCTION:
        return 0.0
    if _contains(long, short):
        return 1.0
    if len(short) < 4:
        return 0.0
    return fuzz.partial_ratio(" ".join(short), " ".join(long)) / 100


_FUNCTION = frozenset(
    ["the", "a", "an", "of", "to", "in", "and", "or", "is", "was", "i", "we", "it", "he", "she", "no", "yes"]
)


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    n = len(short)
    return any(long[i : i + n] == short for i in range(len(long) - n + 1))


def compare_quotations(a: str, b: str) -> Comparison:
    """Compare two versions of one utterance.

    Returns:
        agree for the same words, compatible when one is a part of the other, contradict when words differ.
    """
    first, second = quoted_words(a), quoted_words(b)
    if first == second:
        return Comparison("agree", "same_words")
    short, long = sorted((first, second), key=len)
    if _contains(long, short):
        return Comparison("compatible", "part_of_quote")
    if _split_part(short, long):
        return Comparison("compatible", "part_of_quote")
    return Comparison("contradict", "altered_words")


def _split_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """An ellipsis leaves words out without altering any: `short` is then a subsequence in two long runs."""
    if len(short) < 6:
        return False
    edits = Levenshtein.editops(short, long)
    return all(e.tag == "insert" for e in edits) and len({e.src_pos for e in edits}) <= 2
