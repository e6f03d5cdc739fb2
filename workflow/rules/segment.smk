"""Documents fall into title, dateline, body and what is none of the text.

In: results/ingest/<shard>/parsed.parquet, config/languages/*.yaml
Out: results/segment/<shard>/segments.parquet, sentences.parquet, about.parquet
"""


rule segment:
    """Label every stretch of each document, find its sentences, and their languages."""
    input:
        parsed=rules.ingest.output.parsed,
        languages=PLAN.languages,
        library=PLAN.library["segment"],
    output:
        segments="results/segment/{shard}/segments.parquet",
        sentences="results/segment/{shard}/sentences.parquet",
        about="results/segment/{shard}/about.parquet",
    log:
        "results/logs/segment/{shard}.log",
    benchmark:
        "results/benchmarks/segment/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    params:
        settings=config["segment"],
    script:
        "../../scripts/segment.py"
