"""What looks like a date and is none: names, counts, addresses, scores."""

import re
from functools import cache

from factdiff.lists import read_words
from factdiff.values.dating.habits import does_by_nature, is_figurative, is_usual, means_nowadays, tells_habit
from factdiff.values.dating.hours import check_clock
from factdiff.values.dating.months import ANY_YEAR, check_month, recurs_yearly
from factdiff.values.dating.names import is_title, street_after
from factdiff.values.dating.scene import Scene, next_word
from factdiff.values.dating.tense import FUTURE, find_governor
from factdiff.values.dating.words import Expression, month_numbers, scan_dates
from factdiff.values.dating.years import check_year

_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady)\.?\s$")
_SEQUEL = re.compile(r"\s(?:(?:Part|Chapter|Episode|Volume|Vol\.?|No\.?)\s(?:\d+|[IVX]+|[A-Z][a-z]+)\b|[IVX]{2,5}\b)")
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:!?)”\"—–-]|(?:in|on|of|at|and|or|with|to|for|from|by|after|before|during|when|where|who|that|was|is|were|had"
    r"|about|around|near|the|a|an|his|her|their|its|my|our|he|she|they|it|we|i)\b)",
    re.IGNORECASE,
)
# "started marking August 14 as its independence day"
_AS_FEAST = re.compile(
    r"\sas\s(?:the|its|their|our|an?|his|her|[A-Z]\w+['’]s)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:(?:independence|national|republic|liberation)\sday|birthday|anniversary|holiday|[A-Z]\w+\sDay)\b"
)
# "declared Thursday to be Peace Day", "named Monday a day of mourning": which Thursday, publication doesn't tell
_DECLARED = re.compile(r"\b(?:declared?|declares|proclaim(?:ed|s)?|named?|names|designated?|designates)\s$")
_A_DAY = re.compile(r"\s(?:to\sbe\s|as\s)?(?:an?\s|the\s)?(?:[\w'’-]+\s){0,4}?(?:Day|day|holiday)\b")
_IN_TIME = re.compile(r"\sin\s(?:(?:early|late|mid)[\s-])?(?:[A-Z][a-z]{2,8}\b|\d{4}\b)")
_WEEK_ON = re.compile(r"\s(?:week|fortnight)\b")  # "Saturday week"
_FROM_THEN = re.compile(r"\bweeks?\sfrom\s$")  # "a week from Thursday"
_DAY_LIST = re.compile(r"\b[A-Z][a-z]+day(?:,\s[A-Z][a-z]+day)+,?\s(?:and|or)\s[A-Z][a-z]+day\b")
_EXCEPT = re.compile(r"\bexcept\s(?:(?:on|for)\s)?(?:[A-Z]\w+days?(?:,|\s(?:and|or))\s)*$")
_COUNTED_DAY = re.compile(r"\b(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|other)\s$", re.IGNORECASE)


def check_date(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Return the expression, trimmed where its edge is none of it; nothing when it gives no date.

    Args:
        near: a date stands right before it, joined by "and", a comma or the like.
    """
    check = _CHECKS.get(expression.kind)
    if is_title(expression, scene):
        return None
    return check(expression, scene, near) if check else expression


@cache
def _beginnings(name: str) -> re.Pattern[str]:
    words = "|".join(sorted(read_words(name)))
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def _check_day(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before, after = scene.before(expression), scene.after(expression)
    if re.search(r"[$£€¥#]$|\d[.,/:]$", before) or street_after().match(after) or ANY_YEAR.match(after):
        return None
    bare = not {"year", "that_year", "weekday", "which"} & set(expression.parts)
    if bare and _AS_FEAST.match(after):
        return None
    if bare and recurs_yearly(expression, scene):
        return None
    return expression


def _check_quarter(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Tell a quarter of a year from one of a game."""
    if {"year", "that_year", "short_year", "end_month"} & set(expression.parts):
        return expression
    around = scene.text[max(0, expression.start - 200) : expression.end + 200]
    business = _beginnings("business_words.txt").search(around) or re.search(r"[%$€£¥]", around)
    return expression if business and not _beginnings("sport_words.txt").search(around) else None


def _check_weekday(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """A weekday is none in a name ("Mr. Friday", "the Sunday Journal"), nor when it comes back every week."""
    before, after = scene.before(expression), scene.after(expression)
    paper = re.match(r"\s([A-Z][a-z]+)\b", after)
    named = _TITLE.search(before) or (paper and paper.group(1) in read_words("paper_words.txt"))
    often = re.search(r"\b(?:every|each|most|per|any|all)\s(?:(?!of\b)\w+\s)?$", before, re.IGNORECASE)
    if named or often or re.match(r"\s(?:in|of)\s(?:each|every)\b", after):
        return None
    if "which" in expression.parts:
        return expression
    if (_DECLARED.search(before) and _A_DAY.match(after)) or _WEEK_ON.match(after):
        return None
    if "day_part" not in expression.parts and _of_season().search(before):
        return None
    if _EXCEPT.search(before) or _FROM_THEN.search(before) or _is_listed(expression, scene):
        return None
    some = _NO_NOUN.match(after) and _is_some_day(expression, scene)
    counted = _COUNTED_DAY.search(before) and re.match(r"\s(?:in|of|after|before|through|until)\s|:", after)
    token = scene.token(expression)
    if some or counted or _is_weekly(after) or is_usual(token) or does_by_nature(token):
        return None
    return expression


@cache
def _of_season() -> re.Pattern[str]:
    """ "a cold January Monday", "that summer Sunday": of a month, and of no certain week."""
    months = "|".join(sorted(month.title() for month in month_numbers() if len(month) > 4 or month in ("may", "june")))
    return re.compile(rf"\b(?:{months}|spring|summer|autumn|fall|winter)\s$")


def _is_some_day(expression: Expression, scene: Scene) -> bool:
    """ "on a cold Friday night", "one Sunday": which one isn't told; but "a Tuesday meeting", "a speech Monday"."""
    span = scene.doc.char_span(expression.start, expression.end)
    i = span.start - 1
    while i > 0 and span.start - i < 3 and scene.doc[i].pos_ == "ADJ":
        i -= 1
    return i >= 0 and scene.doc[i].lower_ in ("a", "an", "one", "some", "another", "any")


def _is_listed(expression: Expression, scene: Scene) -> bool:
    """ "cheap on Monday, Wednesday and Friday": what is said of three days in the present is said of every week."""
    low, high = max(0, expression.start - 60), expression.end + 60
    lists = (m.span() for m in _DAY_LIST.finditer(scene.text, low, high))
    return any(a <= expression.start < b for a, b in lists) and tells_habit(scene.token(expression))


def _is_weekly(after: str) -> bool:
    """ "Sunday trading laws"."""
    return next_word(after) in read_words("weekly_nouns.txt") and not after.startswith(("'", "’"))


def _check_relative(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before = scene.before(expression)
    parts = expression.parts
    if re.search(r"\b(?:his|her|their|its|my|our|your)\s$", before, re.IGNORECASE):
        return None  # "his last decade"
    if parts.get("year_end"):
        return (
            expression
            if re.search(r"\b(?:by|at|before|until|till|through|since|from)\s(?:the\s)?$", before, re.I)
            else None
        )
    if parts.get("which", "").lower() == "the" and not {"cut", "part"} & set(parts):
        weekend = parts["unit"].lower() == "weekend" and re.search(
            r"\b(?:over|at|on|during|for|of|before|after)\s$", before, re.I
        )
        return expression if weekend else None
    if "which" not in parts and parts.get("part", "").lower().split()[-1] not in ("of", "in"):
        return None  # "mid week", "early weekend"
    return expression


def _check_nth_weekday(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """ "likes the first Monday in October": of every year, like what is said with no plan in the present."""
    told = {"year", "that_year"} & set(expression.parts)
    token = scene.token(expression)
    return None if not told and (tells_habit(token) or is_usual(token)) else expression


def _check_narrative(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """ "he said that Sunday sales ...": "that" belongs to "said"."""
    if "that" not in expression.parts:
        return expression
    if _IN_TIME.match(scene.after(expression)):
        return None  # "that night in August": of a tale told elsewhere
    span = scene.doc.char_span(expression.start, expression.start + 4, expand=False)
    if span is None or (span.root.dep_ not in ("mark", "nsubj", "nsubjpass", "dobj") and span.root.pos_ != "SCONJ"):
        return expression
    start = expression.start + len("that ")
    plain = next(scan_dates(scene.text[start : start + 80]), None)
    if plain is None or plain.start or plain.kind == "narrative":
        return None
    return check_date(plain._replace(start=start, end=start + plain.end), scene, near)


def _check_decade(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before = scene.before(expression)
    words = expression.parts["_text"]
    if re.search(r"\b(?:his|her|their|my|your|our)\s(?:\w+\s)?$", before, re.I):
        return None  # an age
    owns = words[:1].isdigit() and words.endswith(("'s", "’s")) and re.match(r"\s\w", scene.after(expression, 2))
    if owns and not near:  # "1960's record" is the year's
        year = Expression("year", expression.start, expression.start + 4, {"year": words[:4], "_text": words[:4]})
        return check_year(year, scene, near)
    return expression


def _check_holiday(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """A holiday is none in the title of a work: "Halloween Part 9"; "the date of Easter" is of every year."""
    if scene.before(expression, 12).lower().endswith("the date of ") and set(expression.parts) == {"holiday", "_text"}:
        return None
    return None if _SEQUEL.match(scene.after(expression, 20)) else expression


def _check_relative_day(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """ "Most steel is made in Asia today": nowadays, and no day; "the stars of tomorrow": neither."""
    word = expression.parts["_text"].lower()
    if word not in ("today", "tomorrow", "yesterday"):
        return expression
    start, token = scene.sentence_start(expression.start), scene.token(expression)
    before = scene.text[start : expression.start]
    after = scene.text[expression.end : scene.sentence_end(expression.end)]
    general = is_figurative(token, before, after) or (word == "today" and means_nowadays(token, before, after))
    return None if general else expression


def _check_season(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before = scene.before(expression)
    word = expression.parts["season"]
    if "coming" in expression.parts and not _is_awaited(expression, scene):
        return None
    named = word[0].isupper() and re.search(r"[A-Z]\w+\s$", before) and "which" not in expression.parts
    return None if named else expression


def _is_awaited(expression: Expression, scene: Scene) -> bool:
    """Tell "is expected in the fall" from "he was hurt in the fall", and from "visitors come in the summer"."""
    verb, _ = find_governor(scene.token(expression))
    simple = verb is not None and verb.tag_ in ("VBZ", "VBP")
    return not simple and scene.direction(expression) == FUTURE


_CHECKS = {
    "clock": check_clock,
    "year": check_year,
    "month": check_month,
    "day": _check_day,
    "quarter": _check_quarter,
    "nth_weekday": _check_nth_weekday,
    "weekday": _check_weekday,
    "relative_unit": _check_relative,
    "narrative": _check_narrative,
    "decade": _check_decade,
    "season": _check_season,
    "holiday": _check_holiday,
    "relative_day": _check_relative_day,
}
