"""Write rows to Parquet as their table declares them, and read them back, in bounded memory.

Files hold no clock and no path: the same rows give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from readout.tables.schema import Table

ROWS_PER_GROUP = 4096
BYTES_PER_GROUP = 16_000_000


class TableError(ValueError):
    """Rows that are not what their table declares."""


def frame(table: Table, rows: Iterable[Sequence[object] | dict[str, object]]) -> pl.DataFrame:
    """Rows, as sequences in column order or as dicts, made a checked frame of the table's schema.

    Raises TableError where a value has another type, is NULL in a column that may not be, or is none of the column's values.
    """
    names = list(table.schema)
    try:
        ordered = [[row[name] for name in names] if isinstance(row, dict) else row for row in rows]
        columns = list(zip(*ordered, strict=True)) or [()] * len(names)
        # column by column: from whole rows polars would quietly turn numbers into text
        made = pl.DataFrame(
            [pl.Series(name, values, dtype=dtype, strict=True) for (name, dtype), values in zip(table.schema.items(), columns, strict=True)]
        )
    except (TypeError, ValueError, KeyError, OverflowError, pl.exceptions.PolarsError) as error:
        raise TableError(f"table {table.name}: {error!r}") from error
    return checked(table, made)


def checked(table: Table, made: pl.DataFrame) -> pl.DataFrame:
    """The same frame if it has the table's columns, types, values and NULLs; TableError otherwise."""
    if made.schema != pl.Schema(table.schema):
        raise TableError(f"table {table.name}: has {dict(made.schema)}, declared is {table.schema}")
    for column in table.columns:
        series = made[column.name]
        if not column.nullable and series.null_count():
            raise TableError(f"table {table.name}: NULL in {column.name}, where none may be")
        if column.values and (strange := set(series.drop_nulls().unique()) - set(column.values)):
            raise TableError(f"table {table.name}: {column.name} holds {sorted(strange)}, allowed are {list(column.values)}")
    return made


def write(table: Table, made: pl.DataFrame, path: str | Path) -> None:
    """Write a whole frame, sorted by the table's key; TableError where two rows share a key."""
    made = checked(table, made).sort(table.key)
    if made.select(table.key).is_duplicated().any():
        raise TableError(f"table {table.name}: two rows have the same {', '.join(table.key)}")
    with Writer(table, path) as writer:
        writer.write(made)


def read(table: Table, paths: str | Path | Sequence[str | Path]) -> pl.DataFrame:
    """All rows of one or several files of a table, in the order of the files."""
    paths = [paths] if isinstance(paths, str | Path) else list(paths)
    frames = [pl.read_parquet(path) for path in paths]
    return pl.concat(frames) if frames else pl.DataFrame(schema=table.schema)


def read_columns(path: str | Path, *names: str) -> pl.DataFrame:
    """All rows of a file with these columns, in this order."""
    return pl.read_parquet(path, columns=list(names)).select(names)


def batches(path: str | Path, rows: int = 256) -> Iterator[pl.DataFrame]:
    """A file's rows in order, at most `rows` at a time, so that memory does not grow with the file."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=rows):
            yield pl.DataFrame(pa.Table.from_batches([batch]))


def by_document(rows: pl.DataFrame) -> dict[str, list[tuple]]:
    """The rows of each document, in their order and without the `doc_id`, which is their first column."""
    grouped: dict[str, list[tuple]] = {}
    for doc_id, *row in rows.iter_rows():
        grouped.setdefault(doc_id, []).append(tuple(row))
    return grouped


class Writer:
    """Writes a table to one Parquet file piece by piece; the file appears whole or not at all.

    Rows must come in the order of the table's key. Use as a context manager.
    """

    def __init__(self, table: Table, path: str | Path) -> None:
        self.table = table
        self.path = Path(path)
        self._partial = self.path.with_name(self.path.name + ".partial")
        self._schema = pl.DataFrame(schema=table.schema).to_arrow(compat_level=pl.CompatLevel.oldest()).schema
        self._held: list[pl.DataFrame] = []
        self._rows = self._bytes = 0

    def __enter__(self) -> "Writer":
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = pq.ParquetWriter(self._partial, self._schema, compression="zstd")
        return self

    def write(self, rows: pl.DataFrame | Iterable[Sequence[object] | dict[str, object]]) -> None:
        """Add rows; TableError where they are not what the table declares."""
        made = checked(self.table, rows) if isinstance(rows, pl.DataFrame) else frame(self.table, rows)
        self._held.append(made)
        self._rows += made.height
        self._bytes += made.estimated_size()
        if self._rows >= ROWS_PER_GROUP or self._bytes >= BYTES_PER_GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            # cast: polars keeps strings as views, which older readers of Parquet do not know
            arrow = pl.concat(self._held).to_arrow(compat_level=pl.CompatLevel.oldest()).cast(self._schema)
            self._file.write_table(arrow)
        self._held, self._rows, self._bytes = [], 0, 0

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._flush()
        self._file.close()
        if kind is None:
            self._partial.replace(self.path)
        else:
            self._partial.unlink(missing_ok=True)
