"""How much of one text's words, in one language, has its like among the words of another: by the vectors of a multilingual encoder.

Words are matched as in the reference-free alignments of Jalili Sabet et al., "SimAlign" (2020): two words belong together where each
is the other's nearest. Vectors are those of the pieces before the encoder reads them, so that a word costs a look-up.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.tag.embeddings import Embeddings
from readout.tag.pieces import Pieces

_AWAY = 0.4
"""What it costs a pair of words to stand at opposite ends of the two texts: translations keep the order more or less."""
_BEHIND = 0.5
"""What the pieces behind a word's first count, which are endings more often than not."""
_DEVIATIONS = 8.0
"""Standard deviations from which two words count as wholly alike: some languages' vectors lie farther apart than others'."""
_ROWS_AT_ONCE = 4096


class Text(NamedTuple):
    """The words of a text: a vector of length one for each, shared with all texts that have the word; a weight for each, the root of what
    it tells in nats; and the direction of their weighted mean."""

    vectors: list[NDArray[np.float32]]
    weights: NDArray[np.float32]
    mean: NDArray[np.float32]


class Meaning:
    """Vectors of words, as the mean of those of their pieces, weighed by how much each tells; each distinct word is worked out once."""

    def __init__(self, pieces: Pieces, embeddings: Embeddings) -> None:
        self._pieces, self._embeddings = pieces, embeddings
        self._known: dict[str, tuple[NDArray[np.float32], float]] = {}
        # what all pieces have in common says nothing
        size = len(embeddings)
        sums = [
            embeddings.of(np.arange(first, min(first + _ROWS_AT_ONCE, size))).sum(0, np.float64) for first in range(0, size, _ROWS_AT_ONCE)
        ]
        self._common = (np.sum(sums, axis=0) / size).astype(np.float32)

    def read(self, words: Iterable[str]) -> Text:
        """The words of a text in small letters, one at least."""
        found = [self._word(word) for word in words]
        vectors, weights = [vector for vector, _ in found], np.sqrt(np.array([told for _, told in found], np.float32))
        mean = weights @ np.array(vectors)
        return Text(vectors, weights, mean / max(float(np.linalg.norm(mean)), 1e-9))

    def _word(self, word: str) -> tuple[NDArray[np.float32], float]:
        known = self._known.get(word)
        if known is None:
            pieces = self._pieces.of(word, True)
            told = np.array([self._pieces.surprise_of(piece) for piece in pieces], np.float32)
            share = np.where(np.arange(len(pieces)) > 0, _BEHIND * told, told)
            vector = share @ (self._embeddings.of(np.array(pieces)) - self._common)
            known = self._known[word] = vector / max(float(np.linalg.norm(vector)), 1e-9), float(told.sum())
        return known


def likeness(one: Text, other: Text) -> float:
    """The share of two texts' weight that lies in words that are each other's nearest, times how near they are: 0 to 1.

    From the cosine of two words the means of both are taken away, so that only what is nearer than other words counts; it is measured in
    the standard deviation of all pairs of words, `_DEVIATIONS` of which are 1. The farther apart words stand in their texts, the less.
    """
    near = np.array(one.vectors) @ np.array(other.vectors).T
    near = near - near.mean(1, keepdims=True) - near.mean(0, keepdims=True) + near.mean()
    near /= max(_DEVIATIONS * float(near.std()), 1e-9)
    near -= _AWAY * np.abs(_places(one)[:, None] - _places(other)[None, :])
    theirs, mine = near.argmax(1), near.argmax(0)
    own = np.arange(len(theirs))
    best = near[own, theirs]
    pairs = (mine[theirs] == own) & (best > 0)
    weight = one.weights + other.weights[theirs]
    return float((best * weight)[pairs].sum() / (one.weights.sum() + other.weights.sum()))


def _places(text: Text) -> NDArray[np.float32]:
    count = len(text.weights)
    return (np.arange(count, dtype=np.float32) + 0.5) / count
