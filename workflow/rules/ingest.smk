"""Files become documents.

In: the files of one shard of the corpus folder, the lists of outlets.
Out: results/ingest/<shard>/ledger.parquet, results/ingest/<shard>/parsed.parquet
"""


rule ingest:
    """Read the files of one shard: documents, and a ledger row for everything that came in."""
    input:
        files=lookup(dpath="{shard}/files", within=PLAN.inputs),
        outlets=PLAN.outlets,
        library=PLAN.library["ingest"],
    output:
        ledger="results/ingest/{shard}/ledger.parquet",
        parsed="results/ingest/{shard}/parsed.parquet",
    log:
        "results/logs/ingest/{shard}.log",
    benchmark:
        "results/benchmarks/ingest/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    params:
        root=str(PLAN.root),
        shard=lookup(dpath="{shard}", within=PLAN.shards),
        strange=lookup(dpath="{shard}/strange", within=PLAN.inputs),
        settings=config["ingest"],
    script:
        "../../scripts/ingest.py"
