"""The outlets of the story's own articles, by the names under which its other articles cite them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from factdiff.lexicon import Mention, canonical_name, find_publisher
from factdiff.lists import read_words

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"\w+")
_DROPPED = frozenset({"news", "online", "newspaper"})  # "Channel 6 News" is also "Channel 6"


class House(NamedTuple):
    """The story's own outlets.

    Attributes:
        full: their names without the article, case folded, to the key by which `own_outlets` knows them.
        short: names that need the full one before ("the Herald"), case folded, to the key; '' when two go by it.
        labels: each key to the name as a page prints it.
        firsts: the first words of the full names to these, so that a text is searched for few of them.
    """

    full: Mapping[str, str]
    short: Mapping[str, str]
    labels: Mapping[str, str] = {}
    firsts: Mapping[str, Sequence[str]] = {}

    def find(self, voice: str) -> str:
        """Return the outlet whose full name a voice is, or ''."""
        return self.full.get(_fold(voice), "")

    def find_short(self, voice: str, named: Iterable[str]) -> str:
        """Return the outlet that a voice is a short name of, if it is among `named`, or ''."""
        found = self.short.get(_fold(voice), "") if voice[:1].isupper() or voice.startswith("the ") else ""
        return found if found in named else ""

    def label(self, voice: str, named: Iterable[str]) -> str:
        """Return the printed name of the outlet that a voice is, whether by its full or a short name, or ''."""
        key = self.find(voice) or self.find_short(voice, named)
        return self.labels.get(key, "")

    def is_shared(self, voice: str) -> bool:
        """Tell whether a voice is a short name of several of the outlets, and so of none."""
        return self.short.get(_fold(voice)) == ""

    def list_mentions(self, text: str) -> list[Mention]:
        """Return where `text` names the outlets in full, in reading order."""
        found = []
        folded = text.casefold()
        for name in sorted(name for first, names in self.firsts.items() if first in folded for name in names):
            outlet = self.full[name]
            pattern = r"\s+".join(re.escape(word) for word in name.split())
            for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", text, re.IGNORECASE):
                if match[0][:1].isupper() or not match[0][:1].isalpha():
                    found.append(Mention(match.start(), match.end(), outlet))
        return sorted(found)


def read_house(labels: Mapping[str, str], own: Mapping[str, str]) -> House:
    """Return the names of the story's own outlets.

    A short name is the last word, if it says what it is ("Herald", "Times"), or what is left without "News" at the
    end; one that two outlets go by is none.

    Args:
        labels: article_id to the outlet as the page prints it.
        own: article_id to the outlet's key.
    """
    full: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for article_id, label in labels.items():
        name, key = _fold(label), own[article_id]
        words = name.split()
        if not key or not name or "unnamed" in name:
            continue
        full[name].add(key)
        if len(words) > 1 and words[-1] in _DROPPED and (len(words) > 2 or not words[0].isdigit()):
            short[" ".join(words[:-1])].add(key)
        last = words[-1].rsplit("-", 1)[-1]
        if len(words) > 1 and last in read_words("masthead_words.txt"):
            short[last].add(key)
    plain = {name: min(keys) for name, keys in full.items() if len(keys) == 1}
    single = {name: min(keys) if len(keys) == 1 else "" for name, keys in short.items() if name not in plain}
    firsts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(plain):
        word = _WORD.search(name)
        firsts[word[0] if word else ""].append(name)
    printed = {own[i]: " ".join(label.split()) for i, label in sorted(labels.items()) if own[i]}
    return House(plain, single, printed, firsts)


def own_outlets(articles: pd.DataFrame) -> dict[str, str]:
    """Return the canonical name of each article's outlet, or its key if it isn't listed; '' stays ''."""
    own = {}
    columns = (articles["article_id"], articles["outlet"], articles["url"])
    for article_id, name, url in zip(*columns, strict=True):
        found = find_publisher(name, url)
        own[article_id] = found.name if found else _label_key(name)
    return own


def _label_key(name: str) -> str:
    """Return the key of an outlet that no list has; a bracket may be all that tells two labels apart."""
    return name.casefold().strip() if "(" in name else canonical_name(name)


@lru_cache(maxsize=1 << 14)
def _fold(name: str) -> str:
    return _POSSESSIVE.sub("", _ARTICLE.sub("", " ".join(name.split()).strip(" ,.;:"))).casefold()
