from pathlib import Path

import pytest

import factdiff
from factdiff.language import load_language, parse_text

LIBRARY = Path(factdiff.__file__).parent

TEXT = (
    "The ferry, which had left Aden at 7:30 a.m., sank on Tuesday; at least 12 people died.\n"
    "“Nobody warned us,” said Amina Saleh, a nurse who'd lost two brothers. \"It's a  scandal.\"\n\n"
    "Quiet on Tuesday. According to a White House official. U.S.-made boats (like the Sea-Star) cost $2.5m each."
)
NAMES = ["text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_", "text_with_ws"]
FLAGS = ["like_num", "is_punct", "is_quote", "is_space", "is_title", "is_alpha"]
NUMBERS = ["i", "idx", "n_lefts", "n_rights"]


@pytest.fixture(scope="module")
def both():
    return load_language()(TEXT), parse_text(TEXT)


@pytest.mark.parametrize("name", [*NAMES, *FLAGS, *NUMBERS])
def test_a_token_says_what_spacy_says(both, name):
    theirs, ours = both
    assert [getattr(t, name) for t in ours] == [getattr(t, name) for t in theirs]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_a_token_leads_where_spacy_leads(both, name):
    theirs, ours = both
    assert [getattr(t, name).i for t in ours] == [getattr(t, name).i for t in theirs]


@pytest.mark.parametrize("name", ["children", "subtree", "ancestors"])
def test_a_token_reaches_what_spacy_reaches(both, name):
    theirs, ours = both
    assert [[x.i for x in getattr(t, name)] for t in ours] == [[x.i for x in getattr(t, name)] for t in theirs]


def _tell(span):
    return span.start, span.end, span.start_char, span.end_char, span.label_, span.text, span.root.i, len(span)


def test_sentences_and_entities_are_spacys(both):
    theirs, ours = both
    assert [_tell(s) for s in ours.sents] == [_tell(s) for s in theirs.sents]
    assert [_tell(s) for s in ours.ents] == [_tell(s) for s in theirs.ents]
    assert [_tell(t.sent) for t in ours] == [_tell(t.sent) for t in theirs]
    assert [bool(t.is_sent_start) for t in ours] == [bool(t.is_sent_start) for t in theirs]
    assert len(ours.ents) > 3


@pytest.mark.parametrize("width", [1, 2, 3, 8])
def test_any_run_of_tokens_is_spacys(both, width):
    theirs, ours = both
    for i in range(len(ours)):
        mine, other = ours[i : i + width], theirs[i : i + width]
        assert _tell(mine) == _tell(other)
        assert [t.i for t in mine] == [t.i for t in other]
        assert [_tell(e) for e in mine.ents] == [_tell(e) for e in other.ents]
        assert (mine[0].i, mine[-1].i, mine[:1].text) == (other[0].i, other[-1].i, other[:1].text)


def _place(span):
    return None if span is None else (span.start, span.end)


@pytest.mark.parametrize("width", [0, 1, 4, 12])
@pytest.mark.parametrize(("mode", "expand"), [("expand", True), ("contract", False)])
def test_characters_lead_to_spacys_tokens(both, width, mode, expand):
    theirs, ours = both
    for start in range(len(TEXT) + 1):
        expected = theirs.char_span(start, start + width, alignment_mode=mode)
        assert _place(ours.char_span(start, start + width, expand=expand)) == _place(expected)


def test_there_is_one_object_for_each_token(both):
    _, ours = both
    assert ours[3] is ours[3]
    assert all(child.head is token for token in ours for child in token.children)


def test_a_neighbour_outside_the_doc_is_an_error(both):
    _, ours = both
    assert ours[1].nbor(-1) is ours[0]
    with pytest.raises(IndexError):
        ours[0].nbor(-1)
    with pytest.raises(IndexError):
        ours[len(ours) - 1].nbor()


def test_an_empty_text_has_nothing():
    doc = parse_text("")
    assert (len(doc), doc.text, doc.sents, doc.ents, doc.char_span(0, 1)) == (0, "", [], [], None)


def test_only_the_language_sees_spacy():
    """A stage that asked spaCy's own tokens would wait for a new object at every access."""
    modules = [p for p in sorted(LIBRARY.rglob("*.py")) if "import spacy" in (t := p.read_text()) or "from spacy" in t]
    assert [p.name for p in modules] == ["language.py", "syntax.py"]


def test_a_tree_may_be_deeper_than_the_stack():
    doc = parse_text("He saw " + " and ".join(["an old house"] * 1500) + ".")
    assert max(len(token.subtree) for token in doc) > 1500
    assert all(token.left_edge.i <= token.i <= token.right_edge.i for token in doc)
