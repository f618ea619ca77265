"""Numbers without a noun of their own: what the words before them say that they count."""

import re

from factdiff.syntax import Token
from factdiff.values.changes import change_words
from factdiff.values.counted import Page, follows_act
from factdiff.values.draft import NEAR, Draft
from factdiff.values.drafts import SENTENCE_END, is_bare_number
from factdiff.values.lookalikes import is_round, is_year
from factdiff.values.tallies import find_tally
from factdiff.values.units import find_nation, is_person, is_plural, shared_name, unit_of_noun

LARGE = 1e6  # a scale that amounts of money are printed in
PREDICATE = re.compile(
    r"\s+(?:of\s+(?:them|whom|these|those)\s+(?:were\s+|are\s+)?|(?:were|are)\s+)((?:[\w-]+\s+){0,3}[\w-]+)"
)
ANAPHORIC = re.compile(r"\b(?:the|these|those|all)\s$", re.IGNORECASE)  # "the two met": who, not how many
NAME_BEFORE = re.compile(r"(?<=[a-z,] )[A-Z]\w+\s$")  # "Steinlager 2"
# "1,500 were killed in Turkey and 810 in Syria", "212 died in the one group and 221 in the other"
GAPPED = re.compile(r"(?:\band|,|;)\s+(?:another\s+)?$")
GAP_AFTER = re.compile(r"\s+(?:in|from|at|near|on)\s+(?:the\s+)?[A-Z]")
PARALLEL = re.compile(r"\s+(in|from|at|near|on|among|by|for|with)\s")
PARTITIVE = re.compile(r"\s+of\s+(them|these|those|which|whom)\b", re.IGNORECASE)
OF_US = re.compile(r"\s+of\s+us\b", re.IGNORECASE)
# "213 records among the 2,418 in the trial"
PLACED = re.compile(r"\s+(?:in|on|at|aboard|from|under|who|that|which)\b")
FEW = 10  # "the two in the car" says who, not how many
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "at 178 km/h, below the limit of 180"
LIMITED = re.compile(
    r",?\s+(?:well\s+|far\s+|just\s+)?(?:above|over|below|under|beyond|within|beating|missing|exceeding|against|short\s+of)\s+(?:the|its"
    r"|a|his|her|their)\s+(?:[\w'’-]+\s+){1,4}of\s+"
)
SUSPENDED = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:suspended|deferred|conditional|on\s+probation|on\s+parole|without\s+parole)\b"
)
# "after cutting 150 last year": nothing follows that the number could count
ENDED = re.compile(
    r"\s*(?:[,.;:)]|$)|\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|a\s+year|last|this|next|in|on|since|during|a|the|so\s+far|before|earlier|already|yesterday|today"
    r"|between|from|over|at|there|elsewhere)\b",
    re.IGNORECASE,
)
BEFORE_ELLIPSIS = frozenset({"after", "before", "having", "from", "than", "and", "or"})
INHABITED = re.compile(
    r"\b(?:populations?|nations?|countr(?:y|ies)|continents?|people|markets?|communit(?:y|ies)|regions?|cit(?:y|ies)|towns?|villages?"
    r"|world|planet|states?|provinces?|island|islands|metropolis)\s+of\s+$",
    re.IGNORECASE,
)
# "sold about 2 million in its first year": units of what is sold; "sold 3 million in bonds" is money
SOLD_BEFORE = re.compile(
    r"\b(?:sold|sells?|selling|shipped|ships?|shipping|built|builds?|building|manufactured|manufactures?|produced|produces"
    r"|producing|delivered|delivers|delivering)\s+(?:out\s+)?$",
    re.IGNORECASE,
)
SOLD_AFTER = re.compile(
    r"\s*(?:[.;)]|,\s|$)|\s+(?:worldwide|globally|last|this|since|during|so\s+far|between|before|by|each|every|a\s+(?:day|week|month"
    r"|year)|per|overall|within|over\s+(?:the|a|\w+\s+(?:days|weeks|months|years))|on\s+(?:its|the)\s+(?:first|opening)"
    r"|in\s+(?:its|the|their|a|total|all|just|only|\d|[A-Z]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b))"
)
# "the record for the most patents with 1,093"
MOST_WITH = re.compile(r"\bmost\s+(?:[a-z-]+\s+){0,2}?([a-z-]+s)\b[^.;:]{0,30},?\s(?:with|at)\s+$", re.IGNORECASE)
MAX_PART = 10
PER_MANY = re.compile(
    r"(?:\s+[a-z-]+){0,2}\s+(?:per|for\s+every)\s+(?:1[0,]*0|(?:a\s+)?(?:hundred|thousand|million))\b(?![.,]?\d)"
)
IN_EVERY = re.compile(r"\s(?:in|out\s+of)\s(?:every\s)?")
MIN_INHABITANTS = 100
# "3.28 million shares from 3.98 million Monday", "57 falls compared with 86 last year"
COMPARED = re.compile(
    r"(?:\s+(?:in|on|for|last|this)\s+\w+)?,?\s+(?:up\s+from|down\s+from|from|against|versus|vs\.?|compared\s+(?:with|to)|as\s+against)\s+"
)
# "large numbers of people (about 70,000 near the border)"
BRACKETED = re.compile(r"\b([A-Za-z]+)\s[(\[]$")
# "It had 14,000 residents. About 4,500 remain": what is left is of what there was
REMAINING = re.compile(
    r"\s+(?:(?:still|now|only)\s+)?(?:remain(?:ed)?|stay(?:ed)?|(?:are|were)\s+(?:still\s+|now\s+)?left)\b"
)
# What befalls aircraft and houses: "98 were shot down"
FELLED = re.compile(r"(?:\s+[a-z]+){0,3}?\s+(?:shot\s+down|(?:burned|burnt)\s+(?:out|down)|knocked\s+out|blown\s+up)\b")
OF_WHICH = re.compile(r"\bof\s+(?:which|these|those|them),?\s+$", re.IGNORECASE)
OF_BEFORE = re.compile(r"(?:^|[\s\"“])Of\s+(?:the|its|his|her|their|those|these|some|all)?\s?$")
AT_BEFORE = re.compile(r"\bat\s$", re.IGNORECASE)
BY = re.compile(r"\bby\s+$")


def settle_drafts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Settle what the numbers count that have no noun of their own; drop those that count nothing."""
    _name_currencies(page, drafts)
    _share_currencies(page, drafts)
    kept: list[Draft] = []
    for draft in drafts:
        if draft.form in ("", "state") and kept and _is_ratio(page.text, kept[-1], draft):
            kept.pop()  # "one person in a hundred" counts nobody
            continue
        if draft.form == "state" and draft.unit == "person" and not _befalls_people(page, draft, kept):
            draft.unit = draft.kind = draft.form = ""
            draft.noun = -1
        if draft.form in ("", "more") and not _settle_bare(page, draft, kept):
            continue
        if draft.kind == "count" and PER_MANY.match(page.text, draft.end):
            continue  # "46 deaths per 100,000 people" is a rate: it counts nobody
        kept.append(draft)
    return kept


def _befalls_people(page: Page, draft: Draft, before: list[Draft]) -> bool:
    """Tell whether what is said to befall a number befalls people: not "98 were shot down", "of which 12 were lost"."""
    text = page.text
    if FELLED.match(text, draft.numeral.end):
        return False
    lead = draft.hedge.place if draft.hedge else draft.start
    whole = _last_count(before, text, draft)
    if whole is None or whole.unit in ("", "person"):
        return True
    if OF_WHICH.search(text, max(0, lead - 16), lead):
        return not _holds(whole, draft)
    return not any(
        OF_BEFORE.search(text, max(0, d.start - 12), d.start) and d.unit == whole.unit and _holds(d, draft)
        for d in _counts_beside(before, text, draft)
    )


def _is_ratio(text: str, part: Draft, whole: Draft) -> bool:
    """Tell whether two numbers make a share, with what is counted after the first."""
    if part.kind != "count" or not part.number < whole.number or not IN_EVERY.fullmatch(text, part.end, whole.start):
        return False
    return part.number <= MAX_PART and not is_year(text[whole.start : whole.end])


def _settle_bare(page: Page, draft: Draft, before: list[Draft]) -> bool:
    """Find what a number without a unit counts; False when it states nothing."""
    text, n = page.text, draft.numeral
    lead = draft.hedge.place if draft.hedge else draft.start
    acted = follows_act(text, lead)
    counted = draft.hedge or (acted and is_round(text[n.start : n.end]))
    if draft.high is None and is_year(text[n.start : n.end]) and not counted:
        return False  # "worries that have infected 1988"
    if draft.form == "" and n.scale < LARGE and ANAPHORIC.search(text, max(0, lead - 7), lead):
        last = _last_count(before)
        if n.form != "digits" or n.number <= FEW or last is None or not PLACED.match(text, n.end):
            return False
        draft.unit, draft.kind, draft.form = last.unit, "count", "implied"
        return bool(last.unit)
    unit = "person" if acted else _implied_unit(page, draft, before, lead)
    if unit:
        draft.unit, draft.kind, draft.form = unit, draft.kind or "count", "implied"
        return True
    draft.kind = "number"
    return draft.form == "" and is_bare_number(draft, text)


def _implied_unit(page: Page, draft: Draft, before: list[Draft], lead: int) -> str:
    """The unit that the words around a number imply; '' if none."""
    text, n = page.text, draft.numeral
    one = n.number == 1 and n.form == "words"
    if not one and (tally := find_tally(page, draft, lead)):
        draft.noun = tally.noun
        return tally.unit or _unit_of(_last_count(before))
    if unit := _unit_of_predicate(text, draft):
        return unit
    if most := MOST_WITH.search(text, max(0, lead - 80), lead):
        return unit_of_noun(most.group(1)) if ENDED.match(text, n.end) else ""
    if draft.number >= MIN_INHABITANTS and (home := INHABITED.search(text, max(0, lead - 24), lead)):
        return "" if home[0].startswith("market") else "person"
    if unit := _unit_of_neighbour(page, draft, before, lead):
        return unit
    if OF_US.match(text, n.end):
        return "person"
    subject = _is_subject(page, draft)
    if partitive := PARTITIVE.match(text, n.end):
        people = subject and partitive.group(1).lower() == "whom"
        return _unit_of_whole(page, draft, before, partitive) or ("person" if people else "")
    if subject and not one and REMAINING.match(text, n.end):
        whole = _last_count(before)
        return _unit_of(whole) if whole is not None and whole.number > draft.number else ""
    last = _last_count(before, text, draft)
    if draft.form == "more":
        return _unit_of_more(page, draft, before, last, subject=subject)
    if n.form == "vague" and text[n.start : n.end].lower().endswith("s") and subject:
        return "person"
    if NAME_BEFORE.search(text, max(0, lead - 24), lead):
        return ""
    if _is_gapped(text, draft, lead, last):
        return _unit_of(last)
    if subject and not one and n.form != "vague":
        return _unit_of_subject(text, draft, before)
    repeated = _unit_of(last) if not one and _repeats_verb(page, draft, lead) else ""
    sold = SOLD_BEFORE.search(text, max(0, lead - 24), lead) and SOLD_AFTER.match(text, n.end)
    return repeated or ("unit" if sold and not one and n.form != "vague" else "")


def _unit_of_neighbour(page: Page, draft: Draft, before: list[Draft], lead: int) -> str:
    """The unit of what a number is compared with, of the plural that its bracket explains, of what changes by it."""
    text = page.text
    last = before[-1] if before else None
    whole = last is not None and last.unit and last.kind != "age" and last.numeral.form not in ("fraction", "ratio")
    compared = whole and (
        (COMPARED.fullmatch(text, last.end, lead) and ENDED.match(text, draft.end))
        or (last.kind != "count" and LIMITED.fullmatch(text, last.end, lead))
    )
    if last is not None and compared:
        draft.kind, draft.noun = last.kind, last.noun
        return last.unit
    if bracket := BRACKETED.search(text, max(0, lead - NEAR), lead):
        token = page.doc[page.token_at(bracket.start())]
        return unit_of_noun(token.text) if token.tag_ == "NNS" and draft.number > 1 else ""
    if draft.number > 1 and BY.search(text, max(0, lead - 4), lead) and ENDED.match(text, draft.end):
        by = page.doc[page.token_at(lead - 2)]
        subject = next((c for c in by.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if by.head.lower_ in change_words() and subject is not None and subject.tag_ == "NNS":
            return unit_of_noun(subject.text)
    return ""


def _unit_of_more(page: Page, draft: Draft, before: list[Draft], last: Draft | None, *, subject: bool) -> str:
    """The unit of "five more": that of the number it is joined to, or of the only thing counted before it.

    People are meant where something befalls them; where two kinds of things stand before, nothing tells which.
    """
    if draft.noun >= 0 and page.doc[draft.noun].lower_ == "others":
        return _unit_of(last) or "person"
    inside = [d for d in _beside(before, page.text, draft) if d.unit]
    if subject or not inside or len({d.unit for d in inside}) == 1:
        return _unit_of(last) or _unit_of(inside[-1] if inside else None) or ("person" if subject else "")
    token = page.doc[draft.token]
    joined = next((t for t in (token, token.head) if t.dep_ == "conj"), None)
    for above in joined.ancestors if joined is not None else ():
        parallel = next((d for d in inside if d.start <= above.idx < d.end), None)
        if parallel is not None:
            draft.kind = parallel.kind
            return parallel.unit
    return last.unit if last is not None and last == inside[-1] else ""


def _unit_of_subject(text: str, draft: Draft, before: list[Draft]) -> str:
    """The unit of a number that does something: "of 112 drones and 7 missiles, 98 got through".

    That of the last count it can be a part of; of one that is less only where nothing else is counted.
    """
    inside = _counts_beside(before, text, draft)
    whole = next((d for d in reversed(inside) if _holds(d, draft)), None)
    if whole is None and len({d.unit for d in inside}) == 1:
        whole = inside[-1]
    return _unit_of(whole)


def _unit_of(draft: Draft | None) -> str:
    return draft.unit if draft is not None else ""


def _unit_of_predicate(text: str, draft: Draft) -> str:
    """The unit in "45 were women and 12 were children"; '' if there is none."""
    match = PREDICATE.match(text, draft.numeral.end)
    if not match:
        return ""
    noun = next((w for w in match.group(1).split() if is_plural(w)), "")
    return unit_of_noun(noun) if noun and is_person(noun) else ""


def _last_count(before: list[Draft], text: str = "", draft: Draft | None = None) -> Draft | None:
    """The count before it, of the same sentence if one is given: "killed 170,000 people and tens of thousands more"."""
    counts = _counts_beside(before, text, draft) if draft else [d for d in before if d.kind == "count"]
    return counts[-1] if counts else None


def _counts_beside(before: list[Draft], text: str, draft: Draft) -> list[Draft]:
    """The counts before a number that stand in its sentence, in order of place."""
    return [d for d in _beside(before, text, draft) if d.kind == "count"]


def _beside(before: list[Draft], text: str, draft: Draft) -> list[Draft]:
    return [d for d in before if not SENTENCE_END.search(text, d.end, draft.start)]


def _is_subject(page: Page, draft: Draft) -> bool:
    token = page.doc[draft.token]
    if token.dep_ in ("nsubj", "nsubjpass"):
        return True
    if AT_BEFORE.search(page.text, max(0, draft.start - 4), draft.start):
        return False  # "those with problems at 80 were"
    first = page.token_from(draft.end)
    return first < len(page.doc) and page.doc[first].pos_ in ("VERB", "AUX")


def _is_gapped(text: str, draft: Draft, lead: int, last: Draft | None) -> bool:
    """Tell whether only the place tells a second count from the first: "810 in Syria", "221 in the placebo group"."""
    end = draft.numeral.end
    if last is None or not GAPPED.search(text, max(0, lead - 16), lead):
        return False
    if re.search(r"\d", YEAR.sub("", text[last.end : lead])):
        return False  # the number before counts nothing, or not the same
    place = PARALLEL.match(text, end)
    parallel = place is not None and re.search(rf"\s{place.group(1)}\s", text[last.end : lead])
    return bool(GAP_AFTER.match(text, end) or parallel)


def _repeats_verb(page: Page, draft: Draft, lead: int) -> bool:
    """Tell whether the number is all the object of a verb like the one before: "cut 300 jobs after cutting 150"."""
    first = page.token_from(lead)
    if not 0 < first < len(page.doc) or not ENDED.match(page.text, draft.numeral.end):
        return False
    verb = page.doc[first - 1]
    if verb.pos_ != "VERB" or page.text[lead - 1 : lead] != " ":
        return False
    if verb.i and verb.nbor(-1).lower_ in BEFORE_ELLIPSIS and verb.tag_ in ("VBG", "VBD", "VBN"):
        return True
    return any(t.lemma_ == verb.lemma_ for t in verb.sent[: verb.i - verb.sent.start])


# Parts of a whole ---------------------------------------------------------------------------------------------------


def _unit_of_whole(page: Page, draft: Draft, before: list[Draft], partitive: re.Match[str]) -> str:
    """The unit of what "them" stands for in "two of them"; '' if nothing before tells."""
    text = page.text
    if partitive.group(1).lower() == "whom":
        return "person"
    inside = _beside(before, text, draft)
    whole = next((d for d in reversed(inside) if d.kind == "count" and _holds(d, draft)), None)
    time = next((d for d in reversed(inside) if d.kind in ("duration", "money", "measure") and _holds(d, draft)), None)
    if time is not None and (whole is None or SUSPENDED.match(text, partitive.end())):
        draft.kind = time.kind
        draft.noun = time.noun if time.noun >= 0 else draft.noun
        return time.unit
    if whole is None:
        noun = _plural_before(page, draft)
        last = next((d for d in reversed(before) if d.kind == "count" and _holds(d, draft)), None)
        if noun is not None and (last is None or noun.idx >= last.end):
            return unit_of_noun(noun.text)
        whole = last
    elif whole.noun >= 0:
        draft.noun = whole.noun
    return _unit_of(whole)


def _holds(whole: Draft, part: Draft) -> bool:
    return max(whole.number, whole.high or 0.0) >= part.number and bool(whole.unit)


def _plural_before(page: Page, draft: Draft) -> Token | None:
    """The last plural before a number that is the subject or object of a verb: what "them" stands for."""
    before = page.doc[max(0, draft.token - 40) : draft.token]
    plurals = [t for t in reversed(before) if t.tag_ == "NNS" and is_plural(t.text)]
    number = page.doc[draft.token]
    if number.dep_ in ("dobj", "pobj"):  # in "bribes were offered by 55 of them" these are no bribes
        verb = next((t.i for t in number.ancestors if t.pos_ == "VERB"), -1)
        plurals = [t for t in plurals if t.head.i != verb or t.dep_ not in ("nsubj", "nsubjpass")]
    last = next((t for t in plurals if t.dep_ in ("nsubj", "nsubjpass", "dobj", "conj")), None)
    subjects = (t for t in plurals if last is not None and t.sent == last.sent and t.dep_ in ("nsubj", "nsubjpass"))
    return next(subjects, last)


# Amounts without their currency -------------------------------------------------------------------------------------


def _name_currencies(page: Page, drafts: list[Draft]) -> None:
    """Name the currency of bare crowns by the nation before them, else by what the text calls them elsewhere."""
    for draft in drafts:
        named = {d.unit for d in drafts if shared_name(d.unit) == draft.unit} if draft.kind == "money" else set()
        if len(named) == 1:
            draft.unit = named.pop()
        elif draft.kind == "money" and not named:
            draft.unit = find_nation(page.text[: draft.start], draft.unit) or draft.unit


def _share_currencies(page: Page, drafts: list[Draft]) -> None:
    """Give a bare "1.24 billion" the currency of the amount before it in the sentence, else of the one after."""
    for i, draft in enumerate(drafts):
        if draft.form or draft.numeral.scale < LARGE or draft.numeral.form == "vague":
            continue
        lead = draft.hedge.place if draft.hedge else draft.start
        if INHABITED.search(page.text, max(0, lead - 24), lead):
            continue
        near = [d for d in (*reversed(drafts[:i]), *drafts[i + 1 :]) if d.kind == "money"]
        money = next((d for d in near if not _is_bracketed(page.text, d) and not _apart(page.text, d, draft)), None)
        if money is not None and draft.number * 1000 > money.number:
            draft.unit, draft.kind, draft.form = money.unit, "money", "unit"


def _is_bracketed(text: str, draft: Draft) -> bool:
    """Tell whether an amount only says in a bracket what another is worth: "1.46 billion crowns ($144 million)"."""
    return text[: draft.start].rstrip().endswith(("(", "["))


def _apart(text: str, a: Draft, b: Draft) -> bool:
    first, second = sorted((a, b), key=lambda d: d.start)
    return SENTENCE_END.search(text, first.end, second.start) is not None
