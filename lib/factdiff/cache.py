"""Analysed stories kept by the digest of all that they depend on, so that seven notebooks cost one pass."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import platformdirs

from factdiff.lists import list_extensions
from factdiff.model import model_version

CACHE_VARIABLE = "FACTDIFF_CACHE"
KEPT = 64  # stories; the oldest beyond these are dropped
CODE = Path(__file__).parent


def find_place(story: Path) -> Path:
    """Return the folder in which the analysis of `story` is, or would be, kept.

    Its name digests the files of the story, the code, its word lists and the model.
    """
    own = os.environ.get(CACHE_VARIABLE)
    base = Path(own) if own else Path(platformdirs.user_cache_dir("factdiff"))
    total = hashlib.sha256()
    for part in (story.name, _digest_code(), digest_lists(), *map(str, sorted(model_version().items()))):
        total.update(part.encode("utf-8", "surrogateescape") + b"\0")
    total.update(_digest_files(p for p in story.iterdir() if p.is_file()).encode())
    return base / total.hexdigest()[:32]


def keep(place: Path, save: Callable[[Path], object]) -> None:
    """Put what `save` writes at `place`; whoever comes second with the same story finds it there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=place.parent))
    try:
        save(draft)
        os.replace(draft, place)
    except OSError:
        if not (place / "run.json").is_file():  # else another process was first, and its copy serves as well
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    _drop_oldest(place.parent)


def _drop_oldest(folder: Path) -> None:
    kept = [p for p in folder.iterdir() if not p.name.startswith(".")]
    for old in sorted(kept, key=lambda p: (p.stat().st_mtime, p.name))[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def digest_lists() -> str:
    """Digest the user's own word lists; '' where there are none."""
    files = list_extensions()
    return _digest_files(files) if files else ""


@cache
def _digest_code() -> str:
    return _digest_files(p for kind in ("*.py", "*.csv", "*.txt") for p in CODE.rglob(kind))


def _digest_files(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).digest()
        total.update(file.name.encode("utf-8", "surrogateescape") + b"\0" + content)
    return total.hexdigest()
