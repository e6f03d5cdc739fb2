"""A folder in which everything is wrong that can be wrong with a folder: built for tests, never stored."""

import gzip
import io
import os
from pathlib import Path

import zstandard

GOOD = "The ministers of Ruritania and Syldavia met on Monday.\n"
SCRIPT = "<script>document.title='taken over'</script><img src=x onerror=\"document.title='taken over'\">"
RIGHT_TO_LEFT = "The envoy \u202efdp.troper\u202c said \u2067so\u2069 in Streslau.\n"


def warc(*records: tuple[str, str, bytes]) -> bytes:
    """A WARC file of records, each of a type, an address and a block."""
    made = io.BytesIO()
    for kind, url, block in records:
        media = "application/http; msgtype=response" if kind == "response" else "text/plain"
        header = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
        made.write(header.encode() + block + b"\r\n\r\n")
    return made.getvalue()


def response(body: bytes, *header: str, status: str = "200 OK", media: str = "text/html; charset=utf-8") -> bytes:
    """An HTTP response."""
    return "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {media}", *header, "", "")).encode() + body


def build(folder: Path, line: int = 200_000_000) -> dict[str, str]:
    """Fill a folder with hostile files, the longest of one line of `line` bytes; the reason that each must be given, or `kept`.

    Keys are paths in the ledger, with `:record` where the file has several. Files without permission are readable to root.
    """
    folder.mkdir(parents=True, exist_ok=True)
    expected = _texts(folder, line) | _archives(folder) | _links(folder)
    (folder / "good.txt").write_text(GOOD)
    return expected | {"good.txt:1": "kept"}


def _texts(folder: Path, line: int) -> dict[str, str]:
    with (folder / "long.txt").open("wb") as file:
        _fill(file, line)
    with (folder / "long.jsonl").open("wb") as file:
        file.write(b'{"text": "')
        _fill(file, line)
        file.write(b'"}\n{"text": "After the long line."}\n')
    deep = "<div>" * 50_000 + "deep" + "</div>" * 50_000
    written = {
        "invalid.txt": (GOOD * 3).encode() + b"broken \xff\xfe\xfa here\n",
        "binary.txt": bytes(range(128, 256)) * 40,
        "nul.txt": GOOD.encode() + b"\0" + GOOD.encode(),
        "empty.txt": b"",
        "empty.jsonl": b"",
        "blank.txt": b" \n\t\r\n",
        "headline.html": f"<title>{SCRIPT}</title><h1>{SCRIPT}News</h1><p>Text of the page.</p>".encode(),
        "headline.jsonl": b'{"title": "' + SCRIPT.replace('"', '\\"').encode() + b'", "text": "Its text is <script>alert(1)</script>."}\n',
        "deep.html": deep.encode(),
        "bidi.txt": RIGHT_TO_LEFT.encode(),
        "bad.jsonl": b'{"text": "one"}\n{"text": \n["a"]\n{"text": "\\ud800"}\n\n{"note": "x"}\n{"text": "two"}\n' + b"[" * 9000 + b"\n",
        "bomb.md": b"---\na: &a [x,x]\nb: &b [*a,*a]\n---\nText.\n",
        "open.csv": b'text\n"never closed\n' + b"row\n" * 20,
        "report.pdf": b"%PDF-1.7",
        ".hidden.txt": b"hidden",
        "line\nbreak.txt": GOOD.encode(),
        "=cmd|' !A0'.txt": GOOD.encode(),
    }
    for name, data in written.items():
        (folder / name).write_bytes(data)
    with open(os.fsencode(folder) + b"/bad\xff.txt", "wb") as file:  # noqa: PTH123 - a name that is no text
        file.write(GOOD.encode())
    return {
        "long.txt:1": "too long",
        "long.jsonl:1": "too long",
        "long.jsonl:2": "kept",
        "invalid.txt:1": "kept",
        "binary.txt:1": "undecodable",
        "nul.txt:1": "NUL byte",
        "empty.txt:1": "empty",
        "empty.jsonl:0": "empty",
        "blank.txt:1": "empty",
        "headline.html:1": "kept",
        "headline.jsonl:1": "kept",
        "deep.html:1": "nested too deeply",
        "bidi.txt:1": "kept",
        "bad.jsonl:1": "kept",
        "bad.jsonl:2": "malformed JSON",
        "bad.jsonl:3": "malformed record",
        "bad.jsonl:4": "malformed JSON",
        "bad.jsonl:6": "no text field",
        "bad.jsonl:7": "kept",
        "bad.jsonl:8": "malformed JSON",
        "bomb.md:1": "kept",
        "open.csv:1": "kept",
        "report.pdf:0": "unsupported format: .pdf",
        ".hidden.txt:0": "hidden file",
        "line\nbreak.txt:1": "kept",
        "=cmd|' !A0'.txt:1": "kept",
        "bad\\xff.txt:1": "kept",
    }


def _archives(folder: Path) -> dict[str, str]:
    many = "".join(f'{{"text": "Item {number} of the archive.", "id": {number}}}\n' for number in range(20_000)).encode()
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(many, mtime=0)[:60_000])
    (folder / "cut.txt.gz").write_bytes(gzip.compress(many, mtime=0)[:-9])
    (folder / "cut.txt.zst").write_bytes(zstandard.compress(many)[:-3])
    (folder / "not.txt.gz").write_bytes(b"plain text")
    (folder / "not.parquet").write_bytes(b"PAR1 no more")
    (folder / "bomb.txt.zst").write_bytes(zstandard.compress(b"a" * 300_000_000))
    (folder / "cut.warc").write_bytes(warc(("response", "http://a.example/1", response(b"<p>One.</p>")), ("response", "", b"x" * 99))[:-30])
    return {
        "cut.jsonl.gz:0": "truncated gzip",
        "cut.jsonl.gz:1": "kept",
        "cut.txt.gz:0": "truncated gzip",
        "cut.txt.zst:0": "truncated zstd",
        "not.txt.gz:0": "damaged gzip",
        "not.parquet:0": "damaged Parquet",
        "bomb.txt.zst:1": "too long",
        "cut.warc:0": "truncated WARC",
        "cut.warc:1": "kept",
    }


def _links(folder: Path) -> dict[str, str]:
    (folder / "loop").symlink_to(folder)
    (folder / "ring-a.txt").symlink_to("ring-b.txt")
    (folder / "ring-b.txt").symlink_to("ring-a.txt")
    (folder / "outside.txt").symlink_to("/etc/hostname")
    (folder / "nowhere.txt").symlink_to("nothing.txt")
    (folder / "again.txt").symlink_to("good.txt")
    os.mkfifo(folder / "pipe.txt")
    forbidden = folder / "forbidden.txt"
    forbidden.write_text(GOOD)
    forbidden.chmod(0)
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("not searched")
    return {
        "loop:0": "symbolic link loop",
        "ring-a.txt:0": "symbolic link loop",
        "ring-b.txt:0": "symbolic link loop",
        "outside.txt:0": "symbolic link leads outside the corpus folder",
        "nowhere.txt:0": "broken symbolic link",
        "again.txt:1": "kept",
        "pipe.txt:0": "not a regular file",
        ".git:0": "hidden folder",
        **({"forbidden.txt:1": "kept"} if os.access(forbidden, os.R_OK) else {"forbidden.txt:0": "no permission to read"}),
    }


def _fill(file: io.BufferedWriter, size: int) -> None:
    block = b"word " * 20_000
    for start in range(0, size, len(block)):
        file.write(block[: size - start])
