"""Which part of a page is the article: every block gets a role, its section and the item it belongs to."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz

from factdiff.articles.datelines import find_dateline, name_agency
from factdiff.articles.furniture import QUOTES, count_words, find_kind, is_address, read_byline
from factdiff.articles.languages import is_foreign
from factdiff.articles.mastheads import ends_as_masthead
from factdiff.articles.pages import Block, Page
from factdiff.articles.published import find_date, is_date_line, is_labelled
from factdiff.lists import read_rows

# What a role is in the table contract. The roles keep apart what the metadata is read from.
SECTION_OF = {
    "title": "headline", "heading": "headline", "body": "body", "caption": "caption", "related": "related",
    "address": "boilerplate", "date": "boilerplate", "byline": "boilerplate", "label": "boilerplate",
    "suffix": "boilerplate", "dateline": "boilerplate", "repeat": "boilerplate", "furniture": "boilerplate",
    "foreign": "boilerplate", "inline": "boilerplate", "list": "boilerplate",
}  # fmt: skip

LONG = 25  # words; a line of more is a paragraph even without a full stop
HEADING = 16  # words that a heading has at most
TITLE = 4  # words that a title has at least, if there is a choice
DECK = 6  # words; below, a line under the title is a label
FULL = 20  # words; a paragraph that makes a related item complete
HEADER = 12  # blocks that may stand before an article's first paragraph

_FULL_STOP = re.compile(r"[.!?…] ?['\"”’»)\]*]*(?:\s?\[\d+\])*(?:\s?[■□▪◼◾●►▶♦#])?$")
_OPEN_END = re.compile(r"[:;,—–-]['\"”’»)\]]*$")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|said|says)\b")
_CAPTION_LABEL = re.compile(r"(?:image|photo|picture|media|video|figure) (?:source|caption|credit)[,:]?", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?P<mark>\||–|—|-|::|»|•)\s+(?P<site>[^|]{2,60}?(?:\s+\|\s+[^|]{2,60})*)$")


class Part(NamedTuple):
    """A span of a page with its role (a key of SECTION_OF) and item: 0 is the article."""

    start: int
    end: int
    role: str
    item: int

    @property
    def section(self) -> str:
        """The section of the table contract."""
        return SECTION_OF[self.role]


def label_page(page: Page, *, title: str = "", outlet: str = "", domain: str = "") -> list[Part]:
    """Give every block of a page its role and item, in reading order.

    Args:
        page: the page.
        title: the article's title, if the manifest or the page's metadata gives it.
        outlet: likewise its outlet; it is cut off the end of the title line.
        domain: the host name of the page, which some dates need.
    """
    sheet = _Sheet(page, domain)
    sheet.mark_furniture()
    sheet.mark_header(title)
    sheet.mark_repeats()
    sheet.mark_rest()
    sheet.mark_items()
    sheet.openings = sheet.find("body")[:2]
    return [part for i in range(len(sheet.texts)) for part in _cut(sheet, i, outlet)]


def split_title(title: str, outlet: str = "") -> tuple[str, str]:
    """Split the site's name off a page title: ("Bridge collapses", "Quick Digest"); '' when there is none.

    Behind a bar any short name is one; behind a dash only the outlet's own or a known one.
    """
    found = _SUFFIX.search(title)
    if not found or count_words(title[: found.start()]) < 2:
        return title, ""
    site = found["site"].strip()
    sure = found["mark"] in ("|", "::", "»") and all(count_words(part) <= 4 for part in site.split("|"))
    if sure or is_outlet(site) or (outlet and site.casefold() == outlet.casefold()):
        return title[: found.start()], site.rsplit("|", 1)[-1].strip()
    return title, ""


@cache
def _outlets() -> frozenset[str]:
    names = {row["outlet"].casefold() for row in read_rows("outlet_domains.csv")}
    return frozenset(names | {name.removeprefix("the ") for name in names} | {f"the {name}" for name in names})


def is_outlet(text: str) -> bool:
    """Tell whether a line is the name of an outlet or news agency that the lists know."""
    return text.strip().casefold() in _outlets() or bool(name_agency(text))


def is_sentence(text: str) -> bool:
    """Tell whether a block is running text: it ends as a sentence does, or is too long for anything else."""
    words = count_words(text)
    if text.endswith("?") and words <= 10 and not any(q in text for q in QUOTES[:1] + "“«"):
        return False  # a question as a heading
    if _FULL_STOP.search(text):
        return words >= 2
    return words >= LONG or (words >= 8 and bool(_OPEN_END.search(text)))


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", split_title(text)[0]).strip().casefold()


class _Sheet:
    """The blocks of one page while their roles are being found; `roles` ends with keys of SECTION_OF only."""

    def __init__(self, page: Page, domain: str) -> None:
        self.page, self.domain = page, domain
        self.blocks: Sequence[Block] = page.blocks
        self.texts = [page.text[b.start : b.end] for b in page.blocks]
        self.words = [count_words(text) for text in self.texts]
        self.roles = [""] * len(self.texts)
        self.items = [0] * len(self.texts)
        self.title = -1  # place of the title's block
        self.head = 0  # place of the first block after the header
        self.openings: list[int] = []  # places of the paragraphs that may have a dateline

    def find(self, *roles: str) -> list[int]:
        """Return the places of the blocks that have one of these roles."""
        return [i for i, role in enumerate(self.roles) if role in roles]

    def mark_furniture(self) -> None:
        """Roles that a block's own words give: furniture, caption, foreign, sentence or (plain) line."""
        for i, (block, text) in enumerate(zip(self.blocks, self.texts, strict=True)):
            self.roles[i] = self._first_role(block, text, i)
            if i and _CAPTION_LABEL.fullmatch(self.texts[i - 1]):
                self.roles[i] = "caption"

    def _first_role(self, block: Block, text: str, place: int) -> str:
        if is_address(text):
            return "address"
        if block.hint in ("caption", "boilerplate"):
            return "caption" if block.hint == "caption" else "furniture"
        kind = find_kind(text)
        if kind and not (block.hint == "heading" and place == 0):
            return "furniture" if kind == "boilerplate" else kind
        if is_foreign(text):
            return "foreign"
        if block.hint == "heading":
            return "line"
        if is_sentence(text):  # "Published: 15 June 2025, 7:02 a.m." ends in a stop, but is no sentence
            return "line" if self.words[place] <= HEADING and is_labelled(text) and self._is_date(place) else "sentence"
        return "sentence" if block.hint == "item" else "line"

    def mark_header(self, title: str) -> None:
        """The blocks before the article's first paragraph: title, byline, date lines and labels."""
        self.head = self._header_end()
        for i in range(self.head):
            if self.roles[i] in ("line", "sentence", "furniture"):
                self.roles[i] = self._header_role(i) or self.roles[i]
        for i in range(self.head, len(self.texts)):
            if self.roles[i] == "line" and is_labelled(self.texts[i]) and self._is_date(i):
                self.roles[i] = "date"
        self.title = self._choose_title(title)
        if self.title >= 0:
            self.roles[self.title] = "title"
        for i in range(self.head):
            if self.roles[i] == "line":
                deck = i > self.title >= 0 and self.words[i] >= DECK
                self.roles[i] = "heading" if deck or self.blocks[i].hint == "heading" else "label"

    def _is_date(self, i: int) -> bool:
        return is_date_line(self.texts[i], domain=self.domain)

    def _header_role(self, i: int) -> str:
        if self.roles[i] == "sentence" and self.words[i] > 16:
            return ""
        if self._is_date(i):
            return "date"
        if read_byline(self.texts[i]) or name_agency(self.texts[i]):
            return "byline"
        return "label" if self.roles[i] == "line" and is_outlet(self.texts[i]) else ""

    def _header_end(self) -> int:
        """Return the place of the first paragraph; a byline or date just below one pulls the header down."""
        prose = [i for i, role in enumerate(self.roles) if role == "sentence" and self.words[i] >= TITLE]
        end = prose[0] if prose else len(self.texts)
        for i in range(end + 1, min(end + 4, len(self.texts))):
            above = [p for p in prose if p < i]
            if len(above) > 2 or any(self.words[p] > 40 for p in above):
                break
            if self.words[i] <= 18 and (read_byline(self.texts[i]) or self._dates_page(i, prose[0])):
                end = i + 1
        return end

    def _dates_page(self, i: int, first: int) -> bool:
        """A date below the first paragraph is the page's own if it says so, or if no other one follows."""
        if not self._is_date(i):
            return False
        near = range(first, min(first + HEADER, len(self.texts)))
        dated = [find_date(self.texts[j], domain=self.domain) for j in near if self._is_date(j)]
        return is_labelled(self.texts[i]) or len({found.day for found in dated if found}) == 1

    def _choose_title(self, known: str) -> int:
        """Return the place of the title: the known one, a marked heading, the first line long enough; -1 for none."""
        place = self._find_known(known) if known else -1
        if place >= 0:
            return place
        lines = [i for i in range(self.head) if self.roles[i] == "line"]
        marked = [i for i in lines if self.blocks[i].hint == "heading"]
        asking = [i for i in lines if self.words[i] >= TITLE and not self._is_kicker(i)]
        if not marked and len(asking) > 1 and ends_as_masthead(self.texts[asking[0]]):
            return asking[1]  # "The New Valley Gazette" above the title
        if marked or asking:
            return (marked or asking)[0]
        below = [i for i in range(self.head) if self.roles[i] == "sentence" and self.words[i] <= LONG]
        if below and self.head < len(self.texts) and below[0] == min(self._unfurnished(), default=-1):
            return below[0]  # a title with a full stop: it stands first, above the byline or date
        return next((i for i in lines if self.words[i] >= 2), -1) if self.head < len(self.texts) else -1

    def _find_known(self, title: str) -> int:
        lines = [i for i in range(self.head) if self.roles[i] in ("line", "sentence", "furniture")]
        likeness = {i: fuzz.ratio(_key(title), _key(self.texts[i])) for i in lines}
        best = max(lines, key=lambda i: (likeness[i], -i), default=-1)
        return best if best >= 0 and likeness[best] >= 80 else -1

    def _is_kicker(self, i: int) -> bool:
        return self.texts[i].isupper() and self.words[i] <= TITLE

    def _unfurnished(self) -> list[int]:
        return [
            i
            for i in range(self.head)
            if self.roles[i] not in ("address", "date", "byline", "label", "furniture", "caption", "foreign")
        ]

    def mark_repeats(self) -> None:
        """A block that says again, word for word, what stands above adds nothing (a title printed twice)."""
        seen: set[str] = set()
        if self.title >= 0:
            seen.add(_key(self.texts[self.title]))
        for i, text in enumerate(self.texts):
            key = _key(text)
            if i == self.title or self.roles[i] not in ("line", "label", "heading", "sentence"):
                continue
            if key in seen and self.words[i] >= 2:
                self.roles[i] = "repeat"
            elif self.words[i] >= TITLE:
                seen.add(key)

    def mark_rest(self) -> None:
        """Below the header: paragraphs are body, short lines between them headings, after them furniture."""
        last = max(self.find("sentence"), default=-1)
        tail = [i for i in self.find("line") if i > last >= 0]
        for i, role in enumerate(self.roles):
            if role == "sentence":
                self.roles[i] = "body"
            elif role == "line":
                self.roles[i] = self._line_role(i)
        self._mark_tail(last, tail)

    def _line_role(self, i: int) -> str:
        text = self.texts[i]
        if is_outlet(text):
            return "furniture"
        leads_on = text[:1].islower() or text.endswith(":")
        return "body" if self.words[i] > HEADING or leads_on or self._is_listed(i) else "heading"

    def _mark_tail(self, last: int, tail: list[int]) -> None:
        """No heading can follow the last paragraph; a statement right after it may lack its full stop."""
        announced = min((i for i in self.find("inline", "list") if i > last), default=len(self.texts))
        for i in tail:
            if self.words[i] > (TITLE if self.texts[i][:1].islower() else HEADING):
                continue
            states = i == last + 1 and self.words[i] >= TITLE and _VERB.search(self.texts[i])
            if i > announced and self.words[i] >= TITLE:
                self.roles[i] = "heading"
            else:
                self.roles[i] = "body" if states and tail == [i] else "furniture"

    def _is_listed(self, i: int) -> bool:
        """Short lines under a line that ends in a colon are its list: names, charges, figures."""
        above = i - 1
        while above >= self.head and self.roles[above] == "body" and not self.texts[above].endswith(":"):
            if is_sentence(self.texts[above]):
                return False
            above -= 1
        return above >= self.head and self.roles[above] == "body"

    def mark_items(self) -> None:
        """Keep the article apart from other items on the page: links to them, their teasers, their texts."""
        prose = self.find("body")
        inside = range(prose[1] + 1, prose[-1]) if len(prose) > 1 else range(0)
        parting = self._find_parting()
        place = self.head
        while place < len(self.texts):
            kind = self._separator(place, inside, parting)
            stop = self._item_end(place, kind, prose) if kind else place
            if stop > place:
                self._mark_related(place, stop)
            place = max(stop, place + 1)

    def _separator(self, i: int, inside: range, parting: Set[str]) -> str:
        """Return what block `i` is the first of: a box of links (inline), other items (list, item), or nothing."""
        role = self.roles[i]
        if role in ("inline", "list"):
            return role
        parts = (role == "foreign" and self.texts[i] in parting) or (role == "heading" and self._begins_anew(i))
        return "item" if i in inside and parts else ""

    def _find_parting(self) -> Set[str]:
        """Lines in the site's own language part its items when they return, or when there are several."""
        lines = [self.texts[i] for i in self.find("foreign") if self.words[i] <= 12]
        counts = Counter(line for line in lines if not _FULL_STOP.search(line))
        parts = counts.total() >= 3 or max(counts.values(), default=0) >= 2
        return counts.keys() if parts else set()

    def _begins_anew(self, i: int) -> bool:
        """A headline with a byline, a dated line or a dateline below starts another report."""
        if self.words[i] < TITLE or i + 1 >= len(self.texts):
            return False
        below = self.texts[i + 1]
        if read_byline(below) or (is_labelled(below) and self._is_date(i + 1)):
            return True
        line = find_dateline(below) if self.roles[i + 1] == "body" else None
        return line is not None and bool(line.agency or line.date)

    def _item_end(self, i: int, kind: str, prose: Sequence[int]) -> int:
        """Return the place where the article resumes after a separator: the end of the page if it doesn't."""
        n = len(self.texts)
        if kind == "item":
            return n
        links = self._next(i + 1, "body", "inline", "list")
        if kind == "inline":
            return links
        below = self._next(links, "heading", "inline", "list", "foreign")
        n_links = self.roles[i + 1 : links].count("heading")
        paragraphs = self.roles[links:below].count("body")
        first = len(prose) < 2 or i < prose[1]  # a box above the article's second paragraph
        resumes = first or (n_links >= 2 and paragraphs >= 2) or (n_links >= 1 and paragraphs >= 4)
        return links if resumes else n

    def _next(self, start: int, *roles: str) -> int:
        """Return the place of the next block with one of these roles, or the end of the page."""
        return next((i for i in range(start, len(self.texts)) if self.roles[i] in roles), len(self.texts))

    def _mark_related(self, start: int, stop: int) -> None:
        """Number the items between two places; a headline or separator opens one after a full one."""
        if not any(self.roles[i] in ("body", "heading") for i in range(start, stop)):
            return
        item = max(self.items) + 1
        counts = Counter(self.texts[start:stop])
        headed = full = pending = False
        for i in range(start, stop):
            role = self.roles[i]
            if role in ("body", "heading") and self._is_credit(i):
                self.roles[i] = "furniture"
            elif role in ("body", "heading"):
                if (full and (pending or role == "heading")) or (headed and role == "heading"):
                    item, headed, full = item + 1, False, False
                headed, full, pending = headed or role == "heading", full or self.words[i] >= FULL, False
                self.roles[i] = "related"
            elif role in ("foreign", "inline", "list", "repeat") or counts[self.texts[i]] > 1:
                pending = True
            self.items[i] = item

    def _is_credit(self, i: int) -> bool:
        short = self.words[i] <= 16
        return bool(read_byline(self.texts[i])) or (short and self._is_date(i))


def _cut(sheet: _Sheet, i: int, outlet: str) -> list[Part]:
    """Return the parts of block `i`: a title without the site's name, a paragraph without its dateline."""
    block, role, item, text = sheet.blocks[i], sheet.roles[i], sheet.items[i], sheet.texts[i]
    whole = Part(block.start, block.end, role, item)
    if role == "title":
        head, site = split_title(text, outlet)
        if site:
            cut = block.start + len(head)
            rest = cut + len(text) - len(head) - len(text[len(head) :].lstrip())
            return [Part(block.start, cut, role, item), Part(rest, block.end, "suffix", item)]
    opens = role == "related" or (role == "body" and i in sheet.openings)
    line = find_dateline(text) if opens else None
    if line and not _is_speaker(sheet, text[: line.end]):
        end = line.end + _named_after(sheet, text[line.end :])
        cut = block.start + len(text[:end].rstrip())
        return [Part(block.start, cut, "dateline", item), Part(block.start + end, block.end, role, item)]
    return [whole]


def _is_speaker(sheet: _Sheet, mark: str) -> bool:
    """In a transcript, "THE PRESIDENT:" returns; a place with a colon doesn't."""
    return mark.rstrip().endswith(":") and sum(text.startswith(mark) for text in sheet.texts) > 1


def _named_after(sheet: _Sheet, text: str) -> int:
    """Some outlets print their name once more after the dateline's dash; return its length there."""
    labels = {sheet.texts[i] for i in sheet.find("label")}
    for label in sorted(labels, key=len, reverse=True):
        if text.startswith(label + " ") and text[len(label) + 1 :][:1].isupper():
            return len(label) + 1
    return 0
