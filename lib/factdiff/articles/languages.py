"""Which language an article or a line is in, by script and by function words."""

import re
import unicodedata
from collections import Counter
from functools import cache

from factdiff.lists import read_rows

ENGLISH = "en"
UNKNOWN = "und"

# The first word of a letter's Unicode name, for scripts that one language writes most news in.
SCRIPTS = {
    "CYRILLIC": "ru", "GREEK": "el", "HEBREW": "he", "ARABIC": "ar", "DEVANAGARI": "hi", "BENGALI": "bn",
    "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu", "GURMUKHI": "pa", "MALAYALAM": "ml", "KANNADA": "kn",
    "SINHALA": "si", "THAI": "th", "LAO": "lo", "MYANMAR": "my", "KHMER": "km", "GEORGIAN": "ka",
    "ARMENIAN": "hy", "ETHIOPIC": "am", "HANGUL": "ko",
    "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh",
}  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:\u0300|\u0301|\u0323)*")
ENOUGH = 40  # words that must hold function words if they are in a language we know
SHORT = 8  # words: below, shares say little, and one foreign word counts


@cache
def _function_words() -> dict[str, frozenset[str]]:
    rows: dict[str, set[str]] = {}
    for row in read_rows("function_words.csv"):
        rows.setdefault(row["lang"], set()).update(row["words"].split())
    return {lang: frozenset(words) for lang, words in sorted(rows.items())}


@cache
def _foreign_words() -> frozenset[str]:
    own = _function_words()
    return frozenset().union(*(own[lang] for lang in own if lang != ENGLISH)) - {"a", "o", "s", "t"}


def spot_language(text: str) -> str:
    """Return the ISO 639-1 code of the language most of `text` is in, `und` when nothing tells."""
    if script := _foreign_script(text):
        return script
    words = [word.lower() for word in _WORD.findall(text)]
    counts = Counter(words)
    hits = {lang: sum(counts[word] for word in own & counts.keys()) for lang, own in _function_words().items()}
    best = max(hits, key=lambda lang: (hits[lang], lang == ENGLISH), default=ENGLISH)
    if hits[best] <= 0.1 * len(words) and len(words) >= ENOUGH:
        return UNKNOWN
    if hits[best] == 0:
        return ENGLISH if words and all(word.isascii() for word in words) else UNKNOWN
    return best


def is_foreign(line: str) -> bool:
    """Tell whether one line or paragraph of an English page is in another language.

    A line of names is not foreign: words in lower case and letters that English doesn't have speak for it.
    """
    if _foreign_script(line):
        return True
    words = _WORD.findall(line)
    if not words:
        return False
    if len(words) >= SHORT:
        return _is_foreign_text([word.lower() for word in words])
    return _is_foreign_phrase(words)


def _is_foreign_phrase(words: list[str]) -> bool:
    own = _function_words()
    if any(word.lower() in own[ENGLISH] for word in words if len(word) > 1):
        return False
    common = [word for word in words if word.islower()]
    hits = sum(word in _foreign_words() for word in common)
    accented = sum(not word.isascii() for word in words) if common else 0
    strange = any(c > "\u00ff" for word in common for c in word)  # English borrows the accents of Latin-1
    if accented >= 0.5 * len(words) and (strange or hits):
        return True
    if len(common) == hits:  # a name: "Ludwig van der Rohe"
        return False
    return (hits > 0 and accented >= 0.25 * len(words)) or (hits > 1 and hits >= 0.3 * len(words))


def _is_foreign_text(words: list[str]) -> bool:
    """Words that English has too ("in", "die") speak for no other language; several different ones must."""
    own = _function_words()
    english = sum(word in own[ENGLISH] for word in words)
    if english >= 0.12 * len(words):
        return False
    hits = [[w for w in words if w in own[lang] and w not in own[ENGLISH] and len(w) > 1] for lang in own]
    best = max(hits, key=len)
    return len(set(best)) >= 2 and len(best) > max(english, 0.15 * len(words))


def _foreign_script(text: str) -> str:
    strange = [c for c in text if c > "\u036f" and not "\u1e00" <= c <= "\u1eff" and c.isalpha()]
    if not strange or len(strange) * 2 <= sum(map(str.isalpha, text)):
        return ""
    scripts = Counter(SCRIPTS.get(unicodedata.name(c, "").split(" ")[0], UNKNOWN) for c in strange)
    if scripts["ja"] > 0.1 * len(strange):  # Japanese is mostly Han letters too
        return "ja"
    return max(sorted(scripts), key=lambda code: scripts[code])
