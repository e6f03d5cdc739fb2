"""The vectors of the pieces, kept in four bits: blocks of 32 figures with one scale in half precision (Q4_0 of GGML)."""

from pathlib import Path

import numpy as np

BLOCK = 32
_BYTES = BLOCK // 2 + 2


class Embeddings:
    """A table of vectors, read from its file where it lies; rows are widened when asked for."""

    def __init__(self, path: Path, width: int) -> None:
        self._rows = np.fromfile(path, np.uint8).reshape(-1, width // BLOCK * _BYTES)
        self.width = width

    def __len__(self) -> int:
        return len(self._rows)

    def of(self, numbers: np.ndarray) -> np.ndarray:
        """(…, width) in single precision for numbers of rows of any shape."""
        distinct, back = np.unique(numbers, return_inverse=True)
        return widened(self._rows[distinct]).reshape(-1, self.width)[back].reshape(*numbers.shape, self.width)


def widened(blocks: np.ndarray) -> np.ndarray:
    """Blocks of four-bit figures in single precision, (blocks, 32): the first half of a block lies in the low bits."""
    blocks = blocks.reshape(-1, _BYTES)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = (blocks[:, 2:] & 15).astype(np.int8) - 8, (blocks[:, 2:] >> 4).astype(np.int8) - 8
    return np.concatenate([low, high], axis=1) * scale
