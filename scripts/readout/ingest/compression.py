"""A file's bytes, unpacked piece by piece, in memory that does not grow with the file."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

PIECE = 1 << 16
ZSTD_PIECE = 1 << 8
"""Bytes unpacked at once: Zstandard can make 32,000 bytes of one, so that more would not bound memory."""


class Broken(Exception):
    """The file breaks off or is damaged here; what was read before is good. The message is the reason for the ledger."""


def pieces(path: Path, compression: str | None) -> Iterator[bytes]:
    """The unpacked bytes of a file in pieces; Broken where they end too early or are damaged; OSError where it cannot be read."""
    with path.open("rb") as file:
        if compression == "gz":
            yield from _gzip(file)
        elif compression == "zst":
            yield from _zstd(file)
        else:
            while piece := file.read(PIECE):
                yield piece


def sampled(stream: Iterator[bytes], size: int) -> tuple[bytes, Iterator[bytes]]:
    """The first `size` bytes or somewhat more, and the whole stream again from its beginning.

    Where the stream breaks within them, it breaks again at the same place when it is read.
    """
    held: list[bytes] = []
    broken: Broken | None = None
    length = 0
    try:
        while length < size and (piece := next(stream, b"")):
            held.append(piece)
            length += len(piece)
    except Broken as error:
        broken = error
    return b"".join(held), _again(held, stream, broken)


def _again(held: list[bytes], stream: Iterator[bytes], broken: Broken | None) -> Iterator[bytes]:
    while held:
        yield held.pop(0)
    if broken:
        raise broken
    yield from stream


def _gzip(file: BinaryIO) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=file) as unpacked:
        while True:
            try:
                # read1, not read: what came before the damage is handed out before the damage is met
                piece = unpacked.read1(PIECE)
            except EOFError as error:
                raise Broken("truncated gzip: the file ends before its compressed data does") from error
            except (gzip.BadGzipFile, zlib.error) as error:
                raise Broken(f"damaged gzip: {_plain(error)}") from error
            if not piece:
                return
            yield piece


def _zstd(file: BinaryIO) -> Iterator[bytes]:
    import zstandard

    frame = None
    rest = b""
    while data := rest or file.read(ZSTD_PIECE):
        frame = frame or zstandard.ZstdDecompressor().decompressobj()
        try:
            piece = frame.decompress(data)
        except zstandard.ZstdError as error:
            raise Broken(f"damaged zstd: {_plain(error)}") from error
        rest = b""
        if frame.eof:
            rest, frame = frame.unused_data, None
        if piece:
            yield piece
    if frame is not None:
        raise Broken("truncated zstd: the file ends before its compressed data does")


def _plain(error: Exception) -> str:
    return str(error).removeprefix("zstd decompressor error: ").removeprefix("zstd decompress error: ")
