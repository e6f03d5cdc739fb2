"""Tag: the sentences of one shard are read for names."""

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

# one process per core and one thread per process: shards are the parallelism
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from readout.pack.spellings import read_naming
from readout.tables import store
from readout.tables.schema import NAMES, SPELLINGS
from readout.tag.choose import Taggers
from readout.tag.names import Sentence, names

DOCUMENTS_AT_ONCE = 64


def tag(parsed: str, sentences: str, spellings: str, naming: list[str], models: str, settings: dict, output: str) -> None:
    """Read the documents of one shard in the order of `parsed`, some at a time, and write their names."""
    taggers = Taggers(settings, store.read(SPELLINGS, spellings).iter_rows(named=True), read_naming(naming), Path(models))
    with store.Writer(NAMES, output) as writer:
        for documents in _documents(parsed, sentences):
            writer.write(names(documents, taggers))


def _documents(parsed: str, sentences: str) -> Iterator[list[list[Sentence]]]:
    """The sentences of each document, some documents at a time: both files hold the documents in the same order."""
    rows = (row for batch in store.batches(sentences) for row in batch.iter_rows(named=True))
    by_document = groupby(rows, key=lambda row: row["doc_id"])
    waiting = next(by_document, None)
    for batch in store.batches(parsed, DOCUMENTS_AT_ONCE):
        documents = []
        for doc_id, text in batch.select("doc_id", "text").iter_rows():
            if waiting is not None and waiting[0] == doc_id:
                documents.append(
                    [
                        Sentence(doc_id, row["sentence"], row["start"], row["language"], text[row["start"] : row["end"]])
                        for row in waiting[1]
                    ]
                )
                waiting = next(by_document, None)
        yield documents
    if waiting is not None:
        raise ValueError(f"sentences of {waiting[0]}, which is none of the documents")


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        tag(
            parsed=snakemake.input.parsed,
            sentences=snakemake.input.sentences,
            spellings=snakemake.input.spellings,
            naming=list(snakemake.input.naming),
            models=str(Path(snakemake.input.models[0]).parent),
            settings=snakemake.params.settings,
            output=snakemake.output.names,
        )
