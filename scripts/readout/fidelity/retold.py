"""Quotes that say the same in other words: in another language, or rewritten word by word."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from readout.dedupe.anchors import Anchors
from readout.dedupe.kinship import Days
from readout.fidelity.alignment import subsequence
from readout.fidelity.meaning import Meaning, Text, likeness
from readout.fidelity.quotes import Place

ALIKE = 0.19
"""Likeness from which on two quotes are translations of each other."""
ALIKE_ANCHORED = 0.16
"""The same where both name and count the same."""
ALIKE_APART = 0.26
"""The same where both name or count something, and nothing in common."""
ANCHORED = 0.5
"""Share of the names and numbers in common, in order, from which on both name and count the same; `ANCHORS` of them at least."""
ANCHORS = 2
ALIKE_REWRITTEN = 0.28
"""Likeness from which on a quote in a spun text is another in the same language, rewritten."""
DAYS = 5
"""Days that may lie between the publication of a quote and of its translation."""
FEWEST = 6
"""Words that both must have."""
LONGER = 2.0
"""How many times as long as the other one of two in different languages may be, in letters."""
LONGER_REWRITTEN = 1.5
"""The same of two in one language: synonyms are about as long."""
COMPARED = 64
"""Quotes that one is compared with word by word: those whose words are the nearest on the whole, where there are more."""
LONGEST = 200
"""Words of a quote that are compared, from its beginning."""
_AT_ONCE = 512
_SEVERAL = 8


class Said(NamedTuple):
    """A quote with its speakers: where it stands, its language, when it was published, its words in small letters, its anchors."""

    place: Place
    language: str
    published: Days
    words: tuple[str, ...]
    anchors: Anchors


class Retold(NamedTuple):
    """Two quotes that say the same, and how alike they are."""

    one: Place
    other: Place
    alike: float


def translations(said: Sequence[Said], meaning: Meaning) -> list[Retold]:
    """Quotes of one speaker in two languages that are translations of each other: each pair once, in order.

    Of the quotes of a document each is paired with one of another document at most, and only with one that it is the best match of.
    """
    speakers: dict[str, dict[str, list[int]]] = {}
    for place, quote in enumerate(said):
        for speaker in quote.place.quote.speakers:
            speakers.setdefault(speaker, {}).setdefault(quote.language, []).append(place)
    groups = (
        (languages[one], languages[other]) for _, languages in sorted(speakers.items()) for one, other in combinations(sorted(languages), 2)
    )
    return _retold(said, groups, meaning, LONGER, _least)


def rewritten(said: Sequence[Said], spun: Collection[int], meaning: Meaning) -> list[Retold]:
    """Quotes in spun documents, given by their numbers, and those in the same language that they were made from; as above.

    Whoever is said to speak: where words are replaced, names are too.
    """
    languages: dict[str, list[int]] = {}
    for place, quote in enumerate(said):
        languages.setdefault(quote.language, []).append(place)
    groups = (([place for place in places if said[place].place.document in spun], places) for _, places in sorted(languages.items()))
    return _retold(said, groups, meaning, LONGER_REWRITTEN, lambda one, other: ALIKE_REWRITTEN)


def _retold(
    said: Sequence[Said],
    groups: Iterable[tuple[list[int], list[int]]],
    meaning: Meaning,
    longer: float,
    least: Callable[[Anchors, Anchors], float],
) -> list[Retold]:
    """The best matches among the quotes of two groups each, given by their places."""
    found: dict[tuple[int, int], dict[tuple[int, int], float]] = {}
    for mine, theirs in groups:
        texts: dict[int, Text] = {}
        for one, other in _pairs(said, _worded(said, mine), _worded(said, theirs), meaning, longer, texts):
            alike = likeness(texts[one], texts[other])
            if alike >= least(said[one].anchors, said[other].anchors):
                documents = said[one].place.document, said[other].place.document
                found.setdefault(documents, {})[one, other] = alike
    pairs = sorted((one, other, alike) for matches in found.values() for one, other, alike in _mutual(matches))
    return [Retold(said[one].place, said[other].place, alike) for one, other, alike in pairs]


def _worded(said: Sequence[Said], places: Iterable[int]) -> list[int]:
    return [place for place in places if len(said[place].words) >= FEWEST]


def _pairs(
    said: Sequence[Said], mine: list[int], theirs: list[int], meaning: Meaning, longer: float, texts: dict[int, Text]
) -> Iterator[tuple[int, int]]:
    """Pairs that are worth comparing, the smaller place first. Fills `texts` with the texts of these."""
    for start in range(0, len(mine), _AT_ONCE):
        block = mine[start : start + _AT_ONCE]
        allowed = _allowed(said, block, theirs, longer)
        rows, columns = np.flatnonzero(allowed.any(1)).tolist(), np.flatnonzero(allowed.any(0)).tolist()
        block, others, allowed = [block[row] for row in rows], [theirs[column] for column in columns], allowed[np.ix_(rows, columns)]
        for place in (*block, *others):
            if place not in texts:
                texts[place] = meaning.read(said[place].words[:LONGEST])
        if len(others) > COMPARED:
            means, near_to = (np.array([texts[place].mean for place in places]) for places in (block, others))
            # of several, what they have in common draws the same few to all of them
            near = (means - means.mean(0) if len(block) >= _SEVERAL else means) @ near_to.T
            near[~allowed] = -np.inf
            allowed &= near >= np.partition(near, -COMPARED, axis=1)[:, -COMPARED, None]
        for row, column in np.argwhere(allowed).tolist():
            yield min(block[row], others[column]), max(block[row], others[column])


def _allowed(said: Sequence[Said], mine: Sequence[int], theirs: Sequence[int], longer: float) -> np.ndarray:
    """Which quotes stand in two documents of the same days, and are about as long."""
    sizes, others = (np.array([sum(map(len, said[place].words)) for place in places], float) for places in (mine, theirs))
    documents, other_documents = (np.array([said[place].place.document for place in places]) for places in (mine, theirs))
    (first, last), (other_first, other_last) = _days(said, mine), _days(said, theirs)
    return (
        (documents[:, None] != other_documents)
        & (np.maximum(first[:, None], other_first) - np.minimum(last[:, None], other_last) <= DAYS)
        & (sizes[:, None] <= longer * others)
        & (others <= longer * sizes[:, None])
    )


def _days(said: Sequence[Said], places: Iterable[int]) -> tuple[np.ndarray, np.ndarray]:
    """First and last day of publication of some quotes; of unknown days, all days."""
    days = [said[place].published for place in places]
    return (
        np.array([1 if day is None else day[0].toordinal() for day in days], np.int64),
        np.array([1 << 30 if day is None else day[1].toordinal() for day in days], np.int64),
    )


def _least(one: Anchors, other: Anchors) -> float:
    """The likeness that two quotes in different languages with these anchors need."""
    if not one or not other:
        return ALIKE
    common = len(subsequence(one, other).quote)
    if not common and min(len(one), len(other)) >= ANCHORS:
        return ALIKE_APART
    anchored = common >= ANCHORS and 2 * common >= ANCHORED * (len(one) + len(other))
    return ALIKE_ANCHORED if anchored else ALIKE


def _mutual(matches: dict[tuple[int, int], float]) -> Iterator[tuple[int, int, float]]:
    """Of the matches between two documents those that are the best of both quotes; the first of two that are equally good."""
    best: dict[int, tuple[int, int]] = {}
    ranked = sorted(matches, key=lambda pair: (-matches[pair], pair))
    for pair in ranked:
        for place in pair:
            best.setdefault(place, pair)
    for pair in sorted(ranked):
        if all(best[place] == pair for place in pair):
            yield *pair, matches[pair]
