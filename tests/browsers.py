"""Finding the browser that the browser tests drive: Debian's Chromium, or a relative of it that is installed."""

import os
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = ("/usr/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
REQUIRED = "FACTDIFF_BROWSER_TESTS"  # set to "required" where a skipped browser test is a failure, as in CI
ADVICE = "no Chromium or Chrome was found; on Debian: apt-get install chromium"
DESKTOP, PHONE = (1280, 900), (390, 844)


@dataclass
class Visit:
    """A page, with the addresses it asked for and the errors it met."""

    page: "Page"
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def find_browser() -> str:
    """Return the path of a browser, or ""."""
    found = [shutil.which(name) for name in NAMES] + [place for place in PLACES if os.access(place, os.X_OK)]
    return next(filter(None, found), "")


def main() -> None:
    """Say, as the last line of `make test`, that the browser tests were skipped, if they were."""
    if not find_browser():
        sys.stdout.write(f"SKIPPED: the browser tests of the report, for {ADVICE}\n")


if __name__ == "__main__":
    main()
