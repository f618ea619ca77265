"""Which sites are worth comparing: those that share a telling term, so that cost grows with the sites alone."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from factdiff.facts.setting import Site

KEYS = 6  # telling terms of a site
CROWD = 30  # a key with more sites than this pairs each with its nearest followers only


def pair_sites(
    sites: Sequence[Site], kinds: Sequence[Hashable], values: Sequence[Hashable] = ()
) -> tuple[np.ndarray, np.ndarray]:
    """Pair the sites of one kind that share one of their most telling terms, or their value.

    Args:
        sites: the sites to pair.
        kinds: what each site measures; sites of different kinds never meet.
        values: of each site what few others share by chance; None for none.

    Returns:
        As `pair_keyed` gives them.
    """
    few = {kind for kind, n in Counter(kinds).items() if n <= CROWD}  # all of a kind meet where they are few
    keys = [[(kind, k) for k in _keys(site, everything=kind in few)] for site, kind in zip(sites, kinds, strict=True)]
    for own, kind, value in zip(keys, kinds, values or [None] * len(keys), strict=True):
        if value is not None:
            own.append((kind, ("=", value)))
    return pair_keyed(keys)


def pair_keyed(keys: Sequence[Iterable[Hashable]]) -> tuple[np.ndarray, np.ndarray]:
    """Pair the items that share a key.

    Returns:
        Two arrays of positions, a < b, a pair an entry, sorted.
    """
    blocks: dict[Hashable, int] = {}
    keyed = sorted((blocks.setdefault(key, len(blocks)), i) for i, own in enumerate(keys) for key in own)
    found = np.array(keyed, dtype=np.int64).reshape(-1, 2)
    block, item = found[:, 0], found[:, 1]
    pairs = [np.empty(0, dtype=np.int64)]
    for step in range(1, min(CROWD, len(found) - 1) + 1):
        same = block[:-step] == block[step:]
        if not same.any():
            break
        pairs.append(item[:-step][same] * len(keys) + item[step:][same])
    found = np.sort(np.concatenate(pairs))  # np.unique hashes, which takes many times as long
    unique = found[np.diff(found, prepend=-1) > 0]
    return unique // max(len(keys), 1), unique % max(len(keys), 1)


def _keys(site: Site, *, everything: bool) -> list[str]:
    ranked = sorted(site.vector.items(), key=lambda kv: (-kv[1], kv[0]))
    return sorted({term for term, _ in ranked[:KEYS]} | site.frame.slot | ({""} if everything else set()))
