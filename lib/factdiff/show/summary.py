"""The story in three sentences, and what each notebook found: sentences computed from the tables."""

from typing import TYPE_CHECKING

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from factdiff.show.checks import verify_next_table
from factdiff.show.facts import one_origin_table, singles_table
from factdiff.show.framing import shared_facts
from factdiff.show.sides import Dispute, Side, find_fact, open_dispute, rank_disputes
from factdiff.show.sources import reliance_table
from factdiff.show.timeline import impossible_dates_table
from factdiff.show.unshown import list_neutral
from factdiff.show.voices import HEDGED, voices_table
from factdiff.show.wording import (
    MARKS,
    count_noun,
    flatten,
    format_interval,
    join_words,
    shorten,
    start_sentence,
)

if TYPE_CHECKING:
    from factdiff.story import Story

MAX_VALUE = 90  # characters of a value inside a sentence
MAX_DISPUTES = 5  # spelled out among the findings


def _used(story: "Story") -> pd.DataFrame:
    return story.articles[story.articles["set_aside"].eq("")]


def headline(story: "Story") -> str:
    """Return the story's headline: "Five articles, eight contradictions"."""
    n, contested = len(_used(story)), int(story.facts["verdict"].eq("contradict").sum())
    if n < 2 and not contested:
        return start_sentence(f"{count_noun(n, 'article')}: nothing to compare")
    found = count_noun(contested, "contradiction") if contested else "no contradiction found"
    return start_sentence(f"{count_noun(n, 'article')}, {found}")


def _pick_title(story: "Story") -> str:
    """Return the title that has most words in common with the other titles; the first one of equals."""
    titles = [flatten(t) for t in _used(story)["title"] if t.strip()]
    if len(titles) < 2:
        return "".join(titles)
    vectors = TfidfVectorizer(token_pattern=r"\w+").fit_transform(titles)
    return titles[int((vectors @ vectors.T).sum(axis=1).argmax())]


def format_span(story: "Story") -> str:
    """Say between which days the articles were published: "7–9 January 2026"; "" when unknown."""
    known = _used(story)["published"]
    days = sorted(known[known.str.len().ge(len("2026-01-06"))].str[:10]) or sorted(set(known) - {""})
    if not days:
        return ""
    return format_interval(days[0], days[-1])


def _say_scope(story: "Story") -> str:
    n, shared = len(_used(story)), len(shared_facts(story))
    title, span = _pick_title(story), format_span(story)
    about = f" on “{shorten(title, MAX_VALUE)}”" if title else ""
    when = f", published {span}," if span else ""
    facts = count_noun(len(story.facts), "fact")
    if n < 2:
        found = f"{'gives' if n else 'give'} {facts}, which nothing here can confirm"
    else:
        found = f"have {count_noun(shared, 'fact')} in common that can be compared"
    return start_sentence(f"{count_noun(n, 'article')}{about}{when} {found}.")


def _say_verdicts(story: "Story") -> str:
    counts = shared_facts(story)["verdict"].value_counts()
    if counts.empty:
        return "No fact is reported twice, so nothing agrees and nothing contradicts."
    contested, moved = int(counts.get("contradict", 0)), int(counts.get("update", 0))
    steady = int(counts.get("agree", 0) + counts.get("compatible", 0))
    if len(_used(story)) < 2:
        return f"It contradicts itself on {count_noun(contested, 'fact')}."
    said = [f"contradict each other on {count_noun(contested, 'fact') if contested else 'none'}"]
    said += [f"agree or differ only in precision on {count_noun(steady, 'fact')}"] if steady else []
    said += [f"moved on from one report to the next on {count_noun(moved, 'fact')}"] if moved else []
    return f"They {join_words(said)}."


def _say_side(side: Side) -> str:
    who = join_words(list(dict.fromkeys(side.readings["who"]))[:3])
    origins = count_noun(len(side.origins), "independent origin")
    link = "by" if side.value == side.stance else "according to"
    return f"{shorten(side.value, MAX_VALUE)} {link} {who} ({origins})"


def describe_dispute(dispute: Dispute) -> str:
    """Say who stands where on a contested matter, and on how many independent origins each side rests."""
    sides = [_say_side(side) for side in dispute.sides]
    label = shorten(dispute.fact["label"], 2 * MAX_VALUE)
    stop = "" if label.endswith("?") else ":"
    return f"{label}{stop} {start_sentence('; '.join(sides))}."


def _say_dispute(story: "Story") -> str:
    if fact := find_fact(story):
        return f"The most contested matter: {describe_dispute(open_dispute(story, fact))}"
    lone = len(one_origin_table(story))
    if lone:
        rest = "rests" if lone == 1 else "rest"
        return f"Nothing is contested, but {count_noun(lone, 'shared fact')} {rest} on one origin only."
    alone = count_noun(len(singles_table(story)), "reading")
    return f"Nothing is contested; what one article alone reports ({alone}) is silence elsewhere, no more."


def summarise(story: "Story") -> list[str]:
    """Return the story in three sentences: what was compared, where it parts, what is most contested."""
    return [_say_scope(story), _say_verdicts(story), _say_dispute(story)]


def _find_sources(story: "Story") -> list[str]:
    aside = int(story.articles["set_aside"].ne("").sum())
    reliance, span = reliance_table(story), format_span(story)
    undated = int(_used(story)["published"].eq("").sum())
    named = join_words(list(dict.fromkeys(reliance["relies on"])))
    relying = count_noun(reliance["outlet"].nunique(), "article")
    return [
        f"Compared: {count_noun(len(_used(story)), 'article')}, {aside} set aside.",
        f"Published: {span or 'not known'}; {count_noun(undated, 'article')} without a time of publication.",
        f"Relying on another report: {relying}{f' ({named})' if named else ''}.",
    ]


def _find_claims(story: "Story") -> list[str]:
    claims, voices = story.claims, voices_table(story)
    voiced = int(claims["speakers"].ne("").sum())
    deep = int(claims["speakers"].str.contains(" > ", regex=False).sum())
    denied, hedged = int(claims["modality"].eq("denied").sum()), int(claims["modality"].isin(HEDGED).sum())
    return [
        f"Found: {count_noun(len(claims), 'claim')}, {voiced} in another's voice, {deep} through several.",
        f"Denied: {denied}. Hedged: {hedged}.",
        f"Heard most: {voices['voice'].iloc[0] if len(voices) else 'nobody but the outlets'}.",
    ]


def _find_facts(story: "Story") -> list[str]:
    shared = shared_facts(story)
    counts = shared["verdict"].value_counts()
    parts = [f"{counts[v]} {v} ({MARKS[v]})" for v in MARKS if counts.get(v, 0)]
    alone = count_noun(len(story.facts) - len(shared), "fact")
    return [
        f"Compared: {count_noun(len(shared), 'fact')}" + (f", of which {join_words(parts)}." if parts else "."),
        f"In one article only: {alone}; that is silence, not disagreement.",
        f"In several articles, from one origin: {count_noun(len(one_origin_table(story)), 'fact')}.",
    ]


def _find_divergence(story: "Story") -> list[str]:
    ranked = rank_disputes(story)
    found = [describe_dispute(open_dispute(story, fact)) for fact in ranked["fact_id"].head(MAX_DISPUTES)]
    rest = len(ranked) - len(found)
    more = [f"In the table above: {count_noun(rest, 'more contradiction')}."] if rest else []
    return [_say_verdicts(story), *found, *more]


def _find_timeline(story: "Story") -> list[str]:
    wrong, moved = impossible_dates_table(story), int(story.facts["verdict"].eq("update").sum())
    own = int(wrong["by"].eq(wrong["by whom"]).sum())
    return [
        f"Read from the articles: {count_noun(int(story.readings['date_start'].ne('').sum()), 'date')}.",
        f"Moved on between reports: {count_noun(moved, 'fact')}.",
        f"Not both right: {count_noun(len(wrong), 'pair')} of dates, {own} inside one article.",
    ]


def _find_report(story: "Story") -> list[str]:
    checks = verify_next_table(story)
    first = f" First: {flatten(checks['check'].iloc[0])}" if len(checks) else ""
    return [_say_verdicts(story), f"To verify next: {count_noun(len(checks), 'thing')}.{first}"]


def _find_dispute(story: "Story", claim: str) -> list[str]:
    fact = find_fact(story, claim)
    if not fact:
        return ["Nothing in this story is contradicted, so there is no dispute to open."]
    dispute = open_dispute(story, fact)
    weak = [side.title for side in dispute.sides if len(side.origins) == 1]
    neutral = sum(len(side.readings) for side in list_neutral(story, dispute))
    return [
        describe_dispute(dispute),
        f"Resting on one origin: {join_words(weak) or 'no side'}.",
        f"Taking no side: {count_noun(neutral, 'reading')}.",
    ]


FINDINGS = {
    "summary": summarise,
    "sources": _find_sources,
    "claims": _find_claims,
    "facts": _find_facts,
    "divergence": _find_divergence,
    "timeline": _find_timeline,
    "report": _find_report,
}


def findings_table(story: "Story", about: str, *, claim: str = "") -> pd.DataFrame:
    """Return what a notebook found, one sentence a row.

    Args:
        about: "summary", "sources", "claims", "facts", "divergence", "dispute", "timeline" or "report".
        claim: for "dispute", the matter in plain words; "" is the most contested one.

    Raises:
        ValueError: `about` is none of these, or no fact speaks of `claim`.
    """
    if about == "dispute":
        sentences = _find_dispute(story, claim)
    elif about in FINDINGS:
        sentences = FINDINGS[about](story)
    else:
        raise ValueError(f"No findings about {about!r}. Choose one of: dispute, {', '.join(FINDINGS)}")
    return pd.DataFrame({"found": pd.Series(sentences, dtype="str").map(start_sentence)})
