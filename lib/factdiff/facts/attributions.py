"""Statements that different voices are credited with."""

from collections.abc import Iterator, Sequence

from factdiff.facts.setting import Setting
from factdiff.lexicon import canonical_name
from factdiff.values.mention import Mention


def find_disputed_voices(
    setting: Setting,
    *,
    quotes: Sequence[Sequence[Mention]],
    matters: Sequence[Sequence[int]],
    values: Sequence[Sequence[Mention]],
) -> list[list[int]]:
    """Find the statements that several articles report and credit to different voices.

    Args:
        setting: the story.
        quotes: clusters of quotations.
        matters: clusters of claims, as indices.
        values: clusters of quantities and dates.

    Returns:
        Indices of claims, a list a statement; no claim stands in two lists.
    """
    taken: set[int] = set()
    spoken: set[tuple[str, tuple[int, int]]] = set()
    found = []
    for claims in _statements(setting, quotes, matters, values):
        named = [i for i in claims if i not in taken]
        voices = {(setting.claims[i].article_id, setting.claims[i].speaker_span) for i in named}
        if voices <= spoken or not _differ(setting, named):
            continue
        taken.update(named)
        spoken |= voices
        found.append(named)
    return found


def _statements(setting: Setting, quotes, matters, values) -> Iterator[list[int]]:
    """Yield the attributed claims of every cluster, one an article and voice."""
    for group in quotes:
        yield _one_each(setting, [m.claim for m in group])
    for group in matters:
        yield _one_each(setting, group)
    for group in values:
        yield _one_each(setting, [m.claim for m in group])


def _one_each(setting: Setting, indices: Sequence[int]) -> list[int]:
    firsts: dict[tuple[str, str], int] = {}
    for i in indices:
        claim = setting.claims[i]
        if claim.speakers and claim.speaker_span[1]:
            firsts.setdefault((claim.article_id, canonical_name(claim.speakers[-1])), i)
    return list(firsts.values())


def _differ(setting: Setting, indices: Sequence[int]) -> bool:
    claims = [setting.claims[i] for i in indices]
    articles = {c.article_id for c in claims}
    return len(articles) > 1 and len({canonical_name(c.speakers[-1]) for c in claims}) > 1
