"""Days that cannot be: no such day in the calendar, or later than the document they stand in."""

from collections.abc import Iterable, Mapping

from readout.signals.sign import Sign

_SCORES = {"impossible": 1.0, "later": 0.8}
_DETAILS = {"impossible": "no such day", "later": "a day after the document was published, amid what is not of the text"}


def impossible_dates(rows: Iterable[Mapping]) -> list[Sign]:
    """`impossible_date` for each row of `dates` whose `flag` is `impossible` or `later`; other rows, and rows without it, give none."""
    return [
        Sign("impossible_date", _SCORES[flag], row["start"], row["end"], f"{row['surface']}: {_DETAILS[flag]}")
        for row in rows
        if (flag := row.get("flag")) in _SCORES
    ]
