"""A run: the tables, the executed notebooks, the report and the exports of one story, in one folder."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factdiff.story import EXPORTS, PROJECT, Progress, Story, analyse, find_story
from factdiff.suite.errors import SuiteError
from factdiff.suite.execution import load_notebook, run_notebook

NOTEBOOKS = PROJECT / "notebooks"

# What a run may hold; run.json goes last, for it says that the rest is there.
PARTS = ("tables", "texts", "notebooks", "report.html", EXPORTS, "run.json")
DRAFT = ".draft-"


def run_suite(story: str | Path, out: Path, *, notebooks: Path | None = None, progress: Progress | None = None) -> Path:
    """Run everything on a story: its tables, every notebook in order, report.html and exports, under `out`.

    Args:
        story: the story's folder, as `find_story` takes it.
        out: the folder for the run; new, empty, or one that holds an earlier run, which is replaced.
        notebooks: the folder of the notebooks; the project's own when not given.
        progress: is told what runs, which of its steps, and how many it has.

    Returns:
        `out`.

    Raises:
        StoryError: the story can't be read.
        SuiteError: `out` can't be used, or a notebook can't be run or didn't complete; `out` stays as it was.
    """
    from factdiff.exports import write_exports  # here, for the tables alone do without their imports
    from factdiff.report import write_report

    folder, sources = find_story(story), find_notebooks(notebooks)
    parameters = {"story": str(folder)}
    for source in sources:
        load_notebook(source, parameters)  # finds their faults before the long part
    with _replace_run(Path(out), folder) as draft:
        analysed = _write_analysis(folder, draft, progress)
        for source in sources:
            run_notebook(source, draft / "notebooks" / source.name, parameters=parameters, progress=progress)
        write_report(analysed, draft / "report.html")
        write_exports(analysed, draft)
    return Path(out)


def run_tables(story: str | Path, out: Path, *, progress: Progress | None = None) -> Path:
    """Write the tables of a story under `out`, and nothing else; like `run_suite` in all other respects."""
    folder = find_story(story)
    with _replace_run(Path(out), folder) as draft:
        _write_analysis(folder, draft, progress)
    return Path(out)


def find_notebooks(folder: Path | None = None) -> list[Path]:
    """Return the notebooks of the suite (or of `folder`), in reading order.

    Raises:
        SuiteError: there are none.
    """
    folder = NOTEBOOKS if folder is None else Path(folder)
    found = sorted(folder.glob("*.ipynb"))
    if not found:
        raise SuiteError(
            f"{folder} holds no notebooks. They come with the repository, not with the package: "
            "clone it, and install from there with `pip install --no-deps -e .`"
        )
    return found


def refresh_notebooks(*, notebooks: Path | None = None, progress: Progress | None = None) -> list[Path]:
    """Execute every notebook of the suite on its defaults and save it in place."""
    return [run_notebook(source, source, progress=progress) for source in find_notebooks(notebooks)]


def _write_analysis(folder: Path, draft: Path, progress: Progress | None) -> Story:
    def tell(_: str, done: int, stages: int) -> None:
        if progress is not None:
            progress(f"analysis of {folder.name}", done, stages)

    tell("", 0, 0)
    story = analyse(folder, progress=tell)
    story.save(draft)
    return story


@contextmanager
def _replace_run(out: Path, story: Path) -> Iterator[Path]:
    """Give a folder to write a run to; it takes the place of what `out` holds when all went well."""
    _check_out(out, story)
    out.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=out))
    try:
        yield draft
        for part in PARTS:
            _replace(out / part, draft / part)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if not any(out.iterdir()):
            out.rmdir()


def _replace(old: Path, new: Path) -> None:
    """Put `new` in the place of `old`; without a `new` the old one still goes, for it is out of date."""
    if old.is_dir():
        shutil.rmtree(old)
    else:
        old.unlink(missing_ok=True)
    if new.exists():
        os.replace(new, old)


def _check_out(out: Path, story: Path) -> None:
    """Refuse a folder in which a run would overwrite what isn't a run's, or become part of the story."""
    if out.resolve().is_relative_to(story.resolve()):
        raise SuiteError(f"{out} lies in the story's folder. Give an --out beside it.")
    if out.exists() and not out.is_dir():
        raise SuiteError(f"{out} is a file. Give a folder as --out.")
    others = [path for path in out.glob("*") if not path.name.startswith(DRAFT)]
    if others and not (out / "run.json").is_file():
        raise SuiteError(f"{out} isn't empty and holds no run of factdiff. Give a new folder as --out.")
