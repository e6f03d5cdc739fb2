"""Documents with the same text: one is the origin, the others are its copies."""

import polars as pl

from readout.tables.schema import ORIGINS
from readout.tables.store import checked


def copies(documents: pl.DataFrame) -> pl.DataFrame:
    """Rows of `origins`, one per document, sorted.

    `documents` holds doc_id, source_path, record, text_sha256 and published_latest. Texts are the same when they differ in white
    space at most. The origin is the one published first; undated ones come last, then the order of paths and records decides.
    """
    ordered = documents.sort("published_latest", "source_path", "record", nulls_last=True)
    groups = ordered.with_columns(origin_id=pl.col("doc_id").first().over("text_sha256"))
    relation = pl.when(pl.col("origin_id") == pl.col("doc_id")).then(pl.lit("origin")).otherwise(pl.lit("copy"))
    rows = groups.select("origin_id", "doc_id", relation=relation, similarity=pl.lit(1.0))
    return checked(ORIGINS, rows).sort(ORIGINS.key)
