"""The notebooks through papermill. Each trap of papermill that is known has its test here."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import nbformat
import papermill
import pytest

from factdiff import suite
from factdiff.errors import StoryError
from factdiff.suite import SuiteError, find_notebooks, run_notebook, run_suite, run_tables
from factdiff.suite.execution import load_notebook
from factdiff.suite.kernels import open_transport
from factdiff.suite.parameters import check_parameters, is_json, read_parameters

Make = Callable[..., Path]


def read_outputs(path: Path) -> list[str]:
    cells = nbformat.read(path, as_version=4).cells
    return [output.text for cell in cells if cell.cell_type == "code" for output in cell.outputs]


# Parameters


def test_parameters_and_defaults_are_read(make_notebook: Make):
    path = make_notebook(parameters='story: str = "seeds"  # the story\ntop: int = 5  # how many')
    assert read_parameters(nbformat.read(path, as_version=4), "x") == {"story": "seeds", "top": 5}


@pytest.mark.parametrize("source", ["top = 2 + len('a')", "import os", "a = b = 1", "x.y = 1", "top: int", "top ="])
def test_parameters_are_literals(make_notebook: Make, source: str):
    with pytest.raises(SuiteError, match=r"01_small\.ipynb: its parameters cell may only hold"):
        load_notebook(make_notebook(parameters=source), {})


@pytest.mark.parametrize("tagged", [0, 2])
def test_exactly_one_cell_is_tagged(make_notebook: Make, tagged: int):
    path = make_notebook("1")
    notebook = nbformat.read(path, as_version=4)
    for i, cell in enumerate(notebook.cells[1:]):
        cell.metadata.tags = ["parameters"] if i < tagged else []
    nbformat.write(notebook, path)
    with pytest.raises(SuiteError, match=rf"01_small\.ipynb: {tagged} cells are tagged 'parameters'"):
        load_notebook(path, {})


def test_unknown_parameter_names_the_known_and_the_close():
    with pytest.raises(SuiteError, match=r"05 has no parameter 'mater' \(did you mean 'matter'\?\)") as caught:
        check_parameters({"story": "seeds", "matter": ""}, {"mater": "users"}, "05")
    assert "It knows: matter, story." in str(caught.value)


def test_unknown_parameter_that_is_close_to_nothing():
    with pytest.raises(SuiteError, match=r"05 has no parameter 'zzz'\. It knows: story\."):
        check_parameters({"story": "seeds"}, {"zzz": 1}, "05")


@pytest.mark.parametrize("value", [(1, 2), Path("x"), {1}, {1: "a"}, math.nan, math.inf, [Path("x")], b"x"])
def test_only_json_is_passed(value: object):
    assert not is_json(value)
    with pytest.raises(SuiteError, match="is no JSON value"):
        check_parameters({"top": None}, {"top": value}, "05")


@pytest.mark.parametrize(
    ("value", "default"), [(7, "x"), ("7", 5), (True, 5), (1, True), (2.5, 5), (None, "x"), ({}, [])]
)
def test_values_are_of_their_defaults_type(value: object, default: object):
    with pytest.raises(SuiteError, match="is wanted"):
        check_parameters({"top": default}, {"top": value}, "05")


@pytest.mark.parametrize(
    ("value", "default"), [("007", "x"), (3, 1.5), (1.5, 2.5), (["a"], []), ("a", None), (True, False)]
)
def test_values_that_fit(value: object, default: object):
    check_parameters({"top": default}, {"top": value}, "05")


# One notebook


def test_parameters_arrive_as_they_are(make_notebook: Make, tmp_path: Path):
    given = {
        "story": "{braces} \"and\" 'quotes' \\ ñ",
        "code": "007",
        "day": "2026-01-07",
        "flag": "true",
        "n": [1e5, None, {"a": 2}],
    }
    parameters = "\n".join(f"{name}: object = None  # given" for name in given)
    source = make_notebook("import json", f"print(json.dumps([{', '.join(given)}]))", parameters=parameters)
    made = run_notebook(source, tmp_path / "out.ipynb", parameters=given)
    assert json.loads(read_outputs(made)[0]) == list(given.values())


def test_a_run_leaves_no_trace_of_machine_or_time(make_notebook: Make, tmp_path: Path):
    source = make_notebook("import os", "print(os.path.basename(story), end=' ')", "print('end')")
    targets = [tmp_path / f"{{{n}}}" / "out.ipynb" for n in (1, 2)]
    for target in targets:
        run_notebook(source, target, parameters={"story": str(tmp_path / "some where")})
    first, second = (target.read_bytes() for target in targets)
    assert first == second
    assert str(tmp_path).encode() not in first
    assert b"some where" in first
    assert b"duration" not in first
    notebook = nbformat.reads(first.decode(), as_version=4)
    assert [cell.execution_count for cell in notebook.cells[1:]] == [1, 2, 3, 4, 5]
    assert notebook.cells[2].metadata.tags == ["injected-parameters"]
    assert read_outputs(targets[0]) == ["some where ", "end\n"]


def test_kernel_runs_beside_the_notebook_wherever_the_caller_is(make_notebook: Make, tmp_path: Path, monkeypatch):
    source = make_notebook("from pathlib import Path", "print(Path.cwd().name, Path('beside.txt').read_text())")
    (source.parent / "beside.txt").write_text("found")
    monkeypatch.chdir(tmp_path)
    assert read_outputs(run_notebook(source.relative_to(tmp_path), Path("out.ipynb"))) == ["notebooks found\n"]
    assert Path.cwd() == tmp_path


def test_a_notebook_from_before_cell_ids_gives_the_same_bytes(make_notebook: Make, tmp_path: Path):
    source = make_notebook("1 + 1")
    old = json.loads(source.read_text())
    old["nbformat_minor"] = 4
    for cell in old["cells"]:
        del cell["id"]
    source.write_text(json.dumps(old))
    first, second = (run_notebook(source, tmp_path / name).read_bytes() for name in ("1.ipynb", "2.ipynb"))
    assert first == second


def test_parameters_are_checked_before_anything_runs(make_notebook: Make, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(papermill, "execute_notebook", lambda *_, **__: pytest.fail("it ran"))
    with pytest.raises(SuiteError, match=r"01_small\.ipynb has no parameter 'stroy' \(did you mean 'story'\?\)"):
        run_notebook(make_notebook("1"), tmp_path / "out.ipynb", parameters={"stroy": "x"})


@pytest.mark.parametrize(
    ("last", "message"),
    [
        ("import sys; sys.exit(0)", "did not complete: SystemExit: 0"),
        ("import sys; sys.exit()", "did not complete: SystemExit"),
        ("1 / 0", "failed: ZeroDivisionError: division by zero"),
        ("raise ValueError('two\\nlines')", "failed: ValueError: two lines"),
        ("import warnings; warnings.warn('old')", "wrote to stderr: .*old"),
        ("import os; os._exit(0)", "ended its kernel"),
        ("import time; time.sleep(60)", "took longer than 2 s"),
    ],
)
def test_a_run_that_did_not_complete_leaves_what_was_there(
    make_notebook: Make, tmp_path: Path, last: str, message: str
):
    target = tmp_path / "out" / "01.ipynb"
    target.parent.mkdir()
    target.write_text("before")
    source = make_notebook("print('fine')", last, "print('unrun')")
    with pytest.raises(SuiteError, match=rf"01_small\.ipynb, code cell 3 \(.*\) {message}"):
        run_notebook(source, target, parameters={"story": "x"}, timeout=2)
    assert target.read_text() == "before"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("tag", "message"),
    [("raises-exception", "failed: ZeroDivisionError"), ("skip-execution", "was not run")],
)
def test_a_tag_hides_no_failure(make_notebook: Make, tmp_path: Path, tag: str, message: str):
    source = make_notebook("1 / 0")
    notebook = nbformat.read(source, as_version=4)
    notebook.cells[-1].metadata.tags = [tag]
    nbformat.write(notebook, source)
    with pytest.raises(SuiteError, match=message):
        run_notebook(source, tmp_path / "out.ipynb")
    assert not (tmp_path / "out.ipynb").exists()


@pytest.mark.parametrize("content", [None, "", "{}", "[]", "no json", '{"cells": [], "nbformat": 4}'])
def test_what_is_no_notebook(tmp_path: Path, content: str | None):
    path = tmp_path / "broken.ipynb"
    if content is not None:
        path.write_text(content)
    with pytest.raises(SuiteError, match=r"broken\.ipynb"):
        run_notebook(path, tmp_path / "out.ipynb")


def test_progress_names_notebook_and_cell(make_notebook: Make, tmp_path: Path):
    told = []
    run_notebook(make_notebook("1", ""), tmp_path / "out.ipynb", progress=lambda *step: told.append(step))
    assert told == [("01_small.ipynb", 1, 2), ("01_small.ipynb", 2, 2)]


# Transport


def test_kernels_talk_over_private_sockets_with_short_paths(monkeypatch, tmp_path: Path):
    long = tmp_path / ("long" * 30)
    long.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(long))
    with open_transport() as first, open_transport() as second:
        assert first.KernelManager.transport == "ipc"
        assert first.KernelManager.ip != second.KernelManager.ip
        assert len(first.KernelManager.ip) < 90
        folder = Path(first.KernelManager.ip).parent
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


def test_a_notebook_runs_over_such_sockets_and_says_nothing(make_notebook: Make, tmp_path: Path, capfd):
    source = make_notebook(
        "import json, ipykernel", "print(json.load(open(ipykernel.get_connection_file()))['transport'])"
    )
    assert read_outputs(run_notebook(source, tmp_path / "out.ipynb")) == ["ipc\n"]
    assert capfd.readouterr() == ("", "")


def test_without_such_sockets_kernels_still_run(monkeypatch, make_notebook: Make, tmp_path: Path):
    monkeypatch.setattr("factdiff.suite.kernels.HAS_SOCKET_FILES", False)
    with open_transport() as config:
        assert not config
    assert read_outputs(run_notebook(make_notebook("print(2)"), tmp_path / "out.ipynb")) == ["2\n"]


# The whole suite


@pytest.fixture
def notebooks(make_notebook: Make) -> Path:
    make_notebook(
        "from pathlib import Path",
        "print(len(list(Path(story).glob('*.txt'))), Path(story).name)",
        name="02_last",
    )
    return make_notebook("print(1)", name="01_first").parent


def read_all(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_a_run_holds_tables_notebooks_and_report(notebooks: Path, story_folder: Path, tmp_path: Path):
    told = []
    out = run_suite(
        story_folder,
        tmp_path / "runs" / "crane",
        notebooks=notebooks,
        progress=lambda *step: told.append(step[0]),
    )
    assert {path.name for path in out.iterdir()} == {
        "tables",
        "texts",
        "run.json",
        "notebooks",
        "report.html",
        "exports",
    }
    assert [path.name for path in find_notebooks(out / "notebooks")] == ["01_first.ipynb", "02_last.ipynb"]
    assert read_outputs(out / "notebooks" / "02_last.ipynb") == ["2 crane\n"]
    assert list(dict.fromkeys(told)) == ["analysis of crane", "01_first.ipynb", "02_last.ipynb"]
    again = run_suite(str(story_folder), tmp_path / "again", notebooks=notebooks)
    assert read_all(out) == read_all(again)
    assert all(str(tmp_path).encode() not in content for content in read_all(out).values())


def test_a_failing_notebook_leaves_the_earlier_run(notebooks: Path, story_folder: Path, tmp_path: Path, make_notebook):
    out = run_tables(story_folder, tmp_path / "out")
    (out / "report.html").write_text("before")
    before = read_all(out)
    make_notebook("1 / 0", name="03_broken")
    with pytest.raises(SuiteError, match=r"03_broken\.ipynb, code cell 2 \('1 / 0'\) failed: ZeroDivisionError"):
        run_suite(story_folder, out, notebooks=notebooks)
    assert read_all(out) == before
    with pytest.raises(SuiteError):
        run_suite(story_folder, tmp_path / "new", notebooks=notebooks)
    assert not (tmp_path / "new").exists()


def test_tables_alone_leave_no_older_notebooks_beside_them(story_folder: Path, tmp_path: Path):
    out = run_tables(story_folder, tmp_path / "out")
    (out / "notebooks").mkdir()
    (out / "report.html").write_text("of an earlier story")
    run_tables(story_folder, out)
    assert {path.name for path in out.iterdir()} == {"tables", "texts", "run.json"}


def test_a_notebook_without_the_story_parameter_fails_before_the_analysis(
    make_notebook: Make, story_folder: Path, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr("factdiff.suite.runs.analyse", lambda *_, **__: pytest.fail("it ran"))
    notebooks = make_notebook("1", parameters="top: int = 1  # how many").parent
    with pytest.raises(SuiteError, match=r"01_small\.ipynb has no parameter 'story'\. It knows: top\."):
        run_suite(story_folder, tmp_path / "out", notebooks=notebooks)


def test_a_run_overwrites_nothing_that_is_no_run(story_folder: Path, tmp_path: Path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "tables").write_text("mine")
    with pytest.raises(SuiteError, match="isn't empty and holds no run"):
        run_tables(story_folder, tmp_path / "own")
    with pytest.raises(SuiteError, match="is a file"):
        run_tables(story_folder, tmp_path / "own" / "tables")
    assert (tmp_path / "own" / "tables").read_text() == "mine"


@pytest.mark.parametrize("inside", [".", "runs/x"])
def test_a_run_does_not_become_part_of_its_story(story_folder: Path, inside: str):
    before = read_all(story_folder)
    with pytest.raises(SuiteError, match="lies in the story's folder"):
        run_tables(story_folder, story_folder / inside)
    assert read_all(story_folder) == before


def test_a_draft_of_a_killed_run_is_no_hindrance(story_folder: Path, tmp_path: Path):
    (tmp_path / "out" / ".draft-x").mkdir(parents=True)
    assert (run_tables(story_folder, tmp_path / "out") / "run.json").is_file()


def test_a_story_that_is_not_there(tmp_path: Path):
    with pytest.raises(StoryError, match="nowhere"):
        run_suite(tmp_path / "nowhere", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_notebooks_that_are_not_there(tmp_path: Path):
    with pytest.raises(SuiteError, match="clone it, and install"):
        find_notebooks(tmp_path)


def test_refreshing_saves_in_place(make_notebook: Make):
    path = make_notebook("print(6 * 7)")
    assert suite.refresh_notebooks(notebooks=path.parent) == [path]
    assert read_outputs(path) == ["42\n"]
    before = path.read_bytes()
    suite.refresh_notebooks(notebooks=path.parent)
    assert path.read_bytes() == before


def test_a_story_without_any_fact_has_empty_tables(tmp_path: Path):
    folder = tmp_path / "calm"
    folder.mkdir()
    (folder / "a.txt").write_text("The sea is calm.\n\nNobody came, and the door stayed open because it was warm.\n")
    out = run_tables(folder, tmp_path / "out")
    header, *rows = (out / "tables" / "readings.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("reading_id,fact_id,article_id")
    assert rows == []
