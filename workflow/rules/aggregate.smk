"""The stages' tables become one database.

In: the tables of all stages, workflow/sql/{tables,marts,views}/*.sql
Out: results/readout.duckdb, results/tables/<table>.parquet
"""


rule aggregate:
    """Put all tables into one DuckDB file, make the marts, and write each as Parquet."""
    input:
        ledger=collect(rules.ingest.output.ledger, shard=PLAN.shards),
        parsed=collect(rules.ingest.output.parsed, shard=PLAN.shards),
        published=collect(rules.date.output.published, shard=PLAN.shards),
        outlets=rules.pack.output.outlets,
        segments=collect(rules.segment.output.segments, shard=PLAN.shards),
        sentences=collect(rules.segment.output.sentences, shard=PLAN.shards),
        dates=collect(rules.date.output.dates, shard=PLAN.shards),
        signals=collect(rules.signals.output.signals, shard=PLAN.shards),
        origins=rules.dedupe.output.origins,
        mentions=rules.link.output.mentions,
        entities=rules.link.output.entities,
        aliases=rules.link.output.aliases,
        doubts=rules.link.output.doubts,
        offices=rules.pack.output.offices,
        corrections=rules.link.output.corrections,
        corrected=rules.link.output.corrected,
        speech=collect(rules.quote.output.speech, shard=PLAN.shards),
        speakers=collect(rules.quote.output.speakers, shard=PLAN.shards),
        parallels=rules.fidelity.output.parallels,
        events=collect(rules.coding.output.events, shard=PLAN.shards),
        event_actors=collect(rules.coding.output.event_actors, shard=PLAN.shards),
        terms=collect(rules.frame.output.terms, shard=PLAN.shards),
        figures=collect(rules.frame.output.figures, shard=PLAN.shards),
        scores=rules.score.output.scores,
        pack=PLAN.pack,
        sql=PLAN.sql["tables"] + PLAN.sql["marts"] + PLAN.sql["views"],
        library=PLAN.library["aggregate"],
    output:
        database="results/readout.duckdb",
        tables=directory("results/tables"),
    log:
        "results/logs/aggregate.log",
    benchmark:
        "results/benchmarks/aggregate.tsv"
    conda:
        "../../environment.yml"
    threads: 2
    resources:
        mem_mb=1400,
    params:
        settings=config,
    script:
        "../../scripts/aggregate.py"
