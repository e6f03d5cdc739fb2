"""What the fast model knows of a word by itself: its pieces, its ends, its case, each as a number of a table."""

from typing import NamedTuple
from zlib import crc32

from readout.tag.pieces import PAD, Pieces

MOST_PIECES = 8
WORDS = 16384
ENDS = 4096
CASES = 10
INNER = 5
"""In place of a case, for pieces of a word behind its first one."""


class Features(NamedTuple):
    """Numbers of a word: pieces (`MOST_PIECES` at most), whole word in small letters, its first and last three letters, its case."""

    pieces: tuple[int, ...]
    whole: int
    first: int
    last: int
    case: int

    def row(self) -> list[int]:
        """All of them in a line, the pieces filled up to `MOST_PIECES`."""
        return [*self.pieces, *[PAD] * (MOST_PIECES - len(self.pieces)), self.whole, self.first, self.last, self.case]


def features(word: str, spaced: bool, pieces: Pieces) -> Features:
    """The features of a word; numbers of tables are digests, so that no list of words has to be kept."""
    low = word.lower()
    return Features(
        pieces.of(word, spaced)[:MOST_PIECES],
        crc32(low.encode()) % WORDS,
        crc32(b"^" + low[:3].encode()) % ENDS,
        crc32(b"$" + low[-3:].encode()) % ENDS,
        case_of(word) + (0 if spaced else 5),
    )


def case_of(word: str) -> int:
    """0 without letters, 1 in small letters, 2 with one capital in front, 3 in capitals, 4 mixed."""
    if word.islower():
        return 1
    if word.istitle():
        return 2
    if word.isupper():
        return 3
    return 4 if any(char.isalpha() for char in word) else 0
