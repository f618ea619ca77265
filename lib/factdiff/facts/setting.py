"""What the alignment of one story works on: its passages with their terms, frames and time."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from factdiff.claims import Claim
from factdiff.facts.frames import Frame, build_frame, terms_of
from factdiff.facts.weights import Weights
from factdiff.language import Passage
from factdiff.tables import MAX_EVIDENCE
from factdiff.values.mention import Mention

BACKGROUND_DAYS = 60  # an event this long before its article is background, not the story


class Site(NamedTuple):
    """A value or a clause in its setting, ready to be compared with others."""

    article_id: str
    claim: int
    frame: Frame
    vector: Mapping[str, float]  # the frame's terms, weighed
    sentence: Mapping[str, float]  # the weighed terms of the whole sentence
    when: tuple[str, str]  # the days the sentence dates its matter to, ('', '') if it does not


class Setting:
    """Passages, claims and mentions of one story, with what several of the aligners ask of them."""

    def __init__(
        self,
        passages: Sequence[Passage],
        claims: Sequence[Claim],
        mentions: Sequence[Mention],
        texts: Mapping[str, str],
        published: Mapping[str, tuple[str, str]],
    ) -> None:
        self.passages, self.claims, self.mentions = passages, claims, mentions
        self.texts, self.published = texts, published
        self.terms = [terms_of(p.doc) for p in passages]
        self.weights = Weights(self._terms_by_article())
        self.sentences = self._sentence_vectors()
        self._dates = self._dates_by_sentence()
        self._cues: dict[str, list[Claim]] = {}
        for claim in claims:
            if claim.is_cue:
                self._cues.setdefault(claim.article_id, []).append(claim)

    def _terms_by_article(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for passage, terms in zip(self.passages, self.terms, strict=True):
            found.setdefault(passage.article_id, set()).update(t for t in terms if t)
        return found

    def _sentence_vectors(self) -> dict[tuple[int, int], dict[str, float]]:
        """Map (passage, first token of the sentence) to its weighed terms."""
        found = {}
        for index, (passage, terms) in enumerate(zip(self.passages, self.terms, strict=True)):
            for span in passage.doc.sents:
                flat = {terms[i]: 1.0 for i in range(span.start, span.end) if terms[i]}
                found[index, span.start] = self.weights.vector(flat)
        return found

    def _dates_by_sentence(self) -> dict[tuple[str, int], list[Mention]]:
        found: dict[tuple[str, int], list[Mention]] = {}
        for mention in self.mentions:
            if mention.type == "date":
                found.setdefault((mention.article_id, self.claims[mention.claim].sentence), []).append(mention)
        return found

    def locate(self, mention: Mention) -> Site:
        """Return the site of a value."""
        doc = self.passages[mention.passage].doc
        skip = self._value_tokens(mention) | self._cue_tokens(mention.claim)
        frame = build_frame(doc, mention.anchor, self.terms[mention.passage], skip=skip - {mention.anchor})
        return self._site(mention.article_id, mention.claim, frame, doc[mention.anchor].sent.start, mention)

    def locate_claim(self, index: int) -> Site:
        """Return the site of a clause: only its own words count, and those of its complements."""
        claim = self.claims[index]
        doc, terms = self.passages[claim.passage].doc, self.terms[claim.passage]
        frame = build_frame(doc, claim.head, terms, skip=self._cue_tokens(index))
        own = {terms[i] for i in claim.tokens}
        kept = {t: max(w, 0.8) if t in own else 0.5 * w for t, w in frame.terms.items()}
        frame = frame._replace(terms=kept)
        return self._site(claim.article_id, index, frame, doc[claim.head].sent.start, None)

    def _site(self, article_id: str, claim: int, frame: Frame, sentence: int, mention: Mention | None) -> Site:
        vector = self.weights.vector(frame.terms)
        flat = self.sentences[self.claims[claim].passage, sentence]
        return Site(article_id, claim, frame, vector, flat, self._when(claim, mention))

    def _value_tokens(self, mention: Mention) -> frozenset[int]:
        passage = self.passages[mention.passage]
        span = passage.doc.char_span(mention.start - passage.start, mention.end - passage.start, alignment_mode="expand")
        return frozenset(range(span.start, span.end)) if span is not None else frozenset()

    def _cue_tokens(self, index: int) -> frozenset[int]:
        """Return the tokens of "X said" in the sentence of a claim: who speaks is no part of what is said."""
        claim = self.claims[index]
        passage = self.passages[claim.passage]
        low, high = claim.speaker_span
        if low >= high:
            return frozenset()
        span = passage.doc.char_span(low - passage.start, high - passage.start, alignment_mode="expand")
        return frozenset(range(span.start, span.end)) if span is not None else frozenset()

    def _when(self, index: int, mention: Mention | None) -> tuple[str, str]:
        """Return the days to which the sentence of a claim dates its matter."""
        claim = self.claims[index]
        for sentence in (claim.sentence, claim.sentence - 1):
            dated = [m for m in self._dates.get((claim.article_id, sentence), []) if m is not mention]
            if sentence != claim.sentence:
                dated = [m for m in dated if self._is_background(m)]
                if not self._goes_on(claim):
                    return "", ""
            if dated:
                place = self.claims[index].start if mention is None else mention.start
                nearest = min(dated, key=lambda m: (m.claim != index, abs(m.start - place)))
                return nearest.date.date_start[:10], nearest.date.date_end[:10]
        return "", ""

    def _is_background(self, mention: Mention) -> bool:
        first = self.published[mention.article_id][0]
        return bool(first) and mention.date.date_end[:10] < _days_before(first[:10], BACKGROUND_DAYS)

    def _goes_on(self, claim: Claim) -> bool:
        """Tell whether a claim in the past tense can go on with the time of the sentence before it."""
        return self.passages[claim.passage].doc[claim.head].tag_ in ("VBD", "VBN") and claim.quote < 0

    def evidence(self, index: int, start: int, end: int) -> tuple[int, int]:
        """Return the sentence, or if it is too long the clause or a window, that carries the span start:end."""
        claim = self.claims[index]
        passage = self.passages[claim.passage]
        sentence = passage.doc[claim.head].sent
        whole = (passage.start + sentence.start_char, passage.start + sentence.end_char)
        clause = (min(claim.start, start), max(claim.end, end))
        for low, high in (whole, clause):
            low, high = min(low, start), max(high, end)
            if high - low <= MAX_EVIDENCE:
                return self._strip(claim.article_id, low, high)
        return self._strip(claim.article_id, *self._window(claim.article_id, start, end))

    def cue_clause(self, index: int) -> tuple[int, int]:
        """Return the clause that names who speaks in a claim, or the stretch of text around the name."""
        claim = self.claims[index]
        low, high = claim.speaker_span
        for other in self._cues.get(claim.article_id, []):
            if other.start <= low and high <= other.end and other.end - other.start <= MAX_EVIDENCE:
                return other.start, other.end
        if claim.start <= low and high <= claim.end:
            return self._strip(claim.article_id, claim.start, min(claim.end, claim.start + MAX_EVIDENCE))
        return self._strip(claim.article_id, *self._window(claim.article_id, low, high))

    def as_of(self, claim: Claim) -> str:
        """Return the day on which the voice of a claim spoke, where its sentence says ("told AFP late Tuesday")."""
        cues = [c for c in self._cues.get(claim.article_id, []) if c.sentence == claim.sentence]
        for mention in self._dates.get((claim.article_id, claim.sentence), []):
            if any(c.start <= mention.start and mention.end <= c.end for c in cues) and claim.speakers:
                return mention.date.date_end
        return ""

    def _window(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        text, end = self.texts[article_id], min(end, start + MAX_EVIDENCE)
        spare = (MAX_EVIDENCE - (end - start)) // 2
        low, high = max(0, start - spare), min(len(text), end + spare)
        while low < start and low > 0 and not text[low - 1].isspace():
            low += 1
        while high > end and high < len(text) and not text[high].isspace():
            high -= 1
        return low, high

    def _strip(self, article_id: str, low: int, high: int) -> tuple[int, int]:
        text = self.texts[article_id]
        while low < high - 1 and text[low].isspace():
            low += 1
        while high > low + 1 and text[high - 1].isspace():
            high -= 1
        return low, high


def _days_before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
