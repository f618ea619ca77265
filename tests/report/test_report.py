"""The report: one safe file, complete, the same twice."""

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factdiff.report import render_report, write_report
from hostile_stories import HOSTILE, build_hostile_story
from sample_stories import (
    build_empty_story,
    build_lone_story,
    build_peaceful_story,
    build_story,
)

STORIES = [build_story, build_lone_story, build_empty_story, build_peaceful_story]
VOID = {"meta", "br", "input", "rect"}


class Page(HTMLParser):
    """The elements of a page, with their attributes, and what was left open."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.mark.parametrize("build", [*STORIES, build_hostile_story], ids=lambda build: build.__name__)
def test_the_page_is_well_formed_and_the_same_twice(build: Callable):
    page = render_report(build())
    assert page == render_report(build())
    parsed = Page(page)
    assert (parsed.faults, parsed.open) == ([], [])
    ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_no_memory_address_gets_into_the_page():
    assert not re.search(r"0x[0-9a-f]{6}| object at |built-in", render_report(build_story()))


@pytest.mark.parametrize("build", [build_story, build_hostile_story], ids=lambda build: build.__name__)
def test_nothing_is_loaded_and_nothing_foreign_runs(build: Callable):
    parsed = Page(render_report(build()))
    tags = [tag for tag, _ in parsed.elements]
    assert tags.count("script") == 1
    assert tags.count("style") == 1
    assert not {"img", "link", "iframe", "object", "embed", "base"} & set(tags)
    for tag, attributes in parsed.elements:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset")], tag
        assert (attributes.get("href") or "#").startswith(("#", "http://", "https://"))


def test_hostile_text_is_shown_as_text():
    page = render_report(build_hostile_story())
    assert HOSTILE not in page
    assert "{{ 7 * 7 }}" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "javascript:" not in page


def test_the_policy_lets_its_own_style_and_script_through_and_no_other():
    page = render_report(build_story())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        seal = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{seal}'" in policy


def test_links_lead_to_the_articles():
    page = render_report(build_story(url="https://example.org/a?b=1&c=2"))
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page


def test_a_contradiction_shows_values_outlets_chain_and_origins():
    page = render_report(build_story())
    card = re.search(r'<article class="card" id="fact-f1">.*?</article>', page, re.DOTALL)[0]
    assert "By how much did the shares fall?" in card
    assert card.count('class="side ') == 2
    assert "<mark>roughly 2%</mark>" in card
    assert "One independent origin" in card


def test_the_main_dispute_spells_the_chain_out_and_puts_the_unclear_apart():
    section = re.search(r'<section id="dispute".*?<section id="matrix"', render_report(build_story()), re.DOTALL)[0]
    text = re.sub(r"<[^>]+>", "", section)
    assert "Beta Daily, citing Reuters, citing Wall Street Journal, citing two Chinese exporters" in text
    assert "Taking no side" in text
    assert text.index("Rests on one independent origin") < text.index("Taking no side")


def test_rows_of_the_matrix_are_ordered_and_silence_is_a_dash():
    page = render_report(build_story())
    assert re.findall(r'<tbody data-verdict="(\w+)"', page) == ["contradict"] * 3 + ["update", "agree"]
    assert '<td class="silent" aria-label="silent">–</td>' in page


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (build_lone_story, "a single article has nothing to be compared with"),
        (build_empty_story, "No fact is reported by two articles"),
        (build_peaceful_story, "Two articles, no contradiction found"),
    ],
)
def test_what_is_not_there_is_said(build: Callable, said: str):
    assert said in render_report(build())


def test_a_set_aside_article_is_named_with_its_reason():
    story = build_story(aside="empty_file")
    assert "Left out: empty file" in render_report(story)


def test_writing_makes_the_folder_and_leaves_no_draft(tmp_path: Path):
    path = write_report(build_story(), tmp_path / "new" / "report.html")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert [p.name for p in path.parent.iterdir()] == ["report.html"]


def test_a_failure_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_report(build_story(), tmp_path / "report.html")
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("factdiff.report.page.os.replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_report(build_peaceful_story(), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
