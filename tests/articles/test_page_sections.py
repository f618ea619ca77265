# ruff: noqa: E501
"""Whole pages, each line with what it should become.

The files under pages/ have one block a line: a letter for its section (H headline, B body, C caption, R related,
X boilerplate), the number of its item if it isn't the article's, and its text. A line marked with "+" goes on in the
paragraph before it.
"""

from pathlib import Path

import pytest

from factdiff.articles.pages import Block, Page, join_wrapped, read_plain
from factdiff.articles.sections import SECTION_OF, is_sentence, label_page, split_title
from factdiff.tables import SECTIONS

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
NAMES = {"H": "headline", "B": "body", "C": "caption", "R": "related", "X": "boilerplate"}


def load(path):
    """Return the page's blocks as (section, item or None, text, whether it continues a paragraph)."""
    blocks = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, text = line.split(" ", 1)
        glued, mark = mark.startswith("+"), mark.lstrip("+")
        item = None if mark[0] == "X" else int(mark[1:] or 0)
        blocks.append((NAMES[mark[0]], item, text, glued))
    return blocks


def build(blocks, separator):
    text = ""
    for _, _, line, glued in blocks:
        text += (" " if glued else separator if text else "") + line
    return text


@pytest.mark.parametrize("separator", ["\n\n", "\n", "\n\n\n \n", "\r\n\r\n"], ids=["blank", "tight", "wide", "crlf"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(read, show, path, separator):
    blocks = load(path)
    corpus = read({"page.txt": build(blocks, separator)})
    found = [(s, None if s == "boilerplate" else i, t) for s, i, t in show(corpus, "page")]
    assert found == [(s, i, t) for s, i, t, _ in blocks]


@pytest.mark.parametrize(
    ("name", "outlet", "byline", "published"),
    [
        ("us_local", "KXTV", "Maria Delgado and Tom Frey, KXTV Staff", "2022-03-14T18:12-06:00"),
        ("bbc_like", "BBC News", "", "2021-02-04"),
        ("wire", "Reuters", "Fabian Cambero", ""),
        ("blog", "The Harbour Watch", "Priya Nair", "2019-06-03"),
        ("timeline", "The Daily Courier", "", "2018-05-12"),
        ("hard_wrapped", "Associated Press", "", ""),
        ("guardian_like", "The Guardian", "", "2019-03-15T18:44Z"),
        ("press_release_blog", "", "Dana Whitcombe", "2017-05-05"),
        ("english_digest", "", "", "2024-01-14"),
        ("sky_like", "", "Tom Gillespie, news reporter", "2016-06-07T11:20"),
    ],
)
def test_heads_of_pages(read, name, outlet, byline, published):
    blocks = load(Path(__file__).parent / "pages" / f"{name}.txt")
    row = read({"page.txt": build(blocks, "\n\n")}).articles.iloc[0]
    titles = [text for section, _, text, _ in blocks if section == "headline"]
    assert row.title == titles[0]
    assert (row.outlet, row.byline, row.published) == (outlet, byline, published)


def test_roles_are_sections_of_the_contract():
    assert set(SECTION_OF.values()) == set(SECTIONS)


def test_a_wrapped_file_reads_as_its_paragraphs(read, show):
    paragraphs = [t for _, _, t, _ in load(Path(__file__).parent / "pages" / "hard_wrapped.txt")][1:]
    lines = [
        paragraphs[0],
        "",
        *wrap(" ".join(paragraphs[1:3])),
        "",
        *wrap(paragraphs[3]),
        "",
        *wrap(paragraphs[4]),
    ]
    corpus = read({"page.txt": "\n".join(lines)})
    assert [text for _, _, text in show(corpus, "page")] == paragraphs


def wrap(text, width=72):
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def test_lines_that_are_not_wrapped_stay():
    text = "Three people died\nin May\n\nBridge collapses in Genoa\nBy Ann Lee\nAt least 35 people were killed, police said."
    assert join_wrapped(text) == text


def test_a_broken_off_line_goes_on():
    text = "The minister said on Monday that nobody had been hurt\nin the fire, and that it was out."
    page = read_plain(text)
    assert [page.text[b.start : b.end] for b in page.blocks] == [text.replace("\n", " ")]


def test_interface_words_in_lower_case_are_no_wrapped_text():
    text = "Drone attack kills at least 40 in Sudan\nshare\nsave\nA mosque was hit, witnesses say.\nlist of 3 items\nend of list"
    assert read_plain(text).text == text


def test_bullets_stand_outside_their_blocks():
    page = read_plain("• Two dead\n- Five hurt\n* No fire\n– A dash\n-5 degrees were measured.\n")
    assert [(page.text[b.start : b.end], b.hint) for b in page.blocks] == [
        ("Two dead", "item"),
        ("Five hurt", "item"),
        ("No fire", "item"),
        ("A dash", "item"),
        ("-5 degrees were measured.", ""),
    ]


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Bridge falls in Genoa | Quick Digest", "", ("Bridge falls in Genoa", "Quick Digest")),
        ("Bridge falls in Genoa - BBC News", "", ("Bridge falls in Genoa", "BBC News")),
        ("Bridge falls in Genoa | World news | The Guardian", "", ("Bridge falls in Genoa", "The Guardian")),
        ("Bridge falls in Genoa – Il Faro", "Il Faro", ("Bridge falls in Genoa", "Il Faro")),
        ("Bridge falls in Genoa - 35 dead", "", ("Bridge falls in Genoa - 35 dead", "")),
        ("Genoa | Italy", "", ("Genoa | Italy", "")),
        (
            "Magnitude-6.1 quake hits Indonesia; 1 dead",
            "",
            ("Magnitude-6.1 quake hits Indonesia; 1 dead", ""),
        ),
        ("", "", ("", "")),
    ],
)
def test_split_title(title, outlet, expected):
    assert split_title(title, outlet) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people died.", True),
        ('"We ran."', True),
        ("The rest have only light injuries. ''", True),
        ("It fell 3%.[12]", True),
        ("Power cut", False),
        ("What happened?", False),
        ("“Why did they run?”", True),
        ("Rare Earths in the Crosshairs", False),
        ("The minister, who had been told of the risk twice, named the following reasons:", True),
    ],
)
def test_is_sentence(text, expected):
    assert is_sentence(text) is expected


def test_a_known_title_is_found_among_other_lines():
    text = "Why we care about the state of dams\nDam breach floods valley\nTen thousand people were told to leave, officials said."
    parts = label_page(read_plain(text), title="Dam breach floods valley")
    assert [(text[p.start : p.end][:10], p.role) for p in parts][1] == ("Dam breach", "title")


def test_an_empty_page_has_no_parts():
    assert label_page(Page("", ())) == []
    assert label_page(Page("x", (Block(0, 1),)))[0].section in SECTIONS


def test_a_page_of_furniture_only_is_no_article_text():
    parts = label_page(read_plain("Advertisement\nShare this article\n3 min read\n"))
    assert {p.section for p in parts} == {"boilerplate"}


def test_the_same_paragraph_twice_counts_once():
    line = "Ten people were hurt when a tram left its rails, police said."
    text = f"Tram crash\n{line}\nThe driver was among them.\n{line}\nThe line is closed."
    roles = [p.role for p in label_page(read_plain(text))]
    assert roles == ["title", "body", "body", "repeat", "body"]


def test_a_long_page_takes_no_longer_than_its_length():
    lines = [
        f"Heading {n}\nPerson {n} said that {n} houses were damaged.\nFuego en la ciudad y más\n" for n in range(4000)
    ]
    parts = label_page(read_plain("".join(lines) + "Tail line without a stop\n" * 4000))
    assert len(parts) == 16000
