"""How far a matter has come: "is considering tightening reviews" and "has begun to restrict exports" are one matter."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from factdiff.facts.setting import Setting
from factdiff.lexicon import predicate_class, voice_role
from factdiff.lists import read_rows
from factdiff.syntax import Token

MIN_THEME = 2  # terms that two stages of one matter share
AHEAD = frozenset({"planned", "possible"})


class Stage(NamedTuple):
    """A step that somebody has before him, or has begun."""

    claim: int
    ahead: bool
    step: str  # the kind of step: "restrict"
    theme: frozenset[str]  # terms of what it concerns
    actor: str


@cache
def _stages() -> Mapping[str, bool]:
    return {row["verb"]: row["stage"] == "ahead" for row in read_rows("stages.csv")}


@cache
def _steps() -> Mapping[str, str]:
    return {word: row["step"] for row in read_rows("steps.csv") for word in row["words"].split()}


def join_stages(setting: Setting, matters: Sequence[Sequence[int]]) -> list[list[int]]:
    """Join the matters that tell of one step as being considered here, as begun there.

    Args:
        setting: the story.
        matters: clusters of claims, as indices.

    Returns:
        The clusters, those of one step as one; with claims that stood in none, where another article has them at
        the other stage.
    """
    found = [s for i in range(len(setting.claims)) if (s := read_stage(setting, i)) is not None]
    home = {i: n for n, group in enumerate(matters) for i in group}
    joined: list[set[int]] = [set(group) for group in matters]
    begun: dict[str, list[Stage]] = {}
    for stage in found:
        if not stage.ahead:
            begun.setdefault(stage.step, []).append(stage)
    for a in (s for s in found if s.ahead):
        for b in begun.get(a.step, []):
            if not _is_one_step(setting, a, b):
                continue
            first, second = home.get(a.claim, -1), home.get(b.claim, -1)
            members = {a.claim, b.claim} | (joined[first] if first >= 0 else set())
            members |= joined[second] if second >= 0 else set()
            for n in {first, second} - {-1}:
                joined[n] = set()
            joined.append(members)
            home |= dict.fromkeys(members, len(joined) - 1)
    return [sorted(group) for group in joined if group]


def read_stage(setting: Setting, index: int) -> Stage | None:
    """Read the step that a claim tells of; None for most claims."""
    claim = setting.claims[index]
    if claim.is_cue or claim.section == "headline" or claim.negated:
        return None
    doc, terms = setting.passages[claim.passage].doc, setting.terms[claim.passage]
    verb = doc[claim.head]
    ahead = _stages().get(verb.lemma_.lower())
    if verb.pos_ != "VERB" or ahead is None or ahead != (claim.modality in AHEAD):
        return None
    step = next((c for c in verb.children if c.dep_ in ("xcomp", "dobj") and c.i > verb.i), None)
    if step is not None and step.dep_ == "dobj":  # "considering tightening reviews", which the parser takes for reviews
        step = next((c for c in step.children if c.dep_ == "amod" and c.tag_ == "VBG" and c.i == verb.i + 1), step)
    kind = _kind(step) if step is not None else ""
    if not kind:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    about = step.head if step.dep_ == "amod" else step
    theme = {terms[t.i] for t in about.subtree if t.i != step.i} - {""}
    return Stage(index, ahead, kind, frozenset(theme), _actor(subject, terms))


def _kind(step: Token) -> str:
    lemma = predicate_class(step.lemma_.lower(), step.pos_)
    return _steps().get(step.lemma_.lower()) or _steps().get(lemma) or (lemma if step.pos_ != "PROPN" else "")


def _actor(subject: Token | None, terms: Sequence[str]) -> str:
    """Return whose step it is; '' where the text only says "it" or "the authorities"."""
    if subject is None or subject.pos_ == "PRON":
        return ""
    return "" if subject.pos_ == "NOUN" and voice_role(subject.lower_) else terms[subject.i]


def _is_one_step(setting: Setting, a: Stage, b: Stage) -> bool:
    apart = setting.claims[a.claim].article_id != setting.claims[b.claim].article_id
    if not apart or (a.actor and b.actor and a.actor != b.actor):
        return False
    shared = len(a.theme & b.theme)
    return shared >= MIN_THEME and 2 * shared >= min(len(a.theme), len(b.theme))
