"""The errors that other readers of quantities make in news, by their numbers in the list of pitfalls."""

import pytest
from test_quantity import check, read

# quantulum3, 1 to 10
QUANTULUM = [
    ("It struck at 7:37 a.m. on 2 July 2013.[44]", ""),
    ("On July 2, 2013, the 2009 law was repealed.[12, 13]", ""),
    ("The siege killed 11 and 11 men fled.", "11 person; 11 person"),
    ("He paid a $600 fine.", "600 USD"),
    ("It is a $43,350 bill.", "43350 USD"),
    ("The loss ($4.21 billion) grew.", "4210000000 USD"),
    ("It cost £1.7m.", "1700000 GBP"),
    ("It cost 11m euros.", "11000000 EUR"),
    ("It hit at 7:41 AM, at 8:30pm and at 5 p.m.", ""),
    ("It shook for a minute.", "1 minute"),
    ("It shook for one minute.", "1 minute"),
    ("A man in his 50s fell.", "50..59 year range"),
    ("He held a key, a bit, a YMCA card, an SUV, a Marfin share and an LK-99 sample.", ""),
    ("A candle burned.", ""),
    ("He came in 1995 at noon and in 2004 a year later.", ""),
    ("They paid $2 million euros.", "2000000 EUR"),
    ("Some 2 million died.", "2000000 person about"),
    ("It is some seven miles away.", "7 mile about"),
    ("They found one bullet.", "1 bullet"),
    ("He shot a third co-worker.", "1 person"),
    ("Turnout was 50 and 70 percent.", "50 percent; 70 percent"),
]

# CQE, 1 to 10, and what it also missed
CQE = [
    ("Police said Hunter, 41, and Lee, 38, fled.", "41 year; 38 year"),
    ("Later he wounded a third co-worker.", "1 person"),
    ("The 4x4 overturned.", ""),
    ("It closed on 05 / 05 / 2010.", ""),
    ("It superconducts at 400 K.", "400 kelvin"),
    ("They left at 10 p.m. and came at 7 a.m.", ""),
    ("The 911 dispatcher answered.", ""),
    ("It was one of the world's biggest heists.", ""),
    ("It tells of people and of fatalities.", ""),
    ("State television said 10 people were killed.", "10 person"),
    ("China saw zero resistance at 110 K.", "110 kelvin"),
    ("Three People Shot", "3 person"),
    ("Police seized 14 AK-47 rifles.", "14 rifle"),
    ("The five-boat attack failed.", "5 boat"),
    ("Support is 60%.[43]", "60 percent"),
    ("Highs were 30 and 35 degrees Celsius.", "30 degree celsius; 35 degree celsius"),
    ("Tens of thousands of tents came.", "20000..99999 tent range"),
    ("At least five tents fell.", "5 tent at_least"),
    ("Up to five tents fell.", "5 tent at_most"),
    ("About five tents fell.", "5 tent about"),
]


@pytest.mark.parametrize(("text", "expected"), QUANTULUM + CQE)
def test_pitfall(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", ["He gunned down two women.", "She lost two friends.", "The beard grew one day."])
def test_false_change(text: str) -> None:
    assert [q.direction for q in read(text) if q.direction] == []


@pytest.mark.parametrize(
    "text",
    [
        "It killed at least five people, about 40 miles (64 km) away.",
        "They estimate“some 2 million euros”(or more).",
        "The 6.1-magnitude quake cost $4.21 billion, or 0.43% of GDP.",
        "Two-thirds of the 15 villages, 2,400 people in all, left by 5 p.m.",
    ],
)
def test_span_cuts_no_word(text: str) -> None:
    for q in read(text):
        span = text[q.start : q.end]
        assert span == span.strip()
        assert not (text[q.start - 1 : q.start].isalnum() and span[0].isalnum())
        assert not (text[q.end : q.end + 1].isalnum() and span[-1].isalnum())


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("State television said 10 people were killed.", "people"),
        ("China said zero resistance was seen at 110 kelvin by 14 scientists.", "scientists"),
    ],
)
def test_counted_is_no_bystander(text: str, noun: str) -> None:
    from factdiff.language import parse_text
    from factdiff.values.quantity import find_quantities

    doc = parse_text(text)
    counts = [q for q in find_quantities(doc) if q.kind == "count"]
    assert [doc[q.noun].text for q in counts] == [noun]
