"""Excerpts: the stretch of an article that a reading shows as its evidence, and the one that names who speaks."""

from collections.abc import Mapping, Sequence

from factdiff.claims import Claim
from factdiff.language import Passage
from factdiff.tables import MAX_EVIDENCE


class Excerpts:
    """Cuts evidence out of the texts of one story, a whole sentence where it is short enough.

    Attributes:
        cues: article_id to its claims that name who speaks, in reading order.
    """

    def __init__(self, passages: Sequence[Passage], claims: Sequence[Claim], texts: Mapping[str, str]) -> None:
        self._passages, self._claims, self._texts = passages, claims, texts
        self.cues: dict[str, list[Claim]] = {}
        self._told: dict[int, list[Claim]] = {}  # by passage
        for claim in claims:
            self._told.setdefault(claim.passage, []).append(claim)
            if claim.is_cue:
                self.cues.setdefault(claim.article_id, []).append(claim)

    def cut_value(self, index: int, start: int, end: int) -> tuple[int, int]:
        """Return the sentence, or if it is too long the clause or a window, that carries the span start:end."""
        claim = self._claims[index]
        passage = self._passages[claim.passage]
        sentence = passage.doc[claim.head].sent
        whole = (passage.start + sentence.start_char, passage.start + sentence.end_char)
        clause = (min(claim.start, start), max(claim.end, end))
        for low, high in (whole, clause):
            low, high = min(low, start), max(high, end)
            if high - low <= MAX_EVIDENCE:
                return self._strip(claim.article_id, low, high)
        return self._strip(claim.article_id, *self._window(claim.article_id, start, end))

    def cut_cue(self, index: int) -> tuple[int, int]:
        """Return the clause that names who speaks in a claim, or the sentence around the name."""
        claim = self._claims[index]
        low, high = claim.speaker_span
        for other in self.cues.get(claim.article_id, []):
            if other.start <= low and high <= other.end and other.end - other.start <= MAX_EVIDENCE:
                return other.start, other.end
        if claim.start <= low and high <= claim.end:
            return self._strip(claim.article_id, claim.start, min(claim.end, claim.start + MAX_EVIDENCE))
        beside = [c for c in self._told[claim.passage] if c.start <= low and high <= c.end]
        short = [c for c in beside if c.end - c.start <= MAX_EVIDENCE]
        if short:
            named = min(short, key=lambda c: (c.end - c.start, c.start))
            return self._strip(claim.article_id, named.start, named.end)
        return self._strip(claim.article_id, *self._window(claim.article_id, low, high))

    def _window(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        text, end = self._texts[article_id], min(end, start + MAX_EVIDENCE)
        spare = (MAX_EVIDENCE - (end - start)) // 2
        low, high = max(0, start - spare), min(len(text), end + spare)
        while low < start and low > 0 and not text[low - 1].isspace():
            low += 1
        while high > end and high < len(text) and not text[high].isspace():
            high -= 1
        return low, high

    def _strip(self, article_id: str, low: int, high: int) -> tuple[int, int]:
        text = self._texts[article_id]
        while low < high - 1 and text[low].isspace():
            low += 1
        while high > low + 1 and text[high - 1].isspace():
            high -= 1
        return low, high
