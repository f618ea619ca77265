"""Origins: whose text each article is, whom it relays, and where a reading comes from."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
import pandas as pd

from factdiff.house import own_outlets, read_house
from factdiff.lexicon import Mention, list_outlets
from factdiff.origins.copies import (
    clip,
    compare_articles,
    join_runs,
    list_copies,
    order_articles,
    put_credited_first,
    read_words,
)
from factdiff.origins.slugs import slug
from factdiff.origins.sources import (
    Citation,
    Citations,
    Credit,
    find_pointers,
    read_citations,
    read_credits,
    read_house_credits,
    read_quotes,
    source_runs,
    upstream_outlets,
)
from factdiff.tables import MAX_EVIDENCE

ORIGIN_COLUMNS = ["origin_id", "article_id", "role", "of", "share", "evidence"]


def trace_origins(
    articles: pd.DataFrame, texts: Mapping[str, str], sections: pd.DataFrame, claims: pd.DataFrame
) -> pd.DataFrame:
    """Tell for every article whose text it is, and on which other outlets it relies.

    Args:
        articles: the articles table; those set aside are left out.
        texts: article_id to text.
        sections: article_id, start, end, section, item.
        claims: the claims table; `speakers` is a chain, outermost voice first.

    Returns:
        The origins table of the contract. Per article one row with the role original, or copy: of an earlier
        article with the share of its words that stand there, or of an agency that it gives as its source.
        Beside that a row with the role relay for every other outlet that its claims came through: of the
        outlet's own article if the story has it, else of the outlet; with the share of the claims. Articles
        of one outlet are one origin.
    """
    order = order_articles(articles, texts)
    used = articles.set_index("article_id", drop=False).loc[order]
    own = own_outlets(used)
    house = read_house(used["outlet"].to_dict(), own)
    house_credits = read_house_credits(own, texts, sections, house)
    order = put_credited_first(order, {i: _articles_of(c.agency, own) for i, c in house_credits.items()})
    mentions = {i: [*list_outlets(texts[i]), *house.list_mentions(texts[i])] for i in order}
    named = {i: frozenset(m.outlet for m in of_article) for i, of_article in mentions.items()}
    words = read_words(order, texts, sections)
    pairs = compare_articles(words)
    credits = read_credits(used, own, texts, sections)
    cited = read_citations(claims, own, named, house)
    runs = join_runs(order, pairs, {i: credit.agency for i, credit in credits.items()})
    pointers = find_pointers(runs, own, cited, read_quotes(order, texts, sections), named)
    names = _OriginNames(order, own, runs, source_runs(runs, own, credits, pointers, house_credits))
    rows = _own_rows(order, list_copies(order, pairs, runs, words, texts), house_credits | credits, names)
    rows += _relay_rows(cited, claims.groupby("article_id").size().to_dict(), names, mentions, texts)
    frame = pd.DataFrame(rows, columns=ORIGIN_COLUMNS).astype({"share": "float64"})
    return frame.sort_values(["article_id", "role", "of"], kind="stable").reset_index(drop=True)


def _articles_of(outlet: str, own: Mapping[str, str]) -> list[str]:
    return [article_id for article_id, name in own.items() if name == outlet]


class _OriginNames:
    """The origin_id of each article and outlet: `o:` and the outlet's first own article, or else its name."""

    def __init__(
        self, order: list[str], own: Mapping[str, str], runs: Mapping[str, str], sources: Mapping[str, str]
    ) -> None:
        self.own_article: dict[str, str] = {}
        for article_id in order:
            if own[article_id] and sources[runs[article_id]] == own[article_id]:
                self.own_article.setdefault(own[article_id], article_id)
        self._sources = {article_id: (sources[first], first) for article_id, first in runs.items()}

    def of_article(self, article_id: str) -> str:
        source, first = self._sources[article_id]
        return self.of_outlet(source) if source else f"o:{first}"

    def of_outlet(self, outlet: str) -> str:
        return f"o:{self.own_article.get(outlet) or slug(outlet)}"


def _own_rows(
    order: list[str], copies: pd.DataFrame, credits: Mapping[str, Credit], names: _OriginNames
) -> list[tuple[object, ...]]:
    found = {row.article_id: row for row in copies.itertuples(index=False)}
    rows: list[tuple[object, ...]] = []
    for article_id in order:
        origin_id, credit = names.of_article(article_id), credits.get(article_id)
        if row := found.get(article_id):
            rows.append((origin_id, article_id, "copy", row.of, row.share, row.evidence))
        elif credit and origin_id == names.of_outlet(credit.agency):
            of = names.own_article.get(credit.agency, credit.agency)
            rows.append((origin_id, article_id, "copy", of, np.nan, credit.evidence))
        else:
            rows.append((origin_id, article_id, "original", "", np.nan, ""))
    return rows


def _relay_rows(
    cited: Citations,
    counts: Mapping[str, int],
    names: _OriginNames,
    mentions: Mapping[str, list[Mention]],
    texts: Mapping[str, str],
) -> list[tuple[object, ...]]:
    rows = []
    for article_id, citations in cited.items():
        for outlet in sorted({outlet for c in citations for outlet in c.outlets}):
            through = [c for c in citations if outlet in c.outlets]
            places = [(m.start, m.end) for m in mentions[article_id] if m.outlet == outlet]
            evidence = _cite(through, places, texts[article_id])
            share = round(len(through) / counts[article_id], 4)
            of = names.own_article.get(outlet, outlet)
            rows.append((names.of_outlet(outlet), article_id, "relay", of, share, evidence))
    return rows


def _cite(citations: list[Citation], places: list[tuple[int, int]], text: str) -> str:
    """Return the first claim that the outlet is named in or beside, with its name; else the first claim."""
    for c in citations:
        spans = [(min(c.start, start), max(c.end, end)) for start, end in places]
        start, end = min(spans, key=lambda s: (s[1] - s[0], s), default=(0, 0))
        if 0 < end - start <= MAX_EVIDENCE and "\n" not in text[start:end]:
            return text[start:end]
    return clip(text[citations[0].start : citations[0].end])


def assign_origins(readings: pd.DataFrame, origins: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Return the origin_id of every reading, on the index of `readings`.

    A reading that came through another outlet has that outlet's origin, the innermost one's if there are
    several; any other has the origin of its article.

    Args:
        readings: article_id and speakers are read.
        origins: as `trace_origins` gives them.
        articles: article_id, outlet and url are read.
    """
    outlets = own_outlets(articles)
    house = read_house(articles.set_index("article_id")["outlet"].to_dict(), outlets)
    relays = origins[origins["role"] == "relay"]
    own = origins[origins["role"] != "relay"].set_index("article_id")["origin_id"].to_dict()
    by_outlet = {outlets[i]: origin_id for i, origin_id in own.items() if origin_id == f"o:{i}" and i in outlets}
    by_outlet |= {outlets.get(row.of, row.of): row.origin_id for row in relays.itertuples()}
    named: dict[str, set[str]] = defaultdict(set)
    for row in relays.itertuples():
        named[row.article_id].add(outlets.get(row.of, row.of))
    known = {article_id: frozenset(of_article) for article_id, of_article in named.items()}

    def origin(article_id: str, chain: str) -> str:
        upstream = upstream_outlets(chain, outlets.get(article_id, ""), known.get(article_id, frozenset()), house)
        if upstream:
            return by_outlet.get(upstream[-1]) or f"o:{slug(upstream[-1])}"
        return own.get(article_id) or f"o:{article_id}"

    found = [origin(i, chain) for i, chain in zip(readings["article_id"], readings["speakers"], strict=True)]
    return pd.Series(found, index=readings.index, dtype="str", name="origin_id")
