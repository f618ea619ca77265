"""A run of factdiff against an annotated story."""

from factdiff.score.gold import Gold, GoldError, read_gold
from factdiff.score.measures import Score, Share, score_run
from factdiff.score.rendering import render_score

__all__ = ["Gold", "GoldError", "Score", "Share", "read_gold", "render_score", "score_run"]
