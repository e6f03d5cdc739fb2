"""Two names of persons: whether they can be one person's, and how surely.

A name is its given names, its surname and what may be left out: initials, a father's name, particles. Order is free where a comma or
the other name says so. What conflicts (another given name, another father, another sex, "Jr" and "Sr") is never one person.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from readout.link.sounds import VOWELS, script
from readout.link.syllables import NEITHER, SyllableReader, Syllables
from readout.link.verdict import Verdict
from readout.link.words import Word, Words
from readout.pack.folding import folded

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*\.?(?:-[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*)*|\d+|,")
_NICKNAME = re.compile(r"(?:(?<=\s)|^|(?<=\())['\"“«‘„].+?['\"”»’“](?=[\s,;)]|$)|\([^()]*\)")
_SERVANT = defaultdict(lambda: "abdul", cyrillic="абдул")
_FAITH = defaultdict(lambda: "uddin", cyrillic="уддин")
_WORD_ALIKE = 0.86
_SURNAME_ALIKE = 0.9
_GENERATIONS = {"junior": "jr", "senior": "sr", "мл": "jr", "ст": "sr"}
_TURNED, _TURNED_GIVEN, _LEFT_OUT, _INITIAL = 0.02, 0.12, 0.01, 0.08
_TWO = 2
_SHORTEST_DOUBLED = 4
_GENERATION = 0.1  # John Doe Jr is seldom called John Doe where his father is known
_NEARLY = 0.88
_DOUBLED = 0.93
_ONE_PART = 0.95
_NOTHING = Verdict(0.0, "another name")
_CHAIN = 3  # a given name, the father's and the grandfather's are enough without the family's


class Person(NamedTuple):
    """A person's name taken apart.

    `names`: given names and surname, in order; `father`: the father's name where one is marked; `generation`: "jr", "ii" …;
    `gender`: `m`, `f` or None; `turned`: the surname certainly came first; `surnames`: how many of the last words a comma says are
    the surname, 0 where none says; `vowelled`: nothing in it says that its vowels may be spelled in many ways; `parts`: the surnames
    that a hyphen joins; `syllables`: the name as a Korean or Chinese one, where it may be.
    """

    names: tuple[Word, ...]
    father: Word | None
    generation: str | None
    gender: str | None
    turned: bool
    surnames: int = 0
    vowelled: bool = False
    parts: tuple[Word, ...] = ()
    syllables: Syllables = NEITHER

    @property
    def whole(self) -> tuple[Word, ...]:
        """The words that are more than initials."""
        return tuple(word for word in self.names if not word.initial)


class Persons:
    """Reads and compares names of persons."""

    def __init__(self, words: Words, knowledge: Mapping, syllables: Mapping) -> None:
        self._syllables = SyllableReader(syllables)
        self._words = words
        self._particles = frozenset(folded(knowledge["particles"]).split())
        self.given_particles = frozenset(folded(knowledge["particles_as_names"]).split())
        self._filiation = frozenset(folded(knowledge["filiation"]).split())
        self._suffixes = frozenset(folded(knowledge["suffixes"]).split())
        self._honorifics = frozenset(folded(knowledge["honorifics"]).split())
        self._servant = frozenset(folded(knowledge["servant"]).split())
        self._faith = frozenset(folded(knowledge["faith"]).split())
        self._vowelled = tuple(map(folded, knowledge["vowelled"]))
        self._plural = tuple(knowledge["plural"])
        self._eastern = frozenset(folded(knowledge["eastern"]).split())
        self._patronymics = tuple(map(folded, knowledge["patronymics"]))
        self.titles = {folded(word): gender for gender, words_ in knowledge["titles"].items() for word in words_.split()}

    def read(self, name: str, language: str) -> Person:
        """A name in the language of its sentence; one without words where there is nothing to compare."""
        plain = _NICKNAME.sub(" ", name)
        tokens = _TOKEN.findall(plain if _TOKEN.search(plain) else name)
        turned = "," in tokens[1:-1] and not (folded(tokens[-1]).rstrip(".") in self._suffixes and tokens[-2] == ",")
        surnames: list[str] = []
        if turned:
            comma = tokens.index(",", 1)
            surnames = tokens[:comma]
            tokens = tokens[comma + 1 :] + surnames
        tokens = self._without_honorifics([token for token in tokens if token != ","])
        words: list[Word] = []
        father = generation = None
        particles: list[str] = []
        joined = ""
        for token in tokens:
            low = folded(token).rstrip(".")
            if low in self._suffixes and words:
                generation = _GENERATIONS.get(low, low)
            elif low in self._filiation and len(words) > 1:
                father = words.pop()
            elif low in self._servant and not joined:
                joined = _SERVANT[script(low)]
            elif low in self._particles and not token.endswith("."):
                particles.append(token)
            elif words and folded(self._bare(token)) in self._faith:
                words[-1] = self._words.word(words[-1].written + _FAITH[script(low)], language)
            elif joined:
                # Abd al-Malik, Abdul Malik: servant of one, and one name
                words.append(self._words.word(joined + self._bare(token), language))
                joined = ""
            else:
                words += self._of(token, language)
        if joined:
            words += self._of(joined, language)
        if not words and particles:
            words = [self._words.word(particle, language) for particle in particles]
        # "Sergei Viktorovich" alone is a given name and a father's, and stays a name of two words
        if len(words) > _TWO and father is None:
            # Volfovich is a surname behind a comma and behind a father's name
            places = [place for place in range(1, len(words)) if words[place].written.endswith(self._patronymics)]
            if places and turned and places[-1] == len(words) - 1 and len(surnames) == 1:
                places.pop()
            if places:
                father = words.pop(places[0])
        family = sum(folded(token) not in self._particles for token in surnames)
        if len(surnames) == 1 and tokens[-1:] == surnames:
            syllables = self._syllables.read([*surnames, *_split(tokens[:-1])], True)
        else:
            syllables = self._syllables.read(_split(tokens), None)
        gender, vowelled = self._gender(words, father), self._is_vowelled(words, tokens)
        return Person(tuple(words), father, generation, gender, turned, family, vowelled, self._parts(tokens, language), syllables)

    def _parts(self, tokens: list[str], language: str) -> tuple[Word, ...]:
        """The two surnames of "Grabar-Kitarović"."""
        last = next((token for token in reversed(tokens) if folded(token) not in self._particles), "")
        parts = [part for part in last.split("-") if folded(part) not in self._particles and len(part) >= _SHORTEST_DOUBLED]
        return tuple(self._words.word(part, language) for part in parts) if len(parts) == 2 else ()

    def _without_honorifics(self, tokens: list[str]) -> list[str]:
        """What is left of a name without "Mullah" and "Dr", where that is a name of two words still."""
        first = next((place for place, token in enumerate(tokens) if folded(token).rstrip(".") not in self._honorifics), 0)
        kept = tokens[first:]
        return kept if sum(folded(token) not in self._particles for token in kept) > 1 else tokens

    def _is_vowelled(self, words: list[Word], tokens: list[str]) -> bool:
        """Whether a given name is European and nothing else points to a script that leaves vowels out."""
        parts = {part for token in tokens for part in folded(token).split("-")}
        eastern = any(word.unvowelled for word in words) or bool(parts & self._eastern)
        return not eastern and (any(word.given for word in words) or any(word.written.endswith(self._vowelled) for word in words[-1:]))

    def _bare(self, token: str) -> str:
        """A word without the article before it."""
        return "".join(part for part in token.split("-") if folded(part) not in self._particles) or token

    def _of(self, token: str, language: str) -> list[Word]:
        """The words of a token: "al-Assad" is Assad, "Jae-in" and "Jean-Claude" are one word."""
        parts = token.split("-")
        kept = [part for part in parts if folded(part) not in self._particles]
        if len(kept) > 1 and folded(kept[0]) in self._servant:
            return [self._words.word(_SERVANT[script(token)] + "".join(kept[1:]), language)]
        if len(kept) == 1:
            return [self._words.word(kept[0], language)]
        if kept and self._words.word(kept[0], language).unvowelled:
            # Mohammad-Ali is two names
            return [self._words.word(part, language) for part in kept]
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
        if told := self._syllables.compare(one.syllables, other.syllables):
            return told
        if one.generation and other.generation and one.generation != other.generation:
            return Verdict(0.0, "another generation")
        if one.gender and other.gender and one.gender != other.gender:
            return Verdict(0.1, "a man and a woman")
        if self._man_and_woman(one, other):
            return Verdict(0.1, "a man and a woman")
        if one.father and other.father and self._words.likeness(one.father, other.father) < _WORD_ALIKE:
            return Verdict(0.1, "another father's name")
        if len(one.names) == 1 or len(other.names) == 1:
            return self._short(one, other)
        vowelled = one.vowelled and other.vowelled
        best = self._in_order(one.names, other.names, vowelled)
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
                turned = self._in_order(*order, vowelled)
                if (score := turned.score - (_TURNED if free else _TURNED_GIVEN)) > best.score:
                    best = Verdict(score, turned.reason)
        if best.score < _DOUBLED:
            best = max(best, self._left_out(one, other), self._left_out(other, one))
        if best.score and bool(one.father) != bool(other.father):
            best = Verdict(max(0.0, best.score - _LEFT_OUT), best.reason)
        if one.generation != other.generation:
            best = Verdict(max(0.0, best.score - _GENERATION), best.reason)
        return best

    def _man_and_woman(self, one: Person, other: Person) -> bool:
        """Whether the surnames, in a language that does not inflect them, are a man's and a woman's: Sasha Slutsky, Sasha Slutskaya.

        A woman known to be one may be called by her husband's form: Irina Slutsky.
        """
        a, b = one.names[-1], other.names[-1]
        if a.written == b.written and a.script == "cyrillic" and a.sounds[-1:] not in VOWELS:
            # of two men one surname would be inflected: Александр Новак, Александра Новака
            ends = sorted((one.names[0].written, other.names[0].written), key=lambda word: (len(word), word[-1:] in "ая"))
            if ends[1] in (ends[0] + "а", ends[0].removesuffix("й") + "я"):
                return True
        if not (a.bare and b.bare and a.gender and b.gender) or a.gender == b.gender:
            return False
        return any(person.names[0].gender != "f" or "m" in self._words.genders(person.names[0]) for person in (one, other))

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

    def _left_out(self, full: Person, short: Person) -> Verdict:
        """A name beside one without its second surname, or without what comes after three words of it."""
        few, many = short.names, full.names
        if full.parts and not (full.vowelled and short.vowelled) and len(few) == len(many) and not few[0].initial:
            ends = max(self._words.likeness(few[-1], part) for part in full.parts)
            if ends >= _ONE_PART and all(self._words.likeness(a, b) >= _ONE_PART for a, b in zip(few[:-1], many[:-1], strict=True)):
                return Verdict(_DOUBLED, "one of two surnames")
        if len(few) >= len(many) or few[0].initial or few[-1].initial:
            return _NOTHING
        alike = [self._words.likeness(a, b) for a, b in zip(few, many[: len(few)], strict=True)]
        if len(few) >= _CHAIN and min(alike) >= _WORD_ALIKE:
            return Verdict(_DOUBLED, "the same names, and more")
        plain = len(many) == _CHAIN and not any(word.given for word in many[1:]) and len(many[1].written) > _SHORTEST_DOUBLED
        if plain and min(alike) == 1.0:
            return Verdict(_DOUBLED, "one of two surnames")
        if full.surnames > 1 and len(many) > full.surnames:
            first = many[-full.surnames]
            given = many[: -full.surnames]
            if min(self._words.likeness(few[0], given[0]), self._words.likeness(few[-1], first)) >= _ONE_PART:
                return Verdict(_DOUBLED, "one of two surnames") if self._middle(few[1:-1], given[1:]) is not None else _NOTHING
        return _NOTHING

    def _in_order(self, one: tuple[Word, ...], other: tuple[Word, ...], vowelled: bool = False) -> Verdict:
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
        if self._other_given(one[0], other[0], given):
            return Verdict(min(given, _NEARLY) * 0.7, "another given name")
        middle = self._middle(one[1:-1], other[1:-1])
        if middle is None:
            return Verdict(0.3, "another middle name")
        score = (surname + given) / 2 - middle
        if initial:
            return Verdict(min(score, surname) - _INITIAL, "an initial for the given name")
        if surname < _SURNAME_ALIKE and one[-1].bare and other[-1].bare:
            return Verdict(min(score, _NEARLY), "surnames that nearly sound alike")  # Karlin is not Karelin
        long, short = sorted((one[-1].written, other[-1].written), key=len, reverse=True)
        if any(long == short + ending for ending in self._plural):
            return Verdict(min(score, _NEARLY), "surnames with another ending")  # Турчинов is not Турчин
        if vowelled and not self._words.one_vowels(one[-1], other[-1]):
            return Verdict(min(score, _NEARLY), "surnames with other vowels")  # Orban is not Urban
        sure = surname == 1.0 and given == 1.0
        return Verdict(score, "the same names" if sure else "names that sound alike")

    def _other_given(self, one: Word, other: Word, likeness: float) -> bool:
        """Whether two given names that nearly sound alike, one of them a known European one, differ in a vowel: Marie and Mario."""
        known = [word for word in (one, other) if word.given and not word.unvowelled]
        if len(known) != 1 or not (one.bare and other.bare) or one.sounds == other.sounds:
            return False
        return _final(one) != _final(other) if likeness == 1.0 else not self._words.one_vowels(one, other)

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


def _final(word: Word) -> str:
    """The vowel that a word ends in, e even where it is mute: Simone is not Simon."""
    return word.sounds[-1] if word.sounds[-1] in VOWELS else ""


def _split(tokens: list[str]) -> list[str]:
    return [part for token in tokens for part in token.split("-")]


def _turned(names: tuple[Word, ...]) -> tuple[Word, ...]:
    """The surname moved from the front to the end."""
    return names[1:] + names[:1]
