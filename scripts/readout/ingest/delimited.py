"""CSV and TSV with a header: one row, one record, however many lines it has."""

import csv
import hashlib
from collections.abc import Iterator

from readout.ingest.decoding import as_text, replaced_note
from readout.ingest.fields import Fields
from readout.ingest.jsonlines import opened
from readout.ingest.lines import lines
from readout.ingest.records import Record, Rejected, Taken, rejected

DELIMITERS = ",;\t|"


def records(stream: Iterator[bytes], tabs: bool, fields: Fields, limit: int) -> Iterator[Record]:
    """A record for each row after the header that has any field, numbered from 1; its lines' bytes are counted and digested.

    Rows that are too long or malformed are records with a fault, and reading goes on with the next line.
    """
    encoding, stream = opened(stream)
    # one field is never longer than its row, whose bytes are watched below
    csv.field_size_limit(limit + 1)
    source = _RowLines(lines(stream, "\n".encode(encoding), limit), encoding, limit)
    header = _header(source, tabs)
    if header is None:
        return
    names, delimiter = header
    number = 0
    rows = csv.reader(source, delimiter=delimiter)
    while True:
        source.begin()
        row, fault = None, None
        try:
            row = next(rows)
        except StopIteration:
            return
        except Rejected as error:
            fault = str(error)
        except csv.Error as error:
            fault = f"malformed row: {error}"
        if row or fault:
            number += 1
            yield _record(number, names, row or [], fault, source, fields)


def _header(source: "_RowLines", tabs: bool) -> tuple[list[str], str] | None:
    """The column names and the delimiter, the one of the usual that makes most columns of the header."""
    try:
        line = next(source)
        while not line.strip():
            line = next(source)
        delimiter = "\t" if tabs else max(DELIMITERS, key=lambda mark: (line.count(mark), -DELIMITERS.index(mark)))
        return next(csv.reader([line], delimiter=delimiter, strict=True)), delimiter
    except StopIteration:
        return None
    except csv.Error as error:
        raise Rejected(f"malformed header: {error}") from error
    except Rejected as fault:
        raise Rejected(f"header {fault}") from fault


def _record(number: int, names: list[str], row: list[str], fault: str | None, source: "_RowLines", fields: Fields) -> Record:
    raw = source.taken()
    key = b"sha256\0" + raw.sha256.encode()
    if fault:
        return rejected(number, raw, key, fault)
    read: dict[str, object] = {}
    for name, value in zip(names, row, strict=False):
        read.setdefault(name, value)
    key = fields.key(read) or key
    try:
        given = fields.given(read)
    except Rejected as error:
        return rejected(number, raw, key, str(error))
    if source.replaced:
        given.notes.append(replaced_note(source.replaced))
    if len(row) != len(names):
        given.notes.append(f"{len(row)} fields where the header has {len(names)}")
    return Record(number, raw.size, raw.sha256, key, given)


class _RowLines:
    """The lines that the CSV reader asks for, decoded, watched and digested row by row."""

    def __init__(self, source: Iterator[Taken], encoding: str, limit: int) -> None:
        self._source = source
        self._encoding = encoding
        self._limit = limit
        self.begin()

    def begin(self) -> None:
        """A new row begins with the next line."""
        self._size = 0
        self._hasher = hashlib.sha256()
        self._long: Taken | None = None
        self.replaced = 0

    def __iter__(self) -> "_RowLines":
        return self

    def __next__(self) -> str:
        line = next(self._source)
        if line.data is None:
            self._long = line
            raise Rejected(f"too long: a line of {line.size} bytes, limit {self._limit}")
        data = b"\n" + line.data if self._size else line.data
        self._size += len(data)
        self._hasher.update(data)
        if self._size > self._limit:
            raise Rejected(f"too long: more than {self._limit} bytes in one row; a quotation mark may be missing")
        text, replaced = as_text(line.data, self._encoding)
        self.replaced += replaced
        return text + "\n"

    def taken(self) -> Taken:
        """Size and digest of the row's lines so far."""
        return self._long or Taken(None, self._size, self._hasher.hexdigest())
