"""Link: the names of all shards become mentions of entities; entities, their spellings, and what corrections did are counted."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from readout.aggregate import statement, warehouse
from readout.ingest.outlets import homes
from readout.link.compare import Comparer
from readout.link.corpus import Corpus, Settings
from readout.link.corrected import Effects, Seen
from readout.link.corrections import read_corrections, rulings_of
from readout.link.knowledge import read_knowledge
from readout.link.rulings import NO_RULINGS, Rulings
from readout.link.seeds import read_seeds
from readout.link.titles import Titles
from readout.tables import store
from readout.tables.schema import ALIASES, CORRECTED, CORRECTIONS, DOUBTS, ENTITIES, LINKED, MENTIONS

BATCH = 4096


def link(
    names: list[str],
    parsed: list[str],
    outlets: list[str],
    actors: str,
    offices: str,
    spellings: str,
    knowledge: list[str],
    origins: str,
    sql: list[str],
    memory: str,
    mentions: str,
    entities: str,
    aliases: str,
    doubts: str,
    rulings: Rulings = NO_RULINGS,
) -> None:
    """Resolve the names of each document, then join across documents; count by SQL, which spills to disk where the corpus is large.

    The documents are read once: what they say of each distinct name is kept, what each mention means within its document is written
    down, and is read again once it is known which names are one. `names` and `parsed` are the files of the shards, both in the same
    order; `rulings` is what a person ruled about names.
    """
    settings = Settings(
        countries=dict(pl.read_parquet(actors).select("entity_id", "country").drop_nulls().iter_rows()),
        homes=homes(outlets),
        offices=_offices(offices),
    )
    known = read_knowledge(knowledge)
    titles = Titles(pl.scan_parquet(spellings).filter(kind="PER").collect().iter_rows(named=True))
    corpus = Corpus(settings, Comparer(known), rulings)
    with TemporaryDirectory(dir=Path(mentions).parent) as spill:
        linked = Path(spill) / "linked.parquet"
        with store.Writer(LINKED, linked) as writer:
            for path, about in zip(names, parsed, strict=True):
                told = {
                    doc_id: (outlet, title) for doc_id, outlet, title in store.read_columns(about, "doc_id", "outlet", "title").iter_rows()
                }
                for doc_id, document in _documents(path):
                    outlet, title = told[doc_id]
                    writer.write(corpus.read(document, outlet, titles.of(title)))
        corpus.cluster(read_seeds(pl.read_parquet(spellings).iter_rows(named=True), corpus.languages, known.known))
        with store.Writer(MENTIONS, mentions) as writer:
            for batch in store.batches(linked, BATCH):
                writer.write(corpus.mentions(batch.iter_rows(named=True)))
        store.write(DOUBTS, store.frame(DOUBTS, corpus.doubts()), doubts)
        merges = Path(spill) / "merges.parquet"
        corpus.merges().write_parquet(merges)
        statements = {Path(path).stem: statement.parse(Path(path).stem, Path(path).read_text(encoding="utf-8")) for path in sql}
        values = {"mentions": mentions, "origins": origins, "actors": actors, "merges": str(merges)}
        with warehouse.connection(":memory:", memory, 1, spill=spill) as database:
            for table, path in ((ALIASES, aliases), (ENTITIES, entities)):
                query = statements[table.name]
                store.write(table, database.sql(query.sql, params=query.bind(values)).pl(), path)


def correct(file: str | None, schema: str, linked: dict, corrections: str, corrected: str) -> None:
    """Link as `link` does with the arguments in `linked`, obeying the corrections in a file, and write what each of them did.

    Without any, names are linked once; else once more without them, into a folder that goes again, to see what differs.
    """
    said = read_corrections(file, schema)
    link(**linked, rulings=rulings_of(said))
    effects = Effects(said)
    if said:
        with TemporaryDirectory(dir=Path(corrected).parent) as folder:
            without = {name: str(Path(folder) / f"{name}.parquet") for name in ("mentions", "entities", "aliases", "doubts")}
            link(**{**linked, **without}, rulings=NO_RULINGS)
            query = statement.load(Path(linked["sql"][0]).parent)["compared"]
            with warehouse.connection(":memory:", linked["memory"], 1, spill=folder) as database:
                found = database.execute(query.sql, query.bind({"mentions": linked["mentions"], "uncorrected": without["mentions"]}))
                while rows := found.fetchmany(BATCH):
                    effects.note(Seen(*row) for row in rows)
    changed = effects.corrected()
    counted = Counter(number for number, _ in changed)
    rows = [(*one[:2], one.shown, *one[3:], effects.effect(one, counted[one.number]), counted[one.number]) for one in said]
    store.write(CORRECTIONS, store.frame(CORRECTIONS, rows), corrections)
    store.write(CORRECTED, store.frame(CORRECTED, [(number, *mention[:-1]) for number, mention in changed]), corrected)


def _offices(file: str) -> dict[str, frozenset[str]]:
    """Person → what the offices that they ever held are called: the last word before "of" in "Vice President of …", in lower case."""
    called: dict[str, set[str]] = {}
    for entity, title in pl.read_parquet(file, columns=["entity_id", "title"]).iter_rows():
        called.setdefault(entity, set()).add(title.split(" of ")[0].split(" for ")[0].split()[-1].lower())
    return {entity: frozenset(words) for entity, words in called.items()}


def _documents(path: str) -> Iterator[tuple[str, list[dict]]]:
    """The names of one document after the other."""
    rows = (row for batch in store.batches(path) for row in batch.iter_rows(named=True))
    for doc_id, document in groupby(rows, key=lambda row: row["doc_id"]):
        yield doc_id, list(document)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        correct(
            file=snakemake.input.corrections[0] if snakemake.input.corrections else None,
            schema=snakemake.input.schema,
            linked={
                "names": list(snakemake.input.names),
                "parsed": list(snakemake.input.parsed),
                "outlets": list(snakemake.input.outlets),
                "actors": snakemake.input.actors,
                "offices": snakemake.input.offices,
                "spellings": snakemake.input.spellings,
                "knowledge": list(snakemake.input.knowledge),
                "origins": snakemake.input.origins,
                "sql": list(snakemake.input.sql),
                "memory": f"{snakemake.resources.mem_mb // 2}MB",
                "mentions": snakemake.output.mentions,
                "entities": snakemake.output.entities,
                "aliases": snakemake.output.aliases,
                "doubts": snakemake.output.doubts,
            },
            corrections=snakemake.output.corrections,
            corrected=snakemake.output.corrected,
        )
