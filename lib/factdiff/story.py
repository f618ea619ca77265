"""A story: its tables, where its folder is, and the cache that spares a second analysis."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from factdiff.cache import find_place, keep
from factdiff.errors import StoryError
from factdiff.tables import SCHEMAS, read_tables, write_tables

PROJECT = Path(__file__).parents[2]  # where seeds/ and notebooks/ lie in a checkout
EXPORTS = "exports"  # the folder of a run for other programs

Progress = Callable[[str, int, int], None]  # stage, how many are done, of how many


@dataclass(frozen=True, eq=False)  # tables have no yes or no to "equal"; a story is itself, and can be a key
class Story:
    """The tables of one story, as the table contract has them, and the texts that every offset points into."""

    name: str
    articles: pd.DataFrame
    claims: pd.DataFrame
    facts: pd.DataFrame
    readings: pd.DataFrame
    relations: pd.DataFrame
    origins: pd.DataFrame
    texts: Mapping[str, str]
    info: Mapping[str, object]

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name."""
        return {name: getattr(self, name) for name in SCHEMAS}

    def save(self, out: Path | str) -> Path:
        """Write tables, texts and run.json under `out`, and return it."""
        write_tables(self.tables, self.texts, self.info, Path(out))
        return Path(out)


def find_story(name: str | Path) -> Path:
    """Return the folder of a story: a path as it stands, or relative to the working directory or to the project.

    Raises:
        StoryError: there is no such folder.
    """
    given = Path(name).expanduser()
    tried = [given] if given.is_absolute() else [Path.cwd() / given, PROJECT / given]
    for folder in tried:
        if folder.is_dir():
            return folder.resolve()
    places = " or ".join(str(folder) for folder in tried)
    raise StoryError(f"{places}: no such folder. A story is a folder of articles; give its path.")


def load_story(out: Path | str) -> Story:
    """Read a story back from the folder of a finished run."""
    tables, texts, info = read_tables(Path(out))
    return Story(name=str(info["story"]), texts=texts, info=info, **tables)


def analyse(folder: str | Path, *, cache: bool = True, progress: Progress | None = None) -> Story:
    """Analyse a story: read its articles and find claims, values, facts, relations and origins.

    Args:
        folder: the folder of articles, as `find_story` takes it.
        cache: look the result up by the content of the folder and the version of factdiff, and keep it.
        progress: called as each stage is done.

    Raises:
        StoryError: the folder can't be read as a story; the message names the file and the cure.
    """
    path = find_story(folder)
    place = find_place(path) if cache else None
    if place is not None and (place / "run.json").is_file():
        return load_story(place)
    # The stages bring spaCy and more, seconds of imports that a cached story does without.
    from factdiff.pipeline import run_stages

    story = Story(**run_stages(path, progress=progress))
    if place is not None:
        keep(place, story.save)
    return story
