"""A parsed text as plain Python objects, with spaCy's names for their attributes.

spaCy makes a new Token each time one is asked for, and walks the parse again for its children. The stages ask so
often that this would cost them more than all else they do; so each text is read out of spaCy once.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, overload

import numpy as np
from spacy import tokens as spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.vocab import Vocab

_COLUMNS = [IDX, ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, SPACY]
_NONE: tuple[()] = ()  # the children of most tokens
_IOB = ("", "I", "O", "B")


class Form(NamedTuple):
    """What is true of a printed form wherever it stands."""

    text: str
    lower: str
    like_num: bool
    is_punct: bool
    is_quote: bool
    is_space: bool
    is_title: bool
    is_alpha: bool


class Token:
    """One token of a `Doc`; there is one object for each, so tokens may be compared and hashed as they are.

    Attributes:
        i: its number in the doc.
        idx: its first character.
        whitespace_: the space after it, or ''.
        head: the token that governs it; itself for the root of a sentence.
        children: the tokens that it governs, in reading order.
        sent: the sentence that it stands in.
    """

    __slots__ = (
        "_form",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    children: "list[Token] | tuple[()]"
    _subtree: "tuple[Token, ...]"
    head: "Token"
    sent: "Span"

    def __init__(
        self,
        doc: "Doc",
        i: int,
        idx: int,
        form: Form,
        lemma: str,
        pos: str,
        tag: str,
        dep: str,
        ent_type: str,
        ent_iob: str,
        whitespace: str,
    ) -> None:
        self.doc, self.i, self.idx, self._form = doc, i, idx, form
        self.text, self.lower_ = form.text, form.lower
        self.lemma_, self.pos_, self.tag_, self.dep_ = lemma, pos, tag, dep
        self.ent_type_, self.ent_iob_, self.whitespace_ = ent_type, ent_iob, whitespace
        self.children = _NONE
        self._subtree = _NONE

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """Its text and the space after it."""
        return self.text + self.whitespace_

    @property
    def like_num(self) -> bool:
        """Whether it looks like a number, in digits or in words."""
        return self._form.like_num

    @property
    def is_punct(self) -> bool:
        """Whether it is a punctuation mark."""
        return self._form.is_punct

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self._form.is_quote

    @property
    def is_space(self) -> bool:
        """Whether it is white space alone."""
        return self._form.is_space

    @property
    def is_title(self) -> bool:
        """Whether it is in title case."""
        return self._form.is_title

    @property
    def is_alpha(self) -> bool:
        """Whether it has letters alone."""
        return self._form.is_alpha

    @property
    def is_sent_start(self) -> bool:
        """Whether its sentence begins with it."""
        return self.sent.start == self.i

    @property
    def n_lefts(self) -> int:
        """How many of its children stand before it."""
        return sum(child.i < self.i for child in self.children)

    @property
    def n_rights(self) -> int:
        """How many of its children stand after it."""
        return sum(child.i > self.i for child in self.children)

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The tokens that govern it, from its head to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> "tuple[Token, ...]":
        """The token with all that it governs at any depth, in reading order."""
        if not self._subtree:
            found, pending = [self], list(self.children)
            while pending:  # no recursion: a hostile text may nest deeper than Python's stack
                token = pending.pop()
                found.append(token)
                pending += token.children
            found.sort(key=_place)
            self._subtree = tuple(found)
        return self._subtree

    @property
    def left_edge(self) -> "Token":
        """The first token of its subtree."""
        return self.subtree[0]

    @property
    def right_edge(self) -> "Token":
        """The last token of its subtree."""
        return self.subtree[-1]

    def nbor(self, i: int = 1) -> "Token":
        """Return the token `i` places on.

        Raises:
            IndexError: it would stand outside the doc.
        """
        if self.i + i < 0:
            raise IndexError(f"no token {i} places from token {self.i}")
        return self.doc.tokens[self.i + i]


def _place(token: Token) -> int:
    return token.i


class Span:
    """The tokens `start` to `end` of a doc, `end` left out; a sentence, an entity or any run of tokens."""

    __slots__ = ("_ents", "doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label
        self._ents: list[Span] | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> "Span": ...
    def __getitem__(self, i: "int | slice") -> "Token | Span":
        if isinstance(i, slice):
            start, end, _ = i.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        if not -len(self) <= i < len(self):
            raise IndexError(f"no token {i} in a span of {len(self)}")
        return self.doc.tokens[self.start + i if i >= 0 else self.end + i]

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """The first character of it in the doc."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The character after it in the doc."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its text, without the space after its last token."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence; a mark or a space only where nothing else is as near."""
        best, fewest = self[0], len(self.doc)
        for token in self:
            if token.head is token:
                return token
            if not self.start <= token.head.i < self.end:
                loose = (token.is_punct or token.is_space) and not token.children
                steps = len(self.doc) - 1 if loose else sum(1 for _ in token.ancestors)
                if steps < fewest:
                    best, fewest = token, steps
        return best

    @property
    def ents(self) -> "list[Span]":
        """The entities that stand in it whole."""
        if self._ents is None:
            self._ents = [e for e in self.doc.ents if self.start <= e.start and e.end <= self.end]
        return self._ents


class Doc:
    """A parsed text.

    Attributes:
        text: the text, every character of it.
        tokens: its tokens.
        starts: the first character of each.
        sents: its sentences, in reading order.
        ents: its named entities, in reading order.
    """

    __slots__ = ("ents", "sents", "starts", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.starts: list[int] = []
        self.sents: list[Span] = []
        self.ents: list[Span] = []

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> Span: ...
    def __getitem__(self, i: int | slice) -> Token | Span:
        if isinstance(i, slice):
            start, end, _ = i.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[i]

    def char_span(self, start: int, end: int, *, expand: bool = True) -> Span | None:
        """Return the tokens of the characters `start` to `end`.

        Args:
            start: first character.
            end: character after the last.
            expand: take in the tokens that stand in it only in part; else leave them out.

        Returns:
            The span, or None when there is no such token.
        """
        first, last = self._token_at(start), self._token_at(end - 1)
        if first < 0 or last < 0:
            return None
        if expand and start == self.tokens[first].idx + len(self.tokens[first]):
            first += 1  # the space after a token is no part of it
        if not expand:
            first += self.starts[first] < start
            last -= end < self.starts[last] + len(self.tokens[last])
            if last < first:
                return None
        return Span(self, first, last + 1)

    def _token_at(self, character: int) -> int:
        """The token in which a character stands, or after which it is the space; -1 when there is none."""
        i = bisect_right(self.starts, character) - 1
        return i if i >= 0 and character < self.starts[i] + len(self.tokens[i].text_with_ws) else -1


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hash, each looked up once."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings

    def __missing__(self, key: int) -> str:
        self[key] = value = self._strings[key]
        return value


class _Forms(dict[int, Form]):
    """The forms of a vocabulary by their hash, each looked up once."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, key: int) -> Form:
        x = self._vocab[key]
        self[key] = form = Form(
            x.orth_, x.lower_, x.like_num, x.is_punct, x.is_quote, x.is_space, x.is_title, x.is_alpha
        )
        return form


class Reader:
    """Reads docs out of spaCy.

    Args:
        vocab: the vocabulary of the pipeline that parses them.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._strings, self._forms = _Strings(vocab), _Forms(vocab)

    def read(self, parsed: spacy.Doc) -> Doc:
        """Read a doc with its parse, its sentences and its entities out of spaCy."""
        doc = Doc(parsed.text)
        strings, forms = self._strings, self._forms
        columns = parsed.to_array(_COLUMNS)
        doc.starts = columns[:, 0].tolist()
        tokens = doc.tokens = [
            Token(
                doc,
                i,
                idx,
                forms[orth],
                strings[lemma],
                strings[pos],
                strings[tag],
                strings[dep],
                strings[label],
                _IOB[iob],
                " " if space else "",
            )
            for i, (idx, orth, lemma, pos, tag, dep, label, iob, space) in enumerate(columns.tolist())
        ]
        for token, step in zip(tokens, parsed.to_array(HEAD).astype(np.int64).tolist(), strict=True):
            token.head = head = tokens[token.i + step]
            if step and head.children:
                head.children.append(token)
            elif step:
                head.children = [token]
        starts = [0, *(np.flatnonzero(parsed.to_array(SENT_START)[1:] == 1) + 1).tolist(), len(tokens)]
        doc.sents = [Span(doc, start, end) for start, end in pairwise(starts) if start < end]
        for sentence in doc.sents:
            for token in sentence:
                token.sent = sentence
        doc.ents = [Span(doc, entity.start, entity.end, entity.label_) for entity in parsed.ents]
        return doc
