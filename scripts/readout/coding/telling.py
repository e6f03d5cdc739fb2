"""An event in the making: what a sentence tells, before it is known when it was and which telling is the document's own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from readout.coding.groups import Group
from readout.coding.reading import Reading
from readout.coding.verbs import Entry, Hit
from readout.coding.when import NEVER, When
from readout.refer.document import Sentence

ACTOR, RECIPIENT = "actor", "recipient"
CONSULT, STATE = "CONSULT", "STATE"
BY_BASIS = {"name": 1.0, "title": 0.95, "label": 0.95, "pronoun": 0.85, "group": 0.9, "continued": 0.85, "unnamed": 0.8, "document": 0.7}
"""How far to trust a party, by what it was told by."""
INHERITED, WEAK, CLAIMED, NOBODY = 0.9, 0.75, 0.95, 0.7
"""How far to trust an event whose subject is an earlier verb's, that is told by the way, that somebody tells, that names nobody."""
PLACES = frozenset(("country", "place", "loc"))


class Participant(NamedTuple):
    """A row of `event_actors`."""

    entity_id: str | None
    role: str
    start: int
    end: int
    basis: str


class Event(NamedTuple):
    """A row of `events`, with its actors."""

    sentence: int
    start: int
    end: int
    type: str
    mode: str | None
    status: str
    claimed_by: str | None
    earliest: date | None
    latest: date | None
    date_basis: str | None
    date_start: int | None
    date_end: int | None
    place_id: str | None
    trigger_start: int
    trigger_end: int
    trigger: str
    main: bool
    score: float
    actors: tuple[Participant, ...]


@dataclass(slots=True, eq=False)
class Telling:
    """An event in the making."""

    sentence: Sentence
    hit: Hit
    trigger: tuple[int, int]
    span: tuple[int, int]
    entry: Entry
    mode: str | None
    status: str
    actors: list[Participant]
    score: float
    reading: Reading | None = None
    light: Hit | None = None
    own: list[Group] = field(default_factory=list)
    claimed_by: str | None = None
    when: When = NEVER
    place: str | None = None
    main: bool = False

    def whom(self, role: str) -> set[str]:
        return {actor.entity_id for actor in self.actors if actor.role == role and actor.entity_id}

    @property
    def background(self) -> bool:
        """Whether it is told by the way, by a noun without a verb of its own: "after talks with A"."""
        return self.light is self.hit and self.entry.kind == "encounter"

    @property
    def entities(self) -> set[str]:
        return {actor.entity_id for actor in self.actors if actor.entity_id}


def event(telling: Telling) -> Event:
    start = min(telling.span[0], telling.trigger[0])
    end = max(telling.span[1], telling.trigger[1])
    return Event(
        telling.sentence.number,
        start,
        end,
        telling.entry.type or CONSULT,
        telling.mode,
        telling.status,
        telling.claimed_by,
        telling.when.earliest,
        telling.when.latest,
        telling.when.basis,
        telling.when.start,
        telling.when.end,
        telling.place,
        *telling.trigger,
        telling.entry.id,
        telling.main,
        round(min(1.0, telling.score), 4),
        tuple(sorted(set(telling.actors), key=lambda actor: (actor.role, actor.start, actor.end, actor.entity_id or ""))),
    )


def joined(actors: list[Participant], company: Sequence[Participant]) -> list[Participant]:
    known = {actor.entity_id for actor in actors if actor.entity_id}
    return [actor for actor in actors if actor.entity_id] + [actor for actor in company if actor.entity_id not in known]


def same(lead: Telling, other: Telling) -> bool:
    """Whether two tellings are of one act."""
    if other.entry.type != lead.entry.type or other.status != lead.status or other.entry.type == STATE:
        return False
    if lead.mode and other.mode and lead.mode != other.mode:
        return False
    shared = lead.entities & other.entities
    return bool(shared) and (len(shared) >= 2 or len(lead.entities) < 2 or len(other.entities) < 2)


def merged(tellings: list[Telling]) -> list[Telling]:
    """The tellings of one sentence without those that tell an act again."""
    made: list[Telling] = []
    for telling in sorted(tellings, key=lambda item: (-item.score, item.trigger)):
        again = False
        for other in made:
            overlap = telling.trigger[0] < other.trigger[1] and other.trigger[0] < telling.trigger[1]
            if overlap and telling.entry.type == other.entry.type:
                again = True
                if other.entities < telling.entities and telling.status == other.status:
                    # "sent a message", "sent a message congratulating A"
                    other.actors = telling.actors
            elif telling.entry.type == other.entry.type == CONSULT:
                modes = telling.mode == other.mode or None in (telling.mode, other.mode) or "mediation" in (telling.mode, other.mode)
                within = telling.entities <= other.entities or other.entities <= telling.entities
                if modes and within and telling.status == other.status:
                    again = True
                    # "A and B went on with what they discussed at the talks with C"
                    aside = telling.background and len(other.entities) > 1 and telling.trigger > other.trigger
                    if len(telling.entities) > len(other.entities) and not aside:
                        other.actors = telling.actors
                    other.mode = other.mode or telling.mode
            if again:
                break
        if not again:
            made.append(telling)
    return sorted(made, key=lambda item: item.trigger)
