"""The stages are measured against gold annotations, where there are any.

In: the gold beside the corpus, the pinned figures, and the stages' tables
Out: results/score/scores.parquet
"""


rule score:
    """Compare what the stages found with what a careful reader found."""
    input:
        gold=PLAN.gold,
        pinned=PLAN.pinned,
        parsed=collect(rules.ingest.output.parsed, shard=PLAN.shards),
        segments=collect(rules.segment.output.segments, shard=PLAN.shards),
        published=collect(rules.date.output.published, shard=PLAN.shards),
        signals=collect(rules.signals.output.signals, shard=PLAN.shards),
        dates=collect(rules.date.output.dates, shard=PLAN.shards),
        origins=rules.dedupe.output.origins,
        mentions=rules.link.output.mentions,
        speech=collect(rules.quote.output.speech, shard=PLAN.shards),
        speakers=collect(rules.quote.output.speakers, shard=PLAN.shards),
        events=collect(rules.coding.output.events, shard=PLAN.shards),
        event_actors=collect(rules.coding.output.event_actors, shard=PLAN.shards),
        library=PLAN.library["score"],
    output:
        scores="results/score/scores.parquet",
    log:
        "results/logs/score.log",
    benchmark:
        "results/benchmarks/score.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=500,
    params:
        names=PLAN.gold_names,
    script:
        "../../scripts/score.py"
