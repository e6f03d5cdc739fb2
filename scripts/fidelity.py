"""Fidelity: what other documents make of a quote."""

from readout.tables import store
from readout.tables.schema import PARALLELS


def fidelity(parallels: str) -> None:
    """Write the tables."""
    store.write(PARALLELS, store.frame(PARALLELS, []), parallels)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        fidelity(
            parallels=snakemake.output.parallels,
        )
