"""Sentences become events: who did what to whom. (`code`, but that a module of this name would hide one of Python's own.)

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/{segments,sentences}.parquet, results/date/<shard>/{dates,published}.parquet, results/link/mentions.parquet,
the lists of outlets, results/pack/{actors,offices}.parquet, config/languages/reference/*.yaml, the verbs of the domain pack,
results/quote/<shard>/{speech,speakers}.parquet
Out: results/coding/<shard>/events.parquet, event_actors.parquet
"""


rule coding:
    """Code the events that the sentences of one shard tell."""
    input:
        parsed=rules.ingest.output.parsed,
        segments=rules.segment.output.segments,
        sentences=rules.segment.output.sentences,
        published=rules.date.output.published,
        dates=rules.date.output.dates,
        speech=rules.quote.output.speech,
        speakers=rules.quote.output.speakers,
        mentions=rules.link.output.mentions,
        outlets=PLAN.outlets,
        actors=rules.pack.output.actors,
        offices=rules.pack.output.offices,
        reference=PLAN.reference,
        verbs=PLAN.verbs,
        library=PLAN.library["coding"],
    output:
        events="results/coding/{shard}/events.parquet",
        event_actors="results/coding/{shard}/event_actors.parquet",
    log:
        "results/logs/coding/{shard}.log",
    benchmark:
        "results/benchmarks/coding/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    script:
        "../../scripts/coding.py"
