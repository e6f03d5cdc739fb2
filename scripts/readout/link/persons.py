"""Two names of persons: whether they can be one person's, and how surely.

A name is its given names, its surname and what may be left out: initials, a father's name, particles. Order is free where a comma or
the other name says so. What conflicts (another given name, another father, another sex, "Jr" and "Sr") is never one person.
"""

import re
from typing import NamedTuple

from readout.link.verdict import Verdict
from readout.link.words import Word, Words
from readout.pack.folding import folded

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*\.?(?:-[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)*|\d+|,")
_WORD_ALIKE = 0.86
_SURNAME_ALIKE = 0.9
_GENERATIONS = {"junior": "jr", "senior": "sr", "мл": "jr", "ст": "sr"}
_TURNED, _TURNED_GIVEN, _LEFT_OUT, _INITIAL = 0.02, 0.12, 0.01, 0.08
_SHORTEST_DOUBLED = 4


class Person(NamedTuple):
    """A person's name taken apart.

    `names`: given names and surname, in order; `father`: the father's name where one is marked; `generation`: "jr", "ii" …;
    `gender`: `m`, `f` or None; `turned`: the surname certainly came first.
    """

    names: tuple[Word, ...]
    father: Word | None
    generation: str | None
    gender: str | None
    turned: bool

    @property
    def whole(self) -> tuple[Word, ...]:
        """The words that are more than initials."""
        return tuple(word for word in self.names if not word.initial)


class Persons:
    """Reads and compares names of persons."""

    def __init__(self, words: Words, knowledge: dict) -> None:
        self._words = words
        self._particles = frozenset(folded(knowledge["particles"]).split())
        self._filiation = frozenset(folded(knowledge["filiation"]).split())
        self._suffixes = frozenset(folded(knowledge["suffixes"]).split())
        self._patronymics = tuple(map(folded, knowledge["patronymics"]))
        self.titles = {folded(word): gender for gender, words_ in knowledge["titles"].items() for word in words_.split()}

    def read(self, name: str, language: str) -> Person:
        """A name in the language of its sentence; one without words where there is nothing to compare."""
        tokens = _TOKEN.findall(name)
        turned = "," in tokens[1:-1] and not (folded(tokens[-1]).rstrip(".") in self._suffixes and tokens[-2] == ",")
        if turned:
            comma = tokens.index(",", 1)
            tokens = tokens[comma + 1 :] + tokens[:comma]
        words: list[Word] = []
        father = generation = None
        particles: list[str] = []
        for token in tokens:
            low = folded(token).rstrip(".")
            if token == ",":
                continue
            if low in self._suffixes and words:
                generation = _GENERATIONS.get(low, low)
            elif low in self._filiation and len(words) > 1:
                father = words.pop()
            elif low in self._particles and not token.endswith("."):
                particles.append(token)
            else:
                words += self._of(token, language)
        if not words and particles:
            words = [self._words.word(particle, language) for particle in particles]
        for place in range(len(words) - 1, 0, -1):
            # "Sergei Viktorovich" alone is a given name and a father's, and stays a name of two words
            if len(words) > 2 and father is None and words[place].written.endswith(self._patronymics):
                father = words.pop(place)
        return Person(tuple(words), father, generation, self._gender(words, father), turned)

    def _of(self, token: str, language: str) -> list[Word]:
        """The words of a token: "al-Assad" is Assad, "Jae-in" and "Jean-Claude" are one word."""
        parts = token.split("-")
        kept = [part for part in parts if folded(part) not in self._particles]
        if len(kept) == 1:
            return [self._words.word(kept[0], language)]
        return [self._words.word("-".join(parts), language)]

    def _gender(self, words: list[Word], father: Word | None) -> str | None:
        """What the words say together: a given name before a father's name before a surname."""
        told = [word.gender for word in (*words[:1], father, *words[1:]) if word is not None and word.gender]
        given = [word.gender for word in words if word.given and word.gender]
        return given[0] if given and words[0].given else told[0] if len(set(told)) == 1 else None

    def compare(self, one: Person, other: Person) -> Verdict:
        """How surely two names are one person's."""
        if not one.names or not other.names:
            return Verdict(0.0, "no name")
        if one.generation and other.generation and one.generation != other.generation:
            return Verdict(0.0, "another generation")
        if one.gender and other.gender and one.gender != other.gender:
            return Verdict(0.1, "a man and a woman")
        if one.father and other.father and self._words.likeness(one.father, other.father) < _WORD_ALIKE:
            return Verdict(0.1, "another father's name")
        if len(one.names) == 1 or len(other.names) == 1:
            return self._short(one, other)
        best = self._in_order(one.names, other.names)
        if best.score < 0.9 and not (one.turned and other.turned):
            # where every word is a given name, the order is all that tells who is meant: Ali Mohammed is not Mohammed Ali
            free = one.turned or other.turned or not all(word.given for word in (*one.names, *other.names))
            likeness = self._words.likeness
            orders = []
            if likeness(one.names[0], other.names[-1]) >= _WORD_ALIKE:
                orders.append((_turned(one.names), other.names))
            if likeness(one.names[-1], other.names[0]) >= _WORD_ALIKE:
                orders.append((one.names, _turned(other.names)))
            for order in orders:
                turned = self._in_order(*order)
                if (score := turned.score - (_TURNED if free else _TURNED_GIVEN)) > best.score:
                    best = Verdict(score, turned.reason)
        if best.score and bool(one.father) != bool(other.father):
            best = Verdict(max(0.0, best.score - _LEFT_OUT), best.reason)
        if one.generation != other.generation:
            best = Verdict(max(0.0, best.score - 0.05), best.reason)
        return best

    def _short(self, one: Person, other: Person) -> Verdict:
        """One of the names is a single word."""
        short, full = sorted((one, other), key=lambda person: len(person.names))
        if len(full.names) == 1:
            words = (short.names[0], full.names[0])
            # of a given name alone, Peter and Petro are two, and so are Felipe and Philip; and Albert is not Albert II
            told = one.generation == other.generation
            score = min(self._words.heard(*words), self._words.likeness(*words)) if told else 0.5
            return Verdict(score, "the same word" if score >= _WORD_ALIKE else "another word")
        surname = self._words.likeness(short.names[0], full.names[-1])
        first = self._words.likeness(short.names[0], full.names[0]) if not full.names[0].initial else 0.0
        if surname >= _WORD_ALIKE:
            return Verdict(0.6 * surname, "a surname alone")
        return Verdict(0.5 * first, "a given name alone") if first >= _WORD_ALIKE else Verdict(0.0, "another word")

    def _in_order(self, one: tuple[Word, ...], other: tuple[Word, ...]) -> Verdict:
        """Two names of two words or more, both with the given name first."""
        if len(one) != len(other) and (joined := self._joined(one, other)):
            return joined
        surname = self._words.likeness(one[-1], other[-1])
        if one[-1].initial or other[-1].initial:
            return Verdict(0.0, "no surname")
        if surname < _WORD_ALIKE:
            return self._double(one, other) or Verdict(surname * 0.7, "another surname")
        initial = one[0].initial or other[0].initial
        given = self._words.likeness(one[0], other[0])
        if given < _WORD_ALIKE:
            return self._called_by_middle(one, other, surname) or Verdict(given * 0.7, "another given name")
        middle = self._middle(one[1:-1], other[1:-1])
        if middle is None:
            return Verdict(0.3, "another middle name")
        score = (surname + given) / 2 - middle
        if initial:
            return Verdict(min(score, surname) - _INITIAL, "an initial for the given name")
        if surname < _SURNAME_ALIKE and one[-1].bare and other[-1].bare:
            return Verdict(min(score, 0.88), "surnames that nearly sound alike")  # Karlin is not Karelin
        sure = surname == 1.0 and given == 1.0
        return Verdict(score, "the same names" if sure else "names that sound alike")

    def _middle(self, one: tuple[Word, ...], other: tuple[Word, ...]) -> float | None:
        """What to take off for middle names that only one has; None where they conflict."""
        if not one or not other:
            return _LEFT_OUT * bool(one or other)
        few, many = sorted((one, other), key=len)
        if few[0].initial and not self._words.likeness(few[0], many[0]):
            return None  # George W. is not George H. W.
        place = 0
        for word in few:
            while place < len(many) and self._words.likeness(word, many[place]) < _WORD_ALIKE:
                place += 1
            if place == len(many):
                return None
            place += 1
        return _LEFT_OUT * (len(few) != len(many))

    def _joined(self, one: tuple[Word, ...], other: tuple[Word, ...]) -> Verdict | None:
        """Names that are one where two words are written as one: "Abdel Fattah" and "Abdelfattah"."""
        few, many = sorted((one, other), key=len)
        if len(many) - len(few) != 1:
            return None
        for place in range(len(many) - 1):
            pair, alone = many[place : place + 2], few[place]
            if any(word.initial for word in (*pair, alone)):
                continue
            together = pair[0].sounds + pair[1].stems[0]
            if max(self._words.sounds.likeness(together, stem) for stem in alone.stems) >= 0.92:
                rest = [
                    self._words.likeness(a, b)
                    for a, b in zip(many[:place] + many[place + 2 :], few[:place] + few[place + 1 :], strict=True)
                ]
                if min(rest, default=0.0) >= _WORD_ALIKE:
                    return Verdict(min(0.97, sum(rest) / len(rest)), "names that sound alike")
        return None

    def _double(self, one: tuple[Word, ...], other: tuple[Word, ...]) -> Verdict | None:
        """One of two surnames: "Enrique Peña Nieto" is called Enrique Peña, and "Kolinda Grabar-Kitarović" Kolinda Kitarović."""
        few, many = sorted((one, other), key=len)
        given = self._words.likeness(few[0], many[0])
        if given < _WORD_ALIKE or few[0].initial or many[0].initial:
            return None
        if len(few) == 2 and len(many) > 2 and self._words.likeness(few[1], many[-2]) >= 0.95 and not many[-2].given:
            return Verdict(0.88, "one of two surnames")
        for a, b in ((one, other), (other, one)):
            whole, part = a[-1].sounds, b[-1].stems[0]
            if len(part) >= _SHORTEST_DOUBLED and len(whole) > len(part) + 3 and (whole.startswith(part) or a[-1].stems[0].endswith(part)):
                return Verdict(0.85, "one of two surnames")
        return None

    def _called_by_middle(self, one: tuple[Word, ...], other: tuple[Word, ...], surname: float) -> Verdict | None:
        """A person may be called by the second given name: "Recep Tayyip Erdoğan" and "Tayyip Erdoğan"."""
        few, many = sorted((one, other), key=len)
        if len(few) == 2 and len(many) > 2 and not few[0].initial:
            best = max(self._words.likeness(few[0], word) if not word.initial else 0.0 for word in many[1:-1])
            if best >= 0.95:
                return Verdict(0.85 * surname, "the second given name alone")
        return None


def _turned(names: tuple[Word, ...]) -> tuple[Word, ...]:
    """The surname moved from the front to the end."""
    return names[1:] + names[:1]
