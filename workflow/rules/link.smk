"""Names become entities.

In: results/tag/<shard>/names.parquet and results/ingest/<shard>/parsed.parquet of all shards, the lists of outlets, results/pack/{actors,offices,spellings}.parquet,
config/languages/linking/*.yaml, results/dedupe/origins.parquet, the file of corrections, workflow/sql/link/*.sql
Out: results/link/mentions.parquet, entities.parquet, aliases.parquet, doubts.parquet, corrections.parquet, corrected.parquet
"""


rule link:
    """Tell what each name means: within its document first, then across documents."""
    input:
        names=collect(rules.tag.output.names, shard=PLAN.shards),
        parsed=collect(rules.ingest.output.parsed, shard=PLAN.shards),
        outlets=PLAN.outlets,
        actors=rules.pack.output.actors,
        offices=rules.pack.output.offices,
        spellings=rules.pack.output.spellings,
        knowledge=PLAN.linking,
        origins=rules.dedupe.output.origins,
        corrections=PLAN.corrections,
        schema=PLAN.corrections_schema,
        sql=PLAN.sql["link"],
        library=PLAN.library["link"],
    output:
        mentions="results/link/mentions.parquet",
        entities="results/link/entities.parquet",
        aliases="results/link/aliases.parquet",
        doubts="results/link/doubts.parquet",
        corrections="results/link/corrections.parquet",
        corrected="results/link/corrected.parquet",
    log:
        "results/logs/link.log",
    benchmark:
        "results/benchmarks/link.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    script:
        "../../scripts/link.py"
