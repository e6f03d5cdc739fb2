"""Quote: words and who says them."""

from pathlib import Path

from readout.pack.files import read_yaml
from readout.quote.cues import lexicon
from readout.quote.document import Quote
from readout.quote.document import speech as spoken
from readout.refer.document import Document
from readout.refer.shard import documents, reader
from readout.tables.collector import kept
from readout.tables.schema import SPEAKERS, SPEECH
from readout.tables.store import Writer


def quote(
    parsed: str,
    segments: str,
    sentences: str,
    published: str,
    mentions: str,
    outlets: list[str],
    actors: str,
    offices: str,
    reference: list[str],
    cues: list[str],
    speech: str,
    speakers: str,
) -> None:
    """Write `speech` and `speakers` for the documents of one shard; `cues` are the files of `config/languages/speech`."""
    lexicons = {Path(file).stem: lexicon(read_yaml(file)) for file in sorted(cues)}
    opened = reader(reference, actors, offices)
    with Writer(SPEECH, speech) as said, Writer(SPEAKERS, speakers) as by, kept():
        for batch in documents(parsed, segments, sentences, published, mentions, outlets):
            found = [(document, spoken(opened.open(document), lexicons)) for document in batch]
            said.write([_row(document, number, one) for document, quotes in found for number, one in enumerate(quotes)])
            by.write(
                [
                    (document.doc_id, number, entity)
                    for document, quotes in found
                    for number, one in enumerate(quotes)
                    for entity in sorted(one.speakers)
                ]
            )


def _row(document: Document, number: int, one: Quote) -> tuple[object, ...]:
    cue = None if one.cue_start is None else document.text[one.cue_start : one.cue_end]
    first = one.speakers[0] if one.speakers else None
    speaker = (first, one.speaker_start, one.speaker_end, one.speaker_basis)
    told = (cue, one.cue_start, one.cue_end, one.score, document.sentences[one.sentence].language)
    return (document.doc_id, number, one.sentence, one.start, one.end, one.kind, *speaker, *told)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        quote(
            parsed=snakemake.input.parsed,
            segments=snakemake.input.segments,
            sentences=snakemake.input.sentences,
            published=snakemake.input.published,
            mentions=snakemake.input.mentions,
            outlets=list(snakemake.input.outlets),
            actors=snakemake.input.actors,
            offices=snakemake.input.offices,
            reference=list(snakemake.input.reference),
            cues=list(snakemake.input.speech),
            speech=snakemake.output.speech,
            speakers=snakemake.output.speakers,
        )
