"""A document as the later stages read it: its sentences, the names in them, and what is known of its publication."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from readout.refer.words import Word, words


class Name(NamedTuple):
    """One mention: its place, kind and entity (None where it names nothing known), and its number in the document."""

    start: int
    end: int
    kind: str
    entity_id: str | None
    surface: str
    number: int


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence `text[start:end]`: its number, paragraph (the segment it lies in), role and language, and the names in it in order."""

    text: str = field(repr=False)
    number: int
    paragraph: int
    start: int
    end: int
    role: str
    language: str
    names: list[Name] = field(default_factory=list)
    _words: list[Word] | None = field(default=None, repr=False)

    @property
    def words(self) -> list[Word]:
        """Its words and marks, made when they are first asked for."""
        if self._words is None:
            self._words = words(self.text, self.start, self.end)
        return self._words


@dataclass(eq=False)
class Document:
    """One document: its text and sentences; who published it, for which country (ISO code) if officially, and between which days."""

    doc_id: str
    text: str = field(repr=False)
    language: str
    outlet: str | None
    country: str | None
    published: tuple[date, date] | None
    sentences: list[Sentence] = field(default_factory=list)
    title: str | None = None
    """Its title, also where that is no part of the text."""
    voice: str | None = None
    """The office whose site published it, as the list of outlets tells ("president"): a message without a sender is of its holder."""

    @cached_property
    def paragraphs(self) -> dict[int, list[Sentence]]:
        """The sentences of each paragraph, by the number of its segment."""
        grouped: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            grouped.setdefault(sentence.paragraph, []).append(sentence)
        return grouped
