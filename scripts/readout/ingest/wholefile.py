"""Files that are one record: plain text, Markdown, a web page."""

from collections.abc import Iterator

from readout.ingest.decoding import decoded
from readout.ingest.fields import NOTHING, Fields, with_front_matter
from readout.ingest.records import Given, Record, Rejected, rejected, taken, too_long


def records(stream: Iterator[bytes], kind: str, fields: Fields, limit: int) -> Iterator[Record]:
    """The file's one record; `kind` is `text`, `markdown` or `html`."""
    whole = taken(stream, limit)
    if whole.data is None:
        yield rejected(1, whole, b"", too_long(whole.size, limit))
        return
    try:
        yield Record(1, whole.size, whole.sha256, b"", _given(whole.data, kind, fields))
    except Rejected as fault:
        yield rejected(1, whole, b"", str(fault))


def _given(data: bytes, kind: str, fields: Fields) -> Given:
    if not data:
        raise Rejected("empty file")
    if kind == "html":
        return Given(data, "html")
    text = decoded(data)
    plain = Given(text.text, kind, notes=text.notes)
    if kind == "markdown":
        return with_front_matter(text.text, NOTHING, text.notes, fields, unread_as="markdown") or plain
    return plain
