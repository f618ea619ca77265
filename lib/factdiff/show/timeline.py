"""Tables of time: what happened when, which figures moved on, and which dates can't be right."""

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.framing import list_names, make_table
from factdiff.show.wording import flatten, format_day, format_moment, format_reason

if TYPE_CHECKING:
    from factdiff.story import Story


def timeline_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List the dates the articles give, in order of time.

    Dates that several articles report come before others of the same day.
    """
    readings = describe_readings(story)
    dates = readings[readings["type"].eq("date") & readings["date_start"].ne("")]
    rows = []
    for _, part in dates.groupby(["fact_id", "group"], sort=False):
        r = part.iloc[0]
        rows.append(
            (
                r["date_start"],
                -part["article_id"].nunique(),
                r["date_end"],
                flatten(r["label"]),
                {
                    "when": r["when"],
                    "as printed": list_names(part["shown"]),
                    "what": flatten(r["label"]),
                    "outlets": list_names(part["outlet"]),
                    "verdict": r["verdict"],
                    "evidence": r["quoted"],
                },
            )
        )
    ordered = [row[-1] for row in sorted(rows, key=lambda row: row[:4])]
    return make_table(ordered, ["when", "as printed", "what", "outlets", "verdict", "evidence"], limit=limit)


def updates_table(story: "Story") -> pd.DataFrame:
    """List the figures that moved on, each value at the time it speaks of, in order of time."""
    readings = describe_readings(story)
    published = story.articles.set_index("article_id")["published"]
    moved = readings[readings["verdict"].eq("update")]
    moved = moved.assign(time=moved["as_of"].where(moved["as_of"].ne(""), moved["article_id"].map(published)))
    rows = []
    for _, fact in moved.groupby("fact_id", sort=False):
        for (time, _, value), part in fact.groupby(["time", "group", "shown"], sort=True):
            r = part.iloc[0]
            rows.append(
                {
                    "figure": flatten(r["label"]),
                    "as of": format_day(time),
                    "value": value,
                    "outlets": list_names(part["outlet"]),
                    "chain": r["chain"],
                    "evidence": r["quoted"],
                }
            )
    return make_table(rows, ["figure", "as of", "value", "outlets", "chain", "evidence"])


class Step(NamedTuple):
    """A value that a moving figure had for a while: when (a moment, or the first and last), as printed, by whom."""

    when: str
    value: str
    outlets: list[str]


class Moved(NamedTuple):
    """A figure that moved on, step by step."""

    figure: str
    steps: list[Step]


def trace_moves(story: "Story", *, limit: int = 0) -> list[Moved]:
    """Return the figures that moved on, each step with all outlets that report its value one after the other.

    Args:
        limit: how many figures; 0 for all.
    """
    readings = describe_readings(story)
    published = story.articles.set_index("article_id")["published"]
    moved = readings[readings["verdict"].eq("update")]
    moved = moved.assign(time=moved["as_of"].where(moved["as_of"].ne(""), moved["article_id"].map(published)))
    found = []
    for _, fact in islice(moved.groupby("fact_id", sort=False), limit or None):
        ordered = fact.sort_values(["time", "group", "article_id"], kind="stable")
        turn = ordered["group"].ne(ordered["group"].shift()).cumsum()
        steps = [
            Step(_say_while(part["time"]), _say_most(part["shown"]), list(dict.fromkeys(part["outlet"])))
            for _, part in ordered.groupby(turn, sort=False)
        ]
        found.append(Moved(flatten(fact["label"].iloc[0]), steps))
    return found


def _say_while(times: pd.Series) -> str:
    """Say when the first and the last of `times` were: "2 July 2013, 07:31 UTC – 3 July 2013"."""
    ends = list(dict.fromkeys(format_moment(time) for time in (times.iloc[0], times.iloc[-1]) if time))
    if len(ends) > 1 and ends[0].partition(", ")[0] == ends[1].partition(", ")[0]:
        ends[1] = ends[1].partition(", ")[2] or ends[1]
        ends[0] = ends[0].removesuffix(" UTC") if ends[1].endswith(" UTC") else ends[0]
    return " – ".join(ends)


def _say_most(values: pd.Series) -> str:
    folded = values.str.lower()
    return values[folded.eq(folded.value_counts(sort=False).idxmax())].iloc[0]


def moved_figures(story: "Story") -> pd.DataFrame:
    """Return the numbers behind `updates_chart`: figure, as of, value (as printed), number, unit, outlet."""
    columns = ["figure", "as of", "value", "number", "unit", "outlet"]
    readings = describe_readings(story)
    moved = readings[readings["verdict"].eq("update") & readings["number"].notna()]
    published = moved["article_id"].map(story.articles.set_index("article_id")["published"])
    moved = moved.assign(**{"as of": moved["as_of"].where(moved["as_of"].ne(""), published)})
    moved = moved[moved["as of"].ne("")].drop(columns="value").rename(columns={"label": "figure", "shown": "value"})
    return moved.sort_values(["figure", "as of", "number"], kind="stable")[columns].reset_index(drop=True)


def impossible_dates_table(story: "Story") -> pd.DataFrame:
    """List the dates that can't all be right: contradicting readings of one date, article by article."""
    readings = describe_readings(story).set_index("reading_id")
    dates = set(story.facts["fact_id"][story.facts["type"].eq("date")])
    pairs = story.relations[story.relations["relation"].eq("contradict") & story.relations["fact_id"].isin(dates)]
    rows = []
    for pair in pairs.itertuples(index=False):
        a, b = readings.loc[pair.reading_a], readings.loc[pair.reading_b]
        one, other = (r["shown"] + (f" = {r['means']}" if r["means"] else "") for r in (a, b))
        rows.append(
            {
                "what": flatten(a["label"]),
                "one reading": one,
                "by": a["outlet"],
                "the other": other,
                "by whom": b["outlet"],
                "why": format_reason(pair.reason),
                "days": frozenset([a["when"], b["when"]]),
            }
        )
    rows.sort(key=lambda row: row["by"] != row["by whom"])
    rows = list({(row["what"], row["by"], row["by whom"], row.pop("days")): row for row in reversed(rows)}.values())
    rows.reverse()
    return make_table(rows, ["what", "one reading", "by", "the other", "by whom", "why"])
