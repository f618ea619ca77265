"""Word lists as data files; a user extends them by files of the same name in the folder `$FACTDIFF_LISTS`."""

import csv
import os
from functools import cache
from importlib.resources import files
from pathlib import Path

EXTENSION_VARIABLE = "FACTDIFF_LISTS"


def list_extensions() -> list[Path]:
    """Return the user's own lists, the files of `$FACTDIFF_LISTS`; an unset variable gives none."""
    folder = os.environ.get(EXTENSION_VARIABLE)
    return sorted(p for p in Path(folder).iterdir() if p.is_file()) if folder else []


def _lines(name: str) -> list[str]:
    texts = [files(__name__).joinpath(name).read_text(encoding="utf-8")]
    folder = os.environ.get(EXTENSION_VARIABLE)
    if folder and (own := Path(folder) / name).is_file():
        texts.append(own.read_text(encoding="utf-8"))
    return [line for text in texts for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def read_words(name: str) -> frozenset[str]:
    """Read a list of one entry a line (`name`, such as "hedges.txt"); blank lines and `#` comments don't count."""
    return frozenset(line.strip() for line in _lines(name))


@cache
def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """Read a CSV list whose first line names the columns; an extension file repeats that line.

    Raises:
        ValueError: a row has more cells than the header.
    """
    rows: list[dict[str, str]] = []
    header: list[str] = []
    for cells in csv.reader(_lines(name)):
        if not header:
            header = cells
        elif cells == header:
            continue
        elif len(cells) > len(header):
            raise ValueError(f"lists/{name}: more than {len(header)} cells in the row {','.join(cells)!r}")
        else:
            rows.append(dict(zip(header, [c.strip() for c in cells] + [""] * (len(header) - len(cells)), strict=True)))
    return tuple(rows)
