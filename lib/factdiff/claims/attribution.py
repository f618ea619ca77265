"""Who says it: the cues of a sentence, the voices behind each, and what each cue covers."""

from functools import cache
from typing import NamedTuple

from factdiff.claims.clauses import is_clause_head
from factdiff.claims.voices import Voices, is_voice_noun
from factdiff.lexicon import voice_role
from factdiff.lists import read_rows, read_words
from factdiff.syntax import Span, Token


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
_QUOTES = frozenset({"quote", "cite"})
_PERIODS = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"})
_CARRIERS = frozenset(
    {"interview", "statement", "briefing", "conference", "letter", "post", "report", "query", "comment", "remark"}
    | {"email", "e-mail", "message", "call", "conversation", "answer", "response", "question", "testimony"}
)
_DATA = frozenset({"datum", "data", "figure", "estimate", "statistic", "count", "number", "information", "tally"})


class _Cue(NamedTuple):
    kind: str
    effect: str
    strict: bool  # things do it too: only a known kind of voice can be who says it


@cache
def _cues() -> dict[str, _Cue]:
    rows = read_rows("cues.csv")
    return {r["lemma"]: _Cue(r["kind"], r["effect"], r["kind"] == "find" or r["subject"] == "voice") for r in rows}


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
        elif lower == "according" or (lower == "per" and _names_voice(token)):
            found += _from_according(token, voices)
        elif lower in ("citing", "quoting") and token.dep_ in ("advcl", "prep", "acl", "pcomp"):
            found += _from_citing(token, voices)
    return found


def _from_verb(verb: Token, voices: Voices, quoted: bool) -> list[Attribution]:
    kind, effect, strict = _cues()[verb.lemma_.lower()]
    if kind == "find" and _is_infinitive(verb):
        return []  # "has yet to determine which": nobody found anything
    quoting = _quoting(verb)
    subject = _quoted(quoting) or _subject(verb) or _beside(verb) or _inverted(verb) or _nearest(verb)
    content = _content(verb, kind, quoted)
    subject = subject or _author(verb)
    if subject is None or not content:
        return []
    if not (_can_speak(subject, strict=strict) or voices.knows(subject)):
        subject = _author(verb)
        if subject is None:
            return []
    if _is_negated_cue(verb) and kind != "frame":
        effect = "unconfirmed"  # "could not confirm", "did not say whether"
    name = voices.name(subject)
    if not name:
        return []
    voices.heard(name, subject)
    outer = _quoter(quoting, voices) if quoting is not None else _through(verb, subject, kind, voices)
    chain = tuple(dict.fromkeys([*outer, name]))
    return [Attribution(verb.text, verb.i, effect, chain, content, _span(subject))]


def _subject(verb: Token) -> Token | None:
    """Return the head of the noun phrase that does the saying, also when a governing verb shares it."""
    if _is_passive(verb):
        for child in verb.children:
            if child.dep_ == "agent":
                return next((g for g in child.children if g.dep_ == "pobj"), None)
        return None
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if subjects:
        return subjects[-1]  # the parser may take the subject of what is said for a first one
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        bears = verb.head.lemma_.lower() in read_words("message_nouns.txt") and verb.head.head.pos_ == "VERB"
        return _subject(verb.head.head) if bears else verb.head
    if verb.dep_ in _INHERITS and verb.head.pos_ in ("VERB", "AUX") and verb.head != verb:
        passive = [c for c in verb.head.children if c.dep_ == "nsubjpass"] if verb.dep_ == "conj" else []
        return passive[-1] if passive else _subject(verb.head)
    return None


def _is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive; "was charged, and announced that ..." and "has denied" are not."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl", "conj"):
        return False
    perfect = any(c.dep_ == "aux" and c.lemma_.lower() == "have" for c in verb.children)
    return not perfect and not any(c.dep_ in ("nsubj", "ccomp") for c in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def _beside(verb: Token) -> Token | None:
    """ "He took nothing, the lawyer, Jo Hill, told AFP": the name before a verb that the parser hung elsewhere."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or _is_passive(verb) or verb.i < 2:
        return None
    before = verb.nbor(-1) if verb.nbor(-1).text != "," else verb.nbor(-2)
    named = before.pos_ == "PROPN" and before.dep_ in ("appos", "conj", "nsubj", "npadvmod", "ROOT")
    return before if named and before.sent == verb.sent and before.ent_type_ in ("PERSON", "ORG", "") else None


def _quoting(verb: Token) -> Token | None:
    """ "AFP quoted residents as saying": the verb that quotes what `verb` says."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return None
    governor = verb.head.head
    if governor.pos_ in ("NOUN", "PROPN", "PRON"):
        governor = governor.head
    return governor if governor.lemma_.lower() in _QUOTES else None


def _quoted(quoting: Token | None) -> Token | None:
    if quoting is None:
        return None
    if any(c.dep_ == "auxpass" for c in quoting.children):
        return next((c for c in quoting.children if c.dep_ in _SUBJECTS), None)
    return next((c for c in quoting.children if c.dep_ in ("dobj", "pobj")), None)


def _quoter(quoting: Token, voices: Voices) -> list[str]:
    """Return the name of the outlet that quotes, if the sentence has it."""
    subject = _subject(quoting)
    name = voices.name(subject) if subject is not None and _can_speak(subject, strict=False) else ""
    return [name] if name else []


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


def _author(verb: Token) -> Token | None:
    """ "The ban follows remarks by the premier, suggesting that ...": whoever made the remarks."""
    if verb.tag_ != "VBG" or not any(c.dep_ == "ccomp" for c in verb.children):
        return None
    for noun in reversed(verb.doc[verb.sent.start : verb.i]):
        if noun.lemma_.lower() in read_words("message_nouns.txt") and noun.pos_ == "NOUN":
            links = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from")]
            found = [g for link in links for g in link.children if g.dep_ == "pobj"]
            found += [c for c in noun.children if c.dep_ == "poss"]
            return next((t for t in found if _can_speak(t, strict=True)), None)
    return None


def _content(verb: Token, kind: str, quoted: bool) -> tuple[int, ...]:
    """Return the heads of what the cue covers; empty when it only tells an event ("the talks continue")."""
    clauses = [c.i for c in verb.children if _is_said(c, verb)]
    if clauses and not any(is_clause_head(verb.doc[i]) for i in clauses):
        clauses.append(verb.i)  # “A patient theft,” she said: what is said is a part of the cue's own clause
    objects = [c.i for c in verb.children if c.dep_ in ("dobj", "oprd", "xcomp", "prep", "dative")]
    if verb.lemma_.lower() == "put" and not any(c.dep_ == "prep" and c.lower_ == "at" for c in verb.children):
        return ()  # "put the toll at 24"
    if kind == "frame":
        return tuple(dict.fromkeys([*clauses, verb.i])) if objects or clauses else ()
    if kind == "tell":
        clauses += [c.i for c in verb.children if c.dep_ in ("xcomp", "oprd")]
    clauses += [c.i for c in verb.children if c.dep_ in _SUBJECTS and c.tag_ not in ("WDT", "WP")][:-1]
    if clauses:
        return tuple(clauses)
    if verb.dep_ == "relcl" and (gap := _gapped(verb)):
        return gap
    if kind != "find" and (main := _aside_from(verb)) is not None:
        return (main.i,)
    if kind == "tell" and (told := _told(verb)) is not None:
        return (told.i,)
    if any(_is_stated(c, kind) for c in verb.children):
        return (verb.i,)
    if kind == "report" and _is_passive(verb) and any(c.dep_ == "agent" for c in verb.children):
        return (verb.i,)  # "was first reported by the Herald"
    bare = quoted and not _is_passive(verb) and not any(c.dep_ == "xcomp" or _must(c) for c in verb.children)
    return (verb.i,) if bare and kind in ("say", "tell", "report") else ()


def _must(auxiliary: Token) -> bool:
    """ "“The army must answer for this,” he said": the army has not answered. "He would say" is a habit."""
    return auxiliary.tag_ == "MD" and auxiliary.lower_ not in ("would", "'d", "’d")


def _is_stated(child: Token, kind: str) -> bool:
    """Tell whether an object is what is said; the parser takes "stated the ban targets only firms" for one, too."""
    if child.dep_ != "dobj":
        return False
    long = child.right_edge.i - child.left_edge.i >= STATED
    if kind == "find":  # "reports indicate wider curbs"; "the data do not indicate a fall" is said of the data
        return child.head.lemma_.lower() == "indicate" and not _is_negated_cue(child.head)
    return kind == "report" or (long and child.head.lemma_.lower() in _STATING)


def _is_said(child: Token, verb: Token) -> bool:
    """Tell whether a clause under a cue is what it says; a semicolon parts it from the voice beyond."""
    if child.dep_ == "ccomp":
        return not (child.i < verb.i and _parted(child, verb))
    return child.dep_ == "parataxis" and child.i < verb.i and not _parted(child, verb)


def _parted(first: Token, second: Token) -> bool:
    """Tell whether a semicolon outside quotation marks stands between two tokens."""
    between = first.doc[min(first.i, second.i) : max(first.i, second.i)]
    inside = False
    for token in between:
        inside = inside != (token.is_quote and len(token) == 1 and token.text not in "'’‘")
        if token.text == ";" and not inside and not any(t.is_quote for t in between):
            return True
    return False


def _gapped(verb: Token) -> tuple[int, ...]:
    """ "a strike that medics say killed 31": the relative clause that a voice stands in."""
    inner = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i]
    finite = [
        c.i for c in inner if c.tag_ != "VB" and not any(g.dep_ == "aux" and g.lower_ == "to" for g in c.children)
    ]
    return (verb.i, *finite) if finite else ()


def _aside_from(verb: Token) -> Token | None:
    """ "The bridge, he said, is safe": the clause that a voice is put beside, or None when it isn't an aside."""
    main = verb.head
    if main == verb or main.pos_ not in ("VERB", "AUX") or any(c.dep_ in ("mark", "cc") for c in verb.children):
        return None
    if verb.dep_ == "ccomp" and main.lemma_.lower() in _cues() and verb.i < main.i and not _parted(main, verb):
        return None  # "The pilot warned managers, the union says": itself what another voice says
    own = any(c.dep_ in _SUBJECTS for c in verb.children)
    if verb.dep_ == "conj" and not (own and main.i < verb.i and not _has_conjunction(main, verb)):
        return None
    if verb.dep_ not in ("parataxis", "ccomp", "conj") or not _set_off(verb, main):
        return None
    if not _parted(main, verb):
        return main
    beside = [c for c in main.children if c != verb and c.pos_ in ("VERB", "AUX") and not _parted(c, verb)]
    return min(beside, key=lambda c: abs(c.i - verb.i)) if beside else None


def _has_conjunction(main: Token, verb: Token) -> bool:
    return any(c.dep_ == "cc" and main.i < c.i < verb.i for c in main.children)


def _set_off(verb: Token, main: Token) -> bool:
    """Tell whether punctuation parts the words that name a voice from the clause they stand beside."""
    words = [verb, *(t for c in verb.children if not c.is_punct for t in c.subtree if not t.is_punct)]
    first, last = min(t.i for t in words), max(t.i for t in words)
    before = verb.doc[first - 1] if first > verb.sent.start else None
    after = verb.doc[last + 1] if last + 1 < verb.sent.end else None
    edge = before if main.i < verb.i else after
    return edge is not None and (edge.is_punct or edge.is_quote or edge.is_space)


def _told(verb: Token) -> Token | None:
    """ "told Science Now it was late": the clause after the one told, wherever the parser hangs it."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.text in (";", ".") or token.tag_ == "WDT":
            return None
        finite = token.tag_ in ("VBD", "VBZ", "VBP", "MD")
        if finite and token.dep_ not in ("relcl", "acl", "advcl") and verb in token.ancestors:
            clause = token.head if token.dep_ in ("aux", "auxpass") else token
            if any(c.dep_ in _SUBJECTS or c.dep_ == "expl" for c in clause.children):
                return clause
    rest = verb.doc[verb.sent.end :]
    if len(rest) and verb.sent[-1].is_alpha:
        return rest[0].sent.root  # the parser broke the sentence off at the name of the one told
    return None


_STATING = frozenset({"say", "state", "insist", "argue", "assert", "contend", "allege", "reiterate"})
STATED = 4  # tokens beside its head that an object needs to be a statement
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
    if subject.pos_ == "NUM" or subject.lower_ in ("one", "other", "others", "another"):
        return _is_one_of(subject)
    if is_voice_noun(subject):
        return True
    return not strict and subject.pos_ == "NOUN" and not subject.lemma_.lower().endswith(_ABSTRACT)


def _is_one_of(token: Token) -> bool:
    """ "One of the people said", "the other said": one of the voices that stand before."""
    of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is not None:
        return any(g.dep_ == "pobj" and (g.pos_ == "PRON" or is_voice_noun(g)) for g in of.children)
    return token.lower_ in ("other", "others", "another", "one")


def _is_negated_cue(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _through(verb: Token, subject: Token, kind: str, voices: Voices) -> list[str]:
    """Return the outlet between speaker and page: "told AFP", "said the doctor to AFP", "in an interview with X"."""
    found = []
    beside = [c for c in verb.head.children if c.dep_ == "prep"] if verb.dep_ in ("advcl", "ccomp") else []
    for child in (*verb.children, *(c for c in subject.children if c.i > verb.i), *beside):
        target = None
        if kind == "tell" and child.dep_ in ("dobj", "dative", "iobj"):
            target = child
        elif child.dep_ == "prep" and child.lower_ in ("to", "with") and child.head in (verb, subject):
            target = next((g for g in child.children if g.dep_ == "pobj"), None)
        elif child.dep_ == "prep" and child.lower_ in ("in", "during"):
            target = _host(child)
        if target is not None and target.pos_ == "PROPN":
            name = voices.name(target)
            if voices.is_outlet(name):
                found.append(name)
        elif target is not None and (named := _named_outlet(target)) is not None:
            found.append(voices.name(named))
        elif target is not None and (name := voices.outlet_meant(target) or _compounded(target, voices)):
            found.append(name)
    return found


def _compounded(noun: Token, voices: Voices) -> str:
    """ "told The Globe days after the vote": the outlet whose name the parser hung before the next noun."""
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" and voices.is_outlet(voices.name(child)):
            return voices.name(child)
    return ""


def _named_outlet(noun: Token) -> Token | None:
    """ "told the newspaper Les Nouvelles", "told RTP television": a kind of outlet with its name beside it."""
    if voice_role(noun.lower_) != "outlet":
        return None
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" and c.i == c.left_edge.i for c in noun.children):
        return noun
    return next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)


def _host(preposition: Token) -> Token | None:
    """ "in an interview with Politico": the outlet that hosted the words."""
    for noun in preposition.children:
        if noun.dep_ == "pobj" and noun.lemma_.lower() in _CARRIERS:
            for link in noun.children:
                if link.dep_ == "prep" and link.lower_ in ("with", "to", "by"):
                    return next((g for g in link.children if g.dep_ == "pobj"), None)
    return None


def _names_voice(per: Token) -> bool:
    """ "per the ministry", but not "178 kilometres per hour" or "3 per cent"."""
    noun = next((c for c in per.children if c.dep_ == "pobj"), None)
    if per.dep_ != "prep" or noun is None or noun.ent_type_ in _PERIODS or per.ent_type_ in _PERIODS:
        return False
    return _is_voice(noun) or (noun.pos_ == "PROPN" and noun.ent_type_ != "")


def _from_according(token: Token, voices: Voices) -> list[Attribution]:
    link = next((c for c in token.children if c.lower_ == "to"), token)
    noun = next((c for c in link.children if c.dep_ == "pobj"), None)
    if noun is None:
        return []
    source = _behind_data(noun)
    name = voices.name(source)
    voices.heard(name, source)
    head = _governor(token)
    if _is_trailing(token):
        head = _sentence_clause(head)
    return [Attribution("according to", token.i, "", (name,), (head.i,), _span(source))] if name else []


def _governor(token: Token) -> Token:
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return head


def _is_trailing(token: Token) -> bool:
    """Tell whether ", according to X" closes its sentence: then it speaks of all of it, wherever it is hung."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    if before is not None and before.is_quote and before.i > token.sent.start:
        before = before.nbor(-1)
    closes = token.right_edge.i + 2 >= token.sent.end - sum(t.is_space or t.is_quote for t in token.sent[-3:])
    return before is not None and before.text == "," and closes


def _sentence_clause(head: Token) -> Token:
    """Return the clause that a remark at the end is about: the outermost, up to one joined on with its own subject."""
    while head.head != head:
        joined = head.dep_ == "conj" and any(c.dep_ in (*_SUBJECTS, "expl") for c in head.children)
        if joined or _parted(head.head, head):
            break
        head = head.head
    return head


def _from_citing(token: Token, voices: Voices) -> list[Attribution]:
    """ "citing two exporters": a voice behind the one that cites, over all that the governing clause says."""
    noun = next((c for c in token.children if c.dep_ in ("dobj", "pobj")), None)
    if noun is None:
        return []
    source = _behind_data(noun)
    if not _is_voice(source):
        return []
    name = voices.name(source)
    head = _governor(token)
    heads = tuple(c.i for c in head.children if c.dep_ in ("ccomp", "parataxis")) or (head.i,)
    return [Attribution(token.text, token.i, "", (name,), heads, _span(source))] if name else []


def _is_voice(noun: Token) -> bool:
    return noun.ent_type_ in ("PERSON", "ORG", "NORP") or is_voice_noun(noun)


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
