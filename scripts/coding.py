"""Coding: sentences become events."""

from collections.abc import Sequence

import polars as pl

from readout.coding.document import Event, coded
from readout.coding.verbs import read_verbs
from readout.coding.when import Day
from readout.quote.document import Quote
from readout.refer.document import Document
from readout.refer.shard import documents, reader
from readout.tables.collector import kept
from readout.tables.schema import EVENT_ACTORS, EVENTS
from readout.tables.store import Writer, by_document


def coding(
    parsed: str,
    segments: str,
    sentences: str,
    published: str,
    dates: str,
    speech: str,
    speakers: str,
    mentions: str,
    outlets: list[str],
    actors: str,
    offices: str,
    reference: list[str],
    verbs: list[str],
    events: str,
    event_actors: str,
) -> None:
    """Write `events` and `event_actors` for the documents of one shard."""
    known = read_verbs(verbs)
    opened = reader(reference, actors, offices)
    days = by_document(pl.read_parquet(dates, columns=["doc_id", "start", "end", "earliest", "latest", "basis", "flag"]))
    said = _quotes(speech, speakers)
    with Writer(EVENTS, events) as found, Writer(EVENT_ACTORS, event_actors) as parties, kept():
        for batch in documents(parsed, segments, sentences, published, mentions, outlets):
            made = [
                (document, coded(opened.open(document), said.get(document.doc_id, ()), _days(days, document), known)) for document in batch
            ]
            found.write([row for document, events_of in made for row in _events(document, events_of)])
            parties.write([row for document, events_of in made for row in _parties(document, events_of)])


def _days(days: dict[str, list[tuple]], document: Document) -> list[Day]:
    """The dates of a document that tell a day and are used."""
    return [Day(*day) for *day, flag in days.get(document.doc_id, ()) if flag is None and day[2] is not None]


def _quotes(speech: str, speakers: str) -> dict[str, list[Quote]]:
    """The quotes of each document, in order; of several speakers the one named first comes first."""
    every: dict[tuple[str, int], list[str]] = {}
    for doc_id, quote, entity in pl.read_parquet(speakers, columns=["doc_id", "quote", "entity_id"]).iter_rows():
        every.setdefault((doc_id, quote), []).append(entity)
    told = [name for name in Quote._fields if name != "speakers"]
    made: dict[str, list[Quote]] = {}
    rows = pl.read_parquet(speech, columns=["doc_id", "quote", "speaker_id", *told]).select("doc_id", "quote", "speaker_id", *told)
    for doc_id, quote, first, *row in rows.iter_rows():
        said_by = sorted(every.get((doc_id, quote), ()), key=lambda entity: entity != first)
        made.setdefault(doc_id, []).append(Quote(**dict(zip(told, row, strict=True)), speakers=tuple(said_by)))
    return made


def _events(document: Document, made: Sequence[Event]) -> list[tuple]:
    return [
        (document.doc_id, number, *event[: Event._fields.index("actors")], document.sentences[event.sentence].language)
        for number, event in enumerate(made)
    ]


def _parties(document: Document, made: Sequence[Event]) -> list[tuple]:
    return [
        (document.doc_id, number, actor.entity_id, actor.role, actor.start, actor.end, actor.basis)
        for number, event in enumerate(made)
        for actor in event.actors
    ]


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        coding(
            parsed=snakemake.input.parsed,
            segments=snakemake.input.segments,
            sentences=snakemake.input.sentences,
            published=snakemake.input.published,
            dates=snakemake.input.dates,
            speech=snakemake.input.speech,
            speakers=snakemake.input.speakers,
            mentions=snakemake.input.mentions,
            outlets=list(snakemake.input.outlets),
            actors=snakemake.input.actors,
            offices=snakemake.input.offices,
            reference=list(snakemake.input.reference),
            verbs=list(snakemake.input.verbs),
            events=snakemake.output.events,
            event_actors=snakemake.output.event_actors,
        )
