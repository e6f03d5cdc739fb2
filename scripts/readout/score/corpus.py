"""Scores of a run on its own corpus: the stages' tables held against the gold beside the corpus."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from readout.score.corpus_events import event_scores
from readout.score.corpus_quotes import quote_scores
from readout.score.gold import GoldRecord, locate
from readout.score.proportion import Share, share
from readout.score.spans import Span, span_scores

ALL = "all"


class Found(NamedTuple):
    """What the stages found in one document: rows of the tables as dicts, `origin` as `path#record`.

    A quote has its `speakers` (entities) besides, an event its `parties` as (role, entity).
    """

    doc_id: str
    text: str
    language: str
    published: tuple | None
    origin: str
    segments: list[dict]
    mentions: list[dict]
    signals: frozenset[str] = frozenset()
    dates: tuple[dict, ...] = ()
    quotes: tuple[dict, ...] = ()
    events: tuple[dict, ...] = ()


def corpus_scores(gold: Iterable[GoldRecord], found: dict[tuple[str, int], Found]) -> Iterator[tuple[str, str, str, Share]]:
    """(stage, language, measure, share) for each stage, by language of the gold and for all languages together.

    `found` is keyed by source path and record; gold of records that made no document is left out.
    """
    by_language: dict[str, list[tuple[GoldRecord, Found]]] = defaultdict(list)
    for record in gold:
        if document := found.get((record.source_path, record.record)):
            by_language[record.language].append((record, document))
            by_language[ALL].append((record, document))
    for language, pairs in sorted(by_language.items()):
        for stage, measure, counted in _measures(pairs):
            yield stage, language, measure, counted


def _measures(pairs: list[tuple[GoldRecord, Found]]) -> Iterator[tuple[str, str, Share]]:
    yield "language", "documents", share(sum(record.language == document.language for record, document in pairs), len(pairs))
    yield "date", "published", share(sum(record.published == document.published for record, document in pairs), len(pairs))
    yield from _dates(pairs)
    yield "dedupe", "origins", share(sum(record.origin == document.origin for record, document in pairs), len(pairs))
    lines = [right for record, document in pairs for right in _lines(record, document)]
    if lines:
        yield "segment", "lines", share(sum(lines), len(lines))
    yield from _signals(pairs)
    spans = [span for record, document in pairs for span in _gold_spans(record, document)]
    names = [_span(document, mention) for _, document in pairs for mention in document.mentions]
    for measure, counted in span_scores(spans, names):
        yield "tag", measure, counted
    links = [right for record, document in pairs for right in _links(record, document)]
    if links:
        yield "link", "entities", share(sum(links), len(links))
    quotes = [(_what(record), document.text, record.quotes, document.quotes) for record, document in pairs if record.quotes is not None]
    for measure, counted in quote_scores(quotes):
        yield "quote", measure, counted
    events = [(_what(record), document.text, record.events, document.events) for record, document in pairs if record.events is not None]
    for measure, counted in event_scores(events):
        yield "coding", measure, counted


def _dates(pairs: list[tuple[GoldRecord, Found]]) -> Iterator[tuple[str, str, Share]]:
    """Of the date expressions that a reader marked, the share found, and the share found with exactly their days; of those found, the
    share that overlaps one that a reader marked."""
    marked = hits = days = found = right = 0
    for record, document in pairs:
        if record.dates is None:
            continue
        spans = locate(document.text, (told.surface for told in record.dates), _what(record))
        marked += len(spans)
        found += len(document.dates)
        for told, (start, end) in zip(record.dates, spans, strict=True):
            over = [row for row in document.dates if row["start"] < end and row["end"] > start]
            hits += bool(over)
            days += any(((row["earliest"], row["latest"]) if row["earliest"] else None) == told.days for row in over)
        right += sum(any(row["start"] < end and row["end"] > start for start, end in spans) for row in document.dates)
    if marked:
        yield "date", "recall", share(hits, marked)
        yield "date", "days", share(days, marked)
    if found:
        yield "date", "precision", share(right, found)


def _signals(pairs: list[tuple[GoldRecord, Found]]) -> Iterator[tuple[str, str, Share]]:
    """Of the signs that a reader gave, the share found; of the documents, the share without a sign that no reader gave.

    Only in gold that says of signs at all, be it that there are none.
    """
    told = [(record.signals, document.signals) for record, document in pairs if record.signals is not None]
    given = [sign in found for signs, found in told for sign in signs]
    if given:
        yield "signals", "recall", share(sum(given), len(given))
    if told:
        yield "signals", "clean", share(sum(found <= set(signs) for signs, found in told), len(told))


def _what(record: GoldRecord) -> str:
    return f"gold of {record.source_path}#{record.record}"


def _lines(record: GoldRecord, document: Found) -> Iterator[bool]:
    """For each line of the gold, whether the stretch it lies in for the most part has its role."""
    spans = locate(document.text, (text for _, text in record.segments), _what(record))
    for (role, _), (start, end) in zip(record.segments, spans, strict=True):
        best = max(document.segments, key=lambda segment: min(end, segment["end"]) - max(start, segment["start"]))
        yield best["role"] == role


def _places(record: GoldRecord, document: Found) -> list[tuple[int, int]]:
    return locate(document.text, (name.surface for name in record.names), _what(record))


def _gold_spans(record: GoldRecord, document: Found) -> Iterator[Span]:
    for name, (start, end) in zip(record.names, _places(record, document), strict=True):
        yield Span(document.doc_id, start, end, name.kind)


def _span(document: Found, mention: dict) -> Span:
    return Span(document.doc_id, mention["start"], mention["end"], mention["kind"])


def _links(record: GoldRecord, document: Found) -> Iterator[bool]:
    """For each gold name that was found and is an actor of the pack, whether it was taken for that actor."""
    meant = {(mention["start"], mention["end"]): mention["entity_id"] for mention in document.mentions}
    for name, span in zip(record.names, _places(record, document), strict=True):
        if name.entity and not name.entity.startswith("x:") and span in meant:
            yield meant[span] == name.entity
