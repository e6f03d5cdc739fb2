"""Resolution: whom a phrase of a document means, told by what stands before it and by who held an office at the time.

Tried in this order, and left open where none tells: a name's own entity; of an office, who bears it in this document, then who held it
when the document was published; of a pronoun, the nearest subject before it that it fits; of a group, those named together last.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from readout.refer.document import Document, Name, Sentence
from readout.refer.lexicon import Lexicon, Lexicons, Office
from readout.refer.phrases import Phrase, phrases

_REACH = 6
"""Sentences back in which a pronoun's or a group's meaning is looked for."""
_UNIQUE = frozenset({"president", "minister+prime", "monarch", "chancellor", "pope", "secretary+general", "head+state", "head+government"})
"""Offices that one person at a time holds in a country: the pack tells who, though the document names nobody."""
_MINISTERS = frozenset({"minister", "secretary"})
_SIDES = frozenset({"side", "delegation"})
_STATE = "country:"
_BEARS = ("ministry", "agency", "embassy", "government", "parliament", "council", "organisation")
_TWO = 2


class Term(NamedTuple):
    """A term of office: who held which office of which country, from when to when (None: still)."""

    entity_id: str
    office: Office
    country: str | None
    earliest: date
    latest: date | None


class Reference(NamedTuple):
    """Whom a phrase means: entities in the order in which they were named, empty where that cannot be told, and what it was told by."""

    entities: tuple[str, ...]
    basis: str


class Reader:
    """Opens documents; knows the words of the languages, the actors of the pack and who held which office when."""

    def __init__(self, lexicons: Lexicons, actors: Iterable[Mapping], offices: Iterable[Mapping]) -> None:
        """`actors` and `offices` are rows of the tables of these names."""
        self.lexicons = lexicons
        self.countries: dict[str, str | None] = {}
        self.genders: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        for row in actors:
            self.countries[row["entity_id"]] = row["country"]
            self.titles[row["entity_id"]] = row["name"]
            if row["gender"]:
                self.genders[row["entity_id"]] = row["gender"]
        self.terms: dict[str, list[Term]] = {}
        self.by_person: dict[str, list[Term]] = {}
        for row in offices:
            if (held := self._office(row["title"])) is not None:
                country = self._country(row["title"]) or self.countries.get(row["entity_id"])
                term = Term(row["entity_id"], held, country, row["earliest"], row["latest"])
                self.terms.setdefault(country or "", []).append(term)
                self.by_person.setdefault(term.entity_id, []).append(term)
        for terms in self.terms.values():
            terms.sort(key=lambda term: (term.earliest, term.entity_id))

    def open(self, document: Document) -> "Discourse":
        """A document, ready to say what its phrases mean."""
        return Discourse(self, document)

    def _office(self, title: str) -> Office | None:
        """The office that a title in English tells: "Deputy Minister of Foreign Affairs of Armenia" → minister+deputy+foreign."""
        if title.startswith(("De facto", "Former", "Opposition", "Honorary")):
            return None
        found = phrases(_sentence(title), self.lexicons.of("en"))
        return found[0].office if found else None

    def _country(self, title: str) -> str | None:
        """The country that a title names, where the pack has a country of that name."""
        if not hasattr(self, "_states"):
            self._states = {name: self.countries[key] for key, name in self.titles.items() if key.startswith(_STATE)}
        return self._states.get(title.rpartition(" of ")[2].removeprefix("the ").strip())


class Discourse:
    """One document and what its phrases mean; everything is worked out when it is first asked for."""

    def __init__(self, reader: Reader, document: Document) -> None:
        self.reader = reader
        self.document = document
        self._phrases: dict[int, tuple[Phrase, ...]] = {}
        self._told: dict[tuple[int, int], Reference] = {}
        self._bearers: list[tuple[int, str, tuple[Office, ...], str | None]] | None = None
        self._genders: dict[str, str] = {}
        self.quoted: Sequence[tuple[int, int]] = ()
        """Stretches in quotation marks, in order: who is spoken of there is not whom a pronoun outside means."""

    def phrases(self, sentence: Sentence) -> tuple[Phrase, ...]:
        """The phrases of a sentence that may mean somebody, in order."""
        found = self._phrases.get(sentence.number)
        if found is None:
            found = self._phrases[sentence.number] = phrases(sentence, self.reader.lexicons.of(sentence.language))
        return found

    def resolve(self, sentence: Sentence, phrase: Phrase, speaker: tuple[str, ...] = ()) -> Reference:
        """Whom a phrase of a sentence means; `speaker` is who is known to speak right before it, whom a pronoun is taken for first."""
        key = (phrase.start, phrase.end)
        told = self._told.get(key)
        if told is None or (speaker and phrase.kind == "pronoun"):
            # what a phrase means may hang on what others mean; one that hangs on itself means nobody
            self._told[key] = Reference((), phrase.kind)
            told = self._told[key] = self._resolve(sentence, phrase, speaker)
        return told

    def gender(self, entity: str) -> str | None:
        """m or f of a person, by the pack or a courtesy title in this document; None where neither tells."""
        if (known := self.reader.genders.get(entity)) is not None:
            return known
        self._bearing()
        return self._genders.get(entity)

    def subject(self, sentence: Sentence) -> Phrase | None:
        """The first phrase of a sentence that stands behind no preposition and owns nothing: by its place the likeliest subject."""
        for phrase in self.phrases(sentence):
            if phrase.preposition is None and not phrase.owning and phrase.kind != "unnamed":
                return phrase
        return None

    def is_quoted(self, place: int) -> bool:
        """Whether a place lies in one of the stretches in quotation marks."""
        before = bisect_right(self.quoted, place, key=lambda stretch: stretch[0])
        return before > 0 and place < self.quoted[before - 1][1]

    def country(self, entity: str) -> str | None:
        """The ISO code of the country that an entity belongs to, by the pack."""
        return self.reader.countries.get(entity)

    # what a phrase means, by its kind

    def _resolve(self, sentence: Sentence, phrase: Phrase, speaker: tuple[str, ...]) -> Reference:
        if phrase.kind == "name":
            entity = phrase.head.entity_id if phrase.head else None
            return Reference((entity,) if entity else (), "name")
        if phrase.kind == "pronoun":
            return Reference(self._pronoun(sentence, phrase, speaker), "pronoun")
        if phrase.kind == "group":
            return Reference(self._group(sentence, phrase), "group")
        if phrase.kind == "unnamed":
            return Reference((), "unnamed")
        return Reference(self._title(sentence, phrase), "title")

    def _title(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        countries = self._countries_of(phrase)
        if phrase.office is None:
            return self._body(sentence, phrase, countries)
        if phrase.office.role == "counterpart":
            return self._counterpart(sentence, phrase, countries)
        said = self._said(phrase)
        if not phrase.definite:
            # "an official" is somebody whom the text has not named, but a spokesman speaks for his body
            return self._spoken_for(phrase)
        for entity in self._bearers_of(said, phrase.start, countries):
            return (entity,)
        if held := self._held(said, countries):
            return (held,)
        return self._spoken_for(phrase)

    def _spoken_for(self, phrase: Phrase) -> tuple[str, ...]:
        if phrase.office is None or phrase.office.role != "spokesperson":
            return ()
        return tuple([name.entity_id for name in phrase.of if name.kind == "ORG" and name.entity_id][:1])

    def _said(self, phrase: Phrase) -> Office:
        """The office that a phrase speaks of; the head of a body is who bears its office: «глава МИД» is the foreign minister."""
        office = phrase.office
        if office.role == "head":
            for portfolio in sorted(office.portfolios):
                if headed := self.reader.lexicons.offices.headed.get(portfolio):
                    role, *parts = headed.split("+")
                    return Office(role, frozenset(parts))
            for name in phrase.of:
                title = self.reader.titles.get(name.entity_id or "", "")
                for portfolio, headed in self.reader.lexicons.offices.headed.items():
                    if name.kind == "ORG" and f"{portfolio} " in title.lower() + " " and "minist" in title.lower():
                        role, *parts = headed.split("+")
                        return Office(role, frozenset(parts))
        return office

    def _countries_of(self, phrase: Phrase) -> frozenset[str]:
        """The countries (ISO codes) that a phrase says its office is of."""
        found = set(phrase.countries)
        for name in phrase.of:
            if name.entity_id and (country := self.reader.countries.get(name.entity_id)):
                found.add(country)
        return frozenset(found)

    def _bearing(self) -> list[tuple[int, str, tuple[Office, ...], str | None]]:
        """Where the document names which person with which offices of which country, in order."""
        if self._bearers is None:
            self._bearers = []
            for sentence in self.document.sentences:
                if not any(name.kind == "PER" for name in sentence.names):
                    continue
                for phrase in self.phrases(sentence):
                    head = phrase.head
                    if head is None or head.kind != "PER" or not head.entity_id:
                        continue
                    if phrase.gender in ("m", "f"):
                        self._genders.setdefault(head.entity_id, phrase.gender)
                    countries = self._countries_of(phrase) or (
                        {country} if (country := self.reader.countries.get(head.entity_id)) else frozenset()
                    )
                    self._bearers.append((head.start, head.entity_id, phrase.offices, min(countries, default=None)))
        return self._bearers

    def _bearers_of(self, said: Office, place: int, countries: frozenset[str]) -> list[str]:
        """Persons of the document who may be spoken of by an office: those named before first, the nearest first, then those after.

        Where no country is said and several fit, those of the outlet's own country come first.
        """
        offices = self.reader.lexicons.offices
        named = self._bearing()
        fits: dict[str, list[int]] = {}
        homes: dict[str, str | None] = {}
        for _, entity, borne, country in named:
            homes.setdefault(entity, country)
            if any(offices.same(said, held) for held in borne) or self._held_by(entity, said):
                fits.setdefault(entity, [])
        for start, entity, _, _ in named:
            if entity in fits:
                fits[entity].append(start)
        if countries:
            fits = {entity: places for entity, places in fits.items() if self._home(entity, homes) in countries}
        elif self.document.country and len(fits) > 1:
            own = {entity: places for entity, places in fits.items() if self._home(entity, homes) == self.document.country}
            fits = own or fits
        before = {entity: max(start for start in places if start < place) for entity, places in fits.items() if min(places) < place}
        if before:
            return sorted(before, key=lambda entity: -before[entity])
        return sorted(fits) if len(fits) == 1 else []

    def _home(self, entity: str, homes: Mapping[str, str | None]) -> str | None:
        return self.reader.countries.get(entity) or homes.get(entity)

    def _held_by(self, entity: str, said: Office) -> bool:
        """Whether a person held an office when the document was published, by the pack."""
        same = self.reader.lexicons.offices.same
        return any(same(said, term.office) and self._running(term) for term in self.reader.by_person.get(entity, ()))

    def _held(self, said: Office, countries: frozenset[str]) -> str | None:
        """Who held an office of one country when the document was published: of the country said, else of the outlet's."""
        country = min(countries) if len(countries) == 1 else self.document.country if not countries else None
        unique = said.key in _UNIQUE or (said.role in _MINISTERS and said.portfolios and "deputy" not in said.portfolios)
        if not country or not unique or not self.document.published:
            return None
        same = self.reader.lexicons.offices.same
        holders = {term.entity_id for term in self.reader.terms.get(country, ()) if same(said, term.office) and self._running(term)}
        if len(holders) > 1 and said.key == "head+state":
            # a president before a prime minister who is called head too
            return None
        return holders.pop() if len(holders) == 1 else None

    def _running(self, term: Term) -> bool:
        if not self.document.published:
            return False
        earliest, latest = self.document.published
        return term.earliest <= latest and (term.latest is None or term.latest >= earliest)

    def _body(self, sentence: Sentence, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
        if phrase.body in _SIDES:
            if countries:
                return tuple(f"{_STATE}{country}" for country in sorted(countries))
            return self._delegation(sentence, phrase) if phrase.body == "delegation" else ()
        if phrase.body == "documents":
            return self._issuer(sentence, phrase)
        if phrase.body in ("state", "capital"):
            return ()
        if phrase.body in _BEARS:
            return self._body_before(phrase, countries)
        return ()

    def _body_before(self, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
        """The body of that kind that was named last before the phrase, of the country that is said, if one is."""
        nearest: str | None = None
        for sentence in self.document.sentences:
            for name in sentence.names:
                if name.start >= phrase.start:
                    return (nearest,) if nearest else ()
                if name.kind != "ORG" or not name.entity_id or not self._is_kind(name, phrase.body, sentence.language):
                    continue
                if not countries or self.reader.countries.get(name.entity_id) in countries:
                    nearest = name.entity_id
        return (nearest,) if nearest else ()

    def _is_kind(self, name: Name, body: str, language: str) -> bool:
        """Whether a body is of a kind, by a word of its name as written, or as the pack calls it in English."""
        lexicons = self.reader.lexicons
        for title, spoken in ((name.surface, language), (self.reader.titles.get(name.entity_id or "", ""), "en")):
            lexicon = lexicons.of(spoken)
            if any(lexicon.tags(word.folded).get("body") == body for word in _sentence(title).words):
                return True
        return False

    def _issuer(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        """Who issued the statement that a phrase speaks of: whose it is said to be, or the body last named that issues statements."""
        owned = [name.entity_id for name in phrase.of if name.entity_id]
        return tuple(owned[:1])

    def _delegation(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        """A delegation is its country and the person of that country whom the document names first."""
        country: str | None = None
        for earlier in self._before(sentence, len(self.document.sentences)):
            for other in self.phrases(earlier):
                if other.body == "delegation" and other.start < phrase.start and (found := self._countries_of(other)):
                    country = min(found)
        for earlier in self.document.sentences:
            for other in self.phrases(earlier):
                if other.start >= phrase.start:
                    return (f"{_STATE}{country}",) if country else ()
                if other.kind == "name" and other.head and other.head.kind == "PER" and other.head.entity_id and other.office:
                    home = min(self._countries_of(other), default=None) or self.reader.countries.get(other.head.entity_id)
                    if home and (country is None or home == country):
                        return (other.head.entity_id, f"{_STATE}{home}")
        return (f"{_STATE}{country}",) if country else ()

    def _counterpart(self, sentence: Sentence, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
        """Another country's bearer of the office that the person before bears: "his Armenian counterpart"."""
        subject = self._person_before(sentence, phrase.start, None)
        if subject is None or not countries:
            return ()
        offices = [office for _, entity, borne, _ in self._bearing() if entity == subject for office in borne]
        offices += [term.office for term in self.reader.by_person.get(subject, ()) if self._running(term)]
        for office in offices:
            if found := self._bearers_of(office, phrase.start, countries):
                return (found[0],)
            if held := self._held(office, countries):
                return (held,)
        return ()

    def _pronoun(self, sentence: Sentence, phrase: Phrase, speaker: tuple[str, ...]) -> tuple[str, ...]:
        if phrase.relative:
            before = [other for other in self.phrases(sentence) if other.end <= phrase.start]
            return self.resolve(sentence, before[-1]).entities if before else ()
        gender = phrase.gender
        if gender == "p":
            return self._several(sentence, phrase)
        if gender == "n":
            subject = self._subject_before(sentence, phrase.start, ("ORG", "LOC"))
            return (subject,) if subject else ()
        if len(speaker) == 1 and self._fits(speaker[0], gender):
            return speaker
        person = self._person_before(sentence, phrase.start, gender)
        return (person,) if person else ()

    def _fits(self, entity: str, gender: str | None) -> bool:
        known = self.gender(entity)
        return gender not in ("m", "f") or known is None or known == gender

    def _before(self, sentence: Sentence, reach: int) -> Iterable[Sentence]:
        """The sentence and those before it, the nearest first."""
        for number in range(sentence.number, max(-1, sentence.number - reach - 1), -1):
            yield self.document.sentences[number]

    def _persons(self, sentence: Sentence, end: int) -> list[tuple[Phrase, str]]:
        """The persons that a sentence means before a place, each with its phrase; by name or office."""
        found = []
        for phrase in self.phrases(sentence):
            if phrase.end > end:
                break
            if self.is_quoted(phrase.start):
                continue
            if phrase.kind == "name" and phrase.head and phrase.head.kind == "PER" and phrase.head.entity_id:
                found.append((phrase, phrase.head.entity_id))
            elif phrase.kind in ("title", "pronoun") and (phrase.office or phrase.gender in ("m", "f", "u")):
                meant = self.resolve(sentence, phrase).entities
                if len(meant) == 1 and not meant[0].startswith(_STATE):
                    found.append((phrase, meant[0]))
        return found

    def _person_before(self, sentence: Sentence, place: int, gender: str | None) -> str | None:
        """The person whom a pronoun means: of the nearest sentence that has one who fits, the subject, else the last named."""
        for earlier in self._before(sentence, _REACH):
            end = place if earlier is sentence else earlier.end
            fitting = [(phrase, entity) for phrase, entity in self._persons(earlier, end) if self._fits(entity, gender)]
            if not fitting:
                continue
            subjects = [entity for phrase, entity in fitting if phrase.preposition is None and not phrase.owning]
            if subjects:
                return subjects[0]
            if len({entity for _, entity in fitting}) == 1:
                return fitting[0][1]
        return None

    def _subject_before(self, sentence: Sentence, place: int, kinds: Sequence[str]) -> str | None:
        """The body or place that is the subject of the sentence before, or of this one before the phrase."""
        for earlier in self._before(sentence, 1):
            for phrase in self.phrases(earlier):
                if phrase.start >= place:
                    break
                if phrase.preposition or phrase.owning:
                    continue
                if phrase.kind == "name" and phrase.head and phrase.head.kind in kinds:
                    return phrase.head.entity_id
                if phrase.kind == "title" and phrase.office is None:
                    meant = self.resolve(earlier, phrase).entities
                    if len(meant) == 1:
                        return meant[0]
                break
        return None

    def _several(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        """Whom "they" means: the group or the persons joined by "and" that are the subject of the sentence before."""
        for earlier in self._before(sentence, 2):
            for place, other in enumerate(self.phrases(earlier)):
                if other.start >= phrase.start:
                    break
                if other.preposition or other.owning:
                    continue
                if other.kind == "group" and (meant := self.resolve(earlier, other).entities):
                    return meant
                joined = [one for one in self.conjuncts(earlier, place) if one.end <= phrase.start]
                if len(joined) > 1:
                    meant = [entity for one in joined for entity in self.resolve(earlier, one).entities]
                    if len(set(meant)) > 1:
                        return tuple(dict.fromkeys(meant))
        return ()

    def conjuncts(self, sentence: Sentence, place: int) -> list[Phrase]:
        """The phrases that a comma or an "and" joins to the phrase of that number, itself included, in order: "A, B and C"."""
        found = self.phrases(sentence)
        lexicon = self.reader.lexicons.of(sentence.language)
        first = last = place
        while first > 0 and _joined(sentence, found[first - 1], found[first], lexicon):
            first -= 1
        while last + 1 < len(found) and _joined(sentence, found[last], found[last + 1], lexicon):
            last += 1
        run = list(found[first : last + 1])
        listed = len(run) > _TWO or any(self._and_between(sentence, one, other, lexicon) for one, other in pairwise(run))
        # a comma alone between two joins nothing: "In Moscow, the president"
        return run if listed else [found[place]]

    def _and_between(self, sentence: Sentence, one: Phrase, other: Phrase, lexicon: Lexicon) -> bool:
        return any("and" in lexicon.tags(word.folded) for word in sentence.words[one.last : other.first])

    def _group(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        """Whom a group means: those joined by "and" last, or the persons that the sentences before name, as many as are said."""
        office = phrase.office
        countries = self._countries_of(phrase)
        if office and len(countries) > 1:
            held = [self._of_country(office, phrase.start, country) for country in self._in_order(phrase)]
            if all(held):
                return tuple(dict.fromkeys(entity for entity in held if entity))
        if office and office.role == "side":
            return self._sides(sentence, phrase)
        wanted = phrase.count
        seen: list[str] = []
        for earlier in self._before(sentence, len(self.document.sentences)):
            end = phrase.start if earlier is sentence else earlier.end
            for _, entity in self._persons(earlier, end):
                if entity not in seen and self._may_be(entity, office):
                    seen.append(entity)
            if len(seen) >= (wanted or _TWO):
                break
        if wanted is not None:
            return tuple(seen) if len(seen) == wanted else ()
        return tuple(seen) if len(seen) >= _TWO else ()

    def _of_country(self, office: Office, place: int, country: str) -> str | None:
        found = self._bearers_of(office, place, frozenset((country,)))
        return found[0] if found else self._held(office, frozenset((country,)))

    def _in_order(self, phrase: Phrase) -> list[str]:
        named = [self.reader.countries.get(name.entity_id or "") for name in phrase.of]
        return list(dict.fromkeys([*phrase.countries, *(country for country in named if country)]))

    def _may_be(self, entity: str, office: Office | None) -> bool:
        """Whether a person may be one of a group that is called by an office: leaders may be anybody, presidents must be presidents."""
        if office is None or office.role in ("head", "diplomat", "side", "counterpart"):
            return True
        same = self.reader.lexicons.offices.same
        borne = [held for _, named, offices, _ in self._bearing() if named == entity for held in offices]
        return any(same(office, held) for held in borne) or self._held_by(entity, office) or not borne

    def _sides(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        """The sides of what was told before: the two persons or two states that the nearest sentences before join."""
        for earlier in self._before(sentence, _REACH):
            found = self.phrases(earlier)
            for place, other in enumerate(found):
                if other.start >= phrase.start or other.kind not in ("name", "title"):
                    continue
                joined = [one for one in self.conjuncts(earlier, place) if one.start < phrase.start]
                meant = tuple(dict.fromkeys(entity for one in joined for entity in self.resolve(earlier, one).entities))
                kinds = {one.head.kind for one in joined if one.head}
                if len(joined) > 1 and len(meant) == _TWO and len(kinds) == 1 and kinds <= {"PER", "LOC"}:
                    return meant
            persons = list(dict.fromkeys(entity for _, entity in self._persons(earlier, phrase.start)))
            if len(persons) == _TWO:
                return tuple(persons)
        return ()


def _joined(sentence: Sentence, one: Phrase, other: Phrase, lexicon: Lexicon) -> bool:
    """Whether nothing but a comma, "and" or both, and a determiner, stands between two phrases."""
    between = sentence.words[one.last : other.first]
    if not between or len(between) > 4:
        return False
    return all(word.folded in (",", ";") or lexicon.tags(word.folded).keys() & {"and", "determiner"} for word in between) and (
        any(word.folded == "," or "and" in lexicon.tags(word.folded) for word in between)
    )


def _sentence(text: str) -> Sentence:
    return Sentence(text, 0, 0, 0, len(text), "body", "en")
