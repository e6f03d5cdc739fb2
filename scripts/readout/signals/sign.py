"""What the modules that look for signs are given, and what they give."""

from typing import NamedTuple


class Part(NamedTuple):
    """A segment: where it stands, its role and its rule."""

    start: int
    end: int
    role: str
    rule: str


class Sign(NamedTuple):
    """A sign with its score, its span and what there is to say about it."""

    signal: str
    score: float
    start: int
    end: int
    detail: str
