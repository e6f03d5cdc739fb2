"""Segment one shard: every document's stretches with their roles, its sentences, their languages, and what they tell of the document."""

from pathlib import Path

from readout.pack.files import read_yaml
from readout.segment.document import rows, spans
from readout.segment.language import Detector
from readout.segment.languages import languages
from readout.segment.recurring import Recurring
from readout.tables.schema import ABOUT, SEGMENTS, SENTENCES
from readout.tables.store import Writer, batches

DOCUMENTS_AT_ONCE = 32  # so few that even the longest records fit in memory together


def segment(parsed: str, language_files: list[str], settings: dict, segments: str, sentences: str, about: str) -> None:
    """Read the parsed documents of `parsed` and write the three tables; `settings` are those of the section `segment`."""
    files = {Path(file).stem: read_yaml(file) for file in language_files}
    known = languages(settings["languages"], files)
    detector = Detector(known)
    recurring = Recurring()
    for batch in batches(parsed, DOCUMENTS_AT_ONCE):
        for document in batch.iter_rows(named=True):
            recurring.add(document, spans(document["main"]))
    with Writer(SEGMENTS, segments) as parts, Writer(SENTENCES, sentences) as sentence_spans, Writer(ABOUT, about) as documents:
        for batch in batches(parsed, DOCUMENTS_AT_ONCE):
            read = [rows(document, known, detector, recurring.of(document)) for document in batch.iter_rows(named=True)]
            parts.write([row for made in read for row in made.segments])
            sentence_spans.write([row for made in read for row in made.sentences])
            documents.write([made.about for made in read])


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        segment(
            parsed=snakemake.input.parsed,
            language_files=list(snakemake.input.languages),
            settings=snakemake.params.settings,
            segments=snakemake.output.segments,
            sentences=snakemake.output.sentences,
            about=snakemake.output.about,
        )
