"""Two names of organisations or of places: whether they can be one's, across languages, and how surely.

Words that have a meaning ("ministry", "министерство") are compared by the meaning, others by their sound; order is free; what kind of
company it is does not count. Numbers and countries must agree.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from readout.link.sounds import guessed, script
from readout.link.verdict import Verdict
from readout.link.words import Word, Words
from readout.pack.folding import folded

_FIGURES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = {figure: str(number) for number, figure in enumerate(_FIGURES, 1)}
_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ`.&][^\W_]+)*")
_ALIKE = 0.9
_ONE_WORD = 0.8
_MEANING = 0.6  # what a word with a meaning weighs beside one that is only a name
_LONGEST_ACRONYM = 8
_SHORT = 4
_PLURAL, _ONE_NUMBER = "s", 0.96
_ADJECTIVE = "sk"  # in sounds: -ский, -ський, -ski


class Body(NamedTuple):
    """A name of an organisation or place taken apart: its concepts with the words for them, its own words, numbers, itself where it is
    an acronym, its words' first letters, and which known places each of its own words may name."""

    concepts: Mapping[str, Word]
    names: tuple[Word, ...]
    numbers: frozenset[str]
    acronym: str | None
    letters: str
    places: tuple[frozenset[int], ...] = ()


class Bodies:
    """Reads and compares names of organisations and places."""

    def __init__(self, words: Words, knowledge: Mapping, places: Iterable[str] = ()) -> None:
        self._words = words
        self._places: dict[str, set[int]] = defaultdict(set)
        self._nominatives: dict[str, set[int]] = defaultdict(set)
        for number, forms in enumerate(places):
            for form in forms.split():
                word = words.word(form, guessed(form))
                self._nominatives[word.sounds].add(number)
                self._places[word.stems[0]].add(number)
        self.places = lru_cache(maxsize=200_000)(self._placed)
        self._between = frozenset(folded(knowledge["between"]).split())
        self._legal = frozenset(folded(knowledge["legal"]).split())
        self._closing = frozenset(knowledge["closing"].split())
        self._loose = {kind: frozenset(concepts) for kind, concepts in knowledge["loose"].items()}
        self._whole: dict[str, str] = {}
        self._beginnings: dict[str, str] = {}
        for concept, forms in knowledge["concepts"].items():
            for form in folded(forms).split():
                (self._beginnings if form.endswith("*") else self._whole).setdefault(form.rstrip("*"), concept)
        self._concept = lru_cache(maxsize=200_000)(self._meaning)

    def _meaning(self, low: str) -> str | None:
        if low in self._whole:
            return self._whole[low]
        for size in range(len(low), 2, -1):
            if low[:size] in self._beginnings:
                return self._beginnings[low[:size]]
        return None

    def read(self, name: str, language: str) -> Body:
        """A name in the language of its sentence."""
        concepts: dict[str, Word] = {}
        names: list[Word] = []
        numbers: set[str] = set()
        tokens = [token for part in _TOKEN.findall(name) for token in ([part] if "." not in part else [part.replace(".", "")])]
        kept: list[str] = []
        for token in tokens:
            low = folded(token)
            if token.isdigit():
                numbers.add(token)
            elif token is not tokens[0] and (figure := _ROMAN.get(token)):
                numbers.add(figure)
            elif token in self._closing and token is tokens[-1] and kept:
                kept.append(token)
                names.append(_named_after(self._words.word(token, language)))
            elif low in self._between or (low in self._legal and len(tokens) > 1):
                continue
            elif concept := self._concept(low):
                kept.append(token)
                concepts.setdefault(concept, self._words.word(token, language))
            else:
                kept.append(token)
                names.append(_named_after(self._words.word(token, language)))
        single = kept[0] if len(kept) == 1 else ""
        if single and concepts:
            # of a name of one word all is name: "Europe", "Senate"
            concepts, names = {}, [_named_after(self._words.word(single, language))]
        acronym = folded(single) if single.isupper() and 1 < len(single) <= _LONGEST_ACRONYM else None
        letters = "".join(folded(token)[0] for token in kept)
        return Body(concepts, tuple(names), frozenset(numbers), acronym, letters, tuple(map(self.places, names)))

    def compare(self, one: Body, other: Body, kind: str) -> Verdict:
        """How surely two names are one organisation's (`ORG`) or one place's (`LOC`)."""
        if one.numbers != other.numbers:
            return Verdict(0.0, "another number")
        if one.acronym and other.acronym:
            # letter by letter: GHSA is not GSA, though gh may sound like g
            spelled = [[self._words.sounds.of(letter, "") for letter in body.acronym or ""] for body in (one, other)]
            same = one.acronym == other.acronym or (script(one.acronym) != script(other.acronym) and spelled[0] == spelled[1])
            return Verdict(0.97, "the same letters") if same else Verdict(0.0, "other letters")
        if one.acronym or other.acronym:
            short, full = (one, other) if one.acronym else (other, one)
            if len(full.letters) > 2 and short.acronym == full.letters:
                return Verdict(0.85, "an acronym")
            alone = full.names[0].written if len(full.names) == 1 and not full.concepts else None
            if alone and script(alone) == script(short.acronym or "") and alone != short.acronym:
                # APL is not Apple
                return Verdict(0.0, "other letters")
            if len(short.acronym or "") <= _SHORT and (full.letters != short.letters or len(full.names) != 1):
                return Verdict(0.0, "other letters")
        return self._sound(one, other, kind)

    def _sound(self, one: Body, other: Body, kind: str) -> Verdict:
        matched, used = [], set()
        few, many = sorted((one, other), key=lambda body: len(body.names))
        for word in few.names:
            scored = [(self._alike(word, heard), -at) for at, heard in enumerate(many.names) if at not in used]
            best, at = max(scored, default=(0.0, 0))
            if best < _ALIKE:
                return Verdict(best * 0.8, "another word")
            used.add(-at)
            matched.append(best)
        extra = len(many.names) - len(few.names)
        shared = {concept for concept in one.concepts if concept in other.concepts and self._one_meaning(concept, one, other)}
        differing = ((one.concepts.keys() | other.concepts.keys()) - shared) - self._loose.get(kind, frozenset())
        common = len(shared)
        weight = len(few.names) + _MEANING * common
        total = weight + extra + _MEANING * len(differing)
        if not weight or not total:
            return Verdict(0.0, "nothing in common")
        quality = min(matched, default=1.0)
        if not few.names and common == 1 and not differing and not extra:
            return Verdict(0.9, "the same word of meaning")
        if extra or differing:
            return Verdict(min(0.91, quality * weight / total), "words left out")
        return Verdict(quality, "the same words" if quality == 1.0 else "words that sound alike")

    def _one_meaning(self, concept: str, one: Body, other: Body) -> bool:
        """Whether two words for one concept are one here: in English a fund is not a foundation, across languages nobody can tell."""
        first, second = one.concepts[concept], other.concepts[concept]
        return not (first.bare and second.bare) or self._words.heard(first, second) >= _ONE_WORD

    def _placed(self, word: Word) -> frozenset[int]:
        """The numbers of the places that a word may be a name of."""
        if found := self._nominatives.get(word.sounds):
            return frozenset(found)  # Niger is no Nigeria without its ending
        return frozenset(number for stem in word.stems for number in self._places.get(stem, ()))

    def _alike(self, one: Word, other: Word) -> float:
        first, second = self.places(one), self.places(other)
        if first and second:
            return 1.0 if first & second else 0.0
        likeness = self._words.likeness(one, other)
        if one.bare and other.bare and _PLURAL in (one.written.removeprefix(other.written), other.written.removeprefix(one.written)):
            return _ONE_NUMBER  # Guard Corps, Guards Corps
        shortest = min(len(one.sounds), len(other.sounds))
        if likeness < 1.0 and (
            shortest <= _SHORT or self._words.sounds.skeleton(one.stems[0]) != self._words.sounds.skeleton(other.stems[0])
        ):
            # short words, and words with another consonant, are other names: Iran is not Iraq
            return likeness if likeness >= 0.97 else likeness * 0.9
        if likeness < 1.0 and one.bare and other.bare and one.written[:1] != other.written[:1]:
            return likeness * 0.95
        return likeness


def _named_after(word: Word) -> Word:
    """The word, and what it is the adjective of: "оксфордский" is of Oxford."""
    if word.bare:
        return word
    nouns = [stem[: -len(_ADJECTIVE)] for stem in word.stems if stem.endswith(_ADJECTIVE) and len(stem) >= len(_ADJECTIVE) + _SHORT]
    return replace(word, stems=(*word.stems, *nouns)) if nouns else word
