"""The normal form of an executed notebook: the same run gives the same bytes, on any machine."""

from collections.abc import Mapping
from pathlib import Path

from nbformat import NotebookNode
from papermill.translators import translate_parameters

from factdiff.suite.kernels import KERNEL
from factdiff.suite.outcome import INJECTED_TAG, is_injected

KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": KERNEL}
LANGUAGE = {"name": "python", "file_extension": ".py", "pygments_lexer": "ipython3"}
FIRST_MINOR_WITH_IDS = 5


def add_ids(notebook: NotebookNode) -> NotebookNode:
    """Give the cells of an old notebook ids by their place; papermill would draw them at random."""
    if notebook.nbformat_minor < FIRST_MINOR_WITH_IDS:
        notebook.nbformat_minor = FIRST_MINOR_WITH_IDS
        for i, cell in enumerate(notebook.cells, start=1):
            cell.id = f"cell-{i}"
    return notebook


def to_normal_form(notebook: NotebookNode) -> NotebookNode:
    """Take out of an executed notebook what changes from run to run: times, versions, random ids."""
    notebook.metadata = NotebookNode(kernelspec=NotebookNode(KERNELSPEC), language_info=NotebookNode(LANGUAGE))
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        cell.metadata = NotebookNode(tags=tags) if tags else NotebookNode()
        if is_injected(cell):
            cell.id = INJECTED_TAG
    return notebook


def hide_paths(notebook: NotebookNode, parameters: Mapping[str, object], root: Path) -> NotebookNode:
    """Write the injected parameters so that no absolute path is left: from `root`, or the last part alone."""
    shown = {name: _shorten(value, root) for name, value in parameters.items()}
    for cell in notebook.cells:
        if is_injected(cell):
            cell.source = translate_parameters(KERNEL, "python", shown, "Parameters")
    return notebook


def _shorten(value: object, root: Path) -> object:
    if not isinstance(value, str) or not Path(value).is_absolute():
        return value
    path = Path(value)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
