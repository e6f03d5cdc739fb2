"""Sentences as figures: pieces, words and tags of all sentences, flat, and batches of them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from readout.tag.features import INNER, case_of, features
from readout.tag.pieces import BEGIN, END, PAD, Pieces
from readout.tag.words import words

LONGEST = 200
"""Pieces of a sentence that are read in training."""


class Sentence(NamedTuple):
    """One sentence: its text, the tag of each word or none, its data set's number, weight, group and part.

    Sentences of one group are variants of each other, of which an epoch reads one. `part` is 0 for training, 1 where held out.
    """

    text: str
    tags: list[int]
    convention: int
    english: bool
    weight: float
    group: int
    part: int


class Store(NamedTuple):
    """Sentences flat: `pieces` and `cases` from `begins[n]` to `begins[n + 1]`; words, by features and tags, from `words[n]`."""

    pieces: np.ndarray
    cases: np.ndarray
    begins: np.ndarray
    firsts: np.ndarray
    features: np.ndarray
    tags: np.ndarray
    words: np.ndarray
    convention: np.ndarray
    english: np.ndarray
    weight: np.ndarray
    group: np.ndarray
    part: np.ndarray
    table: np.ndarray

    def save(self, path: Path) -> None:
        """Write the store."""
        np.savez_compressed(path, **self._asdict())

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a store."""
        with np.load(path) as held:
            return cls(**{name: held[name] for name in cls._fields})


def stored(sentences: Iterable[Sentence], cut: Pieces) -> Store:
    """The store of some sentences; words without a tag have -1, distinct words stand once in `table`."""
    pieces: list[int] = []
    cases: list[int] = []
    firsts: list[int] = []
    told: list[int] = []
    tags: list[int] = []
    begins, counts = [0], [0]
    known: dict[tuple[str, bool], int] = {}
    table: list[list[int]] = []
    rows: list[Sentence] = []
    for sentence in sentences:
        pieces.append(BEGIN)
        cases.append(0)
        for place, (start, end) in enumerate(words(sentence.text)):
            word, spaced = sentence.text[start:end], start == 0 or sentence.text[start - 1].isspace()
            numbers = cut.of(word, spaced)
            if len(pieces) - begins[-1] + len(numbers) >= LONGEST:
                break
            if (word, spaced) not in known:
                known[word, spaced] = len(known)
                table.append(features(word, spaced, cut).row())
            firsts.append(len(pieces) - begins[-1])
            told.append(known[word, spaced])
            tags.append(sentence.tags[place] if sentence.tags else -1)
            pieces += numbers
            cases += [case_of(word), *[INNER] * (len(numbers) - 1)]
        pieces.append(END)
        cases.append(0)
        begins.append(len(pieces))
        counts.append(len(firsts))
        rows.append(sentence._replace(text="", tags=[]))
    return Store(
        pieces=np.array(pieces, np.uint16),
        cases=np.array(cases, np.int8),
        begins=np.array(begins, np.int64),
        firsts=np.array(firsts, np.uint8),
        features=np.array(told, np.uint32),
        tags=np.array(tags, np.int8),
        words=np.array(counts, np.int64),
        convention=np.array([row.convention for row in rows], np.int8),
        english=np.array([row.english for row in rows], bool),
        weight=np.array([row.weight for row in rows], np.float32),
        group=np.array([row.group for row in rows], np.int32),
        part=np.array([row.part for row in rows], np.int8),
        table=np.array(table, np.uint16),
    )


def gathered(store: Store, chosen: np.ndarray) -> dict[str, np.ndarray]:
    """One batch: the chosen sentences, padded; tags of padding are -1, its features those of the first word."""
    width = int((store.begins[chosen + 1] - store.begins[chosen]).max())
    most = max(1, int((store.words[chosen + 1] - store.words[chosen]).max()))
    shape, by_word = (len(chosen), width), (len(chosen), most)
    batch = {
        "pieces": np.full(shape, PAD, np.int64),
        "cases": np.zeros(shape, np.int64),
        "firsts": np.zeros(by_word, np.int64),
        "features": np.zeros(by_word, np.int64),
        "tags": np.full(by_word, -1, np.int64),
        "words": np.zeros(by_word, bool),
    }
    for row, number in enumerate(chosen):
        here = slice(store.begins[number], store.begins[number + 1])
        for name in ("pieces", "cases"):
            batch[name][row, : here.stop - here.start] = getattr(store, name)[here]
        here = slice(store.words[number], store.words[number + 1])
        for name in ("firsts", "features", "tags"):
            batch[name][row, : here.stop - here.start] = getattr(store, name)[here]
        batch["words"][row, : here.stop - here.start] = True
    batch["convention"], batch["weight"] = store.convention[chosen].astype(np.int64), store.weight[chosen]
    return batch


def shuffled(
    store: Store, candidates: np.ndarray, size: int, random: np.random.Generator, again: Sequence[int] | np.ndarray = ()
) -> Iterator[np.ndarray]:
    """Batches of sentences of like length, one variant of each group, in a random order; those of `again` come once more."""
    both = np.concatenate([candidates, np.asarray(again, candidates.dtype)])
    group = store.group[both].astype(np.int64)
    group[len(candidates) :] += int(store.group.max()) + 1
    order = random.permutation(len(both))
    _, one = np.unique(group[order], return_index=True)
    order = both[order[random.permutation(one)]]
    lengths = store.begins[order + 1] - store.begins[order]
    batches = []
    for start in range(0, len(order), size * 50):
        like = order[start : start + size * 50][np.argsort(lengths[start : start + size * 50], kind="stable")]
        batches += [like[place : place + size] for place in range(0, len(like), size)]
    yield from (batches[number] for number in random.permutation(len(batches)))
