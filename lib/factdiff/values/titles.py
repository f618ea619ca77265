"""Headlines, whose capitals say nothing of names."""

import re

TITLE_REACH = 90
QUOTED = re.compile(r"“(?P<curly>[^“”\n]{3,90})”|\"(?P<straight>[^\"\n]{3,90})\"|''(?P<twin>(?:(?!'')[^\n]){3,90})''")
MIN_TITLE = 2  # words with a capital


def is_titled(text: str, place: int) -> bool:
    """Tell whether the words around `place` are a headline with capitals on most of them."""
    words = re.findall(r"[A-Za-z]{4,}", text[max(0, place - TITLE_REACH) : place + TITLE_REACH])
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, or a quotation, begins at character `start`."""
    return re.search(r"(?:^|[.!?:;\n\"“”‘'(—–-])\s*$", text[max(0, start - 3) : start]) is not None


def in_quoted_title(text: str, place: int) -> bool:
    """Tell whether the quotation around `place` is a title: capitals on its words, none on those around it."""
    low = text.rfind("\n", 0, place) + 1
    match = next((m for m in QUOTED.finditer(text, low) if m.end() > place), None)
    if match is None or match.start() > place or match[0].rstrip("\"”'")[-1:] in ".!?,":
        return False
    words = re.findall(r"[A-Za-z][\w'’]*", match[match.lastgroup or 0])
    long = [w for w in words if len(w) > 3 or w is words[0]]
    outside = re.findall(r"\b[a-z]{4,}", text[max(low, match.start() - TITLE_REACH) : match.start()])
    outside += re.findall(r"\b[a-z]{4,}", text[match.end() : match.end() + TITLE_REACH])
    return len(long) >= MIN_TITLE and all(w[0].isupper() for w in long) and bool(outside)
