"""factdiff: a diff for facts. What several news articles report about one event, side by side."""

from factdiff import show
from factdiff.report import write_report
from factdiff.show import *  # noqa: F403
from factdiff.story import Story, analyse, load_story

__all__ = ["Story", "analyse", "load_story", "write_report", *show.__all__]
