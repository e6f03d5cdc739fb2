"""The distinct names outside the pack, as linking across documents sees them: spellings, how often, and what stood around them."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

INFLECTED_SHORTEST = frozenset({"ru", "uk", "be", "bg", "pl", "cs", "sl", "sk", "az", "tr", "hy", "ka"})
_COUNTRIES = 8


class Key(NamedTuple):
    """What is equal for spellings of one name in one script: the kind and the key of `names`."""

    kind: str
    key: str


class Known:
    """What the documents say of one distinct name: counts that do not depend on their order."""

    __slots__ = ("countries", "documents", "mentions", "surfaces")

    def __init__(self) -> None:
        self.mentions = 0
        self.documents = 0
        self.surfaces: Counter[tuple[str, str]] = Counter()
        self.countries: Counter[str] = Counter()

    def seen(self, surface: str, language: str) -> None:
        """Count one mention."""
        self.mentions += 1
        self.surfaces[surface, language] += 1

    def named_with(self, countries: Iterable[str]) -> None:
        """Count one document, and the countries that it names."""
        self.documents += 1
        self.countries.update(countries)

    def spelling(self) -> tuple[str, str]:
        """The spelling to compare by, with its language: the shortest of an inflected name, the commonest of others."""
        return min(
            self.surfaces,
            key=lambda spelled: (
                len(spelled[0]) if spelled[1] in INFLECTED_SHORTEST else 0,
                -self.surfaces[spelled],
                len(spelled[0]),
                spelled,
            ),
        )


class Gathered:
    """All distinct names of a corpus with what is known of them, and the acronyms that documents give beside full names."""

    def __init__(self) -> None:
        self.names: dict[Key, Known] = {}
        self.acronyms: Counter[tuple[Key, Key]] = Counter()
        self.actors: Counter[str] = Counter()

    def document(
        self,
        mentions: Iterable[tuple[Key, str, str]],
        countries: Iterable[str],
        acronyms: Iterable[tuple[Key, Key]],
        actors: Iterable[str] = (),
    ) -> None:
        """Take in one document: its mentions of names outside the pack as (name, surface, language), the countries it names, the
        acronyms it gives as (acronym, name in full), and the actors of the pack that it names."""
        self.actors.update(actors)
        here: set[Key] = set()
        for name, surface, language in mentions:
            self.names.setdefault(name, Known()).seen(surface, language)
            here.add(name)
        # a document on many countries says little of any
        told = sorted(set(countries))
        for name in here:
            self.names[name].named_with(told if len(told) <= _COUNTRIES else ())
        self.acronyms.update(acronyms)
