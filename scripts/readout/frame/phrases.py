"""Phrases in a text: words of any form, by stems and endings, alone or several in a row; the longest that fits counts.

How a word of a phrase is written in the data:

    word        in exactly these letters, whatever their case
    stem*       the stem and any ending of up to ten letters
    stem(a|b|)  the stem and one of these endings; an empty one is none
    one/other   either of these
    *           any one word

A capital in the data must be one in the text, and what is all capitals must be so; a small letter may be either. A text may leave out
accents, stress marks and hyphens that the data has. An apostrophe and what follows is an ending, of which only the English 's is no part
of the word that is found.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from readout.pack.folding import folded

LONGEST_ENDING = 10
_LONGEST_WORD = 60
_LONGEST_ACRONYM = 6
WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f\u00ad\u200b-\u200d՛՜՞]|['’ʼ`](?=[^\W\d_]))*")
_GAP = re.compile(r"[ \t\n\r\f\v\u00a0\u2009\u202f]{1,12}|[ \t\n\r\u00a0]?[-‐‑–][ \t\n\r\u00a0]?")
_DOTTED_GAP = re.compile(r"\.[ \u00a0]?")
_INSIDE = dict.fromkeys([*range(0x300, 0x370), 0xAD, *range(0x200B, 0x200E), *map(ord, "՛՜՞")])
_ONE_I = str.maketrans({"İ": "i", "I": "i", "ı": "i", "ё": "е", "Ё": "Е"})
_APOSTROPHE = re.compile(r"['’ʼ`]")
_JOINT = re.compile(r"[-‐‑–.]")
_WRITTEN = re.compile(r"[\w'’]+\*?")


class PhraseError(ValueError):
    """A phrase that is not written as phrases are."""


class Key(NamedTuple):
    """A word as it is looked up: lower case, with accents (`plain`) and without (`folded`)."""

    plain: str
    folded: str


class _Stem(NamedTuple):
    """One way in which a word of a phrase may be written: its letters, what may follow them, and what must be a capital."""

    key: Key
    ending: re.Pattern[str] | None
    any_ending: bool
    written: str | None
    capital: bool

    def fits(self, word: str, key: Key) -> bool:
        if self.written is not None:
            return word == self.written
        size = len(self.key.folded)
        rest = key.folded[size:]
        if key.folded[:size] != self.key.folded or (self.capital and not word[0].isupper()):
            return False
        if not (self.any_ending and len(rest) <= LONGEST_ENDING if self.ending is None else self.ending.fullmatch(rest)) and rest:
            return False
        if not rest and self.ending is not None and not self.ending.fullmatch(""):
            return False
        # a text may leave accents out, but has none that the spelling lacks
        return key.plain[:size] in (self.key.plain, self.key.folded)


class Phrase(NamedTuple):
    """A phrase: for each of its words the ways to write it (none: any word), whether dots part them, and what it is an entry of."""

    words: tuple[tuple[_Stem, ...], ...]
    dotted: bool
    label: int


class Found(NamedTuple):
    """A phrase found at `[start, end)`, with the labels of all entries that are written so, in the order of the data."""

    start: int
    end: int
    labels: tuple[int, ...]


def keyed(word: str) -> Key:
    """A word as it is looked up."""
    word = unicodedata.normalize("NFC", word).translate(_INSIDE) if not word.isascii() else word
    plain = word.translate(_ONE_I).lower().replace("եւ", "և")
    return Key(plain, folded(plain) if not plain.isascii() else plain)


@lru_cache(maxsize=4096)
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def phrases(written: str, label: int) -> list[Phrase]:
    """A phrase as it is written in the data, as an entry of `label`; several where one of rival words has a hyphen. Raises PhraseError."""
    choices: list[list[tuple[tuple[_Stem, ...], ...]]] = []
    for part in written.replace(".", ". ").split():
        ways = part.split("/") if "(" not in part else [part]
        runs = [tuple(() if way == "*" else (_stem(way, written),) for way in _JOINT.split(rival) if way) for rival in ways]
        # rival words without a hyphen stand at one place
        alone = tuple(run[0][0] for run in runs if len(run) == 1 and run[0])
        choices.append([*([(alone,)] if alone else [((),)] if part == "*" else []), *(run for run in runs if len(run) > 1)])
    made = [Phrase(tuple(word for run in chosen for word in run), "." in written, label) for chosen in product(*choices)]
    if not made or not all(entry.words and entry.words[0] for entry in made):
        raise PhraseError(f"{written!r} must begin with a word")
    return made


def inflected(text: str, suffixes: str | None, label: int) -> Phrase:
    """A name as a phrase: its last word may have an ending that matches `suffixes` (in folded letters), as in `pack.inflection`."""
    parts = re.split(r"[\s-]+", text.strip("«»\"'"))
    words = [(_word(part, None, any_ending=False),) for part in parts[:-1]]
    words.append((_word(parts[-1], suffixes, any_ending=False),))
    return Phrase(tuple(words), dotted=False, label=label)


def _stem(way: str, written: str) -> _Stem:
    if (opening := way.find("(")) > 0 and way.endswith(")"):
        endings = way[opening + 1 : -1].split("|")
        return _word(way[:opening], "|".join(re.escape(keyed(ending).folded) for ending in endings), any_ending=False)
    if not _WRITTEN.fullmatch(way):
        raise PhraseError(f"{way!r} in {written!r} is no word")
    return _word(way.removesuffix("*"), None, any_ending=way.endswith("*"))


def _word(letters: str, suffixes: str | None, *, any_ending: bool) -> _Stem:
    if len(letters) <= 1 and any_ending:
        raise PhraseError(f"{letters!r} is too short for a stem")
    acronym = 1 < len(letters) <= _LONGEST_ACRONYM and letters.isupper() and not any_ending and not suffixes
    return _Stem(
        keyed(letters),
        None if suffixes is None else _ending(suffixes),
        any_ending,
        letters if acronym else None,
        letters[:1].isupper(),
    )


class Phrases:
    """Many phrases of one language, found together."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._first: dict[str, list[tuple[_Stem, Phrase]]] = {}
        for entry in phrases:
            for stem in entry.words[0]:
                self._first.setdefault(stem.key.folded, []).append((stem, entry))
        # what each word of the texts begins, remembered, since a corpus says the same words over and over
        self._known: dict[str, tuple[Phrase, ...]] = {}

    def begin(self, text: str, start: int, end: int) -> bool:
        """Whether any word of `text[start:end]` begins a phrase."""
        known = self._known
        for word in WORD.findall(text, start, end):
            entries = known.get(word)
            if entries if entries is not None else self._begun(word):
                return True
        return False

    def find(self, text: str, start: int, end: int) -> list[Found]:
        """The phrases in `text[start:end]` in the order of the text: of those that overlap the longest, of equals the first."""
        if not self.begin(text, start, end):
            return []
        words = [(match.start(), match.end(), match[0]) for match in WORD.finditer(text, start, end)]
        found: dict[tuple[int, int], list[int]] = {}
        for place, (begins, _, word) in enumerate(words):
            entries = self._known.get(word)
            for entry in entries if entries is not None else self._begun(word):
                last = self._goes_on(text, words, place, entry)
                if last is not None:
                    found.setdefault((begins, _without_genitive(words[last])), []).append(entry.label)
        taken: list[Found] = []
        covered: set[int] = set()
        for span, labels in sorted(found.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
            if covered.isdisjoint(range(*span)):
                covered.update(range(*span))
                taken.append(Found(*span, tuple(dict.fromkeys(labels))))
        return sorted(taken)

    def _goes_on(self, text: str, words: Sequence[tuple[int, int, str]], place: int, entry: Phrase) -> int | None:
        """The place of the last word, where the rest of a phrase follows the word that begins it."""
        for offset, ways in enumerate(entry.words[1:], 1):
            if place + offset >= len(words):
                return None
            between = text[words[place + offset - 1][1] : words[place + offset][0]]
            if not (_GAP.fullmatch(between) or (entry.dotted and _DOTTED_GAP.fullmatch(between))):
                return None
            if ways and not _fits(words[place + offset][2], ways):
                return None
        return place + len(entry.words) - 1

    def _begun(self, word: str) -> tuple[Phrase, ...]:
        made: dict[int, Phrase] = {}
        for key in _keys(word):
            size = len(key.folded)
            for length in range(size, 0, -1):
                for stem, entry in self._first.get(key.folded[:length], ()):
                    if stem.fits(word, key):
                        made[id(entry)] = entry
        begun = tuple(sorted(made.values(), key=lambda entry: entry.label))
        if len(word) <= _LONGEST_WORD:
            self._known[word] = begun
        return begun


def _fits(word: str, ways: Sequence[_Stem]) -> bool:
    return any(stem.fits(word, key) for key in _keys(word) for stem in ways)


@lru_cache(maxsize=1 << 16)
def _keys(word: str) -> tuple[Key, ...]:
    """A word as it is looked up: as it stands, and without what follows an apostrophe."""
    if len(word) > _LONGEST_WORD:
        return ()
    whole = keyed(word.replace("’", "'").replace("ʼ", "'").replace("`", "'"))
    found = _APOSTROPHE.search(word)
    return (whole, keyed(word[: found.start()])) if found else (whole,)


def _without_genitive(word: tuple[int, int, str]) -> int:
    """Where a word ends, the English 's left aside."""
    return word[1] - 2 if word[2][-2:].lower() in ("'s", "’s") else word[1]
