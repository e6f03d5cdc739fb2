"""Aggregate: the stages' files become results/readout.duckdb and one Parquet file per table and mart."""

import platform
import shutil
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

import readout
from readout.aggregate import facts, statement, warehouse
from readout.tables.schema import RESULTS, RUNS, WORKING
from readout.tables.store import Writer

STAGES = (
    "ledger",
    "parsed",
    "published",
    "outlets",
    "segments",
    "sentences",
    "dates",
    "signals",
    "origins",
    "mentions",
    "entities",
    "aliases",
    "doubts",
    "offices",
    "corrections",
    "corrected",
    "speech",
    "speakers",
    "parallels",
    "events",
    "event_actors",
    "terms",
    "figures",
    "scores",
)


def aggregate(
    stages: dict[str, list[str]],
    sql: str,
    config: dict,
    pack: list[str],
    database: str,
    tables: str,
    *,
    memory: str = "700MB",
    threads: int = 2,
) -> None:
    """Build the database from the stages' files and write its tables to a folder.

    `stages` names, for each table of the stages (`ledger`, `parsed`, `published`, `segments`, …), its files in order;
    `sql` is the folder of the statements; `config` and the files of the `pack` are described in the `runs` table.
    """
    target, folder = Path(database), Path(tables)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    marts, views = statement.load(Path(sql) / "marts"), statement.load(Path(sql) / "views")
    with TemporaryDirectory(dir=target.parent, prefix="aggregate-") as spill:
        values = {name: paths or [_no_rows(name, spill)] for name, paths in stages.items()}
        with warehouse.connection(partial, memory, threads, spill=spill) as opened:
            for name, selected in _tables(sql).items():
                warehouse.fill(opened, RESULTS[name], selected, values)
            warehouse.check_closed(opened)
            for derived in statement.in_order([*marts.values(), *views.values()]):
                warehouse.derive(opened, derived, "TABLE" if derived.name in marts else "VIEW")
            warehouse.insert(opened, RUNS, _facts(opened, config, pack).items())
            warehouse.export(opened, [*RESULTS, *marts], folder)
            opened.execute("CHECKPOINT")
    partial.replace(target)


def _tables(sql: str) -> dict[str, statement.Statement]:
    """The statements of the declared tables, in the order in which the tables are declared; `runs` is filled by itself."""
    found = statement.load(Path(sql) / "tables")
    return {name: found[name] for name in RESULTS if name != RUNS.name}


def _no_rows(name: str, folder: str) -> str:
    """A file of the table without rows, for a stage that had nothing to do: DuckDB reads no empty list of files."""
    path = Path(folder) / f"no-{name}.parquet"
    with Writer({**RESULTS, **WORKING}[name], path):
        return str(path)


def _facts(opened, config: dict, pack: list[str]) -> dict[str, str]:
    known = facts.versions(readout.__version__, platform.python_version(), {name: _installed(name) for name in facts.PACKAGES})
    known |= facts.settings(config, leave_out=("corpus", "gold", "outlets", "pack", "corrections"))
    known["digest.corpus"] = facts.digest(repr(row).encode() for row in _rows(opened, "SELECT * FROM ledger ORDER BY source_path, record"))
    files = sorted((Path(path).name, Path(path).read_bytes()) for path in pack)
    known["digest.pack"] = facts.digest(part for name, content in files for part in (name.encode(), content))
    for name in RESULTS:
        if name != RUNS.name:
            known[f"rows.{name}"] = str(next(iter(_rows(opened, f"SELECT count(*) FROM {name}")))[0])
    return known


def _rows(opened, query: str):
    cursor = opened.execute(query)
    while batch := cursor.fetchmany(1024):
        yield from batch


def _installed(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        shutil.rmtree(snakemake.output.tables, ignore_errors=True)
        aggregate(
            stages={name: [files] if isinstance(files := snakemake.input[name], str) else list(files) for name in STAGES},
            sql=str(Path(snakemake.input.sql[0]).parent.parent),
            config=snakemake.params.settings,
            pack=list(snakemake.input.pack),
            database=snakemake.output.database,
            tables=snakemake.output.tables,
            threads=snakemake.threads,
        )
