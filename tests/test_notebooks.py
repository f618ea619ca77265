"""The rules of the notebooks, and for each of them a notebook that breaks it."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import factdiff
from factdiff.suite import find_notebooks, run_notebook
from notebook_rules import RULES, list_faults

SUITE = ["01_sources", "02_claims", "03_facts", "04_divergence", "05_dispute", "06_timeline", "report"]
PUBLIC = ["analyse", "facts_chart", "facts_table"]
SANITIZE = Path(__file__).with_name("nbval_sanitize.cfg")
TABLE = {"text/html": "<table><tr><td>305 metric tons</td></tr></table>", "text/plain": "305"}
CHART = {"application/vnd.vegalite.v5+json": {"mark": "bar"}, "text/plain": "alt.Chart(...)"}

# The notebooks as committed


def test_the_suite_is_complete_and_in_order():
    assert [path.stem for path in find_notebooks()] == SUITE


@pytest.mark.parametrize("name", SUITE)
def test_notebook_keeps_the_rules(name: str):
    path = {path.stem: path for path in find_notebooks()}[name]
    assert list(list_faults(path, factdiff.__all__)) == []


# Controls: a notebook that keeps every rule, and for each rule what breaks it


def show(data: dict[str, object], count: int) -> list[NotebookNode]:
    return [new_output("execute_result", data=data, execution_count=count)]


def build() -> NotebookNode:
    """Return a notebook that keeps every rule."""
    cells = [
        new_markdown_cell("# How many facts are there?\n\n**In:** a story. **Out:** a count.", id="a"),
        new_code_cell('story: str = "seeds"  # the story', id="b", execution_count=1),
        new_markdown_cell("The library reads it.", id="c"),
        new_code_cell("from factdiff import analyse, facts_chart, facts_table\nmade = analyse(story)", id="d"),
        new_code_cell("facts_table(made)", id="e", execution_count=3, outputs=show(TABLE, 3)),
        new_markdown_cell("The same as a chart.", id="f"),
        new_code_cell("facts_chart(made)", id="g", execution_count=4, outputs=show(CHART, 4)),
        new_markdown_cell("What was found:", id="h"),
        new_code_cell("print(len(made.facts))", id="i", execution_count=5),
    ]
    cells[1].metadata.tags = ["parameters"]
    cells[3].execution_count = 2
    cells[8].outputs = [new_output("stream", name="stdout", text="7\n")]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def set_source(cell: int, source: str) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook.cells[cell].update(source=source)


def set_outputs(cell: int, *outputs: NotebookNode) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook.cells[cell].update(outputs=list(outputs))


def set_tags(cell: int, *tags: str) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook.cells[cell].metadata.update(tags=list(tags))


def set_count(cell: int, count: int | None) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook.cells[cell].update(execution_count=count)


def remove(*cells: int) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook.update(cells=[c for i, c in enumerate(notebook.cells) if i not in cells])


def strip(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)


def strip_outputs(notebook: NotebookNode) -> None:
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[])


def stream(name: str, text: str) -> NotebookNode:
    return new_output("stream", name=name, text=text)


BREAKS = [
    ("valid", lambda notebook: notebook.update(nbformat_minor=4)),
    ("valid", lambda notebook: notebook.cells[2].metadata.update(tags="prose")),
    ("title", set_source(0, "## How many?\n\nIn: a story. Out: a count.")),
    ("title", set_source(2, "# Another title?")),
    ("question", set_source(0, "# The facts\n\nInputs: a story. Outputs: a count.")),
    ("purpose", set_source(0, "# How many facts are there?")),
    ("parameters", set_tags(1)),
    ("parameters", set_tags(3, "parameters")),
    ("parameters", set_tags(3, "injected-parameters")),
    ("parameters", set_source(1, 'story = "seeds"  # the story')),
    ("parameters", set_source(1, 'story: str = "seeds"')),
    ("parameters", set_source(1, "story: str = str(1)  # the story")),
    ("parameters", set_source(1, 'import os\nstory: str = "seeds"  # the story')),
    ("size", set_source(8, "\n".join(["print(1)"] * 16))),
    ("size", set_source(4, "")),
    ("definitions", set_source(4, "def f():\n    return 1\n\nf()")),
    ("definitions", set_source(4, "class A:\n    pass\n\nA()")),
    ("prose", remove(2, 5)),
    ("outputs", strip),
    ("outputs", strip_outputs),
    ("outputs", set_outputs(4)),
    ("outputs", set_count(4, None)),
    ("outputs", set_count(1, 7)),
    ("faults", set_outputs(8, stream("stdout", "7\n"), stream("stderr", "old\n"))),
    ("faults", set_outputs(8, new_output("error", ename="ValueError", evalue="no", traceback=[]))),
    ("blindfolds", set_source(4, "# NBVAL_IGNORE_OUTPUT\nfacts_table(made)")),
    ("blindfolds", set_source(4, "# NBVAL_SKIP\nfacts_table(made)")),
    ("blindfolds", set_tags(4, "raises-exception")),
    ("blindfolds", set_tags(4, "nbval-skip")),
    ("blindfolds", set_outputs(6, new_output("display_data", data={"image/png": "aaaa"}))),
    ("kernel", lambda notebook: notebook.metadata.kernelspec.update(name="conda-py")),
    ("kernel", lambda notebook: notebook.metadata.clear()),
    ("kernel", lambda notebook: notebook.metadata.update(papermill={"duration": 1.5})),
    ("kernel", lambda notebook: notebook.cells[4].metadata.update(execution={"shell.execute_reply": "2026"})),
    ("paths", set_source(1, 'story: str = "/home/me/seeds"  # the story')),
    ("paths", set_outputs(8, stream("stdout", "read /tmp/x/a.txt\n"))),
    ("paths", set_outputs(8, stream("stdout", "read C:\\Users\\me\\a.txt\n"))),
    ("names", set_source(3, "from factdiff.story import analyse\nmade = analyse(story)")),
    ("names", set_source(3, "from factdiff import _private")),
    ("names", set_source(3, "import factdiff as fd\nmade = fd.hidden(story)")),
    ("names", set_source(3, "import factdiff.story")),
    ("charts", remove(4)),
    ("charts", set_source(4, "facts_chart(made)")),
    ("end", lambda notebook: notebook.cells.append(new_markdown_cell("Seven facts were found.", id="z"))),
    ("weight", set_source(2, "word " * 40_000)),
]


def save(notebook: NotebookNode, folder: Path, name: str = "01_small") -> Path:
    path = folder / f"{name}.ipynb"
    path.write_text(nbformat.writes(notebook), encoding="utf-8")
    return path


def test_a_good_notebook_breaks_no_rule(tmp_path: Path):
    assert list(list_faults(save(build(), tmp_path), PUBLIC)) == []


def test_the_report_may_have_a_statement_as_title(tmp_path: Path):
    notebook = build()
    set_source(0, "# The facts\n\nInputs: a story. Outputs: a count.")(notebook)
    assert list(list_faults(save(notebook, tmp_path, "report"), PUBLIC)) == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("rule", "spoil"), BREAKS, ids=[f"{i}-{rule}" for i, (rule, _) in enumerate(BREAKS)])
def test_a_broken_rule_is_found(tmp_path: Path, rule: str, spoil: Callable[[NotebookNode], None]):
    notebook = build()
    spoil(notebook)
    faults = list(list_faults(save(notebook, tmp_path), PUBLIC))
    assert rule in {fault.split(":")[0] for fault in faults}


def test_every_rule_has_its_control():
    assert {rule for rule, _ in BREAKS} == {*RULES, "names", "question", "weight"}


# nbval: what it must find, found by the same call as in the Makefile


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[bool]]:
    """Whether each cell passes nbval, in a good notebook and in some that it should find."""
    folder = tmp_path_factory.mktemp("nbval")
    good = save(make_small("print(f'{made:,} metric tons')"), folder, "good")
    run_notebook(good, good)
    run_notebook(good, folder / "given.ipynb", parameters={"story": "other"})
    (folder / "changed.ipynb").write_text(good.read_text().replace("305 metric tons", "306 metric tons"))
    save(make_small("import sys; sys.exit(0)"), folder, "exits")
    save(make_small("object()"), folder, "address")
    run_notebook(folder / "address.ipynb", folder / "address.ipynb")
    return run_nbval(folder)


def make_small(last: str) -> NotebookNode:
    notebook = build()
    notebook.cells = [notebook.cells[0], notebook.cells[1], new_code_cell("made = 300 + 5", id="x")]
    notebook.cells.append(new_code_cell(last, id="y"))
    return notebook


def run_nbval(folder: Path) -> dict[str, list[bool]]:
    options = ["--nbval", "--nbval-cell-timeout=60", f"--nbval-sanitize-with={SANITIZE}"]
    apart = ["--rootdir=.", "-c", "/dev/null", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, *apart, "--junitxml=found.xml"]
    subprocess.run([*command, "."], cwd=folder, check=False, capture_output=True, timeout=120)
    cells: dict[str, list[bool]] = {}
    for case in ET.parse(folder / "found.xml").iter("testcase"):
        name = re.search(r"(\w+)\.ipynb|(\w+)$", case.get("classname", ""))
        cells.setdefault(next(filter(None, name.groups())), []).append(case.find("failure") is None)
    return cells


def test_nbval_passes_what_is_unchanged(checked: dict[str, list[bool]]):
    assert checked["good"] == [True, True, True]


def test_nbval_passes_what_ran_with_parameters(checked: dict[str, list[bool]]):
    assert checked["given"] == [True, True, True, True]


def test_nbval_finds_a_changed_number(checked: dict[str, list[bool]]):
    assert checked["changed"] == [True, True, False]


def test_nbval_finds_an_early_exit(checked: dict[str, list[bool]]):
    assert checked["exits"] == [True, True, False]


def test_nbval_overlooks_a_memory_address(checked: dict[str, list[bool]]):
    assert checked["address"] == [True, True, True]


def test_nothing_else_is_masked():
    patterns = re.findall(r"^regex: (.+)$", SANITIZE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(patterns) == 1
    assert re.sub(patterns[0], "", "<object at 0x7f3a2b1c>") == "<object at >"
    for fact in ("305 metric tons", "2026-01-07", "660 billion", "1.5", "10x20", "about 1%", "x0", "0xyz"):
        assert re.sub(patterns[0], "", fact) == fact
