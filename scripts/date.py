"""Date one shard: when each document was published, and which days the dates in its text mean."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import polars as pl

from readout.date.document import Dated, Piece, find, resolve
from readout.date.inference import inferred, within_term
from readout.date.lexicon import Lexicon, fold, lexicon
from readout.date.offices import Office, term
from readout.date.published import NOT_TOLD, Published, completed, published
from readout.date.units import Interval
from readout.date.written import Names
from readout.date.written import names as calendar_names
from readout.pack.files import read_yaml
from readout.tables.schema import DATES, PUBLISHED, SENTENCE_ROLES
from readout.tables.store import Writer, batches, by_document

DOCUMENTS_AT_ONCE = 32
UNDESCRIBED = "und"
"""The lexicon for languages without a file of their own: figures only."""


def date(
    parsed: str, segments: str, sentences: str, about: str, names: str, offices: str, language_files: list[str], dates: str, target: str
) -> None:
    """Write `dates` and `published` for the documents of one shard."""
    files = {Path(file).stem: read_yaml(file) for file in language_files}
    sections = {code: file.get("dates") or {} for code, file in sorted(files.items())}
    lexicons = {UNDESCRIBED: lexicon((), {})} | {code: lexicon([code], section) for code, section in sections.items()}
    calendar = calendar_names(sections, sections.values())
    bygone = frozenset(fold(str(word)) for section in sections.values() for word in section.get("bygone") or ())
    said = [
        (fold(form), office) for section in sections.values() for office, forms in (section.get("offices") or {}).items() for form in forms
    ]
    named = by_document(pl.read_parquet(names, columns=["doc_id", "start", "pack_ids"]))
    terms: dict[str, list[Office]] = {}
    for entity, *term_of_office in pl.read_parquet(offices).select("entity_id", "title", "earliest", "latest").iter_rows():
        terms.setdefault(entity, []).append(Office(*term_of_office))
    told_by_office = partial(term, offices=terms, bygone=bygone, said=said)
    parts = by_document(pl.read_parquet(segments, columns=["doc_id", "start", "end", "role", "rule"]))
    spans = by_document(pl.read_parquet(sentences, columns=["doc_id", "segment", "start", "end", "language"]))
    told = {row["doc_id"]: row for row in pl.read_parquet(about).iter_rows(named=True)}
    with Writer(DATES, dates) as found, Writer(PUBLISHED, target) as documents:
        for batch in batches(parsed, DOCUMENTS_AT_ONCE):
            rows = list(batch.iter_rows(named=True))
            ids = [row["doc_id"] for row in rows]
            made = [
                _dated(
                    row,
                    parts.get(doc_id, []),
                    spans.get(doc_id, []),
                    told[doc_id],
                    lexicons,
                    calendar,
                    partial(told_by_office, row["text"], named.get(doc_id, [])),
                )
                for doc_id, row in zip(ids, rows, strict=True)
            ]
            found.write([(doc_id, *dated) for doc_id, (_, all_dated) in zip(ids, made, strict=True) for dated in all_dated])
            documents.write([_about(told[doc_id], day) for doc_id, (day, _) in zip(ids, made, strict=True)])


def _dated(
    row: Mapping,
    parts: list[tuple],
    spans: list[tuple],
    about: Mapping,
    lexicons: Mapping[str, Lexicon],
    calendar: Names,
    term_of_office: Callable[[], Interval | None],
) -> tuple[Published, list[Dated]]:
    text = row["text"]
    found = find(text, sorted(_pieces(parts, spans, about["language"])), lexicons)

    def of(rule: str) -> str | None:
        return " | ".join(text[start:end].strip() for start, end, _, its_rule in parts if its_rule == rule) or None

    day = published(row["date"], of("dateline:header"), of("dateline:opening"), row["url"], calendar)
    if day == NOT_TOLD:
        if interval := inferred(found):
            day = completed(of("dateline:opening"), interval, calendar)
            day = day if day.basis else Published(*interval, "text")
        elif interval := within_term(found, term_of_office()):
            day = Published(*interval, "office")
    return day, resolve(text, found, Interval(day.earliest, day.latest) if day.basis else None)


def _pieces(parts: list[tuple], spans: list[tuple], language: str) -> Iterator[Piece]:
    """The sentences of the story, and the stretches of the page around it; those are read in the document's language."""
    for number, start, end, spoken in spans:
        yield Piece(start, end, parts[number][2], spoken)
    told = {number for number, *_ in spans}
    for number, (start, end, role, _) in enumerate(parts):
        if number not in told and role not in SENTENCE_ROLES:
            yield Piece(start, end, role, language)


def _about(told: Mapping, day: Published) -> tuple[object, ...]:
    return (told["doc_id"], told["title"], told["language"], told["language_score"], *day, told["words"])


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        date(
            parsed=snakemake.input.parsed,
            segments=snakemake.input.segments,
            sentences=snakemake.input.sentences,
            about=snakemake.input.about,
            names=snakemake.input.names,
            offices=snakemake.input.offices,
            language_files=list(snakemake.input.languages),
            dates=snakemake.output.dates,
            target=snakemake.output.published,
        )
