"""How much a term tells in one story: rare terms tell facts apart, common ones only the story."""

from collections.abc import Iterable, Mapping
from math import log, sqrt


class Weights:
    """Inverse document frequencies over the articles of a story."""

    def __init__(self, terms_of_articles: Mapping[str, Iterable[str]]) -> None:
        self._n = max(len(terms_of_articles), 1)
        self._spread: dict[str, int] = {}
        for article_id in sorted(terms_of_articles):
            for term in set(terms_of_articles[article_id]):
                self._spread[term] = self._spread.get(term, 0) + 1

    def weigh(self, term: str) -> float:
        """Return the weight of a term: near 0.3 where every article has it, growing as fewer do."""
        return 0.3 + log((self._n + 1) / (self._spread.get(term, 0) + 0.5))

    def is_common(self, term: str) -> bool:
        """Tell whether most articles have the term, so that it marks the story and no part of it."""
        return self._spread.get(term, 0) > 0.5 * self._n

    def vector(self, terms: Mapping[str, float]) -> dict[str, float]:
        """Weigh the terms of a frame, scaled to length 1, so that `dot` of two vectors is their cosine."""
        weighed = {term: weight * self.weigh(term) for term, weight in terms.items()}
        length = sqrt(sum(w * w for w in weighed.values()))
        return {term: w / length for term, w in weighed.items()} if length else weighed


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the sum of the products of what two vectors share."""
    if len(b) < len(a):
        a, b = b, a
    return sum(w * b[t] for t, w in a.items() if t in b)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two weighted sets of terms, 0 when either is empty."""
    product = dot(a, b)
    if not product:
        return 0.0
    return product / sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
