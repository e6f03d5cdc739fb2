"""The database becomes a report.

In: results/readout.duckdb, workflow/sql/report/*.sql, workflow/templates/**
Out: reports/report.html, reports/names.html, reports/documents/<doc_id>.html (large corpora), reports/report.pdf
"""


rule report:
    """Write the report as one page, the names with all their spellings as another, and the documents of a large corpus as pages of their own."""
    input:
        database=rules.aggregate.output.database,
        sql=PLAN.sql["report"],
        templates=PLAN.templates,
        library=PLAN.library["report"],
    output:
        page="reports/report.html",
        names="reports/names.html",
        documents=directory("reports/documents"),
    log:
        "results/logs/report.log",
    benchmark:
        "results/benchmarks/report.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1200,
    params:
        settings=config["report"],
    script:
        "../../scripts/report.py"


rule pdf:
    """Typeset the report for print."""
    input:
        database=rules.aggregate.output.database,
        sql=PLAN.sql["report"],
        templates=PLAN.templates,
        library=PLAN.library["pdf"],
    output:
        pdf="reports/report.pdf",
    log:
        "results/logs/pdf.log",
    benchmark:
        "results/benchmarks/pdf.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1200,
    params:
        settings=config["report"],
    script:
        "../../scripts/pdf.py"
