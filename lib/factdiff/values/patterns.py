"""Regular expressions made from lists of words."""

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """Write a pattern for any of `words`, the longest first; a space in one matches any white space."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"


def either_by_letter(words: Iterable[str]) -> str:
    """Write a pattern for any of `words`, grouped by their first letter: several times faster to search for."""
    listed = sorted(set(words), key=lambda w: (-len(w), w))
    letters = sorted({w[0] for w in listed})
    groups = (f"{letter}(?:{'|'.join(w[1:] for w in listed if w[0] == letter)})" for letter in letters)
    return f"(?:{'|'.join(groups)})"
