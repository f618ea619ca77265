# ruff: noqa: E501
"""Outlets, domains and addresses."""

import pytest

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
        ("Twelve people died in a fire in Delhi on Monday, police said.\nThe fire was out by noon.", "", "", ""),
    ],
)  # fmt: skip
def test_heads(read, text, outlet, title, byline):
    row = read({"a.txt": text}).articles.iloc[0]
    assert (row.outlet, row.title, row.byline) == (outlet, title, byline)


def test_an_address_counts_only_as_the_first_line(read):
    corpus = read(
        {"a.txt": "Fire kills 12\nTwelve people died, police said.\nhttp://www.bbc.co.uk/x\nIt was arson."}
    )
    assert corpus.articles.url.iloc[0] == ""
