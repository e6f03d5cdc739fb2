"""The words of dates in one language: each word becomes the classes in which the grammar may read it.

A class is one letter, so that a text is a string of letters over which the grammar's patterns run:

    N number 1-31, Q the same with an ordinal or case ending, C another number, Y year, Z year with an ending, E decade,
    D full date in figures, G month and year in figures, K number word, O ordinal word, M month, W weekday,
    d w k m q y e c units (day, week, weekend, month, quarter, year, decade, century), R this/last/next/same, T today and its
    neighbours, j this year and its neighbours, h "of the month" behind a day, A ago, n from now, r earlier, L later, l later or
    from now, I within, g within if it lies ahead, F after, B before, P early/middle/late, p the same behind what it is part of,
    H half, S season, < > & words of ranges, o of, i preposition, v anniversary, u and s what tells of the future and of the
    past, x any other word; marks stand for themselves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

UNITS = {
    "day": "d",
    "week": "w",
    "weekend": "k",
    "month": "m",
    "quarter": "q",
    "year": "y",
    "decade": "e",
    "century": "c",
}
STEPS = {"this": 0, "last": -1, "next": 1, "same": "same"}
_VALUED = {
    "months": "M", "weekdays": "W", "days": "T", "years": "j", "numbers": "K", "ordinals": "O", "parts": "P", "parts_behind": "p",
    "seasons": "S", "units": "U", "relative": "R",
}  # fmt: skip
_LISTS = {
    "names": "x", "ago": "A", "from_now": "n", "earlier": "r", "later": "L", "later_or_from_now": "l", "within": "I",
    "within_if_ahead": "g", "after": "F", "before": "B", "of": "o", "prepositions": "i", "from": "<", "to": ">", "and": "&",
    "future": "u", "past": "s", "anniversary": "v", "day_of_month": "h",
}  # fmt: skip
_ROMAN = {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
_LONGEST_ENDING = 8
# Turkish and Azerbaijani write I for ı and İ for i; one letter for all of them lets capitals match.
_FOLD = str.maketrans({"İ": "i", "I": "i", "ı": "i"})
_DATING = frozenset("MWTSdwkmqyecj")


@dataclass(frozen=True)
class Lexicon:
    """The words of one language: readings of single words, phrases by their first word, endings of numbers."""

    words: Mapping[str, Mapping[str, object]]
    stems: Mapping[str, Mapping[str, object]]
    endings: tuple[tuple[str, str], ...]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, object], ...]]
    ambiguous: frozenset[str]
    number_endings: frozenset[str]
    decade_endings: frozenset[str]
    plural_years: tuple[str, ...]
    number_prefixes: frozenset[str]
    marks: frozenset[str]
    known: dict[str, tuple[str, Mapping[str, object]]] = field(default_factory=dict, compare=False, repr=False)

    def read(self, written: str) -> tuple[str, Mapping[str, object]]:
        """A word as it is looked up, and its readings; remembered, since a corpus says the same words over and over."""
        found = self.known.get(written)
        if found is None:
            folded = fold(written)
            found = self.known[written] = (folded, self.readings(folded.replace("’", "'")))
        return found

    def dates(self, written: str) -> bool:
        """Whether a sentence with this word may hold a date without a figure."""
        folded, readings = self.read(written)
        if not readings and "-" in folded:
            return any(map(self.dates, folded.split("-")))
        return not _DATING.isdisjoint(readings) or folded in self.marks

    def readings(self, word: str) -> Mapping[str, object]:
        """Classes of a folded word with the value of each: {"M": 5}; empty for a word that says nothing of dates."""
        found = self.words.get(word)
        if found is not None:
            return found
        for length in range(min(len(word) - 1, _LONGEST_ENDING) + 1):
            if found := self.stems.get(word[: len(word) - length]):
                return found
        for ending, letter in self.endings:
            if len(word) > len(ending) + 1 and word.endswith(ending):
                return {letter: None}
        return _NOTHING


_NOTHING: Mapping[str, object] = {}


def fold(word: str) -> str:
    """A word as it is looked up: lower case, one letter i, no full stop at its end."""
    return word.translate(_FOLD).lower().rstrip(".")


def lexicon(locales: Iterable[str], section: Mapping) -> Lexicon:
    """The lexicon of a language: CLDR's months and weekdays of some locales, and the `dates` section of its file.

    The value of a unit tells its form: `plural`, `alone` (it counts one without a number before it),
    `inside` (its case says "in"), or `one`.
    Words of the section may end in `*`, any ending of up to eight letters, or begin with it, any beginning.
    Source of names: Unicode CLDR as carried by Babel.
    """
    words: dict[str, dict[str, object]] = {}
    stems: dict[str, dict[str, object]] = {}
    endings: list[tuple[str, str]] = []
    phrases: dict[str, list[tuple[tuple[str, ...], str, object]]] = {}

    plural = {fold(str(word)) for word in section.get("plural") or ()}
    alone = {fold(str(word)) for word in section.get("alone") or ()}
    inside = {fold(str(word)) for word in section.get("inside") or ()}

    def add(written: str, letter: str, value: object) -> None:
        folded = fold(str(written))
        if not folded or folded[0].isdigit():
            return
        parts = folded.split()
        if len(parts) > 1:
            phrases.setdefault(parts[0], []).append((tuple(parts[1:]), letter, value))
        elif folded.startswith("*"):
            endings.append((folded[1:], letter))
        elif folded.endswith("*"):
            stems.setdefault(folded[:-1], {}).setdefault(letter, value)
        else:
            words.setdefault(folded, {}).setdefault(letter, value)

    ambiguous = {fold(str(word)) for word in section.get("ambiguous") or ()}
    for locale in locales:
        for name, number in _months(locale, "wide"):
            add(name, "M", number)
        for name, number in _weekdays(locale):
            add(name, "W", number)
    for locale in locales:
        for name, number in _months(locale, "abbreviated"):
            # "ara" is December in Turkish, and "between"
            if fold(name) not in words:
                ambiguous.add(fold(name))
            add(name, "M", number)
    for key, letter in _VALUED.items():
        for value, written in (section.get(key) or {}).items():
            read, code = _value(letter, value)
            for word in written:
                if key == "units":
                    folded = fold(str(word))
                    read = "plural" if folded in plural else "alone" if folded in alone else "inside" if folded in inside else "one"
                add(word, code, read)
    for key, letter in _LISTS.items():
        for word in section.get(key) or ():
            add(word, letter, None)
    for word, number in _ROMAN.items():
        add(word, "O", number)
    # of phrases like "bazar ertəsi", whose words alone say nothing of dates, the longest word is what to look for
    marks = {
        max((first, *rest), key=len)
        for first, entries in phrases.items()
        for rest, letter, _ in entries
        if letter in _DATING and not any(_DATING & words.get(word, {}).keys() for word in (first, *rest))
    }
    return Lexicon(
        words=words,
        stems=stems,
        endings=tuple(endings),
        phrases={first: tuple(sorted(rest, key=lambda entry: (-len(entry[0]), entry[0], entry[1]))) for first, rest in phrases.items()},
        ambiguous=frozenset(ambiguous),
        number_endings=frozenset(fold(str(word)) for word in section.get("number_suffixes") or ()),
        decade_endings=frozenset(fold(str(word)) for word in section.get("decade_suffixes") or ()),
        plural_years=tuple(fold(str(word)) for word in section.get("plural_years") or ()),
        number_prefixes=frozenset(fold(str(word)) for word in section.get("number_prefixes") or ()),
        marks=frozenset(marks),
    )


def _value(letter: str, value: object) -> tuple[object, str]:
    if letter == "U":
        return value, UNITS[value]
    if letter == "R":
        return STEPS[value], "R"
    if letter in "Pp" and str(value).endswith("half"):
        return value, "H"
    return value, letter


@lru_cache
def _locale(code: str):
    from babel import Locale

    return Locale.parse(code)


def _months(code: str, width: str) -> Iterable[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for number, name in _locale(code).months[context][width].items():
            yield name, number


def _weekdays(code: str) -> Iterable[tuple[str, int]]:
    # names in full only: short ones stand for too much else ("სამ" is Tuesday and three)
    for context in ("format", "stand-alone"):
        for number, name in _locale(code).days[context]["wide"].items():
            yield name, number + 1
