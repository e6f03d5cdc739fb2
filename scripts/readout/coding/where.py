"""Where it happened: a place's name that stands where places stand, "in Moscow", «в Москве», "Moskvada"."""

from bisect import bisect_left
from collections.abc import Sequence

from readout.coding.groups import Group, place_of
from readout.coding.reading import Reading
from readout.coding.verbs import Hit

_SKIPPED = 2
"""Words between "in" and the name: "in the city of"."""

_NEAR = 14
"""Words between a verb and where it was done."""

_BESIDE = 2
"""Words between a verb that tells a topic and where it was done."""

_SAID = frozenset(("STATE", "ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"))
"""Acts with a topic, which has places of its own."""
_OWNING = ("'s", "’s")


def place(reading: Reading, hit: Hit, groups: Sequence[Group]) -> str | None:
    """The place of an event: of the places named in its clause, then in its sentence, the one nearest to the verb; None where none is."""
    endings = reading.verbs.endings
    before, ended = endings.get("before", ()), endings.get("endings", ())
    both = bool(before) and bool(ended)
    found: list[tuple[bool, int, str]] = []
    clause = reading.clause(hit.first)
    for name in reading.sentence.names:
        if name.kind != "LOC" or name.entity_id is None or name.entity_id.startswith(("org:", "person:")):
            continue
        if any(
            group.start <= name.start and name.end <= group.end and (name.start, name.end) != _bounds(group, name)
            for group in reading.groups
        ):
            # a place inside a title or an office is none of the event's
            continue
        if reading.verbs.order == "svo" and reading.sentence.text[name.end : name.end + 2] in _OWNING:
            # "at Kestria's initiative"
            continue
        first = place_of(reading.words, name.start)
        last = bisect_left(reading.words, name.end, key=lambda word: word.start) - 1
        if last < first or (first and any(group.first <= first <= group.last for group in groups if group.plain)):
            continue
        told = any(
            reading.words[first - back].folded in before and all(_little(reading, first - step) for step in range(1, back))
            for back in range(1, _SKIPPED + 2)
            if first - back >= 0
        )
        ends = any(_ending(reading.words[last].folded, ending) for ending in ended)
        if (told and ends) if both else (told or ends):
            inside = clause.first <= first < clause.last
            if abs(first - hit.first) > _NEAR or _another(reading, hit, first) or _of_topic(reading, hit, first):
                continue
            found.append((not inside, abs(first - hit.first), name.entity_id))
    return min(found)[2] if found else None


def _bounds(group: Group, name) -> tuple[int, int]:
    phrase = next((phrase for phrase in group.phrases if phrase.start <= name.start and name.end <= phrase.end), None)
    return (phrase.start, phrase.end) if phrase else (-1, -1)


def _another(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether another verb or encounter stands between an event's words and a place behind them."""
    return any(hit.last < other.first and other.last < at for other in reading.of("act", "talk", "encounter"))


def _of_topic(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether a place behind an event's words is one of what it was about: "discussed security in the Baltic", "a meeting on the floods in
    Orlin"."""
    if at <= hit.last or reading.verbs.order != "svo":
        return False
    if hit.entry.kind == "talk" or hit.entry.type in _SAID:
        return at - hit.last > _BESIDE
    topics = reading.verbs.lists.get("topic", frozenset())
    text = reading.sentence.text
    between = zip(reading.words[hit.last + 1 : at], reading.words[hit.last + 2 : at], strict=False)
    return any(word.folded in topics and text[following.start].islower() for word, following in between)


def _little(reading: Reading, at: int) -> bool:
    return reading.words[at].folded in reading.verbs.lists.get("and", frozenset()) or reading.words[at].folded in ("the", "city", "of")


def _ending(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) > len(ending) + 1
