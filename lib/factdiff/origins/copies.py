"""Copies: articles that are, wholly or in good part, the text of an earlier one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from factdiff.claims.quotemarks import QuoteSpan, find_quote_spans
from factdiff.tables import MAX_EVIDENCE

COPY_COLUMNS = ["article_id", "of", "share", "evidence"]

GRAM = 5  # words in a row that two articles hardly choose alike by chance
MIN_WORDS = 25  # outside quotations: fewer tell nothing
MIN_SHARED_GRAMS = 10  # for a pair to be worth a closer look
MAX_CANDIDATES = 12  # per article, the ones with most in common
# Measured on wire stories in many outlets: unrelated reports share up to 0.15 of their words, rewrites 0.25.
COPY_SHARE = 0.3  # of the later article's words: it copies the earlier one
RUN_SHARES = (0.5, 0.2)  # of the one and of the other: they are printings of one text, whichever came first
PRECISION_SPANS = {"second": "1s", "minute": "1min", "day": "1D", "month": "31D"}

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


class Words(NamedTuple):
    """An article's words outside quotations: ids (-1 where a quotation was), offsets, hashes of its grams."""

    ids: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    grams: np.ndarray  # one per word, 0 where none starts
    n: int


class Pair(NamedTuple):
    """How much two articles have in common; `first` was published before `second`."""

    first: str
    second: str
    share_first: float
    share_second: float


def find_copies(articles: pd.DataFrame, texts: Mapping[str, str], sections: pd.DataFrame) -> pd.DataFrame:
    """Find articles that are, wholly or in good part, the text of an earlier one.

    Quotations don't count, since two outlets may well quote one speech; nor does what the page adds.

    Args:
        articles: the articles table; those set aside are left out.
        texts: article_id to text.
        sections: article_id, start, end, section, item.

    Returns:
        article_id, of (an earlier article), share (of its words that stand there, 0 to 1), evidence (the
        longest passage in common); one row per copy, by article_id. Following `of` leads to the original.
    """
    order = order_articles(articles, texts)
    words = read_words(order, texts, sections)
    pairs = compare_articles(words)
    runs = join_runs(order, pairs, {})
    return list_copies(order, pairs, runs, words, texts)


def order_articles(articles: pd.DataFrame, texts: Mapping[str, str]) -> list[str]:
    """Return the ids of the articles in use: first the one that was certainly out first; equals by id.

    What counts is the last moment that the printed time allows. A time without a zone tells only the day, beside
    times that have one; among themselves such times do count.
    """
    used = articles[articles["article_id"].isin(list(texts)) & articles["set_aside"].eq("")]
    zoned = used["published"].str.contains(r"T.*(?:Z|[+-]\d\d:\d\d)$", regex=True)
    moments = pd.to_datetime(used["published"], utc=True, format="ISO8601", errors="coerce")
    latest = moments + pd.to_timedelta(used["published_precision"].map(PRECISION_SPANS))
    days = pd.to_datetime(used["published"].str[:10], utc=True, format="ISO8601", errors="coerce")
    spans = used["published_precision"].where(used["published_precision"].eq("month"), "day").map(PRECISION_SPANS)
    over = days + pd.to_timedelta(spans)
    last_zoned = latest.where(zoned).groupby(days).transform("max")  # of the articles of that day
    certain = latest.where(zoned, over.where(~(last_zoned > over), last_zoned))
    order = used.assign(certain=certain, open=~zoned, latest=latest)
    columns = ["certain", "open", "latest", "article_id"]
    return order.sort_values(columns, na_position="last")["article_id"].tolist()


def put_credited_first(order: list[str], credited: Mapping[str, list[str]]) -> list[str]:
    """Return the order with every article after the first of those that it gives as its source.

    Args:
        order: ids of articles.
        credited: id of an article to the ids of the articles of the outlet that it credits.
    """
    placed = list(order)
    for article_id in order:
        sources = [source for source in credited.get(article_id, ()) if source != article_id]
        places = [placed.index(source) for source in sources]
        at = placed.index(article_id)
        if places and min(places) > at and not any(article_id in credited.get(source, ()) for source in sources):
            placed.insert(min(places), placed.pop(at))
    return placed


def body_blocks(sections: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """Return the blocks of each article proper, in reading order."""
    body = sections[(sections["section"] == "body") & (sections["item"] == 0)]
    blocks: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for article_id, start, end in zip(body["article_id"], body["start"], body["end"], strict=True):
        blocks[article_id].append((int(start), int(end)))
    return {article_id: sorted(of_article) for article_id, of_article in blocks.items()}


def read_words(order: list[str], texts: Mapping[str, str], sections: pd.DataFrame) -> dict[str, Words]:
    """Return the words of the articles that have enough of them, in the order given."""
    blocks = body_blocks(sections)
    numbers: dict[str, int] = {}
    words = {i: _number_words(texts[i], blocks.get(i, []), numbers) for i in order}
    return {i: of_article for i, of_article in words.items() if of_article.n >= MIN_WORDS}


def _number_words(text: str, blocks: list[tuple[int, int]], numbers: dict[str, int]) -> Words:
    """Number the words of the blocks by `numbers`, which grows; a quotation leaves one gap."""
    ids: list[int] = []
    spans: list[tuple[int, int]] = []
    for start, end, quoted in _cut(blocks, find_quote_spans(text, blocks)):
        if quoted:
            ids.append(-1)
            spans.append((start, start))
            continue
        for match in WORD.finditer(text, start, end):
            ids.append(numbers.setdefault(match[0].casefold(), len(numbers) + 1))
            spans.append(match.span())
    numbered = np.array(ids, dtype=np.int64)
    offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
    return Words(numbered, offsets[:, 0], offsets[:, 1], _hash_grams(numbered), int((numbered > 0).sum()))


def _cut(blocks: list[tuple[int, int]], quotes: list[QuoteSpan]) -> Iterator[tuple[int, int, bool]]:
    """Yield the blocks' parts (start, end, whether quoted) in reading order."""
    for start, end in blocks:
        at = start
        for quote in (q for q in quotes if q.start < end and q.end > start):
            yield at, max(at, quote.start), False
            at = min(quote.end, end)
            yield max(quote.start, start), at, True
        yield at, end, False


def _hash_grams(ids: np.ndarray) -> np.ndarray:
    """Return a number for the gram that starts at each word; 0 for none. Overflow is what makes it a hash."""
    grams = np.zeros(len(ids), dtype=np.uint64)
    last = len(ids) - GRAM + 1
    if last <= 0:
        return grams
    windows = np.lib.stride_tricks.sliding_window_view(ids, GRAM)
    factors = np.array([6364136223846793005**k % 2**64 for k in range(1, GRAM + 1)], dtype=np.uint64)
    hashes = (windows.astype(np.uint64) * factors).sum(axis=1, dtype=np.uint64)
    grams[:last] = np.where((windows >= 0).all(axis=1), hashes | np.uint64(1), 0)
    return grams


def compare_articles(words: Mapping[str, Words]) -> list[Pair]:
    """Return the pairs with a good part in common, in the order of `words`."""
    ids = list(words)
    pairs = []
    for i, j in _find_candidates([words[k].grams for k in ids]):
        first, second = words[ids[i]], words[ids[j]]
        shares = [_cover(a, b).sum() / a.n for a, b in ((first, second), (second, first))]
        pairs.append(Pair(ids[i], ids[j], *(round(float(share), 4) for share in shares)))
    return pairs


def _find_candidates(grams: list[np.ndarray]) -> Iterator[tuple[int, int]]:
    """Yield index pairs (earlier, later) that share grams: for each later one those that share most.

    All counts come from one sparse product, so that the cost follows what is shared, not the number of pairs.
    """
    distinct = [np.unique(g[g > 0]) for g in grams]
    sizes = [len(d) for d in distinct]
    if not sum(sizes):
        return
    _, columns, counts = np.unique(np.concatenate(distinct), return_inverse=True, return_counts=True)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    shared = counts[columns] > 1
    shape = (len(sizes), len(counts))
    table = sparse.csr_matrix((np.ones(shared.sum(), np.int32), (rows[shared], columns[shared])), shape=shape)
    common = sparse.tril(table @ table.T, k=-1).tocsr()
    for later in range(len(sizes)):
        row = common[later]
        best = sorted(zip(-row.data, row.indices, strict=True))[:MAX_CANDIDATES]
        yield from ((int(earlier), later) for count, earlier in best if -count >= MIN_SHARED_GRAMS)


def _cover(words: Words, other: Words) -> np.ndarray:
    """Return for each word whether it stands in a gram that the other article has too."""
    found = (words.grams > 0) & np.isin(words.grams, other.grams)
    return np.convolve(found, np.ones(GRAM, dtype=np.int64))[: len(found)] > 0


def join_runs(order: list[str], pairs: list[Pair], credits: Mapping[str, str]) -> dict[str, str]:
    """Join the printings of one text; map each article to the first of its run.

    Strong pairs join runs, strongest first, unless the two are credited to different agencies. After that an
    article that only takes a part of another joins the one run it takes most from: it can't join two runs.
    """
    rank = {article_id: i for i, article_id in enumerate(order)}
    runs = {article_id: article_id for article_id in order}
    credit = {article_id: credits.get(article_id, "") for article_id in order}

    def join(a: str, b: str) -> None:
        a, b = sorted((runs[a], runs[b]), key=rank.__getitem__)
        if a != b and (not credit[a] or not credit[b] or credit[a] == credit[b]):
            credit[a] = credit[a] or credit[b]
            runs.update({k: a for k, first in runs.items() if first == b})

    strong = [pair for pair in pairs if _is_run(pair)]
    for pair in sorted(strong, key=lambda p: (-_strength(p), rank[p.second], rank[p.first])):
        join(pair.first, pair.second)
    sizes = Counter(runs.values())
    weak = [pair for pair in pairs if pair.share_second >= COPY_SHARE and sizes[runs[pair.second]] == 1]
    for pair in sorted(weak, key=lambda p: (rank[p.second], -p.share_second, rank[p.first])):
        if runs[pair.second] == pair.second:
            join(pair.first, pair.second)
    return runs


def _strength(pair: Pair) -> float:
    return max(pair.share_first, pair.share_second)


def _is_run(pair: Pair) -> bool:
    return _strength(pair) >= RUN_SHARES[0] and min(pair.share_first, pair.share_second) >= RUN_SHARES[1]


def list_copies(
    order: list[str],
    pairs: list[Pair],
    runs: Mapping[str, str],
    words: Mapping[str, Words],
    texts: Mapping[str, str],
) -> pd.DataFrame:
    """Return a row for every article but the first of each run."""
    rank = {article_id: i for i, article_id in enumerate(order)}
    sources: dict[str, list[tuple[float, int, str]]] = defaultdict(list)
    for pair in pairs:
        if runs[pair.first] == runs[pair.second]:
            sources[pair.second].append((-pair.share_second, rank[pair.first], pair.first))
    rows = []
    for article_id in sorted(i for i in order if runs[i] != i):
        of = min(sources[article_id])[2] if sources[article_id] else runs[article_id]
        covered = _cover(words[article_id], words[of])
        share = round(float(covered.sum()) / words[article_id].n, 4)
        rows.append((article_id, of, share, _longest_passage(words[article_id], covered, texts[article_id])))
    return pd.DataFrame(rows, columns=COPY_COLUMNS).astype({"share": "float64"})


def _longest_passage(words: Words, covered: np.ndarray, text: str) -> str:
    """Return the longest passage of covered words, cut at a word to the length of evidence."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (covered & (words.ids > 0)).astype(np.int8), [0]))))
    if not len(edges):
        return ""
    begins, ends = edges[::2], edges[1::2]
    widest = int(np.argmax(ends - begins))
    start, end = int(words.starts[begins[widest]]), int(words.ends[ends[widest] - 1])
    return clip(text[start:end])


def clip(text: str) -> str:
    """Return `text`, cut at a word to the length of evidence."""
    return text if len(text) <= MAX_EVIDENCE else text[:MAX_EVIDENCE].rsplit(None, 1)[0]
