"""The story as a workbook: what a person reads first, then the tables of the contract, a sheet each."""

import datetime
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from factdiff.exports.cells import neutralise_table
from factdiff.show.checks import verify_next_table
from factdiff.show.divergence import contradictions_table
from factdiff.show.matrix import divergence_matrix

if TYPE_CHECKING:
    from factdiff.story import Story

MAX_CELL = 32_767  # characters that a cell holds
MAX_ROWS = 1_048_575  # rows that a sheet holds below its head
MAX_COLUMNS = 16_384
WIDTHS = (8, 60)  # the narrowest and the widest column, in characters
EPOCH = datetime.datetime(1980, 1, 1)  # the earliest time that the format knows: the same story, the same bytes
_HEAD, _CELL = Font(bold=True), Alignment(vertical="top", wrap_text=True)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def write_workbook(story: "Story") -> bytes:
    """Return the story as an XLSX file: matrix, contradictions, what to verify next, and the tables.

    No cell is a formula: text that a spreadsheet would run begins with an apostrophe (see `neutralise`).
    """
    book = Workbook(write_only=True)
    book.properties.creator, book.properties.created = "factdiff", EPOCH
    sheets = {
        "matrix": divergence_matrix(story),
        "contradictions": contradictions_table(story),
        "verify next": verify_next_table(story),
        **story.tables,
    }
    for name, frame in sheets.items():
        _add_sheet(book, name, frame)
    made = io.BytesIO()
    book.save(made)
    return _set_times(made.getvalue())


def _add_sheet(book: Workbook, name: str, frame: pd.DataFrame) -> None:
    frame = neutralise_table(frame.iloc[:MAX_ROWS, :MAX_COLUMNS])
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for n, column in enumerate(frame.columns, 1):
        longest = frame[column].astype("str").str.len().head(200).max() if len(frame) else 0
        sheet.column_dimensions[get_column_letter(n)].width = min(max(WIDTHS[0], len(column) + 2, longest), WIDTHS[1])
    sheet.append([_make_cell(sheet, column, head=True) for column in frame.columns])
    for row in frame.itertuples(index=False, name=None):
        sheet.append([_make_cell(sheet, value) for value in row])
    if len(frame.columns):
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(frame.columns))}{len(frame) + 1}"


def _make_cell(sheet: object, value: object, *, head: bool = False) -> Cell | None:
    if value is None or value == "" or (isinstance(value, float) and pd.isna(value)):
        return None
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    cell = WriteOnlyCell(sheet, value=text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…")
    cell.data_type = "s"  # never a formula, whatever it begins with
    cell.alignment = _CELL
    if head:
        cell.font = _HEAD
    return cell


def _set_times(book: bytes) -> bytes:
    """Put one fixed time in the place of the clock's, in the archive and in the properties of the workbook."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + EPOCH.isoformat().encode() + rb"Z\g<2>", content)
            new.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
