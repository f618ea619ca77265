"""When a measure starts to hold: "an immediate ban" against "it took effect a day after the announcement"."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factdiff.facts.setting import Setting
from factdiff.lexicon import predicate_class
from factdiff.lists import read_rows
from factdiff.syntax import Token

MIN_THEME = 2  # terms that two accounts of one measure share, beside the measure itself
_AT_ONCE = frozenset({"immediate", "immediately", "instant", "instantly"})
_LATER = frozenset({"day", "week", "fortnight", "month", "year"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PURPOSES = frozenset({"effect", "force", "operation"})


class Onset(NamedTuple):
    """What a clause says of when a measure starts to hold."""

    claim: int
    at_once: bool
    noun: int  # the token of the measure
    span: tuple[int, int]  # the tokens that say it
    measures: frozenset[str]  # classes of the words for it
    theme: frozenset[str]  # terms of what it is about


@cache
def _words(kind: str) -> frozenset[str]:
    rows = [row["word"] for row in read_rows("onsets.csv") if row["kind"] == kind]
    return frozenset(rows) | {predicate_class(word) for word in rows}


def align_onsets(setting: Setting) -> list[tuple[list[Onset], list[Onset]]]:
    """Find the measures that took effect at once by one account, and days after they were announced by another.

    Returns:
        For each measure who has it at once, and who has it later.
    """
    onsets = [o for i in range(len(setting.claims)) if (o := read_onset(setting, i)) is not None]
    at_once = [o for o in onsets if o.at_once]
    found: list[tuple[set[Onset], list[Onset]]] = []
    for later in (o for o in onsets if not o.at_once):
        same = {o for o in at_once if _is_one_measure(o, later)}
        if not same:
            continue
        told = [later]
        for known in [pair for pair in found if not pair[0].isdisjoint(same)]:
            # Accounts that share one of the other side are of one measure: no reading belongs to two.
            same, told = same | known[0], [*known[1], *told]
            found.remove(known)
        found.append((same, told))
    return [(sorted(same, key=lambda o: o.claim), told) for same, told in found]


def read_onset(setting: Setting, index: int) -> Onset | None:
    """Read when a claim lets a measure start to hold; None for most claims."""
    claim = setting.claims[index]
    if claim.negated or claim.section == "headline":
        return None
    verb = setting.passages[claim.passage].doc[claim.head]
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    imposed = _imposed(verb)
    noun = imposed or _held(verb)
    if noun is None or not _is(noun, "measure"):
        return None
    terms = setting.terms[claim.passage]
    if imposed is not None or any(c.lower_ in _AT_ONCE for c in _beside(verb)):
        theme = {terms[t.i] for t in noun.subtree} | {terms[c.i] for c in verb.children if c.dep_ in _SUBJECTS}
        span = _cover([*claim.tokens])
        return Onset(index, True, noun.i, span, frozenset({terms[noun.i]}), frozenset(theme) - {"", terms[noun.i]})
    delay = _delay(verb)
    if delay is None:
        return None
    tokens = [t for t in verb.subtree if t.sent == verb.sent]
    theme = {terms[t.i] for t in tokens} - {""}
    named = frozenset(terms[t.i] for t in tokens if _is(t, "measure") and terms[t.i])
    span = _cover([*claim.tokens, *(t.i for t in delay.subtree)])
    return Onset(index, False, noun.i, span, named, frozenset(theme) - named)


def _is(token: Token, kind: str) -> bool:
    return token.lemma_.lower() in _words(kind)


def _cover(tokens: Sequence[int]) -> tuple[int, int]:
    return min(tokens), max(tokens) + 1


def _imposed(verb: Token) -> Token | None:
    """ "Announced an immediate ban", "imposed the tariffs with immediate effect": the measure brought in at once."""
    if not _is(verb, "impose"):
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun = next((c for c in verb.children if c.dep_ == ("nsubjpass" if passive else "dobj")), None)
    if noun is None:
        return None
    tied = [c for c in (*noun.children, *verb.children) if c.dep_ == "prep" and c.lower_ == "with"]
    said = [*noun.children, *(g for link in tied for e in link.children if e.lower_ == "effect" for g in e.children)]
    return noun if any(c.dep_ == "amod" and c.lower_ in _AT_ONCE for c in said) else None


def _held(verb: Token) -> Token | None:
    """ "The ban took effect", "the truce came into force", "the rules apply": the measure that starts to hold."""
    lemma = verb.lemma_.lower()
    if lemma == "take":
        starts = any(c.dep_ == "dobj" and c.lower_ == "effect" for c in verb.children)
    elif lemma in ("come", "go", "enter", "put", "bring"):
        links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "into"]
        starts = any(g.lower_ in _PURPOSES for link in links for g in link.children if g.dep_ == "pobj")
    elif lemma in ("be", "become"):
        starts = any(c.dep_ == "acomp" and c.lower_ == "effective" for c in verb.children)
    else:
        starts = _is(verb, "hold")
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None) if starts else None


def _beside(verb: Token) -> list[Token]:
    """Return the adverbs of a verb, and those of "effective immediately"."""
    states = [c for c in verb.children if c.dep_ in ("acomp", "prep", "dobj")]
    return [c for token in (verb, *states) for c in token.children if c.dep_ == "advmod"]


def _delay(verb: Token) -> Token | None:
    """Return the "after" of "a day after the announcement", or the verb of "two weeks after it was signed"."""
    for child in verb.children:
        after = child if child.dep_ == "prep" else next((c for c in child.children if c.dep_ == "mark"), child)
        if after.lower_ != "after" or after.i == 0 or after.nbor(-1).lemma_.lower() not in _LATER:
            continue
        nouns = [predicate_class(c.lemma_.lower(), "NOUN") for c in child.children if c.dep_ == "pobj"]
        if not _words("announce").isdisjoint(nouns) or (child.dep_ == "advcl" and _is(child, "announce")):
            return child
    return None


def _is_one_measure(a: Onset, b: Onset) -> bool:
    shared = len(a.theme & b.theme)
    return bool(a.measures & b.measures) and shared >= MIN_THEME and 2 * shared >= min(len(a.theme), len(b.theme))
