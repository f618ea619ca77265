"""Headlines, whose capitals say nothing of names."""

import re

TITLE_REACH = 90


def is_titled(text: str, place: int) -> bool:
    """Tell whether the words around `place` are a headline with capitals on most of them."""
    words = re.findall(r"[A-Za-z]{4,}", text[max(0, place - TITLE_REACH) : place + TITLE_REACH])
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, or a quotation, begins at character `start`."""
    return re.search(r"(?:^|[.!?:;\n\"“”‘'(—–-])\s*$", text[max(0, start - 3) : start]) is not None
