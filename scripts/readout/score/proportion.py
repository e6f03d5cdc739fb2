"""A share with its interval."""

from math import sqrt
from typing import NamedTuple

_Z = 1.959964  # two-sided 95 %


class Share(NamedTuple):
    """A share, 0 to 1, its 95 % interval, and the number of cases it rests on."""

    value: float
    low: float | None
    high: float | None
    n: int


def share(hits: int, n: int) -> Share:
    """Hits among n cases with Wilson's score interval (E. B. Wilson, JASA 22, 1927); n must be positive."""
    p = hits / n
    centre = (p + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
    half = _Z * sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
    return Share(p, max(0.0, centre - half), min(1.0, centre + half), n)
