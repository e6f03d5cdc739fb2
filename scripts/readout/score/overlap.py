"""How far stretches of a text are the same, and which of two readings' stretches answer each other."""

from collections.abc import Sequence

Stretch = tuple[tuple[int, int], ...]
"""A stretch of a text, which may be interrupted: (start, end) of its pieces, in order and apart."""


def shared(one: Stretch, other: Stretch) -> int:
    """Number of code points that lie in both."""
    return sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)


def length(one: Stretch) -> int:
    """Number of code points in a stretch."""
    return sum(end - start for start, end in one)


def likeness(one: Stretch, other: Stretch) -> float:
    """Code points in both over code points in either (Jaccard's index): 0 to 1."""
    both = shared(one, other)
    return both / (length(one) + length(other) - both) if both else 0.0


def matched(gold: Sequence[Stretch], found: Sequence[Stretch], least: float) -> dict[int, int]:
    """Place in `gold` → place in `found` of those that answer each other, the most alike first, none twice; `least` is the likeness that
    they must have."""
    pairs = [
        (-alike, place, other)
        for place, one in enumerate(gold)
        for other, two in enumerate(found)
        if one[0][0] < two[-1][1] and two[0][0] < one[-1][1] and (alike := likeness(one, two)) >= least
    ]
    answered: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, other in sorted(pairs):
        if place not in answered and other not in taken:
            answered[place] = other
            taken.add(other)
    return answered
