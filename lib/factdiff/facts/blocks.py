"""Which sites are worth comparing: those that share a telling term, so that cost grows with the sites alone."""

from collections.abc import Hashable, Iterator, Sequence

from factdiff.facts.setting import Site

KEYS = 8  # telling terms of a site
CROWD = 60  # a key with more sites than this pairs each with its nearest followers only


def pair_sites(sites: Sequence[Site], kinds: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the pairs a < b of one kind that share one of their most telling terms.

    Args:
        sites: the sites to pair.
        kinds: what each site measures; sites of different kinds never meet.
    """
    blocks: dict[tuple[Hashable, str], list[int]] = {}
    for i, site in enumerate(sites):
        for key in _keys(site):
            blocks.setdefault((kinds[i], key), []).append(i)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks, key=repr):
        members = blocks[key]
        for at, a in enumerate(members):
            for b in members[at + 1 : at + 1 + CROWD]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _keys(site: Site) -> list[str]:
    ranked = sorted(site.vector.items(), key=lambda kv: (-kv[1], kv[0]))
    return sorted({term for term, _ in ranked[:KEYS]} | set(site.frame.slot))
