"""The parameters of a notebook: which it has, and whether what is given fits them.

papermill only warns about a misspelt name and then runs on the defaults, so names are checked before it runs.
"""

import ast
import math
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from nbformat import NotebookNode

from factdiff.suite.errors import SuiteError

TAG = "parameters"


def read_parameters(notebook: NotebookNode, name: str) -> dict[str, object]:
    """Return the parameters of a notebook and their defaults, in order.

    Args:
        notebook: the notebook.
        name: what errors call it.

    Raises:
        SuiteError: not exactly one cell is tagged `parameters`, or it holds more than literals.
    """
    tagged = [cell for cell in notebook.cells if TAG in cell.metadata.get("tags", [])]
    if len(tagged) != 1:
        raise SuiteError(f"{name}: {len(tagged)} cells are tagged '{TAG}'. Tag exactly one.")
    try:
        return dict(_read_assignment(node) for node in ast.parse(tagged[0].source).body)
    except (SyntaxError, ValueError) as error:
        raise SuiteError(f"{name}: its parameters cell may only hold `name: type = literal`.") from error


def _read_assignment(node: ast.stmt) -> tuple[str, object]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        raise ValueError("not an assignment")
    if len(targets) != 1 or not isinstance(targets[0], ast.Name):
        raise ValueError("not a plain name")
    return targets[0].id, ast.literal_eval(node.value)


def check_parameters(known: Mapping[str, object], given: Mapping[str, object], name: str) -> None:
    """Check that every parameter given is known, is a JSON value, and is of its default's type.

    Raises:
        SuiteError: one isn't; the message lists the known names, and the one that was probably meant.
    """
    for parameter, value in given.items():
        if parameter not in known:
            raise SuiteError(f"{name} has no parameter '{parameter}'{_suggest(parameter, known)}.")
        if not is_json(value):
            raise SuiteError(f"{name}: {parameter}={value!r} is no JSON value. Give text, a number, a list or a map.")
        if not _fits(value, known[parameter]):
            wanted, got = type(known[parameter]).__name__, type(value).__name__
            raise SuiteError(f"{name}: {parameter}={value!r} is {got}, and {wanted} is wanted.")


def _suggest(parameter: str, known: Iterable[str]) -> str:
    close = get_close_matches(parameter, list(known), n=1)
    meant = f" (did you mean '{close[0]}'?)" if close else ""
    return f"{meant}. It knows: {', '.join(sorted(known)) or 'none'}"


def is_json(value: object) -> bool:
    """Tell whether a value comes back from JSON as it was: a tuple or a path doesn't, nor does infinity."""
    if isinstance(value, list):
        return all(is_json(item) for item in value)
    if isinstance(value, dict):
        return all(isinstance(key, str) and is_json(item) for key, item in value.items())
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or type(value) in (bool, int, str)


def _fits(value: object, default: object) -> bool:
    if default is None:
        return True
    if isinstance(default, float):
        return type(value) in (int, float)
    return type(value) is type(default)
