"""What became of the cells of a notebook that was run."""

from collections.abc import Iterator
from textwrap import shorten

from nbformat import NotebookNode

from factdiff.suite.errors import SuiteError

INJECTED_TAG = "injected-parameters"
LONGEST_COMPLAINT = 300  # characters


def name_cell(notebook: str, number: int, cell: NotebookNode) -> str:
    """Name the code cell `number` (from 1, papermill's own left out) so that a reader finds it."""
    line = next((line for line in cell.source.splitlines() if line.strip()), "")
    return f"{notebook}, code cell {number} ({line.strip()!r})"


def put_briefly(text: str) -> str:
    """Put what a cell complained of in one line."""
    return shorten(text, LONGEST_COMPLAINT, placeholder=" ...")


def is_injected(cell: NotebookNode) -> bool:
    """Tell whether papermill put this cell there."""
    return INJECTED_TAG in cell.metadata.get("tags", [])


def list_code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the code cells that hold code."""
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]


def check_completed(notebook: NotebookNode, name: str) -> None:
    """Check that every cell ran to its end, and that none put an error or a warning on the page.

    papermill takes `sys.exit(0)` for success and leaves the cells after it unrun; this doesn't.

    Raises:
        SuiteError: a cell didn't; the message names the first.
    """
    number = 0
    for cell in list_code_cells(notebook):
        number += not is_injected(cell)
        for fault in _find_faults(cell):
            raise SuiteError(f"{name_cell(name, number, cell)} {fault}")


def _find_faults(cell: NotebookNode) -> Iterator[str]:
    for output in cell.outputs:
        if output.output_type == "error":
            yield f"did not complete: {output.ename}: {put_briefly(output.evalue)}"
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            yield f"wrote to stderr: {put_briefly(output.text)}"
    status = cell.metadata.get("papermill", {}).get("status")
    if status != "completed" or cell.execution_count is None:
        yield f"was not run to its end (it is {status})"
