"""Read a folder as the workflow does, all shards one after the other: for tests."""

from pathlib import Path

import yaml

from readout.ingest.inventory import corpus_root, inventory
from readout.ingest.shards import shards
from readout.ingest.stage import LedgerRow, ParsedRow, ingest

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = yaml.safe_load((ROOT / "config/config.yaml").read_text(encoding="utf-8"))["ingest"]


def read(corpus: Path, slice_bytes: int | None = None, **settings: object) -> tuple[list[LedgerRow], list[ParsedRow]]:
    """Ledger and parsed rows of all shards, each sorted by key."""
    sharding = {**SETTINGS["shards"], **({"slice_bytes": slice_bytes} if slice_bytes else {})}
    rows = []
    for shard in shards(inventory(corpus), sharding).values():
        rows += ingest(corpus_root(corpus), shard, {**SETTINGS, **settings})
    ledger = sorted((row for row in rows if isinstance(row, LedgerRow)), key=lambda row: row[:2])
    parsed = sorted((row for row in rows if isinstance(row, ParsedRow)), key=lambda row: row[1:3])
    return ledger, parsed


def only(corpus: Path, **settings: object) -> ParsedRow:
    """The one document of a corpus."""
    ledger, parsed = read(corpus, **settings)
    assert [row.status for row in ledger] == ["kept"], ledger
    return parsed[0]
