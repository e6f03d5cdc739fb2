"""The database `readout.duckdb`: declared tables filled and checked, marts made, everything written out as Parquet.

DuckDB works within a memory limit and spills to disk beyond it, so that the corpus may be larger than memory.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from readout.aggregate.statement import Statement
from readout.tables.schema import COUNT, DATE, FLAG, SCORE, TEXT, Column, Table
from readout.tables.store import TableError

TYPES = {TEXT: "VARCHAR", COUNT: "BIGINT", SCORE: "DOUBLE", DATE: "DATE", FLAG: "BOOLEAN"}
# Texts are long: a group of DuckDB's usual 122,880 rows would hold them all in memory.
ROWS_PER_GROUP = 2048


@contextmanager
def connection(
    path: str | Path, memory: str, threads: int, *, spill: str | Path, read_only: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a database file, which is made where there is none.

    `memory` is DuckDB's limit (such as `700MB`), `spill` the folder for what does not fit into it.
    """
    settings = {"memory_limit": memory, "threads": str(threads), "temp_directory": str(spill)}
    with duckdb.connect(str(path), read_only=read_only, config=settings) as opened:
        opened.execute("SET enable_progress_bar = false")
        yield opened


def fill(database: duckdb.DuckDBPyConnection, table: Table, statement: Statement, values: Mapping[str, object]) -> None:
    """Make a declared table and fill it with what a statement selects, in the statement's order.

    Raises TableError where the rows are not what the table declares: the columns, their types, NULLs, values or key.
    """
    database.execute(f"CREATE TABLE {table.name} ({', '.join(_definition(column) for column in table.columns)})")
    _explain(database, table.name, table.row, {column.name: column.meaning for column in table.columns})
    found = database.execute(f"DESCRIBE ({statement.sql})", statement.bind(values)).fetchall()
    made, declared = [(row[0], row[1]) for row in found], [(column.name, TYPES[column.dtype]) for column in table.columns]
    if made != declared:
        raise TableError(f"table {table.name}: {statement.name}.sql gives {made}, declared is {declared}")
    try:
        database.execute(f"INSERT INTO {table.name} {statement.sql}", statement.bind(values))
    except duckdb.ConstraintException as error:
        raise TableError(f"table {table.name}: {error}") from error
    _check_key(database, table)


def insert(database: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[Sequence[object]]) -> None:
    """Make a declared table and fill it with a few rows, sorted by its key. Raises TableError like `fill`."""
    database.execute(f"CREATE TABLE {table.name} ({', '.join(_definition(column) for column in table.columns)})")
    _explain(database, table.name, table.row, {column.name: column.meaning for column in table.columns})
    marks = ", ".join("?" for _ in table.columns)
    try:
        database.executemany(f"INSERT INTO {table.name} VALUES ({marks})", sorted(list(row) for row in rows))
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        raise TableError(f"table {table.name}: {error}") from error
    _check_key(database, table)


def derive(database: duckdb.DuckDBPyConnection, statement: Statement, form: str) -> None:
    """Make a `TABLE` or a `VIEW` of what a statement selects from the other tables, with its meanings.

    Raises TableError where its columns are not those that it explains.
    """
    made = [row[0] for row in database.execute(f"DESCRIBE ({statement.sql})").fetchall()]
    if made != list(statement.columns):
        raise TableError(f"{statement.name}.sql selects {made}, explains {list(statement.columns)}")
    database.execute(f"CREATE {form} {statement.name} AS {statement.sql}")
    _explain(database, statement.name, statement.row, statement.columns, form)


def check_closed(database: duckdb.DuckDBPyConnection) -> None:
    """TableError unless each record of the ledger that was not rejected is one document, and each document such a record."""
    open_ends = """
        SELECT coalesce(ledger.doc_id, documents.doc_id)
        FROM (SELECT doc_id FROM ledger WHERE status <> 'rejected') AS ledger
        FULL JOIN (SELECT doc_id FROM documents) AS documents USING (doc_id)
        WHERE ledger.doc_id IS NULL OR documents.doc_id IS NULL
        ORDER BY 1 LIMIT 5
    """
    if found := database.execute(open_ends).fetchall():
        raise TableError(f"the ledger does not close: not in both `ledger` and `documents`: {found}")


def export(database: duckdb.DuckDBPyConnection, names: Iterable[str], folder: str | Path) -> None:
    """Write tables as `<folder>/<name>.parquet`, in their rows' order; the same rows give the same bytes."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    # One thread: with more, where one row group ends and the next begins depends on which of them is faster.
    threads = database.execute("SELECT current_setting('threads')").fetchall()[0][0]
    database.execute("SET threads = 1")
    for name in names:
        target = Path(folder) / f"{name}.parquet"
        partial = target.with_name(target.name + ".partial")
        database.execute(f"COPY {name} TO {quoted(str(partial))} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROWS_PER_GROUP})")
        partial.replace(target)
    database.execute(f"SET threads = {int(threads)}")


def quoted(text: str) -> str:
    """Text as a SQL literal, for the places where SQL takes no bound value and for SQL that is shown to a reader.

    Characters that do not print (bidirectional controls, line ends) are spelled by their number, so that what is shown is what runs.
    """
    pieces: list[str] = []
    for character in text:
        if character.isprintable():
            pieces.append("''" if character == "'" else character)
        else:
            pieces.append(f"' || chr({ord(character)}) || '")
    return "'" + "".join(pieces) + "'"


def _definition(column: Column) -> str:
    definition = f'"{column.name}" {TYPES[column.dtype]}'
    if not column.nullable:
        definition += " NOT NULL"
    if column.values:
        definition += f' CHECK ("{column.name}" IN ({", ".join(map(quoted, column.values))}))'
    return definition


def _explain(database: duckdb.DuckDBPyConnection, name: str, row: str, columns: Mapping[str, str], form: str = "TABLE") -> None:
    """Leave the meanings in the database itself, where `duckdb_columns()` shows them."""
    database.execute(f"COMMENT ON {form} {name} IS {quoted(row)}")
    for column, meaning in columns.items():
        database.execute(f'COMMENT ON COLUMN {name}."{column}" IS {quoted(meaning)}')


def _check_key(database: duckdb.DuckDBPyConnection, table: Table) -> None:
    # A query, not a PRIMARY KEY: DuckDB keeps an index in memory, which would grow with the corpus.
    key = ", ".join(f'"{column}"' for column in table.key)
    twice = database.execute(f"SELECT {key} FROM {table.name} GROUP BY ALL HAVING count(*) > 1 LIMIT 1").fetchone()
    if twice:
        raise TableError(f"table {table.name}: two rows have the same {', '.join(table.key)}: {twice}")
