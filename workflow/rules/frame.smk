"""Words that take a side, and numbers that are claimed.

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/{segments,sentences}.parquet, results/date/<shard>/dates.parquet, results/link/mentions.parquet,
results/quote/<shard>/{speech,speakers}.parquet, the terms and figures of the domain pack
Out: results/frame/<shard>/terms.parquet, figures.parquet
"""


rule frame:
    """Find the loaded terms, rival names and claimed numbers of one shard, and whose they are."""
    input:
        parsed=rules.ingest.output.parsed,
        segments=rules.segment.output.segments,
        sentences=rules.segment.output.sentences,
        dates=rules.date.output.dates,
        mentions=rules.link.output.mentions,
        speech=rules.quote.output.speech,
        speakers=rules.quote.output.speakers,
        terms=PLAN.terms,
        figures=PLAN.figures,
        library=PLAN.library["frame"],
    output:
        terms="results/frame/{shard}/terms.parquet",
        figures="results/frame/{shard}/figures.parquet",
    log:
        "results/logs/frame/{shard}.log",
    benchmark:
        "results/benchmarks/frame/{shard}.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=1000,
    script:
        "../../scripts/frame.py"
