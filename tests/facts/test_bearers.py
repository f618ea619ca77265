"""Whose age a value is, by the fullest name that the story has."""

import pytest


@pytest.mark.parametrize(
    ("articles", "words"),
    [
        ({"a": "Maria Lopez, 41, was hurt in the fire."}, ("maria", "lopez")),
        ({"a": "Maria Lopez was hurt in the fire.\nLopez, 41, is a nurse."}, ("maria", "lopez")),
        ({"a": "Lopez, 41, is a nurse.", "b": "Maria Lopez was hurt in the fire."}, ("maria", "lopez")),
        ({"a": "Maria Lopez and Daniel Lopez fled.\nLopez, 41, is a nurse."}, ()),
        ({"a": "The 41-year-old was hurt in the fire."}, ()),
    ],
)
def test_name_of_the_bearer(make_setting, articles, words):
    setting = make_setting(articles)
    age = next(m for m in setting.mentions if m.type == "quantity" and m.quantity.kind == "age")
    assert setting.bearers.name_bearer(age) == words


def test_a_voice_is_a_person_where_the_story_has_the_surname(make_setting):
    setting = make_setting({"a": "Maria Lopez said the bridge was safe. The ministry said it was not."})
    assert setting.bearers.is_person("Lopez")
    assert not setting.bearers.is_person("the ministry")
