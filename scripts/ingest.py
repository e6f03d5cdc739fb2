"""Ingest one shard: its files become rows of the ledger, and the texts in them rows of the table `parsed`."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from readout.ingest.outlets import read_outlets
from readout.ingest.stage import LedgerRow
from readout.ingest.stage import ingest as rows_of
from readout.tables.schema import LEDGER, PARSED
from readout.tables.store import Writer

ROWS = 256
CHARACTERS = 1 << 22


def ingest(
    root: str, shard: Mapping[str, object], settings: Mapping[str, object], outlets: Iterable[str], ledger: str, parsed: str
) -> None:
    """Read the shard's files below `root` and write both tables, some rows at a time; `outlets` are files."""
    settings = {**settings, "outlets": read_outlets(outlets)}
    counts = {"kept": 0, "rejected": 0}
    with Writer(LEDGER, ledger) as ledger_rows, Writer(PARSED, parsed) as parsed_rows:
        rows, texts, characters = [], [], 0
        for row in rows_of(Path(root), shard, settings):
            if isinstance(row, LedgerRow):
                counts[row.status] += 1
                rows.append(row)
            else:
                texts.append(row)
                characters += len(row.text)
            if len(rows) >= ROWS:
                ledger_rows.write(rows)
                rows = []
            if len(texts) >= ROWS or characters >= CHARACTERS:
                parsed_rows.write(texts)
                texts, characters = [], 0
        ledger_rows.write(rows)
        parsed_rows.write(texts)
    logging.info("kept %d records, rejected %d", counts["kept"], counts["rejected"])


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        ingest(
            root=snakemake.params.root,
            shard=snakemake.params.shard,
            settings=snakemake.params.settings,
            outlets=snakemake.input.outlets,
            ledger=snakemake.output.ledger,
            parsed=snakemake.output.parsed,
        )
