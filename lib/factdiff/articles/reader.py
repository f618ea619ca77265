"""A story folder to texts, sections and the table of its articles."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from factdiff.articles.datelines import find_dateline
from factdiff.articles.encoding import decode_text
from factdiff.articles.files import list_files, make_article_id, make_safe, read_bytes
from factdiff.articles.furniture import count_words
from factdiff.articles.html import find_charset, read_html
from factdiff.articles.inference import Clue, infer_stamps
from factdiff.articles.languages import ENGLISH, UNKNOWN, spot_language
from factdiff.articles.manifest import NAME as MANIFEST
from factdiff.articles.manifest import Source, read_manifest
from factdiff.articles.markdown import read_markdown
from factdiff.articles.metadata import Masthead, read_domain, read_masthead
from factdiff.articles.metadata import read_url as read_address
from factdiff.articles.pages import Page, read_plain
from factdiff.articles.published import Stamp, find_date, read_iso, read_lines, read_url
from factdiff.articles.sections import Part, label_page
from factdiff.errors import StoryError, UnreadableError
from factdiff.language import FURNITURE
from factdiff.tables import shape_table

HTML = (".html", ".htm")
LEAD = 3  # paragraphs that count as the lead
_HTML_START = re.compile(r"\s*<(?:!doctype html|html\b)", re.IGNORECASE)
NOT_NAMED = Source(0, "")
NO_WORDS = "there are no words in it: put the article's text into it, or delete it"
SECTION_COLUMNS = {"article_id": "str", "start": "int64", "end": "int64", "section": "str", "item": "int64"}


class Corpus(NamedTuple):
    """A story as it was read.

    Attributes:
        articles: the contract's table, a row for each file; `set_aside` says why one isn't used.
        texts: article_id to the exact text that every offset points into; articles set aside have none.
        sections: article_id, start, end, section, item; one row for each block, in reading order.
    """

    articles: pd.DataFrame
    texts: dict[str, str]
    sections: pd.DataFrame


class _Draft(NamedTuple):
    """One file on its way into the corpus; `page` is None when it is set aside, for `reason`."""

    article_id: str
    path: str
    source: Source = NOT_NAMED
    sha256: str = ""
    reason: str = ""
    lang: str = ""
    page: Page | None = None
    parts: Sequence[Part] = ()
    head: Masthead = Masthead("", "", "", "")


def read_story(folder: Path | str) -> Corpus:
    """Read the articles of a story: the .txt, .md and .html files directly in `folder`.

    A file that can't be used is listed in `articles` with its reason in `set_aside`. Nothing depends on the
    clock, on file times or on the order of files on disk.

    Args:
        folder: the story's folder; sources.csv in it may give what is known of each article.

    Raises:
        StoryError: there is no such folder, no article in it that can be used, or its manifest is wrong.
    """
    folder = Path(folder)
    paths = list_files(folder)
    drafts = _read_drafts(paths, read_manifest(folder))
    used = [draft for draft in drafts if draft.page]
    if not used:
        reasons = "; ".join(f"{draft.path}: {draft.reason}" for draft in drafts)
        raise StoryError(f"{folder}: no article in it can be used. {reasons}")
    stamps = infer_stamps({draft.article_id: _find_clue(draft) for draft in used})
    rows = [_make_row(draft, *stamps.get(draft.article_id, _manifest_stamp(draft))) for draft in drafts]
    articles = shape_table("articles", pd.DataFrame(rows))
    return Corpus(articles, {draft.article_id: draft.page.text for draft in used}, _make_sections(used))


def _read_drafts(paths: Sequence[Path], sources: Mapping[str, Source]) -> list[_Draft]:
    """Read every file, in the order of article ids; then add the rows of the manifest that have no file."""
    rows = {unicodedata.normalize("NFC", name): source for name, source in sources.items()}
    drafts = _Drafts()
    for path in paths:
        source = next((rows.pop(name) for name in _names_of(path) if name in rows), NOT_NAMED)
        drafts.add(_read_file(path, source, drafts))
    for name, source in sorted(rows.items()):
        missing = f"line {source.line} of {MANIFEST} names it, but there is no such file: add it, or delete the line"
        drafts.add(_Draft(drafts.free_id(name), MANIFEST, source, reason=missing))
    return [drafts.by_id[article_id] for article_id in sorted(drafts.by_id)]


class _Drafts:
    """The files read so far, by their id and by the digest of their bytes."""

    def __init__(self) -> None:
        self.by_id: dict[str, _Draft] = {}
        self.by_digest: dict[str, list[_Draft]] = {}

    def add(self, draft: _Draft) -> None:
        self.by_id[draft.article_id] = draft
        self.by_digest.setdefault(draft.sha256, []).append(draft)

    def free_id(self, name: str) -> str:
        """Return the id of a file name; when another file has it already, the whole name, and then a numbered one."""
        stem = make_article_id(name)
        candidates = chain((stem, make_safe(name)), (f"{stem}-{n}" for n in count(2)))
        return next(candidate for candidate in candidates if candidate not in self.by_id)


def _names_of(path: Path) -> list[str]:
    """The names by which the manifest may mean a file: its own, its stem, its id."""
    names = (path.name, path.stem, make_article_id(path.name))
    return [unicodedata.normalize("NFC", name) for name in names]


def _read_file(path: Path, source: Source, before: _Drafts) -> _Draft:
    draft = _Draft(before.free_id(path.name), make_safe(path.name), source)
    try:
        data = read_bytes(path)
        draft = draft._replace(sha256=hashlib.sha256(data).hexdigest())
        _refuse_twin(draft, make_article_id(path.name), before)
        return _read_article(draft, data, path.suffix.lower())
    except UnreadableError as error:
        return draft._replace(reason=str(error))


def _refuse_twin(draft: _Draft, article_id: str, before: _Drafts) -> None:
    if other := before.by_id.get(article_id):
        raise UnreadableError(f"same name as {other.path}: rename it if it is another article, else delete it")
    for other in before.by_digest.get(draft.sha256, ()):
        if other.page and not _differ(draft.source.outlet, other.source.outlet):
            raise UnreadableError(
                f"same bytes as {other.path}: delete it, or name the two outlets in {MANIFEST} if both published it"
            )


def _differ(outlet: str, other: str) -> bool:
    return bool(outlet and other) and outlet.casefold() != other.casefold()


def _read_article(draft: _Draft, data: bytes, suffix: str) -> _Draft:
    if not data.strip():
        raise UnreadableError("the file is empty: put the article's text into it, or delete it")
    page = _read_page(data, suffix)
    if not page.blocks:
        raise UnreadableError(NO_WORDS)
    lang = spot_language(page.text)
    if lang != ENGLISH:
        which = "in no language that can be told" if lang == UNKNOWN else f"in another language ({lang})"
        reason = f"it is {which}, and only English is analysed: add an English version, or delete it"
        return draft._replace(lang=lang, reason=reason)
    url = read_address(page, known=draft.source.url)
    known = {"title": draft.source.title, "outlet": draft.source.outlet}
    parts = label_page(
        page,
        title=known["title"] or page.meta.get("title", ""),
        outlet=known["outlet"] or page.meta.get("outlet", ""),
        domain=read_domain(url),
    )
    return draft._replace(lang=lang, page=page, parts=parts, head=read_masthead(page, parts, known=known, url=url))


def _read_page(data: bytes, suffix: str) -> Page:
    text = decode_text(data, declared=find_charset(data) if suffix in HTML else "")
    if suffix in HTML or _HTML_START.match(text):  # a page saved under another suffix is still a page
        return read_html(text)
    return read_markdown(text) if suffix == ".md" else read_plain(text)


def _manifest_stamp(draft: _Draft) -> tuple[Stamp, str]:
    stamp = read_iso(draft.source.published)
    return stamp, "manifest" if stamp.value else "unknown"


def _find_clue(draft: _Draft) -> Clue:
    """Collect what an article itself says of its time; the most trusted place that says anything counts."""
    text = draft.page.text
    lines = {
        role: [text[p.start : p.end] for p in draft.parts if p.role == role and p.item == 0]
        for role in ("date", "dateline")
    }
    domain = read_domain(draft.head.url)
    dateline = find_dateline(lines["dateline"][0] + " x") if lines["dateline"] else None
    dated = find_date(dateline.date) if dateline else None
    candidates = (
        _manifest_stamp(draft),
        (_read_meta_time(draft.page.meta.get("published", ""), domain), "metadata"),
        (read_lines(lines["date"], domain=domain), "header"),
        (dated.stamp if dated else Stamp(), "dateline"),
        (read_url(draft.head.url), "url"),
    )
    stamp, source = next(((s, where) for s, where in candidates if s.value), (Stamp(), "unknown"))
    prose, lead = _prose(draft)
    return Clue(stamp, source, prose, lead, dateline.month_day if dateline else None)


def _read_meta_time(value: str, domain: str) -> Stamp:
    stamp = read_iso(value)
    found = find_date(value, domain=domain) if value and not stamp.value else None
    return found.stamp if found else stamp


def _prose(draft: _Draft) -> tuple[str, int]:
    """The article's own headlines and paragraphs, one a line, and how much of that is its lead."""
    pieces = [
        (p.role, draft.page.text[p.start : p.end])
        for p in draft.parts
        if p.item == 0 and p.section in ("headline", "body")
    ]
    lead = 0
    seen = 0
    for role, piece in pieces:
        seen += role == "body"
        if seen > LEAD:
            break
        lead += len(piece) + 1
    return "\n".join(piece for _, piece in pieces), lead


def _make_row(draft: _Draft, stamp: Stamp, source: str) -> dict[str, object]:
    kept = [p for p in draft.parts if p.section not in FURNITURE]
    return {
        "article_id": draft.article_id,
        "path": draft.path,
        "outlet": draft.head.outlet or draft.source.outlet,
        "title": draft.head.title or draft.source.title,
        "byline": draft.head.byline,
        "published": stamp.value,
        "published_precision": stamp.precision,
        "published_from": source,
        "url": draft.head.url or draft.source.url,
        "lang": draft.lang,
        "n_words": sum(count_words(draft.page.text[p.start : p.end]) for p in kept) if draft.page else 0,
        "sha256": draft.sha256,
        "origin_id": "",
        "set_aside": draft.reason,
    }


def _make_sections(drafts: Sequence[_Draft]) -> pd.DataFrame:
    rows = [(d.article_id, p.start, p.end, p.section, p.item) for d in drafts for p in d.parts]
    return pd.DataFrame(rows, columns=list(SECTION_COLUMNS)).astype(SECTION_COLUMNS)
