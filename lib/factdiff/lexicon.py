"""What words and names mean when outlets report one event: predicates, opposites, names, roles, outlets."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from factdiff.lists import read_rows, read_words

MAX_NAME_WORDS = 4  # of a person's name after the title
MAX_PHRASE_WORDS = 5  # of lists/roles.csv
ROLE_FIRST = ("anonymous", "state media")  # these hold whatever else the name says
KIND_ROLES = {
    "country": "official",
    "place": "official",
    "body": "official",
    "company": "company",
    "group": "group",
}
PARTICLES = frozenset(
    {"al", "bin", "ibn", "abu", "ben", "da", "de", "del", "der", "di", "du", "el", "la", "van", "von"}
)
PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "near", "of", "on", "to", "who", "with"})
SPEAKERS = frozenset({"spokesman", "spokesmen", "spokesperson", "spokespersons", "spokeswoman"})  # of anyone
OFFICES = frozenset({"department", "embassy", "government", "ministries", "ministry"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SPELLINGS = {
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "centre": "center",
    "affairs": "",
}

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w'&+.-]*[\w+])?")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:some|several|many|these|those|this|that)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_APPOSITION = re.compile(r",\s+[a-z].*$")
_OFFICE_OF = re.compile(r"\b(ministry|department) (?:of|for) (?:the )?(.+)$")


class Outlet(NamedTuple):
    """A row of lists/outlets.csv. `state` is the country whose state owns or runs it, '' for the others."""

    name: str
    kind: str
    state: str


# Predicates.


@cache
def _classes() -> tuple[dict[str, str], dict[str, str]]:
    """Map lemmas to classes, and `lemma/POS` to classes."""
    plain: dict[str, str] = {}
    marked: dict[str, str] = {}
    for row in read_rows("predicates.csv"):
        for word in row["words"].split():
            (marked if "/" in word else plain).setdefault(word, row["class"])
    return plain, marked


@cache
def _any_class() -> dict[str, str]:
    """Map lemmas to classes for callers that know no part of speech: the first class that has the lemma."""
    plain, marked = _classes()
    classes: dict[str, str] = {}
    for word, name in marked.items():
        classes.setdefault(word.partition("/")[0], name)
    return classes | plain


@cache
def _verbs() -> dict[str, str]:
    return {row["noun"]: row["verb"] for row in read_rows("nominalisations.csv")}


@lru_cache(maxsize=1 << 16)
def predicate_class(lemma: str, pos: str = "") -> str:
    """Return the class of words that outlets use for the same event as `lemma` ("decline" -> "fall").

    Args:
        lemma: a lemma, lower case.
        pos: its coarse part of speech ("VERB", "NOUN", ...), where known; it settles words such as "fire".

    Returns:
        The class; without one, the verb an event noun comes from ("arrival" -> "arrive"); else the lemma.
    """
    plain, marked = _classes()
    found = (marked.get(f"{lemma}/{pos}") or plain.get(lemma)) if pos else _any_class().get(lemma)
    if found is None and pos in ("", "NOUN"):
        verb = _verbs().get(lemma, lemma)
        found = verb if verb == lemma else predicate_class(verb, "VERB")
    return found or lemma


def is_event_noun(lemma: str) -> bool:
    """Tell whether the noun `lemma` can name an event or an act ("arrival", "collapse")."""
    return lemma in _verbs()


# Opposites.


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for row in read_rows("antonyms.csv"):
        for a in (row["a"], predicate_class(row["a"])):
            for b in (row["b"], predicate_class(row["b"])):
                pairs |= {(a, b), (b, a)}
    return frozenset(pairs)


@lru_cache(maxsize=1 << 16)
def are_opposite(a: str, b: str) -> bool:
    """Tell whether two lemmas or predicate classes oppose each other (rise/fall, confirm/deny)."""
    first, second = predicate_class(a), predicate_class(b)
    if first == second:
        return False
    return not _opposites().isdisjoint({(a, b), (first, second), (a, second), (first, b)})


# Names.


class _Names:
    """Names by their plain form, case folded; a name in capitals (WHO, US) is found in capitals only."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._entries: dict[str, list[tuple[str, str]]] = {}
        for name, target in pairs:
            plain = _plain(name)
            self._entries.setdefault(plain.casefold(), []).append((plain, target))
        self.longest = max((key.count(" ") + 1 for key in self._entries), default=0)  # words

    def find(self, printed: str) -> str:
        """Return what the plain name `printed` stands for, or ''."""
        entries = self._entries.get(printed.casefold(), ())
        return next((target for name, target in entries if _fits(name, printed)), "")

    def targets(self, printed: str) -> list[str]:
        """Return everything that `printed` can stand for."""
        entries = self._entries.get(printed.casefold(), ())
        return list(dict.fromkeys(target for name, target in entries if _fits(name, printed)))


@lru_cache(maxsize=1 << 16)
def _plain(name: str) -> str:
    """Return `name` without dots of abbreviations, article, final possessive and outer punctuation."""
    text = _SPACE.sub(" ", name.replace("’", "'").replace("‘", "'")).strip(' "“”,;:')
    text = _INITIALS.sub(lambda match: match[0].replace(".", ""), text).replace(". ", " ").strip(" .,")
    return _POSSESSIVE.sub("", _ARTICLE.sub("", text))


def _fits(name: str, printed: str) -> bool:
    if name.isupper() and len(name) <= 5:
        return printed.isupper()
    return not name[:1].isupper() or printed[:1].isupper()


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _key(canonical: str) -> str:
    return _plain(canonical).casefold()


def _alias_pairs(row: dict[str, str], *columns: str) -> list[tuple[str, str]]:
    """Return the names of a row with its canonical key, which is a name too."""
    key = _key(row["canonical"])
    names = [row["canonical"], key, *(name for column in columns for name in _split(row[column]))]
    return [(name, key) for name in names]


@cache
def _names(metonyms: bool) -> _Names:
    """Return countries, places, bodies and outlets, to the key of their canonical name."""
    columns = ("aliases", "demonyms", "metonyms") if metonyms else ("aliases", "demonyms")
    pairs = [pair for row in read_rows("aliases.csv") for pair in _alias_pairs(row, *columns)]
    return _Names(pairs + [pair for row in read_rows("outlets.csv") for pair in _alias_pairs(row, "aliases")])


@cache
def _places() -> _Names:
    rows = [row for row in read_rows("aliases.csv") if row["kind"] in ("country", "place")]
    return _Names(pair for row in rows for pair in _alias_pairs(row, "aliases", "demonyms"))


@cache
def _kinds() -> dict[str, str]:
    return {_key(row["canonical"]): row["kind"] for row in read_rows("aliases.csv")}


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """Return all titles, and those that also end a longer role; lower case."""
    lines = read_words("titles.txt")
    return frozenset(line.rstrip("*") for line in lines), frozenset(x[:-1] for x in lines if x.endswith("*"))


def _is_person(words: list[str]) -> bool:
    """Tell whether `words` can be a person's name: few, capitalised, no word of an office or a company."""
    if not 0 < len(words) <= MAX_NAME_WORDS or words[0].casefold() in SUFFIXES or not words[-1][:1].isupper():
        return False
    plain = all((w[:1].isupper() or w.casefold() in PARTICLES) and not w.endswith("'s") for w in words)
    return plain and not any(w.casefold() in _role_words() for w in words) and not _names(False).find(" ".join(words))


def _ends_in_title(words: list[str], titles: frozenset[str]) -> bool:
    return any(" ".join(words[-n:]).casefold() in titles for n in (1, 2, 3) if n <= len(words))


def _without_title(text: str) -> str:
    """Return a person's name without the titles and roles before it; other names stay as they are."""
    words = text.split()
    titles, heads = _titles()
    for cut in range(len(words) - 1, 0, -1):
        before, name = words[:cut], words[cut:]
        known = _ends_in_title(before, heads) or (
            _ends_in_title(before, titles) and all(_is_title_or_place(w) for w in before)
        )
        if known and _is_person(name):
            return " ".join(name)
    return text


def _without_role(text: str) -> str:
    """Return the name in "a spokesman for the firm, Jo Hill" and "Jo Hill, Minister of Health"."""
    first, comma, last = text.partition(", ")
    titles = _titles()[1]
    for name, role in ((last, first), (first, last)):
        if comma and _is_person(name.split()) and any(w.casefold() in titles for w in role.split()):
            return name
    return _APPOSITION.sub("", text)


def _is_title_or_place(word: str) -> bool:
    plain = _POSSESSIVE.sub("", word)
    in_title = any(plain.casefold() in title.split() for title in _titles()[0])
    return in_title or bool(_places().find(plain))


def _without_initial(text: str) -> str:
    """Return "Adam Braverman" for "Adam L Braverman"."""
    words = text.split()
    middle = len(words) == 3 and len(words[1]) == 1 and words[1].isupper() and _is_person(words)
    return f"{words[0]} {words[2]}" if middle else text


def _of_seat(words: list[str], metonyms: bool) -> list[str]:
    """Return "China commerce ministry" for "Beijing's commerce ministry"."""
    seat = next((n for n in (2, 1) if n < len(words) and words[n - 1].endswith("'s")), 0)
    country = _names(metonyms).find(_POSSESSIVE.sub("", " ".join(words[:seat]))) if seat else ""
    office = any(w.casefold() in OFFICES for w in words[seat:])
    return [country, *words[seat:]] if office and _kinds().get(country) == "country" else words


def _with_places(words: list[str]) -> list[str]:
    """Return `words` with every country's name or adjective as the key of the country."""
    out: list[str] = []
    places = _places()
    at = 0
    while at < len(words):
        for n in range(min(places.longest, len(words) - at), 0, -1):
            part = _POSSESSIVE.sub("", " ".join(words[at : at + n]))
            if found := places.find(part):
                out.append(found)
                break
        else:
            n, found = 1, _POSSESSIVE.sub("", words[at])
            out.append(found)
        at += n
    return out


def _reorder(text: str) -> str:
    """Return "x ministry of y" as "x y ministry", "government of x" as "x government"."""
    head, of, place = text.rpartition(" of ")
    place = place.removeprefix("the ")
    if of and _kinds().get(place) == "country":
        text = f"{place} {head}"
    return _OFFICE_OF.sub(lambda match: f"{match[2]} {match[1]}", text)


def _compose(text: str, metonyms: bool) -> str:
    words = _of_seat(_DETERMINER.sub("", text).split(), metonyms)
    joined = _reorder(" ".join(_with_places(words)).casefold())
    words = [SPELLINGS.get(w, w) for w in joined.split()]
    key = " ".join(w for w in words if w)
    country = key.removesuffix(" government").removesuffix(" govt")
    return country if country in _kinds() else key


@lru_cache(maxsize=1 << 16)
def canonical_name(name: str, *, metonyms: bool = True) -> str:
    """Return a key that is the same for the ways in which outlets print one name.

    Case, articles, possessives, dots and titles don't count; countries, their governments and adjectives,
    bodies and outlets go to one name each ("Beijing", "the Chinese government" -> "china"; "USGS" -> "us
    geological survey"; "Japan's Ministry of Foreign Affairs" -> "japan foreign ministry").

    Args:
        name: as printed.
        metonyms: whether "Tokyo" stands for its government (a voice) or for itself (a place).
    """
    text = _plain(_BRACKETS.sub("", name)) or _plain(name)
    if found := _names(metonyms).find(text):
        return found
    text = _without_initial(_without_title(_plain(_without_role(text)).replace(",", "")))
    key = _names(metonyms).find(text) or _compose(text, metonyms)
    return _names(metonyms).find(key) or key


def country_of(key: str) -> str:
    """Return the country whose body a canonical name is ("china commerce ministry" -> "china"), or ''."""
    words = key.split()
    for n in range(min(4, len(words)), 0, -1):
        if _kinds().get(" ".join(words[:n])) == "country":
            return " ".join(words[:n])
    return ""


# Roles.


@cache
def _role_phrases() -> dict[str, tuple[int, str]]:
    """Map phrases to their rank and role; a phrase of several rows has the first one's."""
    phrases: dict[str, tuple[int, str]] = {}
    for rank, row in enumerate(read_rows("roles.csv")):
        for phrase in _split(row["words"]):
            phrases.setdefault(phrase, (rank, row["role"]))
    return phrases


@cache
def _role_words() -> frozenset[str]:
    return frozenset(phrase for phrase in _role_phrases() if " " not in phrase)


def _roles_in(words: list[str]) -> list[tuple[int, int, int, str]]:
    """Return the roles that phrases of `words` tell, each with the phrase's end, length and rank."""
    found = []
    for start in range(len(words)):
        for end in range(start + 1, min(start + MAX_PHRASE_WORDS, len(words)) + 1):
            if hit := _role_phrases().get(" ".join(words[start:end])):
                found.append((end, end - start, -hit[0], hit[1]))
    return found


def _head_role(words: list[str]) -> str:
    """Return the role that the head of a noun phrase tells: "industry analysts at banks" are analysts."""
    cut = next((i for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words))
    found = _roles_in(words[:cut]) or _roles_in(words)
    speaker = [hit for hit in found if words[hit[0] - 1] in SPEAKERS]
    return max([hit for hit in found if hit not in speaker] or _roles_in(words), default=(0, 0, 0, ""))[3]


@lru_cache(maxsize=1 << 16)
def voice_role(name: str) -> str:
    """Return what kind of voice a name is, or '' when the name doesn't tell (a person without a title).

    Returns:
        anonymous, state media, outlet, witness, document, company, analyst, group, official, or ''.
    """
    words = [_POSSESSIVE.sub("", w) for w in _WORD.findall(name.replace("’", "'").casefold())]
    roles = {role for *_, role in _roles_in(words)}
    if first := next((role for role in ROLE_FIRST if role in roles), ""):
        return first
    if outlet := find_outlet(name):
        return "state media" if outlet.state else "outlet"
    if kind := _kinds().get(canonical_name(name)):
        return KIND_ROLES[kind]
    if name.casefold().startswith("the ") and _short_outlet_names().targets(_plain(name)):
        return "outlet"
    return _head_role(words)


# Outlets.


@cache
def _outlets() -> dict[str, Outlet]:
    rows = read_rows("outlets.csv")
    return {row["canonical"]: Outlet(row["canonical"], row["kind"], row["state"]) for row in rows}


def _outlet_pairs(*columns: str) -> list[tuple[str, str]]:
    rows = read_rows("outlets.csv")
    return [(name, row["canonical"]) for row in rows for column in columns for name in _split(row[column])]


@cache
def _outlet_names() -> _Names:
    return _Names(_outlet_pairs("canonical", "aliases", "domain"))


@cache
def _short_outlet_names() -> _Names:
    return _Names(_outlet_pairs("short_aliases"))


@cache
def _outlet_words() -> frozenset[str]:
    """Return the words that describe an outlet ("news agency", "correspondent", "state-run")."""
    rows = (row for row in read_rows("roles.csv") if row["role"] in ("outlet", "state media"))
    words = {word for row in rows for phrase in _split(row["words"]) for word in phrase.split()}
    return frozenset(words | read_words("outlet_words.txt"))


def _describes(words: list[str]) -> bool:
    return all(w.casefold() in _outlet_words() or _places().find(_POSSESSIVE.sub("", w)) for w in words)


@cache
def _article_names() -> frozenset[str]:
    """Return the outlets' names of one word that need their article: "The Hill" is one, "Hill" a man."""
    names = (name for name, _ in _outlet_pairs("canonical", "aliases") if name.startswith("The "))
    return frozenset(_plain(name).casefold() for name in names if name.count(" ") == 1)


def _find_within(text: str, names: _Names, article: bool) -> list[str]:
    """Return what the longest name in `text` can stand for, if the words around it describe an outlet.

    Args:
        text: a plain name.
        names: the outlets' names.
        article: whether "the" stood before `text`.
    """
    words = text.split()
    for n in range(min(names.longest, len(words)), 0, -1):
        for i in range(len(words) - n + 1):
            name = _POSSESSIVE.sub("", " ".join(words[i : i + n]))
            found = names.targets(name)
            if found and name.casefold() in _article_names():
                found = found if (words[i - 1].casefold() == "the" if i else article) else []
            if found and _describes(words[:i]) and _describes(words[i + n : i + n + 1]):
                return found
    return []


@lru_cache(maxsize=1 << 16)
def find_outlet(name: str, *, named: frozenset[str] = frozenset()) -> Outlet | None:
    """Return the outlet that a voice or a web address stands for ("an AFP journalist", "wsj.com"), or None.

    Args:
        name: as printed.
        named: the canonical names of the outlets that the article has named in full; they decide what
            a short name such as "the Journal" or "the Times" stands for.
    """
    article = name.casefold().startswith("the ")
    whole, bare = _plain(name), _plain(_APPOSITION.sub("", _BRACKETS.sub("", name)))
    found = _outlet_names().targets(whole) if article or whole.casefold() not in _article_names() else []
    found = found or _find_within(bare, _outlet_names(), article)
    if not found and named:
        found = [outlet for outlet in _find_within(bare, _short_outlet_names(), True) if outlet in named]
    return _outlets()[found[0]] if len(found) == 1 else None


def find_publisher(name: str, url: str = "") -> Outlet | None:
    """Return the outlet that published an article, by its web address or else its name, or None.

    An article's own outlet needs no full name before: "Time" is the magazine, unless two go by that name.
    """
    host = urlsplit(url).hostname or ""
    parents = [host] if host else []
    while parents and parents[-1].count(".") > 1:
        parents.append(parents[-1].partition(".")[2])
    by_address = (_outlets().get(names[0]) for h in parents if (names := _outlet_names().targets(h)))
    return next(by_address, None) or find_outlet(f"the {name}") or find_outlet(name, named=frozenset(_outlets()))


@lru_cache(maxsize=1 << 16)
def name_outlet(voice: str, *, named: frozenset[str] = frozenset()) -> str:
    """Return the canonical name of the outlet that a voice is, or ''.

    A voice that no list has but that says what it is ("Thairath newspaper") goes by its canonical key; one
    that says no more than that ("local media") is no outlet.
    """
    if found := find_outlet(voice, named=named):
        return found.name
    if voice_role(voice) not in ("outlet", "state media"):
        return ""
    own_words = [w for w in voice.split() if w[:1].isupper() and w.casefold() not in _outlet_words()]
    return canonical_name(voice) if any(not voice_role(w.casefold()) for w in own_words) else ""


class Mention(NamedTuple):
    """A place in a text where an outlet is named in full."""

    start: int
    end: int
    outlet: str


@cache
def _outlet_starts() -> dict[str, int]:
    """Map the first word of outlets' names, case folded, to the length in words of the longest such name."""
    starts: dict[str, int] = {}
    for row in read_rows("outlets.csv"):
        for name in [row["canonical"], *_split(row["aliases"])]:
            words = _plain(name).casefold().split()
            starts[words[0]] = max(starts.get(words[0], 0), len(words))
    return starts


def list_outlets(text: str) -> list[Mention]:
    """Return the outlets that `text` names in full, in reading order; offsets are code points of `text`."""
    starts = _outlet_starts()
    words = list(_WORD.finditer(text.replace("’", "'")))
    mentions: list[Mention] = []
    for at, word in enumerate(words):
        first = word[0].casefold()
        longest = starts.get(first) or (("." in first or "'" in first) and starts.get(_plain(first))) or 0
        if longest and (not mentions or word.start() >= mentions[-1].end):
            article = at > 0 and words[at - 1][0].casefold() == "the"
            spans = [(word.start(), last.end()) for last in reversed(words[at : at + longest])]
            found = ((*span, _name_here(text[slice(*span)], article)) for span in spans)
            mentions += [Mention(*mention) for mention in found if mention[2]][:1]
    return mentions


def _name_here(printed: str, article: bool) -> str:
    name = _plain(printed)
    found = _outlet_names().targets(name) if article or name.casefold() not in _article_names() else []
    return found[0] if found else ""
