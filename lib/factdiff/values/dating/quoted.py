"""Dates in words that somebody said on another day: "We vote tomorrow," he told the paper on Monday."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from factdiff.lists import read_rows, read_words
from factdiff.syntax import Token
from factdiff.values.calendar import Span, year_span
from factdiff.values.dating.resolution import resolve_expression
from factdiff.values.dating.scene import REACH, Found, Scene, unresolved
from factdiff.values.dating.words import Expression

LONG_SINCE = 31  # days from what was said in some month or year to publication, from which "today" isn't of now

# Kinds that count from the day on which they are said, and those that do when they have no year.
_DEICTIC = frozenset(["relative_day", "relative_unit", "span", "ago", "weekday", "season"])
_YEARLESS = frozenset(["day", "month", "holiday", "quarter", "nth_weekday"])
_YEARS = frozenset(["year", "that_year", "frame", "short_year", "last_year"])
_DATING = frozenset(
    ["day", "glued", "weekday", "relative_day", "month", "year", "iso", "slash", "nth_weekday", "holiday", "season"]
)
_WIDE = frozenset(["decade", "century"])
_MARKS = re.compile(r"[“”\"]")
_SAYING = ("say", "report", "tell", "frame")
_TELLING = frozenset(["ask", "cry", "shout", "joke", "text", "email", "message"])
_ABOUT = frozenset(["before", "until", "till", "since", "by", "about", "of", "for", "ahead"])  # not of the saying
_SPEECH = re.compile(r"\b(?:speech|address|letter|interview|broadcast|sermon|diary|telegram|testimony)\b")
_WHEN = frozenset(["when", "as", "while", "after", "before", "during"])


def resolve_in_speech(expression: Expression, expressions: Sequence[Expression], scene: Scene) -> list[Found]:
    """Return what an expression stands for: within quotation marks, as of the day on which it was said.

    Args:
        expression: one of `expressions`.
        expressions: those of the text, in reading order.
        scene: what they are resolved against.
    """
    said = None
    if _counts_from_speech(expression):
        said = _find_saying(expression, expressions, scene) or _find_record(expression, scene)
    if said is None or scene.anchor is None or said.last >= scene.anchor:
        return resolve_expression(expression, scene)
    if said.first == said.last:
        return resolve_expression(expression, replace(scene, anchor=said.first, exact=True, tale=None, published=""))
    if (scene.anchor - said.last).days < LONG_SINCE:
        return resolve_expression(expression, scene)
    then = replace(scene, anchor=said.first, exact=True, tale=None, known=list(scene.known))
    made = resolve_expression(expression, then)
    if made and said == year_span(said.first.year) and made[0].reading.granularity == "year":
        return made  # "this year", in the annals for 1465
    if made and made[0].reading.granularity in _WIDE and expression.kind == "relative_unit":
        return resolve_expression(expression, replace(scene, anchor=said.first, tale=None))
    return [found._replace(reading=unresolved(found.reading.granularity, "no_event")) for found in made]


def _counts_from_speech(expression: Expression) -> bool:
    if expression.kind in _DEICTIC:
        return "year" not in expression.parts
    return expression.kind in _YEARLESS and not _YEARS & set(expression.parts)


def _find_saying(expression: Expression, expressions: Sequence[Expression], scene: Scene) -> Span | None:
    """Return when the words in whose quotation marks an expression stands were said, if their sentence tells it."""
    quotation = _find_quotation(scene.text, expression.start)
    if quotation is None:
        return None
    low, high = scene.sentence_start(quotation[0]), _attribution_end(quotation[1], scene)
    for other in expressions:
        if not (low <= other.start < quotation[0] or quotation[1] <= other.start < high) or other.kind not in _DATING:
            continue
        around = scene.text[low : quotation[0]] + scene.text[quotation[1] : high]
        if _find_quotation(scene.text, other.start) is None and _tells_saying(scene.token(other), around):
            found = resolve_expression(other, replace(scene, known=list(scene.known), sides=list(scene.sides)))
            if found and found[0].reading.date_start:
                return found[0].reading.days
    return None


# "the annals for 1465 record: "; a colon and a quotation
_LED_IN = re.compile(r":\s?(?:[“\"]|(?P<single>[‘']))(?P<said>[^“”\"]*)$")
_LEAD_BREAK = re.compile(r"[.;:“”\"]")
LEAD = 120  # characters before its colon
_SINGLE_END = re.compile(r"['’](?=[\s.,;:)]|$)")
_OLD_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def _find_record(expression: Expression, scene: Scene) -> Span | None:
    """Return the year of the old record that an expression is quoted from, if the words before tell one."""
    match = _LED_IN.search(scene.text, max(0, expression.start - REACH), expression.start)
    if match is None or (match["single"] and _SINGLE_END.search(match["said"])):
        return None
    lead = _LEAD_BREAK.split(scene.text[max(0, match.start() - LEAD) : match.start()])[-1]
    years = sorted(set(_OLD_YEAR.findall(lead)))
    words = set(re.findall(r"[a-z]+", lead.lower()))
    if len(years) != 1 or not words & read_words("record_nouns.txt"):
        return None
    return year_span(int(years[0]))


def _find_quotation(text: str, place: int) -> tuple[int, int] | None:
    """Return the quotation marks around a place; one that is left open goes on to the end of the text."""
    opened = -1
    for mark in _MARKS.finditer(text):
        if opened < 0 and mark.group() != "”":
            if mark.start() >= place:
                return None
            opened = mark.start()
        elif opened >= 0 and mark.group() != "“":
            if mark.start() >= place:
                return opened, mark.end()
            opened = -1
    return (opened, len(text)) if 0 <= opened < place else None


def _attribution_end(start: int, scene: Scene) -> int:
    """Return where the words after a quotation end that may tell who said it: nowhere after its full stop."""
    if scene.text[start - 2 : start - 1] == "." and not re.match(r"\s[a-z]", scene.text[start : start + 2]):
        return start
    return scene.sentence_end(start)


def _tells_saying(token: Token, around: str) -> bool:
    """Tell whether a date says when something was said: "told reporters on Monday", "proposed in 1961 in a speech"."""
    node = token
    for _ in range(8):
        above = node.head
        if above == node or node.dep_ in ("relcl", "appos", "ccomp", "xcomp", "conj"):
            return False
        if node.dep_ == "prep" and node.lower_ in _ABOUT and above.lemma_.lower() not in _messages():
            return False
        if node.dep_ == "acl" and above.lemma_.lower() not in _messages():
            return False
        if node.dep_ == "advcl" and not any(child.lower_ in _WHEN for child in node.children):
            return False
        if above.pos_ in ("VERB", "AUX") and (above.lemma_ in _speech() or _SPEECH.search(around)):
            return True
        node = above
    return False


@cache
def _speech() -> frozenset[str]:
    return _TELLING | {row["lemma"] for row in read_rows("cues.csv") if row["kind"] in _SAYING}


@cache
def _messages() -> frozenset[str]:
    return read_words("printed_nouns.txt") | read_words("message_nouns.txt")
