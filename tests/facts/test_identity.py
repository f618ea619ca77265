"""spaCy makes a new Token at every access: `token.head is token` never holds, and a loop that waits for it hangs."""

import ast
from pathlib import Path

import factdiff
from factdiff.facts.assembly import assemble_facts

LIBRARY = Path(factdiff.__file__).parent


def _identities(path):
    """Return the lines of a module that compare two objects for identity."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
                if isinstance(operator, ast.Is | ast.IsNot) and not any(
                    isinstance(s, ast.Constant) for s in (left, right)
                ):
                    yield node.lineno


def test_no_room_that_handles_tokens_asks_for_identity():
    modules = [p for p in sorted(LIBRARY.rglob("*.py")) if "from spacy.tokens import" in p.read_text(encoding="utf-8")]
    assert len(modules) > 20
    assert [f"{p.relative_to(LIBRARY)}:{line}" for p in modules for line in _identities(p)] == []


def test_a_check_that_sees_an_identity(tmp_path):
    module = tmp_path / "module.py"
    module.write_text("def climb(token):\n    return token.head is token\n")
    assert list(_identities(module)) == [2]


FRAGMENTS = {
    "a": "Quiet on Tuesday. According to a White House official. Now, 5 p.m. Up 4% by noon.",
    "b": "Sunny, on Friday. Late Tuesday. According to two people. Not so on January 6, however.",
}


def test_fragments_without_a_verb_end(make_setting):
    facts = assemble_facts(make_setting(FRAGMENTS))
    assert {f.type for f in facts} >= {"date", "quantity"}
