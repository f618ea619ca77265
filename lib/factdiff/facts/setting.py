"""What the alignment of one story works on: its passages with their terms, frames and time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from factdiff.claims import Claim
from factdiff.facts.bearers import Bearers
from factdiff.facts.excerpts import Excerpts
from factdiff.facts.frames import (
    Frame,
    arguments_of,
    build_frame,
    find_landmark,
    find_owner,
    find_subject,
    find_verb,
    own_terms,
    terms_of,
)
from factdiff.facts.passengers import ABOARD, read_carriage
from factdiff.facts.penalties import ASKED_TERM, is_asked_term
from factdiff.facts.populations import POPULATION, find_home, name_place
from factdiff.facts.topics import Topic, Topics
from factdiff.facts.weights import Weights
from factdiff.language import Passage
from factdiff.lists import read_words
from factdiff.syntax import Doc, Token
from factdiff.values.counted import words_of
from factdiff.values.mention import Mention
from factdiff.values.units import is_length

VALUE_WEIGHT = 0.3  # of another value in the same clause, beside 1 for a word next to the value
NEAR_NAME = 0.45  # weight of a name that is close enough to say what a count covers
_WORD = re.compile(r"[\w’'-]+")
_LIMITS = frozenset({"prep", "relcl", "acl", "compound", "poss", "amod"})  # they say of what a tally is
OUTSIDE = 0.4  # weight of what stands outside the noun that an attribute belongs to
BACKGROUND_DAYS = 60  # an event this long before its article is background, not the story


_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your"})


class Site(NamedTuple):
    """A value or a clause in its setting, ready to be compared with others."""

    article_id: str
    claim: int
    frame: Frame
    vector: Mapping[str, float]  # the frame's terms, weighed
    sentence: Mapping[str, float]  # the weighed terms of the whole sentence
    when: tuple[str, str]  # the days the sentence dates its matter to, ('', '') if it does not
    is_background: bool  # these days lie well before the article
    part: frozenset[str] = frozenset()  # names close by that mark a part of the story: where, or of whom
    topic: Topic = Topic()


class Setting:
    """Passages, claims and mentions of one story, with what several of the aligners ask of them."""

    def __init__(
        self,
        passages: Sequence[Passage],
        claims: Sequence[Claim],
        mentions: Sequence[Mention],
        texts: Mapping[str, str],
        published: Mapping[str, tuple[str, str]],
    ) -> None:
        self.passages, self.claims, self.mentions = passages, claims, mentions
        self.texts, self.published = texts, published
        self.terms = [terms_of(p.doc) for p in passages]
        self.weights = Weights(self._terms_by_article())
        self.sentences = self._sentence_vectors()
        self._topics = Topics(passages, claims, self.terms, self.weights)
        self._values = self._group(mentions)
        self._dates = self._group([m for m in mentions if m.type == "date"])
        self.bearers = Bearers(passages)
        self.excerpts = Excerpts(passages, claims, texts)
        self._sites: dict[Mention, Site] = {}
        self._clauses: dict[int, Site] = {}
        self._antecedents: dict[Mention, Mention | None] = {}

    def _terms_by_article(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for passage, terms in zip(self.passages, self.terms, strict=True):
            found.setdefault(passage.article_id, set()).update(t for t in terms if t)
        for mention in self.mentions:
            found[mention.article_id].add(_value_term(mention))
        return found

    def _sentence_vectors(self) -> dict[tuple[int, int], dict[str, float]]:
        """Map (passage, first token of the sentence) to its weighed terms."""
        found = {}
        for index, (passage, terms) in enumerate(zip(self.passages, self.terms, strict=True)):
            for span in passage.doc.sents:
                flat = {terms[i]: 1.0 for i in range(span.start, span.end) if terms[i]}
                found[index, span.start] = self.weights.vector(flat)
        return found

    def _group(self, mentions: Sequence[Mention]) -> dict[tuple[str, int], list[Mention]]:
        """Group mentions by the sentence they stand in."""
        found: dict[tuple[str, int], list[Mention]] = {}
        for mention in mentions:
            found.setdefault((mention.article_id, self.claims[mention.claim].sentence), []).append(mention)
        return found

    def locate(self, mention: Mention) -> Site:
        """Return the site of a value; alignment and assembly both ask for it."""
        if mention not in self._sites:
            self._sites[mention] = self._locate(mention)
        return self._sites[mention]

    def _locate(self, mention: Mention) -> Site:
        site = self._locate_words(mention)
        today = self.published[mention.article_id][0][:10]
        if mention.type == "quantity" and mention.quantity.direction and today and not site.when[0]:
            # "Fell 2% in morning trading": on that day, and another day is another fall.
            return site._replace(when=(today, today)) if self.names_session(mention) else site
        counted = self.find_antecedent(mention)
        if counted is None:
            return site
        told = self.locate(counted)
        return site._replace(frame=told.frame, vector=told.vector, sentence=told.sentence, part=told.part)

    def find_antecedent(self, mention: Mention) -> Mention | None:
        """Return the count that a mere tally is another figure for: "40 had died. State media put the number at 50"."""
        if mention not in self._antecedents:
            self._antecedents[mention] = self._find_antecedent(mention)
        return self._antecedents[mention]

    def _find_antecedent(self, mention: Mention) -> Mention | None:
        if mention.type != "quantity" or mention.quantity.kind != "count" or mention.quantity.noun < 0:
            return None
        noun = self.passages[mention.passage].doc[mention.quantity.noun]
        if noun.lower_ not in read_words("tally_nouns.txt") or any(c.dep_ in _LIMITS for c in noun.children):
            return None
        if not any(c.lower_ in ("the", "that", "this") for c in noun.children):
            return None
        sentence = self.claims[mention.claim].sentence
        for near in (sentence, sentence - 1):
            told = self._values.get((mention.article_id, near), [])
            told = [m for m in told if m.type == "quantity" and m.start < mention.start]
            told = [m for m in told if m.quantity.kind == "count" and m.quantity.unit == mention.quantity.unit]
            if told:
                return told[0] if len(told) == 1 else None  # of two counts the words don't say which
        return None

    def _locate_words(self, mention: Mention) -> Site:
        doc = self.passages[mention.passage].doc
        span = self._tokens(mention.passage, mention.start, mention.end)
        # "58 wounded people" counts the wounded.
        fates = {t.i for t in doc[span[0] : span[1]] if t.dep_ == "amod" and t.tag_ == "VBN"}
        skip = frozenset(range(*span)) - fates | self._cue_tokens(mention.claim)
        frame = build_frame(
            doc,
            mention.anchor,
            self.terms[mention.passage],
            skip=skip - {mention.anchor},
        )
        if mention.anchor in range(*span) and mention.type == "quantity" and mention.quantity.noun < 0:
            frame = frame._replace(thing="")
        if self.is_attribute(mention):
            inside = set(own_terms(doc, mention.anchor, self.terms[mention.passage]))
            terms = {t: w if t in inside else OUTSIDE * w for t, w in frame.terms.items()}
            frame = frame._replace(slot=frozenset({frame.thing, mention.quantity.unit}) - {""}, terms=terms)
        if mark := self.find_landmark(mention):
            terms = {**frame.terms, f"from {mark}": 1.0}
            frame = frame._replace(slot=frozenset({"distance", f"from {mark}"}), terms=terms)
        if mention.type == "quantity" and mention.quantity.kind == "duration" and is_asked_term(doc[mention.anchor]):
            frame = frame._replace(slot=ASKED_TERM, thing="", terms={**frame.terms, **dict.fromkeys(ASKED_TERM, 1.0)})
        if mention.type == "quantity" and mention.quantity.unit == "person":
            frame = _note_carriage(frame, read_carriage(doc, mention.anchor, span[1]))
            if (home := find_home(doc[mention.anchor])) is not None:
                return self._locate_population(mention, frame, name_place(home))
        frame = frame._replace(terms={**frame.terms, **self._value_terms(mention)})
        return self._site(mention.article_id, mention.claim, frame, mention.anchor, mention)

    def _locate_population(self, mention: Mention, frame: Frame, place: str) -> Site:
        """Return the site of a count of inhabitants: what else befalls the place, and when, doesn't matter."""
        slot = {POPULATION, f"of {place}"} if place else {POPULATION}
        frame = frame._replace(slot=frozenset(slot), thing="", terms={**frame.terms, POPULATION: 1.0})
        site = self._site(mention.article_id, mention.claim, frame, mention.anchor, mention)
        return site._replace(when=("", ""), is_background=False, part=frozenset())

    def locate_claim(self, index: int) -> Site:
        """Return the site of a clause: only its own words count, and those of its complements."""
        if index not in self._clauses:
            self._clauses[index] = self._locate_claim(index)
        return self._clauses[index]

    def _locate_claim(self, index: int) -> Site:
        claim = self.claims[index]
        doc, terms = self.passages[claim.passage].doc, self.terms[claim.passage]
        frame = build_frame(doc, claim.head, terms, skip=self._cue_tokens(index))
        own = {terms[i] for i in claim.tokens}
        kept = {t: max(w, 0.8) if t in own else 0.5 * w for t, w in frame.terms.items()}
        return self._site(
            claim.article_id,
            index,
            frame._replace(terms=kept, arguments=arguments_of(doc[claim.head], terms)),
            claim.head,
            None,
        )

    def _site(self, article_id: str, claim: int, frame: Frame, anchor: int, mention: Mention | None) -> Site:
        flat = self.sentence_of(claim)
        dated = self._dated(claim, anchor, mention)
        when = (dated.date.date_start[:10], dated.date.date_end[:10]) if dated else ("", "")
        background = dated is not None and self.is_background(dated)
        vector = self.weights.vector(frame.terms)
        topic = self._find_topic(claim, anchor)
        return Site(article_id, claim, frame, vector, flat, when, background, self._part_names(frame), topic)

    def _find_topic(self, index: int, anchor: int) -> Topic:
        """Return what the clause around a token tells of."""
        claim = self.claims[index]
        token = self.passages[claim.passage].doc[anchor]
        subject = find_subject(find_verb(token))
        if subject is not None and subject.pos_ == "NOUN":
            return self._topics.find(claim, owner=self._name_body(claim.passage, find_owner(subject)))
        return self._topics.find(claim, self._name_body(claim.passage, subject))

    def _name_body(self, passage: int, noun: Token | None) -> frozenset[str]:
        """Return the words of the name of a firm, place or body at a token; none for a person."""
        if noun is None or noun.pos_ != "PROPN" or noun.ent_type_ in ("DATE", "TIME"):
            return frozenset()
        named = (noun, *(c for c in noun.children if c.dep_ == "compound"))
        # A lone name that nobody bears as a surname is a firm, whatever the model takes it for.
        if noun.ent_type_ == "PERSON" and (len(named) > 1 or noun.lower_ in self.bearers.surnames):
            return frozenset()
        return frozenset(self.terms[passage][t.i] for t in named) - {""}

    def _part_names(self, frame: Frame) -> frozenset[str]:
        near = (n for n in frame.names if n.isalpha() and frame.terms[n] >= NEAR_NAME)
        return frozenset(n for n in near if not self.weights.is_common(n))

    def _value_terms(self, mention: Mention) -> dict[str, float]:
        """Return the other values of the clause as terms: figures tell facts apart better than words."""
        key = (mention.article_id, self.claims[mention.claim].sentence)
        others = [m for m in self._values.get(key, []) if m.claim == mention.claim and m != mention]
        return {_value_term(m): VALUE_WEIGHT for m in others if m.type != "quote"}

    def quantities_beside(self, mention: Mention) -> list[Mention]:
        """Return the quantities of a mention's sentence, itself among them."""
        key = (mention.article_id, self.claims[mention.claim].sentence)
        return [m for m in self._values.get(key, []) if m.type == "quantity"]

    def quantities_of(self, index: int) -> list[Mention]:
        """Return the quantities of a claim."""
        claim = self.claims[index]
        values = self._values.get((claim.article_id, claim.sentence), [])
        return [m for m in values if m.type == "quantity" and m.claim == index]

    def is_moved(self, mention: Mention) -> bool:
        """Tell whether a value is what something was moved to: "raised its offer to 4.6%", "cut to 300"."""
        token = self.passages[mention.passage].doc[mention.anchor]
        for _ in range(4):
            if token.dep_ == "prep" and token.lower_ == "to":
                return self.terms[mention.passage][token.head.i] in read_words("moving.txt")
            token = token.head
        return False

    def names_session(self, mention: Mention) -> bool:
        """Tell whether the sentence of a change says when in a day of trading it was measured."""
        start, end = self.excerpts.cut_value(mention.claim, mention.start, mention.end)
        words = f" {' '.join(_WORD.findall(self.texts[mention.article_id][start:end].lower()))} "
        return any(f" {phrase} " in words for phrase in read_words("sessions.txt"))

    def is_repeated(self, mention: Mention) -> bool:
        """Tell whether a value is of another time that something was done: "she wrote again in March"."""
        token = self.passages[mention.passage].doc[mention.anchor]
        return any(c.lower_ in ("again", "anew") and c.dep_ == "advmod" for c in find_verb(token).children)

    def is_former(self, mention: Mention) -> bool:
        """Tell whether a value is what something was before: "widened to 11% from 10%", "an earlier count of 40"."""
        token = self.passages[mention.passage].doc[mention.anchor]
        if self.find_antecedent(mention) is not None:
            near = (token, token.head, *token.head.children, *(g for c in token.head.children for g in c.children))
            return any(t.lower_ in read_words("superseded.txt") for t in near)
        if mention.type != "quantity" or mention.quantity.bound == "range":
            return False
        while token.dep_ in ("nummod", "compound", "quantmod", "nmod"):
            token = token.head
        return token.dep_ == "pobj" and token.head.lower_ == "from"

    def is_part(self, mention: Mention) -> bool:
        """Tell whether a count is of some of a whole: "two of the injured", "of the injured, two", "none of whom"."""
        if mention.type != "quantity" or mention.quantity.kind != "count":
            return False
        if " of " in mention.value:
            return not _is_of_body(mention.value)
        doc = self.passages[mention.passage].doc
        low, high = self._tokens(mention.passage, mention.start, mention.end)
        bare = doc[high - 1].pos_ in ("NUM", "PRON", "DET") or doc[high - 1].lower_ == "none"
        if bare and high < len(doc) and doc[high].lower_ == "of":
            return True
        opening = doc[low].sent[0]
        return bare and opening.lower_ == "of" and low > opening.right_edge.i

    def is_whole(self, mention: Mention) -> bool:
        """Tell whether a count is the whole of which a number before it is a part: "61 of 74 drones were shot down"."""
        doc = self.passages[mention.passage].doc
        low = self._tokens(mention.passage, mention.start, mention.end)[0]
        return low > 1 and doc[low - 1].lower_ == "of" and doc[low - 2].pos_ == "NUM"

    def is_elsewhere(self, mention: Mention) -> bool:
        """Tell whether a count is of a place that "there" points back to, one that is not the story's own."""
        doc = self.passages[mention.passage].doc
        path = [doc[mention.anchor], *doc[mention.anchor].ancestors]
        there = [c.i for token in path for c in token.children if c.lower_ == "there" and c.dep_ == "advmod"]
        if not there:
            return False
        own = self.terms[mention.passage]
        before = (own[i] for i in range(there[0] - 1, -1, -1) if doc[i].pos_ == "PROPN" and own[i])
        place = next(before, "")
        return bool(place) and not self.weights.is_common(place)

    def is_attribute(self, mention: Mention) -> bool:
        """Tell whether a value is a lasting attribute of its noun: "a 48-page indictment", "the two-year inquiry"."""
        if mention.type != "quantity" or mention.quantity.noun < 0 or "-" not in mention.value:
            return False
        low, high = self._tokens(mention.passage, mention.start, mention.end)
        return not low <= mention.anchor < high

    def find_landmark(self, mention: Mention) -> str:
        """Return the place that a mention is a distance from; '' for any other value ("40 tons of ore")."""
        if mention.type != "quantity" or not is_length(mention.quantity.unit):
            return ""
        return find_landmark(self.passages[mention.passage].doc, self.tokens_of(mention)[1])

    def tokens_of(self, mention: Mention) -> tuple[int, int]:
        """Return the range of tokens, in the doc of its passage, that a mention covers."""
        return self._tokens(mention.passage, mention.start, mention.end)

    def _tokens(self, passage: int, start: int, end: int) -> tuple[int, int]:
        """Return the range of tokens that a stretch of an article touches."""
        shift, starts = self.passages[passage].start, self.passages[passage].doc.starts
        return max(bisect_right(starts, start - shift) - 1, 0), bisect_left(starts, end - shift)

    def _cue_tokens(self, index: int) -> frozenset[int]:
        """Return the tokens of "X said" in the sentence of a claim: who speaks is no part of what is said."""
        claim = self.claims[index]
        passage = self.passages[claim.passage]
        ends = passage.start + (passage.doc.starts[-1] if len(passage.doc) else 0)
        named = [hop for hop in claim.hops if hop[0] < hop[1] and passage.start <= hop[0] <= ends]
        return frozenset(i for hop in named for i in range(*self._tokens(claim.passage, *hop)))

    def _dated(self, index: int, anchor: int, mention: Mention | None) -> Mention | None:
        """Return the date that says when the matter at token `anchor` of a claim's passage was."""
        claim = self.claims[index]
        doc = self.passages[claim.passage].doc
        path = [doc[anchor], *doc[anchor].ancestors]
        found = []
        for dated in self._dates.get((claim.article_id, claim.sentence), []):
            if dated != mention and dated.passage == claim.passage:
                steps = _steps_to(path, _governors(doc, dated))
                # "said on Tuesday that ...": the day of the saying is not that of what is said.
                told = steps > 0 and self.claims[dated.claim].is_cue
                if steps >= 0 and not told and not self._dates_publication(mention, path[steps]):
                    found.append((steps, dated.start, dated))
        if found:
            return min(found, key=lambda f: f[:2])[2]
        return self._dated_before(claim)

    def _dates_publication(self, mention: Mention | None, governor: Token) -> bool:
        """Tell whether a day is that on which a figure came out: "last week it posted a profit of 1.6 billion"."""
        if mention is None or mention.type != "quantity" or governor.pos_ != "VERB":
            return False
        return governor.lemma_.lower() in read_words("publishing.txt")

    def _dated_before(self, claim: Claim) -> Mention | None:
        """Return the background date that the sentence before sets, if the claim goes on in the past tense."""
        if self.passages[claim.passage].doc[claim.head].tag_ not in ("VBD", "VBN") or claim.quote >= 0:
            return None
        for dated in self._dates.get((claim.article_id, claim.sentence - 1), []):
            doc = self.passages[dated.passage].doc
            if self.is_background(dated) and any(doc[g].dep_ == "ROOT" for g in _governors(doc, dated)):
                return dated
        return None

    def is_background(self, mention: Mention) -> bool:
        """Tell whether a date lies well before its article."""
        first = self.published[mention.article_id][0]
        return bool(first) and mention.date.date_end[:10] < _days_before(first[:10], BACKGROUND_DAYS)

    def sentence_of(self, index: int) -> Mapping[str, float]:
        """Return the weighed terms of the sentence that a claim stands in."""
        claim = self.claims[index]
        return self.sentences[claim.passage, self.passages[claim.passage].doc[claim.head].sent.start]

    def as_of(self, claim: Claim) -> str:
        """Return the day on which the voice of a claim spoke, where its sentence says ("told AFP late Tuesday")."""
        cues = [c for c in self.excerpts.cues.get(claim.article_id, []) if c.sentence == claim.sentence]
        for mention in self._dates.get((claim.article_id, claim.sentence), []):
            if any(c.start <= mention.start and mention.end <= c.end for c in cues) and claim.speakers:
                return mention.date.date_end
        return ""


def _is_of_body(value: str) -> bool:
    """Tell whether a count is of some body's people, no part of a counted whole: "three of its guards" are three."""
    whole = value.lower().partition(" of ")[2].split()
    owned = whole[0] in _OWNERS or any(word.endswith(("'s", "’s")) for word in whole[:3])
    return owned and set(whole).isdisjoint(words_of("state") | words_of("die") | read_words("group_nouns.txt"))


def _note_carriage(frame: Frame, carriage: str) -> Frame:
    if not carriage or (carriage == ABOARD and frame.thing):  # passengers, or children, are some of those on board
        return frame
    # "Killed all 62 people aboard" counts victims too; "had been on the ship" says no more.
    slot = (frame.slot & read_words("tolls.txt")) | {carriage}
    return frame._replace(slot=slot, terms={**frame.terms, carriage: 1.0})


def _value_term(mention: Mention) -> str:
    if mention.type == "quantity":
        return f"={mention.quantity.number:g} {mention.quantity.unit}"
    return f"={mention.date.date_start}/{mention.date.date_end}" if mention.type == "date" else ""


def _governors(doc: Doc, date: Mention) -> list[int]:
    """Return the tokens whose matter a date dates: its verb, or its noun and the verb of which that is the subject."""
    token = doc[date.anchor]
    if token.pos_ in ("VERB", "AUX"):
        return [token.i]
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return [token.i]
        if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "DATE":
            if token.dep_ in ("nsubj", "nsubjpass"):
                return [token.i, token.head.i]
            # "In the raid in April 31 people died": what opens a sentence sets the time of the whole.
            opens = token.dep_ == "pobj" and token.head.i == token.sent.start
            return [token.i, token.head.head.i] if opens else [token.i]
    return []


def _steps_to(path: Sequence[Token], governors: Sequence[int]) -> int:
    return next((steps for steps, token in enumerate(path) if token.i in governors), -1)


def _days_before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
