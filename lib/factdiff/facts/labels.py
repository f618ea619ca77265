"""Labels: what a fact asks, in words a reader understands without the article."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from factdiff.facts.setting import Setting
from factdiff.values.mention import Mention

LENGTH = 110  # characters
_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,.;:)])|([(])\s+")
_ENDS = " ,;:–—-.“”\"'‘’"


def label_values(setting: Setting, mentions: Sequence[Mention]) -> str:
    """Label a quantity or a date: its clause with the question in place of the value."""
    mention = min(mentions, key=lambda m: _unfit(setting, m))
    ask = "when" if mention.type == "date" else _ask(mention)
    start, end = _stretch(setting, mention)
    text = setting.texts[mention.article_id]
    body = f"{text[start : mention.start]} […] {text[mention.end : end]}"
    return _capital(f"{ask}: {_tidy(body)}")


def _unfit(setting: Setting, mention: Mention) -> tuple[bool, int, str, int]:
    """Rank mentions as sources of a label: a clause of a dozen words says most."""
    start, end = _stretch(setting, mention)
    section = setting.claims[mention.claim].section
    return section == "headline", abs((end - start) - 80), mention.article_id, mention.start


def _ask(mention: Mention) -> str:
    q = mention.quantity
    if q.kind in ("count", "ordinal"):
        return "how many"
    if q.kind == "age":
        return "how old"
    if q.kind == "duration":
        return "how long"
    return "how much"


def _stretch(setting: Setting, mention: Mention) -> tuple[int, int]:
    """Return the clause around a mention, widened to its governing clause when it has no subject of its own."""
    claim = setting.claims[mention.claim]
    start, end = min(claim.start, mention.start), max(claim.end, mention.end)
    if end - start - (mention.end - mention.start) < 25:
        passage = setting.passages[claim.passage]
        sentence = passage.doc[claim.head].sent
        start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    return _fit(setting.texts[claim.article_id], start, end, mention.start, mention.end)


def _fit(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Shorten start:end to LENGTH at word boundaries, keeping low:high inside."""
    while end - start > LENGTH:
        left, right = low - start, end - high
        if right >= left and right > 0:
            cut = text.rfind(" ", high, end - 1)
            end = cut if cut > high else high
        elif left > 0:
            cut = text.find(" ", start + 1, low)
            start = cut + 1 if cut >= 0 else low
        else:
            break
    return start, end


def label_quote(setting: Setting, mentions: Sequence[Mention]) -> str:
    """Label a quotation: who says what, by its first words."""
    mention = min(mentions, key=lambda m: (-len(m.quote) if len(m.quote) < 90 else len(m.quote), m.article_id, m.start))
    speakers = setting.claims[mention.claim].speakers
    words = _shorten(_tidy(mention.quote))
    return f"Words of {speakers[-1]}: “{words}”" if speakers else f"Words: “{words}”"


def label_claims(setting: Setting, indices: Sequence[int], *, ask: str) -> str:
    """Label a proposition (`ask` "Whether") or an attribution ("Who says that"), by its plainest clause."""
    claims = [setting.claims[i] for i in indices]
    claim = min(claims, key=lambda c: (c.negated, abs((c.end - c.start) - 75), c.article_id, c.start))
    text = _tidy(setting.texts[claim.article_id][claim.start : claim.end])
    doc = setting.passages[claim.passage].doc
    text = re.sub(r"^(that|which|who|where|when|whether|while|although|though|and|but)\s+", "", text, flags=re.IGNORECASE)
    return _capital(f"{ask} {_lower_start(text, doc, claim.tokens)}")


def _lower_start(text: str, doc: Doc, tokens: tuple[int, ...]) -> str:
    first = doc[tokens[0]]
    keep = first.pos_ == "PROPN" or first.ent_type_ or text[:2].isupper() or not text.startswith(first.text)
    return _shorten(text if keep else text[:1].lower() + text[1:])


def _shorten(text: str) -> str:
    if len(text) <= LENGTH:
        return text
    return text[: text.rfind(" ", 0, LENGTH)].rstrip(_ENDS) + " …"


def _tidy(text: str) -> str:
    text = _SPACE.sub(" ", text).strip(_ENDS)
    return _LOOSE.sub(lambda m: m.group(1) or m.group(2), text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
