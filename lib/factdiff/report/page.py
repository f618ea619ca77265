"""What the page shows, computed from the story's tables, and the page itself."""

import base64
import hashlib
import os
import tempfile
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
from markupsafe import Markup

from factdiff.show.charts import interval_chart, reliance_chart, updates_chart
from factdiff.show.checks import verify_next_table
from factdiff.show.display import draw_still
from factdiff.show.divergence import agreement_table
from factdiff.show.evidence import describe_readings
from factdiff.show.explorer import Rest, build_view, count_rest, read_script, read_style, take_evidence
from factdiff.show.facts import one_origin_table
from factdiff.show.framing import shared_facts
from factdiff.show.intervals import interval_table, pick_interval_fact
from factdiff.show.markup import TYPE_WORDS, VERDICT_WORDS, load_environment, read_asset
from factdiff.show.matrix import choose_articles
from factdiff.show.passages import Article, open_articles, safe_url
from factdiff.show.quoting import Evidence, choose_tone, quote_readings
from factdiff.show.sides import Dispute, Side, find_fact, open_dispute, rank_disputes
from factdiff.show.sources import reliance_table, steps_table
from factdiff.show.summary import format_span, headline, summarise
from factdiff.show.timeline import impossible_dates_table, moved_figures, timeline_table, trace_moves
from factdiff.show.unshown import list_neutral
from factdiff.show.wording import MARKS, flatten, format_interval, format_published, format_reason, name_articles
from factdiff.tables import VERDICTS

if TYPE_CHECKING:
    from factdiff.story import Story

MAX_CARDS = 12  # contradictions shown in full
MAX_FOLDED = 36  # more that open with one click; what lies beyond is in the matrix, at its top
MAX_QUOTES = 3  # quotations of a side shown at once
MAX_SIDE = 24  # quotations of a side altogether; the rest is counted by name
MAX_CHECKS = 12  # lines of a list shown at once
MAX_LIST = 120  # lines of a list altogether; the tables have the rest
MAX_NAMES = 12  # names in a row
MAX_LINES = 40  # articles listed; more than that open with one click
MAX_SQUARE = 16  # articles compared two by two
LIMITS = {"MAX_CARDS": MAX_CARDS, "MAX_QUOTES": MAX_QUOTES, "MAX_CHECKS": MAX_CHECKS}
LIMITS |= {"MAX_LIST": MAX_LIST, "MAX_NAMES": MAX_NAMES, "MAX_LINES": MAX_LINES}

Articles = Mapping[str, Article]


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
    rest: list[Rest]
    holders: list[tuple[str, list[Evidence]]]


class Card(NamedTuple):
    """A contested fact: the sides that exclude each other, the readings that take neither, and evidence beside it."""

    id: str
    fact: dict[str, object]
    kind: str
    alone: bool
    parties: list[Party]
    neutral: list[Evidence]
    rest: list[Rest]
    beside: list[Evidence]


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


def _build_party(story: "Story", side: Side, dispute: Dispute, groups: list[str], articles: Articles) -> Party:
    quoted = take_evidence(side.readings, MAX_SIDE)
    evidence = quote_readings(story, side.readings[quoted], groups, articles)
    holders: dict[str, list[Evidence]] = {}
    for who, item in zip(side.readings["who"][quoted], evidence, strict=True):
        holders.setdefault(who, []).append(item)
    origins = side.readings["origin"].value_counts(sort=False)
    return Party(
        tone=choose_tone(side.groups[0], groups),
        group="".join(side.groups),
        words=_words_of(side, dispute),
        when=side.when,
        outlets=side.outlets,
        origins=[(name, int(origins[name])) for name in side.origins],
        size="long" if len(side.value) > 40 else "short",
        evidence=evidence,
        rest=count_rest(side.readings[~quoted], groups),
        holders=list(holders.items()),
    )


def _build_card(story: "Story", fact_id: str, readings: pd.DataFrame, articles: Articles) -> Card:
    dispute = open_dispute(story, fact_id, rows=readings)
    groups = sorted(group for side in [*dispute.sides, *dispute.neutral] for group in side.groups)
    fact = dispute.fact.to_dict() | {"label": flatten(dispute.fact["label"])}
    parties = [_build_party(story, side, dispute, groups, articles) for side in dispute.sides]
    sideless = [side.readings for side in dispute.neutral]
    neutral = pd.concat(sideless) if sideless else readings.head(0)
    quoted = take_evidence(neutral, MAX_SIDE)
    shown, rest = quote_readings(story, neutral[quoted], groups, articles), count_rest(neutral[~quoted], groups)
    kind, alone = TYPE_WORDS[fact["type"]], dispute.within_one_article
    return Card(f"fact-{fact_id}", fact, kind, alone, parties, shown, rest, [])


def _quote_beside(story: "Story", card: Card, articles: Articles) -> Card:
    """Add to the main dispute the evidence that doesn't show it, which is no reading of its fact."""
    dispute = open_dispute(story, card.fact["fact_id"])
    sides = list_neutral(story, dispute)[len(dispute.neutral) :]
    quoted = [item for side in sides for item in quote_readings(story, side.readings, [""], articles)]
    return card._replace(beside=[item._replace(tone="") for item in quoted[:MAX_SIDE]])


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
    table, names = agreement_table(story, most=MAX_SQUARE), name_articles(story)
    used = sorted(names[a] for a in choose_articles(story, MAX_SQUARE))
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


def _list_inputs(story: "Story") -> list[dict[str, object]]:
    names, rows = name_articles(story), []
    for a in story.articles.sort_values(["published", "article_id"], kind="stable").to_dict("records"):
        rows.append(
            {
                **a,
                "outlet": names[a["article_id"]],
                "title": flatten(a["title"]),
                "url": safe_url(a["url"]),
                "published": format_published(a),
                "set_aside": format_reason(a["set_aside"]),
            }
        )
    return rows


def _list_versions(story: "Story") -> list[tuple[str, str]]:
    flat = {k: v for k, v in story.info.items() if isinstance(v, str | int | float) and not isinstance(v, bool)}
    versions = story.info.get("versions", {})
    return sorted({**flat, **(versions if isinstance(versions, dict) else {})}.items())


def _gather_contested(story: "Story", articles: Articles) -> dict[str, object]:
    readings = describe_readings(story)
    main, ranked = find_fact(story), rank_disputes(story)
    place = {fact: n for n, fact in enumerate(story.facts["fact_id"])}
    order = sorted(
        zip(ranked["fact_id"], ranked["n_articles"], strict=True),
        key=lambda fact: (fact[0] != main, -fact[1], place[fact[0]]),
    )
    taken = [fact for fact, _ in order[: MAX_CARDS + MAX_FOLDED]]
    by_fact = dict(tuple(readings[readings["fact_id"].isin(taken)].groupby("fact_id", sort=False)))
    cards = [_build_card(story, fact, by_fact[fact], articles) for fact in taken]
    main = _quote_beside(story, cards[0], articles) if cards else None
    return {"cards": cards, "main": main, "n_contested": len(order)}


class Lone(NamedTuple):
    """What one article alone reports: the article's name, its readings, and how many more there are."""

    outlet: str
    evidence: list[Evidence]
    n: int


def _gather_lone(story: "Story", articles: Articles) -> dict[str, object]:
    """Return the facts that stand in one article only, article by article."""
    readings = describe_readings(story)
    alone = readings[~readings["fact_id"].isin(shared_facts(story)["fact_id"])]
    alone = alone.sort_values(["start", "value_start"], kind="stable")
    by_article, most = dict(tuple(alone.groupby("article_id", sort=False))), max(1, MAX_LIST // max(1, len(articles)))
    found = []
    for article_id, article in articles.items():
        if (part := by_article.get(article_id)) is not None:
            taken = part.head(max(most, MAX_CHECKS))
            quoted = quote_readings(story, taken, sorted(set(taken["group"])), articles)
            found.append(Lone(article.outlet, quoted, len(part)))
    return {"singles": found, "n_single": alone["fact_id"].nunique()}


class Interval(NamedTuple):
    """What one article prints of a contested number or date, and how far it reaches."""

    outlet: str
    side: str
    value: str
    reach: str


def _gather_intervals(story: "Story") -> dict[str, object]:
    table = interval_table(story) if _is_interval_contested(story) else interval_table(story).head(0)
    rows = [
        Interval(r.outlet, r.side, r.value, _say_reach(r)) for r in table.rename(columns={"from": "low"}).itertuples()
    ]
    return {"intervals": rows, "interval_fact": flatten(table["fact"].iloc[0]) if rows else ""}


def _is_interval_contested(story: "Story") -> bool:
    return pick_interval_fact(story) in set(rank_disputes(story)["fact_id"])


def _say_reach(row: tuple) -> str:
    if isinstance(row.low, str):
        return format_interval(row.low, row.to)
    ends = [f"{end:,.12g}" for end in (row.low, row.to)]
    return f"{' to '.join(dict.fromkeys(ends))} {row.unit}".strip()


def _draw_charts(story: "Story") -> dict[str, Markup]:
    """Draw the charts that have something to show; each stands after its numbers, so that ears may pass it over."""
    drawn = {
        "intervals": interval_chart if _is_interval_contested(story) and len(interval_table(story)) else None,
        "updates": updates_chart if len(moved_figures(story)) else None,
        "reliance": reliance_chart if len(reliance_table(story)) else None,
    }
    hidden = '<svg aria-hidden="true" focusable="false" '
    return {
        name: Markup(draw_still(draw(story).to_dict()).replace("<svg ", hidden, 1))
        for name, draw in drawn.items()
        if draw is not None
    }


def _gather_page(story: "Story") -> dict[str, object]:
    articles, timeline = open_articles(story), timeline_table(story)
    shared_dates = timeline["verdict"].ne("single")
    return {
        **_gather_contested(story, articles),
        **_gather_lone(story, articles),
        **_gather_intervals(story),
        "charts": _draw_charts(story),
        "story": story,
        "title": headline(story),
        "span": format_span(story),
        "sentences": summarise(story),
        "verdicts": _measure_verdicts(story),
        "view": build_view(story, articles),
        "articles": list(articles.values()),
        "updates": trace_moves(story, limit=MAX_CHECKS),
        "n_moved": int(story.facts["verdict"].eq("update").sum()),
        "timeline": timeline[shared_dates].to_dict("records"),
        "n_other_dates": int((~shared_dates).sum()),
        "impossible": impossible_dates_table(story).to_dict("records"),
        "reliance": reliance_table(story).to_dict("records"),
        "agreement": _lay_agreement(story),
        "lone": one_origin_table(story).to_dict("records"),
        "checks": verify_next_table(story, limit=MAX_CHECKS).rename(columns={"no.": "n"}).to_dict("records"),
        "inputs": _list_inputs(story),
        "steps": steps_table(story).rename(columns={"left out": "left_out"}).to_dict("records"),
        "versions": _list_versions(story),
    }


def _seal(text: str) -> str:
    """Return the expression that lets this very style or script through the security policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def render_report(story: "Story") -> str:
    """Return the report as one HTML page that holds all it needs and loads nothing.

    Whatever the articles say stays text: it is escaped, and the page's security policy lets through its own
    style and script only. The same story gives the same page, byte for byte.
    """
    style, script = read_style() + read_asset(__package__, "report.css"), read_script()
    return (
        load_environment()
        .get_template("report.html")
        .render(
            **_gather_page(story),
            **LIMITS,
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
