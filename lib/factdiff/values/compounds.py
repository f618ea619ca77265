"""Several numbers to one quantity: ranges, lists that share a unit, second units; bounds and directions."""

import re
from itertools import pairwise

from factdiff.lists import read_words
from factdiff.values.ages import AGED_BEFORE
from factdiff.values.changes import CHANGED, change_words, direction_before, find_direction
from factdiff.values.counted import Page
from factdiff.values.draft import Draft, scale_draft
from factdiff.values.drafts import SENTENCE_END, read_draft
from factdiff.values.elided import settle_drafts
from factdiff.values.hedges import applies, find_hedge_after
from factdiff.values.lookalikes import find_lookalikes, is_year, overlaps
from factdiff.values.numerals import find_numerals, multiply
from factdiff.values.shares import split_ratio
from factdiff.values.units import convert, find_unit

SHARED = frozenset({"percent", "money", "measure", "duration", "temperature", "age", "magnitude"})
# The smaller unit that goes on a larger one in one value ("5 feet 10 inches").
PARTS = {"foot": "inch", "hour": "minute", "minute": "second", "year": "month", "pound": "ounce", "m": "cm"}
DASH = re.compile(r"\s?[-–—‑]\s?")
LINK = re.compile(r"\s+(?:to|or)\s+|[-‑]\s(?:to|or)\s|-(?:to|or)-|\s?[-–—‑]\s?")
MILLION = 1e6
AND = re.compile(r"\s+(?:and|to)\s+")
TO_JOINED = re.compile(r"-to-")
WHOLE = 100  # percent
CLAUSE = 60  # characters before "from" that may hold a word of change
BY_CLAUSE = 90  # characters before "by" that may hold a word of change
NEAR_RANGE = 3  # the ends of a range are mostly nearer than this: "by 3 to 5 percent", but "by 3 to 40 percent"
BY_BEFORE = re.compile(r"\bby\s$", re.IGNORECASE)
CHANGED_BEFORE = re.compile(r"\b(?:was|were|been|being|is|are)\s(\w+)\s$", re.IGNORECASE)
# "46 ± 19 years", "46 years, plus or minus three": the value and its error
ERROR = re.compile(r"\s?(?:±|\+/[-−]|\+-)\s?|,?\s(?:plus\sor\s(?:minus\s)?|give\sor\stake\s)(?:a\s|an\s|about\s)?")
COMMA = re.compile(
    r"[-‑]\sand\s|,\s+(?:even\s+)?|,?\s+(?:and|or|but)\s+(?:(?:another|the\s+other|possibly|perhaps|maybe|probably|then|even|as)\s+)?"
)
AND_OR = re.compile(r"\b(?:and|or|but|even)\b")
PART_LINK = re.compile(r",?\s?(?:and\s)?|-and-")
TO_ONE = re.compile(r"\s+to\s+(?:an?|one)\s+")
TURNED = {"at_least": "at_most", "at_most": "at_least"}
DENIED = re.compile(
    r"(?:(?:ca|wo|does|did|do|is|are|was|were|would|could|should|has|have|had)n['’]t|\b(?:not|never|cannot))\s"
    r"(?!(?:only|just|even|by|for|in|with|at|after|until|before)\b)(?:(?!(?:that|if|whether|because|but|when|what|how|why|only|and|or)\b)[a-z]+\s){1,3}$"
)
OWN_SYMBOL = re.compile(r"^\s\([A-Za-zµ%°]{1,3}\)")  # "7 milligrams (mg) to 9 mg"
GUESSED = re.compile(r",\s+(?:(?:possibly|maybe|perhaps|even|or|or\s+even)\s+)?")
EITHER = re.compile(r"\beither\s+$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+(?:(?:the\s+)?ages\s+(?:of\s+)?|an?\s+)?$", re.IGNORECASE)
RANGED = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|aged|ages|stretch\w*)\s+(?:\w+\s+){0,2}?from\s+$",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+(?:(?:about|around|roughly|nearly|some)\s+)?$", re.IGNORECASE)
SECOND = re.compile(
    r"\s?[(\[]\s?(?:or\s|=\s|i\.e\.\s)?|,?\s+or\s+|\s?/\s?|,?\s+equivalent\s+to\s+|\s?[(\[]\s?(?:equal|equivalent)\s+to\s+"
)
OF_MATTER = re.compile(
    r"\s+of\s+(?:(?:[a-z-]+)\s+){0,2}?(?:water|seawater|snow|ice|mud|sand|soil|earth|rock|rubble|concrete|debris|ash|lava|dirt|silt"
    r"|sediment|garbage|rubbish)\b"
)
EACH = re.compile(r"\s+(?:an?|per)\s+share\b|\s+(?:each|apiece)\b")
CLOSE = re.compile(r"[^()\[\]]{0,40}[)\]]")
AND_HALF = re.compile(r"\s+and\s+a\s+half\b(?!\s+(?:an?|of|dozen|hundred|thousand|million|billion)\b)")
APPOSED = re.compile(r",?\s+or\s+(?:by\s+)?|,\s+(?:by\s+)?|\s+\(")


def read_drafts(page: Page) -> list[Draft]:
    """Read every number of a text that is a quantity, in order of place."""
    numerals = find_numerals(page.text)
    if not numerals:
        return []
    spans = find_lookalikes(page.text, numerals)
    parts = [n for whole in numerals for n in split_ratio(page, whole)]
    drafts = [d for n in parts if not overlaps(spans, n.start, n.end) and (d := read_draft(page, n)) is not None]
    drafts = [b for a, b in pairwise([None, *drafts]) if not (a and a.numeral.form == "fraction" and b.start < a.end)]
    drafts = _join_ranges(page, _join_guesses(page.text, _join_errors(page.text, drafts)))
    _share_millions(page.text, drafts)
    drafts = _share_units(page, drafts)
    drafts = join_parts(page, drafts)
    for draft in drafts:
        _extend_to_one(page.text, draft)
        _extend_by_half(page.text, draft)
    drafts = settle_drafts(page, drafts)
    for i, draft in enumerate(drafts):
        _bound(page, draft)
        find_direction(page, draft)
        if i and not draft.direction and APPOSED.fullmatch(page.text[drafts[i - 1].end : draft.start]):
            draft.direction = drafts[i - 1].direction if draft.kind in CHANGED else ""
    return _join_second_units(page, drafts)


def _join_errors(text: str, drafts: list[Draft]) -> list[Draft]:
    """Take the error of a value into it, with its unit: "46 ± 19 years" is 46 years."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and ERROR.fullmatch(text[last.end : draft.start]):
            if not last.form:
                last.unit, last.kind, last.form, last.noun = draft.unit, draft.kind, draft.form, draft.noun
            last.end = draft.end
        else:
            joined.append(draft)
    return joined


def _join_guesses(text: str, drafts: list[Draft]) -> list[Draft]:
    """Read numbers that go up by one as what somebody guesses: "three, four, possibly five months" is 3 to 5 months."""
    joined: list[Draft] = []
    for draft in reversed(drafts):
        last = joined[-1] if joined else None
        if last is not None and _is_guess(text, draft, last):
            last.high = last.number if last.high is None else last.high
            last.start, last.number, last.bound = draft.start, draft.number, "range"
            last.token, last.hedge = draft.token, draft.hedge
        else:
            joined.append(draft)
    return joined[::-1]


def _is_guess(text: str, a: Draft, b: Draft) -> bool:
    """Tell whether `a` is one less than `b`, which has the unit of both, and only a comma and a doubt stand between."""
    bare = not a.form and bool(b.form) and a.high is None and a.numeral.form == "words"
    return bare and a.number + 1 == b.number and GUESSED.fullmatch(text[a.end : b.start]) is not None


def _share_millions(text: str, drafts: list[Draft]) -> None:
    """Read "4.3m" as millions beside a count in millions: "sold 0.5m Lumias, up from 4.3m"."""
    for known in drafts:
        if known.kind != "count" or not text[known.numeral.start : known.numeral.end].endswith("m"):
            continue
        for draft in drafts:
            near = not SENTENCE_END.search(text, min(known.end, draft.end), max(known.start, draft.start))
            if near and draft.unit == "m" and text[draft.numeral.start : draft.end].endswith("m"):
                scale_draft(draft, MILLION)
                draft.unit, draft.kind, draft.noun = known.unit, "count", known.noun


# Ranges -------------------------------------------------------------------------------------------------------


def _join_ranges(page: Page, drafts: list[Draft]) -> list[Draft]:
    joined: list[Draft] = []
    i = 0
    while i < len(drafts):
        a, b = drafts[i], drafts[i + 1] if i + 1 < len(drafts) else None
        outcome = _range(page, a, b) if b is not None else None
        if outcome is None:
            joined.append(a)
        elif outcome.form or outcome.kind != "score":
            joined.append(outcome)
        i += 1 if outcome is None else 2
    return joined


def _range(page: Page, a: Draft, b: Draft) -> Draft | None:
    """Join two numbers to a range; a draft of kind score when they are a result of a game or a vote."""
    text = page.text
    link = OWN_SYMBOL.sub("", text[a.end : b.start])
    if len(link) > 12 or a.high is not None or b.high is not None:
        return None
    lead = a.hedge.place if a.hedge else a.start
    between = BETWEEN.search(text, max(0, lead - 30), lead)
    if not (LINK.fullmatch(link) or (between and AND.fullmatch(link))):
        return None
    if (a.unit and b.unit and a.unit != b.unit) or a.form in ("state", "more"):
        return None
    if b.numeral.mark and not a.numeral.mark and is_year(text[a.start : a.end]):
        return None  # "from $50 million in 2001 to $90 million"
    _share_scale(a, b)
    if a.number >= b.number:
        if link in ("-", "–") and b.form == "noun" and not a.form and text[a.start].isdigit():
            return _score(a, b)  # "a 2-1 UFC record"
        if TO_JOINED.fullmatch(link) and b.unit == "percent" and a.number + b.number <= WHOLE:
            return _score(a, b)  # "a 51-to-49 percent victory"
        odds = link == " to " and not FROM.search(text, max(0, lead - 24), lead)  # "the vote was 9 to 1"
        return _score(a, b) if (odds or DASH.fullmatch(link)) and not (b.unit or a.unit) else None
    if a.unit == "penny" and not b.unit and b.number > NEAR_RANGE * a.number:
        return None  # "shed 23p to 397"
    if "or" in link and a.numeral.mark and b.numeral.mark:
        return None  # "by $10 billion or $40 billion": one or the other
    if "or" in link and b.number >= 2 * a.number > 2 and EITHER.search(text, max(0, lead - 8), lead):
        return None  # "either 40 or 80 minutes"
    if "or" in link and ((a.form and a.kind == "count") or b.number > 10 * max(a.number, 1)):
        return None
    if not (a.unit or b.unit) and b.numeral.scale < MILLION:
        return _score(a, b) if DASH.fullmatch(link) or "to" in link else None
    changed = link.strip() == "to" and (
        _shifts(text, lead) or _changes_by(text, lead, a, b) or (a.form and direction_before(text, a))
    )
    if changed and not a.form and _changes_by(text, lead, a, b):
        a.unit, a.kind, a.form, a.noun = b.unit, b.kind, b.form, b.noun
    if changed and not RANGED.search(text, max(0, lead - 40), lead):
        return None
    return _merge_range(a, b, between.start() if between else a.start)


def _changes_by(text: str, lead: int, a: Draft, b: Draft) -> bool:
    """Tell a change and the level it leads to ("raised the wage by $1 to $8", "was cut $2 to $10") from a range."""
    if b.number <= NEAR_RANGE * a.number:
        return False  # "rose by 3 to 5 percent"
    if (passive := CHANGED_BEFORE.search(text, max(0, lead - 30), lead)) and a.form:
        return passive[1].lower() in change_words()
    if BY_BEFORE.search(text, max(0, lead - 6), lead) is None:
        return False
    clause = re.split(r"[.;:\n]", text[max(0, lead - BY_CLAUSE) : lead])[-1]
    return bool(set(re.findall(r"[a-z]+", clause.lower())) & (change_words().keys() | read_words("shift_words.txt")))


def _shifts(text: str, lead: int) -> bool:
    """Tell whether "from" before character `lead` opens a change ("rose from 5 to 8 percent") and no range."""
    start = FROM.search(text, max(0, lead - 24), lead)
    if start is None:
        return False
    clause = re.split(r"[.;:\n]", text[max(0, start.start() - CLAUSE) : start.start()])[-1]
    words = set(re.findall(r"[a-z]+", clause.lower()))
    return bool(words & change_words().keys() or words & read_words("shift_words.txt"))


def _score(a: Draft, b: Draft) -> Draft:
    return Draft(a.start, b.end, a.number, b.number, "", "range", "score", -1, a.token, 1.0)


def _share_scale(a: Draft, b: Draft) -> None:
    """Give the first number the scale of the second: "5 to 10 million", "$5-10 million"."""
    n, m = a.numeral, b.numeral
    if m.scale == 1 and n.scale == 1 and not a.form and n.number * 1000 < m.number and m.number % 1000 == 0:
        a.number, a.step = a.number * 1000, a.step * 1000  # "13 to 14,000 feet"
    if n.scale == 1 and m.scale > 1 and (not a.form or n.mark) and n.number < m.number / m.scale:
        a.number, a.step = multiply(a.number, m.scale), multiply(a.step, m.scale)


def _merge_range(a: Draft, b: Draft, start: int) -> Draft:
    source = b if b.unit else a
    merged = Draft(start, b.end, a.number, b.number, source.unit, "range", source.kind, source.noun, a.token, a.step)
    merged.form, merged.numeral, merged.hedge = source.form, source.numeral, a.hedge
    if a.kind == "age" and b.kind == "duration":  # "aged 25-44 years"
        merged.kind, merged.noun = "age", a.noun
    if b.bound == "at_least":  # "40 or 60 or more miles"
        merged.high, merged.bound = None, b.bound
    factor = b.number / b.numeral.number if b.numeral.number and b.kind == "duration" else 1.0
    if not a.form and factor in (10.0, 100.0, 1000.0, 2.0):  # "two or three decades"
        merged.number = multiply(a.number, factor)
    if source.kind == "percent" and a.numeral.form in ("fraction", "ratio") and a.number < 1:
        merged.number = a.number * 100
    return merged


# Lists ----------------------------------------------------------------------------------------------------------


def _share_units(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Give a number without a unit that of the next in its list: "10, 15 and 20 percent", "50 and 70 percent"."""
    text = page.text
    shared: list[Draft] = []
    for a, b in reversed(list(pairwise(drafts))):
        if (
            a.form
            or not b.form
            or is_year(text[a.start : a.end])
            or (a.numeral.number == 1 and a.numeral.form == "words")
        ):
            continue
        link = text[a.end : b.hedge.place if b.hedge else b.start]
        if b.numeral.form in ("fraction", "ratio"):
            continue
        listed = COMMA.fullmatch(link) and (b.kind in SHARED or (b.form == "noun" and "," not in link))
        # A comma alone makes no list: "the toll was 12, 95% of them children".
        listed = listed and (b in shared or AND_OR.search(link) is not None)
        listed = listed or (link == " by " and b.kind == "measure")
        moved = link.strip() == "to" and FROM.search(text, max(0, a.start - 24), a.start)
        if (listed or moved) and (b.kind in SHARED or b.form == "noun"):
            if moved:
                _share_scale(a, b)
            a.unit, a.kind, a.form, a.noun = b.unit, b.kind, "unit", b.noun
            if a.hedge is not None and a.hedge.words == "up to" and b.hedge is None and " and " in link:
                b.hedge = a.hedge._replace(place=b.start)  # "sentences of up to 10 and 15 years"
            shared.append(a)
    _share_ages(text, drafts)
    for a, b in pairwise(drafts):  # "from 110 kilometres an hour to 80"
        if (
            a.kind in SHARED
            and not b.form
            and text[a.end : b.start] == " to "
            and FROM.search(text, max(0, a.start - 24), a.start)
        ):
            b.unit, b.kind, b.form, b.noun = a.unit, a.kind, "unit", a.noun
    return drafts


def _share_ages(text: str, drafts: list[Draft]) -> None:
    """Read every number of "aged 20, 25 and 30" as an age."""
    aged = False
    for a, b in pairwise(drafts):
        aged = a.kind == "age" and (aged or AGED_BEFORE.search(text, max(0, a.start - 30), a.start) is not None)
        if aged and b.form in ("", "state") and COMMA.fullmatch(text[a.end : b.start]):
            b.unit, b.kind, b.form, b.noun, b.end = a.unit, "age", "unit", a.noun, b.numeral.end


def _extend_to_one(text: str, draft: Draft) -> None:
    """Read "to an hour" after "a half-hour", "to a year" after "six months" as the top of a range."""
    match = TO_ONE.match(text, draft.end)
    if match is None or draft.high is not None or draft.kind not in ("duration", "measure"):
        return
    found = find_unit(text, match.end())
    if found is None or found[0].kind != draft.kind or not found[0].singular:
        return
    top = convert(found[0].factor, found[0].name, draft.unit)
    if top is not None and top > draft.number:
        draft.high, draft.bound, draft.end = float(f"{top:.6g}"), "range", found[1]


def _extend_by_half(text: str, draft: Draft) -> None:
    """Read "two miles and a half" as two and a half miles."""
    if draft.high is not None or draft.kind not in ("duration", "measure") or not draft.numeral.number:
        return
    if match := AND_HALF.match(text, draft.end):
        unit = draft.number / draft.numeral.number  # of "two decades"
        draft.number, draft.step, draft.end = draft.number + unit / 2, min(draft.step, unit / 2), match.end()


def join_parts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Add the smaller unit to the larger one: "5 feet 10 inches", "two hours and 30 minutes"."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if (
            last
            and PARTS.get(last.unit) == draft.unit
            and PART_LINK.fullmatch(page.text[last.end : draft.start])
            and draft.high is None
        ):
            share = convert(draft.number, draft.unit, last.unit) or 0.0
            step = convert(draft.step, draft.unit, last.unit) or last.step
            last.number, last.step, last.end = (
                float(f"{last.number + share:.8g}"),
                float(f"{step:.6g}"),
                draft.end,
            )
            last.noun = draft.noun
            last.kind = draft.kind if draft.kind == "age" else last.kind
        else:
            joined.append(draft)
    return joined


# Bounds ---------------------------------------------------------------------------------------------


def _bound(page: Page, draft: Draft) -> None:
    """Take the words before and after the value that bound it, into its bound and its span."""
    hedge, text = draft.hedge, page.text
    if hedge is not None and hedge.words == "under" and draft.kind == "measure" and OF_MATTER.match(text, draft.end):
        return  # "lies under 4,200 feet of water"
    if hedge is not None and applies(hedge, text, draft.kind, draft.number):
        draft.start = min(draft.start, hedge.place)
        bound = TURNED.get(hedge.bound, hedge.bound) if _is_denied(text, hedge.place) else hedge.bound
        if draft.high is None and (draft.bound == "exact" or bound != "about"):
            draft.bound = bound
        elif draft.numeral.form == "vague" and hedge.bound in ("at_least", "at_most"):
            draft.number = (draft.high if hedge.bound == "at_most" else None) or draft.number
            draft.high, draft.bound = None, hedge.bound  # "within a few yards", "at least several hundred"
    after = find_hedge_after(text, draft.end)
    if after is not None and after.bound == "at_least" and draft.bound == "range" and draft.numeral.form != "vague":
        draft.high, draft.bound, draft.end = None, after.bound, after.place  # "20 to 25 years or more"
    elif after is not None and draft.high is None and draft.kind != "magnitude":
        draft.end = after.place
        draft.bound = after.bound if draft.bound in ("exact", "about") else draft.bound


def _is_denied(text: str, place: int) -> bool:
    """Tell whether a bound is denied: "cannot buy more than 15 percent", "won't fall below 100"."""
    return DENIED.search(text, max(0, place - 40), place) is not None


# Second units --------------------------------------------------------------------------------------------------------


def _join_second_units(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Join a value printed in two units: "10 kilometers (6 miles)", "¥660 billion ($4.21 billion)"."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and draft.start < last.end and not last.alt_unit:
            last.end = max(
                last.numeral.end, last.start + 1
            )  # "three 15-year-old boys": the age is a quantity of its own
        if last is not None and _is_second(page.text, last, draft):
            if not last.alt_unit:
                last.alt_number, last.alt_unit = draft.number, draft.unit
            last.end = _close(page.text, last.end, draft)
        else:
            joined.append(draft)
    return joined


def _is_second(text: str, a: Draft, b: Draft) -> bool:
    if a.unit == b.unit or not a.unit or not b.unit or (a.high is not None and b.high is None):
        return False
    if b.start < a.end:  # a further unit in the bracket that is already taken in
        return True
    link = text[a.end : b.start]
    if not SECOND.fullmatch(link) or EACH.match(text, b.end):
        return False  # "$139 million, or 5 cents a share"
    return a.kind == b.kind == "money" or (
        a.kind in ("measure", "temperature", "duration") and convert(1.0, a.unit, b.unit) is not None
    )


def _close(text: str, end: int, second: Draft) -> int:
    """The end of the value with its bracket, if there is one."""
    if text[end : end + 2].strip()[:1] in ("(", "[") and (match := CLOSE.match(text, second.end)):
        return match.end()
    return max(end, second.end)
