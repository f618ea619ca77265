"""Names for the voices of an article: a speaker's full name wherever the text has a part of it or a pronoun."""

from functools import cache

from spacy.tokens import Doc, Span, Token

from factdiff.lexicon import voice_role
from factdiff.lists import read_words

# What stands beside a name without being part of the voice's name.
_ASIDES = frozenset({"relcl", "appos", "punct", "cc", "advcl", "parataxis", "conj", "preconj", "acl"})
_SINGULAR = frozenset({"he", "she", "him", "her", "i", "me"})
_PLURAL = frozenset({"they", "we", "it", "them", "us"})
_BODY_ROLES = frozenset({"official", "company", "group", "outlet", "state media"})
_RELATIVE = frozenset({"who", "that", "which"})
_LINKS = frozenset({"compound", "flat", "nmod"})
_INNER = frozenset({"of", "the", "and", "for", "'s", "’s"})


@cache
def _humans() -> frozenset[str]:
    return frozenset([*read_words("person_nouns.txt"), *read_words("titles.txt")])


class Voices:
    """The names met so far in one article, to which later mentions are resolved.

    Feed it the article in reading order: `meet` every passage before its attributions are named.
    """

    def __init__(self) -> None:
        self._people: list[str] = []  # full names, in the order in which they were met
        self._bodies: list[str] = []
        self._roles: dict[str, str] = {}  # what a name was called last: "doctor" -> "Ema Suryani"
        self._person = ""  # the person who last spoke or acted
        self._body = ""
        self._single = ""  # the singular body that spoke or acted last, which "it" stands for

    def meet(self, doc: Doc) -> None:
        """Take in the names of a passage of running text, and the descriptions beside them."""
        for entity in doc.ents:
            if len(entity) > 1 and entity.label_ in ("PERSON", "ORG") and _is_name(entity):
                known = self._people if entity.label_ == "PERSON" else self._bodies
                if (name := _bare(entity.text)) not in known:
                    known.append(name)
        for token in doc:
            if token.pos_ == "PROPN" and token.dep_ not in _LINKS and token.ent_type_ not in ("DATE", "TIME"):
                for word in _descriptions(token):
                    self._roles[word] = _proper_name(token)

    def name(self, token: Token) -> str:
        """Return the name of the voice whose noun phrase `token` heads, or '' for a pronoun nobody stands for."""
        lower = token.lower_
        if lower in _RELATIVE and token.head.dep_ == "relcl":
            return self.name(token.head.head)
        if token.pos_ == "PRON" and lower in _SINGULAR:
            return _person_before(token) or self._person or self._latest_person()
        if token.pos_ == "PRON" and lower == "it":
            return self._single
        if token.pos_ == "PRON" and lower in _PLURAL:
            return self._body or self._person
        if (example := _example(token)) is not None:
            return self.name(example)
        if (named := _named_token(token)) is not None:
            return self._full(_proper_name(named), named)
        known = self._roles.get(lower)
        if known and any(c.lower_ == "the" for c in token.children) and not _is_modified(token):
            return self._full(known, token)
        return self._full(token.text, token) if self.knows(token) else _phrase(token)

    def knows(self, token: Token) -> bool:
        """Tell whether a word that the tagger takes for no name is a part of one ("Verdier told the court")."""
        if not token.text[:1].isupper() or token.pos_ in ("PRON", "DET", "NOUN"):
            return False
        known = [*self._people, *self._bodies]
        return any(token.text in (*name.split()[:1], *name.split()[-1:]) for name in known if " " in name)

    def heard(self, name: str, token: Token) -> None:
        """Note that `name` has just spoken, so that "he added" finds it."""
        if name in self._people or _is_person(token, name):
            self._person = name
            if " " not in name and name not in self._people and name[:1].isupper():
                self._people.append(name)  # "Fauzi, who uses one name"
        else:
            self._body = name
        self._single = self._single_body(token) or self._single

    def acted(self, sentence: Span) -> None:
        """Note what "it" stands for from here: the singular body that is the subject of the sentence, if one is."""
        for token in sentence:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
                self._single = self._single_body(token) or self._single

    def _single_body(self, token: Token) -> str:
        """Return the name of the singular body that `token` heads the phrase of, or ''."""
        if token.tag_ not in ("NN", "NNP") or any(c.dep_ == "conj" for c in token.children):
            return ""
        name = self.name(token)
        if voice_role(name) in _BODY_ROLES or voice_role(token.lower_) in _BODY_ROLES:
            return "" if self._is_human(token, name) else name
        if token.pos_ != "PROPN" or token.ent_type_ not in ("ORG", "GPE", "PERSON"):
            return ""
        return name if token.ent_type_ != "PERSON" or not self._is_known_person(name) else ""

    def _is_human(self, token: Token, name: str) -> bool:
        own = () if token.ent_type_ == "ORG" else (token.lower_, token.lemma_.lower())
        nouns = {*own, *_descriptions(token)}
        return bool(nouns & _humans()) or (token.ent_type_ == "PERSON" and self._is_known_person(name))

    def _is_known_person(self, name: str) -> bool:
        """Tell whether a name is a person's: a full one, or the end of one. A tagger takes many a firm for one."""
        return " " in name or any(name in known.split() for known in self._people if " " in known)

    def _latest_person(self) -> str:
        return self._people[-1] if self._people else ""

    def _full(self, name: str, token: Token) -> str:
        """Return the longest known name that `name` shortens ("Nugroho", "the Journal")."""
        if not name[:1].isupper():
            return name
        # A country's name is no short form of a body's ("China", "China Daily").
        only_people = token.ent_type_ in ("GPE", "NORP", "LOC", "PERSON")
        known = self._people if only_people else [*self._people, *self._bodies]
        words = name.split()
        longer = [k for k in known if len(k.split()) > len(words) and _shortens(words, k.split())]
        return max(longer, key=lambda k: len(k.split()), default=name)


def _is_name(entity: Span) -> bool:
    parts = ("PROPN", "ADJ", "NUM")
    if entity.label_ == "PERSON" and all(t.is_title and t.pos_ in (*parts, "NOUN") for t in entity):
        return True  # a tagger takes many a first name for a noun
    return all(t.pos_ in parts or t.is_punct or t.lower_ in _INNER or t.dep_ == "case" for t in entity)


def _person_before(token: Token) -> str:
    """Return the person who acts earlier in the sentence of a pronoun, if it names one."""
    for entity in reversed(list(token.sent.ents)):
        if entity.end <= token.i and entity.label_ == "PERSON" and entity.root.dep_ in ("nsubj", "nsubjpass", "pobj"):
            agent = entity.root.dep_ != "pobj" or entity.root.head.lower_ == "by"
            if agent and len(entity) > 1:
                return _bare(entity.text)
    return ""


def _example(token: Token) -> Token | None:
    """ "some sources, like The Wall Street Journal": the only one that is named."""
    if token.pos_ != "NOUN":
        return None
    for child in token.children:
        if (child.dep_ == "prep" and child.lower_ in ("like", "including")) or (
            child.lower_ == "as" and child.dep_ == "prep"
        ):
            return next((g for g in child.children if g.dep_ == "pobj" and g.pos_ == "PROPN"), None)
    return None


def _shortens(words: list[str], parts: list[str]) -> bool:
    return parts[-len(words) :] == words or (parts[: len(words)] == words and len(parts) <= len(words) + 1)


def _bare(name: str) -> str:
    name = " ".join(name.split())
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    first, _, rest = name.partition(" ")
    return rest if first.lower() == "the" and rest else name


def _named_token(token: Token) -> Token | None:
    """Return the head of the proper name in a noun phrase: the name put beside it, or the token itself."""
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            # "Chief Cabinet Secretary, Minoru Kihara"; "resident Bensu Elianita" without a comma
            if child.ent_type_ == "PERSON" and token.ent_type_ != "PERSON":
                return child
            if token.pos_ != "PROPN" and child.left_edge.i == token.i + 1:
                return child
    return token if token.pos_ == "PROPN" and token.text[:1].isupper() else None


def _proper_name(token: Token) -> str:
    """Return the proper name that `token` heads: its entity, or the run of capitals around it."""
    doc, low, high = token.doc, token.i, token.i + 1
    for entity in doc.ents:
        if entity.start <= token.i < entity.end and entity.label_ in ("PERSON", "ORG", "GPE", "NORP"):
            low, high = entity.start, entity.end
            if entity.label_ == "PERSON":
                return _bare(doc[low:high].text)
    while low > 0 and doc[low - 1].dep_ in _LINKS and doc[low - 1].pos_ == "PROPN" and doc[low - 1].head.i < high:
        low -= 1
    # "the Justice Department", "the National Disaster Mitigation Agency", "China's commerce ministry"
    for child in token.children:
        if child.dep_ == "poss":
            low = min(low, child.left_edge.i)
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.right_edge.pos_ == "PROPN":
            high = max(high, child.right_edge.i + 1) if token.ent_type_ == "ORG" else high
    text = doc[low:high].text
    return _bare(text)


def _phrase(token: Token) -> str:
    """Return the noun phrase that `token` heads, without asides ("An unnamed person familiar with ...")."""
    doc = token.doc
    low, high = token.i, token.i + 1
    for child in token.children:
        if child.i < token.i and child.dep_ not in ("punct", "cc", "preconj", "advmod", "prep"):
            low = min(low, child.left_edge.i)
    for child in token.children:
        if child.i > token.i:
            if child.dep_ in _ASIDES and not _is_close_description(child):
                break
            high = max(high, child.right_edge.i + 1)
    return doc[low:high].text.strip()


def _is_close_description(child: Token) -> bool:
    """A participle that tells the voice apart ("a statement released by the department", "two people briefed")."""
    return (
        child.dep_ == "acl" and child.left_edge.i == child.head.i + 1 and child.pos_ == "VERB" and child.tag_ == "VBN"
    )


def _descriptions(token: Token) -> list[str]:
    """Return the nouns that describe the name `token` heads: an apposition, or the noun before it."""
    found = [c.lower_ for c in token.children if c.dep_ in ("appos", "compound", "amod") and c.pos_ == "NOUN"]
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        found.append(token.head.lower_)
    return found


def _is_modified(token: Token) -> bool:
    return any(c.dep_ in ("amod", "compound", "poss", "prep", "acl", "nummod") for c in token.children)


def _is_person(token: Token, name: str) -> bool:
    if token.lower_ in _SINGULAR or (token.lower_ == "who"):
        return True
    if token.lower_ in _PLURAL:
        return False
    if token.ent_type_ == "PERSON" or (token.pos_ == "PROPN" and any(map(voice_role, _descriptions(token)))):
        return True
    if token.tag_ in ("NNS", "NNPS") or token.ent_type_ in ("ORG", "NORP"):
        return False
    return len(name.split()) > 1 and name.replace(" ", "").replace(".", "").isalpha() and name.istitle()
