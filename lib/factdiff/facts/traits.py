"""Which of two it was: "his left leg" against "his right leg", "a silver Audi" against "a black Audi"."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factdiff.facts.denials import Assertion
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import score_times
from factdiff.facts.topics import are_apart
from factdiff.facts.weights import dot
from factdiff.lists import read_rows, read_words
from factdiff.syntax import Token
from factdiff.values.units import is_person

REACH = 4  # tokens from the word to its noun
ALIKE = 0.15  # cosine of two clauses that tell of one thing
CROWD = 30  # mentions of one noun that a further one is held against
_GENDERS = {"his": "m", "her": "f"}


class Trait(NamedTuple):
    """A noun with a word that only one of several can hold of it."""

    claim: int
    kind: tuple[str, str]  # family of the word, and the noun's term
    value: str
    span: tuple[int, int]  # in the article
    site: Site
    persons: frozenset[str]  # named in the clause
    gender: str  # of whose it is, as far as a pronoun tells


@cache
def _words() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["family"], row["value"]) for row in read_rows("exclusive_modifiers.csv")}


def find_traits(setting: Setting) -> list[list[Assertion]]:
    """Find the things that articles put on different sides, or give different colours.

    Returns:
        For each such thing its claims; those with another word than most articles have are turned. An article with
        two of the words tells of two things, and settles nothing.
    """
    by_kind: dict[tuple[str, str], list[Trait]] = {}
    for index in range(len(setting.claims)):
        for trait in _read_traits(setting, index):
            by_kind.setdefault(trait.kind, []).append(trait)
    found = []
    for kind in sorted(by_kind):
        if len({t.value for t in by_kind[kind]}) > 1:
            found += [group for traits in _group(by_kind[kind]) if (group := _take_sides(traits))]
    return found


def _group(traits: Sequence[Trait]) -> list[list[Trait]]:
    groups: list[list[Trait]] = []
    for trait in traits:
        near = [g for g in groups if any(_may_be_one(trait, other) for other in g[-CROWD:])]
        joined = sorted([trait, *(t for g in near for t in g)], key=lambda t: (t.claim, t.span))
        groups = [g for g in groups if g not in near] + [joined]
    return groups


def _may_be_one(a: Trait, b: Trait) -> bool:
    """Tell whether two traits may be of one thing: nothing speaks against it, and their clauses have more in common."""
    if (a.persons and b.persons and a.persons.isdisjoint(b.persons)) or {a.gender, b.gender} == {"m", "f"}:
        return False
    if score_times(a.site, b.site) < 0 or are_apart(a.site.topic, b.site.topic):
        return False
    shared = (a.site.frame.terms.keys() & b.site.frame.terms.keys()) - {a.kind[1], a.value, b.value}
    return bool(shared) or dot(a.site.vector, b.site.vector) >= ALIKE


def _take_sides(traits: Sequence[Trait]) -> list[Assertion]:
    told: dict[str, set[str]] = {}
    for trait in traits:
        told.setdefault(trait.value, set()).add(trait.site.article_id)
    if len(told) < 2 or sum(map(len, told.values())) > len(set().union(*told.values())):
        return []
    first = min(told, key=lambda value: (-len(told[value]), value))
    return [Assertion(t.claim, t.span, is_turned=t.value != first) for t in traits]


def _read_traits(setting: Setting, index: int) -> list[Trait]:
    claim = setting.claims[index]
    if claim.is_cue or claim.negated or claim.modality != "asserted":
        return []
    passage, terms, words = setting.passages[claim.passage], setting.terms[claim.passage], _words()
    doc = passage.doc
    told = [i for i in claim.tokens if doc[i].lower_ in words and doc[i].text == doc[i].lower_]
    if not told:
        return []
    persons = frozenset(terms[i] for i in claim.tokens if doc[i].ent_type_ == "PERSON" and doc[i].pos_ == "PROPN")
    found = []
    for i in told:
        noun = _find_noun(doc[i])
        family, value = words[doc[i].lower_]
        if noun is None or not terms[noun.i] or not _is_one_thing(noun, family):
            continue
        low = min([i, *(c.i for c in noun.children if c.dep_ in ("det", "poss") and c.i == i - 1)])
        span = (passage.start + doc[low].idx, passage.start + noun.idx + len(noun.text))
        gender = next((_GENDERS[c.lower_] for c in noun.children if c.lower_ in _GENDERS), "")
        site = setting.locate_claim(index)
        found.append(Trait(index, (family, terms[noun.i]), value, span, site, persons - {""}, gender))
    return found


def _is_one_thing(noun: Token, family: str) -> bool:
    """Tell whether a noun is a single thing that a word of a family tells from others; a make of car goes by name."""
    if noun.tag_ not in ("NN", "NNP") or is_person(noun.lower_):
        return False
    if family == "colour":
        return noun.pos_ == "PROPN" or noun.lemma_.lower() in _coloured()
    return noun.lower_ != "wing" or all(c.lower_ != "of" for c in noun.children)  # no wing of a party


@cache
def _coloured() -> frozenset[str]:
    return read_words("vehicles.txt") | read_words("coloured_things.txt")


def _find_noun(word: Token) -> Token | None:
    """Return the noun that a word stands before: the engine of "the left engine", "the left-hand engine"."""
    head = word
    while head.dep_ in ("amod", "compound", "nmod") and head.head.i > head.i:
        head = head.head
    far = head.i - word.i > REACH or head.pos_ not in ("NOUN", "PROPN")
    return None if far or head == word else head
