"""One paragraph as it is read for speech: its sentences, the quoted stretches in it, and what its sentences state."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from readout.quote.cues import Lexicon
from readout.quote.marks import Stretch
from readout.quote.reading import Reading
from readout.quote.statements import Statement, statements
from readout.refer.document import Sentence
from readout.refer.resolve import Discourse


def starts(sentence: Sentence) -> int:
    """Where a sentence starts, to look it up by."""
    return sentence.start


class Paragraph:
    """A paragraph with its number among those read; sentences in languages without a lexicon have no reading."""

    def __init__(
        self, number: int, sentences: Sequence[Sentence], stretches: Sequence[Stretch], discourse: Discourse, cues: Mapping[str, Lexicon]
    ) -> None:
        self.number = number
        self.text = discourse.document.text
        self.sentences = sentences
        self.start, self.end = sentences[0].start, sentences[-1].end
        self.stretches = [one for one in stretches if not one.depth]
        """The outermost stretches, in order."""
        self.readings: dict[int, Reading] = {}
        self.told: dict[int, list[Statement]] = {}
        for sentence in sentences:
            if (lexicon := cues.get(sentence.language)) is not None:
                reading = Reading(discourse, sentence, lexicon, self._within(sentence))
                self.readings[sentence.number] = reading
                self.told[sentence.number] = statements(reading) if reading.cues else []

    def closing(self, stretch: Stretch) -> Sentence:
        """The sentence in which a stretch ends."""
        return self.sentences[max(0, bisect_left(self.sentences, stretch.outer_end, key=starts) - 1)]

    def after(self, sentence: Sentence) -> Sentence | None:
        """The sentence behind another one, None behind the last."""
        place = bisect_left(self.sentences, sentence.end, key=starts)
        return self.sentences[place] if place < len(self.sentences) else None

    def _within(self, sentence: Sentence) -> list[Stretch]:
        first = bisect_right(self.stretches, sentence.start, key=lambda one: one.outer_end)
        return self.stretches[first : bisect_left(self.stretches, sentence.end, key=lambda one: one.outer_start)]
