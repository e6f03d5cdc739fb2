"""Direct quotes are looked up in all documents.

In: results/quote/<shard>/{speech,speakers}.parquet, results/ingest/<shard>/parsed.parquet, results/segment/<shard>/sentences.parquet and
results/date/<shard>/published.parquet and results/signals/<shard>/signals.parquet of all shards, results/link/{mentions,entities}.parquet, config/languages/*.yaml, models/names/*
Out: results/fidelity/parallels.parquet
"""


rule fidelity:
    """Tell for each direct quote what other documents make of it."""
    input:
        speech=collect(rules.quote.output.speech, shard=PLAN.shards),
        speakers=collect(rules.quote.output.speakers, shard=PLAN.shards),
        parsed=collect(rules.ingest.output.parsed, shard=PLAN.shards),
        sentences=collect(rules.segment.output.sentences, shard=PLAN.shards),
        published=collect(rules.date.output.published, shard=PLAN.shards),
        signals=collect(rules.signals.output.signals, shard=PLAN.shards),
        mentions=rules.link.output.mentions,
        entities=rules.link.output.entities,
        languages=PLAN.languages,
        models=PLAN.models,
        library=PLAN.library["fidelity"],
    output:
        parallels="results/fidelity/parallels.parquet",
    log:
        "results/logs/fidelity.log",
    benchmark:
        "results/benchmarks/fidelity.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    script:
        "../../scripts/fidelity.py"
