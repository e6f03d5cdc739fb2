"""Which words of a quote stand where in another text: a longest common subsequence, cut down to where the two really run side by side.

The subsequence is found with one integer for each row of the table: H. Hyyrö, "Bit-parallel LCS-length computation revisited" (2004).
"""

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from readout.dedupe.sketch import Hashes, runs
from readout.fidelity.candidates import SHORT, needed

_REPLACED = 0.5
"""What a replaced word costs, in words that are the same."""
_OMITTED = 3.0
"""What it costs to leave words out, at most, in words that are the same: more than two stray words behind a long omission are worth."""
_ROOM = 6
"""Words looked at before and behind the outermost runs in common, beyond those that the quote has there."""
_REPEATED = 8
"""Places of one run in a text that are looked at."""


class Aligned(NamedTuple):
    """Pairs of equal words: places in the quote and in the other text, both rising."""

    quote: list[int]
    other: list[int]


def windows(quote: Hashes, text_runs: Hashes, order: np.ndarray) -> list[tuple[int, int]]:
    """Stretches of a text, as half-open places of words, that have short runs of a quote; in order, apart from each other.

    `text_runs` are the short runs of the text, and `order` sorts them.
    """
    own = runs(quote, SHORT)
    first = np.searchsorted(text_runs, own, side="left", sorter=order)
    last = np.minimum(np.searchsorted(text_runs, own, side="right", sorter=order), first + _REPEATED)
    hits = sorted((int(order[at]), place) for place in np.flatnonzero(last > first).tolist() for at in range(first[place], last[place]))
    size, enough = len(text_runs) + SHORT - 1, needed(len(own))
    groups: list[list[tuple[int, int]]] = []
    for hit in hits:
        if not groups or hit[0] - groups[-1][-1][0] > len(quote) + 2 * _ROOM:
            groups.append([])
        groups[-1].append(hit)
    return [_window(group, len(quote), size) for group in groups if len(group) >= enough]


def _window(group: list[tuple[int, int]], words: int, size: int) -> tuple[int, int]:
    (start, before), (end, last) = group[0], group[-1]
    return max(0, start - before - _ROOM), min(size, end + SHORT + max(0, words - last - SHORT) + _ROOM)


def align(quote: Sequence[int], other: Sequence[int], spoken: Sequence[bool]) -> Aligned:
    """The best chain of equal words of a quote and a stretch of another text.

    `spoken` tells for each word of the stretch whether it lies in a direct quote.
    """
    return _best(_settled(subsequence(quote, other), quote, other), spoken)


def subsequence(quote: Sequence[Hashable], other: Sequence[Hashable]) -> Aligned:
    """A longest common subsequence."""
    masks: dict[Hashable, int] = {}
    for place, word in enumerate(quote):
        masks[word] = masks.get(word, 0) | 1 << place
    full = (1 << len(quote)) - 1
    row, rows = full, []
    for word in other:
        equal = row & masks.get(word, 0)
        row = ((row + equal) | (row - equal)) & full
        rows.append(row)
    places: list[tuple[int, int]] = []
    at, there = len(quote), len(other)
    while at and there:
        if rows[there - 1] >> (at - 1) & 1:
            at -= 1
        else:
            there -= 1
            if not there or rows[there - 1] >> (at - 1) & 1:
                at -= 1
                places.append((at, there))
    places.reverse()
    return Aligned([at for at, _ in places], [there for _, there in places])


def _settled(found: Aligned, quote: Sequence[int], other: Sequence[int]) -> Aligned:
    """The same with each pair moved up to the next where it fits there too: of two equal words the one among its neighbours is meant."""
    mine, theirs = found
    for place in range(len(mine) - 2, -1, -1):
        here, there = mine[place + 1] - 1, theirs[place + 1] - 1
        if mine[place] == here and theirs[place] != there and other[there] == quote[here]:
            theirs[place] = there
        elif theirs[place] == there and mine[place] != here and quote[here] == other[there]:
            mine[place] = here
    return Aligned(mine, theirs)


def _best(found: Aligned, spoken: Sequence[bool]) -> Aligned:
    """The part of the chain in which equal words outweigh what lies between them."""
    best, top, first, value = (0, 0), 0.0, 0, 0.0
    for start, end in _unbroken(found):
        if start:
            value -= _cost(*gap(found, start, spoken))
        if value <= 0:
            first, value = start, 0.0
        value += end - start
        if value > top:
            best, top = (first, end), value
    return Aligned(found.quote[slice(*best)], found.other[slice(*best)])


def _unbroken(found: Aligned) -> Iterator[tuple[int, int]]:
    """Runs of pairs that follow each other on both sides."""
    pairs = list(zip(*found, strict=True))
    breaks = [place for place, (one, two) in enumerate(pairwise(pairs), 1) if two != (one[0] + 1, one[1] + 1)]
    yield from pairwise([0, *breaks, len(pairs)] if pairs else [0])


def gap(found: Aligned, place: int, spoken: Sequence[bool]) -> tuple[int, int]:
    """How many words of the quote, and of the other text, lie between a pair and the one before it.

    A narrator's words between two stretches in quotation marks ("he said") do not count.
    """
    return found.quote[place] - found.quote[place - 1] - 1, len(between(found, place, spoken))


def between(found: Aligned, place: int, spoken: Sequence[bool]) -> list[int]:
    """The places of those words of the other text."""
    before, behind = found.other[place - 1], found.other[place]
    quoted = spoken[before] and spoken[behind]
    return [at for at in range(before + 1, behind) if spoken[at] or not quoted]


def _cost(less: int, more: int) -> float:
    return _REPLACED * max(less, more) if less and more else min(_OMITTED, float(less + more))
