"""What looks like a date and is none: names, counts, addresses, scores."""

import re
from functools import cache

from factdiff.lists import read_rows, read_words
from factdiff.values.clock import clock_of
from factdiff.values.dating.habits import (
    comes_with_season,
    does_by_nature,
    is_annual,
    is_figurative,
    is_usual,
    is_yearly,
    means_nowadays,
    recurs,
    tells_habit,
)
from factdiff.values.dating.scene import Scene
from factdiff.values.dating.tense import FUTURE, LEANING, PAST, find_direction, find_governor
from factdiff.values.dating.words import Expression, month_numbers, scan_dates, weekday_numbers, word_months

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
_CLOCK_LEAD = re.compile(
    r"\b(?:at|by|around|about|until|till|til|from|before|after|since|between|and|to|circa|shortly|just|exactly|approximately|"
    r"roughly|nearly|almost|past|day,?|updated|published)\s(?:the\s|about\s|around\s|approximately\s)?$",
    re.IGNORECASE,
)
_CLOCK_TAIL = re.compile(
    r"^\s?(?:hrs|hours|h\b|on\s|this\s|yesterday|today|tomorrow|tonight)|^,?\s[A-Z][a-z]+day\b", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady)\.?\s$")
_OF_PERSON = re.compile(r"\b(?:of|by|with|to)\s$", re.IGNORECASE)
_MRS_MAY = re.compile(r"\b(?:[A-Z][a-z]+|Mrs?|Ms|Dr)\.?\sMay\b(?!\s\d)")
_MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|during|last|next|this|early|late|mid|throughout|through|between|before|after|every|each|by|from|to|of|"
    r"for|and|or|as|on|that|previous|following|coming|past|around|starting|beginning|ending|ended|sometime|back|per|vs|versus|"
    r"over|than|into)[\s-](?:early\s|late\s|mid-|about\s|around\s)?$",
    re.IGNORECASE,
)
_SEQUEL = re.compile(r"\s(?:(?:Part|Chapter|Episode|Volume|Vol\.?|No\.?)\s(?:\d+|[IVX]+|[A-Z][a-z]+)\b|[IVX]{2,5}\b)")
# "like snow in July": what never is, or always
_SIMILE = re.compile(
    r"\b(?:like|as\s\w+\sas)\s(?:a\s|an\s)?(?:snow\w*|ice|icicles?|frost|rain|hail|butter|flies|mosquitoes|bees|roses"
    r"|lambs?|hares?|sunshine|heat|cold|pumpkins?)\sin\s$",
    re.IGNORECASE,
)
# the title of a work: “Sunday”, “Sunday in the Park”, “The Long Road to Tomorrow”
_TITLE_WORD = r"(?:[A-Z][\w'’&-]*[:,]?|in|of|the|a|an|at|on|for|from|with|and|to|&|\d+)"
_TITLED = re.compile(rf"(?:\s{_TITLE_WORD})*[,.!?]?[”\"]")
_TITLED_ON = re.compile(rf"(?:\s{_TITLE_WORD})*\s[A-Z][\w'’-]*[,.!?]?[”\"]")
_TITLE_START = re.compile(rf"[“\"](?:[A-Z][\w'’-]*[:,]?\s)(?:{_TITLE_WORD}\s)*$")
# a report titled The World in 2050; a song called Yesterday
_ENTITLED = re.compile(
    rf"\b(?:titled|entitled|headlined|subtitled|dubbed)\s[“\"‘]?(?:[A-Z][\w'’-]*[:,]?\s(?:{_TITLE_WORD}\s)*)?$"
)
_CALLED = re.compile(
    r"\b(?:book|film|movie|novel|play|song|album|single|show|series|programme|program|poem|essay|memoir|paper|report|band"
    r"|documentary|musical|drama|thriller|comedy|hit|track|game)\s(?:(?:is|was)\s)?(?:called\s)?(?:(?:The|A|An|Any)\s)?$"
)
_NAMED_ON = re.compile(r"\s[A-Z][\w’'-]*")
_TIME_LEAD = re.compile(
    r"\b(?:on|last|next|this|past|early|late|later|earlier|by|since|until|till|from|before|after|between|through|of|and|or"
    r"|each|every|for|starting|beginning|coming|to)\s(?:the\s)?$",
    re.IGNORECASE,
)
_FRESH = re.compile(r"(?:^|[.!?:;“”\"‘(–—•*|-]\s?|\n\s*)$")
_QUOTE = re.compile(r"[“\"]$")
_TIMES = re.compile(r"\s(?:(?:just|only)\s)?(?:once|twice|\w+\stimes)\b")
_ANY_YEAR = re.compile(r"\s(?:of|in)\s(?:one|each|every|any|a|a\sgiven|the\srespective)\syear\b")
# "Sundays 3 p.m. to 6 p.m.", "9 a.m. to 5 p.m. on Sundays", "6:30 p.m. weekly", "noon-5 p.m. Tuesday-Sunday"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ANY_DAY = r"(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:days?)?\b"
_TIME = r"(?:\d{1,2}(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|noon|midnight)"
_TO_TIME = rf"\s?(?:[-–—]|to|until|till)\s?{_TIME}"
_AGAIN = (
    rf"(?:{_DAY}s|week\s?days|weekends|weekly|daily|nightly|(?:every|each)\s\w+"
    rf"|{_ANY_DAY}\s?[-–—]\s?{_ANY_DAY}|{_DAY}\sthrough\s{_DAY})"
)
_HOURS = re.compile(
    rf"""\b(?:(?:{_DAY}s|week\s?days|weekends|daily|every\s\w+)\W{{1,3}}|{_ANY_DAY}\s?[-–—]\s?{_ANY_DAY},?\s)
    (?:from\s|at\s|between\s)?(?:{_TIME}(?:\s?(?:to|until|till|and|[-–—])\s?))?$""",
    re.IGNORECASE | re.VERBOSE,
)
_ON_SUNDAYS = re.compile(
    rf"""(?:\s?(?:,|,?\s?(?:to|until|till|and)\b|[-–—])\s?{_TIME})*[,.]?\s(?:on\s)?
    {_AGAIN}\b(?=\s?(?:$|[.,;)]|(?:through|until|till|from|between|in|at|during|and|by|only|every)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
# "10 a.m.-5 p.m. through March", "9 a.m. to 3 p.m. Dec. 1-31": hours of more than one day
_RANGE_AFTER = re.compile(_TO_TIME, re.IGNORECASE)
_RANGE_BEFORE = re.compile(rf"{_TIME}\s?(?:[-–—]|to|until|till)\s?$", re.IGNORECASE)
_RUNS_ON = re.compile(
    rf"""(?:{_TO_TIME})?,?\.?\s(?:(?:daily|on\sdisplay|available|open|(?:exhibit(?:ion)?\s)?(?:runs|open))\s)?
    (?:(?:now\s)?(?:through|thru|until|till)\s(?:[A-Z]|\d)
    | (?:on\s|from\s)?[A-Z][a-z]{{2,8}}\.?\s\d\d?\s?[-–—]\s?[A-Z\d]
    | (?:on\s|from\s)?\d\d?\s?[-–—]\s?\d\d?\s[A-Z])""",
    re.VERBOSE,
)
_AND = re.compile(r"\b(?:and|or|(?<!early\s)(?<!late\s)(?<!soon\s)(?<!recently\s)as)\s$")
# "as hot as July"; but "as early as March"
_COMPARED = re.compile(
    r"\bas\s(?!early|late|soon|recent|far|long|much|many|little|few|well)\w+\sas\s(?:in\s|a\s|an\s)?$", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:!?)”\"—–-]|(?:in|on|of|at|and|or|with|to|for|from|by|after|before|during|when|where|who|that|was|is|were|had"
    r"|about|around|near|the|a|an|his|her|their|its|my|our|he|she|they|it|we|i)\b)",
    re.IGNORECASE,
)
# "started marking August 14 as its independence day"
_AS_FEAST = re.compile(
    r"\sas\s(?:the|its|their|our|an?|his|her|[A-Z]\w+['’]s)\s(?:[\w’'-]+\s){0,2}?"
    r"(?:(?:independence|national|republic|liberation)\sday|birthday|anniversary|holiday|[A-Z]\w+\sDay)\b"
)
# "declared Thursday to be Peace Day", "named Monday a day of mourning": which Thursday, publication doesn't tell
_DECLARED = re.compile(r"\b(?:declared?|declares|proclaim(?:ed|s)?|named?|names|designated?|designates)\s$")
_A_DAY = re.compile(r"\s(?:to\sbe\s|as\s)?(?:an?\s|the\s)?(?:[\w'’-]+\s){0,4}?(?:Day|day|holiday)\b")
_IN_TIME = re.compile(r"\sin\s(?:(?:early|late|mid)[\s-])?(?:[A-Z][a-z]{2,8}\b|\d{4}\b)")
_THAT_DAY_IN = re.compile(
    r"\bthat\s(?:\w+\s)?(?:day|night|morning|afternoon|evening|week|weekend)\sin\s(?:early\s|late\s)?$"
)
_WEEK_ON = re.compile(r"\s(?:week|fortnight)\b")  # "Saturday week"
_FROM_THEN = re.compile(r"\bweeks?\sfrom\s$")  # "a week from Thursday"
_DAY_LIST = re.compile(r"\b[A-Z][a-z]+day(?:,\s[A-Z][a-z]+day)+,?\s(?:and|or)\s[A-Z][a-z]+day\b")
_EXCEPT = re.compile(r"\bexcept\s(?:(?:on|for)\s)?(?:[A-Z]\w+days?(?:,|\s(?:and|or))\s)*$")
_COUNTED_DAY = re.compile(r"\b(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|other)\s$", re.IGNORECASE)
_SAFE_LEAD = re.compile(
    r"\b(?:in|since|until|till|during|last|next|early|late|mid|throughout)[\s-](?:early\s|late\s|mid-)?$",
    re.I,
)


def check_date(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Return the expression, trimmed where its edge is none of it; nothing when it gives no date.

    Args:
        near: a date stands right before it, joined by "and", a comma or the like.
    """
    check = _CHECKS.get(expression.kind)
    if _is_title(expression, scene):
        return None
    return check(expression, scene, near) if check else expression


def _is_title(expression: Expression, scene: Scene) -> bool:
    """“Sunday in the Park”, "Night of January 16th", "a song called Yesterday"; but not the “Boxing Day” earthquake."""
    kind, words = expression.kind, expression.parts["_text"]
    if words[:1].islower() or kind in ("slash", "iso"):
        return False
    before, after = scene.before(expression, 90), scene.after(expression, 80)
    if _QUOTE.search(before):
        alone = after.startswith(("”", '"')) and kind == "holiday"
        named = kind in ("weekday", "month", "holiday", "season") and not alone and _TITLED.match(after)
        return bool(named or (kind != "clock" and _TITLED_ON.match(after)))
    if _TITLE_START.search(before) and _TITLED.match(after):
        return True
    if _ENTITLED.search(before):
        return True
    if words[0].isdigit() or kind not in ("weekday", "relative_day", "day", "clock", "season", "month"):
        return False
    if kind == "relative_day" or (kind == "clock" and words.isalpha()):
        return not _FRESH.search(before) and not _is_headline(expression, scene)
    if kind == "weekday":
        return _is_named_after(expression, scene, before, after)
    if kind == "day" and words.startswith(("Night", "Evening", "Morning", "Eve", "Afternoon")):
        return not _FRESH.search(before) and not _is_headline(expression, scene)
    return False


def _is_named_after(expression: Expression, scene: Scene, before: str, after: str) -> bool:
    """ "Friday Night Sound Waves", "her book Saturday Millionaires"; but "Friday Apple said", "on Saturday Arsenal"."""
    if not _NAMED_ON.match(after) or "which" in expression.parts:
        return False
    part = expression.parts.get("day_part", "")
    if part[:1].isupper():
        return not _is_headline(expression, scene)
    return bool(_CALLED.search(before)) and not _TIME_LEAD.search(before)


def _is_headline(expression: Expression, scene: Scene) -> bool:
    """Tell whether most words around have capitals, so that they tell nothing."""
    low, high = scene.sentence_start(expression.start), scene.sentence_end(expression.end)
    if scene.text[high : high + 1] == ".":
        return False
    words = re.findall(r"[A-Za-z]{4,}", scene.text[low : expression.start] + scene.text[expression.end : high])
    return sum(word[0].isupper() for word in words) * 4 >= 3 * len(words)


@cache
def _street() -> re.Pattern[str]:
    words = "|".join(sorted(read_words("street_words.txt")))
    return re.compile(rf"^(?:st|nd|rd|th)?\s(?:[NSEW]\.?\s)?(?:[A-Z]\w+\s){{0,2}}(?:{words})\b")


@cache
def _beginnings(name: str) -> re.Pattern[str]:
    words = "|".join(sorted(read_words(name)))
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)


def _is_labelled(before: str) -> bool:
    """ "Room 2004", "No. 1995"."""
    match = re.search(r"(\w+)\.?\s$", before)
    return bool(match) and match.group(1).lower() in read_words("number_labels.txt")


def _is_addressed(before: str) -> bool:
    """Tell whether a person's title stands right before: "Prime Minister May"."""
    match = re.search(r"\b([A-Z]\w+)\.?\s$", before)
    return bool(match) and match.group(1).lower() in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.rstrip("*").split()[-1] for title in read_words("titles.txt"))


def _check_clock(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before, after = scene.before(expression), scene.after(expression)
    clock = clock_of(expression.parts)
    if clock is None:
        return None
    joint, first = expression.parts.get("joint", "").strip(), expression.parts.get("from_hour", "")
    if joint in ("to", "and") and ":" not in first and not re.search(r"\b(?:between|from)\s$", before, re.I):
        shift = len(expression.parts["from_hour"] + expression.parts["joint"])
        parts = {k: v for k, v in expression.parts.items() if k not in ("from_hour", "joint")}
        expression = expression._replace(start=expression.start + shift, parts=parts)
    if _is_habitual(expression, scene):
        return None
    if not expression.parts["time"][0].isdigit() and scene.token(expression).dep_ in ("compound", "amod", "nmod"):
        return None  # "midnight searches"
    hours = re.fullmatch(r"\d{4}", expression.parts["time"]) and "zone" not in expression.parts
    if hours or not clock.marked or not expression.parts["time"][0].isdigit():
        return expression if near or _CLOCK_LEAD.search(before) or _CLOCK_TAIL.search(after) else None
    return expression


def _is_habitual(expression: Expression, scene: Scene) -> bool:
    """Tell a time that recurs ("an 8 a.m. class", "opens at 9 a.m. on weekdays") by a sentence that names no day."""
    low, high = scene.sentence_start(expression.start), scene.sentence_end(expression.end)
    sentence, token = scene.text[low:high], scene.token(expression)
    around = scene.before(expression), scene.after(expression)
    if _HOURS.search(around[0]) or _ON_SUNDAYS.match(around[1]) or _lasts_days(expression, *around):
        return True
    if _names_day(sentence):
        return False
    before = re.split(r"[,;]", scene.before(expression, 80))[-1]
    after = re.split(r"[,;.](?!\w)", scene.after(expression, 45))[0]
    if recurs(token, f"{before}|{after}"):
        return True
    article = re.search(r"\b(?:(an?)|the|my|your|our|their|his|her)\s$", scene.before(expression, 8), re.IGNORECASE)
    named = re.match(r"\s[a-z]", scene.after(expression, 2)) and token.dep_ in ("compound", "nummod", "nmod", "amod")
    if article and named:
        side = find_direction(scene.doc, scene.text, expression.start, expression.end, token)
        return tells_habit(token.head) or bool(article[1] and side not in (PAST, LEANING))
    return tells_habit(token)


def _lasts_days(expression: Expression, before: str, after: str) -> bool:
    """ "10 a.m. to 5 p.m. through March": from one time to another, on many days."""
    joined = "from_hour" in expression.parts or _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before)
    return bool(joined and _RUNS_ON.match(after))


@cache
def _day_names() -> re.Pattern[str]:
    days = "|".join(sorted(word.title() for word in weekday_numbers() if len(word) > 5))
    months = "|".join(sorted(re.escape(word.title()) for word in month_numbers()))
    return re.compile(
        rf"\b(?:(?:{days})\b|(?:{months})\.?\s\d|\d\d?\s(?:{months})\b|(?i:today|tonight|yesterday|tomorrow|last\snight"
        r"|this\s(?:morning|afternoon|evening)|th(?:e|at)\s(?:same|next|following)?\s?(?:day|night|morning))\b|\d{4}-\d\d-\d\d)"
    )


def _names_day(sentence: str) -> bool:
    return bool(_day_names().search(sentence))


def _check_year(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before, after = scene.before(expression), scene.after(expression)
    if _is_labelled(before) or _street().match(after) or _NO_YEAR.match(after) or _is_name(after):
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


_REACHING = re.compile(r"[^.;:]*\sto\s(?:(?:about|around|roughly|nearly|almost|just|over|at\sleast)\s)?$")
_FROM_YEAR = re.compile(r"\bfrom\s(?:\w+\s)?\d{4}\b")
_BACK = re.compile(
    r"\b(?:back|forward|dat(?:e|es|ed|ing)|trac(?:e|es|ed|ing)|up|compared|relative|prior|similar|close|deadline|term)\b"
)
_WORD = re.compile(r"[a-z]+")
_OTHER_CHANGE = frozenset(["advance", "advanced", "advances", "advancing", "cuts", "lose", "loses", "losing", "lost"])
NEAR_CHANGE = 4  # words from "grew" to its "to": "grew by a third to"


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


def _next_word(after: str) -> str:
    match = re.match(r"['’]?\s(\w+)", after)
    return match.group(1) if match else ""


def _is_counted(expression: Expression, scene: Scene) -> bool:
    """ "1995 people", "rose to 2015 points"; but "In 2010 police ..." when the parse hangs the number on "in"."""
    before, word = scene.before(expression), _next_word(scene.after(expression))
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
    year, word = int(expression.parts["year"]), _next_word(scene.after(expression))
    if not (word.islower() and re.search(r"(?<!s)(?<!u)(?<!i)(?<!wa)(?<!ha)s$", word)):
        return True
    token = scene.doc[scene.head(expression.start, expression.end)]
    return 1900 <= year < 2100 and (token.dep_ != "nummod" or year % 100 != 0)


def _is_modifier(before: str, after: str) -> bool:
    """ "the 2004 tsunami"; "2020 was"; "2004's"."""
    word = _next_word(after)
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


def _check_month(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Months that are words or names need a sign: a year, "in", "last", "early"."""
    before, after = scene.before(expression), scene.after(expression)
    if _street().match(after) or _is_addressed(before) or _SIMILE.search(before) or _COMPARED.search(before):
        return None
    if _ANY_YEAR.match(after) or _is_of_story(expression, scene):
        return None
    if _THAT_DAY_IN.search(before) and not {"year", "that_year"} & set(expression.parts):
        return None
    if set(expression.parts) <= {"month", "part", "_text"} and _recurs_yearly(expression, scene):
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


def _check_day(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before, after = scene.before(expression), scene.after(expression)
    if re.search(r"[$£€¥#]$|\d[.,/:]$", before) or _street().match(after) or _ANY_YEAR.match(after):
        return None
    bare = not {"year", "that_year", "weekday", "which"} & set(expression.parts)
    if bare and _AS_FEAST.match(after):
        return None
    if bare and _recurs_yearly(expression, scene):
        return None
    return expression


def _check_quarter(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """Tell a quarter of a year from one of a game."""
    if {"year", "that_year", "short_year", "end_month"} & set(expression.parts):
        return expression
    around = scene.text[max(0, expression.start - 200) : expression.end + 200]
    business = _beginnings("business_words.txt").search(around) or re.search(r"[%$€£¥]", around)
    return expression if business and not _beginnings("sport_words.txt").search(around) else None


def _check_weekday(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """A weekday is none in a name ("Mr. Friday", "the Sunday Journal"), nor when it comes back every week."""
    before, after = scene.before(expression), scene.after(expression)
    paper = re.match(r"\s([A-Z][a-z]+)\b", after)
    named = _TITLE.search(before) or (paper and paper.group(1) in read_words("paper_words.txt"))
    often = re.search(r"\b(?:every|each|most|per|any|all)\s(?:(?!of\b)\w+\s)?$", before, re.IGNORECASE)
    if named or often or re.match(r"\s(?:in|of)\s(?:each|every)\b", after):
        return None
    if "which" in expression.parts:
        return expression
    if (_DECLARED.search(before) and _A_DAY.match(after)) or _WEEK_ON.match(after):
        return None
    if "day_part" not in expression.parts and _of_season().search(before):
        return None
    if _EXCEPT.search(before) or _FROM_THEN.search(before) or _is_listed(expression, scene):
        return None
    some = _NO_NOUN.match(after) and _is_some_day(expression, scene)
    counted = _COUNTED_DAY.search(before) and re.match(r"\s(?:in|of|after|before|through|until)\s|:", after)
    token = scene.token(expression)
    if some or counted or _is_weekly(after) or is_usual(token) or does_by_nature(token):
        return None
    return expression


@cache
def _of_season() -> re.Pattern[str]:
    """ "a cold January Monday", "that summer Sunday": of a month, and of no certain week."""
    months = "|".join(sorted(month.title() for month in month_numbers() if len(month) > 4 or month in ("may", "june")))
    return re.compile(rf"\b(?:{months}|spring|summer|autumn|fall|winter)\s$")


def _recurs_yearly(expression: Expression, scene: Scene) -> bool:
    """ "Her birthday is May 29", "each year's tally is made on Oct. 15", "it usually opens in May"."""
    before, token = scene.before(expression), scene.token(expression)
    if re.search(r"\bbirthday\s(?:is|falls)\s(?:on\s|in\s)?$", before):
        return True
    if _TIMES.match(scene.after(expression)):  # "below on May 1 just four times"
        return True
    month = expression.kind == "month" and is_annual(token)
    return month or is_usual(token) or is_yearly(token, f"{before}|{scene.after(expression, 40)}")


def _is_some_day(expression: Expression, scene: Scene) -> bool:
    """ "on a cold Friday night", "one Sunday": which one isn't told; but "a Tuesday meeting", "a speech Monday"."""
    span = scene.doc.char_span(expression.start, expression.end)
    i = span.start - 1
    while i > 0 and span.start - i < 3 and scene.doc[i].pos_ == "ADJ":
        i -= 1
    return i >= 0 and scene.doc[i].lower_ in ("a", "an", "one", "some", "another", "any")


def _is_listed(expression: Expression, scene: Scene) -> bool:
    """ "cheap on Monday, Wednesday and Friday": what is said of three days in the present is said of every week."""
    low, high = max(0, expression.start - 60), expression.end + 60
    lists = (m.span() for m in _DAY_LIST.finditer(scene.text, low, high))
    return any(a <= expression.start < b for a, b in lists) and tells_habit(scene.token(expression))


def _is_weekly(after: str) -> bool:
    """ "Sunday trading laws"."""
    return _next_word(after) in read_words("weekly_nouns.txt") and not after.startswith(("'", "’"))


def _check_relative(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before = scene.before(expression)
    parts = expression.parts
    if re.search(r"\b(?:his|her|their|its|my|our|your)\s$", before, re.IGNORECASE):
        return None  # "his last decade"
    if parts.get("year_end"):
        return (
            expression
            if re.search(r"\b(?:by|at|before|until|till|through|since|from)\s(?:the\s)?$", before, re.I)
            else None
        )
    if parts.get("which", "").lower() == "the" and not {"cut", "part"} & set(parts):
        weekend = parts["unit"].lower() == "weekend" and re.search(
            r"\b(?:over|at|on|during|for|of|before|after)\s$", before, re.I
        )
        return expression if weekend else None
    if "which" not in parts and parts.get("part", "").lower().split()[-1] not in ("of", "in"):
        return None  # "mid week", "early weekend"
    return expression


def _check_nth_weekday(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """ "likes the first Monday in October": of every year, like what is said with no plan in the present."""
    told = {"year", "that_year"} & set(expression.parts)
    token = scene.token(expression)
    return None if not told and (tells_habit(token) or is_usual(token)) else expression


def _check_narrative(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """ "he said that Sunday sales ...": "that" belongs to "said"."""
    if "that" not in expression.parts:
        return expression
    if _IN_TIME.match(scene.after(expression)):
        return None  # "that night in August": of a tale told elsewhere
    span = scene.doc.char_span(expression.start, expression.start + 4, expand=False)
    if span is None or (span.root.dep_ not in ("mark", "nsubj", "nsubjpass", "dobj") and span.root.pos_ != "SCONJ"):
        return expression
    start = expression.start + len("that ")
    plain = next(scan_dates(scene.text[start : start + 80]), None)
    if plain is None or plain.start or plain.kind == "narrative":
        return None
    return check_date(plain._replace(start=start, end=start + plain.end), scene, near)


def _check_decade(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before = scene.before(expression)
    words = expression.parts["_text"]
    if re.search(r"\b(?:his|her|their|my|your|our)\s(?:\w+\s)?$", before, re.I):
        return None  # an age
    owns = words[:1].isdigit() and words.endswith(("'s", "’s")) and re.match(r"\s\w", scene.after(expression, 2))
    if owns and not near:  # "1960's record" is the year's
        year = Expression("year", expression.start, expression.start + 4, {"year": words[:4], "_text": words[:4]})
        return _check_year(year, scene, near)
    return expression


def _check_holiday(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """A holiday is none in the title of a work: "Halloween Part 9"; "the date of Easter" is of every year."""
    if scene.before(expression, 12).lower().endswith("the date of ") and set(expression.parts) == {"holiday", "_text"}:
        return None
    return None if _SEQUEL.match(scene.after(expression, 20)) else expression


def _check_relative_day(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    """ "Most steel is made in Asia today": nowadays, and no day; "the stars of tomorrow": neither."""
    word = expression.parts["_text"].lower()
    if word not in ("today", "tomorrow", "yesterday"):
        return expression
    start, token = scene.sentence_start(expression.start), scene.token(expression)
    before = scene.text[start : expression.start]
    after = scene.text[expression.end : scene.sentence_end(expression.end)]
    general = is_figurative(token, before, after) or (word == "today" and means_nowadays(token, before, after))
    return None if general else expression


def _check_season(expression: Expression, scene: Scene, near: bool) -> Expression | None:
    before = scene.before(expression)
    word = expression.parts["season"]
    if "coming" in expression.parts and not _is_awaited(expression, scene):
        return None
    named = word[0].isupper() and re.search(r"[A-Z]\w+\s$", before) and "which" not in expression.parts
    return None if named else expression


def _is_awaited(expression: Expression, scene: Scene) -> bool:
    """Tell "is expected in the fall" from "he was hurt in the fall", and from "visitors come in the summer"."""
    verb, _ = find_governor(scene.token(expression))
    simple = verb is not None and verb.tag_ in ("VBZ", "VBP")
    return not simple and scene.direction(expression) == FUTURE


_CHECKS = {
    "clock": _check_clock,
    "year": _check_year,
    "month": _check_month,
    "day": _check_day,
    "quarter": _check_quarter,
    "nth_weekday": _check_nth_weekday,
    "weekday": _check_weekday,
    "relative_unit": _check_relative,
    "narrative": _check_narrative,
    "decade": _check_decade,
    "season": _check_season,
    "holiday": _check_holiday,
    "relative_day": _check_relative_day,
}
