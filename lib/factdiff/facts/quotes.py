"""Quotations to facts: the versions of one utterance."""

from collections import Counter
from collections.abc import Iterator, Sequence

from factdiff.facts.alignment import Pair, cluster_mentions, lift
from factdiff.facts.blocks import KEYS, pair_keyed
from factdiff.facts.setting import Setting
from factdiff.lexicon import canonical_name
from factdiff.values.mention import Mention
from factdiff.values.quotation import quoted_words, same_utterance

SAME_UTTERANCE = 0.8
ONE_JUDGEMENT = 0.85
SHORT = 3  # words of a judgement, such as "deeply regrettable"


def align_quotes(setting: Setting) -> list[list[Mention]]:
    """Cluster the quotations of a story: versions of one utterance."""
    mentions = [m for m in setting.mentions if m.type == "quote"]
    words = [quoted_words(m.quote) for m in mentions]
    scores: dict[Pair, float] = {}
    for a, b in _pair_quotes(words):
        likeness = same_utterance(words[a], words[b])
        if likeness > 0:
            scores[a, b] = lift(likeness, SAME_UTTERANCE)
    _score_judgements(setting, mentions, words, scores)
    groups = cluster_mentions(setting, mentions, scores)
    return [[mentions[i] for i in group] for group in groups]


def _pair_quotes(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that share one of their rarest words, and half of the shorter one's words."""
    telling = [frozenset(w for w in own if len(w) > 3) for own in words]
    spread = Counter(word for own in telling for word in own)
    rarest = [sorted(own, key=lambda w: (spread[w], w))[:KEYS] for own in telling]
    for a, b in zip(*(side.tolist() for side in pair_keyed(rarest)), strict=True):
        if 2 * len(telling[a] & telling[b]) >= min(len(telling[a]), len(telling[b])):
            yield a, b


def _score_judgements(
    setting: Setting,
    mentions: Sequence[Mention],
    words: Sequence[tuple[str, ...]],
    scores: dict[Pair, float],
) -> None:
    """Score short judgements of one voice: "deeply regrettable" and "extremely regrettable" may be one phrase."""
    voices = [frozenset(canonical_name(v) for v in setting.claims[m.claim].speakers) for m in mentions]
    last = [w[-1:] if 1 < len(w) <= SHORT and len(w[-1]) > 3 else () for w in words]
    for a, b in zip(*(side.tolist() for side in pair_keyed(last)), strict=True):
        elsewhere = mentions[a].article_id != mentions[b].article_id
        if elsewhere and words[a] != words[b] and _one_voice(voices[a], voices[b]):
            scores[a, b] = max(scores.get((a, b), 0.0), ONE_JUDGEMENT)


def _one_voice(a: frozenset[str], b: frozenset[str]) -> bool:
    """Tell whether two chains can end in one voice: the same name, or a country and one of its offices."""
    return any(x == y or x.startswith(f"{y} ") or y.startswith(f"{x} ") for x in a for y in b)
