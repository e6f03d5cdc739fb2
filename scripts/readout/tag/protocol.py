"""What every tagger takes and gives: sentences in, the names in each of them out."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

NOTHING = "NOTHING"
"""Kind of a stretch that a tagger read and is sure to be no name."""


class Name(NamedTuple):
    """One name in a sentence; `start` and `end` count code points of the sentence, half-open.

    `key` is what is equal for all names of the same thing, where the tagger knows better than the letters do.
    """

    start: int
    end: int
    kind: str
    method: str
    score: float
    pack_ids: tuple[str, ...] = ()
    form: str | None = None
    key: str | None = None


class Tagger(Protocol):
    """Finds names; a trained model, a list of spellings and a set of rules look the same from outside.

    `method` is written beside each name it finds. Names of one sentence may overlap: `overlap.settle` decides.
    """

    method: str

    def tag(self, sentences: Sequence[str]) -> list[list[Name]]:
        """The names of each sentence, in the order of the sentences."""
        ...
