"""What the report reads: the database, through the statements of `workflow/sql/report`."""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import duckdb

from readout.aggregate.statement import Statement


class Source:
    """The rows that statements select from one database."""

    def __init__(self, database: duckdb.DuckDBPyConnection, statements: Mapping[str, Statement]) -> None:
        self._database = database
        self._statements = statements

    def rows(self, name: str, **values: object) -> list[Any]:
        """All rows of a statement as named tuples, with values bound to its parameters."""
        statement = self._statements[name]
        row = _row(name, tuple(statement.columns))
        return [row(*found) for found in self._database.execute(statement.sql, statement.bind(values)).fetchall()]

    def row(self, name: str, **values: object) -> Any:
        """The only row of a statement."""
        (only,) = self.rows(name, **values)
        return only


@cache
def _row(name: str, columns: Sequence[str]) -> type:
    return namedtuple(name, columns)
