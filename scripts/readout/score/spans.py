"""Exact-span scores of names: precision, recall and F1, as the CoNLL-2003 shared task counts them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readout.score.proportion import Share, share


class Span(NamedTuple):
    """One name: which text it stands in, its span there, and its kind."""

    text: str
    start: int
    end: int
    kind: str


def span_scores(gold: Iterable[Span], found: Iterable[Span]) -> Iterator[tuple[str, Share]]:
    """(measure, share) for `precision`, `recall` and `f1`; a name counts when span and kind are the same.

    Nothing is given for a measure that has no cases. F1 rests on the gold names and has no interval.
    """
    gold, found = set(gold), set(found)
    hits = len(gold & found)
    if found:
        yield "precision", share(hits, len(found))
    if gold:
        yield "recall", share(hits, len(gold))
        yield "f1", Share(2 * hits / (len(gold) + len(found)), None, None, len(gold))
