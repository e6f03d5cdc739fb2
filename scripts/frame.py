"""Frame one shard: the words that take a side, and the numbers that are claimed."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import polars as pl

from readout.frame.counting import Counting, counting
from readout.frame.figures import Dated, figures
from readout.frame.terms import Mention, Stretch, uses
from readout.frame.vocabulary import vocabulary
from readout.frame.voices import Speech
from readout.pack.files import read_yaml
from readout.pack.spellings import read_naming
from readout.tables.collector import kept
from readout.tables.schema import FIGURES, TERMS
from readout.tables.store import Writer, batches, by_document

DOCUMENTS_AT_ONCE = 32  # so few that even the longest records fit in memory together
COUNTS = "counts"
"""The pack's file of figures that says what is counted; each other one holds the words of the language that it is named for."""


def frame(
    parsed: str,
    sentences: str,
    dates: str,
    published: str,
    mentions: str,
    speech: str,
    term_files: Sequence[str],
    figure_files: Sequence[str],
    number_files: Sequence[str],
    naming_files: Sequence[str],
    terms: str,
    target: str,
) -> None:
    """Write `terms` and `figures` for the documents of one shard.

    `mentions` is the one file of all shards, of which only this shard's rows are read.
    """
    known = vocabulary([_read(file) for file in sorted(term_files)], read_naming(naming_files))
    words, units = _counting(figure_files, number_files)
    stretches = _by_document(sentences, "sentence", "start", "end", "language")
    told = _by_document(dates, "start", "end", "earliest", "latest")
    first_days: dict[str, date | None] = dict(pl.read_parquet(published).select("doc_id", "published_earliest").iter_rows())
    named = by_document(_of_shard(mentions, list(first_days)))
    spoken = _speeches(speech)
    with Writer(TERMS, terms) as found, Writer(FIGURES, target) as claimed, kept():
        for batch in batches(parsed, DOCUMENTS_AT_ONCE):
            used: list[tuple] = []
            counts: list[tuple] = []
            for doc_id, text in batch.select("doc_id", "text").iter_rows():
                counted = [Stretch(*row) for row in stretches.get(doc_id, ())]
                speeches = spoken.get(doc_id, [])
                names = [Mention(*row) for row in named.get(doc_id, ())]
                used += [(doc_id, *use) for use in uses(text, counted, names, speeches, known)]
                days = [Dated(*row) for row in told.get(doc_id, ())]
                made = figures(text, counted, days, first_days.get(doc_id), speeches, words, units)
                counts += [(doc_id, number, *figure) for number, figure in enumerate(made)]
            found.write(used)
            claimed.write(counts)


def _read(file: str) -> list | dict:
    return read_yaml(file) or []


def _counting(figure_files: Sequence[str], number_files: Sequence[str]) -> tuple[dict[str, Counting], Mapping[str, str | None]]:
    """The words of each language that has both files, and the unit of each category."""
    counted = {Path(file).stem: _read(file) for file in sorted(figure_files)}
    numbers = {Path(file).stem: _read(file) for file in sorted(number_files)}
    units = counted.pop(COUNTS, {})
    return {code: counting(numbers[code], counted[code]) for code in counted if code in numbers}, units


def _by_document(file: str, *columns: str) -> dict[str, list[tuple]]:
    return by_document(pl.read_parquet(file).select("doc_id", *columns))


def _of_shard(mentions: str, ids: list[str]) -> pl.DataFrame:
    wanted = pl.LazyFrame({"doc_id": ids}, schema={"doc_id": pl.String})
    columns = ("doc_id", "start", "end", "kind", "entity_id")
    return pl.scan_parquet(mentions).select(columns).join(wanted, on="doc_id", how="semi").sort("doc_id", "start", "end").collect()


def _speeches(file: str) -> dict[str, list[Speech]]:
    columns = ("quote", "start", "end", "kind", "speaker_id", "speaker_start", "cue_start")
    return {
        doc_id: [
            Speech(quote, start, end, kind == "direct", speaker, named is not None or cue is not None)
            for quote, start, end, kind, speaker, named, cue in rows
        ]
        for doc_id, rows in _by_document(file, *columns).items()
    }


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        frame(
            parsed=snakemake.input.parsed,
            sentences=snakemake.input.sentences,
            dates=snakemake.input.dates,
            published=snakemake.input.published,
            mentions=snakemake.input.mentions,
            speech=snakemake.input.speech,
            term_files=list(snakemake.input.terms),
            figure_files=list(snakemake.input.figures),
            number_files=list(snakemake.input.numbers),
            naming_files=list(snakemake.input.naming),
            terms=snakemake.output.terms,
            target=snakemake.output.figures,
        )
