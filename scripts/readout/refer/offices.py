"""Who bears an office: told by titles in the document, and by the domain pack's terms of office on the day of publication."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from readout.refer.document import Document, Sentence
from readout.refer.lexicon import Lexicons, Office, office
from readout.refer.phrase import Phrase
from readout.refer.phrases import phrases

_STATE = "country:"
_UNTOLD = ("De facto", "Former", "Opposition", "Honorary")
"""How titles begin that are no office of the country."""
_UNIQUE = frozenset({"president", "minister+prime", "monarch", "chancellor", "pope", "secretary+general", "head+state", "head+government"})
"""Offices that one person at a time holds in a country: the pack tells who, though the document names nobody."""
_MINISTERS = frozenset({"minister", "secretary"})
_COUNTERPART = "counterpart"
Days = tuple[date, date] | None


class Term(NamedTuple):
    """A term of office: who held which office, by its title in English, of which country (ISO code), from when to when (None: still)."""

    entity_id: str
    title: str
    office: Office
    country: str | None
    earliest: date
    latest: date | None

    def runs(self, days: Days) -> bool:
        """Whether it runs on one of some days; False where these are not known."""
        return days is not None and self.earliest <= days[1] and (self.latest is None or self.latest >= days[0])


class Terms:
    """The terms of office that the pack knows."""

    def __init__(self, rows: Iterable[Mapping], actors: Mapping[str, str], countries: Mapping[str, str | None], lexicons: Lexicons) -> None:
        """`rows` are those of the table `offices`; `actors` are the pack's names by entity, `countries` its countries."""
        self._same = lexicons.offices.same
        self._of_country: dict[str, list[Term]] = {}
        self._of_person: dict[str, list[Term]] = {}
        states = {name: countries[entity] for entity, name in actors.items() if entity.startswith(_STATE)}
        for row in rows:
            if (held := _told(row["title"], lexicons)) is None:
                continue
            state = states.get(row["title"].rpartition(" of ")[2].removeprefix("the ").strip())
            term = Term(row["entity_id"], row["title"], held, state or countries.get(row["entity_id"]), row["earliest"], row["latest"])
            self._of_country.setdefault(term.country or "", []).append(term)
            self._of_person.setdefault(term.entity_id, []).append(term)

    def of(self, entity: str, days: Days) -> list[Office]:
        """The offices that a person held on some days; where the days are not known, ever."""
        return [term.office for term in self._of_person.get(entity, ()) if days is None or term.runs(days)]

    def is_of(self, entity: str, body: str, days: Days) -> bool:
        """Whether an office that a person held on some days is of a body, by its name in English."""
        return bool(body) and any(body in term.title for term in self._of_person.get(entity, ()) if term.runs(days))

    def of_body(self, said: Office, body: str, days: Days) -> str | None:
        """Who held an office of a body on some days, by its name in English, where the pack knows of one only."""
        if not body:
            return None
        terms = (term for held in self._of_country.values() for term in held if body in term.title and term.runs(days))
        holders = {term.entity_id for term in terms if self._same(said, term.office)}
        return holders.pop() if len(holders) == 1 else None

    def holder(self, said: Office, country: str | None, days: Days) -> str | None:
        """Who held an office of a country on some days, where it is one that one person holds, and the pack knows of one only."""
        unique = said.key in _UNIQUE or (said.role in _MINISTERS and said.portfolios and "deputy" not in said.portfolios)
        if not country or not unique:
            return None
        holders = {term.entity_id for term in self._of_country.get(country, ()) if self._same(said, term.office) and term.runs(days)}
        return holders.pop() if len(holders) == 1 else None


class Bearers:
    """Who in one document bears which office, by the titles it gives and by the terms of office."""

    def __init__(
        self,
        document: Document,
        read: Callable[[Sentence], Iterable[Phrase]],
        countries_of: Callable[[Phrase], frozenset[str]],
        countries: Mapping[str, str | None],
        terms: Terms,
        lexicons: Lexicons,
    ) -> None:
        self._document = document
        self._countries = countries
        self._terms = terms
        self._same = lexicons.offices.same
        self._places: dict[str, list[int]] = {}
        self._offices: dict[str, dict[Office, None]] = {}
        self._homes: dict[str, str] = {}
        self._bodies: dict[str, set[str]] = {}
        self._known: dict[tuple[Office, frozenset[str], str | None], list[str]] = {}
        self.genders: dict[str, str] = {}
        """m or f, of those whom a courtesy title tells it of."""
        for sentence in document.sentences:
            if not any(name.kind == "PER" for name in sentence.names):
                continue
            before: str | None = None
            for phrase in read(sentence):
                if phrase.head is None or phrase.head.kind != "PER" or not (entity := phrase.head.entity_id):
                    continue
                if phrase.gender in ("m", "f"):
                    self.genders.setdefault(entity, phrase.gender)
                self._places.setdefault(entity, []).append(phrase.head.start)
                offices = [held for held in phrase.offices if held.role != _COUNTERPART]
                if len(offices) < len(phrase.offices) and before:
                    # "met with her counterpart X": X bears what she bears
                    offices += [*self._offices[before], *terms.of(before, document.published)]
                self._offices.setdefault(entity, {}).update(dict.fromkeys(offices))
                before = before or entity
                self._bodies.setdefault(entity, set()).update(name.entity_id for name in phrase.of if name.entity_id)
                if phrase.offices and (said := countries_of(phrase)):
                    self._homes.setdefault(entity, min(said))

    def home(self, entity: str) -> str | None:
        """The country whose person somebody is, by the pack, else by a title."""
        return self._countries.get(entity) or self._homes.get(entity)

    def offices(self, entity: str) -> list[Office]:
        """The offices that the document gives a person, and those of the pack at the time."""
        return [*self._offices.get(entity, ()), *self._terms.of(entity, self._document.published)]

    def bears(self, entity: str, said: Office) -> bool:
        """Whether a person may be spoken of by an office."""
        return any(self._same(said, held) for held in self.offices(entity))

    def of(self, said: Office, place: int, countries: frozenset[str], body: tuple[str, str] | None = None) -> str | None:
        """The person who is spoken of by an office at a place: of those named before it the nearest, else the only one named behind it.

        `countries` are those that the phrase names; where it names none and several persons fit, those of the outlet's own come first.
        `body` is the body whose office it is, if the phrase names one that is no country's: its entity and its name in English.
        """
        fitting = self._fitting(said, countries, body)
        before = {}
        for entity in fitting:
            if earlier := bisect_left(self._places[entity], place):
                before[entity] = self._places[entity][earlier - 1]
        if before:
            return max(before, key=before.__getitem__)
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, said: Office, countries: frozenset[str], body: tuple[str, str] | None) -> list[str]:
        """The persons of the document who may be spoken of by an office of some countries or of a body, in the order of the text."""
        key = (said, countries, body[0] if body else None)
        if (known := self._known.get(key)) is not None:
            return known
        fitting = [entity for entity in self._places if self.bears(entity, said)]
        if body:
            days = self._document.published
            fitting = [entity for entity in fitting if body[0] in self._bodies[entity] or self._terms.is_of(entity, body[1], days)]
        elif countries:
            fitting = [entity for entity in fitting if self.home(entity) in countries]
        elif self._document.country and len(fitting) > 1:
            fitting = [entity for entity in fitting if self.home(entity) == self._document.country] or fitting
        self._known[key] = fitting
        return fitting

    def holder(self, said: Office, countries: frozenset[str], body: tuple[str, str] | None = None) -> str | None:
        """Who held an office when the document was published: of the body or country that is said, else of the outlet's country."""
        if body:
            return self._terms.of_body(said, body[1], self._document.published)
        country = self._document.country if not countries else min(countries) if len(countries) == 1 else None
        return self._terms.holder(said, country, self._document.published)


def _told(title: str, lexicons: Lexicons) -> Office | None:
    """The office that a title in English tells: "Deputy Minister of Foreign Affairs of Armenia" is minister+deputy+foreign."""
    if title.startswith(_UNTOLD):
        return None
    found = phrases(Sentence(title, 0, 0, 0, len(title), "title", "en"), lexicons.of("en"))
    return found[0].office if found else None


def headed(said: Office, bodies: Iterable[str], known: Mapping[str, str]) -> Office:
    """Whom "head" means, of a body whose name in English tells: the head of a foreign ministry is the foreign minister.

    `bodies` are names of bodies in English, `known` which portfolio makes which office (`headed` in the data).
    """
    if said.role != "head":
        return said
    for portfolio in sorted(said.portfolios):
        if portfolio in known:
            return office(known[portfolio])
    for body in bodies:
        words = body.lower().split()
        if any(word.startswith(("minist", "department")) for word in words):
            for portfolio, meant in known.items():
                if portfolio in words:
                    return office(meant)
    return said
