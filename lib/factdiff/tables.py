"""The schemas of the table contract; writing and reading the tables."""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

CONTRACT = 1

TYPES = ("quantity", "date", "quote", "attribution", "proposition")
VERDICTS = ("contradict", "update", "compatible", "agree", "single")  # worst first
RELATIONS = VERDICTS[:4]
SECTIONS = ("headline", "body", "caption", "related", "boilerplate")
MODALITIES = ("asserted", "denied", "possible", "planned", "conditional", "forecast", "unconfirmed")
BOUNDS = ("exact", "about", "at_least", "at_most", "range")
STANCES = ("asserts", "denies", "unclear")
ROLES = ("original", "copy", "relay")
PRECISIONS = ("second", "minute", "day", "month", "unknown")
PUBLISHED_FROM = ("manifest", "metadata", "header", "dateline", "url", "inferred", "unknown")

MAX_EVIDENCE = 400  # characters


def _text(*allowed: str, empty: bool = True) -> pa.Column:
    values = [*allowed, ""] if empty and allowed else list(allowed)
    checks = [pa.Check.isin(values)] if allowed else []
    if not empty and not allowed:
        checks.append(pa.Check.str_length(min_value=1))
    return pa.Column(str, checks, nullable=False, coerce=True)


def _count(minimum: int = 0) -> pa.Column:
    return pa.Column("int64", pa.Check.ge(minimum), coerce=True)


def _float() -> pa.Column:
    return pa.Column("float64", nullable=True, coerce=True)


def _schema(columns: Mapping[str, pa.Column], key: list[str]) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(dict(columns), strict="filter", ordered=True, unique=key)


# Columns after the contract's own (set_aside, value_start, value_end) only add to it.
SCHEMAS: dict[str, pa.DataFrameSchema] = {
    "articles": _schema(
        {
            "article_id": _text(empty=False),
            "path": _text(empty=False),
            "outlet": _text(),
            "title": _text(),
            "byline": _text(),
            "published": _text(),
            "published_precision": _text(*PRECISIONS, empty=False),
            "published_from": _text(*PUBLISHED_FROM, empty=False),
            "url": _text(),
            "lang": _text(),
            "n_words": _count(),
            "sha256": _text(),
            "origin_id": _text(),
            "set_aside": _text(),
        },
        ["article_id"],
    ),
    "claims": _schema(
        {
            "claim_id": _text(empty=False),
            "article_id": _text(empty=False),
            "start": _count(),
            "end": _count(),
            "text": _text(empty=False),
            "section": _text(*SECTIONS, empty=False),
            "speakers": _text(),
            "cue": _text(),
            "modality": _text(*MODALITIES),
        },
        ["claim_id"],
    ),
    "facts": _schema(
        {
            "fact_id": _text(empty=False),
            "type": _text(*TYPES, empty=False),
            "label": _text(empty=False),
            "verdict": _text(*VERDICTS, empty=False),
            "n_articles": _count(1),
            "n_readings": _count(1),
            "n_groups": _count(1),
            "n_origins": _count(1),
            "reason": _text(),
        },
        ["fact_id"],
    ),
    "readings": _schema(
        {
            "reading_id": _text(empty=False),
            "fact_id": _text(empty=False),
            "article_id": _text(empty=False),
            "claim_id": _text(),
            "start": _count(),
            "end": _count(),
            "evidence": pa.Column(str, pa.Check.str_length(1, MAX_EVIDENCE), coerce=True),
            "value": _text(),
            "number": _float(),
            "high": _float(),
            "unit": _text(),
            "bound": _text(*BOUNDS),
            "date_start": _text(),
            "date_end": _text(),
            "quote": _text(),
            "stance": _text(*STANCES),
            "holder": _text(),
            "speakers": _text(),
            "modality": _text(*MODALITIES),
            "as_of": _text(),
            "group": _text(empty=False),
            "origin_id": _text(),
            "value_start": _count(),
            "value_end": _count(),
        },
        ["reading_id"],
    ),
    "relations": _schema(
        {
            "fact_id": _text(empty=False),
            "reading_a": _text(empty=False),
            "reading_b": _text(empty=False),
            "relation": _text(*RELATIONS, empty=False),
            "reason": _text(),
        },
        ["reading_a", "reading_b"],
    ),
    "origins": _schema(
        {
            "origin_id": _text(empty=False),
            "article_id": _text(empty=False),
            "role": _text(*ROLES, empty=False),
            "of": _text(),
            "share": _float(),
            "evidence": _text(),
        },
        ["origin_id", "article_id", "role", "of"],
    ),
}


def shape_table(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with exactly the columns, order and types that the contract gives table `name`.

    Raises:
        pandera.errors.SchemaError: a value breaks the contract; a fault of ours, so it ends the run.
    """
    columns = list(SCHEMAS[name].columns)
    if frame.empty:
        frame = pd.DataFrame({c: pd.Series(dtype="object") for c in columns})
    return SCHEMAS[name].validate(frame.reindex(columns=columns)).reset_index(drop=True)


def write_tables(
    tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str], info: Mapping[str, object], out: Path
) -> None:
    """Write tables (CSV and Parquet), texts and run.json under `out`; a failure leaves what stood there before."""
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=out))
    try:
        (draft / "tables").mkdir()
        (draft / "texts").mkdir()
        for name in SCHEMAS:
            frame = tables[name]
            frame.to_csv(draft / "tables" / f"{name}.csv", index=False, lineterminator="\n", encoding="utf-8")
            frame.to_parquet(draft / "tables" / f"{name}.parquet", index=False)
        for article_id, text in sorted(texts.items()):
            (draft / "texts" / f"{article_id}.txt").write_bytes(text.encode("utf-8"))
        (draft / "run.json").write_text(json.dumps(info, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        for part in ("tables", "texts"):
            shutil.rmtree(out / part, ignore_errors=True)
            os.replace(draft / part, out / part)
        os.replace(draft / "run.json", out / "run.json")
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def read_tables(out: Path) -> tuple[dict[str, pd.DataFrame], dict[str, str], dict[str, object]]:
    """Read back what `write_tables` wrote: tables by name, texts by article_id, and run.json.

    Raises:
        FileNotFoundError: `out` holds no finished run.
    """
    out = Path(out)
    if not (out / "run.json").is_file():
        raise FileNotFoundError(
            f"{out} holds no finished run (no run.json). Make one: factdiff tables STORY --out {out}"
        )
    tables = {name: pd.read_parquet(out / "tables" / f"{name}.parquet") for name in SCHEMAS}
    texts = {p.stem: p.read_bytes().decode("utf-8") for p in sorted((out / "texts").glob("*.txt"))}
    return tables, texts, json.loads((out / "run.json").read_text(encoding="utf-8"))
