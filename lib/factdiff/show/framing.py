"""What every table of this package is made with, and the facts that can be compared."""

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from factdiff.story import Story


def make_table(rows: list[dict[str, object]], columns: list[str], *, limit: int = 0) -> pd.DataFrame:
    """Make a table of `rows`, at most `limit` of them; `attrs["total"]` has how many there were."""
    frame = pd.DataFrame(rows, columns=columns)
    frame.attrs["total"] = len(frame)
    return frame.head(limit) if limit else frame


def list_names(names: pd.Series) -> str:
    """Join names with "; ", each once, in order of appearance."""
    return "; ".join(dict.fromkeys(names))


def shared_facts(story: "Story") -> pd.DataFrame:
    """Return the facts that can be compared: at least two articles report them, or one contradicts itself."""
    facts = story.facts
    return facts[facts["n_articles"].gt(1) | facts["verdict"].ne("single")].reset_index(drop=True)
