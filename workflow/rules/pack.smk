"""The domain pack becomes one list of spellings.

In: config/packs/<pack>/*.yaml, config/languages/names/*.yaml, the lists of outlets, country names from CLDR.
Out: results/pack/spellings.parquet, actors.parquet, offices.parquet, outlets.parquet
"""


rule pack:
    """Write out every spelling of every actor of the pack, inflected forms included, and what the lists say of outlets."""
    input:
        pack=PLAN.pack,
        naming=PLAN.naming,
        outlets=PLAN.outlets,
        library=PLAN.library["pack"],
    output:
        spellings="results/pack/spellings.parquet",
        actors="results/pack/actors.parquet",
        offices="results/pack/offices.parquet",
        outlets="results/pack/outlets.parquet",
    log:
        "results/logs/pack.log",
    benchmark:
        "results/benchmarks/pack.tsv"
    conda:
        "../../environment.yml"
    threads: 1
    resources:
        mem_mb=500,
    script:
        "../../scripts/pack.py"
