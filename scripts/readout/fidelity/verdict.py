"""What another text has of a quote: the same words, a part of them or more, or other words."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from readout.fidelity.alignment import Aligned, between

VERBATIM, SHORTENED, ALTERED = "verbatim", "shortened", "altered"

LEAST = 4
"""Words in common at least."""
EQUAL = 0.6
"""Share of equal words from which on words are the same words altered, in a quote; less, and they are others."""
EQUAL_OUTSIDE = 0.75
"""The same outside of all quotation marks, where a narrator says it in words of his own."""
PART = 0.5
"""Share of the shorter of two quotes from which on a part in common is no small one."""
MOST = 0.8
"""The share that it must be where both go on with words that the other lacks."""
FACTS = 2
"""Names and numbers that may be replaced: where more are, both are one form, filled in twice."""
_EDGE = 0.4
"""Words at an end that differ are replaced words, where they are no more than this share of the words in common; more, and the two
are parts of two texts that have a part in common."""


class Sides(NamedTuple):
    """A quote and the stretch of another text beside it, both as words.

    `spoken`, `opens`, `closes`: for each word of the stretch whether it lies in a direct quote, and at which places that quote begins and
    ends (half-open, counted as places of the stretch are; it may reach beyond it). `cut` and `cut_there`: behind which words the quote, and
    the stretch, say that something is left out. `denying` are the words that turn a sentence into its contrary; `facts` tells for each
    word of the quote whether it is a number or of a name.
    """

    quote: Sequence[int]
    other: Sequence[int]
    spoken: Sequence[bool]
    opens: Sequence[int]
    closes: Sequence[int]
    cut: Container[int]
    cut_there: Container[int]
    denying: Container[int]
    facts: Sequence[bool]


class Verdict(NamedTuple):
    """What the other text has, which words of the stretch it is (half-open), and the share that is equal.

    `whole`: whether that is half of the words or more, of the quote or of the shorter quote that it is in the other text. `mutual`: whether
    the other text has a quote of these words and no others.
    """

    fidelity: str
    first: int
    last: int
    similarity: float
    whole: bool
    mutual: bool


class _Differences(NamedTuple):
    """Words left out between words in common, words put in, words replaced, and how many of these are names and numbers in the quote; and
    whether that turns the sentence into its contrary."""

    less: int
    more: int
    replaced: int
    filled: int
    turned: bool


def verdict(found: Aligned, sides: Sides) -> Verdict | None:
    """What the other text makes of a quote; None where it has too little of it."""
    mine, theirs = found
    equal, total = len(mine), len(sides.quote)
    if equal < LEAST:
        return None
    first, last = theirs[0], theirs[-1] + 1
    inner = _differences(found, sides)
    quoted = sides.spoken[first] and sides.spoken[last - 1]
    before = first - sides.opens[first] if sides.spoken[first] else 0
    behind = sides.closes[last - 1] - last if sides.spoken[last - 1] else 0
    replaced, missing, apart = inner.replaced, 0, False
    for own, there in ((mine[0], before), (total - 1 - mine[-1], behind)):
        if own and there and max(own, there) <= _EDGE * equal:
            replaced += max(own, there)
        else:
            missing += own
            apart |= bool(own and there)
    shorter = min(total, before + equal + inner.more + inner.replaced + behind) if quoted else total
    pure = not replaced and not inner.turned and not (inner.less and inner.more)
    if (apart and equal < MOST * shorter) or inner.filled > FACTS:
        return None
    if not pure and equal < (EQUAL if quoted else EQUAL_OUTSIDE) * max(shorter, equal + inner.less + inner.more + replaced):
        return None
    fidelity = ALTERED if not pure else SHORTENED if missing or inner.less or inner.more else VERBATIM
    similarity = equal / max(total, equal + inner.more + inner.replaced)
    mutual = fidelity == VERBATIM and quoted and not before and not behind
    return Verdict(fidelity, first, last, similarity, equal >= PART * shorter, mutual)


def _differences(found: Aligned, sides: Sides) -> _Differences:
    less = more = replaced = filled = 0
    turned = False
    mine, theirs = found
    for place in range(1, len(mine)):
        out = range(mine[place - 1] + 1, mine[place])
        into = between(found, place, sides.spoken)
        if out and into:
            replaced += max(len(out), len(into))
            filled += sum(sides.facts[at] for at in out)
        elif out:
            less += len(out)
            turned |= theirs[place - 1] not in sides.cut_there and any(sides.quote[at] in sides.denying for at in out)
        elif into:
            more += len(into)
            turned |= mine[place - 1] not in sides.cut and any(sides.other[at] in sides.denying for at in into)
    return _Differences(less, more, replaced, filled, turned)
