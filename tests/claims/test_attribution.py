import pandas as pd
import pytest

from factdiff.claims import find_claims
from factdiff.claims.reader import name_people
from factdiff.house import read_house
from factdiff.language import parse_passages

# (text, words of the claim, chain outermost first)
CHAINS = [
    ("The minister said the bridge was closed.", "the bridge", ("The minister",)),
    ("The bridge was closed, the minister said.", "The bridge", ("the minister",)),
    ("Maria Lopez told Reuters that the bridge had collapsed.", "the bridge", ("Reuters", "Maria Lopez")),
    ("The bridge collapsed, according to police.", "The bridge", ("police",)),
    ("According to police, the bridge collapsed.", "the bridge", ("police",)),
    ("Citing two officials, Reuters reported that the talks had failed.", "the talks", ("Reuters", "two officials")),
    ("The talks had failed, Reuters reported, citing two officials.", "The talks", ("Reuters", "two officials")),
    ("“We lost everything,” said Maria Lopez.", "We lost", ("Maria Lopez",)),
    ("“We lost everything,” Maria Lopez told Politico.", "We lost", ("Politico", "Maria Lopez")),
    ("Maria Lopez blamed the mayor. “He lied to us,” she said.", "He lied", ("Maria Lopez",)),
    ("The storm killed nine people.", "killed", ()),
    ("Japan's foreign ministry called the ban unacceptable.", "unacceptable", ("Japan's foreign ministry",)),
    ("The trial, which police watched, ended on Friday, the court said.", "ended", ("the court",)),
    ("Prosecutors allege that he hid the money.", "he hid", ("Prosecutors",)),
    ("The data show that prices fell.", "prices fell", ("The data",)),
    ("Magnitude estimates came from data from the US Geological Survey.", "Magnitude", ()),
    ("The quake was shallow, according to data from the US Geological Survey.", "shallow", ("US Geological Survey",)),
    ("The army denied that it had shelled the town.", "it had shelled", ("The army",)),
    ("Dr. Anna Weber said the drug works. Weber said it was safe.", "it was safe", ("Anna Weber",)),
    ("Anna Weber, a surgeon, arrived. “He will live,” the surgeon said.", "He will live", ("Anna Weber",)),
    ("In an interview with Politico, Anna Weber said the law would fail.", "the law", ("Politico", "Anna Weber")),
    ("Anna Weber said in an interview with Politico that the law would fail.", "the law", ("Politico", "Anna Weber")),
    ("An unnamed person familiar with the talks told the Wall Street Journal that they had stopped.",
     "they had stopped", ("Wall Street Journal", "An unnamed person familiar with the talks")),
    ("The train ran at 178 kilometres per hour, police said.", "The train", ("police",)),
    ("The minister said prices rose 3 per cent.", "prices", ("The minister",)),
    ("The trial was delayed, per the ministry.", "The trial", ("the ministry",)),
    ("A Wall Street Journal report revealed that exports had stopped.", "exports", ("Wall Street Journal",)),
    ("“We did not fire. The army must answer for this,” the mayor said.", "must answer", ("the mayor",)),
    ("The union said drivers had warned managers about the crack.", "warned", ("The union",)),
    ("The pilot warned managers about the crack, the union says.", "The pilot", ("the union",)),
    ("The union says drivers reported the crack three times.", "reported", ("The union", "drivers")),
    ("The union disputed that, saying drivers had warned managers twice.", "had warned", ("The union",)),
    ("Nine people died, residents say; the army says it hit a depot.", "Nine", ("residents",)),
    ("Nine people died, residents say; the army says it hit a depot.", "it hit", ("the army",)),
    ("The bank cut its forecast; profit rose 3%, analysts said.", "The bank", ()),
    ("The bank cut its forecast; profit rose 3%, analysts said.", "profit", ("analysts",)),
    ("The minister said that roads were open; that trains ran; and that schools shut.", "schools", ("The minister",)),
    ("“We won; they lost,” the coach said.", "We won", ("the coach",)),
    ("The minister demanded an inquiry into an attack that doctors say killed nine.", "doctors say", ("doctors",)),
    ("The Associated Press quoted residents as saying that homes burned.", "homes", ("Associated Press", "residents")),
    ("Residents were quoted by AFP as saying that homes burned.", "homes", ("AFP", "Residents")),
    ("The minister was quoted as saying that the road was shut.", "the road", ("The minister",)),
    ("Navico fell 6%. The union rejected the offer. It said members would strike.", "members", ("The union",)),
    ("Navico said it would pay. “The company has turned the page,” it said.", "turned", ("Navico",)),
    ("Judges fined Navico. Navico paid. Judges agreed that he lied. It said he left.", "he left", ("Navico",)),
    ("The shop will close, a source close to it told the newspaper Les Nouvelles.",
     "The shop", ("Les Nouvelles", "a source close to it")),
    ("Maria Kessler told Science Now it was a great advance.", "it was", ("Maria Kessler",)),
    ("Alain Verdier was convicted. Verdier told the court in October that he never took a cent.",
     "he never", ("Alain Verdier",)),
    ("Jo Hill was sued, and announced later that she had quit.", "she had quit", ("Jo Hill",)),
    ("Officials said roads were shut, but police have denied this.", "police have", ("police",)),
    ("The ferry slammed into a pier, the coast guard said.", "The ferry", ("the coast guard",)),
    ("The firm's use of the site continued, the ministry said.", "The firm", ("the ministry",)),
    ("A spokesman for the Crime Authority, Jonas Ek, said a man was held.", "a man", ("Jonas Ek",)),
    ("Its auditor, Bergman & Co, said it had written twice.", "it had written", ("Bergman & Co",)),
    ("The sum was moved, according to two people briefed on the case, who asked not to be named.",
     "The sum", ("two people briefed on the case",)),
    ("Maria Lopez arrived. Ms Lopez said it was late.", "it was late", ("Maria Lopez",)),
    ("Navico said in June it was well. The company said it was growing.", "it was growing", ("Navico",)),
    ("The Justice Department filed charges. The department said he stole it.", "he stole", ("Justice Department",)),
    ("Jo Hill told Sky News it was late. “It is a mess,” she told the broadcaster.",
     "It is a mess", ("Sky News", "Jo Hill")),
    ("The minister said the toll was 40, according to Reuters.", "the toll", ("Reuters", "The minister")),
    ("The skipper says it stalled, his brother told Reuters.", "it stalled", ("Reuters", "his brother", "The skipper")),
    ("One of the people said the fund was empty.", "the fund", ("One of the people",)),
    ("The ban follows remarks by Jo Hill, suggesting that war could break out.", "war could", ("Jo Hill",)),
    ("He was questioned, according to the police chief, Supt. Teresa Gomez.", "questioned", ("Teresa Gomez",)),
    ("In comments to Reuters, Maria Lopez called it a mess.", "a mess", ("Reuters", "Maria Lopez")),
    ("The council has yet to determine which roads will close.", "which roads", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "chain"), CHAINS)
def test_chain(claim_of, text, words, chain):
    assert claim_of(text, words).speakers == chain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("China, which borders the sea, demanded an apology.", "borders the sea"),
        ("The firm maintains a list of suppliers.", "maintains a list"),
        ("Tensions rose after the vote.", "Tensions rose"),
        ("He continued to work.", "continued"),
    ],
)
def test_what_nobody_says_has_no_voice(claim_of, text, words):
    assert claim_of(text, words).speakers == ()


def test_quotation_goes_on_in_the_next_sentence(claim_of):
    text = "“The wall fell,” said Ema Suryani, a doctor. “We ran outside.”"
    assert claim_of(text, "We ran").speakers == ("Ema Suryani",)


def test_quotation_over_a_paragraph_break_takes_the_voice_that_follows(claim_of):
    text = "\"A man was working in the field.\n\nHis body was found, '' said Fauzi, an official."
    assert claim_of(text, "A man was").speakers == ("Fauzi",)


def test_first_person_inside_a_quotation_is_its_speaker(claim_of):
    text = "“I think this will drag on,” said Keita Ishii, president of Itochu."
    assert claim_of(text, "this will drag").speakers == ("Keita Ishii",)


def test_the_clause_that_only_names_the_speaker_is_marked(read_claims):
    claims = read_claims("The minister said the bridge was closed.")
    assert [c.is_cue for c in claims] == [True, False]


def test_speaker_span_is_where_the_text_names_the_voice(read_claims):
    text = "Maria Lopez told Reuters that the bridge had collapsed."
    claim = next(c for c in read_claims(text) if not c.is_cue)
    assert text[slice(*claim.speaker_span)] == "Maria Lopez"


def test_an_outlet_of_the_story_is_a_voice():
    text = "Jo Hill told the Courier that the fund was empty."
    sections = pd.DataFrame([("a", 0, len(text), "body", 0)], columns=["article_id", "start", "end", "section", "item"])
    passages = list(parse_passages({"a": text}, sections))
    labels, own = {"a": "Harbour Courier", "b": "Daily Ledger"}, {"a": "harbour courier", "b": "daily ledger"}
    for article, chain in (("a", ("Harbour Courier", "Jo Hill")), ("b", ("Jo Hill",))):
        claims, _ = find_claims(passages, {"a": text}, house=read_house(labels, own), own={"a": own[article]})
        assert next(c.speakers for c in claims if "fund" in text[c.start : c.end]) == chain


def test_a_family_name_alone_is_the_person_of_that_name(read_claims):
    claims = read_claims("It was late, Ms Lund said.")
    assert {c.speakers for c in name_people(claims, ["Eva Lund"])} >= {("Eva Lund",)}
    assert ("Eva Lund",) not in {c.speakers for c in name_people(claims, ["Eva Lund", "Per Lund"])}


@pytest.mark.parametrize(
    ("voice", "named"), [("E. Lund", "Eva Lund"), ("E.M. Lund", "Eva Lund"), ("P. Lund", "P. Lund")]
)
def test_initials_stand_for_the_one_person_of_that_name(read_claims, voice, named):
    claims = read_claims(f"It was late, {voice} said.")
    assert {c.speakers[-1] for c in name_people(claims, ["Eva Lund", "E. Lund"]) if c.speakers} == {named}


def test_who_speaks_for_whom(read_claims):
    claims = read_claims("Jo Hill, a spokesperson for China's commerce ministry, said it was late.")
    assert {c.office for c in claims if c.speakers == ("Jo Hill",)} == {"China's commerce ministry"}


def test_every_hop_has_its_place(read_claims):
    text = "Citing two exporters, the Wall Street Journal said trade had stopped."
    claim = next(c for c in read_claims(text) if c.speakers)
    assert [text[start:end] for start, end in claim.hops] == ["the Wall Street Journal", "two exporters"]


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Keita Ishii, president of Itochu Corp, said the row would drag on.", "Keita Ishii", "Itochu Corp"),
        ("Boeing chief executive Dave Calhoun said the jets were safe.", "Dave Calhoun", "Boeing"),
        ("Toyota's president, Koji Sato, said output fell.", "Koji Sato", "Toyota"),
        ("Jane Fraser, CEO of Citigroup, said the bank was strong.", "Jane Fraser", "Citigroup"),
        ("Navico was fined. Its chairman, Paul Lemaire, said it would appeal.", "Paul Lemaire", "Navico"),
        ("Itochu Corp cut its forecast. Chief Executive Keita Ishii said sales fell.", "Keita Ishii", "Itochu Corp"),
        ("U.S. President Donald Trump said it was over.", "Donald Trump", ""),
        ("Emmanuel Macron, president of France, said it was over.", "Emmanuel Macron", ""),
        ("Fed Chair Jerome Powell said rates would rise.", "Jerome Powell", ""),
        ("Jo Hill, a spokesman for the ministry, said it was over.", "Jo Hill", "the ministry"),
    ],
)
def test_office(read_claims, text, person, body):
    assert {c.office for c in read_claims(text) if c.speakers[-1:] == (person,)} == {body}
