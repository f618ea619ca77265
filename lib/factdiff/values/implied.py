"""Quantities that no number names: "killed a child", "no casualties", "for years", "doubled", "a year-long ban"."""

import re
from collections.abc import Callable
from functools import cache

from factdiff.lists import read_rows
from factdiff.syntax import Token
from factdiff.values.counted import Page, find_head, words_of
from factdiff.values.draft import Draft
from factdiff.values.fates import read_people, read_zero
from factdiff.values.hedges import applies, find_hedge_before
from factdiff.values.numerals import decimal_step
from factdiff.values.patterns import either_by_letter
from factdiff.values.units import find_unit, unit_of_noun

NEAR = 60
DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "fortnight"})
SPANS = ("mile", "kilometer", "kilometre", "meter", "metre", "foot", "inch", "ton", "tonne", "acre")
ORDINALS = (
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)

LASTING = re.compile(
    r"\b(?:for|after|in|within|over|took|take|takes|lasted|lasting|lasts|last|spent|wait(?:ed|ing)?|despite|many|several|of)\s+$",
    re.IGNORECASE,
)
FOR_ONE = re.compile(r"\b(?:for|within|lasted|lasting|last|took|take|takes|spent|after|in|every)\s+$", re.IGNORECASE)
NO_BARE = re.compile(r"\s+(?:ago|later|earlier|old|before|after)\b|\s+of\s+age\b", re.IGNORECASE)
NO_ONE_UNIT = re.compile(
    r"\s+(?:ago|later|earlier|before|hence|old|apart)\b|-old\b|['’]s\b|\s+(?:and|or)\s+a\s+half\b",
    re.IGNORECASE,
)
AND_PART = re.compile(r"\s+and\s+(?:a|one)\s+(?P<part>half|quarter)\b", re.IGNORECASE)
ARTICLE_BEFORE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
IN_ONES = re.compile(r"\b(?:his|her|their|my|our|the|whose)\s+(?:early|mid|late|middle)?[\s-]?$", re.IGNORECASE)
# "tripled to the right-field corner": a hit in baseball
BATTED = re.compile(
    r"\s+(?:to|into|down|off|over|past)\s+(?:the\s+)?(?:deep\s+)?(?:left|right|cent|base|wall|fence|third|first|second|short|[A-Z])"
    r"|\s+home\b|\s+in\s+(?:a|the|one|two|three|another)\s+(?:first|second|third|\w+\s+)?runs?\b"
)
CAN_DOUBLE = re.compile(
    r"\b(?:will|would|could|may|might|can|should|to|than|nearly|almost|they|and)\s+$", re.IGNORECASE
)
AGAIN = re.compile(r"\s*-?\s*(?:straight|consecutive|successive)\s+([A-Za-z]+)\b", re.IGNORECASE)
NTH_TIME = re.compile(r"\s+(time)\b(?=\s+(?:in|this|since|that|on|for|he|she|they|it|the)\b|[.,;])", re.IGNORECASE)
AS_MANY = re.compile(r"\s+(?:as|the|that|what|its|his|their|more)\b")
# "once or twice", "think twice", "at once"
NOT_OCCASIONS = re.compile(r"\b(?:or|once|think|thought|at|all|than|for|just|that|more\s+than)\s+$", re.IGNORECASE)
ONCE_AFTER = re.compile(r"\s+(?:in\s+(?:the\s+(?!past)|\d{4}|[A-Z])|during|on\s+[A-Z])|\s*[.;]")
FOR_THE = re.compile(r"\b(?:for|marked|was|is|marks)\s+(?:the|a)\s+$", re.IGNORECASE)


def find_implied(page: Page) -> list[Draft]:
    """Find the quantities of a text that no number names, in order of place."""
    found: list[Draft] = []
    for match in _triggers().finditer(page.text):
        word = match.group().lower()
        for read in _readers(word):
            draft = read(page, match.start(), match.end())
            if draft is not None:
                found.append(draft)
                break
    return found


Reader = Callable[[Page, int, int], Draft | None]


@cache
def _families() -> tuple[tuple[frozenset[str], Reader], ...]:
    """Words, each with what reads the quantity that it may imply."""
    fates = words_of("act") | words_of("state") | words_of("die")
    bare = frozenset(row["word"] for row in read_rows("bare_durations.csv"))
    units = frozenset({*TIMES, *SPANS})
    long = frozenset(f"{w}long" for w in {*TIMES, *bare})
    return (
        (fates, read_people),
        (frozenset({"no", "none", "nobody", "zero", "without"}), read_zero),
        (bare, _read_bare_duration),
        (units | bare | long, _read_long),
        (units, _read_and_part),
        (units, _read_article_unit),
        (frozenset(row["word"] for row in read_rows("multiples.csv")), _read_multiple),
        (frozenset(ORDINALS), _read_ordinal),
        (frozenset(DECADES), _read_decade),
    )


@cache
def _readers(word: str) -> tuple[Reader, ...]:
    if word[0].isdigit():
        return (_read_decade,) if word.endswith("s") else (_read_ordinal,)
    return tuple(reader for words, reader in _families() if word in words)


@cache
def _triggers() -> re.Pattern[str]:
    words = {w for family, _ in _families() for w in family}
    return re.compile(rf"\b(?:{either_by_letter(words)}|[2-9]0s|\d{{1,2}}(?:st|nd|rd|th))\b", re.IGNORECASE)


# Times and other units without a number --------------------------------------------------------------------------


def _read_bare_duration(page: Page, start: int, end: int) -> Draft | None:
    """ "for years", "after weeks of talks", "lasted hours"."""
    text = page.text
    lead = LASTING.search(text, max(0, start - 14), start)
    if not lead or NO_BARE.match(text, end) or (text[end : end + 1] in "-'’" and end < len(text)):
        return None
    word = lead.group().strip().lower()
    if word in ("many", "several", "of") or (
        word in ("in", "over", "last") and not re.match(r"\s*(?:[.,;]|$)", text[end:])
    ):
        return None
    return _bare(page, start, end, text[start:end].lower(), -1)


def _bare(page: Page, start: int, end: int, word: str, noun: int) -> Draft:
    row = next(r for r in read_rows("bare_durations.csv") if r["word"] == word)
    low, high = float(row["low"]), float(row["high"])
    return Draft(start, end, low, high, row["unit"], "range", "duration", noun, page.token_at(start), decimal_step(low))


def _read_long(page: Page, start: int, end: int) -> Draft | None:
    """ "a monthslong inquiry", "a months-long inquiry", "a year-long ban", "a mile-long queue"."""
    text = page.text
    word = text[start:end].lower()
    joined = word.endswith("long")
    if not joined:
        if not re.match(r"[-‑]long\b", text[end : end + 5], re.IGNORECASE):
            return None
        end += 5
    if re.search(
        r"[-‑\d]\s?$|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)[\s-]$",
        text[max(0, start - 6) : start],
        re.IGNORECASE,
    ):
        return None
    base = word.removesuffix("long")
    noun = find_head(page.doc, page.token_from(end))
    if any(row["word"] == base for row in read_rows("bare_durations.csv")):
        return _bare(page, start, end, base, noun)
    return _one_unit(page, base, start, end, start, noun)


def _read_article_unit(page: Page, start: int, end: int) -> Draft | None:
    """ "more than a year", "for a week", "nearly a mile"; not "$5 a day", "a year ago"."""
    text = page.text
    article = ARTICLE_BEFORE.search(text, max(0, start - 4), start)
    if not article or NO_ONE_UNIT.match(text, end):
        return None
    hedge = find_hedge_before(text, article.start())
    if hedge is None and not FOR_ONE.search(text, max(0, article.start() - 10), article.start()):
        return None
    if hedge is None and text[start:end].lower() not in TIMES:
        return None
    if hedge is None and re.search(
        r"\b(?:in|after)\s+$", text[max(0, article.start() - 8) : article.start()], re.IGNORECASE
    ):
        return None
    if text[end : end + 1] == "-" or text[start:end].lower() == "second":
        return None
    draft = _one_unit(page, text[start:end], article.start(), end, start, -1)
    if draft is not None and hedge is not None and applies(hedge, text, draft.kind, draft.number):
        draft.start, draft.bound = hedge.place, hedge.bound
    return draft


def _read_and_part(page: Page, start: int, end: int) -> Draft | None:
    """ "an hour and a half", "a mile and a quarter"; not "a year and a half ago"."""
    text = page.text
    article, part = ARTICLE_BEFORE.search(text, max(0, start - 4), start), AND_PART.match(text, end)
    if not article or not part or NO_ONE_UNIT.match(text, part.end()):
        return None
    draft = _one_unit(page, text[start:end], article.start(), part.end(), start, -1)
    if draft is None:
        return None
    share = 0.25 if part["part"].lower() == "quarter" else 0.5
    draft.number, draft.step = draft.number * (1 + share), draft.step * share
    hedge = find_hedge_before(text, article.start())
    if hedge is not None and applies(hedge, text, draft.kind, draft.number):
        draft.start, draft.bound = hedge.place, hedge.bound
    return draft


def _one_unit(page: Page, word: str, start: int, end: int, place: int, noun: int) -> Draft | None:
    found = find_unit(word, 0)
    if found is None:
        return None
    unit = found[0]
    return Draft(start, end, unit.factor, None, unit.name, "exact", unit.kind, noun, page.token_at(place), unit.factor)


def _read_decade(page: Page, start: int, end: int) -> Draft | None:
    """ "a man in his 50s", "in her early thirties"."""
    text = page.text
    if not IN_ONES.search(text, max(0, start - 14), start) or not re.search(
        r"\bin\s+(?:\w+[\s-]+){1,2}$", text[max(0, start - 18) : start]
    ):
        return None
    if re.search(r"\bthe\s+\S*\s?$", text[max(0, start - 12) : start]):
        return None
    word = text[start:end].lower()
    low = float(DECADES.get(word) or word[:-1])
    return Draft(start, end, low, low + 9, "year", "range", "age", -1, page.token_at(start), 10.0)


# Factors and places in a row --------------------------------------------------------------------------------------


def _read_multiple(page: Page, start: int, end: int) -> Draft | None:
    """ "more than doubled", "could triple", "twice as many", "a tenfold rise"."""
    text, word = page.text, page.text[start:end].lower()
    row = next(r for r in read_rows("multiples.csv") if r["word"] == word)
    token = page.doc[page.token_at(start)]
    if word in ("once", "twice", "thrice") and (word == "once" or not AS_MANY.match(text, end)):
        return _read_occasions(page, start, end, float(row["number"]))
    plain = word in ("double", "triple", "quadruple", "treble", "halve")
    if plain and not (text[start].islower() and CAN_DOUBLE.search(text, max(0, start - 9), start)):
        return None
    if word.endswith("ed") and BATTED.match(text, end):
        return None
    if plain and re.match(r"[\s-](?:as|up|down|back|over)\b", text[end : end + 6]):
        return None  # "could double as guards"
    if word in ("doubles", "triples", "halves", "doubling", "doubled") and (
        token.pos_ != "VERB" or re.match(r"\s+(?:over\s+(?:in|with|on)|down|up|as)\b", text[end : end + 9])
    ):
        return None
    hedge = find_hedge_before(text, start)
    parts = {c.dep_: c.i for c in token.children}
    # "the merger doubled the number of stores": what is changed is the object, if there is one
    subject = next((parts[dep] for dep in ("dobj", "nsubj", "nsubjpass") if dep in parts), -1)
    draft = Draft(
        start,
        end,
        float(row["number"]),
        None,
        "time",
        "exact",
        "ratio",
        subject,
        token.i,
        1.0,
        row["direction"],
    )
    if hedge is not None:
        draft.start, draft.bound = hedge.place, hedge.bound
    return draft


def _read_occasions(page: Page, start: int, end: int, number: float) -> Draft | None:
    """ "shot twice", "had warned managers twice in February", "once" where "three times" would be a count too."""
    text, token = page.text, page.doc[page.token_at(start)]
    hedge = find_hedge_before(text, start)
    verb = next((t for t in (token.head, *_before(token)) if t.pos_ in ("VERB", "AUX")), None)
    if NOT_OCCASIONS.search(text, max(0, start - 12), start) or text[end : end + 1] in ("-", "‑"):
        return None
    if verb is None or (verb.i > token.i and not verb.tag_.startswith("VB")):
        return None
    if number == 1 and not (verb.i < token.i and ONCE_AFTER.match(text, end)):
        return None
    draft = Draft(start, end, number, None, "time", "exact", "count", token.i, token.i, 1.0)
    if hedge is not None:
        draft.start, draft.bound = hedge.place, hedge.bound
    return draft


def _before(token: Token) -> list[Token]:
    """The token before `token`, if there is one."""
    return [token.nbor(-1)] if token.i else []


def _read_ordinal(page: Page, start: int, end: int) -> Draft | None:
    """ "the third straight month", "for the fifth time"."""
    text, word = page.text, page.text[start:end].lower()
    match = AGAIN.match(text, end)
    if not match and FOR_THE.search(text, max(0, start - 12), start):
        match = NTH_TIME.match(text, end)
    if not match:
        return None
    number = float(ORDINALS.index(word) + 2) if word in ORDINALS else float(word[:-2])
    noun = page.token_at(match.start(1))
    if match.re == AGAIN and (head := find_head(page.doc, noun)) >= 0:
        noun = head  # "their sixth straight spring exhibition game"
    return Draft(
        start,
        page.doc[noun].idx + len(page.doc[noun]),
        number,
        None,
        unit_of_noun(page.doc[noun].text),
        "exact",
        "ordinal",
        noun,
        page.token_at(start),
        1.0,
    )
