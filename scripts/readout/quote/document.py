"""One document's quoted and reported speech, and who speaks.

What is said in marks, behind dashes and in transcripts is found first, then each stretch looks for the statement that tells who said it:
the words behind it, the words before it, the sentence or paragraph before it. What statements report without marks comes last.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from readout.quote.cues import Lexicon
from readout.quote.labels import Turn, turns
from readout.quote.marks import Stretch, stretches
from readout.quote.reading import Reading
from readout.quote.statements import Statement, statements
from readout.quote.subjects import main_subject
from readout.refer.document import Sentence
from readout.refer.phrase import Phrase
from readout.refer.resolve import Discourse
from readout.refer.words import words

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_CLOSED = frozenset(".,!?…։՝;")
_ENDED = frozenset(".!?…։")
_LONG_FRAGMENT = 6
_SENTENCE_WORDS = 4
_NEAR = 6


class Quote(NamedTuple):
    """One stretch of quoted or reported speech, as in the table `speech`; `speakers` are entities, in the order of the text."""

    sentence: int
    start: int
    end: int
    kind: str
    speakers: tuple[str, ...]
    speaker_start: int | None
    speaker_end: int | None
    speaker_basis: str | None
    cue_start: int | None
    cue_end: int | None
    score: float


class Speaker(NamedTuple):
    """Who speaks: entities, the phrase's span, and what they were told by."""

    entities: tuple[str, ...]
    start: int | None
    end: int | None
    basis: str | None


NOBODY = Speaker((), None, None, None)


class _Last(NamedTuple):
    """Who spoke last, in which paragraph, and where his words or the sentence about them end."""

    speaker: Speaker
    paragraph: int
    end: int


class _Paragraph(NamedTuple):
    place: int
    start: int
    end: int
    sentences: list[Sentence]
    stretches: list[Stretch]


def speech(discourse: Discourse, cues: Mapping[str, Lexicon]) -> list[Quote]:
    """The quotes of a document in the order of the text. `cues` are the languages' lexicons; text in other languages has no speech."""
    document = discourse.document
    grouped = list(document.paragraphs.items())
    if not grouped:
        return []
    spoken = turns(discourse, cues, grouped)
    in_turns = {turn.paragraph for turn in spoken}
    others = [(number, sentences) for number, sentences in grouped if number not in in_turns]
    lexicon = cues.get(document.language)
    spans = [(sentences[0].start, sentences[-1].end) for _, sentences in others]
    found = stretches(document.text, spans, lexicon.hanging if lexicon else frozenset())
    discourse.quoted = _spans(spoken, found)
    reader = _Reader(discourse, cues)
    quotes = reader.transcript(spoken)
    for place, ((_, sentences), inside) in enumerate(zip(others, found, strict=True)):
        quotes += reader.paragraph(_Paragraph(place, sentences[0].start, sentences[-1].end, sentences, inside))
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end, quote.kind))


def _spans(spoken: Sequence[Turn], found: Sequence[Sequence[Stretch]]) -> list[tuple[int, int]]:
    spans = [(turn.start, turn.end) for turn in spoken]
    spans += [(one.outer_start, one.outer_end) for inside in found for one in inside if not one.depth]
    return sorted(spans)


def text_mark(reading: Reading, place: int) -> bool:
    """Whether a token is a mark that ends a clause."""
    return not reading.words[place].folded[0].isalnum()


class _Reader:
    """Reads the paragraphs of one document in order, and remembers who spoke last."""

    def __init__(self, discourse: Discourse, lexicons: Mapping[str, Lexicon]) -> None:
        self.discourse = discourse
        self.text = discourse.document.text
        self.lexicons = lexicons
        self.last: _Last | None = None
        self.announced: _Last | None = None
        self.announced_cue: tuple[int | None, int | None] = (None, None)

    @cached_property
    def persons(self) -> dict[str, str]:
        """Persons by the names that the pack gives them, and by those that stand in the document."""
        known = {name: entity for entity, name in self.discourse.reader.titles.items() if entity.startswith("person:")}
        for sentence in self.discourse.document.sentences:
            known |= {name.surface: name.entity_id for name in sentence.names if name.kind == "PER" and name.entity_id}
        return known

    def transcript(self, spoken: Sequence[Turn]) -> list[Quote]:
        """The turns of a transcript; who speaks is told by the label, or goes on."""
        quotes = []
        known: dict[str, tuple[str, ...]] = {}
        speaker = NOBODY
        numbers = self.discourse.document.paragraphs
        for turn in spoken:
            if turn.label:
                speaker = self._labelled(turn, known)
            else:
                speaker = speaker._replace(basis="continued" if speaker.basis else None)
            sentence = next((one for one in numbers[turn.paragraph] if one.end > turn.start), numbers[turn.paragraph][-1])
            quotes.append(Quote(sentence.number, turn.start, turn.end, "direct", *speaker, None, None, 0.95 if speaker.entities else 0.85))
        return quotes

    def _labelled(self, turn: Turn, known: dict[str, tuple[str, ...]]) -> Speaker:
        start, end = turn.label
        key = self.text[start:end].casefold()
        if turn.unnamed:
            return Speaker((), start, end, "unnamed")
        if key not in known:
            entities: tuple[str, ...] = ()
            if turn.phrase is not None:
                sentence, phrase = turn.phrase
                entities = self.discourse.resolve(sentence, phrase).entities
            known[key] = entities or self._by_surname(self.text[start:end])
        return Speaker(known[key], start, end, "label")

    def _by_surname(self, label: str) -> tuple[str, ...]:
        """The one person of the document whose name ends like a label ("MR. MARREN")."""
        words = _WORD.findall(label)
        if not words:
            return ()
        surname = words[-1].casefold()
        found = {
            name.entity_id
            for sentence in self.discourse.document.sentences
            for name in sentence.names
            if name.kind == "PER" and name.entity_id and (parts := _WORD.findall(name.surface)) and parts[-1].casefold() == surname
        }
        return (found.pop(),) if len(found) == 1 else ()

    # one paragraph

    def paragraph(self, paragraph: _Paragraph) -> list[Quote]:
        """The quotes of a paragraph that is no part of a transcript."""
        told: dict[int, list[Statement]] = {}
        readings: dict[int, Reading] = {}
        for sentence in paragraph.sentences:
            if (lexicon := self.lexicons.get(sentence.language)) is None:
                continue
            reading = Reading(self.discourse, sentence, lexicon, paragraph.stretches)
            readings[sentence.number] = reading
            told[sentence.number] = statements(reading) if reading.cues else []
        quotes: list[Quote] = []
        done: dict[int, Speaker] = {}
        outer = [one for one in paragraph.stretches if not one.depth]
        used: set[int] = set()
        queue = iter([*outer, None])
        upcoming = next(queue)
        for sentence in paragraph.sentences:
            if sentence.number not in readings:
                while upcoming is not None and upcoming.start < sentence.end:
                    upcoming = next(queue)
                continue
            made: list[Quote] = []
            while upcoming is not None and upcoming.start < sentence.end:
                if quote := self._quoted(paragraph, upcoming, sentence, readings, told, done, used):
                    made.append(quote)
                upcoming = next(queue)
            made += self._reported(readings[sentence.number], told[sentence.number], done, paragraph, made)
            quotes += made
            self._announce(paragraph, sentence, told[sentence.number], done)
        return quotes

    def _announce(self, paragraph: _Paragraph, sentence: Sentence, told: Sequence[Statement], done: dict[int, Speaker]) -> None:
        """Remember who is told to say what follows a colon at the end of a sentence."""
        self.announced = None
        if told and self.text[sentence.end - 1] in ":․":
            one = told[-1]
            if one.cue.last >= len(one.reading.words) - _NEAR * 2:
                self.announced = _Last(self._speaker(one, done), paragraph.place, sentence.end)._replace()
                self.announced_cue = self._cue(one)

    # quoted words

    def _quoted(
        self,
        paragraph: _Paragraph,
        stretch: Stretch,
        sentence: Sentence,
        readings: Mapping[int, Reading],
        told: Mapping[int, list[Statement]],
        done: dict[int, Speaker],
        used: set[int],
    ) -> Quote | None:
        text = self.text
        if stretch.opened and not stretch.closed:
            stretch = self._cut(paragraph, stretch, told, readings)
        words = len(_WORD.findall(text, stretch.start, stretch.end))
        if not words:
            return None
        closing = next((one for one in reversed(paragraph.sentences) if one.start < stretch.outer_end and one.number in readings), sentence)
        behind, loose = self._told_behind(paragraph, stretch, closing, readings, told)
        before, near = self._told_before(stretch, readings[sentence.number], told[sentence.number])
        ends = (
            text[stretch.end - 1] in _CLOSED or text[stretch.outer_end : stretch.outer_end + 1] in (",", "՝") or self._dash_behind(stretch)
        )
        statement = None
        if behind is not None and (ends or before is None or not near):
            statement, near = behind, not loose
        elif before is not None:
            statement = before
        whole = self._is_sentence(stretch, words)
        if statement is not None:
            if not near and not self._is_attributed(statement, stretch, words, whole):
                return None
            if near and not whole and words <= 3 and self._is_name(stretch, readings[sentence.number]) and statement.cue.stance != "call":
                return None
            speaker = self._speaker(statement, done)
            self._remember(speaker, paragraph, stretch.end)
            score = 0.95 if near and speaker.entities else 0.85 if near or speaker.entities else 0.7
            return Quote(sentence.number, stretch.start, stretch.end, "direct", *speaker, *self._cue(statement), score)
        if self._is_name(stretch, readings[sentence.number]):
            return None
        alone = not text[paragraph.start : stretch.outer_start].strip(" \u00a0—–-*_>")
        if self.announced is not None and not text[self.announced.end : stretch.outer_start].strip(" \n\t\r\u00a0—–-*_>"):
            speaker = self.announced.speaker
            self._remember(speaker, paragraph, stretch.end)
            return Quote(sentence.number, stretch.start, stretch.end, "direct", *speaker, *self.announced_cue, 0.9)
        if alone is False and whole and (speaker := self._before_colon(stretch, readings[sentence.number])) is not None:
            self._remember(speaker, paragraph, stretch.end)
            return Quote(sentence.number, stretch.start, stretch.end, "direct", *speaker, None, None, 0.75)
        if not whole and words < _LONG_FRAGMENT and not stretch.carried and not self._goes_on(paragraph, stretch):
            return None
        speaker = self._continued(paragraph, stretch, alone, whole)
        if speaker is not NOBODY:
            self._remember(speaker, paragraph, stretch.end)
        return Quote(sentence.number, stretch.start, stretch.end, "direct", *speaker, None, None, 0.8 if speaker.entities else 0.6)

    def _cut(
        self, paragraph: _Paragraph, stretch: Stretch, told: Mapping[int, list[Statement]], readings: Mapping[int, Reading]
    ) -> Stretch:
        """A stretch that nothing closes, up to the sentence before the first that tells somebody's words itself."""
        for one, other in pairwise(paragraph.sentences):
            if one.end > stretch.start and other.number in readings:
                fresh = Reading(self.discourse, other, readings[other.number].lexicon, ())
                if any(statement.clause or statement.cue.form != "verb" for statement in statements(fresh)):
                    return stretch._replace(end=one.end, outer_end=one.end)
        return stretch

    def _dash_behind(self, stretch: Stretch) -> bool:
        return self.text[stretch.outer_end : stretch.outer_end + 3].lstrip(" ,\u00a0")[:1] in ("—", "–", "-")

    def _is_sentence(self, stretch: Stretch, words: int) -> bool:
        """Whether quoted words are a sentence or more of their own."""
        text = self.text
        if words < _SENTENCE_WORDS:
            return words > 1 and text[stretch.end - 1] in "!?" and text[stretch.start].isupper()
        first = next((char for char in text[stretch.start : stretch.start + 4] if char.isalnum()), "")
        begins = not stretch.opened or first.isupper() or first.isdigit() or "ა" <= first <= "ჿ"
        ends = (
            text[stretch.end - 1] in _CLOSED or text[stretch.outer_end : stretch.outer_end + 1] in (".", ",", "։", "") or not stretch.closed
        )
        return begins and (ends or self._dash_behind(stretch))

    def _is_name(self, stretch: Stretch, reading: Reading) -> bool:
        """Whether quoted words are what something is called: a title or name by its capitals, or by the word before it."""
        text = self.text
        words = _WORD.findall(text, stretch.start, stretch.end)
        if text[stretch.end - 1] in "?!" and len(words) > 3:
            return False
        place = next((at for at, word in enumerate(reading.words) if word.end > stretch.outer_start), len(reading.words))
        before = reading.words[place - 1].folded if place else ""
        if before in reading.lexicon.named and text[stretch.end - 1] not in ",!?":
            return True
        if text[stretch.end - 1] in ".!?," and len(words) > 5:
            return False
        capitals = [word for word in words if not word[0].islower()]
        long = [word for word in words if len(word) > 3]
        return len(words) <= 8 and len(capitals) > 1 and words[0] in capitals and all(word in capitals for word in long)

    def _is_attributed(self, statement: Statement, stretch: Stretch, words: int, whole: bool) -> bool:
        """Whether quoted words inside a statement are the speaker's own, and no name or word held at arm's length."""
        if whole:
            return True
        if self._is_name(stretch, statement.reading):
            return False
        if statement.cue.stance == "call" or words > 2:
            return True
        # a word or two: the end of what is said, or what something is said to be, not a name held at arm's length
        reading = statement.reading
        last = next((at for at, word in enumerate(reading.words) if word.start >= stretch.outer_end), len(reading.words))
        if last == len(reading.words) or text_mark(reading, last):
            return True
        first = next(at for at, word in enumerate(reading.words) if word.end > stretch.outer_start)
        return first > 0 and (
            reading.words[first - 1].folded in reading.lexicon.auxiliaries or reading.words[last].folded in ("and", "but")
        )

    def _told_behind(
        self,
        paragraph: _Paragraph,
        stretch: Stretch,
        sentence: Sentence,
        readings: Mapping[int, Reading],
        told: Mapping[int, list[Statement]],
    ) -> tuple[Statement | None, bool]:
        """(the statement behind quoted words that tells who said them, whether it only holds them in its clause)."""
        reading = readings.get(sentence.number)
        if reading is None:
            return None, False
        words = reading.words
        place = next((at for at, word in enumerate(words) if word.start >= stretch.outer_end), len(words))
        if place == len(words) or not any(word.folded[0].isalnum() for word in words[place:]):
            if self.text[stretch.end - 1] in _CLOSED and (one := self._next_sentence(paragraph, sentence, readings, told)):
                return one, False
            return None, False
        until = next((at for at in range(place, len(words)) if reading.is_quoted(at)), len(words))
        for one in told[sentence.number]:
            if one.cue.first < place:
                continue
            if one.first >= until:
                break
            if all(self._is_slight(reading, at) for at in range(place, one.first)):
                return one, False
            if one.clause and one.clause.first < place <= one.clause.last and not one.clause.linked:
                return one, True
            if one.first - place <= 2 * _NEAR and not reading.is_finite(place, one.first) and not self._joins(reading, place, one.first):
                return one, False
            break
        for one in told[sentence.number]:
            if one.cue.first >= place and one.clause and not one.clause.linked and one.clause.first < place <= one.clause.last:
                return one, True
        return None, False

    def _joins(self, reading: Reading, first: int, last: int) -> bool:
        """Whether a conjunction or relative pronoun stands among some words: a new clause begins there."""
        lexicon = reading.lexicon
        return any(word.folded in lexicon.conjunctions or word.folded in lexicon.relatives for word in reading.words[first:last])

    def _is_slight(self, reading: Reading, place: int) -> bool:
        """Whether a token between quoted words and "he said" is of no weight."""
        word = reading.words[place].folded
        lexicon = reading.lexicon
        return (
            not word[0].isalnum()
            or word in lexicon.quotatives
            or word in lexicon.determiners
            or word in lexicon.adverbs
            or word in lexicon.as_
        )

    def _next_sentence(
        self, paragraph: _Paragraph, sentence: Sentence, readings: Mapping[int, Reading], told: Mapping[int, list[Statement]]
    ) -> Statement | None:
        """The statement that is the next sentence, if it only tells who spoke: "Obama asked." behind a question mark."""
        following = next((one for one in paragraph.sentences if one.start >= sentence.end), None)
        if following is None or following.number not in readings or not told[following.number]:
            return None
        one = told[following.number][0]
        if one.clause is None and one.first == 0 and one.cue.form == "verb" and one.cue.stance != "call":
            reading = one.reading
            return one if not any(reading.is_quoted(at) for at in range(len(reading.words))) and not reading.is_mark(one.cue.last) else None
        return None

    def _told_before(self, stretch: Stretch, reading: Reading, told: Sequence[Statement]) -> tuple[Statement | None, bool]:
        """(the statement before quoted words that tells who said them, whether they follow it without more)."""
        words = reading.words
        place = next((at for at, word in enumerate(words) if word.end > stretch.outer_start), len(words))
        candidates = [one for one in told if one.cue.last <= place]
        if not candidates:
            return None, False
        one = candidates[-1]
        if all(self._is_light(reading, at, one) for at in range(one.cue.last, place)):
            return one, True
        if place and words[place - 1].folded in (":", ",") and place - one.cue.last <= 2 * _NEAR and self._is_sentence(stretch, 9):
            return one, True
        if one.clause is not None:
            return (one, False) if one.clause.first <= place < one.clause.last or one.clause.last == place else (None, False)
        if one.cue.stance == "call" or place - one.cue.last <= 2 * _NEAR:
            between = range(one.cue.last, place)
            if any(words[at].folded in (",", ";") for at in between) and one.cue.stance != "call":
                return None, False
            return one, False
        return None, False

    def _is_light(self, reading: Reading, place: int, statement: Statement) -> bool:
        """Whether a token between a cue and what it opens is of no weight: a mark, "that", an adverb, its own subject."""
        word = reading.words[place].folded
        lexicon = reading.lexicon
        subject = statement.subject
        return (
            not word[0].isalnum()
            or word in lexicon.that
            or word in lexicon.adverbs
            or word in lexicon.as_
            or (subject is not None and subject.first <= place < subject.last)
        )

    def _continued(self, paragraph: _Paragraph, stretch: Stretch, alone: bool, whole: bool) -> Speaker:
        """Whose words go on: those of who spoke right before, where nothing but his words stands between."""
        last = self.last
        if last is None:
            return NOBODY
        if stretch.carried or (last.paragraph == paragraph.place and self._adjoins(last, stretch)):
            return last.speaker._replace(basis="continued" if last.speaker.basis else None)
        if alone and whole and paragraph.place - last.paragraph == 1 and self._closes(last, paragraph):
            return last.speaker._replace(basis="continued" if last.speaker.basis else None)
        return NOBODY

    def _before_colon(self, stretch: Stretch, reading: Reading) -> Speaker | None:
        """Whom a sentence is about that ends with a colon before quoted words, though no verb of saying is in it."""
        if self.text[: stretch.outer_start].rstrip()[-1:] != ":":
            return None
        place = next((at for at, word in enumerate(reading.words) if word.start >= stretch.outer_start), len(reading.words))
        subject = main_subject(reading, place)
        if subject is None or subject.phrase.kind == "unnamed":
            return None
        reference = self.discourse.resolve(reading.sentence, subject.phrase)
        return Speaker(reference.entities, subject.phrase.start, subject.phrase.end, reference.basis)

    def _goes_on(self, paragraph: _Paragraph, stretch: Stretch) -> bool:
        """Whether a few words stand as a sentence of their own right behind somebody's words."""
        text, last = self.text, self.last
        if last is None or last.paragraph != paragraph.place or text[stretch.end - 1] not in _ENDED or not text[stretch.start].isupper():
            return False
        return text[: stretch.outer_start].rstrip()[-1:] in (".", "!", "?") and self._adjoins(last, stretch)

    def _adjoins(self, last: _Last, stretch: Stretch) -> bool:
        """Whether no sentence stands between who spoke and quoted words."""
        return self._sentences_between(last.end, stretch.outer_start) == 0

    def _closes(self, last: _Last, paragraph: _Paragraph) -> bool:
        """Whether who spoke last did so in the last sentence before a paragraph."""
        return self._sentences_between(last.end, paragraph.start) == 0

    def _sentences_between(self, start: int, end: int) -> int:
        """Number of whole sentences between two places."""
        sentences = self.discourse.document.sentences
        first = bisect_left(sentences, start, key=lambda sentence: sentence.start)
        return sum(1 for sentence in sentences[first : first + 3] if sentence.end <= end)

    def _remember(self, speaker: Speaker, paragraph: _Paragraph, end: int) -> None:
        self.last = _Last(speaker, paragraph.place, end)

    # reported speech

    def _reported(
        self, reading: Reading, told: Sequence[Statement], done: dict[int, Speaker], paragraph: _Paragraph, quotes: Sequence[Quote]
    ) -> list[Quote]:
        """What the statements of a sentence report; of one inside another, the outer one, but of "according to" the inner one."""
        made: list[Quote] = []
        covered: list[tuple[int, int]] = []
        reporting = [one for one in told if one.clause is not None]
        for one in reporting:
            if one.cue.form != "verb" and any(
                other is not one and other.cue.form == "verb" and one.clause.first <= other.cue.first < one.clause.last
                for other in reporting
            ):
                continue
            if any(first <= one.cue.first < last for first, last in covered):
                continue
            clause = one.clause
            plain = sum(not reading.is_quoted(at) and reading.words[at].folded[0].isalnum() for at in range(clause.first, clause.last))
            if plain < 2:
                continue
            covered.append((clause.first, clause.last))
            start, end = reading.words[clause.first].start, reading.words[clause.last - 1].end
            if any(quote.start <= start and end <= quote.end for quote in quotes):
                continue
            speaker = self._speaker(one, done)
            self._remember(speaker, paragraph, end)
            score = (0.85 if clause.linked else 0.75) + (0.05 if speaker.entities else 0.0)
            made.append(Quote(reading.sentence.number, start, end, "indirect", *speaker, *self._cue(one), round(score, 2)))
        return made

    # speakers

    def _cue(self, statement: Statement) -> tuple[int, int]:
        words = statement.reading.words
        return words[statement.cue.first].start, words[statement.cue.last - 1].end

    def _speaker(self, statement: Statement, done: dict[int, Speaker]) -> Speaker:
        key = id(statement)
        if key not in done:
            done[key] = self._resolved(statement)
        return done[key]

    def _resolved(self, statement: Statement) -> Speaker:
        subject, reading = statement.subject, statement.reading
        if subject is None:
            return NOBODY
        if subject.phrase is None:
            start, end = reading.words[subject.first].start, reading.words[subject.last - 1].end
            return Speaker((), start, end, "unnamed")
        sentence = reading.sentence
        phrase = subject.phrase
        before = self.last.speaker.entities if self.last is not None else ()
        joined = self._joined(sentence, phrase, statement)
        if len(joined) > 1:
            entities = [entity for one in joined for entity in self.discourse.resolve(sentence, one).entities]
            return Speaker(tuple(dict.fromkeys(entities)), joined[0].start, joined[-1].end, "group")
        reference = self.discourse.resolve(sentence, phrase, before)
        entities, basis = reference.entities, reference.basis
        if not entities and phrase.body == "documents":
            entities = self._issuer(sentence, phrase)
        return Speaker(entities, phrase.start, phrase.end, basis)

    def _joined(self, sentence: Sentence, phrase: Phrase, statement: Statement) -> list[Phrase]:
        """The phrases that "and" joins to a subject on its side of the verb."""
        phrases = self.discourse.phrases(sentence)
        place = next((at for at, one in enumerate(phrases) if one is phrase), None)
        if place is None or phrase.kind in ("pronoun", "unnamed"):
            return [phrase]
        joined = self.discourse.conjuncts(sentence, place)
        if any(one.preposition for one in joined):
            return [phrase]
        before = phrase.last <= statement.cue.first
        return [one for one in joined if (one.last <= statement.cue.first) == before]

    def _issuer(self, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
        """Whose statement it is, by the nearest sentence before that tells of a statement and has a subject."""
        sentences = self.discourse.document.sentences
        for number in range(sentence.number - 1, -1, -1):
            earlier = sentences[number]
            lexicon = self.lexicons.get(earlier.language)
            if lexicon is None or not any(word.folded in lexicon.sources for word in earlier.words):
                continue
            subject = self.discourse.subject(earlier)
            if subject is None or subject.body == "documents" or subject.kind not in ("name", "title", "pronoun"):
                continue
            if self.discourse.is_quoted(subject.start) or not any(word.folded in lexicon.issuing for word in earlier.words):
                continue
            if found := self.discourse.resolve(earlier, subject).entities:
                return found
        return self._sender()

    def _sender(self) -> tuple[str, ...]:
        """The person with whose name or office and name a title begins that tells of something sent or said by him."""
        title = self.discourse.document.title
        lexicon = self.lexicons.get(self.discourse.document.language)
        if not title or lexicon is None:
            return ()
        read = words(title, 0, len(title))
        verb = next((word.start for word in read if word.folded in lexicon.issuing), 0)
        named = [(title.find(name, 0, verb), entity) for name, entity in self.persons.items() if verb and name in title[:verb]]
        return (min(named)[1],) if named else ()
