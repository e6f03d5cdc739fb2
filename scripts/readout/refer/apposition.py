"""Apposition: two phrases that mean one person, with a comma or bracket between: "the president, X," and "X, the president,"."""

from collections.abc import Iterable, Sequence

from readout.refer.items import Item
from readout.refer.phrase import Phrase

_OPENING = frozenset(",(")
_CLOSING = frozenset(',.;:!?)]}»”"-')


def apposed(found: Iterable[Phrase], items: Sequence[Item]) -> list[Phrase]:
    """The phrases, in order, those joined that name one person twice."""
    behind = {item.first: item for item in items}
    made: list[Phrase] = []
    for phrase in found:
        before = made[-1] if made else None
        comma = behind.get(before.last) if before else None
        if before is None or comma is None or comma.word not in _OPENING or comma.last != phrase.first:
            made.append(phrase)
            continue
        following = behind.get(phrase.last)
        closed = following is None or following.word in _CLOSING
        if closed and phrase.preposition is None and (joined := _joined(before, phrase)):
            made[-1] = joined
        else:
            made.append(phrase)
    return made


def _joined(before: Phrase, phrase: Phrase) -> Phrase | None:
    person, title = (before, phrase) if before.kind == "name" else (phrase, before)
    if person.kind != "name" or person.head is None or person.head.kind != "PER" or title.kind != "title" or title.office is None:
        return None
    if person is phrase and person.office:
        # two persons: "the minister, President X"
        return None
    return Phrase(
        before.start,
        phrase.end,
        "name",
        before.first,
        phrase.last,
        person.core,
        head=person.head,
        office=person.office or title.office,
        offices=tuple(dict.fromkeys((*person.offices, *title.offices))),
        countries=person.countries or title.countries,
        of=(*person.of, *title.of),
        gender=person.gender or title.gender,
        possessive=title.possessive,
        preposition=before.preposition,
    )
