"""Stories whose articles try to become something else: markup and scripts, and what a spreadsheet would run."""

from factdiff.story import Story
from sample_stories import FACTS, TEXTS, build_story

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><style>*{display:none}</style>{{ 7 * 7 }}"
FORMULA = '=HYPERLINK("https://example.org","two dead")'


def build_hostile_story() -> Story:
    """Return a story with markup and scripts in everything that an article gives."""
    texts = {name: f"{text} {HOSTILE} ends." for name, text in TEXTS.items()}
    label, kind, verdict, readings, relations = FACTS[0]
    more = {"stance": "asserts", "speakers": f"{HOSTILE} > {HOSTILE}", "holder": HOSTILE, "quote": HOSTILE}
    worse = [("alpha", HOSTILE, HOSTILE, "A", more), *readings[1:]]
    facts = [
        (label + HOSTILE, kind, verdict, worse, relations),
        (
            HOSTILE,
            "quote",
            "contradict",
            [("alpha", HOSTILE, HOSTILE, "A", more), ("beta", HOSTILE, "x", "B", {"quote": "x"})],
            {"AB": "contradict"},
        ),
        *FACTS[1:],
    ]
    columns = {
        "outlet": HOSTILE,
        "title": HOSTILE,
        "path": HOSTILE,
        "url": "javascript:alert(3)",
        "byline": HOSTILE,
    }
    return build_story(facts, texts, name=HOSTILE, **columns)


def build_formula_story() -> Story:
    """Return a story with formulas in everything that an article gives, and a number below zero."""
    texts = {"alpha": f"It was -2.5 degrees. {FORMULA}", "beta": f"{FORMULA} @home +1 -2 dead"}
    readings = [
        ("alpha", "-2.5 degrees", "-2.5", "A", {"number": -2.5, "unit": "degree", "bound": "exact"}),
        ("beta", FORMULA, FORMULA, "B", {"number": -3.0, "unit": "degree", "bound": "exact", "speakers": "@home"}),
    ]
    facts = [(f"+How cold? {FORMULA}", "quantity", "contradict", readings, {"AB": "contradict"})]
    return build_story(facts, texts, outlet="@outlet", title=FORMULA, byline="-x", name="=story")
