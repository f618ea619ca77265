"""How firmly a clause says what it says, and whether it says it or its opposite."""

from functools import cache

from factdiff.lists import read_rows
from factdiff.syntax import Token


@cache
def _modal(kind: str) -> dict[str, str]:
    return {r["lemma"]: r["modality"] for r in read_rows("modality.csv") if r["kind"] == kind}


@cache
def _negators(kind: str) -> frozenset[str]:
    return frozenset(r["lemma"] for r in read_rows("negators.csv") if r["kind"] == kind)


@cache
def _frames() -> dict[str, str]:
    return {r["lemma"]: r["frame"] for r in read_rows("modality.csv") if r["kind"] == "governor"}


_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acomp", "prep", "dobj"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acomp"})


def read_modality(head: Token, *, reported: bool = False) -> str:
    """Return the modality of the clause headed by `head`, from its own words.

    Args:
        head: the head of the clause.
        reported: the clause is the content of "X said ...", where "would" is only "will" moved to the past.
    """
    auxiliaries, adverbs, governors = _modal("aux"), _modal("adverb"), _modal("governor")
    found = ""
    for child in head.children:
        lemma = child.lemma_.lower()
        if child.dep_ in ("aux", "auxpass") and lemma in auxiliaries:
            modal = auxiliaries[lemma]
            found = found or ("planned" if reported and modal == "conditional" else modal)
        elif child.dep_ == "advmod" and lemma in adverbs:
            found = found or adverbs[lemma]
        elif child.dep_ == "mark" and lemma in ("if", "unless"):
            return "conditional"
    lemma = head.lemma_.lower()
    if not found and lemma in governors and _governs(head):
        found = governors[lemma]
    governor = head.head
    if not found and head.dep_ in ("xcomp", "ccomp") and governor.i < head.i and _governs(governor):
        found = governors.get(governor.lemma_.lower(), "")
    if not found and _is_to_be(head):
        found = "planned"
    return found or "asserted"


def _is_to_be(head: Token) -> bool:
    """Tell whether a verb is what "is to" happen: "work is to begin in May and to take a year"."""
    if not any(c.dep_ == "aux" and c.tag_ == "TO" for c in head.children):
        return False
    if head.dep_ == "conj":
        return _is_to_be(head.head)
    return head.dep_ == "xcomp" and head.head.lemma_ == "be" and head.head.i < head.i


def _governs(verb: Token) -> bool:
    """Tell whether a governor's complement is open: "set to rise", but not "Bail was set at $500" or "set aside"."""
    frame = _frames().get(verb.lemma_.lower(), "")
    complements = {c.dep_ for c in verb.children if c.i > verb.i or c.dep_ not in ("prep",)}
    if verb.pos_ not in ("VERB", "AUX"):
        return bool(complements & _COMPLEMENTS)
    if frame == "clause":
        return bool(complements & _CLAUSES)
    if frame == "going":  # "is considering a ban", but not "considers it a success", "weighed 3kg"
        return "xcomp" in complements or (verb.tag_ == "VBG" and "dobj" in complements)
    if frame == "ahead":
        return "xcomp" in complements or _is_scheduled(verb)
    if frame == "open" and _is_finished(verb) and "dobj" in complements:
        return bool(complements & {"xcomp", "ccomp"})
    return bool(complements & _COMPLEMENTS)


def _is_scheduled(verb: Token) -> bool:
    """ "A hearing is set for May"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return passive and any(c.dep_ == "prep" and c.lower_ == "for" for c in verb.children)


def _is_finished(verb: Token) -> bool:
    """Tell whether a verb is in the simple past, or in a perfect."""
    perfect = any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and perfect)


def is_negated(head: Token) -> bool:
    """Tell whether the clause headed by `head` denies its predicate ("no warning was issued", "has yet to")."""
    adverbs, determiners, governors = _negators("adverb"), _negators("determiner"), _negators("governor")
    turns = 0
    for child in head.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj") and lemma in adverbs):
            turns += not _only(child)
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "expl"):
            turns += lemma in determiners or any(
                g.dep_ in ("det", "neg") and g.lemma_.lower() in determiners for g in child.children
            )
        if child.dep_ in ("acomp", "oprd") and any(g.dep_ == "neg" and not _only(g) for g in child.children):
            turns += 1  # "pleaded not guilty"
    lemma = head.lemma_.lower()
    open_ = ("xcomp",) if lemma == "fail" else ("xcomp", "dobj", "acomp")  # who failed a test did take it
    if lemma in governors and any(c.dep_ in open_ for c in head.children):
        turns += 1
    if head.dep_ == "xcomp" and head.head.lemma_.lower() in governors:
        turns += 1
    if head.dep_ == "xcomp" and any(c.lemma_.lower() == "yet" for c in head.head.children):
        turns += 1
    if any(c.lemma_.lower() == "yet" and c.dep_ == "advmod" for c in head.children) and any(
        c.dep_ == "xcomp" for c in head.children
    ):
        turns += 1
    if head.dep_ == "pcomp" and head.head.lemma_.lower() == "without":
        turns += 1
    return turns % 2 == 1


def _only(negation: Token) -> bool:
    """ "not only" denies nothing."""
    following = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    return following is not None and following.lower_ in ("only", "just", "merely", "least")
