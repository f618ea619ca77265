"""The commands: what they make, and the one line that a mistake ends in."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from factdiff import cli, suite
from factdiff.errors import StoryError
from factdiff.suite import SuiteError


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Give a function that runs the command line and returns its exit code, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["factdiff", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return (left.value.code or 0, *capsys.readouterr())

    return run


@pytest.fixture
def fake_run(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """Put a run that only tells its progress in the place of the suite; return what it was asked for."""
    asked = []

    def run_suite(story: str, out: Path, *, progress) -> Path:
        asked.append((story, out))
        for step in (("analysis of x", 1, 2), ("analysis of x", 2, 2), ("01_sources.ipynb", 1, 9)):
            progress(*step)
        return out

    monkeypatch.setattr(suite, "run_suite", run_suite)
    return asked


def test_tables_makes_the_tables(command, story_folder: Path, tmp_path: Path):
    code, stdout, stderr = command("tables", story_folder, "--out", tmp_path / "out")
    assert code == 0
    assert stdout == f"{tmp_path / 'out' / 'tables'}\n"
    assert stderr == "analysis of crane\n"
    assert json.loads((tmp_path / "out" / "run.json").read_text())["contract"] == 1
    assert (tmp_path / "out" / "tables" / "facts.csv").is_file()


def test_run_shows_each_step_once_without_a_terminal(command, fake_run, story_folder: Path, tmp_path: Path):
    code, stdout, stderr = command("run", story_folder, "--out", tmp_path / "out")
    assert (code, fake_run) == (0, [(str(story_folder), tmp_path / "out")])
    assert stdout == f"{tmp_path / 'out' / 'report.html'}\n"
    assert stderr == "analysis of x\n01_sources.ipynb\n"


def test_run_shows_a_bar_on_a_terminal(command, fake_run, story_folder: Path, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    code, stdout, stderr = command("run", story_folder, "--out", "x")
    assert (code, stdout) == (0, f"{Path('x/report.html')}\n")
    assert "\x1b[" in stderr


@pytest.mark.parametrize("name", ["run", "tables"])
def test_a_run_goes_under_runs_by_the_story_s_name(command, story_folder: Path, tmp_path, monkeypatch, name: str):
    asked = []
    monkeypatch.chdir(tmp_path)
    for function in ("run_suite", "run_tables"):
        monkeypatch.setattr(suite, function, lambda story, out, **_: asked.append(out) or out)
    assert command(name, "crane/")[0] == 0
    assert asked == [Path("runs/crane")]


def test_no_cache_analyses_anew_and_keeps_nothing(command, fake_run, story_folder: Path, monkeypatch):
    usual, seen = os.environ["FACTDIFF_CACHE"], []
    inner = suite.run_suite
    monkeypatch.setattr(suite, "run_suite", lambda *a, **k: seen.append(os.environ["FACTDIFF_CACHE"]) or inner(*a, **k))
    assert command("run", story_folder, "--no-cache")[0] == 0
    assert seen != [usual]
    assert not Path(seen[0]).exists()
    assert os.environ["FACTDIFF_CACHE"] == usual


@pytest.mark.parametrize("error", [StoryError("a: b"), SuiteError("a: b"), PermissionError(13, "a", "b")])
def test_what_a_user_can_mend_is_one_line(command, monkeypatch, story_folder: Path, error: Exception):
    def fail(*_: object, **__: object) -> Path:
        raise error

    monkeypatch.setattr(suite, "run_tables", fail)
    code, stdout, stderr = command("tables", story_folder)
    assert (code, stdout, stderr) == (2, "", f"factdiff: {error}\n")


def test_our_own_faults_keep_their_traceback(command, monkeypatch, story_folder: Path):
    monkeypatch.setattr(suite, "run_tables", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        command("tables", story_folder)


@pytest.mark.parametrize("name", ["run", "tables"])
def test_a_story_that_is_not_there(command, tmp_path: Path, name: str):
    code, stdout, stderr = command(name, tmp_path / "nowhere", "--out", tmp_path / "out")
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert stderr.startswith("factdiff: ")
    assert str(tmp_path / "nowhere") in stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "x", "--ouput", "y"],
        ["tables", "x", "-p", "y"],
        ["run"],
        ["score", "x"],
        ["diff", "x"],
        ["run", "x", "y"],
    ],
)
def test_a_wrong_call_is_an_error(command, arguments: list[str]):
    code, stdout, stderr = command(*arguments)
    assert (code, stdout) == (2, "")
    assert "Usage: factdiff" in stderr


def test_version(command):
    assert command("--version") == (0, f"factdiff {version('factdiff')}\n", "")


def test_help_names_the_commands(command):
    code, stdout, _ = command("--help")
    assert code == 0
    assert {"run", "tables", "export", "score"} <= set(stdout.split())


def test_score_of_what_is_no_run(command, tmp_path: Path):
    gold = tmp_path / "gold.json"
    gold.write_text("{}")
    code, stdout, stderr = command("score", tmp_path, "--gold", gold)
    assert (code, stdout) == (2, "")
    assert stderr.startswith(f"factdiff: {gold}: no gold file: story: Field required")
    reading = {"article": "a", "evidence": "b", "group": "A"}
    fact = {"id": "F1", "type": "date", "verdict": "agree", "readings": [reading]}
    gold.write_text(json.dumps({"story": "x", "facts": [fact]}))
    code, _, stderr = command("score", tmp_path, "--gold", gold)
    assert (code, stderr.count("\n")) == (2, 1)
    assert "holds no finished run" in stderr


def test_export_writes_beside_the_tables_of_a_run(command, story_folder: Path, tmp_path: Path):
    out = tmp_path / "out"
    assert command("tables", story_folder, "--out", out)[0] == 0
    assert command("export", out) == (0, f"{out / 'exports'}\n", "")
    assert (out / "exports" / "story.xlsx").is_file()
    # a run of the tables alone takes away what no longer belongs to them
    assert command("tables", story_folder, "--out", out)[0] == 0
    assert not (out / "exports").exists()


def test_export_of_what_is_no_run(command, tmp_path: Path):
    code, stdout, stderr = command("export", tmp_path)
    assert (code, stdout, stderr.count("\n")) == (2, "", 1)
    assert "holds no finished run" in stderr
    assert list(tmp_path.iterdir()) == []


def test_the_installed_command_is_this_one():
    script = Path(sys.executable).with_name("factdiff")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"factdiff {version('factdiff')}\n"


def test_says_what_was_set_aside_and_that_one_article_proves_nothing(command, story_folder: Path, tmp_path: Path):
    (story_folder / "morning.txt").write_bytes(b"")
    code, _, stderr = command("tables", story_folder, "--out", tmp_path / "out")
    assert code == 0
    assert "set aside: morning.txt: the file is empty" in stderr
    assert "every fact is single" in stderr
