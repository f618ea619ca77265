import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff.claims.quotemarks import find_quote_spans


def quoted(text):
    blocks = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    return [text[s.start : s.end] for s in find_quote_spans(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We lost everything," she said.', ["We lost everything,"]),
        ("“We lost everything,” she said.", ["We lost everything,"]),
        ("'We lost everything,' she said.", ["We lost everything,"]),
        ("‘We lost everything,’ she said.", ["We lost everything,"]),
        ("She called it a ‘disgrace’ and left.", ["disgrace"]),
        ("She called it 'a disgrace'.", ["a disgrace"]),
        ("The company's plan isn't ready.", []),
        ("The companies' plans and the workers' hopes differ.", []),
        ("It’s the players’ turn, and they’re late.", []),
        ("'It's ours,' he said.", ["It's ours,"]),
        ("“It’s ours,” he said.", ["It’s ours,"]),
        ("``Never again,'' the mayor said.", ["Never again,"]),
        ("\"Our teams are searching, '' said the chief.", ["Our teams are searching, "]),
        ("“First,” he said, “we wait.”", ["First,", "we wait."]),
        ('Sky News estimates"at least 50 people," it said.', ["at least 50 people,"]),
        ("“He told us ‘go home’ and we went,” she said.", ["He told us ‘go home’ and we went,"]),
        ("the '90s and the 2000s", []),
        ("He said « jamais » twice.", [" jamais "]),
        ("no quotation at all", []),
        ('A stray " mark that nothing closes.', []),
        ("", []),
    ],
)
def test_one_paragraph(text, expected):
    assert quoted(text) == expected


def test_quotation_over_paragraphs_with_repeated_mark():
    assert quoted("“The first day.\n“The second day,” he said.") == ["The first day.", "The second day,"]


def test_quotation_over_paragraphs_without_repeated_mark():
    assert quoted("\"A man was working.\n\nHis body was found, '' he said.") == [
        "A man was working.",
        "",
        "His body was found, ",
    ] or quoted("\"A man was working.\n\nHis body was found, '' he said.") == [
        "A man was working.",
        "His body was found, ",
    ]


def test_open_mark_does_not_swallow_the_article():
    text = '"The mark stands open here.\nA paragraph of plain text.\nAnd “another,” he said.'
    assert quoted(text) == ["another,"]


@given(st.text(alphabet="ab \n.,'\"“”‘’«»", max_size=80))
def test_spans_lie_in_order_inside_the_text(text):
    blocks = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    spans = find_quote_spans(text, blocks)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
