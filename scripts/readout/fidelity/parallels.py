"""Parallels: one direct quote, and the same words in another document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from readout.dedupe.kinship import Days
from readout.fidelity.candidates import DAYS
from readout.fidelity.quotes import Found, Place
from readout.fidelity.texts import Speech, quote_at
from readout.fidelity.verdict import ALTERED, VERBATIM
from readout.fidelity.voices import Speaker, apart

OTHER_SPEAKER = "other_speaker"

TELLING = 60.0
"""What the words in common must tell, in nats, for two texts to have them from one another: six words or so, names left aside."""
TELLING_MUTUAL = 50.0
"""The same of two quotes that are wholly the same."""
TELLING_MORE = 110.0
"""The same of words that have been in use for longer, of a small part of what was said, of words that are not quite the same and stand
in no quotation marks, and of words in two mouths."""
TELLING_LATER = 250.0
"""The same of altered words and small parts where more than `CLOSE` days lie between, and of words altered much on another day."""
ALIKE_LATER = 0.7
"""Similarity below which words are altered much: the same person thanking again has as many in common."""
CLOSE = 5
"""Days within which papers take up what somebody said."""
RARE = 2
"""Documents that may have the rarest three words in a row of a part in common that has been said before."""
RARE_LATER = 4
"""The same of words that are the same long after: in more, they are a formula."""


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
    if found.told < TELLING_MUTUAL:
        return
    there = None
    for number, place in enumerate(place for place in places if place.document != document):
        there = quote_at(found.start, found.end, speech.get(document, ())) if not number else there
        days = days_apart(published[place.document], published[document])
        quoted = there is not None and there.direct
        if not related(found, days, quoted, quoted and set(place.quote.speakers).isdisjoint(there.speakers)):
            continue
        own = place.quote
        other = there is not None and apart(own.speakers, there.speakers, known)
        if other and (found.told < TELLING_MORE or not found.whole):
            # two people may well say so little alike without having it from each other
            continue
        yield Parallel(
            place,
            document,
            found.start,
            found.end,
            None if there is None else there.number,
            OTHER_SPEAKER if other else found.fidelity,
            round(found.similarity, 4),
        )


def related(found: Found, days: int, quoted: bool, strangers: bool) -> bool:
    """Whether words in common are more than a turn of phrase, in texts published so many days apart.

    `quoted`: both are direct quotes. `strangers`: and nobody is known to have said both. Words of which some three in a row are in use for
    some days only belong to what was said then. Others have been said before, and must tell more; and what is like them but not the same
    is a form filled in again, or a habit of speech.
    """
    loose = found.fidelity == ALTERED or not found.whole
    if days <= DAYS and found.lasting <= DAYS:
        if loose and (days > CLOSE or (days and (strangers or (found.fidelity == ALTERED and found.similarity < ALIKE_LATER)))):
            return found.told >= TELLING_LATER and not strangers
        if found.mutual:
            return found.told >= TELLING_MUTUAL
        return found.told >= (TELLING if found.whole and (quoted or found.fidelity == VERBATIM) else TELLING_MORE)
    if found.told < TELLING_MORE:
        return False
    if days <= DAYS:
        return found.fidelity == VERBATIM or (not loose and found.rare <= RARE)
    return found.fidelity == VERBATIM and found.rare <= RARE_LATER


def days_apart(one: Days, other: Days) -> int:
    """The least number of days between two times of publication; 0 where one is not known."""
    if one is None or other is None:
        return 0
    return max(0, (max(one[0], other[0]) - min(one[1], other[1])).days)
