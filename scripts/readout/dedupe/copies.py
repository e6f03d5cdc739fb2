"""Documents with the same text: one stands for the others, which are its copies."""

import polars as pl

from readout.dedupe.kinship import DAYS

FORMULA = 50
"""Words up to which a text may be a formula: "The two leaders discussed relations between their countries" was written of many."""


def copies(documents: pl.DataFrame) -> pl.DataFrame:
    """The documents in the order in which they are taken for the origin, each with `original`, the first with its text.

    `documents` holds doc_id, source_path, record, text_sha256, title, words and published_latest, and may hold more. Texts are the
    same when they differ in white space at most; formulas only under the same title, and with no more than `DAYS` from one to the next:
    a year later it is another year's notice. What was published first comes first; undated ones come last, then paths and records
    decide.
    """
    ordered = documents.sort("published_latest", "source_path", "record", nulls_last=True)
    title = pl.when(pl.col("words") <= FORMULA).then(pl.col("title").str.strip_chars().str.to_lowercase())
    late = (pl.col("words") <= FORMULA) & (pl.col("published_latest").diff() > pl.duration(days=DAYS))
    again = late.fill_null(False).cum_sum().over("text_sha256", title)
    return (
        ordered.with_columns(_title=title, _again=again)
        .with_columns(original=pl.col("doc_id").first().over("text_sha256", "_title", "_again"))
        .drop("_title", "_again")
    )
