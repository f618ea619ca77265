"""Readings as pages quote them: the letter of the group, who says it through whom, and the sentence."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from factdiff.show.evidence import Quote, quote_evidence
from factdiff.show.passages import Article, Place
from factdiff.show.wording import split_chain

if TYPE_CHECKING:
    from factdiff.story import Story

TONES = "abcdef"  # the looks of a group, in order; the letter itself is always printed


class Evidence(NamedTuple):
    """One reading as a page quotes it; `place` is where it stands in its article."""

    tone: str
    group: str
    outlet: str
    url: str
    chain: list[str]
    origin: str
    shown: str
    when: str
    quote: Quote
    place: Place | None


def choose_tone(group: str, groups: list[str]) -> str:
    """Return the looks of a group among the `groups` of its fact."""
    return TONES[groups.index(group) % len(TONES)]


def quote_readings(
    story: "Story", readings: pd.DataFrame, groups: list[str], articles: Mapping[str, Article]
) -> list[Evidence]:
    """Quote `readings`, rows of `describe_readings`, in their order."""
    return [_quote_reading(story, row, groups, articles[row["article_id"]]) for _, row in readings.iterrows()]


def _quote_reading(story: "Story", row: pd.Series, groups: list[str], article: Article) -> Evidence:
    return Evidence(
        tone=choose_tone(row["group"], groups),
        group=row["group"],
        outlet=row["outlet"],
        url=article.url,
        chain=split_chain(row["speakers"]),
        origin=row["origin"],
        shown=row["shown"],
        when=row["means"],
        quote=quote_evidence(story, row),
        place=article.passages.mark(row),
    )
