"""An HTTP response as it was sent: status, header, and the body freed of chunks and compression (RFC 9112, RFC 9110)."""

import re
import zlib
from collections.abc import Iterator, Mapping

from readout.ingest.bytestream import ByteStream
from readout.ingest.records import Rejected

MOST_HEADER_LINES = 1000
INFLATED = 1 << 16

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def header(source: ByteStream) -> dict[str, str] | None:
    """Header fields by lower-case name up to the blank line, the first of each name; None where no blank line comes."""
    fields: dict[str, str] = {}
    name = ""
    for _ in range(MOST_HEADER_LINES):
        line = source.line()
        if not line:
            return None
        if not line.strip():
            return fields
        text = line.decode("utf-8", "replace")
        if text[0] in " \t" and name:  # a folded line goes on with the field before it
            fields[name] += " " + text.strip()
            continue
        name, _, value = text.partition(":")
        name = name.strip().lower()
        fields.setdefault(name, value.strip())
    return None


def response(source: ByteStream) -> tuple[int, Mapping[str, str]]:
    """Status and header fields of a response; Rejected where it is none."""
    first = (source.line() or b"").split()
    fields = header(source) if first and first[0].startswith(b"HTTP/") else None
    if fields is None or len(first) < 2 or not first[1].isdigit():
        raise Rejected("malformed HTTP response")
    return int(first[1]), fields


def media_type(content_type: str) -> str:
    """The media type of a Content-Type field, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str | None:
    """The encoding that a Content-Type field declares."""
    match = _CHARSET.search(content_type)
    return match[1] if match else None


def body(source: ByteStream, fields: Mapping[str, str]) -> Iterator[bytes]:
    """The body's bytes, piece by piece; Rejected where its packing is unknown or damaged."""
    pieces = _unchunked(source) if "chunked" in fields.get("transfer-encoding", "").lower() else source.pieces()
    encoding = fields.get("content-encoding", "").strip().lower()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _inflated(pieces)
    if encoding in ("", "identity"):
        return pieces
    raise Rejected(f"content encoding not read: {encoding[:40]}")


def _unchunked(source: ByteStream) -> Iterator[bytes]:
    line = source.line() or b""
    size = _chunk_size(line)
    if size is None:
        # crawlers often store the body unpacked and leave the header as it was
        source.give_back(line)
        yield from source.pieces()
        return
    while size:
        chunk = source.part(size)
        yield from chunk.pieces()
        source.line()
        size = _chunk_size(source.line() or b"")
        if chunk.left or size is None:
            raise Rejected("damaged HTTP chunks")


def _chunk_size(line: bytes) -> int | None:
    try:
        return int(line.partition(b";")[0].strip() or b"x", 16)
    except ValueError:
        return None


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    stream: zlib._Decompress | None = None
    for piece in pieces:
        if stream is None:
            stream = _inflater(piece)
            if stream is None:  # stored unpacked, header left as it was
                yield piece
                yield from pieces
                return
        while piece and not stream.eof:
            try:
                yield stream.decompress(piece, INFLATED)
            except zlib.error as error:
                raise Rejected(f"damaged HTTP compression: {error}") from error
            piece = stream.unconsumed_tail
    if stream is not None:
        yield stream.flush()
        if not stream.eof:
            raise Rejected("truncated HTTP compression")


def _inflater(first: bytes) -> "zlib._Decompress | None":
    if first.startswith(b"\x1f\x8b"):
        return zlib.decompressobj(wbits=31)
    if first[:1] == b"\x78":
        return zlib.decompressobj()
    # "deflate" is sent with and without zlib's own header
    try:
        zlib.decompressobj(wbits=-15).decompress(first, 1)
    except zlib.error:
        return None
    return zlib.decompressobj(wbits=-15)
