from factdiff.facts.assembly import assemble_facts

FRAGMENTS = {
    "a": "Quiet on Tuesday. According to a White House official. Now, 5 p.m. Up 4% by noon.",
    "b": "Sunny, on Friday. Late Tuesday. According to two people. Not so on January 6, however.",
}


def test_fragments_without_a_verb_end(make_setting):
    facts = assemble_facts(make_setting(FRAGMENTS))
    assert {f.type for f in facts} >= {"date", "quantity"}
