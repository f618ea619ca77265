"""Claims of a text written in the test, one block a line."""

import re

import pandas as pd
import pytest

from factdiff.claims import find_claims
from factdiff.language import parse_passages


@pytest.fixture
def read_claims():
    """Return a function from a text to its claims, every line a block of its own."""

    def read(text):
        blocks = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
        sections = pd.DataFrame(
            [("a", start, end, "body", 0) for start, end in blocks],
            columns=["article_id", "start", "end", "section", "item"],
        )
        claims, _ = find_claims(list(parse_passages({"a": text}, sections)), {"a": text})
        return claims

    return read


@pytest.fixture
def claim_of(read_claims):
    """Return a function from a text and some words to the claim that holds these words."""

    def find(text, words):
        at = text.index(words)
        holding = [c for c in read_claims(text) if c.start <= at < c.end and not c.is_cue]
        return min(holding, key=lambda c: (c.end - c.start, c.start))

    return find
