"""Pack: the domain pack becomes one list of actors and one of their spellings."""

from readout.pack.actors import read_pack
from readout.pack.spellings import read_naming, spelling_rows
from readout.tables import store
from readout.tables.schema import ACTORS, OFFICES, SPELLINGS


def pack(files: list[str], naming: list[str], spellings: str, actors: str, offices: str) -> None:
    """Read the pack's files and the languages' rules on names; write the three tables."""
    known = read_pack(files)
    store.write(SPELLINGS, store.frame(SPELLINGS, spelling_rows(known, read_naming(naming))), spellings)
    rows = [(actor.entity_id, actor.kind, actor.name, actor.country, actor.gender) for actor in known]
    store.write(ACTORS, store.frame(ACTORS, rows), actors)
    terms = {(actor.entity_id, office.title, office.earliest, office.latest) for actor in known for office in actor.offices}
    store.write(OFFICES, store.frame(OFFICES, terms), offices)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        pack(
            files=list(snakemake.input.pack),
            naming=list(snakemake.input.naming),
            spellings=snakemake.output.spellings,
            actors=snakemake.output.actors,
            offices=snakemake.output.offices,
        )
