"""Bytes to text: the encodings that news articles arrive in, and what is no text at all."""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from factdiff.errors import UnreadableError

SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture or a sound file"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
)
BYTE_ORDER_MARKS = (  # UTF-32 LE begins like UTF-16 LE, so it comes first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CURE = "save it as UTF-8 text (.txt)"
MAX_NOISE = 0.005  # share of control or undecodable characters that a damaged but readable text may have

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")  # one for one, so nothing moves
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_NOISE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ufffd]")


def decode_text(data: bytes, *, declared: str = "") -> str:
    """Decode an article's bytes: UTF-8, UTF-16 or UTF-32, Windows-1252, or what it looks like.

    Args:
        data: the file as it stands on disk.
        declared: the encoding that the document itself names, if any; it counts when the bytes aren't UTF-8.

    Returns:
        The text with `\\n` as its only line break, in NFC, without NUL and others that can't be seen.

    Raises:
        UnreadableError: the bytes are no text, or in no encoding that can be told.
    """
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"it is {kind}, not text: {CURE}")
    text = _decode(data, declared)
    noise = len(_NOISE.findall(text))
    if noise > MAX_NOISE * len(text) and noise > 1:
        raise UnreadableError(f"its bytes are no text ({noise} control or undecodable characters): {CURE}")
    return clean_text(text)


def clean_text(text: str) -> str:
    """Return `text` in NFC with `\\n` line breaks, plain spaces, and no characters that can't be seen."""
    text = _UNSEEN.sub("", _SPACES.sub(" ", _BREAKS.sub("\n", text)))
    return unicodedata.normalize("NFC", text)


def _decode(data: bytes, declared: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if encoding := _spaced_out(data):
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, declared)


def _spaced_out(data: bytes) -> str:
    """Return the UTF-16 flavour of `data` without BOM: Latin text has a NUL in every second byte."""
    if len(data) < 4:
        return ""
    even, odd = data[0::2], data[1::2]
    share_even, share_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if share_odd > 0.4 and share_even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if share_even > 0.4 and share_odd < 0.05 else ""


def _decode_legacy(data: bytes, declared: str) -> str:
    damaged = data.decode("utf-8", errors="replace")
    broken = damaged.count("\ufffd")
    if sum(c > "\x7f" for c in damaged) - broken > 4 * broken:  # UTF-8 with a cut or a stray byte
        return damaged
    if encoding := _known(declared):
        return data.decode(encoding, errors="replace")
    if sum(b > 0x7F for b in data) < 0.1 * len(data):  # a Western alphabet: accents, quotes and dashes only
        try:
            return data.decode("windows-1252")
        except UnicodeDecodeError:
            pass  # one of the five bytes that Windows-1252 leaves open
    best = from_bytes(data).best()
    if best is None:
        raise UnreadableError(f"its bytes are no text in a known encoding: {CURE}")
    return str(best)


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return ""
    return "windows-1252" if name in ("iso8859-1", "ascii", "cp1252") else "" if name.startswith("utf") else name
