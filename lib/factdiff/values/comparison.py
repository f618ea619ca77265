"""What two values of the same kind are to each other."""

from typing import NamedTuple


class Comparison(NamedTuple):
    """How two values stand to each other.

    Attributes:
        relation: agree, compatible or contradict; '' when the two can't be compared.
        reason: why: one word, such as bound, rounding, range, vague, other_number, unit, currency;
            '' when two values are simply the same.
    """

    relation: str
    reason: str
