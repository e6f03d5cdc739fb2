"""Fidelity: each direct quote is looked up in all documents."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import accumulate, chain
from pathlib import Path

import polars as pl

from readout.dedupe.anchors import anchors
from readout.dedupe.kinship import Days
from readout.dedupe.sketch import hashed
from readout.fidelity.candidates import Index
from readout.fidelity.meaning import Meaning
from readout.fidelity.parallels import Parallel, parallels
from readout.fidelity.quotes import Place, Quotes
from readout.fidelity.retold import DAYS as RETOLD_WITHIN
from readout.fidelity.retold import LONGEST, Said, rewritten, translations
from readout.fidelity.texts import Speech
from readout.fidelity.verdict import ALTERED
from readout.fidelity.voices import Speaker
from readout.fidelity.wording import Words, letters, small, words
from readout.pack.files import read_yaml
from readout.tables import store
from readout.tables.schema import PARALLELS
from readout.tag.network import Models

DOCUMENTS_AT_ONCE = 32
TRANSLATED = "translated"
REWORDED = ("spun", "machine_translated")
"""Signals of documents whose words a machine chose."""
_QUOTED = ("doc_id", "quote", "start", "end", "kind", "language")


def fidelity(
    speech: list[str],
    speakers: list[str],
    parsed: list[str],
    sentences: list[str],
    published: list[str],
    signals: list[str],
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
    known = _known(entities, {speaker for there in spoken.values() for quote in there for speaker in quote.speakers})
    shards = list(zip(parsed, sentences, strict=True))
    read = Models(Path(models).parent)
    quotes, said = Quotes(read.pieces.surprise), []
    abroad, spun = _in_several_languages(spoken), _spun(signals, numbers)
    beside = _beside(spun, days)
    for shard in shards:
        named = _names(mentions, shard[0])
        for number, text, own in _texts([shard], numbers, spoken):
            names = named.get(doc_ids[number], [])
            quotes.add(number, text, own, spoken[number], [name[:2] for name in names])
            said += _said(number, text, own, spoken[number], names, days[number], None if number in beside else abroad)
    index = Index([wording.words for wording in quotes.wordings])
    for number, _, own in _texts(shards, numbers):
        index.look(number, own.hashes, days[number])
    wanted: dict[int, list[int]] = {}
    for wording, number in index.candidates():
        if any(place.document != number for place in quotes.places[wording]):
            wanted.setdefault(number, []).append(wording)
    denying = _denying(language_files)
    rows: list[Parallel] = []
    for number, text, own in _texts(shards, numbers, wanted):
        for found in quotes.find(wanted[number], index, text, own, spoken.get(number, ()), denying):
            rows += parallels(found, number, quotes.places[found.wording], spoken, days, known)
    if said:
        rows += _retold(said, spun, Meaning(read.pieces, read.embeddings), rows)
    made = [(doc_ids[row.place.document], row.place.quote.number, doc_ids[row.document], *row[2:]) for row in rows]
    store.write(PARALLELS, store.frame(PARALLELS, made).unique(PARALLELS.key, keep="first", maintain_order=True), target)


def _in_several_languages(spoken: Mapping[int, Sequence[Speech]]) -> frozenset[str]:
    """The speakers of direct quotes in more than one language."""
    languages: dict[str, set[str]] = {}
    for quote in chain.from_iterable(spoken.values()):
        for speaker in quote.speakers if quote.direct else ():
            languages.setdefault(speaker, set()).add(quote.language)
    return frozenset(speaker for speaker, spoken_in in languages.items() if len(spoken_in) > 1)


def _said(
    document: int, text: str, own: Words, speech: Sequence[Speech], names: Sequence[tuple], published: Days, speakers: frozenset[str] | None
) -> Iterator[Said]:
    """The direct quotes of some speakers, or of all, in a document."""
    starts = [start for start, *_ in names]
    for quote in speech:
        if quote.direct and (speakers is None or not speakers.isdisjoint(quote.speakers)):
            within = own.within(quote.start, quote.end)
            spans = zip(within.starts[:LONGEST].tolist(), within.ends[:LONGEST].tolist(), strict=True)
            around = names[bisect_left(starts, quote.start) : bisect_left(starts, quote.end)]
            inside = [(start, entity) for start, end, entity in around if end <= quote.end and entity]
            yield Said(
                place=Place(document, quote),
                language=quote.language,
                published=published,
                words=tuple(small(text[start:end]) for start, end in spans),
                anchors=anchors(text, [(quote.start, quote.end)], inside)[:LONGEST],
            )


def _retold(said: Sequence[Said], spun: frozenset[int], meaning: Meaning, found: Sequence[Parallel]) -> Iterator[Parallel]:
    """The parallels, in both directions, between quotes that say the same in other words, but for those that are `found` by their words."""
    known = {(row.place.document, row.place.quote.number, row.document, row.quote) for row in found}
    for kind, pairs in ((TRANSLATED, translations(said, meaning)), (ALTERED, rewritten(said, spun, meaning))):
        for one, other, alike in pairs:
            for place, there in ((one, other), (other, one)):
                if (place.document, place.quote.number, there.document, there.quote.number) not in known:
                    span = there.quote.start, there.quote.end
                    yield Parallel(place, there.document, *span, there.quote.number, kind, round(min(alike, 1.0), 4))


def _spun(signals: Sequence[str], numbers: dict[str, int]) -> frozenset[int]:
    """The documents that show signs of having been reworded by a machine."""
    told = (pl.read_parquet(path, columns=["doc_id", "signal"]) for path in signals)
    return frozenset(numbers[doc_id] for rows in told for doc_id, signal in rows.iter_rows() if signal in REWORDED)


def _beside(spun: frozenset[int], days: Sequence[Days]) -> frozenset[int]:
    """The documents published near one of some, themselves included; undated ones are near all."""
    if not spun:
        return frozenset()
    intervals = sorted({days[number] for number in spun} - {None})
    firsts = [first for first, _ in intervals]
    lasts = list(accumulate((last for _, last in intervals), max))
    undated = any(days[number] is None for number in spun)

    def near(day: Days) -> bool:
        if undated or day is None:
            return True
        before = bisect_right(firsts, day[1] + timedelta(days=RETOLD_WITHIN))
        return before > 0 and lasts[before - 1] >= day[0] - timedelta(days=RETOLD_WITHIN)

    return frozenset(number for number, day in enumerate(days) if near(day))


def _speech(speech: Sequence[str], speakers: Sequence[str], numbers: dict[str, int]) -> dict[int, list[Speech]]:
    """The quotes of each document, by its number."""
    found: dict[int, list[Speech]] = {}
    for quotes, persons in zip(speech, speakers, strict=True):
        said: dict[tuple[str, int], list[str]] = {}
        for doc_id, quote, entity in pl.read_parquet(persons, columns=["doc_id", "quote", "entity_id"]).iter_rows():
            said.setdefault((doc_id, quote), []).append(entity)
        for doc_id, quote, start, end, kind, language in pl.read_parquet(quotes, columns=list(_QUOTED)).iter_rows():
            who = tuple(said.get((doc_id, quote), ()))
            found.setdefault(numbers[doc_id], []).append(Speech(quote, start, end, kind == "direct", who, language))
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


def _known(entities: str, speakers: set[str]) -> dict[str, Speaker]:
    """What is known of the entities that speak."""
    rows = pl.read_parquet(entities, columns=["entity_id", "kind", "name", "country"])
    return {entity: Speaker(*row) for entity, *row in rows.iter_rows() if entity in speakers}


def _names(mentions: str, parsed: str) -> dict[str, list[tuple[int, int, str | None]]]:
    """The names in each document of a shard: start, end and entity."""
    columns = ("doc_id", "start", "end", "entity_id")
    wanted = pl.scan_parquet(parsed).select("doc_id")
    return store.by_document(
        pl.scan_parquet(mentions).select(columns).join(wanted, on="doc_id", how="semi").sort("doc_id", "start").collect()
    )


def _denying(language_files: Sequence[str]) -> frozenset[int]:
    """The hashes of the words that turn a sentence into its contrary, in all described languages."""
    files = (read_yaml(file) for file in language_files)
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
            signals=list(snakemake.input.signals),
            mentions=snakemake.input.mentions,
            entities=snakemake.input.entities,
            language_files=list(snakemake.input.languages),
            models=snakemake.input.models[0],
            target=snakemake.output.parallels,
        )
