"""Text for the cells of spreadsheets, which take what begins with certain characters for a formula to run."""

import re

import pandas as pd

# What spreadsheets act on, the full-width forms that some of them take for the same, and white space before it.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_GUARDED = re.compile(r"'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_PLAIN_NUMBER = re.compile(r"[+-]\d+(?:[.,]\d+)*%?")


def neutralise(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run; any other text, and a plain number, stays.

    `restore` gives the text back, whatever it was.

    Examples:
        "=1+1" -> "'=1+1"; "@home" -> "'@home"; "'=1" -> "''=1"; "-2.5" -> "-2.5"; "- 2 dead" -> "'- 2 dead".
    """
    if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text


def restore(text: str) -> str:
    """Return the text that `neutralise` made `text` of."""
    return text[1:] if _GUARDED.match(text) else text


def neutralise_table(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with its text neutralised, and its column names; numbers stay numbers."""
    safe = {name: frame[name] if pd.api.types.is_numeric_dtype(frame[name]) else _guard(frame[name]) for name in frame}
    return pd.DataFrame(safe, columns=list(frame.columns)).rename(columns=lambda name: neutralise(str(name)))


def _guard(column: pd.Series) -> pd.Series:
    return column.map(lambda cell: neutralise(cell) if isinstance(cell, str) else cell)
