"""The year of a tale: a day told after one of another year, and the day of the news beside it."""

import pytest

from factdiff.language import parse_text
from factdiff.values.date import find_dates, find_full_days, find_tale

PUBLISHED = "2024-05-01"


def days_of(text: str, *before: str) -> list[str]:
    """Return the first day of every date of a block, or why it has none."""
    tale = None
    for block in before:
        doc = parse_text(block)
        tale = find_tale(doc, find_dates(doc, anchor=PUBLISHED, tale=tale), tale, anchor=PUBLISHED)
    return [d.date_start or d.reason for d in find_dates(parse_text(text), anchor=PUBLISHED, tale=tale)]


TALES = [
    ("The ferry sank on June 9, 2016. Divers reached the wreck on July 2.", ["2016-06-09", "2016-07-02"]),
    (
        "On October 4, 2018, the surgeon operated on the wrong knee. The clinic apologised on November 20.",
        ["2018-10-04", "2018-11-20"],
    ),
    (
        "The barn caught fire shortly before 1 a.m. on June 14, 2017. The inquiry opened on July 20.",
        ["2017-06-14T01:00", "2017-06-14", "2017-07-20"],
    ),
    ("He was stabbed on April 9, 2022. A walker found him on April 12.", ["2022-04-09", "2022-04-12"]),
    (
        "Rebels took the airport on 5 May 1993. They lost it on 19 May and left the city in July.",
        ["1993-05-05", "1993-05-19", "1993-07-01"],
    ),
    (
        "The probe was launched on August 12, 2019. Two days later, on August 14, its antenna failed.",
        ["2019-08-12", "2019-08-14", "2019-08-14"],
    ),
    ("In 2014 the firm issued its first bond. In September it bought a rival.", ["2014-01-01", "2014-09-01"]),
    (
        "The bank failed on October 3, 2011. On September 26 its chairman had sold his shares.",
        ["2011-10-03", "2011-09-26"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TALES)
def test_day_takes_the_year_of_its_tale(text: str, expected: list[str]) -> None:
    assert days_of(text) == expected


NEWS = [
    ("The court fined him on April 12. He had been jailed on May 2, 2019. He paid on April 15.", "2024-04-15"),
    ("The mine, opened on March 3, 2001, closed on April 14.", "2024-04-14"),
    ("The singer (born June 3, 1960) died on March 28.", "2024-03-28"),
    ("She has led the party since June 8, 2017. She resigned on January 9.", "2024-01-09"),
    ("He won the seat on May 4, 2017. He plans to stand down on June 30.", "2024-06-30"),
    ("He won the seat on May 4, 2017. He will leave office on June 30.", "2024-06-30"),
    ("The dam burst on May 6, 2012. The governor visited on Monday. A new wall opened on February 2.", "2024-02-02"),
    ("Exports rose 3% on January 2022. December figures were lower too.", "2023-12-01"),
    ("The vote was held on July 7, 2015. The new census is published on June 2.", "2024-06-02"),
    ("The school was opened on March 3, 2001. It burned down on January 14.", "2024-01-14"),
    ("The baker took bribes between 2009 and 2014. His trial began in February.", "2024-02-01"),
    ("The law of 2004 was repealed. Police seized the boat on January 3.", "2024-01-03"),
]


@pytest.mark.parametrize(("text", "last"), NEWS)
def test_day_of_the_news_stays(text: str, last: str) -> None:
    assert days_of(text)[-1] == last


UNSURE = [
    "The school was opened on March 3, 2001. It burned down on October 14.",
    "The bomb went off on April 10, 2013. Crowds met at the bridge on April 10.",
    "Her cousin, who was freed on May 2, 2019, left town. On December 3 she sued.",
    "He had been freed on March 3, 2021. In April he moved to the coast.",
    "He was freed on May 2, 2019. The judge ordered him to return on June 30.",
    "The king signed the act on March 2, 1765. It taxed paper, starting on November 1.",
    "The crew was chosen on August 9, 1968. Its captain said he would fly at Christmas.",
]


@pytest.mark.parametrize("text", UNSURE)
def test_day_that_may_be_of_either_has_no_year(text: str) -> None:
    assert days_of(text)[-1] == "no_year"


def test_verdict_told_after_the_deed_in_another_block_has_no_year_in_the_year_of_publication() -> None:
    found = "The nurse was found dead on 12 January 2022."
    assert days_of("Reed was convicted on February 20.", found) == ["no_year"]
    assert days_of("Reed was convicted in February.", found) == ["2024-02-01"]


def test_tale_goes_on_in_the_next_block_and_makes_years_unsure_further_on() -> None:
    first, between = "The pilot took off on June 3, 2018.", "The tower heard nothing."
    assert days_of("The wreck was found on June 20.", first) == ["2018-06-20"]
    assert days_of("The wreck was found on June 20.", first, between, between) == ["no_year"]
    assert days_of("The inquest opened on Tuesday.", first, between) == ["2024-04-30"]
    assert days_of("The coroner ruled on August 20.", first, "A hearing opened on Tuesday.") == ["2023-08-20"]


FULL = "The dam burst on July 16, 1969. A new one was opened on 2 May 2023, and on Sept. 3rd, 1970 it was named."


def test_days_printed_with_their_year_are_found() -> None:
    assert sorted(day.isoformat() for day in find_full_days(FULL)) == ["1969-07-16", "1970-09-03", "2023-05-02"]
    assert find_full_days("On May 3, 20 men met; on 31 June 2020 none did.") == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town was flooded on July 16.", "no_year"),
        ("The last body was found on July 30.", "no_year"),
        ("The last body was found on November 30.", "2023-11-30"),
        ("The mayor laid a wreath on April 28.", "2024-04-28"),
        ("The wall was painted on June 2.", "no_year"),
    ],
)
def test_day_near_one_that_the_article_prints_with_a_year_of_long_ago(text: str, expected: str) -> None:
    days = find_full_days(FULL + " The lake was drained on 20 June 1971.")
    dates = find_dates(parse_text(text), anchor=PUBLISHED, full_days=days)
    assert [d.date_start or d.reason for d in dates] == [expected]
