"""Publication times as pages print them."""

from datetime import date

import pytest

from factdiff.articles.published import find_date, is_date_line, read_iso, read_lines, read_url


@pytest.mark.parametrize(
    ("line", "value", "precision"),
    [
        ("January 7, 2026 at 11:52 AM UTC", "2026-01-07T11:52Z", "minute"),
        ("Tue Jul 2,2013 1:28PM GMT", "2013-07-02T13:28Z", "minute"),
        ("July 03,2013 6:22AM", "2013-07-03T06:22", "minute"),
        ("3 July 2013 Last updated at 13:38 GMT", "2013-07-03T13:38Z", "minute"),
        ("WEDNESDAY 03 JULY 2013", "2013-07-03", "day"),
        ("Updated: July 02,2013 15:50 IST", "2013-07-02T15:50+05:30", "minute"),
        ("on July 02 2013 7:41 AM", "2013-07-02T07:41", "minute"),
        ("Tue, 02 Jul 2013 12:28 CDT", "2013-07-02T12:28-05:00", "minute"),
        ("2018-08-21", "2018-08-21", "day"),
        ("Tue Jul 02 2013,14:58 hrs", "2013-07-02T14:58", "minute"),
        ("Published on Jul 02,2013 4:22 PM", "2013-07-02T16:22", "minute"),
        ("July 2,2013 07:44", "2013-07-02T07:44", "minute"),
        ("INDONESIA, July 2,2013", "2013-07-02", "day"),
        ("AFP, Tuesday 2 Jul 2013", "2013-07-02", "day"),
        ("Tuesday, July 2nd, 2013", "2013-07-02", "day"),
        ("By Jane Doe | July 3, 2013, 3:15 p.m. ET", "2013-07-03T15:15-04:00", "minute"),
        ("Jan. 3, 2013 3:15 p.m. PT", "2013-01-03T15:15-08:00", "minute"),
        ("Posted: 10:07 a.m. EST Jan. 12, 2021", "2021-01-12T10:07-05:00", "minute"),
        ("Wed 21 Sep 2022 19.12 BST", "2022-09-21T19:12+01:00", "minute"),
        ("12 Sept. 2019 — 08:15 (GMT+3)", "2019-09-12T08:15+03:00", "minute"),
        ("2024-03-05T10:15:30+01:00", "2024-03-05T10:15:30+01:00", "second"),
        ("Mar 14, 2022 / 06:12 PM MDT", "2022-03-14T18:12-06:00", "minute"),
        ("1200 GMT 2 July 2013", "2013-07-02T12:00Z", "minute"),
        ("23/07/2013 10:12", "2013-07-23T10:12", "minute"),
        ("07/23/2013", "2013-07-23", "day"),
        ("2.7.2013", "2013-07-02", "day"),
        ("June 3, 2019 | 6 min read", "2019-06-03", "day"),
        ("12:05 a.m. Aug 1, 2020", "2020-08-01T00:05", "minute"),
        ("Noon, 1st of May 2020", "2020-05-01", "day"),
    ],
)
def test_date_lines(line, value, precision):
    found = find_date(line)
    assert found is not None
    assert found.stamp == (value, precision)


@pytest.mark.parametrize(
    "line",
    [
        "02/07/2013",
        "July 2",
        "13/13/2013",
        "February 30, 2013",
        "Article 370",
        "1200 dead",
        "In 2013",
        "3.5 2013 km",
        "",
    ],
)
def test_no_full_date(line):
    assert find_date(line) is None


def test_the_country_tells_what_is_ambiguous():
    assert find_date("02/07/2013", domain="news.example.co.uk").day == date(2013, 7, 2)
    assert find_date("2 July 2013 15:50 IST", domain="haaretz.co.il").stamp.value == "2013-07-02T15:50+02:00"
    assert find_date("2 July 2013 15:50 CST", domain="example.cn").stamp.value == "2013-07-02T15:50+08:00"


@pytest.mark.parametrize(
    "line",
    [
        "Attack of July 7, 2005 remembered",
        "Hurricane Sandy hits New Jersey on October 29, 2012",
        "The quake struck on July 2, 2013.",
        "On January 9, 2026, the Journal reported that China has started restricting exports",
        "What we know about the attack of March 15, 2019 in Christchurch",
    ],
)
def test_titles_and_sentences_are_no_date_lines(line):
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (["INDONESIA, July 2,2013", "Updated: July 2,2013 15:01 IST"], "2013-07-02T15:01+05:30"),
        (["Published: March 14, 2022 6:12 PM", "Updated: March 15, 2022 9:40 AM"], "2022-03-14T18:12"),
        (["Updated: March 15, 2022 9:40 AM", "Published: March 14, 2022"], "2022-03-14"),
        (["Updated: March 15, 2022 9:40 AM"], "2022-03-15T09:40"),
        (["March 14, 2022", "March 14, 2022 6:12 PM"], "2022-03-14T18:12"),
        ([], ""),
    ],
)
def test_which_of_several_lines_counts(lines, value):
    assert read_lines(lines).value == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("http://www.foxnews.com/politics/2018/08/21/rep-duncan-hunter.html", "2018-08-21"),
        ("https://www.theguardian.com/us-news/2018/aug/21/hunter", "2018-08-21"),
        ("https://example.com/news/2018-08-21-hunter", "2018-08-21"),
        ("https://example.com/20180821-hunter.html", "2018-08-21"),
        ("https://example.com/2018/08/hunter", "2018-08"),
        ("http://www.bbc.co.uk/news/world-23141479", ""),
        ("http://example.com/2018/13/41/x", ""),
        ("http://example.com/story/20189921", ""),
        ("http://[broken/2018/08/21/x", "2018-08-21"),
        ("https://example.com/a?d=2018-08-21", ""),
        ("https://2018-08-21.example.com/a", ""),
        ("", ""),
    ],
)
def test_dates_in_addresses(url, value):
    assert read_url(url).value == value


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2026-01", ("2026-01", "month")),
        ("2026-01-07", ("2026-01-07", "day")),
        ("2026-01-07T11:52Z", ("2026-01-07T11:52Z", "minute")),
        ("2026-01-07 11:52:00+0900", ("2026-01-07T11:52:00+09:00", "second")),
        ("2026-01-07T11:52:00.123Z", ("2026-01-07T11:52:00Z", "second")),
        ("2026-01-07T11:52+00:00", ("2026-01-07T11:52Z", "minute")),
        ("2026-01-07T11:52", ("2026-01-07T11:52", "minute")),
        ("2026-01-07 11:52:30", ("2026-01-07T11:52:30", "second")),
        ("2026-01-07T11:52z", ("2026-01-07T11:52Z", "minute")),
        ("2026-01-07T11:52-05", ("2026-01-07T11:52-05:00", "minute")),
        ("2026-01-07T11:61", ("", "unknown")),
        ("20260107", ("", "unknown")),
        ("2026-W02-1", ("", "unknown")),
        ("2026-13-01", ("", "unknown")),
        ("2026-02-30", ("", "unknown")),
        ("2026-01-07T25:00", ("", "unknown")),
        ("7 January 2026", ("", "unknown")),
        ("2026", ("", "unknown")),
        ("", ("", "unknown")),
    ],
)
def test_iso(text, stamp):
    assert read_iso(text) == stamp
