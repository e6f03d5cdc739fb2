"""Names of months and weekdays in every described language, from CLDR with additions from the language files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Turkish and Azerbaijani write I for ı and İ for i; one letter for all of them lets capitals match.
_FOLD = str.maketrans({"İ": "i", "I": "i", "ı": "i"})


@dataclass(frozen=True)
class Names:
    """Folded names of the calendar: month to its number 1-12, weekdays, and words that go with a date."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    fillers: frozenset[str]


def fold(word: str) -> str:
    """A word as it is looked up: lower case, one letter i, no full stop at its end."""
    return word.translate(_FOLD).lower().rstrip(".")


def names(locales: Iterable[str], sections: Iterable[Mapping] = ()) -> Names:
    """Calendar names of CLDR for `locales`, with the `dates` sections of language files added.

    Source: Unicode CLDR as carried by Babel, wide and abbreviated, in running text and standing alone.
    """
    from babel import Locale

    months: dict[str, int] = {}
    weekdays: set[str] = set()
    fillers: set[str] = set()
    for code in sorted(locales):
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    _add(months, name, number)
                weekdays.update(fold(name) for name in locale.days[context][width].values())
    for section in sections:
        for number, additions in (section.get("months") or {}).items():
            for name in additions:
                _add(months, name, number)
        weekdays.update(fold(name) for name in section.get("weekdays") or ())
        fillers.update(fold(name) for name in section.get("fillers") or ())
    return Names(months, frozenset(weekdays), frozenset(fillers))


def _add(months: dict[str, int], name: str, number: int) -> None:
    """Add one name; numbers as names ("1", "01") say nothing and are left out, a name of two months keeps its first."""
    folded = fold(name)
    if folded and not folded[0].isdigit():
        months.setdefault(folded, number)
