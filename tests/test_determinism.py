"""Same input, same bytes: whatever the hash seed, and whatever the order in which the files came."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factdiff.story import PROJECT

SCRIPT = "import sys, factdiff.story as s; s.analyse(sys.argv[1], cache=False).save(sys.argv[2])"


def run_tables(story: Path, out: Path, *, seed: str) -> dict[str, bytes]:
    """Analyse a story in a process of its own and return every file it wrote."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", SCRIPT, str(story), str(out)], check=True, env=environment, timeout=300)
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def first_run(tmp_path_factory):
    return run_tables(PROJECT / "seeds", tmp_path_factory.mktemp("first") / "out", seed="1")


def test_hash_seed_and_file_order_change_nothing(first_run, tmp_path):
    story = tmp_path / "seeds"
    story.mkdir()
    for file in sorted((PROJECT / "seeds").iterdir(), reverse=True):  # a folder lists files as they were made
        shutil.copyfile(file, story / file.name)
    second = run_tables(story, tmp_path / "out", seed="4711")
    assert sorted(first_run) == sorted(second)
    assert [name for name in first_run if first_run[name] != second[name]] == []


def test_a_run_writes_every_table_twice_and_every_text(first_run):
    tables = {name for name in first_run if name.startswith("tables")}
    assert {Path(t).suffix for t in tables} == {".csv", ".parquet"}
    assert len(tables) == 12
    assert len([n for n in first_run if n.startswith("texts")]) == 5
    assert b'"contract": 1' in first_run["run.json"]
