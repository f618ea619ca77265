"""The evidence as W3C Web Annotations: every reading points at its words in the text of its article."""

import uuid
from typing import TYPE_CHECKING
from urllib.parse import quote

import pandas as pd

from factdiff.show.evidence import describe_readings
from factdiff.show.passages import safe_url
from factdiff.show.wording import flatten

if TYPE_CHECKING:
    from factdiff.story import Story

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTEXT_LENGTH = 32  # characters of the text before and after a quotation
TEXTS = "../texts/"  # where the texts lie, seen from the exports of a run
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "factdiff")


def name_annotation(story: "Story", reading_id: str) -> str:
    """Return the name of a reading's annotation: the same at each run, another one in another story."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{story.name}/{reading_id}')}"


def locate_text(article_id: str) -> str:
    """Return the address of an article's text, relative to the exports."""
    return f"{TEXTS}{quote(article_id, safe='')}.txt"


def annotate_evidence(story: "Story") -> dict[str, object]:
    """Return a page of annotations, one for each reading, in the order of the readings.

    A target has two selectors for the same words: their position, in Unicode code points as the Web Annotation
    model counts them, and the words themselves with a little of what stands before and after.
    """
    urls = dict(zip(story.articles["article_id"], story.articles["url"], strict=True))
    readings = describe_readings(story)
    return {
        "@context": CONTEXT,
        "id": f"urn:uuid:{uuid.uuid5(NAMESPACE, story.name)}",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotate(story, row, safe_url(urls[row["article_id"]])) for _, row in readings.iterrows()],
    }


def _annotate(story: "Story", row: pd.Series, url: str) -> dict[str, object]:
    said = f"{flatten(row['label'])} {row['group']}: {row['shown']}" + (f" = {row['means']}" if row["means"] else "")
    source = {"id": locate_text(row["article_id"]), "type": "Text", "format": "text/plain", "language": "en"}
    return {
        "id": name_annotation(story, row["reading_id"]),
        "type": "Annotation",
        "motivation": ["describing", "classifying"],
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": said},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": f"Says: {row['chain']}"},
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": row["verdict"]},
        ],
        "target": {
            "source": source | ({"via": url} if url else {}),
            "selector": _select(story.texts[row["article_id"]], int(row["start"]), int(row["end"])),
        },
    }


def _select(text: str, start: int, end: int) -> list[dict[str, object]]:
    around = {"prefix": text[max(0, start - CONTEXT_LENGTH) : start], "suffix": text[end : end + CONTEXT_LENGTH]}
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": text[start:end], **around},
    ]
