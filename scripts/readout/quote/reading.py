"""A sentence as it is read for speech: its words, which of them are quoted, its cues, and the phrases that may name somebody."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from readout.quote.cues import Cue, Lexicon, cues
from readout.quote.marks import Stretch
from readout.refer.document import Sentence
from readout.refer.phrase import Phrase
from readout.refer.resolve import Discourse

_LONGEST = 600
_INNER = frozenset("'.&%$#@/+*_")


class Reading:
    """One sentence with the quoted stretches of its paragraph. Places are those of its words, counted from 0."""

    def __init__(self, discourse: Discourse, sentence: Sentence, lexicon: Lexicon, stretches: Sequence[Stretch]) -> None:
        self.discourse = discourse
        self.sentence = sentence
        self.lexicon = lexicon
        self.words = sentence.words
        self.quoted = _quoted(self.words, stretches)

    @cached_property
    def cues(self) -> list[Cue]:
        """The cues outside of quoted words, in order; none in what is longer than any sentence: a list, a table."""
        if len(self.words) > _LONGEST:
            return []
        quoted = self.quoted
        found = cues(self.words, self.lexicon)
        return [cue for cue in found if not (quoted and any(quoted[cue.first : cue.last])) and not self._is_name(cue)]

    def _is_name(self, cue: Cue) -> bool:
        """Whether a word that may be another is written with a capital inside the sentence: "Secretary of State"."""
        word = self.words[cue.first]
        written = self.sentence.text[word.start : word.end]
        if len(written) > 1 and written.isupper() and not self.sentence.text[self.sentence.start : self.sentence.end].isupper():
            return True
        return cue.first > 0 and word.folded in self.lexicon.either and self.sentence.text[word.start].isupper()

    @cached_property
    def phrases(self) -> list[tuple[int, int, Phrase]]:
        """(first word, one past the last, phrase) of each phrase that may name somebody, outside of quoted words."""
        found = self.discourse.phrases(self.sentence)
        return [(phrase.first, phrase.last, phrase) for phrase in found if not self.is_quoted(phrase.first) and not phrase.relative]

    def at(self, place: int) -> int:
        """The first word that begins at a place of the text or behind it."""
        return bisect_left(self.words, place, key=lambda word: word.start)

    def over(self, place: int) -> int:
        """The first word that ends behind a place of the text."""
        return bisect_right(self.words, place, key=lambda word: word.end)

    def is_quoted(self, place: int) -> bool:
        """Whether a word stands inside quotation marks, or is one."""
        return self.quoted is not None and place < len(self.quoted) and self.quoted[place]

    def is_mark(self, place: int) -> bool:
        """Whether a token is a mark that parts clauses: comma, dash, colon, bracket."""
        word = self.words[place]
        return not word.folded[0].isalnum() and word.folded not in _INNER and not self._in_figure(place)

    def _in_figure(self, place: int) -> bool:
        """Whether a mark stands inside a figure: "97,000"."""
        start, end, text = self.words[place].start, self.words[place].end, self.sentence.text
        return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()

    def bounds(self, place: int) -> bool:
        """Whether a noun phrase ends at this token: at a mark, a quotation, a conjunction or a relative pronoun."""
        if self.is_quoted(place) or self.is_mark(place):
            return True
        word = self.words[place].folded
        if word == "." and place == len(self.words) - 1:
            return True
        return word in self.lexicon.conjunctions or word in self.lexicon.relatives

    def joins(self, place: int) -> bool:
        """Whether a conjunction or relative pronoun stands at a place: a new clause begins there."""
        word = self.words[place].folded
        return word in self.lexicon.conjunctions or word in self.lexicon.relatives

    def is_finite(self, first: int, last: int) -> bool:
        """Whether a verb stands among the words, as far as the language's list can tell; a language without a list has one everywhere."""
        finite = self.lexicon.finite
        return not finite or any(self._is_verb(place) for place in range(first, last))

    def _is_verb(self, place: int) -> bool:
        word = self.words[place]
        # "in May", "Will Smith"
        return (
            word.folded in self.lexicon.finite
            and not self.is_quoted(place)
            and (place == 0 or not self.sentence.text[word.start].isupper())
        )

    def is_comma(self, place: int) -> bool:
        """Whether a token is a comma or a dash."""
        return 0 <= place < len(self.words) and self.words[place].folded in (",", "-", "՝", ";") and not self._in_figure(place)


def _quoted(words: Sequence, stretches: Sequence[Stretch]) -> list[bool] | None:
    if not stretches or not words:
        return None
    marked, place = [], 0
    for word in words:
        while place < len(stretches) and stretches[place].outer_end <= word.start:
            place += 1
        marked.append(place < len(stretches) and stretches[place].outer_start <= word.start)
    return marked
