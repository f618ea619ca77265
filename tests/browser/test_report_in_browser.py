"""The report in a real browser: filters, evidence, the way into the article, keyboard, accessibility, injections."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browsers import DESKTOP, PHONE, Visit
from factdiff.report import render_report, write_report
from factdiff.show import explore_matrix
from factdiff.story import analyse
from hostile_stories import build_hostile_story
from sample_stories import build_empty_story, build_lone_story, build_peaceful_story, build_story

Open = Callable[..., Visit]

WIDTHS = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
# What runs, or shows, if the text of an article becomes markup.
PAYLOADS = (
    "<script>window.ran = 'script'</script>",
    "<img src=x onerror=\"window.ran = 'handler'\">",
    "<svg onload=\"window.ran = 'svg'\"><animate onbegin=\"window.ran = 'animate'\"/></svg>",
    "<style>body { display: none }</style>",
    "</style></script></title><script>window.ran = 'closed'</script>",
    "<a href=\"javascript:window.ran = 'link'\">x</a>"
    "<iframe srcdoc=\"<script>parent.ran = 'frame'</script>\"></iframe>",
    '"\' onmouseover="window.ran = \'attribute\'" autofocus onfocus="window.ran = \'focus\'" x="',
)
PROSE = (
    "Witnesses on the quay said that they had heard a loud noise shortly before the fire began.",
    "The harbour has been closed to all ships until the inquiry into the accident is over.",
    "Firemen worked through the night to bring the flames under control, the mayor said.",
    "The company that runs the warehouse said it would help the families of the dead.",
    "It was not clear what had caused the blast, and nobody has been arrested so far.",
    "Shares of the company fell 4% on the day after the blast, the stock exchange said.",
    "The government has promised to look into the safety of the other warehouses in the town.",
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write_report(build_story(), tmp_path / "report.html")


@pytest.fixture(scope="module")
def hostile_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the report of articles with the payloads in their titles, texts, outlets and file names."""
    folder = tmp_path_factory.mktemp("hostile")
    story, payload = folder / "story", " ".join(PAYLOADS)
    story.mkdir()
    names = ["<img src=x onerror=window.ran='file'>", "b' onmouseover='window.ran=1' <svg onload=window.ran=2>"]
    for name, deaths in zip(names, ("three", "five"), strict=True):
        told = "\n\n".join(f"{sentence} {script} {sentence}" for sentence, script in zip(PROSE, PAYLOADS, strict=True))
        body = f"The blast in Lundhaven harbour killed {deaths} people on Tuesday {PAYLOADS[0]}, police said.\n\n{told}"
        (story / f"{name}.txt").write_text(f"{PAYLOADS[1]} in Lundhaven\n\nMarch 4, 2025\n\n{body}\n", encoding="utf-8")
    with (story / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["article_id", "outlet", "title", "published", "url", "note"])
        rows.writerows(
            [name, f"{payload} {n}", payload, "2025-03-04", f"javascript:{payload}", ""] for n, name in enumerate(names)
        )
    made = analyse(story, cache=False)
    assert (made.articles["set_aside"] == "").all()
    assert "<script>" in made.articles["outlet"].iloc[0]
    return write_report(made, folder / "report.html")


def shown_facts(page: Page) -> list[str]:
    return page.locator("table.matrix tbody:visible .fact").all_inner_texts()


def read_lit(page: Page) -> str:
    return "".join(page.locator(".passages .lit").all_text_contents()).replace("Back to the evidence", "")


def open_evidence(page: Page, fact: str) -> None:
    page.locator("table.matrix tbody", has_text=fact).locator("tr.values").click()


# Filters


def test_filters_by_verdict_type_outlet_and_words(report: Path, visit: Open):
    page = visit(report).page
    count = page.locator(".filters output")
    expect(count).to_have_text("5 of 5 facts")
    page.get_by_label("Verdict").select_option("contradict")
    expect(count).to_have_text("3 of 5 facts")
    page.get_by_label("Type").select_option("date")
    assert [fact.split("\n")[-1] for fact in shown_facts(page)] == ["When did the ban take effect?"]
    page.get_by_role("button", name="Show all facts").click()
    expect(count).to_have_text("5 of 5 facts")
    page.get_by_label("Reported by").select_option(label="Gamma Post")
    expect(count).to_have_text("2 of 5 facts")
    page.get_by_role("button", name="Show all facts").click()
    page.get_by_label("Words").fill("two chinese EXPORTERS")
    assert [fact.split("\n")[-1] for fact in shown_facts(page)] == ["Are civilian users affected?"]
    page.get_by_label("Words").fill("nothing has these words")
    expect(count).to_have_text("0 of 5 facts")


def test_every_type_and_verdict_that_occurs_can_be_chosen(report: Path, visit: Open):
    page = visit(report).page
    assert page.get_by_label("Verdict").locator("option").all_inner_texts() == ["all", "contradict", "update", "agree"]
    assert page.get_by_label("Type").locator("option").all_inner_texts() == ["all", "yes or no", "number", "date"]


# Evidence, and the way into the article


def test_a_click_opens_the_evidence_with_its_chain_and_leads_into_the_article(report: Path, visit: Open):
    page = visit(report).page
    open_evidence(page, "Are civilian users affected?")
    panel = page.locator("table.matrix tbody", has_text="Are civilian users affected?").locator(".panel")
    expect(panel.locator("figure")).to_have_count(4)
    beta = panel.locator("figure", has_text="Beta Daily")
    expect(beta.locator("figcaption")).to_contain_text(
        "Beta Daily, citing Reuters, citing Wall Street Journal, citing two Chinese exporters"
    )
    beta.get_by_role("link", name="in the article").click()
    lit = page.locator(".passages .lit")
    assert read_lit(page) == "all buyers are affected"
    expect(lit.first).to_be_visible()
    expect(lit.first).to_be_in_viewport()
    expect(lit.first).to_be_focused()
    assert lit.first.evaluate("node => getComputedStyle(node).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert {piece.evaluate("node => getComputedStyle(node).display") for piece in lit.all()} == {"inline"}
    page.get_by_role("button", name="Back to the evidence").click()
    expect(beta.get_by_role("link", name="in the article")).to_be_focused()
    expect(beta).to_be_in_viewport()
    expect(lit).to_have_count(0)


def test_the_value_is_marked_inside_its_evidence(report: Path, visit: Open):
    page = visit(report).page
    open_evidence(page, "By how much did the shares fall?")
    page.locator("table.matrix a.into:visible").first.click()
    assert read_lit(page) == "fell roughly 2%"
    value = page.locator(".passages .lit-value")
    assert value.all_text_contents() == ["roughly 2%"]
    assert value.evaluate("node => getComputedStyle(node).display") == "inline"


def test_every_way_into_an_article_lights_its_evidence(report: Path, visit: Open):
    page, story = visit(report).page, build_story()
    page.get_by_role("button", name="Open all evidence").click()
    links = page.locator("table.matrix a.into")
    shared = story.readings[story.readings["fact_id"].ne("f5")]
    assert links.count() == len(shared)
    found = set()
    for link in links.all():
        link.click()
        found.add(read_lit(page))
    assert found == set(shared["evidence"])


def test_the_evidence_is_there_without_scripts(report: Path, visit: Open):
    page = visit(report, scripts=False).page
    assert page.locator("table.matrix tbody").count() == 5
    assert page.locator(".filters select").count() == 0
    page.locator("table.matrix summary").first.click()
    link = page.locator("table.matrix a.into").first
    link.click()
    expect(page.locator(link.get_attribute("href"))).to_be_in_viewport()


def test_all_of_it_can_be_done_from_the_keyboard(report: Path, visit: Open):
    page = visit(report).page
    page.get_by_label("Words").focus()
    page.keyboard.type("civilian")
    expect(page.locator(".filters output")).to_have_text("1 of 5 facts")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    page.keyboard.press("Enter")
    expect(page.locator("table.matrix tbody:visible details")).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "into"
    page.keyboard.press("Enter")
    expect(page.locator(".passages .lit").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "into"


def test_silence_is_a_dash_for_the_eye_and_a_word_for_the_ear(report: Path, visit: Open):
    page = visit(report).page
    cells = page.get_by_role("cell", name="silent", exact=True)
    assert cells.count() == page.locator("td.silent").count() > 0
    assert {cell.inner_text().strip() for cell in cells.all()} == {"–"}


def test_groups_differ_in_letter_and_shape(report: Path, visit: Open):
    page = visit(report).page
    looks = "node => [node.textContent, getComputedStyle(node).borderRadius, getComputedStyle(node).clipPath].join()"
    badges = page.locator("table.matrix tbody").first.locator("tr.values .badge")
    assert len({badge.evaluate(looks) for badge in badges.all()}) == 3


# The page as a whole


@WIDTHS
@pytest.mark.parametrize(
    "build",
    [build_story, build_lone_story, build_empty_story, build_peaceful_story, build_hostile_story],
    ids=lambda build: build.__name__,
)
def test_accessible_and_no_wider_than_the_window(build: Callable, size: tuple[int, int], tmp_path: Path, visit: Open):
    seen = visit(write_report(build(), tmp_path / "report.html"), size)
    page = seen.page
    page.evaluate("for (const node of document.querySelectorAll('details')) node.open = true")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert seen.errors == []


@WIDTHS
def test_nothing_is_asked_for_but_the_file(report: Path, size: tuple[int, int], visit: Open):
    seen = visit(report, size)
    open_evidence(seen.page, "Are civilian users affected?")
    seen.page.locator("table.matrix a.into:visible").first.click()
    seen.page.get_by_label("Words").fill("a")
    seen.page.wait_for_load_state("networkidle")
    assert seen.requests == [report.as_uri()]
    assert seen.errors == []


def test_prints_without_controls(report: Path, visit: Open):
    page = visit(report).page
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")
    page.emulate_media(media="print")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator("article.card").first).to_be_visible()
    assert page.locator("table.matrix tbody").first.is_visible()


# Hostile articles


def assert_nothing_ran(seen: Visit, path: Path) -> None:
    page = seen.page
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.styleSheets.length") == 1
    assert page.locator("img, iframe, object, embed, base, link, [onerror], [onload], [onfocus], [style]").count() == 0
    assert page.locator("svg").count() == page.locator("figure.verdicts svg, div.chart svg").count()
    assert page.locator("a[href^=javascript]").count() == 0
    expect(page.locator("body")).to_be_visible()
    assert (seen.requests, seen.errors) == ([path.as_uri()], [])


@WIDTHS
def test_what_an_article_injects_does_not_run(hostile_report: Path, size: tuple[int, int], visit: Open):
    seen = visit(hostile_report, size)
    page = seen.page
    for payload in PAYLOADS:
        assert payload.split(" ", 1)[0] in page.locator("body").text_content()
    page.evaluate("for (const node of document.querySelectorAll('details')) node.open = true")
    page.get_by_label("Reported by").focus()
    page.locator("table.matrix tbody").first.hover()
    page.locator("a.into:visible").first.click()
    assert_nothing_ran(seen, hostile_report)


@pytest.mark.parametrize("payload", PAYLOADS[:3])
def test_the_policy_stops_what_should_ever_get_through(payload: str, tmp_path: Path, visit: Open):
    # The escaping is what keeps markup out; here it is undone, and the policy still lets nothing run.
    path = tmp_path / "report.html"
    path.write_text(render_report(build_story()).replace("</main>", f"{payload}</main>"), encoding="utf-8")
    seen = visit(path)
    assert seen.page.evaluate("window.ran") is None
    assert seen.requests[1:] == [] or all(url.startswith("file:") for url in seen.requests)
    assert any("Content Security Policy" in error for error in seen.errors)


# The same component in a notebook


def write_output(path: Path, html: str) -> Path:
    """Write a page that shows an output as notebooks do: put into the page, its scripts run after that."""
    page = """<!doctype html><html lang="en"><meta charset="utf-8"><title>out</title>
    <main><h1>Out</h1><div id="out"></div></main>
    <template id="html">%s</template><script>
    const out = document.getElementById("out");
    out.append(document.getElementById("html").content.cloneNode(true));
    </script></html>"""
    path.write_text(page % html, encoding="utf-8")
    return path


@WIDTHS
def test_a_notebook_shows_the_same_matrix(tmp_path: Path, size: tuple[int, int], visit: Open):
    bundle = explore_matrix(build_story())._repr_mimebundle_()
    assert bundle["text/plain"] == "5 of 5 facts by 4 articles"
    path = write_output(tmp_path / "out.html", bundle["text/html"])
    seen = visit(path, size)
    page = seen.page
    page.get_by_label("Verdict").select_option("contradict")
    expect(page.locator(".filters output")).to_have_text("3 of 5 facts")
    open_evidence(page, "Are civilian users affected?")
    page.locator("a.into:visible").first.click()
    expect(page.locator(".passages .lit").first).to_be_in_viewport()
    assert (seen.requests, seen.errors) == ([path.as_uri()], [])
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def test_two_matrices_on_one_page_keep_apart(tmp_path: Path, visit: Open):
    both = "".join(explore_matrix(build_story(), limit=n)._repr_mimebundle_()["text/html"] for n in (2, 5))
    page = visit(write_output(tmp_path / "out.html", both)).page
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(node => node.id)")
    assert len(ids) == len(set(ids))
    second = page.locator(".factdiff").nth(1)
    second.get_by_label("Verdict").select_option("update")
    expect(second.locator(".filters output")).to_have_text("1 of 5 facts")
    expect(page.locator(".factdiff").nth(0).locator(".filters output")).to_have_text("2 of 2 facts")


def test_hostile_text_stays_text_in_a_notebook(tmp_path: Path, visit: Open):
    path = write_output(tmp_path / "out.html", explore_matrix(build_hostile_story())._repr_mimebundle_()["text/html"])
    seen = visit(path)
    assert seen.page.evaluate("document.querySelectorAll('.factdiff script, .factdiff img').length") == 0
    assert (seen.requests, seen.errors) == ([path.as_uri()], [])
