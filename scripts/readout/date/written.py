"""Dates written in full or without their year, found in short stretches of text whose language is not known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from readout.date.grammar import expressions
from readout.date.lexicon import Lexicon, fold, lexicon
from readout.date.tokens import tokens
from readout.date.units import day_of
from readout.date.values import Days, MonthDay

FIRST_YEAR, LAST_YEAR = 1900, 2100
_SHARED = ("months", "weekdays")
_LISTS = ("ambiguous", "number_suffixes", "of")


@dataclass(frozen=True)
class Names:
    """The lexicon of all languages' months, weekdays and words for years, and folded words that go with a date."""

    lexicon: Lexicon
    fillers: frozenset[str]

    def is_weekday(self, word: str) -> bool:
        """Whether a word names a day of the week."""
        return "W" in self.lexicon.read(word)[1]


def names(locales: Iterable[str], sections: Iterable[Mapping] = ()) -> Names:
    """Calendar names of CLDR for `locales`, with the `dates` sections of language files added."""
    merged: dict = {name: {} for name in _SHARED} | {name: [] for name in _LISTS} | {"units": {"year": []}}
    fillers: set[str] = set()
    for section in sections:
        for name in _SHARED:
            for number, written in (section.get(name) or {}).items():
                merged[name].setdefault(number, []).extend(written)
        for name in _LISTS:
            merged[name].extend(section.get(name) or ())
        merged["units"]["year"].extend((section.get("units") or {}).get("year") or ())
        fillers.update(fold(name) for name in section.get("fillers") or ())
    return Names(lexicon(sorted(locales), merged), frozenset(fillers))


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


def find(text: str, names: Names) -> list[Written]:
    """Days and months in a short text, in order; impossible ones, and years that no article is dated with, are left out."""
    found = []
    for expression in expressions(tokens(text, 0, len(text), names.lexicon)):
        value = expression.value
        if isinstance(value, MonthDay):
            found.append(Written(expression.start, expression.end, None, None, value.month, value.day))
        elif isinstance(value, Days) and value.grain in ("day", "month"):
            first, last = value.interval
            if first.year >= FIRST_YEAR and last.year <= LAST_YEAR:
                day = first.day if value.interval.exact else None
                month = first.month if first.month == last.month else None
                found.append(Written(expression.start, expression.end, first, last, month, day))
    return found
