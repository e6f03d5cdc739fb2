"""Precision, recall and F1 from counts per document, with intervals."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from readout.score.proportion import Share, share

_SAMPLES = 1000


class Tally(NamedTuple):
    """What was right among what was found and among what the gold has, in one document."""

    hits: int
    found: int
    gold: int


def rates(name: str, tallies: Iterable[Tally]) -> Iterator[tuple[str, Share]]:
    """(measure, share) for `<name>_precision`, `<name>_recall` and `<name>_f1`; nothing for a measure that has no cases."""
    tallies = list(tallies)
    hits, found, gold = (sum(counts) for counts in zip(*tallies, strict=True)) if tallies else (0, 0, 0)
    if found:
        yield f"{name}_precision", share(hits, found)
    if gold:
        yield f"{name}_recall", share(hits, gold)
        yield f"{name}_f1", Share(_f1(tallies), *_interval(tallies), gold)


def _f1(tallies: Sequence[Tally]) -> float:
    both = sum(tally.found + tally.gold for tally in tallies)
    return 2 * sum(tally.hits for tally in tallies) / both if both else 0.0


def _interval(tallies: Sequence[Tally]) -> tuple[float, float]:
    """The middle 95 % of F1 over samples of the documents with replacement (B. Efron, Annals of Statistics 7, 1979); always the same."""
    draw = Random(len(tallies))
    values = sorted(_f1(draw.choices(tallies, k=len(tallies))) for _ in range(_SAMPLES))
    return values[int(0.025 * _SAMPLES)], values[int(0.975 * _SAMPLES) - 1]
