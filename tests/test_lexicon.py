"""What words and names mean: predicates, opposites, names, roles, outlets."""

import pytest

from factdiff.lexicon import (
    are_opposite,
    canonical_name,
    find_outlet,
    find_publisher,
    is_event_noun,
    list_outlets,
    name_outlet,
    predicate_class,
    voice_role,
)
from factdiff.lists import read_rows, read_words

SAME = [
    "fall decline slip drop",
    "die dead kill fatality toll slay",
    "injure wound hurt injury",
    "attack assault",
    "restrict curb limit restriction",
    "earthquake quake tremor temblor",
    "explode explosion blast",
    "convict conviction",
    "acquire acquisition buy takeover",
    "resign resignation",
    "approve approval ratify",
    "evacuate evacuation",
]
APART = [
    "die casualty",
    "ban restrict",
    "arrest charge",
    "rise fall",
    "buy sell",
    "export import",
    "murder die",
]

OPPOSITE = [
    ("rise", "fall"),
    ("climb", "decline"),
    ("begin", "end"),
    ("approve", "rejection"),
    ("guilty", "innocent"),
    ("open", "close"),
    ("inland", "offshore"),
    ("confirm", "deny"),
    ("affected", "unaffected"),
    ("kill", "survive"),
    ("up", "down"),
]
NOT_OPPOSITE = [("rise", "climb"), ("fall", "fall"), ("win", "defeat"), ("die", "injure"), ("table", "chair")]

NAMES = [
    (["China", "Beijing", "the Chinese government", "the government of China", "PRC"], "china"),
    (["Japan", "Tokyo", "Japanese", "Japan’s government"], "japan"),
    (["Russia", "the Kremlin", "Moscow"], "russia"),
    (["U.S.", "US", "the United States", "America", "the White House"], "united states"),
    (["Japan’s Ministry of Foreign Affairs", "Japan's foreign ministry", "Japanese Foreign Ministry"],
     "japan foreign ministry"),
    (["USGS", "the U.S. Geological Survey", "US Geological Survey"], "us geological survey"),
    (["AFP", "Agence France-Presse", "Agence-France Presse (AFP)"], "agence france-presse"),
    (["Department of Justice", "the U.S. Justice Department", "DOJ"], "us department of justice"),
    (["Donald Trump", "President Donald Trump", "U.S. President Donald Trump"], "donald trump"),
    (["Minoru Kihara", "Chief Cabinet Secretary Minoru Kihara", "Chief Cabinet Secretary, Minoru Kihara,"],
     "minoru kihara"),
    (["Fauzi", "disaster agency official Fauzi", "Fauzi, an official of the local disaster agency"], "fauzi"),
    (["Mr. Netanyahu", "Prime Minister Netanyahu"], "netanyahu"),
    (["Rep. Duncan Hunter", "Republican Rep. Duncan Hunter"], "duncan hunter"),
    (["British defence ministry", "Britain's Ministry of Defense"], "united kingdom defense ministry"),
    (["General Motors", "GM"], "general motors"),
    (["Beijing's Ministry of Commerce", "the Chinese commerce ministry"], "china commerce ministry"),
    (["A spokesman for Hunter, Michael Harrison", "Michael Harrison, Minister of War"], "michael harrison"),
    (["Adam L. Braverman", "Adam Braverman"], "adam braverman"),
    (["Some Japanese officials", "Japanese officials"], "japan officials"),
    (["us"], "us"),
    (["who"], "who"),
    (["Police Chief Office"], "police chief office"),
]  # fmt: skip

ROLES = [
    ("an unnamed person familiar with Chinese government decisions", "anonymous"),
    ("a Japanese government source", "anonymous"),
    ("Chinese state media", "state media"),
    ("Xinhua", "state media"),
    ("Reuters", "outlet"),
    ("an AFP journalist", "outlet"),
    ("police", "official"),
    ("Interior Ministry", "official"),
    ("Beijing", "official"),
    ("the US Geological Survey", "official"),
    ("the central bank", "official"),
    ("national disaster agency spokesman Sutopo Purwo Nugroho", "official"),
    ("Kawasaki Heavy Industries spokesman", "company"),
    ("two Chinese exporters", "company"),
    ("industry analysts", "analyst"),
    ("Nomura Research Institute economist Takahide Kiuchi", "analyst"),
    ("residents of Bukit Sama village", "witness"),
    ("the indictment", "document"),
    ("customs data", "document"),
    ("Human Rights Watch", "group"),
    ("the Journal", "outlet"),
    ("grand jury", "official"),
    ("the journal of a sailor", ""),
    ("He Yadong", ""),
]


@pytest.mark.parametrize("words", SAME)
def test_words_for_one_event_share_a_class(words: str) -> None:
    assert len({predicate_class(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", APART)
def test_other_words_do_not(words: str) -> None:
    first, second = words.split()
    assert predicate_class(first) != predicate_class(second)


@pytest.mark.parametrize(
    ("lemma", "pos", "expected"),
    [
        ("fire", "NOUN", "blaze"),
        ("fire", "VERB", "fire"),
        ("strike", "VERB", "hit"),
        ("strike", "NOUN", "strike"),
        ("strike", "", "hit"),
        ("arrival", "", "arrive"),
        ("arrival", "NOUN", "arrive"),
        ("payment", "NOUN", "pay"),
        ("banana", "", "banana"),
    ],
)
def test_predicate_class(lemma: str, pos: str, expected: str) -> None:
    assert predicate_class(lemma, pos) == expected


def test_event_nouns() -> None:
    assert is_event_noun("arrival")
    assert is_event_noun("collapse")
    assert not is_event_noun("banana")


@pytest.mark.parametrize(("a", "b"), OPPOSITE)
def test_opposites_hold_both_ways(a: str, b: str) -> None:
    assert are_opposite(a, b)
    assert are_opposite(b, a)


@pytest.mark.parametrize(("a", "b"), NOT_OPPOSITE)
def test_what_is_no_opposite(a: str, b: str) -> None:
    assert not are_opposite(a, b)


@pytest.mark.parametrize(("names", "key"), NAMES)
def test_canonical_name(names: list[str], key: str) -> None:
    assert {canonical_name(name) for name in names} == {key}


def test_a_capital_can_be_a_place() -> None:
    assert canonical_name("Tokyo", metonyms=False) == "tokyo"
    assert canonical_name("Japanese", metonyms=False) == "japan"


def test_a_canonical_name_is_its_own() -> None:
    canonical = [canonical_name(row["canonical"]) for row in read_rows("aliases.csv") + read_rows("outlets.csv")]
    assert [canonical_name(name) for name in canonical] == canonical


@pytest.mark.parametrize(("name", "role"), ROLES)
def test_voice_role(name: str, role: str) -> None:
    assert voice_role(name) == role


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("The Wall Street Journal", "Wall Street Journal"),
        ("WSJ", "Wall Street Journal"),
        ("a Wall Street Journal report", "Wall Street Journal"),
        ("an AFP journalist at the scene", "Agence France-Presse"),
        ("Agence-France Presse (AFP) news agency", "Agence France-Presse"),
        ("AP", "Associated Press"),
        ("China Daily, a state-owned newspaper", "China Daily"),
        ("China's official Xinhua News Agency", "Xinhua"),
        ("thehindu.com", "The Hindu"),
        ("The Hill", "The Hill"),
        ("Hill", None),
        ("Local media", None),
        ("Independent media", None),
        ("people", None),
        ("the Journal", None),
        ("the Times", None),
        ("Reuters chief executive", None),
    ],
)
def test_find_outlet(name: str, outlet: str | None) -> None:
    found = find_outlet(name)
    assert (found.name if found else None) == outlet


def test_a_short_name_needs_the_full_one_before() -> None:
    assert find_outlet("the Journal", named=frozenset({"Wall Street Journal"})).name == "Wall Street Journal"
    assert find_outlet("the Times", named=frozenset({"Reuters"})) is None
    both = frozenset({"New York Times", "Los Angeles Times"})
    assert find_outlet("the Times", named=both) is None


@pytest.mark.parametrize(
    ("name", "url", "outlet"),
    [
        ("The Times", "https://www.thetimes.co.uk/article/1", "The Times of London"),
        ("", "http://newsinfo.inquirer.net/437067/dozens", "Philippine Daily Inquirer"),
        ("Time", "", "Time magazine"),
        ("ABC News (Australia)", "", "ABC (Australia)"),
        ("BBC News", "https://example.org/1", "BBC"),
    ],
)
def test_find_publisher(name: str, url: str, outlet: str) -> None:
    assert find_publisher(name, url).name == outlet


def test_a_publisher_can_be_unknown() -> None:
    assert find_publisher("Quick Digest", "https://example.org") is None
    assert find_publisher("The Times") is None


def test_an_unlisted_outlet_has_a_name_of_its_own() -> None:
    assert name_outlet("Thairath newspaper") == "thairath newspaper"
    assert name_outlet("Local media") == ""
    assert name_outlet("police") == ""


def test_list_outlets_gives_spans_of_the_text() -> None:
    text = "He told Agence France-Presse (AFP). People said so; Reuters’ query, the A.P. and BBC's reporter."
    found = [(text[m.start : m.end], m.outlet) for m in list_outlets(text)]
    assert found == [
        ("Agence France-Presse", "Agence France-Presse"),
        ("AFP", "Agence France-Presse"),
        ("Reuters", "Reuters"),
        ("A.P.", "Associated Press"),
        ("BBC's", "BBC"),
    ]


def test_predicates_have_one_class_each() -> None:
    rows = read_rows("predicates.csv")
    words = [word for row in rows for word in row["words"].split()]
    assert len(words) == len(set(words))
    assert all(row["class"] in [w.partition("/")[0] for w in row["words"].split()] for row in rows)
    assert len({row["class"] for row in rows}) == len(rows)


def test_no_class_opposes_itself() -> None:
    rows = read_rows("antonyms.csv")
    assert [r for r in rows if predicate_class(r["a"]) == predicate_class(r["b"])] == []


def test_outlets_are_well_formed() -> None:
    rows = read_rows("outlets.csv")
    names = [n.casefold().removeprefix("the ") for r in rows for n in [r["canonical"], *r["aliases"].split("|")] if n]
    domains = [d for r in rows for d in r["domain"].split("|") if d]
    assert sorted({n for n in names if names.count(n) > 1}) == []
    assert sorted({d for d in domains if domains.count(d) > 1}) == []
    assert {r["kind"] for r in rows} == {"agency", "newspaper", "magazine", "broadcaster", "site"}


def test_titles_are_plain_lower_case() -> None:
    assert all(title == title.lower() and "." not in title for title in read_words("titles.txt"))
