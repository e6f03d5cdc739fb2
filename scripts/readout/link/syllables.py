"""Names of Korean and Chinese persons, compared syllable by syllable.

Their syllables are few and short: Kim Jong Nam is not Kim Yong Nam, nor Xi Jinping Xi Yuanping, though most sounds agree; and Ким Чен Ын
is Kim Jong Un. A Korean syllable is what its letters may stand for in the ways of writing Korean; a Chinese name is its pinyin, read
from Palladius's Russian where it stands in Cyrillic.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from readout.link.sounds import script
from readout.link.verdict import Verdict
from readout.pack.folding import folded

_PINYIN = re.compile(
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|ia|ie|iu|ua|uo|ui|un|ue|er|a|o|e|i|u)"
)
_SHORTEST, _LONGEST = 2, 3
_SOFT = "иеюяі"
_NOT_SOFTENED = frozenset(("g", "k", "h", "zh", "ch", "sh", "r", "z", "c", "s"))
_LABIAL = frozenset("bpmfw")
_EXACT, _ALIKE, _OTHER = 1.0, 0.96, 0.3

Syllable = tuple[str, frozenset[str], frozenset[str]]


class Syllables(NamedTuple):
    """A name as it may be read: as a Korean one (the number of its surname, then of each syllable the class of its
    initial, what vowels and what finals it may have), as pinyin."""

    korean: tuple[int, tuple[Syllable, ...]] | None = None
    chinese: str | None = None

    def keys(self) -> Iterator[tuple[str, ...]]:
        """What the name is looked up by."""
        if self.korean:
            surname, given = self.korean
            yield ("korean", str(surname), *(first for first, _, _ in given))
        if self.chinese:
            yield ("chinese", self.chinese)


NEITHER = Syllables()


class SyllableReader:
    """Reads names as Korean and Chinese ones, and compares them."""

    def __init__(self, knowledge: Mapping) -> None:
        korean, chinese = knowledge["korean"], knowledge["chinese"]
        self._korean = {folded(form): number for number, forms in enumerate(korean["surnames"]) for form in forms.split()}
        self._vowels = {letters: frozenset(vowels.split()) for letters, vowels in korean["vowels"].items()}
        self._initials: dict[str, str] = korean["initials"]
        self._finals: dict[str, str] = korean["finals"]
        self._letters = {letter: heard.split("|") for letter, heard in korean["cyrillic"].items()}
        self._cyrillic = re.compile("|".join(sorted(self._letters, key=len, reverse=True)))
        self._syllable = re.compile(
            f"({_options(self._initials)})?({_options(self._vowels)})(?:({_options(self._finals)})(?!{_options(self._vowels)}))?"
        )
        self._chinese = frozenset(surname for line in chinese["surnames"] for surname in line.split())
        self._before: dict[str, str] = chinese["initials"]
        self._after: dict[str, str] = chinese["finals"]
        self._alone: dict[str, str] = chinese["alone"]
        self._endings = sorted(chinese["endings"], key=len, reverse=True)
        self._palladius = re.compile(f"(?:({_options(self._before)})({_options(self._after)})|({_options(self._alone)}))")

    def read(self, words: Sequence[str], surname_first: bool | None) -> Syllables:
        """A name of two or three words, the surname in front, or at the end, or with None at either."""
        if not _SHORTEST <= len(words) <= _LONGEST:
            return NEITHER
        plain = ["".join(letter for letter in folded(word) if letter.isalpha()) for word in words]
        orders = [plain] if surname_first is not False else []
        orders += [plain[-1:] + plain[:-1]] if not surname_first else []
        korean = next((read for order in orders if (read := self._as_korean(order))), None)
        chinese = next((read for order in orders if (read := self._as_chinese(order))), None)
        return Syllables(korean, chinese) if korean or chinese else NEITHER

    def compare(self, one: Syllables, other: Syllables) -> Verdict | None:
        """How surely two names are one's where both are of one of the traditions; None where they are not."""
        if one.chinese and one.chinese == other.chinese:
            return Verdict(_EXACT, "the same names")
        if one.korean and other.korean:
            (surname, given), (second, others) = one.korean, other.korean
            if surname == second and len(given) == len(others):
                if all(a == b for a, b in zip(given, others, strict=True)):
                    return Verdict(_EXACT, "the same names")
                if all(a[0] == b[0] and a[1] & b[1] and a[2] & b[2] for a, b in zip(given, others, strict=True)):
                    return Verdict(_ALIKE, "names that sound alike")
            return Verdict(_OTHER, "other syllables")
        return Verdict(_OTHER, "other syllables") if one.chinese and other.chinese else None

    def _as_korean(self, words: Sequence[str]) -> tuple[int, tuple[Syllable, ...]] | None:
        surname = self._korean.get(words[0])
        if surname is None:
            return None
        syllables: list[Syllable] = []
        for word in words[1:]:
            read = self._korean_word(word)
            if not read:
                return None
            syllables += read
        return (surname, tuple(syllables)) if len(syllables) < _LONGEST else None

    def _korean_word(self, word: str) -> list[Syllable]:
        """The syllables of a word; of a letter that stands for several, each syllable has all that it may be."""
        options = [word] if script(word) == "latin" else self._latin(word)
        readings = [read for option in options if (read := self._syllables(option))]
        if not readings:
            return []
        length = min(map(len, readings))
        readings = [read for read in readings if len(read) == length]
        first = readings[0]
        alike = [read for read in readings if all(a[0] == b[0] for a, b in zip(read, first, strict=True))]
        return [
            (first[at][0], frozenset().union(*(read[at][1] for read in alike)), frozenset().union(*(read[at][2] for read in alike)))
            for at in range(length)
        ]

    def _latin(self, word: str) -> list[str]:
        letters = self._cyrillic.findall(word)
        if "".join(letters) != word:
            return []
        return ["".join(made) for made in product(*(self._letters[letter] for letter in letters))]

    def _syllables(self, word: str) -> list[Syllable]:
        syllables, at = [], 0
        while at < len(word):
            found = self._syllable.match(word, at)
            if not found:
                return []
            first, vowel, last = found.groups()
            syllables.append((self._initials.get(first or "", ""), self._vowels[vowel], frozenset((self._finals.get(last or "", ""),))))
            at = found.end()
        return syllables

    def _as_chinese(self, words: Sequence[str]) -> str | None:
        latin = [self._pinyin(word) for word in words]
        if all(latin) and latin[0] in self._chinese:
            return f"{latin[0]} {''.join(latin[1:])}"
        return None

    def _pinyin(self, word: str) -> str:
        """A word in pinyin; nothing where it is no one or two syllables of it."""
        if script(word) != "cyrillic":
            return word if re.fullmatch(f"(?:{_PINYIN.pattern}){{1,2}}", word) else ""
        stems = [word, *(word.removesuffix(ending) for ending in self._endings if word.endswith(ending))]
        return next((made for stem in stems if (made := self._from_palladius(stem.replace("і", "и")))), "")

    def _from_palladius(self, word: str) -> str:
        if not re.fullmatch(f"(?:{self._palladius.pattern}){{1,2}}", word):
            return ""
        made = ""
        for first, after, alone in self._palladius.findall(word):
            if alone:
                made += self._alone[alone]
                continue
            soft, _, hard = self._before[first].partition("|")
            begins = soft if not hard or after[0] in _SOFT else hard
            ends = self._after[after]
            if ends == "uo" and begins in _LABIAL:
                ends = "o"
            if ends == "ie" and begins in _NOT_SOFTENED:
                ends = "e"  # a Ukrainian е is Russian э
            made += begins + ends
        return made


def _options(letters: Mapping[str, object]) -> str:
    return "|".join(sorted(letters, key=lambda one: (-len(one), one)))
