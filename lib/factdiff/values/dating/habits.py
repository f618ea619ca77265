"""Time that is no date: nowadays, tomorrow as the future at large, what happens again and again."""

import re
from functools import cache

from factdiff.lists import read_rows, read_words
from factdiff.syntax import Token
from factdiff.values.dating.tense import ends_in_stop, find_governor, is_present, speech_verbs

_WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LIKE_TODAY = re.compile(r"\b(?:is|are|look|looks|be)\s(?:really\s|actually\s)?like\s$")
_CONTRAST = re.compile(r",?\s(?:however|though|by\scontrast|in\scontrast)\b")
# what once was, before a semicolon or "but": "once a prison; today it houses a museum"
_ONCE = re.compile(
    r"\b(?:once|formerly|originally|used\sto|in\s(?:the\s)?1[5-9]\d\d|in\s(?:early|ancient|medieval)\b)[^.]*[;—–]?\s*(?:\b(?:and|but)\s*)?$",
    re.IGNORECASE,
)
# "once stood at the lectern that her pupil commands today"
_THEN = re.compile(r"\b(?:once|formerly|used\sto)\s\w[^.;]*$", re.IGNORECASE)
_SOMEWHERE = re.compile(
    r"\bin\s(?:the\s|our\s|this\s|today's\s)?(?:world|society|country|existence|circulation|business|politics|America)\s$",
    re.IGNORECASE,
)
# "known today as", "today known as"
_KNOWN = re.compile(r"\b(?:known|called|regarded|remembered)\s$|^\s(?:known|regarded|remembered)\sas\b")
# "little is left of the old quarter today."
_LEFT = re.compile(
    r"\b(?:little|nothing|not\smuch)\b[^.,;]{0,30}\b(?:left|remains?|survives?)\b[^.,;]{0,40}$", re.IGNORECASE
)
_ENDS = re.compile(r"\W*$")
_PART_OF = re.compile(r"\s(?:a\s)?part\sof\b")
# "Today, for example, ..." and "Today we have over 2,000 members"
_STOCK = re.compile(
    r",\sfor\s(?:example|instance)\b|,?\s(?:we|they)\s(?:now\s)?have\s(?:over|more\sthan|nearly|almost)\s\d"
)
# "what is today Angola", "what today is Angola"
_WHAT = re.compile(r"\bwhat\s(?:(?:is|are)\s)?$", re.IGNORECASE)
_IS = re.compile(r"\s(?:is|are)\b")
# "one of the busiest ports today"
_ONE_OF = re.compile(r"\b(?:is|are)\s(?:\w+\s)?(?:one|some|among)\s(?:of\s)?the\s(?:most\s\w+|\w+est)\b[^.;]*$")
# "would be 50% larger today"
_WOULD = re.compile(r"\bwould\sbe\s[^.;,]{0,30}\b(?:\w+er|worse|more\s\w+|less\s\w+)\s$")
_EVERY = re.compile(r"\b(?:every|each)\s(?:day|morning|evening|night|week|month|year|summer|winter|time)\b")
_NAMING = frozenset(["call", "form", "recognise", "recognize", "define"])
_OF_A_DAY = frozenset(
    ["as", "event", "end", "evening", "night", "morning", "afternoon", "course", "start", "beginning", "close", "rest"]
)
_STANDING = frozenset(["role", "place", "position", "status", "importance", "relevance", "influence", "meaning"])
_COMPARED = frozenset(
    ["different", "same", "similar", "still", "common", "rare", "alive", "more", "less", "fewer", "unknown", "extinct"]
)
_MANY = frozenset(["most", "many", "few", "every", "fewer", "more"])
_COPULAS = frozenset(["be", "remain"])
_DEMONSTRATIVES = frozenset(["it", "this", "that", "these", "those", "there", "here", "we", "i", "you", "today"])

# "like there's no tomorrow", "a better tomorrow"
_POSSIBLE = re.compile(
    r"\b(?:no|an?|our|your|my|their)\s(?:(?:better|brighter|greener|happier|safer|cleaner|new)\s)?$", re.IGNORECASE
)
# "as if it were yesterday", "born yesterday"
_REMEMBERED = re.compile(
    r"\b(?:(?:like|as\s(?:if|though))\s(?:it\s(?:was|were|happened)\s)?|born\s|feels?\s|seems?\s)(?:only\s|just\s)?$|^\W*[Oo]nly\s$",
    re.IGNORECASE,
)
# "if the election were held tomorrow"
_SUPPOSED = re.compile(r"\bif\b[^.,;]*\bwere\b[^.,;]*$")
_GONE = re.compile(r"\bhere\stoday,?\s(?:and\s)?(?:gone\s)?$", re.IGNORECASE)
# "if you need a loan today", "if I wake up tomorrow": anyone, on any day
_ANYONE = re.compile(
    r"\b(?:if|when|whenever)\s(?:(?:you|one|someone|somebody|anyone)\s"
    r"|(?:I|we|he|she|they)\s(?:wakes?\sup|woke\sup|die[sd]?|disappear(?:s|ed)?)\b)[^.;]*$",
    re.IGNORECASE,
)
# "today, tomorrow and always"; but "today, tomorrow and on Friday"
_FROM_TODAY = re.compile(r",\s(?:and\s)?tomorrow\b(?P<on>.{0,20})", re.DOTALL)
_DATED_ON = re.compile(rf",?\s(?:and\s|or\s)?(?:on\s|next\s|the\sday\s)?(?:after\b|{_WEEKDAYS}\b)")
# of what a verb stands behind, what isn't done on a day
_LASTING = frozenset(
    ["plague", "rule", "fashion", "business", "style", "need", "standard", "price", "life", "work", "trade"]
)
_NEWS = ("weather", "news", "edition", "paper", "newspaper", "show", "programme", "program", "episode", "headline")
_ABLE = frozenset(["can", "ca", "cannot"])
_PERSONS = frozenset(["he", "she", "they"])
_PLAYED = frozenset(
    ["football", "cricket", "theatre", "theater", "opera", "league", "racing", "school", "this", "next"]
)
_LOOKING_AHEAD = frozenset(
    ["sacrifice", "live", "dream", "build", "save", "imagine", "shape", "invent", "mortgage", "worry", "invest", "hope"]
)

_YEARLY = re.compile(
    r"\b(?:each|every)\s(?:\w+\s)?(?:year|spring|summer|autumn|fall|winter)\b|\b(?:annually|yearly)\b|\ba\syear\b(?!\s(?:ago|later|earlier))"
)
_AGAIN = re.compile(
    rf"""\b(?:every|each)\s(?:single\s|other\s|{_WEEKDAYS}\s)?(?:day|night|week|month|year|morning|afternoon|evening|weekday
        |weekend|{_WEEKDAYS}|summer|winter|spring|autumn|fall|season)\b
    | \b(?:daily|nightly)(?=\s?(?:$|[.,;)]|(?:at|from|until|till|between|to)\b)) | \b(?:weekdays|weekends|weeknights)\b
    | \b{_WEEKDAYS}s\b | \b(?:{_WEEKDAYS}|weekday|weekend)\s(?:mornings|afternoons|evenings|nights)\b
    | \bin\sthe\s(?:mornings|afternoons|evenings)\b | \b(?:days|nights|times|hours)\sa\s(?:day|week)\b
    | \b(?:once|twice)\sa\s(?:day|week|month|year)\b
    | \b(?:most|some|many)\s(?:days|nights|weeks|mornings|afternoons|evenings|weekends)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def means_nowadays(token: Token, before: str, after: str) -> bool:
    """Tell whether "today" means nowadays: a state or a habit of the present, or set against what once was.

    Args:
        token: "today" in its text.
        before: the words of its sentence before it.
        after: those after it.
    """
    if re.match(r"['’]s\b", after):
        return _owned_by_age(token)
    if re.search(r"\bamong\s(?:[\w-]+\s){1,3}$", before):
        return True
    if _LIKE_TODAY.search(before) and not re.match(r"\s+\w", after):
        return True
    if (what := _WHAT.search(before)) and (" is" in what.group() or " are" in what.group() or _IS.match(after)):
        return True
    if _WOULD.search(before) or (_ONE_OF.search(before) and _ENDS.match(after)):
        return True
    if _PART_OF.match(after) or (_LEFT.search(before) and _ENDS.match(after)):
        return True
    if re.search(r"(?:^|[;:—–“\"])\s*$", before) and _STOCK.match(after):
        return True
    if not token.dep_:
        return False
    if _is_standing(token):
        return True
    if re.search(r"\bas\s\w+\s$", before) and re.match(r"\sas\b", after):
        return True
    verb, _ = find_governor(token)
    if _is_attribute(token) or (_KNOWN.search(before) and re.match(r"\sas\b", after)) or _KNOWN.match(after):
        return True
    if verb is None:
        return False
    if _is_asked(verb) or _is_still(verb) or (is_present(verb) and _EVERY.search(after)):
        return True
    if not is_present(verb):
        return not _is_of_the_day(token, verb)
    voice = _habit_voices().get(verb.lemma_)
    if voice == "" or (voice == "passive" and verb.tag_ == "VBN"):
        return True
    if _tells_state(verb, after) or _SOMEWHERE.search(before) or _is_of_many(token, verb):
        return True
    if _THEN.search(before) and verb.tag_ in ("VBZ", "VBP") and not fixes_plan(verb):
        return True
    opens = re.search(r"(?:^|[;:—–“\"]|\b(?:and|but))\s*$", before) is not None
    if _owns_stock(verb, opens) or (opens and _names(verb)):
        return True
    if opens and (_CONTRAST.match(after) or _ONCE.search(before)):
        return True
    return not _is_of_the_day(token, verb)


def _is_of_the_day(token: Token, verb: Token) -> bool:
    """Tell whether the clause of "today" tells what happens or is said then: in the past, in a plan, as an event."""
    if token.dep_ == "pobj" and token.head.lower_ not in ("on", "in", "like", "than"):
        return True  # "as of today", "after today"
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBN" and is_present(verb)) or helpers & _ABLE:
        return _is_event(verb, helpers) and not _is_of_kind(token)
    if verb.tag_ == "VB" and "to" in helpers and verb.head != verb:
        above = verb.head
        if fixes_plan(verb) or verb.lemma_ in read_words("event_verbs.txt"):
            return True
        if above.lemma_ == "need" or above.pos_ == "ADJ":  # "is able to defend itself today"; but "is due to go today"
            return above.pos_ == "ADJ" and above.lower_ in read_words("future_cues.txt")
        cued = {above.lemma_.lower(), above.lower_} & read_words("future_cues.txt")
        return bool(cued) or above.pos_ not in ("VERB", "AUX") or above.lemma_ == "be" or _is_of_the_day(token, above)
    return True


def _is_of_kind(token: Token) -> bool:
    """ "Lizards on the Earth today, such as the gecko, are small": what "today" hangs on is a kind of things."""
    noun = token.head
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i > token.i:
        return False
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.head.i < noun.i:
        noun = noun.head.head
    return noun.tag_ == "NNS" and not _is_told(noun) and not _is_happening(noun.lemma_.lower())


def _is_event(verb: Token, helpers: set[str]) -> bool:
    """Tell what happens ("the court hears the case") from what lasts ("teenagers face", "cannot know")."""
    happens = verb.lemma_ not in ("be", "have") and fixes_plan(verb)
    if happens or verb.lemma_ in read_words("event_verbs.txt") or not ends_in_stop(verb):
        return True
    if helpers & _ABLE or any(child.lower_ == "able" for child in verb.children):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is not None and subject.dep_ == "expl":
        many = [child for child in verb.children if child.dep_ == "attr" and child.tag_ == "NNS"]
        return not many or any(_is_happening(child.lemma_.lower()) for child in many)
    if subject is None or subject.lower_ in _DEMONSTRATIVES or subject.lower_ in _PERSONS:
        return True
    if verb.lemma_ == "have":
        owned = [child for child in verb.children if child.dep_ == "dobj"]
        return subject.pos_ == "PRON" or any(_is_happening(child.lemma_.lower()) for child in owned)
    return verb.lemma_ == "be" or verb.tag_ == "VBN"


@cache
def _events() -> frozenset[str]:
    lists = ("occasions.txt", "planned_events.txt", "mishaps.txt", "concluded.txt", "printed_nouns.txt")
    named = [word for name in lists for word in read_words(name)]
    named += [*read_words("message_nouns.txt"), *read_words("year_events.txt"), *read_words("counted_reports.txt")]
    return frozenset([*named, *_NEWS])


def _is_happening(noun: str) -> bool:
    """Tell whether a noun (as a lemma) is an event, a message or news: the strike, the report, the weather."""
    return noun in _events() or noun in _acts()


@cache
def _acts() -> frozenset[str]:
    """Return nouns that a verb stands behind: the announcement, the decision."""
    return frozenset(row["noun"] for row in read_rows("nominalisations.csv")) - _LASTING


def _is_asked(verb: Token) -> bool:
    """ "Sign up today": whenever it is read."""
    opens = verb.is_sent_start or (verb.i and verb.nbor(-1).lower_ in ("please", "so"))
    plain = verb.tag_ in ("VB", "VBP") and verb.dep_ == "ROOT" and bool(opens)
    return plain and not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children)


def _is_still(verb: Token) -> bool:
    """ "still stands today", "can still be heard today"; but "are still burning today", "is still missing today"."""
    if not any(child.lower_ == "still" and child.dep_ == "advmod" for child in verb.children):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.lemma_ == "be":
        return is_present(verb) and any(c.dep_ == "attr" and c.pos_ == "NOUN" for c in verb.children)
    lasting = is_present(verb) or helpers == {"can", "be"} or helpers == {"can"}
    return lasting and verb.tag_ != "VBG"


def _owns_stock(verb: Token, opens: bool) -> bool:
    """ "The school today has 300 pupils", "Today the valley has a name for wine"; but "has two games today"."""
    if verb.lemma_ != "have" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    owned = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if owned is None or owned.lemma_.lower() in read_words("occasions.txt") | read_words("planned_events.txt"):
        return False
    named = any(child.dep_ == "nsubj" and child.pos_ != "PRON" for child in verb.children)
    return (opens and named) or any(child.dep_ == "nummod" for child in owned.children)


def _names(verb: Token) -> bool:
    """ "Today, we call it capitalism", "Today Estonians form a majority"; but "Today we call on the king"."""
    told = {child.dep_ for child in verb.children}
    return (
        verb.lemma_ in _NAMING
        and verb.tag_ in ("VBP", "VBZ")
        and bool(told & {"dobj", "oprd", "ccomp"})
        and "prep" not in told
    )


def _is_standing(token: Token) -> bool:
    """ "the role of the union today", "still interesting today"."""
    if token.i > 1 and token.nbor(-1).pos_ == "ADJ" and token.nbor(-2).lower_ == "still":
        return True
    return token.dep_ == "npadvmod" and token.head.i < token.i and token.head.lemma_.lower() in _STANDING


@cache
def _habit_voices() -> dict[str, str]:
    return {row["lemma"]: row["voice"] for row in read_rows("habit_verbs.csv")}


def _owned_by_age(token: Token) -> bool:
    """ "today's world", "tomorrow's leaders"; but "today's meeting"."""
    head = token.head
    if token.dep_ != "poss" or head == token:
        return False
    if head.lemma_.lower() in read_words("era_nouns.txt"):
        return True
    verb, _ = find_governor(token)  # "today's explorers are scientists"
    if token.lower_ == "today" and head.pos_ == "NOUN" and not _is_happening(head.lemma_.lower()):
        return not any(c.pos_ == "PROPN" and c.dep_ == "compound" for c in head.children)
    kind = head.tag_ == "NNS" and head.dep_ == "nsubj" and head.lemma_.lower() in read_words("person_nouns.txt")
    return token.lower_ == "today" and kind and verb is not None and is_present(verb) and verb.tag_ != "VBN"


def _is_attribute(token: Token) -> bool:
    """ "the youth of today"; but "as of today", "the events of today"."""
    if token.i < 2 or token.nbor(-1).lower_ != "of":
        return False
    noun = token.nbor(-2)
    if noun.lower_ in ("that", "those") and token.lower_ == "today":
        return True
    if noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in read_words("era_nouns.txt"):
        return True
    word, dated = noun.lemma_.lower(), ("occasions.txt", "planned_events.txt", "mishaps.txt")
    if token.lower_ != "today" or noun.pos_ != "NOUN" or word in _OF_A_DAY:
        return False
    return not any(word in read_words(name) for name in dated)


def _tells_state(verb: Token, after: str) -> bool:
    """ "is today the largest port", "is more common today"; but "the deadline is today", "it is quiet today"."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is not None and subject.dep_ == "expl":  # "there is a trend today to"
        told = (child.lemma_.lower() for child in verb.children if child.dep_ == "attr")
        return any(word in read_words("era_nouns.txt") for word in told)
    if subject is None or subject.lower_ in _DEMONSTRATIVES:
        return verb.lemma_ in _COPULAS and _is_compared(verb)
    timed = verb.lemma_ != "have" and fixes_plan(verb)
    if verb.lemma_ not in _COPULAS:
        many = any(child.lower_ in _MANY for child in subject.children)
        return many and not timed and verb.tag_ in ("VBZ", "VBP")
    attribute = next((child for child in verb.children if child.dep_ in ("attr", "acomp")), None)
    if attribute is not None and attribute.tag_ == "JJS":
        return True
    if attribute is not None and attribute.pos_ == "NOUN":
        beside = re.match(r"\s(?:is|are|remains?)\b", after)  # "the areas of concern today are"
        return not beside and attribute.lemma_.lower() not in read_words("occasions.txt")
    return _is_compared(verb)


def _is_of_many(token: Token, verb: Token) -> bool:
    """ "Americans today prize melodramas"; but "Teachers today begin a strike"."""
    before = token.nbor(-1) if token.i else token
    plural = (
        before.tag_ in ("NNS", "NNPS") and before.dep_ == "nsubj" and not any(c.dep_ == "det" for c in before.children)
    )
    return plural and verb.tag_ in ("VBP", "VBZ") and verb.pos_ == "VERB" and not fixes_plan(verb)


def _is_compared(verb: Token) -> bool:
    """Tell whether a state is set against another time: "is different", "is as important as", "is more common"."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "advmod"):
            words = {child.lower_, *(word.lower_ for word in child.children)}
            if words & _COMPARED:
                return True
    return False


def is_figurative(token: Token, before: str, after: str) -> bool:
    """Tell whether "tomorrow", "yesterday" or "today" is an age and no day: "the stars of tomorrow", "no tomorrow".

    Args:
        token: the word in its text.
        before: the words of its sentence before it.
        after: those after it.
    """
    word = token.lower_
    if re.match(r"['’]s\b", after):
        return bool(token.dep_) and _owned_by_age(token)
    idioms = {"tomorrow": (_POSSIBLE, _GONE, _SUPPOSED), "yesterday": (_REMEMBERED,)}.get(word, ())
    if any(idiom.search(before) for idiom in idioms):
        return True
    if word != "yesterday" and (_ANYONE.search(before) or _is_ever(word, before, after)):
        return True
    if not token.dep_:
        return False
    if _is_attribute(token):
        return True
    verb, _ = find_governor(token)
    if verb is None:
        return False
    if verb.lemma_ in _LOOKING_AHEAD and word != "yesterday":
        before = token.nbor(-1) if token.i else token
        return before == verb or token.dep_ == "dobj" or (token.dep_ == "pobj" and before.lower_ in ("for", "about"))
    return token.dep_ == "nsubj" and word == "tomorrow" and any(child.dep_ == "neg" for child in verb.children)


def _is_ever(word: str, before: str, after: str) -> bool:
    """ "today, tomorrow and always": for all time to come."""
    listed = re.search(r"\btoday,\s(?:and\s)?$", before, re.IGNORECASE) if word == "tomorrow" else None
    tail = _FROM_TODAY.match(after) if word == "today" else None
    if not (listed or tail):
        return False
    return not _DATED_ON.match(tail["on"] if tail else after)


def recurs(token: Token, around: str) -> bool:
    """Tell whether a time comes again and again: "usually", "every day", "on weekdays".

    Args:
        token: the head of the time in its text.
        around: the words around it, in its clause.
    """
    return bool(_AGAIN.search(around)) or is_usual(token)


def is_yearly(token: Token, around: str) -> bool:
    """Tell whether a date of the present comes every year: "the tally of each year is made on Oct. 15".

    Args:
        token: the head of the date in its text.
        around: the words around it, in its sentence.
    """
    if not token.dep_ or not _YEARLY.search(around):
        return False
    verb, _ = find_governor(token)
    return verb is not None and (is_present(verb) or bool({"can", "may", "must"} & {c.lower_ for c in verb.children}))


def is_usual(token: Token) -> bool:
    """Tell whether the verb a time hangs on has an "always", "usually" or the like."""
    if not token.dep_:
        return False
    verb, _ = find_governor(token)
    if verb is None:
        return False
    return any(child.dep_ == "advmod" and child.lower_ in read_words("often.txt") for child in verb.children)


def is_annual(token: Token) -> bool:
    """ "was annually held in December", in whatever tense, and "elections are held in May": of every year."""
    if not token.dep_:
        return False
    verb, nominal = find_governor(token)
    if verb is None or nominal:
        return False
    if any(child.dep_ == "advmod" and child.lower_ in ("annually", "yearly") for child in verb.children):
        return True
    many = any(child.dep_ == "nsubjpass" and child.tag_ == "NNS" and not _is_told(child) for child in verb.children)
    return many and verb.lemma_ == "hold" and is_present(verb)


def comes_with_season(token: Token) -> bool:
    """ "Turtles nest in June", "the dry season lasts from May to October": of every year; a headline may be of one."""
    if not token.dep_:
        return False
    verb, nominal = find_governor(token)
    if verb is None or nominal or not is_present(verb) or verb.lemma_ == "be" or not ends_in_stop(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None and subject.lower_ in ("that", "which") and verb.dep_ == "relcl":
        subject = verb.head
    if subject is None:
        return False
    if subject.lemma_.lower() == "season":
        return not any(child.lower_ in _PLAYED for child in subject.children)
    plural = subject.tag_ == "NNS" and not _is_told(subject)
    return plural and verb.lemma_ not in read_words("timetable_verbs.txt") and verb.lemma_ not in speech_verbs()


def _is_told(noun: Token) -> bool:
    """ "the elections", "these talks": some that were told."""
    return any(child.dep_ in ("det", "poss", "nummod") for child in noun.children)


def tells_habit(token: Token) -> bool:
    """Tell whether a time hangs on a verb of the present that fixes no plan: "gets up at 6 a.m."."""
    if not token.dep_:
        return False
    verb, _ = find_governor(token)
    if verb is None or not is_present(verb) or verb.tag_ == "VBN":
        return False
    return verb.dep_ == "relcl" or not fixes_plan(verb)


def fixes_plan(verb: Token) -> bool:
    """Tell a verb whose present tense is also used of a fixed plan ("opens on Friday") or of what was said."""
    return verb.lemma_ in read_words("timetable_verbs.txt") or verb.lemma_ in speech_verbs()


def does_by_nature(token: Token) -> bool:
    """Tell whether a month or a weekday itself does something in the present: "January brings snow"."""
    if not token.dep_ or token.i + 1 == len(token.doc):
        return False
    opens = token.is_sent_start and token.nbor().tag_ == "VBZ" and token.nbor().pos_ == "VERB"
    verb = token.nbor() if opens else token.head
    return (opens or token.dep_ == "nsubj") and verb.pos_ == "VERB" and is_present(verb) and not fixes_plan(verb)
