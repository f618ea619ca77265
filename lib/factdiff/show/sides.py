"""The sides of a contested fact, and finding the fact that a few plain words speak of."""

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.matching import score_matters
from factdiff.show.wording import STANCE_WORDS, flatten

if TYPE_CHECKING:
    from factdiff.story import Story

MIN_SPACES = 2  # in the words a side of a proposition is named after


class Side(NamedTuple):
    """The readings of one fact that stand together: equal values, or one stance. Names come each once."""

    groups: list[str]  # their letters: several when one stance is taken in words that aren't equal
    stance: str  # "asserted", "denied" or "left open" for a proposition, else ""
    value: str
    when: str  # the day that the value means, unless it says so
    outlets: list[str]
    chains: list[str]
    origins: list[str]
    readings: pd.DataFrame

    @property
    def title(self) -> str:
        """The side in a line: its value, for a proposition after its stance."""
        return f"{self.stance}: {self.value}" if self.stance not in ("", self.value) else self.value


class Dispute(NamedTuple):
    """A fact, the sides that exclude each other, and the readings that take neither ("neutral")."""

    fact: pd.Series
    sides: list[Side]
    neutral: list[Side]

    @property
    def within_one_article(self) -> bool:
        """Whether the only contradiction is that of one article with itself."""
        return len({outlet for side in self.sides for outlet in side.outlets}) == 1


def _distinct(values: pd.Series) -> list[str]:
    return list(dict.fromkeys(values))


def _choose_value(rows: pd.DataFrame) -> str:
    """Return what a side is named after: the value given most often; for a proposition its words."""
    if rows["type"].iloc[0] != "proposition":
        values = rows["shown"].map(str.lower)
        return rows["shown"][values == values.value_counts(sort=False).idxmax()].iloc[0]
    said = [flatten(value).removeprefix("that ") for value in rows["value"] if value.strip()]
    fitting = [value for value in said if value.count(" ") >= MIN_SPACES]
    return f"“{min(fitting, key=len)}”" if fitting else rows["shown"].iloc[0]


def gather_side(rows: pd.DataFrame) -> Side:
    """Return rows of `describe_readings` that stand together as a side."""
    return Side(
        groups=sorted(set(rows["group"])),
        stance=STANCE_WORDS.get(rows["stance"].iloc[0], ""),
        value=_choose_value(rows),
        when=rows["means"].iloc[0],
        outlets=_distinct(rows["outlet"]),
        chains=_distinct(rows["chain"]),
        origins=_distinct(rows["origin"]),
        readings=rows,
    )


def _opposed_groups(story: "Story", rows: pd.DataFrame, fact: pd.Series) -> set[str]:
    """Return the groups that stand in the fact's verdict to another group; all of them when none does."""
    group = rows.set_index("reading_id")["group"]
    pairs = story.relations[story.relations["fact_id"].eq(fact["fact_id"])]
    pairs = pairs[pairs["relation"].eq(fact["verdict"])]
    found = set(group.reindex(pd.concat([pairs["reading_a"], pairs["reading_b"]])).dropna())
    return found or set(group)


def open_dispute(story: "Story", fact_id: str, *, rows: pd.DataFrame | None = None) -> Dispute:
    """Part a fact's readings into the sides that exclude each other and those that take neither.

    Args:
        rows: what `describe_readings` returns for the story, when it is at hand.

    Raises:
        ValueError: the story has no fact with that id.
    """
    known = story.facts[story.facts["fact_id"].eq(fact_id)]
    if known.empty:
        raise ValueError(f"The story has no fact {fact_id!r}; the ids stand in the column fact_id of the table facts")
    fact = known.iloc[0]
    rows = describe_readings(story) if rows is None else rows
    rows = rows[rows["fact_id"].eq(fact_id)]
    taken = rows["stance"].isin(["asserts", "denies"])
    if fact["type"] == "proposition" and (fact["verdict"] != "update" or rows["stance"][taken].nunique() > 1):
        key, opposed = rows["stance"], taken
    elif fact["type"] == "proposition":  # one stance that grows firmer: what is planned here has begun there
        key, opposed = rows["group"], taken & rows["group"].isin(_opposed_groups(story, rows, fact))
    else:
        key, opposed = rows["group"], rows["group"].isin(_opposed_groups(story, rows, fact))
    parts = [[gather_side(part) for _, part in rows[taken].groupby(key[taken])] for taken in (opposed, ~opposed)]
    sides, neutral = (sorted(part, key=lambda side: side.groups) for part in parts)
    return Dispute(fact, sides, neutral)


def rank_disputes(story: "Story") -> pd.DataFrame:
    """Return the contradicted facts, the most contested first.

    Propositions come before figures, and what several origins tell before what one tells in two ways; then counts how
    much stands behind the weaker of the two strongest sides, in origins and in readings: a matter on which one side is
    a slip of the pen is hardly contested. Then all origins and readings.
    """
    facts = story.facts[story.facts["verdict"].eq("contradict")]
    weaker = _weigh_weaker_sides(story.readings[story.readings["fact_id"].isin(facts["fact_id"])])
    first = facts.assign(yes_or_no=facts["type"].eq("proposition"), several=facts["n_origins"].gt(1))
    first = first.join(weaker, on="fact_id")
    by = ["yes_or_no", "several", "weaker_origins", "weaker_readings", "n_origins", "n_readings"]
    return facts.loc[first.sort_values(by, ascending=False, kind="stable").index].reset_index(drop=True)


def _weigh_weaker_sides(readings: pd.DataFrame) -> pd.DataFrame:
    """Return the origins and the readings behind the second strongest side of each fact, by fact_id."""
    taken = readings[readings["stance"].ne("unclear")]
    side = taken["stance"].where(taken["stance"].ne(""), taken["group"])
    sides = taken.groupby(["fact_id", side.rename("side")], sort=True)
    counts = pd.DataFrame({"weaker_origins": sides["origin_id"].nunique(), "weaker_readings": sides.size()})
    ordered = counts.sort_values(["weaker_origins", "weaker_readings"], ascending=False, kind="stable")
    return ordered.groupby("fact_id", sort=True).nth(1).reset_index("side", drop=True)


def find_fact(story: "Story", claim: str = "") -> str:
    """Return the id of the fact that `claim` speaks of in plain words, or of the most contested one.

    Returns:
        A fact_id; "" when `claim` is empty and nothing is contradicted.

    Raises:
        ValueError: no fact has anything in common with `claim`.
    """
    ranked = rank_disputes(story)
    if not claim.strip():
        return ranked["fact_id"].iloc[0] if len(ranked) else ""
    score = score_matters(story, claim) if len(story.facts) else pd.Series(dtype="float64")
    if score.empty or score.max() <= 0:
        known = "; ".join(ranked["label"].head(3)) or "none, for nothing is contradicted"
        raise ValueError(f"No fact speaks of {claim!r}. Use other words, or leave it empty. Contested here: {known}")
    return story.facts["fact_id"].loc[score.idxmax()]
