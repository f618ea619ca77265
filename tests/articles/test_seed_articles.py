"""The five articles that the project ships with, as an editor would read them."""

from pathlib import Path

import pytest

from factdiff.articles import read_story

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def corpus():
    return read_story(SEEDS)


def sections(corpus, number):
    article = next(name for name in corpus.texts if name.startswith(number))
    rows = corpus.sections[corpus.sections.article_id == article]
    return [(r.section, r.item, corpus.texts[article][r.start : r.end]) for r in rows.itertuples()]


def test_all_five_are_used(corpus):
    assert [name[:3] for name in corpus.texts] == ["000", "001", "002", "003", "004"]
    assert set(corpus.articles.set_aside) == {""}
    assert set(corpus.articles.lang) == {"en"}


def test_outlets(corpus):
    assert list(corpus.articles.outlet) == [
        "GeokHub",
        "Quick Digest",
        "Unnamed (002)",
        "Unnamed (003)",
        "Unnamed (004)",
    ]


def test_titles(corpus):
    assert list(corpus.articles.title) == [
        "Japan Condemns China’s Dual-Use Export Ban as Trade Tensions Escalate Over Rare Earths",
        "China-Japan Tensions: Dual-Use Export Ban Hits Military, Rare Earths",
        "",
        "",
        "China curbs rare earth exports to Japanese companies after dual-use ban",
    ]


def test_publication_times(corpus):
    rows = corpus.articles[["published", "published_precision", "published_from"]]
    assert list(rows.itertuples(index=False, name=None)) == [
        ("2026-01-07T11:52Z", "minute", "header"),
        ("2026-01", "month", "inferred"),
        ("2026-01", "month", "inferred"),
        ("2026-01-07", "day", "inferred"),
        ("2026-01-09", "day", "inferred"),
    ]


def test_furniture_of_000(corpus):
    kept = [text for section, _, text in sections(corpus, "000") if section == "body"]
    aside = [text for section, _, text in sections(corpus, "000") if section == "boilerplate"]
    assert len(kept) == 12
    assert kept[0].startswith("Japan on Wednesday sharply criticised")
    assert "TOKYO, Jan 7 — GeokHub" in aside
    assert any(text.startswith("Get daily updates from GeokHub") for text in aside)
    assert aside[-1] == "Discover more cutting-edge technology and developments"


def test_001_prints_its_title_twice(corpus):
    rows = sections(corpus, "001")
    assert [section for section, _, _ in rows] == [
        "headline",
        "boilerplate",
        "boilerplate",
        *["body"] * 8,
        "boilerplate",
    ]
    assert rows[0][2] == "China-Japan Tensions: Dual-Use Export Ban Hits Military, Rare Earths"


def test_002_and_003_have_no_title(corpus):
    assert [s for s, _, _ in sections(corpus, "002")] == ["caption", "caption", *["body"] * 19]
    headings = [text for section, _, text in sections(corpus, "003") if section == "headline"]
    assert headings == ["Potential Impact on Rare Earth Supplies", "Escalating Diplomatic Tensions"]


def test_items_of_004(corpus):
    rows = sections(corpus, "004")
    assert [s for s, item, _ in rows if item == 0] == ["headline", *["body"] * 5]
    related = [(item, text[:20]) for section, item, text in rows if section == "related"]
    assert [item for item, _ in related] == [1, 1, 1, 1, 2, 2, 3, 3, 4]
    assert {"Ti AI ṣe iroyin", "Ojú-ìwé yìí nlo kuki", "Kọ"} <= {
        text for section, _, text in rows if section == "boilerplate"
    }
