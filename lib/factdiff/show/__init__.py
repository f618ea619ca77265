"""Tables, charts and sentences from a story's tables, as notebooks and report show them."""

from factdiff.show.charts import (
    agreement_heatmap,
    claims_chart,
    facts_chart,
    interval_chart,
    reliance_chart,
    sides_chart,
    timeline_chart,
    updates_chart,
    voices_chart,
)
from factdiff.show.checks import verify_next_table
from factdiff.show.display import set_display
from factdiff.show.disputes import dispute_sides, dispute_table, disputes_table, drift_table, settle_table
from factdiff.show.divergence import agreement_table, contradictions_table, relations_table
from factdiff.show.explorer import explore_matrix
from factdiff.show.facts import fact_counts, facts_table, one_origin_table, singles_table
from factdiff.show.intervals import interval_table
from factdiff.show.matrix import divergence_matrix
from factdiff.show.sources import origins_table, public_voices_table, reliance_table, sources_table, steps_table
from factdiff.show.summary import findings_table, summarise
from factdiff.show.timeline import impossible_dates_table, moved_figures, timeline_table, updates_table
from factdiff.show.voices import claims_table, statements_table, voices_table

__all__ = [
    "agreement_heatmap",
    "agreement_table",
    "claims_chart",
    "claims_table",
    "contradictions_table",
    "dispute_sides",
    "dispute_table",
    "disputes_table",
    "divergence_matrix",
    "drift_table",
    "explore_matrix",
    "fact_counts",
    "facts_chart",
    "facts_table",
    "findings_table",
    "impossible_dates_table",
    "interval_chart",
    "interval_table",
    "moved_figures",
    "one_origin_table",
    "origins_table",
    "public_voices_table",
    "relations_table",
    "reliance_chart",
    "reliance_table",
    "set_display",
    "settle_table",
    "sides_chart",
    "singles_table",
    "sources_table",
    "statements_table",
    "steps_table",
    "summarise",
    "timeline_chart",
    "timeline_table",
    "updates_chart",
    "updates_table",
    "verify_next_table",
    "voices_chart",
    "voices_table",
]
