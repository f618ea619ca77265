"""Tallies: "the death toll from the strike rose to 31", "the number of people known to have died stood at 21"."""

import re
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows, read_words
from factdiff.syntax import Token
from factdiff.values.counted import Page, words_of
from factdiff.values.draft import Draft
from factdiff.values.units import is_person, is_plural, unit_of_noun

WINDOW = 110  # characters before a number in which a noun of tally stands, where the parse doesn't tell
GROUP_LINK = (
    r"(?:\s+[\w'’-]+){0,7}?\s+(?:of|to|at|is|was|reached|reaches|reaching|hits?|topped|tops|exceeds|exceeded"
    r"|stands\s+at|stood\s+at)\s+$"
)
NUMBER_OF = re.compile(rf"\bnumber\s+of\s+((?:[\w-]+\s+){{0,3}}[\w-]+){GROUP_LINK}", re.IGNORECASE)
SUBJECTS = ("nsubj", "nsubjpass")


class Tally(NamedTuple):
    """What a number tallies.

    Attributes:
        noun: token of the noun that stands for the count ("toll", "number"); -1 when only its unit is known.
        unit: what is counted; '' when it is what the text counted last ("put the number at 50").
    """

    noun: int
    unit: str


def find_tally(page: Page, draft: Draft, lead: int) -> Tally | None:
    """Find the tally that a number states.

    Args:
        page: the text.
        draft: the number.
        lead: first character of the number with the words that bound it.

    Returns:
        The tally, by the verb that governs the number or else by the words before it; None when there is none.
    """
    noun = _tallied(page.doc[draft.token])
    if noun is not None and (tally := _read_tally(noun)) is not None:
        return tally
    text, low = page.text, max(0, lead - WINDOW)
    if match := _group_before().search(text, low, lead):
        return Tally(page.token_at(match.end("noun") - 1), "person")
    if match := NUMBER_OF.search(text, low, lead):
        words = match.group(1).split()
        return Tally(page.token_at(match.start()), _unit_of_words(words))
    return None


def _tallied(number: Token) -> Token | None:
    """The subject of the verb that governs "to N", the object of one that brings it there, the noun before "of N"."""
    top = _top_of_number(number)
    head = top.head
    if top.dep_ == "pobj" and head.lower_ in ("to", "at", "of"):
        if head.lower_ == "of":
            before = head.nbor(-1) if head.i else head  # the small model hangs "of six" on any noun before it
            return before if before.lower_ in read_words("group_nouns.txt") else None
        verb = head.head
        if verb.pos_ == "NOUN" and verb.dep_ == "dobj" and verb.head.lemma_ in _verbs("bring"):
            return verb  # the small model hangs "to 14" on the toll in "bringing the toll to 14"
        wanted = ("move", "level")
    elif top.dep_ in ("dobj", "attr", "acomp", "npadvmod", "oprd") and head.pos_ in ("VERB", "AUX"):
        verb, wanted = head, ("reach",)
    else:
        return None
    if head != verb and verb.lemma_ in _verbs("bring"):
        if head.lower_ == "at" and verb.lemma_ not in _verbs("set"):
            return None  # "taking kids out of school at 14"
        return next((c for c in verb.children if c.dep_ == "dobj"), None) or _subject(verb)
    return _subject(verb) if any(verb.lemma_ in _verbs(role) for role in wanted) else None


def _top_of_number(number: Token) -> Token:
    """Step from "31" to "million" in "31 million", over what only modifies the number."""
    top = number
    while top.dep_ in ("quantmod", "compound", "nummod", "advmod") and top.head.like_num and top.head.i != top.i:
        top = top.head
    return top


def _subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun it describes."""
    for _ in range(4):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is not None and subject.lower_ not in ("which", "that"):
            return subject
        if verb.dep_ in ("relcl", "acl"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _read_tally(noun: Token) -> Tally | None:
    """Tell what a noun tallies; None when it tallies nothing."""
    low = noun.lower_
    if low in read_words("group_nouns.txt"):
        return Tally(noun.i, "person")
    if low in read_words("tally_nouns.txt"):
        of = next((c for c in noun.children if c.lower_ == "of"), None)
        words = [t.text for t in noun.doc[of.i + 1 : _phrase_end(of)]] if of is not None else []
        named = [c.text for c in noun.children if c.dep_ == "compound" and is_person(c.text)]
        return Tally(noun.i, "person" if named else _unit_of_words(words) if words else "")
    counted = noun.tag_ in ("NNS", "NN") and is_plural(noun.text) and is_person(noun.text)
    return Tally(noun.i, "person") if counted or low in words_of("state") else None


def _phrase_end(of: Token) -> int:
    """The token after the noun that "of" takes."""
    noun = next((c for c in of.children if c.dep_ == "pobj"), None)
    return noun.i + 1 if noun is not None else of.i + 2


def _unit_of_words(words: list[str]) -> str:
    noun = next((w for w in words if is_plural(w)), words[-1] if words else "")
    states = any(w.lower() in words_of("state") for w in words) and not is_plural(noun)
    return "person" if states or noun.lower() in words_of("state") else unit_of_noun(noun)


@cache
def _verbs(role: str) -> frozenset[str]:
    return frozenset(row["verb"] for row in read_rows("tally_verbs.csv") if row["role"] == role)


@cache
def _group_before() -> re.Pattern[str]:
    nouns = "|".join(sorted(read_words("group_nouns.txt")))
    return re.compile(rf"\b(?P<noun>{nouns})\b{GROUP_LINK}", re.IGNORECASE)
