"""Whether of two texts one was made from the other: the same wording alone does not say so.

An office fills in forms: a hundred declarations of a disaster differ in little more than the name of the county and a figure, and
tell of a hundred disasters. So the shorter text must not only share its wording with the longer, but also name and count the same.
"""

from datetime import date
from typing import NamedTuple

import numpy as np

from readout.dedupe.anchors import Anchors
from readout.dedupe.sketch import Hashes, Sketch

NEAR = 0.5
"""Resemblance from which on a text is a near copy: one word in eight or so may be another."""
EXCERPT = 0.85
"""Share of the shorter text in the longer from which on it is an excerpt."""
SHORTEST = 12
"""Shingles that a text needs to be told apart from a formula; fewer are compared as whole texts only."""
NAMED = 0.9
"""Share of the shorter text's names and numbers that the longer must have."""
SURE = 0.9
"""Resemblance from which on a number may differ: a misprint put right."""
DAYS = 5
"""Farther apart, what is worded alike is a form filled in again: next week's meeting of the same council."""

Days = tuple[date, date] | None


class Text(NamedTuple):
    """What is known of a text: its sketch, when it was published, in which outlet and language, its credit lines, and its anchors."""

    sketch: Sketch
    published: Days = None
    outlet: str | None = None
    credit: str = ""
    language: str = "und"
    anchors: Anchors = ()


class Kin(NamedTuple):
    """How one of two texts goes back to the other: `near_copy`, `excerpt` or `translation`, and the share in common."""

    relation: str
    similarity: float


def kinship(one: Text, other: Text) -> Kin | None:
    """How two texts are related, in either order; None where they are not.

    The similarity of near copies is the resemblance of the two, that of an excerpt the share of it that is in the longer text.
    """
    short, long = sorted((one.sketch, other.sketch), key=lambda sketch: len(sketch.shingles))
    if len(short.shingles) < SHORTEST or not together(one, other):
        return None
    common = len(_shared(short.shingles, long.shingles))
    resemblance = common / (len(short.shingles) + len(long.shingles) - common)
    contained = common / len(short.shingles)
    if resemblance < NEAR and contained < EXCERPT:
        return None
    if not _in(short.facts, long.facts, NAMED) or not _in(short.stressed, long.facts):
        return None
    if resemblance < SURE and not _in(short.numbers, long.facts):
        return None
    if resemblance < NEAR:
        return Kin("excerpt", round(contained, 4))
    return Kin("near_copy", round(resemblance, 4)) if _in(long.topic, short.facts) else None


def _in(some: Hashes, others: Hashes, share: float = 1.0) -> bool:
    """Whether that share of some is among others."""
    return len(_shared(some, others)) >= share * len(some)


def _shared(one: Hashes, other: Hashes) -> Hashes:
    return np.intersect1d(one, other, assume_unique=True)


def together(one: Text, other: Text) -> bool:
    """Whether two texts may have been published within `DAYS` of each other."""
    if one.published is None or other.published is None:
        return True
    (earliest, latest), (earliest_other, latest_other) = one.published, other.published
    return (max(earliest, earliest_other) - min(latest, latest_other)).days <= DAYS
