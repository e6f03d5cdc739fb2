"""Pairs of names that are one's or two's, from a file of cases, in a half to tune on and a half to test."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import combinations
from typing import NamedTuple

from readout.score.proportion import Share, share

HALVES = ("tuned", "tested")
FRESH = "fresh"
"""What was written when nothing was changed any more."""


class Spelled(NamedTuple):
    """A name and the language of its sentence, None where the letters tell."""

    text: str
    language: str | None


class Case(NamedTuple):
    """Two names of one kind, whether they are one's, and the half that the pair belongs to."""

    kind: str
    one: Spelled
    other: Spelled
    same: bool
    half: str


def name_cases(parsed: Mapping, half: str | None = None) -> Iterator[Case]:
    """The cases of a parsed file: kind → `one` and `two` → groups of names, a name in another language's sentence as {language: name}.

    Of a group of one's names the first is compared with each other; of a group of different ones each with each. A group belongs to
    one half, by a digest of its first name, or to the one that is given.
    """
    for kind, groups in parsed.items():
        for what, found in groups.items():
            for group in found:
                names = [_spelled(name) for name in group]
                told = half or HALVES[int(sha256(names[0].text.encode()).hexdigest()[0], 16) % len(HALVES)]
                pairs = ((names[0], other) for other in names[1:]) if what == "one" else combinations(names, 2)
                yield from (Case(kind, one, other, what == "one", told) for one, other in pairs)


def case_scores(judged: Iterable[tuple[bool, bool]]) -> Iterator[tuple[str, Share]]:
    """(measure, share) of pairs as (are one's, were taken for one): `pair_recall`, `pair_f1`, and `kept_apart`, the share of the pairs
    of two that were not merged."""
    judged = list(judged)
    same, merged = sum(same for same, _ in judged), sum(taken for _, taken in judged)
    right = sum(same and taken for same, taken in judged)
    two = len(judged) - same
    if same:
        yield "pair_recall", share(right, same)
        yield "pair_f1", Share(2 * right / (same + merged), None, None, same)
    if two:
        yield "kept_apart", share(two - (merged - right), two)


def _spelled(name: str | Mapping[str, str]) -> Spelled:
    if isinstance(name, str):
        return Spelled(name, None)
    ((language, text),) = name.items()
    return Spelled(text, language)
