"""The direct quotes of a corpus, each wording once; and where documents have them."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from readout.dedupe.sketch import Hashes, runs
from readout.fidelity.alignment import Aligned, align, windows
from readout.fidelity.candidates import SHORT, Index
from readout.fidelity.texts import Speech, enclosed
from readout.fidelity.verdict import LEAST, Sides, verdict
from readout.fidelity.wording import Words, letters, omissions

LONGEST = 2000
"""Words of a quote that are looked up, from its beginning."""


class Place(NamedTuple):
    """Where a quote stands: number of the document, and the quote."""

    document: int
    quote: Speech


class Wording(NamedTuple):
    """The words of one or several quotes; what each tells, in nats; which are numbers or names; behind which something is left out."""

    words: Hashes
    telling: list[float]
    facts: list[bool]
    cut: frozenset[int]


class Found(NamedTuple):
    """A wording found in a document's text, in the span `[start, end)`: `fidelity`, `similarity`, `whole` and `mutual` as in `Verdict`.

    `told` is what the words in common tell, in nats; `rare` is how many documents have those three of them in a row that fewest have, and
    `lasting` how many days lie between the first and the last document that have those that were in use for the shortest time.
    """

    wording: int
    start: int
    end: int
    fidelity: str
    similarity: float
    whole: bool
    mutual: bool
    told: float
    rare: int
    lasting: int


@dataclass
class Quotes:
    """Distinct wordings in the order in which they were added, and the quotes that have them. `telling`: what a word tells, in nats."""

    telling: Callable[[str], float]
    wordings: list[Wording] = field(default_factory=list)
    places: list[list[Place]] = field(default_factory=list)
    _numbers: dict[tuple[bytes, frozenset[int]], int] = field(default_factory=dict, repr=False)
    _weights: dict[int, float] = field(default_factory=dict, repr=False)

    def add(self, document: int, text: str, words: Words, speech: Sequence[Speech], names: Iterable[tuple[int, int]]) -> None:
        """Add the direct quotes of a document that are long enough to be looked up; `words` are those of its text.

        Words of a name, given by the spans of `names`, and words with a capital tell nothing: whoever names the same body uses the same.
        """
        named = np.zeros(len(words.hashes) + 1, np.int64)
        for start, end in names:
            first, last = np.searchsorted(words.ends, start, side="right"), np.searchsorted(words.starts, end)
            named[first:last] = 1
        for quote in speech:
            own = words.within(quote.start, quote.end)
            if not quote.direct or len(own.hashes) < LEAST:
                continue
            own = Words(*(column[:LONGEST] for column in own))
            cut = omissions(text, own)
            key = own.hashes.tobytes(), cut
            number = self._numbers.setdefault(key, len(self.wordings))
            if number == len(self.wordings):
                first = int(np.searchsorted(words.starts, own.starts[0]))
                self.wordings.append(Wording(own.hashes, *self._worth(text, own, named[first:].tolist()), cut))
                self.places.append([])
            self.places[number].append(Place(document, quote))

    def _worth(self, text: str, words: Words, named: Sequence[int]) -> tuple[list[float], list[bool]]:
        telling, facts = [], []
        for place, (word, start, end) in enumerate(zip(*(column.tolist() for column in words), strict=True)):
            if word not in self._weights:
                self._weights[word] = self.telling(letters(text[start:end]))
            capital = text[start].isupper() and place > 0
            telling.append(0.0 if named[place] or capital else self._weights[word])
            facts.append(bool(named[place]) or capital or text[start].isdigit())
        return telling, facts

    def find(
        self, candidates: Sequence[int], index: Index, text: str, words: Words, speech: Sequence[Speech], denying: Container[int]
    ) -> Iterator[Found]:
        """What a document has of some wordings. `denying` are the hashes of words that turn a sentence into its contrary."""
        text_runs = runs(words.hashes, SHORT)
        order = np.argsort(text_runs, kind="stable")
        within = enclosed(words, speech)
        for number in candidates:
            quote, telling, facts, cut = self.wordings[number]
            mine = quote.tolist()
            uses = None
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
                    facts=facts,
                )
                aligned = align(mine, other, spoken)
                told = verdict(aligned, sides)
                if told is None:
                    continue
                span = int(stretch.starts[told.first]), int(stretch.ends[told.last - 1])
                if span not in seen:
                    seen.add(span)
                    uses = uses or index.uses(quote)
                    yield Found(number, *span, told.fidelity, told.similarity, told.whole, told.mutual, *_worth(aligned, telling, *uses))


def _worth(aligned: Aligned, telling: Sequence[float], seen: Sequence[int], lasting: Sequence[int]) -> tuple[float, int, int]:
    """What the words in common tell, in how many documents the rarest run of them is, and for how many days the shortest lived was used."""
    mine, theirs = aligned
    common = [
        mine[place]
        for place in range(len(mine) - SHORT + 1)
        if mine[place + SHORT - 1] - mine[place] == theirs[place + SHORT - 1] - theirs[place] == SHORT - 1
    ]
    return (
        sum(telling[at] for at in mine),
        min((seen[at] for at in common), default=len(telling)),
        min((lasting[at] for at in common), default=0),
    )
