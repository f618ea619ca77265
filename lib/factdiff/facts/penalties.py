"""Prison terms that somebody asks for: "sought a nine-year term", "had demanded nine years"."""

from factdiff.lists import read_words
from factdiff.syntax import Token

ASKED_TERM = frozenset({"penalty asked"})  # the class of the predicate
TIMES = frozenset({"year", "month"})


def is_asked_term(anchor: Token) -> bool:
    """Tell whether a time is what a verb such as "seek" or "ask for" asks for as a penalty.

    Args:
        anchor: the token of the time, or of the noun that it belongs to ("term" of "a nine-year term").
    """
    token = anchor
    while token.dep_ in ("nummod", "compound", "amod", "quantmod") and token.head != token:
        token = token.head
    nouns = read_words("penalty_nouns.txt")
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("for", "of") else token.head
    named = token.lemma_.lower() in nouns
    if verb.lemma_.lower() in nouns and verb.dep_ == "dobj":  # "sought a term of nine years"
        named, verb = True, verb.head
    if verb.pos_ != "VERB" or token.dep_ not in ("dobj", "pobj") or verb.lemma_ not in read_words("asking.txt"):
        return False
    return named or (token.lemma_.lower() in TIMES and _is_before_court(verb, token))


def _is_before_court(verb: Token, time: Token) -> bool:
    """Tell "the prosecution demanded nine years" from "they asked for two months of rest"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    asks = subject is not None and subject.lemma_.lower() in read_words("penalty_askers.txt")
    return asks and not any(c.lower_ == "of" for c in time.children)
