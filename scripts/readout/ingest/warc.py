"""WARC: the records of a web crawl, of which the pages are documents and the rest are counted.

After ISO 28500: a version line, header lines, a blank line, a block of Content-Length bytes, two line ends. Read here and not by a
library, so that no header line and no block is ever held whole before its length is known.
"""

import hashlib
from collections.abc import Iterator, Mapping

from readout.ingest import httpmessage
from readout.ingest.bytestream import ByteStream
from readout.ingest.compression import Broken
from readout.ingest.decoding import decoded
from readout.ingest.fields import LONGEST_ABOUT
from readout.ingest.records import Given, Record, Rejected, Taken, rejected, taken, too_long

PAGES = ("text/html", "application/xhtml+xml")
PLAIN = "text/plain"


def records(stream: Iterator[bytes], limit: int) -> Iterator[Record]:
    """A record for each WARC record, numbered from 1; the bytes of its content, freed of HTTP's packing, are counted and digested.

    Broken where a header is none or a block is cut: nothing after it can be found.
    """
    source = ByteStream(stream)
    number = 0
    while source.skip_blank_lines():
        number += 1
        header = _header(source, number)
        try:
            length = int(header.get("content-length", ""))
        except ValueError:
            length = -1
        if length < 0:
            raise Broken(f"malformed WARC: record {number} does not say how long it is")
        block = source.part(length)
        record = _record(number, header, block, limit)
        block.skip()
        if block.left:
            raise Broken(f"truncated WARC: record {number} ends {block.left} bytes too early")
        yield record


def _header(source: ByteStream, number: int) -> Mapping[str, str]:
    version = source.line()
    if version is None or not version.startswith(b"WARC/"):
        raise Broken(f"malformed WARC: record {number} does not begin with WARC/")
    header = httpmessage.header(source)
    if header is None:
        raise Broken(f"malformed WARC: the header of record {number} has no end")
    return header


def _record(number: int, header: Mapping[str, str], block: ByteStream, limit: int) -> Record:
    kind = header.get("warc-type", "").lower()
    url = header.get("warc-target-uri", "").strip().strip("<>") or None
    raw = Taken(None, 0, hashlib.sha256().hexdigest())
    key = f"url\0{url}".encode() if url else b""
    try:
        body, content_type, why_not = _content(kind, header, block)
        raw = taken(body, limit)
        key = key or b"sha256\0" + raw.sha256.encode()
        if why_not:
            raise Rejected(f"not a page: {why_not}")
        if raw.data is None:
            raise Rejected(too_long(raw.size, limit))
        return Record(number, raw.size, raw.sha256, key, _given(raw.data, content_type, url))
    except Rejected as fault:
        return rejected(number, raw, key, str(fault))


def _content(kind: str, header: Mapping[str, str], block: ByteStream) -> tuple[Iterator[bytes], str, str | None]:
    """The record's content, its media type as declared, and why it is not a page, if so."""
    if kind == "response" and "http" in header.get("content-type", "application/http"):
        status, fields = httpmessage.response(block)
        content_type = fields.get("content-type", "")
        if status != 200:
            return block.pieces(), content_type, f"HTTP status {status}"
        return httpmessage.body(block, fields), content_type, _unwanted(content_type)
    if kind in ("resource", "conversion"):
        content_type = header.get("content-type", "")
        return block.pieces(), content_type, _unwanted(content_type)
    return block.pieces(), "", f"a record of type {kind[:40] or 'unknown'}"


def _unwanted(content_type: str) -> str | None:
    media = httpmessage.media_type(content_type)
    return None if media in (*PAGES, PLAIN) else f"content of type {media[:80] or 'unknown'}"


def _given(data: bytes, content_type: str, url: str | None) -> Given:
    if url and len(url) > LONGEST_ABOUT:
        url = None
    if not data:
        raise Rejected("empty: no content")
    if httpmessage.media_type(content_type) == PLAIN:
        text = decoded(data)
        return Given(text.text, "text", url=url, notes=text.notes)
    return Given(data, "html", url=url, charset=httpmessage.charset(content_type))
