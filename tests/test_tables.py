"""Tables reach files as they are declared, or not at all."""

from datetime import date

import polars as pl
import pytest

from readout.tables import store
from readout.tables.schema import ENTITIES, ORIGINS, RESULTS, WORKING, Column, Table

SMALL = Table(
    "small",
    "one row",
    (
        Column("id", pl.Int64, "Number."),
        Column("word", pl.String, "Word.", nullable=True),
        Column("day", pl.Date, "Day.", nullable=True),
        Column("kind", pl.String, "Kind.", values=("a", "b")),
    ),
    key=("id",),
)


def test_rows_come_back_sorted_and_typed(tmp_path):
    rows = [(2, None, date(2023, 7, 29), "a"), (1, "Ադրբեջան", None, "b")]
    store.write(SMALL, store.frame(SMALL, rows), tmp_path / "small.parquet")
    back = store.read(SMALL, tmp_path / "small.parquet")
    assert back.rows() == sorted(rows)
    assert back.schema == pl.Schema(SMALL.schema)


def test_same_rows_give_same_bytes(tmp_path):
    frame = store.frame(SMALL, [(number, "x" * number, None, "a") for number in range(10_000)])
    for name in ("one", "two"):
        store.write(SMALL, frame, tmp_path / name / "small.parquet")
    assert (tmp_path / "one" / "small.parquet").read_bytes() == (tmp_path / "two" / "small.parquet").read_bytes()


@pytest.mark.parametrize("row", [(None, "x", None, "a"), (1, "x", None, "c"), (1, 2, None, "a"), ("1", "x", None, "a")])
def test_rows_that_break_the_declaration_are_refused(row):
    with pytest.raises(store.TableError, match="table small"):
        store.frame(SMALL, [row])


def test_two_rows_of_one_key_are_refused(tmp_path):
    with pytest.raises(store.TableError, match="same id"):
        store.write(SMALL, store.frame(SMALL, [(1, "x", None, "a"), (1, "y", None, "a")]), tmp_path / "small.parquet")


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    with pytest.raises(RuntimeError), store.Writer(SMALL, tmp_path / "small.parquet") as writer:
        writer.write([(1, "x", None, "a")])
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_batches_hold_no_more_rows_than_asked_for(tmp_path):
    store.write(SMALL, store.frame(SMALL, [(number, None, None, "a") for number in range(1000)]), tmp_path / "small.parquet")
    sizes = [batch.height for batch in store.batches(tmp_path / "small.parquet", 300)]
    assert sum(sizes) == 1000
    assert max(sizes) <= 300


def test_every_column_is_explained_and_every_key_exists():
    for table in (*RESULTS.values(), *WORKING.values()):
        assert all(column.meaning.endswith(".") for column in table.columns), table.name
        assert set(table.key) <= set(table.schema), table.name
        assert len(table.schema) == len(table.columns), table.name


def test_contract_columns_are_there():
    assert list(ORIGINS.schema) == ["origin_id", "doc_id", "relation", "similarity"]
    assert {"entity_id", "kind", "name", "country", "basis", "mentions", "documents"} <= set(ENTITIES.schema)
