"""Tables of the claims: in whose voice an article speaks, and which voices are heard."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.framing import list_names, make_table
from factdiff.show.standing import describe_voice
from factdiff.show.wording import flatten, name_articles, split_chain

if TYPE_CHECKING:
    from factdiff.story import Story

HEDGED = ("possible", "planned", "conditional", "forecast", "unconfirmed")


def claims_table(story: "Story") -> pd.DataFrame:
    """Count each article's claims: in its own voice, in another's, denied, hedged."""
    claims, rows = story.claims, []
    for article_id, name in name_articles(story).items():
        own = claims[claims["article_id"].eq(article_id)]
        voiced = int(own["speakers"].ne("").sum())
        rows.append(
            {
                "outlet": name,
                "claims": len(own),
                "own voice": len(own) - voiced,
                "another's voice": voiced,
                "denied": int(own["modality"].eq("denied").sum()),
                "hedged": int(own["modality"].isin(HEDGED).sum()),
            }
        )
    return make_table(rows, ["outlet", "claims", "own voice", "another's voice", "denied", "hedged"])


def voices_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List the voices heard, each with the chain it comes through, its claims and outlets."""
    claims = story.claims[story.claims["speakers"].ne("")]
    names, rows = name_articles(story), []
    for chain, part in claims.groupby("speakers", sort=True):
        *through, voice = split_chain(chain) or [""]
        rows.append(
            {
                "voice": voice,
                "kind": describe_voice(story, voice) if voice else "",
                "through": " > ".join(through),
                "claims": len(part),
                "outlets": list_names(part["article_id"].map(names)),
                "how": list_names(part["cue"][part["cue"].ne("")]),
            }
        )
    rows.sort(key=lambda row: (-row["claims"], row["voice"], row["through"]))
    return make_table(rows, ["voice", "kind", "through", "claims", "outlets", "how"], limit=limit)


def statements_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List the claims made in another's voice, those that passed through most hands first."""
    names = name_articles(story)
    claims = story.claims[story.claims["speakers"].ne("")]
    rows = [
        {
            "outlet": names[c.article_id],
            "chain": " > ".join(split_chain(c.speakers)),
            "how": c.cue,
            "as": c.modality,
            "claim": flatten(c.text),
        }
        for c in claims.itertuples(index=False)
    ]
    rows.sort(key=lambda row: (-row["chain"].count(" > "), row["as"] not in ("denied", "unconfirmed")))
    return make_table(rows, ["outlet", "chain", "how", "as", "claim"], limit=limit)
