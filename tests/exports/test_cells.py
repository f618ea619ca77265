"""Text that a spreadsheet would run, and text that it wouldn't."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff.exports.cells import neutralise, neutralise_table, restore


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://x","y")',
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "＝1",
        "'=1",
        "''@x",
        "- two dead",
    ],
)
def test_what_could_run_begins_with_an_apostrophe(text: str):
    assert neutralise(text) == "'" + text
    assert restore(neutralise(text)) == text


@pytest.mark.parametrize(
    "text", ["", "two", "'tis", "a=b", "'quoted'", "-2.5", "+3", "-1,000", "-3%", "2026-01-06", "–"]
)
def test_other_text_and_plain_numbers_stay(text: str):
    assert neutralise(text) == text
    assert restore(text) == text


@given(st.text(alphabet="'=+-@\t\r\n 1a.%", max_size=8))
def test_nothing_is_lost(text: str):
    assert restore(neutralise(text)) == text


def test_numbers_in_a_table_stay_numbers():
    frame = neutralise_table(pd.DataFrame({"=n": [-2.5, None], "text": ["=1", None]}))
    assert list(frame.columns) == ["'=n", "text"]
    assert frame["'=n"].iloc[0] == -2.5
    assert frame["text"].iloc[0] == "'=1"
