"""Clock times: those of one day, and opening hours and classes, which come again."""

import re
from functools import cache

from factdiff.values.clock import clock_of
from factdiff.values.dating.habits import recurs, tells_habit
from factdiff.values.dating.scene import Scene
from factdiff.values.dating.tense import LEANING, PAST, find_direction
from factdiff.values.dating.words import Expression, month_numbers, weekday_numbers

_CLOCK_LEAD = re.compile(
    r"\b(?:at|by|around|about|until|till|til|from|before|after|since|between|and|to|circa|shortly|just|exactly|approximately|"
    r"roughly|nearly|almost|past|day,?|updated|published)\s(?:the\s|about\s|around\s|approximately\s)?$",
    re.IGNORECASE,
)
_CLOCK_TAIL = re.compile(
    r"^\s?(?:hrs|hours|h\b|on\s|this\s|yesterday|today|tomorrow|tonight)|^,?\s[A-Z][a-z]+day\b", re.IGNORECASE
)
# "Sundays 3 p.m. to 6 p.m.", "9 a.m. to 5 p.m. on Sundays", "6:30 p.m. weekly", "noon-5 p.m. Tuesday-Sunday"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ANY_DAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:days?)?\b"
_TIME = r"(?:\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|noon|midnight)"
_TO_TIME = rf"\s?(?:[-–—]|to|until|till)\s?{_TIME}"
_AGAIN = (
    rf"(?:{_DAY}s|week\s?days|weekends|weekly|daily|nightly|(?:every|each)\s\w+"
    rf"|{_ANY_DAY}\s?[-–—]\s?{_ANY_DAY}|{_DAY}\sthrough\s{_DAY})"
)
_HOURS = re.compile(
    rf"""\b(?:(?:{_DAY}s|week\s?days|weekends|daily|every\s\w+)\W{{1,3}}|{_ANY_DAY}\s?[-–—]\s?{_ANY_DAY},?\s)
    (?:from\s|at\s|between\s)?(?:{_TIME}(?:\s?(?:to|until|till|and|[-–—])\s?))?$""",
    re.IGNORECASE | re.VERBOSE,
)
_ON_SUNDAYS = re.compile(
    rf"""(?:\s?(?:,|,?\s?(?:to|until|till|and)\b|[-–—])\s?{_TIME})*[,.]?\s(?:on\s)?
    {_AGAIN}\b(?=\s?(?:$|[.,;)]|(?:through|until|till|from|between|in|at|during|and|by|only|every)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
# "10 a.m.-5 p.m. through March", "9 a.m. to 3 p.m. Dec. 1-31": hours of more than one day
_RANGE_AFTER = re.compile(_TO_TIME, re.IGNORECASE)
_RANGE_BEFORE = re.compile(rf"{_TIME}\s?(?:[-–—]|to|until|till)\s?$", re.IGNORECASE)
_RUNS_ON = re.compile(
    rf"""(?:{_TO_TIME})?,?\.?\s(?:(?:daily|on\sdisplay|available|open|(?:exhibit(?:ion)?\s)?(?:runs|open))\s)?
    (?:(?:now\s)?(?:through|thru|until|till)\s(?:[A-Z]|\d)
    | (?:on\s|from\s)?[A-Z][a-z]{{2,8}}\.?\s\d\d?\s?[-–—]\s?[A-Z\d]
    | (?:on\s|from\s)?\d\d?\s?[-–—]\s?\d\d?\s[A-Z])""",
    re.VERBOSE,
)


def check_clock(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Return the expression where it is the time of one day; see `checks.check_date`."""
    before, after = scene.before(expression), scene.after(expression)
    clock = clock_of(expression.parts)
    if clock is None:
        return None
    joint, first = expression.parts.get("joint", "").strip(), expression.parts.get("from_hour", "")
    if joint in ("to", "and") and ":" not in first and not re.search(r"\b(?:between|from)\s$", before, re.I):
        shift = len(expression.parts["from_hour"] + expression.parts["joint"])
        parts = {k: v for k, v in expression.parts.items() if k not in ("from_hour", "joint")}
        expression = expression._replace(start=expression.start + shift, parts=parts)
    if _is_habitual(expression, scene):
        return None
    if not expression.parts["time"][0].isdigit() and scene.token(expression).dep_ in ("compound", "amod", "nmod"):
        return None  # "midnight searches"
    hours = re.fullmatch(r"\d{4}", expression.parts["time"]) and "zone" not in expression.parts
    if hours or not clock.marked or not expression.parts["time"][0].isdigit():
        return expression if near or _CLOCK_LEAD.search(before) or _CLOCK_TAIL.search(after) else None
    return expression


def _is_habitual(expression: Expression, scene: Scene) -> bool:
    """Tell a time that recurs ("an 8 a.m. class", "opens at 9 a.m. on weekdays") by a sentence that names no day."""
    low, high = scene.sentence_start(expression.start), scene.sentence_end(expression.end)
    sentence, token = scene.text[low:high], scene.token(expression)
    around = scene.before(expression), scene.after(expression)
    if _HOURS.search(around[0]) or _ON_SUNDAYS.match(around[1]) or _lasts_days(expression, *around):
        return True
    if _names_day(sentence):
        return False
    before = re.split(r"[,;]", scene.before(expression, 80))[-1]
    after = re.split(r"[,;.](?!\w)", scene.after(expression, 45))[0]
    if recurs(token, f"{before}|{after}"):
        return True
    article = re.search(r"\b(?:(an?)|the|my|your|our|their|his|her)\s$", scene.before(expression, 8), re.IGNORECASE)
    named = re.match(r"\s[a-z]", scene.after(expression, 2)) and token.dep_ in ("compound", "nummod", "nmod", "amod")
    if article and named:
        side = find_direction(scene.doc, scene.text, expression.start, expression.end, token)
        return tells_habit(token.head) or bool(article[1] and side not in (PAST, LEANING))
    return tells_habit(token)


def _lasts_days(expression: Expression, before: str, after: str) -> bool:
    """ "10 a.m. to 5 p.m. through March": from one time to another, on many days."""
    joined = "from_hour" in expression.parts or _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before)
    return bool(joined and _RUNS_ON.match(after))


@cache
def _day_names() -> re.Pattern[str]:
    days = "|".join(sorted(word.title() for word in weekday_numbers() if len(word) > 5))
    months = "|".join(sorted(re.escape(word.title()) for word in month_numbers()))
    return re.compile(
        rf"\b(?:(?:{days})\b|(?:{months})\.?\s\d|\d\d?\s(?:{months})\b|(?i:today|tonight|yesterday|tomorrow|last\snight"
        r"|this\s(?:morning|afternoon|evening)|th(?:e|at)\s(?:same|next|following)?\s?(?:day|night|morning))\b|\d{4}-\d\d-\d\d)"
    )


def _names_day(sentence: str) -> bool:
    return bool(_day_names().search(sentence))
