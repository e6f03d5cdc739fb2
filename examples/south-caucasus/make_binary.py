"""Rebuild the example articles that are no plain UTF-8 text, from their texts under `sources/`.

Every byte follows from the sources: compression stores instead of deflating, so that no version of zlib shows in it, and no clock is
read. Parquet alone names the library that wrote it; its rows are the same whatever the version.

    python examples/south-caucasus/make_binary.py [FOLDER]

writes below FOLDER, by default the `articles` folder beside this file.
"""

import json
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
CRAWLED = "2023-05-20T06:00:00Z"
PAGE = "https://northseacourier.example/2023/05/brussels-talks/"


def stored_gzip(content: bytes) -> bytes:
    """One gzip member that holds `content` (less than 64 KiB) uncompressed, in a single stored block (RFC 1951, 3.2.4)."""
    if len(content) > 0xFFFF:
        raise ValueError(f"{len(content)} bytes do not fit into one stored block")
    block = struct.pack("<BHH", 1, len(content), len(content) ^ 0xFFFF) + content
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block + struct.pack("<II", zlib.crc32(content), len(content))


def truncated_gzip(content: bytes) -> bytes:
    """A gzip member that breaks off in its middle, as an interrupted download leaves it."""
    whole = stored_gzip(content)
    return whole[: len(whole) // 2]


def windows_1251(content: bytes) -> bytes:
    """The text in the Cyrillic code page of Windows, with its line ends."""
    return content.decode("utf-8").replace("\n", "\r\n").encode("cp1251")


def utf_16(content: bytes) -> bytes:
    """The text in UTF-16, little-endian, with a byte order mark."""
    return b"\xff\xfe" + content.decode("utf-8").encode("utf-16-le")


def warc(content: bytes) -> bytes:
    """A WARC file with one response record, compressed as a member of its own (WARC 1.1, annex D)."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(content) + content
    head = {
        "WARC-Type": "response",
        "WARC-Target-URI": PAGE,
        "WARC-Date": CRAWLED,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(http)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return stored_gzip(b"WARC/1.1\r\n" + lines.encode() + b"\r\n" + http + b"\r\n\r\n")


def parquet(content: bytes) -> bytes:
    """The JSON lines as rows of a Parquet file, all columns text."""
    import io

    import polars as pl

    rows = [json.loads(line) for line in content.decode("utf-8").splitlines()]
    file = io.BytesIO()
    pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.String)).write_parquet(file, compression="uncompressed", statistics=False)
    return file.getvalue()


MADE: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "neva-line/arkhiv.txt.gz": ("neva-line/arkhiv.txt", truncated_gzip),
    "neva-line/evlakh.txt": ("neva-line/evlakh.txt", utf_16),
    "neva-line/zayavlenie.txt": ("neva-line/zayavlenie.txt", windows_1251),
    "north-sea-courier/brussels-talks.warc.gz": ("north-sea-courier/brussels-talks.html", warc),
    "rioni-today/garibashvili-aliev.txt.gz": ("rioni-today/garibashvili-aliev.txt", stored_gzip),
    "rioni-today/tbilisi.parquet": ("rioni-today/tbilisi.jsonl", parquet),
}
"""Article, the source it is made of, and how."""


def make(folder: Path) -> None:
    """Write all of them below `folder`."""
    for article, (source, form) in MADE.items():
        target = folder / article
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(form((HERE / "sources" / source).read_bytes()))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "articles")
