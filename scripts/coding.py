"""Coding: sentences become events."""

from readout.tables import store
from readout.tables.schema import EVENT_ACTORS, EVENTS


def coding(events: str, event_actors: str) -> None:
    """Write the tables."""
    store.write(EVENTS, store.frame(EVENTS, []), events)
    store.write(EVENT_ACTORS, store.frame(EVENT_ACTORS, []), event_actors)


if "snakemake" in globals():
    from joblog import logged

    with logged(snakemake.log[0]):
        coding(
            events=snakemake.output.events,
            event_actors=snakemake.output.event_actors,
        )
