"""The exports, read back by what reads them elsewhere: openpyxl, csv, jsonschema and a JSON-LD processor."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import openpyxl
import pytest
from pyld import jsonld

from factdiff.exports import annotate_evidence, draft_reviews, restore, write_exports, write_markdown, write_workbook
from factdiff.exports.markdown import escape
from factdiff.tables import SCHEMAS
from hostile_stories import FORMULA, HOSTILE, build_formula_story, build_hostile_story
from sample_stories import build_empty_story, build_lone_story, build_peaceful_story, build_story

STORIES = [
    build_story,
    build_lone_story,
    build_empty_story,
    build_peaceful_story,
    build_hostile_story,
    build_formula_story,
]
every_story = pytest.mark.parametrize("build", STORIES, ids=lambda build: build.__name__)
OA, SCHEMA = "http://www.w3.org/ns/oa#", "https://schema.org/"

SELECTORS = {
    "type": "array",
    "prefixItems": [
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact", "prefix", "suffix"],
            "additionalProperties": False,
        },
    ],
    "minItems": 2,
    "maxItems": 2,
}
# What the Web Annotation data model asks of a page and of an annotation.
ANNOTATION_PAGE = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "pattern": "^urn:uuid:"},
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "pattern": "^urn:uuid:"},
                    "type": {"const": "Annotation"},
                    "target": {
                        "type": "object",
                        "properties": {"source": {"type": "object", "required": ["id"]}, "selector": SELECTORS},
                        "required": ["source", "selector"],
                    },
                },
                "required": ["id", "type", "body", "target"],
            },
        },
    },
    "required": ["@context", "id", "type", "items"],
}
CLAIM_REVIEWS = {
    "type": "object",
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "@type": {"const": "ClaimReview"},
                    "claimReviewed": {"type": "string", "minLength": 1},
                    "itemReviewed": {"type": "object", "required": ["@type", "author", "appearance"]},
                    "reviewRating": {"type": "object", "properties": {"ratingValue": {"type": "null"}}},
                    "datePublished": {"type": "null"},
                },
                "required": ["@type", "claimReviewed", "itemReviewed", "reviewRating", "author", "url"],
            },
        },
    },
    "required": ["@context", "@graph"],
}
# Of the published contexts, the terms that are used; a JSON-LD processor drops a term that its context hasn't.
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": OA,
        "as": "http://www.w3.org/ns/activitystreams#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dctypes": "http://purl.org/dc/dcmitype/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        "Annotation": "oa:Annotation",
        "AnnotationPage": "as:OrderedCollectionPage",
        "Text": "dctypes:Text",
        "TextualBody": "oa:TextualBody",
        "TextPositionSelector": "oa:TextPositionSelector",
        "TextQuoteSelector": "oa:TextQuoteSelector",
        "describing": "oa:describing",
        "classifying": "oa:classifying",
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "via": {"@type": "@id", "@id": "oa:via"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
        "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
        "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
        "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
        "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix",
        "value": "rdf:value",
        "format": "dc:format",
        "language": "dc:language",
    },
    "https://schema.org": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "isBasedOn": {"@type": "@id"}},
}


def expand(document: dict[str, object]) -> list[dict[str, object]]:
    """Expand JSON-LD with the contexts above: nothing is fetched, and a context that isn't here fails."""

    def load(url: str, _: object) -> dict[str, object]:
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}

    return jsonld.expand(document, {"documentLoader": load, "base": "file:///run/exports/annotations.jsonld"})


@every_story
def test_no_cell_of_the_workbook_is_a_formula_and_its_tables_are_the_story_s(build: Callable):
    story = build()
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(story)))
    assert book.sheetnames == ["matrix", "contradictions", "verify next", *SCHEMAS]
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            assert cell.data_type in ("s", "n"), cell.value
            assert not str(cell.value).startswith(("=", "+", "@", "\t", "\r"))
    rows = list(book["readings"].iter_rows(values_only=True))
    assert list(rows[0]) == list(SCHEMAS["readings"].columns)
    evidence = rows[0].index("evidence")
    assert [restore(row[evidence]) for row in rows[1:]] == story.readings["evidence"].tolist()


def test_negative_numbers_stay_numbers():
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(build_formula_story())))
    head, *rows = book["readings"].iter_rows(values_only=True)
    assert rows[0][head.index("number")] == -2.5
    assert rows[0][head.index("value")] == "-2.5"
    assert rows[1][head.index("value")] == "'" + FORMULA


def test_characters_that_a_workbook_cannot_hold_are_shown_as_missing():
    story = build_story(title="a\x00b\x0bc")
    head, first, *_ = openpyxl.load_workbook(io.BytesIO(write_workbook(story)))["articles"].iter_rows(values_only=True)
    assert first[head.index("title")] == "a\ufffdb\ufffdc"


@every_story
def test_the_same_story_gives_the_same_files(build: Callable, tmp_path: Path):
    first, second = (write_exports(build(), tmp_path / name) for name in ("one", "two"))
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert [str(f) for f in files] == sorted(
        ["annotations.jsonld", "claimreview.jsonld", "story.md", "story.xlsx", *(f"csv/{name}.csv" for name in SCHEMAS)]
    )
    for file in files:
        assert (first / file).read_bytes() == (second / file).read_bytes(), file
    archive = zipfile.ZipFile(first / "story.xlsx")
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_csv_copies_are_neutral_and_the_contract_s_own_stay_exact(tmp_path: Path):
    story = build_formula_story()
    story.save(tmp_path)
    write_exports(story, tmp_path)
    with (tmp_path / "exports" / "csv" / "readings.csv").open(encoding="utf-8-sig", newline="") as file:
        copies = list(csv.DictReader(file))
    with (tmp_path / "tables" / "readings.csv").open(encoding="utf-8", newline="") as file:
        exact = list(csv.DictReader(file))
    assert [{k: restore(v) for k, v in row.items()} for row in copies] == exact
    assert (copies[0]["number"], copies[1]["value"]) == ("-2.5", "'" + FORMULA)
    for row in exact:
        text = story.texts[row["article_id"]]
        assert text[int(row["start"]) : int(row["end"])] == row["evidence"]


@every_story
def test_annotations_fit_the_model_and_their_offsets_resolve_to_the_same_text(build: Callable, tmp_path: Path):
    story = build()
    story.save(tmp_path)
    path = write_exports(story, tmp_path) / "annotations.jsonld"
    page = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(page, ANNOTATION_PAGE)
    assert len(page["items"]) == len(story.readings)
    assert len({item["id"] for item in page["items"]}) == len(story.readings)
    for item, evidence in zip(page["items"], story.readings["evidence"], strict=True):
        target = item["target"]
        text = (path.parent / unquote(target["source"]["id"])).read_bytes().decode("utf-8")
        position, quoted = target["selector"]
        assert text[position["start"] : position["end"]] == quoted["exact"] == evidence
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text


def test_offsets_count_code_points_also_behind_other_planes():
    texts = {"alpha": "🌊🌊 Roughly 2% fell.", "beta": "Roughly 3% fell."}
    readings = [("alpha", "Roughly 2% fell", "Roughly 2%", "A", {}), ("beta", "Roughly 3% fell", "Roughly 3%", "B", {})]
    story = build_story([("How much?", "quantity", "contradict", readings, {"AB": "contradict"})], texts)
    position = annotate_evidence(story)["items"][0]["target"]["selector"][0]
    assert (position["start"], position["end"]) == (3, 18)


def test_a_json_ld_processor_keeps_every_term_of_an_annotation():
    (page,) = expand(annotate_evidence(build_story(url="https://example.org/a")))
    assert "http://www.w3.org/ns/activitystreams#OrderedCollectionPage" in page["@type"]
    annotation = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"][0]
    (target,) = annotation[f"{OA}hasTarget"]
    assert target[f"{OA}hasSource"][0]["@id"] == "file:///run/texts/alpha.txt"
    assert target[f"{OA}hasSource"][0][f"{OA}via"] == [{"@id": "https://example.org/a"}]
    kinds = [selector["@type"] for selector in target[f"{OA}hasSelector"]]
    assert kinds == [[f"{OA}TextPositionSelector"], [f"{OA}TextQuoteSelector"]]
    assert {m["@id"] for m in annotation[f"{OA}motivatedBy"]} == {f"{OA}describing", f"{OA}classifying"}


@every_story
def test_claim_reviews_are_drafts_that_judge_nothing(build: Callable):
    story = build()
    drafts = json.loads(json.dumps(draft_reviews(story)))
    jsonschema.validate(drafts, CLAIM_REVIEWS)
    contested = story.facts[story.facts["verdict"].eq("contradict")]
    assert {draft["about"] for draft in drafts["@graph"]} == {" ".join(label.split()) for label in contested["label"]}
    known = {item["id"] for item in annotate_evidence(story)["items"]}
    for draft, node in zip(drafts["@graph"], expand(drafts), strict=True):
        assert set(draft["itemReviewed"]["isBasedOn"]) <= known
        assert f"{SCHEMA}claimReviewed" in node
        assert f"{SCHEMA}ratingValue" not in node[f"{SCHEMA}reviewRating"][0]


def test_both_sides_of_a_contradiction_have_a_draft():
    first, second, *_ = draft_reviews(build_story())["@graph"]
    assert first["about"] == second["about"] == "Are civilian users affected?"
    assert first["claimReviewed"] == "civilian users will not be affected"
    assert second["itemReviewed"]["author"][0]["name"] == "two Chinese exporters"


@every_story
def test_markdown_has_the_sections_and_no_html_of_the_articles(build: Callable):
    page = write_markdown(build())
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [
        "Where the sources contradict each other",
        "Fact by fact",
        "What to verify next",
        "The articles",
    ]
    assert set(re.findall(r"<[^>]*>", page)) <= {"<br>"}
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in rows)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* _c_ `d`", r"a \*b\* \_c\_ \`d\`"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("a\n\nb", "a b"),
        ("https://x.org www.x.org", r"https\://x.org www\.x.org"),
        ("a|b", r"a\|b"),
        ("@all", "&#64;all"),
    ],
)
def test_text_in_markdown_is_shown_as_it_is(text: str, escaped: str):
    assert escape(text) == escaped


def test_a_link_in_markdown_leads_to_the_article_and_nowhere_else():
    page = write_markdown(build_story(url="https://example.org/a b>(c)"))
    assert "(<https://example.org/a%20b%3E(c)>)" in page
    assert "javascript:" not in write_markdown(build_hostile_story()).replace(HOSTILE, "")


def test_a_failure_leaves_the_old_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = write_exports(build_story(), tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    monkeypatch.setattr("factdiff.exports.folder.write_markdown", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_exports(build_peaceful_story(), tmp_path)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["exports"]
