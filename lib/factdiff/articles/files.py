"""The files of a story folder: which of them are articles, and the id of each."""

import re
import unicodedata
from pathlib import Path

from factdiff.errors import StoryError, UnreadableError

SUFFIXES = (".txt", ".md", ".html", ".htm")  # of two files with one stem, the first of these counts
MAX_BYTES = 20_000_000
MAX_ID = 120  # bytes; file systems allow 255 for a name

_NO_ARTICLE = re.compile(
    r"\..*|sources\.csv|gold.*\.json|.*\.(?:toml|ya?ml)|(?:readme|license|licence|copying)(?:\..*)?",
    re.IGNORECASE,
)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff/\\:*?\"<>|;]+")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)  # Windows can't have files of these names


def list_files(folder: Path) -> list[Path]:
    """Return the files directly in `folder`, by id, without hidden ones, manifest, gold and readme.

    Raises:
        StoryError: there is no such folder, or no such file in it.
    """
    entries = _list_entries(folder)
    paths = [path for path in entries if not _NO_ARTICLE.fullmatch(path.name) and _is_file(path)]
    if not paths:
        deeper = any(path.is_dir() for path in entries)
        below = " Its subfolders aren't read: name one of them, or move the files up." if deeper else ""
        kinds = ", ".join(SUFFIXES)
        raise StoryError(f"{folder}: holds no articles. Put one file per article into it ({kinds}).{below}")
    return sorted(paths, key=_reading_order)


def _list_entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError as error:
        cure = "Check the path, or create it with one file per article"
        raise StoryError(f"{folder}: there is no such folder. {cure}") from error
    except NotADirectoryError as error:
        cure = "Give the folder that holds the story's articles"
        raise StoryError(f"{folder}: is a file, not a folder. {cure}") from error
    except OSError as error:
        raise StoryError(f"{folder}: can't be listed ({error.strerror}). Check its permissions") from error


def _is_file(path: Path) -> bool:
    """A link that leads nowhere counts: its article is missing, and the reader must hear of it."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _reading_order(path: Path) -> tuple[str, int, str]:
    suffix = path.suffix.lower()
    return (
        make_article_id(path.name),
        SUFFIXES.index(suffix) if suffix in SUFFIXES else len(SUFFIXES),
        path.name,
    )


def make_article_id(name: str) -> str:
    """Return the id of a file name: its stem, with "_" for what no file system or list can hold."""
    stem = name.rsplit(".", 1)[0] if name.lower().endswith(SUFFIXES) else name
    stem = re.sub(r"\s+", " ", make_safe(stem))
    stem = stem.encode("utf-8")[:MAX_ID].decode("utf-8", errors="ignore").strip(" .")
    return f"{stem}_" if _RESERVED.fullmatch(stem) else stem or "_"


def make_safe(name: str) -> str:
    """Return a file name that any file system can hold and any terminal can print."""
    return _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .") or "_"


def read_bytes(path: Path) -> bytes:
    """Read an article's file.

    Raises:
        UnreadableError: it can't be opened, or it is of a kind or size that no article is.
    """
    if path.suffix.lower() not in SUFFIXES:
        kind = f"{path.suffix} files are" if path.suffix else "files without a suffix are"
        raise UnreadableError(f"{kind} not read: save the article as .txt, .md or .html")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableError(f"larger than {MAX_BYTES // 1_000_000} MB: save the article's text alone")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"can't be opened ({error.strerror}): check its permissions and where it links to"
        ) from error
