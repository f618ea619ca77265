# ruff: noqa: E501
"""HTML files."""

import pytest

from factdiff.articles.html import find_charset, read_html
from factdiff.errors import UnreadableError

HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge collapse kills 4 - Example News</title>
<meta property="og:title" content="Bridge collapse kills 4 - Example News">
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2024-03-05T10:15:00+01:00"><meta name="author" content="Jane Doe">
<link rel="canonical" href="https://www.example.com/2024/03/05/bridge"></head>"""
PAGE = (
    HEAD
    + """<body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<div class="cookie-banner">We use cookies to improve your experience. <button>Accept</button></div>
<article><h1>Bridge collapse kills 4</h1><p class="byline">By Jane Doe</p>
<figure><img src="a.jpg" alt="The bridge"><figcaption>The fallen bridge on Tuesday. Photo: Reuters</figcaption></figure>
<p>Four people were killed when a bridge collapsed in the northern
town of Kirva on Tuesday, officials said, and <a href="/x">at least nine</a> were injured in the accident.</p>
<p>The bridge, built in 1961, was inspected last year, the transport ministry said.</p>
<h2>What we know</h2><p>“It went down in seconds,” said <b>Anna Holm</b>, 43, who lives beside the bridge.</p>
<ul><li>Four dead, nine injured</li><li>Two people are missing.</li></ul>
<blockquote><p>We will find out who is responsible, the minister wrote.</p></blockquote>
<table><tr><th>Year</th><th>Deaths</th></tr><tr><td>2023</td><td>4</td></tr></table>
<p>Divers were searching the river on Wednesday for two people who are still missing.<br>They hope to find them.</p>
<p>Sign up for our newsletter</p></article><footer>© 2024 Example News</footer></body></html>"""
)
SECTIONS = [
    ("headline", 0, "Bridge collapse kills 4"),
    (
        "body",
        0,
        "Four people were killed when a bridge collapsed in the northern town of Kirva on Tuesday, officials said, and "
        "at least nine were injured in the accident.",
    ),
    ("body", 0, "The bridge, built in 1961, was inspected last year, the transport ministry said."),
    ("headline", 0, "What we know"),
    ("body", 0, "“It went down in seconds,” said Anna Holm, 43, who lives beside the bridge."),
    ("body", 0, "Four dead, nine injured"),
    ("body", 0, "Two people are missing."),
    ("body", 0, "We will find out who is responsible, the minister wrote."),
    ("caption", 0, "Year | Deaths"),
    ("caption", 0, "2023 | 4"),
    ("body", 0, "Divers were searching the river on Wednesday for two people who are still missing."),
    ("body", 0, "They hope to find them."),
    ("boilerplate", 0, "Sign up for our newsletter"),
    ("caption", 0, "The fallen bridge on Tuesday. Photo: Reuters"),
]


def page(head, paragraphs=3):
    text = "<p>Four people were killed when a bridge collapsed in the northern town of Kirva, officials said.</p>"
    return f"<html><head>{head}</head><body><article>{text * paragraphs}</article></body></html>"


@pytest.mark.parametrize("name", ["h.html", "h.htm", "h.HTML", "h.txt"])
def test_a_page_becomes_sections(read, show, name):
    corpus = read({name: PAGE})
    assert show(corpus, "h") == SECTIONS


def test_metadata(read):
    row = read({"h.html": PAGE}).articles.iloc[0]
    assert (row.title, row.outlet, row.byline) == ("Bridge collapse kills 4", "Example News", "Jane Doe")
    assert (row.published, row.published_precision) == ("2024-03-05T10:15:00+01:00", "second")
    assert (row.published_from, row.url) == ("metadata", "https://www.example.com/2024/03/05/bridge")


def test_encodings(read, show):
    latin = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("windows-1252")
    wide = PAGE.replace('charset="utf-8"', 'charset="utf-16"').encode("utf-16")
    corpus = read({"a.html": latin, "b.html": wide, "c.html": PAGE})
    assert show(corpus, "a") == show(corpus, "b") == show(corpus, "c")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
         '"datePublished": "2024-03-05T09:00Z"}]}</script>', "2024-03-05T09:00Z"),
        ('<script type="application/ld+json">{broken</script><meta name="pubdate" content="20 May 2020 09:30 GMT">',
         "20 May 2020 09:30 GMT"),
        ('<meta itemprop="datePublished" content="2020-05-20">', "2020-05-20"),
        ('<meta name="date" content="2099-05-20">', "2099-05-20"),
        ("", ""),
    ],
)  # fmt: skip
def test_published(head, published):
    assert read_html(page(head)).meta.get("published", "") == published


def test_a_printed_time_in_the_metadata_is_read(read):
    row = read({"a.html": page('<meta name="pubdate" content="20 May 2020 09:30 GMT">')}).articles.iloc[0]
    assert (row.published, row.published_from) == ("2020-05-20T09:30Z", "metadata")


@pytest.mark.parametrize(
    "source", ["<html></html>", "<p></p>", "<html><body><nav><a>Home</a></nav></body></html>", "x < y"]
)
def test_no_article(source):
    with pytest.raises(UnreadableError, match=r"trafilatura finds no article text.*save the article itself as \.txt"):
        read_html(source)


def test_an_xml_declaration_is_no_obstacle():
    source = '<?xml version="1.0" encoding="utf-8"?>' + page("<title>x</title>")
    assert "Kirva" in read_html(source).text


def test_charset():
    assert (
        find_charset(b'<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
        == "windows-1251"
    )
    assert find_charset(b"<meta charset='UTF-8'>") == "UTF-8"
    assert find_charset(b"<html>") == ""


def test_a_page_laid_out_by_a_table(read, show):
    text = (
        "<html><head><title>Fire in Kirva kills 3 | Kirva Post</title></head><body><table><tr><td><b>Fire in Kirva kills 3"
        "</b><br><br>KIRVA (AP) -- Three people were killed in a fire in an apartment building on Monday, police said."
        "<br><br>The fire began on the second floor at about 3 a.m. and spread quickly, fire chief Olaf Berg said.<br><br>"
        "Eleven people were taken to hospital.<br><br>Police are investigating.</td></tr></table></body></html>"
    )
    corpus = read({"a.html": text})
    assert show(corpus, "a") == [
        ("headline", 0, "Fire in Kirva kills 3"),
        ("boilerplate", 0, "KIRVA (AP) --"),
        ("body", 0, "Three people were killed in a fire in an apartment building on Monday, police said."),
        (
            "body",
            0,
            "The fire began on the second floor at about 3 a.m. and spread quickly, fire chief Olaf Berg said.",
        ),
        ("body", 0, "Eleven people were taken to hospital."),
        ("body", 0, "Police are investigating."),
    ]
    assert corpus.articles.outlet.iloc[0] == "Kirva Post"
