"""Clauses and noun phrases in an editor's words: shortened along the parse, in the third person, pronouns named.

Nothing here knows what is asked; `labels` puts the phrases together.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows, read_words
from factdiff.syntax import Token
from factdiff.values.units import is_person, is_plural

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
LEVELS = 5  # how much a phrase can be shortened, see `_drops`
_FIRST = frozenset({"i", "we", "us", "me", "my", "our", "ours", "mine", "myself", "ourselves"})
_GENDERED = frozenset({"he", "she", "him", "her", "his", "hers"})
_PLURALS = frozenset({"they", "them", "their", "theirs", "these", "those"})
_POINTERS = frozenset({"this", "that", "these", "those"})
_POSSESSIVES = frozenset({"PRP$", "WP$"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "'re": "is", "'ve": "has", "am": "is"}
_CONTRACTED = {
    "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "ca": "can", "wo": "will", "sha": "shall", "n't": "not"
}  # fmt: skip
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_VOWEL = re.compile(r"[aeiou]")
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]")
_SPACE = re.compile(r"\s+")
_ARTICLE = re.compile(r"\b([Aa]n?) (?!one|once|eu)([A-Za-z])(?!\b)")


class Phrase(NamedTuple):
    """Words, and whether they hold a pronoun of which nothing tells whom it means."""

    text: str
    is_loose: bool = False


# ---- inflection


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {row["verb"]: (row["past"], row["participle"]) for row in read_rows("irregular_verbs.csv")}


def inflect_past(lemma: str) -> str:
    """Return the simple past of a verb."""
    return _irregular()[lemma][0] if lemma in _irregular() else _regular(lemma)


def inflect_participle(lemma: str) -> str:
    """Return the past participle of a verb."""
    return _irregular()[lemma][1] if lemma in _irregular() else _regular(lemma)


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ied"
    if _DOUBLED.fullmatch(lemma[-3:]) and len(_VOWEL.findall(lemma)) == 1:
        return f"{lemma}{lemma[-1]}ed"
    return f"{lemma}ed"


def inflect_third(lemma: str) -> str:
    """Return the third person singular of a verb in the present."""
    if lemma in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"


# ---- which words of a subtree are kept


def select_tokens(root: Token, *, skip: frozenset[int] = frozenset(), level: int = 1) -> list[Token]:
    """Return the words of a subtree that say what it says, in order; a higher `level` leaves out more."""
    kept, pending = [root], [root]
    while pending:
        token = pending.pop()
        for child in token.children:
            if child.i not in skip and not _drops(child, token, root, level):
                kept.append(child)
                pending.append(child)
    kept.sort(key=lambda t: t.i)
    return kept


@cache
def _discourse() -> frozenset[str]:
    return read_words("discourse_words.txt")


@cache
def _telling() -> frozenset[str]:
    """Adverbs without which a clause says something else: "only", "solely", "never"."""
    scope = {row["word"] for row in read_rows("scope_words.csv")}
    return frozenset(scope | {row["lemma"] for row in read_rows("negators.csv") if row["kind"] == "adverb"})


@cache
def _distinctive() -> frozenset[str]:
    """Adjectives that tell which: "military" beside "civilian"."""
    sides = {word for row in read_rows("complements.csv") for word in f"{row['first']} {row['second']}".split()}
    return frozenset(sides | {"many", "such", "same", "few"})


def _drops(child: Token, parent: Token, root: Token, level: int) -> bool:
    dep = child.dep_
    if dep == "dobj" and child.ent_type_ == "PERCENT" and parent.pos_ == "VERB":
        return parent != root or level >= 1  # "grew 6%": the figure is a fact of its own
    if dep in ("det", "nsubj", "nsubjpass", "compound", "dobj", "pobj", "aux", "auxpass", "case", "poss", "neg"):
        return dep == "neg" and parent == root and root.pos_ in ("VERB", "AUX") and level < 0
    if dep in ("advcl", "parataxis", "intj", "mark", "meta", "relcl", "dep", "preconj", "predet"):
        return not (dep == "relcl" and level == 0)
    if dep in ("punct", "cc"):
        return child.is_quote or (dep == "cc" and not _joins(child, parent, root, level))
    if dep == "conj":
        return level >= 3 or parent.pos_ in ("VERB", "AUX") or child.pos_ in ("VERB", "AUX")
    if dep == "appos":
        return True
    if dep == "acl":
        return level >= 2 or (child.i > 0 and child.nbor(-1).is_punct)
    if dep in ("npadvmod", "advmod"):
        if child.lower_ in _telling():
            return False
        if child.ent_type_ in ("DATE", "TIME") or child.lower_ in _discourse():
            return parent.pos_ not in ("ADV", "ADP")
        if dep == "npadvmod" and parent.pos_ in ("VERB", "AUX"):
            return True
        plain = parent.pos_ in ("VERB", "AUX") and child.n_lefts + child.n_rights == 0
        return dep == "advmod" and level >= 3 and plain and child.tag_ != "RP"
    if dep == "prep":
        return _drops_prep(child, parent, root, level)
    return dep == "amod" and level >= 5 and child.tag_ == "JJ" and child.lower_ not in _distinctive()


def _drops_prep(prep: Token, parent: Token, root: Token, level: int) -> bool:
    if prep.lower_ in ("according", "per", "including", "following", "despite"):
        return True
    if any(c.tag_ in _WH for c in prep.children):
        return True
    if parent.pos_ in ("VERB", "AUX"):
        if any(c.ent_type_ in ("DATE", "TIME") for c in prep.children if c.dep_ == "pobj"):
            return True
        nearest = next((c for c in parent.children if c.dep_ == "prep" and c.i > parent.i), None)
        return level >= 4 and (prep != nearest or any(c.dep_ == "dobj" for c in parent.children))
    return level >= 5 and prep.lower_ != "of"


def _joins(cc: Token, parent: Token, root: Token, level: int) -> bool:
    following = next((c for c in parent.children if c.dep_ == "conj" and c.i > cc.i), None)
    return following is not None and not _drops(following, parent, root, level)


# ---- words to text


def join_tokens(tokens: Sequence[Token], replaced: dict[int, str] | None = None) -> str:
    """Write tokens with the spaces of the text; punctuation stays where both neighbours do."""
    replaced = replaced or {}
    parts: list[str] = []
    last = -2
    for n, token in enumerate(tokens):
        if token.is_space:
            continue
        if token.is_punct and not _holds(tokens, n):
            continue
        text = replaced.get(token.i, token.text)
        if not text:
            continue
        glued = token.i == last + 1 and not token.doc[last].whitespace_ and token.i not in replaced
        if parts and not glued and not (token.is_punct and token.text == ","):
            parts.append(" ")
        parts.append(text)
        last = token.i
    return _ARTICLE.sub(_fit_article, _SPACE.sub(" ", "".join(parts))).strip(" ,;:–—-")


def _fit_article(match: re.Match[str]) -> str:
    """Mend "an" before a consonant where the word between was left out; what is right as printed stays."""
    article, letter = match.group(1), match.group(2)
    if letter in "aeioAEIO":
        return f"{article[0]}n {letter}"
    return f"{article[0]} {letter}" if letter.islower() and letter not in "hu" else match.group(0)


def _holds(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether a mark has a use between the words that are kept: a comma of a list, a hyphen of a word."""
    if not 0 < n < len(tokens) - 1 or tokens[n - 1].i != tokens[n].i - 1 or tokens[n + 1].i != tokens[n].i + 1:
        return False
    mark = tokens[n]
    if mark.text == ",":
        return any(
            t.dep_ in ("conj", "amod")
            for t in (tokens[n + 1], *tokens[n + 1 : n + 6])
            if t.head.i < t.i or t.dep_ == "amod"
        )
    return not mark.is_quote and mark.text not in "()[].;:–—…" and (mark.text != "-" or not mark.whitespace_)


# ---- pronouns


def name_noun(token: Token, *, skip: frozenset[int] = frozenset(), voice: str = "") -> Phrase:
    """Name a noun by itself and what stands directly with it: "the group's shares", "Kevin Price"."""
    entity = _entity(token)
    if entity is not None and not skip:
        return Phrase(_SPACE.sub(" ", entity))
    if token.pos_ == "NOUN" and voice == "" and not skip:
        found = write_noun(token, skip=skip, level=LEVELS)
        return Phrase(
            found.text if _keeps_capital(token, found.text) else found.text[:1].lower() + found.text[1:], found.is_loose
        )
    return write_noun(token, skip=skip, level=LEVELS, voice=voice)


def _entity(token: Token) -> str | None:
    if token.ent_type_ != "PERSON":
        return None
    doc, low, high = token.doc, token.i, token.i + 1
    while low > 0 and doc[low].ent_iob_ == "I" and doc[low - 1].ent_type_ == "PERSON":
        low -= 1
    while high < len(doc) and doc[high].ent_iob_ == "I":
        high += 1
    return doc[low:high].text.removesuffix("’s").removesuffix("'s")


def write_noun(
    token: Token, *, skip: frozenset[int] = frozenset(), level: int = 1, voice: str = "", definite: bool = False
) -> Phrase:
    """Write a noun phrase; `definite` turns its article to "the"."""
    tokens = select_tokens(token, skip=skip, level=level)
    replaced, loose = _replace_pronouns(tokens, tokens, voice)
    for t in tokens:
        if t.dep_ == "det" and t.head == token and definite and t.lower_ in ("a", "an", "another", "this", "that"):
            replaced[t.i] = "the"
    text = join_tokens(tokens, replaced)
    bare = definite and token.tag_ in ("NN", "NNS") and not any(c.dep_ in ("det", "poss") for c in token.children)
    return Phrase(f"the {text}" if bare else text, loose)


def _replace_pronouns(tokens: Sequence[Token], around: Sequence[Token], voice: str) -> tuple[dict[int, str], bool]:
    """Return what to write in place of pronouns, and whether one is left that nothing names.

    Args:
        tokens: the words to write.
        around: the words that can name whom they mean: these and the subject.
        voice: who speaks.
    """
    replaced: dict[int, str] = {}
    loose = False
    for token in tokens:
        if token.tag_ in ("PRP", "PRP$", "DT") and (token.pos_ == "PRON" or token.tag_ == "PRP$"):
            own = _resolve(token, around, voice)
            if own is None:
                loose = loose or not _is_idle(token)
            elif own:
                replaced[token.i] = own
    return replaced, loose


def _is_idle(token: Token) -> bool:
    """ "It is difficult to ...", "those killed": the pronoun stands for nothing before it."""
    if token.dep_ == "expl" or token.lower_ == "there":
        return True
    if token.lower_ in ("those", "that", "all") and any(c.dep_ in ("acl", "relcl", "prep") for c in token.children):
        return True
    return token.lower_ == "it" and any(c.dep_ in ("ccomp", "xcomp", "advcl") for c in token.head.children)


def _resolve(token: Token, tokens: Sequence[Token], voice: str) -> str | None:
    """Return what to write for a pronoun, "the" for "its": '' where it stays, None where none is known."""
    lower = token.lower_
    owns = token.tag_ in _POSSESSIVES
    if lower in _FIRST:
        name = voice
    elif lower in ("you", "your", "yourself", "itself", "themselves", "himself", "herself"):
        return None if lower.startswith("you") else ""
    elif _is_idle(token):
        return None
    elif _named_within(token, tokens):
        return ""
    else:
        name = _antecedent(token)
    if not name:
        return "the" if owns else None
    if not owns:
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _named_within(token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a phrase itself names whom its pronoun means: "Norvik raised its offer"."""
    if token.lower_ in _POINTERS:
        return False
    if token.tag_ != "PRP$" and not any(
        t.dep_ in SUBJECTS and t.i > token.head.left_edge.i for t in token.head.children
    ):
        return False
    before = (t for t in tokens if t.i < token.i and t.dep_ in SUBJECTS and t != token)
    return any(_agrees(t, token.lower_) for t in before)


def _antecedent(token: Token) -> str:
    """Return the subject that a pronoun takes up: of a governing clause, or of the sentence before."""
    if token.lower_ in _POINTERS:
        return ""
    own = token.head if token.dep_ in SUBJECTS else None
    if token.tag_ == "PRP$":
        own = None
    verb = token.head
    for ancestor in token.ancestors:
        subject = next((c for c in ancestor.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if ancestor == own or subject is None or subject.i > token.i or token.i <= subject.right_edge.i:
            continue
        if ancestor == verb and token.tag_ != "PRP$":
            continue  # "it could cost it": an object isn't its own subject
        if subject.pos_ in ("NOUN", "PROPN"):
            return name_noun(subject).text if _agrees(subject, token.lower_) else ""
    if token.tag_ == "PRP$":
        return ""
    sentence = token.sent
    for _ in range(2):
        if sentence.start == 0:
            return ""
        sentence = token.doc[sentence.start - 1].sent
        subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.pos_ in ("NOUN", "PROPN"):
            found = name_noun(subject) if _agrees(subject, token.lower_) else Phrase("")
            return "" if found.is_loose else found.text
    return ""


def _agrees(noun: Token, pronoun: str) -> bool:
    plural = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    person = noun.ent_type_ == "PERSON" or (noun.pos_ == "NOUN" and is_person(noun.lower_))
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if pronoun in _PLURALS:
        return plural
    if pronoun in _GENDERED:
        return person and not plural
    return not person and not plural


# ---- clauses


def write_clause(
    head: Token, *, skip: frozenset[int] = frozenset(), level: int = 1, voice: str = "", affirm: bool = False
) -> Phrase | None:
    """Write a clause as a statement with a subject of its own; None where the parse gives it none.

    Args:
        head: the verb.
        skip: tokens to leave out, with what hangs on them.
        level: how much to leave out beside, see `select_tokens`.
        voice: who speaks.
        affirm: leave out "not".
    """
    if head.pos_ not in ("VERB", "AUX"):
        return None
    found = _find_subject(head)
    if found is None:
        return None
    subject, auxiliary = found
    if subject.i in skip:
        return None
    kept = [t for t in select_tokens(head, skip=skip, level=level)]
    own = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        inside = set(t.i for t in own.subtree)
        rest = [t for t in kept if t.i not in inside]
    else:
        rest = kept
    rest = [t for t in rest if t.tag_ not in _WH or t.head != head]
    replaced, loose = _replace_pronouns(rest, [subject, *rest], voice)
    if own is not None and own == subject and own.pos_ == "PRON" and own.tag_ not in _WH:
        name = _resolve(own, kept, voice)
        loose = loose or (name is None and not _is_idle(own))
        lead = name or (own.text if own.lower_ == "i" else own.lower_)
        if own.lower_ in _FIRST and name:
            _agree_third(head, rest, replaced, name)
    else:
        skips = skip | {t.i for t in head.subtree} if own != subject and head.head == subject else skip
        named = write_noun(subject, skip=skips, level=max(level, 2), voice=voice)
        lead, loose = named.text, loose or named.is_loose
    if affirm:
        _affirm(head, rest, replaced)
    for t in rest:  # a contraction stands apart once a name takes the place of the pronoun
        if t.i not in replaced and t.lower_.replace("’", "'") in _CONTRACTED:
            replaced[t.i] = _CONTRACTED[t.lower_.replace("’", "'")]
        elif t.i not in replaced and t.text in ("'s", "’s") and t.pos_ in ("AUX", "VERB"):
            replaced[t.i] = "has" if t.lemma_ == "have" else "is"
    if auxiliary is not None:
        replaced[head.i] = auxiliary
    # What stands before the subject goes to the end: "in Ostend the storm killed five".
    edge = min([head.i, *(t.i for t in rest if t.dep_ in ("aux", "auxpass", "neg"))], default=head.i)
    fronted = [t for t in rest if t.i < edge and not _belongs_to_verb(t, head)] if own is not None else []
    fronted = [t for t in fronted if t.i < own.left_edge.i] if own is not None else []
    ahead = {t.i for t in fronted}
    text = join_tokens([t for t in rest if t.i not in ahead], replaced)
    tail = join_tokens(fronted, replaced)
    tail = tail if not tail or fronted[0].pos_ == "PROPN" or fronted[0].text.isupper() else tail[:1].lower() + tail[1:]
    named = own is not None and own == subject and own.pos_ == "PRON" and lead[:4] not in ("The ", "An ", "It", "This")
    lead = lead if named or _keeps_capital(subject, lead) else lead[:1].lower() + lead[1:]
    return Phrase(" ".join(p for p in (lead, text, tail) if p), loose)


def _keeps_capital(token: Token, text: str) -> bool:
    first = token.left_edge
    opens = first.i == 0 or first.is_sent_start or first.nbor(-1).is_punct or first.nbor(-1).is_space
    if first.is_title and not opens and text.startswith(first.text):
        return True
    if first == token and first.is_title and re.search(rf"[a-z,] {re.escape(first.text)}\b", first.doc.text):
        return True  # a name elsewhere in the text
    for t in token.doc[first.i : token.i + 1]:
        if text.startswith(t.text):
            return (
                t.pos_ == "PROPN"
                or (t.ent_type_ not in ("", "CARDINAL", "DATE") and t.pos_ != "DET")
                or is_acronym(text)
            )
    return True


def is_acronym(text: str) -> bool:
    """Tell whether a text begins with two capitals, so that its first letter stays one."""
    return text[:2].isupper() and text[:2].isalpha()


def _belongs_to_verb(token: Token, head: Token) -> bool:
    return token.head == head and token.dep_ in ("aux", "auxpass", "neg", "prt")


def _find_subject(head: Token) -> tuple[Token, str | None] | None:
    """Return a clause's subject, its own or the one it shares, and its verb form where it has to be made finite."""
    own = next((c for c in head.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        if own.tag_ in ("WDT", "WP") or (own.lower_ == "that" and head.dep_ == "relcl"):
            return (head.head, None) if head.dep_ in ("relcl", "acl") and head.head.pos_ in ("NOUN", "PROPN") else None
        if head.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in head.children):
            return None
        return own, None
    if any(c.dep_ in ("aux", "auxpass", "mark") for c in head.children):
        return None
    if head.dep_ == "acl" and head.head.pos_ in ("NOUN", "PROPN"):
        return (form := _finite(head, head.head)) and (head.head, form)
    if head.dep_ not in ("advcl", "conj", "relcl"):
        return None
    governor = head.head
    subject = next((c for c in governor.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ in _WH or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    if head.dep_ == "advcl":
        return (form := _finite(head, subject)) and (subject, form)
    if head.tag_ == governor.tag_:
        words = [c.text for c in governor.children if c.dep_ in ("aux", "auxpass") and c.i < governor.i]
        return subject, " ".join([*words, head.text]) if words else None
    return (subject, None) if head.tag_ in _FINITE else None


def _finite(head: Token, subject: Token) -> str | None:
    """Return the finite form of a participle: "killing" is "killed" in a story told in the past."""
    past = any(t.tag_ == "VBD" for t in (head.sent.root, *head.sent.root.children, head.head))
    plural = subject.tag_ in ("NNS", "NNPS")
    be = {(True, True): "were", (True, False): "was", (False, True): "are", (False, False): "is"}[past, plural]
    agent = any(c.dep_ == "agent" for c in head.children)
    if head.tag_ in ("VBN", "VBD") and not agent and any(c.dep_ == "dobj" for c in head.children):
        return head.text  # a past tense that the parser took for a participle
    if agent:
        be = "were" if plural else "was"
    if head.tag_ in ("VBN", "VBD"):
        return f"{be} {head.text}"
    if head.tag_ == "VBG":
        lemma = head.lemma_.lower()
        return inflect_past(lemma) if past else lemma if plural else inflect_third(lemma)
    return None


def _agree_third(head: Token, rest: Sequence[Token], replaced: dict[int, str], name: str) -> None:
    """Make the verb agree with the name that took the place of "we" or "I"."""
    last = name.split()[-1].lower()
    plural = is_plural(last) and not name.split()[-1][:1].isupper()
    for token in rest:
        if token == head or (token.head == head and token.dep_ in ("aux", "auxpass")):
            word = token.lower_.replace("’", "'")
            if plural:
                continue
            if word in _SINGULAR or word == "'m":
                replaced[token.i] = _SINGULAR.get(word, "is")
            elif token.tag_ == "VBP":
                replaced[token.i] = inflect_third(token.lemma_.lower())


def _affirm(head: Token, rest: list[Token], replaced: dict[int, str]) -> None:
    """Take "not" out of a clause; "did not kill" becomes "killed"."""
    negations = [t for t in rest if t.dep_ == "neg" and t.head == head]
    if not negations:
        return
    helper = next((t for t in rest if t.dep_ == "aux" and t.head == head and t.lemma_ == "do"), None)
    rest[:] = [t for t in rest if t not in negations and t != helper]
    if helper is not None:
        form = replaced.get(helper.i, helper.lower_)
        lemma = head.lemma_.lower()
        replaced[head.i] = {"did": inflect_past(lemma), "does": inflect_third(lemma)}.get(form, lemma)
