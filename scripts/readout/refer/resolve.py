"""Resolution: whom a phrase of a document means, told by what stands before it and by who held an office at the time.

Tried in this order, and left open where none tells: a name's own entity; of an office, who bears it in this document, then who held it
when the document was published; of a pronoun, the nearest subject before it that it fits; of a group, those named together last.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from readout.pack.folding import folded
from readout.refer import bodies, groups, persons
from readout.refer.document import Document, Sentence
from readout.refer.headline import Headline
from readout.refer.lexicon import Lexicon, Lexicons, Office, office
from readout.refer.offices import Bearers, Terms, headed
from readout.refer.phrase import Phrase
from readout.refer.phrases import phrases
from readout.refer.words import words

_NEAR = 4
"""Words between two phrases that a comma or "and" joins, at most."""
_OF_BODIES = frozenset({"head", "president", "chair", "director", "speaker", "secretary", "governor", "general", "member"})
"""Offices that bodies have as countries do: where a body is named, they are of it."""
_FOUND = "found:"
_DEEPEST = 30
"""Phrases that hang on each other, such as pronouns that mean whom the one before means, up to which anybody can tell whom they mean."""
_LONGEST = 60
"""Phrases to either side that a list goes on for, at most."""


def _of_another(sentence: Sentence, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a word with a capital that nobody knows says of whom an office is: "the Tatar President"."""
    if not lexicon.articles or phrase.first < 2 or lexicon.tags(sentence.words[phrase.first].folded).keys() & {"determiner", "possessive"}:
        return False
    before, article = sentence.words[phrase.first - 1], sentence.words[phrase.first - 2]
    known = lexicon.tags(before.folded) or any(name.start < before.end and before.start < name.end for name in sentence.names)
    return not known and sentence.text[before.start].isupper() and before.folded.isalpha() and article.folded == "the"


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
        self.named: dict[str, tuple[str, str]] = {}
        """(kind, entity) by the pack's name, folded."""
        for row in actors:
            self.named.setdefault(folded(row["name"]), (row["kind"], row["entity_id"]))
            self.countries[row["entity_id"]] = row["country"]
            self.titles[row["entity_id"]] = row["name"]
            if row["gender"]:
                self.genders[row["entity_id"]] = row["gender"]
        self.ministries = self._ministries()
        self.terms = Terms(offices, self.titles, self.countries, lexicons)

    def _ministries(self) -> dict[tuple[str, str], str]:
        """The ministry of a country for what a word of its name in English tells, such as `foreign`."""
        found: dict[tuple[str, str], str] = {}
        lexicon = self.lexicons.of("en")
        for entity, title in sorted(self.titles.items()):
            country = self.countries[entity]
            state = self.titles.get(f"country:{country}", "")
            said = [lexicon.tags(word.folded) for word in words(title, 0, len(title))] if state and title.endswith(state) else []
            if not any(tags.get("body") == "ministry" for tags in said):
                continue
            for portfolio in [tags["portfolio"] for tags in said if "portfolio" in tags]:
                found.setdefault((country, portfolio), entity)
        return found

    def open(self, document: Document) -> "Discourse":
        """A document, ready to say what its phrases mean."""
        return Discourse(self, document)


class Discourse:
    """One document and what its phrases mean; everything is worked out when it is first asked for."""

    def __init__(self, reader: Reader, document: Document) -> None:
        self.reader = reader
        self.document = document
        self._phrases: dict[int, tuple[Phrase, ...]] = {}
        self._told: dict[tuple[int, int], Reference] = {}
        self._bearers: Bearers | None = None
        self.bodies = bodies.Bodies(self)
        self.headline = Headline(self)
        self._depth = 0
        self.quoted: Sequence[tuple[int, int]] = ()
        """Stretches in quotation marks, in order: who is spoken of there is not whom a pronoun outside means."""

    @property
    def bearers(self) -> Bearers:
        """Who in the document bears which office."""
        if self._bearers is None:
            reader = self.reader
            self._bearers = Bearers(self.document, self.phrases, self.countries_of, reader.countries, reader.terms, reader.lexicons)
        return self._bearers

    @property
    def host(self) -> str | None:
        """Who held the office on whose site the document stands, where the list of outlets tells one."""
        return self.bearers.holder(office(self.document.voice), frozenset()) if self.document.voice else None

    def phrases(self, sentence: Sentence) -> tuple[Phrase, ...]:
        """The phrases of a sentence that may mean somebody, in order."""
        found = self._phrases.get(sentence.number)
        if found is None:
            found = self._phrases[sentence.number] = phrases(sentence, self.lexicon(sentence))
        return found

    def lexicon(self, sentence: Sentence) -> Lexicon:
        """The words of a sentence's language."""
        return self.reader.lexicons.of(sentence.language)

    def resolve(self, sentence: Sentence, phrase: Phrase, speaker: tuple[str, ...] = ()) -> Reference:
        """Whom a phrase of a sentence means; `speaker` is who is known to speak right before it, whom a pronoun is taken for first."""
        key = (phrase.start, phrase.end)
        told = self._told.get(key)
        if told is None or (speaker and phrase.kind == "pronoun"):
            if self._depth == _DEEPEST:
                return Reference((), phrase.kind)
            # what a phrase means may hang on what others mean; one that hangs on itself means nobody
            self._told[key] = Reference((), phrase.kind)
            self._depth += 1
            told = self._told[key] = Reference(self._meant(sentence, phrase, speaker), phrase.kind)
            self._depth -= 1
        return told

    def _meant(self, sentence: Sentence, phrase: Phrase, speaker: tuple[str, ...]) -> tuple[str, ...]:
        if phrase.kind == "name":
            shared = self._with_surname(sentence, phrase)
            return (shared or phrase.head.entity_id,) if phrase.head and phrase.head.entity_id else ()
        if phrase.kind == "pronoun":
            return persons.pronoun(self, sentence, phrase, speaker)
        if phrase.kind == "group":
            return groups.group(self, sentence, phrase)
        if phrase.kind == "title":
            return self._title(sentence, phrase)
        return ()

    def _with_surname(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """Whom the pack calls by a given name and the surname that stands behind the next one: "Ilda and Jonas Marren"."""
        name = phrase.head
        if name is None or name.kind != "PER" or " " in name.surface or not name.entity_id or not name.entity_id.startswith(_FOUND):
            return None
        following = next((other for other in sentence.names if other.start > name.end), None)
        if following is None or following.kind != "PER" or " " not in following.surface:
            return None
        joined = words(sentence.text, name.end, following.start)
        if len(joined) != 1 or not self.lexicon(sentence).tags(joined[0].folded).keys() & {"and"}:
            return None
        told = self.reader.named.get(folded(f"{name.surface} {following.surface.rpartition(' ')[2]}"))
        return told[1] if told is not None and told[0] == "PER" else None

    def _title(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        countries = self.countries_of(phrase)
        if phrase.office is None:
            return bodies.body(self, phrase, countries)
        if phrase.office.role == "counterpart":
            return persons.counterpart(self, sentence, phrase, countries)
        bodies_named = [name.entity_id for name in phrase.of if name.kind == "ORG" and name.entity_id]
        spoken_for = ()
        if phrase.office.role == "spokesperson":
            spoken_for = tuple(bodies_named[:1])
        if not phrase.definite:
            # "an official" is somebody whom the text has not named, but a spokesman speaks for his body
            return spoken_for
        named = [
            (name.entity_id, self.reader.titles.get(name.entity_id, "")) for name in phrase.of if name.kind == "ORG" and name.entity_id
        ]
        said = headed(phrase.office, [title for _, title in named], self.reader.lexicons.offices.headed)
        # "the head of the Central Bank" is of that body and no other; the head of a ministry is a minister, by the country
        body = named[0] if named and said is phrase.office and (said.role in _OF_BODIES or not countries) else None
        if not countries and not body and _of_another(sentence, phrase, self.lexicon(sentence)):
            # "the Tatar President"
            return spoken_for
        own = self.host and said == office(self.document.voice or "") and not self.headline.is_of_others(self.host)
        if not countries and not body and own:
            # on his own site "the President" is no other
            return (self.host,)
        meant = self.bearers.of(said, phrase.start, countries, body)
        if not meant and (countries or body or not self.headline.tells_of(said)):
            meant = self.bearers.holder(said, countries, body)
        return (meant,) if meant else spoken_for or self._of_title(said, countries, body is not None)

    def _of_title(self, said: Office, countries: frozenset[str], of_body: bool) -> tuple[str, ...]:
        """The one whom the title names with an office of a country, where the text names no such person."""
        if of_body or self.headline.discourse is None:
            return ()
        told = self.headline.discourse.bearers
        fitting = [
            one for one in self.headline.persons if told.bears(one, said) and (not countries or self.reader.countries.get(one) in countries)
        ]
        return (fitting[0],) if len(fitting) == 1 else ()

    def countries_of(self, phrase: Phrase) -> frozenset[str]:
        """The countries (ISO codes) that a phrase says its office is of."""
        found = set(phrase.countries)
        for name in phrase.of:
            # «Армянская» is no name of a country, and may have been found as a name all the same
            said = self.reader.lexicons.of(self.document.language).tags(folded(name.surface)).get("country")
            if country := self.reader.countries.get(name.entity_id or "") or said:
                found.add(country)
        return frozenset(found)

    def gender(self, entity: str) -> str | None:
        """m or f of a person, by the pack or a courtesy title in this document; None where neither tells."""
        return self.reader.genders.get(entity) or self.bearers.genders.get(entity)

    def country(self, entity: str) -> str | None:
        """The ISO code of the country that an entity belongs to, by the pack, else by a title in this document."""
        return self.reader.countries.get(entity) or self.bearers.home(entity)

    def is_quoted(self, place: int) -> bool:
        """Whether a place lies in one of the stretches in quotation marks."""
        before = bisect_right(self.quoted, place, key=lambda stretch: stretch[0])
        return before > 0 and place < self.quoted[before - 1][1]

    def subject(self, sentence: Sentence) -> Phrase | None:
        """The first phrase of a sentence that stands behind no preposition and owns nothing: by its place the likeliest subject."""
        for phrase in self.phrases(sentence):
            if phrase.preposition is None and not phrase.owning and phrase.kind != "unnamed":
                return phrase
        return None

    def before(self, sentence: Sentence, reach: int) -> Iterable[Sentence]:
        """The sentence and as many before it, the nearest first."""
        for number in range(sentence.number, max(-1, sentence.number - reach - 1), -1):
            yield self.document.sentences[number]

    def conjuncts(self, sentence: Sentence, place: int) -> list[Phrase]:
        """The phrases that commas and an "and" join to the phrase of that number, itself included, in order: "A, B and C"."""
        found, lexicon = self.phrases(sentence), self.lexicon(sentence)
        first = last = place
        while first > max(0, place - _LONGEST) and _joined(sentence, found[first - 1], found[first], lexicon):
            first -= 1
        while last + 1 < min(len(found), place + _LONGEST) and _joined(sentence, found[last], found[last + 1], lexicon):
            last += 1
        run = list(found[first : last + 1])
        # a comma alone between two joins nothing: "In Moscow, the president"
        listed = len(run) > 2 or any(_and_between(sentence, one, other, lexicon) for one, other in pairwise(run))
        return run if listed else [found[place]]


def _and_between(sentence: Sentence, one: Phrase, other: Phrase, lexicon: Lexicon) -> bool:
    return any("and" in lexicon.tags(word.folded) for word in sentence.words[one.last : other.first])


def _joined(sentence: Sentence, one: Phrase, other: Phrase, lexicon: Lexicon) -> bool:
    """Whether nothing but a comma, "and" or both, and a determiner, stands between two phrases."""
    between = sentence.words[one.last : other.first]
    if not between or len(between) > _NEAR:
        return False
    joining = [word.folded == "," or "and" in lexicon.tags(word.folded) for word in between]
    others = [word.folded in (",", ";") or not lexicon.tags(word.folded).keys().isdisjoint({"and", "determiner"}) for word in between]
    return any(joining) and all(others)
