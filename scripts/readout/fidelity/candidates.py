"""Which quotes and documents are worth comparing: those that have runs of words in common.

Runs are the shingles of Broder, "On the resemblance and containment of documents" (1997). Memory grows with the quotes, not with the
documents that are looked through: of each run at most `SPREAD` documents are remembered.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from readout.dedupe.kinship import Days
from readout.dedupe.sketch import Hashes, runs

SHORT = 3
"""Words of a short run: so few that some are left of a sentence in which one word in three was replaced here and there."""
LONG = 8
"""Words of a long run, or all words of a shorter quote: enough that two texts hardly have them in common by chance."""
SPREAD = 64
"""Documents that one run leads to. A short run that is in more leads to none: it is a turn of phrase. Of a long one, which may be a
statement that all papers bring, it is the first ones."""
FEWEST = 2
"""Short runs that a stretch of a document must have in common with a quote."""
SHARE = 0.15
"""Share of the quote's short runs that these must be, up to `ENOUGH`."""
ENOUGH = LONG - SHORT + 1
DAYS = 30
"""Within so many days words are repeated; later, they are said again."""
_AT_ONCE = 4096
_NEVER = 1 << 30


class Index:
    """The runs of quotes, each given by the hashes of its words; documents are shown to it one by one."""

    def __init__(self, quotes: Sequence[Hashes]) -> None:
        self._quotes = quotes
        self._widths = sorted({SHORT, *(_long(quote) for quote in quotes)})
        self._runs = np.unique(np.concatenate([runs_of for quote in quotes for runs_of in _runs(quote)] or [np.zeros(0, np.uint64)]))
        self._seen = np.zeros(len(self._runs), np.uint32)
        self._first = np.full(len(self._runs), _NEVER, np.int32)
        self._last = np.full(len(self._runs), -_NEVER, np.int32)
        self._hits: list[tuple[int, np.ndarray]] = []

    def look(self, document: int, words: Hashes, published: Days) -> None:
        """Note which runs a document has, given by its number, the hashes of its words and when it was published. Each is shown once."""
        if not len(self._runs):
            return
        own = np.unique(np.concatenate([runs(words, width) for width in self._widths]))
        places = np.searchsorted(self._runs, own)
        places = places[self._runs[np.minimum(places, len(self._runs) - 1)] == own]
        self._seen[places] += 1
        if published is not None:
            self._first[places] = np.minimum(self._first[places], published[1].toordinal())
            self._last[places] = np.maximum(self._last[places], published[0].toordinal())
        if len(kept := places[self._seen[places] <= SPREAD]):
            self._hits.append((document, kept.astype(np.uint32)))

    def uses(self, quote: Hashes) -> tuple[list[int], list[int]]:
        """For each short run of a quote, in order: how many documents have it, and how many days lie between the first and the last."""
        places = np.searchsorted(self._runs, runs(quote, SHORT))
        return self._seen[places].tolist(), (self._last[places] - self._first[places]).tolist()

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs of a quote, by its place, and a document, by its number, sorted by quote and document.

        They have a long run in common, or a run that was in use for some days only and enough others.
        """
        hits = pl.DataFrame(
            {
                "run": np.concatenate([places for _, places in self._hits] or [np.zeros(0, np.uint32)]),
                "document": np.repeat(
                    np.array([document for document, _ in self._hits], np.uint32), [len(places) for _, places in self._hits]
                ),
            }
        )
        for first in range(0, len(self._quotes), _AT_ONCE):
            wanted = self._wanted(range(first, min(first + _AT_ONCE, len(self._quotes))))
            yield from (
                wanted.join(hits, on="run")
                .group_by("quote", "document")
                .agg(pl.col("long").any(), pl.col("long").not_().sum().alias("short"), pl.col("needed").max(), pl.col("fresh").any())
                .filter(pl.col("long") | (pl.col("fresh") & (pl.col("short") >= pl.col("needed"))))
                .select("quote", "document")
                .sort("quote", "document")
                .iter_rows()
            )

    def _wanted(self, places: range) -> pl.DataFrame:
        """The runs of some quotes that lead to documents."""
        found: list[np.ndarray] = []
        rows: list[tuple[int, bool, int]] = []
        for place in places:
            short, long = _runs(self._quotes[place])
            short_places = np.searchsorted(self._runs, short)
            found += [short_places[self._seen[short_places] <= SPREAD], np.searchsorted(self._runs, long)]
            rows += [(place, False, needed(len(short))), (place, True, 0)]
        quote, long_run, least = (np.array(column) for column in zip(*rows, strict=True))
        lengths = [len(run) for run in found]
        places_of_runs = np.concatenate(found)
        return pl.DataFrame(
            {
                "run": places_of_runs.astype(np.uint32),
                "fresh": self._last[places_of_runs] - self._first[places_of_runs] <= DAYS,
                "quote": np.repeat(quote.astype(np.uint32), lengths),
                "long": np.repeat(long_run.astype(bool), lengths),
                "needed": np.repeat(least.astype(np.uint32), lengths),
            }
        )


def needed(short: int) -> int:
    """How many short runs a text must have in common with a quote that has so many."""
    return max(FEWEST, min(ENOUGH, int(SHARE * short)))


def _long(quote: Hashes) -> int:
    return max(SHORT + 1, min(LONG, len(quote)))


def _runs(quote: Hashes) -> tuple[Hashes, Hashes]:
    """The distinct short and long runs of a quote."""
    return np.unique(runs(quote, SHORT)), np.unique(runs(quote, _long(quote)))
