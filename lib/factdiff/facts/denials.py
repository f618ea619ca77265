"""What is denied here and asserted there: "denies having fired mortars" against "mortars were fired into the village".

A denial is short and names only what it denies, so it shares little with a full sentence that asserts it. What tells
is whether the sentence has everything that is denied, in the same part: who did it, and to whom.
"""

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from factdiff.facts.matters import Matter, Part, clash, is_narrower, read_denial, read_main, read_statements, stated_by
from factdiff.facts.setting import Setting, Site
from factdiff.facts.similarity import score_times
from factdiff.facts.topics import are_apart
from factdiff.lexicon import predicate_class
from factdiff.lists import read_rows

CROWD = 30  # statements of one predicate that a denial is held against, on either side of it
COVERED = 0.75  # of what is denied, by weight, that a statement has
NEARBY = 0.5  # worth of a word that stands in the statement's sentence only


class Assertion(NamedTuple):
    """A claim in a dispute."""

    claim: int
    span: tuple[int, int] = (0, 0)  # what of the claim is meant, as offsets; (0, 0) for the whole
    is_turned: bool = False  # it asserts the opposite of what is in dispute


@cache
def _exclusive() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_rows("exclusive.csv"):
        for a, b in ((row["a"], row["b"]), (row["b"], row["a"])):
            found.setdefault(predicate_class(a), set()).add(predicate_class(b))
    return {predicate: frozenset(others) for predicate, others in found.items()}


def join_denials(
    setting: Setting, matters: Sequence[Sequence[int]], *, apart: frozenset[int] = frozenset()
) -> tuple[list[list[int]], list[list[Assertion]]]:
    """Join what voices deny to what others assert.

    Args:
        setting: the story.
        matters: clusters of claims, as indices.
        apart: claims that stand in other facts already.

    Returns:
        The clusters, each denial with what it denies and with claims that stood in none; and disputes apart from them,
        over something that their clauses only mention, or that stand in another dispute by what else they say.
    """
    clusters = _Clusters(setting, matters)
    asides: list[tuple[frozenset[str], list[Assertion]]] = []
    for denial, found in find_denied(setting):
        # "No reports of damage" answers all that tell of any: one of each article will do.
        is_general = denial.is_early and denial.is_noun and len(denial.terms) == 1
        statements = [m for m in (_one_each(setting, found) if is_general else found) if m.claim not in apart]
        if denial.claim in apart or not statements:
            continue
        what = frozenset({denial.predicate}) | denial.patient.terms
        in_passing = any(m.noun >= 0 for m in statements)
        if not (is_general or in_passing) and clusters.join(denial, statements, what):
            continue
        members = [Assertion(denial.claim), *(Assertion(m.claim, _phrase(setting, m)) for m in statements)]
        if not is_general:
            whole = [m.claim for m in statements if m.noun < 0]
            known = {a.claim for a in members}
            members += [
                Assertion(i) for i in clusters.list_mates(whole) if i not in known and read_statements(setting, i)
            ]
        like = next((group for about, group in asides if not what.isdisjoint(about)), None)
        if like is None:
            asides.append((what, members))
        else:
            like += [m for m in members if m not in like]
    for matter, statements in find_opposed(setting):
        if apart.isdisjoint({matter.claim, *(m.claim for m in statements)}):
            asides.append((frozenset(), _gather_opposed(clusters, matter, statements)))
    disputes = [sorted(group) for _, group in asides]
    return clusters.list_without(_denying(setting, disputes)), disputes


def _denying(setting: Setting, disputes: Sequence[Sequence[Assertion]]) -> set[int]:
    """Return the claims on the denying side: they agree with nothing that resembles what they exclude."""
    return {a.claim for group in disputes for a in group if a.is_turned or read_denial(setting, a.claim) is not None}


class _Clusters:
    """The clusters of a story's claims while denials join them."""

    def __init__(self, setting: Setting, matters: Sequence[Sequence[int]]) -> None:
        self.setting = setting
        self._matters = matters
        self._first = {i: n for n, group in enumerate(matters) for i in group}
        self._groups = [set(group) for group in matters]
        self._home = dict(self._first)
        self._denied: dict[int, frozenset[str]] = {}  # by cluster

    def join(self, denial: Matter, statements: Sequence[Matter], what: frozenset[str]) -> bool:
        """Make one cluster of a denial and of what asserts it; False if another matter is in dispute there."""
        whole = {denial.claim, *(m.claim for m in statements)}
        homes = sorted({self._home[i] for i in whole if i in self._home})
        if any(what.isdisjoint(self._denied.get(n, what)) for n in homes):
            return False
        for n in homes:
            fitting = {i for i in self._groups[n] if i in whole or not _is_of_another(self.setting, denial, i)}
            whole |= fitting
            self._groups[n] -= fitting
        self._groups.append(whole)
        self._home |= dict.fromkeys(whole, len(self._groups) - 1)
        self._denied[len(self._groups) - 1] = what.union(*(self._denied.get(n, what) for n in homes))
        return True

    def list_mates(self, claims: Sequence[int]) -> list[int]:
        """Return the claims that say the same as some others, before any denial was joined."""
        return sorted({j for i in claims if i in self._first for j in self._matters[self._first[i]]})

    def list_without(self, claims: Set[int]) -> list[list[int]]:
        """Return the clusters without some claims; a cluster that they leave with one article is none any more."""
        kept = [(sorted(group - claims), len(group)) for group in self._groups]
        articles = self.setting.claims
        return [g for g, size in kept if g and (len(g) == size or len({articles[i].article_id for i in g}) > 1)]


def _gather_opposed(clusters: _Clusters, matter: Matter, statements: Sequence[Matter]) -> list[Assertion]:
    """Put what excludes each other into one dispute, each with what says the same in other articles."""
    no = {matter.claim, *_say_same(clusters, matter)}
    yes = {m.claim for m in statements}.union(*(_say_same(clusters, m) for m in statements))
    return [*(Assertion(i, is_turned=True) for i in sorted(no - yes)), *(Assertion(i) for i in sorted(yes - no))]


def _say_same(clusters: _Clusters, matter: Matter) -> list[int]:
    """Return the claims beside a matter's own in its cluster that say it of the same thing."""
    who = matter.agent.terms | matter.patient.terms
    told = [(i, m) for i in clusters.list_mates([matter.claim]) for m in read_statements(clusters.setting, i)]
    return [i for i, m in told if m.predicate == matter.predicate and who & (m.agent.terms | m.patient.terms)]


def _phrase(setting: Setting, matter: Matter) -> tuple[int, int]:
    """Return the place of the noun phrase that bears a matter in passing; (0, 0) for a whole clause."""
    if matter.noun < 0:
        return 0, 0
    passage = setting.passages[setting.claims[matter.claim].passage]
    last = passage.doc[matter.noun]
    first = passage.doc[min(t.i for t in last.children if t.dep_ in ("det", "amod", "compound", "nummod"))]
    return passage.start + first.idx, passage.start + last.idx + len(last.text)


def _one_each(setting: Setting, statements: Sequence[Matter]) -> list[Matter]:
    """Keep of each article the first statement that stands by itself, not in passing."""
    firsts: dict[str, Matter] = {}
    for matter in statements:
        claim = setting.claims[matter.claim]
        if matter.noun < 0 and not _is_aside(setting, matter):
            firsts.setdefault(claim.article_id, matter)
    return list(firsts.values())


def _is_aside(setting: Setting, matter: Matter) -> bool:
    """Tell whether a matter is told in passing: "those who accept the offer"."""
    claim = setting.claims[matter.claim]
    return setting.passages[claim.passage].doc[claim.head].dep_ in ("acl", "advcl", "relcl")


def _is_of_another(setting: Setting, denial: Matter, index: int) -> bool:
    """Tell whether a claim that reads like a denial, or like what it denies, is of somebody else."""
    matter = read_main(setting, index)
    return matter is not None and clash(denial.agent, matter.agent)


def find_denied(setting: Setting) -> list[tuple[Matter, list[Matter]]]:
    """Find for every denial what asserts it; denials that nobody asserts are left out."""
    denials = [d for i in range(len(setting.claims)) if (d := read_denial(setting, i)) is not None]
    wanted = {p for d in denials for p in _asserting(d.predicate)}
    words = {p.rpartition(" ")[2] for p in wanted}
    asserting: dict[str, list[Matter]] = {}
    for i, claim in enumerate(setting.claims):
        terms = setting.terms[claim.passage]
        if not any(terms[j] in words for j in claim.tokens):
            continue
        for matter in read_statements(setting, i, of=wanted):
            asserting.setdefault(matter.predicate, []).append(matter)
    found = []
    for denial in denials:
        near: dict[int, Matter] = {}
        for key in sorted(_asserting(denial.predicate)):
            matters = _list_nearest(asserting.get(key, []), denial.claim)
            near |= {m.claim: m for m in matters if _answers(setting, denial, m)}
        if near:
            found.append((denial, [near[i] for i in sorted(near)]))
    return found


def find_opposed(setting: Setting) -> list[tuple[Matter, list[Matter]]]:
    """Find what excludes each other by its words: "the driver survived", "the driver died of his injuries".

    Returns:
        A matter, and those that assert what it excludes.
    """
    known: dict[str, list[Matter]] = {}
    for i, claim in enumerate(setting.claims):
        terms = setting.terms[claim.passage]
        if any(terms[j] in _exclusive() for j in claim.tokens):
            for matter in read_statements(setting, i, of=_exclusive().keys()):
                some = matter.agent.is_some or matter.patient.is_some or _is_aside(setting, matter)
                if matter.noun < 0 and not some:
                    known.setdefault(matter.predicate, []).append(matter)
    found: dict[int, tuple[Matter, list[Matter]]] = {}
    for predicate in sorted(known):
        for other in sorted(_exclusive()[predicate] & known.keys()):
            for matter in known[predicate]:
                meant = matter._replace(predicate=other, terms=matter.terms - {predicate} | {other}, is_opposite=True)
                near = _list_nearest(known[other], matter.claim)
                free = [m for m in near if m.claim not in found and _share_part(matter, m)]
                opposed = [m for m in free if _answers(setting, meant, m)]
                if opposed:
                    found.setdefault(matter.claim, (matter, []))[1].extend(opposed)
    return list(found.values())


def _list_nearest(matters: Sequence[Matter], claim: int) -> Sequence[Matter]:
    """Return the matters nearest to a claim, on both sides of it: in a crowd not all can be looked at."""
    at = bisect_left(matters, claim, key=lambda m: m.claim)
    return matters[max(at - CROWD, 0) : at + CROWD]


def _share_part(a: Matter, b: Matter) -> bool:
    """Tell whether one thing or person takes part in both: who died in one and who survived in the other."""
    first, second = ({*m.agent.terms, *m.patient.terms, *m.agent.names, *m.patient.names} for m in (a, b))
    return not first.isdisjoint(second)


def _asserting(predicate: str) -> frozenset[str]:
    """Return the predicates that assert one."""
    return stated_by().get(predicate, frozenset()) | {predicate}


# ---- the two together


def _answers(setting: Setting, denial: Matter, statement: Matter) -> bool:
    """Tell whether a statement with the predicate of a denial asserts what that denies."""
    if clash(denial.agent, statement.agent) or clash(denial.patient, statement.patient):
        return False
    sure = _held(statement.terms)
    agents, patients = _held(statement.agent.terms), _held(statement.patient.terms)
    # Who denies an act ("the army") may go by another name in it ("the warplanes").
    agents |= patients if denial.is_noun else frozenset()  # "received no funding", "was not funded"
    told_apart = denial.is_clause and not denial.is_opposite
    if told_apart and denial.agent.terms and agents and denial.agent.terms.isdisjoint(agents):
        return False
    bare = not statement.patient.terms and not statement.patient.names  # "plans to appeal"
    own = patients or sure - statement.agent.terms
    if not bare and not denial.patient.terms <= own:
        return False
    here, there = setting.locate_claim(denial.claim), setting.locate_claim(statement.claim)
    meeting = _meet(denial.agent, statement.agent, there) or _meet(denial.patient, statement.patient, there)
    needed = frozenset() if bare and meeting else denial.patient.terms
    if not needed <= own:
        return False
    denied = {t for t in denial.terms if t not in denial.patient.terms - needed}
    denied -= {"firm"} if denial.agent.is_firm else set()
    if denial.is_opposite and not denied <= sure:
        return False
    if not denied or not is_covered(setting, denied, sure, there, whole=not denial.is_told):
        return False
    if are_apart(here.topic, there.topic) or not _may_dispute(setting, denial, statement):
        return False
    if denial.is_early and denial.is_noun:
        return here.is_background == there.is_background
    told = len(denied & sure) > 1 or meeting or (denial.is_told and denial.is_noun)
    return told and score_times(here, there) == 0


def _may_dispute(setting: Setting, denial: Matter, statement: Matter) -> bool:
    a, b = setting.claims[denial.claim], setting.claims[statement.claim]
    if a.article_id == b.article_id:
        # Who reports a denial tells of another matter in passing.
        aside = setting.passages[b.passage].doc[b.head].dep_ == "relcl"
        if aside or a.sentence == b.sentence or a.speakers[-1:] == b.speakers[-1:]:
            return False
    if (a.modality == "planned") != (b.modality == "planned") or is_narrower(setting, a, b):
        return False
    if statement.noun >= 0 and denial.agent.terms.isdisjoint(_held(statement.agent.terms)):
        return False
    # That something is done with a thing contradicts who denies it as such, not who says that there is none.
    return not statement.is_noun or (denial.is_noun and (denial.is_told or not statement.is_used))


def is_covered(
    setting: Setting, denied: Set[str], sure: Set[str], site: Site, *, whole: bool, needed: float = COVERED
) -> bool:
    """Tell whether a statement has what is denied: in its clause, or by half in its sentence or the names before it.

    Args:
        setting: the story.
        denied: terms of what is denied.
        sure: terms of the statement.
        site: where the statement stands.
        whole: nothing may be missing altogether. A voice that denies a report may name things that the report doesn't.
        needed: the least share, by weight.
    """
    near = site.topic.names | set(site.sentence)
    if whole and not denied <= near | sure:
        return False
    weights = {t: setting.weights.weigh(t) for t in sorted(denied)}
    found = sum(w * (1.0 if t in sure else NEARBY * (t in near)) for t, w in weights.items())
    return found >= needed * sum(weights.values())


@lru_cache(maxsize=1 << 16)
def _held(terms: frozenset[str]) -> frozenset[str]:
    """Return terms with what they state besides."""
    return terms.union(stated for stated, words in stated_by().items() if not words.isdisjoint(terms))


def _meet(a: Part, b: Part, site: Site) -> bool:
    """Tell whether two parts are known to be one: by a name, or as "the company" that was named before."""
    return bool(a.names & b.names) or (b.is_firm and bool(a.names) and not a.is_person and a.names <= site.topic.names)
