"""Sentences are read for names.

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/sentences.parquet, results/pack/spellings.parquet, models/names/*
Out: results/tag/<shard>/names.parquet
"""


rule tag:
    """Find the names of persons, organisations, places and agreements in one shard."""
    input:
        parsed=rules.ingest.output.parsed,
        sentences=rules.segment.output.sentences,
        spellings=rules.pack.output.spellings,
        naming=PLAN.naming,
        models=PLAN.models,
        library=PLAN.library["tag"],
    output:
        names="results/tag/{shard}/names.parquet",
    log:
        "results/logs/tag/{shard}.log",
    benchmark:
        "results/benchmarks/tag/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    params:
        settings=config["tag"],
    script:
        "../../scripts/tag.py"
