"""Evidence that takes no side in a dispute: what data do not show, what was sought in vain, what is unclear."""

import re
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from factdiff.lists import read_rows
from factdiff.show.evidence import describe_rows, find_sentence_end
from factdiff.show.matching import list_concepts
from factdiff.show.sides import Dispute, Side, gather_side
from factdiff.tables import MAX_EVIDENCE

if TYPE_CHECKING:
    from factdiff.story import Story

NEEDED = 0.6  # of what the evidence is about that the dispute must speak of
LEAST = 3  # words that both speak of, whatever their form

_AGAIN = r"(?:\s+\w{1,20}ly|\s+yet|\s+so far|\s+been(?: able to)?){0,3}"


def list_neutral(story: "Story", dispute: Dispute) -> list[Side]:
    """Return what takes no side in a dispute: its own readings that don't, and evidence that doesn't show it.

    Such evidence answers another question ("do the customs data show a fall?"), so that it is no reading of the fact;
    who asks which side is right needs to see it all the same.
    """
    open_matter = dispute.fact["type"] == "proposition" and dispute.fact["verdict"] in ("contradict", "update")
    rows = _find_unshown(story, dispute) if open_matter else story.claims.head(0)
    return [*dispute.neutral, *([gather_side(rows)] if len(rows) else [])]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = {row["kind"]: "|".join(row["words"].split()) for row in read_rows("unshown.csv")}
    not_yet = r"(?:not|n[’']t|never|yet to|fails? to|failed to)"
    source = rf"(?P<source>\b(?:[\w'’-]{{1,30}}\s+){{0,4}}?(?:{words['evidence']}))\b"
    shows = rf"{source}[^,;:.]{{0,40}}?\b\w{{0,8}}{not_yet}{_AGAIN}\s+(?:{words['show']})\b"
    vain = rf"\bno(?:\s+\w+)?\s+(?:{words['trace']})\b"
    unclear = r"\b(?:unclear|not(?:\s+\w+)?\s+(?:clear|known|certain))\s+(?:whether|if|how|why|wh\w+)\b"
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (shows, vain, unclear))


def shows_nothing(text: str) -> bool:
    """Tell whether a clause says that evidence does not show something, or that something is unclear."""
    return any(pattern.search(text[:MAX_EVIDENCE]) for pattern in _patterns())


def _find_unshown(story: "Story", dispute: Dispute) -> pd.DataFrame:
    """Return the claims that leave open what a dispute is about, as rows like those of its readings."""
    claims = story.claims[story.claims["section"].isin(["body", "related"])]
    claims = claims[[shows_nothing(text) for text in claims["text"]]]
    taken = pd.concat([side.readings for side in [*dispute.sides, *dispute.neutral]])
    claims = claims[[not _overlaps(claim, taken) for claim in claims.itertuples(index=False)]]
    if claims.empty:
        return claims
    asked = set(list_concepts(" ".join([str(dispute.fact["label"]), *taken["evidence"]])))
    near = {c.claim_id for c in claims.itertuples(index=False) if _is_about(_span_text(story, c), asked)}
    facts = story.readings.set_index("claim_id")["fact_id"]
    same = set(facts[facts.index.isin(near)])  # the same evidence in another article's words
    near |= set(facts.index[facts.isin(same)])
    rows = _describe_claims(story, claims[claims["claim_id"].isin(near)], dispute)
    parties = {origin for side in dispute.sides for origin in side.readings["origin_id"]}
    return rows[rows["speakers"].eq("") | ~rows["origin_id"].isin(parties)]  # whose side it is sees no proof anyway


def _overlaps(claim: tuple, rows: pd.DataFrame) -> bool:
    beside = rows["article_id"].eq(claim.article_id) & rows["start"].lt(claim.end) & rows["end"].gt(claim.start)
    return bool(beside.any())


def _span_text(story: "Story", claim: tuple) -> str:
    """Return a claim with the rest of its sentence: "there is no sign" is of what follows."""
    text = story.texts[claim.article_id]
    end = min(claim.end, claim.start + MAX_EVIDENCE)
    return text[claim.start : find_sentence_end(text, end)]


def _is_about(text: str, asked: set[str]) -> bool:
    """Tell whether what is not shown, or unclear, is what a dispute is about."""
    ends = [match.end() for pattern in _patterns() if (match := pattern.search(text))]
    sought = set(list_concepts(text[max(ends, default=0) :]))
    shared = len(sought & asked)
    return shared >= LEAST and shared >= NEEDED * len(sought)


def _describe_claims(story: "Story", claims: pd.DataFrame, dispute: Dispute) -> pd.DataFrame:
    """Return claims with the columns of readings that take no side."""
    chain = ["article_id", "speakers"]
    known = story.readings.drop_duplicates(chain).set_index(chain)["origin_id"]
    articles = story.articles.set_index("article_id")
    rows = []
    for claim in claims.itertuples(index=False):
        article, text = articles.loc[claim.article_id], claim.text[:MAX_EVIDENCE]
        source = _patterns()[0].search(text)
        voice = claim.speakers.split(" > ")[-1] or (source["source"] if source else "")
        rows.append(
            dict.fromkeys(story.readings.columns, "")
            | {name: getattr(claim, name) for name in (*chain, "claim_id", "start", "modality")}
            | {"fact_id": dispute.fact["fact_id"], "evidence": text, "value": text, "stance": "unclear"}
            | {"end": claim.start + len(text), "value_start": claim.start, "value_end": claim.start + len(text)}
            | {"holder": voice or article["outlet"]}
            | {"as_of": article["published"][:10], "group": ""}
            | {"origin_id": known.get((claim.article_id, claim.speakers), article["origin_id"])}
        )
    return describe_rows(story, pd.DataFrame(rows, columns=story.readings.columns))
