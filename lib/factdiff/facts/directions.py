"""In which direction from a place something was: "55 km west of the town" against "55 km south of the town"."""

from collections.abc import Sequence

from factdiff.facts.denials import Assertion
from factdiff.facts.frames import find_subject, find_verb
from factdiff.facts.setting import Setting
from factdiff.syntax import Token
from factdiff.values.mention import Mention

APART = 90  # degrees between directions of which only one can be right; neighbours may both be rough
_COMPASS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")


def find_directions(setting: Setting, groups: Sequence[Sequence[Mention]]) -> list[list[Assertion]]:
    """Find the distances from one place that point to different sides of it.

    Args:
        setting: the story.
        groups: mentions of one fact each.

    Returns:
        For each such fact its readings with a direction; those on the side that fewer take are turned.
    """
    found = []
    for group in groups:
        sides: dict[int, list[Assertion]] = {}
        located = [(m, read) for m in group if (read := _read_direction(setting, m)) is not None]
        things = {thing for m, _ in located if (thing := _located_thing(setting, m))}
        if len(things) > 1 or len({setting.find_landmark(m) for m, _ in located}) > 1:
            continue
        for mention, (angle, span) in located:
            sides.setdefault(angle, []).append(Assertion(mention.claim, span))
        if len({setting.claims[a.claim].article_id for side in sides.values() for a in side}) > 1:
            first = max(sorted(sides), key=lambda angle: len(sides[angle]))
            far = {angle for angle in sides if _turn(first, angle) >= APART}
            if far:
                found.append([a._replace(is_turned=angle in far) for angle in sorted(sides) for a in sides[angle]])
    return found


def _turn(a: int, b: int) -> int:
    return min((a - b) % 360, (b - a) % 360)


def _read_direction(setting: Setting, mention: Mention) -> tuple[int, tuple[int, int]] | None:
    """Return the direction that a distance points to, in degrees, and where the text says so."""
    if not setting.find_landmark(mention):
        return None
    passage = setting.passages[mention.passage]
    _, high = setting.tokens_of(mention)
    words = [t for t in passage.doc[high : high + 6] if _angle(t) >= 0]
    of = next((t for t in passage.doc[high : high + 6] if t.lower_ == "of"), None)
    if len(words) != 1 or of is None or words[0].i > of.i:
        return None
    last = passage.doc[max(t.i for t in of.subtree if t.i <= of.i + 6)]
    return _angle(words[0]), (mention.start, passage.start + last.idx + len(last.text))


def _located_thing(setting: Setting, mention: Mention) -> str:
    """Return what lies or happened there; '' for a pronoun. The epicentre of a quake is where the quake was."""
    token = setting.passages[mention.passage].doc[mention.anchor]
    subject = find_subject(find_verb(token))
    if subject is None or subject.pos_ == "PRON":
        return ""
    term = setting.terms[mention.passage][subject.i]
    return "earthquake" if term in ("epicenter", "epicentre", "hypocenter", "focus") else term


def _angle(token: Token) -> int:
    word = token.lower_.replace("-", "")
    return 45 * _COMPASS.index(word) if word in _COMPASS else -1
