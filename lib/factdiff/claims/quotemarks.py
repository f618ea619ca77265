"""Where quotation marks open and close: curly, straight and single ones, also over several paragraphs."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class QuoteSpan(NamedTuple):
    """One stretch between quotation marks: `start` and `end` bound the words without the marks."""

    start: int
    end: int
    mark: str


# A mark with what stands before and after it decides whether it opens or closes.
_MARK = re.compile(r"“|”|\"|''|``|‘|’|'|«|»")
_OPENS_AFTER = re.compile(r"[\s(\[{—–/-]|^$")
_DOUBLE = frozenset({"“", "”", '"', "''", "``", "«", "»"})
MAX_RUN = 4  # paragraphs that one quotation may run over


def _side(text: str, start: int, end: int) -> str:
    """Tell whether the mark at start:end can open ("open"), close ("close"), or is an apostrophe ("")."""
    mark, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
    if mark in "“«" or mark == "``":
        return "open"
    if mark in "”»":
        return "close"
    word_before, word_after = before.isalnum(), after.isalnum() or (after in "$£€¥“‘\"'…[" and after != "")
    if mark in ("'", "’", "‘"):
        return _single_side(mark, word_before, word_after, before)
    if _OPENS_AFTER.match(before) and not (after == "" or after.isspace()):
        return "open"
    if after == "" or not after.isalnum():
        return "close"
    # A mark glued to words on both sides ('estimates"at least 50'): whichever is still missing.
    return "either"


def _single_side(mark: str, word_before: bool, word_after: bool, before: str) -> str:
    if mark == "‘":
        return "open" if word_after else ""
    if word_before and word_after:
        return ""
    if word_after and mark == "'" and _OPENS_AFTER.match(before):
        return "open"
    if not word_after and (word_before or (before in ".,!?…)" and before)):
        return "close"
    return ""


def _block_spans(text: str, start: int, end: int, carried: str) -> tuple[list[QuoteSpan], str]:
    """Find the spans in one block; `carried` is the mark that an earlier block left open, or ''."""
    spans: list[QuoteSpan] = []
    opened, since = carried, start
    block = text[start:end]
    for match in _MARK.finditer(block):
        at, to = match.start(), match.end()
        mark, side = match.group(), _side(block, at, to)
        if side == "either":
            side = "close" if opened in _DOUBLE and opened else "open"
        if not side:
            continue
        if not opened and side == "open":
            opened, since = mark, start + to
        elif opened and side == "open" and carried and mark in _DOUBLE and since == start and not block[:at].strip():
            since = start + to  # a paragraph that goes on with a quotation repeats its opening mark
        elif side == "close" and opened and _closes(opened, mark, block, at, to):
            spans.append(QuoteSpan(since, start + at, opened))
            opened, carried = "", ""
    if opened in _DOUBLE and opened and since < end:
        return [*spans, QuoteSpan(since, end, opened)], opened
    return spans, ""


def _closes(opened: str, mark: str, block: str, at: int, to: int) -> bool:
    """Tell whether the mark at at:to closes what `opened` opened.

    A single mark after a plural s ("companies' plans") does so only where a clause could end.
    """
    if opened in _DOUBLE or mark in _DOUBLE:
        return opened in _DOUBLE and mark in _DOUBLE
    if mark not in ("'", "’"):
        return False
    rest = block[to:]
    return block[at - 1 : at] != "s" or not rest or rest[0] in ".,;:!?)—" or not re.search(r"['’]", rest)


def find_quote_spans(text: str, blocks: Iterable[tuple[int, int]]) -> list[QuoteSpan]:
    """Find what stands between quotation marks in one article.

    A double mark left open at the end of a block runs on into the next blocks only if one of them closes it
    before opening anew; otherwise what it opened counts up to the end of its own block when the block is a
    paragraph of a longer speech, and not at all when it is a stray mark.

    Args:
        text: the article's text.
        blocks: start and end of the blocks to look at, in reading order.

    Returns:
        The spans in reading order, one per block for a quotation over several blocks, marks excluded.
    """
    found: list[QuoteSpan] = []
    carried, run, pending = "", 0, 0
    for start, end in blocks:
        if carried and (run >= MAX_RUN or not _continues(text[start:end])):
            del found[pending:]  # never closed: a stray mark, no quotation
            carried = ""
        if not carried:
            pending = len(found)
        spans, open_mark = _block_spans(text, start, end, carried)
        closed_here = [s for s in spans if not (open_mark and s.end == end)]
        if open_mark and (not carried or closed_here):
            pending, run = len(found) + len(closed_here), 0
        found.extend(spans)
        carried, run = open_mark, run + 1
    if carried:
        del found[pending:]
    return [s for s in found if text[s.start : s.end].strip()]


def _continues(block: str) -> bool:
    """Tell whether a block can go on with a quotation left open: it closes one before it opens one."""
    for match in _MARK.finditer(block):
        side = _side(block, match.start(), match.end())
        if match.group() not in _DOUBLE or not side:
            continue
        return side in ("close", "either") or not block[: match.start()].strip()
    return False
