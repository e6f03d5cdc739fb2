"""From a probability of each tag for each word to names."""

from typing import NamedTuple

import numpy as np

KINDS = ("PER", "ORG", "LOC")
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
"""What the models tell words apart by: the first word of a name of a kind, a further word of it, or neither."""


class Span(NamedTuple):
    """Words `first` to `last`, half-open, of one kind, and how certain that is: the mean of its words' probabilities."""

    first: int
    last: int
    kind: str
    score: float


def blanks(probabilities: np.ndarray, sure: float) -> list[tuple[int, int]]:
    """Runs of words, half-open, each of which is no part of a name with a probability of at least `sure`."""
    none = [*(probabilities[:, 0] >= sure).tolist(), False]
    runs, begun = [], None
    for place, blank in enumerate(none):
        if blank and begun is None:
            begun = place
        elif not blank and begun is not None:
            runs.append((begun, place))
            begun = None
    return runs


def spans(probabilities: np.ndarray) -> list[Span]:
    """The names in (words, tags); a further word without a first one begins a name."""
    best = probabilities.argmax(1)
    found: list[Span] = []
    begun: int | None = None
    for place, tag in enumerate([*best.tolist(), 0]):
        kind = (tag - 1) // 2
        if begun is not None and (tag == 0 or tag % 2 == 1 or kind != (best[begun] - 1) // 2):
            score = float(probabilities[begun:place].max(1).mean())
            found.append(Span(begun, place, KINDS[(best[begun] - 1) // 2], round(score, 4)))
            begun = None
        if tag and begun is None:
            begun = place
    return found
