"""What a figure or a date answers: "People killed in the derailment", "Depth of the quake", "When the trial opened"."""

import re
from functools import cache

from factdiff.facts.bearers import find_bearer
from factdiff.facts.phrases import (
    LEVELS,
    SUBJECTS,
    Phrase,
    inflect_participle,
    is_acronym,
    join_tokens,
    name_noun,
    select_tokens,
    write_clause,
    write_noun,
)
from factdiff.facts.setting import Setting
from factdiff.lexicon import is_event_noun
from factdiff.lists import read_rows
from factdiff.syntax import Token
from factdiff.values.mention import Mention
from factdiff.values.quantity import Quantity
from factdiff.values.units import is_person, is_plural, plural

_MODIFIERS = ("amod", "compound", "nummod", "nmod", "nounmod", "quantmod")
_UNCOUNTED = ("det", "predet", "nummod", "quantmod", "advmod")
_ASIDE = frozenset(
    {
        "including",
        "among",
        "like",
        "against",
        "than",
        "above",
        "below",
        "over",
        "under",
        "from",
        "as",
        "after",
        "before",
        "since",
    }
)
_LASTING = frozenset({"last", "take", "spend", "serve", "wait"})
_PERIODS = ("quarter", "month", "season", "year", "fiscal_year", "decade", "interval")
_SUMS = frozenset({"median", "average", "mean", "maximum", "minimum", "total", "number", "range", "rate", "sum"})


def ask_quantity(setting: Setting, mention: Mention, *, change: str, level: int, voice: str) -> Phrase | None:
    """Say what a quantity is the measure of; None where the parse doesn't tell.

    Args:
        setting: the story.
        mention: the quantity.
        change: what a change is called: rise, fall or change.
        level: how much to leave out, see `phrases.select_tokens`.
        voice: who speaks, for "we" and "I".
    """
    q, doc = mention.quantity, setting.passages[mention.passage].doc
    span = range(*setting.tokens_of(mention))
    writer = _Writer(level, voice)
    if q.kind == "age":
        return writer.ask_age(doc[mention.anchor], frozenset(span))
    if q.kind == "ordinal":
        return None
    top = _top(doc[q.token], span)
    outside = next((n for n in (_noun(doc, q), top.head) if n is not None and n.i not in span), None)
    if q.direction and top.head.pos_ == "VERB" and (found := writer.ask_change(top.head, _subtree(top), change)):
        return found
    if (
        outside is not None
        and (top.dep_ in _MODIFIERS or (q.noun == outside.i and q.kind not in ("percent", "money")))
        and outside.pos_ in ("NOUN", "PROPN")
    ):
        return writer.ask_attribute(q, outside, frozenset(span))
    if setting.is_moved(mention):
        return writer.ask_level(top)
    noun = _noun(doc, q)
    if q.kind in ("count", "number") and noun is not None:
        return writer.ask_count(noun, q, span)
    return writer.ask_measure(q, top, span, setting.find_landmark(mention), change)


def _noun(doc, q: Quantity) -> Token | None:
    return doc[q.noun] if q.noun >= 0 else None


def _top(token: Token, span: range) -> Token:
    while token.head != token and token.head.i in span:
        token = token.head
    return token


def _subtree(token: Token) -> frozenset[int]:
    return frozenset(t.i for t in token.subtree)


@cache
def _names() -> dict[tuple[str, str], str]:
    return {(row["unit"], row["kind"]): row["name"] for row in read_rows("measure_names.csv")}


def _name_measure(q: Quantity) -> str:
    return _names().get((q.unit, "")) or _names().get(("", q.kind), "")


class _Writer:
    """Asks with one degree of shortening and one voice."""

    def __init__(self, level: int, voice: str) -> None:
        self.level, self.voice = level, voice

    # ---- parts

    def noun(self, token: Token, skip: frozenset[int] = frozenset(), *, definite: bool = False) -> Phrase:
        if token.ent_type_ == "PERSON" and not skip:
            return name_noun(token)
        return write_noun(token, skip=skip, level=self.level, voice=self.voice, definite=definite)

    def clause(self, verb: Token, skip: frozenset[int]) -> Phrase | None:
        return write_clause(verb, skip=skip, level=self.level, voice=self.voice)

    def rest(self, verb: Token, skip: frozenset[int], *, helpers: bool) -> str:
        """Write a verb with what follows it, without its subject, and without its auxiliaries unless `helpers`."""
        skip |= {i for c in verb.children if c.dep_ in SUBJECTS for i in _subtree(c)}
        kept = select_tokens(verb, skip=skip, level=self.level)
        kept = [t for t in kept if t.head != verb or t.tag_ not in ("WRB", "WDT", "WP")]
        if not helpers:
            kept = [t for t in kept if not (t.head == verb and t.dep_ in ("aux", "auxpass", "neg"))]
        low = min((t.i for t in kept if t == verb or t.dep_ in ("aux", "auxpass", "neg")), default=verb.i)
        return join_tokens([t for t in kept if t.i >= low] + [t for t in kept if t.i < low and t.pos_ != "CCONJ"])

    # ---- questions

    def ask_age(self, anchor: Token, span: frozenset[int]) -> Phrase | None:
        token = find_bearer(anchor)
        if token.dep_ == "appos" and token.i in span:
            token = token.head
        if token.i in span or token.pos_ not in ("NOUN", "PROPN"):
            return None
        if token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and not is_person(token.lower_)):
            named = name_noun(token).text
            return Phrase(f"Age of {named}", token.ent_type_ != "PERSON" and " " not in named)
        found = self.describe(token, span, definite=True)
        return found and Phrase(f"Age of {found.text}", found.is_loose)

    def ask_attribute(self, q: Quantity, noun: Token, span: frozenset[int]) -> Phrase | None:
        """ "A 48-page indictment", "an 18% rise in profit": what the noun before which a figure stands is."""
        if q.kind in ("percent", "money"):
            found = self.describe(noun, span)
            return found and _capital(found)
        if q.kind == "count":
            name = plural(q.unit) if q.unit and q.noun != noun.i else ""
            if name in ("", noun.lower_):
                return None
        else:
            name = {"time": "length", "distance": "length"}.get(_name_measure(q), _name_measure(q))
        found = self.describe(noun, span, definite=True)
        return Phrase(f"{name.capitalize()} of {found.text}", found.is_loose) if found and name else None

    def ask_level(self, token: Token) -> Phrase | None:
        """ "Raised its offer to 4.6%", "the toll rose to 12": what was moved."""
        while token.dep_ != "prep" or token.lower_ != "to":
            if token.head == token:
                return None
            token = token.head
        verb = token.head
        moved = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if moved is None:
            moved = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if moved is None and verb.dep_ in ("acl", "conj", "advcl"):
            moved = verb.head if verb.dep_ == "acl" else None
        if moved is None or moved.pos_ not in ("NOUN", "PROPN"):
            return None
        found = self.noun(moved)
        return _capital(found)

    def ask_count(self, noun: Token, q: Quantity, span: range) -> Phrase | None:
        doc = noun.doc
        counted = {
            i for i in span if doc[i].dep_ in _UNCOUNTED or doc[i].like_num or doc[i].tag_ in ("JJR", "JJS", "CD")
        }
        skip = frozenset(counted - {noun.i} | set(_articles(noun)))
        if noun.pos_ not in ("NOUN", "PROPN"):
            return None
        replaced = plural(noun.lower_) if noun.tag_ == "NN" and not is_plural(noun.lower_) else ""
        if noun.like_num or noun.lower_ in ("others", "more", "other"):
            replaced = plural(q.unit) if q.unit else ""
            if not replaced:
                return None
        found = self.describe(noun, skip, person=is_person(q.unit), head=replaced)
        return found and _capital(found)

    def ask_measure(self, q: Quantity, top: Token, span: range, landmark: str, change: str) -> Phrase | None:
        name, verb = _name_measure(q).capitalize(), top.head
        if not name:
            return None
        tops = top
        prep = top.head if top.dep_ == "pobj" else None
        if prep is not None:
            tops, verb = prep, prep.head
        gone = _subtree(tops) | frozenset(span)
        if landmark:
            return self.ask_distance(top, gone)
        of = next((c for c in top.children if c.dep_ == "prep" and c.lower_ == "of" and c.i >= span.stop - 1), None)
        if q.kind == "percent" and of is not None:
            whole = next((c for c in of.children if c.dep_ == "pobj"), None)
            found = whole and self.noun(whole)
            return found and self.relate(Phrase(f"Share of {found.text}", found.is_loose), top, False)
        if verb.pos_ in ("NOUN", "PROPN") and prep is not None:
            if prep.lower_ != "of" and prep.lower_ not in ("at", "between"):
                return None
            if verb.lower_ in _SUMS:
                return self.relate(Phrase(name), verb, False)
            found = self.describe(verb, gone | _articles(verb))
            return found and _capital(found)
        if verb.pos_ not in ("VERB", "AUX"):
            return None
        if q.direction and (prep is None or prep.lower_ in ("by", "around", "about", "some", "nearly")):
            return self.ask_change(verb, gone, change)
        if prep is not None and prep.lower_ == "from":
            return self.ask_origin(verb, gone)
        if q.kind == "duration":
            if top.dep_ == "npadvmod" or verb.lemma_ in _LASTING or (prep is not None and prep.lower_ == "for"):
                found = self.clause(verb, gone)
                return found and Phrase(f"How long {found.text}", found.is_loose)
            return None
        if top.dep_ == "attr" and verb.lemma_ == "be":
            subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
            if subject is not None and subject.pos_ == "NOUN":
                return _capital(self.noun(subject))
            return None
        return self.relate(Phrase(name), top, False)

    def ask_origin(self, verb: Token, gone: frozenset[int]) -> Phrase | None:
        """ "Lowered its demand from 7.5%", "rose from 1.2 billion": what was moved, before."""
        moved = next((c for c in verb.children if c.dep_ == "dobj" and c.i not in gone), None)
        if moved is None:
            moved = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i not in gone), None)
        if moved is None or moved.pos_ not in ("NOUN", "PROPN") or not any(c.lower_ == "to" for c in verb.children):
            return None
        found = self.noun(moved)
        return Phrase(f"Earlier level of {_lower(found.text, moved)}", found.is_loose)

    def ask_distance(self, top: Token, gone: frozenset[int]) -> Phrase | None:
        token = top
        while token.head != token and token.pos_ not in ("VERB", "AUX"):
            token = token.head
        place = next((t for t in top.doc[top.i + 1 : top.i + 6] if t.dep_ == "pobj"), None)
        if token.pos_ not in ("VERB", "AUX") or place is None:
            return None
        low = top
        while low.head != token and low.head != low:
            low = low.head
        found = self.clause(token, gone | _subtree(low))
        where = name_noun(place)
        return found and Phrase(f"How far from {where.text} {found.text}", found.is_loose or where.is_loose)

    def ask_change(self, verb: Token, gone: frozenset[int], change: str) -> Phrase | None:
        moved = next((c for c in verb.children if c.dep_ in ("dobj",) and c.i not in gone), None)
        if moved is None:
            moved = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i not in gone), None)
        if moved is None and verb.dep_ in ("advcl", "conj"):
            moved = next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i not in gone), None)
        if moved is None or moved.pos_ not in ("NOUN", "PROPN"):
            return None
        found = self.noun(moved)
        where = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "at", "on", "since", "after")]
        tails = [
            select_tokens(c, level=self.level) for c in where if c.i > verb.i and c.i not in gone and self.level < 4
        ]
        tails = [t for t in tails if not any(x.like_num or x.ent_type_ in ("DATE", "TIME") for x in t)]
        text = " ".join([_lower(found.text, moved), *(join_tokens(t) for t in tails)])
        link = "of" if f" {text} ".find(" in ") >= 0 else "in"
        return Phrase(f"{change.capitalize()} {link} {text}", found.is_loose)

    # ---- relations of a noun to its clause

    def describe(
        self, noun: Token, skip: frozenset[int], *, person: bool | None = None, head: str = "", definite: bool = False
    ) -> Phrase | None:
        """Write a noun with the relation to its clause that tells which it is: "people killed by the storm"."""
        joined = [c for c in noun.children if c.dep_ == "conj"]
        if joined and any(t.dep_ in ("det", "nummod") or t.like_num for c in joined for t in c.subtree):
            skip |= {i for c in noun.children if c.dep_ in ("conj", "cc") for i in _subtree(c)}
        found = self.noun(noun, skip, definite=definite)
        if head:
            found = Phrase(_swap(found.text, noun.text, head), found.is_loose)
        if any(c.dep_ == "acl" and c.tag_ in ("VBN", "VBG") for c in noun.children) and self.level < 2:
            return found
        if not definite and any(c.dep_ == "prep" for c in noun.children) and _is_event(noun):
            return found  # "rise in profit" says it all
        if definite and _tells_enough(noun, skip):
            return found
        person = is_person(noun.lower_) if person is None else person
        related = self.relate(found, noun, person)
        return related if related is not None else (found if definite else None)

    def relate(self, found: Phrase, token: Token, person: bool) -> Phrase | None:
        """Add to the name of what a token stands for how it takes part in its clause."""
        joint = token
        while joint.dep_ == "conj":
            joint = joint.head
        text, loose = found
        if joint.dep_ == "pobj":
            return self._relate_object(found, joint, person)
        verb = joint.head
        gone = _subtree(joint)
        if joint.dep_ == "nsubjpass" and verb.pos_ == "VERB":
            helpers = any(c.dep_ == "neg" or c.tag_ in ("MD", "TO") for c in verb.children)
            rest = self.rest(verb, gone, helpers=helpers)
            when = "" if helpers else self.occasion(verb)
            return Phrase(f"{text} {('who ' if person else 'that ') if helpers else ''}{rest}{when}", loose)
        if joint.dep_ == "nsubj":
            if verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children):
                return Phrase(f"{text} {self.rest(verb, gone, helpers=False)}", loose)
            if verb.pos_ == "ADJ" or (verb.dep_ in ("ccomp", "xcomp") and verb.tag_ in ("VBN", "JJ")):
                left = verb.head
                if left.lemma_ != "leave" or left == verb:
                    return None
                return Phrase(f"{text} left {self.rest(verb, gone, helpers=False)}", loose)
            if verb.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBD", "VBP", "VBZ", "VB", "VBN", "VBG"):
                if any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
                    return None
                finite = verb.tag_ in ("VBD", "VBP", "VBZ") or any(c.dep_ == "aux" for c in verb.children)
                rest = self.rest(verb, gone, helpers=True)
                return Phrase(f"{text} {('who ' if person else 'that ') if finite else ''}{rest}", loose)
            return None
        if joint.dep_ == "dobj" and verb.pos_ == "VERB":
            return self._relate_patient(found, verb, gone)
        if joint.dep_ == "attr" and any(c.dep_ == "expl" for c in verb.children):
            return found
        return None

    def occasion(self, verb: Token) -> str:
        """Return what a clause says it happened with: " when an express train derailed", '' for nothing."""
        for inner in verb.children:
            mark = next((c for c in inner.children if c.lower_ in ("when", "after", "as") and c.i < inner.i), None)
            if inner.dep_ == "advcl" and mark is not None and self.level < LEVELS:
                clause = write_clause(inner, level=self.level + 1, voice=self.voice, skip=frozenset({mark.i}))
                return f" {mark.lower_} {clause.text}" if clause is not None and not clause.is_loose else ""
        return ""

    def _relate_object(self, found: Phrase, token: Token, person: bool) -> Phrase | None:
        prep, text = token.head, found.text
        host = prep.head
        if prep.dep_ != "prep" or prep.lower_ in _ASIDE or host == prep or "." in prep.text:
            return None
        if host.pos_ == "NOUN" and prep.lower_ == "of":
            return self.relate(found, host, person) if host.lower_ in _SUMS else None
        gone = _subtree(prep)
        verb = host
        while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
            verb = verb.head
        if verb.pos_ not in ("VERB", "AUX") or (host != verb and host.pos_ not in ("NOUN", "PROPN")):
            return None
        clause = self.clause(verb, gone)
        which = "whom" if person else "which"
        return clause and Phrase(f"{text} {prep.lower_} {which} {clause.text}", found.is_loose or clause.is_loose)

    def _relate_patient(self, found: Phrase, verb: Token, gone: frozenset[int]) -> Phrase | None:
        text, loose = found
        helpers = [c for c in verb.children if c.dep_ == "aux" and c.tag_ in ("MD", "TO")]
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        plain = not helpers and not any(c.dep_ in ("neg", "dative", "ccomp", "xcomp", "oprd") for c in verb.children)
        participle = inflect_participle(verb.lemma_.lower())
        if plain and subject is None and verb.dep_ == "advcl" and verb.tag_ == "VBG":
            cause = self.clause(verb.head, _subtree(verb) | gone)
            if cause is not None and verb.head.tag_ == "VBD":
                return Phrase(f"{text} {participle} when {cause.text}", loose or cause.is_loose)
        state = next((c for c in verb.children if c.dep_ == "oprd"), None)
        if state is not None and verb.lemma_ == "leave":
            return Phrase(f"{text} left {join_tokens(select_tokens(state, level=self.level))}", loose)
        if plain and subject is not None and subject.pos_ in ("NOUN", "PROPN") and verb.tag_ in ("VBD", "VBN", "VBZ"):
            agent = self.noun(subject, gone)
            rest = self.rest(verb, gone | {verb.i}, helpers=False)
            after = rest.partition(verb.text)[2].strip()
            by = f"{participle} by {_lower(agent.text, subject)}"
            if verb.lemma_ not in ("have", "cost", "face", "get") and not any(c.dep_ == "prt" for c in verb.children):
                return Phrase(f"{text} {by} {after}".strip(), loose or agent.is_loose)
        clause = self.clause(verb, gone)
        if clause is None:
            return None
        return Phrase(f"{text} {clause.text}", loose or clause.is_loose)


def _is_event(noun: Token) -> bool:
    return is_event_noun(noun.lemma_.lower())


def _tells_enough(noun: Token, skip: frozenset[int]) -> bool:
    """Tell whether a noun has a modifier that tells which it is: "the curb on exports", "Aceh's quake"."""
    return any(c.i not in skip and c.dep_ in ("poss", "prep", "compound", "amod", "acl") for c in noun.children)


def _articles(noun: Token) -> frozenset[int]:
    """Return the articles and the words such as "another" that a label of a count leaves out."""
    return frozenset(
        c.i for c in noun.children if c.i < noun.i and (c.dep_ in ("det", "predet", "nummod") or c.lower_ in _LOOSE)
    )


_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_LOOSE = frozenset({"other", "further", "additional", "more", "total", "estimated", "many", "several"})


def _swap(text: str, old: str, new: str) -> str:
    words = text.split(" ")
    return " ".join(new if w == old else w for w in words)


def _capital(found: Phrase) -> Phrase:
    text = _ARTICLE.sub("", found.text)
    return Phrase(text[:1].upper() + text[1:], found.is_loose)


def _lower(text: str, token: Token) -> str:
    first = token.left_edge
    keep = first.pos_ == "PROPN" or is_acronym(text) or not text.startswith(first.text)
    return text if keep else text[:1].lower() + text[1:]


def ask_date(setting: Setting, mention: Mention, *, level: int, voice: str) -> Phrase | None:
    """Say what a date is the time of: "When the trial opened", "Date of the tsunami"."""
    doc = setting.passages[mention.passage].doc
    span = range(*setting.tokens_of(mention))
    writer = _Writer(level, voice)
    top = _top(doc[mention.date.token], span)
    while (
        top.dep_ in ("conj", "appos")
        and top.head.pos_ in ("NOUN", "PROPN", "NUM")
        and top.head.ent_type_ in ("DATE", "TIME")
    ):
        top = top.head
    gone = frozenset(span) | _subtree(top)
    if top.dep_ in ("compound", "amod", "nummod", "poss", "nmod", "nounmod", "npadvmod") and top.head.pos_ in (
        "NOUN",
        "PROPN",
    ):
        host, gone = top.head, frozenset(span) | _subtree(top)
        if host.ent_type_ in ("DATE", "TIME"):
            return None
        found = writer.describe(host, gone, definite=True)
        word = "Period" if mention.date.granularity in _PERIODS and top.dep_ != "npadvmod" else "Date"
        return found and Phrase(f"{word} of {found.text}", found.is_loose)
    host = top
    for _ in range(4):
        if host.pos_ in ("VERB", "AUX") and host != top:
            break
        if host.head == host:
            return None
        if host.dep_ == "pobj" and host.head.pos_ == "ADP":
            gone |= _subtree(host.head)
        host = host.head
        if host.pos_ in ("NOUN", "PROPN") and host.ent_type_ not in ("DATE", "TIME") and _is_event(host):
            found = writer.describe(host, gone, definite=True)
            return found and Phrase(f"Date of {found.text}", found.is_loose)
        gone |= frozenset({host.i}) if host.pos_ not in ("VERB", "AUX") else frozenset()
    if host.pos_ not in ("VERB", "AUX"):
        return None
    found = writer.clause(host, gone)
    word = {"since": "Since when", "until": "Until when", "from": "From when", "to": "Until when"}.get(
        mention.date.role, "When"
    )
    return found and Phrase(f"{word} {found.text}", found.is_loose)
