"""JSON Lines: one line, one record."""

from collections.abc import Iterator

from readout.ingest.compression import sampled
from readout.ingest.decoding import as_text, encoding_of, replaced_note
from readout.ingest.fields import Fields
from readout.ingest.lines import lines
from readout.ingest.records import Record, Rejected, Taken, rejected, too_long

SAMPLE = 1 << 18


def records(stream: Iterator[bytes], fields: Fields, limit: int) -> Iterator[Record]:
    """A record for each line that is not blank, numbered by line; the line without its end is what is counted and digested."""
    encoding, stream = opened(stream)
    for number, line in enumerate(lines(stream, "\n".encode(encoding), limit), start=1):
        if line.data is None:
            yield rejected(number, line, line.sha256.encode(), too_long(line.size, limit))
        elif line.data.strip(b" \t\r\n\0"):
            yield _record(number, line, line.data, encoding, fields)


def opened(stream: Iterator[bytes]) -> tuple[str, Iterator[bytes]]:
    """The encoding of a text file of many records, and its bytes after the byte order mark.

    Where its beginning tells none, UTF-8 is taken, so that what is wrong is said record by record.
    """
    sample, stream = sampled(stream, SAMPLE)
    encoding, mark = encoding_of(sample, partial=True)
    return encoding or "utf-8", _after(stream, mark)


def _after(stream: Iterator[bytes], skipped: int) -> Iterator[bytes]:
    for piece in stream:
        yield piece[skipped:]
        skipped = max(0, skipped - len(piece))


def _record(number: int, line: Taken, data: bytes, encoding: str, fields: Fields) -> Record:
    key = b"sha256\0" + line.sha256.encode()
    try:
        read, notes = _object(data, encoding)
        key = fields.key(read) or key
        given = fields.given(read)
    except Rejected as fault:
        return rejected(number, line, key, str(fault))
    given.notes[:0] = notes
    return Record(number, line.size, line.sha256, key, given)


def _object(data: bytes, encoding: str) -> tuple[dict[str, object], list[str]]:
    import orjson

    notes: list[str] = []
    source: bytes | str = data
    try:
        if encoding != "utf-8" or not _is_utf8(data):
            source, replaced = as_text(data, encoding)
            notes = [replaced_note(replaced)] if replaced else []
        read = orjson.loads(source)
    except orjson.JSONDecodeError as error:
        raise Rejected(f"malformed JSON: {error.msg} (character {error.pos + 1})") from error
    if not isinstance(read, dict):
        raise Rejected("malformed record: JSON, but not an object with fields")
    return read, notes


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
