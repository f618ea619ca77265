"""What kind of voice somebody is, by the name or by what the story's articles put beside it."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factdiff.lexicon import PREPOSITIONS, find_outlet, voice_role

if TYPE_CHECKING:
    from factdiff.story import Story

UNKNOWN = "person"
OUTLETS = ("outlet", "state media")

_BEFORE = 6  # words before a name that can say who it is
_BESIDE = r"\s*,\s+(?:an?|the|who is|who was|one of)\s+([^.,;:“”\"]{3,90})"
_CLAUSE_END = re.compile(r"[;:!?“”\"\n]|(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})\.\s")  # but not "Adm."


def is_report(story: "Story", of: str) -> bool:
    """Tell whether what a relay cites is an article or outlet rather than a voice that several outlets quote."""
    return of in set(story.articles["article_id"]) or voice_role(of) in OUTLETS or find_outlet(of) is not None


def describe_voice(story: "Story", name: str) -> str:
    """Return what kind of voice a name is: a role of lists/roles.csv, or "person" when nothing tells.

    Args:
        name: a voice of a chain, as it stands there.
    """
    if _plain(name) in {_plain(outlet) for outlet in story.articles["outlet"]} - {""}:
        return "outlet"
    return voice_role(name) or _look_up(tuple(text for _, text in sorted(story.texts.items())), name) or UNKNOWN


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


@lru_cache(maxsize=4096)
def _look_up(texts: tuple[str, ...], name: str) -> str:
    """Return the role that an article gives beside the name ("coast guard spokesman Jo Hill", "Jo Hill, a doctor")."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])(?:{_BESIDE})?")
    for text in texts:
        for match in pattern.finditer(text):
            clause = _CLAUSE_END.split(text[max(0, match.start() - 90) : match.start()])[-1]
            before = _end_of_phrase(" ".join(clause.split()[-_BEFORE:]).rpartition(", ")[2])
            for words in (match[1] or "", before):
                role = voice_role(words.strip()) if words.strip() else ""
                if role and role not in OUTLETS:
                    return role
    return ""


def _end_of_phrase(text: str) -> str:
    """Return the words that stand directly before a name: none in "workers at Norvik", "records spotted by Jo Hill"."""
    words = text.split()
    links = [n for n, word in enumerate(words) if word.lower() in PREPOSITIONS]
    return "" if links and links[-1] == len(words) - 1 else text
