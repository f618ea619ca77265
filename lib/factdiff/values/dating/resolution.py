"""From the words of a date to days, kind by kind."""

from collections.abc import Callable

from factdiff.values.dating import days, narrative, periods, relative
from factdiff.values.dating.scene import Found, Reading, Scene
from factdiff.values.dating.words import Expression

_RESOLVERS: dict[str, Callable[[Expression, Scene], list[Found] | Reading | None]] = {
    "iso": days.resolve_iso,
    "slash": days.resolve_slash,
    "day": days.resolve_day,
    "glued": days.resolve_day,
    "day_of_month": days.resolve_day_of_month,
    "lone_day": days.resolve_day,
    "relative_day": days.resolve_relative_day,
    "weekday": days.resolve_weekday,
    "nth_weekday": days.resolve_nth_weekday,
    "holiday": days.resolve_holiday,
    "month": periods.resolve_month,
    "year": periods.resolve_year,
    "decade": periods.resolve_decade,
    "century": periods.resolve_century,
    "season": periods.resolve_season,
    "quarter": periods.resolve_quarter,
    "fiscal": periods.resolve_fiscal,
    "relative_unit": relative.resolve_relative_unit,
    "span": relative.resolve_span,
    "ago": relative.resolve_ago,
    "narrative": narrative.resolve_narrative,
}


def resolve_expression(expression: Expression, scene: Scene) -> list[Found]:
    """Return what an expression stands for, and keep it in the scene for later dates to count from.

    Returns:
        Mostly one; two when a weekday contradicts its date; none when the words are no date after all, or lie
        outside the years 1 to 9999.
    """
    try:
        made = _RESOLVERS[expression.kind](expression, scene)
    except (OverflowError, ValueError):
        return []
    if isinstance(made, Reading):
        made = [Found(expression.start, expression.end, made)]
    for found in made or []:
        if found.reading.date_start and expression.kind != "ago":
            scene.learn(found)
    return made or []
