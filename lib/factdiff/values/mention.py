"""One value where it stands in an article: what all kinds of values share."""

from typing import NamedTuple

from factdiff.values.date import DateMention
from factdiff.values.quantity import Quantity


class Mention(NamedTuple):
    """A value found in a claim. `start` and `end` are offsets in the article's text.

    Exactly one of `quantity`, `date` and `quote` is set, as `type` says.
    """

    type: str  # quantity, date, quote
    article_id: str
    passage: int  # index in the list of passages
    claim: int  # index in the list of claims
    anchor: int  # token index in the passage's doc on which the value hangs
    start: int
    end: int
    value: str  # as printed
    quantity: Quantity | None = None
    date: DateMention | None = None
    quote: str = ""
