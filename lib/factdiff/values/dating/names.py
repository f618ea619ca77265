"""Titles and addresses that hold the words of a date: “Sunday in the Park”, "Friday Night Waves", "2004 Elm St"."""

import re
from functools import cache

from factdiff.lists import read_words
from factdiff.values.dating.scene import Scene
from factdiff.values.dating.words import Expression

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


def is_title(expression: Expression, scene: Scene) -> bool:
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
def street_after() -> re.Pattern[str]:
    """Return the pattern of a street that goes on a number or a month: "2004 Elm Street", "March Road"."""
    words = "|".join(sorted(read_words("street_words.txt")))
    return re.compile(rf"^(?:st|nd|rd|th)?\s(?:[NSEW]\.?\s)?(?:[A-Z]\w+\s){{0,2}}(?:{words})\b")
