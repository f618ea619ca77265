"""The table of a contested number or date, as precise as it was printed."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.sides import find_fact, rank_disputes

if TYPE_CHECKING:
    from factdiff.story import Story

FURTHEST = 1.25  # an open end is drawn this far beyond the largest number


def _last_place(number: float) -> float:
    """Return the worth of a number's last figure but zeros: 2 -> 1, 60 -> 10, 6.1 -> 0.1, 1100 -> 100."""
    digits = f"{number:.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return 10.0 ** -len(digits.split(".")[1])
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if number else 1.0


def _spread(row: "pd.Series", furthest: float) -> tuple[float, float]:
    number = row["number"]
    if row["bound"] == "about":
        half = _last_place(number) / 2
        return number - half, number + half
    if row["bound"] == "at_least":
        return number, max(furthest, number)
    if row["bound"] == "at_most":
        return min(0.0, number), number
    return number, row["high"] if pd.notna(row["high"]) else number


def pick_interval_fact(story: "Story") -> str:
    """Return the fact_id of the most contested number or date, else of one that moved, or ""."""
    facts = pd.concat([rank_disputes(story), story.facts[story.facts["verdict"].isin(["update", "compatible"])]])
    measured = facts[facts["type"].isin(["quantity", "date"])]
    return measured["fact_id"].iloc[0] if len(measured) else ""


def interval_table(story: "Story", claim: str = "") -> pd.DataFrame:
    """Give each reading of a contested number or date the interval that its printed precision stands for.

    Args:
        claim: the matter in plain words; "" is the contested number or date with most origins.

    Returns:
        fact, outlet, value (as printed), side, at (the number, or the first day), from, to, unit. A number's
        last printed figure tells how far "about" reaches; "at least" is open above, and the table ends it
        beyond the largest number.
    """
    columns = ["fact", "outlet", "value", "side", "at", "from", "to", "unit"]
    fact = find_fact(story, claim) if claim else pick_interval_fact(story)
    rows = describe_readings(story)
    rows = rows[rows["fact_id"].eq(fact)].drop_duplicates(["article_id", "shown", "group"])
    dated = rows["type"].eq("date").all()
    if dated:
        ends = [(r.date_start, r.date_end or r.date_start) for r in rows.itertuples(index=False)]
    else:
        rows = rows[rows["number"].notna()]
        furthest = FURTHEST * max([0.0, *rows["number"], *rows["high"].dropna()])
        ends = [tuple(round(end, 9) for end in _spread(row, furthest)) for _, row in rows.iterrows()]
    frame = rows.drop(columns="value").rename(columns={"label": "fact", "shown": "value", "group": "side"})
    frame = frame.assign(**{"from": [a for a, _ in ends], "to": [b for _, b in ends]})
    frame["at"] = frame["from"] if dated else frame["number"]
    return frame[columns].sort_values(["side", "outlet"], kind="stable").reset_index(drop=True)
