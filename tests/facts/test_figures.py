"""What a figure is to those it is compared with."""

import pytest

from factdiff.facts.figures import mark_sole, read_figure


@pytest.mark.parametrize(
    ("articles", "telling"),
    [
        # one number of breaches in the whole story
        ({"a": "Inspectors listed 14 breaches at the dairy.", "b": "The dairy had 14 breaches."}, [True, True]),
        ({"a": "Inspectors listed five breaches.", "b": "The dairy had five violations."}, [True, True]),
        # another number of them somewhere, a pair, people
        ({"a": "Inspectors listed 14 breaches.", "b": "The dairy had nine breaches."}, [False, False]),
        ({"a": "Inspectors listed two breaches.", "b": "The dairy had two breaches."}, [False, False]),
        ({"a": "The fire hurt 14 people.", "b": "Doctors treated 14 people."}, [False, False]),
        # figures that tell by themselves
        ({"a": "The fire burned 305 tons of hay.", "b": "The farm lost 410 tons of hay."}, [True, True]),
    ],
)
def test_what_tells_a_figure_from_others(make_setting, articles, telling):
    setting = make_setting(articles)
    figures = [read_figure(setting, m) for m in setting.mentions if m.type == "quantity"]
    assert [f.is_telling for f in mark_sole(figures)] == telling
