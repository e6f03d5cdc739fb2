"""Coded events, on the gold sentences of PLOVER."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from measures.common import digest_of, rows
from measures.pipeline import Read, coded, read, spoken
from measures.quotes import shuffled
from readout.score.plover import Coded, GoldEvent, event_scores, parties_are_right, plover_sentences

PLOVER = "events/plover_gsr/records.json"


def measured_events(data: Path, show: Callable[[str], None], part: str = "dev", keep: Path | None = None) -> Iterator[dict]:
    """Figures of the stage `coding` on PLOVER's gold sentences: `dev` to score on, `train` to develop on."""
    file = data / PLOVER
    if not file.is_file():
        return
    sentences = list(plover_sentences(file, part))
    with TemporaryDirectory() as folder:
        files = read([_record(one) for one in sentences], (keep or Path(folder)) / f"plover-{part}")
        spoken(files)
        coded(files)
        found = _events(files)
    cases = [(one, found.get(place, [])) for place, one in enumerate(sentences)]
    for error in shuffled([error for one, events in cases for error in _errors(one, events)]):
        show(f"PLOVER {part} {error}")
    yield from rows("coding", "en", f"PLOVER gold sentences, {part}", event_scores(cases), digest_of([file]))


def _record(one: GoldEvent) -> dict:
    return {"id": one.name, "text": one.text, "date": one.day}


def _events(files: Read) -> dict[int, list[Coded]]:
    """The events of each record by its place."""
    places = {doc_id: place for doc_id, place, _ in files.texts()}
    parties: dict[tuple[str, int], dict[str, list[tuple[int, int]]]] = {}
    for row in pl.read_parquet(files.event_actors).iter_rows(named=True):
        parties.setdefault((row["doc_id"], row["event"]), {}).setdefault(row["role"], []).append((row["start"], row["end"]))
    found: dict[int, list[Coded]] = {}
    for doc_id, number, kind in pl.read_parquet(files.events, columns=["doc_id", "event", "type"]).iter_rows():
        sides = parties.get((doc_id, number), {})
        found.setdefault(places[doc_id], []).append(Coded(kind, tuple(sides.get("actor", ())), tuple(sides.get("recipient", ()))))
    return found


def _errors(gold: GoldEvent, events: list[Coded]) -> Iterator[str]:
    told = f"{gold.type} {_words(gold.text, gold.sources)} > {_words(gold.text, gold.targets)} | {gold.text} | " + " ; ".join(
        f"{one.type} {_words(gold.text, one.actors)} > {_words(gold.text, one.recipients)}" for one in events
    )
    same = [one for one in events if one.type == gold.type]
    if not same:
        yield f"{'wrong type' if events else 'missed'}: {told}"
    elif not any(parties_are_right(gold, one) for one in same):
        yield f"wrong parties: {told}"
    if same and any(one.type not in (gold.type, "STATE") for one in events):
        yield f"besides: {told}"


def _words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " + ".join(repr(text[start:end]) for start, end in spans) or "nobody"
