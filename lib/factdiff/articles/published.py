"""When an article was published: the times that pages print, and what they stand for."""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_FIRST = (  # country domains under which 02/07/2013 is in July
    "uk", "in", "au", "nz", "ie", "za", "sg", "my", "pk", "bd", "lk", "ke", "ng", "gh", "ae", "hk", "fr",
    "de", "es", "it", "nl", "tr", "ru", "id", "vn", "th", "il", "eg", "br", "mx", "ar",
)  # fmt: skip
YEARS = range(1900, 2100)

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_BEFORE, _AFTER = r"(?<![\w/.-])", r"(?![\w/]|[.-]\d)"
_DATES = tuple(
    re.compile(_BEFORE + pattern + _AFTER, re.IGNORECASE)
    for pattern in (
        rf"{_MONTH}\s*{_DAY}\s*[,.]?\s*{_YEAR}",
        rf"{_DAY}[\s-]*(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}",
        rf"{_YEAR}(?P<sep>[-/.])(?P<number>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?=T\d|\b)",
    )
)
_ISO_TIME = re.compile(rf"{_BEFORE}{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)[T ](?=\d\d:\d\d)", re.IGNORECASE)
_NUMERIC = re.compile(rf"{_BEFORE}(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep){_YEAR}(?![\w/])")
_MONTH_ONLY = re.compile(rf"{_BEFORE}{_MONTH},?\s+{_YEAR}{_AFTER}", re.IGNORECASE)
_NO_YEAR = tuple(
    re.compile(_BEFORE + pattern + r"(?!\s*,?\s*(?:19|20)\d\d)" + _AFTER, re.IGNORECASE)
    for pattern in (rf"{_MONTH}\s*{_DAY}", rf"{_DAY}\s+{_MONTH}")
)
_CLOCK = re.compile(
    r"(?<![\d:/.])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?\s*"
    r"(?:(?P<half>[ap])\.?m\b\.?|(?P<hours>hrs|hours|h)\b)?",
    re.IGNORECASE,
)
_MILITARY = re.compile(
    r"(?<!\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?=hrs\b|hours\b|GMT\b|UTC\b)", re.IGNORECASE
)
_OFFSET = re.compile(r"\s*\(?(?:GMT|UTC)?\s*(?P<sign>[+−-])(?P<h>\d{1,2}):?(?P<m>\d\d)?\)?(?!\d)", re.IGNORECASE)
_ZONE = re.compile(r"\s*\(?(?P<zone>[A-Z]{1,4})\b\)?")
_FILLER = re.compile(
    r"\b(?:first|last|originally|published|updated|posted|modified|created|added|issued|revised|edited|uploaded|filed|"
    r"publication|update|release[ds]?|date|time|on|at|of|the|from|in|local|hrs|hours|gmt|utc|est|edt|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?P<label>(?:first |originally )?(?:published|posted|filed|issued|created|released?)|"
    r"(?:last )?(?:updated|modified|revised|edited)|update)\b",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<clock>\d\d:\d\d)(?P<second>:\d\d)?(?:[.,]\d+)? ?"
    r"(?:(?P<zulu>Z)|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)?)?",
    re.IGNORECASE,
)
_PIECES = re.compile(r"[|•·–—]|\s[/-]\s")


class Stamp(NamedTuple):
    """A point in time as ISO 8601, with the precision at which it is known; empty when it isn't."""

    value: str = ""
    precision: str = "unknown"

    @property
    def day(self) -> date | None:
        """The calendar day, when it is known."""
        return date.fromisoformat(self.value[:10]) if len(self.value) >= 10 else None

    @property
    def month(self) -> date | None:
        """The first day of the month, when at least the month is known."""
        return date.fromisoformat(self.value[:7] + "-01") if len(self.value) >= 7 else None


class Found(NamedTuple):
    """A date found in a text: its day, its span, and its time of day and offset when it has them."""

    day: date
    start: int
    end: int
    clock: str = ""
    offset: str = ""

    @property
    def stamp(self) -> Stamp:
        """The ISO form."""
        if not self.clock:
            return Stamp(self.day.isoformat(), "day")
        precision = "second" if self.clock.count(":") == 2 else "minute"
        return Stamp(f"{self.day.isoformat()}T{self.clock}{self.offset}", precision)


def read_iso(text: str) -> Stamp:
    """Read an ISO 8601 date or time, from the month down; an empty Stamp when it is none.

    `2026-01`, `2026-01-07`, `2026-01-07T11:52Z`, `2026-01-07 11:52:00+09:00`.
    """
    text = text.strip()
    if clocked := _ISO.fullmatch(text):
        return _read_iso_time(clocked)
    try:
        if re.fullmatch(r"\d{4}-\d\d", text):
            return Stamp(date.fromisoformat(text + "-01").isoformat()[:7], "month")
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return Stamp(date.fromisoformat(text).isoformat(), "day")
    except ValueError:
        pass  # no such day
    return Stamp()


def _read_iso_time(match: re.Match[str]) -> Stamp:
    found = find_date(match["day"])
    clock = match["clock"] + (match["second"] or "")
    if found is None or clock > "23:59:59" or clock[3:5] > "59" or clock[6:] > "59":
        return Stamp()
    offset = match["sign"] or match["zulu"] or ""
    if match["sign"]:
        offset = _iso_offset(match["sign"], match["hours"], match["minutes"] or "")
    return Found(found.day, 0, 0, clock, offset.upper()).stamp


def find_date(text: str, *, domain: str = "") -> Found | None:
    """Find the first full date in a header line or the like, with its time of day if that stands beside it.

    Args:
        text: a line such as "Tue Jul 2,2013 1:28PM GMT" or "Updated: July 02,2013 15:50 IST".
        domain: the host name of the page; it says what IST or 02/07/2013 mean where they are ambiguous.
    """
    matches = [(m, _day_of(m)) for pattern in (_ISO_TIME, *_DATES) for m in pattern.finditer(text)]
    matches += [(m, _numeric_day(m, domain)) for m in _NUMERIC.finditer(text)]
    dated = sorted(((m.start(), -m.end(), m, day) for m, day in matches if day), key=lambda entry: entry[:2])
    if not dated:
        return None
    _, _, match, day = dated[0]
    return _with_clock(text, day, match.start(), match.end(), domain)


def find_dates(text: str) -> list[Found]:
    """Find every full date in running text, in order, without times of day."""
    found = [
        Found(day, m.start(), m.end()) for pattern in _DATES for m in pattern.finditer(text) if (day := _day_of(m))
    ]
    return sorted(set(found), key=lambda f: (f.start, f.end))


def find_days(text: str) -> list[tuple[int, int, int]]:
    """Find the dates without a year in running text: (position, month, day), in order."""
    found = []
    for pattern in _NO_YEAR:
        for match in pattern.finditer(text):
            month, day = _month_number(match["month"]), int(match["day"])
            if match["month"][0].isupper() and 1 <= day <= 31:
                found.append((match.start(), month, day))
    return sorted(set(found))


def find_months(text: str) -> list[date]:
    """Find months with a year ("November 2025") in running text, as their first days, in order."""
    return [date(int(m["year"]), _month_number(m["month"]), 1) for m in _MONTH_ONLY.finditer(text)]


def is_date_line(line: str, *, domain: str = "") -> bool:
    """Tell whether a line holds a publication date and little else: a place, an agency, a byline."""
    found = find_date(line, domain=domain)
    if found is None or len(line.split()) > 18:
        return False
    rest = line[: found.start] + " " + line[found.end :]
    for other in reversed(find_dates(rest)):
        rest = rest[: other.start] + " " + rest[other.end :]
    return all(_is_by_the_way(part) for part in _PIECES.split(_FILLER.sub(" ", _strip_clocks(rest))))


def is_labelled(line: str) -> bool:
    """Tell whether a date line says what it dates ("Updated: ...") or has a time of day: no heading does."""
    found = find_date(line)
    return bool(_LABEL.search(line)) or bool(found and found.clock)


def read_lines(lines: list[str], *, domain: str = "") -> Stamp:
    """Return the publication time that a page's date lines give.

    What is labelled as published goes before what is labelled as updated, then the more precise first.
    """
    ranked = []
    lines = [piece for line in lines for piece in _split_dates(line, domain)]
    for place, line in enumerate(lines):
        found = find_date(line, domain=domain)
        if found is not None:
            label = _LABEL.search(line)
            updated = bool(label) and not re.search("publ|post|fil|issu|creat|releas", label["label"].lower())
            ranked.append((updated and not _same_day(found, lines, domain), not found.clock, place, found.stamp))
    return min(ranked)[3] if ranked else Stamp()


def _split_dates(line: str, domain: str) -> list[str]:
    """One line may hold two dates: "PUBLISHED: 18:42, 28 March 2024 | UPDATED: 08:10, 29 March 2024"."""
    pieces = re.split(r"[|•]|\s[/–—-]\s|\(|(?<=\S)\s+(?=(?:last )?updated\b)", line, flags=re.IGNORECASE)
    dated = [piece for piece in pieces if find_date(piece, domain=domain)]
    return dated if len(dated) > 1 else [line]


def _same_day(found: Found, lines: list[str], domain: str) -> bool:
    """An update on the day of publication only makes the time more precise."""
    days = {other.day for line in lines if (other := find_date(line, domain=domain))}
    return len(days) == 1


def read_url(url: str) -> Stamp:
    """Return the date in an address: /2018/08/21/, /2018/aug/21/, 2018-08-21, 20180821, or /2018/08/."""
    path = re.sub(r"^[a-z]+:/*[^/]*|[?#].*", "", url, flags=re.IGNORECASE)
    day = re.search(r"(?<!\d)((?:19|20)\d\d)([/_-])(\d{1,2}|[a-z]{3})\2(\d{1,2})(?!\d)", path, re.IGNORECASE)
    if day and (found := _make_day(day[1], _month_of(day[3]), day[4])):
        return Stamp(found.isoformat(), "day")
    compact = re.search(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)", path)
    if compact and (found := _make_day(compact[1], int(compact[2]), compact[3])):
        return Stamp(found.isoformat(), "day")
    month = re.search(r"/((?:19|20)\d\d)[/-](\d\d|[a-z]{3})/", path, re.IGNORECASE)
    if month and (found := _make_day(month[1], _month_of(month[2]), "1")):
        return Stamp(found.isoformat()[:7], "month")
    return Stamp()


def _make_day(year: str | int, month: int, day: str | int) -> date | None:
    try:
        found = date(int(year), month, int(day))
    except ValueError:
        return None
    return found if found.year in YEARS else None


def _month_of(text: str) -> int:
    return int(text) if text.isdigit() else _month_number(text)


def _month_number(name: str) -> int:
    head = name.lower().rstrip(".")[:3]
    return next((i for i, month in enumerate(MONTHS, 1) if month.startswith(head)), 0)


def _day_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _month_number(parts["month"])
    return _make_day(parts["year"], month, parts["day"])


def _numeric_day(match: re.Match[str], domain: str) -> date | None:
    """02/07/2013 is ambiguous unless one number is above 12, both are equal, or the page's country tells."""
    a, b = int(match["a"]), int(match["b"])
    readings = {day for day in (_make_day(match["year"], b, a), _make_day(match["year"], a, b)) if day}
    if len(readings) > 1 and (match["sep"] == "." or domain.rsplit(".", 1)[-1] in DAY_FIRST):
        return _make_day(match["year"], b, a)
    return readings.pop() if len(readings) == 1 else None


def _with_clock(text: str, day: date, start: int, end: int, domain: str) -> Found:
    for match in [*_MILITARY.finditer(text), *_CLOCK.finditer(text)]:
        clock = _clock_of(match)
        if clock and (match.start() >= end or match.end() <= start):
            offset, tail = _offset_of(text, match.end(), day, domain)
            return Found(day, min(start, match.start()), max(end, tail), clock, offset)
    return Found(day, start, end)


def _clock_of(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if not parts.get("minute") and not parts.get("half"):
        return ""
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), parts.get("second")
    if half := (parts.get("half") or "").lower():
        if hour > 12:
            half = ""
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return ""
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else "")


def _offset_of(text: str, position: int, day: date, domain: str) -> tuple[str, int]:
    """Return the UTC offset printed after a clock time, "" when there is none, and where it ends."""
    after = re.match(r"\s*(?:hrs|hours)?\s*", text[position:], re.IGNORECASE)
    position += after.end() if after else 0
    if numeric := _OFFSET.match(text, position):
        return _iso_offset(numeric["sign"], numeric["h"], numeric["m"] or ""), numeric.end()
    zone = _ZONE.match(text, position)
    if zone is None or (offset := _zone_offset(zone["zone"], day, domain)) is None:
        return "", position
    return offset, zone.end()


def _iso_offset(sign: str, hours: str, minutes: str) -> str:
    value = f"{int(hours):02}:{minutes or '00'}"
    return "Z" if value == "00:00" else ("+" if sign == "+" else "-") + value


@cache
def _zones() -> dict[tuple[str, str], tuple[str, str]]:
    return {(row["name"], row["domain"]): (row["offset"], row["summer"]) for row in read_rows("time_zones.csv")}


def _zone_offset(name: str, day: date, domain: str) -> str | None:
    zones = _zones()
    own = zones.get((name, domain.rsplit(".", 1)[-1])) or zones.get((name, ""))
    if own is None:
        return None
    offset, summer = own
    return summer if summer and _american_summer(day) else offset


def _american_summer(day: date) -> bool:
    """US daylight saving time since 2007: second Sunday of March to first Sunday of November."""
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    return _sunday_from(march) <= day < _sunday_from(november)


def _sunday_from(day: date) -> date:
    return day + timedelta(days=(6 - day.weekday()) % 7)


def _strip_clocks(text: str) -> str:
    text = re.sub(r"\(?\b(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2}\)?", " ", text)
    return re.sub(
        r"\(?\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\b\)?)?\)?",
        " ",
        text,
        flags=re.IGNORECASE,
    )


def _is_by_the_way(part: str) -> bool:
    """A part of a date line beside its date: nothing, a byline, a place or agency, a few names."""
    words = re.findall(r"[^\W_][\w.'’&/-]*", part)
    if not words or re.match(r"\s*by\s+[A-Z]", part, re.IGNORECASE):
        return len(words) <= 12
    if any(
        not re.match(r"[A-Z]", w) and w.lower() not in ("and", "of", "for", "in", "min", "read") and not w.isdigit()
        for w in words
    ):
        return False
    return len(words) <= (5 if part.isupper() or "," in part else 3)
