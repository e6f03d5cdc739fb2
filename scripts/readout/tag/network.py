"""The trained name models: a fast one that reads words and their neighbours, and an accurate one that reads all at once.

Both see the pieces of words with vectors of a multilingual encoder; `models/names/README.md` says how they were trained.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from readout.tag.embeddings import Embeddings
from readout.tag.features import INNER, MOST_PIECES, case_of, features
from readout.tag.pieces import BEGIN, END, LONGEST, PAD, UNKNOWN, Pieces

_MOST_PIECES = 500
_WIDTH = 8
"""Sentences are padded to a multiple of this: how a sentence is padded must not depend on the others of its batch."""

_AT_ONCE = 4096
"""Words that one call of the fast model reads, padding counted; the accurate one reads a quarter of that."""

_NEW_AT_ONCE = 256
"""New words that one call works out, filled up where there are fewer: how many are multiplied at once decides how figures are
rounded, and what becomes of a word must not depend on how many others are new with it."""

_KEPT = 100_000
"""Words whose vectors are kept, 100 MB of them; beyond that all are forgotten and worked out anew."""


class Models:
    """What both models share, read once: the vocabulary and the vectors of its pieces."""

    def __init__(self, folder: Path) -> None:
        listed = json.loads((folder / "pieces.json").read_text(encoding="utf-8"))
        vocabulary = {piece: (number, score) for number, (piece, score) in enumerate(listed) if number > UNKNOWN}
        self.folder = folder
        self.pieces = Pieces(vocabulary, UNKNOWN)
        self.embeddings = Embeddings(folder / "embeddings.q4", 384)


def session(path: Path):
    """An inference session of one thread, quiet."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Fast:
    """The fast model: each distinct word is worked out once, sentences then read these."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._word, self._context = session(models.folder / "fast_word.onnx"), session(models.folder / "fast_context.onnx")
        self._known: dict[tuple[str, bool], int] = {}
        self._vectors = _room(0)

    def read(self, sentences: Sequence[str], cut: Sequence[list[tuple[int, int]]]) -> list[np.ndarray]:
        """(words, tags) of probabilities for each sentence, `cut` being its words."""
        numbers = self._numbers(sentences, cut)
        result: list[np.ndarray] = [np.zeros((0, 7), np.float32)] * len(sentences)
        for rows in _batches([len(found) for found in numbers], _AT_ONCE):
            longest = _padded(len(numbers[rows[-1]]))
            wanted = np.zeros((len(rows), longest), np.int64)
            mask = np.zeros((len(rows), longest), np.float32)
            for place, row in enumerate(rows):
                wanted[place, : len(numbers[row])] = numbers[row]
                mask[place, : len(numbers[row])] = 1
            tags = self._context.run(None, {"words": self._vectors[wanted], "mask": mask})[0]
            for place, row in enumerate(rows):
                result[row] = tags[place, : len(numbers[row])]
        return result

    def _numbers(self, sentences: Sequence[str], cut: Sequence[list[tuple[int, int]]]) -> list[list[int]]:
        known, new = self._known, []
        if len(known) > _KEPT:
            known.clear()
            self._vectors = _room(0)
        numbers = []
        for sentence, found in zip(sentences, cut, strict=True):
            row = []
            for start, end in found:
                word = (sentence[start : min(end, start + LONGEST)], start == 0 or sentence[start - 1].isspace())
                number = known.get(word)
                if number is None:
                    number = known[word] = len(known)
                    new.append(word)
                row.append(number)
            numbers.append(row)
        self._learn(new)
        return numbers

    def _learn(self, new: list[tuple[str, bool]]) -> None:
        first = len(self._known) - len(new)
        if len(self._known) > len(self._vectors):
            wider = _room(len(self._known))
            wider[:first] = self._vectors[:first]
            self._vectors = wider
        for start in range(0, len(new), _NEW_AT_ONCE):
            told = [features(word, spaced, self._models.pieces) for word, spaced in new[start : start + _NEW_AT_ONCE]]
            count = len(told)
            told += told[:1] * (_NEW_AT_ONCE - count)
            rows = np.array([word.row() for word in told], np.int64)
            pieces, others = rows[:, :MOST_PIECES], rows[:, MOST_PIECES:]
            real = (pieces != PAD)[..., None]
            vectors = self._models.embeddings.of(pieces) * real
            both = np.concatenate([vectors.sum(1) / real.sum(1), vectors[:, 0]], 1).astype(np.float32)
            made = self._word.run(None, {"vectors": both, "others": others})[0]
            self._vectors[first + start : first + start + count] = made[:count]


def _room(words: int) -> np.ndarray:
    """Place for the vectors of as many words and half as many again; memory is taken up only where it is written to."""
    return np.empty((max(1024, words + words // 2), 256), np.float32)


class Accurate:
    """The accurate model: an encoder over the pieces of a sentence."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._model = session(models.folder / "accurate.onnx")

    def read(self, sentences: Sequence[str], cut: Sequence[list[tuple[int, int]]]) -> list[np.ndarray]:
        """As `Fast.read`; words beyond 500 pieces, which no part of a sentence has but by malice, are no names."""
        read = [self._figures(sentence, found) for sentence, found in zip(sentences, cut, strict=True)]
        result: list[np.ndarray] = [np.zeros((0, 7), np.float32)] * len(sentences)
        for rows in _batches([len(pieces) for pieces, _, _ in read], _AT_ONCE // 4):
            longest = _padded(len(read[rows[-1]][0]))
            pieces = np.full((len(rows), longest), PAD, np.int64)
            cases = np.zeros((len(rows), longest), np.int64)
            for place, row in enumerate(rows):
                pieces[place, : len(read[row][0])], cases[place, : len(read[row][1])] = read[row][0], read[row][1]
            mask = (pieces != PAD).astype(np.float32)
            tags = self._model.run(None, {"vectors": self._models.embeddings.of(pieces), "cases": cases, "mask": mask})[0]
            for place, row in enumerate(rows):
                result[row] = tags[place, read[row][2]]
        return result

    def _figures(self, sentence: str, found: list[tuple[int, int]]) -> tuple[list[int], list[int], list[int]]:
        pieces, cases, firsts = [BEGIN], [0], []
        for start, end in found:
            word = sentence[start:end]
            numbers = self._models.pieces.of(word, start == 0 or sentence[start - 1].isspace())
            if len(pieces) + len(numbers) > _MOST_PIECES:
                break
            firsts.append(len(pieces))
            pieces += numbers
            cases += [case_of(word)] + [INNER] * (len(numbers) - 1)
        return [*pieces, END], [*cases, 0], firsts


def _padded(length: int) -> int:
    return -(-length // _WIDTH) * _WIDTH


def _batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Rows of one padded length, together no longer than `most` but for a single row; rows of no length are left out."""
    batch: list[int] = []
    for row in sorted((row for row, length in enumerate(lengths) if length), key=lambda row: (lengths[row], row)):
        width = _padded(lengths[row])
        if batch and (width != _padded(lengths[batch[-1]]) or width * (len(batch) + 1) > most):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
