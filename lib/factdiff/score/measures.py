"""The measures: readings found, facts aligned, relations, verdicts and contradictions right."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from factdiff.score.gold import Gold, GoldError, GoldFact, read_gold
from factdiff.score.matching import Found, list_readings, match_reading
from factdiff.tables import read_tables

Place = tuple[str, int]  # a gold fact's id, and the index of one of its readings
Pair = frozenset[str]  # the ids of two readings


class Share(NamedTuple):
    """`hits` out of `total`."""

    hits: int
    total: int

    @property
    def ratio(self) -> float | None:
        """The share from 0 to 1; None out of nothing."""
        return self.hits / self.total if self.total else None

    def __str__(self) -> str:
        return f"{self.hits}/{self.total}"


@dataclass(frozen=True)
class Score:
    """How a run compares with the gold of the same story.

    A gold reading is found when a reading of the same type overlaps its evidence and has its value. A gold
    fact is aligned when one run fact holds its readings from at least two articles (or two, of an article
    against itself) and they are at least half of the gold readings in it. It is right when it has the gold
    verdict too. The gold lists every contradiction: a run fact with that verdict that matches none is false.
    """

    story: str
    readings: dict[str, Share]  # found, by type
    facts: dict[str, Share]  # aligned, by type
    facts_right: Share
    alignment_precision: Share  # of the pairs of found readings that share a run fact, those that share a gold fact
    alignment_recall: Share  # and the other way round
    relations: Share  # of the gold pairs that the run aligned
    confusion: dict[tuple[str, str], int]  # (gold relation, run relation), most frequent first
    verdicts: Share  # of the aligned facts
    contradiction_precision: Share
    contradiction_recall: Share
    missed_facts: tuple[str, ...]  # gold ids, in the gold's order
    missed_contradictions: tuple[str, ...]  # gold ids, sorted
    false_contradictions: tuple[str, ...]  # run ids, sorted


class _Contradictions(NamedTuple):
    precision: Share
    recall: Share
    missed: tuple[str, ...]
    false: tuple[str, ...]


def score_run(out: Path, gold: Path) -> Score:
    """Compare the run in the folder `out` with the gold file `gold`.

    Raises:
        FileNotFoundError: `out` holds no finished run.
        GoldError: the gold file can't be read, or knows none of the run's articles.
    """
    annotation = read_gold(gold)
    tables, texts, _ = read_tables(out)
    if not any(reading.article in texts for fact in annotation.facts for reading in fact.readings):
        raise GoldError(f"{gold}: none of its articles is in {out}. Give the gold file of this run's story.")
    found = _find_readings(annotation, list_readings(tables["readings"], tables["facts"]), texts)
    verdicts = dict(zip(tables["facts"]["fact_id"], tables["facts"]["verdict"], strict=True))
    rows = tables["relations"][["reading_a", "reading_b", "relation"]].itertuples(index=False, name=None)
    return _measure(annotation, found, verdicts, {frozenset((a, b)): relation for a, b, relation in rows})


def _find_readings(
    gold: Gold, readings: Mapping[str, list[Found]], texts: Mapping[str, str]
) -> dict[Place, list[Found]]:
    places = ((fact, i, wanted) for fact in gold.facts for i, wanted in enumerate(fact.readings))
    hits = {(fact.id, i): match_reading(wanted, fact.type, readings, texts) for fact, i, wanted in places}
    return {place: rows for place, rows in hits.items() if rows}


def _measure(
    gold: Gold, found: Mapping[Place, list[Found]], verdicts: Mapping[str, str], relations: Mapping[Pair, str]
) -> Score:
    aligned = _align_facts(gold, found)
    chosen = _choose_readings(found, aligned)
    confusion = _compare_relations(gold, chosen, relations)
    precision, recall = _compare_pairs(chosen)
    contradictions = _compare_contradictions(gold, aligned, verdicts)
    right = sum(verdicts[aligned[fact.id]] == fact.verdict for fact in gold.facts if fact.id in aligned)
    return Score(
        story=gold.story,
        readings=_by_type((f.type, (f.id, i) in found) for f in gold.facts for i in range(len(f.readings))),
        facts=_by_type((fact.type, fact.id in aligned) for fact in gold.facts),
        facts_right=Share(right, len(gold.facts)),
        alignment_precision=precision,
        alignment_recall=recall,
        relations=Share(sum(n for (want, got), n in confusion.items() if want == got), confusion.total()),
        confusion=dict(confusion.most_common()),
        verdicts=Share(right, len(aligned)),
        contradiction_precision=contradictions.precision,
        contradiction_recall=contradictions.recall,
        missed_facts=tuple(fact.id for fact in gold.facts if fact.id not in aligned),
        missed_contradictions=contradictions.missed,
        false_contradictions=contradictions.false,
    )


def _align_facts(gold: Gold, found: Mapping[Place, list[Found]]) -> dict[str, str]:
    """Return gold fact to run fact: the one that holds most of its readings.

    At least half of what the gold knows of that run fact must be this gold fact, so that one fact that holds
    everything aligns nothing.
    """
    votes = {fact.id: _count_votes(fact, found) for fact in gold.facts}
    known = Counter(run for by_run in votes.values() for run, places in by_run.items() for _ in places)
    aligned = {}
    for fact in gold.facts:
        own = {run: places for run, places in votes[fact.id].items() if 2 * len(places) >= known[run]}
        best = max(own, key=lambda run: len(own[run]), default="")
        if best and _is_enough(fact, own[best]):
            aligned[fact.id] = best
    return aligned


def _count_votes(fact: GoldFact, found: Mapping[Place, list[Found]]) -> dict[str, set[int]]:
    """Return run fact to the indices of the gold readings that it holds."""
    votes = defaultdict(set)
    for i in range(len(fact.readings)):
        for row in found.get((fact.id, i), []):
            votes[row.fact_id].add(i)
    return votes


def _is_enough(fact: GoldFact, places: set[int]) -> bool:
    articles = {fact.readings[i].article for i in places}
    return len(articles) >= 2 or (fact.is_of_one_article and len(places) >= 2)


def _choose_readings(found: Mapping[Place, list[Found]], aligned: Mapping[str, str]) -> dict[Place, Found]:
    """Return one reading for every gold reading found, from the aligned fact where it has one."""
    return {
        place: next((row for row in rows if row.fact_id == aligned.get(place[0])), rows[0])
        for place, rows in found.items()
    }


def _are_together(a: Found, b: Found) -> bool:
    return a.fact_id == b.fact_id and a.reading_id != b.reading_id


def _compare_pairs(chosen: Mapping[Place, Found]) -> tuple[Share, Share]:
    """Return precision and recall over the pairs of readings: together in the run, together in the gold."""
    pairs = Counter((a[0] == b[0], _are_together(chosen[a], chosen[b])) for a, b in combinations(sorted(chosen), 2))
    hits = pairs[True, True]
    return Share(hits, hits + pairs[False, True]), Share(hits, hits + pairs[True, False])


def _compare_relations(
    gold: Gold, chosen: Mapping[Place, Found], relations: Mapping[Pair, str]
) -> Counter[tuple[str, str]]:
    confusion = Counter()
    for fact in gold.facts:
        for i, j in combinations(range(len(fact.readings)), 2):
            a, b = chosen.get((fact.id, i)), chosen.get((fact.id, j))
            if a and b and _are_together(a, b):
                got = relations.get(frozenset((a.reading_id, b.reading_id)), "missing")
                confusion[fact.relation(i, j), got] += 1
    return confusion


def _compare_contradictions(gold: Gold, aligned: Mapping[str, str], verdicts: Mapping[str, str]) -> _Contradictions:
    wanted = {fact.id for fact in gold.facts if fact.verdict == "contradict"}
    claimed = {fact for fact, verdict in verdicts.items() if verdict == "contradict"}
    hits = {fact for fact in wanted if aligned.get(fact) in claimed}
    true = {aligned[fact] for fact in hits}
    return _Contradictions(
        precision=Share(len(true), len(claimed)),
        recall=Share(len(hits), len(wanted)),
        missed=tuple(sorted(wanted - hits)),
        false=tuple(sorted(claimed - true)),
    )


def _by_type(checks: Iterable[tuple[str, bool]]) -> dict[str, Share]:
    outcomes = defaultdict(list)
    for kind, hit in checks:
        outcomes[kind].append(hit)
    return {kind: Share(sum(outcomes[kind]), len(outcomes[kind])) for kind in sorted(outcomes)}
