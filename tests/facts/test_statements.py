from functools import partial

import pytest

from factdiff.facts.matters import read_main
from factdiff.facts.statements import is_brief, is_statement, may_be_one


def find_claim(setting, words):
    return next(i for i, c in enumerate(setting.claims) if words in setting.texts[c.article_id][c.start : c.end])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The jet left the runway near Porto and caught fire.", "caught fire", True),
        ("The knife was in the river. It has not been found.", "It has not been found", True),
        ("“We will appeal,” said the minister's lawyer.", "We will appeal", True),
        # no finite verb, or no subject
        ("After leaving Porto, the ferry struck a rock.", "leaving Porto", False),
        ("Rescuers searched the hold to find out.", "to find out", False),
        # it asks, it counts, it only takes a stand
        ("Police want to know who fired.", "who fired", False),
        ("A bus hit a wall and 12 people died.", "12 people died", False),
        ("The mayor was accused of fraud. He denied it.", "He denied it", False),
    ],
)
def test_brief_clauses(make_setting, text, words, expected):
    setting = make_setting({"a": text})
    index = find_claim(setting, words)
    assert not is_statement(setting, setting.claims[index])
    assert is_brief(setting, index) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The knife has not been found.", "It has not been found.", True),
        ("The knife has been found.", "It has not been found.", False),
        ("Nine of the passengers on the bus were killed.", "He was killed.", False),
        ("The pilot Ann Reed was killed.", "Officers found Owen Marsh. He was killed.", False),
    ],
)
def test_what_a_brief_clause_may_be(make_setting, first, second, expected):
    setting = make_setting({"a": first, "b": second})
    brief = next(i for i, c in enumerate(setting.claims) if c.article_id == "b" and is_brief(setting, i))
    other = next(i for i, c in enumerate(setting.claims) if c.article_id == "a")
    assert may_be_one(setting, brief, other, partial(read_main, setting)) == expected
