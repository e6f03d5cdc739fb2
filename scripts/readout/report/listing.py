"""The SQL that a reader is shown: it lists, in `readout.duckdb`, everything that a number was counted from."""

from datetime import date

from readout.aggregate.warehouse import quoted

Condition = str | int | bool | date | None | tuple[str, ...]


def listing(table: str, **conditions: Condition) -> str:
    """`SELECT * FROM table WHERE column = value …`; None asks for NULL, and a tuple for anything but its values."""
    wanted = [_condition(column, value) for column, value in conditions.items()]
    return f"SELECT * FROM {table}" + (f" WHERE {' AND '.join(wanted)}" if wanted else "")


def _condition(column: str, value: Condition) -> str:
    if value is None:
        return f"{column} IS NULL"
    if isinstance(value, tuple):
        return f"{column} NOT IN ({', '.join(map(quoted, value))})"
    if isinstance(value, bool):
        return column if value else f"NOT {column}"
    if isinstance(value, int):
        return f"{column} = {value:d}"
    if isinstance(value, date):
        return f"{column} = DATE '{value.isoformat()}'"
    return f"{column} = {quoted(value)}"
