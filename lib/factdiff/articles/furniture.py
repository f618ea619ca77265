"""What an outlet prints around its articles, told from them line by line, by lists."""

import re
from functools import cache

from factdiff.articles.published import MONTHS, WEEKDAYS
from factdiff.lists import read_rows

_URL = re.compile(r"<?(?:https?://|www\.)\S+>?", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:written |reported |story |words |text |report |posted |published )?by:?\s+(?P<name>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NAME_WORD = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*|[A-Z0-9]\.?|@\w+|\d+)[,;:]?|[|•·–—/&-]")
_NAME_LINKS = frozenset(
    {"and", "for", "in", "at", "of", "the", "with", "from", "to", "on", "de", "van", "von", "der", "den",
     "da", "di", "del", "la", "le", "el", "al", "bin", "bint", "ibn", "dos", "du", "y", "e"}
)  # fmt: skip
_JOB = re.compile(
    r"^[^.,]*\b(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|staff|bureau|chief)\b[^.]*$",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_WORDS = re.compile(r"[^\W_]\S*")
QUOTES = "\"'“‘«„`"


def count_words(text: str) -> int:
    """Count the words of a text: runs with a letter or digit in them."""
    return len(_WORDS.findall(text))


@cache
def _patterns() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple(
        (row["section"], int(row["max_words"]), re.compile(row["pattern"], re.IGNORECASE))
        for row in read_rows("furniture.csv")
    )


@cache
def _patterns_of(words: int) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns for a block of so many words."""
    return tuple((section, pattern) for section, most, pattern in _patterns() if words <= most)


@cache
def _labels() -> dict[str, str]:
    return {row["label"].casefold(): row["kind"] for row in read_rows("related_labels.csv")}


def find_kind(text: str) -> str:
    """Tell what page furniture a block is.

    Returns:
        boilerplate or caption; inline or list for a line that announces other items; '' for anything else.
    """
    text = _SPACE.sub(" ", text).strip()
    words = count_words(text)
    if is_address(text):
        return "boilerplate"
    label = text.casefold().strip(" :.…>»|–—-*")
    if words <= 8 and label in _labels():
        return _labels()[label]
    quoted = text[:1] in QUOTES
    for section, pattern in _patterns_of(words):
        if not (quoted and section != "caption") and pattern.search(text):
            return section
    return ""


def is_address(text: str) -> bool:
    """Tell whether a line is nothing but a web address."""
    return bool(_URL.fullmatch(text.strip()))


def read_byline(text: str) -> str:
    """Return the names in a byline ("By Jane Doe and John Roe, Reuters"), '' when the line is none."""
    found = _BYLINE.fullmatch(_SPACE.sub(" ", text).strip())
    if found is None:
        return ""
    name = found["name"].rstrip(" .:|•-–—")
    words = name.split()
    if not words or len(words) > 16 or words[0].strip(",").lower() in (*WEEKDAYS, *MONTHS, "the"):
        return ""
    names, _, job = name.partition(",")
    words = names.split() if _JOB.search(job) else words
    named = all(_NAME_WORD.fullmatch(word) or word.strip(",").lower() in _NAME_LINKS for word in words)
    return name if named and words[0][:1].isalpha() and _NAME_WORD.fullmatch(words[0]) else ""
