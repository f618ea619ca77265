"""What voices say of a report as a whole: that they could not confirm it, that they deny it."""

from collections.abc import Sequence

from factdiff.claims import Claim
from factdiff.facts.matters import DENYING
from factdiff.facts.setting import Setting
from factdiff.lists import read_words
from factdiff.syntax import Token

WINDOW = 8  # claims back to look at
BESIDE = 1  # sentences back to what "this" or "the report" can mean
_REFERRING = frozenset({"this", "that", "it", "these", "them", "those"})
_CONFIRMING = frozenset({"confirm", "verify", "corroborate", "substantiate", "authenticate"})
_ACCUSING = frozenset({"accusation", "allegation", "charge"})


def find_doubts(setting: Setting, matters: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Find who could not confirm a report that a matter rests on.

    Args:
        setting: the story.
        matters: clusters of claims, as indices.

    Returns:
        (index of the matter, index of the claim that leaves it open), in order.
    """
    found = []
    taken = {i for group in matters for i in group}
    told: dict[str, list[tuple[int, int]]] = {}  # only claims of the same article can be meant
    for n, group in enumerate(matters):
        for j in group:
            told.setdefault(setting.claims[j].article_id, []).append((n, j))
    for i, claim in enumerate(setting.claims):
        verb = setting.passages[claim.passage].doc[claim.head]
        if i in taken or verb.lemma_.lower() not in _CONFIRMING or not _is_undone(claim, verb):
            continue
        what = _object(verb)
        if what is not None:
            near = told.get(claim.article_id, [])
            meant = dict.fromkeys(n for n, j in near if _is_meant(claim, what, setting.claims[j]))
            found += [(n, i) for n in meant]
    return found


def find_denials(setting: Setting) -> list[tuple[int, int]]:
    """Find who denies what was just said: "Media reported that he drank, but police have denied this".

    Returns:
        (index of the claim denied, index of the denial), in order. Only a claim in another's voice is denied so.
    """
    found = []
    for i, claim in enumerate(setting.claims):
        verb = setting.passages[claim.passage].doc[claim.head]
        if verb.lemma_.lower() not in DENYING or claim.modality != "denied" or not claim.speakers or claim.negated:
            continue
        what = _object(verb)
        if what is None or not _refers(what) or claim.section == "headline":
            continue
        before = [j for j in range(max(0, i - WINDOW), i) if _is_said_by_another(setting.claims[j], claim)]
        last = setting.claims[before[-1]] if before else claim
        said = [j for j in before if setting.claims[j].sentence == last.sentence]
        main = [j for j in said if _is_main(setting, setting.claims[j])]
        meant = what.lemma_.lower() not in _ACCUSING or _is_accused(setting, claim, before)
        if len(main) == 1 and setting.claims[main[0]].speakers == last.speakers and meant:
            found.append((main[0], i))
    return found


def _is_accused(setting: Setting, denial: Claim, before: Sequence[int]) -> bool:
    """Tell whether what was said before names who rejects "the accusation"."""
    terms = setting.terms[denial.passage]
    doc = setting.passages[denial.passage].doc
    subjects = {terms[c.i] for c in doc[denial.head].children if c.dep_ == "nsubj"} - {""}
    return any(
        subjects & {setting.terms[c.passage][i] for i in c.tokens} for c in map(setting.claims.__getitem__, before)
    )


def _is_undone(claim: Claim, verb: Token) -> bool:
    """ "could not confirm", "was unable to verify", "has not been verified"."""
    if claim.modality == "unconfirmed" or claim.negated:
        return True
    governor = verb.head
    unable = verb.dep_ == "xcomp" and governor.lemma_.lower() in ("unable", "fail")
    return unable or any(c.dep_ == "neg" for c in verb.children)


def _object(verb: Token) -> Token | None:
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return passive or next((c for c in verb.children if c.dep_ == "dobj"), None)


def _refers(token: Token) -> bool:
    """Tell whether a noun phrase only points back: "this", "the report", "those claims"."""
    if token.pos_ in ("PRON", "DET") and token.lower_ in _REFERRING:
        return True
    bare = not any(c.dep_ in ("acl", "relcl", "prep") for c in token.children)
    if not bare or token.lemma_.lower() not in read_words("message_nouns.txt"):
        return False
    return any(c.dep_ == "det" and c.lower_ in ("the", *_REFERRING) for c in token.children)


def _is_meant(doubt: Claim, what: Token, claim: Claim) -> bool:
    """Tell whether "the Journal's report", or "the report" in the sentence after, is one that a claim comes from."""
    if not claim.speakers or claim.speakers == doubt.speakers:
        return False
    names = {t.text for t in what.subtree if t.pos_ == "PROPN"}
    if names:
        return bool(names & set(claim.speakers[0].split()))
    return _refers(what) and 0 <= doubt.sentence - claim.sentence <= BESIDE


def _is_said_by_another(claim: Claim, denial: Claim) -> bool:
    if claim.article_id != denial.article_id or claim.is_cue or claim.section != denial.section:
        return False
    near = 0 <= denial.sentence - claim.sentence <= BESIDE
    return near and bool(claim.speakers) and claim.speakers[-1] != denial.speakers[-1] and claim.modality != "denied"


def _is_main(setting: Setting, claim: Claim) -> bool:
    """Tell whether a claim is what its voice says, not a clause inside that."""
    head = setting.passages[claim.passage].doc[claim.head]
    return head.dep_ in ("ccomp", "ROOT", "conj", "parataxis") and not claim.is_cue
