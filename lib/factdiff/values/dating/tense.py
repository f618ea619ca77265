"""Whether a clause speaks of what was or of what is to come: the side on which "on Thursday" lies."""

import re
from functools import cache

from factdiff.lists import read_rows, read_words
from factdiff.syntax import Doc, Span, Token

# LEANING: on a noun in a clause of the past ("above the March level"), where what is to come is possible too.
PAST, LEANING, FUTURE, OPEN = "past", "leaning", "future", ""

_REPORTED = r"said|says|say|told|announced|reported|added|according"
_CLAUSE = r"(?:[^.;:,]|\d[:.]\d|[ap]\.m\.){0,80}$"  # the rest of the clause, with clock times in it
_NO_REPORT = rf"\b(?!.*\b(?:{_REPORTED})\b)"
_FUTURE_BEFORE = re.compile(
    rf"""\b(?:will|won['’]t|shall|['’]ll){_NO_REPORT}{_CLAUSE}
    | \b(?:due|scheduled|slated|set|poised|expected|planned|forecast|tipped)\s(?:to|for){_NO_REPORT}{_CLAUSE}
    | \b(?:called|fixed|booked|arranged|set|announced)\s[^.;:,]{{0,60}}\bfor\s$
    | \b(?:upcoming|forthcoming|approaching|looming|impending)\s$ | \b(?:ahead\sof|in\stime\sfor)\s(?:the\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_FUTURE_AFTER = re.compile(
    rf"""^,?\s(?:(?!\b(?:{_REPORTED})\b)[^.;:,]){{0,60}}?
    \b(?:will|won['’]t|(?:is|are)\s(?:due|set|scheduled|expected))\b""",
    re.VERBOSE,
)
_AHEAD_OF = re.compile(
    r"\b(?:ahead\sof|in\sthe\srun-?up\sto)\s(?:an?|the|its|his|her|their)\s[^.;:,]{0,60}\son\s$", re.IGNORECASE
)
_HAD_PLANNED = re.compile(
    rf"\b(?:had|have|has)\sbeen\s(?:due|scheduled|slated|set|expected|planned)\s(?:to|for){_NO_REPORT}{_CLAUSE}",
    re.IGNORECASE,
)
_PAST_BEFORE = re.compile(
    r"""(?<!will\s)(?<!to\s)(?<!be\s)
    \b(?:said|told|announced|reported|added|declared|confirmed|warned|claimed|denied|wrote|tweeted|posted)
    (?:\s(?!(?:that|due|\w+able|\w+ing)\b)\w+){0,2}?\s(?:(?:on|in|at|late|early|earlier|over)\s)*(?:the\s)?$
    | \b(?:since|ended(?:\s(?:on|in))?)\s(?:the\s|early\s|late\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_HAD_AGREED = re.compile(
    rf"\bhad\s(?:\w+ly\s)?(?:agreed|planned|promised|hoped|intended|expected|wanted|pledged|vowed)\sto\b{_CLAUSE}",
    re.IGNORECASE,
)
_SET = frozenset(["set", "schedule", "fix", "choose", "pick", "book", "designate", "plan", "slate", "reserve"])
# "LONDON, " but not "By " or "In "
_DATELINE = re.compile(
    r"\W*(?!(?:[AI]|An?|At|And|After|As|Before|Beginning|Between|But|By|During|Early|Effective|For|From|If|In|It|Last|Late|Next"
    r"|On|Or|Since|So|Starting|That|The|This|Through|Till|To|Until|When|While|With)\b)(?:[A-Z][\w.’'/-]*,?\s){1,6}"
)
# "(news article, Nov. 6)", "the editorial (Jan. 25)"
_CITED = re.compile(r"\((?:[^()]{0,120},\s)?$")
_CLAUSE_BREAK = re.compile(r"[;“”]|:(?!\d)|,\s(?=(?:and|but|who|which|after|as|when|while)\b)|\s(?:and|but)\s(?=\w+\s)")
_OPENING = re.compile(
    r"""(?:^|[,;:“”"]|\b(?:and|but|that))\s*(?:(?:on|in|by|at|from|for|over|during|early|late|starting)\s)?(?:the\s)?$""",
    re.IGNORECASE,
)
_MODALS = frozenset({"ca", "will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d", "could", "may", "might", "can"})
_MODALS |= {"should", "must"}
_SPANS = frozenset(
    ["day", "night", "week", "weekend", "morning", "afternoon", "evening", "date", "start", "end", "beginning", "close"]
)
_OCCASIONS = frozenset(["opportunity", "chance", "pleasure", "privilege", "honour", "honor", "luck", "misfortune"])
_NO_PLANS = frozenset(["reason", "cause", "failure", "inability", "attempt", "effort", "excuse", "enough"])
_GRANTED = frozenset(["give", "allow", "grant"])
_GOT = frozenset(["have", "get"])
_PARTS_OF_DAY = frozenset(["a.m.", "p.m.", "am", "pm", "noon", "midnight", "morning", "afternoon", "evening", "night"])
_CALLING = {"for": frozenset(["call", "push", "appeal"]), "to": frozenset(["invite", "summon"])}
_DEMANDING = frozenset(["announce", "call", "demand", "organise", "organize", "plan", "propose", "schedule", "urge"])
_ABOUT_KNOWN = frozenset(["about", "after", "against", "despite", "following", "from", "over", "since"])
_AWAITING = frozenset(["until", "till", "before", "once", "if", "unless"])
_AFTERWARDS = frozenset(["after", "since", "following", "despite"])
_QUALIFYING = frozenset({"acl", "csubj", "ccomp", "amod", "nsubj"})
_SUBORDINATE = frozenset({"advcl", "relcl", "acl", "ccomp", "xcomp", "pcomp", "conj", "csubj"})


def head_of(span: Span) -> Token:
    """Return the token that the others of a span hang on; the last one of an unparsed text."""
    return span.root if span[0].dep_ else span[-1]


def find_direction(doc: Doc, text: str, start: int, end: int, token: Token) -> str:
    """Tell whether the date at characters `start` to `end` lies ahead ("is due on Thursday") or behind.

    Args:
        text: `doc.text`.
        token: the head of the date in `doc`.

    Returns:
        "past", "leaning" (to the past: the date hangs on a noun in a clause of the past), "future", or "" when
        nothing shows.
    """
    if token.dep_ and asks_for_event(token) == ASKED:
        return FUTURE
    sentence = token.sent if token.dep_ else doc[:]
    before, after = text[sentence.start_char : start], text[end : sentence.end_char]
    if _PAST_BEFORE.search(before) or _DATELINE.fullmatch(text[:start]) or _is_cited(before, after):
        return PAST
    clause = _CLAUSE_BREAK.split(before)[-1]
    if _HAD_PLANNED.search(clause):
        return LEANING
    if _HAD_AGREED.search(clause):
        return PAST if re.search(r"\bbut\b", after) else LEANING
    if token.dep_ and _happened(token):
        return PAST
    if (
        _AHEAD_OF.search(before)
        or _FUTURE_BEFORE.search(clause)
        or (_OPENING.search(before) and _FUTURE_AFTER.match(after))
    ):
        return FUTURE
    return _ask_parse(token) if token.dep_ else OPEN


ASKED, ASKED_THEN = "asked", "asked then"


def asks_for_event(token: Token) -> str:
    """Tell whether a date is of an event that somebody has asked for: "have called for marches on Friday".

    Returns:
        ASKED for what is asked or has been, ASKED_THEN for "called for marches on Friday", where Friday may be the day
        of the call, "" for all else.
    """
    lead = token.left_edge.nbor(-1) if token.left_edge.i else token
    if lead.lower_ not in ("on", "for") or lead.i == 0:
        return ""
    noun = lead.nbor(-1)
    if noun.pos_ != "NOUN" or not (_is_planned(noun) or noun.lemma_.lower() in read_words("called_events.txt")):
        return ""
    settled = any(child.lower_ in ("the", "this", "that", "last") or child.dep_ == "poss" for child in noun.children)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    called = noun.dep_ == "pobj" and verb.lemma_ in _CALLING.get(noun.head.lower_, ())
    asked = noun.dep_ == "dobj" and verb.lemma_ in _DEMANDING
    if settled or not (called or asked):
        return ""
    if not is_past(verb):
        return ASKED if is_perfect(verb) or verb.tag_ in ("VBG", "VBZ", "VBP") else ""
    return ASKED_THEN if called and not is_pluperfect(verb) else ""


def _is_cited(before: str, after: str) -> bool:
    """Tell whether a date in brackets says when something was printed."""
    words = before[-160:].lower()
    return bool(_CITED.search(before)) and after.startswith(")") and bool(_printed().search(words))


@cache
def _printed() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(read_words("printed_nouns.txt")))
    return re.compile(rf"\b(?:{words})\b[^()]{{0,15}}(?:,\s|\s?\(\s?)$")


def _ask_parse(token: Token) -> str:
    verb, nominal = find_governor(token)
    if verb is not None and _qualifies(token, verb):
        return _qualified_side(token, verb)
    noun = _noun_above(token) if nominal else None
    if verb is None:
        return OPEN
    if not nominal and _is_infinitive(verb) and _bounds_loosely(token):
        return FUTURE  # "opened an inquiry, to be finished by July"
    if verb.lemma_ in read_words("moved_cues.txt") and _bounds(token):
        return FUTURE  # "postponed until Monday"
    if verb.lemma_ in read_words("moved_cues.txt") and _leads_from(token):
        return OPEN  # "delayed its meeting to June 22 from May 14"
    if verb.lemma_ in _GRANTED and _bounds_loosely(token):
        return FUTURE  # "have been given until Friday to pay"
    time = token.head if token.dep_ == "npadvmod" else token
    if time.dep_ == "nsubjpass" and time.head.lemma_ in _SET:
        return FUTURE  # "6 p.m. Friday had been set for the canvass"
    if noun is not None and _is_planned(noun) and _lies_ahead(noun, verb):
        return FUTURE  # "spoke ahead of a summit on Saturday", "gather for a summit on Saturday"
    if noun is not None and noun.lemma_ in ("date", "deadline") and token.dep_ == "pobj" and token.head.lower_ == "of":
        return FUTURE  # "with a provisional trial date of June 2"
    if noun is not None and _is_awaited(noun) and (token.dep_ == "poss" or _asks_for(noun)):
        return FUTURE  # "hadn't decided for Wednesday's game", "called them for a meeting Wednesday"
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and _bounds_loosely(token):
        verb = find_governor(verb)[0] or verb  # "to have most of them finished by Friday"
    side = _verb_side(verb)
    if noun is not None and side == PAST and _is_planned(noun) and is_perfect(verb):
        return OPEN  # "invitations have been sent to the dance on Dec. 29"
    if _begins(token) and (side == OPEN or _calls_for_plan(verb)):
        return FUTURE  # "Starting Sunday, children can stay out longer", "have called a strike starting on Monday"
    if verb.lemma_ == "set" and verb.tag_ == "VBN" and token.dep_ == "pobj" and token.head.lower_ in ("in", "on"):
        return PAST  # "tentatively set in January", "a record set on May 3"; what is to come is set for a time
    if noun is not None and side != FUTURE and _is_printed(noun):
        return PAST  # "a Sept. 15 article says"
    if noun is not None and side == FUTURE and verb.tag_ == "VBG" and noun.dep_ == "pobj" and not _is_planned(noun):
        return OPEN  # "are disputing claims about Saturday's round"
    if noun is not None and side == OPEN and _is_planned(noun) and noun.dep_ in ("nsubj", "nsubjpass"):
        return FUTURE if is_present(verb) and ends_in_stop(verb) and token.dep_ == "poss" else side
    if noun is not None and side == FUTURE and is_present(verb):
        return FUTURE if _is_planned(noun) else OPEN  # "the prize given on Sunday is a disgrace"
    if not nominal or side != PAST:
        return side
    return PAST if _is_over(verb) or (noun is not None and _came_before(noun)) else LEANING


def _qualifies(token: Token, verb: Token) -> bool:
    """Tell whether a date hangs on what tells a noun apart: "students applying on June 3", "fees due August 1"."""
    time = token.head if token.dep_ == "pobj" else token
    above = verb if time.head == verb else time.head
    plain = above.tag_ == "VBG" and not any(child.dep_ in ("aux", "auxpass", "mark") for child in above.children)
    owed = above.pos_ == "ADJ" and above.dep_ == "amod" and above.i < token.i and above.head.i < above.i
    left = above.nbor(-1) if above.i else above
    return owed or (plain and left.pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ") and above.dep_ in _QUALIFYING)


def _qualified_side(token: Token, verb: Token) -> str:
    """ "students applying on June 3 will get a place": what tells of the noun looks where its own clause looks."""
    for word in token.doc[token.i + 1 : token.i + 12]:
        if word.text in ".;:!?" or word.lower_ in ("that", "which", "who"):
            break
        if word.text == "," and word.i + 1 < len(word.doc) and word.nbor().tag_ != "MD":
            break
        if word.dep_ in ("aux", "ROOT", "ccomp", "auxpass") and word.tag_ in ("MD", "VBD", "VBZ", "VBP"):
            if word.tag_ == "MD":
                return FUTURE if word.lower_ not in ("could", "might") else OPEN
            return PAST if word.tag_ == "VBD" else OPEN
    side = _verb_side(verb)
    return OPEN if side == PAST and verb.lemma_ in speech_verbs() else side


def _is_printed(noun: Token) -> bool:
    words = {noun.lemma_.lower(), *(child.lower_ for child in noun.children)}
    return bool(words & read_words("printed_nouns.txt"))


def _is_over(verb: Token) -> bool:
    """ "if it had held on in the November election"; but "had planned for the May election"."""
    had = verb.tag_ == "VBN" and any(child.lower_ == "had" for child in verb.children)
    return had and verb.lemma_ not in read_words("future_cues.txt")


def _came_before(noun: Token) -> bool:
    """ "Following the decision on 2 July, violence increased"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _AFTERWARDS


def _lasts_since(noun: Token) -> bool:
    """ "since its launch on March 24", whatever is to come."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "since"


def _is_concluded(token: Token, noun: Token) -> bool:
    """ "are to discuss their February pact"."""
    return token.dep_ == "compound" and noun.lemma_.lower() in read_words("concluded.txt")


def _happened(token: Token) -> bool:
    """Tell whether a date is of what has happened, whatever is planned: "for those who fled the fires in May"."""
    verb, nominal = find_governor(token)
    noun = _noun_above(token) if nominal else None
    if noun is not None and (
        _is_mishap(noun) or _was_of(token, noun) or _lasts_since(noun) or _is_concluded(token, noun)
    ):
        return True
    if verb is None or nominal:
        return False
    return verb.tag_ == "VBD" and verb.dep_ == "relcl" and _verb_side(verb) == PAST


def _was_of(token: Token, noun: Token) -> bool:
    """ "the action of Friday"; but "the deadline of Friday", "the week of May 6"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of" or not token.lower_.endswith("day"):
        return False
    return noun.tag_ in ("NN", "NNS") and not _is_planned(noun) and noun.lemma_ not in _SPANS


def _noun_above(token: Token) -> Token | None:
    """Return the noun that a date belongs to, over a preposition: "the tornadoes in April", "Sunday's attack"."""
    noun = token.head.head if token.dep_ == "pobj" else token.head
    return noun if noun.pos_ in ("NOUN", "PROPN") and noun != token else None


def _is_planned(noun: Token) -> bool:
    return noun.lemma_.lower() in read_words("planned_events.txt")


def find_thing_side(token: Token) -> str:
    """Tell where the noun that a month belongs to lies: "his January surgery" is past, whatever the verb above.

    Returns:
        "past" for what befalls people or has been decided, "leaning" for what else is spoken of as known ("after the
        January reform", "his February remark"), "" for what may be planned and for a month that modifies no noun.
    """
    noun = token.head
    if token.dep_ not in ("compound", "nmod", "amod", "nummod", "poss") or noun.pos_ != "NOUN" or noun.i < token.i:
        return OPEN
    known = any(child.dep_ == "poss" or child.lower_ == "the" for child in noun.children if child != token)
    name = noun.lemma_.lower()
    if not known or _is_planned(noun) or name in read_words("called_events.txt"):
        return OPEN
    if any(name in read_words(words) for words in ("befallen.txt", "mishaps.txt", "concluded.txt")):
        return PAST
    spoken_of = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ in _ABOUT_KNOWN)
    return LEANING if spoken_of else OPEN


def _calls_for_plan(verb: Token) -> bool:
    """ "have called a strike": an event to come, when it is said to begin on a day."""
    if verb.lower_ in ("starting", "beginning") and verb.dep_ == "advcl":
        verb = verb.head
    return is_perfect(verb) and any(child.dep_ == "dobj" and _is_planned(child) for child in verb.children)


def _is_infinitive(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return "to" in helpers and "have" not in helpers


def is_perfect(verb: Token) -> bool:
    """Tell whether a verb stands in the present perfect: "have been sent"."""
    return verb.tag_ == "VBN" and any(child.lower_ in ("has", "have") for child in verb.children)


def _bounds_loosely(token: Token) -> bool:
    """ "by Friday", "by about Friday"."""
    before = {token.doc[i].lower_ for i in range(max(0, token.left_edge.i - 2), token.left_edge.i)}
    return bool(before & {"by", "until", "till"})


def _is_awaited(noun: Token) -> bool:
    return _is_planned(noun) and noun.dep_ == "pobj" and noun.head.lower_ == "for"


def _lies_ahead(noun: Token, verb: Token) -> bool:
    if noun.dep_ != "pobj":
        return False
    lead = noun.head
    ahead = lead.lower_ == "of" and lead.head.lower_ == "ahead"
    return ahead or (lead.lower_ == "for" and is_present(verb) and ends_in_stop(verb))


def _asks_for(noun: Token) -> bool:
    verb, _ = find_governor(noun)
    return verb is not None and verb.lemma_ in read_words("future_cues.txt")


def _is_mishap(noun: Token) -> bool:
    """Tell whether a noun is an event that nobody plans, and not its anniversary or the like."""
    if noun.lemma_.lower() not in read_words("mishaps.txt"):
        return False
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return above == noun or above.lemma_.lower() not in ("anniversary", "drill", "exercise", "risk", "threat")


def _begins(token: Token) -> bool:
    """Tell whether "starting", "beginning" or "until" stands before a date."""
    before = [token.doc[i].lower_ for i in range(max(0, token.left_edge.i - 3), token.left_edge.i)]
    return bool({"starting", "beginning", "effective", "until", "till"} & set(before))


def has_subject(token: Token, after: int) -> bool:
    """Tell whether the verb a date hangs on has a subject that begins after a character of the text."""
    verb, _ = find_governor(token)
    return verb is not None and any(
        child.idx > after for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "expl")
    )


def tells_of_speech(token: Token) -> bool:
    """Tell whether a date says when something was said ("officials said on Monday"), not when it happened."""
    if not token.dep_:
        return False
    verb, nominal = find_governor(token)
    return verb is not None and not nominal and verb.lemma_ in speech_verbs()


@cache
def speech_verbs() -> frozenset[str]:
    """Return the verbs (as lemmas) that say, report or tell."""
    return frozenset(row["lemma"] for row in read_rows("cues.csv") if row["kind"] in ("say", "report", "tell"))


def is_present(verb: Token) -> bool:
    """Tell a verb in the simple present ("makes", "is made", "are") from other tenses."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ in ("VBZ", "VBP"):
        return not helpers - {"do", "does", "can"}
    if verb.tag_ == "VBN" and helpers:
        return helpers <= {"is", "are", "'s", "’s", "'re", "’re"}
    return verb.tag_ == "VB" and bool(helpers & {"do", "does"})


def is_past(verb: Token) -> bool:
    """Tell whether a verb stands in a past tense: "opened", "was opened", "had opened"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return not helpers & _MODALS and (verb.tag_ == "VBD" or bool(helpers & {"had", "was", "were", "did"}))


def is_pluperfect(verb: Token) -> bool:
    """Tell whether a verb tells what came before the tale: "had been convicted"."""
    return verb.tag_ in ("VBN", "VBD") and any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def _bounds(token: Token) -> bool:
    return token.left_edge.i > 0 and token.left_edge.nbor(-1).lower_ in ("until", "till", "to", "for")


def _leads_from(token: Token) -> bool:
    return token.left_edge.i > 0 and token.left_edge.nbor(-1).lower_ == "from"


def find_governor(token: Token) -> tuple[Token | None, bool]:
    """Return the verb a date hangs on, and whether a noun stands between."""
    nominal = token.dep_ in ("compound", "poss", "amod", "nmod")
    node = token
    for _ in range(8):
        if node.head == node:
            return (node, nominal) if node.pos_ in ("VERB", "AUX") else (None, nominal)
        node = node.head
        if node.lower_ == "following" and node.dep_ == "prep":
            continue
        if node.pos_ in ("VERB", "AUX") and node.dep_ not in ("dobj", "pobj"):  # "a 2 a.m. call" is taken for a verb
            return node, nominal
        if node.pos_ in ("NOUN", "PROPN", "PRON", "VERB") and node.lower_ not in _PARTS_OF_DAY:
            nominal = True
    return None, nominal


def _verb_side(verb: Token) -> str:
    """Return where the tense of a verb, with its auxiliaries and the verbs above it, puts its date."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _MODALS:
        return PAST if "have" in helpers else FUTURE
    if "to" in helpers:
        return PAST if "have" in helpers else _infinitive_side(verb)
    if verb.tag_ == "VBD" or helpers & {"had", "was", "were", "did", "been"}:
        planned = verb.lemma_ in ("due", "schedule", "slate") or any(_is_due(child) for child in verb.children)
        planned = planned or (verb.lemma_ == "book" and bool(helpers & {"had", "has", "have"}))
        return FUTURE if planned else PAST
    if verb.tag_ == "VBN":
        return _participle_side(verb, helpers)
    if verb.tag_ == "VBG":
        return _progressive_side(verb, helpers)
    return _present_side(verb)


def _is_due(word: Token) -> bool:
    """ "was due on Friday", "was due to begin"; but "was due mainly to rises", "fell due to rain"."""
    if word.lower_ != "due":
        return False
    to = next((token for token in word.doc[word.i + 1 : word.i + 4] if token.lower_ == "to"), None)
    return to is None or to.dep_ == "aux"


def _infinitive_side(verb: Token) -> str:
    """ "agreed to meet on Friday" looks ahead; "was forced to resign in March" does not."""
    above = verb.head
    if above == verb:
        return FUTURE  # a headline: "Trump to visit Beijing in April"
    if above.lemma_ == "call" and is_present(above):
        return FUTURE  # "the timetable calls for them to receive the forms by January"
    if verb.dep_ == "advcl":
        return _verb_side(above) if above.pos_ in ("VERB", "AUX") else OPEN
    if {above.lemma_.lower(), above.lower_} & read_words("future_cues.txt"):
        return FUTURE
    if above.pos_ in ("VERB", "AUX"):
        return FUTURE if above.lemma_ == "be" else _verb_side(above)
    if above.pos_ == "NOUN" and above.lemma_ in _OCCASIONS and above.dep_ == "dobj" and above.head.lemma_ in _GOT:
        return _verb_side(above.head)  # "had the opportunity to meet her this summer": she did
    if above.pos_ == "NOUN" and above.lemma_ in _NO_PLANS:
        return OPEN  # "a reason to cancel the game Monday"
    if above.pos_ in ("NOUN", "PROPN"):  # "after its refusal to ship them in June"
        return PAST if above.dep_ == "pobj" and above.head.lower_ in _AFTERWARDS else FUTURE
    return OPEN


def _participle_side(verb: Token, helpers: set[str]) -> str:
    """ "is scheduled for Friday" and "elections planned for May" look ahead; other participles back."""
    if verb.lemma_ in ("schedule", "slate", "set", "plan", "expect", "due", "bind", "time", "earmark"):
        return FUTURE
    if helpers & {"is", "are", "'s", "’s", "am"} and "been" not in helpers:
        return _above_side(verb)
    return PAST


def _progressive_side(verb: Token, helpers: set[str]) -> str:
    if helpers & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"}:
        return FUTURE
    if verb.dep_ in ("prep", "acl", "pcomp", "amod") and verb.lower_ in ("starting", "beginning"):
        return FUTURE
    return _above_side(verb)


def _present_side(verb: Token) -> str:
    """ "meets his counterpart Thursday" is a plan; a headline's "Quake hits Aceh Tuesday" is past."""
    if verb.lemma_ in read_words("timetable_verbs.txt") and verb.tag_ in ("VBZ", "VBP", "VB") and ends_in_stop(verb):
        return FUTURE
    if verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP") and _awaits(verb):
        return FUTURE  # "are holding out until the court sits on Tuesday"
    if verb.lemma_ in ("plan", "intend", "expect", "hope") and verb.tag_ in ("VBZ", "VBP"):
        return FUTURE  # "On Dec. 19 the city plans a race"
    return _above_side(verb) if verb.dep_ in ("xcomp", "pcomp") else OPEN


def _awaits(verb: Token) -> bool:
    """Tell whether the present of "until", "once" or "before" speaks of what is to come: no tale, no caption."""
    above = verb.head
    marks = {child.lower_ for child in verb.children if child.i < verb.i and child.dep_ in ("mark", "advmod", "prep")}
    if not marks & _AWAITING and not (marks & {"as"} and "soon" in {w.lower_ for w in verb.doc[verb.i - 6 : verb.i]}):
        return False
    planned = is_perfect(above) or _verb_side(above) == FUTURE or is_present(above)
    return above.pos_ in ("VERB", "AUX") and not is_past(above) and planned and ends_in_stop(verb)


def _above_side(verb: Token) -> str:
    if verb.dep_ == "pcomp" and verb.head.pos_ == "ADP":
        above = verb.head.head
        planned = above.pos_ == "NOUN" and (_is_planned(above) or above.lemma_.lower() in read_words("future_cues.txt"))
        if verb.head.lower_ in ("after", "since") or (verb.head.lower_ == "for" and not planned):
            return PAST  # "fined for leading them on a chase"
        return _verb_side(above) if above.pos_ in ("VERB", "AUX") and above.tag_ != "VB" else OPEN
    if verb.dep_ in _SUBORDINATE and verb.head != verb and verb.head.pos_ in ("VERB", "AUX"):
        return _verb_side(verb.head)
    return OPEN


def ends_in_stop(token: Token) -> bool:
    """Tell a sentence from a headline by its full stop."""
    last = next((word for word in reversed(token.doc) if not word.is_space), token)
    return last.text[-1] in ".!?”\"’')"
