"""One notebook through papermill: checked before, verified after, saved only when it completed."""

import os
from collections.abc import Mapping
from pathlib import Path

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.reader import NotJSONError
from papermill.exceptions import PapermillExecutionError

from factdiff.story import Progress
from factdiff.suite.errors import SuiteError
from factdiff.suite.kernels import KERNEL, open_transport
from factdiff.suite.normal import add_ids, hide_paths, to_normal_form
from factdiff.suite.outcome import check_completed, is_injected, list_code_cells, name_cell, put_briefly
from factdiff.suite.parameters import check_parameters, read_parameters

CELL_TIMEOUT = 900  # seconds; the first notebook of a long story waits for all of it to be parsed

QUIET = ["--IPKernelApp.log_level=CRITICAL"]  # kernels remark on being interrupted at their end


def run_notebook(
    source: Path,
    target: Path,
    *,
    parameters: Mapping[str, object] | None = None,
    progress: Progress | None = None,
    timeout: int = CELL_TIMEOUT,
) -> Path:
    """Execute the notebook `source` with `parameters` and save it as `target`, in normal form.

    Args:
        source: the notebook; its kernel runs in its folder, as it does under nbval and in JupyterLab.
        target: where the executed notebook goes; it may be `source`.
        parameters: JSON values by name, over the notebook's defaults.
        progress: is told which cell runs.
        timeout: seconds for each cell.

    Returns:
        `target`.

    Raises:
        SuiteError: the notebook can't be read, a parameter doesn't fit, or a cell didn't complete. Nothing is
            written then.
    """
    source, target, given = Path(source), Path(target), dict(parameters or {})
    notebook = load_notebook(source, given)
    executed = _execute(notebook, source, given, _Watch(notebook, source, progress), timeout)
    check_completed(executed, source.name)
    shown = hide_paths(to_normal_form(executed), given, source.resolve().parent.parent)
    return write_notebook(shown, target)


def load_notebook(path: Path, parameters: Mapping[str, object]) -> NotebookNode:
    """Read a notebook that is to run with `parameters`.

    Raises:
        SuiteError: there is none at `path`, it is no notebook, or a parameter doesn't fit it.
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except OSError as error:
        raise SuiteError(f"{path}: can't read the notebook ({error.strerror}). Check the path.") from error
    except (NotJSONError, nbformat.ValidationError, AttributeError) as error:
        raise SuiteError(f"{path}: no Jupyter notebook. Restore it from the repository.") from error
    check_parameters(read_parameters(notebook, path.name), parameters, path.name)
    return add_ids(notebook)


def write_notebook(notebook: NotebookNode, target: Path) -> Path:
    """Write a notebook under a temporary name, then give it its own."""
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.draft")
    try:
        draft.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return target


class _Watch:
    """Keeps which cell runs, for the errors that papermill doesn't place."""

    def __init__(self, notebook: NotebookNode, source: Path, progress: Progress | None) -> None:
        self.place, self._name, self._number = source.name, source.name, 0
        self._total = len(list_code_cells(notebook))
        self._tell = progress

    def start_cell(self, cell: NotebookNode, **_: object) -> None:
        self._number += not is_injected(cell)
        self.place = name_cell(self._name, self._number, cell)
        if self._tell is not None:
            self._tell(self._name, self._number, self._total)


def _execute(
    notebook: NotebookNode, source: Path, parameters: Mapping[str, object], watch: _Watch, timeout: int
) -> NotebookNode:
    try:
        with open_transport() as config:
            # As objects, not as paths: papermill formats paths, and braces in one would end the run.
            return papermill.execute_notebook(
                notebook,
                None,
                parameters,
                kernel_name=KERNEL,
                progress_bar=False,
                cwd=source.resolve().parent,
                config=config,
                execution_timeout=timeout,
                coalesce_streams=True,
                on_cell_execute=watch.start_cell,
                extra_arguments=QUIET,
            )
    except PapermillExecutionError as error:
        raise SuiteError(f"{watch.place} failed: {error.ename}: {put_briefly(error.evalue)}") from error
    except CellTimeoutError as error:
        raise SuiteError(f"{watch.place} took longer than {timeout} s.") from error
    except DeadKernelError as error:
        raise SuiteError(f"{watch.place} ended its kernel: an exit, a crash or too little memory.") from error
