"""Ages: "Hunter, 41,", "the 41-year-old", "aged 5", "children under 12"."""

import re

from factdiff.lexicon import canonical_name, country_of
from factdiff.lists import read_words
from factdiff.values.counted import Page, find_counted, find_head, words_of
from factdiff.values.draft import NEAR, Draft, set_unit
from factdiff.values.numerals import parse_numeral
from factdiff.values.titles import opens_sentence
from factdiff.values.units import find_unit, is_person, is_plural

MAX_AGE = 120
TEENS = "(?:thir|four|fif|six|seven|eigh|nine)teen"
AGE = rf"(?:\d{{1,3}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|{TEENS})"
NAME_BEFORE = re.compile(r"([\w.'’-]+),\s$")
BRACKET_OPEN = re.compile(r"\([^()]*$")
NAME_BRACKET = re.compile(r"[A-Z][\w'’-]+\s\($")
BRACKET_AGE = re.compile(r"\)(?:,|\s+(?:of|from|who|was|is|and)\b|\.?$)")
AFTER_AGE = re.compile(
    r"(?!,\s*(?:\d|Part\b|No\b|pp\b|Vol\b|p\.))\s*(?:[,;)—–]|\.(?:\s|[\"”]|$)|$|\s(?:and|of\s[A-Z][a-z]+|from|who|was|is|told|said)\b)"
)
OLD = re.compile(r"(?:[\s-]{1,2}(?P<old>olds?)\b|\sof\sage\b)", re.IGNORECASE)
AGED_BEFORE = re.compile(
    rf"\b(?:age[ds]?|(?:the\s+)?ages?\s+of|ages?\s+(?:rang\w+|var\w+)\s+from(?:\s+{AGE}\s+to(?:\s+an?(?:\s+\w+)?)?)?|turn(?:s|ed|ing)?|(?:when|since|after|before|until)\s+s?he\s+was)\s+(?:between\s+)?$",
    re.IGNORECASE,
)
AGE_WORD = re.compile(r"age[ds]?\b|the\s+age", re.IGNORECASE)
# "died Saturday at 85"; an hour or a street goes on after the number, and no hour is so high
DIED_BEFORE = re.compile(
    r"\b(?:died|dies|dead|retired|retires)\s+(?:(?:(?:on|last|late|early)\s+)?[A-Z]\w+\s+(?:night\s+|morning\s+)?"
    r"|yesterday\s+|today\s+|in\s+\d{4}\s+)?at\s+(?:age\s+|just\s+|only\s+)?$"
)
LAST_HOUR = 24
# "a boy of nine", "a woman of about 60"; but "a mother of two" has two children
OF_BEFORE = re.compile(
    r"\b(?:an?|the|one|another)\s(?:[a-z-]+\s){0,2}(?P<person>man|woman|boy|girl|lad|lass|child|kid|youth|teenager|toddler"
    r"|youngster|baby|gentleman|lady|pensioner)\sof\s(?:(?:about|around|nearly|almost|only|just|perhaps|some)\s)?$",
    re.IGNORECASE,
)
# "Mykola, 44, was killed", whom the model takes for a place
LIVING_AFTER = re.compile(r"\s?,\s(?:of|from|who|whose|was|is|told|said|says|had|has|lost|died|an?)\s")
PEOPLE_BEFORE = re.compile(r"\b([A-Za-z]+)\s$")
# "who was 18", "she is 34": nothing follows that the number could count
WAS_BEFORE = re.compile(
    r"\b(?:who|s?he)(?:['’]s|\s+(?:is|was|would\s+be|will\s+be))\s+(?:(?:only|just|then|now|about|already)\s+)?$",
    re.IGNORECASE,
)
WAS_AFTER = re.compile(r"\s*(?:[,;:)—–]|\.(?:\s|[\"”]|$)|$)|\s+(?:when|at\s+the\s+time|years\s+old)\b")
# "two men, 19 and 22, suffered": the ages of several people in a row
LISTED_BEFORE = re.compile(rf"\b([A-Za-z]+),\s(?:{AGE},\s)*(?:{AGE},?\s(?:and|or)\s)?$")
# "children between 5 and 13", "men 18 to 35"
BETWEEN_AGES = re.compile(
    rf"\b(?P<people>[A-Za-z]+)\s+(?:(?:are|were|was|is)\s+)?(?P<link>between\s+)?(?P<low>{AGE})"
    rf"(?P<joint>\s+and\s+|\s+to\s+|-to-|\s?[-–]\s?)(?P<high>{AGE})\b(?![\s-]?(?:[ap]\.?m\b|[%:.]\d?|o['’]clock))"
)
ARTICLE_BEFORE = re.compile(r"\ban?\s$", re.IGNORECASE)
LISTED_AFTER = re.compile(rf"(?:,\s{AGE})*(?:,?\s(?:and|or)\s{AGE})?\s?(?:[,.;)—–]|$)")
LOCATED = re.compile(r"\b(?:in|at|near|from|to|the|of|outside|around|on|inside|through|via|into)\s$", re.IGNORECASE)
TOLD = frozenset({"said", "says", "told", "added", "wrote", "was", "had"})  # which the model may take for nouns
# "60 percent of the population is under 17"
AGED_UNDER = re.compile(
    r"\b([A-Za-z]+)\s+(?:is|are|was|were)\s+(?:(?:all|still|now|either|mostly)\s+)?(?:under|over|below|above)\s$",
    re.IGNORECASE,
)
BOUND_BEFORE = re.compile(r"\b(under|below|over|above)\s+(?:the\s+)?$", re.IGNORECASE)
# Where on the field somebody plays, before the name: the number after it is that on the shirt
POSITION_BEFORE = re.compile(
    r"\b(?:[A-Z]{1,2}B|WR|TE|DE|DT|OT|OG|LW|RW|SS|SP|RP|PG|SG|SF|PF|OF|CF|LF|RF|DH)\s(?:[A-Z][\w'’.-]+\s)+\($"
)
AND_OLDER = re.compile(r"\s+(?:and|or)\s+(?:older|over|above|under|younger|up)\b")
PEOPLE_OVER = re.compile(r"\b([A-Za-z]+)\s+(?:aged\s+)?(?:over|under|above|below)\s$", re.IGNORECASE)


def read_age(page: Page, draft: Draft) -> bool | None:
    """ "Hunter, 41,", "aged 5", "children under 12", "turned 40"."""
    n, text = draft.numeral, page.text
    if n.scale != 1 or n.high is not None or n.number > MAX_AGE or n.number != int(n.number):
        return None
    if aged := AGED_BEFORE.search(text, max(0, n.start - NEAR), n.start):
        turned = aged.group().lower().startswith("turn")
        counts = turned and find_counted(page, n.end, n.number).form == "noun"
        if not (turned and (counts or find_unit(text, n.end + 1))) and not _has_unit(text, n.end):
            _bound_age(text, draft, aged.start())
            return set_unit(draft, "year", "age", n.end, noun=_person_before(page, aged.start()))
        found = find_unit(text, n.end + 1) if not turned and AGE_WORD.match(aged.group()) else None
        if found is not None and found[0].name in ("year", "month", "week", "day"):
            return set_unit(draft, found[0].name, "age", found[1], noun=_person_before(page, aged.start()))
    if (
        n.form == "digits"
        and BRACKET_AGE.match(text, n.end)
        and NAME_BRACKET.search(text, max(0, n.start - NEAR), n.start)
    ):
        if POSITION_BEFORE.search(text, max(0, n.start - NEAR), n.start):
            return False
        named = page.doc[max(0, page.token_at(n.start) - 2)]
        return named.ent_type_ == "PERSON" and set_unit(draft, "year", "age", n.end, noun=named.i)
    over = PEOPLE_OVER.search(text, max(0, n.start - NEAR), n.start)
    after = AFTER_AGE
    if over is None and AND_OLDER.match(text, n.end):
        over, after = PEOPLE_BEFORE.search(text, max(0, n.start - NEAR), n.start), AND_OLDER
    if over is not None and is_person(over.group(1)) and after.match(text, n.end):
        return set_unit(draft, "year", "age", n.end, noun=page.token_at(over.start()))
    under = AGED_UNDER.search(text, max(0, n.start - NEAR), n.start)
    if under is not None and AFTER_AGE.match(text, n.end):
        people = under.group(1).lower() == "population" or (is_person(under.group(1)) and is_plural(under.group(1)))
        if people:
            return set_unit(draft, "year", "age", n.end, noun=page.token_at(under.start()))
    died = DIED_BEFORE.search(text, max(0, n.start - NEAR), n.start)
    if died and n.number > LAST_HOUR and AFTER_AGE.match(text, n.end):
        return set_unit(draft, "year", "age", n.end, noun=_person_before(page, died.start()))
    between = _between_ages(page, draft)
    if between >= 0:
        return set_unit(draft, "year", "age", n.end, noun=between)
    if n.number > 1 and n.form in ("digits", "words"):
        was = WAS_BEFORE.search(text, max(0, n.start - NEAR), n.start)
        if was and WAS_AFTER.match(text, n.end):
            return set_unit(draft, "year", "age", n.end, noun=_person_before(page, was.end()))
        of = OF_BEFORE.search(text, max(0, n.start - NEAR), n.start)
        if of and not _has_unit(text, n.end) and find_counted(page, n.end, n.number).form != "noun":
            return set_unit(draft, "year", "age", n.end, noun=page.token_at(of.start("person")))
        listed = LISTED_BEFORE.search(text, max(0, n.start - NEAR), n.start)
        if listed and _lists_ages(listed, LISTED_AFTER.match(text, n.end)):
            return set_unit(draft, "year", "age", n.end, noun=page.token_at(listed.start(1)))
    if n.form != "digits" or n.number < 1:
        return None
    before = NAME_BEFORE.search(text, max(0, n.start - NEAR), n.start)
    if before and AFTER_AGE.match(text, n.end) and _is_named_person(page, before, n.end):
        if text[n.end : n.end + 2].strip()[:1] == ")" and not BRACKET_OPEN.search(text, max(0, n.start - 80), n.start):
            return None  # "2) Scotch, 3) Scrambled"
        return set_unit(draft, "year", "age", n.end, noun=_last_name(page, page.token_at(before.start())))
    return None


def _bound_age(text: str, draft: Draft, place: int) -> None:
    """Take the bound before the word for an age: "girls under age 17"."""
    bound = BOUND_BEFORE.search(text, max(0, place - 16), place)
    if bound is not None:
        draft.start, draft.bound = bound.start(), "at_most" if bound[1].lower() in ("under", "below") else "at_least"


def _last_name(page: Page, token: int) -> int:
    """The token of the surname before titles that stand behind it: "Smith" of "Smith Jr.", "Reed, MP"."""
    place = token
    while place > 0 and (
        page.doc[place].text == "," or page.doc[place].text.rstrip(".") in read_words("postnominals.txt")
    ):
        place -= 1
    return place if page.doc[place].text[:1].isupper() else token


def _between_ages(page: Page, draft: Draft) -> int:
    """The token of the people of whom a number bounds the age: "children between 5 and 13"; -1 if of none."""
    n, text = draft.numeral, page.text
    for match in BETWEEN_AGES.finditer(text, max(0, n.start - NEAR), min(len(text), n.end + NEAR)):
        if n.start not in (match.start("low"), match.start("high")):
            continue
        word, end = match["people"], match.end("high")
        noun = word.islower() or match["link"] or opens_sentence(text, match.start())
        fate = word.lower() in words_of("state") | words_of("act")
        named = noun and is_person(word) and is_plural(word) and not fate
        joined = bool(match["link"]) == ("and" in match["joint"])
        counts = find_counted(page, end, 2).form == "noun" or find_unit(text, end + 1) or find_unit(text, end)
        if named and joined and not counts and _in_order(match["low"], match["high"]):
            return page.token_at(match.start("people"))
    return -1


def _in_order(low: str, high: str) -> bool:
    """Tell whether two numbers could be the youngest and the oldest."""
    a, b = parse_numeral(low), parse_numeral(high)
    return a is not None and b is not None and a.number < b.number <= MAX_AGE


def person_of_age(page: Page, old: re.Match[str], draft: Draft) -> int:
    """Whose age `draft` is: "resident" in "22-year-old resident", "olds", or what was named before; -1 if unknown."""
    if old.group("old") == "olds":
        return page.token_at(old.start("old"))
    head = find_head(page.doc, page.token_from(old.end()))
    if head >= 0 and (page.doc[head].ent_type_ in ("DATE", "TIME") or page.doc[head].lower_ in TOLD):
        head = -1  # "at 101 years old today", "the 37-year-old said"
    if head < 0 and not ARTICLE_BEFORE.search(page.text, max(0, draft.start - 4), draft.start):
        thing = _described_before(page, draft)
        if thing == -1:
            return -1
        head = _person_before(page, draft.start) if thing is None else thing
    return head if head >= 0 or not old.group("old") else page.token_at(old.start("old"))


def _described_before(page: Page, draft: Draft) -> int | None:
    """The noun before an age that it tells of: "a house 40 years old", "the ice is 9 years old"; None for "she"."""
    first = page.token_from(draft.hedge.place if draft.hedge else draft.start)
    before = page.doc[max(0, first - 2) : first]
    beside = next((t for t in reversed(before) if t.text != ","), None)
    if beside is not None and beside.pos_ in ("NOUN", "PROPN") and beside.is_alpha:
        return beside.i
    verb = next((t for t in page.doc[draft.token].ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lemma_ != "be":
        return None
    subject = next((t for t in verb.children if t.dep_ == "nsubj" and t.i < first), None)
    if subject is None:
        return None
    if subject.pos_ == "NOUN" and not is_person(subject.text):
        return subject.i
    return -1 if subject.lower_ in ("it", "that", "this", "which") else None


def _has_unit(text: str, end: int) -> bool:
    found = find_unit(text, end + 1) or find_unit(text, end)
    return found is not None and (found[0].name != "year" or not OLD.match(text, found[1]))


def _lists_ages(before: re.Match[str], after: re.Match[str] | None) -> bool:
    """Tell whether a number is one of the ages of people whom a plural names before it."""
    word = before.group(1)
    if after is None or not is_person(word) or not is_plural(word) or word.lower() in words_of("state"):
        return False
    return bool(re.search(r"\b(?:and|or)\s", before.group() + after.group()))


def _is_named_person(page: Page, before: re.Match[str], end: int) -> bool:
    """Tell whether the word before ", 41," names somebody; `end` is the character after the number."""
    word, token = before.group(1), page.doc[page.token_at(before.start(1))]
    if is_person(word) and not is_plural(word) and word.lower() not in words_of("state"):
        return True
    if not word[0].isupper() or token.ent_type_ in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"):
        return False
    if token.ent_type_ not in ("GPE", "LOC", "FAC") or (token.i > 0 and token.nbor(-1).ent_type_ == "PERSON"):
        return True
    if LIVING_AFTER.match(page.text, end) and not LOCATED.search(page.text, max(0, token.idx - 10), token.idx):
        return not country_of(canonical_name(word))
    # "Tyrese Hall, 17," whom the model takes for a building: a first and a last name, and nothing that puts one there
    name = re.search(r"\b[A-Z][\w’'-]+\s(?:[A-Z]\.\s)?$", page.text[max(0, token.idx - NEAR) : token.idx])
    if name is None:
        return False
    place = max(0, token.idx - NEAR) + name.start()
    return LOCATED.search(page.text, max(0, place - 10), place) is None


def _person_before(page: Page, place: int) -> int:
    """The last person named before "aged 41"; -1 if there is none near."""
    last = page.token_at(max(0, place - 1))
    before = page.doc[max(0, last - 12) : last + 1]
    fates = words_of("state") | {"death", "deaths", "casualty", "fatality", "injury"}
    named = (t for t in reversed(before) if t.pos_ != "ADJ")
    people = (t.i for t in named if t.ent_type_ == "PERSON" or (is_person(t.text) and t.lower_ not in fates))
    return next(people, -1)
