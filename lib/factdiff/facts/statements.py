"""Which clauses state something that can be compared with what other articles state."""

from collections.abc import Callable
from functools import cache

from factdiff.claims import Claim
from factdiff.facts.frames import find_subject
from factdiff.facts.matters import DENYING, Matter, clash, is_denial
from factdiff.facts.setting import Setting
from factdiff.lists import read_words
from factdiff.syntax import Token

MIN_TERMS = 2  # a clause with fewer content words states nothing by itself
SHORT = 15  # characters of a clause that states nothing by itself either
LEAST_SHORT = 8  # characters
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_ASKING = frozenset({"WDT", "WP", "WRB"})
_OPEN = frozenset({"if", "unless", "whether"})


def is_statement(setting: Setting, claim: Claim) -> bool:
    """Tell whether a clause states something by itself; "to pay for it" and "following the talks" do not."""
    if claim.is_cue or claim.section == "headline" or claim.end - claim.start < SHORT:
        return False
    doc, terms = setting.passages[claim.passage].doc, setting.terms[claim.passage]
    head = doc[claim.head]
    own = {terms[i] for i in claim.tokens} - {""}
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in head.children):
        return len(own) >= MIN_TERMS
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in head.children):
        return False
    has_object = any(c.dep_ in ("dobj", "agent") for c in head.children)
    return len(own) >= MIN_TERMS + (not has_object)


def is_brief(setting: Setting, index: int) -> bool:
    """Tell whether a clause that says little still tells something of its own: "and caught fire", "we will appeal".

    It has a finite verb, and a subject, be it that of the clause before. What only counts ("12 people died") is a
    quantity, and what only takes a stand ("he denied it", "we believe") is no matter.
    """
    claim = setting.claims[index]
    if claim.is_cue or claim.section == "headline" or claim.end - claim.start < LEAST_SHORT:
        return False
    doc, terms = setting.passages[claim.passage].doc, setting.terms[claim.passage]
    head = doc[claim.head]
    if head.pos_ not in ("VERB", "AUX") or not _has_subject(head) or _is_open(head):
        return False
    own = {terms[i] for i in claim.tokens} - {""}
    if not own or setting.quantities_of(index):
        return False
    return own != {terms[head.i]} or head.lemma_.lower() not in _stands()


@cache
def _stands() -> frozenset[str]:
    return DENYING | read_words("attitudes.txt")


def _has_subject(head: Token) -> bool:
    """Tell whether a finite verb has a subject, its own or that of the verb to which "and" joins it."""
    if find_subject(head) is not None or any(c.dep_ == "expl" for c in head.children):
        return _is_finite(head)
    joined = head
    while joined.dep_ == "conj" and joined.head.pos_ in ("VERB", "AUX"):
        joined = joined.head
        if find_subject(joined) is not None:
            return _is_finite(head) or head.tag_ == "VBN"  # "was hit and destroyed"
    return False


def _is_finite(head: Token) -> bool:
    helpers = (c for c in head.children if c.dep_ in ("aux", "auxpass"))
    return head.tag_ in _FINITE or any(c.tag_ in _FINITE for c in helpers)


def _is_open(head: Token) -> bool:
    """Tell whether a clause asks, or leaves open, rather than states: "who it was", "if it sank"."""
    asks = any(c.tag_ in _ASKING or (c.dep_ == "mark" and c.lower_ in _OPEN) for c in head.children)
    return asks or any(token.text == "?" for token in head.sent)


def may_be_one(setting: Setting, brief: int, other: int, read: Callable[[int], Matter | None]) -> bool:
    """Tell whether a brief clause may state what another does; what it denies is for `denials` to find.

    Args:
        setting: the story.
        brief: index of its claim.
        other: index of the claim it is held against.
        read: tells what the verb of a claim says.
    """
    if is_denial(setting.claims[brief]) != is_denial(setting.claims[other]):
        return False
    if setting.quantities_of(brief) or setting.quantities_of(other):
        return False  # "he was killed" is none of "nine people were killed"
    first, second = read(brief), read(other)
    if first is None or second is None:
        return True
    return not (clash(first.agent, second.agent) or clash(first.patient, second.patient))
