"""How well one grouping agrees with another: over all pairs that either of them takes for one."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import comb

from readout.score.proportion import Share, share


def pair_scores(items: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Share]]:
    """(measure, share) for `pair_precision`, `pair_recall` and `pair_f1`, of items given as (gold group, found group).

    Nothing is given for a measure that has no pairs. F1 rests on the gold pairs and has no interval.
    """
    both: Counter[tuple[str, str]] = Counter(items)
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for (wanted, seen), count in both.items():
        gold[wanted] += count
        found[seen] += count
    right, wanted, seen = (sum(comb(count, 2) for count in counts.values()) for counts in (both, gold, found))
    if seen:
        yield "pair_precision", share(right, seen)
    if wanted:
        yield "pair_recall", share(right, wanted)
        yield "pair_f1", Share(2 * right / (seen + wanted), None, None, wanted)
