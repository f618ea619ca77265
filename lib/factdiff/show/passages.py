"""The articles' texts, cut where evidence begins and ends, so that a reading can be pointed at in its article."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from factdiff.show.wording import flatten, format_published, name_articles

if TYPE_CHECKING:
    from factdiff.story import Story


class Place(NamedTuple):
    """Where a reading stands: the anchor of its first piece, and which pieces are its evidence and its value."""

    anchor: str
    pieces: tuple[int, int]
    value: tuple[int, int]


class Piece(NamedTuple):
    """A run of an article's text; `anchor` is set where evidence begins."""

    text: str
    anchor: str
    cited: bool


class Passages:
    """One article's text in pieces."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int, int, int]], anchor: str) -> None:
        """Cut `text` at every span: start and end of the evidence, then of the value in it."""
        spans = [tuple(min(max(0, end), len(text)) for end in span) for span in spans]
        cuts = sorted({0, len(text)}.union(*spans))
        self._piece_at = {cut: n for n, cut in enumerate(cuts)}
        self._anchor = anchor
        change = [0] * len(cuts)
        for start, end, *_ in spans:
            change[self._piece_at[start]] += 1
            change[self._piece_at[end]] -= 1
        depth, starts = list(accumulate(change)), {span[0] for span in spans}
        self.anchor = anchor
        self.pieces = [
            Piece(text[a:b], self._name(n) if a in starts else "", depth[n] > 0)
            for n, (a, b) in enumerate(pairwise(cuts))
        ]

    def _name(self, piece: int) -> str:
        return f"{self._anchor}-{piece}"

    def find_place(self, reading: pd.Series) -> Place | None:
        """Return where `reading` stands; None when the text doesn't have its span."""
        at = [self._piece_at.get(int(reading[c])) for c in ("start", "end", "value_start", "value_end")]
        if at[0] is None or at[1] is None or at[1] <= at[0]:
            return None
        inside = None not in at[2:] and at[0] <= at[2] < at[3] <= at[1]
        return Place(self._name(at[0]), (at[0], at[1]), (at[2], at[3]) if inside else (0, 0))


class Article(NamedTuple):
    """An article as a person reads it."""

    outlet: str
    title: str
    published: str
    url: str
    passages: Passages


def safe_url(url: str) -> str:
    """Return `url` if it leads to a page of the web, else ""."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def open_articles(story: "Story", *, prefix: str = "text", readings: pd.DataFrame | None = None) -> dict[str, Article]:
    """Return the articles used, by id, in order of publication, cut at the evidence of `readings`.

    Args:
        prefix: what the anchors begin with; two views on one page need two.
        readings: those that will be pointed at; all of the story's when not given.
    """
    readings = story.readings if readings is None else readings
    columns = ["start", "end", "value_start", "value_end"]
    spans = {a: list(part[columns].itertuples(index=False)) for a, part in readings.groupby("article_id", sort=False)}
    names, opened = name_articles(story), {}
    used = story.articles[story.articles["set_aside"].eq("")].sort_values(["published", "article_id"], kind="stable")
    for n, row in enumerate(used.to_dict("records"), 1):
        article_id = row["article_id"]
        text = story.texts.get(article_id, "")
        opened[article_id] = Article(
            outlet=names[article_id],
            title=flatten(row["title"]),
            published=format_published(row),
            url=safe_url(row["url"]),
            passages=Passages(text, spans.get(article_id, []), f"{prefix}-{n}"),
        )
    return opened
