"""Finding the fact that a few plain words speak of, whatever words the articles have for it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

from factdiff.lexicon import canonical_name, predicate_class
from factdiff.lists import read_rows, read_words
from factdiff.show.wording import flatten

if TYPE_CHECKING:
    from factdiff.story import Story

# What a contested matter counts more than an agreed one with the same words in it, and one of the type asked for.
CONTESTED_WEIGHT = {"contradict": 1.4, "update": 1.25}
SHARED_WEIGHT = 1.3
TYPE_WEIGHT = 1.5
UNIT_WEIGHT = 1.5  # of a figure in a unit that answers the question: "how long" asks for minutes, not for miles
LONG = 3.5  # logarithm of the words beyond which a text covers much by its mere length
LABEL_WEIGHT = 2  # times that the words of a label count, beside those of the evidence
LABEL_COVER = 0.6  # worth of finding the words in the label, beside finding them anywhere

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "ly", "'s", "’s")
_ASKING = frozenset(
    {"how", "what", "when", "who", "which", "where", "why", "whether"}
    | {"many", "much", "long", "did", "does", "is", "are", "was", "were"}
)


@lru_cache(maxsize=1 << 16)
def _concept(word: str) -> str:
    """Return the class of a word, whatever its ending: "deaths", "died" and "killed" are one."""
    lower = word.lower()
    if lower in ENGLISH_STOP_WORDS or lower in _ASKING or lower in read_words("light_words.txt"):
        return ""
    for lemma in _lemmas(lower):
        if (found := predicate_class(lemma)) != lemma or lemma in _named_classes():
            return found
    if (name := canonical_name(word)) != lower:
        return name
    return min(_lemmas(lower), key=len, default=lower)


@lru_cache(maxsize=1)
def _named_classes() -> frozenset[str]:
    return frozenset(row["class"] for row in read_rows("predicates.csv"))


def _lemmas(word: str) -> Iterator[str]:
    irregular = {row["plural"]: row["singular"] for row in read_rows("irregular_plurals.csv")}
    if word in irregular:
        yield irregular[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            stem = word.removesuffix(ending)
            yield stem
            if ending in ("ed", "ing", "d"):
                yield stem + "e"
                if len(stem) > 3 and stem[-1] == stem[-2]:
                    yield stem[:-1]
            if ending in ("es", "ed") and stem.endswith("i"):
                yield stem[:-1] + "y"


def list_concepts(text: str) -> list[str]:
    """Return what the words of a text mean, sorted: the class of each word that has one, else the word."""
    words = [part for word in _WORD.findall(text) for part in {word, *word.split("-")}]
    groups = [_groups()[word.lower()] for word in words if word.lower() in _groups()]
    return sorted([*groups, *(concept for word in words if (concept := _concept(word)))])


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    """Map the words for groups that exclude each other to their pair: who asks of the army asks of civilians."""
    rows = read_rows("complements.csv")
    return {word: f"={row['name']}" for row in rows for word in f"{row['first']} {row['second']}".split()}


def _spell(text: str) -> str:
    return " ".join(word for word in text.lower().split() if word not in ENGLISH_STOP_WORDS)


def _asked_types(claim: str) -> frozenset[str]:
    """Return the types of fact that a question asks for: "how many" a quantity, "are users affected" a proposition."""
    text = " ".join(claim.lower().split())
    found = next((row["types"] for row in read_rows("question_words.csv") if re.match(row["start"], text)), "")
    return frozenset(found.split())


def _asked_units(claim: str) -> frozenset[str]:
    """Return the units that a question asks for: those of time for "how long"."""
    text = " ".join(claim.lower().split())
    found = next((row["units"] for row in read_rows("question_units.csv") if re.match(row["start"], text)), "")
    return frozenset(unit.replace("_", " ") for unit in found.split())


def describe_matters(story: "Story") -> tuple[pd.Series, pd.Series]:
    """Return the label of each fact, and the words of its evidence, by fact_id."""
    evidence = story.readings.groupby("fact_id", sort=False)["evidence"].agg(" ".join)
    said = story.facts["fact_id"].map(evidence).fillna("").map(flatten)
    return story.facts["label"].map(flatten), said


def score_matters(story: "Story", claim: str) -> pd.Series:
    """Return how much each fact has in common with `claim`, on the index of the facts.

    Words count by what they mean as far as the lists tell ("died", "killed") and by their parts, so that endings
    don't matter; a question's first words tell the type of fact and the unit of a figure; a contested matter goes
    before an agreed one.
    """
    labels, said = describe_matters(story)
    texts = [f"{' '.join([label] * LABEL_WEIGHT)} {words}" for label, words in zip(labels, said, strict=True)]
    parts = TfidfVectorizer(preprocessor=_spell, analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    found = _cover(texts, claim) + LABEL_COVER * _cover(labels.tolist(), claim) + _compare(texts, claim, parts)
    score = pd.Series(found, index=story.facts.index, dtype="float64")
    contested = story.facts["verdict"].map(CONTESTED_WEIGHT).fillna(1.0).astype("float64")
    shared = story.facts["n_articles"].gt(1).map({True: SHARED_WEIGHT, False: 1.0})
    asked = _asked_types(claim)
    fits = story.facts["type"].isin(list(asked)).map({True: TYPE_WEIGHT, False: 1.0}) if asked else 1.0
    units = _asked_units(claim)
    measured = set(story.readings["fact_id"][story.readings["unit"].isin(sorted(units))])
    weighed = story.facts["fact_id"].isin(sorted(measured)).map({True: UNIT_WEIGHT, False: 1.0})
    return score * contested * shared * fits * weighed


def _compare(texts: Sequence[str], claim: str, vectors: TfidfVectorizer) -> np.ndarray:
    """Return the cosine of each text and a claim."""
    try:
        matrix = vectors.fit_transform(texts)
    except ValueError:  # no text holds a word that counts
        return np.zeros(len(texts))
    return (matrix @ vectors.transform([claim]).T).toarray().ravel()


def _cover(texts: Sequence[str], claim: str) -> np.ndarray:
    """Return how much of a claim's meaning each text has, the rare words weighing most; long texts a little less."""
    asked = sorted(set(list_concepts(claim)))
    held = [set(list_concepts(text)) for text in texts]
    if not asked or not held:
        return np.zeros(len(texts))
    weights = {c: np.log((1 + len(held)) / (1 + sum(c in words for words in held))) + 0.1 for c in asked}
    total = sum(weights.values())
    covered = np.array([sum(weights[c] for c in asked if c in words) / total for words in held])
    return covered / np.array([max(1.0, np.log(len(words) + 1) / LONG) for words in held])
