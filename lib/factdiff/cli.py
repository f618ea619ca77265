"""The commands."""

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from factdiff import suite
from factdiff.cache import CACHE_VARIABLE
from factdiff.errors import StoryError
from factdiff.score import GoldError, render_score, score_run
from factdiff.story import Progress as Tell
from factdiff.story import find_story, load_story

EXPECTED = (StoryError, suite.SuiteError, GoldError, OSError)
FAILED = 2  # exit code, as for a wrong option

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

Story = Annotated[str, typer.Argument(metavar="STORY", help="A folder of articles about one event.")]
Out = Annotated[Path | None, typer.Option("--out", help="Where the run goes; runs/STORY by default.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Analyse the story anew.")]


def main() -> None:
    """Run the command line; what a user can mend ends in one line and exit code 2."""
    logging.getLogger("papermill").addHandler(logging.NullHandler())  # we say what it would
    try:
        app(prog_name="factdiff")
    except EXPECTED as error:
        Console(stderr=True, soft_wrap=True).print(f"factdiff: {error}", markup=False, highlight=False)
        raise SystemExit(FAILED) from error


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factdiff {version('factdiff')}")
        raise typer.Exit


@app.callback()
def set_up(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """A diff for facts: what several news articles report about one event, side by side."""


@app.command()
def run(story: Story, out: Out = None, no_cache: NoCache = False) -> None:
    """Make the tables, the executed notebooks, report.html and the exports of a story."""
    with _use_cache(not no_cache), _show_progress() as progress:
        made = suite.run_suite(story, _choose_out(story, out), progress=progress)
    _remark(made)
    typer.echo(made / "report.html")


@app.command()
def tables(story: Story, out: Out = None, no_cache: NoCache = False) -> None:
    """Make the tables of a story, and nothing else."""
    with _use_cache(not no_cache), _show_progress() as progress:
        made = suite.run_tables(story, _choose_out(story, out), progress=progress)
    _remark(made)
    typer.echo(made / "tables")


@app.command()
def export(out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a run.")]) -> None:
    """Write a run's story for other programs: XLSX, CSV, Markdown, Web Annotations, drafts of ClaimReviews."""
    from factdiff.exports import write_exports  # here, for the other commands do without its imports

    typer.echo(write_exports(load_story(out), out))


@app.command()
def score(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a run.")],
    gold: Annotated[Path, typer.Option("--gold", help="The annotation of its story, a JSON file.")],
) -> None:
    """Compare a run with an annotated story."""
    typer.echo(render_score(score_run(out, gold)))


def _remark(out: Path) -> None:
    """Say what a reader of the tables should know first: what was set aside, and that one article proves nothing."""
    if not (out / "run.json").is_file():
        return
    articles = load_story(out).articles
    aside = articles[articles["set_aside"] != ""]
    for row in aside.itertuples():
        typer.echo(f"set aside: {row.path}: {row.set_aside}", err=True)
    if len(articles) - len(aside) == 1:
        typer.echo("one article: there is nothing to compare it with, so every fact is single", err=True)


def _choose_out(story: str, out: Path | None) -> Path:
    return out or Path("runs") / find_story(story).name


@contextmanager
def _use_cache(wanted: bool) -> Iterator[None]:
    """Without the user's cache, use one of this run's own: the notebooks still share one analysis."""
    if wanted:
        yield
        return
    usual = os.environ.get(CACHE_VARIABLE, "")  # empty is as good as unset
    with tempfile.TemporaryDirectory(prefix="factdiff-") as folder:
        os.environ[CACHE_VARIABLE] = folder
        try:
            yield
        finally:
            os.environ[CACHE_VARIABLE] = usual


@contextmanager
def _show_progress() -> Iterator[Tell]:
    """Show a bar on a terminal, and one line for each stage where there is none."""
    console = Console(stderr=True, soft_wrap=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task, said = bar.add_task("starting", total=None), set()

        def tell(what: str, step: int, steps: int) -> None:
            bar.update(task, description=what, completed=step, total=steps or None)
            if what not in said and not console.is_terminal:
                console.print(what, markup=False, highlight=False)
            said.add(what)

        yield tell
