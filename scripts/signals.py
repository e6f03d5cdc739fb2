"""Signals of one shard: every sign that a document is not what it seems."""

from pathlib import Path

import polars as pl

from readout.pack.files import read_yaml
from readout.signals.document import rows
from readout.signals.languages import tells
from readout.signals.sign import Part
from readout.tables.schema import SIGNALS
from readout.tables.store import Writer, batches, by_document

DOCUMENTS_AT_ONCE = 32  # so few that even the longest records fit in memory together


def signals(parsed: str, segments: str, about: str, dates: str, language_files: list[str], target: str) -> None:
    """Write the table `signals` for the documents of `parsed`, with their `segments`, their `dates` and what `about` tells of them."""
    files = {Path(file).stem: read_yaml(file) for file in language_files}
    known = tells(files)
    told = {doc_id: row for doc_id, *row in pl.read_parquet(about, columns=["doc_id", "language", "words"]).iter_rows()}
    parts, flagged = _parts(segments), _flagged(dates)
    with Writer(SIGNALS, target) as signs:
        for batch in batches(parsed, DOCUMENTS_AT_ONCE):
            found = [
                rows(doc_id, text, parts.get(doc_id, []), *told[doc_id], known, flagged.get(doc_id, ()))
                for doc_id, text in batch.select("doc_id", "text").iter_rows()
            ]
            signs.write([row for made in found for row in made])


def _parts(segments: str) -> dict[str, list[Part]]:
    """The segments of each document, in order."""
    grouped = by_document(pl.read_parquet(segments, columns=["doc_id", "start", "end", "role", "rule"]))
    return {doc_id: [Part(*part) for part in parts] for doc_id, parts in grouped.items()}


def _flagged(dates: str) -> dict[str, list[dict]]:
    """The dates of each document that are used for nothing."""
    columns = ("start", "end", "surface", "flag")
    grouped = by_document(pl.scan_parquet(dates).filter(pl.col("flag").is_not_null()).select("doc_id", *columns).collect())
    return {doc_id: [dict(zip(columns, row, strict=True)) for row in rows] for doc_id, rows in grouped.items()}


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        signals(
            parsed=snakemake.input.parsed,
            segments=snakemake.input.segments,
            about=snakemake.input.about,
            dates=snakemake.input.dates,
            language_files=list(snakemake.input.languages),
            target=snakemake.output.signals,
        )
