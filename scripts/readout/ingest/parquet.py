"""Parquet: one row, one record; only the columns that any field may be in are read."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from readout.ingest.compression import Broken
from readout.ingest.decoding import decoded
from readout.ingest.fields import Fields
from readout.ingest.records import Record, Rejected, Taken, rejected, too_long

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 32
BUFFER = 1 << 20


def records(path: Path, fields: Fields, limit: int) -> Iterator[Record]:
    """A record for each row, numbered from 1; its fields, joined by line feeds, are what is counted and digested."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path, buffer_size=BUFFER, pre_buffer=False) as file:
            columns = fields.columns(file.schema_arrow.names)
            for batch in file.iter_batches(batch_size=ROWS, columns=columns, use_threads=False):
                for row in _rows(batch):
                    number += 1
                    yield _record(number, row, fields, limit)
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, PermissionError | FileNotFoundError):
            raise
        raise Broken(f"damaged Parquet: {str(error).splitlines()[0][:200]}") from error


def _rows(batch: "pa.RecordBatch") -> Iterator[dict[str, object]]:
    if not batch.num_columns:
        yield from ({} for _ in range(batch.num_rows))
        return
    columns = [_values(column) for column in batch.columns]
    for values in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, values, strict=True))


def _values(column: "pa.Array") -> list[object]:
    """A column's values: strings as their bytes, since nobody has checked that they are text; times as ISO 8601."""
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        return _values(column.dictionary_decode())
    if pa.types.is_large_string(kind):
        return column.cast(pa.large_binary()).to_pylist()
    if pa.types.is_string(kind) or pa.types.is_string_view(kind):
        return column.cast(pa.binary()).to_pylist()
    if pa.types.is_temporal(kind) or pa.types.is_decimal(kind):
        return column.cast(pa.string()).to_pylist()
    return column.to_pylist()


def _record(number: int, row: Mapping[str, object], fields: Fields, limit: int) -> Record:
    joined = b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in row.values() if value is not None)
    raw = Taken(joined, len(joined), hashlib.sha256(joined).hexdigest())
    key = b"sha256\0" + raw.sha256.encode()
    if raw.size > limit:
        return rejected(number, raw, key, too_long(raw.size, limit))
    try:
        read, notes = _decoded(row, fields)
        key = fields.key(read) or key
        given = fields.given(read)
    except Rejected as fault:
        return rejected(number, raw, key, str(fault))
    given.notes[:0] = notes
    return Record(number, raw.size, raw.sha256, key, given)


def _decoded(row: Mapping[str, object], fields: Fields) -> tuple[dict[str, object], list[str]]:
    read: dict[str, object] = {}
    notes: list[str] = []
    for name, value in row.items():
        # a page says itself how it is to be decoded
        if isinstance(value, bytes) and name.strip().casefold() not in fields.names.get("html", ()):
            text = decoded(value)
            notes += text.notes
            value = text.text
        read[name] = value
    return read, notes
