"""Shards and ids are stable: what is added, moved or sliced changes nothing else."""

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import SETTINGS, read

from readout.ingest.formats import format_of
from readout.ingest.identity import doc_id
from readout.ingest.inventory import Item, inventory, located
from readout.ingest.shards import shards

SHARDING = SETTINGS["shards"]


def made(count: int, size: int = 100, name: str = "f{}.txt") -> list[Item]:
    return [Item(name.format(number), size, None, True) for number in range(count)]


def places(items: list[Item]) -> dict[str, str]:
    return {path: name for name, shard in shards(items, SHARDING).items() for path in shard.files}


def test_a_new_file_moves_no_other() -> None:
    few, more = places(made(200)), places([*made(200), *made(40, name="new{}.md")])
    assert few == {path: more[path] for path in few}


def test_shards_are_named_safely_and_never_empty() -> None:
    items = [*made(3000), Item("big.jsonl", 60_000_000, None, True), Item("x.pdf", 7, "unsupported format: .pdf", True)]
    found = shards(items, SHARDING)
    assert all(re.fullmatch(r"[a-z0-9-]+", name) and (shard.files or shard.faults) for name, shard in found.items())
    assert len([name for name in found if name.startswith("g")]) == 16
    parts = [shard for shard in found.values() if shard.parts > 1]
    assert [(shard.part, shard.parts, shard.files) for shard in parts] == [(part, 8, ["big.jsonl"]) for part in range(8)]
    assert sum(len(shard.files) for shard in found.values() if shard.part == 0) == 3001
    assert [fault for shard in found.values() for fault in shard.faults] == [("x.pdf", "unsupported format: .pdf", 7)]


@pytest.mark.parametrize(("size", "name", "parts"), [(8_000_000, "a.csv", 1), (8_000_001, "a.csv", 2), (10**12, "a.csv", 16)])
def test_only_large_files_of_many_records_are_sliced(size: int, name: str, parts: int) -> None:
    assert len(shards([Item(name, size, None, True)], SHARDING)) == parts
    assert len(shards([Item("a.txt", size, None, True)], SHARDING)) == 1


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_slices_are_a_partition_with_the_same_ids(tmp_path: Path, name: str) -> None:
    rows = [{"id": number % 7 or "", "text": f"Text {number}." if number % 5 else ""} for number in range(60)]
    if name == "a.jsonl":
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows) + "broken\n")
    else:
        (tmp_path / name).write_text("id,text\n" + "".join(f"{row['id']},{row['text']}\n" for row in rows))
    whole = read(tmp_path)
    sliced = read(tmp_path, slice_bytes=200)
    assert len(shards(inventory(tmp_path), {**SHARDING, "slice_bytes": 200})) >= 4
    assert whole == sliced
    assert len(whole[0]) >= 60


def test_what_is_wrong_with_a_sliced_file_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n" * 9 + b"no record" * 99)
    ledger, _ = read(tmp_path, slice_bytes=100)
    assert [row.record for row in ledger] == list(range(10))
    assert "malformed WARC" in (ledger[0].reason or "")


def test_ids_are_unique_and_do_not_depend_on_place_or_neighbours(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two/deeper"
    first.mkdir()
    lines = ['{"id": 7, "text": "a"}', '{"text": "b"}', '{"url": "http://a.example", "text": "c"}', '{"text": "b"}']
    (first / "a.jsonl").write_text("\n".join(lines))
    (first / "b.txt").write_text("d")
    shutil.copytree(first, second)
    before = {(row.source_path, row.text, row.record): row.doc_id for row in read(first)[1]}
    assert {(row.source_path, row.text, row.record): row.doc_id for row in read(second)[1]} == before
    (second / "a.jsonl").write_text("\n".join(['{"id": 8, "text": "new"}', "broken", *lines]))
    (second / "aa.txt").write_text("also new")
    after = {(row.source_path, row.text, row.record): row.doc_id for row in read(second)[1]}
    assert {name: after[name[0], name[1], name[2] + 2 * (name[0] == "a.jsonl")] for name in before} == before
    assert len(set(after.values())) == len(after) == 7
    assert all(re.fullmatch("[a-z2-7]{12}", name) for name in after.values())


@given(st.text(max_size=20), st.binary(max_size=20), st.text(max_size=20), st.binary(max_size=20))
def test_ids_tell_path_from_key(path: str, key: bytes, other: str, other_key: bytes) -> None:
    path, other = (name.encode("utf-8", "replace").decode() for name in (path, other))
    assert (doc_id(path, key, 0) == doc_id(other, other_key, 0)) == ((path, key) == (other, other_key))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.TXT", "text"), ("a.warc.gz", "warc"), ("a.b.jsonl.zst", "jsonlines"), ("a.parquet", "parquet"), ("x/a.HTM.GZ", "html")],
)
def test_formats_are_told_by_names(name: str, kind: str) -> None:
    assert format_of(name).kind == kind


@pytest.mark.parametrize("name", ["a", "txt", ".txt", "a.gz", "a.tar.gz", "a.parquet.gz", "a.txt.gz.gz", "a.pdf", "a.txt/b"])
def test_other_names_have_no_format(name: str) -> None:
    assert format_of(name) is None


def test_one_file_is_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "b.txt").write_text("two")
    assert [row.text for row in read(tmp_path / "b.txt")[1]] == ["two"]
    assert [row.doc_id for row in read(tmp_path / "b.txt")[1]] == [read(tmp_path)[1][1].doc_id]


def test_no_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such corpus"):
        inventory(tmp_path / "none")


def test_names_that_are_no_text_are_escaped_and_found_again(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"a\\xff.txt", "ä.txt".encode()):
        (tmp_path / name.decode("utf-8", "surrogateescape")).write_bytes(name)
    items = inventory(tmp_path)
    assert [item.path for item in items] == ["a\\\\xff.txt", "a\\xff.txt", "ä.txt"]
    assert [located(tmp_path, item.path).read_bytes() for item in items] == [b"a\\xff.txt", b"a\xff.txt", "ä.txt".encode()]
    assert [item.plain_name for item in items] == [False, False, True]


@pytest.mark.parametrize("name", ["a{b}.txt", "a\nb.txt", " a.txt", "a.txt ", "d /a.txt", "a*.txt", "a\u202eb.txt", "a\u00a0b.txt"])
def test_names_that_a_workflow_engine_would_read_otherwise_are_marked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")
    assert [item.plain_name for item in inventory(tmp_path)] == [False]
