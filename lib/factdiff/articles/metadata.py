"""Who published an article, under which title and byline, and at which address."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from factdiff.articles.datelines import find_dateline, name_agency
from factdiff.articles.furniture import read_byline
from factdiff.articles.mastheads import is_masthead, is_masthead_beside
from factdiff.articles.pages import Page
from factdiff.articles.published import find_date
from factdiff.articles.sections import Part, is_outlet, split_title
from factdiff.lists import read_rows

_FULL_STORY = re.compile(
    r"\b(?:full|original|complete|entire) (?:story|article|report|text|version|post|interview) "
    r"(?:on|at|in) (.{2,40}?)\W*$",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?"
    r"((?:The )?[A-Z][\w&'’-]*(?: [A-Z&][\w&'’-]*){0,4})"
)


class Masthead(NamedTuple):
    """What the head of an article says about it; '' where it says nothing."""

    title: str
    outlet: str
    byline: str
    url: str


def read_domain(url: str) -> str:
    """Return the host name of an address without "www." and the like, '' when it has none."""
    try:
        host = urlsplit(url if "//" in url else "//" + url).hostname or ""
    except ValueError:  # a broken address names nobody
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp|edition)\.(?=[^.]+\.)", "", host.rstrip(".").lower())


@cache
def _domains() -> dict[str, str]:
    return {row["domain"]: row["outlet"] for row in read_rows("outlet_domains.csv")}


def name_domain(domain: str) -> str:
    """Return the outlet behind a host name: its own or its parent domain's, else the host name itself."""
    labels = domain.split(".")
    for start in range(len(labels) - 1):
        if found := _domains().get(".".join(labels[start:])):
            return found
    return domain


def read_url(page: Page, *, known: str = "") -> str:
    """Return the page's own address: the known one, its metadata's, or an address that is its first line."""
    own = known or page.meta.get("url", "")
    if own or not page.blocks:
        return own
    first = page.text[page.blocks[0].start : page.blocks[0].end].strip("<>")
    return first if re.fullmatch(r"https?://\S+|www\.\S+\.\S+", first, re.IGNORECASE) else ""


def read_masthead(page: Page, parts: Sequence[Part], *, known: Mapping[str, str], url: str) -> Masthead:
    """Collect title, outlet and byline, each from the most trusted place that has it.

    Args:
        page: the page.
        parts: its parts, from `label_page`.
        known: title and outlet that the manifest gives, '' where it doesn't.
        url: the page's address.
    """
    lines = {role: [page.text[p.start : p.end] for p in parts if p.role == role and p.item == 0] for role in _ROLES}
    outlet = (
        known.get("outlet", "")
        or page.meta.get("outlet", "")
        or name_domain(read_domain(url))
        or next((name for label in lines["label"] if is_outlet(name := label.split(",")[0])), "")
        or _named_after_dateline(lines)
        or _printed_outlet(lines)
        or _outlet_beside(page, parts)
        or next(filter(None, map(name_agency, lines["byline"])), "")
        or _dateline_agency(lines)
    )
    title = known.get("title") or split_title(page.meta.get("title", ""), outlet)[0] or "".join(lines["title"][:1])
    return Masthead(title, outlet, page.meta.get("byline", "") or _read_bylines(lines), url)


_CREDITS = ("date", "byline")
_ROLES = ("title", "suffix", "byline", "date", "label", "dateline", "furniture")


def _read_bylines(lines: Mapping[str, Sequence[str]]) -> str:
    names = [read_byline(line) or name_agency(line) for line in lines["byline"]]
    names += [_beside_date(line) for line in lines["date"]]
    return "; ".join(dict.fromkeys(filter(None, names)))


def _beside_date(line: str) -> str:
    """A date line may carry the byline or the agency: "AFP, Tuesday 2 Jul 2013"."""
    return next(filter(None, (read_byline(piece) or name_agency(piece) for piece in _beside(line))), "")


def _beside(line: str) -> list[str]:
    """Return what stands beside the date in its line, cut at bars, dashes and commas."""
    found = find_date(line)
    rests = [line[: found.start], line[found.end :]] if found else []
    return [piece.strip(" ,") for rest in rests for piece in re.split(r"[|•·–—,]|\s-\s", rest)]


def _named_after_dateline(lines: Mapping[str, Sequence[str]]) -> str:
    for text in lines["dateline"][:1]:
        line = find_dateline(text + " x")
        return text[line.end :].strip() if line else ""
    return ""


def _dateline_agency(lines: Mapping[str, Sequence[str]]) -> str:
    """The agency of a dateline is who wrote the article; it counts as who published it when nobody else is named."""
    for text in lines["dateline"][:1]:
        line = find_dateline(text + " x")
        return (name_agency(line.agency) or line.agency) if line else ""
    return ""


def _outlet_beside(page: Page, parts: Sequence[Part]) -> str:
    """The masthead as a line of its own beside the date or byline, or in the date line itself."""
    head = [p for p in parts if p.item == 0 and p.role in (*_CREDITS, "title", "label")]
    texts = [page.text[p.start : p.end].strip() for p in head]
    for i, part in enumerate(head):
        near = [*head[max(0, i - 1) : i], *head[i + 1 : i + 2]]
        if part.role == "label" and any(p.role in _CREDITS for p in near) and is_masthead_beside(texts[i]):
            return texts[i]
    dated = [piece for p, text in zip(head, texts, strict=True) if p.role == "date" for piece in _beside(text)]
    return next((piece for piece in dated if is_masthead_beside(piece)), "")


def _printed_outlet(lines: Mapping[str, Sequence[str]]) -> str:
    """The site's name after the title, as a line of the header, or as the furniture prints it."""
    labels = lines["label"]
    named = [text.lstrip("|–—-:»• ") for text in lines["suffix"]]
    named += [label for label in labels if is_masthead(label)]
    named += [m[1] for text in lines["furniture"] if (m := _FULL_STORY.search(text))]
    named += [m[1] for text in lines["furniture"] if (m := _COPYRIGHT.match(text)) and is_outlet(m[1])]
    named += [label for label in labels if any(_mentions(text, label) for text in lines["furniture"])]
    return named[0].rsplit("|", 1)[-1].strip() if named else ""


def _mentions(text: str, label: str) -> bool:
    return bool(re.search(rf"\b{re.escape(label)}\b", text, re.IGNORECASE))
