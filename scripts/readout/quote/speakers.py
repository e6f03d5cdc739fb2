"""From the phrase that names a speaker to the entities it means, in the document and, of messages, by their title."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from readout.quote.cues import Lexicon
from readout.quote.labels import Turn
from readout.quote.statements import Statement
from readout.quote.wording import WORD
from readout.refer.document import Sentence
from readout.refer.phrase import Phrase
from readout.refer.resolve import Discourse
from readout.refer.words import words

_ISSUED_BEFORE = 60
"""Sentences back in which it is looked for who issued a statement."""
_PERSONS = ("person:", "found:per")


class Speaker(NamedTuple):
    """Who speaks: entities in the order of the text, the phrase's span, and what they were told by; all empty where nobody is told."""

    entities: tuple[str, ...]
    start: int | None
    end: int | None
    basis: str | None

    def continued(self) -> "Speaker":
        """The same one, told by his words going on."""
        return self._replace(basis="continued" if self.basis else None)


NOBODY = Speaker((), None, None, None)


class Speakers:
    """The speakers of one document."""

    def __init__(self, discourse: Discourse, lexicons: Mapping[str, Lexicon]) -> None:
        self._discourse = discourse
        self._lexicons = lexicons
        self._labels: dict[str, tuple[str, ...]] = {}

    def of(self, statement: Statement, before: tuple[str, ...]) -> Speaker:
        """Who a statement says has spoken; `before` are those who spoke right before it, whom a pronoun is taken for first."""
        subject, reading = statement.subject, statement.reading
        if subject is None:
            return NOBODY
        if subject.phrase is None:
            return Speaker((), reading.words[subject.first].start, reading.words[subject.last - 1].end, "unnamed")
        sentence, phrase = reading.sentence, subject.phrase
        joined = self._joined(sentence, phrase, statement)
        if len(joined) > 1:
            entities = [entity for one in joined for entity in self._discourse.resolve(sentence, one).entities]
            return Speaker(tuple(dict.fromkeys(entities)), joined[0].start, joined[-1].end, "group")
        if phrase.gender in ("m", "f") and not all(entity.startswith(_PERSONS) for entity in before):
            before = ()
        reference = self._discourse.resolve(sentence, phrase, before)
        entities = reference.entities
        if not entities and phrase.body == "documents":
            entities = self._issuer(sentence, phrase)
        return Speaker(entities, phrase.start, phrase.end, reference.basis)

    def meant(self, sentence: Sentence, phrase: Phrase, basis: str | None = None) -> Speaker:
        """Who a phrase means, told by `basis`, else by what the phrase is."""
        reference = self._discourse.resolve(sentence, phrase)
        return Speaker(reference.entities, phrase.start, phrase.end, basis or reference.basis)

    def labelled(self, turn: Turn) -> Speaker:
        """Who the label of a turn means: by its phrase, else by a surname that one person of the document bears ("MR. MARREN")."""
        start, end = turn.label
        if turn.unnamed:
            return Speaker((), start, end, "unnamed")
        label = self._discourse.document.text[start:end]
        if label not in self._labels:
            told = self._discourse.resolve(*turn.phrase).entities if turn.phrase is not None else ()
            self._labels[label] = told or self._by_surname(label)
        return Speaker(self._labels[label], start, end, "label")

    def _by_surname(self, label: str) -> tuple[str, ...]:
        parts = WORD.findall(label)
        found = self._surnames.get(parts[-1].casefold(), ()) if parts else ()
        return tuple(found) if len(found) == 1 else ()

    @cached_property
    def _surnames(self) -> dict[str, set[str]]:
        """The persons of the document by the last words of their names."""
        known: dict[str, set[str]] = {}
        for sentence in self._discourse.document.sentences:
            for name in sentence.names:
                if name.kind == "PER" and name.entity_id and (parts := WORD.findall(name.surface)):
                    known.setdefault(parts[-1].casefold(), set()).add(name.entity_id)
        return known

    def _joined(self, sentence: Sentence, phrase: Phrase, statement: Statement) -> list[Phrase]:
        """The phrases that "and" joins to a subject on its side of the verb."""
        phrases = self._discourse.phrases(sentence)
        place = next((at for at, one in enumerate(phrases) if one is phrase), None)
        if place is None or phrase.kind in ("pronoun", "unnamed", "group"):
            return [phrase]
        joined = self._discourse.conjuncts(sentence, place)
        if any(one.preposition for one in joined):
            return [phrase]
        before = phrase.last <= statement.cue.first
        return [one for one in joined if (one.last <= statement.cue.first) == before]

    # whose statement it is that "says" something

    def _issuer(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        """Who issued a statement: the subject of the nearest sentence before that tells of one being issued; of a message that nobody is
        told to have sent, whoever the title tells, else whose site it is."""
        sentences = self._discourse.document.sentences
        for number in range(sentence.number - 1, max(-1, sentence.number - _ISSUED_BEFORE), -1):
            earlier = sentences[number]
            lexicon = self._lexicons.get(earlier.language)
            if lexicon is None or not any(word.folded in lexicon.sources for word in earlier.words):
                continue
            subject = self._discourse.subject(earlier)
            if subject is None or subject.body == "documents" or subject.kind not in ("name", "title", "pronoun"):
                continue
            if self._discourse.is_quoted(subject.start) or not any(word.folded in lexicon.issuing for word in earlier.words):
                continue
            if found := self._discourse.resolve(earlier, subject).entities:
                return found
        messages = self._lexicons[sentence.language].messages
        return self._sender() if any(word.folded in messages for word in sentence.words[phrase.first : phrase.last]) else ()

    def _sender(self) -> tuple[str, ...]:
        """The person whom the title names before a verb of sending, else who held the office whose site the document stands on."""
        document = self._discourse.document
        title, lexicon = document.title, self._lexicons.get(document.language)
        if title and lexicon is not None:
            verb = next((word.start for word in words(title, 0, len(title)) if word.folded in lexicon.issuing), 0)
            known = [(name, entity) for entity, name in self._discourse.reader.titles.items() if entity.startswith(_PERSONS)]
            known += [(name.surface, name.entity_id) for one in document.sentences for name in one.names if name.kind == "PER"]
            named = [(title.find(name), entity) for name, entity in known if entity and name in title[:verb]]
            if named:
                return (min(named)[1],)
        host = self._discourse.host
        return (host,) if host else ()
