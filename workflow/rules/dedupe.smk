"""Copies, near copies, excerpts and translations find their origin.

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/segments.parquet, results/date/<shard>/published.parquet, results/tag/<shard>/names.parquet of all shards
Out: results/dedupe/origins.parquet
"""


rule dedupe:
    """Group the documents that share their text, or most of it, under the one they go back to."""
    input:
        parsed=collect(rules.ingest.output.parsed, shard=PLAN.shards),
        segments=collect(rules.segment.output.segments, shard=PLAN.shards),
        names=collect(rules.tag.output.names, shard=PLAN.shards),
        published=collect(rules.date.output.published, shard=PLAN.shards),
        library=PLAN.library["dedupe"],
    output:
        origins="results/dedupe/origins.parquet",
    log:
        "results/logs/dedupe.log",
    benchmark:
        "results/benchmarks/dedupe.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    script:
        "../../scripts/dedupe.py"
