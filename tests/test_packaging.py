"""pyproject.toml, the lock, environment.yml, the Makefile and CI agree with one another."""

import ast
import os
import re
import stat
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from browsers import ADVICE, REQUIRED

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [Requirement(line) for line in PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


class Pin(NamedTuple):
    name: str
    version: Version
    marker: Marker | None
    n_hashes: int


def read_lock() -> list[Pin]:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return [parse_pin(line) for line in lines]


def parse_pin(line: str) -> Pin:
    requirement = Requirement(line.split("--hash")[0].strip())
    version = re.fullmatch(r"==([^,*]+)", str(requirement.specifier))
    assert version, f"not pinned: {line}"
    hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}(?!\S)", line)
    return Pin(canonicalize_name(requirement.name), Version(version[1]), requirement.marker, len(hashes))


def pins_for(python: str) -> dict[str, Version]:
    """Return what the lock installs on Linux with this Python."""
    where = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": "linux"}
    where |= {"platform_system": "Linux", "os_name": "posix", "platform_python_implementation": "CPython"}
    where |= {"implementation_name": "cpython", "platform_machine": "x86_64", "extra": ""}
    return {pin.name: pin.version for pin in read_lock() if pin.marker is None or pin.marker.evaluate(where)}


def test_every_pin_has_hashes():
    assert [pin.name for pin in read_lock() if not pin.n_hashes] == []
    assert len(read_lock()) > len(ASKED)


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_satisfies_what_is_asked_for(python: str):
    pins = pins_for(python)
    for asked in ASKED:
        name = canonicalize_name(asked.name)
        assert name in pins, f"{name} is not in requirements.lock: make lock"
        assert asked.specifier.contains(pins[name], prereleases=True), f"{asked} against {pins[name]}: make lock"


def list_imports(folder: Path) -> set[str]:
    """Return the top-level modules that the code in a folder imports, wherever in a file."""
    nodes = [node for path in folder.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {name.split(".")[0] for name in whole | parts}


@pytest.mark.parametrize(("folder", "extra"), [("lib", []), ("tests", ["dev"])])
def test_what_is_imported_is_asked_for(folder: str, extra: list[str]):
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    for name in extra:
        asked |= {canonicalize_name(Requirement(line).name) for line in PROJECT["optional-dependencies"][name]}
    own = {"factdiff", *(path.stem for path in (ROOT / folder).rglob("*.py"))}
    owners = packages_distributions()
    missing = {
        name
        for name in list_imports(ROOT / folder) - set(sys.stdlib_module_names) - own
        if asked.isdisjoint(canonicalize_name(owner) for owner in owners.get(name, []))
    }
    assert missing == set(), "add them to pyproject.toml, then: make lock"


@pytest.mark.parametrize("name", ["requirements.lock", "environment.yml"])
def test_no_address_is_written_down(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(?:extra-)?index-url|--find-links| @ ", text)


def test_torch_is_no_part_of_the_default_install():
    assert {"torch", "tensorflow", "jax"}.isdisjoint(pin.name for pin in read_lock())


def test_conda_gets_the_same_python_and_the_same_lock():
    python, pip, by_pip = ENVIRONMENT["dependencies"]
    assert ENVIRONMENT["name"] == PROJECT["name"] == "factdiff"
    assert SpecifierSet(python.removeprefix("python")) == SpecifierSet(PROJECT["requires-python"])
    assert pip == "pip"
    # conda hands these lines to one pip call, and pip takes no `-e .` beside hashes
    assert by_pip == {"pip": ["-r requirements.lock"]}


def test_the_oldest_python_is_the_same_everywhere():
    assert PROJECT["requires-python"] == ">=3.11"
    assert "sys.version_info < (3, 11)" in MAKEFILE
    assert "--python-version 3.11" in MAKEFILE


def test_what_is_promised_is_there():
    assert (
        (ROOT / "LICENSE")
        .read_text(encoding="utf-8")
        .startswith("MIT License\n\nCopyright (c) 2026 factdiff contributors")
    )
    assert PROJECT["license"] == "MIT"
    assert PROJECT["license-files"] == ["LICENSE"]
    assert PROJECT["scripts"]["factdiff"] == "factdiff.cli:main"


# The Makefile and CI


def call_make(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Call make apart from the make that may be running these tests."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(["make", *arguments], cwd=ROOT, env=own, capture_output=True, text=True, check=False)


def dry_run(target: str) -> str:
    made = call_make("--dry-run", "--always-make", target)
    assert made.returncode == 0, made.stderr
    return made.stdout


@pytest.mark.parametrize("target", ["run", "test", "lab", "lint", "notebooks"])
def test_each_target_sets_up_what_it_needs(target: str):
    steps = dry_run(target)
    assert "-m venv" in steps
    assert "--require-hashes --requirement requirements.lock" in steps
    assert "--no-deps --no-build-isolation --editable ." in steps


def test_make_run_makes_the_seeds():
    assert "factdiff run seeds --out runs/seeds" in dry_run("run")


def test_make_test_checks_style_units_and_notebooks():
    steps = dry_run("test")
    assert "ruff check ." in steps
    assert "ruff format --check lib tests" in steps
    assert re.search(r"pytest tests$", steps, re.MULTILINE)
    # without --nbval pytest overlooks notebooks; without the time-out a dead kernel holds it for half an hour
    (nbval,) = re.findall(r"pytest (.* )?notebooks$", steps, re.MULTILINE)
    assert "--nbval " in nbval
    assert "--nbval-lax" not in nbval
    assert "--nbval-cell-timeout=" in nbval
    assert "--nbval-sanitize-with=tests/nbval_sanitize.cfg" in nbval


def test_make_lock_writes_versions_and_hashes_only():
    steps = dry_run("lock")
    for option in ("--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "--all-extras"):
        assert option in steps


def test_an_old_python_is_told_so(tmp_path: Path):
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(old.stat().st_mode | stat.S_IXUSR)
    made = call_make(f"PYTHON={old}", f"VENV={tmp_path / 'venv'}", "lint")
    assert made.returncode != 0
    assert "needs Python 3.11 or newer" in made.stderr
    assert not (tmp_path / "venv").exists()


def test_ci_runs_make_test():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert re.search(r"^make test$", text, re.MULTILINE)


def test_ci_installs_a_browser_and_takes_no_skipped_browser_test():
    text = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"apt-get install .*chromium", text)
    assert text.index(f"export {REQUIRED}=required") < text.index("make test")
    broken = run_browser_tests({REQUIRED: "required"})
    assert broken.returncode == 1
    assert ADVICE in broken.stdout


def test_without_a_browser_its_tests_are_skipped_and_make_test_says_so_last():
    assert dry_run("test").rstrip().endswith("tests/browsers.py")
    skipped = run_browser_tests({})
    assert skipped.returncode == 0, skipped.stdout
    assert re.search(r"^\d+ skipped", skipped.stdout.splitlines()[-1])
    said = call_without_browser("browsers.main()", {})
    assert said.stdout == f"SKIPPED: the browser tests of the report, for {ADVICE}\n"


def run_browser_tests(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    test = "tests/browser/test_report_in_browser.py::test_prints_without_controls"
    return call_without_browser(
        f"import sys, pytest; sys.exit(pytest.main(['-p', 'no:cacheprovider', '{test}']))", variables
    )


def call_without_browser(code: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run Python code where there is no browser: none on the PATH, and none in the usual places."""
    own = {name: value for name, value in os.environ.items() if name != REQUIRED}
    own |= {"PYTHONPATH": str(ROOT / "tests"), "PATH": "/nowhere", **variables}
    code = f"import browsers; browsers.PLACES = (); {code}"
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=own, capture_output=True, text=True, check=False)
