"""Groups of related texts, each with the one that all others go back to."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readout.dedupe.candidates import candidates
from readout.dedupe.kinship import Kin, Text, kinship
from readout.dedupe.translations import translations


class Pair(NamedTuple):
    """Two texts by their places, `made` from `source`, and how they are related."""

    made: int
    source: int
    kin: Kin


class Origin(NamedTuple):
    """The place of the text that a text goes back to in the end; how, and how similar, it is to the one it was joined to."""

    place: int
    relation: str
    similarity: float


def origins(texts: Sequence[Text]) -> list[Origin]:
    """The origin of each text, in order; `texts` are those without their copies, what was published first before the others.

    An excerpt goes back to the longer text. Of near copies and translations, one that names the other's outlet in a credit line goes
    back to it; otherwise the later goes back to the earlier.
    """
    compared = [(one, other, kinship(texts[one], texts[other])) for one, other in candidates([text.sketch.shingles for text in texts])]
    translated = [(one, other, Kin("translation", similarity)) for one, other, similarity in translations(texts)]
    return joined(
        len(texts), [Pair(*_direction(texts, one, other, kin), kin) for one, other, kin in (*compared, *translated) if kin is not None]
    )


def joined(count: int, pairs: Iterable[Pair]) -> list[Origin]:
    """The origin of each of `count` texts: each is joined to the source it resembles most, and takes that one's origin for its own.

    Nothing depends on the order of the pairs.
    """
    source = list(range(count))
    kin: list[Kin | None] = [None] * count

    def root(place: int) -> int:
        while source[place] != place:
            place = source[place]
        return place

    for pair in sorted(pairs, key=lambda pair: (-pair.kin.similarity, pair.made, pair.source)):
        if kin[pair.made] is None and root(pair.source) != pair.made:
            source[pair.made], kin[pair.made] = pair.source, pair.kin
    return [Origin(place, "origin", 1.0) if tie is None else Origin(root(place), *tie) for place, tie in enumerate(kin)]


def _direction(texts: Sequence[Text], one: int, other: int, kin: Kin) -> tuple[int, int]:
    """The text that was made, and its source; of two places the smaller is `one`."""
    a, b = texts[one], texts[other]
    if kin.relation == "excerpt":
        return (one, other) if len(a.sketch.shingles) < len(b.sketch.shingles) else (other, one)
    return (one, other) if _credits(a, b) and not _credits(b, a) else (other, one)


def _credits(text: Text, source: Text) -> bool:
    """Whether a text's credit lines name the other's outlet."""
    return source.outlet is not None and source.outlet.casefold() in text.credit.casefold()
