"""Months and yearly days: those of one year, those of every year, and people called April or May."""

import re
from functools import cache

from factdiff.lists import read_words
from factdiff.values.dating.habits import comes_with_season, does_by_nature, is_annual, is_usual, is_yearly
from factdiff.values.dating.names import street_after
from factdiff.values.dating.scene import Scene
from factdiff.values.dating.words import Expression, month_numbers, word_months

_OF_PERSON = re.compile(r"\b(?:of|by|with|to)\s$", re.IGNORECASE)
_MRS_MAY = re.compile(r"\b(?:[A-Z][a-z]+|Mrs?|Ms|Dr)\.?\sMay\b(?!\s\d)")
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|during|last|next|this|early|late|mid|throughout|through|between|before|after|every|each|by|from|to|of|"
    r"for|and|or|as|on|that|previous|following|coming|past|around|starting|beginning|ending|ended|sometime|back|per|vs|versus|"
    r"over|than|into)[\s-](?:early\s|late\s|mid-|about\s|around\s)?$",
    re.IGNORECASE,
)
# "like snow in July": what never is, or always
_SIMILE = re.compile(
    r"\b(?:like|as\s\w+\sas)\s(?:a\s|an\s)?(?:snow\w*|ice|icicles?|frost|rain|hail|butter|flies|mosquitoes|bees|roses"
    r"|lambs?|hares?|sunshine|heat|cold|pumpkins?)\sin\s$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\s(?:(?:just|only)\s)?(?:once|twice|\w+\stimes)\b")
ANY_YEAR = re.compile(r"\s(?:of|in)\s(?:one|each|every|any|a|a\sgiven|the\srespective)\syear\b")
_AND = re.compile(r"\b(?:and|or|(?<!early\s)(?<!late\s)(?<!soon\s)(?<!recently\s)as)\s$")
# "as hot as July"; but "as early as March"
_COMPARED = re.compile(
    r"\bas\s(?!early|late|soon|recent|far|long|much|many|little|few|well)\w+\sas\s(?:in\s|a\s|an\s)?$", re.IGNORECASE
)
_THAT_DAY_IN = re.compile(
    r"\bthat\s(?:\w+\s)?(?:day|night|morning|afternoon|evening|week|weekend)\sin\s(?:early\s|late\s)?$"
)
_SAFE_LEAD = re.compile(
    r"\b(?:in|since|until|till|during|last|next|early|late|mid|throughout)[\s-](?:early\s|late\s|mid-)?$",
    re.I,
)


def _is_addressed(before: str) -> bool:
    """Tell whether a person's title stands right before: "Prime Minister May"."""
    match = re.search(r"\b([A-Z]\w+)\.?\s$", before)
    return bool(match) and match.group(1).lower() in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.rstrip("*").split()[-1] for title in read_words("titles.txt"))


def check_month(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Return the expression where it is the month of one year; one that is a word or a name needs a sign ("in")."""
    before, after = scene.before(expression), scene.after(expression)
    if street_after().match(after) or _is_addressed(before) or _SIMILE.search(before) or _COMPARED.search(before):
        return None
    if ANY_YEAR.match(after) or _is_of_story(expression, scene):
        return None
    if _THAT_DAY_IN.search(before) and not {"year", "that_year"} & set(expression.parts):
        return None
    if set(expression.parts) <= {"month", "part", "_text"} and recurs_yearly(expression, scene):
        return None
    if set(expression.parts) == {"month", "_text"}:
        token = scene.token(expression)
        if does_by_nature(token) or comes_with_season(token):
            return None
    if set(expression.parts) - {"month", "_text"} or near or _leads_month(after):
        return expression
    name, surname = expression.parts["month"].lower(), _has_surname(before, after)
    if name not in word_months():
        return None if surname and name == "january" and _OF_PERSON.search(before) else expression
    if surname or (name == "march" and re.match(r"[-–]\w|\s(?:on|for|against)\s[A-Z]", after)):
        return None
    if name == "may":
        return expression if _is_month_of_may(expression, scene) else None
    if _MONTH_LEAD.search(before):
        return None if name in ("march", "august") and _AND.search(before) else expression
    return expression if _names_a_time(before, after) else None


def _is_of_story(expression: Expression, scene: Scene) -> bool:
    """ "that fateful July": of a year told elsewhere."""
    token = scene.token(expression)
    words = [child.lower_ for child in token.children if child.dep_ == "det"]
    if token.dep_ == "compound":
        words += [child.lower_ for child in token.head.children if child.dep_ == "det"]
    adjective = token.i > 1 and token.nbor(-1).pos_ == "ADJ" and token.nbor(-2).lower_ == "that"
    return "that" in words and adjective and not {"year", "that_year", "which"} & set(expression.parts)


def _has_surname(before: str, after: str) -> bool:
    """ "April Jones", but not "In April Jones" resigned."""
    return bool(re.match(r"\s[A-Z][\w’'-]+", after)) and not _SAFE_LEAD.search(before)


def _is_month_of_may(expression: Expression, scene: Scene) -> bool:
    """Tell "by May" from a person's or a modal "May"."""
    before = scene.before(expression)
    if _SAFE_LEAD.search(before):
        return True
    token = scene.doc[scene.head(expression.start, expression.end)]
    agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
    return bool(re.search(r"\b(?:by|before|after)\s$", before)) and not agent and not _MRS_MAY.search(scene.text)


def _leads_month(after: str) -> bool:
    """ "March–May 2012", "April to June"."""
    match = re.match(r"\s?(?:[-–—/]|to|through|until)\s?([A-Z]\w+)", after)
    return bool(match) and match.group(1).lower() in month_numbers()


def _names_a_time(before: str, after: str) -> bool:
    """ "April's figures", "the June report"."""
    return bool(
        re.match(r"['’]s\s[a-z]", after)
        or (
            re.search(r"\b(?:[Tt]he|[Ii]ts|a|an|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur)\s$", before)
            and re.match(r"\s[a-z]", after)
        )
    )


def recurs_yearly(expression: Expression, scene: Scene) -> bool:
    """ "Her birthday is May 29", "each year's tally is made on Oct. 15", "it usually opens in May"."""
    before, token = scene.before(expression), scene.token(expression)
    if re.search(r"\bbirthday\s(?:is|falls)\s(?:on\s|in\s)?$", before):
        return True
    if _TIMES.match(scene.after(expression)):  # "below on May 1 just four times"
        return True
    month = expression.kind == "month" and is_annual(token)
    return month or is_usual(token) or is_yearly(token, f"{before}|{scene.after(expression, 40)}")
