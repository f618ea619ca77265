"""The year that a tale is told in: "The fire broke out on June 14, 2017. The inquiry opened on September 14."."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from factdiff.syntax import Token
from factdiff.values.calendar import Span, year_span
from factdiff.values.dating.tense import FUTURE, find_governor, is_past, is_perfect, is_pluperfect, is_present

LONG_AGO = 366  # days: no day without a year is guessed to be further back than this
RECENT = 60  # days before publication in which a day without a year is mostly news, whatever was told before
NEXT_ACT, STEP_BACK = 150, 20  # days that a tale moves on, or back, before it names a year again
NEXT_DAYS = (31, 10, 5)  # days in which a tale is at the same matter: in its passage, in the next, beside news
BESIDE = 62  # days between two namesakes of which nobody knows which is meant
MAX_PASSAGES = 8  # passages in which a tale, if it is still told, makes a year unsure

_TELLING = ("day", "part_of_day", "minute", "hour", "month", "season", "quarter", "year")
_COMPARED = re.compile(
    r"\b(?:than(?:\s(?:in|for))?|on|over|versus|vs\.?|against)\s(?:the\s)?$"
)  # "3% up on January 2022"
# "since March 3, 2015" and "(born June 3, 1960)" tell no act of a tale
_ASIDE = re.compile(
    r"\b(?:since|until|till|from|between|to|by|before|born(?:\s(?:on|in))?|dated|of)\s(?:the\s|late\s|early\s)*$|\([^)]{0,40}$"
)
_OPENS = re.compile(r"(?:^\s*|[.!?”\"]\s+|\n\s*)(?:In|During|By|Throughout)\s(?:the\s)?$")
_NOW = re.compile(r"\b(?:now|today|currently|recently|nowadays|this\s(?:week|month|year))\b", re.IGNORECASE)


class Tale(NamedTuple):
    """What was told last of a time long past.

    Attributes:
        span: its days.
        sure: a main clause told them, so that the next sentence may go on from there.
        end: where in the text they were told; 0 when in a passage before.
        away: how many passages before.
        earlier: told in the pluperfect, of which the next sentence may go on too.
    """

    span: Span
    sure: bool
    end: int = 0
    away: int = 0
    earlier: bool = False


def follow_tale(
    tale: Tale | None, told: Tale, granularity: str, text: str, start: int, token: Token, anchor: date
) -> Tale | None:
    """Return the tale after one more date: the new one, the old one, or none when the date is of the present.

    Args:
        tale: the tale so far.
        told: the date, as if it were a tale.
        granularity: that of the date.
        text, start: where it begins.
        token: its head.
        anchor: the day of publication.
    """
    if (anchor - told.span.last).days <= LONG_AGO:
        return None
    before = text[max(0, start - 60) : start]
    if granularity not in _TELLING or _ASIDE.search(before):
        return tale
    if granularity in ("month", "quarter") and _COMPARED.search(before):
        return tale
    verb, nominal = find_governor(token)
    past = verb is not None and not nominal and is_past(verb)
    if granularity == "year":
        if tale is not None and tale.span.first.year == told.span.first.year:
            return tale._replace(end=told.end, away=0)
        opens = bool(_OPENS.search(before))
        return told._replace(sure=opens) if opens or past else tale
    if verb is None or not past:  # "the January 1986 figure" tells no act, "samples taken in January 1986" does
        acted = verb is not None and not nominal and verb.tag_ == "VBN"
        return tale if granularity in ("month", "season", "quarter") and not acted else told
    main = verb.dep_ not in ("relcl", "acl")
    first = not re.search(r"[.!?”\"]\s+[A-Z]", text[:start])  # nothing of the present before it in its passage
    return told._replace(sure=main and not is_pluperfect(verb), earlier=main and first and is_pluperfect(verb))


def carry_tale(tale: Tale | None) -> Tale | None:
    """Return the tale as the next passage finds it."""
    if tale is None or tale.away >= MAX_PASSAGES:
        return None
    return tale._replace(end=0, away=tale.away + 1)


def place_in_tale(
    tale: Tale | None,
    guess: Span,
    put: Callable[[int], Span | None],
    token: Token,
    direction: str,
    between: str,
    anchor: date,
) -> Span | None:
    """Return the days of a month or day without a year: in the year of the tale, as guessed, or nothing.

    A wrong year makes a false contradiction, so that a day which may be of the tale or of the present has none.

    Args:
        tale: what was told last of a time long past.
        guess: the days as publication and tense put them.
        put: from a year to the days of that year.
        token: the head of the date.
        direction: past, leaning, future or ''.
        between: the words since the tale.
        anchor: the day of publication.
    """
    if tale is None:
        return guess
    if direction == FUTURE:  # "He was told to be there on May 3": of the tale or of the present
        return None if tale.sure and not tale.away and _looked_ahead(token) else guess
    verb, nominal = find_governor(token)
    if verb is not None and not nominal and (is_present(verb) or is_perfect(verb)):
        return guess
    days = put(tale.span.first.year)
    if days is None:
        return guess
    shift = 0 if tale.span == year_span(days.first.year) else (days.first - tale.span.first).days
    told_day = tale.sure and days.first == days.last  # not a month: a trial follows a deed by months
    if -2 <= (anchor - guess.last).days <= RECENT:
        beside = (tale.sure or tale.earlier) and not tale.away and abs(shift) <= BESIDE
        told_day = told_day and tale.sure
        return days if beside and told_day and 0 < shift <= NEXT_DAYS[2] else None if beside else guess
    goes_on = -STEP_BACK <= shift <= NEXT_ACT and tale.sure and tale.away <= 1 and not _NOW.search(between)
    if guess.first <= anchor and guess.last.year == anchor.year:  # who leaves out a year means the present one
        if not goes_on or (tale.away and days.first != days.last):
            return guess
        return days if told_day and 0 < shift <= NEXT_DAYS[min(tale.away, 1)] else None
    return days if goes_on else None


def _looked_ahead(token: Token) -> bool:
    """Tell what was to come in a tale ("was told to be there on May 3", "taxes starting November 1") from a plan."""
    verb, _ = find_governor(token)
    for _ in range(4):
        if verb is None:
            return False
        if is_past(verb):
            return True
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
        if helpers & {"would", "'d", "’d"} and verb.head == verb:
            return True
        if is_present(verb) or is_perfect(verb) or verb.head == verb or helpers & {"will", "wo", "'ll", "’ll", "shall"}:
            return False
        verb = verb.head if verb.head.pos_ in ("VERB", "AUX") else find_governor(verb)[0]
    return False
