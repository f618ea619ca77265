"""How a notebook shows a table."""

import pandas as pd

from factdiff.show.display import format_table

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_hostile_text_stays_text():
    page = format_table(pd.DataFrame({HOSTILE: [HOSTILE], "other": ["x"]}))
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("&lt;script&gt;") == 2


def test_text_is_whole_and_the_row_numbers_are_gone():
    page = format_table(pd.DataFrame({"evidence": ["word " * 200]}, index=[4711]))
    assert "word " * 200 in page
    assert "4711" not in page


def test_left_out_rows_are_counted():
    frame = pd.DataFrame({"n": [1, 2]})
    frame.attrs["total"] = 5
    assert "2 of 5 rows" in format_table(frame)
    assert "rows" not in format_table(pd.DataFrame({"n": [1, 2]}))


def test_an_empty_table_says_so():
    assert "no rows" in format_table(pd.DataFrame({"n": []}))


def test_a_repeated_first_cell_is_left_blank_but_a_number_is_not():
    page = format_table(pd.DataFrame({"fact": ["same", "same"], "n": [1, 1]}))
    assert page.count("same") == 1
    assert format_table(pd.DataFrame({"n": [7, 7]})).count(">7<") == 2


def test_missing_values_are_blank():
    assert "nan" not in format_table(pd.DataFrame({"x": [None, 1.5]})).lower()
