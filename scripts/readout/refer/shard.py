"""The documents of one shard, put together from the files that earlier stages left."""

from collections.abc import Iterator, Sequence

import polars as pl

from readout.ingest.outlets import homes, voices
from readout.refer.document import Document, Name, Sentence
from readout.refer.lexicon import read_lexicons
from readout.refer.resolve import Reader
from readout.tables.store import batches, by_document, read_columns

_ABOUT = ("language", "published_earliest", "published_latest", "title")
DOCUMENTS_AT_ONCE = 32  # so few that even the longest records fit in memory together


def reader(reference: Sequence[str], actors: str, offices: str) -> Reader:
    """What opens documents: the words of `config/languages/reference`, and the tables `actors` and `offices` of the pack."""
    rows = (pl.read_parquet(file).iter_rows(named=True) for file in (actors, offices))
    return Reader(read_lexicons(reference), *rows)


def documents(
    parsed: str, segments: str, sentences: str, published: str, mentions: str, outlets: Sequence[str]
) -> Iterator[list[Document]]:
    """The documents of a shard in the order of `parsed`, in batches.

    `mentions` is the one file of all shards, of which only this shard's rows are kept; `outlets` are the lists of outlets,
    which say for which country an official one speaks, and whose site it is.
    """
    countries, offices = homes(outlets), voices(outlets)
    roles = by_document(pl.read_parquet(segments, columns=["doc_id", "segment", "role"]))
    spans = by_document(pl.read_parquet(sentences, columns=["doc_id", "sentence", "segment", "start", "end", "language"]))
    told = {doc_id: row for doc_id, *row in read_columns(published, "doc_id", *_ABOUT).iter_rows()}
    names = by_document(_of_shard(mentions, list(told)))
    for batch in batches(parsed, DOCUMENTS_AT_ONCE):
        made = []
        for doc_id, outlet, text in batch.select("doc_id", "outlet", "text").iter_rows():
            language, earliest, latest, title = told[doc_id]
            document = Document(doc_id, text, language, outlet, countries.get(outlet or ""), (earliest, latest) if earliest else None)
            document.title, document.voice = title, offices.get(outlet or "")
            parts = dict(roles.get(doc_id, ()))
            document.sentences = [
                Sentence(text, number, segment, start, end, parts[segment], spoken)
                for number, segment, start, end, spoken in spans.get(doc_id, ())
            ]
            for sentence, number, start, end, kind, entity, surface in names.get(doc_id, ()):
                document.sentences[sentence].names.append(Name(start, end, kind, entity, surface, number))
            made.append(document)
        yield made


def _of_shard(mentions: str, ids: Sequence[str]) -> pl.DataFrame:
    columns = ("doc_id", "sentence", "mention", "start", "end", "kind", "entity_id", "surface")
    wanted = pl.LazyFrame({"doc_id": ids}, schema={"doc_id": pl.String})
    return pl.scan_parquet(mentions).select(columns).join(wanted, on="doc_id", how="semi").sort("doc_id", "mention").collect()
