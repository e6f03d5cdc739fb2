"""A document's title, where it is no part of the text, read as a document of one sentence: it tells what the text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from readout.pack.folding import folded
from readout.refer.document import Document, Name, Sentence
from readout.refer.lexicon import Office
from readout.refer.persons import persons
from readout.refer.words import Word, words

if TYPE_CHECKING:
    from readout.refer.resolve import Discourse

_OWNED = "'s"
_LONGEST_NAME = 6
_GIVEN = 2
"""Names before a surname, at most."""
_LONGEST = 60
"""Words of a title, at most: what is longer is no title."""


class Headline:
    """The title of a document: the same names in it mean the same as in the text, and the pack's names mean the pack's entities."""

    def __init__(self, discourse: Discourse) -> None:
        self._text = discourse

    @cached_property
    def discourse(self) -> Discourse | None:
        """The title as a document of its own, in which offsets count its own characters; None where there is none."""
        told = self._text.document
        title = told.title or ""
        found = words(title, 0, len(title))
        if not found or len(found) > _LONGEST:
            return None
        made = Document(told.doc_id, title, told.language, told.outlet, told.country, told.published, voice=told.voice)
        names = self._names(title)
        made.sentences = [Sentence(title, 0, 0, 0, len(title), "title", told.language, names, found)]
        return self._text.reader.open(made)

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """The persons whom it names, in order; beside one alone, or several from abroad, also who held the office on whose
        site the document stands."""
        if self.discourse is None:
            return ()
        sentence = self.discourse.document.sentences[0]
        named = dict.fromkeys(entity for _, entity in persons(self.discourse, sentence, sentence.end))
        host = self._text.host
        home = self._text.document.country
        countries = self._text.reader.countries
        if host and named and (len(named) == 1 or not any(countries.get(entity) == home for entity in named)):
            # "Telephone conversation with X and Y"
            named.setdefault(host)
        return tuple(named)

    def tells_of(self, said: Office) -> bool:
        """Whether it tells of somebody of another country who bears an office: the text's "the Prime Minister" is he, and not one's own."""
        told = self.discourse
        if told is None:
            return False
        home = self._text.document.country
        same = self._text.reader.lexicons.offices.same
        return any(
            same(said, held) and any(country != home for country in told.countries_of(phrase))
            for phrase in told.phrases(told.document.sentences[0])
            for held in phrase.offices
        )

    def _names(self, title: str) -> list[Name]:
        found = words(title, 0, len(title))
        plain = folded(title)
        made: list[Name] = []
        place = 0
        while place < len(found):
            for stop in range(min(len(found), place + _LONGEST_NAME), place, -1):
                start, end = found[place].start, found[stop - 1].end
                told = self._told(plain[start:end]) if title[start].isupper() else None
                if told is None and plain[start:end].endswith(_OWNED):
                    # "Readout of Vice President Marren's call"
                    end -= len(_OWNED)
                    told = self._told(plain[start:end]) if title[start].isupper() else None
                if told is None and stop == place + 1 and place and self._bears_office(found[place - 1]):
                    # "Vice President Marren"
                    told = self._surnames.get(plain[start:end])
                if told is not None:
                    start = self._with_given(title, found, place, made) if told[0] == "PER" and stop == place + 1 else start
                    made.append(Name(start, end, *told, title[start:end], len(made)))
                    place = stop
                    break
            else:
                place += 1
        return made

    def _told(self, name: str) -> tuple[str, str] | None:
        return self._known.get(name) or self._text.reader.named.get(name)

    def _bears_office(self, word: Word) -> bool:
        """Whether a word before a name is that of an office or a courtesy."""
        tags = self._text.reader.lexicons.of(self._text.document.language).tags(word.folded)
        return not tags.keys().isdisjoint(("role", "title", "courtesy"))

    def is_of_others(self, person: str) -> bool:
        """Whether it tells of two persons or more, of whom somebody is none."""
        return len(self.persons) > 1 and person not in self.persons

    def _with_given(self, title: str, found: Sequence[Word], place: int, made: Sequence[Name]) -> int:
        """Where a surname begins with the given names before it, which the text leaves out."""
        lexicon = self._text.reader.lexicons.of(self._text.document.language)
        taken = made[-1].end if made else 0
        first = place
        while first > 0 and place - first < _GIVEN and found[first - 1].start >= taken:
            word = found[first - 1]
            if not title[word.start].isupper() or lexicon.tags(word.folded) or title[word.end : found[first].start].strip():
                break
            first -= 1
        return found[first].start

    @cached_property
    def _known(self) -> dict[str, tuple[str, str]]:
        """(kind, entity) of each name of the text, folded; of several that bear it, whom it means most often."""
        counts: dict[str, Counter[tuple[str, str]]] = {}
        for sentence in self._text.document.sentences:
            for name in sentence.names:
                if name.entity_id:
                    counts.setdefault(folded(name.surface), Counter())[(name.kind, name.entity_id)] += 1
        return {surface: min(met, key=lambda one: (-met[one], one)) for surface, met in counts.items()}

    @cached_property
    def _surnames(self) -> dict[str, tuple[str, str]]:
        """(kind, entity) of each surname that one person of the text bears."""
        bearers: dict[str, set[tuple[str, str]]] = {}
        for surface, told in self._known.items():
            if told[0] == "PER" and " " in surface:
                bearers.setdefault(surface.rpartition(" ")[2], set()).add(told)
        return {surname: met.pop() for surname, met in bearers.items() if len(met) == 1}
