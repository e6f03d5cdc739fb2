"""Which format a file has, told by its name."""

from typing import NamedTuple


class Format(NamedTuple):
    """How a file is laid out (`kind`), how it is packed (`compression`: `gz`, `zst` or none), and whether it holds many records."""

    kind: str
    compression: str | None
    many: bool


_KINDS = {
    "txt": "text", "text": "text",
    "md": "markdown", "markdown": "markdown",
    "html": "html", "htm": "html", "xhtml": "html",
    "jsonl": "jsonlines", "ndjson": "jsonlines",
    "csv": "delimited", "tsv": "delimited",
    "parquet": "parquet",
    "warc": "warc",
}  # fmt: skip
_MANY = ("jsonlines", "delimited", "parquet", "warc")
_COMPRESSIONS = {"gz": "gz", "zst": "zst"}


def format_of(name: str) -> Format | None:
    """The format that a file's name tells, upper or lower case; None where it is not one that can be read."""
    stem, _, suffix = name.rpartition("/")[2].lower().rpartition(".")
    compression = _COMPRESSIONS.get(suffix)
    if compression:
        stem, _, suffix = stem.rpartition(".")
    kind = _KINDS.get(suffix) if stem else None
    # Parquet packs its columns itself and has to be read from its end: packed once more it cannot be streamed
    if kind is None or (kind == "parquet" and compression):
        return None
    return Format(kind, compression, kind in _MANY)
