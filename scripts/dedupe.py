"""Dedupe: documents of all shards with the same text are grouped under their origin."""

import polars as pl

from readout.dedupe.copies import copies
from readout.tables import store
from readout.tables.schema import ORIGINS

WANTED = ("doc_id", "source_path", "record", "text_sha256")


def dedupe(parsed: list[str], published: list[str], origins: str) -> None:
    """Read what is needed to compare the documents, never the texts themselves, and write `origins`."""
    texts = pl.concat([pl.read_parquet(path, columns=list(WANTED)) for path in parsed])
    dates = pl.concat([pl.read_parquet(path, columns=["doc_id", "published_latest"]) for path in published])
    store.write(ORIGINS, copies(texts.join(dates, on="doc_id", how="left")), origins)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        dedupe(parsed=list(snakemake.input.parsed), published=list(snakemake.input.published), origins=snakemake.output.origins)
