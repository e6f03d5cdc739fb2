"""PDF: the report once more, from the same templates and tables, as a document to print."""

import logging
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from readout.aggregate import statement, warehouse
from readout.report import typesetting
from readout.report.limits import for_print
from readout.report.page import Pages
from readout.report.source import Source


def pdf(database: str, sql: str, templates: str, settings: dict, target: str, *, memory: str = "500MB", threads: int = 1) -> None:
    """Write the report on a database as PDF/UA-1; `settings` are `title`, `evidence`, `actors`, `matrix`."""
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(dir=path.parent, prefix="pdf-") as spill,
        warehouse.connection(database, memory, threads, spill=spill, read_only=True) as opened,
    ):
        page = Pages(templates, Source(opened, statement.load(Path(sql))), settings["title"]).printed(for_print(settings))
    path.write_bytes(typesetting.pdf(page))


if "snakemake" in globals():
    from joblog import logged

    # its progress is no news; its warnings are
    logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)
    with logged(snakemake.log[0]):
        pdf(
            database=snakemake.input.database,
            sql=str(Path(snakemake.input.sql[0]).parent),
            templates=os.path.commonpath(snakemake.input.templates),
            settings=snakemake.params.settings,
            target=snakemake.output.pdf,
            threads=snakemake.threads,
        )
