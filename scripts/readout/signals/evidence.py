"""Pieces of evidence and what they amount to together."""

from collections.abc import Iterable
from typing import NamedTuple

THRESHOLD = 0.5
"""Score from which on a text is called spun or machine translated."""
LONG = 600
"""Words from which on evidence counts for less: in a long text something always looks odd."""
LEAST_SHARE = 0.2


class Evidence(NamedTuple):
    """One stretch that speaks for a sign.

    `kind` says what it is, `weight` how much one such piece proves by itself, 0 to 1; pieces of one kind and `key` are one and the
    same finding, and count once.
    """

    kind: str
    start: int
    end: int
    detail: str
    weight: float
    key: str


def score(found: Iterable[Evidence], words: int, caps: dict[str, float]) -> float:
    """What evidence amounts to in a text of so many words: a noisy-or over all findings, each kind of them no more than its cap.

    Findings are taken for independent: the score is the chance that not all of them are accidents.
    """
    share = max(LEAST_SHARE, min(1.0, LONG / max(words, 1)))
    doubts: dict[str, float] = {}
    for kind, _, weight in sorted({(piece.kind, piece.key, piece.weight) for piece in found}):
        doubts[kind] = doubts.get(kind, 1.0) * (1 - weight * share)
    total = 1.0
    for kind, doubt in doubts.items():
        total *= max(doubt, 1 - caps.get(kind, 1.0))
    return round(1 - total, 4)


def apart(found: Iterable[Evidence]) -> list[Evidence]:
    """The pieces of evidence in the order of the text; of pieces of one kind that overlap, the first and longest."""
    ends: dict[str, int] = {}
    kept = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end, piece.kind, piece.key)):
        if piece.start >= ends.get(piece.kind, 0):
            ends[piece.kind] = piece.end
            kept.append(piece)
    return kept
