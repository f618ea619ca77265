"""The charts: specifications that are the same twice, for every kind of story."""

import json
from collections.abc import Callable

import pytest

import factdiff.show as show
from factdiff.show.display import VEGALITE_MIME_TYPE, render_chart
from sample_stories import build_empty_story, build_lone_story, build_peaceful_story, build_story

CHARTS = sorted(name for name in show.__all__ if name.endswith(("_chart", "_heatmap")))
STORIES = [build_story, build_lone_story, build_empty_story, build_peaceful_story]


@pytest.mark.parametrize("build", STORIES, ids=lambda build: build.__name__)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_of_every_story_is_drawn_and_the_same_twice(name: str, build: Callable):
    first, second = (getattr(show, name)(build()).to_dict() for _ in range(2))
    assert json.dumps(first) == json.dumps(second)
    assert len(json.dumps(first)) < 20_000


def test_a_chart_has_a_still_picture_and_loads_nothing():
    bundle = render_chart(show.agreement_heatmap(build_story()).to_dict())
    assert set(bundle) == {VEGALITE_MIME_TYPE, "image/svg+xml", "text/plain"}
    assert "text/html" not in bundle
    assert bundle["image/svg+xml"].startswith("<svg")
    assert bundle == render_chart(show.agreement_heatmap(build_story()).to_dict())


def test_intervals_reach_as_far_as_the_printed_precision():
    table = show.interval_table(build_story(), "by how much shares fell")
    assert table[["from", "to"]].to_numpy().tolist() == [[1.5, 2.5], [2.5, 3.5]]


@pytest.mark.parametrize(
    ("bound", "number", "high", "expected"),
    [
        ("exact", 5, None, [5, 5]),
        ("about", 60, None, [55, 65]),
        ("about", 6.1, None, [6.05, 6.15]),
        ("about", 1100, None, [1050, 1150]),
        ("at_least", 3, None, [3, 3.75]),
        ("at_most", 3, None, [0, 3]),
        ("range", 24, 99, [24, 99]),
    ],
)
def test_bounds_become_intervals(bound: str, number: float, high: float | None, expected: list[float]):
    more = {"number": number, "high": high, "bound": bound, "unit": "person"}
    facts = [("How many?", "quantity", "contradict", [("alpha", "five", "five", "A", more)], {})]
    table = show.interval_table(build_story(facts, {"alpha": "There were five."}))
    assert table[["from", "to"]].to_numpy().tolist() == [expected]
