"""Whose text and whose word a story's articles give."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from factdiff.origins import assign_origins, find_copies, merge_holders, trace_origins
from factdiff.tables import shape_table

WIRE = [
    "A strong earthquake shook the mountain district before dawn on Tuesday and brought down forty houses.",
    "Soldiers dug through the ruins of the market hall with bare hands while relatives waited at the fence.",
    "The district hospital ran out of beds by noon, so nurses laid the injured on mattresses in the yard.",
    "A bridge on the only road from the coast had cracked, and lorries with tents had to turn back.",
    "The valley lies on a fault that last broke in 1987, when a whole village slid into the lake.",
]
OTHER = [
    "Two days after the ground moved, the government counted losses and asked neighbours for helicopters.",
    "Insurance firms expect claims of a size that the small republic has not known since independence.",
    "Opposition members want to know why the early warning network, paid for in spring, stayed silent.",
    "Geologists had asked for better sensors in three letters, none of which got a reply from the ministry.",
]
QUOTE = "\u201cI saw the wall come down and I ran with my daughter in my arms to the river,\u201d"


def words(seed: int, n: int) -> str:
    """Return `n` words that no other seed's text shares a run of."""
    numbers = np.random.default_rng(seed).integers(0, 5000, n)
    return " ".join(f"w{number}" for number in numbers)


def story(*rows: tuple[str, str, str, list[str]]) -> tuple[pd.DataFrame, dict[str, str], pd.DataFrame]:
    """Make articles, texts and sections from (article_id, outlet, published, paragraphs)."""
    texts = {article_id: "\n\n".join(paragraphs) for article_id, _, _, paragraphs in rows}
    blocks = []
    for article_id, _, _, paragraphs in rows:
        at = 0
        for paragraph in paragraphs:
            blocks.append((article_id, at, at + len(paragraph), "body", 0))
            at += len(paragraph) + 2
    articles = pd.DataFrame(
        [(i, outlet, published, "day" if len(published) == 10 else "minute") for i, outlet, published, _ in rows],
        columns=["article_id", "outlet", "published", "published_precision"],
    ).assign(byline="", url="", set_aside="")
    return articles, texts, pd.DataFrame(blocks, columns=["article_id", "start", "end", "section", "item"])


def claims(texts: dict[str, str], *rows: tuple[str, str, str]) -> pd.DataFrame:
    """Make a claims table from (article_id, text, speakers)."""
    spans = [(i, texts[i].index(text), texts[i].index(text) + len(text), text, chain) for i, text, chain in rows]
    frame = pd.DataFrame(spans, columns=["article_id", "start", "end", "text", "speakers"])
    return frame.assign(section="body")


NO_CLAIMS = claims({})


def copies(*rows: tuple[str, str, str, list[str]]) -> dict[str, str]:
    found = find_copies(*story(*rows))
    return dict(zip(found["article_id"], found["of"], strict=True))


def test_a_copy_has_the_earlier_article_and_the_passage() -> None:
    found = find_copies(*story(("b", "", "2020-01-02", WIRE), ("a", "", "2020-01-03", WIRE)))
    assert found[["article_id", "of", "share"]].to_numpy().tolist() == [["a", "b", 1.0]]
    assert found["evidence"][0].startswith(WIRE[0])
    assert len(found["evidence"][0]) <= 400


def test_a_partial_copy() -> None:
    found = find_copies(*story(("a", "", "2020-01-01", WIRE), ("b", "", "2020-01-02", WIRE[:3] + OTHER[:2])))
    assert found["article_id"].tolist() == ["b"]
    assert found["share"][0] == pytest.approx(0.64, abs=0.05)


def test_a_paragraph_in_a_long_report_is_no_copy() -> None:
    assert copies(("a", "", "2020-01-01", WIRE), ("b", "", "2020-01-02", WIRE[:1] + OTHER)) == {}


def test_a_brief_that_grows_is_one_text() -> None:
    brief = ("a", "", "2020-01-01", WIRE[:2])
    assert copies(brief, ("b", "", "2020-01-02", WIRE)) == {"b": "a"}


def test_the_same_quotations_in_own_words_are_no_copy() -> None:
    speech = [f"{QUOTE} said a baker.", f"{QUOTE[:30]} and the river rose,\u201d he added."] * 4
    assert copies(("a", "", "2020-01-01", speech + WIRE[:2]), ("b", "", "2020-01-02", speech + OTHER[:2])) == {}


def test_other_marks_of_quotation_are_left_out_too() -> None:
    speech = [f'"{words(1, 60)}," he said.', f"'{words(2, 60)},' she said.", f"''{words(3, 60)},'' it said."]
    assert copies(("a", "", "2020-01-01", speech + WIRE[:2]), ("b", "", "2020-01-02", speech + OTHER[:2])) == {}


def test_three_copies_have_one_original() -> None:
    rows = [
        ("c", "", "2020-01-01T08:00Z", WIRE),
        ("b", "", "2020-01-01T09:00Z", WIRE[:4]),
        ("a", "", "", WIRE[1:]),
    ]
    found = copies(*rows)
    assert found == {"a": "c", "b": "c"}


def test_the_article_certainly_out_first_is_the_original() -> None:
    # Some time on the 1st can be after eight o'clock on the 1st, but not after the 2nd.
    rows = [
        ("a", "", "2020-01-01", WIRE),
        ("b", "", "2020-01-01T08:00Z", WIRE),
        ("c", "", "2020-01-02T08:00Z", WIRE),
    ]
    assert copies(*rows) == {"a": "b", "c": "b"}


def test_equals_go_by_id() -> None:
    assert copies(("b", "", "2020-01-01", WIRE), ("a", "", "2020-01-01", WIRE)) == {"b": "a"}


def test_a_mixed_article_does_not_join_two_texts() -> None:
    rows = [
        ("a", "", "2020-01-01", WIRE),
        ("b", "", "2020-01-02", OTHER),
        ("c", "", "2020-01-03", WIRE[:2] + OTHER[:2] + [words(4, 20)]),
    ]
    assert set(copies(*rows)) == {"c"}


def test_furniture_other_items_and_articles_set_aside_do_not_count() -> None:
    articles, texts, sections = story(("a", "", "2020-01-01", WIRE), ("b", "", "2020-01-02", [*OTHER, *WIRE]))
    late = (sections["article_id"] == "b") & (sections["start"] >= len("\n\n".join(OTHER)))
    assert find_copies(articles, texts, sections.assign(section=np.where(late, "boilerplate", "body"))).empty
    assert find_copies(articles, texts, sections.assign(item=np.where(late, 1, 0))).empty
    articles["set_aside"] = ["", "same as a"]
    assert find_copies(articles, texts, sections).empty


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [
        ("a", "Guardian", "2020-01-02", WIRE),
        ("b", "BBC News", "2020-01-01", WIRE[:4]),
        ("c", "", "2020-01-03", WIRE[2:] + OTHER[:1]),
        ("d", "", "2020-01-03", OTHER),
    ]
    results = []
    for order in permutations(rows):
        articles, texts, sections = story(*order)
        cited = claims(texts, ("d", OTHER[0], "BBC"), ("c", OTHER[0], "AFP > a mayor"))
        results.append(trace_origins(articles, texts, sections, cited.sample(frac=1, random_state=len(results))))
    for result in results[1:]:
        pd.testing.assert_frame_equal(result, results[0])


def trace(cited: list[tuple[str, str, str]], *rows: tuple[str, str, str, list[str]]) -> list[tuple[str, ...]]:
    articles, texts, sections = story(*rows)
    origins = trace_origins(articles, texts, sections, claims(texts, *cited))
    shape_table("origins", origins)
    return [tuple(row) for row in origins[["origin_id", "article_id", "role", "of"]].to_numpy()]


def test_articles_alone_are_origins() -> None:
    found = trace([], ("a", "", "2020-01-01", WIRE), ("b", "", "2020-01-02", OTHER))
    assert found == [("o:a", "a", "original", ""), ("o:b", "b", "original", "")]


def test_a_relay_shares_no_words() -> None:
    citing = ["A third of the beds had been sold, the Wall Street Journal reported.", *OTHER]
    articles, texts, sections = story(("a", "GeokHub", "2020-01-02", citing))
    rows = [
        ("a", "A third of the beds had been sold", "Wall Street Journal > two nurses"),
        ("a", OTHER[0], ""),
    ]
    found = trace_origins(articles, texts, sections, claims(texts, *rows))
    assert found["role"].tolist() == ["original", "relay"]
    assert found["of"].tolist() == ["", "Wall Street Journal"]
    assert found["origin_id"].tolist() == ["o:a", "o:wall-street-journal"]
    assert found["share"].tolist()[1] == 0.5
    assert found["evidence"][1] == "A third of the beds had been sold, the Wall Street Journal"


def test_a_relay_of_an_article_in_the_story_has_its_origin() -> None:
    found = trace(
        [("b", OTHER[0], "BBC")],
        ("a", "BBC News", "2020-01-01", WIRE),
        ("b", "Quick Digest", "2020-01-02", OTHER),
    )
    assert ("o:a", "b", "relay", "a") in found
    assert ("o:a", "a", "original", "") in found


def test_an_outlet_does_not_relay_itself() -> None:
    found = trace([("a", WIRE[0], "BBC > a mayor")], ("a", "BBC News", "2020-01-01", WIRE))
    assert found == [("o:a", "a", "original", "")]


def test_articles_of_one_outlet_are_one_origin() -> None:
    found = trace([], ("a", "BBC", "2020-01-01", WIRE), ("b", "BBC News", "2020-01-02", OTHER))
    assert found == [("o:a", "a", "original", ""), ("o:a", "b", "original", "")]


@pytest.mark.parametrize(
    "lines",
    [
        ["AFP, Tuesday 2 Jul 2013", *WIRE],
        ["By Agence France-Presse", *WIRE],
        [f"PARIS, Jan 1 (AFP) \u2013 {WIRE[0]}", *WIRE[1:]],
        [*WIRE[:-1], f"{WIRE[-1]} \u2014 AFP"],
        [*WIRE, "Source: AFP"],
    ],
)
def test_a_credited_article_is_its_agencys(lines: list[str]) -> None:
    found = trace([], ("a", "The Hindu", "2020-01-01", lines), ("b", "", "2020-01-02", OTHER))
    assert found[0] == ("o:agence-france-presse", "a", "copy", "Agence France-Presse")


@pytest.mark.parametrize("line", ["Photo: AFP", "Getty Images / AFP", "AFP contributed to this report."])
def test_other_mentions_give_no_credit(line: str) -> None:
    found = trace([], ("a", "The Hindu", "2020-01-01", [line, *WIRE]))
    assert found[0][:3] == ("o:a", "a", "original")


def test_texts_credited_to_two_agencies_are_two() -> None:
    rows = [
        ("a", "The Hindu", "2020-01-01", ["AFP", *WIRE]),
        ("b", "Dawn newspaper", "2020-01-02", ["Reuters", *WIRE[:3], *OTHER[:2]]),
    ]
    found = trace([], *rows)
    assert {row[0] for row in found} == {"o:agence-france-presse", "o:reuters"}


def test_one_text_in_three_outlets_that_was_told_an_agency_is_the_agencys() -> None:
    told = f"{QUOTE} a baker told AFP."
    rows = [(i, outlet, f"2020-01-0{n}", [*WIRE, told]) for n, (i, outlet) in
            enumerate((("a", "NDTV"), ("b", "Inquirer.net"), ("c", "Ahram Online")), 1)]  # fmt: skip
    found = trace([(row[0], told, "AFP > a baker") for row in rows], *rows)
    assert {row[0] for row in found} == {"o:agence-france-presse"}


def test_a_quotation_credited_elsewhere_tells_the_source() -> None:
    quoted = [*WIRE, f"{QUOTE} said a baker."]
    rows = [
        ("a", "The Hindu", "2020-01-01", quoted),
        ("b", "SunStar", "2020-01-02", quoted),
        ("c", "IBTimes", "2020-01-03", [*OTHER, f"{QUOTE} a baker told AP."]),
    ]
    found = trace([("c", QUOTE, "AP > a baker")], *rows)
    assert [row[0] for row in found if row[1] in "ab"] == ["o:associated-press"] * 2
    assert ("o:c", "c", "original", "") in found


def readings(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["fact_id", "article_id", "speakers"])


def test_readings_of_copies_and_relays_come_down_to_their_origins() -> None:
    rows = [
        ("a", "Quick Digest", "2020-01-01", WIRE),
        ("b", "GeokHub", "2020-01-02", WIRE),
        ("c", "", "2020-01-03", ["The Wall Street Journal has seen the letters.", *OTHER]),
    ]
    articles, texts, sections = story(*rows)
    cited = claims(
        texts,
        ("a", WIRE[0], "The Wall Street Journal"),
        ("c", OTHER[1], "Reuters > Wall Street Journal > two exporters"),
        ("c", OTHER[2], "the Journal > two exporters"),
    )
    found = readings(
        ("f1", "a", "The Wall Street Journal"),
        ("f1", "c", "Reuters > Wall Street Journal > two exporters"),
        ("f1", "c", "the Journal > two exporters"),
        ("f2", "a", ""),
        ("f2", "b", "a mayor"),
        ("f2", "c", ""),
        ("f3", "c", "AFP"),
    )
    origins = trace_origins(articles, texts, sections, cited)
    found["origin_id"] = assign_origins(found, origins, articles)
    journal = "o:wall-street-journal"
    assert found["origin_id"].tolist() == [
        journal,
        journal,
        journal,
        "o:a",
        "o:a",
        "o:c",
        "o:agence-france-presse",
    ]


def test_the_storys_own_outlets_are_outlets() -> None:
    cited = ["Channel 6 News reported it.", "It was late, the County Herald said.", *OTHER]
    rows = [
        ("a", "Channel 6 News", "2020-01-01", WIRE),
        ("b", "County Herald", "2020-01-02", [words(7, 60)]),
        ("c", "The Daily Times-Sun", "2020-01-03", cited),
    ]
    articles, texts, sections = story(*rows)
    told = claims(
        texts,
        ("c", cited[0], "Channel 6 News"),
        ("c", cited[1], "the Herald > a clerk"),
        ("c", OTHER[0], "The Times-Sun > a mayor"),
    )
    origins = trace_origins(articles, texts, sections, told)
    relays = origins[origins["role"] == "relay"]
    assert relays[["article_id", "of", "origin_id"]].to_numpy().tolist() == [["c", "a", "o:a"], ["c", "b", "o:b"]]
    assert relays["evidence"].tolist() == cited[:2]
    found = readings(("f", "c", "Channel 6"), ("f", "c", "the Herald > a clerk"), ("f", "c", "a clerk"))
    assert assign_origins(found, origins, articles).tolist() == ["o:a", "o:b", "o:c"]


def test_a_short_name_of_two_outlets_is_none() -> None:
    cited = ["The County Herald and the City Herald differ.", *OTHER]
    rows = [
        ("a", "County Herald", "2020-01-01", WIRE),
        ("b", "City Herald", "2020-01-02", [words(7, 60)]),
        ("c", "GlobalBrief", "2020-01-03", cited),
    ]
    assert all(row[2] == "original" for row in trace([("c", cited[0], "the Herald")], *rows))


def test_times_without_a_zone_tell_only_the_day_beside_zoned_ones() -> None:
    rows = [("a", "", "2020-01-01T18:10", WIRE), ("b", "", "2020-01-01T17:31-04:00", WIRE)]
    assert copies(*rows) == {"a": "b"}
    rows = [("a", "", "2020-01-01T18:10", WIRE), ("b", "", "2020-01-01T17:31", WIRE)]
    assert copies(*rows) == {"a": "b"}
    rows = [("a", "", "2020-01-01T18:10", WIRE), ("b", "", "2020-01-02T00:31+09:00", WIRE)]
    assert copies(*rows) == {"a": "b"}


def test_a_credit_line_tells_the_copy() -> None:
    rows = [
        ("a", "Tri-County Online", "2020-01-01", [*WIRE, "Information from: Channel 6 News"]),
        ("b", "Channel 6 News", "2020-01-02", WIRE),
    ]
    assert trace([], *rows) == [("o:b", "a", "copy", "b"), ("o:b", "b", "original", "")]


def test_an_article_is_no_copy_of_its_own_outlet() -> None:
    found = trace([], ("a", "National News Agency", "2020-01-01", ["National News Agency", *WIRE]))
    assert found == [("o:a", "a", "original", "")]


def test_nothing_gives_nothing() -> None:
    articles, texts, sections = story()
    assert find_copies(articles, texts, sections).empty
    origins = trace_origins(articles, texts, sections, NO_CLAIMS)
    assert shape_table("origins", origins).empty
    assert assign_origins(readings(), origins, articles).empty


def test_an_article_without_a_body_is_an_original() -> None:
    articles, texts, sections = story(("a", "", "2020-01-01", WIRE))
    found = trace_origins(articles, texts, sections.assign(section="related"), NO_CLAIMS)
    assert found["role"].tolist() == ["original"]


def test_many_articles() -> None:
    parts = [words(i % 200, 300).split()[: 200 + i % 100] for i in range(500)]
    rows = [(f"a{i:04}", "", "2020-01-01", [" ".join(of_one)]) for i, of_one in enumerate(parts)]
    assert len(find_copies(*story(*rows))) == 300


def test_a_public_voice_in_two_outlets_is_one_origin() -> None:
    articles, texts, sections = story(("a", "Quick Digest", "2020-01-01", WIRE), ("b", "GeokHub", "2020-01-02", OTHER))
    said = claims(
        texts,
        ("a", WIRE[0], "China's commerce ministry"),
        ("a", WIRE[1], "two exporters"),
        ("b", OTHER[0], "He Yadong"),
        ("b", OTHER[1], "two exporters"),
    )
    origins = trace_origins(articles, texts, sections, said)
    said = said.assign(origin_id=assign_origins(said, origins, articles))
    rows = [
        ("f1", "a", "China's commerce ministry", "A"),
        ("f1", "b", "He Yadong", "A"),
        ("f1", "b", "China", "A"),
        ("f1", "b", "", "A"),
        ("f1", "b", "", "B"),
        ("f2", "a", "two exporters", "A"),
        ("f2", "b", "two exporters", "A"),
    ]
    found = pd.DataFrame(rows, columns=["fact_id", "article_id", "speakers", "group"])
    found = found.assign(start=0, end=9, evidence=WIRE[0], origin_id=found["article_id"].map({"a": "o:a", "b": "o:b"}))
    ids, table = merge_holders(found, origins, said, {"He Yadong": "China's commerce ministry"})
    ministry = "o:china-commerce-ministry"
    assert ids.tolist() == [ministry, ministry, ministry, ministry, "o:b", "o:a", "o:b"]
    rows = table[table["origin_id"] == ministry]
    assert rows[["article_id", "role", "of"]].values.tolist() == [
        ["a", "relay", "China's commerce ministry"],
        ["b", "relay", "China's commerce ministry"],
    ]
    assert set(ids) <= set(table["origin_id"])
    shape_table("origins", table)


@pytest.mark.parametrize(
    ("voice", "with_whom"),
    [
        ("a spokesman for the commerce ministry", "the commerce ministry"),
        ("A Navico spokeswoman", "Navico"),
        ("the coast guard spokesperson", "the coast guard"),
        ("An army spokesman", "the army"),
        ("Jo Hill", "Navico"),
    ],
)
def test_whoever_speaks_for_a_body_counts_with_it(voice: str, with_whom: str) -> None:
    articles, texts, sections = story(("a", "Quick Digest", "2020-01-01", WIRE), ("b", "GeokHub", "2020-01-02", OTHER))
    said = claims(texts, ("a", WIRE[0], voice), ("b", OTHER[0], with_whom))
    origins = trace_origins(articles, texts, sections, said)
    said = said.assign(origin_id=assign_origins(said, origins, articles))
    found = pd.DataFrame({"fact_id": "f1", "article_id": ["a", "b"], "speakers": [voice, with_whom], "group": "A"})
    found = found.assign(start=0, end=9, evidence=WIRE[0], origin_id=["o:a", "o:b"])
    ids, _ = merge_holders(found, origins, said, {"Jo Hill": "Navico"})
    assert ids.nunique() == 1
    assert not ids.isin(["o:a", "o:b"]).any()


def test_a_countrys_official_stands_under_no_single_office_of_it() -> None:
    articles, texts, sections = story(("a", "Quick Digest", "2020-01-01", WIRE), ("b", "GeokHub", "2020-01-02", OTHER))
    rows = [("a", "Minoru Kihara"), ("b", "Minoru Kihara"), ("a", "Japan's foreign ministry"), ("b", "Tokyo")]
    rows += [("b", "Japan's foreign ministry")]
    said = claims(texts, *((article, WIRE[0] if article == "a" else OTHER[0], voice) for article, voice in rows))
    origins = trace_origins(articles, texts, sections, said)
    said = said.assign(origin_id=assign_origins(said, origins, articles))
    found = pd.DataFrame(rows, columns=["article_id", "speakers"]).assign(fact_id="f1", group="A", start=0, end=9)
    found = found.assign(evidence=WIRE[0], origin_id=found["article_id"].map({"a": "o:a", "b": "o:b"}))
    ids, _ = merge_holders(found, origins, said, {"Minoru Kihara": "Japan's government"})
    ministry = "o:japan-foreign-ministry"
    assert ids.tolist() == ["o:japan", "o:japan", ministry, ministry, ministry]
