"""What came of a person's corrections: the mentions that would be something else without them, and which entry changed each.

The linking is done twice where there are corrections, with them and without; what differs is what they did. No rule of the linking
needs to say so itself, and what follows from a correction further on (a surname that goes with its bearer) is counted too.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readout.link.corrections import Correction
from readout.link.rulings import Reference
from readout.pack.folding import folded
from readout.tag.naming import key

DID = {"same": "merged", "not_same": "kept_apart", "is": "changed", "is_not_a_name": "dropped"}


class Seen(NamedTuple):
    """One mention: where it stands, how it is written, what it would name without corrections and what it names now."""

    doc_id: str
    sentence: int
    start: int
    end: int
    surface: str
    kind: str
    language: str
    before: str | None
    after: str | None
    dropped: bool

    @property
    def changed(self) -> bool:
        """Whether corrections made a difference to it."""
        return self.dropped or self.before != self.after


class Effects:
    """Takes note of mentions, and tells what each correction did; all mentions pass by once, in any order."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self._corrections = corrections
        self._named: dict[str, list[Correction]] = defaultdict(list)
        self._spelled: dict[str, list[tuple[Correction, Reference]]] = defaultdict(list)
        for correction in corrections:
            for name in correction.names:
                if name.is_entity:
                    self._named[name.text].append(correction)
                else:
                    self._spelled[key(name.text, "und")].append((correction, name))
        # per correction the entities that its names stood for without it, and stand for with it
        self._before: dict[int, set[str]] = defaultdict(set)
        self._after: dict[int, set[str]] = defaultdict(set)
        self._found: set[int] = set()
        self._changed: list[Seen] = []

    def note(self, mentions: Iterable[Seen]) -> None:
        """Look at some mentions."""
        for mention in mentions:
            for correction in self._about(mention):
                self._found.add(correction.number)
                if mention.before:
                    self._before[correction.number].add(mention.before)
                if mention.after:
                    self._after[correction.number].add(mention.after)
            if mention.changed:
                self._changed.append(mention)

    def corrected(self) -> list[tuple[int, Seen]]:
        """The mentions that each correction changed, by its number and their place."""
        rows = [(number, mention) for mention in self._changed for number in self._causes(mention)]
        return sorted(rows, key=lambda row: (row[0], row[1].doc_id, row[1].start, row[1].end))

    def effect(self, correction: Correction, mentions: int) -> str:
        """What a correction that changed that many mentions did."""
        return DID[correction.ruling] if mentions else "no_change" if correction.number in self._found else "not_found"

    def _about(self, mention: Seen) -> list[Correction]:
        """The corrections that speak of a mention, by its spelling or its entity, with it or without them."""
        ids = dict.fromkeys(entity for entity in (mention.before, mention.after) if entity)
        found = [correction for entity in ids for correction in self._named.get(entity, ())]
        for correction, name in self._spelled.get(key(mention.surface, mention.language), ()):
            if name.kind in (None, mention.kind) and _as_written(correction, name, mention):
                found.append(correction)
        return [correction for correction in found if correction.doc_id in (None, mention.doc_id)]

    def _causes(self, mention: Seen) -> set[int]:
        """The numbers of the corrections that a change is due to."""
        about = {correction.number: correction for correction in self._about(mention)}
        if mention.dropped:
            return {number for number, correction in about.items() if correction.ruling == "is_not_a_name"}
        due = {number for number, correction in about.items() if correction.ruling == "is"}
        # the nearest cause counts: who says what this spelling is goes before who says what its bearers are
        return due or {
            correction.number
            for correction in self._corrections
            if correction.ruling != "is_not_a_name"
            and correction.doc_id in (None, mention.doc_id)
            and mention.before in self._before[correction.number]
            and mention.after in self._after[correction.number]
        }


def _as_written(correction: Correction, name: Reference, mention: Seen) -> bool:
    """Whether a spelling is near enough: what is no name is so in these letters alone, accents and apostrophes aside, as the linking
    reads it."""
    return correction.ruling != "is_not_a_name" or folded(name.text) == folded(" ".join(mention.surface.split()))
