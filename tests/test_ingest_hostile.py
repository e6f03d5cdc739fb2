"""A hostile folder: the run completes, every record is in the ledger with its reason, and nothing differs between two runs."""

import tracemalloc
from dataclasses import asdict
from pathlib import Path

import pytest
from hostile import build
from reading import SETTINGS, read

from ingest import ingest
from readout.ingest.inventory import inventory
from readout.ingest.shards import shards
from readout.ingest.stage import LedgerRow, ParsedRow


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("hostile") / "corpus"
    return folder, build(folder, line=20_000_000)


@pytest.fixture(scope="module")
def rows(hostile: tuple[Path, dict[str, str]]) -> tuple[list[LedgerRow], list[ParsedRow]]:
    return read(hostile[0])


def test_everything_that_came_in_is_in_the_ledger_with_its_reason(hostile, rows) -> None:
    told = {f"{row.source_path}:{row.record}": row.reason if row.status == "rejected" else "kept" for row in rows[0]}
    for place, reason in hostile[1].items():
        assert told.get(place, "absent").startswith(reason), place
    many = {"cut.jsonl.gz", "open.csv"}
    assert {place for place in told if place.rpartition(":")[0] not in many} == {
        place for place in hostile[1] if place.rpartition(":")[0] not in many
    }


def test_the_ledger_closes(rows) -> None:
    ledger, parsed = rows
    keys = [(row.source_path, row.record) for row in ledger]
    assert len(keys) == len(set(keys))
    assert {row.status for row in ledger} == {"kept", "rejected"}
    assert all(row.reason for row in ledger if row.status == "rejected")
    assert [(row.source_path, row.record, row.doc_id) for row in ledger if row.status == "kept"] == [
        (row.source_path, row.record, row.doc_id) for row in parsed
    ]
    assert len({row.doc_id for row in parsed}) == len(parsed)


def test_records_before_a_break_are_kept_and_whole(rows) -> None:
    kept = [row for row in rows[1] if row.source_path == "cut.jsonl.gz"]
    assert len(kept) > 1000
    assert all(row.text == f"Item {row.record - 1} of the archive." for row in kept)


def test_two_runs_give_the_same_rows(hostile, rows) -> None:
    assert read(hostile[0]) == rows


def test_no_reason_names_a_folder_of_the_machine(hostile, rows) -> None:
    assert not any(str(hostile[0].parent) in (row.reason or "") for row in rows[0])


def test_long_lines_and_packed_bombs_do_not_fill_memory(tmp_path: Path) -> None:
    build(tmp_path / "corpus", line=60_000_000)
    tracemalloc.start()
    read(tmp_path / "corpus", max_record_bytes=1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # 256 bytes of Zstandard may become 8 MB at once; beside them nothing is held but a record and the ledger's rows
    assert peak < 30_000_000


def test_markup_stays_text(rows) -> None:
    page = next(row for row in rows[1] if row.source_path == "headline.html")
    assert "script" not in page.text and "onerror" not in page.text
    assert page.text.startswith("News")
    line = next(row for row in rows[1] if row.source_path == "headline.jsonl")
    assert line.text == "Its text is <script>alert(1)</script>."


def test_the_tables_are_the_same_bytes_wherever_the_folder_lies(tmp_path: Path) -> None:
    written = []
    for place in ("here", "there/deeper"):
        corpus, shards_of = tmp_path / place, tmp_path / "out" / place
        build(corpus, line=6_000_000)
        (tmp_path / "outlets.yaml").write_text("- {name: Wire, folders: [none]}\n")
        files = []
        for name, shard in shards(inventory(corpus), SETTINGS["shards"]).items():
            made = shards_of / f"{name}-ledger.parquet", shards_of / f"{name}-parsed.parquet"
            ingest(str(corpus), asdict(shard), SETTINGS, [str(tmp_path / "outlets.yaml")], *map(str, made))
            files += [(file.name, file.read_bytes()) for file in made]
        written.append(files)
    assert written[0] == written[1]
