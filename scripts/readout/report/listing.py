"""The SQL that a reader is shown: it lists, in `readout.duckdb`, everything that a number was counted from."""

from datetime import date

from readout.aggregate.warehouse import quoted

Condition = str | int | bool | date | None | tuple[str | None, ...]


def listing(table: str, **conditions: Condition) -> str:
    """`SELECT * FROM table WHERE column = value …`; None asks for NULL, and a tuple for anything but its values, NULL too."""
    wanted = [_condition(column, value) for column, value in conditions.items()]
    return f"SELECT * FROM {table}" + (f" WHERE {' AND '.join(wanted)}" if wanted else "")


def _condition(column: str, value: Condition) -> str:
    if value is None:
        return f"{column} IS NULL"
    if isinstance(value, tuple):
        named = ", ".join(quoted(one) for one in value if one is not None)
        known = f"{column} NOT IN ({named})" if named else f"{column} IS NOT NULL"
        return known if None in value else f"({known} OR {column} IS NULL)"
    if isinstance(value, bool):
        return column if value else f"NOT {column}"
    if isinstance(value, int):
        return f"{column} = {value:d}"
    if isinstance(value, date):
        return f"{column} = DATE '{value.isoformat()}'"
    return f"{column} = {quoted(value)}"
