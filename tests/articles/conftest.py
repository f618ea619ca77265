"""A story folder to fill, and a way to look at what was read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factdiff.articles import Corpus, read_story

ARTICLE = (
    "Bridge collapses in Genoa\n\n"
    "At least 35 people were killed when a bridge collapsed in Genoa on Tuesday, police said.\n\n"
    "The mayor said the bridge had been inspected in May.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story of one plain article, a.txt."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Corpus]:
    """Read a story made of the given files: name to text or bytes."""

    def read_files(files: dict[str, str | bytes]) -> Corpus:
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return read_story(folder)

    return read_files


@pytest.fixture
def show() -> Callable[[Corpus, str], list[tuple[str, int, str]]]:
    """Return the sections of an article as (section, item, text)."""

    def show_sections(corpus: Corpus, article_id: str) -> list[tuple[str, int, str]]:
        rows = corpus.sections[corpus.sections.article_id == article_id]
        return [(r.section, r.item, corpus.texts[article_id][r.start : r.end]) for r in rows.itertuples()]

    return show_sections
