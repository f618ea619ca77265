"""Dates and times: found, resolved, bounded, rendered, compared."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
import spacy
from date_sentences import DATED, NO_DATES, PUBLISHED_15_MAY_2024, PUBLISHED_18_NOVEMBER_2023, SIDES, UNSEEN
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.language import parse_text
from factdiff.syntax import Doc, Reader
from factdiff.values.calendar import unit_span
from factdiff.values.comparison import Comparison
from factdiff.values.date import DateMention, compare_dates, find_dates, order_hosts, render_date

BLANK = spacy.blank("en")
WEDNESDAY = "2026-01-07"

Told = tuple[str, ...]


def without_parse(text: str) -> Doc:
    return Reader(BLANK.vocab).read(BLANK(text))


def read(text: str, anchor: str, precision: str = "day") -> list[Told]:
    """Return (printed, start[, end]) of every date."""
    mentions = find_dates(parse_text(text), anchor=anchor, anchor_precision=precision)
    return [_told(text, mention) for mention in mentions]


def _told(text: str, mention: DateMention) -> Told:
    printed = text[mention.start : mention.end]
    if mention.date_end == mention.date_start:
        return (printed, mention.date_start)
    return (printed, mention.date_start, mention.date_end)


@pytest.mark.parametrize(("text", "expected"), PUBLISHED_15_MAY_2024 + UNSEEN + SIDES + DATED)
def test_sentence_of_may_2024(text: str, expected: list[Told]) -> None:
    assert read(text, "2024-05-15") == expected


@pytest.mark.parametrize(("text", "expected"), PUBLISHED_18_NOVEMBER_2023)
def test_sentence_of_november_2023(text: str, expected: list[Told]) -> None:
    assert read(text, "2023-11-18T09:00+00:00", "minute") == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert read(text, "2024-05-15") == []


# What existing extractors get wrong (pitfalls, section Dates).
PITFALLS = [
    ("We will see, we said, and we go on.", []),
    ("The fare rose $2 to 43%; Jackson, 47, agreed.[27]", []),
    ("He was given three years in prison after 30 years of service.", []),
    ("They may appeal, and it may rain.", []),
    ("The vote was held on Wednesday.", [("Wednesday", "2026-01-07")]),
    ("The company reported on Nov. 10.", [("Nov. 10", "2025-11-10")]),
    ("He had opened a May 19 letter in secret.", [("May 19", "2025-05-19")]),
    ("By Rose TysonAugust 04, 2023", [("August 04, 2023", "2023-08-04")]),
    ("The tremor was felt at 1200 GMT.", [("1200 GMT", "2026-01-07T12:00+00:00")]),
    ("She left at 3:20 p.m. by bus.", [("3:20 p.m.", "2026-01-07T15:20")]),
    ("He is due to be arraigned on Friday.", [("Friday", "2026-01-09")]),
    ("A wave hit the coast in 2004.", [("2004", "2004-01-01", "2004-12-31")]),
    ("Trading ends at 3:30 p.m. IST.", [("3:30 p.m. IST", "2026-01-07T15:30+05:30")]),
    ("The blaze on 52nd St followed an eight-minute call.", []),
    ("The log is dated 25 / 05 / 2010.", [("25 / 05 / 2010", "2010-05-25")]),
    ("The log is dated 05 / 05 / 2010.", [("05 / 05 / 2010", "2010-05-05")]),
    ("A man in his 50s saw it at 7:41 AM.", [("7:41 AM", "2026-01-07T07:41")]),
    ("A 911 dispatcher took the call at 10 p.m.", [("10 p.m.", "2026-01-07T22:00")]),
    ("The rule was made in 1995 at a summit.", [("1995", "1995-01-01", "1995-12-31")]),
    ("It took a minute.[44] The 1200 block of May Street was shut.", []),
    ("Police said late on Sunday that he had fled.", [("late on Sunday", "2026-01-04T18:00", "2026-01-04T23:59")]),
]


@pytest.mark.parametrize(("text", "expected"), PITFALLS)
def test_pitfall(text: str, expected: list[Told]) -> None:
    assert read(text, WEDNESDAY) == expected


# Published on Wednesday, 7 January 2026.
RELATIVE = [
    ("It was signed last month.", [("last month", "2025-12-01", "2025-12-31")]),
    ("It was sent this month.", [("this month", "2026-01-01", "2026-01-31")]),
    ("It was sent earlier this month.", [("earlier this month", "2026-01-01", "2026-01-07")]),
    ("It was signed late last year.", [("late last year", "2025-10-01", "2025-12-31")]),
    ("It was signed early last year.", [("early last year", "2025-01-01", "2025-03-31")]),
    ("It opens early this year.", [("early this year", "2026-01-01", "2026-03-31")]),
    ("It was signed in early November.", [("early November", "2025-11-01", "2025-11-10")]),
    ("It was signed in mid-November.", [("mid-November", "2025-11-11", "2025-11-20")]),
    ("It was signed in late November.", [("late November", "2025-11-21", "2025-11-30")]),
    ("It was signed in November.", [("November", "2025-11-01", "2025-11-30")]),
    ("It was signed in January.", [("January", "2026-01-01", "2026-01-31")]),
    ("It will be signed in November.", [("November", "2026-11-01", "2026-11-30")]),
    ("It was signed last April.", [("last April", "2025-04-01", "2025-04-30")]),
    ("It was signed in April last year.", [("April last year", "2025-04-01", "2025-04-30")]),
    ("It was signed a year ago.", [("a year ago", "2024-12-01", "2025-02-28")]),
    ("It closed more than a decade ago.", [("more than a decade ago", "2006-01-01", "2016-01-31")]),
    ("It doubled over the past decade.", [("the past decade", "2016-01-07", "2026-01-07")]),
    ("It closed ten days ago.", [("ten days ago", "2025-12-28")]),
    ("It closed half a century ago.", [("half a century ago", "1976-01-01", "1976-12-31")]),
    ("It closed less than a week ago.", [("less than a week ago", "2025-12-31", "2026-01-07")]),
    ("It closed three years ago this month.", [("three years ago this month", "2023-01-01", "2023-01-31")]),
    ("It closed yesterday afternoon.", [("yesterday afternoon", "2026-01-06T12:00", "2026-01-06T18:00")]),
    ("It closed on Tuesday night.", [("Tuesday night", "2026-01-06T18:00", "2026-01-06T23:59")]),
    ("It closed the day before yesterday.", [("the day before yesterday", "2026-01-05")]),
    ("It closed last night.", [("last night", "2026-01-06T18:00", "2026-01-06T23:59")]),
    ("It closes tomorrow.", [("tomorrow", "2026-01-08")]),
    ("It closed on Boxing Day.", [("Boxing Day", "2025-12-26")]),
    ("The Boxing Day wave struck in 2004.", [("Boxing Day", "2004-12-26")]),
    ("It will close on Christmas Eve.", [("Christmas Eve", "2026-12-24")]),
    ("It closed on Thanksgiving.", [("Thanksgiving", "2025-11-27")]),
    ("It will close on Good Friday.", [("Good Friday", "2026-04-03")]),
    ("It closed last weekend.", [("last weekend", "2026-01-03", "2026-01-04")]),
    ("It opens next week.", [("next week", "2026-01-12", "2026-01-18")]),
    ("It opens next Wednesday.", [("next Wednesday", "2026-01-14")]),
    ("It opened last Tuesday.", [("last Tuesday", "2025-12-30")]),
    ("It opened last Saturday.", [("last Saturday", "2026-01-03")]),
    ("It opened on Monday of last week.", [("Monday of last week", "2025-12-29")]),
    ("It opened last winter.", [("last winter", "2024-12-01", "2025-02-28")]),
    ("It opened last summer.", [("last summer", "2025-06-01", "2025-08-31")]),
    ("It grew in the fourth quarter of 2025.", [("the fourth quarter of 2025", "2025-10-01", "2025-12-31")]),
    ("Profits grew in the fourth quarter.", [("the fourth quarter", "2025-10-01", "2025-12-31")]),
    ("A budget for the fiscal year beginning in April was drawn up.",
     [("the fiscal year beginning in April", "2026-04-01", "2027-03-31")]),
    ("It covers the fiscal year ended March 31, 2025.",
     [("the fiscal year ended March 31, 2025", "2024-04-01", "2025-03-31")]),
    ("It will report fourth-quarter earnings soon.", [("fourth-quarter", "2025-10-01", "2025-12-31")]),
    ("It stood in the 1990s.", [("the 1990s", "1990-01-01", "1999-12-31")]),
    ("It stood until the late 1990s.", [("late 1990s", "1997-01-01", "1999-12-31")]),
    ("It was built in the 19th century.", [("the 19th century", "1801-01-01", "1900-12-31")]),
    ("He won the 2004 race.", [("2004", "2004-01-01", "2004-12-31")]),
    ("It shut on 29 February.", [("29 February", "2024-02-29")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_date(text: str, expected: list[Told]) -> None:
    assert read(text, WEDNESDAY) == expected


PRINTED = [
    ("January 7, 2026", "2026-01-07"),
    ("7 January 2026", "2026-01-07"),
    ("Jan. 7, 2026", "2026-01-07"),
    ("7th of January 2026", "2026-01-07"),
    ("Wednesday 7 January 2026", "2026-01-07"),
    ("WEDNESDAY 07 JANUARY 2026", "2026-01-07"),
    ("Wed, 07 Jan 2026", "2026-01-07"),
    ("July 02,2013", "2013-07-02"),
    ("July 2nd, 2013", "2013-07-02"),
    ("2-Jul-2013", "2013-07-02"),
    ("2013-07-02", "2013-07-02"),
    ("05/05/2010", "2010-05-05"),
    ("25/05/2010", "2010-05-25"),
    ("05/25/2010", "2010-05-25"),
    ("05/06/2010", ""),
    ("05.06.2010", "2010-06-05"),
    ("July 2, 2013 7:41 AM", "2013-07-02T07:41"),
    ("July 02,2013 15:50 IST", "2013-07-02T15:50+05:30"),
    ("Tue, 02 Jul 2013 12:28 CDT", "2013-07-02T12:28-05:00"),
    ("2013-07-02T07:37:21+0700", "2013-07-02T07:37+07:00"),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_printed_date_without_parse(text: str, expected: str) -> None:
    (mention,) = find_dates(without_parse(text), anchor="")
    assert (mention.start, mention.end, mention.date_start) == (0, len(text), expected)


ROLES = [
    ("It lasted between 2009 and 2016.", ["from", "to"]),
    ("It took place beginning in 2009 and continuing through 2016.", ["from", "to"]),
    ("It lasted from March to June 2014.", ["from", "to"]),
    ("It has lasted since late November.", ["since"]),
    ("Charges dating back as far as 2009 were dropped.", ["since"]),
    ("By March 2017 it was over.", ["until"]),
    ("It runs through 2016.", ["until"]),
    ("It was in force until Tuesday.", ["until"]),
    ("It is in force from January 6, 2026.", ["from"]),
    ("It is open from 9 a.m. to 5 p.m. on Monday.", ["from", "to", ""]),
    ("The curfew runs from 8 p.m. Monday until 7 a.m. Wednesday.", ["from", "", "to", ""]),
    ("It happened in 2009 and in 2016.", ["", ""]),
    ("Footage from 2014 shows the bridge.", [""]),
    ("The letter is recent, dating to April 2013.", [""]),
    ("The rite, dating back to 1420, goes on.", ["since"]),
    ("Emails from March were read out in court.", [""]),
    ("The latest count, from 2019, showed 300 bears.", [""]),
    ("The rule binds every school, from 2019, and all clinics.", ["from"]),
    ("Emails from March on were lost.", ["from"]),
    ("Records from 2009 to 2016 burned.", ["from", "to"]),
    ("The curfew from Monday was lifted.", ["from"]),
    ("A coast hit by 2004 tsunami waves.", [""]),
    ("Sales rose 3% in November from a year earlier.", ["", ""]),
    ("It happened shortly before noon on Tuesday.", ["", ""]),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: list[str]) -> None:
    assert [m.role for m in find_dates(parse_text(text), anchor=WEDNESDAY)] == expected


GRANULARITIES = [
    ("It fell at 7:37 a.m. on 2 July 2013.", ["minute", "day"]),
    ("It fell at 7 a.m. on Tuesday.", ["hour", "day"]),
    ("It fell on Tuesday morning.", ["part_of_day"]),
    ("It fell last week.", ["week"]),
    ("It fell in May 2012.", ["month"]),
    ("It fell in the spring of 2012.", ["season"]),
    ("It fell in Q3 2012.", ["quarter"]),
    ("It fell in 2012.", ["year"]),
    ("It fell in the fiscal year ended June 2012.", ["fiscal_year"]),
    ("It fell in the 1990s.", ["decade"]),
    ("It fell in the 18th century.", ["century"]),
    ("It fell in early May 2012.", ["interval"]),
]


@pytest.mark.parametrize(("text", "expected"), GRANULARITIES)
def test_granularity(text: str, expected: list[str]) -> None:
    assert [m.granularity for m in find_dates(parse_text(text), anchor=WEDNESDAY)] == expected


def test_weekday_against_date_gives_both() -> None:
    text = "The ban was announced on Tuesday, January 7, in the capital."
    mentions = find_dates(parse_text(text), anchor="2026-01-09")
    assert [(*_told(text, m), m.reason) for m in mentions] == [
        ("Tuesday", "2026-01-06", "other_weekday"),
        ("Tuesday, January 7", "2026-01-07", "other_weekday"),
    ]


def test_matching_weekday_gives_one() -> None:
    (mention,) = find_dates(parse_text("It was announced on Wednesday, January 7."), anchor="2026-01-09")
    assert (mention.date_start, mention.reason) == ("2026-01-07", "")


def test_count_of_days_leads_to_the_event() -> None:
    text = "Two days after the mine's collapse, the owner resigned on March 5."
    mentions = find_dates(parse_text(text), anchor="2025-03-07")
    assert [(*_told(text, m), m.reason) for m in mentions] == [
        ("Two days after", "2025-03-03", "counted"),
        ("March 5", "2025-03-05", ""),
    ]


@pytest.mark.parametrize(
    ("text", "anchor", "precision", "expected"),
    [
        ("It fell on Tuesday.", "", "day", [("Tuesday", "no_anchor")]),
        ("It fell last month.", "", "unknown", [("last month", "no_anchor")]),
        ("It fell in November.", "", "unknown", [("November", "no_anchor")]),
        ("It fell on 6 May.", "", "unknown", [("6 May", "no_anchor")]),
        ("It fell at 7 a.m.", "", "unknown", [("7 a.m.", "no_anchor")]),
        ("It fell a year ago.", "", "unknown", [("a year ago", "no_anchor")]),
        ("It fell at Easter.", "", "unknown", [("Easter", "no_anchor")]),
        ("It fell on Tuesday or last week.", "2026-01", "month",
         [("Tuesday", "no_anchor"), ("last week", "no_anchor")]),
        ("The next day it rained.", "2026-01-07", "day", [("The next day", "no_event")]),
        ("Fiscal 2024 was good.", "2026-01-07", "day", [("Fiscal 2024", "fiscal_calendar")]),
        ("It is dated 05/06/2010.", "2026-01-07", "day", [("05/06/2010", "ambiguous")]),
    ],
)  # fmt: skip
def test_unresolved_says_why(text: str, anchor: str, precision: str, expected: list[Told]) -> None:
    mentions = find_dates(parse_text(text), anchor=anchor, anchor_precision=precision)
    assert [(text[m.start : m.end], m.reason) for m in mentions] == expected
    assert all(m.date_start == m.date_end == "" for m in mentions)


def test_month_precision_resolves_months() -> None:
    assert read("It fell last month, or in May.", "2026-01", "month") == [
        ("last month", "2025-12-01", "2025-12-31"),
        ("May", "2025-05-01", "2025-05-31"),
    ]


NARRATIVE = [
    ("In 2012 the firm won. In 2013 it lost, and in April it closed.", ("April", "2013-04-01", "2013-04-30")),
    ("He was shot on May 3, 2010. The next morning he died.",
     ("The next morning", "2010-05-04T06:00", "2010-05-04T12:00")),
    ("He was shot on May 3, 2010. Two weeks later he died.", ("Two weeks later", "2010-05-17")),
    ("He was shot on May 3, 2010, and died that night.", ("that night", "2010-05-03T18:00", "2010-05-03T23:59")),
    ("He left in 1999. That April the firm closed.", ("That April", "1999-04-01", "1999-04-30")),
    ("He left in 1999 and died two years later.", ("two years later", "2001-01-01", "2001-12-31")),
    ("In June 2019, sales rose from a year earlier.", ("a year earlier", "2018-06-01", "2018-06-30")),
    ("He left in June 2019 and was back the following April.", ("the following April", "2020-04-01", "2020-04-30")),
    ("He fell on Friday, 3 May 2019, and died the following Tuesday.", ("the following Tuesday", "2019-05-07")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "last"), NARRATIVE)
def test_counts_from_the_date_told_before(text: str, last: Told) -> None:
    assert read(text, WEDNESDAY)[-1] == last


def test_clock_takes_the_day_of_its_paragraph() -> None:
    text = "The train left on Monday. It was hit at 7:37 AM local time."
    mentions = find_dates(parse_text(text), anchor=WEDNESDAY)
    assert [(m.date_start, m.reason) for m in mentions] == [("2026-01-05", ""), ("2026-01-05T07:37", "local_time")]


HOSTED = [  # published 2025-03-12T06:15, a Wednesday
    ("The train left the tracks at 7:40 p.m.", ["2025-03-11T17:00/2025-03-11T23:59"], "2025-03-11T19:40"),
    ("The train left the tracks at 7:40 p.m.", [], "2025-03-11T19:40"),
    ("The train left the tracks at 5:40 a.m.", [], "2025-03-12T05:40"),
    ("The minister will speak at 7:40 p.m.", [], "2025-03-12T19:40"),
    ("The minister will speak at 7:40 p.m. on Wednesday.", ["2025-03-11/2025-03-11"], "2025-03-12T19:40"),
    ("The first call came in at 10:41 p.m.", ["2025-03-12/2025-03-12", "2025-03-08/2025-03-08"], "2025-03-08T22:41"),
    ("The first call came in at 10:41 p.m.",
     ["2025-03-10/2025-03-10", "2025-03-08T18:00/2025-03-08T23:59"], "2025-03-08T22:41"),
    ("The first call came in at 10:41 p.m.", ["2013-07-24/2013-07-24"], "2025-03-11T22:41"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hosts", "expected"), HOSTED)
def test_clock_takes_a_day_told_before_and_none_after_publication(text: str, hosts: list[str], expected: str) -> None:
    doc = parse_text(text)
    found = find_dates(doc, anchor="2025-03-12T06:15+00:00", anchor_precision="minute", host_days=hosts)
    assert [m.date_start for m in found if "T" in m.date_start] == [expected]


def test_hosts_are_days_of_events_the_last_first_and_yesterday_last() -> None:
    text = "Tuesday's crash killed four yesterday. They were buried on Wednesday, police said on Thursday."
    doc = parse_text(text)
    dates = find_dates(doc, anchor="2025-03-14")
    hosts = order_hosts(doc, dates, ["2025-03-09/2025-03-09"])
    days = ["2025-03-12", "2025-03-11", "2025-03-09", "2025-03-13"]
    assert hosts == [f"{day}/{day}" for day in days]


def test_token_is_the_head_of_the_expression() -> None:
    doc = parse_text("The court, which sat in early November, will rule next week.")
    assert [doc[m.token].text for m in find_dates(doc, anchor=WEDNESDAY)] == ["November", "week"]


# ---- rendering

RENDERED = [
    ("2026-01-07", "2026-01-07", "7 January 2026"),
    ("2025-11-01", "2025-11-30", "November 2025"),
    ("2025-11-01", "2025-11-10", "1–10 November 2025"),
    ("2004-01-01", "2004-12-31", "2004"),
    ("2009-01-01", "2016-12-31", "2009–2016"),
    ("2012-03-01", "2012-05-31", "March–May 2012"),
    ("2012-03-01", "2014-06-30", "March 2012 – June 2014"),
    ("2012-03-28", "2012-04-03", "28 March – 3 April 2012"),
    ("2012-12-28", "2013-01-03", "28 December 2012 – 3 January 2013"),
    ("1990-01-01", "1999-12-31", "1990s"),
    ("1801-01-01", "1900-12-31", "19th century"),
    ("2013-07-02T07:37+00:00", "2013-07-02T07:37+00:00", "2 July 2013 07:37 UTC"),
    ("2013-07-02T14:37+07:00", "2013-07-02T14:37+07:00", "2 July 2013 14:37 UTC+07:00"),
    ("2013-07-02T07:37", "2013-07-02T07:37", "2 July 2013 07:37"),
    ("2013-07-02T12:00", "2013-07-02T18:00", "2 July 2013 12:00–18:00"),
    ("2013-07-02T22:00", "2013-07-03T02:00", "2 July 2013 22:00 – 3 July 2013 02:00"),
    ("", "", ""),
]


@pytest.mark.parametrize(("start", "end", "expected"), RENDERED)
def test_render_date(start: str, end: str, expected: str) -> None:
    assert render_date(start, end) == expected


# ---- comparing


def mention(start: str, end: str = "", granularity: str = "day", reason: str = "") -> DateMention:
    return DateMention(0, 1, start, end or start, granularity, 0, "", reason)


DAY = mention("2013-07-02")
MONTH = mention("2025-11-01", "2025-11-30", "month")
UTC = mention("2013-07-02T07:37+00:00", granularity="minute")
LOCAL = mention("2013-07-02T07:37", granularity="minute", reason="local_time")
AFTERNOON = mention("2013-07-02T12:00", "2013-07-02T18:00", "part_of_day")

OWN = mention("2013-07-02T20:40+08:00", granularity="minute", reason="own_zone")
GUESSED = mention("2013-07-03T20:40", granularity="minute")._replace(day_told=False)

EARLY = mention("2025-11-01", "2025-11-10", "interval")

COMPARED = [
    (DAY, DAY, ("agree", "")),
    (DAY, mention("2013-07-03"), ("contradict", "other_date")),
    (mention("2026-01-06", reason="other_weekday"), mention("2026-01-07"), ("contradict", "other_weekday")),
    (MONTH, mention("2025-11-01", "2025-11-10", "interval"), ("compatible", "wider_interval")),
    (MONTH, mention("2025-10-01", "2025-12-31", "interval"), ("compatible", "wider_interval")),
    (MONTH, mention("2025-11-21", "2025-12-20", "interval"), ("compatible", "wider_interval")),
    (MONTH, mention("2025-12-01", "2025-12-31", "month"), ("contradict", "other_date")),
    (DAY, mention(""), ("", "no_date")),
    (DAY, UTC, ("compatible", "wider_interval")),
    (mention("2013-07-01"), UTC, ("compatible", "other_zone")),
    (mention("2013-07-04"), UTC, ("contradict", "other_date")),
    (mention("2013-07-01"), LOCAL, ("contradict", "other_date")),
    (DAY, AFTERNOON, ("agree", "part_of_day")),
    (UTC, mention("2013-07-02T14:37+07:00", granularity="minute"), ("agree", "")),
    (UTC, mention("2013-07-02T14:38+07:00", granularity="minute"), ("contradict", "other_time")),
    (UTC, mention("2013-07-03T07:37+00:00", granularity="minute"), ("contradict", "other_date")),
    (UTC, mention("2013-07-02T07:00+00:00", granularity="hour"), ("compatible", "wider_interval")),
    (UTC, LOCAL, ("contradict", "other_zone")),
    (UTC, mention("2013-07-02T07:37", granularity="minute"), ("compatible", "no_zone")),
    (UTC, mention("2013-07-02T14:37", granularity="minute"), ("compatible", "no_zone")),
    (UTC, mention("2013-07-02T14:38", granularity="minute"), ("contradict", "other_time")),
    (UTC, mention("2013-07-05T14:37", granularity="minute"), ("contradict", "other_date")),
    (UTC, AFTERNOON, ("compatible", "no_zone")),
    (LOCAL, AFTERNOON, ("contradict", "other_time")),
    (mention("2013-07-02T14:37", granularity="minute"), AFTERNOON, ("compatible", "wider_interval")),
    (EARLY, mention("2025-11-12"), ("compatible", "vague")),
    (EARLY, mention("2025-11-20"), ("contradict", "other_date")),
    (EARLY, mention("2025-12-01", "2025-12-10", "interval"), ("contradict", "other_date")),
    (OWN, mention("2013-07-02T20:40", granularity="minute"), ("agree", "own_zone")),
    (OWN, mention("2013-07-02T21:10", granularity="minute"), ("contradict", "other_time")),
    (OWN, mention("2013-07-02T21:40", granularity="minute"), ("compatible", "no_zone")),
    (OWN, mention("2013-07-02T21:40", granularity="minute", reason="local_time"), ("contradict", "other_time")),
    (OWN, mention("2013-07-02T19:40", granularity="minute", reason="city_time"), ("compatible", "no_zone")),
    (GUESSED, mention("2013-07-02T20:40", granularity="minute"), ("compatible", "guessed_day")),
    (GUESSED, mention("2013-07-02T21:10", granularity="minute"), ("contradict", "other_time")),
    (GUESSED, DAY, ("compatible", "guessed_day")),
    (GUESSED, mention("2013-07-09"), ("contradict", "other_date")),
]


@pytest.mark.parametrize(
    ("text", "reason", "day_told"),
    [
        ("The tanker ran aground on Tuesday at 8:40 p.m. (1240 GMT).", "own_zone", True),
        ("The tanker ran aground at 8:40 p.m.", "", False),
        ("The tanker ran aground on Tuesday at 8:40 p.m. local time.", "local_time", True),
        ("The tanker ran aground at 8:40 p.m. Marbury time.", "city_time", False),
        ("The mayor said on Monday that the tanker ran aground at 8:40 p.m. near the pier.", "", False),
        ("The court heard yesterday how the van was filmed at 11.40 p.m. near a bar.", "", False),
        ("The court heard how he left the bar at 9 p.m. on Saturday.", "", True),
        ("The minister told reporters on Monday at 3 p.m.", "", True),
    ],
)
def test_what_a_clock_time_leaves_open(text: str, reason: str, day_told: bool) -> None:
    told = find_dates(parse_text(text), anchor="2024-05-15")[-1]
    assert (told.reason, told.day_told) == (reason, day_told)


@pytest.mark.parametrize(("a", "b", "expected"), COMPARED)
def test_compare_dates_both_ways(a: DateMention, b: DateMention, expected: tuple[str, str]) -> None:
    assert compare_dates(a, b) == Comparison(*expected)
    assert compare_dates(b, a) == Comparison(*expected)


# ---- properties

VOCABULARY = (
    "on in at by since until from to between and early late mid- the first last next this that same following of "
    "year month week day decade century quarter half Tuesday Mon. May March Sept. 7 30 31st 2004 1995 1990s 7:37 3pm "
    "0737 GMT a.m. EDT ( ) , – - 05/06/2010 2013-07-02T07:37Z yesterday morning night ago two several Boxing Day "
    "fiscal FY24 spring Christmas more than earlier later so far 12 noon local time 9999 UTC+99 'is' will was . \n ’s"
)
WORDS = VOCABULARY.split(" ")


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)),
       st.sampled_from(["", "2024-02-29", "0001-01-01", "9999-12-31", "2026-01"]))  # fmt: skip
def test_no_text_raises_and_spans_lie_in_it(text: str, anchor: str) -> None:
    doc = without_parse(text)
    mentions = find_dates(doc, anchor=anchor, anchor_precision="month" if len(anchor) == 7 else "day")
    for m in mentions:
        printed = doc.text[m.start : m.end]
        assert printed
        assert printed == printed.strip()
        assert m.token < len(doc)
        assert (m.date_start == "") == (m.date_end == "")
        assert m.date_start <= m.date_end
    assert all(a.start <= b.start for a, b in pairwise(mentions))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_no_parsed_text_raises(text: str) -> None:
    for m in find_dates(parse_text(text), anchor=WEDNESDAY):
        assert compare_dates(m, m).relation in ("agree", "")
        assert bool(render_date(m.date_start, m.date_end)) == bool(m.date_start)


DAYS = st.dates(date(1000, 1, 1), date(2090, 12, 31))
SPANS = st.one_of(
    st.builds(lambda day, unit: tuple(unit_span(day, unit)), DAYS,
              st.sampled_from(["day", "week", "month", "quarter", "year", "decade"])),
    st.builds(lambda day, days: (day, day + timedelta(days=days)), DAYS, st.integers(0, 3000)),
)  # fmt: skip


@settings(max_examples=300, deadline=None, derandomize=True)
@given(SPANS, st.sampled_from(["", WEDNESDAY]))
def test_rendered_days_parse_back(span: tuple[date, date], anchor: str) -> None:
    start, end = (day.isoformat() for day in span)
    text = render_date(start, end)
    assert [_told(text, m) for m in find_dates(without_parse(text), anchor=anchor)] == [
        (text, start) if start == end else (text, start, end)
    ]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.datetimes(datetime(1000, 1, 1), datetime(2090, 12, 31)),
       st.integers(0, 2000), st.sampled_from(["", "+00:00", "+05:30", "-08:00"]))  # fmt: skip
def test_rendered_moments_parse_back(moment: datetime, minutes: int, offset: str) -> None:
    start = moment.isoformat()[:16] + offset
    end = (moment + timedelta(minutes=minutes)).isoformat()[:16] + offset
    text = render_date(start, end)
    (found,) = find_dates(without_parse(text), anchor="")
    assert (found.start, found.end, found.date_start, found.date_end) == (0, len(text), start, end)
