"""Datelines."""

import pytest

from factdiff.articles.datelines import find_dateline, name_agency


@pytest.mark.parametrize(
    ("text", "rest", "agency", "month_day"),
    [
        ("TOKYO, Jan 7 — Japan said", "Japan said", "", (1, 7)),
        ("SANTIAGO, Aug 9 (Reuters) - A fire", "A fire", "Reuters", (8, 9)),
        ("WASHINGTON (AP) — The Senate", "The Senate", "AP", None),
        ("WASHINGTON — Representative", "Representative", "", None),
        ("KABUL, Afghanistan (AP) -- A bomb", "A bomb", "AP", None),
        ("SAN DIEGO, Calif. (KXTV) — Two", "Two", "KXTV", None),
        ("WASHINGTON, D.C. — Two", "Two", "", None),
        ("PARIS/BERLIN, 3 March (AFP) – France", "France", "AFP", (3, 3)),
        ("Jakarta, July 2 (ANTARA News) - A quake", "A quake", "ANTARA News", (7, 2)),
        ("London (CNN) — The", "The", "CNN", None),
        ("(CNN) — The", "The", "CNN", None),
        ("July 2 (Bloomberg) -- Shares", "Shares", "Bloomberg", (7, 2)),
        ("NEW DELHI: India", "India", "", None),
        ("BEIJING, Jan. 7, 2026 (Xinhua) -- China", "China", "Xinhua", None),
        ("ST. LOUIS — A judge", "A judge", "", None),
    ],
)
def test_datelines(text, rest, agency, month_day):
    line = find_dateline(text)
    assert line is not None
    assert text[line.end :] == rest
    assert (line.agency, line.month_day) == (agency, month_day)


@pytest.mark.parametrize(
    "text",
    [
        "Dual-use items—goods, software and technology—need a licence.",
        "Japan on Wednesday criticised the ban.",
        "AN EARTHQUAKE killed six children.",
        "NATO-led forces left the base.",
        "Police said: We will find them.",
        "U.S. officials said the plane was hit.",
        "“The US — our ally — agreed,” he said.",
        "May (the prime minister) - who resigned - was there.",
        "He said (Reuters reported) that it was over.",
    ],
)
def test_no_dateline(text):
    assert find_dateline(text) is None


def test_agencies():
    assert name_agency("REUTERS") == "Reuters"
    assert name_agency("Agence France-Presse") == "AFP"
    assert name_agency("The Harbour Watch") == ""
