"""The frame that a value fills: which event, who or what, where and when, read off the parse around it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from factdiff.lexicon import canonical_name, predicate_class
from factdiff.lists import read_words


class Frame(NamedTuple):
    """What surrounds a value. Weights are 1 beside the value and fall with the distance in the parse."""

    slot: frozenset[str]  # classes of the predicates and measure nouns that govern the value
    thing: str  # class of the counted or measured noun, '' for none
    terms: Mapping[str, float]
    names: frozenset[str]  # proper names among the terms


DECAY = (1.0, 1.0, 0.85, 0.7, 0.55, 0.45, 0.35, 0.3, 0.25, 0.2)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_UP = frozenset(
    {"pobj", "prep", "compound", "amod", "nmod", "nummod", "npadvmod", "quantmod", "dobj", "nsubj", "nsubjpass", "attr",
     "oprd", "conj", "appos", "poss", "det", "agent", "dative", "acomp", "advmod", "dep", "pcomp", "xcomp", "nounmod"}
)  # fmt: skip


@cache
def _light() -> frozenset[str]:
    return read_words("light_words.txt")


def term_of(token: Token) -> str:
    """Return the term a token stands for: a canonical name, or the class of its lemma; '' for no content."""
    if token.pos_ not in _CONTENT or token.is_punct or not token.text[0].isalnum():
        return ""
    if token.pos_ == "PROPN" or token.ent_type_ == "NORP":
        name = canonical_name(token.text)
        return "" if name in _light() else name
    lemma = token.lemma_.lower()
    return "" if lemma in _light() or len(lemma) < 2 else predicate_class(lemma, token.pos_)


def terms_of(doc: Doc) -> list[str]:
    """Return the term of every token of a doc, '' where it has none."""
    return [term_of(token) for token in doc]


def build_frame(doc: Doc, anchor: int, terms: Sequence[str], *, skip: frozenset[int] = frozenset()) -> Frame:
    """Build the frame around the token `anchor`.

    Args:
        doc: the passage.
        anchor: index of the counted noun, or of the value's own head.
        terms: the terms of the doc's tokens, as `terms_of` gives them.
        skip: tokens that are no part of the frame: those of the value itself, and of "X said".
    """
    slot = _slot(doc[anchor], terms)
    weights: dict[str, float] = {}
    names = set()
    for i, distance in _distances(doc, anchor).items():
        term = terms[i]
        if not term or i in skip:
            continue
        weight = DECAY[distance] if distance < len(DECAY) else DECAY[-1]
        weights[term] = max(weights.get(term, 0.0), weight)
        if doc[i].pos_ == "PROPN":
            names.add(term)
    return Frame(slot, terms[anchor], weights, frozenset(names))


def _slot(anchor: Token, terms: Sequence[str]) -> frozenset[str]:
    """Return the classes that say what the value is of: climb to the governing verb, and look at participles."""
    slot = {terms[anchor.i]} if anchor.pos_ in ("VERB", "ADJ") or _is_eventive(anchor) else set()
    for child in anchor.children:
        if child.dep_ in ("acl", "relcl", "amod", "advcl", "oprd") and child.pos_ in ("VERB", "ADJ"):
            slot.add(terms[child.i])
    token, steps = anchor, 0
    while token.head is not token and token.dep_ in _UP and steps < 6:
        token, steps = token.head, steps + 1
        if token.pos_ in ("VERB", "AUX"):
            slot.add(terms[token.i])
            # A light verb leaves its meaning to its object: "took effect", "made remarks".
            parts = ("oprd", "acomp", "xcomp", "prt") if terms[token.i] else ("oprd", "acomp", "xcomp", "prt", "dobj", "attr")
            slot.update(terms[c.i] for c in token.children if c.dep_ in parts)
            if token.dep_ == "acl" and not terms[token.i]:
                slot.add(terms[token.head.i])
            break
        if token.pos_ in ("NOUN", "ADJ"):
            slot.add(terms[token.i])
    return frozenset(slot - {""})


def _is_eventive(token: Token) -> bool:
    return token.pos_ == "NOUN" and predicate_class(token.lemma_.lower()) != token.lemma_.lower()


def _distances(doc: Doc, anchor: int) -> dict[int, int]:
    """Return the distance in the parse of every token of the anchor's sentence from the anchor."""
    distances, frontier = {anchor: 0}, [doc[anchor]]
    while frontier:
        following = []
        for token in frontier:
            step = distances[token.i] + (0 if token.dep_ in ("prep", "agent", "aux") else 1)
            for neighbour in (token.head, *token.children):
                if neighbour.i not in distances:
                    distances[neighbour.i] = step
                    following.append(neighbour)
        frontier = following
    return distances
