"""Dedupe: documents of all shards that share their text, or most of it, or say it in another language, get their origin."""

from collections.abc import Iterator, Mapping

import polars as pl

from readout.dedupe.anchors import anchors
from readout.dedupe.copies import copies
from readout.dedupe.kinship import Days, Text
from readout.dedupe.origins import origins
from readout.dedupe.sketch import sketch
from readout.tables import store
from readout.tables.schema import ORIGINS, is_counted

DOCUMENTS_AT_ONCE = 32
WANTED = ("doc_id", "source_path", "record", "text_sha256", "outlet")
TOLD = ("doc_id", "title", "language", "words", "published_earliest", "published_latest")


def dedupe(parsed: list[str], segments: list[str], names: list[str], published: list[str], target: str) -> None:
    """Write `origins`. The files of one shard stand at one place in the lists. Of each text only sketch and anchors are kept."""
    records = pl.concat([pl.read_parquet(path, columns=list(WANTED)) for path in parsed])
    told = pl.concat([pl.read_parquet(path, columns=list(TOLD)) for path in published])
    ordered = copies(records.join(told, on="doc_id", how="left"))
    originals = ordered.filter(pl.col("original") == pl.col("doc_id"))
    known = {row["doc_id"]: row for row in originals.iter_rows(named=True)}
    read = {doc_id: text for shard in zip(parsed, segments, names, strict=True) for doc_id, text in _read(*shard, known)}
    doc_ids = list(known)
    texts = [read[doc_id] for doc_id in doc_ids]
    found = dict(zip(doc_ids, origins(texts), strict=True))
    rows = [
        (doc_ids[found[original].place], doc_id, found[original].relation if doc_id == original else "copy", found[original].similarity)
        for doc_id, original in ordered.select("doc_id", "original").iter_rows()
    ]
    store.write(ORIGINS, store.frame(ORIGINS, rows), target)


def _read(parsed: str, segments: str, names: str, known: Mapping[str, dict]) -> Iterator[tuple[str, Text]]:
    """The texts of those documents of a shard that have a row in `known`, without what is not of the text."""
    parts = store.by_document(pl.read_parquet(segments, columns=["doc_id", "start", "end", "role", "rule"]))
    named = store.by_document(pl.read_parquet(names, columns=["doc_id", "start", "pack_ids"]).drop_nulls())
    for batch in store.batches(parsed, DOCUMENTS_AT_ONCE):
        for doc_id, text in batch.select("doc_id", "text").iter_rows():
            if row := known.get(doc_id):
                own = parts.get(doc_id, [])
                counted = [part for part in own if is_counted(part[2], part[3])]
                yield (
                    doc_id,
                    Text(
                        sketch=sketch(_words(text, counted), row["title"] or ""),
                        published=_interval(row),
                        outlet=row["outlet"],
                        credit=_words(text, [part for part in own if part[2] == "credit"]),
                        language=row["language"],
                        anchors=anchors(text, [part[:2] for part in counted], named.get(doc_id, [])),
                    ),
                )


def _words(text: str, parts: list[tuple]) -> str:
    return "\n".join(text[start:end] for start, end, *_ in parts)


def _interval(row: dict) -> Days:
    earliest, latest = row["published_earliest"], row["published_latest"]
    return None if earliest is None or latest is None else (earliest, latest)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        dedupe(
            parsed=list(snakemake.input.parsed),
            segments=list(snakemake.input.segments),
            names=list(snakemake.input.names),
            published=list(snakemake.input.published),
            target=snakemake.output.origins,
        )
