"""What a reader makes of a file: one record after the other, each with its bytes' digest and the fields it gave."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field


class Rejected(Exception):
    """The record is not a document; the message is the reason for the ledger."""


@dataclass(slots=True)
class Given:
    """What one record says about itself, before its text is looked at.

    `body` is the text in the given `layout` (`text`, `markdown`, `html`); bytes only where the layout itself says how to
    decode them (HTML), and then `charset` is what the carrier said about them. `notes` tell what was mended.
    """

    body: str | bytes
    layout: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    outlet: str | None = None
    charset: str | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """One record: its number in the file from 1, its size in bytes, their SHA-256, and what it gave or why it is rejected.

    `key` tells it from other records of its file whatever their order; empty in a file that is one record.
    """

    number: int
    size: int | None
    sha256: str | None
    key: bytes
    given: Given | None
    fault: str | None = None


def too_long(size: int, limit: int) -> str:
    """The reason for rejecting a record of that many bytes."""
    return f"too long: {size} bytes, limit {limit}"


@dataclass(slots=True)
class Taken:
    """Bytes taken from a stream: all of them, or None where they exceeded the limit; their number; their SHA-256."""

    data: bytes | None
    size: int
    sha256: str


def taken(stream: Iterable[bytes], limit: int) -> Taken:
    """Read a stream to its end, holding no more than `limit` bytes of it."""
    hasher, held, size = hashlib.sha256(), bytearray(), 0
    for piece in stream:
        hasher.update(piece)
        size += len(piece)
        if size <= limit:
            held += piece
    return Taken(bytes(held) if size <= limit else None, size, hasher.hexdigest())


def rejected(number: int, data: Taken, key: bytes, reason: str) -> Record:
    """A record that is not a document."""
    return Record(number, data.size, data.sha256, key, None, reason)
