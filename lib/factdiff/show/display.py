"""How a notebook shows tables and charts: evidence whole, no row numbers, nothing loaded."""

from collections.abc import Sequence
from html import escape

import altair as alt
import pandas as pd
from IPython import get_ipython

# JupyterLab draws this version by itself; Altair's own renderer would fetch a script from a server.
VEGALITE_MIME_TYPE = "application/vnd.vegalite.v5+json"
VEGALITE_VERSION = "5.21"
VEGALITE_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

# On every cell, for JupyterLab drops style sheets from the outputs of a notebook that somebody else ran.
LOOKS = {
    "": "text-align:left;vertical-align:top",
    "short": "text-align:left;vertical-align:top;white-space:nowrap",
    "long": "text-align:left;vertical-align:top;min-width:14em",
    "number": "text-align:right;vertical-align:top",
}
SHORT, LONG = 16, 60  # characters: columns no wider than the one don't wrap, wider than the other get room


def format_table(frame: pd.DataFrame) -> str:
    """Return a table as HTML: text escaped and complete, no index, and a note when rows were left out.

    A first cell that repeats the one above it stays empty, so that the rows of one fact are seen as such.
    """
    cells = frame.astype("str").where(frame.notna(), "")
    kinds = [_choose_looks(frame.iloc[:, i], cells.iloc[:, i]) for i in range(frame.shape[1])]
    head = _format_row("th", list(frame.columns), kinds)
    rows, above = [], None
    for row in cells.itertuples(index=False, name=None):
        repeated = row[0] == above and kinds[0] != "number"
        rows.append(_format_row("td", ["" if repeated else row[0], *row[1:]], kinds))
        above = row[0]
    body = "".join(rows)
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>{_note_rest(frame)}"


def _format_row(tag: str, cells: Sequence[object], kinds: Sequence[str]) -> str:
    shown = (escape(str(cell)).replace("\n", "<br>") for cell in cells)
    parts = (f'<{tag} style="{LOOKS[k]}">{cell}</{tag}>' for cell, k in zip(shown, kinds, strict=True))
    return f"<tr>{''.join(parts)}</tr>\n"


def _choose_looks(column: pd.Series, cells: pd.Series) -> str:
    if pd.api.types.is_numeric_dtype(column):
        return "number"
    longest = cells.str.len().max() if len(cells) else 0
    return "short" if longest <= SHORT else "long" if longest > LONG else ""


def _note_rest(frame: pd.DataFrame) -> str:
    total = frame.attrs.get("total", len(frame))
    if frame.empty:
        return "<p><em>no rows</em></p>"
    return f"<p><em>{len(frame)} of {total} rows</em></p>" if total > len(frame) else ""


def _count_rows(frame: pd.DataFrame, printer: object, cycle: bool) -> None:
    printer.text(f"{len(frame)} of {frame.attrs.get('total', len(frame))} rows: {', '.join(map(str, frame.columns))}")


def draw_still(spec: dict) -> str:
    """Return a chart as a still picture, an SVG that loads nothing and whose text is escaped."""
    import vl_convert  # here, for it is large and only charts need it

    return vl_convert.vegalite_to_svg({**spec, "$schema": VEGALITE_SCHEMA}, vl_version=VEGALITE_VERSION)


def render_chart(spec: dict, **_: object) -> dict[str, object]:
    """Return a chart as JupyterLab draws it, with a still picture for readers that don't draw."""
    spec = {**spec, "$schema": VEGALITE_SCHEMA}
    still = draw_still(spec)
    return {VEGALITE_MIME_TYPE: spec, "image/svg+xml": still, "text/plain": "A chart of the table above"}


def set_display() -> None:
    """Set the running notebook up: tables whole and without row numbers, charts drawn without a network."""
    alt.renderers.register("factdiff", render_chart)
    alt.renderers.enable("factdiff")
    shell = get_ipython()
    if shell is None:
        return
    shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, format_table)
    shell.display_formatter.formatters["text/plain"].for_type(pd.DataFrame, _count_rows)
