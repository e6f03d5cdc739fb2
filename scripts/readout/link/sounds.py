"""How a word sounds, in one alphabet for all scripts, and how far two words are from sounding the same.

The distance is an edit distance whose costs are those of transliteration: what one scheme writes `kh` another writes `x` or `h`,
vowels are written as they are heard, and a lost consonant makes another name. Method: V. I. Levenshtein (1966), with weighted
exchanges as in J. Zobel and P. Dart, "Phonetic string matching" (1996).
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance.Levenshtein import distance as levenshtein

VOWELS = frozenset("aeiou")
_SCRIPTS = (("cyrillic", "Ѐ", "ԯ"), ("armenian", "԰", "֏"), ("georgian", "Ⴀ", "ჿ"))
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_AZERBAIJANI = frozenset("əƏ")
_POLISH = frozenset("ąęłńśźżĄĘŁŃŚŹŻ")
_VOWEL_RUN = re.compile("[aeiou]+")
_SHORT = 4.0
_LOOSE = frozenset("hjvx")


def script(word: str) -> str:
    """The script of a word's first letter: `latin`, `cyrillic`, `armenian`, `georgian`, or `other`."""
    for letter in word:
        for name, first, last in _SCRIPTS:
            if first <= letter <= last:
                return name
        if letter.isalpha():
            return "latin" if letter < "ɐ" or "Ḁ" <= letter <= "ỿ" else "other"
    return "other"


def guessed(name: str) -> str:
    """The language that a name's letters suggest, for want of a sentence: English for plain Latin ones."""
    written = script(name)
    if written == "cyrillic":
        return "uk" if _UKRAINIAN & set(name) else "ru"
    if _AZERBAIJANI & set(name):
        return "az"
    if _POLISH & set(name):
        return "pl"
    return {"armenian": "hy", "georgian": "ka"}.get(written, "en")


class Sounds:
    """Spelling to sounds and their comparison, by the tables of `letters.yaml`."""

    def __init__(self, letters: Mapping) -> None:
        self._tables = {name: letters[name] for name in ("latin", "cyrillic", "armenian", "georgian")}
        self._own = letters["languages"]
        self._losses = lru_cache(maxsize=300_000)(self._lost)
        self._firm = lru_cache(maxsize=300_000)(self._firm_skeleton)
        self._readers: dict[tuple[str, str], tuple[re.Pattern[str], dict[str, str]]] = {}
        self._costs = _both_ways(letters["costs"])
        self._strict = {"": self._costs} | {name: self._costs | _both_ways(told) for name, told in letters["strict"].items()}
        self._vowel = {"": letters["missing"]["vowel"]} | {name: told["vowel"] for name, told in letters["strict"].items()}
        self._other: float = letters["other"]
        self._missing: dict[str, float] = letters["missing"]
        self._one_vowel = {name: {frozenset(pair.split("-")) for pair in pairs.split()} for name, pairs in letters["one_vowel"].items()}
        self._classes = {sound: members[0] for members in letters["classes"] for sound in members}

    def of(self, word: str, language: str) -> str:
        """The sounds of a word in small letters, doubled ones once; letters of unknown scripts stand for themselves."""
        written = script(word)
        if written == "other":
            return word
        pattern, table = self._reader(written, language)
        heard = "".join(table[found] if (found := match.group()) in table else _bare(found, table) for match in pattern.finditer(word))
        return "".join(sound for place, sound in enumerate(heard) if not place or heard[place - 1] != sound)

    def _reader(self, written: str, language: str) -> tuple[re.Pattern[str], dict[str, str]]:
        own = self._own.get(language, {})
        # a language's own letters hold in its own script only: an English name in an Azerbaijani sentence is still Latin
        own = {letters: sounds for letters, sounds in own.items() if script(letters) == written}
        name = (written, language if own else "")
        if name not in self._readers:
            table = self._tables[written] | own
            longest = sorted(table, key=lambda letters: (-len(letters), letters))
            # "^mc" holds at the beginning of a word, "ier$" at its end
            bare = {letters.strip("^$"): sounds for letters, sounds in table.items()} | table
            self._readers[name] = re.compile("|".join([*map(_anchored, longest), "."])), bare
        return self._readers[name]

    def skeleton(self, sounds: str) -> str:
        """The classes of a word's consonants, what it is looked up by; of a word without any, its first vowel."""
        kept = [self._classes[sound] for sound in sounds if sound in self._classes]
        kept = [sound for place, sound in enumerate(kept) if not place or kept[place - 1] != sound]
        return "".join(kept) or sounds[:1]

    def first(self, sounds: str) -> str:
        """The class of a word's first sound: vowels are one, and so are glides before them."""
        return self._classes.get(sounds[:1], "a" if sounds[:1] in VOWELS else sounds[:1])

    def likeness(self, one: str, other: str, strict: str = "") -> float:
        """From 1 for words that sound the same down to 0; about 0.9 divides spellings of one name from two names.

        `strict` names the one way of writing of both words, in which what differs is meant to differ: `latin`, `cyrillic`, or none.
        """
        if one == other:
            return 1.0
        if not one or not other:
            return 0.0
        size = max(_SHORT, (len(one) + len(other)) / 2)
        # words of very different length are never close, nor are words with two consonants of other classes
        if abs(len(one) - len(other)) > size or levenshtein(self._firm(one), self._firm(other), score_cutoff=1) > 1:
            return 0.0
        return max(0.0, 1.0 - self._distance(one, other, strict) / size)

    def one_vowels(self, one: str, other: str, written: str) -> bool:
        """Whether the vowels of two words that sound alike are those of one name, as two spellings in one script have them."""
        first, second = _VOWEL_RUN.findall(one), _VOWEL_RUN.findall(other)
        if len(first) != len(second):
            if written == "latin":
                return True  # a vowel too many has its own cost
            # what inflection loses is the last vowel: Кравец, Кравца
            few, many = sorted((first, second), key=len)
            first, second = few, many[:-1]
            if len(first) != len(second):
                return False
        known = self._one_vowel.get(written, frozenset())
        return all(a == b or frozenset((a, b)) in known for a, b in zip(first, second, strict=True))

    def _distance(self, one: str, other: str, strict: str) -> float:
        costs = self._strict[strict]
        lost_one, lost_other = self._losses(one, strict), self._losses(other, strict)
        other_cost = self._other
        row = [0.0]
        for cost in lost_other:
            row.append(row[-1] + cost)
        for place, sound in enumerate(one):
            lost = lost_one[place]
            before = row
            last = before[0] + lost
            row = [last]
            # three candidates, compared by hand: this loop is where linking spends its time
            for at, heard in enumerate(other):
                best = before[at]
                if sound != heard:
                    best += costs.get((sound, heard), other_cost)
                if (without := before[at + 1] + lost) < best:
                    best = without
                if (inserted := last + lost_other[at]) < best:
                    best = inserted
                last = best
                row.append(last)
        return row[-1]

    def _firm_skeleton(self, sounds: str) -> str:
        """The skeleton without what comes and goes between spellings."""
        return self.skeleton("".join(sound for sound in sounds if sound not in _LOOSE))

    def _lost(self, sounds: str, strict: str) -> list[float]:
        return [self._loss(sounds, place, strict) for place in range(len(sounds))]

    def _loss(self, sounds: str, place: int, strict: str) -> float:
        sound = sounds[place]
        if sound not in VOWELS:
            return self._missing["h" if sound in "hj" else "consonant"]
        if (place and sounds[place - 1] in VOWELS) or (place + 1 < len(sounds) and sounds[place + 1] in VOWELS):
            return self._missing["beside_vowel"]
        return self._vowel[strict]


def _both_ways(costs: Mapping[str, float]) -> dict[tuple[str, str], float]:
    """What exchanges cost, by both orders of the two sounds."""
    pairs = {(pair[0], pair[1]): cost for pair, cost in costs.items() if len(pair) == len("ab")}
    return pairs | {(second, first): cost for (first, second), cost in pairs.items()}


def _anchored(letters: str) -> str:
    return ("^" if letters[0] == "^" else "") + re.escape(letters.strip("^$")) + ("$" if letters[-1] == "$" else "")


def _bare(letter: str, table: Mapping[str, str]) -> str:
    """The sound of a letter without its marks; nothing for what is no letter."""
    base = unicodedata.normalize("NFD", letter)[0]
    return table.get(base, base if base.isalnum() else "")
