"""The words a person reads: names of articles and origins, dates, counts, and a mark for every verdict."""

import calendar
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factdiff.story import Story

MARKS = {"contradict": "≠", "update": "→", "compatible": "≈", "agree": "=", "single": "·"}
STANCE_WORDS = {"asserts": "asserted", "denies": "denied", "unclear": "left open"}
OWN_VOICE = "in its own words"
SILENCE = "–"

_NUMERALS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def count_noun(number: int, noun: str, plural: str = "") -> str:
    """Say a count as a newspaper does: "no contradictions", "one origin", "14 articles"."""
    word = _NUMERALS[number] if number < len(_NUMERALS) else f"{number:,}"
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def join_words(words: list[str]) -> str:
    """Join names as prose does: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def start_sentence(text: str) -> str:
    """Return `text` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def flatten(text: str) -> str:
    """Return `text` on one line: runs of white space become one space."""
    return " ".join(text.split())


def shorten(text: str, width: int) -> str:
    """Cut `text` at a word so that it and its ellipsis fit `width` characters."""
    text = flatten(text)
    if len(text) <= width:
        return text
    head = text[: width - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:") + "…"


def name_articles(story: "Story") -> dict[str, str]:
    """Give every article the shortest name that no other has: its outlet, if need be with day or id."""
    rows = list(story.articles[["article_id", "outlet", "published"]].itertuples(index=False))
    names = {r.article_id: flatten(r.outlet) or r.article_id for r in rows}
    for addition in (
        {r.article_id: format_day(r.published) for r in rows},
        {r.article_id: r.article_id for r in rows},
    ):
        uses = Counter(names.values())
        names = {a: f"{n} ({addition[a]})" if uses[n] > 1 and addition[a] else n for a, n in names.items()}
    return names


def name_origins(story: "Story") -> dict[str, str]:
    """Name every origin: what the relaying articles cite, else the article that is the original."""
    articles = name_articles(story)
    names = dict.fromkeys([*story.readings["origin_id"], *story.origins["origin_id"]], "")
    for row in story.origins.sort_values("role", key=lambda roles: roles.ne("relay"), kind="stable").itertuples():
        own = row.role == "original" and row.origin_id.endswith(row.article_id)
        name = articles[row.article_id] if row.role == "original" else articles.get(row.of, flatten(row.of))
        names[row.origin_id] = name if own else names[row.origin_id] or name
    return {origin: name or origin or "unknown origin" for origin, name in names.items()}


def lower_article(name: str) -> str:
    """Write a name's leading "A", "An", "The" or "Some" small, as it stands inside a sentence."""
    return re.sub(r"^(?:An?|The|Some)(?= [a-z])", lambda word: word[0].lower(), name)


def split_chain(speakers: str) -> list[str]:
    """Split an attribution chain into its voices, outermost first."""
    return [flatten(voice) for voice in speakers.split(" > ") if voice.strip()]


def _parse_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _month(day: date) -> str:
    return f"{calendar.month_name[day.month]} {day.year}"


def _is_month_end(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def format_day(text: str) -> str:
    """Write an ISO date or month out ("6 January 2026"), without its clock time; other text stays."""
    if re.fullmatch(r"\d{4}-\d\d", text):
        return _month(date(int(text[:4]), int(text[5:]), 1))
    day = _parse_day(text)
    return f"{day.day} {_month(day)}" if day else text


def format_moment(text: str) -> str:
    """Write an ISO date with its clock time out, if it has one: "7 January 2026, 11:52 UTC"."""
    clock = _CLOCK.search(text)
    if not clock:
        return format_day(text)
    zone = {None: "", "Z": " UTC", "+00:00": " UTC", "+0000": " UTC"}.get(clock[2], f" UTC{clock[2]}")
    return f"{format_day(text)}, {clock[1]}{zone}"


def _format_months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return _month(first)
    start = calendar.month_name[first.month] if first.year == last.year else _month(first)
    return f"{start} – {_month(last)}"


def format_interval(start: str, end: str) -> str:
    """Write a date or an interval of dates out, as short as it can be said.

    Examples:
        "2026-01-06", "2026-01-06" -> "6 January 2026"; "2025-11-01", "2025-11-30" -> "November 2025";
        "2025-10-01", "2025-12-31" -> "October – December 2025";
        "2025-11-01", "2025-11-10" -> "1–10 November 2025".
    """
    first, last = _parse_day(start), _parse_day(end or start)
    if not first or not last or "T" in start:
        same = not end or end == start
        return format_moment(start) if same else f"{format_moment(start)} – {format_moment(end)}"
    if first == last:
        return format_day(start)
    if first.day == 1 and _is_month_end(last):
        return _format_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{format_day(end)}"
    begin = f"{first.day} {calendar.month_name[first.month]}" if first.year == last.year else format_day(start)
    return f"{begin} – {format_day(end)}"


def format_published(article: Mapping[str, object]) -> str:
    """Write an article's time of publication out, as precisely as it is known."""
    if article["published_precision"] == "unknown" or not article["published"]:
        return "not known"
    clock = article["published_precision"] in ("second", "minute")
    month = article["published_precision"] == "month"
    return (format_moment if clock else format_day)(article["published"][:7] if month else article["published"])


def format_reason(code: str) -> str:
    """Turn a reason code into words: "less_precise" -> "less precise"."""
    return code.replace("_", " ")
