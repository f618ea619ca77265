"""The stages in order: a folder of articles to the tables of its story, cached by content."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import pandas as pd
import platformdirs

from factdiff.articles import Corpus, StoryError, read_story
from factdiff.claims import claims_table, find_claims
from factdiff.facts.assembly import assemble_facts, published_spans
from factdiff.facts.setting import Setting
from factdiff.facts.table import facts_table, readings_table, relations_table
from factdiff.language import model_version, parse_passages
from factdiff.lists import EXTENSION_VARIABLE
from factdiff.origins import assign_origins, trace_origins
from factdiff.relations import imply_rates, judge_fact
from factdiff.tables import CONTRACT, SCHEMAS, read_tables, shape_table, write_tables
from factdiff.values.reader import find_mentions

CACHE_VARIABLE = "FACTDIFF_CACHE"
CACHED_STORIES = 64  # the oldest beyond these are dropped
STAGES = ("read", "parse", "claims", "values", "facts", "relations", "origins")
PACKAGE = Path(__file__).parent
PROJECT = PACKAGE.parents[1]  # where seeds/ and notebooks/ lie in a checkout

Progress = Callable[[str, int, int], None]  # stage, how many are done, of how many


@dataclass(frozen=True)
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
    if not cache:
        return _analyse(path, progress)
    place = _cache_folder() / _digest_story(path)
    if (place / "run.json").is_file():
        return load_story(place)
    story = _analyse(path, progress)
    _keep(story, place)
    return story


def _analyse(path: Path, progress: Progress | None) -> Story:
    def done(stage: str) -> None:
        if progress is not None:
            progress(stage, STAGES.index(stage) + 1, len(STAGES))

    corpus = read_story(path)
    done("read")
    passages = list(parse_passages(corpus.texts, corpus.sections))
    done("parse")
    claims, quotes = find_claims(passages, corpus.texts)
    claim_rows = claims_table(claims, corpus.texts, corpus.sections)
    done("claims")
    mentions = find_mentions(passages, claims, quotes, corpus.texts, corpus.articles)
    done("values")
    published = corpus.articles.set_index("article_id")[["published", "published_precision"]]
    spans = published_spans({i: (row.published, row.published_precision) for i, row in published.iterrows()})
    facts = assemble_facts(Setting(passages, claims, mentions, corpus.texts, spans))
    done("facts")
    rates = imply_rates(facts)
    judgements = [judge_fact(fact, rates=rates) for fact in facts]
    done("relations")
    origins = trace_origins(corpus.articles, corpus.texts, corpus.sections, claim_rows)
    readings = readings_table(facts, judgements, corpus.articles, corpus.texts)
    readings["origin_id"] = assign_origins(readings, origins, corpus.articles)
    done("origins")
    tables = {
        "articles": _with_origins(corpus, origins),
        "claims": claim_rows,
        "facts": facts_table(facts, judgements, readings, corpus.articles),
        "readings": readings,
        "relations": relations_table(facts, judgements),
        "origins": origins,
    }
    tables = _in_order({name: shape_table(name, frame) for name, frame in tables.items()})
    return Story(name=path.name, texts=dict(corpus.texts), info=_describe(path, corpus), **tables)


def _with_origins(corpus: Corpus, origins: pd.DataFrame) -> pd.DataFrame:
    own = origins[origins["role"] != "relay"].drop_duplicates("article_id").set_index("article_id")["origin_id"]
    return corpus.articles.assign(origin_id=corpus.articles["article_id"].map(own).fillna(""))


def _in_order(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Readings and relations follow the order of the facts."""
    rank = {fact_id: i for i, fact_id in enumerate(tables["facts"]["fact_id"])}
    for name, by in (
        ("readings", ["article_id", "value_start", "reading_id"]),
        ("relations", ["reading_a", "reading_b"]),
    ):
        frame = tables[name]
        order = frame.assign(_rank=frame["fact_id"].map(rank)).sort_values(["_rank", *by], kind="stable").index
        tables[name] = frame.loc[order].reset_index(drop=True)
    return tables


def _describe(path: Path, corpus: Corpus) -> dict[str, object]:
    used = corpus.articles
    return {
        "contract": CONTRACT,
        "story": path.name,
        "factdiff": metadata.version("factdiff"),
        **model_version(),
        "parameters": {"lists": _digest_lists()},
        "inputs": {row.path: row.sha256 for row in used.itertuples()} | _digest_manifest(path),
    }


def _digest_manifest(path: Path) -> dict[str, str]:
    manifest = path / "sources.csv"
    return {manifest.name: hashlib.sha256(manifest.read_bytes()).hexdigest()} if manifest.is_file() else {}


# --- the cache -------------------------------------------------------------------------------------------------


def _cache_folder() -> Path:
    own = os.environ.get(CACHE_VARIABLE)
    return Path(own) if own else Path(platformdirs.user_cache_dir("factdiff"))


def _digest_story(path: Path) -> str:
    """Digest all that the result depends on: the files of the folder, the code and its lists, the model."""
    total = hashlib.sha256()
    for part in (path.name, _digest_code(), _digest_lists(), *map(str, sorted(model_version().items()))):
        total.update(part.encode() + b"\0")
    for file in sorted(p for p in path.iterdir() if p.is_file()):
        total.update(file.name.encode("utf-8", "surrogateescape") + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:32]


@cache
def _digest_code() -> str:
    return _digest_files(p for kind in ("*.py", "*.csv", "*.txt") for p in PACKAGE.rglob(kind))


def _digest_lists() -> str:
    folder = os.environ.get(EXTENSION_VARIABLE)
    return _digest_files(p for p in Path(folder).iterdir() if p.is_file()) if folder else ""


def _digest_files(files: Iterator[Path] | Sequence[Path]) -> str:
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def _keep(story: Story, place: Path) -> None:
    """Put a story in the cache; whoever comes second with the same one finds it there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=place.parent))
    try:
        story.save(draft)
        os.replace(draft, place)
    except OSError:
        if not (place / "run.json").is_file():  # else lost the race to another process: its copy serves as well
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    kept = sorted((p for p in place.parent.iterdir() if not p.name.startswith(".")), key=lambda p: p.stat().st_mtime)
    for old in kept[:-CACHED_STORIES]:
        shutil.rmtree(old, ignore_errors=True)
