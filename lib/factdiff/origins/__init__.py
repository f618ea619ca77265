"""Where readings come from: copies by the words they share, relays by whom they cite, origins behind both."""

from factdiff.origins.copies import find_copies
from factdiff.origins.holders import merge_holders
from factdiff.origins.table import assign_origins, trace_origins

__all__ = ["assign_origins", "find_copies", "merge_holders", "trace_origins"]
