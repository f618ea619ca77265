"""What a number counts: the noun after it, or the people that a word for their fate implies."""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows, read_words
from factdiff.syntax import Doc, Token
from factdiff.values.units import is_person, is_plural, singular, unit_of_noun

REACH = 9  # tokens from a number to the noun it counts
CLOSED = frozenset(("ADP", "AUX", "DET", "PRON", "SCONJ", "SYM"))
BARE_OF = frozenset({"them", "us", "whom", "which", "you", "these", "those"})
DETERMINERS = frozenset(
    [
        "the",
        "these",
        "those",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "all",
        "a",
        "an",
    ]
)
ADVERBS = frozenset(
    {
        "very",
        "more",
        "most",
        "newly",
        "so",
        "non",
        "much",
        "less",
        "other",
        "such",
        "too",
        "well",
        "now",
        "then",
    }
)
ARTICLE = "(?:the|its|his|her|their|our|these|those|a|an|this|that)"
PLACES = frozenset({"DATE", "TIME"})
NAMES = frozenset({"ORG", "GPE", "LOC", "PERSON", "FAC"})
NATIONAL = ("an", "ese", "ish", "ch", "i", "ic", "ite", "ist")  # endings of the names of nations and creeds
QUOTES = frozenset("\"“”'‘’")
CLOSING = frozenset("”’")
NAMING = frozenset({"called", "named", "dubbed", "nicknamed", "titled", "entitled", "labelled", "labeled"})
ARTICLE_AT = re.compile(r"\ban?\s(?:[\d.,]+|(?!few|couple|dozen|hundred|thousand|million|billion)[a-z-]+)$")
FATES = r"(?:in\s+(?:hospital|custody|intensive|critical|serious|jail|prison)|on\s+board|aboard)\b"
JOINED_RANGE = re.compile(r"[-‑](?:to|or)[-‑]\d")  # "10-to-15 percent"
# People whom only their rank names: "ten of Boston's best"
BEST_OF = re.compile(
    r"\s+of\s+(?:the\s+)?(?!(?:year|week|month|season|decade|century)\b)[\w.-]+(?:['’]s|s['’])\s+(?:very\s+)?"
    r"(?:best|finest|brightest)\b(?:\s+and\s+(?:finest|brightest)\b)?"
)
# Singular nouns that a number above one may still count.
LETTERS = 5  # of a short name in capitals: "millions of US customers", "two NHS trusts"
INVARIANT = frozenset(
    [
        "aircraft",
        "spacecraft",
        "watercraft",
        "hovercraft",
        "sheep",
        "deer",
        "fish",
        "cattle",
        "police",
        "personnel",
        "staff",
        "crew",
        "clergy",
        "infantry",
        "cavalry",
        "troops",
        "offspring",
        "series",
        "species",
        "headquarters",
        "bison",
        "moose",
        "salmon",
        "trout",
        "livestock",
        "poultry",
        "squid",
        "shrimp",
        "percent",
    ]
)


class Page(NamedTuple):
    """A parsed text and the first character of each of its tokens."""

    doc: Doc
    text: str
    starts: list[int]

    def token_at(self, place: int) -> int:
        """Return the index of the token that holds character `place`."""
        return max(0, bisect_right(self.starts, place) - 1)

    def token_from(self, place: int) -> int:
        """Return the index of the first token that begins at character `place` or after it."""
        return bisect_right(self.starts, place - 1) if place else 0


class Counted(NamedTuple):
    """What a number counts.

    Attributes:
        noun: token of the noun, or of the word for the people's fate; -1 when there is none.
        end: character after it; that of the number when there is none.
        unit: the unit, '' when nothing names it.
        form: noun, state ("24 dead"), more ("dozens more"), part ("two of them"), or '' when nothing is found.
    """

    noun: int
    end: int
    unit: str
    form: str


def read_page(doc: Doc) -> Page:
    """Prepare `doc` for look-ups by character."""
    return Page(doc, doc.text, doc.starts)


def find_counted(page: Page, end: int, number: float, *, vague: bool = False) -> Counted:
    """Find what the number that ends at character `end` counts, from the words after it.

    Args:
        page: the text.
        end: character after the number and any bound that follows it directly.
        number: its value; above one it takes a plural.
        vague: whether it is a noun itself, as in "dozens of people".
    """
    first = page.token_from(end)
    if JOINED_RANGE.match(page.text, end):
        return Counted(-1, end, "", "")
    if (
        first >= len(page.doc)
        or page.text[end : page.starts[first]].strip(" \u00a0\u202f")
        or "\n" in page.text[end : page.starts[first]]
        or (number == 1 and page.doc[first].text in CLOSING)  # "our “plus-one” club"
    ):
        return Counted(-1, end, "", "")
    found = _scan(page.doc, first, number, vague=vague)
    if found is None:
        return _elided(page, end)
    token, form = found
    if token.lower_ in ("others", "other", "ones"):
        form = "more"
    modifier = page.doc[first]
    single = token.lower_ in INVARIANT and modifier.tag_ == "NN" and token.i > first
    if single and ARTICLE_AT.search(page.text, max(0, end - 30), end):
        # "a thirteen episode series", where a hyphen is left out
        return Counted(token.i, modifier.idx + len(modifier), _unit_of_token(modifier), "noun")
    unit = "person" if form in ("state", "people") or _is_nationals(token) else _unit_of_token(token)
    form = "noun" if form == "people" else form
    if form == "more":
        unit = ""
    # "12 of its 140 stores": the second number is a quantity of its own, with the noun in its span.
    inner = page.doc[first].lower_ == "of" and any(t.pos_ == "NUM" for t in page.doc[first : token.i])
    return Counted(token.i, end if inner else token.idx + len(token), unit, form)


def _unit_of_token(token: Token) -> str:
    """The unit of a noun; "leaves" are those of work after a word such as "medical"."""
    before = token.nbor(-1).lower_ if token.i else ""
    if token.lower_ == "leaves" and before in read_words("leave_kinds.txt"):
        return "leave"
    pair = f"{before} {singular(token.text)}"
    if pair in read_words("compound_nouns.txt"):
        return unit_of_noun(pair)
    unit = unit_of_noun(token.text)
    return f"{_joined_before(token)}{unit}" if unit == singular(token.text) else unit


def _joined_before(token: Token) -> str:
    """What a hyphen joins to a noun from before: "re-" in "two re-runs", "sit-" in "three sit-ins"; '' if nothing."""
    i, doc = token.i, token.doc
    if i < 2 or doc[i - 1].text != "-" or doc[i - 1].whitespace_ or doc[i - 2].whitespace_ or not doc[i - 2].is_alpha:
        return ""
    return "" if doc[i - 2].like_num else f"{doc[i - 2].lower_}-"


def follows_act(text: str, start: int) -> bool:
    """Tell whether the word before character `start` does something to people ("killing", "injured")."""
    before = re.search(
        r"([A-Za-z]+)(?:\s+(?:off|down|dead|another|a\s+further))?\s*[\"“]?$",
        text[max(0, start - 40) : start],
    )
    return before is not None and before.group(1).lower() in words_of("act")


def find_head(doc: Doc, first: int) -> int:
    """Return the token of the noun that ends the phrase at token `first` ("quake" in "strong quake hit"), or -1."""
    head = -1
    for token in doc[first : first + REACH]:
        if token.pos_ in ("NOUN", "PROPN"):
            if head >= 0 and (token.ent_type_ in PLACES or (token.pos_ == "PROPN" and doc[head].pos_ == "NOUN")):
                break
            head = token.i
        elif head >= 0 and token.i > first and doc[token.i - 1].text == "-" and not token.is_punct:
            head = -1  # "diamond-studded belt"
        elif (
            (token.pos_ in ("ADJ", "NUM") and head < 0)
            or token.text == "-"
            or (token.pos_ == "VERB" and head < 0 and token.tag_ in ("VBN", "VBG"))
        ):
            continue
        else:
            break
    return head


def find_whole(page: Page, end: int, *, links: str = "of", bare: bool = False) -> int:
    """Return the token of the noun after "of" ("imports" in "60% of Japan's imports"), or -1.

    Args:
        page: the text.
        end: character after the value.
        links: what may join the two, as a regular expression.
        bare: whether an article alone may join them ("half the country").
    """
    joint = rf"(?:(?:{links})\s+|(?={ARTICLE}\s))" if bare else rf"(?:{links})\s+"
    match = re.match(rf"\s+{joint}(?:all\s+)?(?:{ARTICLE}\s+)?", page.text[end : end + 30])
    if not match:
        return -1
    head, joined = -1, False
    first = page.token_from(end + match.end())
    if first < len(page.doc) and page.doc[first].ent_type_ in PLACES:
        return -1
    for token in page.doc[first : first + REACH]:
        if head >= 0 and token.lower_ in ("worth", "valued"):
            break  # "500 tonnes of rice worth 3 million rupees"
        if head >= 0 and token.ent_type_ in PLACES:
            break  # "$80 million in luxury tax next season"
        if token.pos_ in ("NOUN", "PROPN"):
            head = token.i
        elif token.text == "-" and head >= 0 and not token.whitespace_ and not page.doc[head].whitespace_:
            head, joined = -1, True  # "72% of college-aged men"
        elif joined and token.nbor(-1).text == "-":
            joined = False
        elif not (
            token.pos_ in ("ADJ", "NUM", "PART")
            or token.text in ("-", "’s", "'s")
            or (head < 0 and token.pos_ in ("VERB", "DET"))
            or (token.tag_ == "VBN" and token.nbor(-1).text in ("’s", "'s"))
        ):
            break
    return head


@cache
def words_of(role: str) -> frozenset[str]:
    """Words of casualty_words.csv with this role: act, state or die."""
    return frozenset(row["word"] for row in read_rows("casualty_words.csv") if row["role"] == role)


def _scan(doc: Doc, first: int, number: float, *, vague: bool) -> tuple[Token, str] | None:
    """Walk from the number to its noun; the form is noun, state, more or part."""
    part, last = False, None
    i, stop = first, min(len(doc), first + REACH)
    while i < stop:
        token = doc[i]
        low = token.lower_
        if i == first and number == 1 and token.tag_ == "VBZ" and not vague:
            break  # "one has hope": somebody, and no noun after it
        if low == "of" and not part and (i == first or doc[i - 1].lower_ == "more") and not last:
            part, i = True, i + 1
            while i < stop and (doc[i].lower_ in DETERMINERS or doc[i].pos_ == "NUM"):
                i += 1
            if i < stop and doc[i].lower_ in BARE_OF and doc[i].text != "US":
                return doc[i], "more"
            continue
        if _ends_phrase(token, part=part, first=i == first) or (last is not None and low in NAMING):
            break
        joined = i + 1 < len(doc) and doc[i + 1].text == "-"  # "two ill-fated affairs"
        if low in words_of("state") and last is None and not joined and not _modifies(doc, i):
            return token, "state"
        if number > 1 and last is None and _stands_for_people(doc, i):
            return token, "people"
        if last is not None and number == 1 and last.pos_ == "NOUN" and token.pos_ == "PROPN":
            break  # "one more luxury Texas can't afford"
        if _is_noun(token, first=i == first, number=number):
            last = token
            if _is_last_noun(doc, i, number, part=part):
                return _compound_head(doc, token), "noun"
        i += 1
    if last is not None and _fits(last, number, vague=vague or part):
        return last, "noun"
    if first < len(doc) and doc[first].lower_ in ("more", "others", "other"):
        return doc[first], "more"
    return None


def _stands_for_people(doc: Doc, i: int) -> bool:
    """Tell whether the adjective at `i` stands for people: "200 homeless", not "200 homeless men"."""
    if doc[i].lower_ not in read_words("people_adjectives.txt"):
        return False
    return i + 1 == len(doc) or not (
        doc[i + 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or doc[i + 1].text in ("-", ",")
    )


def _ends_phrase(token: Token, *, part: bool, first: bool) -> bool:
    """Tell whether a noun phrase that a number opens can't go on with `token`."""
    pos = token.pos_
    if _is_hyphened(token):
        return False
    if pos == "SPACE":
        return "\n" in token.text
    if pos == "PUNCT":
        return not (token.text == "-" or token.text in QUOTES or (token.text == "," and _between_adjectives(token)))
    if pos == "CCONJ":
        return not (_between_adjectives(token) or _joins_participles(token))
    if pos == "PART":
        return not (part and token.text in ("'s", "’s"))
    if pos == "ADV":
        return not (token.lower_.endswith("ly") or token.lower_ in ADVERBS)
    if first and token.tag_ == "VBD" and token.i + 1 < len(token.doc) and _joins_participles(token.nbor()):
        return False
    if pos == "VERB" and not (first and token.tag_ == "VBZ"):
        return token.tag_ not in ("VBN", "VBG", "JJ") and not is_person(token.text)
    if pos == "NUM":
        if part and token.i and token.nbor(-1).text in ("'s", "’s"):
            return False  # "two of the woman's three children"
        return not (token.i + 1 < len(token.doc) and token.nbor().text == "-") and "-" not in token.text
    return pos in CLOSED and token.lower_ not in ("such",)


def _is_hyphened(token: Token) -> bool:
    """Tell whether the token is part of a word like "round-the-world"."""
    i, doc = token.i, token.doc
    return 0 < i < len(doc) - 1 and (doc[i - 1].text == "-" or doc[i + 1].text == "-") and not token.is_punct


def _between_adjectives(token: Token) -> bool:
    i, doc = token.i, token.doc
    if token.lower_ == "and" and _joins_modifiers(token):
        return True
    if (
        token.lower_ == "and"
        and 0 < i < len(doc) - 1
        and doc[i - 1].text[:1].isupper()
        and doc[i + 1].text[:1].isupper()
    ):
        return not _is_plural_noun(doc[i - 1]) and not doc[i + 1].like_num
    return (
        0 < i < len(doc) - 1
        and doc[i - 1].pos_ == "ADJ"
        and doc[i + 1].pos_ in ("ADJ", "NOUN")
        and not is_plural(doc[i - 1].text)
    )


def _joins_participles(token: Token) -> bool:
    """Tell whether "or" stands between two words that describe a plural: "4,000 scratched or broken windows"."""
    i, doc = token.i, token.doc
    if token.lower_ not in ("or", "and") or not 0 < i < len(doc) - 2:
        return False
    before, after = doc[i - 1], doc[i + 1]
    described = before.tag_ in ("JJ", "VBN", "VBG", "VBD") and after.tag_ in ("JJ", "VBN", "VBG")
    states = {before.lower_, after.lower_} & (words_of("state") | words_of("die"))  # "24 dead and injured"
    return described and not before.like_num and not states and doc[i + 2].pos_ == "NOUN" and is_plural(doc[i + 2].text)


def _joins_modifiers(token: Token) -> bool:
    """Tell whether "and" stands inside a noun phrase: "11,000 poker and gaming machines"."""
    i, doc = token.i, token.doc
    if not 1 < i < len(doc) - 2 or doc[i - 1].like_num:
        return False
    fields = read_words("field_nouns.txt")
    if {doc[i - 1].lower_, doc[i + 1].lower_} & fields and _is_staff(doc[i + 2]):
        return doc[i - 1].lower_ in fields or not is_plural(doc[i - 1].text)
    if is_plural(doc[i - 1].text):
        return False
    if doc[i - 1].pos_ not in ("NOUN", "ADJ") or doc[i + 1].tag_ not in ("NN", "JJ", "VBG"):
        return False
    return doc[i + 2].pos_ == "NOUN" and is_plural(doc[i + 2].text)


def _is_noun(token: Token, *, first: bool, number: float) -> bool:
    if token.pos_ in ("NOUN", "PROPN"):
        return True
    if token.pos_ in ("VERB", "ADJ") and is_person(token.text):
        return True
    # After a number the small model takes many a plural for a verb ("three quakes Tuesday").
    return first and number > 1 and token.tag_ == "VBZ" and is_plural(token.text) and token.text.islower()


def _modifies(doc: Doc, i: int) -> bool:
    """Tell whether the word for a fate at `i` only describes a noun that follows ("12 injured men")."""
    j = i + 1
    while j < min(len(doc), i + 3) and doc[j].pos_ in ("ADJ", "NOUN", "PROPN"):
        if is_plural(doc[j].text) and doc[j].pos_ != "PROPN":
            return True
        j += 1
    return False


def _is_last_noun(doc: Doc, i: int, number: float, *, part: bool) -> bool:
    """Tell whether the noun at `i` ends the phrase: the first plural does, unless another noun goes with it."""
    token = doc[i]
    if not _is_plural_noun(token) or (number == 1 and not part) or _names_field(doc, i):
        return False
    if i and f"{doc[i - 1].lower_} {singular(token.text)}" in read_words("compound_nouns.txt"):
        return True
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is None:
        return True
    if token.lower_.endswith("ics") and following.pos_ in ("NOUN", "PROPN"):
        return False  # "three narcotics detectives"
    if part and following.text in ("'s", "’s", "'", "’"):
        return False
    if following.pos_ == "NOUN" and is_plural(following.text) and following.lower_ not in words_of("state"):
        return is_person(token.text) and not is_person(following.text)
    return True


def _names_field(doc: Doc, i: int) -> bool:
    """Tell whether a plural only names the work of the people after it: "500 sales and trading personnel"."""
    if doc[i].lower_ not in read_words("field_nouns.txt"):
        return False
    j = i + 1
    if j < len(doc) - 2 and doc[j].lower_ == "and" and doc[j + 1].tag_ in ("NN", "NNS", "JJ", "VBG"):
        j += 2
    return j < len(doc) and _is_staff(doc[j])


def _is_staff(token: Token) -> bool:
    return is_person(token.text) and (is_plural(token.text) or token.lower_ in INVARIANT)


def _is_plural_noun(token: Token) -> bool:
    """Tell whether the token is a plural and no name that looks like one ("Hamas", "Texas")."""
    if token.tag_ == "NNP" and token.ent_type_ in NAMES and not is_person(token.text):
        return False
    return is_plural(token.text) and not (token.text.isupper() and len(token) <= LETTERS and token.tag_ == "NNP")


def _compound_head(doc: Doc, token: Token) -> Token:
    """Go from a plural that only modifies ("women" in "women police officers") to the noun that it goes with."""
    head = token.head
    if (
        token.dep_ == "compound"
        and 0 < head.i - token.i <= 3
        and is_plural(head.text)
        and head.pos_ in ("NOUN", "PROPN")
    ):
        return head
    return token


def _fits(token: Token, number: float, *, vague: bool) -> bool:
    """Tell whether the number of the noun agrees with the value."""
    low = token.lower_
    if _is_plural_noun(token) or low in INVARIANT:
        return number != 1 or vague or low in INVARIANT
    if token.ent_type_ == "NORP":
        return number > 1
    return 0 < number <= 1 and not vague


def _is_nationals(token: Token) -> bool:
    """Tell whether a name stands for the people of a nation or creed: "12 Nigerians", "30 Japanese"."""
    word = singular(token.text)
    if not token.text[:1].isupper():
        return False
    return word.endswith(("ian", "ean", "can")) or (token.ent_type_ == "NORP" and word.endswith(NATIONAL))


@cache
def _state_after() -> re.Pattern[str]:
    fillers = "|".join(sorted(read_words("casualty_fillers.txt")))
    fates = "|".join(sorted(words_of("state") | words_of("die")))
    return re.compile(rf"\s+(?:(?:{fillers})\s+){{0,4}}(?P<fate>(?:{fates})\b|{FATES})", re.IGNORECASE)


def meets_fate(text: str, end: int) -> bool:
    """Tell whether the words after character `end` say what befell the people before it."""
    return _state_after().match(text, end, min(len(text), end + 60)) is not None


def _elided(page: Page, end: int) -> Counted:
    """People whose fate follows the number: "seven were injured", "five died"."""
    match = _state_after().match(page.text, end, min(len(page.text), end + 60))
    if best := BEST_OF.match(page.text, end):
        rank = page.token_at(best.end() - 1)
        if rank + 1 == len(page.doc) or page.doc[rank + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return Counted(rank, best.end(), "person", "noun")
    if match is None:
        return Counted(-1, end, "", "")
    token = -1 if " " in match["fate"] or match["fate"].lower() == "aboard" else page.token_at(match.start("fate"))
    adjacent = page.text[end : match.start("fate")].isspace() and match["fate"].lower() in words_of("state")
    return Counted(token, match.end() if adjacent else end, "person", "state")
