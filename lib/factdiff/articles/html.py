"""HTML to a page: trafilatura finds the article, its metadata and its structure."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.utils import load_html

from factdiff.articles.encoding import clean_text
from factdiff.articles.pages import Block, Page
from factdiff.articles.sections import split_title
from factdiff.errors import UnreadableError

# htmldate drops dates after today; an article's date must not depend on the day it is read.
DATE_OPTIONS = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published",
    "published_time", "pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "date", "og:published_time",
    "article_date_original",
)  # fmt: skip
CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
HEADING, ITEM, CAPTION = "heading", "item", "caption"
NO_ARTICLE = (
    "trafilatura finds no article text in the HTML: save the article itself as .txt, "
    "or the page after its scripts have run"
)
LAYOUT_CELL = 40  # words; a table with a cell of more lays out the page
BREAK = "\x1e"  # stands for a line break element; white space in the source is none
_WHITE = re.compile(r"\s+")


def find_charset(data: bytes) -> str:
    """Return the encoding that an HTML file names in its head, or ''."""
    found = CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def read_html(source: str) -> Page:
    """Read an HTML page: one block for each heading, paragraph, list item, table row and caption.

    Raises:
        UnreadableError: no article is found in it.
    """
    source = re.sub(r"\A\s*<\?xml[^>]*\?>", "", source)  # lxml refuses a str that names an encoding
    tree = load_html(source)
    document = _extract(tree) if tree is not None else None
    lines = list(_walk(document.body)) if document is not None and document.body is not None else []
    if document is None or not any(hint != HEADING for _, hint in lines):
        raise UnreadableError(NO_ARTICLE)
    meta = _read_meta(document, tree)
    lines = _with_title(lines, meta.get("title", "")) + _captions(tree, lines)
    return _layout(lines, meta)


def _extract(tree: HtmlElement) -> Document | None:
    found = bare_extraction(
        _unfold_tables(deepcopy(tree)),
        include_comments=False,
        include_formatting=True,
        with_metadata=True,
        date_extraction_params=DATE_OPTIONS,
    )
    return found if isinstance(found, Document) else None


def _unfold_tables(tree: HtmlElement) -> HtmlElement:
    """Make plain divisions of tables that lay out a page: those with a cell of many words."""
    cells = [cell for cell in tree.iter("td") if len(" ".join(cell.itertext()).split()) >= LAYOUT_CELL]
    for cell in cells:
        for element in (cell, *cell.iterancestors("tr", "tbody", "table")):
            element.tag = "div"
    return tree


def _walk(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield (text, hint) for each block under trafilatura's body, in reading order."""
    for child in element:
        if child.tag in ("head", "p", "item", "row", "ab", "code"):
            hint = {"head": HEADING, "item": ITEM, "row": CAPTION}.get(child.tag, "")
            yield from ((line, hint) for line in _lines(child))
        else:
            if child.text and child.text.strip():
                yield _tidy(child.text), ""
            yield from _walk(child)
        if child.tail and child.tail.strip():
            yield _tidy(child.tail), ""


def _lines(element: etree._Element) -> Iterator[str]:
    """Yield the text of one element, cut at its line breaks; cells of a table row are joined."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append(BREAK if node.tag == "lb" else " | " if node.tag == "cell" and parts else "")
            parts.append(node.text or "")
        elif node is not element:
            parts.append(node.tail or "")
    yield from filter(None, (_tidy(line) for line in "".join(parts).split(BREAK)))


def _tidy(text: str) -> str:
    return _WHITE.sub(" ", clean_text(text)).strip(" |")


def _with_title(lines: list[tuple[str, str]], title: str) -> list[tuple[str, str]]:
    if not title or any(text == title for text, _ in lines[:3]):
        return lines
    return [(title, HEADING), *lines]


def _captions(tree: HtmlElement, lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Captions that trafilatura leaves out, to stand at the end: they belong between no two paragraphs."""
    known = {text for text, _ in lines}
    found: dict[str, None] = {}
    for element in tree.iter("figcaption"):
        text = _tidy(" ".join(element.itertext()))
        if text and text not in known:
            found[text] = None
    return [(text, CAPTION) for text in found]


def _layout(lines: list[tuple[str, str]], meta: dict[str, str]) -> Page:
    blocks, start = [], 0
    for text, hint in lines:
        blocks.append(Block(start, start + len(text), hint))
        start += len(text) + 2
    return Page("\n\n".join(text for text, _ in lines), tuple(blocks), meta)


def _read_meta(document: Document, tree: HtmlElement) -> dict[str, str]:
    found = {
        "title": document.title,
        "byline": document.author,
        "outlet": document.sitename,
        "url": document.url,
        "published": _published(tree) or document.date,
    }
    meta = {key: _tidy(value) for key, value in found.items() if value}
    outlet = meta.get("outlet", "") or split_title(_tidy(tree.findtext(".//title") or ""))[1]
    named = {"title": split_title(meta.get("title", ""), outlet)[0], "outlet": outlet}
    return meta | {key: value for key, value in named.items() if value}


def _published(tree: HtmlElement) -> str:
    """Return the publication time as linked data, a meta element or a marked time element gives it."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        if found := _dig(_parse_json(script.text or "")):
            return found
    metas = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        metas.setdefault(name, (element.get("content") or "").strip())
    for name in PUBLISHED_NAMES:
        if metas.get(name):
            return metas[name]
    times = tree.xpath("//article//time[@datetime] | //time[@datetime][@pubdate or @itemprop='datePublished']")
    return next((t.get("datetime").strip() for t in times if t.get("datetime").strip()), "")


def _parse_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # a broken block is no block
        return None


def _dig(data: Any) -> str:
    """Return the first datePublished in linked data, however it nests."""
    if isinstance(data, dict):
        own = data.get("datePublished")
        if isinstance(own, str) and own.strip():
            return own.strip()
        data = [data[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in data]
    if isinstance(data, list):
        return next(filter(None, map(_dig, data)), "")
    return ""
