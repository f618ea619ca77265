"""The articles' texts, cut where evidence begins and ends, so that a reading can be pointed at in its article."""

from bisect import bisect_left
from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from factdiff.show.wording import flatten, format_published, name_articles

if TYPE_CHECKING:
    from factdiff.story import Story


class Piece(NamedTuple):
    """A run of an article's text; `anchor` is set where evidence begins."""

    text: str
    anchor: str
    cited: bool


class Passages:
    """One article's text, in pieces once all that will be pointed at is marked."""

    def __init__(self, text: str, anchor: str) -> None:
        """Take `text`; the anchors in it begin with `anchor`."""
        self._text, self._anchor = text, anchor
        self._spans: list[tuple[int, int, int, int]] = []
        self._cuts: list[int] = []

    def mark(self, reading: pd.Series) -> "Place | None":
        """Mark where `reading` stands; None when the text has no such span."""
        start, end, first, last = (int(reading[c]) for c in ("start", "end", "value_start", "value_end"))
        if not 0 <= start < end <= len(self._text):
            return None
        if not start <= first < last <= end:
            first = last = start
        self._spans.append((start, end, first, last))
        self._cuts = []
        return Place(self, start, end, first, last)

    def find_piece(self, offset: int) -> int:
        """Return the number of the piece that begins at `offset`."""
        return bisect_left(self._cut(), offset)

    def name_piece(self, offset: int) -> str:
        """Return the anchor of the piece that begins at `offset`."""
        return f"{self._anchor}-{self.find_piece(offset)}"

    @property
    def pieces(self) -> list[Piece]:
        """The text, cut wherever marked evidence, or the value in it, begins or ends."""
        cuts, change = self._cut(), Counter()
        for start, end, *_ in self._spans:
            change[start] += 1
            change[end] -= 1
        depth, starts = list(accumulate(change[cut] for cut in cuts)), {span[0] for span in self._spans}
        return [
            Piece(self._text[a:b], self.name_piece(a) if a in starts else "", depth[n] > 0)
            for n, (a, b) in enumerate(pairwise(cuts))
        ]

    def _cut(self) -> list[int]:
        self._cuts = self._cuts or sorted({0, len(self._text)}.union(*self._spans))
        return self._cuts


class Place(NamedTuple):
    """Where a reading stands in its article: its evidence, and its value, empty when that isn't inside."""

    passages: Passages
    start: int
    end: int
    value_start: int
    value_end: int

    @property
    def anchor(self) -> str:
        """The anchor of the first piece of the evidence."""
        return self.passages.name_piece(self.start)

    @property
    def pieces(self) -> tuple[int, int]:
        """The first piece of the evidence and the one after its last."""
        return self.passages.find_piece(self.start), self.passages.find_piece(self.end)

    @property
    def value(self) -> tuple[int, int]:
        """The first piece of the value and the one after its last."""
        return self.passages.find_piece(self.value_start), self.passages.find_piece(self.value_end)


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


def open_articles(story: "Story", *, prefix: str = "text") -> dict[str, Article]:
    """Return the articles used, by id, in order of publication.

    Args:
        prefix: what the anchors begin with; two views on one page need two.
    """
    names, opened = name_articles(story), {}
    used = story.articles[story.articles["set_aside"].eq("")].sort_values(["published", "article_id"], kind="stable")
    for n, row in enumerate(used.to_dict("records"), 1):
        opened[row["article_id"]] = Article(
            outlet=names[row["article_id"]],
            title=flatten(row["title"]),
            published=format_published(row),
            url=safe_url(row["url"]),
            passages=Passages(story.texts.get(row["article_id"], ""), f"{prefix}-{n}"),
        )
    return opened
