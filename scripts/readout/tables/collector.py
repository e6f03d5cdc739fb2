"""The garbage collector in a stage that reads much and then goes through many documents."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept() -> Iterator[None]:
    """Keep what was read so far out of the collector's sight while a stage goes through its documents: words and patterns live to its end,
    and looking at them again and again takes a sixth of the time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
