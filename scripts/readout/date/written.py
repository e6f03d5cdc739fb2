"""Dates written in full or without their year, found in short stretches of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from readout.date.months import Names, fold

FIRST_YEAR, LAST_YEAR = 1900, 2100

_WORD = r"[^\W\d_][^\W\d_’']{2,}(?:['’][^\W\d_]{1,4})?"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)\b|-?[^\W\d_]{1,3}(?=[\s,]))?"
_YEAR = r"(?P<year>(?:1[89]|2\d)\d\d)"
_YEAR_TAIL = r"(?:-?[^\W\d_]{1,3}\b)?"
_DAY_BEFORE = re.compile(r"\d\W{0,2}\s?\Z")
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # 2023-07-30, 2023/07/30, 2023.07.30, and a time right behind
        rf"(?<!\d){_YEAR}(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)",
        # 30.07.2023: the day is first wherever points are written
        rf"(?<![\d.])(?P<day>\d\d?)(?P<mark>[.])\s?(?P<month>\d\d?)(?P=mark)\s?{_YEAR}(?!\d)",
        # 30/07/2023 or 07/30/2023
        rf"(?<![\d/])(?P<one>\d\d?)(?P<mark>[-/])(?P<two>\d\d?)(?P=mark){_YEAR}(?!\d)",
        # 2020-ci il noyabrın 9-u; 2020 թ. նոյեմբերի 9; 2023, May 25
        rf"(?<!\d){_YEAR}{_YEAR_TAIL},?\s*(?:(?P<filler>[^\W\d_]{{1,10}}\.?),?\s+)?(?P<name>{_WORD})\.?\s+(?P<day>\d\d?)(?!\d|[:.]\d)",
        # 2020 წლის 9 ნოემბერი; 2020 9 noyabr
        rf"(?<!\d){_YEAR}{_YEAR_TAIL},?\s*(?:(?P<filler>[^\W\d_]{{1,10}}\.?),?\s+)?(?P<day>\d\d?){_SUFFIX}\.?\s+(?P<name>{_WORD})",
        # 30 июля 2023; 9 Kasım 2020; 1st of May, 2020; 30 июля
        rf"(?<![\d.,:/-])(?P<day>\d\d?){_SUFFIX}\.?(?:[-\s]of)?[-\s]+(?P<name>{_WORD})(?:\.?,?[-\s]+{_YEAR}(?!\d))?",
        # May 25, 2023; Nov. 9; նոյեմբերի 9-ին, 2020
        rf"(?<![^\W\d_])(?P<name>{_WORD})\.?\s+(?P<day>\d\d?)(?!\d|[:.]\d){_SUFFIX}(?:,?\s+{_YEAR}(?!\d))?",
        # July 2023
        rf"(?<![^\W\d_])(?P<name>{_WORD})\.?,?\s+{_YEAR}(?!\d)",
    )
)


@dataclass(frozen=True)
class Written:
    """One date as written at `[start, end)` of its text: an interval of days, or month and day where the year is left out."""

    start: int
    end: int
    earliest: date | None
    latest: date | None
    month: int | None
    day: int | None

    @property
    def dated(self) -> bool:
        """Whether the year is known."""
        return self.earliest is not None

    @property
    def exact(self) -> bool:
        """Whether it is one day of one year."""
        return self.earliest is not None and self.earliest == self.latest

    def in_year(self, year: int) -> date | None:
        """The day in a given year; None where there is none (29 February)."""
        return day_of(year, self.month, self.day) if self.month and self.day else None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day; None where the calendar has no such day or the year is beyond what an article is dated with."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of a month; None where there is none."""
    first = day_of(year, month, 1)
    if first is None:
        return None
    return first, date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def find(text: str, names: Names) -> list[Written]:
    """Dates in a short text, in order, none overlapping another; impossible ones are left out."""
    found: list[Written] = []
    for written in _matches(text, names):
        if all(written.end <= other.start or written.start >= other.end for other in found):
            found.append(written)
    return sorted(found, key=lambda written: written.start)


def _matches(text: str, names: Names) -> Iterator[Written]:
    for pattern in _PATTERNS:
        position = 0
        while match := pattern.search(text, position):
            written = _read(match, names)
            if written is None:
                # what looked like a day and a month may hide the true month: look again one word on
                position = match.start() + 1
            else:
                yield written
                position = written.end


def _read(match: re.Match[str], names: Names) -> Written | None:
    groups = match.groupdict()
    if (filler := groups.get("filler")) and fold(filler) not in names.fillers:
        return None
    year = int(groups["year"]) if groups.get("year") else None
    if groups.get("one"):
        return _slashed(match, int(groups["one"]), int(groups["two"]), year)
    month = names.months.get(fold(groups["name"])) if groups.get("name") else int(groups["month"])
    if month is None:
        return None
    if not groups.get("day"):
        if _DAY_BEFORE.search(match.string, 0, match.start()):
            # "31 февраля 2023": there is no such day, and the month alone would be a guess
            return None
        interval = month_of(year, month)
        return Written(match.start(), match.end(), *interval, month, None) if interval else None
    day = int(groups["day"])
    if year is None:
        # any leap year will do to tell whether the day exists
        return Written(match.start(), match.end(), None, None, month, day) if day_of(2000, month, day) else None
    exact = day_of(year, month, day)
    return Written(match.start(), match.end(), exact, exact, month, day) if exact else None


def _slashed(match: re.Match[str], one: int, two: int, year: int) -> Written | None:
    """A date with strokes: day or month may be first; where both readings exist, the interval spans them."""
    days = sorted(day for day in (day_of(year, two, one), day_of(year, one, two)) if day)
    if not days:
        return None
    single = days[0] if days[0] == days[-1] else None
    return Written(match.start(), match.end(), days[0], days[-1], single.month if single else None, single.day if single else None)
