"""The tagger that learnt names from gold: the fast model reads every sentence, the accurate one those that leave it in doubt.

Where a language has a second model of another make, what two of three see in a doubtful sentence stands.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import category

import numpy as np

from readout.tag.decoding import Span, blanks, spans
from readout.tag.network import Accurate, Fast, Models
from readout.tag.protocol import NOTHING, Name, Tagger
from readout.tag.words import words

LONGEST = 120
"""Words that are read at once; a longer sentence (a list of participants) is read in parts, cut behind a comma where there is one."""

SURE = 0.9
"""Probability from which on a word that the models take for no part of a name is none."""

LEAST = 0.6
"""Mean probability below which a name is left out: more often wrong than right."""

_BETWEEN = frozenset("-–—,;:/_*")
_SYMBOLS = frozenset({"So", "Sk", "Cf"})
_PARTNERS = {"(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«", "“": "”", "”": "“„", "„": "“”", '"': '"'}
_AGREED = 2


class Networks:
    """Both models, read when first needed."""

    def __init__(self, models: Models) -> None:
        self.fast, self.accurate = Fast(models), Accurate(models)


class LearnedTagger:
    """Persons, organisations and places in sentences of one language.

    A sentence is in doubt where the fast model gives some word's likeliest tag a probability below `doubt`: 0 leaves all to the
    fast model, 1 all to the accurate one. `ending` is a pattern of what inflection adds behind a name by a
    sign of its own; with `overrule`, stretches without a name are handed on as `NOTHING`.
    """

    method = "network"

    def __init__(
        self, networks: Networks, doubt: float, second: Tagger | None = None, ending: str | None = None, overrule: bool = False
    ) -> None:
        self._networks = networks
        self._overrule = overrule
        self._ending = re.compile(rf"(?:{ending})\Z") if ending else None
        self._doubt = doubt
        self._second = second

    def tag(self, sentences: Sequence[str]) -> list[list[Name]]:
        """The names of each sentence; none in a sentence without letters."""
        parts = [
            _Part(
                row, sentence[found[0][0] : found[-1][1]], found[0][0], [(start - found[0][0], end - found[0][0]) for start, end in found]
            )
            for row, sentence in enumerate(sentences)
            if any(char.isalpha() for char in sentence)
            for found in _parts(sentence)
        ]
        names: list[list[Name]] = [[] for _ in sentences]
        for part, found in zip(parts, self._read(parts), strict=True):
            names[part.row] += [name._replace(start=name.start + part.start, end=name.end + part.start) for name in found]
        return names

    def _read(self, parts: "Sequence[_Part]") -> list[list[Name]]:
        if self._doubt >= 1 and self._second is None:
            return self._named(parts, self._networks.accurate.read([part.text for part in parts], [part.words for part in parts]))
        seen = self._networks.fast.read([part.text for part in parts], [part.words for part in parts])
        first = self._named(parts, seen)
        open_ = [place for place, tags in enumerate(seen) if len(tags) and float(tags.max(1).min()) < self._doubt]
        doubtful = [parts[place] for place in open_]
        better = self._named(doubtful, self._networks.accurate.read([part.text for part in doubtful], [part.words for part in doubtful]))
        third = self._second.tag([part.text for part in doubtful]) if self._second and doubtful else []
        for number, place in enumerate(open_):
            first[place] = _majority(better[number], first[place], third[number]) if third else better[number]
        return first

    def _named(self, parts: "Sequence[_Part]", tags: Sequence[np.ndarray]) -> list[list[Name]]:
        return [
            [
                *(name for span in spans(seen) if span.score >= LEAST and (name := self._name(part, span))),
                *self._nothing(part, seen),
            ]
            for part, seen in zip(parts, tags, strict=True)
        ]

    def _nothing(self, part: "_Part", seen: np.ndarray) -> list[Name]:
        # of a line in capitals the models are sure without reason
        if not self._overrule or part.text.isupper():
            return []
        return [Name(part.words[first][0], part.words[last - 1][1], NOTHING, self.method, SURE) for first, last in blanks(seen, SURE)]

    def _name(self, part: "_Part", span: Span) -> Name | None:
        """The name in the words of a span; None where nothing is left that can be one: it has a letter, and a capital in languages
        where endings are parted from names."""
        text = part.text
        start, end = _trimmed(text, part.words[span.first][0], part.words[span.last - 1][1])
        # "Foundation (FND": a bracket that the name does not close opens something else
        open_ = text.find("(", start, end)
        if open_ > start and ")" not in text[open_:end]:
            end = open_
        added = self._ending.search(text[start:end]) if self._ending else None
        end -= len(added[0]) if added else 0
        start, end = _trimmed(text, start, end)
        named = any(map(str.isupper if self._ending else str.isalpha, text[start:end]))
        return Name(start, end, span.kind, self.method, span.score) if named else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without what parts it from its neighbours: the dash of "Russia-Belarus" belongs to neither name, nor do signs of
    markup, flags, and quotes and brackets that the name does not hold both of."""
    while start < end and _between(text[start], text, start + 1, end):
        start += 1
    while start < end and _between(text[end - 1], text, start, end - 1):
        end -= 1
    return start, end


def _between(sign: str, text: str, start: int, end: int) -> bool:
    """Whether a sign at the edge of a name, the rest of which is `text[start:end]`, is none of it."""
    if partners := _PARTNERS.get(sign):
        return all(text.find(partner, start, end) < 0 for partner in partners)
    return sign in _BETWEEN or sign.isspace() or category(sign) in _SYMBOLS


class _Part(NamedTuple):
    row: int
    text: str
    start: int
    words: list[tuple[int, int]]


def _parts(sentence: str) -> list[list[tuple[int, int]]]:
    found = words(sentence)
    parts = []
    while len(found) > LONGEST:
        cut = next((place for place in range(LONGEST, LONGEST // 2, -1) if sentence[slice(*found[place - 1])] in ",;"), LONGEST)
        parts.append(found[:cut])
        found = found[cut:]
    return [*parts, found]


def _majority(*opinions: list[Name]) -> list[Name]:
    """Names that two opinions share, span and kind; the certainty is the first one's that saw it."""
    votes = Counter((name.start, name.end, name.kind) for opinion in opinions for name in opinion)
    agreed: dict[tuple[int, int, str], Name] = {}
    for opinion in opinions:
        for name in opinion:
            if votes[name.start, name.end, name.kind] >= _AGREED:
                agreed.setdefault((name.start, name.end, name.kind), name)
    return _apart(agreed.values())


def _apart(names: "Sequence[Name]") -> list[Name]:
    """Names that do not overlap: two pairs of opinions may agree on different ones; the longer stands."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return sorted(kept)
