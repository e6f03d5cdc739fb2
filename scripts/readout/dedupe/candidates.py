"""Which pairs of documents are worth comparing, without comparing all with all."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from readout.dedupe.sketch import Hashes

SAMPLE = 4
"""One in so many shingles is looked up. The same shingles are drawn from every text, so that what is shared is drawn from both:
the scaled MinHash of Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash" (2022)."""

LEAST = 0.3
"""Share of the shorter text's shingles in common, as estimated from the sample, from which on a pair is compared."""


def candidates(shingles: Sequence[Hashes]) -> list[tuple[int, int]]:
    """Pairs of places in `shingles` that seem to have wording in common, the smaller place first, sorted.

    Each drawn shingle ties a text to the first one that has it and to the last one before. All pairs would be quadratic in a phrase
    that every page repeats; a text copied by many is still tied to all its copies.
    """
    drawn = [piece[piece % np.uint64(SAMPLE) == 0] for piece in shingles]
    held = pl.DataFrame(
        {
            "shingle": np.concatenate(drawn) if drawn else np.zeros(0, np.uint64),
            "text": np.repeat(np.arange(len(drawn), dtype=np.uint32), [len(piece) for piece in drawn]),
        }
    ).sort("shingle", "text")
    ties = held.select("text", first=pl.col("text").first().over("shingle"), before=pl.col("text").shift(1).over("shingle")).drop_nulls()
    pairs = pl.concat([ties.select("text", other="first"), ties.filter(pl.col("before") != pl.col("first")).select("text", other="before")])
    sizes = pl.DataFrame({"place": np.arange(len(shingles), dtype=np.uint32), "size": [len(piece) for piece in shingles]})
    shared = (
        pairs.group_by("other", "text")
        .len()
        .join(sizes, left_on="other", right_on="place")
        .join(sizes, left_on="text", right_on="place", suffix="_text")
        .filter(pl.col("len") * SAMPLE >= LEAST * pl.min_horizontal("size", "size_text"))
    )
    return sorted(shared.select("other", "text").iter_rows())
