"""Gold annotations: one YAML file per article of the corpus, with one entry per record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

import yaml

from readout.pack.files import read_yaml


class GoldError(ValueError):
    """A gold file that cannot be read or does not fit its article; the message names both."""


@dataclass(frozen=True)
class GoldName:
    """One name as a reader marked it; the entity may be of the pack or not."""

    surface: str
    kind: str
    entity: str | None


@dataclass(frozen=True)
class GoldDate:
    """One date expression as a reader marked it, and the days it means; None where they cannot be told."""

    surface: str
    days: tuple[date, date] | None


@dataclass(frozen=True)
class GoldQuote:
    """Words as a reader marked them, direct or reported; who says so as written and as an entity, and the word that says so."""

    kind: str
    text: str
    speaker: str | None
    entity: str | None
    cue: str | None


@dataclass(frozen=True)
class GoldEvent:
    """One event as a reader wrote it down: what, how they met, whether it happened, who to whom, when; and the sentence that tells it."""

    type: str
    mode: str | None
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    days: tuple[date, date] | None
    sentence: str


@dataclass(frozen=True)
class GoldRecord:
    """What a careful reader found in one record; offsets are found later, in the text itself."""

    source_path: str
    record: int
    language: str
    published: tuple[date, date] | None
    origin: str
    segments: tuple[tuple[str, str], ...]
    names: tuple[GoldName, ...]
    rest: str | None = field(default=None)
    signals: tuple[str, ...] | None = field(default=None)
    dates: tuple[GoldDate, ...] | None = field(default=None)
    quotes: tuple[GoldQuote, ...] | None = field(default=None)
    events: tuple[GoldEvent, ...] | None = field(default=None)


def read_gold(files: Iterable[tuple[str, str | Path]]) -> list[GoldRecord]:
    """All gold records of some files, given as (name, path); `a/b.txt.yaml` is named for the article `a/b.txt`. Raises GoldError."""
    return [record for name, path in sorted(files) for record in _records(name, Path(path))]


def gold_below(folder: str | Path) -> list[tuple[str, Path]]:
    """The gold files below a folder that mirrors the corpus folder, as (name, path), sorted."""
    return sorted((file.relative_to(folder).as_posix(), file) for file in Path(folder).rglob("*.yaml"))


def digest(files: Iterable[tuple[str, str | Path]]) -> str:
    """SHA-256 over names and contents of the gold files: floors hold for exactly this gold."""
    hashed = sha256()
    for name, path in sorted(files):
        hashed.update(name.encode() + b"\0" + Path(path).read_bytes() + b"\0")
    return hashed.hexdigest()


def _records(name: str, file: Path) -> Iterator[GoldRecord]:
    path = name.removesuffix(".yaml")
    try:
        entries = read_yaml(file) or []
        for entry in entries:
            published = entry.get("published")
            yield GoldRecord(
                source_path=path,
                record=int(entry["record"]),
                language=entry["language"],
                published=_days(published),
                origin=entry["origin"],
                segments=tuple((part["role"], part["text"]) for part in entry.get("segments") or []),
                names=tuple(GoldName(name["surface"], name["kind"], name.get("entity")) for name in entry.get("names") or []),
                rest=entry.get("rest"),
                signals=tuple(entry["signals"]) if "signals" in entry else None,
                dates=tuple(GoldDate(told["surface"], _days(told["days"])) for told in entry["dates"]) if "dates" in entry else None,
                quotes=tuple(_quote(told) for told in entry["quotes"] or ()) if "quotes" in entry else None,
                events=tuple(_event(told) for told in entry["events"] or ()) if "events" in entry else None,
            )
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise GoldError(f"gold of {path}: {type(error).__name__} {error}") from error


def _quote(told: dict) -> GoldQuote:
    return GoldQuote(told["kind"], told["text"], told.get("speaker"), told.get("speaker_entity"), told.get("cue"))


def _event(told: dict) -> GoldEvent:
    sides = (tuple(told.get(side) or ()) for side in ("actors", "recipients"))
    return GoldEvent(told["type"], told.get("mode"), told["status"], *sides, _days(told.get("date")), told["sentence"])


def _days(pair: list | None) -> tuple[date, date] | None:
    return (_day(pair[0]), _day(pair[1])) if pair else None


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def locate(text: str, wanted: Iterable[str], what: str) -> list[tuple[int, int]]:
    """Spans of some stretches in a text, each looked for behind the one before it. Raises GoldError where one is missing."""
    spans: list[tuple[int, int]] = []
    place = 0
    for stretch in wanted:
        start = whole(text, stretch, place)
        if start < 0:
            raise GoldError(f"{what}: {stretch!r} does not follow at {place}")
        spans.append((start, start + len(stretch)))
        place = start + len(stretch)
    return spans


def places(text: str, wanted: Iterable[str], what: str) -> list[tuple[int, int]]:
    """Spans of some stretches in a text in the order of their beginnings, where one may lie in another or be the same: each is looked for
    from the beginning of the one before it. Raises GoldError where one is missing."""
    spans: list[tuple[int, int]] = []
    place = 0
    for stretch in wanted:
        start = whole(text, stretch, place)
        if start < 0:
            raise GoldError(f"{what}: {stretch!r} does not begin at {place} or later")
        spans.append((start, start + len(stretch)))
        place = start
    return spans


def whole(text: str, stretch: str, place: int) -> int:
    """Where a stretch stands that neither begins nor ends in the middle of a word; -1 if nowhere."""
    while (start := text.find(stretch, place)) >= 0:
        end = start + len(stretch)
        begun = start > 0 and text[start - 1].isalnum() and stretch[0].isalnum()
        unended = end < len(text) and text[end].isalnum() and stretch[-1].isalnum()
        if not begun and not unended:
            break
        place = start + 1
    return start
