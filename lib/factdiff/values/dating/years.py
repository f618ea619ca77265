"""Years among other numbers: "in 1995", "the 2004 tsunami"; and counts, prices and names that only look like one."""

import re
from functools import cache

from factdiff.lists import read_rows, read_words
from factdiff.values.dating.names import street_after
from factdiff.values.dating.scene import Scene, next_word
from factdiff.values.dating.words import Expression

_YEAR_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|through|throughout|thru|during|from|before|after|between|for|around|circa|to|into|than|as|"
    r"of|and|or|year|years|spring|summer|autumn|fall|winter|back\sto|born|died|class\sof|only|late|early|start\sof|end\sof|"
    r"through\sto|up\sto|pre|post|mid)[\s-](?:the\syear\s|about\s|around\s|roughly\s|at\sleast\s|late\s|early\s|mid-?\s?)?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower|other|rather)\sthan\s$|\b(?:up|close|next|near|nearly)\sto\s$",
    re.I,
)
_MONEY_MOVE = re.compile(
    r"\b(?:rose|rises|risen|fell|falls|fallen|dropped|drops|climbed|slipped|gained|jumped|up|down|rising|falling|it|worth)\s(?:to|by)\s$",
    re.IGNORECASE,
)
_MODIFIER_LEAD = re.compile(
    r"(?:\b(?i:the|a|an|its|his|her|their|our|my|this|that|whose)|['’]s|s['’])\s(?:[a-z-]+\s){0,2}$"
)
_OWNER = re.compile(r"(?:the|['’]s|its|his|her|their)\s$", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"(?:^|[.!?”\"]\s|\n)$")
_YEAR_VERBS = frozenset(["was", "is", "will", "saw", "has", "had", "may", "brought", "began", "marked", "ended"])
_NO_YEAR = re.compile(
    r"[-–—]\w|[°%‰]|\s?(?:(?:and|to|or|until|[-–—])\s?\d{1,4}\s?)?(?:BC|B\.C)|\s[a-zA-Zµμ]{1,5}(?:/[a-zA-Z]|[²³])|\s(?:[kcmµμnp][gml]|ppm|kW|MW|GW|Hz)\b"
)
_SEASONAL = re.compile(r"\s(?:\w+\s)?(?:season|campaign|session|term|tournament|games|school\syear)\b", re.IGNORECASE)
_THE_YEAR = re.compile(r"\bthe\syear\s$", re.IGNORECASE)
LATE = 1500  # from here on a preposition is enough to tell a year from a count
_EARLY_LEAD = re.compile(
    r"\b(?:in|since|until|till|circa|between|A\.?D\.?|born|died|(?:dat\w+|going|goes|went)\sback\sto|as\sfar\sback\sas)"
    r"\s(?:the\syears?\s|about\s|around\s|late\s|early\s)?$|\byears?\s$",
    re.IGNORECASE,
)
_EARLY_TAIL = re.compile(r"\s?(?:A\.?D|C\.?E)\b|\s?(?:to|until|till|and|or|[-–—])\s?\d{4}\b|[-–—]\d\d\b")
_BY = re.compile(r"\bby\s$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_UNTIL = re.compile(r"\s(?:until|till|onwards?)\b")
_OF_EVENT = re.compile(r"\b(\w+)\s(?:of|for|from)\s$")
_REACHING = re.compile(r"[^.;:]*\sto\s(?:(?:about|around|roughly|nearly|almost|just|over|at\sleast)\s)?$")
_FROM_YEAR = re.compile(r"\bfrom\s(?:\w+\s)?\d{4}\b")
_BACK = re.compile(
    r"\b(?:back|forward|dat(?:e|es|ed|ing)|trac(?:e|es|ed|ing)|up|compared|relative|prior|similar|close|deadline|term)\b"
)
_WORD = re.compile(r"[a-z]+")
_OTHER_CHANGE = frozenset(["advance", "advanced", "advances", "advancing", "cuts", "lose", "loses", "losing", "lost"])
NEAR_CHANGE = 4  # words from "grew" to its "to": "grew by a third to"


def _is_labelled(before: str) -> bool:
    """ "Room 2004", "No. 1995"."""
    match = re.search(r"(\w+)\.?\s$", before)
    return bool(match) and match.group(1).lower() in read_words("number_labels.txt")


def check_year(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Return the expression where its number is a year, without what is none of it; see `checks.check_date`."""
    before, after = scene.before(expression), scene.after(expression)
    if _is_labelled(before) or street_after().match(after) or _NO_YEAR.match(after) or _is_name(after):
        return None
    if "part" in expression.parts and _SEASONAL.match(after):  # "the end of the 1999 season" is no December
        start = expression.end - len(expression.parts["year"])
        parts = {"year": expression.parts["year"], "_text": expression.parts["year"]}
        return Expression("year", start, expression.end, parts) if "last_year" not in expression.parts else None
    if "part" in expression.parts or _THE_YEAR.search(before) or _fills(expression, scene.text):
        return expression
    if _is_counted(expression, scene) or _ABOUT.search(before) or _counts_of(before):
        return None
    year = int(expression.parts["year"])
    if _changes_to(expression, scene) or (year < LATE and not near and not _is_early_year(before, after)):
        return None
    if "last_year" in expression.parts:
        led = year >= 1900 or (_is_bare_year(expression, scene) and (_YEAR_LEAD.search(before) or before[-1:] == "("))
        return expression if 1000 < year < 2100 and led else None
    if re.search(r"\(\s?$", before) and re.match(r"\s?[),;–-]", after):
        return expression if 1500 <= year < 2100 else None
    if near or _YEAR_LEAD.search(before):
        return expression if _is_bare_year(expression, scene) else None
    return expression if 1900 <= year < 2100 and _is_modifier(before, after) else None


def _is_early_year(before: str, after: str) -> bool:
    """Tell a year of the Middle Ages from a count: "in 1215", "the siege of 1453"; but "at 1200", "rose by 1400"."""
    event = _OF_EVENT.search(before)
    thing = event.group(1).lower() if event is not None else ""
    held = any(thing in read_words(name) for name in ("year_events.txt", "record_nouns.txt", "concluded.txt"))
    if _BY.search(before):
        return _change_verbs().isdisjoint(_WORD.findall(before.lower())[-NEAR_CHANGE - 1 :])
    if _FROM.search(before) and _UNTIL.match(after):
        return True
    return held or bool(_EARLY_LEAD.search(before) or _EARLY_TAIL.match(after))


def _changes_to(expression: Expression, scene: Scene) -> bool:
    """ "The list grew to 1850", "brings the total to 1500": a count, unless "from 1820" or a year to come is told."""
    start = scene.sentence_start(expression.start)
    match = _REACHING.fullmatch(scene.before(expression, min(80, expression.start - start)).rsplit(",", 1)[-1])
    if match is None or _FROM_YEAR.search(match.group()) or _BACK.search(match.group()):
        return False
    words = _WORD.findall(match.group().rsplit(" to ", 1)[0].lower())
    amount = any(word in read_words("amount_nouns.txt") for word in words)
    moved = any(word in _change_verbs() or word in read_words("up_verbs.txt") for word in words)
    first = scene.doc.char_span(expression.start, expression.end)[0].i
    near = scene.doc[max(0, first - 1 - NEAR_CHANGE) : first]
    reached = any(token.lower_ in _change_verbs() and token.pos_ in ("VERB", "") for token in near)
    ahead = scene.anchor is not None and int(expression.parts["year"]) > scene.anchor.year
    return (reached and not ahead) or (amount and moved)


@cache
def _change_verbs() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in read_rows("change_words.csv")) - _OTHER_CHANGE


def _is_name(after: str) -> bool:
    """ "the 1922 Committee", "1711 Walk": the year of a club or a place is part of its name."""
    match = re.match(r"\s([A-Z][a-z]+)\b", after)
    return bool(match) and match.group(1).lower() in read_words("year_names.txt")


def _is_counted(expression: Expression, scene: Scene) -> bool:
    """ "1995 people", "rose to 2015 points"; but "In 2010 police ..." when the parse hangs the number on "in"."""
    before, word = scene.before(expression), next_word(scene.after(expression))
    if _MONEY_MOVE.search(before):
        return True
    if not {word, word.lower()} & read_words("year_counts.txt"):
        return False
    token = scene.doc[scene.head(expression.start, expression.end)]
    verb = token.i + 2 < len(scene.doc) and token.nbor(2).pos_ in ("VERB", "AUX")
    opens = verb and re.search(r"(?:^|[.!?”\"]\s)(?:In|Since|By)\s$", before)
    led = token.dep_ == "pobj" and re.search(r"\b(?:in|since|by|until)\s$", before, re.IGNORECASE)
    return not (opens or led)


def _fills(expression: Expression, text: str) -> bool:
    return text[: expression.start].strip() == "" and text[expression.end :].strip(" .") == ""


def _counts_of(before: str) -> bool:
    """ "a crowd of 2000"."""
    match = re.search(r"(\w+)\sof\s(?:about\s|some\s|nearly\s)?$", before)
    return bool(match and match.group(1).lower() in read_words("year_count_heads.txt"))


def _is_bare_year(expression: Expression, scene: Scene) -> bool:
    """Tell a year after a preposition from a count: "in 1500 homes"."""
    year, word = int(expression.parts["year"]), next_word(scene.after(expression))
    if not (word.islower() and re.search(r"(?<!s)(?<!u)(?<!i)(?<!wa)(?<!ha)s$", word)):
        return True
    token = scene.doc[scene.head(expression.start, expression.end)]
    return 1900 <= year < 2100 and (token.dep_ != "nummod" or year % 100 != 0)


def _is_modifier(before: str, after: str) -> bool:
    """ "the 2004 tsunami"; "2020 was"; "2004's"."""
    word = next_word(after)
    if not word or re.match(r"['’]s\b", after):
        return bool(word) or after.startswith(("'s", "’s"))
    event = _names_event(after)
    if before == "" or _SENTENCE_BREAK.search(before):
        return event or word in _YEAR_VERBS
    if _MODIFIER_LEAD.search(before):
        return event or not word.endswith("s") or bool(_OWNER.search(before))
    return event


def _names_event(after: str) -> bool:
    """Tell whether one of the next three words is an event ("2004 Indian Ocean tsunami"), in the same phrase."""
    for word in re.findall(r"[A-Za-z]+", after)[:3]:
        if word.lower() in read_words("year_events.txt"):
            return True
        if word in _YEAR_VERBS or word in ("a", "an", "the", "of", "and", "to", "in"):
            return False
    return False
