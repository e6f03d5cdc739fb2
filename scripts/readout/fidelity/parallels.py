"""Parallels: one direct quote, and the same words in another document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readout.dedupe.kinship import Days
from readout.fidelity.quotes import Found, Place
from readout.fidelity.texts import Speech, quote_at
from readout.fidelity.verdict import DAYS, TELLING, TELLING_LONG_AFTER
from readout.fidelity.voices import Speaker, apart

OTHER_SPEAKER = "other_speaker"


class Parallel(NamedTuple):
    """A quote, by its place; the number of the other document, the span there, and the number of the quote that it is, if it is one."""

    place: Place
    document: int
    start: int
    end: int
    quote: int | None
    fidelity: str
    similarity: float


def parallels(
    found: Found,
    document: int,
    places: Sequence[Place],
    speech: Mapping[int, Sequence[Speech]],
    published: Sequence[Days],
    known: Mapping[str, Speaker],
) -> Iterator[Parallel]:
    """The parallels that a wording found in a document gives the quotes of that wording in other documents.

    `speech` are the quotes of each document, by its number; `published` when each was published.
    """
    if found.told < TELLING:
        return
    there = quote_at(found.start, found.end, speech.get(document, ()))
    for place in places:
        if place.document == document:
            continue
        if found.told < TELLING_LONG_AFTER and days_apart(published[place.document], published[document]) > DAYS:
            continue
        own = speech[place.document][place.quote]
        other = there is not None and apart(own.speakers, there.speakers, known)
        yield Parallel(
            place,
            document,
            found.start,
            found.end,
            None if there is None else there.number,
            OTHER_SPEAKER if other else found.fidelity,
            round(found.similarity, 4),
        )


def days_apart(one: Days, other: Days) -> int:
    """The least number of days between two times of publication; 0 where one is not known."""
    if one is None or other is None:
        return 0
    return max(0, (max(one[0], other[0]) - min(one[1], other[1])).days)
