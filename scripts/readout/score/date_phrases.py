"""Readers of public gold for date expressions: a phrase, the day it is read on, the days it means. The data is no part of the project."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from readout.date.units import Interval, unit_of

_REFERENCE = date(2013, 2, 12)
_GRAINS = ("Day", "Week", "Month", "Quarter", "Year")


class Phrase(NamedTuple):
    """A phrase in a language, the day on which it was written, and the days it means."""

    language: str
    text: str
    day: date
    meant: Interval


def duckling(path: Path) -> Iterator[Phrase]:
    """Duckling's examples that speak of days or longer, holidays left out; where the year is left out its gold is the next one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["kind"] not in ("datetime", "datetimeInterval") or entry["grain"] not in _GRAINS:
            continue
        days = [datetime.fromisoformat(value).date() for value in entry["values"]]
        # the end of an interval is exclusive
        whole = unit_of(days[0], entry["grain"].lower())
        meant = whole if entry["kind"] == "datetime" else Interval(days[0], days[1] - timedelta(1))
        yield Phrase(entry["lang"].lower(), entry["text"], _REFERENCE, meant)


def recognizers(path: Path, language: str) -> Iterator[Phrase]:
    """Dates and date ranges of Recognizers-Text, with the past one of two readings."""
    for entry in json.loads(path.read_text(encoding="utf-8-sig")):
        day = datetime.fromisoformat(entry.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")).date()
        for result in entry["Results"]:
            value = (result.get("Value") or {}).get("PastResolution") or {}
            if meant := _resolution(value):
                yield Phrase(language, entry["Input"], day, meant)


def _resolution(value: dict[str, str]) -> Interval | None:
    try:
        if "date" in value:
            only = date.fromisoformat(value["date"])
            return Interval(only, only) if only.year > 1 else None
        return Interval(date.fromisoformat(value["startDate"]), date.fromisoformat(value["endDate"]) - timedelta(1))
    except (KeyError, ValueError):
        return None
