"""Clusters to facts: stable ids, labels, and a reading for every member."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from itertools import combinations

from factdiff.claims import Claim
from factdiff.facts.attributions import Statement, find_disputed_voices
from factdiff.facts.dates import align_dates
from factdiff.facts.denials import Assertion, join_denials
from factdiff.facts.directions import find_directions
from factdiff.facts.doubts import find_denials, find_doubts
from factdiff.facts.firsts import find_openings
from factdiff.facts.labels import label_claims, label_onset, label_quote, label_values, label_words
from factdiff.facts.matters import is_called_untrue, is_denial, is_early, is_refusal, read_denial
from factdiff.facts.onsets import Onset, align_onsets
from factdiff.facts.propositions import align_claims
from factdiff.facts.quantities import align_quantities
from factdiff.facts.quotes import align_quotes
from factdiff.facts.reading import Fact, Reading
from factdiff.facts.scopes import align_reaches
from factdiff.facts.setting import Setting
from factdiff.facts.stages import join_stages
from factdiff.facts.traits import find_traits
from factdiff.lists import read_words
from factdiff.tables import MAX_EVIDENCE
from factdiff.values.mention import Mention
from factdiff.values.quantity import compare_quantities

OUTLET = "the outlet"


def assemble_facts(setting: Setting) -> list[Fact]:
    """Align everything in a story and return its facts of all five types.

    Every quantity, date and quotation becomes a reading of a fact; propositions and attributions only where
    two articles share the matter, or one contradicts itself.
    """
    quotes, matters = align_quotes(setting), align_claims(setting)
    values = [*align_quantities(setting, matters), *align_dates(setting, matters)]
    facts = [_value_fact(setting, group, label_values(setting, group)) for group in values]
    facts += [_value_fact(setting, group, label_quote(setting, group)) for group in quotes]
    reaches = align_reaches(setting)
    disputed = {i for sides in reaches for side in sides for i in side}
    matters = [g for g in matters if disputed.isdisjoint(g) and not _figures_clash(setting, g)]
    denials = [pair for pair in find_denials(setting) if disputed.isdisjoint(pair)]
    joined, asides = join_denials(setting, join_stages(setting, matters), apart=frozenset(disputed))
    told = _with_denials(setting, joined, denials)
    bare = {denial for _, denial in denials}
    # Who denies that it did not happen says that it did.
    turned = {denial for said, denial in denials if setting.claims[said].negated}
    turned |= {i for group in told for i in group if is_called_untrue(setting, i)}
    doubts: dict[int, list[int]] = {}
    for n, i in find_doubts(setting, [*([*beyond, *within] for beyond, within in reaches), *told]):
        doubts.setdefault(n, []).append(i)
    seen: set[int] = set()
    for n, (beyond, within) in enumerate(reaches):
        facts.append(_scope_fact(setting, beyond, within, _doubt_readings(setting, doubts.get(n, ()), n, seen)))
    for n, group in enumerate(told, start=len(reaches)):
        label = label_claims(setting, _plain(setting, [i for i in group if i not in bare]), ask="Whether")
        readings = [_clause_reading(setting, i) for i in group]
        readings = [r._replace(negated=True) if i in turned else r for i, r in zip(group, readings, strict=True)]
        facts.append(
            _fact(setting, "proposition", label, [*readings, *_doubt_readings(setting, doubts.get(n, ()), n, seen)])
        )
    facts += [_onset_fact(setting, at_once, later) for at_once, later in align_onsets(setting)]
    placed = Counter(i for group in told for i in group)
    facts += [_aside_fact(setting, group, placed, aspect="opposite") for group in asides]
    facts += [_aside_fact(setting, group, placed, aspect="first") for group in find_openings(setting)]
    facts += [_aside_fact(setting, group, placed, aspect="direction") for group in find_directions(setting, values)]
    facts += [_aside_fact(setting, group, placed, aspect="trait") for group in find_traits(setting)]
    sides = [side for beyond, within in reaches for side in (within, beyond)]
    against = {i: within for beyond, within in reaches for i in beyond}
    for said in find_disputed_voices(setting, sides=sides, quotes=quotes, matters=matters, values=values):
        label = _label_voices(setting, said, against.get(said.claims[0], ()))
        facts.append(_fact(setting, "attribution", label, [_voice_reading(setting, i) for i in said.claims]))
    return facts


def _label_voices(setting: Setting, said: Statement, against: Sequence[int]) -> str:
    """Ask who said something; `against` are the claims that its voices contradict as a side of a dispute."""
    if against:
        return label_claims(setting, against, ask="Who disputes that")
    if said.words:
        return label_words(said.words)
    group = said.claims
    # "The army has denied striking it" says by itself that it is a denial.
    plain = [i for i in group if is_denial(claim := setting.claims[i]) and not _is_cue_clause(setting, claim)]
    return label_claims(setting, plain or group, ask="Who denied that" if plain else "Who said that")


def _is_cue_clause(setting: Setting, claim: Claim) -> bool:
    return setting.passages[claim.passage].doc[claim.head].text == claim.cue


def _figures_clash(setting: Setting, claims: Sequence[int]) -> bool:
    """Tell whether two clauses that read alike hold figures that contradict each other: then they don't agree."""
    figures = {i: [m.quantity for m in setting.quantities_of(i)] for i in claims}
    for a, b in combinations(claims, 2):
        found = {compare_quantities(x, y).relation for x in figures[a] for y in figures[b]}
        if "contradict" in found and not found & {"agree", "compatible"}:
            return True
    return False


def _with_denials(
    setting: Setting, matters: Sequence[Sequence[int]], denials: Sequence[tuple[int, int]]
) -> list[list[int]]:
    """Add to each matter who denies it with a mere "this is denied"; a matter that only stands so is a new one.

    Args:
        setting: the story.
        matters: clusters of claims, as indices.
        denials: the claim denied, and the denial; by itself, the latter states nothing.
    """
    bare = {denial for _, denial in denials}
    told = [[i for i in group if i not in bare] for group in matters]
    whole = [len(kept) == len(group) for kept, group in zip(told, matters, strict=True)]
    articles = [len({setting.claims[i].article_id for i in group}) for group in told]
    told = [group for group, same, n in zip(told, whole, articles, strict=True) if same or n > 1]
    home = {i: n for n, group in enumerate(told) for i in group}
    for said, denial in denials:
        if said not in home:
            told.append([said])
            home[said] = len(told) - 1
        told[home[said]].append(denial)
    return [sorted(group) for group in told]


def _doubt_readings(setting: Setting, claims: Sequence[int], matter: int, seen: set[int]) -> list[Reading]:
    """Return the readings of those who leave a matter open; one that leaves several open has a reading in each."""
    readings = []
    for i in claims:
        reading = _clause_reading(setting, i)._replace(negated=False, modality="unconfirmed")
        readings.append(reading._replace(reading_id=f"{reading.reading_id}.{matter}") if i in seen else reading)
        seen.add(i)
    return readings


def _scope_fact(setting: Setting, beyond: Sequence[int], within: Sequence[int], doubts: Sequence[Reading] = ()) -> Fact:
    label = label_claims(setting, within, ask="Whether")
    asserted = [_clause_reading(setting, i)._replace(negated=False, aspect="scope") for i in within]
    denied = [_clause_reading(setting, i)._replace(negated=True, aspect="scope") for i in beyond]
    return _fact(setting, "proposition", label, [*asserted, *denied, *doubts])


def _onset_fact(setting: Setting, at_once: Sequence[Onset], later: Sequence[Onset]) -> Fact:
    label = label_onset(setting, [(setting.claims[o.claim].passage, o.noun) for o in at_once])
    return _fact(setting, "proposition", label, [_onset_reading(setting, o) for o in (*at_once, *later)])


def _onset_reading(setting: Setting, onset: Onset) -> Reading:
    """Return a reading beside the one that the claim has of what was done: this one says when it began to hold."""
    claim, reading = setting.claims[onset.claim], _clause_reading(setting, onset.claim)
    passage = setting.passages[claim.passage]
    words = passage.doc[slice(*onset.span)]
    low, high = passage.start + words.start_char, passage.start + words.end_char
    return reading._replace(
        reading_id=f"{reading.reading_id}.onset",
        start=low,
        end=min(high, low + MAX_EVIDENCE),
        value_start=low,
        value_end=high,
        value=" ".join(setting.texts[claim.article_id][low:high].split()),
        negated=not onset.at_once,
        aspect="onset",
    )


def _aside_fact(setting: Setting, members: Sequence[Assertion], placed: Counter[int], *, aspect: str) -> Fact:
    """Build the fact of a dispute whose clauses say more than what is in dispute, and may stand in other facts.

    Args:
        setting: the story.
        members: its claims.
        placed: in how many facts each claim stands already.
        aspect: what of the matter is in dispute, where they contradict each other without denying anything.
    """
    readings = []
    for claim, span, is_turned in members:
        reading = _clause_reading(setting, claim)
        if any(span):
            reading = _narrow(setting, reading, *span)
        elif placed[claim]:
            reading = reading._replace(reading_id=f"{reading.reading_id}.{aspect}{placed[claim]}")
        placed[claim] += not any(span)
        if is_called_untrue(setting, claim):
            reading = reading._replace(negated=True)
        if is_turned:
            reading = reading._replace(negated=not reading.negated, aspect=aspect)
        readings.append(reading)
    whole = [a.claim for a in members if not any(a.span)]
    if not whole:
        named = min((r.value for r, a in zip(readings, members, strict=True) if not a.is_turned), key=len)
        first, _, rest = named.partition(" ")
        named = f"{first.lower()} {rest}" if first in ("A", "An", "The", "His", "Her", "Its", "Their") else named
        return _fact(setting, "proposition", f"Whether it was {named}", readings)
    straight = [a.claim for a in members if not (any(a.span) or a.is_turned)]
    return _fact(
        setting, "proposition", label_claims(setting, _plain(setting, straight or whole), ask="Whether"), readings
    )


def _plain(setting: Setting, claims: Sequence[int]) -> list[int]:
    """Leave out, if others are left, the claims that only name what they deny: these say badly what it is."""
    kept = [i for i in claims if (d := read_denial(setting, i)) is None or d.is_clause]
    return kept or list(claims)


def _narrow(setting: Setting, reading: Reading, start: int, end: int) -> Reading:
    """Let a reading of a clause be one of a phrase in it."""
    value = " ".join(setting.texts[reading.article_id][start:end].split())
    name = f"{reading.article_id}:proposition{start}-{end}"
    return reading._replace(reading_id=name, start=start, end=end, value_start=start, value_end=end, value=value)


def _fact(setting: Setting, kind: str, label: str, readings: Sequence[Reading]) -> Fact:
    ordered = sorted(readings, key=lambda r: (r.article_id, r.value_start, r.reading_id))
    # The first to report it names the fact, so that an article that joins later renames nothing.
    first = min(ordered, key=lambda r: (setting.published[r.article_id][0] or "9999", r.article_id, r.value_start))
    return Fact(f"f{blake2b(first.reading_id.encode(), digest_size=5).hexdigest()}", kind, label, tuple(ordered))


def _value_fact(setting: Setting, mentions: Sequence[Mention], label: str) -> Fact:
    return _fact(setting, mentions[0].type, label, [_value_reading(setting, mention) for mention in mentions])


def _value_reading(setting: Setting, mention: Mention) -> Reading:
    claim = _unsaid(setting.claims[mention.claim], mention)
    if mention.type == "quote" and mention.end - mention.start <= MAX_EVIDENCE:
        start, end = setting.excerpts.cut_value(mention.claim, mention.start, mention.end)
        if end - start > 2 * (mention.end - mention.start) + 200:
            start, end = mention.start, mention.end
    else:
        start, end = setting.excerpts.cut_value(
            mention.claim, mention.start, min(mention.end, mention.start + MAX_EVIDENCE)
        )
    return _reading(
        setting, claim, mention.type, (start, end), (mention.start, mention.end), mention.value, mention,
        f"{mention.article_id}:{mention.type}{mention.start}-{mention.end}",
    )  # fmt: skip


def _unsaid(claim: Claim, mention: Mention) -> Claim:
    """ "Ellery, 57, denied it": how old the voice is, is not what it says."""
    low, high = claim.speaker_span
    if mention.type == "quote" or not low <= mention.start < mention.end <= high:
        return claim
    return claim._replace(speakers=claim.speakers[:-1], modality="asserted")


def _clause_reading(setting: Setting, index: int) -> Reading:
    claim = setting.claims[index]
    start, end = claim.start, min(claim.end, claim.start + MAX_EVIDENCE)
    value = setting.texts[claim.article_id][claim.start : claim.end]
    name = claim.claim_id.replace(":c", ":proposition", 1)
    reading = _reading(setting, claim, "proposition", (start, end), (claim.start, claim.end), value, None, name)
    modality = "asserted" if is_refusal(setting, index) else claim.modality
    return reading._replace(is_early=is_early(setting, index), modality=modality)


def _voice_reading(setting: Setting, index: int) -> Reading:
    claim = setting.claims[index]
    low, high = claim.speaker_span
    start, end = setting.excerpts.cut_cue(index)
    name = claim.claim_id.replace(":c", ":attribution", 1)
    return _reading(setting, claim, "attribution", (start, end), (low, high), claim.speakers[-1], None, name)


def _reading(
    setting: Setting,
    claim: Claim,
    kind: str,
    evidence: tuple[int, int],
    span: tuple[int, int],
    value: str,
    mention: Mention | None,
    reading_id: str,
) -> Reading:
    return Reading(
        reading_id=reading_id,
        type=kind,
        article_id=claim.article_id,
        claim_id=claim.claim_id,
        start=evidence[0],
        end=evidence[1],
        value_start=span[0],
        value_end=span[1],
        value=" ".join(value.split()),
        speakers=claim.speakers,
        modality=claim.modality,
        negated=claim.negated,
        as_of=setting.as_of(claim),
        published=setting.published[claim.article_id],
        cumulative=kind == "quantity" and _is_cumulative(setting, mention),
        is_moved=kind == "quantity" and setting.is_moved(mention),
        mention=mention,
    )


@cache
def _growing() -> frozenset[str]:
    return read_words("cumulative.txt")


def _is_cumulative(setting: Setting, mention: Mention) -> bool:
    """Tell whether a count is one of those that grow while an event is reported."""
    if setting.is_moved(mention):
        return True
    if mention.quantity.direction and setting.names_session(mention):
        return True
    if mention.quantity.kind not in ("count", "money") or setting.is_attribute(mention):
        return False
    site = setting.locate(mention)
    return not site.is_background and not _growing().isdisjoint(site.frame.slot | {site.frame.thing})


def published_spans(articles: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Turn (published, precision) of every article into the first and last moment it can have been published."""
    return {article_id: _published_span(*when) for article_id, when in articles.items()}


def _published_span(published: str, precision: str) -> tuple[str, str]:
    if not published or precision == "unknown":
        return "", ""
    if precision == "month":
        return f"{published[:7]}-01", f"{published[:7]}-31"
    if len(published) <= 10 or precision == "day":
        return published[:10], published[:10]
    moment = datetime.fromisoformat(published)
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    text = moment.strftime("%Y-%m-%dT%H:%M")
    return text, text
