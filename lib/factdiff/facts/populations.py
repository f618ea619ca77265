"""Counts of the people who live in a place: one question, whatever else is told of the place."""

from factdiff.facts.frames import find_owner
from factdiff.lexicon import canonical_name
from factdiff.lists import read_words
from factdiff.syntax import Token

POPULATION = "population"  # the class of the predicate


def find_home(noun: Token) -> Token | None:
    """Return the place whose inhabitants are counted.

    Args:
        noun: what is counted, or the number.

    Returns:
        The token of Arden in "Arden, a town of 12,000 people", "Arden is home to 12,000 people", "12,000 people live in
        Arden", "the population of Arden is 12,000"; the town where no name stands by it. None for other counts.
    """
    while noun.dep_ == "nummod" and noun.head != noun:
        noun = noun.head
    if noun.lemma_.lower() == POPULATION:
        return _name(find_owner(noun) or noun)
    if noun.dep_ == "pobj":
        above = noun.head.head
        if noun.head.lower_ == "of" and (above.lemma_.lower() == POPULATION or _is_place(above)):
            return _name(above)
        if noun.head.lower_ == "to" and above.lower_ == "home":
            return _name(above.head if above.dep_ in ("advmod", "appos", "npadvmod") else above)
    if noun.dep_ == "dobj" and noun.lemma_.lower() == "inhabitant" and noun.head.lemma_ == "have":
        return _name(noun)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "live":
        places = (g for c in noun.head.children if c.lower_ == "in" for g in c.children if c.dep_ == "prep")
        return next((place for place in places if place.pos_ == "PROPN" or _is_place(place)), None)
    return None


def name_place(place: Token) -> str:
    """Return the canonical name of a place; '' for "the town"."""
    return canonical_name(write_place(place)) if place.pos_ == "PROPN" else ""


def write_place(place: Token) -> str:
    """Write a place as its text names it: "Marbury", "the town"."""
    if place.pos_ != "PROPN":
        return f"the {place.text}" if _is_place(place) else "the place"
    parts = [c.text for c in place.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    return " ".join([*parts, place.text])


def _is_place(noun: Token) -> bool:
    return noun.lemma_.lower() in read_words("settlements.txt")


def _name(noun: Token) -> Token:
    """Return the name that a noun is apposed to, is said of, or holds; the noun itself where there is none."""
    if noun.dep_ == "appos" or (noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("AUX", "VERB")):
        above = noun.head
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None) if noun.dep_ != "appos" else above
        if subject is not None and subject.pos_ == "PROPN":
            return subject
    owner = find_owner(noun)
    return owner if owner is not None and owner.pos_ == "PROPN" else noun
