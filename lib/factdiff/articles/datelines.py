"""Datelines, such as "TOKYO, Jan 7 (Reuters) - ": place, day and agency before the first sentence."""

import re
from functools import cache
from typing import NamedTuple

from factdiff.articles.published import find_date, find_days
from factdiff.lists import read_rows

_CAPITALS = r"[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]*)*"
_NAME = r"[A-Z][a-z]\w*(?:[ -][A-Z]\w+){0,2}"
_MORE = r"(?:(?:, |/)(?:[A-Z][\w.'’]*)(?:[ -][A-Z][\w.'’]*){0,2})*?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DATE = rf"{_WEEKDAY}(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"[(\[](?P<agency>[A-Z][^()\[\]\d]{1,40})[)\]]"
_DASH = r"(?:\s*(?:—|–|―)\s*(?=\S)|\s*--\s*|\s+-\s+|-\s+|\s*[:|]\s+)"
_SURE_DASH = r"(?:\s*(?:—|–|―)\s*(?=\S)|\s*--\s*|\s+-\s+)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_CAPITALS}{_MORE})[,.]? \(?(?P<date>{_DATE})\)?[,.]?(?: {_AGENCY})?{_DASH}",
        rf"(?P<place>{_CAPITALS}{_MORE}),? {_AGENCY}(?: \(?(?P<date>{_DATE})\)?)?{_DASH}",
        rf"(?P<place>{_CAPITALS}{_MORE}){_SURE_DASH}",
        rf"(?P<place>{_NAME}{_MORE}), (?P<date>{_DATE})[,.]?(?: {_AGENCY})?{_DASH}",
        rf"(?P<place>{_NAME}{_MORE}),? {_AGENCY}{_DASH}",
        rf"(?P<place>{_CAPITALS}): (?=[A-Z])",
        rf"(?P<date>{_DATE}) {_AGENCY}{_DASH}",
        rf"{_AGENCY}{_SURE_DASH}",
    )
)


class Dateline(NamedTuple):
    """A dateline at the start of a paragraph: its length; its place, agency and date as printed."""

    end: int
    place: str = ""
    agency: str = ""
    date: str = ""

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day, when it has them but no year."""
        days = find_days(self.date) if self.date and find_date(self.date) is None else []
        return days[0][1:] if days else None


def find_dateline(text: str) -> Dateline | None:
    """Find the dateline that a paragraph starts with."""
    for form in _FORMS:
        found = form.match(text)
        if found and found.end() < len(text):
            parts = found.groupdict()
            agency = (parts.get("agency") or "").strip()
            return Dateline(found.end(), parts.get("place") or "", agency, parts.get("date") or "")
    return None


@cache
def _agencies() -> dict[str, str]:
    return {row["mark"].casefold(): row["agency"] for row in read_rows("agencies.csv")}


def name_agency(mark: str) -> str:
    """Return the agency that a credit such as "AP" or "REUTERS" stands for, '' when it is no known agency."""
    return _agencies().get(mark.strip(" .,()").casefold(), "")
