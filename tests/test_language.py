import pandas as pd
import pytest

from factdiff import language
from factdiff.language import load_language, parse_passages

TEXTS = {
    "a": "Ferry sinks\nThe ferry sank on Tuesday.\nTwo people drowned.",
    "b": "The ferry sank on Tuesday.\nPhoto: Reuters\nThree people drowned.\nThe ferry sank on Tuesday.",
}


def split_lines(texts):
    rows = []
    for article_id, text in texts.items():
        at = 0
        for line in text.split("\n"):
            section = "caption" if line.startswith("Photo") else "body"
            rows.append((article_id, at, at + len(line), section, 0))
            at += len(line) + 1
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "section", "item"])


class Counting:
    """The real pipeline, with a note of every text that it parses."""

    def __init__(self):
        self.texts = []
        self.vocab = load_language().vocab

    def pipe(self, texts, **options):
        self.texts += texts
        return load_language().pipe(texts, **options)


def test_passages_stand_in_the_order_of_their_sections():
    passages = list(parse_passages(TEXTS, split_lines(TEXTS)))
    found = [(p.article_id, TEXTS[p.article_id][p.start : p.start + len(p.doc.text)]) for p in passages]
    assert found == [
        ("a", "Ferry sinks"),
        ("a", "The ferry sank on Tuesday."),
        ("a", "Two people drowned."),
        ("b", "The ferry sank on Tuesday."),
        ("b", "Three people drowned."),
        ("b", "The ferry sank on Tuesday."),
    ]
    assert [text for _, text in found] == [p.doc.text for p in passages]


def test_what_is_printed_twice_is_parsed_once_and_stays_apart(monkeypatch):
    counting = Counting()
    monkeypatch.setattr(language, "load_language", lambda: counting)
    passages = list(parse_passages(TEXTS, split_lines(TEXTS)))
    assert sorted(counting.texts) == sorted(set(counting.texts))
    same = [p.doc for p in passages if p.doc.text == "The ferry sank on Tuesday."]
    assert len({id(doc) for doc in same}) == 3
    assert [[(t.text, t.dep_, t.head.i) for t in doc] for doc in same] == [
        [(t.text, t.dep_, t.head.i) for t in load_language()("The ferry sank on Tuesday.")]
    ] * 3


@pytest.mark.parametrize("section", ["caption", "boilerplate"])
def test_page_furniture_is_not_parsed(section):
    sections = split_lines(TEXTS).assign(section=section)
    assert list(parse_passages(TEXTS, sections)) == []
