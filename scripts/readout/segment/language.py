"""The language of a stretch of text: by letters that one language alone writes, by frequent words, or by lingua's statistics."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.segment.languages import Languages

if TYPE_CHECKING:
    from lingua import LanguageDetector

_ADDRESS = re.compile(r"\w+://[^\s<>\"']+")
_READ = 300  # characters of a stretch that are looked at: more does not change the answer
_LONG = 80  # letters from which statistics are strong
_READABLE = 40  # letters from which they can be believed against the rest of the document
_CONFIRMING = 2  # frequent words that confirm a language
_DECIDING = 6  # frequent words that decide by themselves: no other of 16 languages tried had as many of one of them
_DECIDED = 0.99
_SURE = 0.9
_REMEMBERED = 4096


class Told(NamedTuple):
    """A language and the confidence in it; `und` and None where there is nothing to tell by."""

    language: str
    score: float | None


UNKNOWN = Told("und", None)


class Detector:
    """Tells languages among the candidates. Lingua runs in its low-accuracy mode, as accurate on paragraphs as its high one."""

    def __init__(self, languages: Languages) -> None:
        self._languages = languages
        self._lingua: LanguageDetector | None = None
        self._scores = lru_cache(_REMEMBERED)(self._ask)

    def blocks(self, pieces: Iterable[str]) -> list[Told]:
        """Languages of a document's stretches, in order.

        A stretch with two frequent words of the language told last keeps it and its score. A short stretch takes the language of the
        document's long ones when its letters allow it and no frequent words speak for another.
        """
        heads = [_readable(piece) for piece in pieces]
        letters = [sum(map(str.isalpha, head)) for head in heads]
        told: list[Told | None] = [UNKNOWN if count == 0 else None for count in letters]
        believed = UNKNOWN
        for number, (head, count) in enumerate(zip(heads, letters, strict=True)):
            if count >= _LONG:
                told[number] = believed if self._words(head, believed.language) >= _CONFIRMING else self._tell(head)
                believed = told[number] if told[number] is not UNKNOWN else believed
        main = document(zip(letters, told, strict=True))
        if main is UNKNOWN:
            main = self._tell(" ".join(heads)[:_READ])
        return [answer or self._short(head, count, main) for head, count, answer in zip(heads, letters, told, strict=True)]

    def sentence(self, sentence: str, language: str) -> str:
        """A sentence's language: that of its segment unless the sentence is long and clearly of another."""
        common = self._languages.common_words.get(language)
        if common is None or len(sentence) < _LONG or not common.isdisjoint(sentence.lower().split()):
            return language
        head = _readable(sentence)
        letters = sum(map(str.isalpha, head))
        other = self._tell(head)
        return other.language if letters >= _READABLE and self._clearly(head, other) else language

    def _words(self, head: str, language: str) -> int:
        """How many of a language's own frequent words a stretch holds."""
        common = self._languages.common_words.get(language)
        return len(common.intersection(head.lower().split())) if common else 0

    def _short(self, head: str, letters: int, main: Told) -> Told:
        """The language of a heading, a label, a list of names."""
        if main is UNKNOWN or self._words(head, main.language):
            return main
        told = self._tell(head)
        if told.language == main.language or (told.score == 1.0 and self._by_letters(head)):
            return told
        if letters >= _READABLE and told.language in self._languages.common_words and self._clearly(head, told):
            return told
        scores = self._scores(head)
        # no score for the main language: it is not written with these letters
        return main if not scores or main.language in scores or (self._by_letters(head) is None and told is UNKNOWN) else told

    def _clearly(self, head: str, told: Told) -> bool:
        """Whether the answer is certain; where the language's frequent words are known, some must be there."""
        if told.score is None or told.score < _SURE:
            return False
        return told.language not in self._languages.common_words or self._words(head, told.language) > 0

    def _tell(self, head: str) -> Told:
        if own := self._by_letters(head) or self._by_words(head):
            return own
        scores = self._scores(head)
        if not scores:
            return UNKNOWN
        best = max(scores, key=lambda language: (scores[language], language))
        if scores[best] < _SURE and not self._words(head, best):
            # statistics waver, as on lists of foreign names: frequent words decide if they speak for one language
            words = {language: self._words(head, language) for language in self._languages.common_words if language in scores}
            spoken = [language for language, count in words.items() if count >= _CONFIRMING]
            if len(spoken) == 1:
                return Told(spoken[0], _SURE)
        return Told(best, scores[best])

    def _by_letters(self, head: str) -> Told | None:
        if head.isascii():
            return None
        written = [(language, own) for language, own in self._languages.own_letters.items() if not own.letters.isdisjoint(head)]
        letters = Counter(filter(str.isalpha, head)) if written else Counter()
        total = letters.total()
        for language, own in written:
            if sum(letters[letter] for letter in own.letters) >= own.share * total > 0:
                return Told(language, 1.0)
        return None

    def _by_words(self, head: str) -> Told | None:
        words = set(head.lower().split())
        for language, common in self._languages.common_words.items():
            if len(common & words) >= _DECIDING:
                return Told(language, _DECIDED)
        return None

    def _ask(self, head: str) -> dict[str, float]:
        """Lingua's confidence in each candidate that is not out of the question."""
        if self._lingua is None:
            self._lingua = _lingua(self._languages.candidates)
        found = self._lingua.compute_language_confidence_values(head)
        return {value.language.iso_code_639_1.name.lower(): round(value.value, 4) for value in found if value.value > 0}


def document(stretches: Iterable[tuple[int, Told | None]]) -> Told:
    """The language of most of the stretches, each given with its length, and its share of them weighted by the confidence in each."""
    weights: Counter[str] = Counter()
    scored: Counter[str] = Counter()
    for length, told in stretches:
        if told is not None and told.score is not None:
            weights[told.language] += length
            scored[told.language] += length * told.score
    if not weights.total():
        return UNKNOWN
    best = max(weights, key=lambda language: (weights[language], language))
    return Told(best, round(scored[best] / weights.total(), 4))


def _readable(piece: str) -> str:
    """What is looked at of a stretch: its beginning, addresses of the Web left out."""
    head = piece[: 2 * _READ]
    return (_ADDRESS.sub(" ", head) if "://" in head else head)[:_READ]


def _lingua(candidates: tuple[str, ...]) -> "LanguageDetector":
    from lingua import IsoCode639_1, Language, LanguageDetectorBuilder

    codes = [Language.from_iso_code_639_1(IsoCode639_1.from_str(code)) for code in candidates]
    return LanguageDetectorBuilder.from_languages(*codes).with_low_accuracy_mode().build()
