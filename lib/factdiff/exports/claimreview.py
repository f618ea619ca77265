"""Drafts of schema.org ClaimReviews for what is contested. The review itself, and its rating, is a person's."""

from typing import TYPE_CHECKING

import pandas as pd

from factdiff.exports.annotations import locate_text, name_annotation
from factdiff.show.evidence import describe_readings
from factdiff.show.passages import safe_url
from factdiff.show.sides import Dispute, Side, open_dispute, rank_disputes
from factdiff.show.wording import flatten

if TYPE_CHECKING:
    from factdiff.story import Story

CONTEXT = "https://schema.org"
# What a person fills in: JSON-LD takes null for "not there".
RATING = {"@type": "Rating", "ratingValue": None, "bestRating": None, "worstRating": None, "alternateName": None}
REVIEWER = {"@type": "Organization", "name": None, "url": None}


def draft_reviews(story: "Story") -> dict[str, object]:
    """Return a draft for each side of each contradicted fact, the most contested fact first.

    Everything that judges is null: rating, reviewer, date, address and text of the review.
    """
    readings, articles = describe_readings(story), story.articles.set_index("article_id", drop=False)
    drafts = []
    for fact in rank_disputes(story)["fact_id"]:
        dispute = open_dispute(story, fact, rows=readings)
        drafts += [_draft(story, dispute, side, articles) for side in dispute.sides]
    return {"@context": CONTEXT, "@graph": drafts}


def _draft(story: "Story", dispute: Dispute, side: Side, articles: pd.DataFrame) -> dict[str, object]:
    first = side.readings.iloc[0]
    label = flatten(dispute.fact["label"])
    others = [other.title for other in dispute.sides if other.groups != side.groups]
    return {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": first["quoted"],
        "about": label,
        "abstract": f"{label} {side.title}, against {' and '.join(others) or 'itself'}",
        "itemReviewed": {
            "@type": "Claim",
            "text": first["quoted"],
            "author": [{"@type": "Thing", "name": name} for name in dict.fromkeys(side.readings["who"])],
            "appearance": [_cite(articles.loc[a]) for a in dict.fromkeys(side.readings["article_id"])],
            "isBasedOn": [name_annotation(story, reading) for reading in side.readings["reading_id"]],
        },
        "reviewRating": dict(RATING),
        "author": dict(REVIEWER),
        "datePublished": None,
        "url": None,
        "reviewBody": None,
    }


def _cite(article: pd.Series) -> dict[str, object]:
    known = {
        "headline": flatten(article["title"]),
        "datePublished": article["published"],
        "url": safe_url(article["url"]),
    }
    publisher = (
        {"publisher": {"@type": "Organization", "name": flatten(article["outlet"])}} if article["outlet"] else {}
    )
    found = {key: value for key, value in known.items() if value}
    return {"@type": "NewsArticle", "@id": locate_text(article["article_id"]), **found, **publisher}
