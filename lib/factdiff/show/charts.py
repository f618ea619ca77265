"""The charts, each drawn from a table of its own; readable in print and without telling colours apart."""

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from factdiff.show.disputes import dispute_sides, dispute_table
from factdiff.show.divergence import agreement_table
from factdiff.show.evidence import describe_readings
from factdiff.show.framing import shared_facts
from factdiff.show.intervals import interval_table
from factdiff.show.sources import reliance_table
from factdiff.show.timeline import moved_figures
from factdiff.show.voices import claims_table
from factdiff.show.wording import flatten, shorten
from factdiff.tables import TYPES, VERDICTS

if TYPE_CHECKING:
    from factdiff.story import Story

# Okabe and Ito's colours, which people with any kind of colour vision tell apart.
COLOURS = {
    "contradict": "#D55E00",
    "update": "#0072B2",
    "compatible": "#56B4E9",
    "agree": "#9AA5AB",
    "single": "#DDE2E4",
}
INK = "#1F2A30"
PALE = "#B9C4C9"
SIDES = ["#0072B2", "#D55E00", "#7A4F9E", "#009E73", "#8C6D1F"]
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"  # the first is what the still pictures are measured with
WIDTH = 520
ROW = 26  # height of one row in points
HOURLY, DAILY = 3, 8  # days; an axis that spans less has ticks by the hour, or by the day
MAX_ROWS = 30  # in a chart; the table before it has the rest
MAX_PANELS = 8  # figures that moved, one small chart each
MOST = 16  # articles compared two by two
RECENT = 400  # days before the last report that the line of time shows


def _finish(chart: alt.Chart) -> alt.Chart:
    """Give a finished chart the looks that all of them share."""
    return chart.configure(
        font=FONT,
        axis=alt.AxisConfig(labelColor=INK, titleColor=INK, titleFontWeight="normal"),
        view=alt.ViewConfig(stroke=None),
        title=alt.TitleConfig(anchor="start", color=INK),
    )


def _say_nothing(message: str) -> alt.Chart:
    """Return a chart that says why there is nothing to draw."""
    text = alt.Chart(pd.DataFrame({"message": [message]})).mark_text(color=INK, align="center")
    return _finish(text.encode(text="message:N").properties(width=WIDTH, height=ROW))


def _rows(field: str, order: list[str], title: str = "") -> alt.Y:
    axis = alt.Axis(labelLimit=400, title=title or None, domain=False, ticks=False)
    return alt.Y(f"{field}:N", sort=order, axis=axis)


def reliance_chart(story: "Story") -> alt.Chart:
    """Draw who relies on whom: outlets down, what they rely on across; a square is a copy."""
    table = reliance_table(story)
    if table.empty:
        return _say_nothing("No article copies or cites another report.")
    table = table[["outlet", "relies on", "how"]].drop_duplicates()
    table, rest = _cut_rows(table, "outlet")
    table = table.assign(**{"relies on": table["relies on"].map(lambda name: shorten(name, 32))})
    shape = alt.Shape(
        "how:N", title=None, scale=alt.Scale(domain=["cites it", "copies it"], range=["circle", "square"])
    )
    points = alt.Chart(table).mark_point(size=160, filled=True, color=COLOURS["update"], opacity=1)
    axis = alt.Axis(orient="top", labelAngle=-35, labelLimit=220, grid=True, domain=False, ticks=False, title=None)
    x = alt.X("relies on:N", axis=axis)
    encoded = points.encode(x=x, y=_rows("outlet", sorted(set(table["outlet"]))), shape=shape)
    return _finish(_say_rest(encoded, "relies on →", rest).properties(width={"step": 44}, height={"step": ROW}))


def claims_chart(story: "Story") -> alt.Chart:
    """Draw each article's claims as a bar: in its own voice, and in the voice of those it cites."""
    table = claims_table(story)
    long = table.melt("outlet", ["own voice", "another's voice"], "voice", "number")
    if not long["number"].sum():
        return _say_nothing("No claim was found.")
    colour = alt.Color(
        "voice:N",
        title=None,
        sort=["own voice", "another's voice"],
        legend=alt.Legend(orient="top"),
        scale=alt.Scale(domain=["own voice", "another's voice"], range=[PALE, COLOURS["update"]]),
    )
    x = alt.X("number:Q", title="claims", axis=alt.Axis(tickMinStep=1, grid=False))
    bars = (
        alt.Chart(long)
        .mark_bar(stroke="white")
        .encode(
            x=x,
            y=_rows("outlet", list(table["outlet"])),
            color=colour,
            order=alt.Order("voice:N", sort="descending"),
        )
    )
    return _finish(bars.properties(width=WIDTH, height={"step": ROW}))


def facts_chart(story: "Story") -> alt.Chart:
    """Draw the shared facts of each type as a bar, parted by verdict."""
    shared = shared_facts(story)
    if shared.empty:
        return _say_nothing("No fact is reported by two articles.")
    counts = shared.groupby(["type", "verdict"]).size().rename("facts").reset_index()
    counts["rank"] = counts["verdict"].map(VERDICTS.index)
    colour = alt.Color(
        "verdict:N",
        title=None,
        sort=list(COLOURS),
        legend=alt.Legend(orient="top"),
        scale=alt.Scale(domain=list(VERDICTS[:4]), range=[COLOURS[v] for v in VERDICTS[:4]]),
    )
    base = alt.Chart(counts).encode(y=_rows("type", [t for t in TYPES if t in set(counts["type"])]))
    x = alt.X("facts:Q", stack="zero", axis=alt.Axis(tickMinStep=1, grid=False))
    bars = base.mark_bar(stroke="white").encode(x=x, color=colour, order="rank:Q")
    return _finish(bars.properties(width=WIDTH, height={"step": ROW}))


def agreement_heatmap(story: "Story") -> alt.LayerChart | alt.Chart:
    """Draw, for every two articles, the share of their common facts on which they are consistent."""
    table = agreement_table(story, most=MOST)
    table = table[table["facts in common"].gt(0)]
    if table.empty:
        return _say_nothing("No two articles have a fact in common.")
    both = pd.concat([table, table.rename(columns={"outlet": "other", "other": "outlet"})], ignore_index=True)
    share = (both["agree"] + both["compatible"]) / both["facts in common"]
    both = both.assign(share=share.round(3), of="of " + both["facts in common"].astype("str"))
    order = sorted(set(both["outlet"]))
    base = alt.Chart(both[["outlet", "other", "share", "of"]]).encode(
        x=alt.X("other:N", sort=order, title=None, axis=alt.Axis(orient="top", labelAngle=-35, labelLimit=150)),
        y=_rows("outlet", order),
    )
    scale = alt.Scale(domain=[0.5, 1], range=["#F6C9A6", "#F3F6F7", "#8FB8D0"], interpolate="lab", clamp=True)
    squares = base.mark_rect(stroke="white").encode(color=alt.Color("share:Q", scale=scale, legend=None))
    text = base.mark_text(color=INK, fontSize=11, dy=-4).encode(text=alt.Text("share:Q", format=".0%"))
    facts = base.mark_text(color=INK, fontSize=8.5, dy=8).encode(text="of:N")
    return _finish((squares + text + facts).properties(width={"step": 46}, height={"step": 34}))


def interval_chart(story: "Story", claim: str = "") -> alt.LayerChart | alt.Chart:
    """Draw the intervals that `interval_table` gives: one row a reading, one shape and colour a side."""
    table = interval_table(story, claim)
    if table.empty:
        return _say_nothing("No number or date is contested.")
    dated = table["unit"].eq("").all() and table["from"].map(lambda end: isinstance(end, str)).all()
    table = table.assign(reading=table["outlet"] + ": " + table["value"].map(lambda text: shorten(text, 40)))
    if dated:
        x = _time("from", pd.concat([table["from"], table["to"]]))
    else:
        scale = alt.Scale(zero=False, padding=12)
        whole = bool((table[["from", "to"]].stack() % 1).eq(0).all())
        span = table["to"].max() - table["from"].min()
        axis = alt.Axis(tickCount=max(1, min(6, int(span))), format=",~f") if whole else alt.Axis(tickCount=6)
        x = alt.X("from:Q", title=table["unit"].iloc[0] or None, axis=axis, scale=scale)
    table, rest = _cut_rows(table, "reading")
    base = alt.Chart(table).encode(y=_rows("reading", list(dict.fromkeys(table["reading"]))))
    colour = alt.Color("side:N", scale=alt.Scale(range=SIDES))
    bars = base.mark_rule(strokeWidth=5, color=PALE).encode(x=x, x2="to")
    points = base.mark_point(filled=True, size=80, opacity=1).encode(
        x="at:T" if dated else "at:Q", shape="side:N", color=colour
    )
    title = shorten(table["fact"].iloc[0], 90)
    return _finish(_say_rest(bars + points, title, rest).properties(width=WIDTH, height={"step": ROW}))


def sides_chart(story: "Story", claim: str = "") -> alt.Chart:
    """Draw, for each side of a dispute, its readings beside its independent origins."""
    table = dispute_sides(story, claim)
    if table.empty:
        return _say_nothing("Nothing in this story is contradicted.")
    table = table.assign(side=table["side"].map(lambda value: shorten(value, 40)))
    counted = ["readings", "origins"]
    long = table.melt("side", counted, "counted", "number")
    colour = alt.Color(
        "counted:N",
        title=None,
        sort=counted,
        legend=alt.Legend(orient="top"),
        scale=alt.Scale(domain=counted, range=[PALE, COLOURS["contradict"]]),
    )
    bars = (
        alt.Chart(long)
        .mark_bar()
        .encode(
            x=alt.X("number:Q", title=None, axis=alt.Axis(tickMinStep=1, format="d", grid=False)),
            y=_rows("side", list(table["side"])),
            yOffset=alt.YOffset("counted:N", sort=counted),
            color=colour,
        )
    )
    return _finish(bars.properties(width=WIDTH, height={"step": ROW // 2 + 3}))


def voices_chart(story: "Story", claim: str = "") -> alt.Chart:
    """Draw who relies on whom in one dispute: the outlets down, the origins that they draw on across, by side."""
    tables = [dispute_table(story, claim), dispute_table(story, claim, neutral=True)]
    table = pd.concat([t for t in tables if len(t)] or tables[:1], ignore_index=True)
    if table.empty:
        return _say_nothing("Nothing in this story is contradicted.")
    table = table.assign(side=table["side"].map(lambda value: shorten(value, 40)))
    counts = table.groupby(["outlet", "origin", "side"], sort=True).size().rename("readings").reset_index()
    sides = list(dict.fromkeys(table["side"]))
    colour = alt.Color("side:N", title=None, sort=sides, legend=alt.Legend(orient="top", columns=1, labelLimit=400),
                       scale=alt.Scale(domain=sides, range=(SIDES * len(sides))[: len(sides)]))  # fmt: skip
    shape = alt.Shape("side:N", title=None, sort=sides)
    x = alt.X("origin:N", title="draws on", axis=alt.Axis(orient="top", labelAngle=0, labelLimit=180, grid=True))
    points = alt.Chart(counts).mark_point(filled=True, opacity=1, size=160)
    encoded = points.encode(
        x=x,
        y=_rows("outlet", sorted(set(counts["outlet"]))),
        yOffset=alt.YOffset("side:N", sort=sides),
        color=colour,
        shape=shape,
    )
    return _finish(encoded.properties(width=WIDTH, height={"step": ROW // 2 + 3}))


def _time(field: str, ends: pd.Series) -> alt.X:
    """Return an axis for the ISO times `ends`, labelled as finely as they lie apart, in UTC."""
    times = pd.to_datetime(ends, utc=True, errors="coerce", format="ISO8601")
    days = (times.max() - times.min()) / pd.Timedelta(days=1)
    clock = bool(ends.str.contains("T").any()) and days < HOURLY
    form, count = ("%-d %b %H:%M", 5) if clock else ("%-d %b %Y", "day" if days < DAILY else 5)
    axis = alt.Axis(format=form, labelAngle=0, tickCount=count, labelOverlap="greedy", labelSeparation=8)
    return alt.X(f"{field}:T", title=None, axis=axis, scale=alt.Scale(type="utc", padding=12))


def _shared_dates(story: "Story") -> pd.DataFrame:
    """Return the shared and disputed dates of the time shortly before the last report."""
    readings = describe_readings(story)
    shared = set(shared_facts(story)["fact_id"])
    dates = readings[readings["type"].eq("date") & readings["fact_id"].isin(shared) & readings["date_start"].ne("")]
    table = pd.DataFrame(
        {
            "what": dates["label"].map(flatten),
            "verdict": dates["verdict"],
            "from": dates["date_start"].str[:10],
            "to": dates["date_end"].where(dates["date_end"].ne(""), dates["date_start"]).str[:10],
        }
    )
    last = pd.to_datetime(story.articles["published"].str[:10], errors="coerce").max()
    if pd.notna(last):
        table = table[table["to"].ge(str((last - pd.Timedelta(days=RECENT)).date()))]
    return table.drop_duplicates().sort_values(["from", "to", "what"], kind="stable")


def timeline_chart(story: "Story") -> alt.LayerChart | alt.Chart:
    """Draw the dates that several articles give, and those in dispute, on one line of time.

    What lies more than 400 days before the last report is in the table only, so that the days stay apart.
    """
    table = _shared_dates(story)
    if table.empty:
        return _say_nothing("No two articles give a date for the same thing.")
    table = table.assign(what=table["what"].map(lambda label: shorten(label, 70)))
    scale = alt.Scale(domain=list(VERDICTS[:4]), range=[COLOURS[v] for v in VERDICTS[:4]])
    colour = alt.Color("verdict:N", title=None, scale=scale, legend=alt.Legend(orient="top"))
    order = list(dict.fromkeys(table["what"]))
    base = alt.Chart(table).encode(x=_time("from", pd.concat([table["from"], table["to"]])), y=_rows("what", order))
    spans = base.mark_rule(strokeWidth=5, color=PALE).encode(x2="to:T")
    shape = alt.Shape("verdict:N", title=None, scale=alt.Scale(domain=list(VERDICTS[:4])))
    points = base.mark_point(filled=True, size=70, opacity=1).encode(shape=shape, color=colour)
    return _finish((spans + points).properties(width=WIDTH - 100, height={"step": ROW}))


def updates_chart(story: "Story") -> alt.FacetChart | alt.Chart:
    """Draw every figure that moved, value over time, one small chart for each."""
    table = moved_figures(story)
    if table.empty:
        return _say_nothing("No number moved on between reports.")
    figures = list(dict.fromkeys(table["figure"]))
    table = table[table["figure"].isin(figures[:MAX_PANELS])]
    table = table.assign(figure=table["figure"].map(lambda label: shorten(label, 96)), time=table["as of"])
    same = ["figure", "time", "number"]
    counts = table.groupby(same, sort=False)["outlet"].nunique().rename("outlets").reset_index()
    counts["said"] = _label_first(counts)
    base = alt.Chart(counts).encode(
        x=_time("time", counts["time"]),
        y=alt.Y("number:Q", title=None, axis=alt.Axis(tickCount=3, format=",~f"), scale=alt.Scale(padding=14)),
    )
    size = alt.Size("outlets:Q", legend=None, scale=alt.Scale(domain=[1, 8], range=[40, 220]))
    lines = base.mark_line(color=PALE, interpolate="step-after", strokeWidth=1.5)
    points = base.mark_point(filled=True, opacity=0.85, color=COLOURS["update"]).encode(size=size)
    labels = base.mark_text(color=INK, align="left", dx=8, dy=-7).encode(text="said:N")
    header = alt.Header(labelLimit=WIDTH + 60, labelAnchor="start")
    panels = (
        (lines + points + labels)
        .properties(width=WIDTH, height=100)
        .facet(alt.Facet("figure:N", title=None, header=header, sort=None), columns=1)
    )
    return _finish(panels.resolve_scale(y="independent"))


def _label_first(counts: pd.DataFrame) -> pd.Series:
    """Return each number as text where it isn't the one before, so that labels don't crowd."""
    new = counts["number"].ne(counts.groupby("figure", sort=False)["number"].shift())
    return counts["number"].map("{:,g}".format).where(new, "")


def _cut_rows(table: pd.DataFrame, row: str) -> tuple[pd.DataFrame, int]:
    """Return the lines of `table` that make the first rows of a chart, and how many rows it leaves out."""
    rows = list(dict.fromkeys(table[row]))
    return table[table[row].isin(rows[:MAX_ROWS])], max(0, len(rows) - MAX_ROWS)


def _say_rest(chart: alt.Chart, title: str, rest: int) -> alt.Chart:
    """Give a chart its title, and below it say how many rows it leaves out."""
    more = f"the first {MAX_ROWS} rows; {rest} more are in the table" if rest else ""
    return chart.properties(title=alt.Title(title, subtitle=more) if more else alt.Title(title))
