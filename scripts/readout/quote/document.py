"""One document's quoted and reported speech, and who speaks.

Transcripts are found first, then what stands in marks and behind dashes. Each quoted stretch looks for who said it, in this order: the
statement behind it, the statement before it, who signs it, the sentence before it that ends with a colon, and whoever's words it goes
on with. What statements report without marks comes last. Who is told by none of these stays unknown.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readout.quote.attribution import is_said, told
from readout.quote.cues import Lexicon
from readout.quote.dashes import led_by_dash, split_by_dashes
from readout.quote.labels import Turn, turns
from readout.quote.marks import Stretch, stretches
from readout.quote.mending import mended
from readout.quote.paragraph import Paragraph, starts
from readout.quote.reading import Reading
from readout.quote.speakers import NOBODY, Speaker, Speakers
from readout.quote.statements import Statement, statements
from readout.quote.subjects import main_subject
from readout.quote.wording import DASHES, ENDED, is_name, is_sentence, word_count
from readout.refer.document import Sentence
from readout.refer.resolve import Discourse

_LONG_FRAGMENT = 6
_COLON_REACH = 12
_SHORTEST_HEADLINE = 3
_BLANK = " \n\t\r\u00a0—–-*_>"


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


class _Last(NamedTuple):
    """Who spoke last, in which paragraph, where his words or the sentence about them end, and the cue that told it."""

    speaker: Speaker
    paragraph: int
    end: int
    cue: tuple[int, int] | tuple[None, None] = (None, None)


def speech(discourse: Discourse, cues: Mapping[str, Lexicon]) -> list[Quote]:
    """The quotes of a document in the order of the text. `cues` are the languages' lexicons; text in other languages has no speech."""
    document = discourse.document
    grouped = list(document.paragraphs.items())
    spoken = turns(discourse, cues, grouped) if grouped else []
    in_turns = {turn.paragraph for turn in spoken}
    others = [sentences for number, sentences in grouped if number not in in_turns]
    found = _quoted(discourse, cues, others)
    discourse.quoted = sorted(
        [(turn.start, turn.end) for turn in spoken]
        + [(one.outer_start, one.outer_end) for inside in found for one in inside if not one.depth]
    )
    reader = _Reader(discourse, cues)
    quotes = reader.transcript(spoken)
    waiting: list[int] = []
    for number, (sentences, inside) in enumerate(zip(others, found, strict=True)):
        made = reader.paragraph(Paragraph(number, sentences, inside, discourse, cues))
        waiting = _told_at_last(quotes, waiting, made, inside)
        quotes += made
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end, quote.kind))


def _quoted(discourse: Discourse, cues: Mapping[str, Lexicon], paragraphs: Sequence[Sequence[Sentence]]) -> list[list[Stretch]]:
    """The stretches of each paragraph that stand in marks or behind dashes."""
    text = discourse.document.text
    lexicon = cues.get(discourse.document.language)
    spans = [(sentences[0].start, sentences[-1].end) for sentences in paragraphs]
    found = stretches(text, spans, lexicon.hanging if lexicon else frozenset())
    for place, sentences in enumerate(paragraphs):
        lexicon = cues.get(sentences[0].language)
        if lexicon is not None and lexicon.dashes:
            if found[place]:
                split = ([one] if one.depth else split_by_dashes(text, sentences, lexicon, one) for one in found[place])
                found[place] = [part for parts in split for part in parts]
            else:
                found[place] = led_by_dash(text, sentences, lexicon)
        found[place] = [part for one in found[place] for part in mended(discourse, cues, one, sentences)]
    return found


def _told_at_last(quotes: list[Quote], waiting: list[int], made: Sequence[Quote], inside: Sequence[Stretch]) -> list[int]:
    """Give the paragraphs of a quotation that runs over several the speaker whom only its last one tells; which of `quotes` still wait."""
    outer = [one for one in inside if not one.depth]
    by_start = {quote.start: place for place, quote in enumerate(made) if quote.kind == "direct"}
    if waiting and outer and outer[0].carried and (place := by_start.get(outer[0].start)) is not None:
        told = made[place]
        if told.speaker_basis is not None:
            for number in waiting:
                quotes[number] = quotes[number]._replace(
                    speakers=told.speakers, speaker_start=told.speaker_start, speaker_end=told.speaker_end, speaker_basis="continued"
                )
            waiting = []
    else:
        waiting = []
    if outer and not outer[-1].closed and (place := by_start.get(outer[-1].start)) is not None and made[place].speaker_basis is None:
        return [*waiting, len(quotes) + place]
    return waiting if outer and not outer[-1].closed else []


class _Reader:
    """Reads the paragraphs of one document in order, and remembers who spoke last."""

    def __init__(self, discourse: Discourse, cues: Mapping[str, Lexicon]) -> None:
        self.discourse = discourse
        self.text = discourse.document.text
        self.speakers = Speakers(discourse, cues)
        self.last: _Last | None = None
        self.announced: _Last | None = None
        """Who is told to say what follows the colon that the sentence before ends with."""
        self._known: dict[int, Speaker] = {}

    def transcript(self, spoken: Sequence[Turn]) -> list[Quote]:
        """The turns of a transcript, a paragraph each; who speaks is told by the label, or goes on."""
        quotes = []
        speaker = NOBODY
        paragraphs = self.discourse.document.paragraphs
        for turn in spoken:
            speaker = self.speakers.labelled(turn) if turn.label else speaker.continued()
            sentences = paragraphs[turn.paragraph]
            sentence = sentences[max(0, bisect_left(sentences, turn.start + 1, key=starts) - 1)]
            score = 0.95 if speaker.entities else 0.85
            quotes.append(Quote(sentence.number, turn.start, turn.end, "direct", *speaker, None, None, score))
        return quotes

    def paragraph(self, paragraph: Paragraph) -> list[Quote]:
        """The quotes of a paragraph that is no part of a transcript."""
        self._known.clear()
        if paragraph.sentences[0].role == "title" and (quote := self._headline(paragraph)) is not None:
            return [quote]
        quotes: list[Quote] = []
        upcoming = 0
        for sentence in paragraph.sentences:
            made: list[Quote] = []
            while upcoming < len(paragraph.stretches) and paragraph.stretches[upcoming].start < sentence.end:
                if sentence.number in paragraph.readings and (quote := self._quote(paragraph, paragraph.stretches[upcoming], sentence)):
                    made.append(quote)
                upcoming += 1
            if sentence.number in paragraph.readings:
                made += self._reported(paragraph, sentence, made)
                self._announce(paragraph, sentence)
            quotes += made
        return quotes

    def _announce(self, paragraph: Paragraph, sentence: Sentence) -> None:
        self.announced = None
        stated = paragraph.told[sentence.number]
        if stated and self.text[sentence.end - 1] in ":․":
            one = stated[-1]
            if one.cue.last >= len(one.reading.words) - _COLON_REACH:
                self.announced = _Last(self._speaker(one), paragraph.number, sentence.end, _cue(one))

    def _headline(self, paragraph: Paragraph) -> Quote | None:
        """What a headline reports behind a name or office and a colon: "Marren: the bridge will open"."""
        reading = paragraph.readings.get(paragraph.sentences[0].number)
        first = reading.phrases[0] if reading is not None and reading.phrases else None
        if first is None or first[0] or first[2].kind not in ("name", "title"):
            return None
        phrase, text = first[2], self.text
        said = text[phrase.end + 1 : paragraph.end]
        if text[phrase.end : phrase.end + 1] not in reading.lexicon.colons or len(said.split()) < _SHORTEST_HEADLINE - 1:
            return None
        speaker = self.speakers.meant(reading.sentence, phrase, "label")
        start = paragraph.end - len(said.lstrip())
        for one in paragraph.stretches:
            if one.outer_start <= start + 1 and one.outer_end >= paragraph.end - 1:
                return Quote(reading.sentence.number, one.start, one.end, "direct", *speaker, None, None, 0.85)
        return Quote(reading.sentence.number, start, paragraph.end, "indirect", *speaker, None, None, 0.75)

    # quoted words

    def _quote(self, paragraph: Paragraph, stretch: Stretch, sentence: Sentence) -> Quote | None:
        """Quoted words with their speaker; None of words that are a name, or that nobody is told to have said."""
        if not word_count(self.text, stretch):
            return None
        reading = paragraph.readings[sentence.number]
        if (by := told(paragraph, stretch, sentence)) is not None:
            if not is_said(paragraph, stretch, sentence, by):
                return None
            speaker = self._speaker(by.statement)
            if by.statement.subject is None and reading.lexicon.verb_last:
                speaker = self._subject_before(stretch, reading)
            score = 0.95 if by.near and speaker.entities else 0.85 if by.near or speaker.entities else 0.7
            return self._made(paragraph, stretch, sentence, speaker, _cue(by.statement), score)
        if is_name(self.text, stretch, reading):
            return None
        if (speaker := self._signed(paragraph, stretch)) is not None:
            return self._made(paragraph, stretch, sentence, speaker, (None, None), 0.9)
        if self.announced is not None and not self.text[self.announced.end : stretch.outer_start].strip(_BLANK):
            return self._made(paragraph, stretch, sentence, self.announced.speaker, self.announced.cue, 0.9)
        whole = is_sentence(self.text, stretch)
        alone = not self.text[paragraph.start : stretch.outer_start].strip(_BLANK)
        before = self.text[max(0, stretch.outer_start - 4) : stretch.outer_start].rstrip()[-1:]
        if not alone and before == ":" and (whole or self.text[stretch.end - 1] in ENDED):
            return self._made(paragraph, stretch, sentence, self._before_colon(stretch, reading), (None, None), 0.75)
        stop = self.text[max(0, stretch.outer_start - 6) : stretch.outer_start].rstrip(_BLANK)[-1:]
        adjoining = stop and stop in ENDED and self.text[stretch.end - 1] in ENDED and self.text[stretch.start].isupper()
        goes_on = adjoining and self._adjoins(paragraph, stretch)
        if stretch.opened and not (stretch.closed or stretch.carried or alone or (stop and stop in ENDED)):
            # a mark that opens amid a sentence and that nothing closes is a mark gone astray
            return None
        if not (whole or stretch.carried or goes_on) and word_count(self.text, stretch) < _LONG_FRAGMENT:
            return None
        speaker = self._inside(stretch, reading) if whole else NOBODY
        if speaker is NOBODY:
            speaker = self._continued(paragraph, stretch, alone and whole)
        return self._made(paragraph, stretch, sentence, speaker, (None, None), 0.8 if speaker.entities else 0.6)

    def _made(
        self,
        paragraph: Paragraph,
        stretch: Stretch,
        sentence: Sentence,
        speaker: Speaker,
        cue: tuple[int, int] | tuple[None, None],
        score: float,
    ) -> Quote:
        if speaker is not NOBODY or cue != (None, None):
            self.last = _Last(speaker, paragraph.number, stretch.end)
        return Quote(sentence.number, stretch.start, stretch.end, "direct", *speaker, *cue, score)

    def _signed(self, paragraph: Paragraph, stretch: Stretch) -> Speaker | None:
        """Who signs quoted words behind a dash: “Words.” — So-and-so, minister."""
        behind = self.text[stretch.outer_end : stretch.outer_end + 6]
        if behind.lstrip()[:1] not in DASHES:
            return None
        place = stretch.outer_end + len(behind) - len(behind.lstrip(_BLANK))
        number = paragraph.closing(stretch).number
        for sentence in self.discourse.document.sentences[number : number + 2]:
            for phrase in self.discourse.phrases(sentence):
                if phrase.start == place and phrase.kind in ("name", "title"):
                    return self.speakers.meant(sentence, phrase, "label")
        return None

    def _inside(self, stretch: Stretch, reading: Reading) -> Speaker:
        """Who is told to speak by "he said" that is put into quoted words without marks around it."""
        if stretch.start > reading.sentence.end or not stretch.opened:
            return NOBODY
        for one in statements(Reading(self.discourse, reading.sentence, reading.lexicon, ())):
            put_in = one.clause is not None and not one.clause.linked and one.clause.first < one.first < one.clause.last
            if put_in and one.subject is not None and one.subject.phrase is not None:
                return self.speakers.meant(reading.sentence, one.subject.phrase)
        return NOBODY

    def _subject_before(self, stretch: Stretch, reading: Reading) -> Speaker:
        """Where the verb stands last: the subject before quoted words, which a sentence of theirs parts from its verb."""
        place = reading.over(stretch.outer_start)
        for _, last, phrase in reading.phrases:
            if last <= place and not phrase.owning and reading.words[last - 1].folded not in reading.lexicon.oblique:
                return self.speakers.meant(reading.sentence, phrase)
        return NOBODY

    def _before_colon(self, stretch: Stretch, reading: Reading) -> Speaker:
        """Whom a simple sentence is about that ends with a colon before quoted words, though no verb of saying is in it."""
        place = reading.at(stretch.outer_start)
        subject = main_subject(reading, place)
        if subject is None or subject.phrase.kind == "unnamed" or any(reading.is_comma(at) for at in range(place)):
            return NOBODY
        return self.speakers.meant(reading.sentence, subject.phrase)

    def _continued(self, paragraph: Paragraph, stretch: Stretch, whole: bool) -> Speaker:
        """Whose words go on: those of who spoke right before, where nothing but his words stands between.

        `whole`: the stretch is a sentence with which its paragraph begins.
        """
        last = self.last
        if last is None:
            return NOBODY
        if stretch.carried or self._adjoins(paragraph, stretch):
            return last.speaker.continued()
        if whole and paragraph.number - last.paragraph == 1 and not self._parted(last.end, paragraph.start):
            return last.speaker.continued()
        return NOBODY

    def _adjoins(self, paragraph: Paragraph, stretch: Stretch) -> bool:
        """Whether somebody spoke in this paragraph, and no sentence stands between his words and these."""
        last = self.last
        return last is not None and last.paragraph == paragraph.number and not self._parted(last.end, stretch.outer_start)

    def _parted(self, start: int, end: int) -> bool:
        """Whether a whole sentence stands between two places."""
        sentences = self.discourse.document.sentences
        first = bisect_left(sentences, start, key=starts)
        return first < len(sentences) and sentences[first].end <= end

    # reported speech

    def _reported(self, paragraph: Paragraph, sentence: Sentence, quotes: Sequence[Quote]) -> list[Quote]:
        """What the statements of a sentence report; of one inside another, the outer one, but of "according to" and "…, the agency says"
        the inner one."""
        reading = paragraph.readings[sentence.number]
        reporting = [one for one in paragraph.told[sentence.number] if one.clause is not None]
        made: list[Quote] = []
        covered = 0
        for place, one in enumerate(reporting):
            clause = one.clause
            around = one.cue.form != "verb" or clause.first < one.cue.first
            inner = (other for at, other in enumerate(reporting) if at != place and other.cue.form == "verb")
            if around and any(clause.first <= other.cue.first < clause.last for other in inner):
                continue
            if one.cue.first < covered and made:
                continue
            plain = sum(not reading.is_quoted(at) and reading.words[at].folded[0].isalnum() for at in range(clause.first, clause.last))
            start, end = reading.words[clause.first].start, reading.words[clause.last - 1].end
            if plain < 2 or any(quote.start <= start and end <= quote.end for quote in (*quotes, *made[-1:])):
                continue
            covered = max(covered, clause.last)
            speaker = self._speaker(one)
            self.last = _Last(speaker, paragraph.number, end)
            score = (0.85 if clause.linked else 0.75) + (0.05 if speaker.entities else 0.0)
            made.append(Quote(sentence.number, start, end, "indirect", *speaker, *_cue(one), round(score, 2)))
        return made

    def _speaker(self, statement: Statement) -> Speaker:
        key = id(statement)
        if key not in self._known:
            start = statement.reading.words[statement.first].start
            adjoins = self.last is not None and not self._parted(self.last.end, start)
            self._known[key] = self.speakers.of(statement, self.last.speaker.entities if adjoins else ())
        return self._known[key]


def _cue(statement: Statement) -> tuple[int, int]:
    words = statement.reading.words
    return words[statement.cue.first].start, words[statement.cue.last - 1].end
