"""What the tests share: small stories and small notebooks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest

ARTICLES = {
    "harbour": "Crane falls in Lundhaven harbour\n\nMarch 4, 2025\n\n"
    "A crane fell in Lundhaven harbour on Tuesday and killed three people, police said. "
    "Shares of the operator fell 4% on Wednesday.\n",
    "morning": "Three dead in crane collapse\n\nMarch 5, 2025\n\n"
    "Three people were killed when a crane fell in Lundhaven harbour on Tuesday. "
    "Shares of the operator fell 6% on Wednesday, the exchange said.\n",
}


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests, and the kernels they start, off the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTDIFF_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def story_folder(tmp_path: Path) -> Path:
    """A story of two short articles."""
    folder = tmp_path / "crane"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def make_notebook(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that saves a notebook of a parameters cell and the code cells it is given."""

    def make(*sources: str, name: str = "01_small", parameters: str = 'story: str = "none"  # the story') -> Path:
        cells = [nbformat.v4.new_code_cell(source, id=f"code-{i}") for i, source in enumerate([parameters, *sources])]
        cells[0].metadata.tags = ["parameters"]
        title = nbformat.v4.new_markdown_cell("# What is small?", id="title")
        metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        path = tmp_path / "notebooks" / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        nbformat.write(nbformat.v4.new_notebook(cells=[title, *cells], metadata=metadata), path)
        return path

    return make
