import pytest

from factdiff.facts.weights import Weights, cosine

ARTICLES = {"a": ["quake", "mosque"], "b": ["quake", "landslide"], "c": ["quake"]}


def test_rare_terms_weigh_more():
    weights = Weights(ARTICLES)
    assert weights.weigh("mosque") > weights.weigh("quake") > 0


def test_common_terms_mark_the_story():
    weights = Weights(ARTICLES)
    assert weights.is_common("quake")
    assert not weights.is_common("mosque")
    assert not weights.is_common("unheard of")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ({"x": 1.0}, {"x": 2.0}, 1.0),
        ({"x": 1.0}, {"y": 1.0}, 0.0),
        ({}, {"x": 1.0}, 0.0),
        ({"x": 1.0, "y": 1.0}, {"x": 1.0}, 0.5**0.5),
    ],
)
def test_cosine(a, b, expected):
    assert cosine(a, b) == pytest.approx(expected)
    assert cosine(b, a) == pytest.approx(expected)
