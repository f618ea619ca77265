"""What the showcase must show: the facts of the five seed articles."""

import pytest

from factdiff.story import PROJECT, analyse


@pytest.fixture(scope="module")
def seeds():
    return analyse(PROJECT / "seeds")


def fact_of(story, kind, *words):
    """Return the fact of a type whose readings' evidence holds all the words, and its readings."""
    readings = story.readings.merge(story.facts[["fact_id", "type", "verdict", "n_origins"]], on="fact_id")
    of_type = readings[readings["type"] == kind]
    for fact_id, group in of_type.groupby("fact_id", sort=False):
        if all(group["value"].str.contains(w, regex=False).any() for w in words):
            return group.assign(fact_id=fact_id)
    raise AssertionError(f"no {kind} fact with the values {words}")


@pytest.mark.parametrize(
    ("kind", "values", "verdict", "articles"),
    [
        ("quantity", ("roughly 2%", "roughly 3%"), "contradict", 2),
        ("quantity", ("around 1%", "about 1%"), "agree", 2),
        ("quantity", ("roughly 60%", "an estimated 60 percent"), "agree", 4),
        ("quantity", ("305 metric tons",), "agree", 2),
        ("quantity", ("35%", "35 percent"), "agree", 2),
        ("quantity", ("around 1,100 dual-use items",), "agree", 2),
        # with it stands "billions of dollars", which an article says of a longer ban
        ("quantity", ("¥660 billion", "hundreds of billions of yen"), "compatible", 3),
        ("date", ("late last year", "early November", "November 2025"), "compatible", 4),
        ("date", ("Tuesday, January 7", "Tuesday"), "contradict", 1),
        ("date", ("January 6, 2026", "January 7"), "contradict", 2),
        ("quote", ("deeply regrettable", "extremely regrettable"), "contradict", 4),
        ("attribution", ("China Daily", "a state-affiliated Chinese social media account"), "compatible", 2),
    ],
)
def test_fact(seeds, kind, values, verdict, articles):
    readings = fact_of(seeds, kind, *values)
    assert set(readings["verdict"]) == {verdict}
    assert readings["article_id"].nunique() == articles


def test_the_dispute_over_civilian_users(seeds):
    readings = fact_of(seeds, "proposition", "Civilian users will not be affected", "not limited to defense companies")
    assert set(readings["verdict"]) == {"contradict"}
    official = readings[readings["stance"] == "asserts"]
    others = readings[readings["stance"] == "denies"]
    assert {"He Yadong", "Beijing's Ministry of Commerce"} <= set(official["holder"])
    chains = set(others["speakers"])
    assert "Wall Street Journal > two Chinese exporters" in chains
    assert "Wall Street Journal > An unnamed person familiar with Chinese government decisions" in chains
    assert set(others["origin_id"]) == {"o:wall-street-journal"}
    assert others["article_id"].nunique() == 2


def test_evidence_is_where_it_says(seeds):
    for row in seeds.readings.itertuples():
        text = seeds.texts[row.article_id]
        assert text[row.start : row.end] == row.evidence
        assert row.start <= row.value_start < row.value_end


def test_page_furniture_makes_no_reading(seeds):
    furniture = seeds.claims[seeds.claims["section"].isin(["boilerplate", "caption"])]
    assert len(furniture)
    for row in furniture.itertuples():
        inside = seeds.readings[
            (seeds.readings["article_id"] == row.article_id)
            & (seeds.readings["value_start"] >= row.start)
            & (seeds.readings["value_end"] <= row.end)
        ]
        assert inside.empty


def test_tables_are_in_their_order(seeds):
    from factdiff.tables import VERDICTS

    ranks = [(VERDICTS.index(v), -n) for v, n in zip(seeds.facts["verdict"], seeds.facts["n_articles"], strict=True)]
    assert ranks == sorted(ranks)
    assert list(dict.fromkeys(seeds.readings["fact_id"])) == list(seeds.facts["fact_id"])


def test_the_run_holds_up_against_its_annotation(seeds, tmp_path):
    from factdiff.score import render_score, score_run

    lines = render_score(score_run(seeds.save(tmp_path / "out"), PROJECT / "seeds" / "gold.json"))
    right = float(lines.split("facts right")[1].split("%")[0])
    assert right >= 60
    assert "contradictions P/R  100.0" in lines
