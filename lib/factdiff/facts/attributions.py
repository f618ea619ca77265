"""Statements that different voices are credited with."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factdiff.facts.matters import is_denial
from factdiff.facts.setting import Setting
from factdiff.lexicon import canonical_name
from factdiff.values.mention import Mention


class Statement(NamedTuple):
    """What several voices are credited with: the claims, one an article and voice, and the quotation they hold."""

    claims: list[int]
    words: Sequence[Mention] = ()


def find_disputed_voices(
    setting: Setting,
    *,
    sides: Sequence[Sequence[int]],
    quotes: Sequence[Sequence[Mention]],
    matters: Sequence[Sequence[int]],
    values: Sequence[Sequence[Mention]],
) -> list[Statement]:
    """Find the statements that several articles report and credit to different voices or chains.

    Args:
        setting: the story.
        sides: the sides of disputes, as indices of claims.
        quotes: clusters of quotations.
        matters: clusters of claims, as indices.
        values: clusters of quantities and dates.

    Returns:
        The statements; no claim stands in two of them.
    """
    taken: set[int] = set()
    spoken: set[tuple[str, tuple[int, int]]] = set()
    found = []
    for claims, words in _statements(setting, sides, quotes, matters, values):
        named = [i for i in claims if i not in taken]
        voices = {(setting.claims[i].article_id, setting.claims[i].speaker_span) for i in named}
        if voices <= spoken or not _differ(setting, named):
            continue
        taken.update(named)
        spoken |= voices
        found.append(Statement(named, [m for m in words if m.claim in named]))
    return found


def _statements(setting: Setting, sides, quotes, matters, values) -> Iterator[Statement]:
    """Yield the attributed claims of every cluster, one an article and voice; who denies it says another thing."""
    for side in sides:
        yield Statement(_one_each(setting, side))
    for group in quotes:
        yield Statement(_one_each(setting, [m.claim for m in group]), group)
    for group in (*matters, *([m.claim for m in group] for group in values)):
        for denied in (False, True):
            yield Statement(_one_each(setting, [i for i in group if is_denial(setting.claims[i]) == denied]))


def _one_each(setting: Setting, indices: Sequence[int]) -> list[int]:
    firsts: dict[tuple[str, str], int] = {}
    for i in indices:
        claim = setting.claims[i]
        if claim.speakers and claim.speaker_span[1]:
            firsts.setdefault((claim.article_id, canonical_name(claim.speakers[-1])), i)
    return list(firsts.values())


def _differ(setting: Setting, indices: Sequence[int]) -> bool:
    """Tell whether articles credit different voices, or one has it through another, as the other doesn't say.

    A voice that they name more or less fully is one.
    """
    claims = [setting.claims[i] for i in indices]
    names = sorted({canonical_name(voice) for c in claims for voice in c.speakers})
    fuller = {part: name for name in reversed(names) for part in _shorten(name)}
    chains = {tuple(fuller.get(name, name) for name in map(canonical_name, c.speakers)) for c in claims}
    return len({c.article_id for c in claims}) > 1 and len(chains) > 1


def _shorten(name: str) -> list[str]:
    """Return the parts that can stand for a name: a country for its office, "border troops" for Tajikistan's."""
    words = name.split()
    return [" ".join(part) for n in range(1, len(words)) for part in (words[:n], words[n:])]
