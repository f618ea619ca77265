"""Amounts of money and measures: what a mark before a number or a unit after it says."""

import re

from factdiff.lists import read_words
from factdiff.values.ages import AND_OLDER, OLD, PEOPLE_BEFORE, person_of_age
from factdiff.values.changes import change_words
from factdiff.values.counted import Counted, Page, find_counted, find_head, find_whole
from factdiff.values.draft import NEAR, Draft, reopen_draft, scale_draft, set_unit
from factdiff.values.lookalikes import MONTH, YEAR, is_year
from factdiff.values.numerals import Numeral, apply_loose, find_numerals, parse_numeral
from factdiff.values.titles import is_titled, opens_sentence
from factdiff.values.units import Unit, currency_of, find_unit, is_person, is_plural, unit_of_noun

HYPHEN = re.compile(r"[-‑]\s?([A-Za-z]+)((?:[-‑][A-Za-z]+)*)")
PAST_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|preceding|coming|(?<=the\s)following|recent)\s+$",
    re.IGNORECASE,
)
# "the first two weeks of May" is a date, "its first 12 months" a time
FIRST_BEFORE = re.compile(r"\b(?:first|final)\s+$", re.IGNORECASE)
OF_CALENDAR = re.compile(
    rf"\s+(?:of|in)\s+(?:the\s+)?(?:(?:early|mid|late)[\s-])?(?:{MONTH}|{YEAR}|(?:this|last|next|that)\s|year\b|month\b|week\b)"
)
AGED_JUST_BEFORE = re.compile(
    r"\baged\s+(?:about\s+|around\s+|between\s+|from\s+)?(?:[\d.,]+\s(?:thousand|million|billion)\s(?:and|to)\s+)?$"
)
FOR_THE_PAST = re.compile(r"\bfor\s+(?:the\s+)?(?:last|past|next)\s+$", re.IGNORECASE)
# "the truce will last 60 days"
WILL_LAST = re.compile(
    r"(?:\b(?:will|would|could|can|may|might|must|should|shall|did|does|do|not|to)|n['’]t|['’](?:ll|d))\s+"
    r"(?:[a-z]+ly\s+|only\s+|just\s+)?last\s+$",
    re.IGNORECASE,
)
DATE_AFTER = re.compile(r"\s+(?:ago|earlier|later|hence|prior|previously|beforehand)\b", re.IGNORECASE)
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
SECOND_OF = re.compile(r"\s?second[-‑](?!long)", re.IGNORECASE)  # "one second-half goal"
ONE_YEAR = re.compile(r"\s(?:year|week|month)\s+(?:my|our|his|her|their|the|an?|he|she|they|we|I|it|you|[A-Z]\w+)\b")
MAYBE = frozenset({"perhaps", "maybe", "probably", "some"})  # no bounds of "one day": "perhaps one day we will"
LASTING = re.compile(
    r"\b(?:for|within|after|in|than|lasted|lasts|lasting|last|took|takes|take|taking|waited|spent|of|only|just|least|most)\s+$",
    re.IGNORECASE,
)
# "costs $30 in wealthy countries"
IN_PLACES = re.compile(
    r"\s+in\s+(?:[a-z-]+\s+){0,3}?(?:countries|nations|states|provinces|regions|cities|towns|villages|areas|places|parts|markets"
    r"|stores|shops|supermarkets|schools|hospitals|years|months|weeks|days|recent|early|late|mid)\b"
)
# "sold 7.4m phones, up from 4.3m": millions; but "sold 5m of cable"
SOLD_BEFORE = re.compile(
    r"\b(?:sold|sells?|selling|shipped|ships?|shipping|delivered|delivers)\s+(?:(?:about|around|nearly|some|over|almost)\s+)?$"
)
ACRONYMS = re.compile(r"\s([A-Z]{2,4})s\b")
# Things that come by the million, so that "m" before them is no metre: "6.8m handset sales"
IN_MILLIONS = frozenset(
    [
        "sale",
        "unit",
        "copy",
        "download",
        "view",
        "job",
        "house",
        "household",
        "vehicle",
        "car",
        "vote",
        "share",
        "visit",
    ]
)
IN_CASE = re.compile(r"\s+in\s+(?:an?|the|this|that|his|her|its|their)\b")  # "$500,000 in a market crash"
CLAUSE = 60  # characters before pounds that may say they are paid
PAID_AFTER = re.compile(
    r"\s+(?:for\s+(?:the\s+)?charit|in\s+(?:cash|fines|damages|compensation|debt|donations|rent|tax)|(?:a|per)\s+head\b)"
)
SPENT_REACH = 6  # words
CLAUSE_BREAK = re.compile(r"[.;:$£€]|\b(?:for|per|(?<!up\s)to|and|as|that|who|which|when|while|after)\b")
OPINION = re.compile(r"\b(?:his|her|my|our|their|your)\s$", re.IGNORECASE)
WORTH_OF = re.compile(r"[’']?\s+worth\s+of\s")
# "kg/m2", "ml/100g", "mg·kg−1", "mg kg-1"; but "16 km/10 miles"
COMPOUND_UNIT = re.compile(
    r"/(?:[A-Za-zµμ]|(?:1|10|100|1,?000)\s?(?:[kmµμ]?g|m?[lL])\b)|\s?[·⋅∙]\s?[A-Za-zµμ]|\s[A-Za-zµμ]{1,3}[-−–⁻][1-3¹²³]\b"
)
RATIO = re.compile(r"\s?([A-Za-zµμ]{1,4})/[A-Za-zµμ\d]")
TIMES_MORE = re.compile(
    r"[x×]\s+(?:as\s+(?:many|much|likely|high|fast|large|big|long)|(?:more|less|higher|lower|greater|larger|bigger|faster|longer)\b)"
)
# "a 180-degree turn", "a 360 degree view"
TURN_AFTER = re.compile(
    r"[\s-](?:(?:[a-z]+)\s)?(?:turns?|differen(?:ce|t)|shifts?|changes?|reversals?|views?|panoramas?|rotations?|angles?|arcs?|spins?|swings?"
    r"|pivots?|flips?|cameras?|videos?|feedback|reviews?|about-face)\b"
)
INCHES_TO_FOOT = 12
# "6-foot-7", "five-foot-two"
INCHES = re.compile(
    r"[-‑](\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?![\d/.,-]\d|\w)(?:[-‑]inch\b)?"
)
HOUR_OF_DAY = re.compile(r"\b(?:at|by|until|till|from|before|after|around)\s$", re.IGNORECASE)
PICTURE_LINES = frozenset({144.0, 240.0, 360.0, 480.0, 720.0, 1080.0, 1440.0, 2160.0, 4320.0})  # "1080p" is no price
RATE_OF = re.compile(
    r"\b([A-Za-z-]+)\s+of\s+(?:(?:about|around|nearly|over|only|just|at\s+least|more\s+than|less\s+than)\s+)?[≥≤<>~]?\s?$"
)
# "over 3,000'": feet, where the mark closes no quotation
FEET = re.compile(r"['′’](?=\s|[,;:)]|\.(?!\d)|$)(?!['’])")
OPEN_MARK = re.compile(r"(?:^|[\s(])['‘][\w$£€]")
SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])|\n")
LEVEL_BEFORE = re.compile(r"(?<!growth )(?<!inflation )\b(?:rates?|yields?)\b[^;:]*$", re.IGNORECASE)
MANY = 1e6
MIN_KELVIN = 10  # that is printed without a space
SMALL_SUM = 50  # of a currency whose name is another thing's too


def read_money(page: Page, draft: Draft) -> bool | None:
    """ "$43,350", "£1.7m", "US$5 million", "$2 million euros"."""
    n, text = draft.numeral, page.text
    if not n.mark:
        return None
    if n.loose != 1:
        reopen_draft(draft, apply_loose(n))
        n = draft.numeral
    elif text[n.end : n.end + 1].isalpha():
        return False
    if n.mark[-1:].islower() and is_year(text[n.start + len(n.mark) : n.end].strip()):
        return False  # "Euro 2016"
    if n.mark in ("R", "N", "P", "SR", "QR", "TL", "LE", "Sh", "Re") and n.scale == 1 and n.number < 100:
        return False
    unit, end = currency_of(n.mark), draft.end
    after = find_unit(text, end + 1) if text[end : end + 1] in (" ", "-") else None
    if after and after[0].kind == "money" and after[0].name not in ("cent", "penny", "mark"):
        unit, end = after[0].name, after[1]
    if _is_below_zero(text, n):
        draft.number = -draft.number
    return set_unit(draft, unit, "money", end, noun=_noun_of_amount(page, end))


def _noun_of_amount(page: Page, end: int) -> int:
    """The thing an amount is of: "ticket" in "$600 ticket", "funds" in "$250,000 in campaign funds"."""
    if page.text[end : end + 1] not in (" ", "-"):
        return -1
    if IN_CASE.match(page.text, end) or IN_PLACES.match(page.text, end):
        return -1
    if (whole := find_whole(page, end, links="of|in")) >= 0:
        return whole
    return _thing_after(page, end)


def _thing_after(page: Page, end: int) -> int:
    """The noun that a measure describes ("bird" in "200kg bird"); no people, times or dates that only come next."""
    worth = WORTH_OF.match(page.text, end)  # "$3 million worth of heroin"
    first = page.token_from(worth.end() if worth else end)
    head = find_head(page.doc, first) if first < len(page.doc) else -1
    if head < 0 or page.doc[first].lower_ == "thanks":
        return -1
    token = page.doc[head]
    if page.doc[first].tag_ == "VBG" and token.dep_ == "dobj" and token.head == page.doc[first]:
        return -1  # "spent $25m attacking Obama"
    timed = token.ent_type_ in ("DATE", "TIME", "PERSON") or find_unit(token.text, 0) is not None
    return -1 if timed or (is_person(token.text) and is_plural(token.text)) else head


def read_hyphen(page: Page, draft: Draft) -> bool | None:
    """ "48-page", "two-year", "10-mile-long", "22-year-old", "five-boat"."""
    n, text = draft.numeral, page.text
    match = HYPHEN.match(text, draft.end)
    if not match or n.loose != 1 or (match.group()[1] == " "):
        return None
    head = match.group(1).lower()
    found = find_unit(text, match.start(1), joint="-")
    if found and found[0].name == "degree" and TURN_AFTER.match(text, match.end()):
        return False
    rest = page.token_from(match.end())
    if found and not (found[0].name == "second" and match.group(2)) and (not found[0].symbol or n.form == "digits"):
        unit, end = _settle_pound(found[0], n.scale), found[1]
        scale_draft(draft, unit.factor)
        if unit.name == "foot" and (inches := INCHES.match(text, end)) and _add_inches(draft, inches[1]):
            end = inches.end()
        if unit.kind == "duration" and (old := OLD.match(text, end)):
            return set_unit(draft, unit.name, "age", old.end(), noun=person_of_age(page, old, draft))
        return set_unit(draft, unit.name, unit.kind, end, noun=find_head(page.doc, rest))
    if head.endswith("est") and not is_person(head):  # "the 20-largest banks"
        counted = find_counted(page, match.end(), draft.number)
        return counted.form == "noun" and set_unit(draft, counted.unit, "count", counted.end, "noun", counted.noun)
    if n.number == 0 and head in read_words("zero_levels.txt"):
        return False
    if head == "strong":
        return set_unit(draft, "person", "count", match.end(1), "noun", find_head(page.doc, rest))
    if head == "fold":
        return set_unit(draft, "time", "ratio", match.end(1))
    if n.number == 1 or head in read_words("hyphen_heads.txt") or head.endswith("ed") or find_numerals(head):
        return False if head not in ("to", "or") else None
    if is_plural(head) and n.number > 1 and not match.group(2) and find_head(page.doc, rest) != rest:
        return False  # "six-packs of beer": a noun with a number in it
    if match.group(1)[0].isupper() and not is_titled(text, n.start):
        return False
    noun = find_head(page.doc, rest) if not match.group(2) else -1
    if noun < 0 and not match.group(2) and not is_titled(text, n.start) and not _goes_on(page, rest):
        return False  # "a six-pack": a noun with a number in it
    return set_unit(draft, unit_of_noun(head), "count", match.end(1), "noun", noun)


def _add_inches(draft: Draft, inches: str) -> bool:
    """Read "6-foot-7" as one height; False when what follows the feet is no number of inches."""
    part = parse_numeral(inches)
    if part is None or not 0 < part.number < INCHES_TO_FOOT:
        return False
    draft.number = float(f"{draft.number + part.number / INCHES_TO_FOOT:.8g}")
    draft.step = float(f"{1 / INCHES_TO_FOOT:.6g}")
    return True


def _goes_on(page: Page, rest: int) -> bool:
    """Tell whether a word follows that a hyphened number can describe, though the model took it for no noun."""
    return (
        rest < len(page.doc) and page.doc[rest].pos_ in ("ADJ", "VERB", "ADV", "NUM", "X") and page.doc[rest].is_alpha
    )


def read_unit(page: Page, draft: Draft) -> bool | None:
    """Units and currencies after a number: "10km", "55 kilometers", "60%", "2m euros", "hundreds of dollars"."""
    text = page.text
    outcome = _read_loose(page, draft)
    if outcome is not None:
        return outcome
    end = draft.end
    if draft.numeral.form == "digits" and FEET.match(text, end) and not OPEN_MARK.search(text, 0, draft.start + 1):
        return _take_unit(page, draft, Unit("foot", "measure", symbol=True), end + 1)
    if draft.numeral.form == "digits" and TIMES_MORE.match(text, end):
        return set_unit(draft, "time", "ratio", end + 1)
    attached = text[end : end + 1].isalpha() or text[end : end + 1] in "%°º€£¢"
    found = find_unit(text, end) if attached and end < len(text) else _spaced_unit(page, draft)
    if found is None:
        ratio = RATIO.match(text, end)
        part = find_unit(ratio[1], 0) if ratio else None
        return False if text[end : end + 1].isalpha() or (part and part[0].symbol) else None
    unit, stop = found
    if (
        draft.number == 1
        and unit.kind == "duration"
        and ONE_YEAR.match(text, end)
        and opens_sentence(text, draft.start)
    ):
        return False  # "One year my mother walked with us"
    if not _unit_fits(text, draft, unit, end, attached=attached):
        return None
    if unit.kind in ("measure", "duration") and unit.symbol and COMPOUND_UNIT.match(text, stop):
        return False  # "0.43 kg/m2" is no weight
    return _take_unit(page, draft, unit, stop)


def _spaced_unit(page: Page, draft: Draft) -> tuple[Unit, int] | None:
    text, end = page.text, draft.end
    if draft.numeral.form == "vague" or draft.numeral.scale >= 1000:
        match = re.match(r"\s+of\s+", text[end : end + 8])
        if match:
            return find_unit(text, end + match.end())
    if part := re.match(r"\s+of\s+(?:a|one)\s+(?=per|%)", text[end : end + 16]):  # "0.25 of a per cent"
        return find_unit(text, end + part.end())
    if text[end : end + 1] not in (" ", "\u00a0", "\u202f"):
        return None
    more = re.match(r"(?:more|additional|extra|full|whole|straight|consecutive|long)\s", text[end + 1 : end + 13])
    return find_unit(text, end + 1 + (more.end() if more else 0))


def _unit_fits(text: str, draft: Draft, unit: Unit, end: int, *, attached: bool) -> bool:
    """Tell whether a form that could be a unit is one here."""
    n = draft.numeral
    if unit.kind in ("measure", "duration") and _names_unit(text, n, end):
        return False
    form = text[end : end + 12].split()[0] if text[end : end + 12].split() else ""
    if unit.symbol and n.form != "digits" and form[0] not in "%°" and not form.startswith("pct"):
        return False
    if (
        form[:1] == "h"
        and unit.name == "hour"
        and unit.symbol
        and HOUR_OF_DAY.search(text, max(0, n.start - 8), n.start)
    ):
        return False  # "at 20 h"
    if unit.name == "penny" and form[:2].lower() != "pe" and (not attached or draft.number in PICTURE_LINES):
        return False
    if unit.name == "mark" and n.scale < MANY:
        return False  # those of a pupil, or on a wall
    if unit.name == "degree" and TURN_AFTER.match(text, end):
        return False
    if form == "in" and not attached:
        return False
    if unit.name == "kelvin" and attached and draft.number < MIN_KELVIN:
        return False  # a "4K" display
    if unit.name == "second" and unit.singular and (draft.number != 1 or SECOND_OF.match(text, end)):
        return False
    if unit.name == "krone" and form.lower().startswith("crown"):
        return draft.number >= SMALL_SUM  # fewer crowns are worn
    if unit.name == "KRW" and (draft.number < 100 or (text[end : end + 4] == " won" and n.form == "words")):
        return False
    if n.number != 1 or n.form != "words" or unit.name != "day":
        return True
    if LASTING.search(text, max(0, n.start - 12), n.start):
        return True
    return draft.hedge is not None and draft.hedge.words not in MAYBE


def _names_unit(text: str, n: Numeral, end: int) -> bool:
    """Tell whether a unit with a capital is part of a name: "Fourteen Mile Road"."""
    word = re.match(r"\s[A-Z][a-z]{2,}\s[A-Z]?", text[end : end + 20])
    if word is None or is_titled(text, n.start):
        return False
    named = n.form == "words" and text[n.start].isupper() and not opens_sentence(text, n.start)
    return word[0][-1].isupper() or named


def _read_loose(page: Page, draft: Draft) -> bool | None:
    """The letter in "2m euros" or "10K runners" is a scale; that in "10m deep" is a unit."""
    n, text = draft.numeral, page.text
    if n.loose == 1:
        return None
    letter = text[n.end]
    found = find_unit(text, n.end + 2) if text[n.end + 1 : n.end + 2] in (" ", "-") else None
    if (found and found[0].kind == "money") or (
        found and found[0].name in ("barrel", "metric ton", "ton", "barrel per day")
    ):
        reopen_draft(draft, apply_loose(n))
        return _take_unit(page, draft, *found)
    if made := ACRONYMS.match(text, n.end + 1):  # "5m PCs"
        reopen_draft(draft, apply_loose(n))
        return set_unit(draft, made[1].lower(), "count", made.end(), "noun", page.token_at(made.start(1)))
    counted = find_counted(page, n.end + 1, 2)
    sold = letter == "m" and SOLD_BEFORE.search(text, max(0, n.start - 24), n.start)
    sold = sold and not text.startswith(" of ", n.end + 1)
    if counted.form == "noun" and (sold or letter in "kKMbB" or _comes_in_millions(page, n, counted)):
        reopen_draft(draft, apply_loose(n))
        return set_unit(draft, counted.unit, "count", counted.end, "noun", counted.noun)
    if sold:
        reopen_draft(draft, apply_loose(n))
        return set_unit(draft, "unit", "count", draft.end, "noun")
    return None


def _comes_in_millions(page: Page, n: Numeral, counted: Counted) -> bool:
    """Tell a thing of which there are millions from one that is so many metres long: "0.5m Lumias", "31m iPhones"."""
    branded = page.text[n.end + 2 : n.end + 3].isupper() or page.doc[counted.noun].text[1:2].isupper()
    return branded or counted.unit == "person" or counted.unit in IN_MILLIONS


def _take_unit(page: Page, draft: Draft, unit: Unit, stop: int) -> bool:
    after = page.text[stop : stop + NEAR]
    unit = _settle_pound(unit, max(draft.numeral.scale, draft.number), before=page.text[: draft.start], after=after)
    if unit.name == "cent" and draft.number == 2 and OPINION.search(page.text, max(0, draft.start - 10), draft.start):
        return False
    text, name, kind = page.text, unit.name, unit.kind
    if kind == "duration" and (old := OLD.match(text, stop)):
        scale_draft(draft, unit.factor)
        return set_unit(draft, name, "age", old.end(), noun=person_of_age(page, old, draft))
    if name == "year" and kind == "duration" and AND_OLDER.match(text, stop):
        people = PEOPLE_BEFORE.search(text, max(0, draft.start - NEAR), draft.start)
        if people is not None and is_person(people.group(1)):  # "people 65 years and over"
            return set_unit(draft, name, "age", stop, noun=page.token_at(people.start()))
    if kind == "duration" and is_date_part(text, draft, stop, unit=name):
        return False
    if kind == "duration" and AGED_JUST_BEFORE.search(text, max(0, draft.start - NEAR), draft.start):
        scale_draft(draft, unit.factor)
        return set_unit(draft, name, "age", stop)  # "meteorites aged 1.4 billion years"
    if (
        kind == "money"
        and is_year(text[draft.numeral.start : draft.numeral.end])
        and text[draft.start - 3 : draft.start] == "in "
    ):
        return False
    scale_draft(draft, unit.factor)
    if kind == "temperature" and draft.numeral.negative:
        draft.number, draft.start = -draft.number, draft.numeral.start
    if kind == "percent" and draft.numeral.negative:
        draft.start = draft.numeral.start
        if _is_level(text, draft.start):
            draft.number = -draft.number
        else:
            draft.direction = "down"
    if kind in ("measure", "duration", "money") and _is_below_zero(text, draft.numeral):
        draft.number, draft.start = -draft.number, draft.numeral.start
    noun = find_whole(page, stop) if kind in ("percent", "money", "measure") else -1
    if noun >= 0 and (part := find_unit(page.doc[noun].text, 0)) is not None and part[0].symbol:
        noun = find_whole(page, page.starts[noun] + len(page.doc[noun]))  # "half of 20 mg of the drug"
    if noun < 0 and kind == "percent" and (rate := RATE_OF.search(text, max(0, draft.start - NEAR), draft.start)):
        thing = page.token_at(rate.start())
        described = page.doc[thing].pos_ in ("NOUN", "PROPN") and not is_person(rate[1])
        described = described and rate[1].lower() not in change_words()
        return set_unit(draft, name, kind, stop, noun=thing if described else -1)
    if noun < 0 and kind in ("percent", "measure") and text[stop : stop + 1] == " " and (unit.singular or unit.symbol):
        noun = _thing_after(page, stop)
    return set_unit(draft, name, kind, stop, noun=noun)


def _is_below_zero(text: str, n: Numeral) -> bool:
    """Tell a minus from a dash: "-5.8 days", "minus 4 million dollars"; but "5 -10 km", "cost –$4"."""
    before = text[max(0, n.start - 8) : n.start].rstrip()
    return n.negative and text[n.start] != "–" and not before[-1:].isdigit()


def _is_level(text: str, start: int) -> bool:
    """Tell whether a negative percentage is a rate and not a change: "the real funds rate averaged -1.0 percent"."""
    sentence = SENTENCE.split(text[max(0, start - 200) : start])[-1]
    return LEVEL_BEFORE.search(sentence) is not None and not sentence.endswith("by ")


def _settle_pound(unit: Unit, scale: float, *, before: str = "", after: str = "") -> Unit:
    """Read pounds by the million, and those that something costs, as money."""
    if unit.name != "pound":
        return unit
    words = re.findall(r"[A-Za-z]+", CLAUSE_BREAK.split(before[-CLAUSE:])[-1].lower())
    spent = any(word in read_words("money_words.txt") for word in words[-SPENT_REACH:])
    spent = spent or PAID_AFTER.match(after) is not None
    weighed = re.match(r"\s+of\s", after) or any(word == "lost" or word.startswith("weigh") for word in words)
    return Unit("GBP", "money") if scale >= 1e6 or (spent and not weighed) else unit


def is_date_part(text: str, draft: Draft, stop: int, *, unit: str) -> bool:
    """Tell whether a time only places something in the calendar: "two years ago", "the last three months"."""
    if (after := DATE_AFTER.match(text, stop)) is not None:
        # "20 minutes later" is on no page of a calendar: it says how long it took.
        return unit not in CLOCK_UNITS or after[0].strip().lower() not in ("earlier", "later")
    lead = draft.hedge.place if draft.hedge else draft.start
    if FIRST_BEFORE.search(text, max(0, lead - NEAR), lead) and OF_CALENDAR.match(text, stop):
        return True
    past = PAST_BEFORE.search(text, max(0, lead - NEAR), lead)
    if past is None or FOR_THE_PAST.search(text, max(0, lead - NEAR), lead):
        return False
    return not WILL_LAST.search(text, max(0, lead - NEAR), lead)
