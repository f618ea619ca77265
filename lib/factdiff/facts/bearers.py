"""Bearers: the persons whose ages and names a story gives, each by the fullest name it has for them."""

from collections.abc import Sequence

from factdiff.language import Passage
from factdiff.lists import read_words
from factdiff.syntax import Token
from factdiff.values.mention import Mention


class Bearers:
    """The names of the persons of one story."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self.surnames = {e[-1].lower_ for p in passages for e in p.doc.ents if e.label_ == "PERSON" and len(e) > 1}
        self._given = self._given_names()

    def name_bearer(self, mention: Mention) -> tuple[str, ...]:
        """Return the words of the name of the person whose age a mention is; () for one without a name."""
        token = find_bearer(self._passages[mention.passage].doc[mention.anchor])
        around = (token, token.head, *(c for c in token.children if c.dep_ in ("appos", "compound")))
        named = [t for t in around if self._is_name(t) and (t == token or "appos" in (t.dep_, token.dep_))]
        if not named:
            return ()
        entity = next((e for e in named[0].doc.ents if e.start <= named[0].i < e.end), None)
        words = _name_words(entity.text if entity is not None else named[0].text)
        if len(words) > 1:
            return words
        given = self._given.get((mention.article_id, words[0]), set()) or self._given.get(("", words[0]), set())
        given = {g for g in given if not any(o != g and o.startswith(g.rstrip(".")) for o in given)}  # "M. Ellery"
        # Of two namesakes in the story a bare surname could mean either.
        return (*given, *words) if len(given) == 1 else () if given else words

    def _given_names(self) -> dict[tuple[str, str], set[str]]:
        """Map (article, surname) to the first names that the article, or '' for the story, gives with it."""
        found: dict[tuple[str, str], set[str]] = {}
        for passage in self._passages:
            for entity in passage.doc.ents:
                words = _name_words(entity.text) if entity.label_ == "PERSON" else ()
                if len(words) > 1:
                    for scope in (passage.article_id, ""):
                        found.setdefault((scope, words[-1]), set()).add(words[0])
        return found

    def _is_name(self, token: Token) -> bool:
        """Tell whether a token is a name; a surname that the parser takes for another word is known from elsewhere."""
        return token.pos_ == "PROPN" or (token.text[:1].isupper() and token.lower_ in self.surnames)

    def is_person(self, voice: str) -> bool:
        """Tell whether a voice bears a name that the story has as a person's."""
        return not {w.strip(".,").lower() for w in voice.split()}.isdisjoint(self.surnames)


def _name_words(name: str) -> tuple[str, ...]:
    words = tuple(w.rstrip(".") for w in name.lower().replace("’s", "").replace("'s", "").split())
    return tuple(w for w in words if w not in read_words("titles.txt")) or words


def find_bearer(token: Token) -> Token:
    """Return whose attribute stands at a token: the subject of "she was 18", the noun before "who was 18"."""
    if token.dep_ not in ("attr", "acomp") or token.head.pos_ not in ("AUX", "VERB"):
        return token
    verb = token.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), token)
    return verb.head if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else subject
