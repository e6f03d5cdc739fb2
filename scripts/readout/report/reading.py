"""Reading pages: a document's whole text; its stretches, sentences, names, quotes and events marked, what is not counted struck through."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape  # several times as fast as markupsafe's, which matters for thousands of texts
from itertools import groupby
from typing import Any

from markupsafe import Markup

from readout.report import acts, voices, wording
from readout.report.address import anchor, outside
from readout.report.source import Source
from readout.tables.schema import SENTENCE_ROLES

DOCUMENTS_AT_ONCE = 512
CHARACTERS_AT_ONCE = 4_000_000
LISTED, IN_LIST = 200, 120
"""Quotes, and events, listed above a text; code points of the words of a quote there."""
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
    quotes: tuple[dict[str, Any], ...]
    quotes_total: int
    events: tuple[dict[str, Any], ...]
    events_total: int
    body: Markup


@dataclass(frozen=True)
class Span:
    """A stretch of a text that is marked: what stands before and after it, where it begins and where it is taken up again."""

    start: int
    end: int
    opening: str
    again: str
    closing: str


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
            for name in ("segments", "sentences", "names", "signs", "quotes", "events")
        }
        for row in source.rows("reading_documents", first=first, last=last):
            own = {name: parts[name].get(row.doc_id, ()) for name in parts}
            prefix = f"doc.{row.doc_id}." if embedded else ""
            spans = [*_quoted(own["quotes"], prefix), *_told(own["events"]), *_named(own["names"], names)]
            text = body(row.text, own["segments"], own["sentences"], spans, prefix)
            yield _reading(row, text, own, prefix)


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


def _reading(row: Any, text: Markup, own: Mapping[str, Sequence[Any]], prefix: str) -> Reading:
    origin = None
    if row.origin_id != row.doc_id:
        origin = f"#{anchor('doc', row.origin_id)}" if prefix else page_name(row.origin_id)
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
        signs=tuple(_sign(sign) for sign in own["signs"]),
        quotes=tuple(_quote(quote, row.text, prefix) for quote in own["quotes"][:LISTED]),
        quotes_total=len(own["quotes"]),
        events=tuple(_event(event, prefix) for event in own["events"][:LISTED]),
        events_total=len(own["events"]),
        body=text,
    )


def _sign(sign: Any) -> tuple[str, str, str]:
    return sign.signal.replace("_", " "), f"{sign.score:.2f}", wording.clipped("; ".join(sign.details), 300)


def _who(quote: Any) -> str:
    return ", ".join(wording.clipped(name, 80) for name in quote.speakers[:4]) or (
        "somebody without a name" if quote.basis == "unnamed" else "speaker not told"
    )


def _quote(quote: Any, text: str, prefix: str) -> dict[str, Any]:
    """A quote in the list above the text."""
    return {
        "href": f"#{prefix}q{quote.quote}",
        "who": _who(quote),
        "known": bool(quote.speakers),
        "kind": voices.KINDS[quote.kind],
        "cue": wording.clipped(quote.cue, 40),
        "fidelity": "" if quote.fidelity in (None, "only_here") else quote.fidelity.replace("_", " "),
        "words": wording.clipped(text[quote.start : min(quote.end, quote.start + 2 * IN_LIST)], IN_LIST),
    }


def _event(event: Any, prefix: str) -> dict[str, Any]:
    """An event in the list above the text."""
    return {
        "href": f"#{prefix}s{event.sentence}",
        "name": acts.named(event.type, event.mode),
        "status": event.status,
        "who": acts.between(event.actors, event.recipients) or "somebody",
        "when": wording.day(event.earliest, event.latest) if event.earliest else "",
    }


def _quoted(quotes: Sequence[Any], prefix: str) -> Iterator[Span]:
    """Quotes as spans; the first piece of each is where a link to it leads."""
    for quote in quotes:
        kind = voices.KINDS[quote.kind]
        title = escape(f"{kind} speech: {_who(quote)}")
        again = f'<span class="q {kind}" title="{title}">'
        yield Span(quote.start, quote.end, f'<span class="q {kind} first" id="{prefix}q{quote.quote}" title="{title}">', again, "</span>")


def _told(events: Sequence[Any]) -> Iterator[Span]:
    """The words that tell events as spans; one for events that the same words tell."""
    for (start, end), group in groupby(events, lambda event: (event.start, event.end)):
        told = list(group)
        said = []
        for event in told[:4]:
            who = acts.between(event.actors, event.recipients)
            said.append(f"{acts.named(event.type, event.mode)}, {event.status}" + (f": {who}" if who else ""))
        opening = f'<span class="e {told[0].status}" title="{escape("event: " + "; ".join(said))}">'
        yield Span(start, end, opening, opening, "</span>")


def _named(named: Sequence[Any], names: Names) -> Iterator[Span]:
    for name in named:
        before, after = names.around(name.kind, name.entity_id, name.name)
        yield Span(name.start, name.end, before, before, after)


def body(text: str, segments: Sequence[Any], sentences: Sequence[Any], spans: Iterable[Span], prefix: str) -> Markup:
    """The text as markup: stretches as blocks, sentences as anchors, spans within them marked; all offsets count in `text`."""
    text = wording.showable(text)
    pieces: list[str] = []
    waiting = list(reversed(sentences))
    marks = _Marks(text, spans)
    for segment in segments:
        language = wording.lang(segment.language)
        counted = segment.role in SENTENCE_ROLES
        if not text[segment.start : segment.end].strip():
            continue
        element, kind = ("p", segment.role) if counted else ("del", "off")
        pieces.append(f'<div class="seg {kind}"><p class="role">{segment.role} <code>{escape(segment.rule)}</code></p>')
        pieces.append(f'<{element} lang="{escape(language)}" dir="auto">')
        at = segment.start
        while waiting and waiting[-1].start < segment.end:
            sentence = waiting.pop()
            start, end = max(at, sentence.start), min(segment.end, sentence.end)
            pieces.append(escape(text[at:start]))
            other = "" if sentence.language == segment.language else f' lang="{escape(wording.lang(sentence.language))}"'
            pieces.append(f'<span id="{prefix}s{sentence.sentence}"{other}>')
            marks.write(start, end, pieces)
            pieces.append("</span>")
            at = max(start, end)
        pieces.append(escape(text[at : segment.end].rstrip()))
        pieces.append(f"</{element}></div>\n")
    return Markup("".join(pieces))


class _Marks:
    """Spans of a text, written sentence by sentence: those that overlap, or go on in the next sentence, are closed and taken up again."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text = text
        # of two that begin together the longer one is outside
        self._coming = sorted((span for span in spans if span.start < span.end), key=lambda span: (-span.start, span.end))
        self._open: list[Span] = []

    def write(self, start: int, end: int, pieces: list[str]) -> None:
        """Add what stands between two places, with its marks; places only go forward."""
        at = start
        self._pass(start)
        # what began before, in an earlier sentence, is taken up again
        pieces += [span.again for span in self._open]
        while at < end:
            stop = min([end, *(span.end for span in self._open)])
            if self._coming and self._coming[-1].start < stop:
                stop = max(at, self._coming[-1].start)
            pieces.append(escape(self._text[at:stop]))
            at = stop
            self._close(at, pieces)
            while at < end and self._coming and self._coming[-1].start <= at:
                span = self._coming.pop()
                pieces.append(span.opening)
                self._open.append(span)
        pieces += [span.closing for span in reversed(self._open)]
        self._open = [span for span in self._open if span.end > end]

    def _pass(self, start: int) -> None:
        """Leave out spans that ended between sentences; open those that began there."""
        self._open = [span for span in self._open if span.end > start]
        while self._coming and self._coming[-1].start < start:
            span = self._coming.pop()
            if span.end > start:
                self._open.append(Span(span.start, span.end, span.opening, span.opening, span.closing))

    def _close(self, at: int, pieces: list[str]) -> None:
        """Close the spans that end at a place, and those inside of them, which are taken up again."""
        ending = [number for number, span in enumerate(self._open) if span.end <= at]
        if not ending:
            return
        inside = self._open[ending[0] :]
        pieces += [span.closing for span in reversed(inside)]
        kept = [span for span in inside if span.end > at]
        self._open[ending[0] :] = kept
        pieces += [span.again for span in kept]
