"""Settings and facts of small stories written in the test."""

import re

import pandas as pd
import pytest

from factdiff.claims import find_claims
from factdiff.facts.assembly import assemble_facts, published_spans
from factdiff.facts.setting import Setting
from factdiff.language import parse_passages
from factdiff.values.reader import find_mentions


@pytest.fixture
def make_setting():
    """Return a function from {article_id: text} (or (text, published)) to the setting of a story."""

    def make(articles):
        articles = {i: a if isinstance(a, tuple) else (a, "2024-05-15") for i, a in articles.items()}
        texts = {i: text for i, (text, _) in articles.items()}
        blocks = [(i, m.start(), m.end(), "body", 0) for i in texts for m in re.finditer(r"[^\n]+", texts[i])]
        sections = pd.DataFrame(blocks, columns=["article_id", "start", "end", "section", "item"])
        table = pd.DataFrame(
            [(i, published, "day" if published else "unknown") for i, (_, published) in articles.items()],
            columns=["article_id", "published", "published_precision"],
        )
        passages = list(parse_passages(texts, sections))
        claims, quotes = find_claims(passages, texts)
        mentions = find_mentions(passages, claims, quotes, texts, table)
        spans = published_spans({i: (p, "day" if p else "unknown") for i, (_, p) in articles.items()})
        return Setting(passages, claims, mentions, texts, spans)

    return make


@pytest.fixture
def find_facts(make_setting):
    """Return a function from {article_id: text} to the story's facts."""
    return lambda articles: assemble_facts(make_setting(articles))


@pytest.fixture
def fact_with(find_facts):
    """Return a function to the one fact of a type that holds a value as printed in the first article."""

    def find(articles, kind, value):
        facts = [f for f in find_facts(articles) if f.type == kind]
        return next(f for f in facts if any(value in r.value for r in f.readings))

    return find
