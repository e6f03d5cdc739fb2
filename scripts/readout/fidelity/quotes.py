"""The direct quotes of a corpus, each wording once; and where documents have them."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from readout.dedupe.sketch import Hashes, runs
from readout.fidelity.alignment import align, windows
from readout.fidelity.candidates import SHORT
from readout.fidelity.texts import Speech, enclosed
from readout.fidelity.verdict import LEAST, Sides, verdict
from readout.fidelity.wording import Words, letters, omissions

LONGEST = 2000
"""Words of a quote that are looked up, from its beginning."""


class Place(NamedTuple):
    """Where a quote stands: number of the document, number of the quote in it."""

    document: int
    quote: int


class Wording(NamedTuple):
    """The words of one or several quotes, and behind which of them something is left out."""

    words: Hashes
    cut: frozenset[int]


class Found(NamedTuple):
    """A wording found in a document's text, in the span `[start, end)`: as in `Verdict`."""

    wording: int
    start: int
    end: int
    fidelity: str
    similarity: float
    told: float


@dataclass
class Quotes:
    """Distinct wordings in the order in which they were added, the quotes that have them, and what each of their words tells, in nats."""

    telling: Callable[[str], float]
    wordings: list[Wording] = field(default_factory=list)
    places: list[list[Place]] = field(default_factory=list)
    _numbers: dict[tuple[bytes, frozenset[int]], int] = field(default_factory=dict, repr=False)
    _weights: dict[int, float] = field(default_factory=dict, repr=False)

    def add(self, document: int, text: str, words: Words, speech: Sequence[Speech]) -> None:
        """Add the direct quotes of a document that are long enough to be looked up; `words` are those of its text."""
        for quote in speech:
            own = words.within(quote.start, quote.end)
            if not quote.direct or len(own.hashes) < LEAST:
                continue
            own = Words(*(column[:LONGEST] for column in own))
            cut = omissions(text, own)
            key = own.hashes.tobytes(), cut
            number = self._numbers.setdefault(key, len(self.wordings))
            if number == len(self.wordings):
                self.wordings.append(Wording(own.hashes, cut))
                self.places.append([])
                for word, start, end in zip(*(column.tolist() for column in own), strict=True):
                    if word not in self._weights:
                        self._weights[word] = self.telling(letters(text[start:end]))
            self.places[number].append(Place(document, quote.number))

    def find(
        self, candidates: Sequence[int], text: str, words: Words, speech: Sequence[Speech], denying: Container[int]
    ) -> Iterator[Found]:
        """What a document has of some wordings. `denying` are the hashes of words that turn a sentence into its contrary."""
        text_runs = runs(words.hashes, SHORT)
        order = np.argsort(text_runs, kind="stable")
        within = enclosed(words, speech)
        for number in candidates:
            quote, cut = self.wordings[number]
            mine = quote.tolist()
            weights = [self._weights[word] for word in mine]
            seen = set()
            for first, last in windows(quote, text_runs, order):
                stretch = Words(*(column[first:last] for column in words))
                other = stretch.hashes.tolist()
                spoken = within.spoken[first:last].tolist()
                sides = Sides(
                    quote=mine,
                    other=other,
                    spoken=spoken,
                    opens=(within.opens[first:last] - first).tolist(),
                    closes=(within.closes[first:last] - first).tolist(),
                    cut=cut,
                    cut_there=omissions(text, stretch),
                    denying=denying,
                    weight=weights,
                )
                told = verdict(align(mine, other, spoken), sides)
                if told is not None:
                    span = int(stretch.starts[told.first]), int(stretch.ends[told.last - 1])
                    if span not in seen:
                        seen.add(span)
                        yield Found(number, *span, told.fidelity, told.similarity, told.told)
