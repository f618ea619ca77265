"""The one spaCy pipeline, and the passages that the later stages read."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

import pandas as pd
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc as SpacyDoc
from spacy.util import compile_infix_regex

from factdiff.lists import read_words
from factdiff.model import find_model
from factdiff.syntax import Doc, Reader

# Sections that an outlet adds around its article; they are kept, and nothing in them is a claim.
FURNITURE = frozenset({"boilerplate", "caption"})


@Language.component("clock_abbreviations")
def _keep_clock_times_together(doc: SpacyDoc) -> SpacyDoc:
    """ "at 07:37 a.m. UTC (3:37 a.m. EDT)": the stop of "a.m." ends no sentence before a zone or a bracket."""
    for token in doc[:-1]:
        if token.lower_ in ("a.m.", "p.m."):
            following = token.nbor()
            if following.text == "(" or (following.is_upper and 2 <= len(following) <= 5):
                following.is_sent_start = False
    return doc


class Passage(NamedTuple):
    """One section of an article, parsed. `start` shifts an offset in `doc` to one in the article's text."""

    article_id: str
    start: int
    section: str
    item: int
    doc: Doc


@lru_cache(maxsize=1)
def load_language() -> Language:
    """Load the English pipeline, with the few rules of ours that news needs.

    Raises:
        RuntimeError: no English model is installed; the message says how to install one.
    """
    language = import_module(find_model()).load()
    language.add_pipe("clock_abbreviations", before="parser")
    infixes = [*language.Defaults.infixes, r'(?<=[A-Za-z])["“”](?=[A-Za-z])']  # estimates"at least 50
    for title in sorted(read_words("short_titles.txt")):
        language.tokenizer.add_special_case(title, [{ORTH: title}])
    language.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return language


def parse_passages(texts: Mapping[str, str], sections: pd.DataFrame) -> Iterator[Passage]:
    """Parse every section that is not page furniture, one Doc each, so that no heading runs into a sentence.

    What several articles print word for word, such as the paragraphs of an agency, is parsed once.

    Args:
        texts: article_id to text.
        sections: article_id, start, end (offsets into the text), section, item; in reading order.

    Yields:
        One passage per row, in the order of the rows.
    """
    rows = [row for row in sections.itertuples(index=False) if row.section not in FURNITURE]
    printed = [texts[row.article_id][row.start : row.end] for row in rows]
    pending = Counter(printed)
    stream = load_language().pipe(list(pending), batch_size=128)
    kept: dict[str, SpacyDoc] = {}
    for text, row in zip(printed, rows, strict=True):
        parsed = kept[text] if text in kept else next(stream)
        pending[text] -= 1
        if pending[text]:
            kept[text] = parsed
        else:
            kept.pop(text, None)
        yield Passage(row.article_id, int(row.start), row.section, int(row.item), _reader().read(parsed))


def parse_text(text: str) -> Doc:
    """Parse one text alone."""
    return _reader().read(load_language()(text))


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader(load_language().vocab)
