"""What the aligners ask of a value in its story."""

import pytest


@pytest.mark.parametrize(
    ("text", "landmark"),
    [
        ("The quake struck 55 km south of Bireuen.", "bireuen"),
        ("The wreck lies 12 nautical miles off Rhodes.", "rhodes"),
        ("The mine shipped 40,000 tons of ore.", ""),
        ("They drank 300 litres of water.", ""),
        ("Some 3,000 acres of forest burned.", ""),
        ("It took 12 days of talks.", ""),
    ],
)
def test_a_landmark_is_what_a_distance_is_from(make_setting, text, landmark):
    setting = make_setting({"a": text})
    (mention,) = (m for m in setting.mentions if m.type == "quantity")
    assert setting.find_landmark(mention) == landmark
