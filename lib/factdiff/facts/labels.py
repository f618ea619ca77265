"""Labels: what a fact asks, in words a reader understands without the article."""

import re
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from factdiff.facts.setting import Setting
from factdiff.facts.weights import cosine
from factdiff.values.mention import Mention

LENGTH = 120  # characters
_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,.;:)])|([(])\s+")
_LINKS = re.compile(
    r"^(that|which|who|where|when|whether|while|although|though|after|as|since|and|but)\s+", re.IGNORECASE
)
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
SHORTEST = 20  # characters of a clause that says something by itself
_ENDS = " ,;:–—-.“”\"'‘’"


def label_values(setting: Setting, mentions: Sequence[Mention]) -> str:
    """Label a quantity or a date: its clause with the question in place of the value."""
    typical = _typicality(setting, mentions)
    mention = min(mentions, key=lambda m: (_unfit(setting, m), -typical[m.article_id, m.start], m.article_id, m.start))
    ask = "when" if mention.type == "date" else _ask(mention)
    start, end = _stretch(setting, mention)
    text = setting.texts[mention.article_id]
    lead = _missing_subject(setting, mention.claim, start)
    before, after = _cut(_LINKS.sub("", f"{lead}{text[start : mention.start]}"), text[mention.end : end])
    return _capital(f"{ask}: {_tidy(f'{before} […] {after}')}")


def _typicality(setting: Setting, mentions: Sequence[Mention]) -> dict[tuple[str, int], float]:
    """Tell of every mention how much its sentence is like those of all the others."""
    sentences = [setting.sentence_of(m.claim) for m in mentions]
    total: dict[str, float] = {}
    for vector in sentences:
        for term in vector:
            total[term] = total.get(term, 0.0) + 1.0
    return {
        (m.article_id, m.start): round(cosine(dict.fromkeys(v, 1.0), total), 6)
        for m, v in zip(mentions, sentences, strict=True)
    }


def _unfit(setting: Setting, mention: Mention) -> tuple[bool, bool]:
    """A headline is no sentence, and a clause of three words asks nothing."""
    start, end = _stretch(setting, mention)
    section = setting.claims[mention.claim].section
    return section == "headline", end - start - (mention.end - mention.start) < 25


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
    return start, end


def _missing_subject(setting: Setting, index: int, start: int) -> str:
    """Return the subject of a clause that has none of its own ("killing five people"), with a space after it."""
    claim = setting.claims[index]
    doc = setting.passages[claim.passage].doc
    own = (c for c in doc[claim.head].children if c.dep_ in SUBJECTS and c.lower_ not in ("that", "which", "who"))
    if start < claim.start or next(own, None) is not None:
        return ""
    subject = _subject(doc[claim.head])
    if subject is None or subject.pos_ == "PRON":
        return ""
    kept = [c for c in subject.children if c.i < subject.i and c.dep_ in ("det", "amod", "compound", "poss", "nummod")]
    first = min([subject.i, *(c.left_edge.i for c in kept)])
    return f"{doc[first : subject.i + 1].text} … "


def _subject(token: Token) -> Token | None:
    """Return the subject that a clause shares with the one that governs it."""
    while token.dep_ != "ROOT":
        if token.dep_ in ("acl", "relcl"):
            return token.head
        token = token.head
        found = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        if found is not None:
            return found
    return None


def _cut(before: str, after: str) -> tuple[str, str]:
    """Shorten what stands before and after a value to LENGTH in all, at words, with an ellipsis where it is cut."""
    spare = LENGTH - min(len(before), LENGTH * 2 // 3)
    if len(after) > spare:
        after = after[: max(after.rfind(" ", 0, spare), 0)].rstrip(_ENDS) + " …"
    spare = LENGTH - len(after)
    if len(before) > spare:
        cut = before.find(" ", len(before) - spare)
        before = "… " + before[cut + 1 :] if cut >= 0 else before
    return before, after


def label_quote(setting: Setting, mentions: Sequence[Mention]) -> str:
    """Label a quotation: who says what, by its first words."""
    mention = min(mentions, key=lambda m: (-len(m.quote) if len(m.quote) < 90 else len(m.quote), m.article_id, m.start))
    words = _shorten(_tidy(mention.quote))
    named = Counter(c.speakers[-1] for m in mentions if (c := setting.claims[m.claim]).speakers)
    if not named:
        return f"Words: “{words}”"
    speaker = min(named, key=lambda name: (-named[name], name))
    return f"Words of {speaker}: “{words}”"


def label_claims(setting: Setting, indices: Sequence[int], *, ask: str) -> str:
    """Label a proposition (`ask` "Whether") or an attribution ("Who says that"), by its plainest clause."""
    claims = [setting.claims[i] for i in indices]
    claim = min(claims, key=lambda c: (c.negated, abs((c.end - c.start) - 75), c.article_id, c.start))
    doc = setting.passages[claim.passage].doc
    index = next(i for i in indices if setting.claims[i] is claim)
    text = _tidy(setting.texts[claim.article_id][claim.start : claim.end])
    if len(text) < SHORTEST:  # "I see": the sentence says what is seen
        text = _tidy(doc[claim.head].sent.text)
    text = _LINKS.sub("", text)
    lead = _missing_subject(setting, index, claim.start)
    return _capital(f"{ask} {_lower_start(lead + text, doc, claim.tokens)}")


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
