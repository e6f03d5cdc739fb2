"""Documents are searched for signs that they are not what they seem.

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/{segments,about}.parquet, results/date/<shard>/dates.parquet, config/languages/*.yaml
Out: results/signals/<shard>/signals.parquet
"""


rule signals:
    """Find what was spun, machine translated, cut off, mixed up or hardly a text, in one shard."""
    input:
        parsed=rules.ingest.output.parsed,
        segments=rules.segment.output.segments,
        about=rules.segment.output.about,
        dates=rules.date.output.dates,
        languages=PLAN.languages,
        library=PLAN.library["signals"],
    output:
        signals="results/signals/{shard}/signals.parquet",
    log:
        "results/logs/signals/{shard}.log",
    benchmark:
        "results/benchmarks/signals/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    script:
        "../../scripts/signals.py"
