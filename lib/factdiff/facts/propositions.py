"""Clauses to propositions: the matters that several articles assert or deny."""

from collections.abc import Callable, Mapping, Sequence, Set
from functools import cache, partial

import numpy as np

from factdiff.claims import Claim
from factdiff.facts.alignment import join_rivals
from factdiff.facts.blocks import pair_sites
from factdiff.facts.clusters import Pair, cluster_pairs
from factdiff.facts.denials import is_covered
from factdiff.facts.matters import DENYING, Matter, clash, is_denial, is_early, is_narrower, read_main
from factdiff.facts.rivals import Item
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import are_opposed, compare_times, score_times
from factdiff.facts.statements import is_brief, is_statement, may_be_one
from factdiff.facts.weights import dot_pairs

THRESHOLD = 0.5
PREDICATE = 0.25
OWN = 0.55
SENTENCE = 0.20
OTHER_ARGUMENTS = -0.15
OTHER_TIMES = 0.7
TURNED = 0.8  # worth of an opposed predicate with the same arguments, beside 1 for a shared one
LEAST_OWN = 0.15  # cosine of two clauses that have anything in common
NEEDED = 0.5  # of a score with its margin, see `find_rivals`
DENIED = 0.6  # of what a clause denies, by weight, that the clause it is set against has
LEAST = 0.25  # a lower score counts as none


def align_claims(setting: Setting) -> list[list[int]]:
    """Cluster the clauses of a story into propositions.

    Returns:
        Indices of claims, a list a proposition; only those that two articles share, or that one article
        both asserts and denies.
    """
    whole = {i for i, claim in enumerate(setting.claims) if is_statement(setting, claim)}
    brief = {i for i in range(len(setting.claims)) if i not in whole and is_brief(setting, i)}
    located = [(i, setting.locate_claim(i)) for i in sorted(whole | brief)]
    sites = [site for _, site in located]
    claims = [setting.claims[i] for i, _ in located]
    read = cache(partial(read_main, setting))
    scores = _drop_brief(setting, sites, _score_pairs(sites), brief, read)
    scores = _drop_unopposed(setting, claims, sites, scores, read)

    def conflicts(a: int, b: int) -> bool:
        return claims[a].sentence == claims[b].sentence

    arenas = [c.article_id for c in claims]
    groups = cluster_pairs(len(sites), scores, threshold=THRESHOLD, conflicts=conflicts, arenas=arenas)
    # What states one thing in other words is the other's best candidate by far.
    items = [Item(c.article_id, c.negated, float(i)) for i, c in enumerate(claims)]
    timely = {(a, b): score for (a, b), score in scores.items() if score_times(sites[a], sites[b]) == 0}
    groups = join_rivals(items, groups, timely, needed=NEEDED)
    return [[located[i][0] for i in group] for group in groups if _is_shared([claims[i] for i in group])]


def _drop_brief(
    setting: Setting,
    sites: Sequence[Site],
    scores: Mapping[Pair, float],
    brief: Set[int],
    read: Callable[[int], Matter | None],
) -> dict[Pair, float]:
    """Drop the pairs of a brief clause with what it can't be one with; `brief` are claims."""
    kept = {}
    for (a, b), score in scores.items():
        first, second = sites[a].claim, sites[b].claim
        short = first in brief or second in brief
        if short and (
            are_opposed(sites[a].frame.slot, sites[b].frame.slot) or not may_be_one(setting, first, second, read)
        ):
            continue
        kept[a, b] = score
    return kept


def _drop_unopposed(
    setting: Setting,
    claims: Sequence[Claim],
    sites: Sequence[Site],
    scores: Mapping[Pair, float],
    read: Callable[[int], Matter | None],
) -> dict[Pair, float]:
    """Drop the pairs of a denial with what has other things in it than are denied, however much they resemble."""
    denies = [is_denial(c) for c in claims]
    kept = {}
    for (a, b), score in scores.items():
        if denies[a] != denies[b]:
            no, yes = (a, b) if denies[a] else (b, a)
            if score_times(sites[a], sites[b]) < 0 and not is_early(setting, sites[no].claim):
                continue
            if not _is_denied_in(setting, sites[no], sites[yes], read):
                continue
        kept[a, b] = score
    return kept


def _is_denied_in(setting: Setting, denial: Site, statement: Site, read: Callable[[int], Matter | None]) -> bool:
    """Tell whether the claim of one site denies what that of another says; `read` tells what a claim's verb says."""
    no, yes = setting.claims[denial.claim], setting.claims[statement.claim]
    mine, theirs = setting.terms[no.passage], setting.terms[yes.passage]
    if mine[no.head] == theirs[yes.head] and setting.passages[no.passage].doc[no.head].lemma_.lower() in DENYING:
        return False  # both reject something
    if is_narrower(setting, no, yes):
        return False
    first, second = read(denial.claim), read(statement.claim)
    if first is not None and second is not None and first.predicate == second.predicate:
        a, b = first.patient, second.patient
        if clash(a, b) or clash(first.agent, second.agent) or (a.terms and b.terms and a.terms.isdisjoint(b.terms)):
            return False
    denied = {mine[k] for k in no.tokens} - {""}
    whole = no.modality != "denied"
    return is_covered(setting, denied, {theirs[k] for k in yes.tokens}, statement, whole=whole, needed=DENIED)


def _is_shared(claims: Sequence[Claim]) -> bool:
    if len({c.article_id for c in claims}) > 1:
        return True
    return len({(c.negated, c.speakers) for c in claims}) > 1 and len({c.negated for c in claims}) > 1


def _score_pairs(sites: Sequence[Site]) -> dict[Pair, float]:
    """Score how surely two clauses state, or deny, the same."""
    a, b = pair_sites(sites, [0] * len(sites))
    own = dot_pairs([s.vector for s in sites], a, b)
    near = own >= LEAST_OWN
    a, b, own = a[near], b[near], own[near]
    words = OWN * own + SENTENCE * dot_pairs([s.sentence for s in sites], a, b)
    shared = dot_pairs([dict.fromkeys(s.frame.slot, 1.0) for s in sites], a, b) > 0
    likely = words + PREDICATE * shared >= LEAST
    a, b, words, shared = a[likely], b[likely], words[likely], shared[likely]
    arguments = [s.frame.arguments for s in sites]
    common = dot_pairs([dict.fromkeys(own, 1.0) for own in arguments], a, b)
    has_any = np.array([bool(own) for own in arguments], dtype=bool)
    predicate = shared.astype(float)
    for k in np.flatnonzero(~shared & (common > 0)).tolist():
        x, y = sites[a[k]], sites[b[k]]
        like = 2 * common[k] > min(len(x.frame.arguments), len(y.frame.arguments))
        if like and are_opposed(x.frame.slot, y.frame.slot):
            predicate[k] = TURNED
    score = words + PREDICATE * predicate
    score += OTHER_ARGUMENTS * (has_any[a] & has_any[b] & (common == 0))
    score += OTHER_TIMES * compare_times(sites, a, b)
    kept = score > LEAST
    return dict(zip(zip(a[kept].tolist(), b[kept].tolist(), strict=True), score[kept].tolist(), strict=True))
