"""Words find their speakers.

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/{segments,sentences}.parquet, results/date/<shard>/published.parquet, results/link/mentions.parquet,
the lists of outlets, results/pack/{actors,offices}.parquet, config/languages/reference/*.yaml, config/languages/speech/*.yaml
Out: results/quote/<shard>/speech.parquet, speakers.parquet
"""


rule quote:
    """Find quoted and reported speech in one shard, and who speaks."""
    input:
        parsed=rules.ingest.output.parsed,
        segments=rules.segment.output.segments,
        sentences=rules.segment.output.sentences,
        published=rules.date.output.published,
        mentions=rules.link.output.mentions,
        outlets=PLAN.outlets,
        actors=rules.pack.output.actors,
        offices=rules.pack.output.offices,
        reference=PLAN.reference,
        speech=PLAN.speech,
        library=PLAN.library["quote"],
    output:
        speech="results/quote/{shard}/speech.parquet",
        speakers="results/quote/{shard}/speakers.parquet",
    log:
        "results/logs/quote/{shard}.log",
    benchmark:
        "results/benchmarks/quote/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    script:
        "../../scripts/quote.py"
