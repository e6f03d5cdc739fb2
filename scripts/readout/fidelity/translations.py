"""Quotes of one speaker that say the same in two languages."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from readout.dedupe.anchors import Anchors
from readout.dedupe.kinship import Days
from readout.fidelity.alignment import subsequence
from readout.fidelity.meaning import Meaning, Text, likeness, nearest
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
DAYS = 5
"""Days that may lie between the publication of a quote and of its translation."""
FEWEST = 6
"""Words that both must have."""
LONGER = 2.0
"""How many times as long as the other one of them may be, in letters."""
COMPARED = 32
"""Quotes in another language that one is compared with word by word: the nearest at a first look, where there are more."""
LONGEST = 200
"""Words of a quote that are compared, from its beginning."""


class Said(NamedTuple):
    """A quote with its speakers: where it stands, its language, when it was published, its words in small letters, its anchors."""

    place: Place
    language: str
    published: Days
    words: tuple[str, ...]
    anchors: Anchors


def translations(said: Sequence[Said], meaning: Meaning) -> Iterator[tuple[Place, Place, float]]:
    """Pairs of quotes that are translations of each other, each once, with their likeness; sorted.

    Of the quotes of a document each is paired with one of another document at most, and only with one that it is the best match of.
    """
    found: dict[tuple[int, int], dict[tuple[int, int], float]] = {}
    for group in _by_speaker(said):
        texts: dict[int, Text] = {}
        for one, other in _candidates(said, group, meaning, texts):
            alike = likeness(texts[one], texts[other])
            if alike >= _least(said[one].anchors, said[other].anchors):
                documents = said[one].place.document, said[other].place.document
                found.setdefault(documents, {})[one, other] = alike
    pairs = sorted((one, other, alike) for matches in found.values() for one, other, alike in _mutual(matches))
    return ((said[one].place, said[other].place, alike) for one, other, alike in pairs)


def _by_speaker(said: Sequence[Said]) -> Iterator[list[int]]:
    """The quotes of each speaker who is quoted in more than one language, by their places."""
    groups: dict[str, list[int]] = {}
    for place, quote in enumerate(said):
        if len(quote.words) >= FEWEST:
            for speaker in quote.place.quote.speakers:
                groups.setdefault(speaker, []).append(place)
    for _, group in sorted(groups.items()):
        if len({said[place].language for place in group}) > 1:
            yield group


def _candidates(said: Sequence[Said], group: Sequence[int], meaning: Meaning, texts: dict[int, Text]) -> Iterator[tuple[int, int]]:
    """Pairs of a group in two languages that may be translations, by place, the smaller first. Fills `texts` with those of the pairs."""
    languages: dict[str, list[int]] = {}
    for place in group:
        languages.setdefault(said[place].language, []).append(place)
    for one, other in combinations(sorted(languages), 2):
        mine, theirs = languages[one], languages[other]
        allowed = _allowed(said, mine, theirs)
        if not allowed.any():
            continue
        rows, columns = np.flatnonzero(allowed.any(1)), np.flatnonzero(allowed.any(0))
        mine, theirs, allowed = [mine[row] for row in rows], [theirs[column] for column in columns], allowed[np.ix_(rows, columns)]
        for place in (*mine, *theirs):
            if place not in texts:
                texts[place] = meaning.read(said[place].words[:LONGEST])
        if max(allowed.sum(1).max(), allowed.sum(0).max()) > COMPARED:
            near = np.where(allowed, nearest([texts[place] for place in mine], [texts[place] for place in theirs]), -np.inf)
            allowed &= _among_best(near) | _among_best(near.T).T
        for a, b in np.argwhere(allowed).tolist():
            yield min(mine[a], theirs[b]), max(mine[a], theirs[b])


def _among_best(near: np.ndarray) -> np.ndarray:
    """Whether each is among the `COMPARED` nearest of its row."""
    if near.shape[1] <= COMPARED:
        return np.ones(near.shape, bool)
    return near >= np.partition(near, -COMPARED, axis=1)[:, -COMPARED, None]


def _allowed(said: Sequence[Said], mine: Sequence[int], theirs: Sequence[int]) -> np.ndarray:
    """Which quotes of two languages stand in two documents of the same days, and are about as long."""
    sizes, others = (np.array([sum(map(len, said[place].words)) for place in places], float) for places in (mine, theirs))
    documents, other_documents = (np.array([said[place].place.document for place in places]) for places in (mine, theirs))
    (first, last), (other_first, other_last) = _days(said, mine), _days(said, theirs)
    return (
        (documents[:, None] != other_documents)
        & (np.maximum(first[:, None], other_first) - np.minimum(last[:, None], other_last) <= DAYS)
        & (sizes[:, None] <= LONGER * others)
        & (others <= LONGER * sizes[:, None])
    )


def _days(said: Sequence[Said], places: Iterable[int]) -> tuple[np.ndarray, np.ndarray]:
    """First and last day of publication of some quotes; of unknown days, all days."""
    days = [said[place].published for place in places]
    return (
        np.array([1 if day is None else day[0].toordinal() for day in days]),
        np.array([1 << 30 if day is None else day[1].toordinal() for day in days]),
    )


def _least(one: Anchors, other: Anchors) -> float:
    """The likeness that two quotes with these anchors need."""
    if not one or not other:
        return ALIKE
    common = len(subsequence(one, other).quote)
    if not common and min(len(one), len(other)) >= ANCHORS:
        return ALIKE_APART
    anchored = common >= ANCHORS and 2 * common >= ANCHORED * (len(one) + len(other))
    return ALIKE_ANCHORED if anchored else ALIKE


def _mutual(matches: dict[tuple[int, int], float]) -> Iterator[tuple[int, int, float]]:
    """Of the matches between two documents those that are the best of both quotes; the first of two that are equally good."""
    best: dict[int, tuple[float, tuple[int, int]]] = {}
    for pair, alike in sorted(matches.items(), key=lambda match: (-match[1], match[0])):
        for place in pair:
            best.setdefault(place, (alike, pair))
    for pair, alike in sorted(matches.items()):
        if all(best[place][1] == pair for place in pair):
            yield *pair, alike
