"""Names for the voices of an article: a speaker's full name wherever the text has a part of it or a pronoun."""

from functools import cache

from factdiff.house import House
from factdiff.lexicon import SPEAKERS, canonical_name, country_of, voice_role
from factdiff.lists import read_words
from factdiff.syntax import Doc, Span, Token

# What stands beside a name without being part of the voice's name.
_ASIDES = frozenset({"relcl", "appos", "punct", "cc", "advcl", "parataxis", "conj", "preconj", "acl"})
_SINGULAR = frozenset({"he", "she", "him", "her", "i", "me"})
_PLURAL = frozenset({"they", "we", "it", "them", "us"})
_BODY_ROLES = frozenset({"official", "company", "group", "outlet", "state media"})
_RELATIVE = frozenset({"who", "that", "which"})
_LINKS = frozenset({"compound", "flat", "nmod"})
_INNER = frozenset({"of", "the", "and", "for", "'s", "’s"})


_BEFORE = frozenset({"compound", "amod", "poss", "case", "nmod"})  # of a spokesman: whom he speaks for
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_OWNERS = frozenset({"its", "the company 's", "the company's", "the company’s", "the firm's", "the firm’s"})
_DEFINITE = frozenset({"the", "this", "that", "its"})
_NO_HOUSE = House({}, {})


@cache
def _human_heads() -> frozenset[str]:
    """Return the endings of nouns for human beings ("-goer")."""
    return frozenset(word[2:] for word in read_words("person_nouns.txt") if word.startswith("*-"))


def is_voice_noun(token: Token) -> bool:
    """Tell whether a common noun is one for people, or for a body or a document that says things."""
    for word in (token.lower_, token.lemma_.lower()):
        if word == "people" or voice_role(word) or word in _humans() or word in read_words("group_nouns.txt"):
            return True
        if word.rpartition("-")[2] in _human_heads():
            return True
    return False


@cache
def _humans() -> frozenset[str]:
    return frozenset([*read_words("person_nouns.txt"), *read_words("titles.txt")])


@cache
def _firm_heads() -> tuple[dict[str, list[list[str]]], frozenset[str]]:
    """Map the last word of titles of those who run a firm to the titles' words; and return those of firms alone."""
    ends: dict[str, list[list[str]]] = {}
    lines = sorted(read_words("firm_heads.txt"), key=lambda line: (-line.count(" "), line))
    for words in (line.rstrip("*").split() for line in lines):
        ends.setdefault(words[-1], []).append(words)
    return ends, frozenset(line[:-1] for line in lines if line.endswith("*"))


class Voices:
    """The names met so far in one article, to which later mentions are resolved.

    Feed it the article in reading order: `meet` every passage before its attributions are named.
    """

    def __init__(self, house: House = _NO_HOUSE, named: frozenset[str] = frozenset()) -> None:
        """Start an article.

        Args:
            house: the story's own outlets.
            named: the keys of those that the article names in full, and its own.
        """
        self._house = house
        self._named = named
        self._outlet = ""  # the outlet that was named last, for "the paper"
        self._firms: list[str] = []  # names of companies, in the order in which they were met
        self._firm = ""  # the company that spoke or acted last
        self._people: list[str] = []  # full names, in the order in which they were met
        self._bodies: list[str] = []
        self._offices: dict[str, str] = {}  # people to the bodies that they speak for
        self._heads: list[str] = []  # people who run a firm that is not named beside their title
        self._proper: set[str] = set()  # words that the tagger took for names
        self._roles: dict[str, str] = {}  # what a name was called last: "doctor" -> "Ema Suryani"
        self._person = ""  # the person who last spoke or acted
        self._body = ""
        self._single = ""  # the singular body that spoke or acted last, which "it" stands for

    @property
    def people(self) -> list[str]:
        """The full names of people met so far, with those that the tagger took for a body's."""
        return [name for name in [*self._people, *self._bodies] if " " in name and not voice_role(name)]

    @property
    def offices(self) -> dict[str, str]:
        """People to the bodies that they speak for, those that the article has named so far."""
        only = self._firms[0] if len(self._firms) == 1 else ""
        return {**(dict.fromkeys(self._heads, only) if only else {}), **self._offices}

    def meet(self, doc: Doc) -> None:
        """Take in the names of a passage of running text, and the descriptions beside them."""
        for entity in doc.ents:
            if entity.label_ == "ORG":
                self._meet_firm(entity)
            if len(entity) > 1 and entity.label_ in ("PERSON", "ORG") and _is_name(entity):
                known = self._people if entity.label_ == "PERSON" else self._bodies
                name = _bare(_without_honorific(" ".join(entity.text.split())))
                if name not in known and " " in name:
                    known.append(name)
        for token in doc:
            if token.pos_ in _NOMINAL and token.lower_ in SPEAKERS:
                self._meet_office(token)
            elif token.pos_ in _NOMINAL and token.lower_ in _firm_heads()[0]:
                self._meet_head(token)
            if token.pos_ == "PROPN":
                self._proper.add(token.text)
            if token.pos_ == "PROPN" and token.dep_ not in _LINKS and token.ent_type_ not in ("DATE", "TIME"):
                for word in _descriptions(token):
                    self._roles[word] = _proper_name(token)

    def _meet_firm(self, entity: Span) -> None:
        name = _bare(entity.text)
        known = [*self._people, *self._firms, *self._bodies]
        if self.is_outlet(name) or name in known or not _is_name(entity) or entity.root.pos_ != "PROPN":
            return
        part = any(set(name.split()) <= set(k.split()) for k in known)
        if not part and (voice_role(name) == "company" or (not voice_role(name) and not name.isupper())):
            self._firms.append(name)

    def _meet_office(self, token: Token) -> None:
        """ "He Yadong, a spokesperson for the ministry", "coast guard spokesman Armando Balilo"."""
        person = _titled(token)
        if person is None:
            return
        noun = _served(token)
        body = _phrase(noun) if noun is not None else ""
        low = token.i
        while not body and low > token.sent.start and token.doc[low - 1].dep_ in _BEFORE:
            low -= 1
        kept = [t for t in token.doc[low : token.i] if t.dep_ != "amod" or t.text[:1].isupper()]
        body = body or "".join(t.text_with_ws for t in kept).strip()
        if body and voice_role(body) in _BODY_ROLES and body.lower() not in read_words("titles.txt"):
            self._offices.setdefault(self._full(_proper_name(person), person), body)

    def _meet_head(self, token: Token) -> None:
        """ "Keita Ishii, president of Itochu", "Itochu president Keita Ishii", "its chairman, Keita Ishii"."""
        titles, of_firms = _firm_heads()
        doc, sizes = token.doc, (len(words) for words in titles[token.lower_])
        before = {n: " ".join(t.lower_ for t in doc[max(token.i + 1 - n, 0) : token.i + 1]) for n in sizes}
        title = next((t for words in titles[token.lower_] if (t := " ".join(words)) == before[len(words)]), "")
        person = _titled(token) if title else None
        if person is None:
            return
        name = self._full(_proper_name(person), person)
        if name not in self._people:
            return
        noun, low = _served(token), token.i - title.count(" ")
        if noun is not None:
            firm = _bare(_phrase(noun)) if noun.pos_ == "PROPN" else self._name(noun)
        else:
            first = low
            while first > token.sent.start and doc[first - 1].dep_ in _BEFORE and doc[first - 1].ent_type_ != "PERSON":
                first -= 1
            owner = doc[first:low].text.strip()
            firm = self._firm_before(token) if owner.lower() in _OWNERS else _bare(owner)
            if not owner and title in of_firms:
                self._heads.append(name)
        if firm[:1].isupper() and voice_role(firm) in ("", "company") and not country_of(canonical_name(firm)):
            self._offices.setdefault(name, firm)

    def _firm_before(self, token: Token) -> str:
        """Return the firm that "its" stands for: the last subject that is one, here or in what was read before."""
        for before in reversed(token.doc[: token.left_edge.i]):
            if before.dep_ in ("nsubj", "nsubjpass") and before.pos_ == "PROPN":
                name = self._full(_proper_name(before), before)
                lone = before.ent_type_ == "PERSON" and not self._is_known_person(name)
                return name if name in self._firms or lone or before.ent_type_ == "ORG" else ""
        return self._firm or (self._single if self._single in self._firms else "")

    def is_outlet(self, name: str) -> bool:
        """Tell whether a name is one of an outlet, by the lists or because the story has its article."""
        return voice_role(name) in ("outlet", "state media") or bool(self._house.label(name, self._named))

    def outlet_meant(self, token: Token) -> str:
        """Return the outlet that "the paper" or "the broadcaster" stands for, or ''."""
        later = token.lemma_.lower() in read_words("outlet_nouns.txt") and _is_bare_definite(token)
        return self._outlet if later and not _is_modified(token, but=("compound",)) else ""

    def name(self, token: Token) -> str:
        """Return the name of the voice whose noun phrase `token` heads, or '' for a pronoun nobody stands for."""
        name = self._name(token)
        if not voice_role(name) and (label := self._house.label(name, self._named)):
            name = label
        if self.is_outlet(name) and name[:1].isupper():
            self._outlet = name
        return name

    def _name(self, token: Token) -> str:
        lower = token.lower_
        if lower in _RELATIVE and token.head.dep_ == "relcl":
            return self._name(token.head.head)
        if token.pos_ == "PRON" and lower in _SINGULAR:
            return _person_before(token) or self._person or self._latest_person()
        if token.pos_ == "PRON" and lower == "it":
            return self._single
        if token.pos_ == "PRON" and lower in _PLURAL:
            return self._body or self._person
        if (example := _example(token)) is not None:
            return self._name(example)
        if (outlet := self._outlet_behind(token)) is not None:
            return self._name(outlet)
        if (named := _named_token(token)) is not None:
            return self._full(_proper_name(named), named)
        known = self._roles.get(lower)
        if known and any(c.lower_ == "the" for c in token.children) and not _is_modified(token):
            return self._full(known, token)
        if self.knows(token):
            return self._full(token.text, token)
        return self.outlet_meant(token) or self._body_meant(token) or _phrase(token)

    def _outlet_behind(self, token: Token) -> Token | None:
        """ "A Wall Street Journal report", "an article in the Guardian": the outlet that printed it is the voice."""
        if token.pos_ != "NOUN" or token.lemma_.lower() not in read_words("printed_nouns.txt"):
            return None
        links = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "in")]
        beside = [c for c in token.children if c.dep_ in ("compound", "nmod", "poss")]
        named = [*beside, *(g for link in links for g in link.children if g.dep_ == "pobj")]
        return next((t for t in named if t.pos_ == "PROPN" and self.is_outlet(_proper_name(t))), None)

    def _body_meant(self, token: Token) -> str:
        """Return the body that "the company" or "the department" stands for, or ''."""
        if token.tag_ != "NN" or not _is_bare_definite(token) or _is_modified(token):
            return ""
        lower = token.lower_
        if lower in read_words("firm_nouns.txt"):
            last = self._single if self._single[:1].isupper() and not voice_role(self._single) else ""
            return self._firms[0] if len(self._firms) == 1 else self._firm or last
        if voice_role(lower) not in _BODY_ROLES or lower in _humans():
            return ""
        return next((k for k in reversed(self._bodies) if lower in k.lower().split()), "")

    def knows(self, token: Token) -> bool:
        """Tell whether a word that the tagger takes for no name is a part of one ("Verdier told the court")."""
        if not token.text[:1].isupper() or token.pos_ in ("PRON", "DET"):
            return False
        if token.text in self._proper:
            return True
        if token.pos_ == "NOUN":
            return False
        known = [*self._people, *self._bodies]
        return any(token.text in (*name.split()[:1], *name.split()[-1:]) for name in known if " " in name)

    def heard(self, name: str, token: Token) -> None:
        """Note that `name` has just spoken, so that "he added" finds it."""
        if name in self._people or _is_person(token, name) or _is_one_human(token):
            self._person = name
            if " " not in name and name not in self._people and name[:1].isupper():
                self._people.append(name)  # "Fauzi, who uses one name"
        else:
            self._body = name
        self._single = self._single_body(token) or self._single

    def acted(self, sentence: Span, *, quoted: bool = False) -> None:
        """Note what "it", "he" and "the company" stand for from here: the subject of the sentence.

        Args:
            sentence: one that was read.
            quoted: it stands in a quotation, whose people don't speak here.
        """
        for token in sentence:
            if token.dep_ not in _ACTING:
                continue
            if token.dep_ != "poss" and token.head.dep_ == "ROOT":
                self._single = self._single_body(token) or self._single
                if token.ent_type_ == "PERSON" and not quoted:
                    name = self._name(token)
                    self._person = name if name in self._people else self._person
            if self._firms and token.pos_ == "PROPN":
                name = self._full(_proper_name(token), token)
                self._firm = name if name in self._firms else self._firm

    def _single_body(self, token: Token) -> str:
        """Return the name of the singular body that `token` heads the phrase of, or ''."""
        if token.tag_ not in ("NN", "NNP") or any(c.dep_ == "conj" for c in token.children):
            return ""
        name = self.name(token)
        if {voice_role(name), voice_role(token.lower_)} & {*_BODY_ROLES, "document"}:
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


def _is_bare_definite(token: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in token.children)


def _is_one_human(token: Token) -> bool:
    """ "a local official": somebody whom "he" can stand for afterwards."""
    return token.tag_ == "NN" and token.lower_ in _humans()


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


def _titled(token: Token) -> Token | None:
    """Return the head of the name of the person whose office `token` names, or None."""
    beside = token.dep_ in ("appos", "compound", "nmod") and token.head.pos_ == "PROPN"
    person = token.head if beside else _named_token(token)
    return person if person is not None and person.pos_ == "PROPN" and person.i != token.i else None


def _served(token: Token) -> Token | None:
    """ "A spokesman for the ministry", "president of Itochu": the noun of the body behind an office."""
    links = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("for", "of", "at", "with")]
    nouns = [next((g for g in link.children if g.dep_ == "pobj"), None) for link in links]
    return next((noun for noun in reversed(nouns) if noun is not None and noun.ent_type_ != "PERSON"), None)


def _named_token(token: Token) -> Token | None:
    """Return the head of the proper name in a noun phrase: the name put beside it, or the token itself."""
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            # "Chief Cabinet Secretary, Minoru Kihara"; "resident Bensu Elianita" without a comma
            if child.ent_type_ == "PERSON" and token.ent_type_ != "PERSON":
                return child
            if token.pos_ != "PROPN" and child.left_edge.i == token.i + 1:
                return child
            if token.tag_ == "NN" and is_voice_noun(token) and child.text[:1].isupper():
                return child  # "its auditor, Bergman & Co", "a California newspaper, The Press-Enterprise"
    if (last := _name_behind(token)) is not None:
        return last
    return token if token.pos_ == "PROPN" and token.text[:1].isupper() else None


def _name_behind(token: Token) -> Token | None:
    """ "A spokesman for the agency, Jo Hill, said": the parser puts the name beside the agency."""
    if token.tag_ != "NN" or not (token.lower_ in _humans() or token.lower_ in read_words("titles.txt")):
        return None
    for link in token.children:
        if link.dep_ == "prep" and link.i > token.i:
            for noun in link.subtree:
                if noun.dep_ == "appos" and noun.ent_type_ == "PERSON" and noun.head.dep_ in ("pobj", "poss"):
                    return noun if _follows_comma(noun) else None
    return None


def _follows_comma(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text == ","


def _proper_name(token: Token) -> str:
    """Return the proper name that `token` heads: its entity, or the run of capitals around it."""
    doc, low, high = token.doc, token.i, token.i + 1
    for entity in doc.ents:
        if entity.start <= token.i < entity.end and entity.label_ in ("PERSON", "ORG", "GPE", "NORP"):
            low, high = entity.start, entity.end
            if entity.label_ == "PERSON":
                return _bare(_without_honorific(_with_first_half(doc, low, high)))
    while low > 0 and doc[low - 1].dep_ in _LINKS and doc[low - 1].pos_ == "PROPN" and doc[low - 1].head.i < high:
        low -= 1
    # "the Justice Department", "the National Disaster Mitigation Agency", "China's commerce ministry"
    for child in token.children:
        if child.dep_ == "poss":
            low = min(low, child.left_edge.i)
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.right_edge.pos_ == "PROPN":
            high = max(high, child.right_edge.i + 1) if token.ent_type_ == "ORG" else high
    return _bare(_without_honorific(_with_first_half(doc, low, high)))


def _with_first_half(doc: Doc, low: int, high: int) -> str:
    """ "Campa-Najjar": the tokens of one word go together."""
    while low > 1 and doc[low - 1].text == "-" and not doc[low - 2].whitespace_ and not doc[low - 1].whitespace_:
        low -= 2
    return doc[low:high].text


def _without_honorific(name: str) -> str:
    first, _, rest = name.partition(" ")
    plain = first.rstrip(".").lower()
    return rest if rest[:1].isupper() and plain in read_words("honorifics.txt") else name


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
    # "two people briefed on the case, who asked not to be named": what tells them apart ends at the comma.
    ends = [
        t.i for t in doc[token.i + 1 : high] if t.dep_ == "relcl" and t.left_edge.i and t.left_edge.nbor(-1).text == ","
    ]
    if ends:
        high = min(doc[i].left_edge.i for i in ends) - 1
    return doc[low:high].text.strip(" ,")


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


def _is_modified(token: Token, *, but: tuple[str, ...] = ()) -> bool:
    kinds = {"amod", "compound", "poss", "prep", "acl", "nummod"} - set(but)
    return any(c.dep_ in kinds for c in token.children)


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
