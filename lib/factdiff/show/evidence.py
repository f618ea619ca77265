"""Readings with the words a person needs beside them, and each one's evidence in its sentence."""

import re
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

import pandas as pd

from factdiff.show.wording import (
    OWN_VOICE,
    STANCE_WORDS,
    flatten,
    format_interval,
    lower_article,
    name_articles,
    name_origins,
)

if TYPE_CHECKING:
    from factdiff.story import Story

MAX_CONTEXT = 180  # characters of the sentence on each side of the evidence

_QUOTE_MARKS = "“”‘’\"'"
_SENTENCE_START = re.compile(r"[.!?][”’\"')]*\s+|\n")
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*(?=\s|$)|\n")


class Quote(NamedTuple):
    """Evidence in its sentence: context, evidence up to the value, the value, evidence after it, context."""

    before: str
    lead: str
    value: str
    tail: str
    after: str


def quote_evidence(story: "Story", reading: pd.Series) -> Quote:
    """Cut a reading's sentence so that its evidence, and in it the value, can be marked.

    A reading whose value isn't inside its evidence has the whole evidence in `lead`.
    """
    text = story.texts.get(reading["article_id"], "")
    start, end = int(reading["start"]), int(reading["end"])
    first, last = int(reading["value_start"]), int(reading["value_end"])
    before, after = _find_context(text, start, end)
    if not start <= first < last <= end or (first, last) == (start, end):
        return Quote(before, reading["evidence"], "", "", after)
    return Quote(before, text[start:first], text[first:last], text[last:end], after)


def _find_context(text: str, start: int, end: int) -> tuple[str, str]:
    head = text[max(0, start - MAX_CONTEXT) : start]
    cuts = [match.end() for match in _SENTENCE_START.finditer(head)]
    before = head[cuts[-1] :] if cuts else head
    if not cuts and start > MAX_CONTEXT:
        before = "…" + before.partition(" ")[2]
    if _is_closed(text[start:end]):
        return before, ""
    tail = text[end : end + MAX_CONTEXT]
    if stop := _SENTENCE_END.search(tail):
        return before, tail[: stop.end()].rstrip("\n")
    return before, tail.rpartition(" ")[0] + "…" if end + MAX_CONTEXT < len(text) else tail


def find_sentence_end(text: str, offset: int) -> int:
    """Return where the sentence that goes on at `offset` ends, or MAX_CONTEXT characters on."""
    if _is_closed(text[max(0, offset - 2) : offset]):
        return offset
    stop = _SENTENCE_END.search(text, offset, offset + MAX_CONTEXT)
    return stop.end() if stop else min(len(text), offset + MAX_CONTEXT)


def _is_closed(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?"))


def _show_value(reading: tuple) -> str:
    """Return the value of a reading, a row with the columns of the table and its fact's `type`, as one shows it."""
    if reading.type == "proposition":
        return STANCE_WORDS.get(reading.stance, flatten(reading.value) or "reported")
    if reading.type == "quote":
        return "“" + flatten(reading.quote or reading.value).strip(_QUOTE_MARKS) + "”"
    if reading.type == "attribution":
        return flatten(reading.holder or reading.value) or OWN_VOICE
    return flatten(reading.value) or flatten(reading.evidence)


_described: "WeakKeyDictionary[Story, pd.DataFrame]" = WeakKeyDictionary()


def describe_readings(story: "Story") -> pd.DataFrame:
    """Return the readings, in their order, with columns for people added.

    Added: `type`, `label`, `verdict` of the fact; `outlet` (a name no other article has); `shown` (the value
    as printed, or a proposition's stance in a word); `when` (a date resolved, else ""); `means` (the same,
    unless the value as printed says all of it); `chain` (speakers, or that the outlet asserts it itself);
    `who` (the holder, else the innermost voice, else the outlet); `origin` (its name); `role` (of the article
    in that origin); `quoted` (the evidence on one line).
    """
    # Every table and chart of a story starts here; they get copies that share the data, so that none can change it.
    if story not in _described:
        _described[story] = describe_rows(story, story.readings)
    return _described[story].copy(deep=False)


def describe_rows(story: "Story", readings: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the columns of the readings table with the columns that `describe_readings` adds."""
    facts = story.facts[["fact_id", "type", "label", "verdict"]]
    rows = readings.merge(facts, on="fact_id", how="left", validate="many_to_one")
    roles = story.origins.drop_duplicates(["origin_id", "article_id"])[["origin_id", "article_id", "role"]]
    rows = rows.merge(roles, on=["origin_id", "article_id"], how="left")
    rows["role"] = rows["role"].fillna("")
    rows["outlet"] = rows["article_id"].map(name_articles(story))
    rows["origin"] = rows["origin_id"].map(name_origins(story))
    rows["chain"] = rows["speakers"].map(flatten).replace("", OWN_VOICE)
    innermost = rows["speakers"].map(lambda chain: flatten(chain.split(" > ")[-1]))
    rows["who"] = rows["holder"].map(flatten).where(rows["holder"].ne(""), innermost)
    rows["who"] = rows["who"].where(rows["who"].ne(""), rows["outlet"]).map(lower_article)
    rows["quoted"] = rows["evidence"].map(flatten)
    rows["shown"] = [_show_value(row) for row in rows.itertuples(index=False)]
    when = [format_interval(a, b) if a else "" for a, b in zip(rows["date_start"], rows["date_end"], strict=True)]
    rows["when"] = pd.Series(when, index=rows.index, dtype="str")
    known = [set(day.split()) <= set(re.findall(r"\w+", said)) for day, said in zip(when, rows["shown"], strict=True)]
    rows["means"] = rows["when"].mask(pd.Series(known, index=rows.index, dtype="bool"), "")
    return rows.astype({name: "str" for name in ("outlet", "origin", "who", "shown")})
