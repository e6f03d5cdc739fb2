"""The words of a text as hashes with their places: case, punctuation, kinds of marks, white space and line wraps do not matter."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.dedupe.sketch import Hashes, hashed
from readout.pack.folding import folded

_INSIDE = "\u00ad\u0300-\u036f\u055a-\u055f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Stand inside words and are none of their letters: soft hyphens, accents set behind letters, the marks that Armenian sets over a stressed
vowel, and what has no width."""
_WORD = re.compile(rf"\[[^\[\]]{{0,60}}\]|\w[\w{_INSIDE}]*")
_NO_LETTERS = re.compile(rf"[{_INSIDE}]")
_OMISSION = re.compile(r"…|\.\s?\.|\[\s?[.…]|\(\s?[.…]")


class Words(NamedTuple):
    """Words by the hashes of their folded letters, with the code points `[start, end)` at which each stands; in order.

    What an editor put in square brackets is left out.
    """

    hashes: Hashes
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def within(self, start: int, end: int) -> "Words":
        """Those that lie in a stretch of the text."""
        first, last = np.searchsorted(self.starts, start), np.searchsorted(self.ends, end, side="right")
        return Words(*(column[first : max(first, last)] for column in self))


def words(text: str, parts: Iterable[tuple[int, int]]) -> Words:
    """The words in the given parts of a text, which are half-open spans in order."""
    flat = folded(text)
    found = [place for start, end in parts for place in _places(flat, start, end)]
    starts, ends = zip(*found, strict=True) if found else ((), ())
    return Words(hashed(_letters(flat[start:end]) for start, end in found), np.array(starts, np.int64), np.array(ends, np.int64))


def letters(text: str) -> str:
    """The folded letters of one word, as hashed."""
    return _letters(folded(text))


def small(text: str) -> str:
    """One word in small letters, with its accents: as words are cut into pieces."""
    return _NO_LETTERS.sub("", text.replace("İ", "i").lower())


def _letters(flat: str) -> str:
    return flat if flat.isalnum() else _NO_LETTERS.sub("", flat)


def _places(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for word in _WORD.finditer(flat, start, end):
        if flat[word.start()] != "[":
            yield word.span()


def omissions(text: str, found: Words) -> frozenset[int]:
    """Behind which words, by their places, the text says that something is left out."""
    gaps = zip(found.ends[:-1].tolist(), found.starts[1:].tolist(), strict=True)
    return frozenset(place for place, (end, start) in enumerate(gaps) if start - end > 1 and _OMISSION.search(text, end, start))
