"""Counts of the people on board, and of those who may be: reports of an accident give both, each in its own words."""

from factdiff.lists import read_words
from factdiff.syntax import Doc, Token

ABOARD, CAPACITY = "aboard", "capacity"  # classes of predicates, see lists/tolls.txt and lists/antonyms.csv
REACH = 9  # tokens from a count to the words that put it on board
_LINKING = ("AUX", "ADV", "PART", "DET")


def read_carriage(doc: Doc, anchor: int, end: int) -> str:
    """Tell whether people are counted as those on board, or as those whom there is room for.

    Args:
        doc: the passage.
        anchor: index of the noun counted, or of the number.
        end: index of the token after the count.

    Returns:
        ABOARD for "more than 140 people aboard", "200 people had been on the ship", "a ferry carrying 140 people", "the
        number of people on board was 149"; CAPACITY for "licensed to carry 180"; '' for others: "nine died aboard".
    """
    noun = doc[anchor]
    if carried := _read_verb(noun):
        return carried
    tallied = noun.lower_ in read_words("tally_nouns.txt") and any(_is_aboard(t) for t in noun.subtree)
    return ABOARD if tallied or _follows(doc, end) else ""


def _read_verb(noun: Token) -> str:
    while noun.dep_ in ("nummod", "compound") and noun.head != noun:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ != "carry" or any(c.dep_ == "neg" for c in verb.children):
        return ""
    able = verb.dep_ == "xcomp" or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    return CAPACITY if able else ABOARD


def _follows(doc: Doc, end: int) -> bool:
    """Tell whether "aboard", or "on" or "in" a vehicle, follows with nothing between that says more."""
    for token in doc[end : end + REACH]:
        if _is_aboard(token) or (token.lower_ in ("on", "in") and _holds_vehicle(token)):
            return True
        link = token.pos_ in _LINKING or token.lower_ in ("now", "to")
        if not link and token.lemma_ not in read_words("aboard_links.txt"):
            return False
    return False


def _is_aboard(token: Token) -> bool:
    return token.lower_ in ("aboard", "onboard") or (
        token.lower_ == "on" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "board"
    )


def _holds_vehicle(preposition: Token) -> bool:
    place = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return place is not None and place.lemma_.lower() in read_words("vehicles.txt")
