"""Numbers as English writes them: digits, words, fractions and vague numbers, and what they say of their precision."""

import re
from functools import cache
from typing import NamedTuple

from factdiff.lists import read_rows
from factdiff.values.patterns import either, either_by_letter

VULGAR = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
DOZEN_STEP = 6  # "a dozen" is said of things counted by the half dozen
FRACTION_STEP = 5.0  # percent: "a third", "a quarter" are read off a coarse scale
HALF_STEP = 10.0  # percent
PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "three quarters": 0.75, "three-quarters": 0.75}
AND_PART = re.compile(
    r"[\s‑-]+and[\s‑-]+(?:an?[\s‑-]+|one[\s‑-]+)?(half|quarter|third|three[\s-]quarters)\b", re.IGNORECASE
)
PART_OF = re.compile(
    r"^(?:an?\s+|one\s+)?(half|quarter|three[\s-]quarters)(?:\s+of)?(?:[\s-]+an?\b)?", re.IGNORECASE
)  # "half a million", "a quarter of a million"
MARK_WIDTH = 12  # characters; no currency mark with its sign and space is longer
SHORT_SCALES = ("mln", "bln")  # those of the letters for a scale that follow number words too: "seven mln"
NAMED_SCALES = (("trillion", 1e12), ("billion", 1e9), ("million", 1e6))


class Numeral(NamedTuple):
    """A number found in a text.

    Attributes:
        start: first character, counted with a currency mark or sign that stands before the digits.
        end: character after the last; a letter that may be a scale or a unit ("5m") is left out, see `loose`.
        number: the value, or the low end of a vague one; a fraction ("a third") is a share of 1.
        high: the top of a vague number, else None.
        step: the place of the last digit that is stated: 10 for 60, 0.1 for 6.1.
        bound: exact, about or range; what the number says by itself, without the words around it.
        form: digits, words, vague, fraction or ratio ("one in five").
        scale: what the scale words multiply by, 1 when there are none.
        loose: the scale that a letter right after the number may stand for, 1 when there is none.
        mark: the currency mark before the digits, '' when there is none.
        negative: whether a minus stands before it.
    """

    start: int
    end: int
    number: float
    high: float | None = None
    step: float = 1.0
    bound: str = "exact"
    form: str = "digits"
    scale: float = 1.0
    loose: float = 1.0
    mark: str = ""
    negative: bool = False


def find_numerals(text: str) -> list[Numeral]:
    """Find every number in `text`, whatever it counts, in order of place; none overlap."""
    found: list[Numeral] = []
    place = 0
    while first := _first_words().search(text, place):
        start, place = first.start(), first.start() + 1
        if mark := _mark_before().search(text, max(0, start - MARK_WIDTH), start):
            start = mark.start()
        match = _grammar().match(text, start) or _grammar().match(text, first.start())
        numeral = _read_match(match) if match else None
        if numeral is not None and (not found or numeral.start >= found[-1].end):
            found.append(numeral)
            place = max(numeral.end, place)
    return found


def parse_numeral(text: str) -> Numeral | None:
    """Read `text` as one number from its first to its last character; None when it is none."""
    text = text.strip()
    found = find_numerals(text)
    if len(found) != 1 or found[0].start != 0:
        return None
    numeral = found[0]
    if numeral.loose != 1 and numeral.end + 1 == len(text):
        return apply_loose(numeral)
    return numeral if numeral.end == len(text) else None


def apply_loose(numeral: Numeral) -> Numeral:
    """Read the letter after `numeral` as a scale: "5m" is five million."""
    k = numeral.loose
    return rescale(numeral, k)._replace(end=numeral.end + 1, loose=1.0)


def rescale(numeral: Numeral, factor: float) -> Numeral:
    """Multiply `numeral` by the scale `factor`, as in "5 to 10 million"."""
    high = None if numeral.high is None else multiply(numeral.high, factor)
    return numeral._replace(
        number=multiply(numeral.number, factor),
        high=high,
        step=multiply(numeral.step, factor),
        scale=numeral.scale * factor,
    )


def multiply(number: float, factor: float) -> float:
    """Multiply two decimal numbers without the noise of binary fractions (4.21 times 1e9 is 4210000000)."""
    return float(f"{number * factor:.12g}")


def decimal_step(number: float) -> float:
    """Return the place of the last significant digit of `number`: 10 for 60, 0.1 for 6.1, 1 for 0."""
    digits = f"{abs(number):.12g}"
    if "e" in digits:
        mantissa, exponent = digits.split("e")
        return multiply(_text_step(mantissa), 10.0 ** int(exponent))
    return _text_step(digits)


def render_number(number: float) -> str:
    """Write `number` briefly and without loss: 660 billion, 4.21 billion, 35,000, 6.1."""
    for name, scale in NAMED_SCALES:
        if abs(number) >= scale and multiply(float(f"{number / scale:.3f}"), scale) == number:
            return f"{number / scale:,.3f}".rstrip("0").rstrip(".") + f" {name}"
    if number == int(number):
        return f"{int(number):,}"
    return f"{number:,.6f}".rstrip("0")


def _text_step(digits: str) -> float:
    """The place of the last digit that `digits` (such as "1,100" or "6.10") states."""
    digits = re.sub(r"[^\d.]", "", digits)
    if "." in digits:
        return float(f"1e-{len(digits.partition('.')[2])}")
    stripped = digits.rstrip("0")
    return 10.0 ** (len(digits) - len(stripped)) if stripped else 1.0


@cache
def _words(*roles: str) -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in read_rows("number_words.csv") if row["role"] in roles}


@cache
def _fractions() -> dict[str, float]:
    """Names of fractions with their plurals."""
    found = {}
    for row in read_rows("fractions.csv"):
        top, _, bottom = row["value"].partition("/")
        found[row["word"]] = float(top) / float(bottom or 1)
        if not row["word"].endswith("s"):
            found[row["word"] + "s"] = found[row["word"]]
    return found


@cache
def _vague() -> dict[str, tuple[float, float | None, str]]:
    """Vague words to low, high and bound."""
    return {
        row["word"]: (float(row["low"]), float(row["high"]) if row["high"] else None, row["bound"])
        for row in read_rows("vague_numbers.csv")
    }


@cache
def currency_marks() -> dict[str, str]:
    """What stands before an amount of money, such as "$" or "Rs", to its currency."""
    return {mark: row["code"] for row in read_rows("currencies.csv") for mark in row["before"].split("|") if mark}


def _digits_pattern() -> str:
    marks = either(currency_marks())
    scales = either(_words("scale", "hundred", "dozen"))
    # "11 843 pupils", but "On May 12 300 pupils" and no telephone number
    named = "".join(rf"(?<!\b[A-Z][a-z]{{{length}}}\s)" for length in range(2, 9))
    spaced = rf"(?-i:{named}(?<!\d\s)[1-9]\d{{0,2}}(?:\ \d{{3}})+(?!\d)(?=\s[a-z]))"
    body = (
        r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)"
        rf"|{spaced}"
        r"|\d+(?:\.\d+)?|\.\d+)"
    )
    vulgar = (
        r"(?:[\s-]?(?P<vulgar>[½¼¾⅓⅔⅛⅜⅝⅞])|[\s-](?P<slash>[1-9]/[2-8](?![\d/])|(?:1-[234]|[23]-[34])(?=\s(?:innings?|inch(?:es)?|miles?|feet|foot|points?|cents?|percent|pct|hours?)\b))"
        r"|[\s-]and[\s-]a[\s-](?P<half>half))?"
    )
    scale = (
        rf"(?:(?:-|\s{{0,2}})(?P<scale>{scales}(?:\s{scales})?)\b(?!-?old)"
        rf"|\s?(?P<symbol>(?-i:{either(_words('symbol'))}))(?![\w])"
        rf"|(?P<loose>(?-i:{either(_words('loose'))}))(?![\w²³/]))?"
    )
    mark = rf"(?:(?P<mark>(?-i:(?:(?<![A-Za-z$]){marks})))\s?)"
    return (
        rf"(?:(?P<sign>(?<![\w)\]%.])[-−–]|(?<!\bor\s)\b(?:minus|negative)\s)?(?:{mark}(?P<minus>(?:(?<=[$€£¥])|(?<=\s))[-−])?[-−]?|(?<!\w)(?<!\d[.,:/])|(?<=\bM)(?=\d\.\d))"
        rf"(?P<digits>{body}){vulgar}{scale}|(?<!\w)(?P<alone>[½¼¾⅓⅔⅛⅜⅝⅞])(?!\w))"
    )


def _small_pattern() -> str:
    tens, units = _words("tens"), _words("unit")
    ones = [w for w, v in units.items() if 0 < v < 10]
    return rf"(?:{either(tens)}(?:[-‑\s]{either(ones)}\b)?|{either(units)})"


def _words_pattern() -> str:
    small = _small_pattern()
    scales = either([*_words("scale"), *SHORT_SCALES])
    powers = either(_factors())
    gap = r"[\s‑-]+"
    half = rf"(?:{gap}and{gap}(?:(?:a|one){gap}(?:half|quarter|third)|three{gap}quarters))"
    below = rf"{small}(?:{gap}hundred(?:{gap}(?:and{gap})?{small}\b)?)?"
    tail = rf"(?:{gap}(?:and{gap})?{below}\b(?!{gap}(?:and{gap})?{scales}))?"
    middle = rf"(?:,?{gap}{below}{gap}thousand\b)?"
    lead = r"(?:half[\s-]an?|an?\s+half|half|(?:a|one)\s+quarter\s+of\s+an?|three[\s-]+quarters\s+of\s+an?|an?)"
    hundreds = rf"an?{gap}hundred{gap}and{gap}{small}(?:{gap}{scales})?"
    return (
        rf"\b(?P<words>{hundreds}|{lead}{gap}{powers}(?:{gap}{scales})?{half}?"
        rf"|{small}{half}?{gap}(?:hundred{gap})?{scales}{half}?{middle}{tail}"
        rf"|{small}{gap}dozen|{below}(?:{gap}{scales})?{half}?)\b"
    )


def _vague_pattern() -> str:
    rows = read_rows("vague_numbers.csv")
    alone = either(row["word"] for row in rows if row["use"] == "alone")
    heads = either(row["word"] for row in rows if row["use"] in ("alone", "scaled"))
    times = either(row["word"] for row in rows if row["use"] == "times")
    scales = either(_words("scale", "hundred", "dozen"))
    plurals = either(w + "s" for w in _words("scale"))
    # "millions and millions" is one number, said twice
    again = rf"(?P<said>dozens|hundreds|{plurals})(?:\s+(?:and|upon|on)\s+(?P=said))+"
    scaled = rf"{heads}\s+(?:or\s+even\s+{heads}\s+)?of\s+{plurals}"
    return rf"\b(?P<vague>{scaled}|{again}|{times}(?:\s+{scales}(?:\s+{scales})?)?|{alone})\b"


def _fraction_pattern() -> str:
    names = _fractions()
    single = either(w for w in names if not w.endswith("s"))
    plural = either(w for w in names if w.endswith("s"))
    counts = either(w for w, v in _words("unit").items() if 1 < v < 10)
    return (
        rf"\b(?P<fraction>(?:an?|one)[\s-]+{single}|{counts}[\s-]+{plural}|half)\b"
        r"|(?<![\d/.])(?P<over>[1-9]/(?:[2-9]|10))(?![\d/])(?=\s+(?:of|the)\b)"
    )


def _ratio_pattern() -> str:
    units = either(w for w, v in _words("unit").items() if v > 0)
    return (
        rf"\b(?P<part>{units}|\d{{1,2}})\s+(?:in|out\s+of)\s+(?:every\s+)?"
        rf"(?P<whole>{units}|twenty|an?\s+(?:hundred|thousand|million|1,?0+)|\d{{1,3}}(?:,\d{{3}})*|(?!(?:1[5-9]|20)\d\d\b)\d{{4,6}})"
        r"(?![\w,.]*\d)(?![\w-])"
    )


@cache
def _first_words() -> re.Pattern[str]:
    """What any number begins with: a cheap search that spares the grammar most of the text."""
    words = {
        *_words("unit", "tens", "hundred", "dozen", "scale"),
        *(row["word"] for row in read_rows("vague_numbers.csv")),
    }
    after_article = {
        *_words("hundred", "dozen", "scale"),
        *(w for w in _fractions() if not w.endswith("s")),
        "one",
    }
    articles = {w for w in words if w.startswith("a ")}
    plain = {*(words - articles), "half"}
    lead = rf"an?\s+{either({w[2:] for w in articles} | after_article)}"
    return re.compile(rf"[½¼¾⅓⅔⅛⅜⅝⅞]|\.?\d|\b(?:{either_by_letter(plain)}|{lead})\b", re.IGNORECASE)


@cache
def _mark_before() -> re.Pattern[str]:
    """What may stand right before the digits of a number: a currency mark, a sign."""
    return re.compile(
        rf"(?:(?<![\w)\]%.])[-−–]|(?<!\bor\s)\b(?:minus|negative)\s)?(?:(?<![A-Za-z$]){either(currency_marks())}\s?)?[-−–]?$",
        re.MULTILINE,
    )


@cache
def _grammar() -> re.Pattern[str]:
    """One pattern for every number; its branches in the order in which they are tried at a place."""
    scaled = _words_pattern()
    branches = (_ratio_pattern(), _vague_pattern(), _fraction_first(scaled), _digits_pattern())
    return re.compile("|".join(branches), re.IGNORECASE)


def _fraction_first(words: str) -> str:
    """Fractions before plain words ("one third"), but after "half a million"."""
    scales = either(_words("scale", "dozen"))
    lead = r"(?:half[\s-]an?|half|an?\s+half|(?:an?|one|three)[\s-]quarters?\s+of\s+an?)"
    return rf"(?!\b{lead}[\s-]{scales}\b)(?:{_fraction_pattern()})|{words}"


def _read_match(match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    kind = match.lastgroup
    if match["part"]:
        return _read_ratio(match["part"], match["whole"], start, end)
    if match["vague"]:
        return _read_vague(match["vague"], start, end)
    if match["fraction"] or match["over"]:
        return _read_fraction(match["fraction"] or match["over"], start, end)
    if match["words"]:
        return _read_words(match["words"], start, end)
    return _read_digits(match, start, end) if kind else None


def _read_digits(match: re.Match[str], start: int, end: int) -> Numeral:
    if match["alone"]:
        return Numeral(start, end, VULGAR[match["alone"]], step=VULGAR[match["alone"]])
    digits = re.sub(r"[^\d.]", "", match["digits"])
    number, step = float(digits), _text_step(digits)
    part = _vulgar_part(match)
    if part:
        number, step = number + part, part
    scale = _scale_of(match)
    numeral = rescale(Numeral(start, end, number, step=step), scale)
    loose = _words("loose")[match["loose"]] if match["loose"] else 1.0
    negative = bool(match["sign"] or match["minus"])  # "-$4 million", "$-4 million", "EUR -4 million"
    return numeral._replace(end=end - (loose != 1), loose=loose, mark=match["mark"] or "", negative=negative)


def _vulgar_part(match: re.Match[str]) -> float:
    if match["vulgar"]:
        return VULGAR[match["vulgar"]]
    if match["slash"]:
        top, bottom = re.split("[/-]", match["slash"])
        return float(top) / float(bottom) if int(top) < int(bottom) else 0.0
    return 0.5 if match["half"] else 0.0


def _scale_of(match: re.Match[str]) -> float:
    if match["symbol"]:
        return _words("symbol")[match["symbol"]]
    factor = 1.0
    for word in (match["scale"] or "").lower().split():
        factor *= _words("scale", "hundred", "dozen")[word]
    return factor


def _read_words(words: str, start: int, end: int) -> Numeral:
    number, step, scale = value_of_words(words)
    return Numeral(start, end, number, step=step, form="words", scale=scale)


@cache
def _factors() -> dict[str, float]:
    """What the scales in a number of words multiply by; "seven mln" is one too."""
    return {**_words("hundred", "dozen", "scale"), **{w: _words("symbol")[w] for w in SHORT_SCALES}}


def value_of_words(text: str) -> tuple[float, float, float]:
    """Read number words: their value, the step they state, and the last scale in them (1 if none)."""
    text = AND_PART.sub(lambda m: f" +{PARTS[m.group(1).lower()]}", text)
    text = PART_OF.sub(lambda m: f" {PARTS[m.group(1).lower()]} ", text)
    total, current, step, scale = 0.0, 0.0, 0.0, 1.0
    for word in re.split(r"[\s,‑-]+", text.lower()):
        if word.startswith("+"):  # "two and a half", "two million and a half"
            part = float(word) * (1 if current else scale)
            current, step = current + part, part
        elif word[:1].isdigit():
            current = step = float(word)
        elif word in (factors := _factors()):
            scale = factors[word]
            step = DOZEN_STEP if word == "dozen" else step * scale
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        else:
            current += _words("unit", "tens").get(word, 0.0)
    number = float(f"{total + current:.12g}")
    return number, step or decimal_step(number), scale


def _read_vague(text: str, start: int, end: int) -> Numeral:
    words = re.sub(r"\s+", " ", text.lower())
    words = re.sub(r"^(\w+)(?: (?:and|upon|on) \1)+$", r"\1", words)
    head, _, tail = words.partition(" of ")
    scales = _words("scale", "hundred", "dozen")
    if tail.rstrip("s") in scales and head.split()[-1] in _vague():
        low, top = _vague()[head.split()[0]][0], _vague()[head.split()[-1]][1] or 0.0
        scale = scales[tail.rstrip("s")]
        high = _top(top, scale)
        return Numeral(start, end, multiply(low, scale), high, decimal_step(low * scale), "range", "vague", scale)
    parts = words.split()
    factor = 1.0
    while parts and parts[-1] in scales:
        factor *= scales[parts.pop()]
    low, high, bound = _vague()[" ".join(parts)]
    if high is not None:
        high = multiply(high, factor)
    step = decimal_step(low * factor)
    return Numeral(start, end, multiply(low, factor), high, step, bound, "vague", factor)


def _top(high: float, scale: float) -> float:
    """The top of "tens of thousands" is 99,999; that of "tens of millions" 99 million."""
    return multiply(high, scale) + (scale - 1 if scale == 1000 else 0)


def _read_fraction(text: str, start: int, end: int) -> Numeral:
    if "/" in text:
        top, bottom = text.split("/")
        share = float(top) / float(bottom)
    else:
        parts = re.split(r"[\s-]+", text.lower())
        count = _words("unit").get(parts[0], 1.0) if len(parts) > 1 else 1.0
        share = count * _fractions()[parts[-1]]
    if not 0 < share < 1:
        return Numeral(start, end, share, form="words")
    step = (HALF_STEP if share == 0.5 else FRACTION_STEP) / 100
    return Numeral(start, end, float(f"{share:.6g}"), step=step, form="fraction")


def _read_ratio(part: str, whole: str, start: int, end: int) -> Numeral | None:
    top, bottom = (_plain(x) for x in (part, whole))
    if not 0 < top < bottom:
        return None
    share = float(f"{top / bottom:.6g}")
    return Numeral(start, end, share, step=min(FRACTION_STEP / 100, share / 2), form="ratio")


def _plain(text: str) -> float:
    digits = re.sub(r"^an?\s+(?=\d)", "", text).replace(",", "")
    return float(digits) if digits.isdigit() else value_of_words(text)[0]
