"""Words cut into pieces of a fixed vocabulary, the likeliest cut first.

Method: T. Kudo, "Subword regularization", ACL 2018 (unigram language model), decoded by Viterbi's algorithm word by word: a
word is cut alike in every sentence, so that each distinct word is cut once.
"""

import unicodedata
from collections.abc import Mapping

SPACE = "\u2581"
"""Stands in the vocabulary for the blank before a word."""

BEGIN, PAD, END, UNKNOWN = range(4)
"""Numbers of what is no piece: the beginning and end of a sentence, the place behind it, and letters that no piece holds."""

LONGEST = 64
"""Letters of a word that are read; what is longer (a code, an address) is no word."""

_KEPT = 100_000


class Pieces:
    """A vocabulary of pieces with the logarithm of each one's probability; a piece's number is its place."""

    def __init__(self, vocabulary: Mapping[str, tuple[int, float]], unknown: int) -> None:
        self._vocabulary = vocabulary
        self._unknown = unknown
        self._longest = max(map(len, vocabulary))
        self._penalty = min(score for _, score in vocabulary.values()) - 10.0
        self._scores = dict(vocabulary.values())
        self._cut: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The numbers of a word's pieces; `spaced` where a blank or nothing stands before it. At least one."""
        word = word[:LONGEST]
        found = self._cut.get((word, spaced))
        if found is None:
            if len(self._cut) >= _KEPT:
                self._cut.clear()
            found = self._cut[word, spaced] = self._best(word, spaced)
        return found

    def surprise(self, word: str) -> float:
        """How much a word tells, in nats: minus the logarithm of the probability of its pieces. Everyday words tell little."""
        return sum(map(self.surprise_of, self.of(word, True)))

    def surprise_of(self, piece: int) -> float:
        """How much one piece tells, by its number."""
        return -self._scores.get(piece, self._penalty)

    def _best(self, word: str, spaced: bool) -> tuple[int, ...]:
        text = (SPACE if spaced else "") + unicodedata.normalize("NFKC", word)[:LONGEST]
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        came: list[tuple[int, int]] = [(0, 0)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + self._longest) + 1):
                piece = self._vocabulary.get(text[start:end])
                number, score = piece if piece else (self._unknown, self._penalty)
                if (piece or end == start + 1) and best[start] + score > best[end]:
                    best[end], came[end] = best[start] + score, (start, number)
        numbers: list[int] = []
        at = size
        while at:
            at, number = came[at]
            numbers.append(number)
        return tuple(reversed(numbers)) or (self._unknown,)
