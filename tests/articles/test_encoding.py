"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdiff.articles.encoding import clean_text, decode_text
from factdiff.errors import UnreadableError

TEXT = "The minister said “no” – it cost €5m in Côte d’Ivoire.\nTwo people died.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("windows-1252"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("windows-1252"),
        TEXT.replace("\n", "\r\n").encode("utf-16"),
    ],
)
def test_every_encoding_gives_the_same_text(data):
    assert decode_text(data) == TEXT


def test_declared_encoding_counts_when_it_is_not_utf8():
    assert decode_text("Łódź said no.".encode("iso8859-2"), declared="ISO-8859-2") == "Łódź said no."
    assert decode_text(TEXT.encode("utf-8"), declared="iso-8859-2") == TEXT
    assert decode_text(TEXT.encode("windows-1252"), declared="iso-8859-1") == TEXT
    assert decode_text(TEXT.encode("windows-1252"), declared="no-such-encoding") == TEXT


def test_one_broken_byte_does_not_cost_the_rest():
    data = TEXT.encode("utf-8")
    assert decode_text(data[:-20] + b"\xff" + data[-20:]).startswith("The minister said “no” – it cost €5m")


def test_a_cut_utf16_file_is_read():
    assert decode_text(TEXT.encode("utf-16")[:-1]).startswith("The minister said “no”")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG picture"),
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "a zip archive"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (bytes(range(256)) * 8, "no text"),
        (b"\x00\x01\x02\x03" * 100, "no text"),
        (b"abc\x00\x01\x02\x00\x07\x07", "no text"),
    ],
)
def test_what_is_no_text_says_so_and_how_to_cure_it(data, kind):
    with pytest.raises(UnreadableError, match=kind) as error:
        decode_text(data)
    assert "save it as UTF-8 text" in str(error.value)


def test_a_stray_nul_goes():
    assert decode_text(b"Two people died." * 20 + b"\x00") == "Two people died." * 20


def test_unseen_characters_go_and_spaces_are_plain():
    assert clean_text("10\u202f000\u00a0yen\u200b, soft\u00adhyphen\ufeff") == "10 000 yen, softhyphen"
    assert clean_text("a\u2028b\x85c\x0cd\x0be") == "a\nb\nc\nd\ne"
    assert clean_text("e\u0301") == "é"


@given(st.text())
def test_utf8_never_fails_and_never_keeps_a_nul(text):
    try:
        decoded = decode_text(text.encode("utf-8", "surrogatepass"))
    except UnreadableError:
        return
    assert "\x00" not in decoded
    assert "\r" not in decoded


@given(st.binary())
def test_bytes_are_read_or_refused(data):
    try:
        decoded = decode_text(data)
    except UnreadableError:
        return
    decoded.encode("utf-8")
    assert "\x00" not in decoded
