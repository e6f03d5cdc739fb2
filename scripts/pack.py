"""Pack: the domain pack becomes one list of actors and one of their spellings; the lists of outlets become one."""

from collections.abc import Sequence

from readout.ingest.outlets import outlet_rows, read_outlets
from readout.pack.actors import Actor, read_pack
from readout.pack.spellings import read_naming, spelling_rows
from readout.tables import store
from readout.tables.schema import ACTORS, OFFICES, OUTLETS, SPELLINGS


def pack(files: list[str], naming: list[str], outlet_files: list[str], spellings: str, actors: str, offices: str, outlets: str) -> None:
    """Read the pack's files, the languages' rules on names and the lists of outlets; write the four tables."""
    known = read_pack(files)
    store.write(SPELLINGS, store.frame(SPELLINGS, spelling_rows(known, read_naming(naming))), spellings)
    rows = [(actor.entity_id, actor.kind, actor.name, actor.country, actor.gender) for actor in known]
    store.write(ACTORS, store.frame(ACTORS, rows), actors)
    store.write(OFFICES, store.frame(OFFICES, _terms(known)), offices)
    store.write(OUTLETS, store.frame(OUTLETS, outlet_rows(read_outlets(outlet_files))), outlets)


def _terms(known: Sequence[Actor]) -> set[tuple[object, ...]]:
    """The terms of office of all persons, each with the body it is in and the country of that, as far as the pack knows them."""
    countries = {actor.entity_id: actor.country for actor in known}
    return {
        (
            actor.entity_id,
            office.title,
            office.earliest,
            office.latest,
            body := office.body if office.body in countries else None,
            countries.get(body or ""),
        )
        for actor in known
        for office in actor.offices
    }


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        pack(
            files=list(snakemake.input.pack),
            naming=list(snakemake.input.naming),
            outlet_files=list(snakemake.input.outlets),
            spellings=snakemake.output.spellings,
            actors=snakemake.output.actors,
            offices=snakemake.output.offices,
            outlets=snakemake.output.outlets,
        )
