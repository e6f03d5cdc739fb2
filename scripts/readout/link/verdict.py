"""What a comparison of two names says, and from where on it counts."""

from typing import NamedTuple

SAME = 0.92
"""From here on two names are taken for one: chosen so that invented and public cases merge falsely in less than 2 of 100."""

DOUBTFUL = 0.8
"""From here on, below SAME, a person should look: the pair is listed and not merged."""


class Verdict(NamedTuple):
    """How surely two names are one, 0 to 1, and what spoke for it or against."""

    score: float
    reason: str
