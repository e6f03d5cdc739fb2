"""Arithmetic of the calendar: units, steps between them, and parts cut out of them. Weeks begin on Monday (ISO 8601)."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years that dates in texts may speak of; those in which articles are published are fewer."""
_FIRST_DAY, _LAST_DAY = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()


class Interval(NamedTuple):
    """Days, both ends inclusive."""

    earliest: date
    latest: date

    @property
    def exact(self) -> bool:
        """Whether it is a single day."""
        return self.earliest == self.latest

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        return Interval(min(self.earliest, other.earliest), max(self.latest, other.latest))


def day_of(year: int, month: int, day: int) -> date | None:
    """That day; None where the calendar has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> Interval:
    """First to last day of a month."""
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def years(first: int, last: int) -> Interval:
    """First to last day of some years."""
    return Interval(date(first, 1, 1), date(last, 12, 31))


def unit_of(day: date, unit: str, step: int = 0) -> Interval:
    """The calendar unit that holds a day, `step` units on. Raises KeyError for an unknown unit."""
    if unit == "day":
        made = day + timedelta(step)
        return Interval(made, made)
    if unit in ("week", "weekend"):
        monday = day - timedelta(day.weekday()) + timedelta(7 * step)
        return Interval(monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6))
    if unit in ("month", "quarter"):
        size = 1 if unit == "month" else 3
        number = (day.year * 12 + day.month - 1) // size + step
        first = number * size
        return month_of(first // 12, first % 12 + 1).hull(month_of((first + size - 1) // 12, (first + size - 1) % 12 + 1))
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    offset = 1 if unit == "century" else 0
    first = ((day.year - offset) // size + step) * size + offset
    return years(first, first + size - 1)


def shifted(day: date, unit: str, count: int) -> date | None:
    """The day so many units away; the 31st becomes the last of a shorter month. None beyond the calendar."""
    if unit in ("day", "week", "weekend"):
        number = day.toordinal() + count * (1 if unit == "day" else 7)
        return date.fromordinal(number) if _FIRST_DAY <= number <= _LAST_DAY else None
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def part(which: str) -> Callable[[Interval], Interval | None]:
    """Cuts out a part of an interval.

    Early, middle and late are thirds of a month (to the 10th, to the 20th) and of a year; else early and late are halves and the
    middle is the two inner quarters.
    """

    def cut(whole: Interval) -> Interval | None:
        days = (whole.latest - whole.earliest).days + 1
        if days < 2:
            return None
        first, last = _thirds(whole, days).get(which, (None, None))
        if first and last:
            return Interval(first, last)
        if which == "middle":
            return Interval(whole.earliest + timedelta(days // 4), whole.latest - timedelta(days // 4))
        half = date(whole.earliest.year, 7, 1) if days in (365, 366) else whole.earliest + timedelta((days + 1) // 2)
        return Interval(whole.earliest, half - timedelta(1)) if which in ("early", "first_half") else Interval(half, whole.latest)

    return cut


def _thirds(whole: Interval, days: int) -> dict[str, tuple[date, date]]:
    """Ends of the thirds of a month or year; none for what is longer or shorter."""
    year, month = whole.earliest.year, whole.earliest.month
    if 28 <= days <= 31:
        ends = [date(year, month, 10), date(year, month, 20), whole.latest]
    elif days in (365, 366):
        ends = [date(year, 4, 30), date(year, 8, 31), whole.latest]
    else:
        return {}
    starts = [whole.earliest, *(end + timedelta(1) for end in ends[:2])]
    return dict(zip(("early", "middle", "late"), zip(starts, ends, strict=True), strict=True))


def nth_weekday(nth: int, weekday: int) -> Callable[[Interval], Interval | None]:
    """Cuts out the nth such weekday, the last one for -1."""

    def cut(whole: Interval) -> Interval | None:
        first = whole.earliest + timedelta((weekday - whole.earliest.isoweekday()) % 7)
        last = whole.latest - timedelta((whole.latest.isoweekday() - weekday) % 7)
        made = last if nth == -1 else first + timedelta(7 * (nth - 1))
        return Interval(made, made) if whole.earliest <= made <= whole.latest else None

    return cut


def nth_unit(nth: int, unit: str) -> Callable[[Interval], Interval | None]:
    """Cuts out the nth day, week, month or quarter, the last one for -1."""

    def cut(whole: Interval) -> Interval | None:
        if nth == -1:
            made = unit_of(whole.latest, unit)
            if unit == "week" and made.latest > whole.latest:
                made = unit_of(whole.latest, unit, -1)
        else:
            made = unit_of(whole.earliest, unit, nth - 1)
            if unit == "week" and made.earliest < whole.earliest and nth >= 1:
                made = unit_of(whole.earliest, unit, nth)
        return made if made.earliest <= whole.latest and made.latest >= whole.earliest else None

    return cut


def around(unit: str) -> Callable[[Interval], Interval | None]:
    """The unit of the calendar around a day."""
    return lambda day: unit_of(day.earliest, unit)


def nth_day(day: int) -> Callable[[Interval], Interval | None]:
    """Cuts the day of that number out of a month."""

    def cut(whole: Interval) -> Interval | None:
        made = day_of(whole.earliest.year, whole.earliest.month, day)
        return Interval(made, made) if made else None

    return cut


SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season, as meteorologists and editors count them."""


def season(name: str) -> Callable[[Interval], Interval | None]:
    """Cuts a season out of a year; winter is the one that begins in it."""

    def cut(whole: Interval) -> Interval:
        month = SEASONS[name]
        year = whole.earliest.year
        return month_of(year, month).hull(month_of(year + (month + 1) // 12, (month + 1) % 12 + 1))

    return cut
