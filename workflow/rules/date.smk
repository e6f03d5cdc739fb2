"""Documents and the dates they tell find their place in the calendar.

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/{segments,sentences,about}.parquet, results/tag/<shard>/names.parquet,
results/pack/offices.parquet, config/languages/*.yaml
Out: results/date/<shard>/dates.parquet, published.parquet
"""


rule date:
    """Resolve every date expression of each document to days, and tell when it was published."""
    input:
        parsed=rules.ingest.output.parsed,
        segments=rules.segment.output.segments,
        sentences=rules.segment.output.sentences,
        about=rules.segment.output.about,
        names=rules.tag.output.names,
        offices=rules.pack.output.offices,
        languages=PLAN.languages,
        library=PLAN.library["date"],
    output:
        dates="results/date/{shard}/dates.parquet",
        published="results/date/{shard}/published.parquet",
    log:
        "results/logs/date/{shard}.log",
    benchmark:
        "results/benchmarks/date/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=600,
    script:
        "../../scripts/date.py"
