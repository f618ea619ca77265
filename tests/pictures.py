"""The pictures of the README, taken of the report on the seeds: `make pictures`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from browsers import ADVICE, find_browser
from factdiff.report import write_report
from factdiff.story import analyse

FOLDER = Path(__file__).parents[1] / "lib" / "factdiff" / "report"
WIDTH, HEIGHT = 1120, 760
SCALE = 1.5  # points of the picture for one of the page


def take_top(page: Page) -> None:
    """Show how the page begins: the sentences, the verdicts, the first contradiction."""


def take_evidence(page: Page) -> None:
    """Show the evidence that stands behind a row of the matrix."""
    page.locator("table.matrix tr.values").nth(2).click()
    page.locator("#matrix h2").evaluate("node => node.scrollIntoView()")


def take_article(page: Page) -> None:
    """Show where the evidence leads: its place in the article."""
    page.locator("article.card").nth(2).locator("a.into").first.click()


PICTURES = {"example.png": take_top, "evidence.png": take_evidence, "article.png": take_article}


def main() -> None:
    """Take every picture anew."""
    path = find_browser()
    if not path:
        sys.exit(ADVICE)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = write_report(analyse("seeds"), Path(folder) / "report.html")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, prepare in PICTURES.items():
            size = {"width": WIDTH, "height": HEIGHT}
            page = browser.new_page(viewport=size, device_scale_factor=SCALE, reduced_motion="reduce")
            page.goto(report.as_uri())
            prepare(page)
            page.screenshot(path=FOLDER / name)
        browser.close()


if __name__ == "__main__":
    main()
