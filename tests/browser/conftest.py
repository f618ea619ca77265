"""The browser, and pages in it that record what they ask for and what goes wrong."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from browsers import ADVICE, DESKTOP, REQUIRED, Visit, find_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a browser; of this module alone, for while it runs no other test can have an event loop."""
    path = find_browser()
    if not path:
        if os.environ.get(REQUIRED) == "required":
            pytest.fail(ADVICE)
        pytest.skip(ADVICE)
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Give a function that opens a file, as wide as a desk or a phone has it."""
    contexts = []

    def open_file(path: Path, size: tuple[int, int] = DESKTOP, *, scripts: bool = True) -> Visit:
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", java_script_enabled=scripts
        )
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.on("console", lambda line: seen.errors.append(line.text) if line.type == "error" else None)
        seen.page.on("dialog", lambda dialog: (seen.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        seen.page.goto(path.as_uri())
        return seen

    yield open_file
    for context in contexts:
        context.close()
