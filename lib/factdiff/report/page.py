"""What the page shows, computed from the story's tables, and the page itself."""

import base64
import hashlib
import os
import tempfile
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factdiff.show.checks import verify_next_table
from factdiff.show.divergence import agreement_table
from factdiff.show.evidence import Quote, describe_readings, quote_evidence
from factdiff.show.facts import one_origin_table
from factdiff.show.framing import shared_facts
from factdiff.show.matrix import Entry, Row, lay_matrix
from factdiff.show.sides import Dispute, Side, find_fact, open_dispute, rank_disputes
from factdiff.show.sources import reliance_table, steps_table
from factdiff.show.summary import format_span, headline, summarise
from factdiff.show.timeline import impossible_dates_table, timeline_table, updates_table
from factdiff.show.wording import (
    MARKS,
    OWN_VOICE,
    count_noun,
    flatten,
    format_published,
    format_reason,
    name_articles,
    split_chain,
    start_sentence,
)
from factdiff.tables import VERDICTS

if TYPE_CHECKING:
    from factdiff.story import Story

MAX_CARDS = 12  # contradictions shown in full; the rest open with one click
MAX_QUOTES = 3  # quotations of a side shown at once
MAX_CHECKS = 12  # lines of a list shown at once
TONES = "abcdef"  # the looks of a group, in order; the letter itself is always printed
TYPE_WORDS = {
    "quantity": "number",
    "date": "date",
    "quote": "wording",
    "attribution": "who said it",
    "proposition": "yes or no",
}
VERDICT_WORDS = {
    "contradict": "contradict each other",
    "update": "moved on between reports",
    "compatible": "differ in precision only",
    "agree": "agree",
}


class Evidence(NamedTuple):
    """One reading as the page quotes it: tone and letter of its group, who says it, its sentence."""

    tone: str
    group: str
    outlet: str
    url: str
    chain: list[str]
    own: bool
    origin: str
    shown: str
    when: str
    quote: Quote


class Party(NamedTuple):
    """One side of a contested fact. `words` is its value as (text, differs from the other side) pieces."""

    tone: str
    group: str
    words: list[tuple[str, bool]]
    when: str
    outlets: list[str]
    origins: list[tuple[str, int]]
    size: str
    evidence: list[Evidence]
    holders: list[tuple[str, list[Evidence]]]


class Card(NamedTuple):
    """A contested fact: the sides that exclude each other, and the readings that take neither."""

    id: str
    fact: dict[str, object]
    kind: str
    alone: bool
    parties: list[Party]
    neutral: list[Evidence]


def _safe_url(url: str) -> str:
    return url if url.lower().startswith(("https://", "http://")) else ""


def _tone(group: str, groups: list[str]) -> str:
    return TONES[groups.index(group) % len(TONES)]


def _quote_rows(story: "Story", rows: pd.DataFrame, groups: list[str]) -> list[Evidence]:
    urls = dict(zip(story.articles["article_id"], story.articles["url"], strict=True))
    return [
        Evidence(
            tone=_tone(row["group"], groups),
            group=row["group"],
            outlet=row["outlet"],
            url=_safe_url(urls.get(row["article_id"], "")),
            chain=split_chain(row["speakers"]) or [OWN_VOICE],
            own=not row["speakers"],
            origin=row["origin"],
            shown=row["shown"],
            when=row["means"],
            quote=quote_evidence(story, row),
        )
        for _, row in rows.iterrows()
    ]


def _mark_difference(text: str, other: str) -> list[tuple[str, bool]]:
    """Cut `text` into runs of words that `other` has too and runs that it hasn't."""
    mine, theirs = text.split(), other.split()
    blocks = SequenceMatcher(None, [w.lower() for w in mine], [w.lower() for w in theirs], autojunk=False)
    pieces = []
    for tag, start, end, _, _ in blocks.get_opcodes():
        if end > start:
            pieces.append((" ".join(mine[start:end]), tag != "equal"))
    return pieces


def _words_of(side: Side, dispute: Dispute) -> list[tuple[str, bool]]:
    others = [s.value for s in dispute.sides if s.groups != side.groups]
    if dispute.fact["type"] != "quote" or len(others) != 1:
        return [(side.value, False)]
    return _mark_difference(side.value, others[0])


def _build_party(story: "Story", side: Side, dispute: Dispute, groups: list[str]) -> Party:
    evidence = _quote_rows(story, side.readings, groups)
    holders: dict[str, list[Evidence]] = {}
    for who, quoted in zip(side.readings["who"], evidence, strict=True):
        holders.setdefault(who, []).append(quoted)
    origins = side.readings["origin"].value_counts(sort=False)
    return Party(
        tone=_tone(side.groups[0], groups),
        group="".join(side.groups),
        words=_words_of(side, dispute),
        when=side.when,
        outlets=side.outlets,
        origins=[(name, int(origins[name])) for name in side.origins],
        size="long" if len(side.value) > 40 else "short",
        evidence=evidence,
        holders=list(holders.items()),
    )


def _build_card(story: "Story", fact_id: str, readings: pd.DataFrame) -> Card:
    dispute = open_dispute(story, fact_id, rows=readings)
    groups = sorted(group for side in [*dispute.sides, *dispute.neutral] for group in side.groups)
    fact = dispute.fact.to_dict() | {"label": flatten(dispute.fact["label"])}
    parties = [_build_party(story, side, dispute, groups) for side in dispute.sides]
    neutral = [quoted for side in dispute.neutral for quoted in _quote_rows(story, side.readings, groups)]
    return Card(f"fact-{fact_id}", fact, TYPE_WORDS[fact["type"]], dispute.within_one_article, parties, neutral)


class Line(NamedTuple):
    """A row of the matrix as the page shows it; `search` is what the text filter looks in."""

    fact: dict[str, object]
    kind: str
    mark: str
    cells: list[list[tuple[str, Entry]]]
    evidence: list[Evidence]
    reasons: str
    search: str


def _reasons(story: "Story", fact_id: str) -> str:
    pairs = story.relations[story.relations["fact_id"].eq(fact_id) & story.relations["relation"].ne("agree")]
    said = (pairs["relation"] + ": " + pairs["reason"].map(format_reason)).where(pairs["reason"].ne(""))
    return "; ".join(dict.fromkeys(said.dropna()))


def _build_line(story: "Story", row: Row) -> Line:
    groups = sorted(set(row.readings["group"]))
    fact = row.fact.to_dict() | {"label": flatten(row.fact["label"])}
    cells = [[(_tone(entry.group, groups) if len(groups) > 1 else "", entry) for entry in cell] for cell in row.cells]
    words = [str(fact["label"]), *row.readings["shown"], *row.readings["who"], *row.readings["outlet"]]
    return Line(
        fact=fact,
        kind=TYPE_WORDS[fact["type"]],
        mark=MARKS[fact["verdict"]],
        cells=cells,
        evidence=_quote_rows(story, row.readings, groups),
        reasons=_reasons(story, fact["fact_id"]),
        search=" ".join(dict.fromkeys(words)).lower(),
    )


def _measure_verdicts(story: "Story") -> list[dict[str, object]]:
    """Return the bar of verdicts: word, mark, count, and place and width in percent of the bar."""
    counts = shared_facts(story)["verdict"].value_counts()
    found = [(verdict, int(counts[verdict])) for verdict in VERDICTS[:4] if counts.get(verdict, 0)]
    total = sum(n for _, n in found) or 1
    starts = accumulate([0, *(n for _, n in found)])
    return [
        {
            "verdict": v,
            "mark": MARKS[v],
            "word": VERDICT_WORDS[v],
            "n": n,
            "x": round(100 * start / total, 3),
            "width": round(100 * n / total, 3),
        }
        for (v, n), start in zip(found, starts, strict=False)
    ]


def _lay_agreement(story: "Story") -> dict[str, object]:
    """Return the square of outlets: names, and for every pair the share and number of consistent facts."""
    table, names = agreement_table(story), name_articles(story)
    used = sorted(names[a] for a in story.articles["article_id"][story.articles["set_aside"].eq("")])
    found = {}
    for row in table.to_dict("records"):
        n = row["facts in common"]
        share = (row["agree"] + row["compatible"]) / n if n else None
        cell = {
            "n": n,
            "share": share,
            "level": "" if share is None else f"l{min(4, int((1 - share) * 10))}",
            "said": row["consistent"],
        }
        found[row["outlet"], row["other"]] = found[row["other"], row["outlet"]] = cell
    return {"names": used, "rows": [[found.get((a, b)) for b in used] for a in used]}


def _group_updates(story: "Story") -> list[dict[str, object]]:
    table = updates_table(story)
    return [
        {"figure": figure, "steps": part.to_dict("records")} for figure, part in table.groupby("figure", sort=False)
    ]


def _list_inputs(story: "Story") -> list[dict[str, object]]:
    names, rows = name_articles(story), []
    for a in story.articles.sort_values(["published", "article_id"], kind="stable").to_dict("records"):
        rows.append(
            {
                **a,
                "outlet": names[a["article_id"]],
                "title": flatten(a["title"]),
                "url": _safe_url(a["url"]),
                "published": format_published(a),
                "set_aside": format_reason(a["set_aside"]),
            }
        )
    return rows


def _list_versions(story: "Story") -> list[tuple[str, str]]:
    flat = {k: v for k, v in story.info.items() if isinstance(v, str | int | float) and not isinstance(v, bool)}
    versions = story.info.get("versions", {})
    return sorted({**flat, **(versions if isinstance(versions, dict) else {})}.items())


def _gather_contested(story: "Story") -> dict[str, object]:
    readings = describe_readings(story)
    main = find_fact(story)
    contested = story.facts["fact_id"][story.facts["verdict"].eq("contradict")]
    cards = [_build_card(story, fact, readings) for fact in rank_disputes(story)["fact_id"]]
    place = {fact: n for n, fact in enumerate(contested)}
    cards.sort(key=lambda card: (card.fact["fact_id"] != main, -card.fact["n_articles"], place[card.fact["fact_id"]]))
    return {"cards": cards, "main": cards[0] if cards else None}


def _gather_page(story: "Story") -> dict[str, object]:
    matrix, timeline, lone = lay_matrix(story), timeline_table(story), one_origin_table(story)
    shared_dates = timeline["verdict"].ne("single")
    return {
        **_gather_contested(story),
        "story": story,
        "title": headline(story),
        "span": format_span(story),
        "sentences": summarise(story),
        "verdicts": _measure_verdicts(story),
        "n_single": len(story.facts) - len(matrix.rows),
        "outlets": matrix.outlets,
        "lines": [_build_line(story, row) for row in matrix.rows],
        "updates": _group_updates(story),
        "timeline": timeline[shared_dates].to_dict("records"),
        "n_other_dates": int((~shared_dates).sum()),
        "impossible": impossible_dates_table(story).to_dict("records"),
        "reliance": reliance_table(story).to_dict("records"),
        "agreement": _lay_agreement(story),
        "lone": lone.to_dict("records"),
        "checks": verify_next_table(story, limit=MAX_CHECKS).rename(columns={"no.": "n"}).to_dict("records"),
        "inputs": _list_inputs(story),
        "steps": steps_table(story).rename(columns={"left out": "left_out"}).to_dict("records"),
        "versions": _list_versions(story),
    }


@cache
def _read_asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _seal(text: str) -> str:
    """Return the expression that lets this very style or script through the security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _load_environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("factdiff", "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"sentence": start_sentence}
    environment.globals |= {
        "count_noun": count_noun,
        "MARKS": MARKS,
        "VERDICT_WORDS": VERDICT_WORDS,
        "TYPE_WORDS": TYPE_WORDS,
        "MAX_CARDS": MAX_CARDS,
        "MAX_CHECKS": MAX_CHECKS,
        "MAX_QUOTES": MAX_QUOTES,
    }
    return environment


def render_report(story: "Story") -> str:
    """Return the report as one HTML page that holds all it needs and loads nothing.

    Whatever the articles say stays text: it is escaped, and the page's security policy lets through its own
    style and script only. The same story gives the same page, byte for byte.
    """
    style, script = _read_asset("report.css"), _read_asset("report.js")
    return (
        _load_environment()
        .get_template("report.html")
        .render(
            **_gather_page(story),
            style=Markup(style),
            style_seal=_seal(style),
            script=Markup(script),
            script_seal=_seal(script),
        )
    )


def write_report(story: "Story", path: str | Path) -> Path:
    """Write the report to `path`, making its folder; a failure leaves what stood there before.

    Returns:
        The path of the file.
    """
    page, path = render_report(story), Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".draft-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(page)
        Path(draft).chmod(0o644)
        os.replace(draft, path)
    finally:
        Path(draft).unlink(missing_ok=True)
    return path
