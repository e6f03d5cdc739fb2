"""Words that take a side, and numbers that are claimed.

In: results/ingest/<shard>/parsed.parquet, results/segment/<shard>/sentences.parquet, results/date/<shard>/{dates,published}.parquet,
results/link/mentions.parquet, results/quote/<shard>/speech.parquet, the terms and figures of the domain pack,
config/languages/numbers/*.yaml, config/languages/names/*.yaml
Out: results/frame/<shard>/terms.parquet, figures.parquet
"""


rule frame:
    """Find the loaded terms, rival names and claimed numbers of one shard, and whose they are."""
    input:
        parsed=rules.ingest.output.parsed,
        sentences=rules.segment.output.sentences,
        dates=rules.date.output.dates,
        published=rules.date.output.published,
        mentions=rules.link.output.mentions,
        speech=rules.quote.output.speech,
        terms=PLAN.terms,
        figures=PLAN.figures,
        numbers=PLAN.numbers,
        naming=PLAN.naming,
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
