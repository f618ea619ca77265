"""How far something reaches: "only military firms" against "not limited to defence companies"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from factdiff.claims import Claim
from factdiff.facts.setting import Setting
from factdiff.facts.weights import dot
from factdiff.lexicon import predicate_class
from factdiff.lists import read_rows, read_words
from factdiff.syntax import Token

T = TypeVar("T")

SAME_MATTER = 0.08  # cosine of two sentences that speak of the reach of one thing
ACCOUNT = 2  # sentences: within these a voice goes on with one account


class Reach(NamedTuple):
    """What a clause says of how far something reaches."""

    claim: int
    groups: str  # the pair of groups it is about, see lists/complements.csv
    beyond: bool  # it reaches the second group, or more than the first


@cache
def _sides() -> dict[str, tuple[str, bool]]:
    """Map a word to its pair of groups, and whether it names the first of them."""
    found = {}
    for row in read_rows("complements.csv"):
        found |= {word: (row["name"], True) for word in row["first"].split()}
        found |= {word: (row["name"], False) for word in row["second"].split()}
    return found


@cache
def _signs() -> dict[str, str]:
    return {row["word"]: row["sign"] for row in read_rows("scope_words.csv")}


def align_reaches(setting: Setting) -> list[tuple[list[int], list[int]]]:
    """Find the matters whose reach the story's voices disagree about.

    Returns:
        For each matter the claims that say it reaches beyond the first group, and those that deny it.
    """
    reaches = [r for i in range(len(setting.claims)) if (r := read_reach(setting, i)) is not None]
    matters = []
    for group in _connect(setting, reaches):
        reaching = [r.claim for r in group if r.beyond]
        beyond = sorted({*reaching, *_same_account(setting, reaching)})
        within = sorted({r.claim for r in group if not r.beyond} - set(beyond))
        if beyond and within and any(_is_firm(setting.claims[i]) for i in beyond):
            matters.append((beyond, within))
    return matters


def read_reach(setting: Setting, index: int) -> Reach | None:
    """Read what a claim says of how far something reaches; None for most claims."""
    claim = setting.claims[index]
    if claim.is_cue or claim.section == "headline":
        return None
    doc = setting.passages[claim.passage].doc
    named = next((i for i in claim.tokens if _find(_sides(), doc[i])), -1)
    if named < 0:
        return None
    name, first = _find(_sides(), doc[named])
    signs = [
        _find(_signs(), doc[i]) for i in claim.tokens if _find(_signs(), doc[i]) and _governs(setting, doc[i], named)
    ]
    sign = signs[0] if signs else ""
    spared = any(doc[i].lower_ in read_words("spared_words.txt") for i in claim.tokens)
    if first and sign:
        return Reach(index, name, (sign == "beyond") != (claim.negated and sign == "limited"))
    if not first and (spared or claim.negated):
        return Reach(index, name, False)
    if not first and not sign and _is_touched(setting, claim):
        return Reach(index, name, True)
    return None


def _find(words: Mapping[str, T], token: Token) -> T | None:
    return words.get(token.lower_) or words.get(token.lemma_.lower())


def _governs(setting: Setting, sign: Token, named: int) -> bool:
    """Tell whether a scope word is about the group: "only affects X", "limited to X", "beyond X", "broader curbs"."""
    if sign.dep_ == "amod" and sign.tag_ == "JJR":
        return predicate_class(sign.head.lemma_.lower(), "NOUN") in read_words("touching.txt")
    reach = sign.head if sign.dep_ in ("advmod", "amod") else sign
    return reach.left_edge.i <= named <= reach.right_edge.i


def _is_touched(setting: Setting, claim: Claim) -> bool:
    """Tell whether the clause says that something touches somebody: its predicate is one of affecting or harming."""
    terms = setting.terms[claim.passage]
    return terms[claim.head] in read_words("touching.txt")


def _connect(setting: Setting, reaches: Sequence[Reach]) -> list[list[Reach]]:
    """Group what speaks of one matter: sentences that share words, from one to the next."""
    groups: list[list[Reach]] = []
    for reach in reaches:
        near = [g for g in groups if any(_share_matter(setting, reach, other) for other in g)]
        groups = [g for g in groups if g not in near] + [[r for g in near for r in g] + [reach]]
    return groups


def _share_matter(setting: Setting, a: Reach, b: Reach) -> bool:
    if a.groups != b.groups:
        return False
    first, second = (
        {t: w for t, w in setting.sentence_of(r.claim).items() if _sides().get(t, ("",))[0] != r.groups} for r in (a, b)
    )
    return dot(first, second) >= SAME_MATTER  # beside the groups themselves, which they share in any case


def _is_firm(claim: Claim) -> bool:
    return claim.modality not in ("possible", "conditional")


def _same_account(setting: Setting, beyond: Sequence[int]) -> set[int]:
    """Find the other voices whom the same upstream cites on the same matter, in the sentences beside.

    "Citing two exporters, the Journal said the restrictions began on Tuesday. A person told the Journal that
    reviews are halted, not only for defence companies": both are the Journal's account.
    """
    found = set()
    for index in beyond:
        claim = setting.claims[index]
        if len(claim.speakers) < 2:
            continue
        for i in range(max(0, index - 20), min(len(setting.claims), index + 20)):
            other = setting.claims[i]
            near = other.article_id == claim.article_id and 0 < abs(other.sentence - claim.sentence) <= ACCOUNT
            if near and len(other.speakers) > 1 and other.speakers[0] == claim.speakers[0] and not other.is_cue:
                found.add(i)
    return found - set(beyond)
