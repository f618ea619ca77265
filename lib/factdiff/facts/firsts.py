"""Who did it first: "the Tajiks opened fire" against "the Kyrgyz shot first". Only one side can have begun."""

from collections.abc import Sequence
from typing import NamedTuple

from factdiff.facts.denials import Assertion
from factdiff.facts.matters import name_agent
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import score_times
from factdiff.facts.topics import are_apart
from factdiff.lists import read_words
from factdiff.syntax import Token

CROWD = 30  # claims of one fight that a further one is held against


class Opening(NamedTuple):
    """A claim that somebody began it."""

    claim: int
    names: frozenset[str]  # of whoever did
    is_first: bool  # it says "first"; who merely opened fire may have answered
    site: Site


def find_openings(setting: Setting) -> list[list[Assertion]]:
    """Find the fights, breaches or finds that several sides are said to have begun.

    Returns:
        For each its claims; those that name another than the first side to be named are turned.
    """
    read = [o for i in range(len(setting.claims)) if (o := _read_opening(setting, i)) is not None]
    groups: list[list[Opening]] = []
    for opening in read:
        home = next((g for g in groups if all(_is_one(opening, o) for o in g[-CROWD:])), None)
        if home is None:
            groups.append([opening])
        else:
            home.append(opening)
    return [sides for group in groups if _is_disputed(setting, group, sides := _take_sides(group))]


def _is_one(a: Opening, b: Opening) -> bool:
    return score_times(a.site, b.site) == 0 and not are_apart(a.site.topic, b.site.topic)


def _is_disputed(setting: Setting, group: Sequence[Opening], sides: Sequence[Assertion]) -> bool:
    articles = {setting.claims[o.claim].article_id for o in group}
    return any(a.is_turned for a in sides) and len(articles) > 1 and any(o.is_first for o in group)


def _take_sides(group: Sequence[Opening]) -> list[Assertion]:
    first = next((o.names for o in group if o.is_first), group[0].names)
    return [Assertion(o.claim, is_turned=o.names.isdisjoint(first)) for o in group]


def _read_opening(setting: Setting, index: int) -> Opening | None:
    claim = setting.claims[index]
    if claim.is_cue or claim.section == "headline" or claim.negated or claim.modality != "asserted":
        return None
    head = setting.passages[claim.passage].doc[claim.head]
    if head.lemma_.lower() not in read_words("fighting_verbs.txt") and head.lemma_.lower() != "open":
        return None
    is_first = any(_is_first(c) for c in head.children)
    if not is_first and not _opens_fire(head):
        return None
    names = name_agent(setting, claim, head)
    return Opening(index, names, is_first, setting.locate_claim(index)) if names else None


def _is_first(token: Token) -> bool:
    """ "Shot first", "fired the first shot"."""
    if token.lower_ == "first" and token.dep_ == "advmod":
        return True
    return (
        token.dep_ == "dobj"
        and token.lemma_.lower() in ("shot", "round", "shell")
        and any(c.lower_ == "first" for c in token.children)
    )


def _opens_fire(head: Token) -> bool:
    return head.lemma_.lower() == "open" and any(c.dep_ == "dobj" and c.lower_ == "fire" for c in head.children)
