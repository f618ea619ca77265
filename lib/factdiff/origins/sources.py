"""Sources: whom an article credits and cites, and whose text a run of copies is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from factdiff.claims.quotemarks import find_quote_spans
from factdiff.house import House
from factdiff.lexicon import canonical_name, find_outlet, name_outlet
from factdiff.origins.copies import WORD, body_blocks, clip

CHAIN = " > "

MIN_RUN_OUTLETS = 3  # that print one text, before the agency that "told AFP" names counts as its source
MIN_QUOTE_WORDS = 6  # for a quotation to be recognised
CREDIT_LENGTH = 60  # characters of a line that only gives credit
CREDIT_BLOCKS = (8, 5)  # from the top and from the end of a page

_DATELINE = re.compile(r"^.{0,60}?\(([^()]{2,40})\)\s*[-–—:]|^.{0,40}?[-–—]\s*\(([^()]{2,40})\)")
_CREDIT = re.compile(r"^(?:(?:source|by|from|via|agency|credit)\b[:\s]*)?([^,:|(]+)", re.IGNORECASE)
_CUT_DATELINE = re.compile(r"[^()]{0,60}\(([^()]{2,40})\)[^()]{0,20}[-–—:|]")  # a line cut off its paragraph
_INFORMATION = re.compile(
    r"[(\[]?(?:with\s)?(?:(?:information|report(?:ing|s)?|material|source|story|article|text|courtesy|credit|via)"
    r"(?:\s(?:from|by|of|courtesy of))?|(?:this (?:story|article|report) (?:was )?)?(?:originally |first )"
    r"(?:published|appeared|reported)(?:\s(?:by|in|on|at))?)\s*[:\s]\s*(.+?)[.)\]]*",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"[-–—(/]\s*([A-Z][\w .-]{1,40}?)\)?\s*$")

Quotes = dict[tuple[int, int], str]  # an article's longer quotations: spans, and words in a plain form
Named = Mapping[str, frozenset[str]]  # the outlets that each article names in full


class Credit(NamedTuple):
    """An agency that an article gives as its source, and the words that say so."""

    agency: str
    evidence: str


class Citation(NamedTuple):
    """A claim that came through other outlets, outermost first."""

    start: int
    end: int
    outlets: tuple[str, ...]


Citations = Mapping[str, list[Citation]]


def _agency(name: str) -> str:
    found = find_outlet(name.strip())
    return found.name if found and found.kind == "agency" else ""


def upstream_outlets(chain: str, own: str, named: frozenset[str], house: House) -> list[str]:
    """Return the outlets in a chain other than the article's own, outermost first."""
    found = [_name_voice(voice, own, named, house) for voice in chain.split(CHAIN) if voice]
    return [outlet for outlet in found if outlet and outlet != own]


def _name_voice(voice: str, own: str, named: frozenset[str], house: House) -> str:
    found = house.find(voice) or house.find_short(voice, {own, *named})
    return found or ("" if house.is_shared(voice) else name_outlet(voice, named=named))


def read_citations(
    claims: pd.DataFrame, own: Mapping[str, str], named: Named, house: House
) -> dict[str, list[Citation]]:
    """Return the citations of each article in use, in reading order."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    rows = claims[claims["speakers"].ne("") & claims["article_id"].isin(list(own))]
    for row in rows.sort_values(["article_id", "start", "end"], kind="stable").itertuples():
        if outlets := upstream_outlets(row.speakers, own[row.article_id], named[row.article_id], house):
            cited[row.article_id].append(Citation(row.start, row.end, tuple(outlets)))
    return cited


def read_credits(
    articles: pd.DataFrame, own: Mapping[str, str], texts: Mapping[str, str], sections: pd.DataFrame
) -> dict[str, Credit]:
    """Return the agency that each article is credited to, unless it is the outlet itself."""
    blocks = dict(list(sections[sections["item"] == 0].groupby("article_id", sort=False)))
    credits = {}
    for row in articles.itertuples():
        lines = _credit_lines(row.byline, texts[row.article_id], blocks.get(row.article_id))
        found = next((Credit(a, clip(line)) for name, line in lines if (a := _agency(name))), None)
        if found and found.agency != own[row.article_id] and not _is_same(found.agency, row.outlet):
            credits[row.article_id] = found
    return credits


def _is_same(agency: str, label: str) -> bool:
    """Tell whether an agency is the outlet that a page names itself."""
    return bool(label) and canonical_name(agency) == canonical_name(label)


def read_house_credits(
    own: Mapping[str, str], texts: Mapping[str, str], sections: pd.DataFrame, house: House
) -> dict[str, Credit]:
    """Return the story's other outlet that an article says its information is from, with the line that says so."""
    blocks = dict(list(sections[sections["item"] == 0].groupby("article_id", sort=False)))
    credits = {}
    for article_id in own:
        found = (_find_house(line, house) for line in _short_lines(texts[article_id], blocks.get(article_id)))
        credit = next((c for c in found if c and c.agency != own[article_id]), None)
        if credit:
            credits[article_id] = credit
    return credits


def _find_house(line: str, house: House) -> Credit | None:
    match = _INFORMATION.fullmatch(line)
    outlet = house.find(match[1]) if match else ""
    return Credit(outlet, clip(line)) if outlet else None


def _short_lines(text: str, blocks: pd.DataFrame | None) -> list[str]:
    """Return the lines at the top and end of a page that are short enough to only give credit."""
    if blocks is None:
        return []
    lines = [text[start:end].strip() for start, end in zip(blocks["start"], blocks["end"], strict=True)]
    top, bottom = CREDIT_BLOCKS
    return [line for line in lines[:top] + lines[top:][-bottom:] if len(line) <= CREDIT_LENGTH]


def _credit_lines(byline: str, text: str, blocks: pd.DataFrame | None) -> Iterator[tuple[str, str]]:
    """Yield (name, line) where a page gives credit: byline, credit lines, dateline, signature."""
    yield byline, byline
    if blocks is None:
        return
    short = _short_lines(text, blocks)
    for line in short:
        if match := _CREDIT.match(line):
            yield match[1], line
    for line in short[: CREDIT_BLOCKS[0]]:
        if match := _CUT_DATELINE.fullmatch(line):
            yield match[1], line
    lines = [text[start:end].strip() for start, end in zip(blocks["start"], blocks["end"], strict=True)]
    body = [line for line, section in zip(lines, blocks["section"], strict=True) if section == "body"]
    for line in body[:2]:
        if match := _DATELINE.match(line):
            yield match[1] or match[2], match[0]
    for line in body[-1:]:
        if match := _SIGNATURE.search(line):
            yield match[1], match[0].strip()


def source_runs(
    runs: Mapping[str, str],
    own: Mapping[str, str],
    credits: Mapping[str, Credit],
    pointers: Mapping[str, Counter[str]],
    house_credits: Mapping[str, Credit],
) -> dict[str, str]:
    """Return the outlet whose text each run is, by the run's first article.

    That is the agency that most of its articles are by or credited to; without any, the story's own outlet that
    they credit, or the one that quotations and told-to phrases point to, in a text that several outlets print;
    else the first article's outlet.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for article_id, first in runs.items():
        members[first].append(article_id)
    sources = {}
    for first, of_run in members.items():
        credited = Counter(credits[i].agency if i in credits else _agency(own[i]) for i in of_run)
        pointed = sum((pointers[i] for i in of_run), Counter()) if len(of_run) > 1 else Counter()
        del credited[""]
        housed = Counter(house_credits[i].agency for i in of_run if i in house_credits)
        sources[first] = _leader(credited) or _leader(housed) or _leader(pointed) or own[first]
    return sources


def _leader(votes: Counter[str]) -> str:
    """Return what has the most votes; '' if nothing has any, or two have as many."""
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else ""


def find_pointers(
    runs: Mapping[str, str],
    own: Mapping[str, str],
    cited: Citations,
    quotes: Mapping[str, Quotes],
    named: Named,
) -> dict[str, Counter[str]]:
    """Return the agencies that each article's own words point to as the source of its run, with votes.

    One vote where the articles of the run, in several outlets, were told things through the agency; one for
    each quotation that stands here without a word of the agency that others, outside the run, credit it to.
    """
    outlets: dict[str, set[str]] = defaultdict(set)
    for article_id, first in runs.items():
        outlets[first].add(own[article_id] or article_id)
    credited = _credit_quotes(quotes, cited)
    votes: dict[str, Counter[str]] = {}
    for article_id, first in runs.items():
        told = {x for c in cited.get(article_id, ()) for x in c.outlets if _agency(x)}
        votes[article_id] = Counter(told if len(outlets[first]) >= MIN_RUN_OUTLETS else ())
        for quote in set(quotes[article_id].values()):
            elsewhere = {x for i, x in credited[quote] if runs[i] != first}
            if len(elsewhere) == 1 and elsewhere.isdisjoint(named[article_id]):
                votes[article_id].update(elsewhere)
    return votes


def read_quotes(ids: list[str], texts: Mapping[str, str], sections: pd.DataFrame) -> dict[str, Quotes]:
    """Return each article's longer quotations: their span, and their words in a plain form."""
    blocks = body_blocks(sections)
    quotes: dict[str, Quotes] = {}
    for i in ids:
        spans = find_quote_spans(texts[i], blocks.get(i, []))
        words = {(q.start, q.end): WORD.findall(texts[i][q.start : q.end].casefold()) for q in spans}
        quotes[i] = {span: " ".join(w) for span, w in words.items() if len(w) >= MIN_QUOTE_WORDS}
    return quotes


def _credit_quotes(quotes: Mapping[str, Quotes], cited: Citations) -> dict[str, set[tuple[str, str]]]:
    """Return for each quotation the articles that credit it to an agency, each with the agency."""
    credited: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for article_id, of_article in quotes.items():
        for (start, end), quote in of_article.items():
            for c in cited.get(article_id, ()):
                if c.start < end and c.end > start and _agency(c.outlets[-1]):
                    credited[quote].add((article_id, c.outlets[-1]))
    return credited
