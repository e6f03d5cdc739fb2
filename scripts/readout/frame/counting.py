"""The words of numbers and of what they count in one language, as marks that stretches of a sentence bear."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from readout.frame.phrases import Phrase, PhraseError, Phrases, phrases

_SYMBOL = re.compile(r"[^\w\s]")
NUMBER_KINDS = ("number", "multiplier")
COUNTED_KINDS = ("person", "thing", "action", "action_before", "unit", "currency", "duration")
REACH_BEFORE = 5
"""How many words before a number what became of people may stand, where the language does not say otherwise."""
DEADLINE_KINDS = ("deadline_by", "deadline_until", "deadline_behind")
_QUALIFIERS = ("at_least", "at_least_behind", "at_most", "at_most_behind", "about", "about_behind", "between", "to", "and", "inner", "half")
_PLAIN = {"persons": "person", "stops": "stop", "inherits": "inherit", "never_behind": "never", "not_counted": "not_counted"}
_DEADLINE = ("within", "within_behind", "by", "until", "behind", "duty")


class CountingError(ValueError):
    """A file of numbers or figures that is not laid out as they are."""


class Mark(NamedTuple):
    """What a stretch is in the grammar of figures: its kind, and the value that goes with it: a number, category, unit or currency."""

    kind: str
    value: float | str | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Counting:
    """One language: its phrases with their marks; those of numbers, of what is counted and of deadlines; and how figures are written.

    `thousands` and `decimal`: what stands between thousands and before decimals; `attached`: letters right behind a figure and what they
    multiply by; `ordinals`: endings that make a figure an ordinal; `endings`: endings of a date that make it a deadline; `symbols`:
    currencies by their sign; `reach_before`: how many words before a number what became of people may stand.
    """

    marks: tuple[Mark, ...]
    phrases: Phrases
    numbers: Phrases
    counted: Phrases
    deadlines: Phrases
    thousands: str
    decimal: str
    attached: Mapping[str, int]
    ordinals: frozenset[str]
    endings: tuple[str, ...]
    symbols: Mapping[str, str]
    reach_before: int


def counting(numbers: Mapping, figures: Mapping) -> Counting:
    """The words of a language: a file of `config/languages/numbers` and one of the pack's `figures`. Raises CountingError, PhraseError."""
    marks: list[Mark] = []
    entries: dict[str, list[Phrase]] = {}
    symbols: dict[str, str] = {}

    def add(mark: Mark, words: Iterable[object]) -> None:
        marks.append(mark)
        for word in words:
            if not _SYMBOL.fullmatch(str(word)):
                entries.setdefault(mark.kind, []).extend(phrases(str(word), len(marks) - 1))
            elif mark.kind == "currency":
                symbols[str(word)] = str(mark.value)

    try:
        for mark, words in (*_number_words(numbers), *_counted_words(figures)):
            add(mark, words)
    except (KeyError, AttributeError, TypeError, ValueError) as error:
        if isinstance(error, PhraseError):
            raise
        raise CountingError(f"words of numbers cannot be read: {error!r}") from error
    return Counting(
        tuple(marks),
        Phrases(entry for of_kind in entries.values() for entry in of_kind),
        Phrases(entry for kind in NUMBER_KINDS for entry in entries.get(kind, ())),
        Phrases(entry for kind in COUNTED_KINDS for entry in entries.get(kind, ())),
        Phrases(entry for kind in DEADLINE_KINDS for entry in entries.get(kind, ())),
        str(numbers["thousands"]),
        str(numbers["decimal"]),
        {str(letters).lower(): int(value) for value, written in (numbers.get("attached") or {}).items() for letters in written},
        frozenset(str(ending) for ending in figures.get("ordinal") or ()),
        tuple(str(ending) for ending in (figures.get("deadline") or {}).get("endings") or ()),
        symbols,
        int(figures.get("reach_before") or REACH_BEFORE),
    )


def _number_words(numbers: Mapping) -> Iterable[tuple[Mark, Iterable[object]]]:
    words = {int(value): list(written) for value, written in numbers["words"].items()}
    for value, written in words.items():
        yield Mark("number", value), written
    for tens, prefixes in (numbers.get("joined") or {}).items():
        for units in range(1, 20):
            yield Mark("number", int(tens) + units), [f"{prefix}{unit}" for prefix in prefixes for unit in words.get(units, ())]
    for value, written in (numbers.get("single") or {}).items():
        yield Mark("number", int(value)), written
    for value, written in numbers["multipliers"].items():
        yield Mark("multiplier", int(value)), written
    for kind in _QUALIFIERS:
        yield Mark(kind), numbers.get(kind) or ()


def _counted_words(figures: Mapping) -> Iterable[tuple[Mark, Iterable[object]]]:
    for counts, written in figures["things"].items():
        yield Mark("thing", counts), written
    for counts, written in figures["actions"].items():
        yield Mark("action", counts), written
    for counts, written in (figures.get("actions_before") or {}).items():
        yield Mark("action_before", counts), written
    for counts, units in (figures.get("units") or {}).items():
        for unit, written in units.items():
            yield Mark("unit", counts, unit), written
    for currency, written in (figures.get("currencies") or {}).items():
        yield Mark("currency", currency), written
    for unit, written in (figures.get("durations") or {}).items():
        yield Mark("duration", unit), written
    for section, kind in _PLAIN.items():
        yield Mark(kind), figures.get(section) or ()
    for kind in _DEADLINE:
        yield Mark(f"deadline_{kind}"), (figures.get("deadline") or {}).get(kind) or ()
