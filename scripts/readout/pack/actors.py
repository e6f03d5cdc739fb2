"""Read a domain pack: its YAML files become actors with their spellings; anything unclear is an error with its place."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

KINDS = {"country": "LOC", "place": "LOC", "person": "PER", "org": "ORG", "agreement": "AGREEMENT"}
LANGUAGES = ("en", "ru", "az", "hy", "ka", "tr")
_NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "HM", "BV", "UM", "IO", "TF"}


class PackError(ValueError):
    """A pack that cannot be used as it is; the message names the file and the entry."""


@dataclass(frozen=True)
class Spelling:
    """One spelling of an actor as the pack gives it.

    `form` is `full`, `short` (means the actor unless the text names another bearer) or `generic` (means whichever such body
    the text is about); `exact` spellings count only in exactly these letters.
    """

    language: str
    text: str
    form: str = "full"
    exact: bool = False


@dataclass(frozen=True)
class Office:
    """One term of office of a person: title in English, first day and last (None where it still runs), and the body it is in."""

    title: str
    earliest: date
    latest: date | None
    body: str | None = None


@dataclass(frozen=True)
class Actor:
    """One person, organisation, place, country or agreement of the pack."""

    entity_id: str
    kind: str
    name: str
    country: str | None
    gender: str | None
    spellings: tuple[Spelling, ...]
    offices: tuple[Office, ...] = ()


def read_pack(files: Iterable[str]) -> list[Actor]:
    """All actors of a pack, sorted by identifier.

    Country names come from CLDR in all languages; `countries.yaml` adds to them. Raises PackError for a file that is not
    what its name promises, or an identifier that is used twice.
    """
    read = {Path(file).stem: _load(file) for file in sorted(files)}
    countries = {entry["id"]: entry for entry in read.get("countries", [])}
    actors = [*_countries(countries)]
    for name in ("people", "organisations", "places", "agreements"):
        actors += [_actor(entry, f"{name}.yaml") for entry in read.get(name, [])]
    actors += _bodies(read.get("bodies", []), countries)
    seen: set[str] = set()
    for actor in actors:
        if actor.entity_id in seen:
            raise PackError(f"pack: {actor.entity_id} is described twice")
        seen.add(actor.entity_id)
    return sorted(actors, key=lambda actor: actor.entity_id)


def _load(file: str) -> list[dict]:
    try:
        # the same safe loader in C: a pack is a megabyte of YAML
        entries = yaml.load(Path(file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackError(f"{Path(file).name}: {error}") from error
    return entries or []


def _actor(entry: dict, file: str) -> Actor:
    try:
        entity_id = entry["id"]
        kind = KINDS[entity_id.split(":")[0]]
        spellings = tuple(_spellings(entry))
        name = entry["names"]["en"][0] if entry.get("names", {}).get("en") else spellings[0].text
        offices = tuple(_offices(entry))
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        raise PackError(f"{file}: {entry!r:.200}: {type(error).__name__} {error}") from error
    return Actor(entity_id, kind, name, entry.get("country"), entry.get("gender"), spellings, offices)


def _offices(entry: dict) -> Iterator[Office]:
    """Terms that have a beginning; a year or month begins with its first day and ends with its last."""
    for office in entry.get("offices") or ():
        if office.get("from"):
            latest = _days(office["to"])[1] if office.get("to") else None
            yield Office(office["title"], _days(office["from"])[0], latest, office.get("org"))


def _days(written: str) -> tuple[date, date]:
    """First and last day of "2018", "2018-09" or "2018-09-03"."""
    year, month, day = [*map(int, str(written).split("-")), 0, 0][:3]
    if day:
        return date(year, month, day), date(year, month, day)
    last = month or 12
    return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])


def _spellings(entry: dict) -> Iterator[Spelling]:
    for language, texts in (entry.get("names") or {}).items():
        yield from (Spelling(language, text) for text in texts)
    for language, texts in (entry.get("exact") or {}).items():
        yield from (Spelling(language, text, exact=True) for text in texts)
    for language, texts in (entry.get("short") or {}).items():
        yield from (Spelling(language, text, form="short") for text in texts)


def _countries(added: dict[str, dict]) -> Iterator[Actor]:
    """Every territory of CLDR under its names there, with the additions of the pack."""
    from babel import Locale

    locales = {language: Locale(language).territories for language in LANGUAGES}
    codes = sorted(code for code in locales["en"] if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES)
    unknown = set(added) - {f"country:{code}" for code in codes}
    if unknown:
        raise PackError(f"countries.yaml: no such territory: {sorted(unknown)}")
    for code in codes:
        entry = added.get(f"country:{code}", {})
        known = [Spelling(language, names[code]) for language, names in locales.items() if code in names]
        yield Actor(f"country:{code}", "LOC", locales["en"][code], code, None, tuple(dict.fromkeys([*known, *_spellings(entry)])))


def _bodies(entries: list[dict], countries: dict[str, dict]) -> Iterator[Actor]:
    """State bodies: one template, filled in for each country that has such a body."""
    from babel import Locale

    locales = {language: Locale(language).territories for language in LANGUAGES}
    for entry in entries:
        for code in entry["countries"]:
            words = countries.get(f"country:{code}", {})
            own = (entry.get("own") or {}).get(code) or {}
            yield Actor(
                f"org:{code.lower()}-{entry['body']}",
                entry.get("kind", "ORG"),
                (own.get("title") or entry["title"])["en"].format(name=locales["en"][code]),
                code,
                None,
                tuple(dict.fromkeys(_body_spellings(entry, code, words, {lang: names[code] for lang, names in locales.items()}))),
            )


def _body_spellings(entry: dict, code: str, words: dict, names: dict[str, str]) -> Iterator[Spelling]:
    for language, templates in (entry.get("names") or {}).items():
        country = {
            # CLDR's name first, then the pack's further names: "Ministry of Defence of the Republic of Armenia" is written too
            "name": [names[language], *words.get("names", {}).get(language, []), *words.get("exact", {}).get(language, [])],
            "adjective": _several(words.get("adjective", {}).get(language)),
            "genitive": _several(words.get("genitive", {}).get(language)),
        }
        for template in templates:
            wanted = [key for key in country if f"{{{key}}}" in template]
            if not wanted:
                yield Spelling(language, template)
            for key in wanted[:1]:
                yield from (Spelling(language, template.replace(f"{{{key}}}", value)) for value in country[key])
    own = (entry.get("own") or {}).get(code) or {}
    # a country whose body bears a name of its own ("State Department") is not meant by the usual one ("the Foreign Ministry")
    if own.get("generic", True):
        for language, texts in (entry.get("generic") or {}).items():
            yield from (Spelling(language, text, form="generic") for text in texts)
    yield from _spellings(own)


def _several(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)
