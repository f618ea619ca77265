"""A page as it is read from a file: its text, cut into blocks, and what the file says about itself."""

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

MAX_WRAP = 100  # characters; longer lines are paragraphs, not hard-wrapped ones
MIN_WRAP = 45

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•●▪◦‣·∙*+–—-]\s+|>\s?)*")
_NEW_START = re.compile(r"\s*(?:[•●▪◦‣·*>#|+-]\s|\d{1,2}[.)]\s|#+|https?://|[Bb]y\s+[A-Z]|BY\s)")
_BREAKS_OFF = re.compile(r"[\w,;)'’”\"-]\s*$")


class Block(NamedTuple):
    """One paragraph, heading or other line: a span of the text without the white space and bullet around it.

    `hint` is what the file's markup says it is: heading, caption, boilerplate, item (of a list) or nothing.
    """

    start: int
    end: int
    hint: str = ""


class Page(NamedTuple):
    """The text that offsets point into, its blocks in reading order, and the file's own metadata.

    `meta` may have title, outlet, byline, published, url; a missing key means that the file doesn't say.
    """

    text: str
    blocks: tuple[Block, ...]
    meta: Mapping[str, str] = {}


def read_plain(text: str) -> Page:
    """Read plain text: every line is a block, unless the file wraps its paragraphs at a fixed width."""
    text = join_wrapped(text)
    return Page(text, split_lines(text))


def split_lines(text: str) -> tuple[Block, ...]:
    """Cut text into one block for each line with words; a bullet stands before its block (an "item")."""
    blocks = []
    for line in _LINE.finditer(text):
        head = _BULLET.match(text, line.start(), line.end())
        start = head.end() if head else line.start()
        end = line.start() + len(line.group().rstrip())
        if any(c.isalnum() for c in text[start:end]):
            blocks.append(Block(start, end, "item" if text[line.start() : start].strip() else ""))
    return tuple(blocks)


def join_wrapped(text: str) -> str:
    """Turn the line breaks inside hard-wrapped paragraphs into spaces; other texts stay as they are.

    A line was wrapped when it stops within a sentence that the next line goes on with in lower case, or, in a
    file that does so all along, when the next line's first word would not have fitted into the file's width.
    The length never changes, so offsets stay good.
    """
    lines = text.split("\n")
    pairs = list(itertools.pairwise(lines))
    width = _wrap_width(lines, pairs)
    joined = [lines[0]]
    for before, line in pairs:
        wrapped = _goes_on(before, line) or (width > 0 and _was_wrapped(before, line, width))
        joined.append(" " if wrapped else "\n")
        joined.append(line)
    return "".join(joined)


def _wrap_width(lines: Sequence[str], pairs: Sequence[tuple[str, str]]) -> int:
    """Return the width that a file's lines are wrapped at, 0 when they aren't."""
    width = max((len(line) for line in lines if "://" not in line), default=0)
    touching = [(a, b) for a, b in pairs if a.strip() and b.strip()]
    runs_on = sum(b.lstrip()[0].islower() and len(a) > 0.6 * width and bool(_BREAKS_OFF.search(a)) for a, b in touching)
    wraps = MIN_WRAP <= width <= MAX_WRAP and runs_on >= 3 and runs_on >= 0.25 * len(touching)
    return width if wraps else 0


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line breaks off within a sentence and the next one goes on with it."""
    if not line.lstrip()[:1].islower() or len(before.rstrip()) < 50 or _NEW_START.match(line):
        return False
    return bool(_BREAKS_OFF.search(before)) and (len(line.split()) > 2 or line.rstrip().endswith("."))


def _was_wrapped(before: str, line: str, width: int) -> bool:
    if not before.strip() or not line.strip() or _NEW_START.match(line):
        return False
    return len(before.rstrip()) + 1 + len(line.split()[0]) > width
