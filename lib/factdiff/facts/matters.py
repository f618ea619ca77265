"""What a clause says, or says is not so: its predicate, who does it and to whom."""

from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from factdiff.claims import Claim
from factdiff.facts.setting import Setting
from factdiff.lexicon import are_opposite, canonical_name, is_event_noun, predicate_class
from factdiff.lists import read_rows, read_words
from factdiff.syntax import Token

NEAR_AS = 4  # tokens: "as", a quotation mark, "enemy", "propaganda"
DENYING = frozenset({"deny", "dispute", "reject", "refute", "rebut", "dismiss"})
_NAMING = frozenset({"describe", "call", "brand", "label", "dismiss", "denounce", "condemn", "reject"})
_REFUSING = frozenset({"reject", "dismiss"})
_MODALITIES = frozenset({"asserted", "planned"})
_PERSONAL = frozenset({"he", "him", "she", "her"})
_ANYBODY = frozenset({"one", "nobody", "none", "anyone", "someone"})
_SOME = frozenset({"a", "an", "some", "several", "many", "most", "few", "another", "other", "more", "half"})
_TIMES = frozenset({"DATE", "TIME"})
_NAMELESS = frozenset({"the", "a", "an", "our"})
_LIGHT = frozenset({"cause", "carry", "report", "receive", "indicate", "sustain"})  # beside those of light_words.txt
_HAPPENING = frozenset({"break", "happen", "occur", "erupt", "start"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "next"}
)
_DEGREES = frozenset({"as", "enough", "quite", "so", "too", "very"})
_MODIFIERS = frozenset(
    {"amod", "advmod", "compound", "nsubj", "nsubjpass", "dobj", "pobj", "appos", "npadvmod", "conj"}
)
_PATIENTS = ("dobj", "nsubjpass", "attr", "acomp", "oprd")
_BESIDE = frozenset({"acl", "prep", "relcl"})  # what follows a noun: its names are not its own


class Part(NamedTuple):
    """Who or what takes part in a matter, as far as the text says."""

    terms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()  # proper names among them
    is_firm: bool = False  # "the company"
    is_person: bool = False
    owners: frozenset[str] = frozenset()  # terms of whose it is: "the minister's aide"
    is_some: bool = False  # "two of the climbers", "some passengers": of others the opposite may hold


class Matter(NamedTuple):
    """What a clause says, or says is not so."""

    claim: int
    predicate: str
    terms: frozenset[str]  # all of its content
    agent: Part
    patient: Part
    is_early: bool = False  # it holds for the moment: "no immediate reports of damage"
    is_told: bool = False  # a voice denies it in so many words
    is_clause: bool = True  # it stands by itself, not as what a verb denies
    is_opposite: bool = False  # it is what another word of the text excludes: "survived" for "died"
    is_noun: bool = False  # the predicate is a thing: "mortars were used"
    is_used: bool = False  # the predicate is a thing that something is done with
    noun: int = -1  # token of a noun that bears it in passing: "warned about a cracked rail"


@cache
def stated_by() -> dict[str, frozenset[str]]:
    """Map a predicate to those that state it besides: a death is a casualty."""
    found: dict[str, set[str]] = {}
    for row in read_rows("entailed.csv"):
        found.setdefault(row["stated"], set()).add(row["word"])
    return {stated: frozenset(words) for stated, words in found.items()}


def is_denial(claim: Claim) -> bool:
    """Tell whether a claim says that something is not so: "it did not", "she denied that it did"."""
    return claim.negated != (claim.modality == "denied")


def is_early(setting: Setting, index: int) -> bool:
    """Tell whether a claim says that something had not happened by the time it speaks of."""
    claim = setting.claims[index]
    if not claim.negated:
        return False
    words = [setting.passages[claim.passage].doc[i].lower_ for i in claim.tokens]
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in read_words("early_words.txt"))


def is_called_untrue(setting: Setting, index: int) -> bool:
    """Tell whether a claim denies a report by what it calls it, in a clause that itself denies nothing."""
    claim = setting.claims[index]
    head = setting.passages[claim.passage].doc[claim.head]
    named = head.lemma_.lower() in _NAMING and not claim.negated and claim.modality != "denied"
    return named and _called_untrue(head) is not None


def is_narrower(setting: Setting, no: Claim, yes: Claim) -> bool:
    """Tell whether a claim denies less than another asserts, or of something else.

    "Not seriously injured" leaves it open that somebody was; so does "not in the first blast" for the second.
    """
    doc = setting.passages[no.passage].doc
    head = doc[no.head]
    if any(c.lower_ in ("until", "till", "if", "unless") for c in head.children):
        return True
    mine, theirs = _modifiers(setting, no), _modifiers(setting, yes)
    manner = [g for c in (head, *head.children) for g in c.children if g.dep_ == "advmod" and g.i in no.tokens]
    narrowing = {g.lower_ for g in manner if g.lower_.endswith("ly") or g.lower_ in _DEGREES}
    if no.negated and narrowing - read_words("passing_adverbs.txt") - theirs:
        return True
    pairs = [(x, y) for x in sorted(mine - theirs) for y in sorted(theirs - mine)]
    return any({x, y} <= _ORDINALS or are_opposite(x, y) for x, y in pairs)


def _modifiers(setting: Setting, claim: Claim) -> set[str]:
    """Return the words of a claim that tell what it is of, beside its predicate."""
    doc = setting.passages[claim.passage].doc
    near = (doc[i] for i in claim.tokens if i != claim.head and doc[i].dep_ in _MODIFIERS)
    return {t.lower_ if t.dep_ == "advmod" else t.lemma_.lower() for t in near}


# ---- what is denied


def read_denial(setting: Setting, index: int) -> Matter | None:
    """Read what a claim says is not so; None for most claims."""
    claim = setting.claims[index]
    if claim.is_cue or claim.section == "headline":
        return None
    head = setting.passages[claim.passage].doc[claim.head]
    if claim.modality == "denied" and head.lemma_.lower() in DENYING and not claim.negated:
        what = next((c for c in head.children if c.dep_ in ("xcomp", "dobj") and c.i > head.i), None)
        return _read_denied(setting, index, what) if what is not None else None
    if head.lemma_.lower() in _NAMING and not claim.negated and (what := _called_untrue(head)) is not None:
        return _read_denied(setting, index, what)
    told = claim.modality == "denied"
    if told == claim.negated or (not told and claim.modality not in _MODALITIES):
        return None
    if any(c.lemma_.lower() in ("should", "ought", "if", "unless") for c in head.children):
        return None
    if head.lemma_.lower() in read_words("attitudes.txt"):
        return None
    matter = _read_clause(setting, index, head)
    return matter and matter._replace(is_told=told, is_early=is_early(setting, index))


def _read_denied(setting: Setting, index: int, what: Token) -> Matter | None:
    """Read the complement of a verb of denying: "firing mortars", "reports of civilian casualties"."""
    claim = setting.claims[index]
    terms = setting.terms[claim.passage]
    voice = _voice(setting, claim)
    if what.pos_ in ("VERB", "AUX"):
        matter = _read_clause(setting, index, what, tokens=[t.i for t in what.subtree])
        denier = next((c for c in what.head.children if c.dep_ == "nsubj"), None)
        voice = _part(setting, claim, denier) if denier is not None and not voice.names else voice
        return matter and matter._replace(is_told=True, is_clause=False, agent=voice)
    if what.lemma_.lower() in read_words("message_nouns.txt"):
        if any(c.dep_ in ("acl", "ccomp", "relcl") for c in what.children):
            return None  # the clause is a claim of its own
        inner = [g for c in what.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
        what, voice = (inner[0], Part()) if inner else (None, voice)
    if what is None or what.pos_ not in ("NOUN", "PROPN") or not _is_act(what) or not terms[what.i]:
        return None
    beside = {t.i for c in what.children if c.dep_ == "prep" and c.lower_ == "as" for t in c.subtree}  # "as lies"
    own = frozenset(terms[t.i] for t in what.subtree if t.i not in beside) - {""}
    inner = [g for c in what.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    patient = _part(setting, claim, inner[0]) if inner else Part()
    return Matter(index, terms[what.i], own, voice, patient, is_told=True, is_clause=False)


def _called_untrue(head: Token) -> Token | None:
    """Return the report that a clause calls untrue: "described reports of the shelling as fiction"."""
    what = next((c for c in head.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if what is None or what.lemma_.lower() not in read_words("message_nouns.txt"):
        return None
    after = [t for t in head.subtree if t.i > what.i]
    marks = [t.i for t in after if t.lower_ == "as"]
    named = [t for t in after if any(i < t.i <= i + NEAR_AS for i in marks)]
    named += [g for c in head.children if c.dep_ in ("oprd", "attr", "acomp") for g in c.subtree]
    return what if any(t.lower_ in read_words("untrue_words.txt") for t in named) else None


def _is_act(noun: Token) -> bool:
    """Tell whether a noun names something that can have happened or not."""
    lemma = noun.lemma_.lower()
    return is_event_noun(lemma) or lemma in stated_by() or predicate_class(lemma, "NOUN") != lemma


# ---- clauses


def read_statements(setting: Setting, index: int, *, of: Set[str] | None = None) -> list[Matter]:
    """Read what a claim asserts: by its verb, by an act among its arguments, by what it calls a thing.

    Args:
        setting: the story.
        index: the claim.
        of: the predicates that are asked for; None for all.
    """
    claim = setting.claims[index]
    if claim.is_cue or claim.section == "headline" or claim.negated:
        return []
    doc, terms = setting.passages[claim.passage].doc, setting.terms[claim.passage]
    head = doc[claim.head]
    if claim.modality not in _MODALITIES and not is_refusal(setting, index):
        return []
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in head.children):
        return []
    if head.dep_ == "pcomp" or _is_infinitive(head):  # "charged with causing", "to regulate": nobody says it is so
        return []
    own = frozenset(terms[i] for i in claim.tokens) - {""}
    found = [_read_clause(setting, index, head, of=of), *_read_verdicts(setting, index, head, of=of)]
    if claim.modality == "planned":
        found += [_read_clause(setting, index, c, verb=head, of=of) for c in head.children if c.dep_ == "xcomp"]
    for token in (doc[i] for i in claim.tokens if terms[i] and doc[i].pos_ == "NOUN"):
        is_object = token.dep_ in ("dobj", "nsubjpass") or (token.dep_ == "pobj" and token.head.lower_ == "with")
        if is_object and _is_among(terms[token.i], of):
            is_act = _is_act(token) and (not terms[head.i] or head.lemma_.lower() in read_words("bearing_verbs.txt"))
            agent = _agent(head)
            actor = _part(setting, claim, agent) if agent is not None else Part()
            found.append(Matter(index, terms[token.i], own, actor, Part(), is_noun=not is_act, is_used=True))
        for c in token.children:
            if c.dep_ == "amod" and terms[c.i] and _is_among(terms[c.i], of):
                found.append(Matter(index, terms[c.i], own, _part(setting, claim, token), Part(), noun=token.i))
    return [m for m in found if m is not None]


def _is_among(predicate: str, of: Set[str] | None) -> bool:
    return of is None or predicate in of


def read_main(setting: Setting, index: int) -> Matter | None:
    """Read what the verb of a claim says, be it asserted or denied."""
    claim = setting.claims[index]
    return _read_clause(setting, index, setting.passages[claim.passage].doc[claim.head])


def is_refusal(setting: Setting, index: int) -> bool:
    """Tell whether a clause says that something was turned down: an act, not the denial of a report."""
    claim = setting.claims[index]
    head = setting.passages[claim.passage].doc[claim.head]
    if claim.modality != "denied" or head.lemma_.lower() not in _REFUSING:
        return False
    what = next((c for c in head.children if c.dep_ in ("dobj", "nsubjpass")), None)
    return what is not None and what.lemma_.lower() not in read_words("message_nouns.txt")


def _read_verdicts(setting: Setting, index: int, head: Token, *, of: Set[str] | None) -> list[Matter]:
    """Read what a clause finds somebody to be ("found him guilty", "pleaded guilty"), or that broke out or occurred."""
    claim = setting.claims[index]
    terms = setting.terms[claim.passage]
    verdicts: list[tuple[Token, bool]] = []  # each with whether it is found of somebody
    for c in head.children:
        inner = [c, *(g for g in c.children if g.dep_ in ("acomp", "attr"))] if c.dep_ == "ccomp" else [c]
        for t in inner:
            if t.dep_ in ("oprd", "acomp", "attr") and t.pos_ == "ADJ" and not _is_negated(t):
                verdicts.append((t, True))
        happens = head.lemma_.lower() in _HAPPENING and c.dep_ in ("nsubj", "nsubjpass")
        if happens and c.pos_ == "NOUN":
            verdicts.append((c, False))
    verdicts = [(t, found) for t, found in verdicts if terms[t.i] and _is_among(terms[t.i], of)]
    if not verdicts:
        return []
    whom = next((c for c in head.children if c.dep_ in ("dobj", "nsubjpass")), None) or _agent(head)
    part = _part(setting, claim, whom) if whom is not None else Part()
    own = frozenset(terms[i] for i in claim.tokens) - {""}
    return [Matter(index, terms[t.i], own, part if found else Part(), Part()) for t, found in verdicts]


def _is_negated(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ == "not" for c in token.children)


def _is_infinitive(head: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in head.children)


def _read_clause(
    setting: Setting,
    index: int,
    head: Token,
    *,
    tokens: Sequence[int] = (),
    verb: Token | None = None,
    of: Set[str] | None = None,
) -> Matter | None:
    claim = setting.claims[index]
    terms = setting.terms[claim.passage]
    doc = setting.passages[claim.passage].doc
    idle = beside = frozenset()
    patient = next((c for c in head.children if c.dep_ in _PATIENTS), None)
    predicate, is_noun = terms[head.i], False
    if (not predicate or predicate in _LIGHT) and patient is not None:
        if patient.lemma_.lower() in read_words("message_nouns.txt"):  # "there were no reports of damage"
            inner = [g for c in patient.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
            patient = inner[0] if inner else patient
        predicate, patient, is_noun = terms[patient.i], None, patient.pos_ in ("NOUN", "PROPN")
        idle = _LIGHT
    elif not predicate and head.lemma_ == "be":  # "was in court"
        places = [c for c in head.children if c.dep_ == "prep"]
        inner = [f"{c.lower_} {terms[g.i]}" for c in places for g in c.children if g.dep_ == "pobj" and terms[g.i]]
        predicate = inner[0] if inner else ""
        beside = frozenset(inner[:1])
    if not predicate or predicate in _LIGHT or not _is_among(predicate, of):
        return None
    own = frozenset(terms[i] for i in tokens or claim.tokens if doc[i].ent_type_ not in _TIMES)
    own = (own - {"", *_ANYBODY} - idle) | beside
    agent = _agent(head) or (_agent(verb) if verb is not None else None)
    actor = _part(setting, claim, agent) if agent is not None else Part()
    whom = _part(setting, claim, patient) if patient is not None else Part()
    return Matter(index, predicate, own, actor, whom, is_noun=is_noun)


def _agent(verb: Token) -> Token | None:
    while True:
        by = [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
        found = by[0] if by else next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if found is not None or verb.dep_ != "conj" or verb.head == verb:
            return found
        if any(c.dep_ == "nsubjpass" for c in verb.children):
            return None
        verb = verb.head


def _part(setting: Setting, claim: Claim, token: Token) -> Part:
    terms = setting.terms[claim.passage]
    if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
        token = token.head.head
    ours = any(c.dep_ == "poss" and c.lower_ in ("our", "my") for c in token.children)
    if ours or token.lower_ in ("i", "we") or (token.lower_ in ("it", "they") and claim.speakers):
        return _voice(setting, claim)
    if token.lower_ in _PERSONAL:
        voice = _voice(setting, claim)
        return voice if voice.names else Part(names=_person_before(setting, claim, token), is_person=True)
    if token.pos_ == "PRON" or token.lower_ in _ANYBODY:
        return Part()
    beside = {t.i for c in token.children if c.dep_ in _BESIDE for t in c.subtree}
    own = [t for t in token.subtree if t.i not in beside]
    rows = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]  # "a row of houses"
    named = [t for t in own if t.pos_ == "PROPN" or t.ent_type_ in ("GPE", "NORP")]
    names = frozenset(canonical_name(t.text) if t.pos_ == "ADJ" else terms[t.i] for t in named) - {""}
    is_firm = token.lemma_.lower() in read_words("firm_nouns.txt")
    is_person = any(t.ent_type_ == "PERSON" for t in named)
    if is_person and token.pos_ == "PROPN":  # first names are no more than first names
        names = frozenset({terms[token.i]}) - {""}
    known = any(c.dep_ in ("det", "poss") and c.lower_ not in _SOME for c in token.children) or bool(names)
    is_some = not known or token.pos_ == "NUM" or any(c.dep_ == "nummod" or c.lower_ in _SOME for c in token.children)
    counted = [*rows, *(t for g in rows for t in g.subtree if t.dep_ == "conj")]
    heads = frozenset(terms[t.i] for t in (*own, *counted) if t == token or t.dep_ == "conj" or t in rows) - {""}
    owners = frozenset(terms[t.i] for t in (*rows, *(c for c in token.children if c.dep_ == "poss"))) - {""}
    return Part(frozenset() if is_firm else heads, names, is_firm, is_person, owners, is_some)


def _voice(setting: Setting, claim: Claim) -> Part:
    """Return who speaks in a claim, as a part of what is said: "I", "our side"."""
    if claim.speakers and setting.bearers.is_person(claim.speakers[-1]):
        return Part(names=_names([claim.speakers[-1].split()[-1]]), is_person=True)
    return Part(names=_names(claim.speakers[-1:]))


def name_agent(setting: Setting, claim: Claim, verb: Token) -> frozenset[str]:
    """Return the names of whoever does what a verb of a claim says; none where the text leaves it open."""
    agent = _agent(verb)
    return _part(setting, claim, agent).names if agent is not None else frozenset()


def _person_before(setting: Setting, claim: Claim, token: Token) -> frozenset[str]:
    """Return the name of the last person named before a pronoun, in its paragraph or the one before."""
    for n in (claim.passage, claim.passage - 1):
        if n < 0 or setting.passages[n].article_id != claim.article_id:
            break
        doc, terms = setting.passages[n].doc, setting.terms[n]
        named = [t for t in doc if t.ent_type_ == "PERSON" and terms[t.i] and (n < claim.passage or t.i < token.i)]
        if named:
            last = named[-1]
            return frozenset({terms[last.i]})
    return frozenset()


def _names(speakers: Sequence[str]) -> frozenset[str]:
    words = (w.strip(".,’'") for s in speakers for w in s.replace("’s", "").replace("'s", "").split())
    titles = _NAMELESS | read_words("titles.txt")
    return frozenset(canonical_name(w) for w in words if w[:1].isupper() and w.lower() not in titles)


def clash(a: Part, b: Part) -> bool:
    """Tell whether two parts bear different names, or one is only what belongs to the other."""
    if a.terms & b.owners - b.terms or b.terms & a.owners - a.terms:
        return True
    return bool(a.names and b.names) and a.names.isdisjoint(b.names)
