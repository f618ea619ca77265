"""Markdown to a page: front matter is metadata, marks come off the sentences, headings keep apart."""

import itertools
import re

from factdiff.articles.pages import Block, Page, join_wrapped
from factdiff.articles.published import is_date_line

# Keys of front matter that generators use, by the name we give them.
META_KEYS = {
    "title": "title", "headline": "title",
    "date": "published", "published": "published", "pubdate": "published", "publishdate": "published",
    "datepublished": "published", "published_at": "published",
    "author": "byline", "authors": "byline", "byline": "byline",
    "outlet": "outlet", "source": "outlet", "publisher": "outlet", "publication": "outlet", "site": "outlet",
    "sitename": "outlet", "site_name": "outlet",
    "url": "url", "link": "url", "permalink": "url", "canonical_url": "url", "source_url": "url",
}  # fmt: skip

_FRONT = re.compile(r"\A\s*(?P<fence>---|\+\+\+)[ ]*\n(?P<body>.*?)\n(?P=fence)[ ]*(?:\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"^(?P<key>[A-Za-z_-]+)\s*[:=]\s*(?P<value>.*?)\s*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_RULE = re.compile(r"\s{0,3}([-*_=])(\s*\1){2,}\s*")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*")
_MARK = re.compile(r"\s*(?P<mark>(?:(?:#{1,6}|>|[-*+•]|\d{1,3}[.)])\s+|>)*)")
_PICTURE = re.compile(r"\s*\[?!\[(?P<alt>[^\]]*)\]\([^)]*\)(?:\]\([^)]*\))?\s*")
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[\^[^\]]+\](?!:)"), ""),
    (re.compile(r"\[([^\]]+)\]\((?:[^()]|\([^()]*\))*\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^>\s]+)>"), r"\1"),
    (re.compile(r"</?(?:a|b|i|u|em|strong|span|sup|sub|small|br|mark|abbr)\b[^>]*>", re.IGNORECASE), ""),
    (re.compile(r"(?<![\w\\])(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w\\*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<!\\)`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)
_SOFT = re.compile(r"(?=.{50}).*[\w,;)\]*_'’”\"–-]$")
_BLOCK = re.compile(
    r"\s*(?:#{1,6}\s|By\s[A-Z]|>|[-*+•|]\s|\d{1,3}[.)]\s|\[[^\]]+\]:|!\[|```|~~~|(?:=+|-{2,}|\*{3,})\s*$)"
)
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s+\S")


def read_markdown(text: str) -> Page:
    """Read Markdown: links and emphasis come off, so that sentences parse; everything else stays as it is.

    Heading, quotation and list marks stay in the text, outside the blocks.
    """
    meta, body = _split_front_matter(text)
    lines, blocks, start = [], [], 0
    source = join_wrapped(_join_soft_breaks(_COMMENT.sub("", body))).split("\n")
    for i, line in enumerate(source):
        below = source[i + 1] if i + 1 < len(source) else ""
        line, block = _read_line(line, below)
        if block:
            blocks.append(Block(start + block.start, start + block.end, block.hint))
        lines.append(line)
        start += len(line) + 1
    return Page("\n".join(lines), tuple(blocks), meta)


def _join_soft_breaks(text: str) -> str:
    """A line break inside a paragraph is a space, unless the line is short or ends a sentence."""
    lines = text.split("\n")
    joined = lines[:1]
    for before, line in itertools.pairwise(lines):
        soft = _SOFT.search(before) and not _BLOCK.match(before) and _is_text(line)
        joined.append(" " if soft else "\n")
        joined.append(line)
    return "".join(joined)


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not _BLOCK.match(line) and not is_date_line(line)


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    front = _FRONT.match(text)
    if not front:
        return {}, text
    meta: dict[str, str] = {}
    for pair in _PAIR.finditer(front["body"]):
        key = META_KEYS.get(pair["key"].lower())
        value = pair["value"].strip().strip("[]").strip().strip("\"'")
        if key and value and key not in meta:
            meta[key] = value
    return meta, text[front.end() :]


def _read_line(line: str, below: str) -> tuple[str, Block | None]:
    """Return the line as it is kept, and its block; a picture becomes its alternative text."""
    if picture := _PICTURE.fullmatch(line):
        line = picture["alt"].strip()
        return line, _block(line, 0, "caption")
    if _RULE.fullmatch(line):
        return line, None
    if _DEFINITION.match(line):
        return line, _block(line, 0, "boilerplate")
    for pattern, plain in _INLINE:
        line = pattern.sub(plain, line)
    mark = _MARK.match(line)
    start = mark.end() if mark else 0
    marks = mark["mark"] if mark else ""
    if "#" in marks or _is_underlined(line, below):
        return line, _block(line.rstrip(" #"), start, "heading")
    if line.lstrip().startswith("|"):
        return line, _block(line, start, "caption")
    return line, _block(line, start, "item" if marks.strip("> ") else "")


def _is_underlined(line: str, below: str) -> bool:
    return bool(line.strip()) and bool(_UNDERLINE.fullmatch(below)) and len(line.split()) <= 30


def _block(line: str, start: int, hint: str) -> Block | None:
    end = len(line.rstrip())
    return Block(start, end, hint) if any(c.isalnum() for c in line[start:end]) else None
