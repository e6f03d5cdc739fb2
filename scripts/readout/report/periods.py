"""Months and years as the columns of a drawing."""

from datetime import date

MONTHS_SHOWN, COLUMNS = 48, 60
"""Months up to which a corpus is drawn by months, and not by years; columns that a drawing may have."""


def column(first: date, unit: str) -> str:
    """A month or a year by its first day, as written above a column."""
    return f"{first:%b} {first.year}" if unit == "month" else str(first.year)


def months(first: date | None, last: date | None) -> int:
    """How many months lie between two days, those of the days included; 0 where a day is missing."""
    return 0 if first is None or last is None else 12 * (last.year - first.year) + last.month - first.month + 1


def steps(first: date, last: date, unit: str) -> list[date]:
    """All months or years from one to another."""
    if unit == "year":
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    return [date(month // 12, month % 12 + 1, 1) for month in range(12 * first.year + first.month - 1, 12 * last.year + last.month)]
