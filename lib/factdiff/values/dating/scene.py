"""What a date is resolved against, and what it is resolved to."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from factdiff.syntax import Doc, Token
from factdiff.values.calendar import Span
from factdiff.values.dating.tale import RECENT, Tale, follow_tale, place_in_tale
from factdiff.values.dating.tense import FUTURE, LEANING, OPEN, PAST, find_direction, find_governor, head_of, is_past
from factdiff.values.dating.words import Expression

REACH = 400  # characters within which "the next day" looks back for its day
OPENING = 45  # characters from the start of a sentence within which "In October" opens it
LAST_YEAR = 330  # days: who means a day of last year further back says so
PLANNED = 62  # days from a day told in the past to another that was planned after it
SAME_WEEKS = 31  # days around one of a year long past, in which another without a year may be of it
FAR, NEAR = 300, 14  # days: nobody leaves out the year of a day so long past when its namesake is so near
DAY_KINDS = ("day", "part_of_day", "minute", "hour")

_PRESENT = re.compile(r"\b(?:will|won['’]t|is|are|has|have|now|today|due|['’]ll)\b")
_SINCE = re.compile(r"\([^()]*\bsince\s[^()]*$")
_SENTENCE_START = re.compile(r"(?<![ap])(?<!\b[A-Z])[.!?][”\"']?\s+(?=[A-Z“\"‘])")
_SENTENCE_END = re.compile(r"(?<![ap]\.m)(?<!\b[A-Z])[.!?][”\"']?(?=\s+[A-Z“\"‘]|\s*$)")


class Reading(NamedTuple):
    """What an expression stands for: ISO 8601 start and end ('' when unresolved), granularity, reason."""

    date_start: str
    date_end: str
    granularity: str
    reason: str

    @property
    def days(self) -> Span:
        """The days from start to end of a resolved reading."""
        return Span(date.fromisoformat(self.date_start[:10]), date.fromisoformat(self.date_end[:10]))


class Found(NamedTuple):
    """A reading and the characters it was read from; `role` where the words themselves tell it.

    `day_told` is false for a clock time whose sentence names no day.
    """

    start: int
    end: int
    reading: Reading
    role: str = ""
    day_told: bool = True


class Known(NamedTuple):
    """A date the text has told so far, for "the next day" to count from."""

    end: int
    span: Span
    granularity: str


@dataclass
class Scene:
    """What a date is resolved against.

    Attributes:
        doc, text: the parsed text, and its characters (`doc.text` builds them anew at every call).
        anchor: the day of publication, or nothing.
        exact: the anchor is known to the day, not only to the month.
        known: the dates told so far.
        sides: where in the text a tense was found, and which.
        published: the moment of publication, ISO 8601 with its time; '' when only the day is known.
        host_days: the days that the blocks before told, ISO 8601 intervals, the first to try first.
        tale: what was told last of a time long past, here or in the blocks before.
        full_days: the days that the whole article prints with their year.
    """

    doc: Doc
    text: str
    anchor: date | None
    exact: bool
    known: list[Known] = field(default_factory=list)
    sides: list[tuple[int, str]] = field(default_factory=list)
    published: str = ""
    host_days: Sequence[str] = ()
    tale: Tale | None = None
    full_days: frozenset[date] = frozenset()

    @property
    def day(self) -> date | None:
        """The day of publication when it is known to the day."""
        return self.anchor if self.exact else None

    def before(self, expression: Expression, length: int = 60) -> str:
        """Return the characters before an expression."""
        return _narrow_spaces(self.text[max(0, expression.start - length) : expression.start])

    def after(self, expression: Expression, length: int = 60) -> str:
        """Return the characters after an expression."""
        return _narrow_spaces(self.text[expression.end : expression.end + length])

    def sentence_start(self, end: int) -> int:
        """Return where the sentence of a character begins, at most 400 characters before it."""
        ends = [match.end() for match in _SENTENCE_START.finditer(self.text, max(0, end - REACH), end)]
        return ends[-1] if ends else max(0, end - REACH)

    def sentence_end(self, start: int) -> int:
        """Return where the sentence of a character ends."""
        match = _SENTENCE_END.search(self.text, start)
        return match.start() if match else len(self.text)

    def head(self, start: int, end: int) -> int:
        """Return the index of the token that the others of a stretch of text hang on."""
        return head_of(self.doc.char_span(start, end)).i

    def token(self, expression: Expression) -> Token:
        """Return the head of an expression."""
        return self.doc[self.head(expression.start, expression.end)]

    def direction(self, expression: Expression) -> str:
        """Return past, leaning, future or '' for the clause an expression stands in (see `tense.find_direction`)."""
        start, end = expression.start, expression.end
        if "_lead" in expression.parts:
            start, end = map(int, expression.parts["_lead"].split())
        span = self.doc.char_span(start, end)
        side = find_direction(self.doc, self.text, start, end, head_of(span)) if span is not None else OPEN
        if side == OPEN and self.sides and self.sides[-1][0] >= self.sentence_start(start):
            return self.sides[-1][1]  # "the first left on Aug. 1; the second on Aug. 5"
        if side in (PAST, FUTURE):
            self.sides.append((start, side))
        return side

    def story_day(self, expression: Expression, direction: str) -> date | None:
        """Return the day that a coming date is counted from: that of publication, or the one that opens the sentence.

        "In October he announced a census for late November" is of one autumn, however long ago.
        """
        low = self.sentence_start(expression.start)
        opening = [k for k in self.known if low < k.end <= low + OPENING and k.granularity in (*DAY_KINDS, "month")]
        if direction != FUTURE or self.anchor is None or not opening or opening[-1].end > expression.start:
            return self.anchor
        between = self.text[opening[-1].end : expression.start]
        past = opening[-1].span.last < self.anchor and not _PRESENT.search(between)
        return opening[-1].span.last if past else self.anchor

    def learn(self, found: Found) -> None:
        """Keep a date that was told, for later ones to count from."""
        days = found.reading.days
        self.known.append(Known(found.end, days, found.reading.granularity))
        if self.anchor is not None:
            told, token = Tale(days, False, found.end), self.doc[self.head(found.start, found.end)]
            granularity = found.reading.granularity
            self.tale = follow_tale(self.tale, told, granularity, self.text, found.start, token, self.anchor)

    def place(self, expression: Expression, guess: Span, put: Callable[[int], Span | None]) -> Span | None:
        """Return the days of an expression without a year, in the year of its tale; nothing when that isn't sure."""
        if self.tale is None or self.anchor is None:
            return guess
        between, direction = self.text[self.tale.end : expression.start], self.direction(expression)
        return place_in_tale(self.tale, guess, put, self.token(expression), direction, between, self.anchor)

    def names_other_year(self, day: date) -> bool:
        """Tell whether the same day of a year further back than any guess is told: "August 15, 1947".

        Beside a day that isn't news, one of the same weeks is enough.
        """
        hosts = [date.fromisoformat(interval[:10]) for interval in self.host_days]
        told = [*hosts, *(known.span.first for known in self.known if known.granularity in DAY_KINDS)]
        if any((d.month, d.day) == (day.month, day.day) and d.year < day.year - 1 for d in told):
            return True
        news = self.anchor is not None and -1 <= (self.anchor - day).days <= RECENT
        if day in self.full_days or news:
            return False
        return any(d.year < day.year - 1 and _days_apart(d, day) <= SAME_WEEKS for d in self.full_days)

    def is_of_thing(self, expression: Expression) -> bool:
        """Tell whether a date belongs to a noun: "the May 2 ruling", "the launch, scheduled for May 30, was halted"."""
        verb, nominal = find_governor(self.token(expression))
        return nominal or (verb is not None and verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "relcl"))

    def planned_then(self, expression: Expression, days: list[date]) -> date | None:
        """Return the day of a plan of the past: "in orbit since June 5, they were due home on June 14"."""
        verb, _ = find_governor(self.token(expression))
        low = self.sentence_start(expression.start)
        told = [k for k in self.known if low < k.end <= expression.start and k.granularity in DAY_KINDS]
        if self.anchor is None or not told or verb is None or not is_past(verb):
            return None
        near = [day for day in days if 0 < (day - told[-1].span.first).days <= PLANNED and day <= self.anchor]
        return near[0] if near else None

    def is_too_far(self, guess: Span) -> bool:
        """Tell whether days without a year are guessed so far back in last year that nobody leaves out the year."""
        if (
            self.anchor is None
            or guess.last.year >= self.anchor.year
            or (guess.first.month, guess.first.day) == (2, 29)
        ):
            return False
        return (self.anchor - guess.last).days > LAST_YEAR

    def latest(self, expression: Expression, *granularities: str) -> Known | None:
        """Return the date told last before an expression, not far away, of one of these granularities."""
        for known in reversed(self.known):
            if known.granularity in granularities and known.end <= expression.start and not self._is_since(known):
                return known if expression.start - known.end < REACH else None
        return None

    def _is_since(self, known: Known) -> bool:
        """ "(his partner since 1965)": an aside that tells no act to count from."""
        return self.text.startswith(")", known.end) and bool(
            _SINCE.search(self.text, max(0, known.end - 60), known.end)
        )


def _days_apart(one: date, other: date) -> int:
    """Return the days between two days, whatever their years."""
    apart = abs((one.month - other.month) * 30 + one.day - other.day)
    return min(apart, 360 - apart)


def _narrow_spaces(text: str) -> str:
    """Leave one white space of each run."""
    return re.sub(r"(\s)[ \t\xa0]+", r"\1", text) if "  " in text else text


def read_span(span: Span, granularity: str, reason: str = "") -> Reading:
    """Return the reading of whole days."""
    return Reading(span.first.isoformat(), span.last.isoformat(), granularity, reason)


def unresolved(granularity: str, reason: str) -> Reading:
    """Return a reading that says why it has no days."""
    return Reading("", "", granularity, reason)


def told_year(expression: Expression, scene: Scene) -> int | None:
    """Return the year that the words name, outright, as "last year", or by the frame of the sentence."""
    parts = expression.parts
    if year := parts.get("year") or parts.get("frame"):
        return int(year) if year.isdigit() else scene.anchor.year if scene.anchor else None
    words = parts.get("that_year", "").lower().split()
    if not words:
        return None
    if words[-2:] == ["new", "year"]:
        return scene.anchor.year + (scene.anchor.month > 6) if scene.anchor else None
    if words[0] in ("last", "this", "next", "year"):
        return scene.anchor.year + {"last": -1, "next": 1}.get(words[0], 0) if scene.anchor else None
    known = scene.latest(expression, "year", "month", "day", "quarter", "season")
    return known.span.first.year + {"previous": -1, "following": 1, "next": 1}.get(words[-2], 0) if known else None


def counts_from_told(expression: Expression) -> bool:
    """Tell whether its year is that of a date told before: "November of the same year"."""
    return expression.parts.get("that_year", "").lower().split()[:1] in (["that"], ["the"])


def choose_day(days: list[date], anchor: date, direction: str) -> date:
    """Return the day of neighbouring years that a direction asks for; the nearest when it is open."""
    past = [day for day in days if day <= anchor + timedelta(days=1)]  # in another zone the day may have begun
    future = [day for day in days if day >= anchor]
    if direction == PAST and past:
        soon = bool(future) and (anchor - past[-1]).days > FAR and (future[0] - anchor).days <= NEAR
        return future[0] if soon else past[-1]  # "voted to strike on March 24"
    if direction == FUTURE and future:
        return future[0]
    behind = 0.5 if direction == LEANING else 1
    return min(days, key=lambda day: (max((day - anchor).days, (anchor - day).days * behind), day))


def next_word(after: str) -> str:
    """Return the word that a text begins with, after its space; '' if none."""
    match = re.match(r"['’]?\s(\w+)", after)
    return match.group(1) if match else ""
