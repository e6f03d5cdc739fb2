"""Which texts in two languages say the same, in the same order: one was translated from the other, or both from a third."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log

import polars as pl

from readout.dedupe.anchors import Anchors
from readout.dedupe.kinship import Text, together

ALIKE = 0.5
"""Similarity from which on a text is a translation. In the example corpus translations have 0.69 or more, and accounts of one meeting
that two sides wrote by themselves 0.35 or less."""
FEWEST = 8
"""Different anchors that both texts need: fewer come together by chance."""
COMMON = 40
"""Texts that may have two anchors in a row in common for them to be worth looking up. Bounds the search."""
LONGEST = 400
"""Anchors of a text that are compared, from its beginning."""


def translations(texts: Sequence[Text]) -> list[tuple[int, int, float]]:
    """Pairs of texts in different languages, of the same days, by place, the smaller first, with the similarity from `ALIKE`; sorted.

    The similarity is that of the anchors' longest common subsequence, weighed by how rare each anchor is in the corpus, to the mean
    of the two texts.
    """
    spread = Counter(anchor for text in texts for anchor in set(text.anchors))
    weight = {anchor: log(1 + len(texts) / count) for anchor, count in spread.items()}
    found = []
    for one, other in _candidates(texts):
        if not together(texts[one], texts[other]):
            continue
        similarity = _alike(texts[one].anchors[:LONGEST], texts[other].anchors[:LONGEST], weight)
        if similarity >= ALIKE:
            found.append((one, other, round(similarity, 4)))
    return found


def _candidates(texts: Sequence[Text]) -> list[tuple[int, int]]:
    """Pairs in different languages that have anchors in the same order at two places at least."""
    if len({text.language for text in texts}) < 2:
        return []
    rows = [
        (f"{before} {after}", place, text.language)
        for place, text in enumerate(texts)
        if len(set(text.anchors)) >= FEWEST
        for before, after in set(pairwise(text.anchors))
    ]
    held = pl.DataFrame(rows, schema={"tie": pl.String, "text": pl.UInt32, "language": pl.String}, orient="row")
    held = held.filter(pl.len().over("tie") <= COMMON)
    tied = held.join(held, on="tie", suffix="_other").filter(
        (pl.col("text") < pl.col("text_other")) & (pl.col("language") != pl.col("language_other"))
    )
    return sorted(tied.group_by("text", "text_other").len().filter(pl.col("len") > 1).select("text", "text_other").iter_rows())


def _alike(one: Anchors, other: Anchors, weight: dict[str, float]) -> float:
    row = [0.0] * (len(other) + 1)
    for anchor in one:
        last = row
        row = [0.0]
        for place, there in enumerate(other):
            row.append(last[place] + weight[anchor] if anchor == there else max(last[place + 1], row[place]))
    return 2 * row[-1] / sum(weight[anchor] for anchor in (*one, *other))
