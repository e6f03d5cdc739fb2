"""Quote: words and who says them."""

from readout.tables import store
from readout.tables.schema import SPEAKERS, SPEECH


def quote(speech: str, speakers: str) -> None:
    """Write the tables."""
    store.write(SPEECH, store.frame(SPEECH, []), speech)
    store.write(SPEAKERS, store.frame(SPEAKERS, []), speakers)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        quote(
            speech=snakemake.output.speech,
            speakers=snakemake.output.speakers,
        )
