"""Whether two quotes are known to be in the mouths of two, and not of one body and whoever speaks for it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from readout.pack.folding import folded

_PERSON = "PER"


class Speaker(NamedTuple):
    """An entity as a speaker: its kind, its name, and the country it belongs to (ISO code) if that is known."""

    kind: str
    name: str
    country: str | None


def apart(some: Iterable[str], others: Iterable[str], known: Mapping[str, Speaker]) -> bool:
    """Whether none of some entities speaks for, or is, one of the others. False where there are none on a side."""
    some, others = list(some), list(others)
    return bool(some) and bool(others) and all(_two(one, other, known) for one in some for other in others)


def _two(one: str, other: str, known: Mapping[str, Speaker]) -> bool:
    a, b = known.get(one), known.get(other)
    if one == other or a is None or b is None:
        return False
    if a.kind == b.kind == _PERSON:
        # two entities of one surname may be one person whom linking did not join
        return not set(folded(a.name).split()) & set(folded(b.name).split())
    # a body, a country and their people say the same thing for each other; of unknown bodies it cannot be told whether they do
    return a.country is not None and b.country is not None and a.country != b.country
