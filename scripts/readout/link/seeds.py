"""The names of the pack's actors as linking compares found names with them: one spelling of each, not all its inflected forms."""

from collections.abc import Collection, Iterable, Mapping

from readout.link.clusters import Seed
from readout.link.territories import territory_seeds
from readout.tag.naming import key

Known = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
"""Kind → English name → language → names."""

_WRITTEN_ALIKE = frozenset({"uk", "be", "bg", "pl", "cs", "sl", "sk"})
"""Languages whose names of Slavic places and persons are nearer to the Russian ones than to the English."""


def read_seeds(spellings: Iterable[dict], languages: Collection[str], known: Known) -> list[Seed]:
    """Full names of the pack's actors, from rows of `spellings`, for texts in these languages.

    The English ones are enough for names in any script that sound alike; what a language calls otherwise the pack itself knows, or,
    in languages that the pack does not speak, CLDR for countries and `known` for the best known bodies and places.
    """
    wanted = {"en", "ru"} if set(languages) & _WRITTEN_ALIKE else {"en"}
    shortest: dict[tuple[str, str, str], Seed] = {}
    entities: set[str] = set()
    spoken: set[str] = set()
    for row in spellings:
        spoken.add(row["language"])
        entities.add(row["entity_id"])
        if row["form"] == "full" and row["language"] in wanted and len(row["written"]) > 1:
            seed = Seed(row["entity_id"], row["kind"], row["written"], row["language"])
            name = (seed.entity_id, seed.language, key(seed.spelling, seed.language))
            shortest[name] = min(shortest.get(name, seed), seed, key=lambda made: (len(made.spelling), made.spelling))
    seeds = {*shortest.values(), *territory_seeds(entities, languages, spoken)}
    named = {(seed.kind, key(seed.spelling, "en")): seed.entity_id for seed in sorted(seeds) if seed.language == "en"}
    for kind, names in known.items():
        for english, others in names.items():
            if entity := named.get((kind, key(english, "en"))):
                seeds |= {Seed(entity, kind, name, language) for language in others if language in languages for name in others[language]}
    return sorted(seeds)
