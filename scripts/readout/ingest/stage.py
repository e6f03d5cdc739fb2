"""Ingest: the files of a shard become rows of the ledger and, where there is a text, rows of the table `parsed`."""

import logging
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from readout.ingest import delimited, jsonlines, parquet, warc, wholefile
from readout.ingest.compression import Broken, pieces
from readout.ingest.document import Document, document
from readout.ingest.fields import Fields
from readout.ingest.formats import format_of
from readout.ingest.identity import Occurrences, doc_id, text_sha256
from readout.ingest.inventory import located
from readout.ingest.outlets import Outlets
from readout.ingest.records import Record, Rejected
from readout.ingest.shards import Shard

LOGGER = logging.getLogger(__name__)

_ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,}")


class LedgerRow(NamedTuple):
    """A row of the table `ledger`."""

    source_path: str
    record: int
    bytes: int | None
    sha256: str | None
    status: str
    reason: str | None
    doc_id: str | None


class ParsedRow(NamedTuple):
    """A row of the table `parsed`."""

    doc_id: str
    source_path: str
    record: int
    sha256: str
    url: str | None
    outlet: str | None
    title: str | None
    date: str | None
    format: str
    main: str | None
    text_sha256: str
    text: str


def ingest(root: Path, shard: Shard | Mapping[str, object], settings: Mapping[str, object]) -> Iterator[LedgerRow | ParsedRow]:
    """Every record of the shard: a row for the ledger, and one for `parsed` where it is kept; each kind in the order of its key.

    `root`: the folder that the shard's paths are relative to. `settings`: `fields` (names of the fields of records, by role),
    `max_record_bytes`, `outlets` (each with `name`, `hosts`, `folders`). A file's ledger rows come after its parsed rows, since
    what is wrong with a file as a whole shows at its end. No file's fault ends the run.
    """
    shard = shard if isinstance(shard, Shard) else Shard(**shard)
    reading = _Reading(Path(root), shard, settings)
    faults = {path: (reason, size) for path, reason, size in shard.faults}
    for path in sorted([*shard.files, *faults]):
        if path in faults:
            reason, size = faults[path]
            yield LedgerRow(path, 0, size, None, "rejected", reason, None)
        else:
            yield from reading.file(path)


class _Reading:
    def __init__(self, root: Path, shard: Shard, settings: Mapping[str, object]) -> None:
        self._root = root
        self._shard = shard
        self._fields = Fields(settings["fields"])
        self._outlets = Outlets(settings.get("outlets") or ())
        self._limit = int(settings["max_record_bytes"])

    def file(self, path: str) -> Iterator[LedgerRow | ParsedRow]:
        rows: list[LedgerRow] = []
        occurrences = Occurrences()
        found, fault = False, None
        try:
            for record in self._records(path):
                found = True
                occurrence = occurrences.next(record.key)
                if record.number % self._shard.parts == self._shard.part:
                    row, parsed = self._row(path, record, occurrence)
                    rows.append(row)
                    if parsed:
                        yield parsed
        except (Broken, Rejected) as error:
            fault = str(error)
        except OSError as error:
            fault = f"cannot be read: {error.strerror or type(error).__name__}"
        except Exception as error:  # one file must not end the run
            LOGGER.exception("%s: the rest of the file is rejected", path)
            fault = self._unexpected(error)
        if not found and fault is None:
            fault = "empty file: no records"
        # of a file that several shards read, the first speaks for the whole
        if fault and self._shard.part == 0:
            yield LedgerRow(path, 0, self._size(path), None, "rejected", fault, None)
        yield from rows

    def _records(self, path: str) -> Iterator[Record]:
        location, shape = located(self._root, path), format_of(path)
        if shape is None:
            raise Rejected("unsupported format")
        if shape.kind == "parquet":
            return parquet.records(location, self._fields, self._limit)
        stream = pieces(location, shape.compression)
        if shape.kind == "jsonlines":
            return jsonlines.records(stream, self._fields, self._limit)
        if shape.kind == "delimited":
            return delimited.records(stream, ".tsv" in path.lower()[-8:], self._fields, self._limit)
        if shape.kind == "warc":
            return warc.records(stream, self._limit)
        return wholefile.records(stream, shape.kind, self._fields, self._limit)

    def _row(self, path: str, record: Record, occurrence: int) -> tuple[LedgerRow, ParsedRow | None]:
        try:
            if record.given is None:
                raise Rejected(record.fault or "no text")
            made = document(record.given, path, self._outlets)
        except Rejected as fault:
            return self._rejected(path, record, str(fault)), None
        except Exception as error:  # one record must not end the file
            LOGGER.exception("%s, record %d: rejected", path, record.number)
            return self._rejected(path, record, self._unexpected(error)), None
        name = doc_id(path, record.key, occurrence)
        reason = "; ".join(made.notes) or None
        ledger = LedgerRow(path, record.number, record.size, record.sha256, "kept", reason, name)
        return ledger, _parsed(name, path, record, made)

    def _rejected(self, path: str, record: Record, reason: str) -> LedgerRow:
        return LedgerRow(path, record.number, record.size, record.sha256, "rejected", reason, None)

    def _unexpected(self, error: Exception) -> str:
        """What went wrong, without what differs between machines and runs: folders, addresses in memory."""
        message = str(error).replace(f"{self._root}/", "").replace(str(self._root), "")
        return f"unexpected {type(error).__name__}: {_ADDRESS.sub('0x', message)[:200]}"

    def _size(self, path: str) -> int | None:
        try:
            return located(self._root, path).stat().st_size
        except OSError:
            return None


def _parsed(name: str, path: str, record: Record, made: Document) -> ParsedRow:
    return ParsedRow(
        doc_id=name,
        source_path=path,
        record=record.number,
        sha256=record.sha256 or "",
        url=made.url,
        outlet=made.outlet,
        title=made.title,
        date=made.date,
        format=made.format,
        main=made.main,
        text_sha256=text_sha256(made.text),
        text=made.text,
    )
