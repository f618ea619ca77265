"""The frame that a value fills: which event, who or what, where and when, read off the parse around it."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factdiff.lexicon import canonical_name, predicate_class
from factdiff.lists import read_words
from factdiff.syntax import Doc, Token


class Frame(NamedTuple):
    """What surrounds a value. Weights are 1 beside the value and fall with the distance in the parse."""

    slot: frozenset[str]  # classes of the predicates and measure nouns that govern the value
    thing: str  # class of the counted or measured noun, '' for none
    degree: frozenset[str]  # words that single out a part: "seriously", "critically"
    terms: Mapping[str, float]
    names: frozenset[str]  # proper names among the terms
    arguments: frozenset[str] = frozenset()  # of a clause: heads of its subject and objects


DECAY = (1.0, 1.0, 0.85, 0.7, 0.55, 0.45, 0.35, 0.3, 0.25, 0.2)
_CONTENT = ("ADJ", "NOUN", "PROPN", "VERB")
_UP = frozenset(
    {"pobj", "prep", "compound", "amod", "nmod", "nummod", "npadvmod", "quantmod", "dobj", "nsubj", "nsubjpass", "attr",
     "oprd", "conj", "appos", "poss", "det", "agent", "dative", "acomp", "advmod", "dep", "pcomp", "xcomp", "nounmod"}
)  # fmt: skip


_NEAR_LINKS = ("agent", "aux", "prep")  # a step over these leads no further away
_PARTICIPLES = frozenset({"acl", "relcl", "amod", "advcl", "oprd"})


@cache
def _light() -> frozenset[str]:
    return read_words("light_words.txt")


def term_of(token: Token) -> str:
    """Return the term a token stands for: a canonical name, or the class of its lemma; '' for no content."""
    if token.pos_ not in _CONTENT:
        return ""
    return _term_of(token.text, token.lemma_, token.pos_, token.pos_ == "PROPN" or token.ent_type_ == "NORP")


@lru_cache(maxsize=1 << 16)
def _term_of(text: str, lemma: str, pos: str, is_name: bool) -> str:
    if not text[0].isalnum():
        return ""
    if is_name:
        name = canonical_name(text)
        return "" if name in _light() else name
    lemma = text.lower() if text.lower() in read_words("participles.txt") else lemma.lower()
    return "" if lemma in _light() or len(lemma) < 2 else predicate_class(lemma, pos)


def terms_of(doc: Doc) -> list[str]:
    """Return the term of every token of a doc, '' where it has none."""
    return [term_of(token) for token in doc]


def build_frame(
    doc: Doc,
    anchor: int,
    terms: Sequence[str],
    *,
    skip: frozenset[int] = frozenset(),
) -> Frame:
    """Build the frame around the token `anchor`.

    Args:
        doc: the passage.
        anchor: index of the counted noun, or of the value's own head.
        terms: the terms of the doc's tokens, as `terms_of` gives them.
        skip: tokens that are no part of the frame: those of the value itself, and of "X said".
    """
    distances = _measure_distances(doc[anchor])
    own = {i: "" if i in skip else terms[i] for i in distances}
    tokens = _slot_tokens(doc[anchor], own)
    weights: dict[str, float] = {}
    names = set()
    for i in sorted(i for i, term in own.items() if term):
        term, distance = own[i], distances[i]
        weight = DECAY[distance] if distance < len(DECAY) else DECAY[-1]
        if weight > weights.get(term, 0.0):
            weights[term] = weight
        if doc.tokens[i].pos_ == "PROPN":
            names.add(term)
    slot = frozenset(own[i] for i in tokens) - {""}
    slot |= {name for i in tokens if (name := _name_turn(doc[i]))}
    return Frame(slot, own[anchor], _degrees(doc, [*tokens, anchor]), weights, frozenset(names))


def _slot_tokens(anchor: Token, terms: Mapping[int, str]) -> list[int]:
    """Return the tokens that say what the value is of: climb to the governing verb, and look at participles."""
    slot = [anchor.i] if anchor.pos_ in ("VERB", "ADJ") or _is_eventive(anchor) else []
    if slot and anchor.pos_ != "NOUN" and anchor.dep_ == "conj" and terms[anchor.i]:
        return slot  # "five were killed and 31 injured": these are no dead
    slot += [c.i for c in anchor.children if c.dep_ in _PARTICIPLES and c.pos_ in ("VERB", "ADJ") and not _acts(c)]
    token, steps, link = anchor, 0, ""
    while token.head != token and token.dep_ in _UP and steps < 6:
        link = token.lower_ if token.pos_ == "ADP" else link
        equated = token.dep_ == "attr"  # "the limit is 80": the subject says of what
        token, steps = token.head, steps + 1
        if token.pos_ in ("VERB", "AUX"):
            return slot + _verb_tokens(token, terms, moved=equated or link in ("to", "at", "from", "by"))
        if token.pos_ in ("NOUN", "ADJ") and terms[token.i]:
            slot.append(token.i)
            if link == "of":  # "at a depth of 10 km": the measure says it all
                return slot
    return slot


def _acts(participle: Token) -> bool:
    """Tell whether what looks like a noun's participle is a verb: "killed one person, injured dozens"."""
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and any(c.dep_ == "dobj" for c in participle.children)


def _verb_tokens(verb: Token, terms: Mapping[int, str], *, moved: bool) -> list[int]:
    """Return a governing verb with what completes it; `moved` for "brought the toll to", "stands at"."""
    parts = ["oprd", "acomp", "xcomp", "prt"]
    inside: list[int] = []
    if not terms[verb.i]:  # a light verb leaves its meaning to its object: "took effect", "made remarks"
        parts += ["dobj", "attr"]
        inside = [g.i for c in verb.children if c.dep_ == "prep" for g in c.children if _is_state(g)]
    if moved:
        parts += ["dobj", "nsubj", "nsubjpass"]
    found = [verb.i, *(_bearer(c).i for c in verb.children if c.dep_ in parts), *inside]
    if moved:  # "the death toll": the noun before tells which
        found += [g.i for i in found[1:] for g in verb.doc[i].children if g.dep_ == "compound"]
        # "the number of people known to have died": the number says nothing, what stands below it does
        bare = [i for i in found[1:] if not terms[i] and verb.doc[i].pos_ == "NOUN"]
        found += [g.i for i in bare for g in verb.doc[i].subtree if g.pos_ == "VERB"]
    if verb.dep_ == "acl" and not terms[verb.i]:
        found.append(verb.head.i)
    return found


def _is_state(noun: Token) -> bool:
    """Tell whether a noun is a state that something is in: "under siege", "on strike"; not "in the city"."""
    bare = noun.dep_ == "pobj" and noun.tag_ == "NN" and noun.ent_type_ == "" and noun.left_edge.i == noun.i
    return bare and noun.head.lower_ in ("under", "on", "in")


def _name_turn(token: Token) -> str:
    """Return the class of a light verb that says which turn a matter takes: its opening, or a hearing in court."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("VERB", "AUX"):
        return ""
    if lemma in ("begin", "start", "commence"):
        return predicate_class("open", "VERB")
    prepositions = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("in", "to", "before")]
    prepositions += [g for c in token.children if c.dep_ in ("advmod", "acomp") for g in c.children if g.dep_ == "prep"]
    places = {g.lemma_.lower() for c in prepositions for g in c.children if g.dep_ == "pobj"}
    if lemma in ("be", "appear", "return", "come", "go") and places & {"court", "judge", "magistrate", "tribunal"}:
        return predicate_class("hearing", "NOUN")
    return ""


def _bearer(noun: Token) -> Token:
    """Return what has the dimension that a noun names: the border for "the length of the border"."""
    if noun.lemma_.lower() not in read_words("measured_by.txt"):
        return noun
    return find_owner(noun) or noun


def find_verb(token: Token) -> Token:
    """Return the verb of the clause that a token stands in, be it the token itself; the token where there is none."""
    return next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), token)


def find_subject(verb: Token) -> Token | None:
    """Return the subject of a verb, if it has one of its own."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def find_owner(noun: Token) -> Token | None:
    """Return what a noun is of: the border in "the length of the border", "the border's length"."""
    of = next((c for c in noun.children if c.lower_ == "of"), noun)
    return next((c for c in of.children if c.dep_ in ("pobj", "poss")), None)


def _degrees(doc: Doc, tokens: Sequence[int]) -> frozenset[str]:
    words = read_words("degrees.txt")
    return frozenset(c.lower_ for i in tokens for c in (*doc.tokens[i].children, doc.tokens[i]) if c.lower_ in words)


def _is_eventive(token: Token) -> bool:
    return token.pos_ == "NOUN" and predicate_class(token.lemma_.lower(), "NOUN") != token.lemma_.lower()


def _measure_distances(anchor: Token) -> dict[int, int]:
    """Return the distance in the parse of every token of the anchor's sentence from the anchor."""
    distances, reached = {anchor.i: 0}, [anchor]
    for token in reached:  # grows as it is walked
        distance, head = distances[token.i], token.head
        if head.i not in distances:
            distances[head.i] = distance + (token.dep_ not in _NEAR_LINKS)
            reached.append(head)
        for child in token.children:
            if child.i not in distances:
                distances[child.i] = distance + (child.dep_ not in _NEAR_LINKS)
                reached.append(child)
    return distances


def arguments_of(head: Token, terms: Sequence[str]) -> frozenset[str]:
    """Return the heads of a clause's subject and objects; a pronoun stands for any, so it gives none."""
    found = set()
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "oprd"):
            if child.pos_ == "PRON" and child.lower_ not in ("who", "which", "that"):
                return frozenset()
            found.add(terms[head.head.i] if child.pos_ == "PRON" else terms[child.i])
        elif child.dep_ in ("agent", "prep", "dative"):
            found.update(terms[g.i] for g in child.children if g.dep_ == "pobj")
        elif child.dep_ == "xcomp":
            found.update([terms[child.i], *(terms[g.i] for g in child.children if g.dep_ == "dobj")])
    return frozenset(found - {""})


def own_terms(doc: Doc, noun: int, terms: Sequence[str]) -> list[str]:
    """Return the terms of a noun and of what stands directly with it."""
    children = [c for c in doc[noun].children if c.dep_ not in ("relcl", "acl", "appos")]
    inner = [g for c in children if c.dep_ == "prep" for g in c.children]
    return [terms[t.i] for t in (doc[noun], *children, *inner) if terms[t.i]]


def find_landmark(doc: Doc, end: int) -> str:
    """Return the place that a distance is measured from: what follows "55 km south of", "431 km off".

    Args:
        doc: the passage.
        end: index of the token after the value.
    """
    i = end
    while i < min(end + 3, len(doc)) and doc[i].pos_ in ("ADV", "ADJ", "NOUN") and doc[i].lower_ not in _AWAY:
        i += 1
    if i >= len(doc) or doc[i].lower_ not in _AWAY:
        return ""
    place = next((c for c in doc[i].children if c.dep_ == "pobj"), None)
    if place is not None and place.lower_ in _DIRECTIONS:  # "to the north of the lake"
        onward = (c for c in place.children if c.dep_ == "prep" and c.lower_ in _AWAY)
        place = next((g for c in onward for g in c.children if g.dep_ == "pobj"), None)
    if place is None:
        return ""
    named = next((c for c in place.subtree if c.pos_ == "PROPN" and c.dep_ != "compound"), place)
    entity = next((e for e in doc.ents if e.start <= named.i < e.end), None)
    return canonical_name(entity.text if entity is not None else named.text)


_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_AWAY = frozenset({"of", "from", "off", "to"})
