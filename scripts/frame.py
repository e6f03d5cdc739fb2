"""Frame: words that take a side, and numbers that are claimed."""

from readout.tables import store
from readout.tables.schema import FIGURES, TERMS


def frame(terms: str, figures: str) -> None:
    """Write the tables."""
    store.write(TERMS, store.frame(TERMS, []), terms)
    store.write(FIGURES, store.frame(FIGURES, []), figures)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        frame(
            terms=snakemake.output.terms,
            figures=snakemake.output.figures,
        )
