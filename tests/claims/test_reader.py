from factdiff.claims import claims_table


def test_ids_are_unique_and_spans_match(read_claims):
    text = "Police said that nine people died and four were hurt when a bus hit a wall.\nThe driver fled, they said."
    claims = read_claims(text)
    assert len({c.claim_id for c in claims}) == len(claims)
    assert all(0 <= c.start < c.end <= len(text) for c in claims)
    assert text[claims[0].start : claims[0].end]


def test_clauses_of_one_sentence_are_claims_of_their_own(read_claims):
    text = "Nine people died and four buildings collapsed when the quake struck."
    found = [text[c.start : c.end] for c in read_claims(text)]
    assert found == ["Nine people died", "four buildings collapsed", "when the quake struck"]


def test_table_keeps_page_furniture_without_voice_or_modality(read_claims):
    import pandas as pd

    text = "Police said nine people died.\nSubscribe to our newsletter"
    sections = pd.DataFrame(
        [("a", 0, 29, "body", 0), ("a", 30, len(text), "boilerplate", 0)],
        columns=["article_id", "start", "end", "section", "item"],
    )
    claims = [c for c in read_claims(text) if c.end <= 29]
    table = claims_table(claims, {"a": text}, sections)
    furniture = table[table["section"] == "boilerplate"]
    assert list(furniture["text"]) == ["Subscribe to our newsletter"]
    assert set(furniture["modality"]) == {""}
    assert all(text[r.start : r.end] == r.text for r in table.itertuples())
