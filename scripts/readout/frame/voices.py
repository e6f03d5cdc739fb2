"""Whose words a stretch of a document is: the innermost quote or reported speech around it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Speech(NamedTuple):
    """One row of `speech`: its number, its words `[start, end)`, whether they are direct, who said them, and whether anything tells so."""

    quote: int
    start: int
    end: int
    direct: bool
    speaker_id: str | None
    told: bool


class Voice(NamedTuple):
    """The innermost speech around a stretch (None: none), and all direct speech around it."""

    inner: Speech | None
    direct: tuple[Speech, ...]


NOBODY = Voice(None, ())


def voices(speeches: Sequence[Speech], spans: Iterable[tuple[int, int]]) -> list[Voice]:
    """For each span, in ascending order of its start, the speech that contains it whole."""
    if not speeches:
        return [NOBODY for _ in spans]
    waiting = sorted(speeches, key=lambda speech: (speech.start, -speech.end, speech.quote))
    made: list[Voice] = []
    open_now: list[Speech] = []
    place = 0
    for start, end in spans:
        while place < len(waiting) and waiting[place].start <= start:
            open_now.append(waiting[place])
            place += 1
        open_now = [speech for speech in open_now if speech.end > start]
        around = [speech for speech in open_now if end <= speech.end]
        inner = min(around, key=lambda speech: (speech.end - speech.start, speech.quote), default=None)
        made.append(Voice(inner, tuple(speech for speech in around if speech.direct)))
    return made
