"""factdiff: a diff for facts. What several news articles report about one event, side by side."""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factdiff.report import write_report  # noqa: F401
    from factdiff.show import *  # noqa: F403
    from factdiff.story import Story, analyse, load_story  # noqa: F401

_HOMES = {"Story": "story", "analyse": "story", "load_story": "story", "write_report": "report"}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: a command that draws nothing needn't wait for the charts."""
    if name == "__all__":
        return __dir__()
    home = _HOMES.get(name, "")
    if not home and not name.startswith("__") and not find_spec(f"factdiff.{name}"):  # a module is loaded as one
        home = "show" if name in import_module("factdiff.show").__all__ else ""
    if not home:
        raise AttributeError(f"module 'factdiff' has no attribute {name!r}")
    found = getattr(import_module(f"factdiff.{home}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*_HOMES, *import_module("factdiff.show").__all__])
