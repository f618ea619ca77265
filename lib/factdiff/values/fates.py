"""People without a number: "killed a child", "his wife and another woman were missing", "no casualties"."""

import re

from factdiff.lists import read_words
from factdiff.syntax import Doc, Token
from factdiff.values.counted import Page, words_of
from factdiff.values.draft import Draft
from factdiff.values.units import is_person, is_plural

MODIFIERS = 3  # words between an article and its noun
ARTICLES = frozenset({"a", "an", "another"})
SUPPOSING = frozenset({"if", "when", "whenever", "unless", "once", "until"})
POSSESSIVES = frozenset({"his", "her", "their", "the", "its"})
NO_ONE = re.compile(
    r"(?:no[\s-]one|nobody|none(?:\s+of\s+(?:the|them|those|whom|its|his)(?:\s+\w+){0,2}?)?)\s+(?:(?:was|were|is|are|has|have|had|been)\s+){1,3}(?:\w+ly\s+)?(\w+)",
    re.IGNORECASE,
)
NO_NOUN = re.compile(r"(?:no|zero|without(?:\s+any)?)\s+((?:[\w-]+\s+){0,3}[\w-]+)", re.IGNORECASE)
NO_PERSON = re.compile(
    r"no\s+((?:[\w-]+\s+){0,2}?[\w-]+s)\s+(?:was|were|are|(?:has|have|had)\s+been)\s+(\w+)", re.IGNORECASE
)
NOT_ZERO = frozenset(
    {
        "reports",
        "report",
        "word",
        "immediate",
        "doubt",
        "longer",
        "more",
        "fewer",
        "less",
        "end",
        "of",
        "in",
        "on",
        "to",
        "was",
        "were",
        "has",
        "have",
    }
)


def read_people(page: Page, start: int, end: int) -> Draft | None:
    """ "killed a child", "a man was found dead", "his wife and another woman were missing"."""
    if page.text[start:end].lower() in words_of("only"):
        return None
    fate = page.doc[page.token_at(start)]
    word = fate.lower_
    if _is_supposed(fate):
        return None
    found: list[tuple[int, int]] = []
    if (word in words_of("act") and fate.tag_ != "VBN") or (word in words_of("act") and fate.dep_ not in ("amod",)):
        found = _phrases_after(page.doc, fate.i + 1)
    if not found and _befalls_subject(fate):
        found = _phrases_before(page.doc, fate.i - 1) or _subject(fate)
    if not found or not any(page.doc[a].lower_ in ARTICLES for a, _ in found):
        return None
    return _count_people(page, found)


def _is_supposed(fate: Token) -> bool:
    """Tell whether the word stands in a clause that befalls nobody yet: "when a human is infected", "if a man dies"."""
    opener = next((c.lower_ for c in fate.children if c.i < fate.i and c.lower_ in SUPPOSING), "")
    if not opener:
        return False
    helpers = [c.tag_ for c in fate.children if c.dep_ in ("aux", "auxpass")]
    return fate.tag_ in ("VBZ", "VBP") if not helpers else helpers[-1] in ("VBZ", "VBP")


def _count_people(page: Page, phrases: list[tuple[int, int]]) -> Draft:
    """One quantity for the phrases (first token, noun), as many people as there are phrases."""
    first, noun, last = phrases[0][0], phrases[0][1], phrases[-1][1]
    end = page.doc[last].idx + len(page.doc[last])
    start = page.doc[first].idx
    if len(phrases) == 1 and any(c.isdigit() for c in page.text[start:end]):
        start = page.doc[noun].idx  # the age between article and noun is a quantity of its own
    return Draft(start, end, float(len(phrases)), None, "person", "exact", "count", noun, first, 1.0)


def _befalls_subject(fate: Token) -> bool:
    """Tell whether the word says what happened to its subject ("was shot"), not what that did ("shot a man")."""
    if fate.lower_ in words_of("die"):
        return True
    if fate.lower_ not in words_of("state"):
        return False
    before = fate.nbor(-1).lower_ if fate.i else ""
    if before in read_words("casualty_fillers.txt"):
        return True
    if fate.lower_ == "missing":
        return True
    return (
        fate.tag_ in ("VBN", "JJ", "VBD")
        and not any(c.dep_ in ("dobj", "obj") for c in fate.children)
        and fate.dep_ != "amod"
    )


def _phrases_after(doc: Doc, i: int) -> list[tuple[int, int]]:
    """Phrases for single people from token `i` on, joined by commas and "and": (first token, noun) each."""
    found: list[tuple[int, int]] = []
    i = _over_numbered(doc, i)
    while i < len(doc) and doc[i].lower_ in ARTICLES | POSSESSIVES:
        noun = -1
        for token in doc[i + 1 : i + 3 + MODIFIERS]:
            if is_person(token.text) and not is_plural(token.text):
                noun = token.i
            elif noun >= 0 or not _can_modify(token):
                break
        if noun < 0 or _goes_on(doc, noun):
            break
        found.append((i, noun))
        i = noun + 1
        if i < len(doc) and doc[i].lower_ in ("and", ","):
            i += 2 if doc[i].text == "," and i + 1 < len(doc) and doc[i + 1].lower_ == "and" else 1
        else:
            break
    return found


def _over_numbered(doc: Doc, i: int) -> int:
    """Step from "three policemen and a civilian" to "a civilian"; the number is a quantity of its own."""
    j = i + 1 if i < len(doc) and doc[i].lower_ == "dead" else i
    if j >= len(doc) or not doc[j].like_num:
        return i
    while j < min(len(doc), i + 6) and (doc[j].like_num or _can_modify(doc[j])):
        j += 1
    return j + 1 if j < len(doc) and doc[j].lower_ == "and" and is_plural(doc[j - 1].text) else i


def _back_over_numbered(doc: Doc, i: int) -> int:
    """Step back from "a woman and two children" to "woman"."""
    if i < 2 or not is_plural(doc[i].text):
        return i
    j = i - 1
    while j > max(0, i - 4) and not doc[j].like_num and _can_modify(doc[j]):
        j -= 1
    return j - 2 if j > 1 and doc[j].like_num and doc[j - 1].lower_ == "and" else i


def _goes_on(doc: Doc, noun: int) -> bool:
    """Tell whether the noun only describes another thing ("a police car", "a man's dog")."""
    if noun + 1 >= len(doc):
        return False
    following = doc[noun + 1]
    return following.text in ("'s", "’s", "-") or (following.pos_ == "NOUN" and doc[noun].dep_ == "compound")


def _phrases_before(doc: Doc, i: int) -> list[tuple[int, int]]:
    """Phrases for single people that end at token `i`, over auxiliaries and "who"."""
    fillers = read_words("casualty_fillers.txt")
    while i >= 0 and (
        doc[i].lower_ in fillers
        or doc[i].lower_ in ("who", "that")
        or (doc[i].text == "," and doc[i].nbor().lower_ == "who")
    ):
        i -= 1
    i = _back_over_numbered(doc, i)
    found: list[tuple[int, int]] = []
    while i >= 0 and is_person(doc[i].text) and not is_plural(doc[i].text):
        first = _article_before(doc, i)
        if first < 0:
            break
        found.insert(0, (first, i))
        i = first - 1
        if i >= 0 and doc[i].lower_ in ("and", ","):
            i -= 2 if doc[i].lower_ == "and" and i > 0 and doc[i - 1].text == "," else 1
        else:
            break
    return found


def _article_before(doc: Doc, noun: int) -> int:
    for token in reversed(doc[max(0, noun - 1 - 2 * MODIFIERS) : noun]):
        if token.lower_ in ARTICLES | POSSESSIVES:
            return token.i
        if not _can_modify(token):
            return -1
    return -1


def _can_modify(token: Token) -> bool:
    return token.text == "-" or token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") or token.tag_ in ("VBN", "VBG")


def _subject(fate: Token) -> list[tuple[int, int]]:
    """The subject by the parse, when it is a phrase for one person with an article."""
    wanted = ("nsubj", "nsubjpass")
    subject = next((c for c in fate.children if c.dep_ in wanted), None)
    if subject is None and fate.dep_ == "relcl":
        subject = fate.head
    if subject is None or not is_person(subject.text) or is_plural(subject.text):
        return []
    article = next((c for c in subject.children if c.dep_ == "det"), None)
    return [(article.i, subject.i)] if article is not None and article.lower_ in ARTICLES else []


def read_zero(page: Page, start: int, end: int) -> Draft | None:
    """ "no casualties", "nobody was hurt", "none of the passengers was injured", "without injuries"."""
    text = page.text
    token = page.token_at(start)
    if match := NO_ONE.match(text, start):
        if match.group(1).lower() in words_of("state"):
            first = re.match(r"\S+(?:\s+one)?", match.group()) or match
            return _zero(start, start + first.end(), "person", token, page.token_at(match.start(1)))
        return None
    if match := NO_PERSON.match(text, start):
        words = match.group(1).split()
        if match.group(2).lower() in words_of("state") and is_plural(words[-1]) and is_person(words[-1]):
            return _zero(start, match.end(1), "person", token, page.token_at(match.end(1) - 1))
    match = NO_NOUN.match(text, start)
    words = match.group(1).lower().split() if match else []
    noun = next((w for w in words if w in read_words("zero_nouns.txt")), "")
    before = words[: words.index(noun)] if noun else words
    if match is None or not noun or not NOT_ZERO.isdisjoint(before):
        return None
    end = start + re.search(rf"\b{noun}\b", text[start : match.end()], re.IGNORECASE).end()
    return _zero(start, end, "arrest" if noun == "arrests" else "person", token, page.token_at(end - 1))


def _zero(start: int, end: int, unit: str, token: int, noun: int) -> Draft:
    return Draft(start, end, 0.0, None, unit, "exact", "count", noun, token, 1.0)
