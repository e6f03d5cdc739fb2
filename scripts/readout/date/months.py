"""Words of the calendar in every described language together, for lines whose language is not known yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.date.lexicon import Lexicon, fold, lexicon

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
