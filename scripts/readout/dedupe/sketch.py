"""What is kept of a text in order to compare it with all others: hashes of its wording, and of what it names and counts.

Shingles and their sets are those of Broder, "On the resemblance and containment of documents" (1997).
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

SHINGLE = 4
"""Words in a shingle: long enough that few are shared by chance, short enough that a changed word spoils only four."""

_WORD = re.compile(r"\w+")
_REMEMBERED = 1 << 18
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying loses nothing: the fraction of the golden ratio
_MIXER = np.uint64(0xD6E8FEB86659FD93)  # odd; with the shifts around it every bit of a shingle's hash depends on every word
_HALF = np.uint64(32)


class Sketch(NamedTuple):
    """A text's sets, each sorted: `shingles`, and `facts`, words with a capital and numbers.

    Of the facts, `numbers`; `topic`, those that the title names too; and `stressed`, the topic and what is said more than once.
    """

    shingles: Hashes
    facts: Hashes
    numbers: Hashes
    topic: Hashes
    stressed: Hashes


def sketch(text: str, title: str = "") -> Sketch:
    """The sets of a text under a title; a text of fewer words than a shingle has is one shingle."""
    words = _WORD.findall(text)
    facts = Counter(word for word in words if word[0].isupper() or word[0].isdigit())
    topic = facts.keys() & set(_WORD.findall(title))
    return Sketch(
        shingles=_shingles([word.lower() for word in words]),
        facts=_hashes(facts),
        numbers=_hashes(word for word in facts if word[0].isdigit()),
        topic=_hashes(topic),
        stressed=_hashes(topic | {word for word, count in facts.items() if count > 1}),
    )


def _shingles(words: list[str]) -> Hashes:
    return np.unique(runs(hashed(words), min(SHINGLE, len(words))))


def hashed(words: Iterable[str]) -> Hashes:
    """The hash of each word, in order."""
    return np.fromiter(map(_hash, words), np.uint64)


def runs(words: Hashes, width: int) -> Hashes:
    """The hash of each run of that many hashed words, in order; none where there are fewer words, or the width is none."""
    places = max(len(words) - width + 1, 0) if width else 0
    mixed = np.zeros(places, np.uint64)
    for offset in range(width):
        mixed = mixed * _FACTOR + words[offset : offset + places]
    mixed ^= mixed >> _HALF
    mixed *= _MIXER
    mixed ^= mixed >> _HALF
    return mixed


def _hashes(words: Iterable[str]) -> Hashes:
    return np.unique(hashed(words))


@lru_cache(_REMEMBERED)
def _hash(word: str) -> int:
    # not Python's own hash: it differs from run to run
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "little")
