"""Lines of a stream of bytes, however long the file and however long a line, in bounded memory."""

import hashlib
from collections.abc import Iterator

from readout.ingest.records import Taken


def lines(stream: Iterator[bytes], newline: bytes, limit: int) -> Iterator[Taken]:
    """The stream's lines without their line ends; of a line longer than `limit` bytes only size and digest are kept.

    `newline` is the line feed in the stream's encoding (two bytes in UTF-16); a carriage return before it is dropped.
    """
    line = _Line(newline.replace(b"\n", b"\r"), limit)
    for piece in _aligned(stream, len(newline)):
        start = 0
        for cut in _cuts(piece, newline):
            line.add(piece[start:cut])
            yield line.close()
            start = cut + len(newline)
        line.add(piece[start:])
    if line.size:
        yield line.close()


def _cuts(piece: bytes, newline: bytes) -> Iterator[int]:
    width = len(newline)
    at = piece.find(newline)
    while at >= 0:
        whole = at % width == 0
        if whole:
            yield at
        at = piece.find(newline, at + (width if whole else 1))


def _aligned(stream: Iterator[bytes], width: int) -> Iterator[bytes]:
    """The same stream in pieces of whole code units."""
    rest = b""
    for piece in stream:
        joined = rest + piece if rest else piece
        even = len(joined) - len(joined) % width
        rest = joined[even:]
        yield joined[:even]
    if rest:
        yield rest


class _Line:
    """A line in the making; once it is too long it is only counted and digested."""

    def __init__(self, carriage_return: bytes, limit: int) -> None:
        self.size = 0
        self._limit = limit
        self._return = carriage_return
        self._held = bytearray()
        self._hasher: hashlib._Hash | None = None

    def add(self, part: bytes) -> None:
        self.size += len(part)
        if self._hasher:
            self._hasher.update(part)
            return
        self._held += part
        # room for a carriage return that may turn out not to belong to the line
        if len(self._held) > self._limit + len(self._return):
            self._hasher = hashlib.sha256(self._held)
            self._held = bytearray()

    def close(self) -> Taken:
        if self._hasher:
            made = Taken(None, self.size, self._hasher.hexdigest())
        else:
            data = bytes(self._held).removesuffix(self._return)
            digest = hashlib.sha256(data).hexdigest()
            made = Taken(data if len(data) <= self._limit else None, len(data), digest)
        self.size, self._held, self._hasher = 0, bytearray(), None
        return made
