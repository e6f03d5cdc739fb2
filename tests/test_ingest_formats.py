"""Each format gives its records, their fields and the digests of their bytes."""

import gzip
import hashlib
import json
import zlib
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hostile import response, warc
from reading import only, read

TEXT = "The envoys met in Streslau.\n\nThey agreed to meet again."


@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".zst", zstandard.compress)])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", b"The envoys met\nin Streslau.\n\nThey agreed to *meet* again.\n"),
        ("a.html", b"<p>The envoys met in Streslau.<p>They agreed to <b>meet</b> again."),
        ("a.jsonl", json.dumps({"text": TEXT}).encode()),
        ("a.csv", f'id,text\n1,"{TEXT}"\n'.encode()),
        ("a.tsv", f'id\ttext\n1\t"{TEXT}"\n'.encode()),
        ("a.warc", warc(("response", "http://a.example/", response(b"<p>The envoys met in Streslau.<p>They agreed to meet again.")))),
    ],
)
def test_every_text_format_is_read_plain_and_packed(tmp_path: Path, name: str, data: bytes, suffix: str, pack) -> None:
    (tmp_path / f"{name}{suffix}").write_bytes(pack(data))
    row = only(tmp_path)
    assert row.text == TEXT
    assert (row.source_path, row.record) == (f"{name}{suffix}", 1)


def test_digest_and_size_are_those_of_the_records_bytes(tmp_path: Path) -> None:
    lines = ['{"text": "one"}', '{"text": "два"}']
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\r\n".join(lines).encode()))
    (tmp_path / "b.csv").write_bytes(b'text,url\n"two\nlines",\n')
    (tmp_path / "c.txt.zst").write_bytes(zstandard.compress(b"whole\r\n"))
    ledger, parsed = read(tmp_path)
    raw = [line.encode() for line in lines] + [b'"two\nlines",', b"whole\r\n"]
    assert [(row.bytes, row.sha256) for row in ledger] == [(len(data), hashlib.sha256(data).hexdigest()) for data in raw]
    assert [row.text for row in parsed] == ["one", "два", "two\nlines", "whole\n"]


def test_fields_are_found_by_any_of_their_names(tmp_path: Path) -> None:
    record = {"Headline": " A\ttitle ", "published_at": "2023-05-01", "link": "http://a.example/1", "publisher": "Wire", "Body": ["a", "b"]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    row = only(tmp_path)
    assert (row.title, row.date, row.url, row.outlet, row.text) == ("A title", "2023-05-01", "http://a.example/1", "Wire", "a\n\nb")


def test_a_dotted_name_reaches_into_nested_records(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"article": {"Text": "Deep."}, "meta": {"date": 2020}}')
    names = {"text": ["text", "article.text"], "html": [], "date": ["meta.date"]}
    row = only(tmp_path, fields=names)
    assert (row.text, row.date) == ("Deep.", "2020")


def test_front_matter_makes_a_record_markdown_and_fills_its_fields(tmp_path: Path) -> None:
    raw = "---\ntitle: 'A: title'\ndate: 2021-04-27\nsource_url: http://a.example/\n---\n\nHard\nwrapped [link](http://b.example).\n"
    (tmp_path / "a.jsonl").write_text(json.dumps({"raw": raw, "path": "x"}))
    (tmp_path / "b.md").write_text(raw)
    _, parsed = read(tmp_path)
    for row in parsed:
        told = (row.title, row.date, row.url, row.format, row.text)
        assert told == ("A: title", "2021-04-27", "http://a.example/", "markdown", "Hard wrapped link.")


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("a: &x 1\nb: *x", "anchors and aliases"),
        ("a: [", "front matter not read"),
        ("- a\n- b", "not a list of fields"),
        ("a: " + "[" * 30, "nested deeper"),
        ("a: " + "x" * 70_000, "longer than"),
        ("? [a, b]\n: c", "front matter not read"),
    ],
)
def test_front_matter_that_cannot_be_read_stays_in_the_text(tmp_path: Path, block: str, why: str) -> None:
    (tmp_path / "a.md").write_text(f"---\n{block}\n---\nThe text.\n")
    ledger, parsed = read(tmp_path)
    assert why in (ledger[0].reason or "")
    assert parsed[0].text.endswith("The text.")
    assert block.split()[0] in parsed[0].text or block.startswith("-")


def test_front_matter_obeys_no_tag(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: !!python/object/apply:os.getcwd []\ndate: !!int 7\n---\nText.\n")
    row = only(tmp_path)
    assert (row.title, row.date) == (None, "7")


def test_markdown_is_rendered_to_what_a_reader_sees(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# A *heading*\n\nHard\nwrapped  \nbroken &amp; `code` ![picture](x.png) <b>bold</b>\n\n> quoted\n> lines\n\n- one\n- two\n\n"
        "3. third\n4. fourth\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<div><script>no()</script>in a block</div>\n"
    )
    assert only(tmp_path).text == (
        "A heading\n\nHard wrapped\nbroken & code picture bold\n\nquoted lines\n\none\ntwo\n\n"
        "3. third\n4. fourth\n\na\tb\n1\t2\n\nin a block"
    )


def test_markdown_nested_too_deeply_is_kept_as_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("> " * 40 + "deep")
    ledger, parsed = read(tmp_path)
    assert "nested too deeply" in (ledger[0].reason or "")
    assert parsed[0].text == "> " * 40 + "deep"


def test_csv_rows_over_several_lines_short_rows_and_delimiters(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes('\ufefftitle;text;url\n\nOne;"a; b\nc ""d""";http://a.example\nTwo\nThree;t;u;more\n'.encode())
    ledger, parsed = read(tmp_path)
    assert [(row.record, row.title, row.text) for row in parsed] == [(1, "One", 'a; b\nc "d"'), (3, "Three", "t")]
    assert [row.reason for row in ledger] == [None, "no text field among: title", "4 fields where the header has 3"]


def test_a_csv_row_that_swallows_the_file_is_rejected_and_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('text\nfirst\n"never closed\n' + "row\n" * 100 + "last\n")
    ledger, parsed = read(tmp_path, max_record_bytes=200)
    assert parsed[0].text == "first"
    assert parsed[-1].text == "last"
    assert "a quotation mark may be missing" in (ledger[1].reason or "")


def test_parquet_strings_times_and_unreadable_bytes(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": [1, 2, 3, 4],
            "text": pa.array([b"one", "два".encode(), b"bad \xff" + b"." * 60, None], pa.binary()).cast(pa.binary()),
            "date": pa.array([0, 86_400_000, None, None], pa.timestamp("ms")),
            "embedding": [[1.0], [2.0], [3.0], [4.0]],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    ledger, parsed = read(tmp_path)
    assert [row.text for row in parsed] == ["one", "два", "bad \ufffd" + "." * 60]
    assert [(row.date or "")[:10] for row in parsed] == ["1970-01-01", "1970-01-02", ""]
    assert [row.reason for row in ledger][2:] == ["1 invalid byte replaced", "empty: no text in its text field"]


def test_warc_records_that_are_no_pages_are_counted(tmp_path: Path) -> None:
    page = b"<html><head><title>T</title></head><body><p>Page.</p></body></html>"
    chunked = b"5\r\n" + page[:5] + b"\r\n" + f"{len(page) - 5:x}".encode() + b"\r\n" + page[5:] + b"\r\n0\r\n\r\n"
    made = warc(
        ("warcinfo", "", b"software: x"),
        ("request", "http://a.example/1", b"GET / HTTP/1.1\r\n\r\n"),
        ("response", "http://a.example/1", response(page)),
        ("response", "http://a.example/2", response(gzip.compress(page), "Content-Encoding: gzip")),
        ("response", "http://a.example/3", response(chunked, "Transfer-Encoding: chunked")),
        ("response", "http://a.example/4", response(zlib.compress(page)[2:-4], "Content-Encoding: deflate")),
        ("response", "http://a.example/5", response(page, status="404 Not Found")),
        ("response", "http://a.example/6", response(b"\x89PNG", media="image/png")),
        ("response", "http://a.example/7", response("<p>Москва".encode("cp1251"), media="text/html; charset=windows-1251")),
        ("conversion", "http://a.example/8", b"Plain text."),
        ("response", "http://a.example/9", b"nonsense"),
        ("response", "http://a.example/10", response(b"x", "Content-Encoding: br")),
    )
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(made))
    ledger, parsed = read(tmp_path)
    assert len(ledger) == 12
    assert {row.record: row.text for row in parsed} == {3: "Page.", 4: "Page.", 5: "Page.", 6: "Page.", 9: "Москва", 10: "Plain text."}
    assert parsed[0].url == "http://a.example/1"
    assert {row.record: row.reason for row in ledger if row.reason} == {
        1: "not a page: a record of type warcinfo",
        2: "not a page: a record of type request",
        7: "not a page: HTTP status 404",
        8: "not a page: content of type image/png",
        11: "malformed HTTP response",
        12: "content encoding not read: br",
    }


def test_a_record_longer_than_the_limit_is_measured_and_rejected(tmp_path: Path) -> None:
    for name, data in {"a.txt": b"x" * 101, "b.jsonl": b'{"text":"' + b"x" * 100 + b'"}\n{"text":"short"}', "c.html": b"<p>" * 40}.items():
        (tmp_path / name).write_bytes(data)
    ledger, parsed = read(tmp_path, max_record_bytes=100)
    assert [row.reason for row in ledger] == [f"too long: {size} bytes, limit 100" for size in (101, 111)] + [None] + [
        "too long: 120 bytes, limit 100"
    ]
    assert ledger[0].sha256 == hashlib.sha256(b"x" * 101).hexdigest()
    assert [row.text for row in parsed] == ["short"]


def test_the_outlet_is_the_records_else_the_hosts_else_the_folders(tmp_path: Path) -> None:
    outlets = [
        {"name": "Host", "hosts": ["wire.example"], "folders": []},
        {"name": "Folder", "hosts": [], "folders": ["side/desk"]},
        {"name": "Upper", "folders": ["side"], "names": ["Oberer"]},
    ]
    (tmp_path / "side/desk").mkdir(parents=True)
    (tmp_path / "side/desk/a.jsonl").write_text(
        '{"text":"a","outlet":"Own"}\n{"text":"b","url":"https://www.news.wire.example:80/x"}\n{"text":"c","url":"http://[bad"}\n{"text":"d"}\n'
        '{"text":"g","outlet":"oberer"}'
    )
    (tmp_path / "side/b.txt").write_text("e")
    (tmp_path / "c.txt").write_text("f")
    _, parsed = read(tmp_path, outlets=outlets)
    assert {row.text: row.outlet for row in parsed} == {
        "a": "Own",
        "b": "Host",
        "c": "Folder",
        "d": "Folder",
        "e": "Upper",
        "f": None,
        "g": "Upper",
    }


def test_copies_share_the_digest_of_their_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The  same\ntext.\n")
    (tmp_path / "b.html").write_text("<p>The same <i>text</i>.")
    _, parsed = read(tmp_path)
    assert parsed[0].text_sha256 == parsed[1].text_sha256 == hashlib.sha256(b"The same text.").hexdigest()
