"""Lines that name who publishes a page: mastheads, told from section labels, places and people."""

import re
from functools import cache

from factdiff.lists import read_rows, read_words

MAX_WORDS = 5
_LINKS = frozenset({"of", "and", "the", "&"})
_WORD = re.compile(r"[^\W_][\w.'’&-]*|&")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|says?|said)\b", re.IGNORECASE)
_ONE_WORD = re.compile(r"(?!Mac|Fitz)[A-Z][a-z]{2,}[A-Z]\w+")  # GlobalBrief, no McDonald or DeSantis
_SITE = re.compile(r"\w[\w-]*(?:\.\w[\w-]*)*\.(?:com|org|net|info|news|co\.\w\w|com\.\w\w)", re.IGNORECASE)


def is_masthead(line: str) -> bool:
    """Tell whether a line anywhere in the header is a masthead: in title case, with a word such as Gazette."""
    words = line.split()
    return (
        _is_name(line)
        and len(words) >= 2
        and not _is_generic(line)
        and bool(_parts(line) & read_words("masthead_words.txt"))
    )


def is_masthead_beside(line: str) -> bool:
    """Tell whether a line beside the date or byline is a masthead, for which its place speaks already.

    "Channel 6 News", "GlobalBrief", "The London Report", "Planet Health" are; "World News" (a section),
    "New York" (a place) and "Ann Holm" (a person) aren't.
    """
    if _SITE.fullmatch(line) or is_masthead(line):
        return True
    if not _is_name(line) or _is_generic(line):
        return False
    words = line.split()
    if len(words) == 1:
        return bool(_ONE_WORD.fullmatch(line))
    return words[0] == "The" or bool(_parts(line) & read_words("outlet_heads.txt"))


def ends_as_masthead(line: str) -> bool:
    """Tell whether a line is a masthead for its last word ("The New Valley Gazette"), as few headlines are."""
    return is_masthead(line) and line.split()[-1].casefold() in read_words("masthead_words.txt")


def _is_name(line: str) -> bool:
    """Tell whether a line is short, capitalised and without a verb or a stop at its end."""
    words = line.split()
    named = all(word[:1].isupper() or word[:1].isdigit() or word in _LINKS for word in words)
    short = 0 < len(words) <= MAX_WORDS and words[0][:1].isupper() and line[-1:] not in ".:;,!?"
    shouted = line.isupper() and len(words) > 1
    return named and short and not shouted and not _VERB.search(line) and not re.search(r"[,:;“”\"()]", line)


def _parts(line: str) -> set[str]:
    """Return the words of a line, lower case; "Post-Herald" is two."""
    return {part for word in _WORD.findall(line.casefold()) for part in (word, *word.split("-"))}


def _is_generic(line: str) -> bool:
    """Tell whether a line holds words of section labels and names of places alone; "The London Report" doesn't."""
    left = f" {' '.join(_WORD.findall(line.casefold()))} "
    for place in () if left.startswith(" the ") and left.count(" ") > 3 else _places():
        if f" {place} " in left:
            left = left.replace(f" {place} ", " ")
    words = [word for word in left.split() if word not in read_words("section_labels.txt") and not word.isdigit()]
    return not words


@cache
def _places() -> tuple[str, ...]:
    """Return the names of countries and places and their adjectives, lower case, the longest first."""
    names = {
        name.strip().casefold()
        for row in read_rows("aliases.csv")
        if row["kind"] in ("country", "place")
        for cell in (row["canonical"], row["aliases"], row["demonyms"], row["metonyms"])
        for name in cell.split("|")
    }
    return tuple(sorted(names - {""}, key=lambda name: (-len(name), name)))
