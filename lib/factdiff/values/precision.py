"""What a number stands for, given how precisely it is stated, and how two of them compare."""

import math
from functools import cache
from typing import NamedTuple, Protocol

from factdiff.lists import read_rows
from factdiff.values.comparison import Comparison
from factdiff.values.numerals import decimal_step, multiply
from factdiff.values.units import convert, is_wider, kind_of, shared_name

ROUNDED_FROM = 1000  # an exact number from here on may be rounded to its last digit; 60 dead are not 61
ROUNDED_MEASURE = 100  # the same for what is measured, not counted: 184 meters are told as 180
FEW_PERCENT = 0.1  # share of a number by which two rough figures may be apart
CONVERTED = 0.025  # share of a number by which its conversion to another round number may be off
POINTS = {
    "percent",
    "percentage point",
}  # a rate that falls from 8 to 6 percent falls by 2 points and by 25 percent
SCALES = (1.0, 10.0, 12.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12)


class Measured(Protocol):
    """Anything that holds a quantity: a `Quantity`, a row of readings. Missing is None, NaN or ''."""

    number: float
    high: float | None
    unit: str
    bound: str
    step: float
    alt_number: float | None
    alt_unit: str


class _Value(NamedTuple):
    """A value in the unit that both sides of a comparison share; `grain` is the place to which it is good."""

    number: float
    high: float | None
    bound: str
    step: float
    grain: float


def stated_interval(number: float, high: float | None, bound: str, step: float) -> tuple[float, float]:
    """Return the numbers that a stated one stands for, as (lowest, highest).

    Args:
        number: the value, or the low end of a range.
        high: the top of a range; None, or not a number, for the other bounds.
        bound: exact, about, at_least, at_most or range.
        step: the place of the last digit that is stated; "about" reaches half a step to either side.

    Returns:
        "roughly 2%" gives (1.5, 2.5), "at least 3" (3, inf), "dozens" (24, 99), an exact 2 (2, 2).
    """
    top = _present(high)
    if bound == "at_least":
        return number, math.inf
    if bound == "at_most":
        return (-math.inf if number < 0 else 0.0), number
    if bound == "about":
        return number - step / 2, number + step / 2
    if bound == "range" and top is not None:
        return number, top
    return number, number


def compare_quantities(a: Measured, b: Measured) -> Comparison:
    """Compare two quantities of the same thing.

    Returns:
        agree, compatible (reasons bound, rounding, range, vague, wider) or contradict (other_number, direction,
        points_not_percent); '' when they can't be compared (unit, currency).
    """
    unit, other = _text(a, "unit"), _text(b, "unit")
    if unit == other:
        return _compare_values(a, b, _value(a), _value(b), 0.0)
    if is_wider(unit, other) or is_wider(other, unit):
        return _compare_wider(_value(a), _value(b), first=is_wider(unit, other))
    if {unit, other} == POINTS:
        same = _is_same_number(_value(a), _value(b))
        return Comparison("contradict", "points_not_percent") if same else Comparison("", "unit")
    pair = _common_unit(a, b)
    if isinstance(pair, Comparison):
        return pair
    found = _compare_values(a, b, *pair)
    twice = _present(a.alt_number) is not None or _present(b.alt_number) is not None
    if found.relation == "agree" or not twice or (plain := _convert_first(a, b)) is None:
        return found
    # "10 km (6.2 miles)" is ten kilometres, and so are "six miles", whatever its second figure says.
    other = _compare_values(a, b, *plain)
    return other if other.relation == "agree" else found


def _compare_values(a: Measured, b: Measured, x: _Value, y: _Value, slack: float) -> Comparison:
    if {_text(a, "direction"), _text(b, "direction")} == {"up", "down"}:
        return Comparison("contradict", "direction")
    if x[:3] == y[:3] or _agree_rounded(x, y, slack):
        return Comparison("agree", "")
    if x.bound == y.bound == "exact":
        rounded = _is_rounding(x, y) or _is_rounding(y, x)
        return Comparison("compatible", "rounding") if rounded else Comparison("contradict", "other_number")
    return _compare_intervals(x, y, slack)


def _common_unit(a: Measured, b: Measured) -> tuple[_Value, _Value, float] | Comparison:
    """Bring both to one unit; the last of the three is how much a conversion may be off."""
    unit, other = _text(a, "unit"), _text(b, "unit")
    x, y = _value(a), _value(b)
    if unit == other or unit == shared_name(other) or other == shared_name(unit):
        return x, y, 0.0
    if (second := _second_value(a, other)) is not None:
        return second, y, second.step
    if (second := _second_value(b, unit)) is not None:
        return x, second, second.step
    if kind_of(unit) == kind_of(other) == "money":
        return Comparison("", "currency")
    return _convert_first(a, b) or Comparison("", "unit")


def _convert_first(a: Measured, b: Measured) -> tuple[_Value, _Value, float] | None:
    """Bring the first value to the unit of the second by conversion alone; None for units that don't convert."""
    unit, other = _text(a, "unit"), _text(b, "unit")
    if unit == other or convert(1.0, unit, other) is None:
        return None
    x, y = _convert_value(_value(a), unit, other), _value(b)
    # Times convert without rounding: two years are 24 months, not 18 to 30.
    return x, y, 0.0 if kind_of(unit) == "duration" else max(_slack(x), _slack(y))


def _compare_wider(x: _Value, y: _Value, *, first: bool) -> Comparison:
    """Compare counts of a thing and of a wider one: so many houses are at least as many buildings.

    Args:
        x: one count.
        y: the other.
        first: whether `x` counts the wider thing.
    """
    wide, narrow = (x, y) if first else (y, x)
    fits = stated_interval(*wide[:4])[1] >= stated_interval(*narrow[:4])[0]
    return Comparison("compatible", "wider") if fits else Comparison("contradict", "other_number")


def _compare_intervals(x: _Value, y: _Value, slack: float) -> Comparison:
    one, two = stated_interval(*x[:4]), stated_interval(*y[:4])
    gap = max(one[0], two[0]) - min(one[1], two[1])
    both = x.bound == y.bound == "about"
    # "roughly 2%" and "roughly 3%" touch at 2.5 and still differ.
    if gap > slack / 2 or (both and (gap == 0 or _is_half_off(x, y))):
        return Comparison("contradict", "other_number")
    if "range" in (x.bound, y.bound):
        return Comparison("compatible", "vague" if _is_vague(x) or _is_vague(y) else "range")
    return Comparison("compatible", "rounding" if x.bound == y.bound == "about" else "bound")


def _is_half_off(x: _Value, y: _Value) -> bool:
    """Tell "about 250,000" from "about 300,000": half of the larger step away, and not by a mere few percent."""
    apart = abs(x.number - y.number)
    return apart >= max(x.step, y.step) / 2 and apart > FEW_PERCENT * max(abs(x.number), abs(y.number))


def _agree_rounded(x: _Value, y: _Value, slack: float) -> bool:
    """Tell whether two values agree once one was converted: 10 km and 6 miles."""
    return x.bound == y.bound and abs(x.number - y.number) <= slack / 2 and (x.high is None) == (y.high is None)


def _is_rounding(fine: _Value, coarse: _Value) -> bool:
    """Tell whether `coarse` is `fine` rounded to the place that it states."""
    return fine.step < coarse.step and abs(fine.number - coarse.number) <= coarse.grain / 2


def _is_same_number(x: _Value, y: _Value) -> bool:
    """Tell whether two values print one number, at most rounded."""
    exact = all(high is None for high in (x.high, y.high))
    return x[:2] == y[:2] or (exact and (_is_rounding(x, y) or _is_rounding(y, x)))


def _slack(value: _Value) -> float:
    """What a number may be off once converted: its last digit, or a little more when it ends in zeros."""
    return max(value.grain, min(value.step, 2 * CONVERTED * abs(value.number)))


def _value(q: Measured) -> _Value:
    number = float(q.number)
    step = _present(q.step) or decimal_step(number)
    return _graded(number, _present(q.high), q.bound or "exact", step, _text(q, "unit"))


def _graded(number: float, high: float | None, bound: str, step: float, unit: str) -> _Value:
    rounded = ROUNDED_MEASURE if kind_of(unit) == "measure" else ROUNDED_FROM
    return _Value(number, high, bound, step, step if abs(number) >= rounded else min(step, 1.0))


def _second_value(q: Measured, unit: str) -> _Value | None:
    """The value of `q` as it is printed a second time, in `unit`; None when it isn't."""
    number = _present(q.alt_number)
    if number is None or _text(q, "alt_unit") != unit:
        return None
    return _graded(number, None, "exact" if q.bound == "range" else q.bound or "exact", decimal_step(number), unit)


def _convert_value(value: _Value, unit: str, other: str) -> _Value:
    ratio = abs((convert(1.0, unit, other) or 0.0) - (convert(0.0, unit, other) or 0.0))
    number, high = (None if n is None else _tidy(convert(n, unit, other)) for n in value[:2])
    return _Value(number or 0.0, high, value.bound, value.step * ratio, value.grain * ratio)


def _is_vague(value: _Value) -> bool:
    return value.high is not None and (value.number, value.high) in _vague_spans()


@cache
def _vague_spans() -> frozenset[tuple[float, float]]:
    """What vague words stand for, at every scale: (24, 99), (20000, 99999) ..."""
    spans = {(float(r["low"]), float(r["high"])) for r in read_rows("vague_numbers.csv") if r["high"]}
    scaled = {(multiply(a, k), multiply(b, k)) for a, b in spans for k in SCALES}
    thousands = {(a * 1000, b * 1000 + 999) for a, b in spans}
    bare = {(float(r["low"]), float(r["high"])) for r in read_rows("bare_durations.csv")}
    return frozenset(spans | scaled | thousands | bare)


def _present(value: object) -> float | None:
    """Return `value` as a number; None when it is missing (None, NaN, '')."""
    if value is None or value == "" or value != value:
        return None
    return float(value)  # type: ignore[arg-type]


def _text(q: object, name: str) -> str:
    value = getattr(q, name, "")
    return value if isinstance(value, str) else ""


def _tidy(number: float | None) -> float:
    return float(f"{number or 0.0:.12g}")
