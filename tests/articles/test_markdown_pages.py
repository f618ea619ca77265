"""Markdown files."""

import pytest

from factdiff.articles.markdown import read_markdown

PAGE = """---
title: "Dam breach floods valley"
date: 2020-05-20T09:30:00-04:00
author: Sam Ortiz
source: 'Valley Gazette'
url: https://valleygazette.example/dam
layout: post
---

# Dam breach floods valley #

![The dam on Wednesday](dam.jpg)

*By Sam Ortiz*

About **10,000 people** were told to leave their homes after [two dams](https://x.example/a_(b)) failed in
Midland County on Tuesday, [officials][1] said.[^1] The file is called `dam_report_2020.pdf`.
The river is *still* rising.

<!-- fact checked -->
## What failed

> "We saw a wall of water," said Ruth Hale.

- 2 dams failed
* 10,000 people left

| Year | Deaths |
|------|--------|
| 2020 | 0      |

A second heading
----------------

It rained 4\\*5 cm.

---

[1]: https://x.example/off
"""


def blocks(page):
    return [(page.text[b.start : b.end], b.hint) for b in page.blocks]


def test_front_matter_is_metadata():
    assert read_markdown(PAGE).meta == {
        "title": "Dam breach floods valley",
        "published": "2020-05-20T09:30:00-04:00",
        "byline": "Sam Ortiz",
        "outlet": "Valley Gazette",
        "url": "https://valleygazette.example/dam",
    }


def test_marks_come_off_and_blocks_keep_apart():
    assert blocks(read_markdown(PAGE)) == [
        ("Dam breach floods valley", "heading"),
        ("The dam on Wednesday", "caption"),
        ("By Sam Ortiz", ""),
        (
            "About 10,000 people were told to leave their homes after two dams failed in Midland County on Tuesday, "
            "officials said. The file is called dam_report_2020.pdf.",
            "",
        ),
        ("The river is still rising.", ""),
        ("What failed", "heading"),
        ('"We saw a wall of water," said Ruth Hale.', ""),
        ("2 dams failed", "item"),
        ("10,000 people left", "item"),
        ("| Year | Deaths |", "caption"),
        ("| 2020 | 0      |", "caption"),
        ("A second heading", "heading"),
        ("It rained 4*5 cm.", ""),
        ("[1]: https://x.example/off", "boilerplate"),
    ]


def test_without_front_matter_nothing_is_known():
    page = read_markdown("# Fire\n\nThree people died.\n")
    assert page.meta == {}
    assert blocks(page) == [("Fire", "heading"), ("Three people died.", "")]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("He paid 5*3 and 2*4 dollars.", "He paid 5*3 and 2*4 dollars."),
        ("The snake_case_name stays.", "The snake_case_name stays."),
        ("**Three** people _died_ on ***Monday***.", "Three people died on Monday."),
        ("See [the *report*](http://x.example 'A title').", "See the report."),
        ("A <b>bold</b> claim at <https://x.example/a>.", "A bold claim at https://x.example/a."),
        ("It cost \\$5 \\[sic\\].", "It cost \\$5 [sic]."),
        ("The price fell 3% (see *Figure 2*).", "The price fell 3% (see Figure 2)."),
        ("[1] is a citation mark.", "[1] is a citation mark."),
    ],
)
def test_inline_marks(source, text):
    assert read_markdown(source).text == text


def test_a_title_does_not_run_into_the_next_line():
    page = read_markdown(
        "Three people died in a fire in the northern town of Kirva\nBy Ann Lee\n\nThe fire began at 3 a.m.\n"
    )
    assert [text for text, _ in blocks(page)][1:] == ["By Ann Lee", "The fire began at 3 a.m."]


def test_markdown_of_a_story(read, show):
    corpus = read({"m.md": PAGE})
    row = corpus.articles.iloc[0]
    assert (row.outlet, row.title, row.byline) == ("Valley Gazette", "Dam breach floods valley", "Sam Ortiz")
    assert (row.published, row.published_from) == ("2020-05-20T09:30:00-04:00", "metadata")
    assert row.url == "https://valleygazette.example/dam"
    assert [(s, t[:12]) for s, _, t in show(corpus, "m")] == [
        ("headline", "Dam breach f"),
        ("caption", "The dam on W"),
        ("boilerplate", "By Sam Ortiz"),
        ("body", "About 10,000"),
        ("body", "The river is"),
        ("headline", "What failed"),
        ("body", '"We saw a wa'),
        ("body", "2 dams faile"),
        ("body", "10,000 peopl"),
        ("caption", "| Year | Dea"),
        ("caption", "| 2020 | 0  "),
        ("headline", "A second hea"),
        ("body", "It rained 4*"),
        ("boilerplate", "[1]: https:/"),
    ]
