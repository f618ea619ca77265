"""Labels: what a fact asks, in words a reader understands without the article.

A label is read off the parse of one of the fact's mentions, the most typical whose words need no context. Where the
parse carries none ("Fall in the group's shares"), it is the mention's clause with a gap for the value.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from factdiff.claims import Claim
from factdiff.facts.passengers import ABOARD
from factdiff.facts.phrases import LEVELS, Phrase, is_acronym, write_clause, write_noun
from factdiff.facts.populations import POPULATION, find_home, write_place
from factdiff.facts.questions import ask_date, ask_quantity
from factdiff.facts.setting import Setting
from factdiff.facts.weights import cosine
from factdiff.syntax import Doc
from factdiff.values.mention import Mention

LENGTH = 80  # characters a label should keep to
GAP = 60  # characters around a gap
CANDIDATES = 4  # readings whose words are tried
SHORTEST = 20  # characters of a clause that says something by itself
_SPACE = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+([,.;:)])|([(])\s+")
_LINKS = re.compile(
    r"^(that|which|who|where|when|whether|while|although|though|after|as|since|and|but)\s+", re.IGNORECASE
)
_ENDS = " ,;:–—-.“”\"'‘’"


class _Draft(NamedTuple):
    penalty: int
    text: str


def label_values(setting: Setting, mentions: Sequence[Mention]) -> str:
    """Label a quantity or a date: what it is the measure or the time of."""
    if counted := _name_people(setting, mentions):
        return counted
    ranked = _rank_values(setting, mentions)
    change = _name_change(mentions)

    def draft(mention: Mention) -> _Draft | None:
        claim = setting.claims[mention.claim]
        voice = claim.speakers[-1] if claim.speakers else ""
        if mention.type == "date":
            return _fit(lambda level: ask_date(setting, mention, level=level, voice=voice))
        return _fit(lambda level: ask_quantity(setting, mention, change=change, level=level, voice=voice))

    return _choose(map(draft, ranked[:CANDIDATES])) or _gap(setting, ranked[0])


def _name_people(setting: Setting, mentions: Sequence[Mention]) -> str:
    """Name people who are counted as those on board, or as those who live in a place; '' for other counts."""
    if any(m.type != "quantity" for m in mentions):
        return ""
    slots = [setting.locate(m).frame.slot for m in mentions]
    if all(ABOARD in slot for slot in slots):
        return "People on board"
    if not all(POPULATION in slot for slot in slots):
        return ""
    homes = [find_home(setting.passages[m.passage].doc[m.anchor]) for m in mentions]
    named = sorted((write_place(home) for home in homes if home is not None), key=lambda name: (name.islower(), name))
    return f"Inhabitants of {named[0]}" if named else ""


def _rank_values(setting: Setting, mentions: Sequence[Mention]) -> list[Mention]:
    """Order mentions: a headline is no sentence, and what most readings count and say comes first."""
    if len(mentions) == 1:
        return list(mentions)
    units = Counter(m.quantity.unit for m in mentions if m.quantity is not None)
    typical = _typicality(setting, mentions)
    return sorted(
        mentions,
        key=lambda m: (
            setting.claims[m.claim].section == "headline",
            -units[m.quantity.unit] if m.quantity is not None else 0,
            -typical[m.article_id, m.start],
            m.article_id,
            m.start,
        ),
    )


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


def _name_change(mentions: Sequence[Mention]) -> str:
    """A label takes no side: a figure that one article lets rise and another fall is a change."""
    directions = {m.quantity.direction for m in mentions if m.quantity is not None} - {""}
    return {("up",): "rise", ("down",): "fall"}.get(tuple(sorted(directions)), "change")


def _fit(write: Callable[[int], Phrase | None]) -> _Draft | None:
    """Write a phrase with as little left out as lets it keep to LENGTH."""
    for level in range(1, LEVELS + 1):
        found = write(level)
        if found is None or not found.text:
            return None
        if len(found.text) <= LENGTH:
            return _Draft(2 * found.is_loose + (len(found.text) < SHORTEST), found.text)
    return _Draft(2 * found.is_loose + 1, _shorten(found.text))


def _choose(drafts: Iterable[_Draft | None]) -> str:
    """Return the first draft that needs no context, else the best; '' where there is none."""
    best: _Draft | None = None
    for draft in drafts:
        if draft is not None and (best is None or draft.penalty < best.penalty):
            best = draft
        if best is not None and best.penalty == 0:
            break
    return best.text if best is not None else ""


# ---- where the parse doesn't tell


def _gap(setting: Setting, mention: Mention) -> str:
    """Return the clause of a mention with a gap in place of the value."""
    ask = "when" if mention.type == "date" else _ask(mention)
    start, end = _stretch(setting, mention)
    text = setting.texts[mention.article_id]
    before, after = _cut(_LINKS.sub("", text[start : mention.start]), text[mention.end : end])
    return _capital(f"{ask}: {_tidy(f'{before} […] {after}')}")


def _ask(mention: Mention) -> str:
    kind = mention.quantity.kind
    return {"count": "how many", "ordinal": "how many", "age": "how old", "duration": "how long"}.get(kind, "how much")


def _stretch(setting: Setting, mention: Mention) -> tuple[int, int]:
    """Return the clause around a mention, or its sentence where the clause says nothing."""
    claim = setting.claims[mention.claim]
    start, end = min(claim.start, mention.start), max(claim.end, mention.end)
    if end - start - (mention.end - mention.start) < 25:
        passage = setting.passages[claim.passage]
        sentence = passage.doc[claim.head].sent
        start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
    return start, end


def _cut(before: str, after: str) -> tuple[str, str]:
    """Shorten what stands before and after a value to LENGTH in all, at words, with an ellipsis where it is cut."""
    spare = GAP - min(len(before), GAP * 2 // 3)
    if len(after) > spare:
        after = after[: max(after.rfind(" ", 0, spare), 0)].rstrip(_ENDS) + " …"
    spare = GAP - len(after)
    if len(before) > spare:
        cut = before.find(" ", len(before) - spare)
        before = "… " + before[cut + 1 :] if cut >= 0 else before
    return before, after


# ---- quotations and clauses


def label_quote(setting: Setting, mentions: Sequence[Mention]) -> str:
    """Label a quotation: who says what, by its first words."""
    mention = _plainest(mentions)
    named = Counter(c.speakers[-1] for m in mentions if (c := setting.claims[m.claim]).speakers)
    speaker = min(named, key=lambda name: (-named[name], name)) if named else "Words"
    words = _shorten(_tidy(mention.quote), LENGTH - min(len(speaker), LENGTH // 2) - 4)
    return f"{_capital(speaker)}: “{words}”"


def label_words(mentions: Sequence[Mention]) -> str:
    """Label who is credited with a quotation."""
    return f"Who said “{_shorten(_tidy(_plainest(mentions).quote), LENGTH - 11)}”"


def _plainest(mentions: Sequence[Mention]) -> Mention:
    """Return the longest quotation that still is short."""
    return min(mentions, key=lambda m: (-len(m.quote) if len(m.quote) < 90 else len(m.quote), m.article_id, m.start))


def label_claims(setting: Setting, indices: Sequence[int], *, ask: str) -> str:
    """Label a proposition (`ask` "Whether") or an attribution ("Who said that"), by its plainest clause."""
    claims = sorted(
        (setting.claims[i] for i in indices),
        key=lambda c: (c.negated, abs((c.end - c.start) - 75), c.article_id, c.start),
    )

    def draft(claim: Claim) -> _Draft | None:
        head = setting.passages[claim.passage].doc[claim.head]
        voice = claim.speakers[-1] if claim.speakers else ""

        def write(level: int) -> Phrase | None:
            found = write_clause(head, level=level, voice=voice, affirm=claim.negated)
            if found is None or len(found.text) < SHORTEST // 2:
                return None
            return Phrase(f"{ask} {found.text}", found.is_loose or len(found.text) < SHORTEST)

        return _fit(write)

    return _choose(map(draft, claims[: 2 * CANDIDATES])) or _print_clause(setting, claims[0], ask)


def label_onset(setting: Setting, measures: Sequence[tuple[int, int]]) -> str:
    """Label when a measure began to hold, by the fullest name that fits.

    Args:
        setting: the story.
        measures: passage and token of each noun for it.
    """

    def draft(measure: tuple[int, int]) -> _Draft | None:
        noun = setting.passages[measure[0]].doc[measure[1]]
        sooner = frozenset(c.i for c in noun.children if c.dep_ == "amod" and c.lower_ in ("immediate", "instant"))

        def write(level: int) -> Phrase:
            found = write_noun(noun, skip=sooner, level=level, definite=True)
            return Phrase(f"Whether {found.text} took effect at once", found.is_loose)

        return _fit(write)

    return _choose(map(draft, measures[:CANDIDATES]))


def _print_clause(setting: Setting, claim: Claim, ask: str) -> str:
    doc = setting.passages[claim.passage].doc
    text = _tidy(setting.texts[claim.article_id][claim.start : claim.end])
    if len(text) < SHORTEST:  # "I see": the sentence says what is seen
        text = _tidy(doc[claim.head].sent.text)
    return _shorten(_capital(f"{ask} {_lower_start(_LINKS.sub('', text), doc, claim.tokens)}"))


def _lower_start(text: str, doc: Doc, tokens: tuple[int, ...]) -> str:
    first = doc[tokens[0]]
    keep = first.pos_ == "PROPN" or first.ent_type_ or is_acronym(text) or not text.startswith(first.text)
    return text if keep else text[:1].lower() + text[1:]


def _shorten(text: str, length: int = LENGTH) -> str:
    if len(text) <= length:
        return text
    return text[: text.rfind(" ", 0, length)].rstrip(_ENDS) + " …"


def _tidy(text: str) -> str:
    text = _SPACE.sub(" ", text).strip(_ENDS)
    return _LOOSE.sub(lambda m: m.group(1) or m.group(2), text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
