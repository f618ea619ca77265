"""A quantity in the making, as the readers of numbers pass it on."""

from dataclasses import dataclass, field

from factdiff.values.hedges import Hedge
from factdiff.values.numerals import Numeral, multiply

NEAR = 40  # characters around a number that its reading looks at


@dataclass(slots=True)
class Draft:
    """A quantity in the making; the first fields are those of `Quantity`."""

    start: int
    end: int
    number: float
    high: float | None
    unit: str
    bound: str
    kind: str
    noun: int
    token: int
    step: float
    direction: str = ""
    alt_number: float | None = None
    alt_unit: str = ""
    form: str = ""  # what gave the unit: unit, noun, state, more; '' when nothing has
    numeral: Numeral = field(default=Numeral(0, 0, 0.0))
    hedge: Hedge | None = None


def set_unit(draft: Draft, unit: str, kind: str, end: int, form: str = "unit", noun: int = -1) -> bool:
    draft.unit, draft.kind, draft.end, draft.form = unit, kind, max(draft.end, end), form
    if noun >= 0:
        draft.noun = noun
    return True


def scale_draft(draft: Draft, factor: float) -> None:
    if factor != 1:
        draft.number, draft.step = multiply(draft.number, factor), multiply(draft.step, factor)
        draft.high = None if draft.high is None else multiply(draft.high, factor)


def reopen_draft(draft: Draft, numeral: Numeral) -> None:
    draft.numeral, draft.end = numeral, max(draft.end, numeral.end)
    draft.number, draft.high, draft.step = numeral.number, numeral.high, numeral.step
