"""Tables of the articles: what was kept, who published when, who relies on whom, which origins remain."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.framing import list_names, make_table, shared_facts
from factdiff.show.standing import describe_voice, is_report
from factdiff.show.wording import flatten, format_published, format_reason, name_articles, name_origins

if TYPE_CHECKING:
    from factdiff.story import Story

KNOWN_FROM = {
    "manifest": "sources.csv",
    "metadata": "the page's metadata",
    "header": "the article's head",
    "dateline": "the dateline",
    "url": "the address",
    "inferred": "days it names",
    "unknown": "–",
}


def steps_table(story: "Story") -> pd.DataFrame:
    """Count, step by step, what the analysis kept and what it left out, and why."""
    articles, facts, shared = story.articles, story.facts, shared_facts(story)
    aside = articles["set_aside"].ne("")
    voiced = story.claims["speakers"].ne("")
    compared = story.readings["fact_id"].isin(shared["fact_id"])
    left_out = int((~compared).sum())
    return make_table(
        [
            {
                "step": "articles read",
                "kept": int((~aside).sum()),
                "left out": int(aside.sum()),
                "why": list_names(articles["set_aside"][aside].map(format_reason)),
            },
            {
                "step": "claims found",
                "kept": len(story.claims),
                "left out": 0,
                "why": f"{int(voiced.sum())} in another's voice, {int((~voiced).sum())} in the outlet's own",
            },
            {
                "step": "readings compared",
                "kept": int(compared.sum()),
                "left out": left_out,
                "why": "no other article has that fact" if left_out else "",
            },
            {
                "step": "facts compared",
                "kept": len(shared),
                "left out": len(facts) - len(shared),
                "why": "reported by one article only" if len(facts) > len(shared) else "",
            },
        ],
        ["step", "kept", "left out", "why"],
    )


def sources_table(story: "Story") -> pd.DataFrame:
    """List the articles by time of publication, with how it is known, and the origin of each."""
    names, claims = name_articles(story), story.claims["article_id"].value_counts()
    origins = name_origins(story)
    rows = [
        {
            "outlet": names[a.article_id],
            "title": flatten(a.title),
            "published": format_published(a._asdict()),
            "known from": KNOWN_FROM[a.published_from],
            "words": a.n_words,
            "claims": int(claims.get(a.article_id, 0)),
            "origin": origins.get(a.origin_id, a.origin_id),
            "set aside because": format_reason(a.set_aside),
        }
        for a in story.articles.sort_values(["published", "article_id"], kind="stable").itertuples(index=False)
    ]
    columns = ["outlet", "title", "published", "known from", "words", "claims", "origin", "set aside because"]
    return make_table(rows, columns)


def reliance_table(story: "Story") -> pd.DataFrame:
    """List who relies on whom: the outlet, what it copies or cites, and the words that show it."""
    names = name_articles(story)
    used = story.origins[story.origins["role"].ne("original")]
    used = used[[row.role == "copy" or is_report(story, row.of) for row in used.itertuples(index=False)]]
    rows = [
        {
            "outlet": names[o.article_id],
            "relies on": names.get(o.of, flatten(o.of)) or "a source it doesn't name",
            "how": {"copy": "copies it", "relay": "cites it"}[o.role],
            "words in common": f"{100 * o.share:.0f} %" if o.role == "copy" and pd.notna(o.share) else "",
            "evidence": flatten(o.evidence),
        }
        for o in used.itertuples(index=False)
    ]
    rows.sort(key=lambda row: (row["relies on"], row["outlet"]))
    return make_table(rows, ["outlet", "relies on", "how", "words in common", "evidence"])


def public_voices_table(story: "Story", *, limit: int = 0) -> pd.DataFrame:
    """List the voices that several outlets quote: each is one origin, however many print what it says."""
    names, readings = name_articles(story), story.readings
    relays = story.origins[story.origins["role"].eq("relay")]
    rows = []
    for (origin_id, of), part in relays.groupby(["origin_id", "of"], sort=True):
        if not is_report(story, of):
            rows.append(
                {
                    "voice": flatten(of),
                    "kind": describe_voice(story, of),
                    "quoted by": list_names(part["article_id"].map(names)),
                    "readings": int(readings["origin_id"].eq(origin_id).sum()),
                }
            )
    rows.sort(key=lambda row: (-row["readings"], row["voice"]))
    return make_table(rows, ["voice", "kind", "quoted by", "readings"], limit=limit)


def origins_table(story: "Story") -> pd.DataFrame:
    """List the independent origins: which articles rest on each, and how many readings come from it."""
    articles, readings = name_articles(story), describe_readings(story)
    rows = []
    for origin_id, name in name_origins(story).items():
        part, known = readings[readings["origin_id"].eq(origin_id)], story.origins["origin_id"].eq(origin_id)
        through = [*story.origins["article_id"][known].map(articles), *part["outlet"]]
        rows.append(
            {
                "origin": name,
                "reaches us through": "; ".join(dict.fromkeys(through)),
                "readings": len(part),
                "facts": part["fact_id"].nunique(),
            }
        )
    rows.sort(key=lambda row: (-row["readings"], row["origin"]))
    return make_table(rows, ["origin", "reaches us through", "readings", "facts"])
