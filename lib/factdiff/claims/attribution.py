"""Who says it: the cues of a sentence, the voices behind each, and what each cue covers."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from factdiff.claims.voices import Voices
from factdiff.lexicon import voice_role
from factdiff.lists import read_rows


class Attribution(NamedTuple):
    """One cue with its voices, outermost first, and the tokens whose subtrees it covers."""

    cue: str  # as printed: "said", "according to"
    token: int  # index of the cue in its doc
    effect: str  # the modality that the cue lends to what it covers; '' leaves it asserted
    voices: tuple[str, ...]
    content: tuple[int, ...]
    speaker: tuple[int, int]  # token span that names the innermost voice, (0, 0) if none does


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INHERITS = frozenset({"advcl", "conj", "xcomp", "pcomp"})
_CARRIERS = frozenset({"interview", "statement", "briefing", "conference", "letter", "post", "report", "query"})
_DATA = frozenset({"datum", "data", "figure", "estimate", "statistic", "count", "number", "information", "tally"})


@cache
def _cues() -> dict[str, tuple[str, str]]:
    return {r["lemma"]: (r["kind"], r["effect"]) for r in read_rows("cues.csv")}


def find_attributions(sentence: Span, voices: Voices, *, quoted: bool = False) -> list[Attribution]:
    """Find the cues of a sentence in reading order; `voices` names their speakers and hears them.

    Args:
        sentence: one sentence of a passage.
        voices: the names of the article up to here.
        quoted: the sentence holds words between quotation marks, so that a bare "he said" covers something.
    """
    found = []
    for token in sentence:
        lower = token.lower_
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in _cues():
            found += _from_verb(token, voices, quoted)
        elif lower == "according" or (lower == "per" and token.dep_ == "prep"):
            found += _from_according(token, voices)
        elif lower in ("citing", "quoting") and token.dep_ in ("advcl", "prep", "acl", "pcomp"):
            found += _from_citing(token, voices)
    return found


def _from_verb(verb: Token, voices: Voices, quoted: bool) -> list[Attribution]:
    kind, effect = _cues()[verb.lemma_.lower()]
    subject = _subject(verb) or _inverted(verb) or _nearest(verb)
    content = _content(verb, kind, quoted)
    if subject is None or not content or not _can_speak(subject, strict=kind == "find"):
        return []
    if _is_negated_cue(verb) and kind != "frame":
        effect = "unconfirmed"  # "could not confirm", "did not say whether"
    name = voices.name(subject)
    if not name:
        return []
    voices.heard(name, subject)
    chain = tuple(dict.fromkeys([*_through(verb, subject, kind, voices), name]))
    return [Attribution(verb.text, verb.i, effect, chain, content, _span(subject))]


def _subject(verb: Token) -> Token | None:
    """Return the head of the noun phrase that does the saying, also when a governing verb shares it."""
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    if passive or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "conj")):
        for child in verb.children:
            if child.dep_ == "agent":
                return next((g for g in child.children if g.dep_ == "pobj"), None)
        return None
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if subjects:
        return subjects[-1]  # the parser may take the subject of what is said for a first one
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ in _INHERITS and verb.head.pos_ in ("VERB", "AUX") and verb.head is not verb:
        return _subject(verb.head)
    return None


def _inverted(verb: Token) -> Token | None:
    """ "...," added the doctor: the parser takes the speaker for an object."""
    for child in verb.children:
        follows = child.dep_ == "dobj" and child.i > verb.i
        if follows and not any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
            before = verb.nbor(-1) if verb.i else None
            if before is not None and before.is_punct and (child.pos_ == "PROPN" or voice_role(child.lower_)):
                return child
    return None


def _nearest(verb: Token) -> Token | None:
    """ "there are reports, with some sources, like the Journal, indicating that ...": the voice just before."""
    if verb.tag_ != "VBG" or not any(c.dep_ == "ccomp" for c in verb.children):
        return None
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "poss") and _is_voice(token):
            return token
    return None


def _content(verb: Token, kind: str, quoted: bool) -> tuple[int, ...]:
    """Return the heads of what the cue covers; empty when it only tells an event ("the talks continue")."""
    clauses = [c.i for c in verb.children if c.dep_ == "ccomp" or (c.dep_ == "parataxis" and c.i < verb.i)]
    objects = [c.i for c in verb.children if c.dep_ in ("dobj", "oprd", "xcomp", "prep", "dative")]
    if kind == "frame":
        return tuple(dict.fromkeys([*clauses, verb.i])) if objects or clauses else ()
    if kind == "tell":
        clauses += [c.i for c in verb.children if c.dep_ in ("xcomp", "oprd")]
    clauses += [c.i for c in verb.children if c.dep_ in _SUBJECTS][:-1]
    if clauses:
        return tuple(clauses)
    aside = verb.dep_ in ("parataxis", "ccomp") and not any(c.dep_ == "mark" for c in verb.children)
    if aside and verb.head is not verb and verb.head.pos_ in ("VERB", "AUX") and kind != "find":
        return (verb.head.i,)
    reported = kind == "report" and any(c.dep_ == "dobj" for c in verb.children)
    return (verb.i,) if reported or (quoted and kind in ("say", "tell", "report")) else ()


_ABSTRACT = ("tion", "sion", "ness", "ity", "ism", "ence", "ance", "ship", "hood", "ure")


def _can_speak(subject: Token, *, strict: bool) -> bool:
    """Tell whether a noun phrase can be a voice; `strict` asks for a known kind of voice or a name."""
    if subject.lower_ in ("i", "we", "you", "this", "that", "these", "those") and subject.head.dep_ != "relcl":
        return False  # the first person inside a quotation is its speaker, whom another cue names
    if subject.lower_ in ("who", "which", "that"):
        return subject.head.dep_ == "relcl" and _can_speak(subject.head.head, strict=True)
    if subject.pos_ in ("PROPN", "PRON") or subject.ent_type_ in ("PERSON", "ORG"):
        return subject.tag_ != "JJ"
    if any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in subject.children):
        return True
    if voice_role(subject.lower_) or voice_role(subject.lemma_.lower()):
        return True
    return not strict and subject.pos_ == "NOUN" and not subject.lemma_.lower().endswith(_ABSTRACT)


def _is_negated_cue(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _through(verb: Token, subject: Token, kind: str, voices: Voices) -> list[str]:
    """Return the outlet between speaker and page: "told AFP", "said the doctor to AFP", "in an interview with X"."""
    found = []
    for child in (*verb.children, *(c for c in subject.children if c.i > verb.i)):
        target = None
        if kind == "tell" and child.dep_ in ("dobj", "dative", "iobj"):
            target = child
        elif child.dep_ == "prep" and child.lower_ in ("to", "with"):
            target = next((g for g in child.children if g.dep_ == "pobj"), None)
        elif child.dep_ == "prep" and child.lower_ in ("in", "during"):
            target = _host(child)
        if target is not None and target.pos_ == "PROPN":
            name = voices.name(target)
            if voice_role(name) in ("outlet", "state media"):
                found.append(name)
    return found


def _host(preposition: Token) -> Token | None:
    """ "in an interview with Politico": the outlet that hosted the words."""
    for noun in preposition.children:
        if noun.dep_ == "pobj" and noun.lemma_.lower() in _CARRIERS:
            for link in noun.children:
                if link.dep_ == "prep" and link.lower_ in ("with", "to", "by"):
                    return next((g for g in link.children if g.dep_ == "pobj"), None)
    return None


def _from_according(token: Token, voices: Voices) -> list[Attribution]:
    link = next((c for c in token.children if c.lower_ == "to"), token)
    noun = next((c for c in link.children if c.dep_ == "pobj"), None)
    if noun is None:
        return []
    source = _behind_data(noun)
    name = voices.name(source)
    voices.heard(name, source)
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head is not head:
        head = head.head
    return [Attribution("according to", token.i, "", (name,), (head.i,), _span(source))] if name else []


def _from_citing(token: Token, voices: Voices) -> list[Attribution]:
    """ "citing two exporters": a voice behind the one that cites, over all that the governing clause says."""
    noun = next((c for c in token.children if c.dep_ in ("dobj", "pobj")), None)
    if noun is None:
        return []
    source = _behind_data(noun)
    if not _is_voice(source):
        return []
    name = voices.name(source)
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head is not head:
        head = head.head
    heads = tuple(c.i for c in head.children if c.dep_ in ("ccomp", "parataxis")) or (head.i,)
    return [Attribution(token.text, token.i, "", (name,), heads, _span(source))] if name else []


def _is_voice(noun: Token) -> bool:
    if noun.ent_type_ in ("PERSON", "ORG", "NORP"):
        return True
    return bool(voice_role(noun.text.lower()) or voice_role(noun.lemma_.lower()))


def _behind_data(noun: Token) -> Token:
    """ "data from the US Geological Survey": figures are no voice, whoever gave them is."""
    if noun.lemma_.lower() in _DATA or noun.lower_ in _DATA:
        for link in noun.children:
            if link.dep_ == "prep" and link.lower_ in ("from", "by", "of"):
                inner = next((g for g in link.children if g.dep_ == "pobj"), None)
                if inner is not None and inner.pos_ == "PROPN":
                    return inner
    return noun


def _span(token: Token) -> tuple[int, int]:
    return token.left_edge.i, token.right_edge.i + 1
