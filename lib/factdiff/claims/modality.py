"""How firmly a clause says what it says, and whether it says it or its opposite."""

from functools import cache

from spacy.tokens import Token

from factdiff.lists import read_rows


@cache
def _modal(kind: str) -> dict[str, str]:
    return {r["lemma"]: r["modality"] for r in read_rows("modality.csv") if r["kind"] == kind}


@cache
def _negators(kind: str) -> frozenset[str]:
    return frozenset(r["lemma"] for r in read_rows("negators.csv") if r["kind"] == kind)


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
    complements = ("xcomp", "ccomp", "acomp", "prep", "dobj")
    if not found and lemma in governors and any(c.dep_ in complements for c in head.children):
        found = governors[lemma]
    if not found and head.dep_ in ("xcomp", "ccomp") and head.head.lemma_.lower() in governors:
        found = governors[head.head.lemma_.lower()]
    return found or "asserted"


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
        elif child.dep_ in ("mark", "prep") and lemma == "without":
            turns += 1
    lemma = head.lemma_.lower()
    if lemma in governors and any(c.dep_ in ("xcomp", "dobj", "acomp") for c in head.children):
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
