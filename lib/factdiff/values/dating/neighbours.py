"""What dates lend each other: "March and April 2012", "Nov. 10, 11 and 12", "In 2012, ... in April"."""

import re

from factdiff.values.dating.scene import Scene
from factdiff.values.dating.tense import find_governor, is_past
from factdiff.values.dating.words import Expression, month_numbers, number_of

_MORE_DAYS = re.compile(
    r"""(?:,\s|,?\s(?:and|or|&)\s)((?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)(?:,\s((?:19|20)\d\d)\b)?
    (?=\s?$|[.;)](?!\d)|,\s\D|,\s\d\d?\s(?:and|or)\s
       |,?\s(?:and|or|in|at|to|on|of|were|was|are|is|will|would|for|when|as|by|with|after|before|that)\b)""",
    re.VERBOSE,
)
_MORE_DECADES = re.compile(r"(?:,\s|,?\s(?:and|or|to)\s)(['’‘]?(\d0)s)(?!\w)")
_RANGE = re.compile(r"(?:,?\s?(?:and|or|to|through|until|till|[-–—])|,)\s?(?:(?:the|on|in)\s)*")
_IN_YEAR = re.compile(r"[^.;:!?]{0,60}\bin\s")
# "last season the team fell to last place on May 19"
_LAST_YEAR = re.compile(r"\b[Ll]ast\s(?:year|season)\b(?!['’]),?(?:\s[^.;:,]{0,80})?$")
_YEARS_AGO = re.compile(
    r"\b(?P<count>[Aa]|\d\d?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)\syears?\s"
    r"(?P<ago>ago|earlier|before),?(?P<gap>\s(?:[^.;:,]{0,80}))$"
)
# "The year before, ... on May 3", "Last summer, he was arrested on July 8"
_OTHER_YEAR = re.compile(
    r"(?:^|[.!?”\"]\s+|\n\s*)(?:(?:In\s)?[Tt]he\s(?:previous\s(?:year|season|summer|autumn|fall|winter|spring)|year\sbefore)"
    r"|Last\s(?:summer|autumn|fall|winter|spring)),?\s[^.;:,]{0,80}$"
)
_NOW = re.compile(r"\b(?:is|are|will|now|today|has|have)\b")
_FRAME = re.compile(r"(?:^|[.!?”\"]\s+|\n\s*)[Ii]n\s$")
_NEXT_ACT = re.compile(
    r",?\s(?:and|but|then|and\sthen|before)\s(?:[\w'’-]+\s){1,7}?(?:in|on)\s(?:early\s|late\s|mid-)?"
)
# "in November last year, with the bank receiving a copy in December"
_SAME_TALE = re.compile(r"[^.;:]{0,70}\b(?:in|on)\s(?:early\s|late\s|mid-)?")
_NOW_OR_SAID = re.compile(
    r"\b(?:will|would|is|are|has|have|now|this|next|since|again|said|says|told|announced|reported)\b"
)
_NOT_PAST = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|is|are|has|have|plans?|expects?|expected|due|to|since|now|again|recently"
    r"|(?:said|says|told|announced|reported))\b"
)
_NOW_THEN = re.compile(r"\b(?:will|would|is|are|now|since|this|next|has|have)\b")
_ON = re.compile(r"(?:^|\bago,?)\s(?:in|on)\s(?:early\s|late\s|mid-)?$")
_PLACED = re.compile(r"\b(?:[Ii]n|[Oo]n)\s(?:early\s|late\s|mid-)?$")
_UNDATED = ("day", "month", "lone_day")


def further_days(expression: Expression, text: str) -> list[Expression]:
    """Return the days after the first of "Nov. 10, 11 and 12", which have no month of their own."""
    made = [expression]
    while expression.kind == "day" and not _has_year(made[-1]):
        match = _MORE_DAYS.match(text, made[-1].end)
        if not match:
            break
        year = {"year": match[2]} if match[2] else {}
        parts = {"month": expression.parts["month"], "day": match[1], "_text": match[1]} | year
        made.append(Expression("day", match.start(1), match.end(2 if year else 1), parts))
    return made[1:]


def further_decades(expression: Expression, text: str) -> list[Expression]:
    """Return the decades after the first of "the 1950s, 60s and '70s", which have no century of their own."""
    made, decade = [expression], expression.parts.get("decade", "")
    while expression.kind == "decade" and len(decade) == 4:
        match = _MORE_DECADES.match(text, made[-1].end)
        if not match or int(match[2]) <= int(decade[2:]):
            break
        decade = decade[:2] + match[2]
        made.append(Expression("decade", match.start(1), match.end(1), {"decade": decade, "_text": match[1]}))
    return made[1:]


def share_years(expressions: list[Expression], scene: Scene) -> list[Expression]:
    """Give months and days without a year that of their neighbour, or that of the year that opens their sentence."""
    made, text = list(expressions), scene.text
    for i in range(len(made) - 2, -1, -1):
        made[i] = _share_backward(made[i], made[i + 1], text[made[i].end : made[i + 1].start])
    for i in range(1, len(made)):
        made[i] = _share_forward(made[i - 1], made[i], text[made[i - 1].end : made[i].start])
    made = [_share_story(a, b, scene) for a, b in zip([None, *made], made, strict=False)]
    taken = {e.parts["_year_at"] for e in made if "_year_at" in e.parts}
    made = [e for e in made if str(e.start) not in taken and (e.kind != "lone_day" or "month" in e.parts)]
    return _doubt_years(_frame_years(made, scene), scene)


def _doubt_years(expressions: list[Expression], scene: Scene) -> list[Expression]:
    """Mark the day of "He chose August 15 as the date of independence in 1947": not of the year of publication."""
    made = list(expressions)
    for i, expression in enumerate(made[:-1]):
        bare = expression.kind in ("day", "month") and not {"which", "weekday"} & set(expression.parts)
        if bare and not _has_year(expression) and _is_of_other_year(expression, made[i + 1 :], scene):
            made[i] = expression._replace(parts=expression.parts | {"_doubt": "year"})
    return made


def _is_of_other_year(expression: Expression, later: list[Expression], scene: Scene) -> bool:
    """Tell whether the same verb of the past has a year long past, in the same sentence."""
    end = scene.sentence_end(expression.end)
    for year in later:
        if year.start >= end:
            return False
        if year.kind != "year" or set(year.parts) != {"year", "_text"} or not scene.before(year, 3).endswith("in "):
            continue
        if scene.anchor is None or int(year.parts["year"]) >= scene.anchor.year - 1:
            return False
        verb, _ = find_governor(scene.token(expression))
        return verb is not None and is_past(verb) and verb == find_governor(scene.token(year))[0]
    return False


def _share_backward(one: Expression, two: Expression, gap: str) -> Expression:
    if one.kind == "lone_day":
        dated = two.kind == "day" or (two.kind == "lone_day" and "month" in two.parts)
        return _lend(one, two, "month", "year", "that_year") if dated else one
    if _has_year(one):
        return one
    if one.kind == "holiday" and two.kind == "year" and _IN_YEAR.fullmatch(gap):
        return _lend(one, two, "year", _year_at=str(two.start)) if "last_year" not in two.parts else one
    if one.kind == "holiday" and two.kind == "day" and gap in (", ", " ("):
        return _lend(one, two, "year", "that_year")  # "Good Friday, 2 April 2010"
    if one.kind not in _UNDATED or two.kind not in _UNDATED or not _RANGE.fullmatch(gap):
        return one
    if "year" in two.parts:
        return _lend(one, two, year=str(int(two.parts["year"]) - (_month_of(one) > _month_of(two))))
    return _lend(one, two, "that_year")


def _share_forward(one: Expression, two: Expression, gap: str) -> Expression:
    if one.kind not in _UNDATED or two.kind not in _UNDATED or _has_year(two) or not _RANGE.fullmatch(gap):
        return two
    if "year" not in one.parts:  # "January and February": both on the side of the first
        return _lend(two, one, _lead=one.parts.get("_lead", f"{one.start} {one.end}"))
    return _lend(two, one, year=str(int(one.parts["year"]) + (_month_of(two) < _month_of(one))))


def _share_story(one: Expression | None, two: Expression, scene: Scene) -> Expression:
    """ "in March 2001 and became CEO in August": what comes next in the sentence came next in time."""
    if one is None or one.kind not in ("day", "month") or two.kind not in ("day", "month") or _has_year(two):
        return two
    gap = scene.text[one.end : two.start]
    if one.parts.get("that_year", "").lower() == "last year" and _month_of(two) > _month_of(one):
        return _lend(two, one, "that_year") if _SAME_TALE.fullmatch(gap) and not _NOW_OR_SAID.search(gap) else two
    placed = _PLACED.search(scene.before(one, 20)) and "year" in one.parts and not {"which", "weekday"} & set(two.parts)
    if not placed or not _NEXT_ACT.fullmatch(gap) or _NOT_PAST.search(gap):
        return two
    year = int(one.parts["year"]) + (_month_of(two) < _month_of(one))
    told = scene.anchor is None or (year, _month_of(two)) <= (scene.anchor.year, scene.anchor.month)
    return _lend(two, one, year=str(year)) if told else two


def _lend(to: Expression, lender: Expression, *names: str, **told: str) -> Expression:
    """Return `to` with the parts of these names that the lender has, and the ones told outright."""
    lent = {name: lender.parts[name] for name in names if name in lender.parts}
    return to._replace(parts=to.parts | lent | told)


def _has_year(expression: Expression) -> bool:
    return any(key in expression.parts for key in ("year", "that_year", "frame"))


def _month_of(expression: Expression) -> int:
    return month_numbers().get(expression.parts.get("month", "").lower(), 0)


def _frame_years(expressions: list[Expression], scene: Scene) -> list[Expression]:
    """ "In 2012, ... in April": a year that opens a sentence holds for the bare months of that sentence."""
    made, frame, until, opened = [], "", 0, 0
    for expression in expressions:
        if expression.kind == "year" and _FRAME.search(scene.before(expression, 12)):
            frame = "" if {"part", "last_year"} & set(expression.parts) else expression.parts["year"]
            until = scene.sentence_end(expression.end)
            opened = expression.end
        bare = expression.kind in ("day", "month") and not _has_year(expression)
        weekday = expression.kind == "weekday" and not {"which", "week"} & set(expression.parts)
        past = frame != "" and scene.anchor is not None and int(frame) < scene.anchor.year
        now = past and bool(_NOW.search(scene.text, opened, expression.start))
        if weekday and past and not now and expression.start < until:
            expression = expression._replace(parts=expression.parts | {"_doubt": "year"})
        if bare and frame and _NOW.search(scene.text, opened, expression.start):
            frame = ""  # "In 1939 it became a museum, which is open through April 2"
        if bare and frame and expression.start < until and not {"which", "weekday"} & set(expression.parts):
            expression = expression._replace(parts=expression.parts | {"frame": frame})
        elif bare and not {"which", "weekday"} & set(expression.parts):
            expression = _lend_frame(expression, scene)
        elif weekday and _YEARS_AGO.search(before := scene.before(expression, 40)) and _ON.search(before):
            expression = expression._replace(parts=expression.parts | {"_doubt": "year"})  # "a year ago on Sunday"
        made.append(expression)
    return made


def _lend_frame(expression: Expression, scene: Scene) -> Expression:
    """Give a bare month or day the year of "Last year, ..." or "Two years ago, ..." before it in its clause."""
    parts = expression.parts
    if _is_of_last_year(expression, scene):
        return expression._replace(parts=parts | {"that_year": "last year"})
    before = scene.before(expression, 130)
    if _OTHER_YEAR.search(before) and not _NOW_THEN.search(_OTHER_YEAR.search(before).group()):
        return expression._replace(parts=parts | {"_doubt": "year"})
    match = _YEARS_AGO.search(before)
    if match is None or _NOW_THEN.search(match["gap"]) or scene.anchor is None:
        return expression
    opens = re.search(
        r"(?:^|[.!?”\"]\s+|\n\s*)(?:(?:About|Around|Just|Nearly|Almost|Some|Only)\s)?$", before[: match.start()]
    )
    if not opens and not _ON.search(match["gap"]):
        return expression
    count, month = number_of(match["count"])[0], _month_of(expression)
    year, ahead = scene.anchor.year - int(count), month - scene.anchor.month
    if match["ago"] != "ago" or abs(ahead) > 6:
        return expression._replace(parts=parts | {"_doubt": "year"})
    return expression._replace(parts=parts | {"frame": str(year)})


def _is_of_last_year(expression: Expression, scene: Scene) -> bool:
    before = _LAST_YEAR.search(scene.before(expression, 90))
    return bool(before) and not re.search(r"\b(?:will|would|may|is|are|now|since|this|next)\b", before.group())
