"""Dates whose side, unit or role hangs on the words around: plans, centuries, counts, events and old records."""

import pytest

from factdiff.language import parse_text
from factdiff.values.date import find_dates

WEDNESDAY = "2024-05-15"

Told = tuple[str, ...]


def read(text: str, anchor: str = WEDNESDAY) -> list[Told]:
    """Return (printed, start, end, role) of every date; start and end are '' when unresolved."""
    return [
        (text[d.start : d.end], d.date_start, d.date_end, d.role) for d in find_dates(parse_text(text), anchor=anchor)
    ]


def year(told: str, role: str = "") -> Told:
    return (told, f"{told}-01-01", f"{told}-12-31", role)


CENTURIES = [
    ("The mill was built in the 1800s.", [("the 1800s", "1800-01-01", "1899-12-31", "")]),
    ("Steam came in the late 1800s.", [("late 1800s", "1867-01-01", "1899-12-31", "")]),
    ("The custom dates from the 1700s.", [("the 1700s", "1700-01-01", "1799-12-31", "")]),
    ("He took inspiration from the 1600s.", [("the 1600s", "1600-01-01", "1699-12-31", "")]),
    ("Rents rose in the 2000s.", [("the 2000s", "2000-01-01", "2009-12-31", "")]),
    ("Rents rose in the 1990s.", [("the 1990s", "1990-01-01", "1999-12-31", "")]),
    (
        "It was worn in the 1900s and 1910s.",
        [("the 1900s", "1900-01-01", "1909-12-31", ""), ("1910s", "1910-01-01", "1919-12-31", "")],
    ),
    (
        "It was worn in the 1890s and 1900s.",
        [("the 1890s", "1890-01-01", "1899-12-31", ""), ("1900s", "1900-01-01", "1909-12-31", "")],
    ),
    (
        "Tin was dug from the 1700s to the 1800s.",
        [("the 1700s", "1700-01-01", "1799-12-31", "from"), ("the 1800s", "1800-01-01", "1899-12-31", "to")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CENTURIES)
def test_hundreds_are_centuries(text: str, expected: list[Told]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "start"),
    [
        ("Last May, the clinic opened a ward.", "2024-06-15", "2023-05-01"),
        ("The smelter closed last May.", "2024-06-15", "2023-05-01"),
        ("The smelter closed last April.", "2024-06-15", "2024-04-01"),
        ("The smelter closed last August.", "2024-06-15", "2023-08-01"),
        ("The smelter closed last December.", "2024-01-15", "2023-12-01"),
    ],
)
def test_last_month_by_name(text: str, anchor: str, start: str) -> None:
    assert read(text, anchor)[0][1] == start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The firm was founded in 1990. A decade later, it had 40 shops.", "1998-01-01", "2002-12-31"),
        ("The pair married in 1975. Two decades later they split.", "1993-01-01", "1997-12-31"),
        ("The dam opened in 2013. A decade later, it is silting.", "2021-01-01", WEDNESDAY),
        ("The war began in 1815. A century later, the border was moved.", "1905-01-01", "1925-12-31"),
        ("The bridge fell in 1998. A decade earlier, it had been inspected.", "1986-01-01", "1990-12-31"),
        ("Jazz came in the 1920s. A decade later, swing replaced it.", "1930-01-01", "1939-12-31"),
        ("The law passed in 2018. A decade later, it will lapse.", "", ""),
    ],
)
def test_decade_later_is_about_a_year(text: str, start: str, end: str) -> None:
    assert read(text)[-1][1:3] == (start, end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The order ruled between the years 1431 and 1649.", [year("1431", "from"), year("1649", "to")]),
        ("Farms did well from the years 1710 to 1760.", [year("1710", "from"), year("1760", "to")]),
        ("It was a port between 1920 and 1934.", [year("1920", "from"), year("1934", "to")]),
        ("The border held until the 1967 war.", [year("1967", "until")]),
        ("Trade has grown since the 1989 revolution.", [year("1989", "since")]),
        ("The reactor ran until the 2011 earthquake.", [year("2011", "until")]),
        ("Many were hurt in the 2004 tsunami.", [year("2004")]),
    ],
)
def test_year_bounds_through_its_noun(text: str, expected: list[Told]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The purchase brings the total fleet to 1200.", []),
        ("The list grew to 1850.", []),
        ("New arrivals bring the total to 1500.", []),
        ("They raised the number of beds to 1650.", []),
        ("Ten more came and the count went to 1890.", []),
        ("The plant will cut its workforce to 1900 by 2030.", [year("2030", "until")]),
        ("The weight of 1250 was too much.", []),
        ("Membership fell by 1400.", []),
        ("They held the town by 1415.", [year("1415", "until")]),
        ("He ruled it from 1483 until his death.", [year("1483", "from")]),
        ("The archive goes back to 1650.", [year("1650")]),
        ("Records date to 1850.", [year("1850")]),
        ("The museum moved its start from 1934 to 1950.", [year("1934", "from"), year("1950", "to")]),
        ("The number of births is low compared to 1990.", [year("1990")]),
        ("The contract was extended to 2019.", [year("2019")]),
        ("Demand will grow to 2040.", [year("2040")]),
        ("The charter was sealed in 1215.", [year("1215")]),
        ("The treaty of 1360 is taught.", [year("1360")]),
        ("The annals for 1410 are lost.", [year("1410")]),
    ],
)
def test_count_is_no_year(text: str, expected: list[Told]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('The annals for 1465 record: "Deep snow fell this year."', "1465-01-01"),
        ('The parish diary of 1888 reads: "The well froze this year."', "1888-01-01"),
        ("The ledger for 1620 notes: ‘Wool was dear this year.’", "1620-01-01"),
        ('The register for 1666 says: "Plague took forty this month."', ""),
        ('The plan for 1998 says: "Rents rose this year."', "2024-01-01"),
        ('The mayor said: "Rents rose this year."', "2024-01-01"),
    ],
)
def test_this_year_of_an_old_record(text: str, start: str) -> None:
    assert read(text)[-1][1] == start


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoy is staying in Geneva until the talks conclude on Friday.", "2024-05-17"),
        ("She is remaining in the capital after the conference ends on Sunday.", "2024-05-19"),
        ("The jury has agreed to return once the judge rules on Monday.", "2024-05-20"),
        ("The miners are holding out until the court sits on Tuesday.", "2024-05-21"),
        ("The minister will fly home before parliament meets on Thursday.", "2024-05-16"),
        ("Police arrested the man after the match ended on Saturday.", "2024-05-11"),
        ("The pump has been idle since the dam burst on Sunday.", "2024-05-12"),
        ("He waited until the guards left on Monday.", "2024-05-13"),
        ("Smoke rises from the port after a blast hits a store on Saturday.", "2024-05-11"),
    ],
)
def test_present_after_until_lies_ahead(text: str, day: str) -> None:
    assert read(text)[-1][1] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The union has called for a strike on Friday.", "2024-05-17"),
        ("Opposition parties have also called for marches on Saturday.", "2024-05-18"),
        ("Clerics have urged a boycott on Friday.", "2024-05-17"),
        ("Nurses are demanding a vote on Monday.", "2024-05-20"),
        ("The party called for protests on Friday.", "2024-05-17"),
        ("The party called for protests on Tuesday.", "2024-05-14"),
        ("The mayor invited residents to a meeting on Thursday.", "2024-05-16"),
        ("She had called for a strike on Friday.", "2024-05-10"),
        ("The senator called for calm on Monday.", "2024-05-13"),
        ("The court has condemned the strike on Friday.", "2024-05-10"),
    ],
)
def test_event_called_for_lies_ahead(text: str, day: str) -> None:
    assert read(text)[-1][1] == day


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The coach is waiting to see how she recovers from her January operation.", "2013-01-01"),
        ("Fans will miss him after his April arrest.", "2013-04-01"),
        ("The court will weigh his February confession.", "2013-02-01"),
        ("The team will suffer from his March injury.", "2013-03-01"),
        ("The mine will reopen after the January collapse.", "2013-01-01"),
        ("The firm will repay the January loan.", ""),
        ("She will be back before her August surgery.", "2013-08-01"),
        ("The party will contest the November election.", "2013-11-01"),
        ("He will be sentenced at his August hearing.", "2013-08-01"),
        ("The fair will open with its September parade.", "2013-09-01"),
        ("They will marry before her October birthday.", "2013-10-01"),
    ],
)
def test_month_of_a_thing_is_past_unless_planned(text: str, start: str) -> None:
    assert read(text, "2013-07-18")[0][1] == start


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Fashions of the 1950s and 60s are back.", ["1950-01-01", "1960-01-01"]),
        ("He grew up in the 1960s and '70s.", ["1960-01-01", "1970-01-01"]),
        ("Mines shut in the 1970s, 80s and 90s.", ["1970-01-01", "1980-01-01", "1990-01-01"]),
        ("Those who danced in the 1980s and 70s songs.", ["1980-01-01"]),
    ],
)
def test_further_decades(text: str, starts: list[str]) -> None:
    assert [d[1] for d in read(text)] == starts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She plays Lyon on Aug. 3 and Turin later in the month.", ("2024-08-03", "2024-08-31")),
        ("The trial opens on June 4. Later in the month, it moves to Bonn.", ("2024-06-04", "2024-06-30")),
        ("The bank will report later in the month.", ("2024-05-15", "2024-05-31")),
        ("They met on May 2 and again later in the month.", ("2024-05-15", "2024-05-31")),
    ],
)
def test_later_in_the_month_told(text: str, expected: tuple[str, str]) -> None:
    assert read(text)[-1][1:3] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bishop will lead a Sunday blessing on June 9.", ["2024-06-09", "2024-06-09"]),
        ("There is a Friday hearing on June 7.", ["2024-06-07", "2024-06-07"]),
        ("There was a Friday vigil on May 9.", ["2024-05-10", "2024-05-09"]),  # no Friday
    ],
)
def test_weekday_of_what_is_on_a_day(text: str, expected: list[str]) -> None:
    assert [told[1] for told in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("He led the union until two years ago.", "until"),
        ("Sales rose 3% from a year ago.", ""),
        ("It has been shut since a year ago.", ""),
    ],
)
def test_role_of_a_time_ago(text: str, role: str) -> None:
    assert read(text)[-1][3] == role
