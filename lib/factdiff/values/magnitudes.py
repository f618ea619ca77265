"""Magnitudes of earthquakes and categories of storms."""

import re

from factdiff.lists import read_words
from factdiff.values.counted import Page, find_head
from factdiff.values.draft import NEAR, Draft, set_unit
from factdiff.values.hedges import find_hedge_before
from factdiff.values.numerals import Numeral
from factdiff.values.units import unit_of_noun

MAGNITUDE_BEFORE = re.compile(r"(?:\bmagnitude(?:\s+(?:of|was|at|is)|,)?[\s‑-]+|(?<!\w)M\s?w?)$", re.IGNORECASE)
MAGNITUDE_AFTER = re.compile(
    r"[\s‑-]magnitude\b|\s+on\s+the\s+(?:open[\s-]ended\s+)?(?:Richter|moment)\b|-Richter\b", re.IGNORECASE
)
QUAKE_AFTER = re.compile(r"[\s-](?:strong\s|powerful\s|shallow\s|undersea\s)?([A-Za-z]+)\b")
CATEGORY_BEFORE = re.compile(r"\b[Cc]ategory[\s-]$")


def read_magnitude(page: Page, draft: Draft) -> bool | None:
    """ "magnitude 6.1", "6.1-magnitude", "7.2 on the Richter scale", "a 6.1 quake"; "Category 4 hurricane"."""
    n, text = draft.numeral, page.text
    if n.form not in ("digits", "words") or n.scale != 1 or n.number > 12:
        return None
    lead = draft.hedge.place if draft.hedge else n.start
    if CATEGORY_BEFORE.search(text, max(0, n.start - 12), n.start):
        storm = _storm_near(text, n.end)
        return storm and set_unit(
            draft, "category", "magnitude", n.end, noun=find_head(page.doc, page.token_from(n.end))
        )
    before = MAGNITUDE_BEFORE.search(text, max(0, lead - NEAR), lead)
    after = MAGNITUDE_AFTER.match(text, n.end)
    if not (before or after or _precedes_quake(text, n)):
        return None
    if before:
        draft.start = before.start()
        draft.hedge = draft.hedge or find_hedge_before(text, draft.start)
    end = after.end() if after and after.group().lower().endswith("magnitude") else n.end
    return set_unit(
        draft,
        "magnitude",
        "magnitude",
        end,
        noun=_quake_of(page, draft, end, scaled=after is not None and end == n.end),
    )


def _precedes_quake(text: str, n: Numeral) -> bool:
    """Tell whether a number with a decimal stands before a quake ("a 6.1 quake")."""
    quake = QUAKE_AFTER.match(text, n.end) if "." in text[n.start : n.end] else None
    return quake is not None and quake.group(1).lower() in read_words("quake_nouns.txt")


def _quake_of(page: Page, draft: Draft, end: int, *, scaled: bool) -> int:
    """The quake that has the magnitude: the noun after it or, as in "7.2 on the Richter scale", the last one before."""
    head = -1 if scaled else find_head(page.doc, page.token_from(end))
    if head >= 0:
        return head
    before = page.doc[max(0, draft.token - 15) : draft.token]
    return next(
        (
            t.i
            for t in reversed(before)
            if unit_of_noun(t.text) == "earthquake" or t.lower_ in read_words("quake_nouns.txt")
        ),
        -1,
    )


def _storm_near(text: str, end: int) -> bool:
    """Tell whether the category is that of a storm, so that it measures one."""
    words = re.findall(r"[A-Za-z]+", text[max(0, end - 2 * NEAR) : end + NEAR].lower())
    return not read_words("storm_nouns.txt").isdisjoint(words)
