"""Counts: "two trucks", "24 dead"; and what only looks like one: "one day", "the 2012 Olympics", "Big Ten teams"."""

import re

from factdiff.lists import read_words
from factdiff.values.counted import Counted, Page, find_counted, follows_act, meets_fate, words_of
from factdiff.values.draft import NEAR, Draft, scale_draft, set_unit
from factdiff.values.lookalikes import is_round, is_year, labels_number, names_number
from factdiff.values.measures import MAYBE, is_date_part
from factdiff.values.numerals import Numeral
from factdiff.values.titles import in_quoted_title, is_titled, opens_sentence
from factdiff.values.units import find_unit, is_person, singular

TIMES_AFTER = re.compile(
    r"\s+(?:more|less|higher|lower|distant|farther|further|closer|as|the|that|larger|bigger|smaller|greater|faster|its|their|his|her|what|over)\b"
)
SMALL_AFTER = re.compile(r"\s[a-z]")
NOT_BEFORE = re.compile(r"(?:n['’]t|\bnot)\s(?:even\s)?$", re.IGNORECASE)
OUT_OF_EVERY = re.compile(r"\s+(?:in|out\s+of)\s+every\s")
AVERAGE = re.compile(r"\.\d{3}")
ONE_OF_US = re.compile(r"\s+of\s+(?:us|them|you|the\s+family)\b")
TIMES_OF = re.compile(r"\s+times(?=\s+[a-z])")
ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|some|this|that|the|which|last|first|next|new|old|big|good|bad|loved|little|right|wrong|the\s+only"
    r"|another|own|an?|number|day|part|level|phase|hour|year|square)[\s-]$",
    re.IGNORECASE,
)
# "may one day return", "perhaps one day we will"
ONE_DAY = re.compile(r"\s+day\b")
# "from one town to another", "to one extent or another", "one after the other"
ONE_ANOTHER = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:to|or|after|and|upon|from|by)\s+(?:another|the\s+(?:other|next))\b"
)
# "one step at a time", "two people at a time", "one celebration, one cause, one action at a time": how, not how many
AT_A_TIME = re.compile(
    r"(?:\s+[a-z-]+)?(?:,?\s+(?:and\s+)?(?:one|two|three)(?:\s+[a-z-]+)?)*,?\s+at\s+a\s+time\b"
    r"(?!\s+(?:of|when|as|that|to|for)\b)"
)
# Somebody, whoever it is: "while one is alive", "one never knows"
ANYBODY = re.compile(
    r"(?:['’](?:s|d|ll)|\s+(?:(?:never|always|often|really|also|only|just|still|sometimes)\s+)?(?:is|has|does|can|could|may|might"
    r"|must|will|would|should|ought|needs?\s+to|feels|thinks|knows|sees|hears|wants|gets|wonders|hopes|finds|says|reads|goes|looks"
    r"|assumes|believes|considers|expects|remembers|wishes|likes|lives|has\s+to))\b"
)
ANYBODY_BEFORE = re.compile(
    r"(?:^|[.!?;:\"“”]\s*|\b(?:while|if|when|as|that|where|what|before|until|till|because|unless|how|whether|than|since|why|which|so"
    r"|whenever|wherever|though|although|once)\s+)$",
    re.IGNORECASE,
)
TIMES_OF_DAY = frozenset(
    {"day", "morning", "afternoon", "evening", "night", "summer", "winter", "spring", "autumn", "fall"}
)
MAX_PARTITIVE = 6  # words of "of the two young guards"
PAIR = re.compile(r"(?:an?\s+)?pair\s+of\b", re.IGNORECASE)
PARTS_OF_ONE = frozenset({"tenth", "hundredth", "thousandth", "millionth", "billionth", "fifth", "eighth", "sixteenth"})
SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})  # "21 millions", of what isn't said
ADDING = frozenset({"only", "additional", "extra", "further", "single", "last", "first", "next", "other", "another"})
MODAL_BEFORE = re.compile(
    r"(?:\b(?:may|might|will|would|could|can|should|shall|must|to|not)|['’](?:ll|d))\s+$", re.IGNORECASE
)
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|the|by|until|till|from|after|before|early|late|mid|of|during|for|and|to|this)[\s-]$|['’]s?\s$",
    re.IGNORECASE,
)


def read_count(page: Page, draft: Draft) -> bool | None:
    """Counted nouns, and people whose fate follows: "two trucks", "24 dead", "seven were injured"."""
    n, text = draft.numeral, page.text
    whole = n.form == "vague" and n.scale >= 1 and text[n.start : n.end].lower().endswith("s")
    counted = find_counted(page, draft.end, draft.number, vague=whole)
    if not counted.form:
        return None
    if _counts_nothing(page, draft, counted):
        return False
    if counted.form == "noun" and (times := TIMES_OF.match(text, n.end)) and times.end() < counted.end:
        return set_unit(draft, "time", "ratio", times.end())  # "2.4 times sales"
    set_unit(draft, counted.unit, "count", counted.end, counted.form, counted.noun)
    if (
        counted.form == "noun"
        and counted.unit not in read_words("compound_nouns.txt")
        and (found := find_unit(page.doc[counted.noun].text, 0))
        and found[0].kind in ("measure", "duration")
    ):
        draft.unit, draft.kind, draft.noun = found[0].name, found[0].kind, -1  # "400 exhausting kilometres"
        scale_draft(draft, found[0].factor)
        return not (draft.kind == "duration" and is_date_part(text, draft, draft.end, unit=draft.unit))
    if draft.unit == "time" and TIMES_AFTER.match(text, draft.end):
        draft.kind = "ratio"
    return True


def _counts_nothing(page: Page, draft: Draft, counted: Counted) -> bool:
    """Tell whether the number is a level, a label, a part of one, a year or a name, or points at something."""
    n, text = draft.numeral, page.text
    if draft.number == 0 and _names_level(page, counted.noun):
        return True
    if AVERAGE.fullmatch(text, n.start, n.end):
        return True  # "a .312 batting average"
    if OUT_OF_EVERY.match(text, counted.end):
        return True  # "one isotope out of every 25": a share that counts nothing
    if n.form == "words" and AT_A_TIME.match(text, counted.end if counted.form == "noun" else n.end):
        return True
    if _is_idle_one(page, draft, counted.noun) or _is_plain_year(text, draft, counted.unit):
        return True
    if counted.form == "noun":
        noun = page.doc[counted.noun]
        if noun.tag_ == "VBZ" and n.form == "digits" and n.scale == 1 and "." in text[n.start : n.end]:
            return True  # "clause 16.1 forbids it"
        if counted.unit in PARTS_OF_ONE or counted.unit in SCALES or (noun.tag_ == "VBZ" and labels_number(text, n)):
            return True  # "66 hundredths of a second", "level two requires exercise"
        if PAIR.match(text, n.start) and noun.lower_ in read_words("pair_nouns.txt"):
            return True  # "a pair of binoculars" is one thing
        if in_quoted_title(text, draft.start) and not _tells_fate(text, draft.start):
            return True
    return counted.form != "more" and _is_named(page, draft)


def _names_level(page: Page, noun: int) -> bool:
    """Tell whether "zero" states a level or a policy: "zero rates", "zero tolerance"."""
    return noun >= 0 and singular(page.doc[noun].text) in read_words("zero_levels.txt")


def _tells_fate(text: str, start: int) -> bool:
    """Tell whether the words around a number are a headline of dead or injured ("Three Children Killed")."""
    fates = words_of("act") | words_of("state") | words_of("die")
    return follows_act(text, start) or any(
        w in fates for w in re.findall(r"[a-z]+", text[start : start + NEAR].lower())
    )


def _is_idle_one(page: Page, draft: Draft, noun: int) -> bool:
    """Tell whether "one" points rather than counts: "one day", "the one", "one of the"."""
    n, text = draft.numeral, page.text
    if n.number != 1 or n.form != "words":
        return False
    if NOT_BEFORE.search(text, max(0, n.start - 12), n.start):
        return True  # "not one person came"
    if ONE_OF_US.match(text, n.end) and draft.hedge is not None and draft.hedge.bound == "about":
        return True  # "almost one of us"
    if draft.hedge is not None and draft.hedge.words not in ("about", "around"):  # "tough about one thing"
        return draft.hedge.words in MAYBE and ONE_DAY.match(text, n.end) is not None
    if ONE_DAY.match(text, n.end) and MODAL_BEFORE.search(text, max(0, n.start - 12), n.start):
        return True
    if ONE_ANOTHER.match(text, n.end) or _is_anybody(page, n, noun) or _is_adjective(page, n, noun):
        return True
    if ONE_BEFORE.search(text, max(0, n.start - 12), n.start) and not _opens_clause(page, draft.token):
        return True
    if re.match(r"\s+of\b", text[n.end : n.end + 5]):
        return not _befalls_one(page, n, noun)
    if _follows_adjective(page, draft.token):
        return True
    if noun >= 0 and page.doc[noun].pos_ == "PROPN" and page.doc[noun].ent_type_ in ("GPE", "LOC", "PERSON"):
        return True  # "to build one America"
    first = page.token_from(n.end)
    named = first < noun and page.doc[first].lower_ in TIMES_OF_DAY  # "one day last week"
    return noun >= 0 and (named or page.doc[noun].lower_ in read_words("one_idioms.txt"))


def _opens_clause(page: Page, one: int) -> bool:
    """Tell whether "that" before a number opens a clause: "said that one guard had died", not "that one"."""
    return one > 0 and page.doc[one - 1].lower_ == "that" and page.doc[one - 1].tag_ == "IN"


def _befalls_one(page: Page, n: Numeral, noun: int) -> bool:
    """Tell whether "one of" some people counts a victim: "one of its crew members had died"."""
    if noun < 0 or not is_person(page.doc[noun].text):
        return False
    end = page.doc[noun].idx + len(page.doc[noun])
    return len(page.text[n.end : end].split()) <= MAX_PARTITIVE and meets_fate(page.text, end)


def _follows_adjective(page: Page, one: int) -> bool:
    """Tell whether "one" stands for a noun: "a privileged one granted immunization", "the blatant one he faced"."""
    if one < 2:
        return False
    adjective, article = page.doc[one - 1], page.doc[one - 2]
    return adjective.pos_ == "ADJ" and adjective.lower_ not in ADDING and article.pos_ in ("DET", "PRON", "ADV")


def _is_anybody(page: Page, n: Numeral, noun: int) -> bool:
    """Tell whether "one" stands for people in general; with a number before it in the sentence it is one of those."""
    text = page.text
    before = ANYBODY_BEFORE.search(text, max(0, n.start - 12), n.start)
    if not ANYBODY.match(text, n.end) or before is None:
        return False
    if not re.search(r"[a-z]", before[0]) and (noun < 0 or page.doc[noun].lower_ in words_of("state")):
        return False  # "One is missing."
    sentence = page.doc[page.token_at(n.start)].sent
    return not any(t.like_num for t in page.doc[sentence.start : page.token_at(n.start)])


def _is_adjective(page: Page, n: Numeral, noun: int) -> bool:
    """Tell whether "one" makes an adjective with the next word, as with a hyphen: "one way streets"."""
    first = page.token_from(n.end)
    return noun > first and page.doc[first].lower_ in read_words("hyphen_heads.txt") and page.doc[first].pos_ == "NOUN"


def _is_plain_year(text: str, draft: Draft, unit: str) -> bool:
    """Tell whether a number such as 2012 is a year that goes with a plural ("the 2012 Olympics")."""
    printed = text[draft.numeral.start : draft.numeral.end]
    if not is_year(printed) or draft.hedge is not None:
        return False
    placed = YEAR_BEFORE.search(text, max(0, draft.start - 12), draft.start) is not None
    return placed or not (unit == "person" or is_round(printed))


def _is_named(page: Page, draft: Draft) -> bool:
    """Tell whether the number is part of a name: "Big Ten teams", "Boeing 737 planes"."""
    n, text = draft.numeral, page.text
    if draft.hedge is not None or n.scale != 1:
        return False
    if text[n.start : n.end] == "One" and SMALL_AFTER.match(text, n.end):
        return not (opens_sentence(text, n.start) or is_titled(text, n.start))  # "its flagship One smartphone"
    if n.form == "words" and names_number(text, n.start, n.end):
        return not opens_sentence(text, n.start) and not is_titled(text, n.start)
    token = page.doc[draft.token]
    if n.form == "digits" and token.i and token.nbor(-1).pos_ == "PROPN" and _between_capitals(text, n):
        return not is_titled(text, n.start)
    inside = token.ent_iob_ == "I" and token.ent_type_ in (
        "PRODUCT",
        "ORG",
        "FAC",
        "LAW",
        "WORK_OF_ART",
        "EVENT",
    )
    return (
        inside
        and not follows_act(text, n.start)
        and token.i > 0
        and token.nbor(-1).text[:1].isupper()
        and not is_titled(text, n.start)
    )


def _between_capitals(text: str, n: Numeral) -> bool:
    """Tell whether capitals stand on both sides: "Boeing 737 MAX"; a nation's people don't count as one."""
    before = re.search(r"\b[A-Z]\w+\s$", text[max(0, n.start - NEAR) : n.start])
    after = re.match(r"\s([A-Z]\w*)", text[n.end : n.end + NEAR])
    return before is not None and after is not None and not after.group(1).endswith("s")
