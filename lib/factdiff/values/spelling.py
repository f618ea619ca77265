"""One spelling for words that outlets print in several: "we're", "twenty", "organise", "colour"."""

import re
from functools import cache, lru_cache

from factdiff.lists import read_rows
from factdiff.values.numerals import value_of_words

SCALED = ("hundred", "dozen", "scale")
# After these words "'s" stands for "has" rather than "is", and "'d" for "had" rather than "would".
PAST = frozenset({"been", "got", "had", "become", "gone", "done", "come", "better", "taken", "made", "seen"})
# Before "'s" these take a verb; after any other word it is a genitive.
OF_VERBS = frozenset(
    {"it", "he", "she", "that", "there", "what", "who", "here", "where", "how", "when", "this", "everything", "nobody"}
)
ENDINGS = (
    (re.compile(r"(?<=\w{3})is(e|es|ed|ing|er|ers|ations?)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})ys(e|es|ed|ing|er|ers)$"), r"yz\1"),
    (re.compile(r"(?<=\w{2})our(s|ed|ing|able|ably|ful|less|hood|ers?|ites?|al|ly)?$"), r"or\1"),
    (re.compile(r"(?<=\w{2}[nt])re(s|d)?$|(?<=\w{2}b)re(s|d)?$"), r"er\1"),
    (re.compile(r"(?<=\w{4}[aeiou]l)l(?=(?:ed|ing|ers?|ors?|ation)$)"), ""),
    (re.compile(r"(?<=\w{3})ogue(s?)$"), r"og\1"),
)


@lru_cache(maxsize=20_000)
def spell_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return lower-case words with contractions written out, numbers in digits and British spellings made American."""
    return _spell_numbers(tuple(_spell(w) for w in _write_out(words)))


def _write_out(words: tuple[str, ...]) -> list[str]:
    """Write out contractions: "don't" is "do not", "we're" is "we are"."""
    found: list[str] = []
    for word, following in zip(words, (*words[1:], ""), strict=True):
        found += _contractions().get(word, "").split() or _write_ending(word, following)
    return found


def _write_ending(word: str, following: str) -> list[str]:
    stem, _, ending = word.rpartition("'")
    if word.endswith("n't"):
        return [word[:-3], "not"]
    if stem and ending in ("re", "ve", "ll", "m"):
        return [stem, {"re": "are", "ve": "have", "ll": "will", "m": "am"}[ending]]
    if ending == "d" and stem:
        return [stem, "had" if following in PAST else "would"]
    if ending == "s" and stem in OF_VERBS:
        return [stem, "has" if following in PAST else "is"]
    return [word]


def _spell(word: str) -> str:
    if word.endswith("'s"):
        return _spell(word[:-2]) + "'s"
    if word in _spellings():
        return _spellings()[word]
    for ending, other in ENDINGS:
        word = ending.sub(other, word)
    return word


def _spell_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """Write runs of number words as one number: "twenty", "five" is 25; "1", "000" is 1000."""
    found: list[str] = []
    i = 0
    while i < len(words):
        end = _end_of_number(words, i)
        if end > i and not words[i].isdigit():
            found.append(f"{value_of_words(' '.join(words[i:end]))[0]:.12g}")
        else:
            end = max(end, i + 1)
            found.append("".join(words[i:end]))
        i = end
    return tuple(found)


def _end_of_number(words: tuple[str, ...], i: int) -> int:
    """The index after the number that begins at `i`; `i` when there is none."""
    if words[i].isdigit():
        end = i + 1
        while end < len(words) and len(words[i]) <= 3 and re.fullmatch(r"\d{3}", words[end]):
            end += 1
        return end
    numbers, end = _numbers(), i
    if numbers.get(words[i]) not in ("unit", "tens"):
        return i
    while end < len(words) and (role := numbers.get(words[end])) and _goes_on(numbers, words, i, end, role):
        end += 1
    return end


def _goes_on(numbers: dict[str, str], words: tuple[str, ...], first: int, i: int, role: str) -> bool:
    """Tell whether the number word at `i` belongs to the number before it: "twenty five", not "nine eleven"."""
    before = numbers[words[i - 1]] if i > first else ""
    return not before or role in SCALED or before in SCALED or (before == "tens" and role == "unit")


@cache
def _numbers() -> dict[str, str]:
    roles = ("unit", "tens", *SCALED)
    return {row["word"]: row["role"] for row in read_rows("number_words.csv") if row["role"] in roles}


@cache
def _contractions() -> dict[str, str]:
    return {row["form"]: row["full"] for row in read_rows("contractions.csv")}


@cache
def _spellings() -> dict[str, str]:
    return {row["form"]: row["as"] for row in read_rows("spellings.csv")}
