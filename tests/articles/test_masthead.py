# ruff: noqa: E501
"""Outlets, domains and addresses."""

import pytest

from factdiff.articles.mastheads import is_masthead_beside
from factdiff.articles.metadata import name_domain, read_domain


@pytest.mark.parametrize(
    ("url", "domain", "outlet"),
    [
        ("http://www.bbc.co.uk/news/world-23141479", "bbc.co.uk", "BBC News"),
        ("https://english.ahram.org.eg/NewsContent/2/9", "english.ahram.org.eg", "Ahram Online"),
        ("http://newsinfo.inquirer.net/437067/x", "newsinfo.inquirer.net", "Philippine Daily Inquirer"),
        ("https://m.ndtv.com/a", "ndtv.com", "NDTV"),
        ("https://asia.nikkei.com/Politics", "asia.nikkei.com", "Nikkei Asia"),
        ("https://www.nikkei.com/a", "nikkei.com", "Nikkei"),
        ("https://www.valleygazette.example/dam", "valleygazette.example", "valleygazette.example"),
        ("https://USER@WWW.Reuters.com:443/x", "reuters.com", "Reuters"),
        ("www.cnn.com/2019", "cnn.com", "CNN"),
        ("http://[broken", "", ""),
        ("", "", ""),
    ],
)
def test_domains(url, domain, outlet):
    assert read_domain(url) == domain
    assert name_domain(domain) == outlet


@pytest.mark.parametrize(
    ("text", "outlet", "title", "byline"),
    [
        ("http://www.ndtv.com/a\nFire in Delhi kills 12\nTwelve people died in a fire, police said.", "NDTV", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12\nNEW DELHI (PTI) — Twelve people died in a fire, police said.", "PTI", "Fire in Delhi kills 12", ""),
        ("The Guardian\nFire in Delhi kills 12\nTwelve people died in a fire, police said.", "The Guardian", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12 | Delhi Wire\nTwelve people died, police said.", "Delhi Wire", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12\nTwelve people died, police said.\nRead the full story on Delhi Wire", "Delhi Wire", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12\nAFP, Tuesday 2 Jul 2013\nTwelve people died, police said.", "", "Fire in Delhi kills 12", "AFP"),
        ("Fire in Delhi kills 12\nBy Anil Rao\nTwelve people died, police said.", "", "Fire in Delhi kills 12", "Anil Rao"),
        ("Fire in Delhi kills 12\nAssociated Press\nTwelve people died, police said.", "Associated Press", "Fire in Delhi kills 12", "Associated Press"),
        ("Yahoo News\nFire in Delhi kills 12\nReuters\nDELHI (Reuters) - Twelve people died, police said.", "Yahoo News", "Fire in Delhi kills 12", "Reuters"),
        ("Fire in Delhi kills 12\nMeridian News\nMarch 12, 2025\nDELHI (Reuters) - Twelve people died in a fire, police said.", "Meridian News", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12\nGlobalBrief\nMarch 12, 2025\nTwelve people died in a fire, police said.", "GlobalBrief", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12\nWorld News\nMarch 12, 2025\nTwelve people died in a fire, police said.", "", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12\nCoastal Tribune | Friday, March 14, 2025\nTwelve people died, police said.", "Coastal Tribune", "Fire in Delhi kills 12", ""),
        ("Fire in Delhi kills 12\nScience Now\nBy Priya Raman | 3 September 2024\nTwelve people died, police said.", "Science Now", "Fire in Delhi kills 12", "Priya Raman"),
        ("The New Valley Gazette\nFire in Delhi kills 12\nMarch 12, 2025\nTwelve people died, police said.", "The New Valley Gazette", "Fire in Delhi kills 12", ""),
        ("Twelve people died in a fire in Delhi on Monday, police said.\nThe fire was out by noon.", "", "", ""),
    ],
)  # fmt: skip
def test_heads(read, text, outlet, title, byline):
    row = read({"a.txt": text}).articles.iloc[0]
    assert (row.outlet, row.title, row.byline) == (outlet, title, byline)


def test_an_address_counts_only_as_the_first_line(read):
    corpus = read({"a.txt": "Fire kills 12\nTwelve people died, police said.\nhttp://www.bbc.co.uk/x\nIt was arson."})
    assert corpus.articles.url.iloc[0] == ""


@pytest.mark.parametrize(
    "line",
    [
        "Channel 6 News", "Science Now", "GlobalBrief", "The London Report", "Planet Health", "Tri-County Online",
        "Euro Digest", "Business Newswire", "The Financial Post-Herald", "National News Agency", "cleveland.com",
    ],
)  # fmt: skip
def test_mastheads_beside_a_date(line):
    assert is_masthead_beside(line)


@pytest.mark.parametrize(
    "line",
    [
        "World", "World News", "UK Politics", "Middle East", "Crime & Courts", "CRIME NEWS", "Special Report",
        "Press Release", "The Latest", "The Big Story", "London", "New York", "United States", "Anders Holm",
        "John McDonald", "Claire Dupont in Marseille", "Fire is out", "Top stories:", "",
    ],
)  # fmt: skip
def test_sections_places_and_people_are_no_mastheads(line):
    assert not is_masthead_beside(line)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: June 15, 2025, 7:02 a.m.", "2025-06-15T07:02"),
        ("Posted 5:31 p.m., June 16, 2025.", "2025-06-16T17:31"),
        ("Last updated: June 15, 2025, 7:02 a.m.", "2025-06-15T07:02"),
        ("By Priya Raman | June 15, 2025, 7:02 a.m.", "2025-06-15T07:02"),
    ],
)
def test_a_date_line_that_ends_in_a_stop_is_furniture(read, line, published):
    corpus = read({"a.txt": f"Fire kills 12\nMillbrook Star\n{line}\nTwelve people died on Saturday, police said."})
    row = corpus.articles.iloc[0]
    assert (row.outlet, row.published, row.published_from) == ("Millbrook Star", published, "header")
    text = corpus.texts["a"]
    kept = [text[b.start : b.end] for b in corpus.sections.itertuples() if b.section != "boilerplate"]
    assert kept == ["Fire kills 12", "Twelve people died on Saturday, police said."]
