"""Are these two names one? Across spellings, languages and scripts, from the names alone."""

from functools import lru_cache

from readout.link.bodies import Bodies, Body
from readout.link.knowledge import Knowledge, shipped
from readout.link.persons import Person, Persons
from readout.link.sounds import guessed
from readout.link.verdict import Verdict
from readout.link.words import Words
from readout.pack.folding import folded


class Comparer:
    """Reads names and compares them, by what is known of names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.words = Words(knowledge)
        self.persons = Persons(self.words, knowledge.persons, knowledge.syllables)
        self.bodies = Bodies(self.words, knowledge.bodies, knowledge.places)
        self.bilateral = tuple(folded(knowledge.bodies["bilateral"]).split())
        self.read = lru_cache(maxsize=500_000)(self._read)

    def _read(self, name: str, kind: str, language: str) -> Person | Body:
        """A name taken apart, in the language of its sentence."""
        return self.persons.read(name, language) if kind == "PER" else self.bodies.read(name, language)

    def compare(self, one: Person | Body, other: Person | Body, kind: str) -> Verdict:
        """How surely two names of one kind, taken apart, are one."""
        return self.persons.compare(one, other) if kind == "PER" else self.bodies.compare(one, other, kind)


@lru_cache(maxsize=1)
def shipped_comparer() -> Comparer:
    """The comparer by the knowledge that comes with Readout."""
    return Comparer(shipped())


def compare(a: str, b: str, kind: str, language_a: str | None = None, language_b: str | None = None) -> Verdict:
    """How surely two names of one kind (`PER`, `ORG`, `LOC`, `AGREEMENT`) are one, 0 to 1, and why.

    The languages are those of the sentences the names stand in; without them they are guessed from the letters. From
    `readout.link.verdict.SAME` on the two are taken for one.
    """
    comparer = shipped_comparer()
    return comparer.compare(
        comparer.read(a, kind, language_a or guessed(a)),
        comparer.read(b, kind, language_b or guessed(b)),
        kind,
    )
