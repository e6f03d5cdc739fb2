"""A document as the words that count in it, and which of them lie in its direct quotes."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from readout.fidelity.wording import Words


class Speech(NamedTuple):
    """A quote of a document: its number there, its span, whether it is direct, the entities that speak, and its language."""

    number: int
    start: int
    end: int
    direct: bool
    speakers: tuple[str, ...]
    language: str


class Enclosed(NamedTuple):
    """For each word whether it lies in a direct quote, and the places of the first word of the innermost one and behind its last."""

    spoken: NDArray[np.bool_]
    opens: NDArray[np.int64]
    closes: NDArray[np.int64]


def enclosed(words: Words, speech: Sequence[Speech]) -> Enclosed:
    """Which words lie in direct quotes."""
    count = len(words.hashes)
    found = Enclosed(np.zeros(count, bool), np.zeros(count, np.int64), np.zeros(count, np.int64))
    for quote in sorted((quote for quote in speech if quote.direct), key=lambda quote: quote.start - quote.end):
        first, last = np.searchsorted(words.starts, quote.start), np.searchsorted(words.ends, quote.end, side="right")
        found.spoken[first:last] = True
        found.opens[first:last] = first
        found.closes[first:last] = last
    return found


def quote_at(start: int, end: int, speech: Sequence[Speech]) -> Speech | None:
    """The quote that holds at least half of a stretch of text: a direct one before others, then what holds most, then the inner one."""
    best, rank = None, None
    for quote in speech:
        common = min(end, quote.end) - max(start, quote.start)
        if 2 * common >= end - start > 0:
            here = (quote.direct, common, quote.start - quote.end)
            if rank is None or here > rank:
                best, rank = quote, here
    return best
