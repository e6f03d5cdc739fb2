"""When it happened: by the date beside the verb, else that of the sentence, else that of the news itself."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from readout.coding.groups import place_of
from readout.coding.reading import Reading
from readout.refer.words import Word


class Day(NamedTuple):
    """A row of `dates` as far as events need it."""

    start: int
    end: int
    earliest: date
    latest: date
    basis: str | None


class When(NamedTuple):
    """The days of an event: interval, basis, and the expression that told them."""

    earliest: date | None = None
    latest: date | None = None
    basis: str | None = None
    start: int | None = None
    end: int | None = None


NEVER = When()

_FIRST = 1
"""The last word, counted from 0, at which a day begins that opens a sentence: "On Monday", "Today"."""
_BESIDE = 12
"""Characters between a date and the encounter that it is the day of: "the May 2 working meeting"."""


def of(day: Day) -> When:
    """The days that a date expression tells."""
    return When(day.earliest, day.latest, day.basis, day.start, day.end)


def told(days: Sequence[Day], reading: Reading, start: int, end: int, trigger: int, last: int) -> When | None:
    """The date of a clause `[start, end)`: the one nearest to its verb; else the only one of the sentence, if it stands before `last`.

    `days` are those of the sentence; `trigger` and `last` are where the words that tell the event begin and end.

    What stands behind a word like "the" says which, not when: "the 2015 budget", "the September 9 call".
    """
    which = reading.verbs.lists.get("which", frozenset())
    times = reading.verbs.lists.get("times", frozenset())
    inside = [day for day in days if _when(reading, place_of(reading.words, day.start), which, times)]
    inside = [day for day in inside if not _of_another(reading, day, trigger, last)]
    near = [day for day in inside if start <= day.start and day.end <= end]
    if (opening := _opening(reading, near, trigger)) is not None:
        return of(opening)
    if near:
        return of(min(near, key=lambda day: (abs(day.start - trigger), day.start)))
    return of(inside[0]) if len(inside) == 1 and inside[0].start < last else None


def _opening(reading: Reading, near: Sequence[Day], trigger: int) -> Day | None:
    """The day that a sentence begins with, if no other stands before the verb: "Today, A declared … the storm from March 3 to March 5"."""
    before = [day for day in near if day.start < trigger]
    return before[0] if len(before) == 1 and opens(reading.words, before[0]) else None


def opens(words: Sequence[Word], day: Day) -> bool:
    """Whether a single day is what a sentence of these words begins with."""
    return day.earliest == day.latest and place_of(words, day.start) <= _FIRST


def _when(reading: Reading, at: int, which: frozenset[str], times: frozenset[str]) -> bool:
    if at == 0 or reading.words[at - 1].folded not in which:
        return True
    # "in the night of March 11"
    return at > 1 and reading.words[at - 2].folded in times


def _of_another(reading: Reading, day: Day, trigger: int, last: int) -> bool:
    """Whether a date belongs to another encounter or act: "discussed the results of the visit in January", "recalled last year's meeting
    and asked"."""
    words = reading.words
    nouns = [(words[hit.first].start, words[hit.last].end) for hit in reading.of("encounter")] if reading.verbs.order == "svo" else []
    others = [
        (words[hit.first].start, words[hit.last].end)
        for hit in reading.of("encounter", "act")
        if hit.form != "ing" and not (words[hit.first].start < last and trigger < words[hit.last].end)
    ]
    if day.start >= last:
        text = reading.sentence.text
        if any(0 < start - day.end <= _BESIDE and text[day.end : start].replace(" ", "").isalpha() for start, _ in nouns):
            # "discussed the results of the February 28 summit"
            return True
        return any(last <= start and end <= day.start for start, end in others)
    # "spoke today with A … the attacks that have killed": the day of the first
    return any(start < day.start < trigger for start, _ in others)
