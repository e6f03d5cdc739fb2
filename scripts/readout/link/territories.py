"""The names of countries in languages that the pack does not speak, from CLDR."""

from collections.abc import Collection, Iterable, Iterator

from readout.link.clusters import Seed


def territory_seeds(entities: Iterable[str], languages: Collection[str], known: Collection[str]) -> Iterator[Seed]:
    """Names of those countries of the pack (`country:GE`) in the languages of the texts that are not among the known ones."""
    from babel import Locale, UnknownLocaleError

    codes = sorted(entity.removeprefix("country:") for entity in entities if entity.startswith("country:"))
    for language in sorted(set(languages) - set(known)):
        try:
            names = Locale(language).territories
        except (UnknownLocaleError, ValueError):
            continue
        for code in codes:
            if code in names:
                yield Seed(f"country:{code}", "LOC", names[code], language)
