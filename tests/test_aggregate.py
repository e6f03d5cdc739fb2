"""Aggregate: the stages' files become one database, its tables are as declared, and the same input gives the same bytes."""

import hashlib
import re
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest
import stage_files

from aggregate import STAGES, aggregate
from readout.aggregate import facts, statement, warehouse
from readout.tables import schema, store

SQL = Path(__file__).parents[1] / "workflow" / "sql"
CONFIG = {"corpus": "/somewhere/else", "gold": None, "report": {"title": "T", "evidence": 20}, "languages": ["en", "ru"]}


def build(folder: Path, stages: dict[str, list[str]] | None = None) -> Path:
    """A database made of the small corpus, or of other stage files, below a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pack = folder / "pack.yaml"
    pack.write_text("actors: []\n")
    stages = stages or stage_files.small(folder / "stages")
    aggregate(stages, str(SQL), CONFIG, [str(pack)], str(folder / "results" / "readout.duckdb"), str(folder / "results" / "tables"))
    return folder / "results"


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("small"))


@pytest.fixture
def database(results: Path):
    with duckdb.connect(str(results / "readout.duckdb"), read_only=True) as opened:
        yield opened


def test_every_declared_table_and_mart_is_in_the_database_and_in_a_parquet_file(results: Path, database) -> None:
    expected = {*schema.RESULTS, *statement.load(SQL / "marts")}
    assert {path.stem for path in (results / "tables").glob("*.parquet")} == expected
    tables = {row[0] for row in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert tables == expected


@pytest.mark.parametrize("name", schema.RESULTS)
def test_parquet_files_are_as_declared_and_in_order(results: Path, name: str) -> None:
    table = schema.RESULTS[name]
    made = store.checked(table, pl.read_parquet(results / "tables" / f"{name}.parquet"))
    assert made.sort(table.key).equals(made)


def test_copies_are_duplicates_and_the_ledger_closes(database) -> None:
    counts = dict(database.execute("SELECT status, records FROM ledger_summary").fetchall())
    assert counts == {"kept": 5, "duplicate": 1, "rejected": 3}
    reason, same = database.execute("SELECT reason, doc_id FROM ledger WHERE status = 'duplicate'").fetchall()[0]
    assert reason == f"same text as {stage_files.DOCUMENTS[0].doc_id}"
    assert same == stage_files.DOCUMENTS[1].doc_id
    assert database.execute("SELECT count(*) FROM documents").fetchone() == (6,)


def test_a_document_that_is_missing_from_the_ledger_is_an_error(tmp_path: Path) -> None:
    made = stage_files.rows(stage_files.DOCUMENTS, [], stage_files.NAMES)
    made.ledger.pop()
    with pytest.raises(store.TableError, match="does not close"):
        build(tmp_path, stage_files.write(made, tmp_path / "stages"))


def test_a_document_that_a_stage_forgot_is_an_error(tmp_path: Path) -> None:
    made = stage_files.rows(stage_files.DOCUMENTS, [], stage_files.NAMES)
    made.published.pop()
    with pytest.raises(store.TableError, match="documents"):
        build(tmp_path, stage_files.write(made, tmp_path / "stages"))


def test_marts_count_what_the_texts_say(database) -> None:
    def one(query: str):
        return database.execute(query).fetchall()

    assert one("SELECT documents, mentions FROM entity_languages WHERE entity_id = 'person:vera-lindqvist' AND language = 'ru'") == [(1, 1)]
    assert one(
        "SELECT sentences, documents, origins FROM entity_pairs WHERE entity_a = 'person:ashot-bek' AND entity_b = 'person:vera-lindqvist'"
    ) == [(5, 3, 2)]
    assert one("SELECT documents, origins FROM documents_by_month WHERE month = DATE '2021-03-01' AND outlet = 'Norland Courier'") == [
        (1, 1)
    ]
    assert one("SELECT sum(documents) FROM documents_by_month WHERE month IS NULL") == [(3,)]
    assert one("SELECT month FROM document_list WHERE published_earliest = DATE '2021-04-01'") == [(date(2021, 4, 1),)]
    assert one("SELECT segments FROM segment_roles WHERE role = 'navigation'") == [(2,)]
    assert one("SELECT count(*) FROM mentions") == one("SELECT sum(mentions) FROM entity_languages")


def test_evidence_is_the_text_at_the_offsets(database) -> None:
    rows = database.execute(
        'SELECT surface, substring(d.text, e.start + 1, e."end" - e.start) FROM evidence e JOIN documents d USING (doc_id)'
    ).fetchall()
    assert rows and all(surface == seen for surface, seen in rows)


def test_every_column_of_the_marts_is_explained_in_the_database(database) -> None:
    silent = database.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL").fetchall()
    assert silent == []


def test_two_builds_in_two_folders_give_the_same_bytes(results: Path, tmp_path: Path) -> None:
    other = build(tmp_path / "elsewhere" / "deeper")

    def digests(folder: Path) -> dict[str, str]:
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((folder / "tables").iterdir())}

    assert digests(results) == digests(other)


def test_row_groups_do_not_depend_on_threads(tmp_path: Path) -> None:
    stages = stage_files.large(tmp_path / "stages", documents=400)
    digests = []
    for threads in (1, 4):
        folder = tmp_path / str(threads)
        aggregate(stages, str(SQL), {}, [], str(folder / "readout.duckdb"), str(folder / "tables"), threads=threads)
        digests.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((folder / "tables").iterdir())])
    assert digests[0] == digests[1]


def test_a_corpus_of_nothing_gives_empty_tables(tmp_path: Path) -> None:
    results = build(tmp_path, {name: [] for name in STAGES})
    assert pl.read_parquet(results / "tables" / "documents.parquet").height == 0


def test_runs_hold_settings_and_digests_but_no_path(database) -> None:
    known = dict(database.execute("SELECT key, value FROM runs").fetchall())
    assert known["setting.report.evidence"] == "20"
    assert known["setting.languages"] == "en ru"
    assert re.fullmatch("[0-9a-f]{64}", known["digest.corpus"])
    assert "setting.corpus" not in known
    assert not [value for value in known.values() if "/" in value]


def test_a_digest_tells_where_one_part_ends() -> None:
    assert facts.digest([b"ab", b"c"]) != facts.digest([b"a", b"bc"])


def test_statements_come_after_those_they_read() -> None:
    names = [made.name for made in statement.in_order([*statement.load(SQL / "marts").values(), *statement.load(SQL / "views").values()])]
    assert names.index("document_list") < names.index("documents_by_month")
    assert names.index("sentence_entities") < names.index("named_together") < names.index("entity_pairs")


def test_a_statement_without_its_row_is_refused() -> None:
    with pytest.raises(statement.StatementError):
        statement.parse("x", "SELECT 1")


def test_the_version_is_that_of_the_project() -> None:
    import readout

    assert f'version = "{readout.__version__}"' in (SQL.parents[1] / "pyproject.toml").read_text()


@pytest.mark.parametrize("text", ["plain", "it's", "\u202eltr", "a\nb", "';--"])
def test_quoted_text_is_a_literal_of_that_text_and_prints(text: str) -> None:
    literal = warehouse.quoted(text)
    assert duckdb.sql(f"SELECT {literal}").fetchall() == [(text,)]
    assert literal.isprintable()
