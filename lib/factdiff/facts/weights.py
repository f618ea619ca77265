"""How much a term tells in one story: rare terms tell facts apart, common ones only the story."""

from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

import numpy as np
from scipy.sparse import csr_array

CHUNK = 1 << 16  # pairs multiplied at a time, to bound the memory


class Weights:
    """Inverse document frequencies over the articles of a story."""

    def __init__(self, terms_of_articles: Mapping[str, Iterable[str]]) -> None:
        self._n = max(len(terms_of_articles), 1)
        self._spread: dict[str, int] = {}
        for article_id in sorted(terms_of_articles):
            for term in set(terms_of_articles[article_id]):
                self._spread[term] = self._spread.get(term, 0) + 1
        self._weights = {term: self._weigh(spread) for term, spread in self._spread.items()}
        self._most = self._weigh(0)

    def _weigh(self, spread: int) -> float:
        return 0.3 + log((self._n + 1) / (spread + 0.5))

    def weigh(self, term: str) -> float:
        """Return the weight of a term: near 0.3 where every article has it, growing as fewer do."""
        return self._weights.get(term, self._most)

    def is_shared(self, term: str) -> bool:
        """Tell whether two articles or more have the term."""
        return self._spread.get(term, 0) > 1

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


def dot_pairs(vectors: Sequence[Mapping[str, float]], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the `dot` of the vectors at positions a and b, a pair an entry; as fast as many of them allow."""
    matrix = _stack(vectors)
    found = [np.zeros(0)]
    for low in range(0, len(a), CHUNK):
        rows = slice(low, low + CHUNK)
        found.append(matrix[a[rows]].multiply(matrix[b[rows]]).sum(axis=1))
    return np.concatenate(found)


def _stack(vectors: Sequence[Mapping[str, float]]) -> csr_array:
    """Stack vectors to a matrix, a row a vector."""
    columns: dict[str, int] = {}
    sizes = np.cumsum([0, *(len(v) for v in vectors)])
    indices = np.array([columns.setdefault(t, len(columns)) for v in vectors for t in v], dtype=np.int32)
    data = np.array([w for v in vectors for w in v.values()], dtype=np.float64)
    matrix = csr_array((data, indices, sizes), shape=(len(vectors), max(len(columns), 1)))
    matrix.sort_indices()
    return matrix


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two weighted sets of terms, 0 when either is empty."""
    product = dot(a, b)
    if not product:
        return 0.0
    return product / sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
