"""Sentences into clauses: one head each, and the tokens that belong to it."""

from typing import NamedTuple

from factdiff.syntax import Doc, Span, Token


class Clause(NamedTuple):
    """A clause of `doc`: its head and its own tokens (those of clauses inside it left out), as indices."""

    head: int
    tokens: tuple[int, ...]


_EMBEDDED = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "csubjpass", "pcomp", "ROOT"})
_VERBAL = frozenset({"VERB", "AUX"})
_ARGUMENTS = frozenset({"dobj", "obj", "agent", "nsubj", "nsubjpass", "ccomp", "xcomp", "prep", "attr", "oprd"})


def is_clause_head(token: Token) -> bool:
    """Tell whether `token` heads a clause of its own rather than a part of its governor's clause."""
    dep = token.dep_
    if dep == "ROOT":
        return True
    if dep in _EMBEDDED:
        return token.pos_ in _VERBAL or any(c.dep_ in ("cop", "nsubj", "nsubjpass", "mark") for c in token.children)
    if dep in ("conj", "acl", "dep"):
        return token.pos_ in _VERBAL and any(c.dep_ in _ARGUMENTS for c in token.children)
    return False


def find_clauses(sentence: Span) -> list[Clause]:
    """Split a sentence into clauses, in the order of their heads."""
    doc, owner = sentence.doc, {}
    for token in sentence:
        path = []
        while token.i not in owner and not is_clause_head(token):
            path.append(token.i)
            token = token.head
        root = owner.get(token.i, token.i)
        owner[token.i] = root
        for i in path:
            owner[i] = root
    members: dict[int, list[int]] = {}
    for i in range(sentence.start, sentence.end):
        members.setdefault(owner[i], []).append(i)
    return [Clause(head, _trim(doc, members[head])) for head in sorted(members)]


def _trim(doc: Doc, tokens: list[int]) -> tuple[int, ...]:
    """Drop commas, quotation marks and dangling conjunctions at both ends."""
    low, high = 0, len(tokens)
    while low < high - 1 and (_is_edge(doc[tokens[low]]) or doc[tokens[low]].dep_ == "cc"):
        low += 1
    while high > low + 1 and (_is_edge(doc[tokens[high - 1]]) or doc[tokens[high - 1]].dep_ in ("cc", "prep")):
        high -= 1
    return tuple(tokens[low:high])


def _is_edge(token: Token) -> bool:
    return token.is_space or token.is_quote or (token.is_punct and token.text not in "%)")
