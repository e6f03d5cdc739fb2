"""Fidelity: each direct quote is looked up in all documents."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
import yaml

from readout.dedupe.sketch import hashed
from readout.fidelity.candidates import Index
from readout.fidelity.parallels import Parallel, parallels
from readout.fidelity.quotes import Quotes
from readout.fidelity.texts import Speech
from readout.fidelity.voices import Speaker
from readout.fidelity.wording import Words, letters, words
from readout.tables import store
from readout.tables.schema import PARALLELS
from readout.tag.network import Models

DOCUMENTS_AT_ONCE = 32


def fidelity(
    speech: list[str],
    speakers: list[str],
    parsed: list[str],
    sentences: list[str],
    published: list[str],
    mentions: str,
    entities: str,
    language_files: list[str],
    models: str,
    target: str,
) -> None:
    """Write `parallels`. The files of one shard stand at one place in the lists. Of the texts only the quotes are kept."""
    told = pl.concat([pl.read_parquet(path, columns=["doc_id", "published_earliest", "published_latest"]) for path in published])
    doc_ids = told["doc_id"].to_list()
    numbers = {doc_id: number for number, doc_id in enumerate(doc_ids)}
    days = [None if earliest is None or latest is None else (earliest, latest) for _, earliest, latest in told.iter_rows()]
    spoken = _speech(speech, speakers, numbers)
    known = {row[0]: Speaker(*row[1:]) for row in pl.read_parquet(entities, columns=["entity_id", "kind", "name", "country"]).iter_rows()}
    shards = list(zip(parsed, sentences, strict=True))
    quotes = Quotes(Models(Path(models).parent).pieces.surprise)
    for number, text, own in _texts(shards, numbers, spoken):
        quotes.add(number, text, own, spoken[number])
    index = Index([wording.words for wording in quotes.wordings])
    for number, _, own in _texts(shards, numbers):
        index.look(number, own.hashes)
    wanted: dict[int, list[int]] = {}
    for wording, number in index.candidates():
        if any(place.document != number for place in quotes.places[wording]):
            wanted.setdefault(number, []).append(wording)
    denying = _denying(language_files)
    rows: list[Parallel] = []
    for number, text, own in _texts(shards, numbers, wanted):
        for found in quotes.find(wanted[number], text, own, spoken.get(number, ()), denying):
            rows += parallels(found, number, quotes.places[found.wording], spoken, days, known)
    made = [(doc_ids[row.place.document], row.place.quote, doc_ids[row.document], *row[2:]) for row in rows]
    store.write(PARALLELS, store.frame(PARALLELS, made), target)


def _speech(speech: Sequence[str], speakers: Sequence[str], numbers: dict[str, int]) -> dict[int, list[Speech]]:
    """The quotes of each document, by its number."""
    found: dict[int, list[Speech]] = {}
    for quotes, who in zip(speech, speakers, strict=True):
        said: dict[tuple[str, int], list[str]] = {}
        for doc_id, quote, entity in pl.read_parquet(who, columns=["doc_id", "quote", "entity_id"]).iter_rows():
            said.setdefault((doc_id, quote), []).append(entity)
        for doc_id, quote, start, end, kind in pl.read_parquet(quotes, columns=["doc_id", "quote", "start", "end", "kind"]).iter_rows():
            found.setdefault(numbers[doc_id], []).append(Speech(quote, start, end, kind == "direct", tuple(said.get((doc_id, quote), ()))))
    return found


def _texts(
    shards: Sequence[tuple[str, str]], numbers: dict[str, int], wanted: dict[int, list] | None = None
) -> Iterator[tuple[int, str, Words]]:
    """The documents, or the wanted ones, each with its number, its text and the words of its sentences."""
    for parsed, sentences in shards:
        spans = store.by_document(pl.read_parquet(sentences, columns=["doc_id", "start", "end"]))
        for batch in store.batches(parsed, DOCUMENTS_AT_ONCE):
            for doc_id, text in batch.select("doc_id", "text").iter_rows():
                if wanted is None or numbers[doc_id] in wanted:
                    yield numbers[doc_id], text, words(text, spans.get(doc_id, []))


def _denying(language_files: Sequence[str]) -> frozenset[int]:
    """The hashes of the words that turn a sentence into its contrary, in all described languages."""
    files = (yaml.safe_load(Path(file).read_text(encoding="utf-8")) for file in language_files)
    return frozenset(hashed(letters(str(word)) for file in files for word in (file.get("fidelity") or {}).get("denying") or ()).tolist())


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        fidelity(
            speech=list(snakemake.input.speech),
            speakers=list(snakemake.input.speakers),
            parsed=list(snakemake.input.parsed),
            sentences=list(snakemake.input.sentences),
            published=list(snakemake.input.published),
            mentions=snakemake.input.mentions,
            entities=snakemake.input.entities,
            language_files=list(snakemake.input.languages),
            models=snakemake.input.models[0],
            target=snakemake.output.parallels,
        )
