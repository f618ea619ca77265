"""The notebooks through papermill."""

from factdiff.suite.errors import SuiteError
from factdiff.suite.execution import run_notebook
from factdiff.suite.runs import find_notebooks, refresh_notebooks, run_suite, run_tables

__all__ = [
    "SuiteError",
    "find_notebooks",
    "refresh_notebooks",
    "run_notebook",
    "run_suite",
    "run_tables",
]
