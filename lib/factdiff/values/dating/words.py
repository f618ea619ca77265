"""The words of dates: one compiled pattern that finds date expressions in text, before anything is resolved."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows, read_words
from factdiff.values.clock import clock_pattern


class Expression(NamedTuple):
    """A stretch of text that looks like a date: kind, characters, and the words it is made of (`_text`: all)."""

    kind: str
    start: int
    end: int
    parts: dict[str, str]


# Building blocks that are no word lists. All patterns are verbose: a space in them stands for nothing.
_BLOCKS = {
    "DASH": r"[-–—]",
    "YEAR": r"(?:1\d|20)\d\d(?![\w%°]|[.:]\d|,\d{3}(?!\d)|\s(?:to|until|and)\s\d{4}\s(?:hrs|hours|GMT)(?!\w))",
    "UNIT": r"(?i:day|night|week|weekend|fortnight|month|quarter|year|decade|century)",
    "LONG_UNIT": r"(?i:week|weekend|fortnight|month|quarter|year|decade|century)",
    "UNITS": r"(?i:days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|century|centuries)",
    "THAT_YEAR": r"(?i:(?:last|this|next|that|the\s(?:same|previous|following|next|new))\syear)(?!\w)",
    "DAY_NUMBER": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)?",
    "PART_WORDS": r"""
        (?i:early|mid|late)(?=[\s-]) | (?i:end)(?=-) | (?i:(?:the\s)?(?:
            (?:very\s)?(?:beginning|start|end|close|middle)\sof | (?:first|second)\shalf\sof
            | (?:first|second|third|fourth|last|final)\s(?:week|weekend)\s(?:of|in)
            | first\s(?:two|three|four|five|six|seven|eight|nine|ten|10|eleven|11)
              \s(?:days|weeks|months|quarters)\s(?:of|in)))""",
    "PART": r"(?:(?P<part>{PART_WORDS})(?:\s?-\s?|\s)(?:in\s)?(?:the\s)?)",
    "PART_2": r"(?:(?P<part_2>{PART_WORDS})(?:\s?-\s?|\s)(?:in\s)?(?:the\s)?)",
}

# Kinds in the order in which they are tried at one place.
_KINDS = {
    # Names that hold a date word, and what happens again and again: they take their words away from the other kinds.
    "name": r"""
        {NAMES} | {WEEKDAY}\s(?:mornings|afternoons|evenings|nights)(?!\w)
        | (?i:every|each|most|per|alternate)\s(?:\w+\s)?
          (?:{WEEKDAY} | {ANY_MONTH} | {HOLIDAY} | (?:{UNITS}|{SEASON}|{DAY_PART})(?!\w))
        | (?<!rom\s){WEEKDAY}(?:\s?{DASH}\s?|\sto\s|\sthrough\s){WEEKDAY}""",
    "iso": r"""
        (?<![/.\-,$])(?P<iso>\d{4}-[01]\d-[0-3]\d)
        (?:[T\s](?P<hour>[0-2]\d):(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s?(?P<offset>Z|[+-]\d{2}:?\d{2})?)?
        (?![\w-])""",
    "slash": r"""
        (?<![/.\-,$])(?P<one>\d{1,2})(?P<mark>[/.]|\s/\s)(?P<two>\d{1,2})(?P=mark)
        (?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\w/]|\.\d)""",
    "clock": r"{CLOCK}",
    "nth_weekday": r"""
        (?i:the\s)?(?P<nth>(?i:first|second|third|fourth|last|final|1st|2nd|3rd|4th))\s(?P<weekday>{WEEKDAY})
        (?:\s(?P<day_part>{DAY_PART}))?\s(?:in|of)\s(?P<month>{MONTH})(?!\w)
        (?:(?:,?\s|\sof\s)(?P<year>{YEAR})|,?\s(?:of\s)?(?P<that_year>{THAT_YEAR}))?""",
    "holiday": r"""
        (?:(?P<which>(?i:last|this|next))\s)?
        (?P<holiday>{HOLIDAY}|(?:Christmas|Easter)(?=[.,;:)]|\s?$|\s(?:in\s)?\d{4}|\s(?:and|last|this|next|holiday)\s|\sweekend\b))
        (?P<weekend>(?:\s(?i:holiday))?\s(?i:weekend)(?!\w))?
        (?:,?\s(?:in\s|of\s)?(?P<year>{YEAR})|\s(?P<that_year>{THAT_YEAR}))?""",
    "day": r"""
        (?:(?P<half>(?i:early|late))\s(?:on\s)?(?:the\s)?)?
        (?:(?P<of_part>(?:(?i:early|late)\s)?{DAY_PART})\s(?:of|on)\s(?:the\s)?)?
        (?:(?P<which>(?i:last|next|this))\s)?
        (?:(?P<weekday>{ANY_WEEKDAY})\.?(?:\s(?P<day_part>{DAY_PART}))?(?:\s?,\s?|\s)(?:the\s|on\s)?)?
        (?:
            (?P<month>{ANY_MONTH})(?:\.\s?|\s)(?:(?:the\s)?(?P<day>{DAY})|the\s(?P<day_3>{ORDINAL})(?!\w))
            (?:(?:\s?{DASH}\s?|\s(?:to|through|thru)\s)(?P<last_day>{DAY})(?!\s(?:of\s)?{ANY_MONTH}))?
            | (?:(?P<first_day>{DAY_NUMBER})\s?{DASH}\s?)?(?P<day_2>{DAY})(?:\sof\s|\s|-)(?P<month_2>{ANY_MONTH})
              (?:\.(?=,|\s[\da-z]))?
        )
        (?:(?:,\s?|\s|-|\sof\s|,\sin\s)(?P<year>{YEAR})|,?\s(?:of\s)?(?P<that_year>{THAT_YEAR}))?
        (?:\s\((?P<weekday_2>{ANY_WEEKDAY})\)|,\sa\s(?P<weekday_3>{WEEKDAY}))?""",
    "day_of_month": r"""
        (?i:the\s)?(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))\s(?i:of)\s
        (?P<of_month>(?i:that|this|last|next|the\s(?:same|following|next|previous|preceding)))\s(?i:month)(?!\w)""",
    "glued": r"(?P<month>{MONTH})\s(?P<day>{DAY}),\s?(?P<year>{YEAR})",
    "lone_day": r"""
        (?<=etween\s)(?P<day>{DAY})(?=\sand\s{DAY}(?:\sof)?\s{ANY_MONTH})
        | (?<![$£€#])(?<!\d\s)(?P<day_3>{DAY})(?=(?:,\s{DAY_NUMBER})*\s(?:and|&)\s{DAY}(?:\sof)?\s{ANY_MONTH})
        | (?<=rom\s)(?P<day_2>{DAY})(?=\s(?:to|until|through)\s{DAY}(?:\sof)?\s{ANY_MONTH})""",
    "fiscal": r"""
        (?i:the\s)?(?i:(?:current|last|next|previous|this|coming)\s)?(?i:fiscal|financial|tax|budget)\s(?i:year)
        (?:
            \s(?P<edge>beginning|starting|ending|ended|to|that\s(?:begins|began|starts|started|ends|ended))\s(?:in\s|on\s)?
            (?P<edge_date>{ANY_MONTH}\.?(?:\s{DAY})?(?:,?\s{YEAR})?)
            | \s(?P<fiscal>(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?)
        )?(?!\w)
        | (?i:fiscal)\s(?P<fiscal_2>(?:19|20)\d\d(?:[-–/]\d\d)?)(?!\w)
        | FY\s?['’]?(?P<fiscal_3>(?:20)?\d\d(?:[-–/]\d\d)?)(?!\w)""",
    "quarter": r"""
        (?i:the\s)?(?P<quarter>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))[\s-](?i:quarter)(?!\w)
        (?:,?\s(?:of\s|in\s)?(?:the\s)?(?:(?P<year>{YEAR})|(?P<that_year>{THAT_YEAR}|year(?!\w))))?
        | (?<![-–—])(?i:the\s)?(?<![-–—])(?P<end_month>March|June|September|December)\s(?i:quarter)(?!\w)
        (?:,?\s(?:of\s|in\s)?(?P<year_3>{YEAR})|\s(?:of\s)?(?P<that_year_2>{THAT_YEAR}))?
        | Q(?P<number>[1-4])(?:[\s/-](?P<year_2>{YEAR})|['’\s](?P<short_year>\d\d)(?!\w))?(?!\w)
        | (?<![.,:$£€-])(?P<number_2>[1-4])Q(?:[\s/-]?(?P<year_4>{YEAR})|['’\s](?P<short_year_2>\d\d)(?!\w))(?!\w)""",
    "relative_day": r"""
        (?:(?P<half>(?i:early|late|earlier|later))\s(?:on\s)?)?
        (?:(?P<of_part>(?i:(?:the\s)?(?:early\shours|small\shours)))\sof\s)?
        (?P<day>(?i:the\sday\sbefore\syesterday|the\sday\safter\stomorrow|today|yesterday|tomorrow|tonight))(?!\w)
        (?:\s(?P<day_part>{DAY_PART}))?
        | (?:(?P<this_half>(?i:early|late|earlier))\s|(?P<of_part_2>(?i:(?:the\s)?(?:early|small)\shours))\sof\s)?
          (?i:this)\s(?P<this_part>(?i:morning|afternoon|evening))(?!\w)
        | (?:(?P<night_half>(?i:early|late))\s)?(?P<last_night>(?i:last\snight))(?!\w|\sof\s)""",
    "ago": r"""
        (?:(?P<count>{NUMBER})(?P<and_half_2>[\s-](?i:and[\s-]a[\s-]half))?
            | (?P<count_2>(?i:half\sa|a\squarter(?:\sof\sa)?)))[\s-](?P<unit>{UNITS})
        (?P<and_half>\s(?i:and\sa\shalf))?\s(?i:ago)(?!\w)
        (?:\s(?P<sharp>(?i:today|this\sweek|this\smonth))(?!\w))?""",
    "offset": r"""
        (?P<count>{NUMBER})\s(?P<unit>(?i:days?|weeks?|months?|years?))\s(?P<way>after|before)\s(?=[\w‘“"'])""",
    "narrative": r"""
        (?P<count>{NUMBER})\s(?P<unit>{UNITS})\s(?P<way>later|earlier|afterwards?|before(?=\s?[.,;)]))(?!\w)
        (?!\s(?:than|this|that|next|last)\s)
        | (?i:the|that|this)\s(?P<which>(?i:same|next|following|previous|preceding))\s
          (?P<what>(?:{UNIT}|{DAY_PART}|{SEASON})(?!\w)|{WEEKDAY}|{MONTH}(?!\w))
        | (?P<that>(?i:that))\s(?P<what_2>(?:{UNIT}|{DAY_PART}|{SEASON})(?![\w-])|{WEEKDAY}|{MONTH}(?!\w))
        | (?i:the)\s(?P<what_3>{UNIT}|(?i:morning|evening))\s(?P<side>before|after)(?=\s?[.,;:)”"]|\s?$)""",
    "span": r"""
        (?i:the\s|these\s)?(?P<way>(?i:past|last|previous|next|coming))\s(?P<count>{NUMBER})\s
        (?P<unit>{UNITS}|(?i:hours))(?<=s)(?!\w)
        | (?:(?i:the)\s(?P<way_2>(?i:past|last|next|coming))|(?P<way_3>(?i:past)) | (?i:this)\s(?P<way_4>(?i:past))
              (?=\s(?:year|decade|century)))\s
          (?P<one>(?i:decade|year|month|week|quarter|century))(?![\w-]|\sof\s|\sin\s[A-Z]|\s(?:and\sa\shalf|or\s(?:so|two|more)))""",
    "relative_unit": r"""
        (?:(?P<cut>(?i:earlier|later|so\sfar))\s(?i:in\s)?|{PART})?
        (?P<which>(?i:last|this\spast|this\scoming|this|next|the\scurrent|the\scoming|the))\s
        (?P<unit>{LONG_UNIT})(?!\w|-\w|\sof\s)
        | {PART_2}(?P<unit_2>{LONG_UNIT})(?!\w|-\w)
        | (?P<year_end>(?i:year[\s-]end|year['’]s\send))(?!\w)""",
    "weekday": r"""
        (?:(?P<half>(?i:early|late|earlier|later))\s(?:on\s)?)?
        (?:(?P<of_part>{DAY_PART})\s(?:(?:of|on)\s)?)?
        (?:(?P<which>(?i:last|next|this\spast|this\scoming|this|coming|past))\s)?
        (?P<weekday>{WEEKDAY})(?:\s(?P<day_part>{DAY_PART}))?
        (?:\s(?:of\s)?(?P<week>(?i:last|this|next))\sweek(?!\w))?""",
    "month": r"""
        {PART}?(?:(?P<which>(?i:last|this\spast|this\scoming|this|next))\s)?
        (?:(?P<month>{MONTH})(?!\w)|(?P<month_2>{SHORT})\.?(?=,?\s{YEAR}))
        (?:\s(?P<years_back>{NUMBER})\s(?i:years?\s(?P<back>ago|earlier))(?!\w))?
        (?:(?:,?\s|\sof\s|,?\sin\s)(?P<year>{YEAR})|,?\s(?:of\s)?(?P<that_year>{THAT_YEAR}))?""",
    "season": r"""
        {PART}?(?:(?P<which>(?i:last|this\spast|this\scoming|this|next))\s(?P<season>{SEASON})(?!\sof\s)
            | (?i:the\s)?(?P<season_2>{SEASON})(?:(?:\sof)?\s(?P<year>{YEAR})(?:[-–/](?P<last_year>\d\d)(?!\d))?
                | \sof\s(?P<that_year>(?i:(?:last|this|next)\syear))(?![\w'’]))
            | (?<=ver\s)(?i:the\s)(?P<season_3>(?i:summer|winter))(?!\w|\sof\s)
            | (?<=\b(?:in|by)\s)(?P<coming>(?i:the))\s(?P<season_4>{SEASON})
                (?=\s?[.,;:)”"]|\s?$|\s(?:at|on|in|by|with|to|and|but|or|after|before|when|as|if|because|unless)\s))""",
    "century": r"""
        {PART}?(?i:the\s)?(?P<century>\d{1,2})(?:st|nd|rd|th)
        (?:[\s-](?i:century|centuries)(?!\w|\s(?i:bc|b\.c))
            | (?=\s(?:and|to|or)\s(?:the\s)?(?:early\s|late\s|mid-)?\d{1,2}(?:st|nd|rd|th)
                \s(?:century|centuries)(?!\w|\s(?i:bc|b\.c))))""",
    "decade": r"""
        {PART}?(?i:the\s)?(?P<decade>(?:1\d|20)\d0)['’]?s(?!\w)
        | (?i:the)\s(?:(?P<part_2>early|mid|late)[\s-])?['’](?P<decade_2>\d0)s(?!\w)
        | (?P<part_3>(?i:early|mid|late))[\s-]['’](?P<decade_3>\d0)s(?!\w)""",
    "year": r"""
        (?<![$£€¥\#/_@.\-,]){PART}?(?P<year>{YEAR})
        (?:(?:{DASH}|/)(?P<last_year>(?:20|1\d)\d\d|\d\d)(?![\w%/]|{DASH}|[.,:]\d))?""",
}


_WORD_KINDS = frozenset(
    {"glued", "fiscal", "relative_day", "span", "relative_unit", "weekday", "month", "season"}
)  # they begin with a word
_DIGIT_KINDS = frozenset({"iso", "slash", "lone_day"})

_START_KINDS = ("start", "shy", "follower")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def _any(words: Iterable[str]) -> str:
    """Return a pattern of alternatives, the longest first; spaces and apostrophes match all their kinds."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s").replace("'", "['’]") for word in ordered) + ")"


def _forms(name: str, *kinds: str) -> list[str]:
    rows = [row["form"] for row in read_rows(name) if row["kind"] in kinds]
    return [*rows, *(form.upper() for form in rows)]


@cache
def month_numbers() -> dict[str, int]:
    """Return lower-case month name or abbreviation to number."""
    return {row["form"].lower(): int(row["month"]) for row in read_rows("months.csv")}


@cache
def month_names() -> list[str]:
    """Return the names of the months, January first."""
    return [row["form"] for row in read_rows("months.csv") if row["kind"] != "short"]


@cache
def weekday_numbers() -> dict[str, int]:
    """Return lower-case weekday or abbreviation to number, Monday = 0."""
    return {row["form"].lower(): int(row["weekday"]) for row in read_rows("weekdays.csv")}


@cache
def word_months() -> frozenset[str]:
    """Return the months (lower case) that are also words or names: may, march, april."""
    return frozenset(row["form"].lower() for row in read_rows("months.csv") if row["kind"] == "word")


@cache
def small_numbers() -> dict[str, tuple[float, float]]:
    """Return small numbers by word as (number, high), the same when the word is exact."""
    rows = read_rows("small_numbers.csv")
    return {row["word"]: (float(row["number"]), float(row["high"] or row["number"])) for row in rows}


@cache
def ordinal_days() -> dict[str, int]:
    """Return ordinals in words to days of a month."""
    return {row["word"]: int(row["day"]) for row in read_rows("ordinal_days.csv")}


def day_of(word: str) -> int:
    """Return the day of a month that "7", "7th" or "seventh" tells."""
    return ordinal_days().get(word.lower()) or int(re.sub(r"\D", "", word))


def month_of(word: str) -> int:
    """Return the number of a month's name or abbreviation."""
    return month_numbers()[word.lower()]


def weekday_of(word: str) -> int:
    """Return the number of a weekday's name or abbreviation, Monday = 0."""
    return weekday_numbers()[word.lower()]


def number_of(words: str) -> tuple[float, float]:
    """Return a small number in figures or words as (number, high)."""
    return (float(words), float(words)) if words.isdigit() else small_numbers()[" ".join(words.lower().split())]


def unit_of(word: str) -> str:
    """Return a unit of time in the singular and in lower case."""
    return "century" if word.lower().startswith("centur") else word.lower().removesuffix("s")


@cache
def _blocks() -> dict[str, str]:
    parts = [row["word"] for row in read_rows("day_parts.csv") if row["word"] not in ("early", "late")]
    names, short = _any(_forms("months.csv", "name", "word")), _any(_forms("months.csv", "short"))
    counted = _any(read_words("year_counts.txt"))
    return _BLOCKS | {
        "MONTH": names,
        "SHORT": short,
        "ANY_MONTH": rf"(?:{names}|{short})(?!\w)",
        "WEEKDAY": _any(_forms("weekdays.csv", "name")) + r"(?!\w)",
        "ANY_WEEKDAY": _any(_forms("weekdays.csv", "name", "short")) + r"(?!\w)",
        "DAY_PART": rf"(?i:{_any(parts)})(?!\w)",
        "DAY": _BLOCKS["DAY_NUMBER"] + rf"(?![\w%°]|[.:/]\d|,\d{{3}}(?!\d)|\s?{counted}(?!\w))",
        "ORDINAL": rf"(?i:{_any(ordinal_days())})",
        "NUMBER": rf"(?:(?<![.,\d])\d{{1,3}}|(?i:{_any(small_numbers())}))",
        "SEASON": rf"(?i:{_any(row['name'] for row in read_rows('seasons.csv'))})(?!\w)",
        "HOLIDAY": _any(row["name"] for row in read_rows("holidays.csv")) + r"(?!\w)",
        "NAMES": _any(read_words("date_names.txt")) + r"(?!\w)",
        "CLOCK": clock_pattern(),
    }


# A white space outside of a set and of a lookbehind, both of which match one character there.
_SPACE = re.compile(r"(\[(?:\\.|[^\]\\])*\]|\(\?<[=!](?:[^()]|\([^()]*\))*\))|\\s(?![*+{])")


def _widen_spaces(pattern: str) -> str:
    """Let a white space be followed by blanks: texts of web pages have "12  February" and "June 17,    1957"."""
    return _SPACE.sub(lambda match: match[1] or r"(?:\s[ \t\xa0]*)", pattern)


def _build(template: str) -> str:
    """Put the building blocks into a pattern, those within them too."""
    while (
        built := re.sub(r"\{([A-Z_\d]*[A-Z])(_2)?\}", lambda m: _blocks()[m[1] + (m[2] or "")], template)
    ) != template:
        template = built
    return built


@cache
def _patterns() -> dict[str, str]:
    return {kind: _widen_spaces(_build(template)) for kind, template in _KINDS.items()}


@cache
def _regex(kind: str) -> re.Pattern[str]:
    """Return the pattern of a kind, with its own groups."""
    return re.compile(_patterns()[kind], re.VERBOSE)


@cache
def _regex_of_all(*, from_digit: bool) -> re.Pattern[str]:
    """Return one pattern of all kinds that may begin with a digit, or with a word; each is a group of that name."""
    patterns = _patterns()
    before = dict.fromkeys(patterns, r"(?<!\w)") | {"glued": "(?<=[a-z])"}
    able = [kind for kind in patterns if kind not in (_WORD_KINDS if from_digit else _DIGIT_KINDS)]
    return re.compile(
        "|".join(f"{before[kind]}(?P<{kind}>{_rename_groups(kind, patterns[kind])})" for kind in able), re.VERBOSE
    )


def _rename_groups(kind: str, pattern: str) -> str:
    """Give every group of a kind a name of its own, so that the kinds can stand in one pattern."""
    renamed = re.sub(r"\(\?P(<|=)(\w+)", rf"(?P\g<1>{kind}__\g<2>", pattern)
    return re.sub(r"\(\?\((\w+)\)", rf"(?({kind}__\g<1>)", renamed)


@cache
def _starts() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the words that begin an expression, those that only do before a third set, and that set."""
    start, shy, follower = ([r["word"] for r in read_rows("date_starts.csv") if r["kind"] == k] for k in _START_KINDS)
    named = [*(row["name"] for row in read_rows("holidays.csv")), *read_words("date_names.txt")]
    named += [row["name"] for row in read_rows("seasons.csv")] + [row["word"] for row in read_rows("day_parts.csv")]
    names = {match.group().lower() for name in named if (match := _WORDS.match(name))}
    numbers = [word for word in small_numbers() if " " not in word]
    shy = frozenset([*shy, *numbers])
    months = [*month_numbers(), *weekday_numbers()]
    return frozenset([*start, *names, *months]) - shy, shy, frozenset([*follower, *months, *numbers])


def _places(text: str) -> Iterator[int]:
    """Yield where an expression may begin; most words of a text end here."""
    starts, shy, followers = _starts()
    held = -1
    for match in _WORDS.finditer(text):
        word = match.group().lower()
        if held >= 0 and (word in followers or word.isdigit()):
            yield held
        held = -1
        if word in shy:
            held = match.start()
        elif word in starts or word.isdigit():
            yield match.start()


def scan_dates(text: str) -> Iterator[Expression]:
    """Yield what looks like a date or a clock time, in reading order and without overlap; nothing is checked yet."""
    past = 0
    for place in _places(text):
        if place < past or not (match := _regex_of_all(from_digit=text[place].isdigit()).match(text, place)):
            continue
        past, kind = match.end(), match.lastgroup or ""
        found = _regex(kind).match(text, place)
        if kind != "name" and found:
            yield Expression(kind, place, found.end(), _parts(found))


def _parts(found: re.Match[str]) -> dict[str, str]:
    """Return the words of a match by name; `_2` to `_4` mark further places of one name."""
    told = {name: words for name, words in found.groupdict().items() if words}
    return {re.sub(r"_[234]$", "", name): words for name, words in told.items()} | {"_text": found.group()}
