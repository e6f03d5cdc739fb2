"""Link: the names of all shards become mentions of entities; entities and their spellings are counted."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from readout.aggregate import statement, warehouse
from readout.link.resolve import resolve
from readout.tables import store
from readout.tables.schema import ALIASES, ENTITIES, MENTIONS

COLUMNS = [column.name for column in MENTIONS.columns]


def link(names: list[str], actors: str, origins: str, sql: list[str], memory: str, mentions: str, entities: str, aliases: str) -> None:
    """Resolve the names of each document, then count by SQL, which spills to disk where the corpus is large."""
    with store.Writer(MENTIONS, mentions) as writer:
        for path in names:
            for rows in _mentions(path):
                writer.write(rows)
    statements = {Path(path).stem: statement.parse(Path(path).stem, Path(path).read_text(encoding="utf-8")) for path in sql}
    values = {"mentions": mentions, "origins": origins, "actors": actors}
    with TemporaryDirectory(dir=Path(mentions).parent) as spill, warehouse.connection(":memory:", memory, 1, spill=spill) as database:
        for table, path in ((ALIASES, aliases), (ENTITIES, entities)):
            query = statements[table.name]
            store.write(table, database.sql(query.sql, params=query.bind(values)).pl(), path)


def _mentions(path: str) -> Iterator[list[dict]]:
    """The mentions of one document after the other."""
    rows = (row for batch in store.batches(path) for row in batch.iter_rows(named=True))
    for _, document in groupby(rows, key=lambda row: row["doc_id"]):
        found = list(document)
        linked = [name | link._asdict() for name, link in zip(found, resolve(found), strict=True)]
        yield [{column: row[column] for column in COLUMNS} for row in linked]


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        link(
            names=list(snakemake.input.names),
            actors=snakemake.input.actors,
            origins=snakemake.input.origins,
            sql=list(snakemake.input.sql),
            memory=f"{snakemake.resources.mem_mb // 2}MB",
            mentions=snakemake.output.mentions,
            entities=snakemake.output.entities,
            aliases=snakemake.output.aliases,
        )
