"""Pack: the domain pack becomes one list of actors and one of their spellings."""

from readout.pack.actors import read_pack
from readout.pack.spellings import read_naming, spelling_rows
from readout.tables import store
from readout.tables.schema import ACTORS, SPELLINGS


def pack(files: list[str], naming: list[str], spellings: str, actors: str) -> None:
    """Read the pack's files and the languages' rules on names; write the two tables."""
    known = read_pack(files)
    store.write(SPELLINGS, store.frame(SPELLINGS, spelling_rows(known, read_naming(naming))), spellings)
    store.write(ACTORS, store.frame(ACTORS, [(actor.entity_id, actor.kind, actor.name, actor.country) for actor in known]), actors)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        pack(
            files=list(snakemake.input.pack),
            naming=list(snakemake.input.naming),
            spellings=snakemake.output.spellings,
            actors=snakemake.output.actors,
        )
