import pytest

from factdiff.facts.scopes import read_reach
from factdiff.relations import judge_fact

STRIKE = {
    "a": "The army said the strike hit only military targets near the port.\n"
    "Residents told Reuters that the strike near the port damaged civilian homes.",
    "b": "The strike near the port was not limited to military targets, a doctor told Reuters.",
}


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("The ban affects only military firms.", False),
        ("The ban is not limited to defence companies.", True),
        ("The curbs go beyond the defence industry.", True),
        ("Civilian users will not be affected.", False),
        ("Civilian sectors remain unaffected.", False),
        ("The shelling hit civilian homes.", True),
        ("The strikes were aimed at military sites.", False),
        ("The army bought new trucks.", None),
        ("A military parade was held on Sunday.", None),
        ("Officials are evaluating the broader fallout from the list of military products.", None),
    ],
)
def test_reach(make_setting, text, beyond):
    setting = make_setting({"a": text})
    found = [r for i in range(len(setting.claims)) if (r := read_reach(setting, i)) is not None]
    assert [r.beyond for r in found] == ([] if beyond is None else [beyond])


def test_limited_and_wider_reach_contradict(find_facts):
    facts = [f for f in find_facts(STRIKE) if f.type == "proposition"]
    disputed = [f for f in facts if judge_fact(f).reason == "scope"]
    assert len(disputed) == 1
    stances = dict(zip((r.speakers for r in disputed[0].readings), judge_fact(disputed[0]).stances, strict=True))
    assert stances[("The army",)] == "asserts"
    assert stances[("Reuters", "a doctor")] == "denies"
