"""Report: reports/report.html, reports/names.html, and reading pages of their own under reports/documents where they do not fit into it."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from readout.aggregate import statement, warehouse
from readout.report.limits import for_names, for_page
from readout.report.page import Pages
from readout.report.source import Source


def report(
    database: str,
    sql: str,
    templates: str,
    settings: dict,
    html: str,
    names: str,
    documents: str,
    *,
    memory: str = "700MB",
    threads: int = 2,
) -> None:
    """Write the report on a database and the page of names beside it.

    The folder of reading pages is made anew, and stays empty where the report holds them. `settings` are `title`, `evidence`,
    `actors`, `matrix`, `entities`, `embed`.
    """
    folder, target = Path(documents), Path(html)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with (
        TemporaryDirectory(dir=target.parent, prefix="report-") as spill,
        warehouse.connection(database, memory, threads, spill=spill, read_only=True) as opened,
    ):
        source = Source(opened, statement.load(Path(sql)))
        totals = source.row("totals")
        pages = Pages(templates, source, settings["title"])
        page, limits, actors = pages.report(for_page(settings, totals.documents, totals.characters))
        target.write_text(page, encoding="utf-8")
        Path(names).write_text(pages.names(for_names(settings), embedded=limits.embed), encoding="utf-8")
        if not limits.embed:
            for name, content in pages.documents(actors):
                (folder / name).write_text(content, encoding="utf-8")


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        report(
            database=snakemake.input.database,
            sql=str(Path(snakemake.input.sql[0]).parent),
            templates=os.path.commonpath(snakemake.input.templates),
            settings=snakemake.params.settings,
            html=snakemake.output.page,
            names=snakemake.output.names,
            documents=snakemake.output.documents,
            threads=snakemake.threads,
        )
