"""What a passage tells of, by the names that lead up to it: articles also report on other events and firms."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factdiff.claims import Claim
from factdiff.facts.weights import Weights
from factdiff.language import Passage
from factdiff.syntax import Span

BACK = 8  # sentences: whoever was named longer ago is hardly spoken of any more
LEAD = 2  # sentences of the body that say what an article is about, after its headline


class Topic(NamedTuple):
    """The names that stand before a value in its article, and those the article opens with."""

    names: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()


class Topics:
    """The topics of one story's sentences. A name that only one article has says nothing about the others."""

    def __init__(
        self, passages: Sequence[Passage], claims: Sequence[Claim], terms: Sequence[Sequence[str]], weights: Weights
    ) -> None:
        self._weights = weights
        self._names: dict[tuple[str, int], set[str]] = {}
        sections: dict[str, dict[int, str]] = {}
        told: dict[tuple[int, int], set[str]] = {}  # by passage and first token: several claims share a sentence
        for claim in claims:
            sentence = passages[claim.passage].doc[claim.head].sent
            key = (claim.passage, sentence.start)
            if key not in told:
                told[key] = self._shared_names(sentence, terms[claim.passage])
            self._names.setdefault((claim.article_id, claim.sentence), set()).update(told[key])
            sections.setdefault(claim.article_id, {})[claim.sentence] = claim.section
        self._leads = {article: self._read_lead(article, own) for article, own in sections.items()}
        self._topics: dict[tuple[str, int], Topic] = {}

    def _shared_names(self, sentence: Span, terms: Sequence[str]) -> set[str]:
        found = {terms[t.i] for t in sentence if t.pos_ == "PROPN" and t.ent_type_ not in _TIMES}
        return {name for name in found if name and self._weights.is_shared(name)}

    def _read_lead(self, article_id: str, sections: Mapping[int, str]) -> frozenset[str]:
        body = [sentence for sentence in sorted(sections) if sections[sentence] != "headline"][:LEAD]
        opening = [sentence for sentence in sections if sections[sentence] == "headline" or sentence in body]
        return frozenset().union(*(self._names[article_id, sentence] for sentence in opening))

    def find(
        self, claim: Claim, subject: frozenset[str] = frozenset(), *, owner: frozenset[str] = frozenset()
    ) -> Topic:
        """Return the topic of a claim.

        Args:
            claim: the claim.
            subject: the words of the name that is its subject; they stand for themselves.
            owner: those of the name that has its subject ("Alba's margin"): then it is of nothing else that the article
                opens with.
        """
        lead = self._leads[claim.article_id]
        if known := frozenset(filter(self._weights.is_shared, owner)):
            return Topic(known, known if lead else frozenset())
        if known := frozenset(filter(self._weights.is_shared, subject)):
            return Topic(known, lead)
        key = (claim.article_id, claim.sentence)
        if key not in self._topics:
            near = (self._names.get((key[0], n), set()) for n in range(key[1] - BACK, key[1] + 1))
            self._topics[key] = Topic(frozenset().union(*near), self._leads[key[0]])
        return self._topics[key]


_TIMES = frozenset({"DATE", "TIME"})


def are_apart(a: Topic, b: Topic) -> bool:
    """Tell whether two passages are about two matters: neither names anything that leads up to the other.

    A passage without names, or from an article that opens without any, leaves it open.
    """
    if not (a.names and a.lead and b.names and b.lead):
        return False
    return a.names.isdisjoint(b.names | b.lead) and b.names.isdisjoint(a.lead)
