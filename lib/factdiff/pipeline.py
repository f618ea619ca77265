"""The stages in order: a folder of articles to the tables of its story."""

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import pandas as pd

from factdiff.articles import Corpus, read_story
from factdiff.cache import digest_lists
from factdiff.claims import claims_table, find_claims
from factdiff.facts.assembly import assemble_facts, published_spans
from factdiff.facts.setting import Setting
from factdiff.facts.table import facts_table, readings_table, relations_table
from factdiff.house import own_outlets, read_house
from factdiff.language import parse_passages
from factdiff.model import model_version
from factdiff.origins import assign_origins, merge_holders, trace_origins
from factdiff.relations import imply_rates, judge_fact
from factdiff.tables import CONTRACT, shape_table
from factdiff.values.reader import find_mentions

STAGES = ("read", "parse", "claims", "values", "facts", "relations", "origins")


@contextmanager
def _pause_collector() -> Iterator[None]:
    """Look for no cyclic garbage meanwhile: the stages keep most of what they make, and each search goes through it."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@_pause_collector()
def run_stages(path: Path, *, progress: Callable[[str, int, int], None] | None = None) -> dict[str, object]:
    """Run every stage over the articles in `path`.

    Args:
        path: the folder of a story.
        progress: called with the name of each stage that is done, its number, and how many there are.

    Returns:
        The fields of a `Story`.

    Raises:
        StoryError: the folder can't be read as a story; the message names the file and the cure.
    """

    def done(stage: str) -> None:
        if progress is not None:
            progress(stage, STAGES.index(stage) + 1, len(STAGES))

    corpus = read_story(path)
    done("read")
    passages = list(parse_passages(corpus.texts, corpus.sections))
    done("parse")
    own = own_outlets(corpus.articles)
    house = read_house(corpus.articles.set_index("article_id")["outlet"].to_dict(), own)
    claims, quotes = find_claims(passages, corpus.texts, house=house, own=own)
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
    offices = {claim.speakers[-1]: claim.office for claim in claims if claim.speakers and claim.office}
    said = claim_rows.assign(origin_id=assign_origins(claim_rows, origins, corpus.articles))
    readings["origin_id"], origins = merge_holders(readings, origins, said, offices)
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
    return {"name": path.name, "texts": dict(corpus.texts), "info": _describe(path, corpus), **tables}


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
        "parameters": {"lists": digest_lists()},
        "inputs": {row.path: row.sha256 for row in used.itertuples()} | _digest_manifest(path),
    }


def _digest_manifest(path: Path) -> dict[str, str]:
    manifest = path / "sources.csv"
    return {manifest.name: hashlib.sha256(manifest.read_bytes()).hexdigest()} if manifest.is_file() else {}
