"""One article's answer to a fact, and the facts that hold them, before they are compared."""

from typing import NamedTuple

from factdiff.values.mention import Mention


class Reading(NamedTuple):
    """One reading; offsets in the article's text. `mention` is None for attributions and propositions."""

    reading_id: str
    type: str
    article_id: str
    claim_id: str
    start: int  # the evidence
    end: int
    value_start: int
    value_end: int
    value: str
    speakers: tuple[str, ...]
    modality: str
    negated: bool
    as_of: str  # the time it speaks of: '' where only the article's publication tells
    published: tuple[str, str]  # first and last moment at which it can have been published; ('', '') if unknown
    cumulative: bool = False  # a figure that is expected to grow, such as a toll
    is_moved: bool = False  # the text itself says that the figure moved there ("rose to 31")
    mention: Mention | None = None
    is_early: bool = False  # says that something had not happened yet
    aspect: str = ""  # what of a proposition is at issue where it is not the whole: "scope", "onset", "first"


class Fact(NamedTuple):
    """Readings of one question, in order of article and place."""

    fact_id: str
    type: str
    label: str
    readings: tuple[Reading, ...]
