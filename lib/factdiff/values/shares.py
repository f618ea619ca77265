"""Shares of a whole: "half of the houses", "a third", "one in five adults", "half an hour"."""

import re

from factdiff.values.counted import Page, find_counted, find_whole, follows_act
from factdiff.values.draft import NEAR, Draft, scale_draft, set_unit
from factdiff.values.numerals import Numeral, find_numerals, multiply, parse_numeral
from factdiff.values.units import Unit, find_unit, is_plural

SHARES = ("fraction", "ratio")
NOT_A_SHARE = re.compile(
    r"\b(?:first|second|other|latter|former|final|last|opening|each|either|in|better|top|bottom|upper|lower|northern|southern"
    r"|eastern|western|closing|early|late|one|this|that|front|back|left|right)[\s-]$",
    re.IGNORECASE,
)
SHARE_AFTER = re.compile(
    r"\s+(?:of\b|the\b|its\b|his\b|her\b|their\b|our\b|all\b|those\b|these\b|that\b|were\b|are\b|have\b|had\b|said\b|say\b)"
)
POINT_AFTER = re.compile(r"[\s-](?:percentage[\s-])?points?\b")
OUT_OF = re.compile(r"(\S+)\s+out\s+of\s+(\S+)", re.IGNORECASE)
OWNED = re.compile(r"\s+of\s+(?:its|his|her|their|our|my|your)\s", re.IGNORECASE)
SCALED = ("duration", "measure", "percent", "money")
OF_ONE_PERCENT = re.compile(r"\s+of\s+(?:1|one|a)\s?(?:percent\b|per\s+cent\b|%)")  # "one-tenth of 1 percent"
SCALED_SHARE = re.compile(r"(?:\s+of)?\s+an?\s+|[\s-]|\s+of\s+an?\s+")


def split_ratio(page: Page, numeral: Numeral) -> list[Numeral]:
    """Keep "one in five adults" whole, and read "killed two in three attacks" as two numbers."""
    if numeral.form != "ratio":
        return [numeral]
    counted = find_counted(page, numeral.end, 2)
    follows = re.match(
        r"\s+(?:(?:and|or|to)\s+one\s+in\b|of|are|were|say|said|have|had|is|was|will|would|chance|risk|probability)\b",
        page.text[numeral.end : numeral.end + 12],
    )
    timed = find_unit(page.text, numeral.end + 1)
    follows = follows or _stands_for_people(page, numeral)
    if (counted.form == "noun" or follows) and not timed and not follows_act(page.text, numeral.start):
        return [numeral]
    words = re.finditer(r"\S+", page.text[numeral.start : numeral.end])
    parts = [(m.start() + numeral.start, m.group()) for m in words]
    found = []
    for place, word in (parts[0], parts[-1]):
        found += [n._replace(start=n.start + place, end=n.end + place) for n in find_numerals(word)[:1]]
    return found


def _stands_for_people(page: Page, numeral: Numeral) -> bool:
    """Tell whether a ratio is a share with nothing named ("one in ten reporting pain", "affects one in ten.")."""
    first = page.token_from(numeral.end)
    verb = first < len(page.doc) and page.doc[first].pos_ in ("VERB", "AUX")
    verb = verb or (first < len(page.doc) and page.doc[first].lower_.endswith("ing"))
    one = page.text[numeral.start : numeral.start + 4].lower().startswith(("one ", "1 "))
    return one and (verb or re.match(r"\s?(?:[.,;)]|$)", page.text[numeral.end : numeral.end + 2]) is not None)


def read_share(page: Page, draft: Draft) -> bool | None:
    """ "half of the houses", "a third", "one in five adults": a percentage; "half an hour": a part of a unit."""
    n, text = draft.numeral, page.text
    if n.form not in SHARES:
        return None
    if n.form == "ratio":
        counted = find_counted(page, n.end, 2)
        if counted.noun >= 0 and (part := _part_owned(text, n)):
            draft.number, draft.step = part, 1.0
            return set_unit(draft, counted.unit, "count", counted.end, "noun", counted.noun)
        return _take_share(draft, counted.noun)
    if found := _unit_of_share(text, n.end):
        unit, end = found
        scale_draft(draft, unit.factor)
        return set_unit(draft, unit.name, unit.kind, end)
    if NOT_A_SHARE.search(text, max(0, n.start - NEAR), n.start) and not _joins_clause(page, draft.token):
        return False
    article = text[n.start : n.end].lower()[:2] in ("a ", "an") or text[n.start : n.end].lower().startswith(
        "one quarter"
    )
    if SHARE_AFTER.match(text, n.end) and (not article or re.match(r"\s+of\b", text[n.end :])):
        return _take_share(draft, find_whole(page, n.end, bare=True))
    plain = not article and " " + text[n.start : n.end].lower() != " half"
    if text[n.end : n.end + 1] == "-" or text[n.end : n.end + 4].lower() == " way":
        return False
    hedged = draft.hedge is not None and not text[n.end : n.end + 2].strip().isalpha()
    by_half = text[max(0, n.start - 3) : n.start] == "by "
    if hedged or by_half or (plain and _stands_alone(text, n.end)):
        return _take_share(draft, -1)
    if plain and text[n.end : n.end + 10].lower().strip(" -").startswith("majority"):
        return _take_share(draft, page.token_at(n.end + 1))
    return False


def _joins_clause(page: Page, token: int) -> bool:
    """Tell "he said that half of the houses" from "that half of the house"."""
    return token > 0 and page.doc[token - 1].lower_ == "that" and page.doc[token - 1].pos_ == "SCONJ"


def _part_owned(text: str, n: Numeral) -> float:
    """The first number of "three out of four of its spires", which counts what somebody has; 0 for a share."""
    match = OUT_OF.fullmatch(text, n.start, n.end)
    if match is None or not OWNED.match(text, n.end):
        return 0.0
    part, whole = (parse_numeral(word) for word in match.groups())
    return part.number if part and whole and whole.number % 10 else 0.0


def _stands_alone(text: str, end: int) -> bool:
    return (
        re.match(
            r"\s*(?:[,.;:)]|$|(?:in|from|to|by|on|since|voted|were|are|had|have|said)\b)",
            text[end : end + 12],
        )
        is not None
    )


def _take_share(draft: Draft, noun: int) -> bool:
    draft.number, draft.step = float(f"{draft.number * 100:.6g}"), multiply(draft.step, 100)
    return set_unit(draft, "percent", "percent", draft.end, noun=noun)


def _unit_of_share(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit that a fraction is part of: "half an hour", "a quarter of a mile", "half-mile", "two-thirds cup"."""
    if point := POINT_AFTER.match(text, end):
        return Unit("percentage point", "percent"), point.end()
    if percent := OF_ONE_PERCENT.match(text, end):
        return Unit("percent", "percent"), percent.end()
    match = SCALED_SHARE.match(text, end)
    if not match:
        return None
    joint = "-" if match.group() == "-" else " "
    found = find_unit(text, match.end(), joint=joint)
    if found is None or found[0].kind not in SCALED:
        return None
    single = found[0].singular or (found[0].kind == "money" and not is_plural(text[match.end() : found[1]]))
    return found if single else None
