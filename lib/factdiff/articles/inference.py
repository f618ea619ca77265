"""Publication dates that aren't printed: what an article's days and the story's other articles tell."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from factdiff.articles.published import WEEKDAYS, Stamp, find_dates, find_days, find_months

NEAR = 14  # days; articles of one story that stand as close as this may date each other
SPREAD = 21  # days; a story whose dated articles lie further apart than this dates nothing

_AHEAD = re.compile(
    r"\b(?:will|would|due|schedul\w+|set (?:to|for)|expected|plan(?:s|ned)?|until|till|by|before|deadline|"
    r"next|upcoming|coming|starting|expir\w+|through|slated|ahead of|"
    r"to (?:be|begin|take|meet|visit|hold|appear))\b[^.;!?]*$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!s?\s+(?:Times|Mail|Express|Mirror|Telegraph|"
    r"Herald|Post|Star|Mass|School))\b(?:['’]s)?"
)
_NAMED = re.compile(
    r"\b(?:Black|Good|Bloody|Super|Easter|Palm|Ash|Holy|Cyber|Maundy|Sheffield|last|every|each|next|previous|the)\s+$",
    re.I,
)
_MONTH_WORD = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATED_AFTER = re.compile(rf"\s*,?\s*\(?(?:the )?(?:{_MONTH_WORD}[a-z]*\.? \d|\d{{1,2}}(?:st|nd|rd|th)?\b)")
_DATED_BEFORE = re.compile(rf"(?:{_MONTH_WORD}[a-z]*\.? \d{{1,2}}|\d{{1,2}} {_MONTH_WORD}[a-z]*)(?:, \d{{4}})?,? \(?$")


class Clue(NamedTuple):
    """What is known of an article's time: its own stamp and source, the day of its dateline, and its text.

    `lead` is the length of the title and first paragraphs within `text`.
    """

    stamp: Stamp
    source: str
    text: str = ""
    lead: int = 0
    month_day: tuple[int, int] | None = None


class Window(NamedTuple):
    """The days on which the dated articles of a story were published."""

    first: date
    last: date
    middle: date

    def gap(self, day: date) -> int:
        """Days between `day` and the window, 0 inside."""
        return max((self.first - day).days, (day - self.last).days, 0)


def infer_stamps(clues: Mapping[str, Clue]) -> dict[str, tuple[Stamp, str]]:
    """Return a stamp and its source for every article, inferring what isn't printed.

    An article dates itself by the latest day it looks back on, if that is in its first paragraphs; otherwise
    the dated articles of the story date it, as closely as its weekdays allow. What stays open is unknown.
    """
    found = {name: _own_stamp(clue) for name, clue in sorted(clues.items())}
    window = _find_window([stamp for stamp, source in found.values() if source not in ("inferred", "unknown")])
    window = window or _find_window([stamp for stamp, source in found.values() if source == "inferred"])
    if window is None:
        return found
    return {name: _with_window(clues[name], *found[name], window) for name in found}


def _own_stamp(clue: Clue) -> tuple[Stamp, str]:
    if clue.stamp.value:
        return clue.stamp, clue.source
    if clue.month_day and (day := _own_year(clue)):
        return Stamp(day.isoformat(), "day"), "dateline"
    stamp = _infer_alone(clue)
    return stamp, "inferred" if stamp.value else "unknown"


def _with_window(clue: Clue, stamp: Stamp, source: str, window: Window) -> tuple[Stamp, str]:
    if clue.month_day and not clue.stamp.value:
        day = _nearest_year(*clue.month_day, window.middle)
        if day and window.gap(day) <= NEAR:
            return Stamp(day.isoformat(), "day"), "dateline"
    if source in ("inferred", "unknown"):
        near = stamp.month is not None and _gap(stamp, window) <= NEAR
        if stamp.precision == "day" and near:
            return stamp, source
        return _infer_in_story(clue, window), "inferred"
    if source == "url" and stamp.precision == "month":
        closer = _infer_in_story(clue, window)
        if closer.precision == "day" and closer.value.startswith(stamp.value):
            return closer, "inferred"
    return stamp, source


def _gap(stamp: Stamp, window: Window) -> int:
    return window.gap(stamp.day) if stamp.day else min(window.gap(stamp.month + timedelta(days=n)) for n in range(28))


def _find_window(stamps: list[Stamp]) -> Window | None:
    days = sorted(stamp.day for stamp in stamps if stamp.day)
    if not days or (days[-1] - days[0]).days > SPREAD:
        return None
    return Window(days[0], days[-1], days[(len(days) - 1) // 2])


def _infer_alone(clue: Clue) -> Stamp:
    past = [day for place, day in past_dates(clue.text)]
    leading = [day for place, day in past_dates(clue.text[: clue.lead])]
    if not leading or (max(past) - max(leading)).days > NEAR:
        return Stamp()
    latest = max(past)
    weekdays = past_weekdays(clue.text)
    if not weekdays:
        return Stamp(latest.isoformat()[:7], "month")
    return Stamp(max([latest, *(_nearest_weekday(day, latest, latest) for day in weekdays)]).isoformat(), "day")


def _infer_in_story(clue: Clue, window: Window) -> Stamp:
    days = [day for _, day in past_dates(clue.text)]
    days += [day for _, *parts in past_days(clue.text) if (day := _nearest_year(*parts, window.last))]
    days = [day for day in days if window.gap(day) <= NEAR and day <= window.last + timedelta(days=3)]
    weekdays = [_nearest_weekday(day, window.first, window.last) for day in past_weekdays(clue.text)]
    if not weekdays or (window.last - window.first).days >= 7:
        month = max(days, default=window.middle)
        return Stamp(month.isoformat()[:7], "month")
    return Stamp(max(weekdays + days).isoformat(), "day")


def _own_year(clue: Clue) -> date | None:
    """The year of a dateline such as "TOKYO, Jan 7", from the years that the article names near that day."""
    known = [day for _, day in past_dates(clue.text)] or find_months(clue.text)
    days = [day for anchor in known if (day := _nearest_year(*clue.month_day, anchor))]
    near = [(abs((day - anchor).days), day) for day, anchor in zip(days, known, strict=False)]
    return min(near)[1] if near and min(near)[0] <= 100 else None


def past_dates(text: str) -> list[tuple[int, date]]:
    """Find the full dates that a text looks back on: (position, day)."""
    return [(f.start, f.day) for f in find_dates(text) if not _looks_ahead(text, f.start)]


def past_days(text: str) -> list[tuple[int, int, int]]:
    """Find the dates without a year that a text looks back on: (position, month, day)."""
    return [found for found in find_days(text) if not _looks_ahead(text, found[0])]


def past_weekdays(text: str) -> list[int]:
    """Find the weekdays that a text looks back on without dating them ("said on Wednesday"): 0 is Monday."""
    found = set()
    for match in _WEEKDAY.finditer(text):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]
        dated = _DATED_AFTER.match(after) or _DATED_BEFORE.search(before[-30:])
        if not dated and not _NAMED.search(before[-12:]) and not _looks_ahead(text, match.start()):
            found.add(WEEKDAYS.index(match["day"].lower()))
    return sorted(found)


def _looks_ahead(text: str, place: int) -> bool:
    return bool(_AHEAD.search(text[max(0, place - 70) : place].rsplit("\n", 1)[-1]))


def _nearest_weekday(weekday: int, first: date, last: date) -> date:
    """The day of the week inside a span of days, or the nearest to it; the earlier of two."""
    span = (last - first).days
    near = [first + timedelta(days=n) for n in range(-6, span + 7)]
    return min(
        (d for d in near if d.weekday() == weekday),
        key=lambda d: (max((first - d).days, (d - last).days, 0), d),
    )


def _nearest_year(month: int, day: int, anchor: date) -> date | None:
    found = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:  # 29 February
            continue
    return min(found, key=lambda d: abs((d - anchor).days), default=None)
