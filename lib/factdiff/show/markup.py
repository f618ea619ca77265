"""The templates, styles and scripts of the pages: one environment that escapes whatever the articles say."""

from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from factdiff.show.wording import MARKS, count_noun, start_sentence

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
LONG = 20  # rows; a longer matrix is printed without the facts on which all agree


@cache
def read_asset(package: str, name: str) -> str:
    """Return a style or script that lies beside the code of `package`."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


@cache
def load_environment() -> Environment:
    """Return the environment that renders the templates of the matrix and of the report."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("factdiff", "show"), PackageLoader("factdiff", "report")]),
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
        "LONG": LONG,
    }
    return environment
