"""Public voices: a person or body that several outlets quote is one origin, however many of them print it."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from factdiff.lexicon import canonical_name, country_of, name_outlet, voice_role
from factdiff.lists import read_words
from factdiff.origins.copies import clip
from factdiff.origins.slugs import slug

CHAIN = " > "

_WORD = re.compile(r"[^\W_][\w'’&.-]*")
_ARTICLE = re.compile(r"^(?:the|its|his|her|their)\s+", re.IGNORECASE)
_VAGUE = re.compile(r"^(?:an?|some|several|many|one|two|three|four|five|another|other|\d+)\b", re.IGNORECASE)
_SPOKEN = r"(?:spokes(?:man|woman|person|people))"
_FOR = re.compile(rf"^(?:an?|the|its|one)\s+(?:[\w-]+\s+)?{_SPOKEN}\s+(?:for|of|at)\s+(.+)$", re.IGNORECASE)
_OF = re.compile(rf"^(?:an?|the|one)\s+(.+?)\s+{_SPOKEN}$", re.IGNORECASE)
_LINK = re.compile(r"\s+(?:of|for|at|in|from|with|to|on|by|near|who|familiar|close)\s+|,\s", re.IGNORECASE)


class _Voice(NamedTuple):
    key: str
    printed: str


def merge_holders(
    readings: pd.DataFrame, origins: pd.DataFrame, claims: pd.DataFrame, offices: Mapping[str, str]
) -> tuple[pd.Series, pd.DataFrame]:
    """Give the readings that rest on one public voice that voice as their origin.

    A named person or body whom articles of two origins quote is one origin itself: what a ministry says in
    public is no better founded for being printed twice. A reading without a voice goes with the quoted one
    whose value it shares in the same text. Voices that only one outlet has heard stay that outlet's.

    Args:
        readings: with `origin_id` as `assign_origins` gives it; fact_id, article_id, speakers, group, evidence.
        origins: as `trace_origins` gives them.
        claims: the claims table, with `origin_id` as `assign_origins` gives it.
        offices: the names of people to the bodies that they speak for.

    Returns:
        The origin_id of every reading, on the index of `readings`; and the origins table with a row with the
        role relay for every article that a public voice reaches us through.
    """
    voices = _settle([_public_voice(chain, offices) for chain in readings["speakers"]])
    voices = _narrow(readings, voices, offices)
    heard: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    by_chain = {chain: _public_voice(chain, offices) for chain in claims["speakers"].unique()}
    said = _settle([by_chain[chain] for chain in claims["speakers"]])
    for voice, origin in zip([*voices, *said], [*readings["origin_id"], *claims["origin_id"]], strict=True):
        if voice:
            heard[voice.key].add(origin)
            printed[voice.key][voice.printed] += 1
    shared = {key: f"o:{slug(key)}" for key, found in heard.items() if len(found) > 1}
    moved = [shared.get(voice.key, "") if voice else "" for voice in voices]
    frame = readings.assign(_moved=moved)
    own = frame["speakers"].eq("") & frame["_moved"].eq("")
    quoted = frame[frame["_moved"].ne("")].groupby(["fact_id", "group", "origin_id"], sort=True)["_moved"].min()
    places = zip(frame["fact_id"], frame["group"], frame["origin_id"], strict=True)
    by_place = quoted.to_dict()
    joined = pd.Series([by_place.get(place, "") for place in places], index=frame.index, dtype="str")
    found = frame["_moved"].where(~own, joined).astype("str")
    ids = found.where(found.ne(""), frame["origin_id"]).astype("str").rename("origin_id")
    names = {shared[key]: printed[key].most_common(1)[0][0] for key in shared}
    return ids, _with_rows(origins, frame.assign(_origin=ids), claims, names)


def _public_voice(chain: str, offices: Mapping[str, str]) -> _Voice | None:
    """Return the innermost voice of a chain if it is named, so that two outlets can quote the same one."""
    name = _principal(chain.split(CHAIN)[-1]) if chain else ""
    if not name or _VAGUE.match(name) or voice_role(name) == "anonymous" or name_outlet(name):
        return None
    printed = offices.get(name, "") or name
    plain = _ARTICLE.sub("", printed).strip()
    if not plain or _VAGUE.match(plain):
        return None
    head = _WORD.findall(_LINK.split(plain)[0])
    common = len(head) == 1 and voice_role(plain.lower()) and head[0].lower() not in read_words("single_bodies.txt")
    common = common and not country_of(canonical_name(plain))
    if not head or common or not (head[-1][:1].isupper() or _is_body(head[-1], plain)):
        return None
    return _Voice(canonical_name(plain), plain)


def _principal(name: str) -> str:
    """Return whom an unnamed spokesman speaks for ("a spokesman for the commerce ministry"); others stay."""
    match = _FOR.match(name) or _OF.match(name)
    return match[1] if match else name


def _is_body(head: str, name: str) -> bool:
    """Tell whether a common noun names one body or document of the story ("China's commerce ministry", "police")."""
    return head.lower() in read_words("single_bodies.txt") and voice_role(name) in ("official", "group", "document")


def _settle(voices: list[_Voice | None]) -> list[_Voice | None]:
    """Let a short name stand for the one longer name that ends in it: the coast guard, the Philippine Coast Guard."""
    keys = sorted({voice.key for voice in voices if voice})
    longer: dict[str, list[str]] = {key: [] for key in keys}
    for key in keys:
        words = key.split(" ")
        for end in (" ".join(words[n:]) for n in range(1, len(words))):
            if end in longer:
                longer[end].append(key)
    full = {key: found[0] for key, found in longer.items() if len(found) == 1}
    printed = {voice.key: voice.printed for voice in voices if voice}
    return [_Voice(full[v.key], printed[full[v.key]]) if v and v.key in full else v for v in voices]


def _narrow(readings: pd.DataFrame, voices: list[_Voice | None], offices: Mapping[str, str]) -> list[_Voice | None]:
    """Let a country stand for the one office of its government that says the same ("China insists", its ministry).

    Its named official is not the country: whoever speaks for the government doesn't speak for the ministry.
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact_id, voice in zip(readings["fact_id"], voices, strict=True):
        if voice and (country := country_of(voice.key)) and country != voice.key:
            found[fact_id, country].add(voice.key)
    narrowed = []
    printed = {voice.key: voice.printed for voice in voices if voice}
    for fact_id, chain, voice in zip(readings["fact_id"], readings["speakers"], voices, strict=True):
        person = chain.split(CHAIN)[-1] in offices
        own = found.get((fact_id, voice.key), set()) if voice and not person else set()
        only = min(own) if len(own) == 1 else ""
        narrowed.append(_Voice(only, printed[only]) if only else voice)
    return narrowed


def _with_rows(
    origins: pd.DataFrame, readings: pd.DataFrame, claims: pd.DataFrame, names: Mapping[str, str]
) -> pd.DataFrame:
    total = Counter(claims["article_id"])
    told = Counter(zip(claims["article_id"], claims["speakers"], strict=True))
    moved = readings[readings["_origin"].isin(list(names)) & readings["_moved"].ne("")]
    parts: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)  # speakers and evidence, in reading order
    moved = moved.sort_values(["start", "end"], kind="stable")
    for origin_id, article_id, *said in moved[["_origin", "article_id", "speakers", "evidence"]].itertuples(
        index=False
    ):
        parts[origin_id, article_id].append(tuple(said))
    rows = []
    for (origin_id, article_id), part in sorted(parts.items()):
        n_said = sum(told[article_id, chain] for chain in {speakers for speakers, _ in part})
        share = round(n_said / (total[article_id] or 1), 4)
        rows.append((origin_id, article_id, "relay", names[origin_id], min(share, 1.0), clip(part[0][1])))
    added = pd.DataFrame(rows, columns=list(origins.columns)).astype({"share": "float64"})
    joined = pd.concat([origins, added], ignore_index=True) if len(added) else origins
    joined = joined.assign(share=joined["share"].astype("float64").replace(np.inf, np.nan))
    return joined.sort_values(["article_id", "role", "of"], kind="stable").reset_index(drop=True)
