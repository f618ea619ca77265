"""Clauses of an article to claims, each with its attribution chain."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from factdiff.claims.attribution import Attribution, find_attributions
from factdiff.claims.clauses import Clause, find_clauses
from factdiff.claims.modality import is_negated, read_modality
from factdiff.claims.quotemarks import QuoteSpan, find_quote_spans
from factdiff.claims.voices import Voices
from factdiff.house import House
from factdiff.language import Passage
from factdiff.lexicon import canonical_name
from factdiff.syntax import Doc, Span, Token

CHAIN = " > "
_INITIALS = re.compile(r"([A-Z])\.(?:\s?[A-Z]\.)*\s+(\S+)$")
_THAT = re.compile(r"(?:(?:and|but|or) )?that\b", re.IGNORECASE)


class Claim(NamedTuple):
    """One clause as an assertion. `start` and `end` are offsets in the article's text."""

    claim_id: str
    article_id: str
    passage: int  # index in the list of passages that was read
    sentence: int  # running number of its sentence within the article
    head: int  # token index in the passage's doc, as are `tokens`
    tokens: tuple[int, ...]
    start: int
    end: int
    section: str
    item: int
    speakers: tuple[str, ...]  # outermost first
    cue: str
    modality: str
    negated: bool
    is_cue: bool  # the clause only says who speaks ("Fauzi said")
    speaker_span: tuple[int, int]  # where the text names the innermost voice; (0, 0) if it does not
    quote: int  # index of the article's quotation that holds the clause's head, -1 outside quotations
    hops: tuple[tuple[int, int], ...] = ()  # where the text names the voices of each cue, outermost first
    office: str = ""  # the body that the innermost voice speaks for


class _Sentence(NamedTuple):
    number: int
    passage: int
    span: Span
    clauses: list[Clause]
    attributions: list[Attribution]


def find_claims(
    passages: Sequence[Passage],
    texts: Mapping[str, str],
    *,
    house: House | None = None,
    own: Mapping[str, str] | None = None,
) -> tuple[list[Claim], dict[str, list[QuoteSpan]]]:
    """Read the claims of every article.

    Args:
        passages: all passages, those of an article together and in reading order.
        texts: article_id to text.
        house: the story's own outlets, which other articles cite by names that no list has.
        own: article_id to the key of its outlet there.

    Returns:
        The claims in reading order, and the quotations of every article (article_id to spans).
    """
    claims: list[Claim] = []
    people: set[str] = set()
    offices: dict[str, str] = {}
    quotes: dict[str, list[QuoteSpan]] = {}
    indexed = enumerate(passages)
    for article_id, group in groupby(indexed, key=lambda pair: pair[1].article_id):
        members = list(group)
        blocks = [(p.start, p.start + len(p.doc.text)) for _, p in members]
        quotes[article_id] = find_quote_spans(texts[article_id], blocks)
        voices = _open_voices(texts[article_id], house, (own or {}).get(article_id, ""))
        claims += _read_article(members, voices, texts[article_id], quotes[article_id])
        people.update(voices.people)
        for name, body in voices.offices.items():
            offices.setdefault(name, body)
    named = name_people(claims, sorted(people))
    return [c._replace(office=offices.get(c.speakers[-1], "")) if c.speakers else c for c in named], quotes


def _open_voices(text: str, house: House | None, own: str) -> Voices:
    if house is None:
        return Voices()
    named = {mention.outlet for mention in house.list_mentions(text)}
    return Voices(house, frozenset({own, *named} - {""}))


def name_people(claims: Sequence[Claim], people: Sequence[str]) -> list[Claim]:
    """Give voices named by the family name, or with initials, their full name, where one person has that name.

    Args:
        claims: those of a story.
        people: full names that its articles have.
    """
    families: dict[str, set[str]] = {}
    for name in people:
        if not _INITIALS.match(name):
            families.setdefault(name.split()[-1], set()).add(name)
    full = {family: min(names) for family, names in families.items() if len({canonical_name(n) for n in names}) == 1}

    def name(voice: str) -> str:
        initials = _INITIALS.match(voice)
        found = full.get(initials[2] if initials else voice, "")
        return found if found and (not initials or found.startswith(initials[1])) else voice

    renamed = []
    for claim in claims:
        chain = tuple(map(name, claim.speakers))
        renamed.append(claim if chain == claim.speakers else claim._replace(speakers=chain))
    return renamed


def _read_article(
    members: list[tuple[int, Passage]], voices: Voices, text: str, quotes: list[QuoteSpan]
) -> list[Claim]:
    number, claims = 0, []
    for index, passage in members:
        if passage.section != "headline":  # capitals there name nobody
            voices.meet(passage.doc)
        carried: list[Attribution] = []  # cues of a sentence that the parser broke in two
        for span in passage.doc.sents:
            quoted = _holds_quote(span, passage.start, quotes)
            attributions = [*carried, *find_attributions(span, voices, quoted=quoted)]
            voices.acted(span, quoted=_quote_at(quotes, passage.start + span.root.idx) >= 0)
            carried = [a for a in attributions if max(a.content) >= span.end]
            sentence = _Sentence(number, index, span, find_clauses(span), attributions)
            claims += _read_sentence(sentence, passage, quotes, text)
            number += 1
    return _unique(_name_quoted(claims, quotes, text))


def _read_sentence(sentence: _Sentence, passage: Passage, quotes: list[QuoteSpan], text: str) -> list[Claim]:
    doc, claims = passage.doc, []
    cue_tokens = {a.token for a in sentence.attributions if a.token not in a.content}
    inside = frozenset(
        a.token for a in sentence.attributions if _quote_at(quotes, passage.start + doc[a.token].idx) >= 0
    )
    stops = [t.i for t in sentence.span if t.text == ";" and _quote_at(quotes, passage.start + t.idx) < 0]
    for clause in sentence.clauses:
        start = passage.start + doc[clause.tokens[0]].idx
        last = doc[clause.tokens[-1]]
        end = passage.start + last.idx + len(last)
        if not any(c.isalnum() for c in text[start:end]):
            continue
        reaching = [a for a in sentence.attributions if not _is_parted(doc, a.token, clause.head, stops)]
        chain = _covering(doc, clause.head, reaching, inside)
        inner = chain[-1] if chain else None
        modality = read_modality(doc[clause.head], reported=bool(chain))
        effects = [a.effect for a in chain if a.effect]
        claims.append(
            Claim(
                claim_id=f"{passage.article_id}:c{start}-{end}",
                article_id=passage.article_id,
                passage=sentence.passage,
                sentence=sentence.number,
                head=clause.head,
                tokens=clause.tokens,
                start=start,
                end=end,
                section=passage.section,
                item=passage.item,
                speakers=_join(chain),
                cue=inner.cue if inner else "",
                modality=modality if modality != "asserted" or not effects else effects[-1],
                negated=is_negated(doc[clause.head]),
                is_cue=clause.head in cue_tokens,
                speaker_span=_speaker_offsets(inner, passage) if inner else (0, 0),
                quote=_quote_at(quotes, passage.start + doc[clause.head].idx),
                hops=tuple(_speaker_offsets(a, passage) for a in chain),
            )
        )
    return claims


def _holds_quote(span: Span, shift: int, quotes: list[QuoteSpan]) -> bool:
    start, end = shift + span.start_char, shift + span.end_char
    return any(q.start < end and start < q.end for q in quotes)


def _covering(doc: Doc, head: int, attributions: list[Attribution], quoted: frozenset[int]) -> list[Attribution]:
    """Return the attributions whose content holds the clause, outermost first; `quoted` cues stand in a quotation."""
    path = [doc[head], *doc[head].ancestors]
    covering = [(depth, a) for a in attributions if (depth := _reach(path, a)) >= 0]
    found = []
    for depth, attribution in covering:
        if any(_is_aside_of(inner, attribution, doc) for _, inner in covering):
            continue
        trails = any(_is_tag_behind(attribution, other, doc) for _, other in covering)
        rank = (
            not trails,
            -depth,
            attribution.token in quoted,
            _closeness(attribution),
            _depth(doc, attribution.token),
        )
        found.append((*rank, attribution.token, attribution))
    return [a for *_, a in sorted(found, key=lambda f: f[:6])]


def _is_tag_behind(tag: Attribution, other: Attribution, doc: Doc) -> bool:
    """ "The skipper says it stalled, his brother told AFP": who speaks at the end speaks of what was said before."""
    if not other.token < min(tag.content) <= max(tag.content) < tag.token:
        return False
    verb = doc[tag.token]
    if _closeness(tag) == 2 or not any(c.dep_ in ("nsubj", "dobj") for c in verb.children):
        return False
    first = min((c.left_edge.i for c in verb.children if c.i < tag.token and c.i not in tag.content), default=verb.i)
    return "," in (doc[first].text, doc[max(first - 1, 0)].text)


def _closeness(attribution: Attribution) -> int:
    """Rank cues that cover the same clause, outermost first: one that is its verb is closer than one beside it."""
    if attribution.cue.lower() in ("citing", "quoting"):
        return 2  # whoever is cited spoke to the one who says so
    return int(attribution.token in attribution.content)


def _is_aside_of(inner: Attribution, outer: Attribution, doc: Doc) -> bool:
    """ "X demanded an inquiry into a strike that medics say killed 31": X doesn't speak in the relative clause."""
    if outer.token not in outer.content or inner == outer:
        return False
    path = [doc[inner.token], *doc[inner.token].ancestors]
    below = path[: next((n for n, t in enumerate(path) if t.i == outer.token), 0)]
    return any(t.dep_ == "relcl" for t in below)


def _is_parted(doc: Doc, cue: int, head: int, stops: list[int]) -> bool:
    """Tell whether a semicolon ends the reach of a cue before a clause; "said that ...; that ..." goes on."""
    between = [i for i in stops if min(cue, head) < i < max(cue, head)]
    return any(cue > i or not _THAT.match(doc[i + 1 : i + 3].text) for i in between)


def _reach(path: list[Token], attribution: Attribution) -> int:
    """Return how many steps up the tree a clause is from what the cue covers, or -1 when it isn't covered."""
    low, high = attribution.speaker
    for depth, token in enumerate(path):
        if token.i in attribution.content:
            if token.i == attribution.token and depth and path[depth - 1].dep_ in ("conj", "advcl", "parataxis"):
                return -1  # beside the voice's view, not in it
            return depth
        if low <= token.i < high and token.dep_ not in ("acl",):
            return -1  # "China, which claims Taiwan, demanded ...": about the voice, not by it
    return -1


def _depth(doc: Doc, i: int) -> int:
    return sum(1 for _ in doc[i].ancestors)


def _join(chain: Sequence[Attribution]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for a in chain for name in a.voices))


def _speaker_offsets(attribution: Attribution, passage: Passage) -> tuple[int, int]:
    first, last = passage.doc[attribution.speaker[0]], passage.doc[attribution.speaker[1] - 1]
    return passage.start + first.idx, passage.start + last.idx + len(last)


def _quote_at(quotes: list[QuoteSpan], offset: int) -> int:
    return next((i for i, q in enumerate(quotes) if q.start <= offset < q.end), -1)


def _name_quoted(claims: list[Claim], quotes: list[QuoteSpan], text: str) -> list[Claim]:
    """Give quoted clauses without a voice the one of their sentence, or of the quotation they go on with."""
    voiced: dict[int, Claim] = {}  # quotation -> a claim whose chain is the quotation's own
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.speakers:
            by_sentence.setdefault(claim.sentence, []).append(claim)
        if claim.quote >= 0 and claim.speakers:
            voiced.setdefault(claim.quote, claim)
    for claim in claims:
        if claim.quote >= 0 and claim.quote not in voiced and claim.sentence in by_sentence:
            voiced[claim.quote] = min(by_sentence[claim.sentence], key=lambda c: abs(c.start - claim.start))
    _spread(voiced, quotes, text)
    return [_voiced(claim, voiced.get(claim.quote)) for claim in claims]


def _voiced(claim: Claim, source: Claim | None) -> Claim:
    if claim.speakers or source is None or claim.quote < 0:
        return claim
    return claim._replace(speakers=source.speakers, cue=source.cue, speaker_span=source.speaker_span, hops=source.hops)


def _spread(voiced: dict[int, Claim], quotes: list[QuoteSpan], text: str) -> None:
    """Carry voices between neighbouring quotations: first back over a paragraph break, then onward."""
    for i in range(len(quotes) - 2, -1, -1):
        runs_on = not any(mark in text[quotes[i].end : quotes[i].end + 2] for mark in "”\"'’»")
        if i not in voiced and i + 1 in voiced and runs_on:
            voiced[i] = voiced[i + 1]
    for i in range(1, len(quotes)):
        if i not in voiced and i - 1 in voiced and _follows(quotes[i - 1], quotes[i], text):
            voiced[i] = voiced[i - 1]


def _follows(before: QuoteSpan, after: QuoteSpan, text: str) -> bool:
    """Tell whether a quotation goes on after the speaker's name: it begins the sentence after the other's."""
    between = text[before.end : after.start]
    paragraphs = between.count("\n\n")
    ends = sum(between.count(stop) for stop in (". ", ".\n", "? ", "! "))
    lead = between.rstrip(" \n“\"'‘»«`")
    return paragraphs <= 1 and ends <= 1 and (lead[-1:] in ".!?" or "\n" in between)


def _unique(claims: list[Claim]) -> list[Claim]:
    """Two clauses may cover the same span; the id of the later one then names its head too."""
    seen, unique = set(), []
    for claim in claims:
        if claim.claim_id in seen:
            claim = claim._replace(claim_id=f"{claim.claim_id}.{claim.head}")
        seen.add(claim.claim_id)
        unique.append(claim)
    return unique


def claims_table(claims: Sequence[Claim], texts: Mapping[str, str], sections: pd.DataFrame) -> pd.DataFrame:
    """Return the claims table of the contract.

    Page furniture has its rows too, without voice or modality, so that a reader can see what was left out.
    """
    rows = [_claim_row(claim, texts[claim.article_id]) for claim in claims]
    furniture = sections[sections["section"].isin(["boilerplate", "caption"])]
    for row in furniture.itertuples(index=False):
        text = texts[row.article_id][row.start : row.end]
        if text.strip():
            name = f"{row.article_id}:f{row.start}-{row.end}"
            rows.append((name, row.article_id, row.start, row.end, text, row.section, "", "", ""))
    columns = ["claim_id", "article_id", "start", "end", "text", "section", "speakers", "cue", "modality"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values(["article_id", "start", "end", "claim_id"], kind="stable").reset_index(drop=True)


def _claim_row(claim: Claim, text: str) -> tuple[str, str, int, int, str, str, str, str, str]:
    modality = "denied" if claim.negated and claim.modality == "asserted" else claim.modality
    chain, words = CHAIN.join(claim.speakers), text[claim.start : claim.end]
    return claim.claim_id, claim.article_id, claim.start, claim.end, words, claim.section, chain, claim.cue, modality
