"""Print docs/tables.md: every table, its row and its columns, from where they are declared (`make tables` writes the file)."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT / "scripts") not in sys.path:
    sys.path.insert(0, str(ROOT / "scripts"))

from readout.aggregate.statement import Statement, load
from readout.tables.schema import RESULTS, WORKING, Column, Table

PREFACE = """# The tables

Written by `make tables` from `scripts/readout/tables/schema.py` and `workflow/sql/`; a test compares. Change it there.

A run leaves the same tables twice: in `results/readout.duckdb`, and as Parquet files in `results/tables/`.

## What holds for all of them
- `start` and `end` count Unicode code points in `documents.text`, half-open: `text[start:end]` is the evidence.
- `documents.text` is the decoded input with line ends made `\\n`, otherwise untouched. Parts are labelled, never removed.
- Dates are calendar days, in pairs: the first and the last day that are possible, both included.
- Languages are ISO 639-1 codes, `und` where there is nothing to tell by.
- NULL means that it cannot be told.
- Rows are ordered by the key. There is no clock time in any table: the same input gives the same bytes.

## Tables
"""

MARTS = """## Marts

Summaries, made from the tables above by one SELECT each: `workflow/sql/marts/<name>.sql`.
"""

VIEWS = """## Views

The same in the database only: worked out when they are read.
"""

BETWEEN = """## Between the stages

Files that stages hand to each other, under `results/<stage>/`. They may change at any time; they are described for those who look.
"""


def page() -> str:
    """The whole of docs/tables.md."""
    sql = ROOT / "workflow" / "sql"
    parts = [PREFACE, *map(_table, RESULTS.values())]
    parts += [MARTS, *map(_statement, load(sql / "marts").values())]
    parts += [VIEWS, *map(_statement, load(sql / "views").values())]
    parts += [BETWEEN, *map(_table, WORKING.values())]
    return "\n".join(parts)


def _table(table: Table) -> str:
    rows = [f"| `{column.name}` | {_kind(column)} | {_cell(_meaning(column))} |" for column in table.columns]
    head = [f"### {table.name}", f"One row is {table.row}. Key: {', '.join(f'`{name}`' for name in table.key)}.", ""]
    return "\n".join([*head, "| column | type | meaning |", "|---|---|---|", *rows, ""])


def _statement(one: Statement) -> str:
    rows = [f"| `{name}` | {_cell(meaning)} |" for name, meaning in one.columns.items()]
    return "\n".join([f"### {one.name}", f"One row is {one.row}.", "", "| column | meaning |", "|---|---|", *rows, ""])


def _kind(column: Column) -> str:
    name = {"String": "text", "Int64": "whole number", "Float64": "number", "Date": "date", "Boolean": "yes or no"}[column.dtype.__name__]
    return f"{name}, or NULL" if column.nullable else name


def _meaning(column: Column) -> str:
    """The meaning, with the allowed values where the meaning does not name them."""
    unnamed = [value for value in column.values if f"`{value}`" not in column.meaning]
    return f"{column.meaning} One of {', '.join(f'`{value}`' for value in column.values)}." if unnamed else column.meaning


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(page(), end="")
