"""Reading pages: a document's whole text with its stretches, sentences and names marked, and what is not counted struck through."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape  # several times as fast as markupsafe's, which matters for thousands of texts
from itertools import groupby
from typing import Any

from markupsafe import Markup

from readout.report import wording
from readout.report.address import anchor, outside
from readout.report.source import Source
from readout.tables.schema import SENTENCE_ROLES

DOCUMENTS_AT_ONCE = 512
CHARACTERS_AT_ONCE = 4_000_000
_DOC_ID = re.compile(r"[a-z2-7]{12}")


@dataclass(frozen=True)
class Reading:
    """One document as it is read: what stands above its text, and the text as markup."""

    doc_id: str
    title: str
    outlet: str
    when: str
    basis: str
    language: str
    relation: str
    origin_id: str
    origin: str | None
    url: str | None
    shown_url: str
    source: str
    words: int
    signs: tuple[tuple[str, str, str], ...]
    body: Markup


class Names:
    """Opening tags for names; those of `actors` (entity to anchor) lead to their row in the report at `report`."""

    def __init__(self, actors: Mapping[str, str], report: str) -> None:
        self._actors = actors
        self._report = report
        self._known: dict[tuple[str, str | None], tuple[str, str]] = {}

    def around(self, kind: str, entity_id: str | None, name: str | None) -> tuple[str, str]:
        """What stands before and after a name of that kind, which may be linked to an entity with a name."""
        key = (kind, entity_id)
        if key not in self._known:
            self._known[key] = self._made(kind, entity_id, name)
        return self._known[key]

    def _made(self, kind: str, entity_id: str | None, name: str | None) -> tuple[str, str]:
        title = f"{wording.clipped(name, 80)}, {wording.KINDS[kind]}" if name else f"{wording.KINDS[kind]}, not linked"
        if entity_id in self._actors:
            return str(Markup('<a class="{}" href="{}#{}" title="{}">').format(kind, self._report, self._actors[entity_id], title)), "</a>"
        return str(Markup('<span class="{}" title="{}">').format(kind, title)), "</span>"


def readings(source: Source, names: Names, *, embedded: bool) -> Iterator[Reading]:
    """All documents in order, a batch in memory at a time.

    Embedded ones bear their `doc_id` in the anchors of sentences (`doc.<doc_id>.s3`); pages of their own do not (`s3`).
    """
    for first, last in _batches(source):
        parts = {
            name: {
                doc_id: list(rows)
                for doc_id, rows in groupby(source.rows(f"reading_{name}", first=first, last=last), lambda row: row.doc_id)
            }
            for name in ("segments", "sentences", "names", "signs")
        }
        for row in source.rows("reading_documents", first=first, last=last):
            own = [parts[name].get(row.doc_id, ()) for name in ("segments", "sentences", "names")]
            text = body(row.text, *own, names, f"doc.{row.doc_id}." if embedded else "")
            yield _reading(row, text, parts["signs"].get(row.doc_id, ()), embedded)


def _batches(source: Source) -> Iterator[tuple[str, str]]:
    """First and last identifier of batches that are neither many documents nor much text."""
    batch: list[str] = []
    characters = 0
    for row in source.rows("reading_lengths"):
        if batch and (len(batch) == DOCUMENTS_AT_ONCE or characters + row.characters > CHARACTERS_AT_ONCE):
            yield batch[0], batch[-1]
            batch, characters = [], 0
        batch.append(row.doc_id)
        characters += row.characters
    if batch:
        yield batch[0], batch[-1]


def page_name(doc_id: str) -> str:
    """File name of a document's own page; ValueError where the identifier is not one that Readout makes."""
    if not _DOC_ID.fullmatch(doc_id):
        raise ValueError(f"not a document's identifier: {doc_id!r}")
    return f"{doc_id}.html"


def _reading(row: Any, text: Markup, signs: Sequence[Any], embedded: bool) -> Reading:
    origin = None
    if row.origin_id != row.doc_id:
        origin = f"#{anchor('doc', row.origin_id)}" if embedded else page_name(row.origin_id)
    url = outside(row.url)
    return Reading(
        doc_id=row.doc_id,
        title=wording.clipped(row.title, 300),
        outlet=wording.clipped(row.outlet, 80),
        when=wording.day(row.published_earliest, row.published_latest),
        basis=row.published_basis or "",
        language=row.language,
        relation=row.relation.replace("_", " "),
        origin_id=row.origin_id,
        origin=origin,
        url=url,
        shown_url=wording.clipped(row.url, 120),
        source=wording.clipped(row.source_path, 200) + (f", record {row.record}" if row.record > 1 else ""),
        words=row.words,
        signs=tuple((sign.signal.replace("_", " "), f"{sign.score:.2f}", wording.clipped("; ".join(sign.details), 300)) for sign in signs),
        body=text,
    )


def body(text: str, segments: Sequence[Any], sentences: Sequence[Any], named: Sequence[Any], names: Names, prefix: str) -> Markup:
    """The text as markup: stretches as blocks, sentences as anchors, names as links; all offsets count in `text`."""
    text = wording.showable(text)
    pieces: list[str] = []
    waiting_sentences, waiting_names = list(reversed(sentences)), list(reversed(named))
    for segment in segments:
        language = wording.lang(segment.language)
        counted = segment.role in SENTENCE_ROLES
        if not text[segment.start : segment.end].strip():
            continue
        element, kind = ("p", segment.role) if counted else ("del", "off")
        pieces.append(f'<div class="seg {kind}"><p class="role">{segment.role} <code>{escape(segment.rule)}</code></p>')
        pieces.append(f'<{element} lang="{escape(language)}" dir="auto">')
        at = segment.start
        while waiting_sentences and waiting_sentences[-1].start < segment.end:
            sentence = waiting_sentences.pop()
            start, end = max(at, sentence.start), min(segment.end, sentence.end)
            pieces.append(escape(text[at:start]))
            other = "" if sentence.language == segment.language else f' lang="{escape(wording.lang(sentence.language))}"'
            pieces.append(f'<span id="{prefix}s{sentence.sentence}"{other}>')
            at = _names(text, start, end, waiting_names, names, pieces)
            pieces.append("</span>")
        pieces.append(escape(text[at : segment.end].rstrip()))
        pieces.append(f"</{element}></div>\n")
    return Markup("".join(pieces))


def _names(text: str, start: int, end: int, waiting: list[Any], names: Names, pieces: list[str]) -> int:
    """Add a sentence's text with its names marked; where it ended."""
    while waiting and waiting[-1].start < end:
        name = waiting.pop()
        if name.start < start or name.end > end:
            continue
        before, after = names.around(name.kind, name.entity_id, name.name)
        pieces += (escape(text[start : name.start]), before, escape(text[name.start : name.end]), after)
        start = name.end
    pieces.append(escape(text[start:end]))
    return end
