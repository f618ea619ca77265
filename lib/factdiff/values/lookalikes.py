"""Places in a text whose numbers count nothing: dates, clock times, names, addresses, references."""

import re
from functools import cache

from factdiff.lists import read_rows, read_words
from factdiff.values.numerals import Numeral
from factdiff.values.titles import is_titled, opens_sentence

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
)
ZONE = r"(?:GMT|UTC|[A-Z]{1,3}[SD]T|IST|Z)\b"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
DAY = r"(?:[12]?\d|3[01]|0[1-9])"
STREET = (
    r"(?:Street|St|Dr|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Ln|Way|Place|Court|Square|Terrace|Parkway"
    r"|Highway|Hwy|Circle|Cir|Crescent|Pike|Turnpike|Plaza|Loop|Trail)"
)
# No noun: "of" and "its" in "version 1.9 of its guide"
CLOSED = (
    r"(?!(?:of|in|on|at|by|to|for|from|with|and|or|as|is|was|has|does|this|its|his|hers|ours|yours|theirs|us|whose|says|thus|plus"
    r"|across|towards|besides|unless|perhaps|always|afterwards)\b)"
)
# "In May 20 people died": the number after the month counts them.
NO_COUNT = (
    r"(?!\s+(?:people|persons|men|women|children|others|civilians|soldiers|troops|percent|per\s+cent|million)\b)"
    r"(?!\s?%)"
)

# What stands for something else, each with how it begins: with a digit (9), a letter (a) or anything else (-).
# A case matters in all of these; what may have any case says so.
PATTERNS = (
    ("a", r"(?i:https?://|www\.)\S+"),
    ("9a-", r"\S+@\S+\.\w+"),
    ("-", r"[#@]\w+|№\s?\d+"),
    ("-", r"\[\s*(?:note\s+)?\d+(?:\s*[,–-]\s*\d+)*\s*\]"),
    # the numbers of a list and of sections of a law
    ("9-", r"(?m:^|(?<=[.;]\s))\s{0,3}\d{1,2}[.)]\s+(?=[A-Z])|§+\s?\d[\d.]*"),
    # scores and proportions: "1:1", "a 2-and-2 pitch"
    ("9", r"(?<![\d:.])\d{1,3}:\d{1,2}(?![\d:.])|\b1:\s1\b|\b\d+-and-\d+\b(?!-[a-z])"),
    ("9-", r"\b[\d.,]+-to-(?:1|one)\b(?!-(?!vote|point)[a-z])"),
    ("9", r"(?<![\d-])\d{1,3}-\d{1,3}-\d{1,3}(?![\d-])|\b\d{1,3}-of-\d{1,3}\b"),  # "a 19-10-1 record", "7-of-22"
    # clock times
    ("9", rf"(?<![\d:])\d{{1,2}}:\d\d(?::\d\d)?(?:\.\d+)?(?:\s?(?i:[ap]\.?\s?m)\b\.?)?(?:\s?(?:hrs|{ZONE}))?"),
    ("9", rf"\b\d{{1,2}}(?:\.\d\d)?\s?(?:(?i:a\.\s?m\.?|p\.\s?m\.?|[ap]m\b)|{ZONE})"),
    ("9", rf"\b\d{{1,2}}\.\d\d\s?(?:hrs|{ZONE})"),
    ("9", rf"(?<![$€£¥\d,.])\b[0-2]\d[0-5]\d\s?(?:{ZONE}|(?i:hrs|hours|local\s+time|h)\b)"),
    ("9a", r"(?i:\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o['’]clock)"),
    # dates
    (
        "a",
        rf"\b{MONTH}\s{{0,2}}{DAY}(?:st|nd|rd|th)?\b(?!,\d{{3}}\b)(?!\.\d)(?:(?:\s?[-–]\s?|\s+(?:and|to|or|through)\s+){DAY}\b(?!\s+[a-z]+s\b))?"
        rf"(?:,?\s*{YEAR})?{NO_COUNT}",
    ),
    ("9", rf"\b{DAY}(?:st|nd|rd|th)?(?:\s?[-–]\s?{DAY}(?:st|nd|rd|th)?)?[\s-]+(?:of\s+)?{MONTH}(?:,?[\s-]*{YEAR})?"),
    ("a", rf"\b{MONTH},?\s+(?:of\s+)?['’]?{YEAR}"),
    (
        "9",
        r"\b\d{4}-\d\d-\d\d(?:[T\s]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?|\b\d{1,4}\s?/\s?\d{1,2}\s?/\s?\d{2,4}\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)?\d\d\b",
    ),
    ("9", r"(?<![\d.,])(?<!\d\s)\b0\d+\b(?![.,]\d)"),  # but "12 000"
    ("9", r"\b(?:9/11|7/7|24/7|50[-/]50)\b"),
    ("9a", rf"\b{YEAR}\s?[-–/]\s?(?:{YEAR}|\d\d)(?![\d,])|\bFY\s?['’]?\d{{2,4}}\b|\bQ[1-4]\b"),
    ("9-", r"\b(?:\d{2}|\d{3}0)['’]?s\b|['’]\d\ds?\b"),
    ("9", r"\b\d+(?:st|nd|rd|th)\b(?:\s+(?i:century|anniversary))?"),
    # telephones, addresses, places on a map, versions, scores, sizes
    (
        "9-",
        r"\+\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}[\s.-]\d{4}|\b\d{3}[\s.-]\d{3}[\s.-]\d{4}\b|\b1?-?\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b(?!\s+[a-z]+s\b)",
    ),
    (
        "a",
        r"\b(?i:call(?:s|ed|ing)?|dial(?:s|ed|ing|led|ling)?|rang|ring|phon(?:e|ed|ing))\s+(?:to\s+)?(?:911|999|112|988|111|000|110|119|101)\b",
    ),
    (
        "9",
        r"\b(?:911|999|112|988)\s+(?i:calls?|callers?|dispatch\w*|operators?|emergency|systems?|lines?|centers?|centres?|tapes?)\b",
    ),
    (
        "9a",
        rf"\b\d{{1,5}}[A-Z]?\s(?:[NSEW]\.?\s)?(?:[A-Z][\w'’.]*\s){{1,3}}{STREET}\b(?!\s+{CLOSED}[a-z]+s\b)|\b[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?\b",
    ),
    (
        "9",
        r"\b\d+(?:\.\d+)?\s?(?:°|[dD]egrees?)\s?(?:\d+(?:\.\d+)?\s?['′’]\s?)?(?:\d+(?:\.\d+)?\s?[\"″”]\s?)?(?:[NSEW]\b|(?i:north|south|east|west|latitude|longitude)\b)",
    ),
    (
        "9",
        r"\b\d+(?:\.\d+){2,}\b|\b\d+\s?[x×]\s?\d+s?\b|(?<!\d[\s-])\b\d+/\d+\b(?!\s+(?:of|the)\b)(?!\s?[a-z-]*(?:mile|inch|hour|year|cup|point|million)s?\b)",
    ),
    ("-", r"(?:©|\(c\))\s?\d{4}"),
    # names and models: letters and digits in one word
    (
        "a",
        r"(?<![\w$€£¥.])(?!(?i:magnitude|mag|mid|near|nearly|sub|plus|over|under|pre|post|about|to|and|or|of)[-‑])(?!M\s?w?\d\.\d)"
        r"[A-Za-z](?:[A-Za-z&]*[-‑/]?|[A-Za-z]+[-‑])(?<!US)\d[\w-]*(?:\.\d+)*(?:[-/]\d\w*)*",
    ),
    ("9", r"\b\d+[A-Z]\d\w*\b|\b\d{3}-\d{3}(?:ER|F|LR|MAX)?\b(?!\s+[a-z]+s\b)"),
)

WINDOW = 30  # characters around a number that can make it part of something else
NAME_WIDTH = 24  # characters of a name before or after its number
LABEL = re.compile(r"(?<![\w&-])(?:([A-Za-z]+)\s)?([A-Za-z&]+\.?)(?:[\s‑-]|(?<=\.))$")
COUNTED = re.compile(
    rf"\s+(?:{CLOSED}[a-z-]+\s){{0,2}}?{CLOSED}[a-z]+s\b|\s+(?:percent|people|men|women|children|million|billion)\b|-[a-z]"
)
# "pages 2-13", "sections 3 to 7", "rooms 4 and 5": the label holds for all of them
LABELLED_TOO = re.compile(
    r"(?P<dash>\s?[-‑–—/]\s?)\d+\b|(?:,\s|,?\s(?:and|or|to|through)\s)\d+"
    r"(?=\s?(?:[,;:)]|\.(?!\d)|$|(?:of|and|or|to|in|at|on|for|is|are|was|were)\b))"
)

# Letters that open an amount of money are no model name: "USD20 million", "Rs500", "R26 million".
MONEY = re.compile(
    r"(?:[\d.,]+\s?(?:million|billion|trillion|thousand|crore|lakh|bn|mn|m|k|b)\b|\d{1,3}(?:,\d{3})+|\d{2,}(?:\.\d\d)?$|\d{3,})"
)


def find_lookalikes(text: str, numerals: list[Numeral]) -> list[tuple[int, int]]:
    """Find the spans around `numerals` whose numbers are no quantities, in order of place."""
    spans = []
    for start, end in _windows(text, numerals):
        found = _digit_pattern().finditer(text, start, end)
        spans += [m.span() for m in found if not _is_money(text, m)]
    spans += [(n.start, _end_of_labelled(text, n.end)) for n in numerals if _is_labelled(text, n)]
    spans += [(n.start, n.end) for n in numerals if _is_name(text, n)]
    return sorted(spans)


def _windows(text: str, numerals: list[Numeral]) -> list[tuple[int, int]]:
    """Stretches of text around numbers in digits, from one white space to another, merged where they touch."""
    windows: list[tuple[int, int]] = []
    for numeral in numerals:
        if numeral.form != "digits":
            continue
        start = max(0, text.rfind(" ", 0, max(0, numeral.start - WINDOW)), windows[-1][0] if windows else 0)
        end = min(len(text), numeral.end + WINDOW)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether any of `spans` shares a character with start..end."""
    return any(lo < end and start < hi for lo, hi in spans)


def is_year(text: str) -> bool:
    """Tell whether `text` could be a year written out: four digits from 1500 to 2099."""
    return bool(re.fullmatch(YEAR, text))


def is_round(text: str) -> bool:
    """Tell whether a number of four digits ends in two zeros, as few years do."""
    return text.endswith("00")


@cache
def _digit_pattern() -> re.Pattern[str]:
    # Asking first what stands at a place saves most of the time; within a word nothing begins.
    begins = {"9": r"(?=\d)", "a": r"(?<![A-Za-z])(?=[A-Za-z])", "-": r"(?=[^\dA-Za-z])"}
    groups = {c: "|".join(f"(?:{pattern})" for starts, pattern in PATTERNS if c in starts) for c in begins}
    return re.compile("|".join(f"{begins[c]}(?:{group})" for c, group in groups.items()))


@cache
def _labels() -> dict[str, str]:
    return {row["noun"]: row["always"] for row in read_rows("label_nouns.csv")}


def _is_labelled(text: str, numeral: Numeral) -> bool:
    """Tell whether the word before `numeral` takes it as a name, and nothing after it is what it counts."""
    if numeral.scale != 1 or numeral.mark or numeral.form not in ("digits", "words"):
        return False
    before = LABEL.search(text, max(0, numeral.start - 24), numeral.start)
    if not before:
        return False
    labels, last = _labels(), before.group(2).lower()
    label = next(
        (w for w in (f"{before.group(1) or ''} {last}".strip().lower(), last, last.rstrip("s")) if w in labels),
        None,
    )
    if label is None or re.match(r",\d{3}|\s?%", text[numeral.end : numeral.end + 4]):
        return False
    if text[numeral.end : numeral.end + 1].islower():
        return False  # "measures 30cm"
    named = before.group(2)[0].isupper() and numeral.form == "digits" and not opens_sentence(text, before.start(2))
    if named and not is_titled(text, numeral.start):
        return True  # "the District 12 attorneys"
    if labels[label]:
        return not (label == "number" and numeral.form == "words" and numeral.number > 1)
    return not COUNTED.match(text, numeral.end)


def labels_number(text: str, numeral: Numeral) -> bool:
    """Tell whether the word before a number may take it as a name, whatever follows it."""
    before = LABEL.search(text, max(0, numeral.start - 24), numeral.start)
    return before is not None and before.group(2).lower() in _labels()


def _end_of_labelled(text: str, end: int) -> int:
    """The end of the last number that shares a label: "13" in "pages 2-13"; a noun after it shows that it counts."""
    while (match := LABELLED_TOO.match(text, end)) and (match["dash"] or not COUNTED.match(text, match.end())):
        end = match.end()
    return end


@cache
def _name_pattern() -> re.Pattern[str]:
    names = sorted(read_words("number_names.txt"), key=lambda w: (-len(w), w))
    titled = [_name(n) for n in names]
    return re.compile(r"(?<![\w-])(?:" + "|".join(titled) + r")(?![\w-])")


def _name(name: str) -> str:
    """A pattern for `name` as a name: each word but "of" and "to" begins with a capital."""
    small = {"of", "to", "the", "a"}
    words = [re.escape(w if w in small else w[:1].upper() + w[1:]) for w in name.split()]
    return r"\s".join(words)


def _is_name(text: str, numeral: Numeral) -> bool:
    around = text[max(0, numeral.start - NAME_WIDTH) : numeral.end + NAME_WIDTH]
    if around.islower():
        return False
    at = max(0, numeral.start - NAME_WIDTH)
    return any(
        m.start() < numeral.end and numeral.start < m.end()
        for m in _name_pattern().finditer(text, at, min(len(text), numeral.end + NAME_WIDTH))
    )


@cache
def _money_letters() -> frozenset[str]:
    marks = (mark for row in read_rows("currencies.csv") for mark in row["before"].split("|"))
    return frozenset(mark for mark in marks if mark[:1].isalpha())


def _is_money(text: str, match: re.Match[str]) -> bool:
    head = re.match(r"[A-Za-z.]+", match.group())
    if not head or head.group() not in _money_letters():
        return False
    return MONEY.match(text[match.start() + head.end() : match.end() + 14]) is not None


def names_number(text: str, start: int, end: int) -> bool:
    """Tell whether the number at start..end stands inside a name: capitals on it and on a neighbour."""
    word = text[start:end]
    if not word[:1].isupper():
        return False
    before = re.search(r"(\w+)[\s-]$", text[max(0, start - 30) : start])
    after = re.match(r"[\s-](\w+)", text[end : end + 30])
    neighbours = [m.group(1) for m in (before, after) if m]
    if word.isupper() and len(word) > 1:  # "stabbed Mercer NINE times" only shouts
        return any(w.isupper() and len(w) > 1 for w in neighbours)
    return any(w[:1].isupper() for w in neighbours)
