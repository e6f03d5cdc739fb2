"""Score: what the stages found is held against the gold beside the corpus; figures measured before stand beside it."""

from collections.abc import Callable

import polars as pl

from readout.score.corpus import Found, corpus_scores
from readout.score.gold import digest, read_gold
from readout.score.pinned import read_pinned
from readout.tables import store
from readout.tables.schema import SCORES, is_counted

DATASET = "this corpus"


def score(
    gold: list[tuple[str, str]],
    pinned: str,
    parsed: list[str],
    published: list[str],
    segments: list[str],
    signals: list[str],
    dates: list[str],
    origins: str,
    mentions: str,
    speech: list[str],
    speakers: list[str],
    events: list[str],
    event_actors: list[str],
    output: str,
) -> None:
    """Measure the documents that have gold, add the pinned figures of other data, and write `scores`."""
    records = read_gold(gold)
    paths = {record.source_path for record in records}
    stages = (parsed, published, segments, signals, dates, origins, mentions, speech, speakers, events, event_actors)
    found = found_documents(paths, *stages) if records else {}
    rows = [(stage, language, DATASET, measure, *share) for stage, language, measure, share in corpus_scores(records, found)]
    # figures that were pinned on this very gold would say the same twice
    others = [row for row in read_pinned(pinned) if not records or row["gold"] != digest(gold)]
    known = [tuple(row[column.name] for column in SCORES.columns) for row in others]
    store.write(SCORES, store.frame(SCORES, [*rows, *known]), output)


def found_documents(
    paths: set[str],
    parsed: list[str],
    published: list[str],
    segments: list[str],
    signals: list[str],
    dates: list[str],
    origins: str,
    mentions: str,
    speech: list[str],
    speakers: list[str],
    events: list[str],
    event_actors: list[str],
) -> dict[tuple[str, int], Found]:
    """What the stages' files say of the documents of some source paths, keyed by path and record."""
    documents = _rows(parsed, pl.col("source_path").is_in(sorted(paths)))
    ids = pl.col("doc_id").is_in([row["doc_id"] for row in documents])
    about = {row["doc_id"]: row for row in _rows(published, ids)}
    origin = {row["doc_id"]: row["origin_id"] for row in _rows([origins], ids)}
    places = {row["doc_id"]: f"{row['source_path']}#{row['record']}" for row in documents}
    parts, signs, told, names = (_by_document(_rows(files, ids)) for files in (segments, signals, dates, [mentions]))
    said = _by_document(_with(_rows(speech, ids), _rows(speakers, ids), "quote", "speakers", lambda row: row["entity_id"]))
    done = _by_document(
        _with(_rows(events, ids), _rows(event_actors, ids), "event", "parties", lambda row: (row["role"], row["entity_id"]))
    )
    return {
        (row["source_path"], row["record"]): Found(
            doc_id=(doc_id := row["doc_id"]),
            text=row["text"],
            language=about[doc_id]["language"],
            published=_interval(about[doc_id]),
            origin=places.get(origin[doc_id], ""),
            segments=(own := parts.get(doc_id, [])),
            dates=tuple(row for row in told.get(doc_id, ()) if _in_story(row, own)),
            signals=frozenset(row["signal"] for row in signs.get(doc_id, ())),
            mentions=names.get(doc_id, []),
            quotes=tuple(said.get(doc_id, ())),
            events=tuple(done.get(doc_id, ())),
        )
        for row in documents
    }


def _with(rows: list[dict], parts: list[dict], number: str, name: str, value: Callable[[dict], object]) -> list[dict]:
    """The rows, each with a tuple of the values of its parts: those of the same document with the same `number`."""
    grouped: dict[tuple, list] = {}
    for part in parts:
        grouped.setdefault((part["doc_id"], part[number]), []).append(value(part))
    return [row | {name: tuple(grouped.get((row["doc_id"], row[number]), ()))} for row in rows]


def _in_story(date: dict, segments: list[dict]) -> bool:
    return any(is_counted(part["role"], part["rule"]) and part["start"] <= date["start"] < part["end"] for part in segments)


def _rows(files: list[str], wanted: pl.Expr) -> list[dict]:
    return [row for file in files for row in pl.scan_parquet(file).filter(wanted).collect().iter_rows(named=True)]


def _by_document(rows: list[dict]) -> dict[str, list[dict]]:
    grouped: dict[str, list[dict]] = {}
    for row in rows:
        grouped.setdefault(row["doc_id"], []).append(row)
    return grouped


def _interval(row: dict) -> tuple | None:
    return None if row["published_earliest"] is None else (row["published_earliest"], row["published_latest"])


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        score(
            gold=list(zip(snakemake.params.names, snakemake.input.gold, strict=True)),
            pinned=snakemake.input.pinned,
            parsed=list(snakemake.input.parsed),
            published=list(snakemake.input.published),
            segments=list(snakemake.input.segments),
            signals=list(snakemake.input.signals),
            dates=list(snakemake.input.dates),
            origins=snakemake.input.origins,
            mentions=snakemake.input.mentions,
            speech=list(snakemake.input.speech),
            speakers=list(snakemake.input.speakers),
            events=list(snakemake.input.events),
            event_actors=list(snakemake.input.event_actors),
            output=snakemake.output.scores,
        )
