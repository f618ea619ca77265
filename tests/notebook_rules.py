"""The rules of the notebooks (README, "The notebooks"), each a function from a notebook to what breaks it.

A rule yields one line for each fault, so that one look at a failing test tells what to mend.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

Rule = Callable[[NotebookNode], Iterable[str]]

MAX_LINES = 15
MAX_BYTES = 200_000
MAX_CODE_CELLS_IN_A_ROW = 2
FIRST_MINOR_WITH_IDS = 5
STATEMENTS = frozenset({"report"})  # notebooks whose title may be a statement

PARAMETER = re.compile(r"^[a-z_]+: [a-z\[\], |]+ = .+  # \S.*$")
PURPOSE = re.compile(r"\bin(puts?)?\b.*\bout(puts?)?\b", re.IGNORECASE | re.DOTALL)
ABSOLUTE = re.compile(r"(?<![\w/.:])/(?:home|Users|root|tmp|var|work|opt|mnt|private|usr|etc|srv)/|[A-Z]:\\")
BLINDFOLD = re.compile(r"NBVAL_(?!CHECK_OUTPUT)|PYTEST_VALIDATE_IGNORE_OUTPUT|nbval-(?!check)|raises-exception")
CHART = re.compile(r"\balt\.\w*Chart\(|\b(?:plot|draw)_\w+\(|\b\w+_(?:chart|heatmap)\(")
PICTURES = frozenset({"image/png", "image/jpeg"})


def list_code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def list_prose(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def has_tag(cell: NotebookNode, tag: str) -> bool:
    return tag in cell.metadata.get("tags", [])


def list_mimes(cell: NotebookNode) -> Iterator[str]:
    for output in cell.outputs:
        yield from output.get("data", {})


def shows_table(cell: NotebookNode) -> bool:
    return any("<table" in output.get("data", {}).get("text/html", "") for output in cell.outputs)


def shows_chart(cell: NotebookNode) -> bool:
    return bool(CHART.search(cell.source)) or any("vega" in mime for mime in list_mimes(cell))


def parse(cell: NotebookNode) -> ast.Module:
    return ast.parse(cell.source)


def check_valid(notebook: NotebookNode) -> Iterator[str]:
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        yield f"no valid notebook: {str(error).splitlines()[0]}"
    if notebook.nbformat_minor < FIRST_MINOR_WITH_IDS:
        yield "its cells have no ids (nbformat 4.5)"


def list_titles(notebook: NotebookNode) -> list[str]:
    lines = [line for cell in list_prose(notebook) for line in cell.source.splitlines()]
    return [line for line in lines if line.startswith("# ")]


def check_title(notebook: NotebookNode) -> Iterator[str]:
    first = notebook.cells[0]
    if first.cell_type != "markdown" or not first.source.startswith("# "):
        yield "the first cell isn't its title"
    if len(list_titles(notebook)) != 1:
        yield f"{len(list_titles(notebook))} titles (lines that start with '# ')"


def check_question(notebook: NotebookNode) -> Iterator[str]:
    yield from (f"no question: {line}" for line in list_titles(notebook) if not line.endswith("?"))


def check_purpose(notebook: NotebookNode) -> Iterator[str]:
    before = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            break
        before.append(cell.source)
    if not PURPOSE.search("\n".join(before)):
        yield "no line on inputs and outputs before the first code"


def check_parameters(notebook: NotebookNode) -> Iterator[str]:
    tagged = [cell for cell in list_code(notebook) if has_tag(cell, "parameters")]
    if len(tagged) != 1:
        yield f"{len(tagged)} cells are tagged 'parameters'"
    if any(has_tag(cell, "injected-parameters") for cell in list_code(notebook)):
        yield "it holds the parameters of a papermill run"
    for line in [line for cell in tagged for line in cell.source.splitlines()]:
        if not PARAMETER.match(line):
            yield f"no `name: type = value  # help`: {line}"
    for node in [node for cell in tagged for node in parse(cell).body]:
        if not isinstance(node, ast.AnnAssign) or not _is_literal(node.value):
            yield f"no literal: {ast.unparse(node)}"


def _is_literal(node: ast.expr | None) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError):
        return False
    return True


def check_size(notebook: NotebookNode) -> Iterator[str]:
    for cell in list_code(notebook):
        if len(cell.source.splitlines()) > MAX_LINES:
            yield f"a cell of more than {MAX_LINES} lines: {cell.source.splitlines()[0]}"
        if not cell.source.strip():
            yield "an empty code cell"


def check_definitions(notebook: NotebookNode) -> Iterator[str]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for cell in list_code(notebook):
        for node in ast.walk(parse(cell)):
            if isinstance(node, kinds):
                yield f"defines {node.name}: that belongs into the library"


def check_prose(notebook: NotebookNode) -> Iterator[str]:
    in_a_row = 0
    for cell in notebook.cells:
        in_a_row = in_a_row + 1 if cell.cell_type == "code" else 0
        if in_a_row > MAX_CODE_CELLS_IN_A_ROW:
            yield f"{in_a_row} code cells without prose, up to: {cell.source.splitlines()[0]}"


def check_outputs(notebook: NotebookNode) -> Iterator[str]:
    """nbval passes a notebook whose outputs were stripped, and cells that were never run."""
    counts = [cell.execution_count for cell in list_code(notebook)]
    if counts != list(range(1, len(counts) + 1)):
        yield f"its counts aren't 1 to {len(counts)}: {counts}"
    if not any(cell.outputs for cell in list_code(notebook)):
        yield "it has no outputs"
    for cell in list_code(notebook):
        if not cell.outputs and _shows_something(cell):
            yield f"no output, though its last line shows something: {cell.source.splitlines()[-1]}"


def _shows_something(cell: NotebookNode) -> bool:
    body = parse(cell).body
    return bool(body) and isinstance(body[-1], ast.Expr) and not cell.source.rstrip().endswith(";")


def check_faults(notebook: NotebookNode) -> Iterator[str]:
    for cell in list_code(notebook):
        for output in cell.outputs:
            if output.output_type == "error":
                yield f"an error in its outputs: {output.ename}: {output.evalue}"
            if output.output_type == "stream" and output.name == "stderr":
                yield f"stderr in its outputs: {output.text.strip()}"


def check_blindfolds(notebook: NotebookNode) -> Iterator[str]:
    """What nbval doesn't compare proves nothing: pictures, and cells that are marked."""
    for cell in list_code(notebook):
        marked = BLINDFOLD.search(cell.source + " ".join(cell.metadata.get("tags", [])))
        if marked:
            yield f"marked so that nbval doesn't compare it: {cell.source.splitlines()[0]}"
        for output in cell.outputs:
            if PICTURES & set(output.get("data", {})):
                yield f"a picture, which nbval doesn't compare: {cell.source.splitlines()[-1]}"


def check_kernel(notebook: NotebookNode) -> Iterator[str]:
    name = notebook.metadata.get("kernelspec", {}).get("name")
    if name != "python3":
        yield f"its kernel is {name}, not python3"
    if "papermill" in notebook.metadata or any("execution" in cell.metadata for cell in notebook.cells):
        yield "it holds the times of a run: save it with `make notebooks`"


def check_paths(notebook: NotebookNode) -> Iterator[str]:
    for text in _list_texts(notebook):
        for found in ABSOLUTE.finditer(text):
            yield f"an absolute path: {text[found.start() : found.start() + 60]}"


def _list_texts(notebook: NotebookNode) -> Iterator[str]:
    for cell in notebook.cells:
        yield cell.source
        for output in cell.get("outputs", []):
            yield output.get("text", "")
            yield from (str(value) for value in output.get("data", {}).values())


def check_names(notebook: NotebookNode, public: Iterable[str]) -> Iterator[str]:
    """From the library a notebook uses the public names only."""
    nodes = [node for cell in list_code(notebook) for node in ast.walk(parse(cell))]
    for name in _list_library_names(nodes):
        if name not in public:
            yield f"uses {name} of factdiff, which is not public"


def _list_library_names(nodes: list[ast.AST]) -> Iterator[str]:
    aliases = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            own = [alias for alias in node.names if alias.name.split(".")[0] == "factdiff"]
            aliases |= {alias.asname or "factdiff" for alias in own}
            yield from (alias.name.removeprefix("factdiff.") for alias in own if "." in alias.name)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "factdiff":
            within = node.module.removeprefix("factdiff")
            yield from (f"{within}.{alias.name}".removeprefix(".") for alias in node.names)
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield node.attr


def check_charts(notebook: NotebookNode) -> Iterator[str]:
    """Every chart follows the table of its numbers."""
    tables = 0
    for cell in list_code(notebook):
        tables += shows_table(cell)
        if shows_chart(cell):
            if not tables:
                yield f"a chart without the table of its numbers before it: {cell.source.splitlines()[-1]}"
            tables = 0


def check_end(notebook: NotebookNode) -> Iterator[str]:
    """It closes with what was found, computed."""
    last = notebook.cells[-1]
    if last.cell_type != "code" or not last.outputs:
        yield "it doesn't close with a finding: its last cell must be code with an output"


RULES: dict[str, Rule] = {
    "valid": check_valid,
    "title": check_title,
    "purpose": check_purpose,
    "parameters": check_parameters,
    "size": check_size,
    "definitions": check_definitions,
    "prose": check_prose,
    "outputs": check_outputs,
    "faults": check_faults,
    "blindfolds": check_blindfolds,
    "kernel": check_kernel,
    "paths": check_paths,
    "charts": check_charts,
    "end": check_end,
}


def list_faults(path: Path, public: Iterable[str]) -> Iterator[str]:
    """Yield what breaks the rules in the notebook at `path`, each with the name of its rule.

    Args:
        path: the notebook.
        public: the names that a notebook may use from the library.
    """
    notebook = nbformat.read(path, as_version=4)
    for name, rule in RULES.items():
        yield from (f"{name}: {fault}" for fault in rule(notebook))
    yield from (f"names: {fault}" for fault in check_names(notebook, public))
    if path.stem not in STATEMENTS:
        yield from (f"question: {fault}" for fault in check_question(notebook))
    if path.stat().st_size >= MAX_BYTES:
        yield f"weight: {path.stat().st_size} bytes; the most is {MAX_BYTES}"
