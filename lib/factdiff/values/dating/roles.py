"""Whether a date bounds a longer time: since, until, from, to; and how two ends fit together."""

import re
from datetime import date, timedelta

from factdiff.lists import read_words
from factdiff.syntax import Token
from factdiff.values.calendar import Span, day_span, month_span, weekday_after, weekday_before
from factdiff.values.dating.scene import Found, Scene, read_span

_LEAD = r"(?:(?:at\sleast|about|around|as\searly\sas|as\slate\sas|as\sfar\sback\sas|early|late|the\syears?|the)\s)*$"
_ROLES = {
    "since": r"\b(?:since|dating\sback\s(?:to|from)|as\sfar(?:\sback)?\sas|going\sback\sto|ever\ssince|after)\s",
    "from": r"\b(?:from|between|beginning|starting|effective|commencing)\s(?:in\s|on\s|at\s|from\s)?",
    "until": r"\b(?:until|till|til|’til|by|through|thru|up\sto|no\slater\sthan|before|prior\sto|ahead\sof)\s"
    r"(?:the\send\sof\s)?",
}
_ROLE_LEADS = {role: re.compile(pattern + _LEAD, re.IGNORECASE) for role, pattern in _ROLES.items()}
_NEXT_TO = re.compile(
    r"\b(?:shortly|just|soon|right|immediately|moments|minutes?|hours?|days?|weeks?|months?|years?|decades?)\s"
    r"(?:before|after)\s" + _LEAD + r"|\b(?:half|mid|part)way\sthrough\s" + _LEAD,
    re.IGNORECASE,
)
_DATING = frozenset(["date", "hail", "originate", "stem"])  # "the custom dates from 1850"
_BOUNDS = frozenset(["until", "till", "since"])
_UNTIL = re.compile(r"\b(?:until|till)\s$", re.IGNORECASE)
_WEEKDAY = re.compile(r"[A-Z][a-z]+day")
_THING_ON = re.compile(r"\s(?:(?!and\b|or\b|but\b|to\b)[a-z]+\s){1,2}on\s")
_COUNTED = re.compile(r"\b(?:earlier|before|ago)$", re.IGNORECASE)
_TO = re.compile(r"\s?,?\s?(?:to|until|till|through|and)\s(?:in\s|on\s)?(?:the\s)?")
_CLOCK = r"(?:(?:noon|midnight|\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?)\s(?:on\s)?)?"
_FROM = re.compile(rf"\b(?:from|between)\s{_CLOCK}$", re.IGNORECASE)
_TO_DAY = re.compile(rf"\s?,?\s?(?:to|until|till|through|and)\s(?:on\s)?{_CLOCK}", re.IGNORECASE)
_LATE_TO = re.compile(r"[^.]{0,45}\b(?:through|until|till|to|ending\sin)\s")
_ONWARD = re.compile(r",?\s(?:on|onwards?|forwards?|to|until|till|through)\b(?!\s(?:the|a|an)\b)")
_DEICTIC = re.compile(
    r"(?:yesterday|today|tonight|tomorrow|last\snight|this\s(?:morning|afternoon|evening))"
    r"(?:\s(?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s?[-–—]\s?")


def add_roles(founds: list[Found], scene: Scene) -> list[Found]:
    """Add what a date bounds; not for one that only modifies a noun ("hit by 2004 tsunami")."""
    made: list[Found] = []
    for found in founds:
        token = scene.doc[scene.head(found.start, found.end)]
        modifier = token.dep_ in ("nummod", "compound", "amod", "nmod", "poss")
        bounds = not modifier or _bounds_event(found, token)
        role = found.role or (_role_of(found, made, scene.text) if bounds else "")
        made.append(found._replace(role=role))
    return [_drop_origin(one, two, scene) for one, two in zip(made, [*made[1:], None], strict=False)]


def _bounds_event(found: Found, token: Token) -> bool:
    """ "until the 1967 war", "between the years 1431 and 1649": the year is the bound, whatever it modifies."""
    event = token.head
    if event.lower_ in ("year", "years") and event.i < token.i:
        return True
    if found.reading.granularity != "year" or event.dep_ != "pobj" or event.head.lower_ not in _BOUNDS:
        return False
    beside = token.i - event.head.i <= 2  # not "until the war memorial of the 1990 revolution"
    return beside and event.lower_ in read_words("year_events.txt") | read_words("mishaps.txt")


def _drop_origin(found: Found, following: Found | None, scene: Scene) -> Found:
    """ "a photo from 2014", "emails from March" are of that time; "open from 2014 to 2016", "from March on" begin."""
    if found.role != "from" or (following is not None and following.role == "to"):
        return found
    lead = scene.doc[scene.head(found.start, found.end)].head
    thing = lead.nbor(-1) if lead.lower_ == "from" and lead.i else None
    if thing is not None and thing.lower_ == "," and thing.i and scene.text.startswith((",", "."), found.end):
        thing = thing.nbor(-1)  # "the latest count, from 2019, showed"
    word = thing.lemma_.lower() if thing is not None else ""
    made = word in _DATING or word in read_words("printed_nouns.txt") or word in read_words("dated_things.txt")
    return found._replace(role="") if made and not _ONWARD.match(scene.text, found.end) else found


def _role_of(found: Found, earlier: list[Found], text: str) -> str:
    before = text[max(0, found.start - 40) : found.start]
    for opening in (found for found in earlier[-2:] if found.role == "from"):
        gap = text[opening.end : found.start]
        if _TO.fullmatch(gap) or _LATE_TO.fullmatch(gap):
            return "to"
    if _NEXT_TO.search(before):
        return ""  # "shortly before noon"
    role = next((role for role, lead in _ROLE_LEADS.items() if lead.search(before)), "")
    counted = _COUNTED.search(text[found.start : found.end])  # "rose 3% from a year earlier"; but "until a year ago"
    return "" if counted and not _UNTIL.search(before) else role


def join_ranges(founds: list[Found], text: str) -> list[Found]:
    """Make one interval of two days or months with a dash between: "March–May 2012", "28 March – 3 April 2012"."""
    made: list[Found] = []
    for found in founds:
        last, reading = made[-1] if made else None, found.reading
        if last and reading.granularity == last.reading.granularity and reading.granularity in ("day", "month"):
            last = _put_before(last, found, text)
            ordered = "" < last.reading.date_start < reading.date_end
            if ordered and _DASH.fullmatch(text[last.end : found.start]):
                span = Span(last.reading.days.first, reading.days.last)
                found = Found(made.pop().start, found.end, read_span(span, "interval"))
        made.append(found)
    return made


def _put_before(one: Found, two: Found, text: str) -> Found:
    """Return the first of "April-June", told in May of what is to come, in the year of the second."""
    late = one.reading.date_start > two.reading.date_start > ""
    if not late or one.reading.granularity != "month" or re.search(r"\d{4}", text[one.start : two.end]):
        return one
    first = one.reading.days.first
    return one._replace(reading=read_span(month_span(first.year - 1, first.month), "month"))


def settle_deictic(founds: list[Found], text: str) -> list[Found]:
    """Put "yesterday" on the day that is told with its year right behind it: "Yesterday, 18 June 2015,"."""
    made: list[Found] = []
    for one, two in zip(founds, [*founds[1:], None], strict=False):
        if two is not None and _is_told_beside(one, two, text):
            shift = two.reading.days.first - one.reading.days.first
            start, end = (_move_moment(m, shift) for m in (one.reading.date_start, one.reading.date_end))
            one = one._replace(reading=one.reading._replace(date_start=start, date_end=end))
        made.append(one)
    return made


def _is_told_beside(one: Found, two: Found, text: str) -> bool:
    if two.reading.granularity != "day" or not two.reading.date_start or not one.reading.date_start:
        return False
    gap = text[one.end : two.start]
    if _WEEKDAY.fullmatch(text[one.start : one.end]) and _THING_ON.fullmatch(gap):  # "a Sunday blessing on July 14"
        return one.reading.days.first.weekday() == two.reading.days.first.weekday()
    beside = gap in (", ", " (") and _DEICTIC.fullmatch(text[one.start : one.end])
    return bool(beside) and bool(re.search(r"\d{4}$", text[two.start : two.end]))


def _move_moment(moment: str, shift: timedelta) -> str:
    return (date.fromisoformat(moment[:10]) + shift).isoformat() + moment[10:]


def order_months(founds: list[Found], text: str, anchor: date | None) -> list[Found]:
    """Let the second of "from July to January" follow the first, within a year."""
    made: list[Found] = []
    for found in founds:
        last = made[-1] if made else None
        if last and anchor is not None and _is_month_range(last, found, text):
            if last.reading.days.first > anchor:
                found = _shift_year(found, 1)
            else:
                made[-1] = _shift_year(last, -1)
        made.append(found)
    return made


def _runs_back(one: Found, two: Found, granularity: str) -> bool:
    """Tell whether the second of two dates of this granularity lies before the first."""
    alike = one.reading.granularity == granularity == two.reading.granularity
    return alike and "" < two.reading.date_start < one.reading.date_start


def _is_month_range(one: Found, two: Found, text: str) -> bool:
    if not _runs_back(one, two, "month"):
        return False
    printed = text[one.start : one.end] + text[two.start : two.end]
    led = _FROM.search(text[max(0, one.start - 24) : one.start])
    return printed.isalpha() and bool(led) and bool(_TO.fullmatch(text[one.end : two.start]))


def _shift_year(found: Found, years: int) -> Found:
    first = found.reading.days.first
    return found._replace(reading=read_span(month_span(first.year + years, first.month), "month"))


def order_weekdays(founds: list[Found], text: str, anchor: date | None) -> list[Found]:
    """Put the first of "from Monday to Wednesday" before the second, and the second after one that is to come."""
    made: list[Found] = []
    for found in founds:
        last = made[-1] if made else None
        if last and _is_weekday_range(last, found, text):
            if anchor is not None and last.reading.days.first > anchor:
                second = weekday_after(last.reading.days.first, found.reading.days.first.weekday())
                made.append(found._replace(reading=read_span(day_span(second), "day")))
                continue
            first = weekday_before(found.reading.days.first, last.reading.days.first.weekday())
            made[-1] = last._replace(reading=read_span(day_span(first), "day"))
        made.append(found)
    return made


def _is_weekday_range(one: Found, two: Found, text: str) -> bool:
    if not _runs_back(one, two, "day"):
        return False
    weekdays = text[one.end - 3 : one.end] == "day" == text[two.end - 3 : two.end]
    led = _FROM.search(text[max(0, one.start - 24) : one.start])
    gap = text[one.end : two.start]
    beside = gap == " and " and two.reading.days.first.weekday() - one.reading.days.first.weekday() == 1
    return weekdays and (beside or (bool(led) and bool(_TO_DAY.fullmatch(gap))))
