"""Changes: which way a figure moves ("rose 35 percent", "a 3% drop"), and what it is that changes."""

import re
from functools import cache

from factdiff.lists import read_rows, read_words
from factdiff.values.counted import Page
from factdiff.values.draft import Draft

BY = re.compile(
    r"\bby\s+(?:as\s+much\s+as\s+|up\s+to\s+|more\s+than\s+|less\s+than\s+|at\s+least\s+|\w+\s+)?$",
    re.IGNORECASE,
)
EARNED = frozenset(
    [
        "raise",
        "raises",
        "raised",
        "raising",
        "lost",
        "lose",
        "loses",
        "losing",
        "loss",
        "shed",
        "boost",
        "lift",
        "lifted",
        "lifts",
        "cut",
    ]
)
SHARE_AFTER = re.compile(r"\s+of\s")
# "dropped $2,800 on a watch"
SPENT_AFTER = re.compile(r"\s+(?:for|on)\s+(?:an?|the|his|her|its|their|it|this|that|one)\b")
# Verbs of change that mean another thing, or nothing, as a noun after an amount ("a $1 billion contract")
NO_CHANGES = frozenset(
    [
        "lower",
        "higher",
        "up",
        "down",
        "contract",
        "contracts",
        "shed",
        "sheds",
        "sink",
        "sinks",
        "lost",
        "lose",
        "rose",
        "fell",
        "grew",
        "slid",
        "sank",
        "shrank",
        "risen",
        "fallen",
        "grown",
        "sunk",
        "shrunk",
    ]
)
FINITE = frozenset(
    ["have", "has", "had", "who", "that", "which", "were", "was", "are", "is", "will", "would", "could", "may"]
)
LEVELS = frozenset(["below", "just below", "well below", "above", "just above", "well above", "beyond"])
CHANGED = frozenset({"percent", "money", "number"})


def find_direction(page: Page, draft: Draft) -> None:
    """Find which way a change goes, and what changes."""
    text = page.text
    by = BY.search(text, max(0, draft.start - 30), draft.start)
    if draft.direction or not (draft.kind in CHANGED or draft.unit == "point" or by):
        return
    if by and draft.kind == "count" and _is_agent(page, draft):
        return
    draft.direction = direction_before(text, draft) or _direction_after(page, draft)
    if draft.direction == "up" and draft.kind == "percent" and SHARE_AFTER.match(text, draft.end):
        draft.direction = ""  # "gained 10% of the market"
    if draft.direction and draft.noun < 0:
        draft.noun = _changed_noun(page, draft)


def _is_agent(page: Page, draft: Draft) -> bool:
    """Tell whether those counted do what is done: "concerns raised by several senators"."""
    if draft.unit != "person" or draft.noun < 0:
        return False
    link = next((t for t in page.doc[draft.noun].ancestors if t.lower_ == "by"), None)
    return link is not None and link.head.tag_ == "VBN" and link.head.dep_ in ("acl", "relcl", "ROOT", "conj")


def direction_before(text: str, draft: Draft) -> str:
    """The direction of a word of change before the value, with nothing between that makes it a level ("to")."""
    lead = min(draft.start, draft.hedge.place) if draft.hedge else draft.start
    words = re.findall(r"[A-Za-z]+|[.;:,()]", text[max(0, lead - 50) : lead].lower())
    tail = words[-5:]
    if draft.hedge is not None and draft.hedge.words in LEVELS:
        return ""  # "dropped below 40 percent"
    if tail and tail[-1] in ("to", "at", "from", "of"):
        return ""
    for i, word in reversed(list(enumerate(tail))):
        if word in ".;:()" or word in ("to", "and", "but"):
            return ""
        if word in ("up", "down") and i and tail[i - 1] in read_words("particle_verbs.txt"):
            return ""
        if word in change_words():
            near = i == len(tail) - 1 or tail[-1] in (
                "by",
                "a",
                "another",
                "an",
                "some",
                "further",
                "only",
                "just",
            )
            if draft.kind == "money" and word.startswith("drop") and SPENT_AFTER.match(text, draft.end):
                return ""
            earned = draft.kind == "money" and word in EARNED and tail[-1] != "by"  # "raised $5m for charity"
            return change_words()[word] if near and not earned else ""
    return ""


def _direction_after(page: Page, draft: Draft) -> str:
    """The direction of a word right after the value: "3 percent higher", "a 3% drop"."""
    text = page.text
    match = re.match(r"[\s-]([a-z]+)(?:[\s-]([a-z]+))?", text[draft.end : draft.end + 30])
    if not match or draft.kind == "number":
        return ""
    first, second = match.group(1), match.group(2) or ""
    if first in FINITE:
        return ""  # "three-quarters have lost a spouse"
    if first in ("on", "in", "from", "since", "of", "for", "and", "at", "by"):
        return ""
    adverbs = {"higher": "up", "lower": "down", "up": "up", "down": "down", "more": "up", "less": "down"}
    if first in adverbs and draft.kind == "percent":
        return adverbs[first]
    nouns = _change_nouns()
    if nouns.get(first) or not second or first in change_words():
        return nouns.get(first, "")
    # "saw a $40,000 prize slip away": what the thing does is no change of the amount
    acts = page.doc[page.token_at(draft.end + match.start(2))].pos_ == "VERB"
    return "" if acts else nouns.get(second, "")


@cache
def change_words() -> dict[str, str]:
    """Words of change to their direction."""
    return {row["word"]: row["direction"] for row in read_rows("change_words.csv")}


@cache
def _change_nouns() -> dict[str, str]:
    """Those of them that may be nouns."""
    return {w: d for w, d in change_words().items() if not w.endswith(("ed", "ing")) and w not in NO_CHANGES}


def _changed_noun(page: Page, draft: Draft) -> int:
    """The subject or object of the verb of change over the value; -1 if the parse has none."""
    token = page.doc[draft.token]
    for head in [token, *list(token.ancestors)[:4]]:
        if head.pos_ in ("VERB", "AUX"):
            for dep in ("dobj", "nsubj", "nsubjpass"):
                found = next(
                    (c for c in head.children if c.dep_ == dep and c.i != token.i and c.pos_ in ("NOUN", "PROPN")),
                    None,
                )
                if found is not None and not draft.start <= found.idx < draft.end:
                    return found.i
            return -1
    return -1
