"""Apposition: two phrases that mean one person, with a comma or bracket between: "the president, X," and "X, the president,"."""

from collections.abc import Iterable, Mapping, Sequence

from readout.refer.items import Item
from readout.refer.phrase import Phrase

_OPENING = frozenset(",(")
_PROFESSIONS = frozenset({"artist", "athlete", "entrepreneur", "expert", "director"})
"""Of these one person may bear several, though a country is told: "Kestrian director, screenwriter and producer X"."""
_CLOSING = frozenset(',.;:!?)]}»”"-')


def apposed(found: Iterable[Phrase], items: Sequence[Item], articles: bool) -> list[Phrase]:
    """The phrases, in order, those joined that name one person twice; `articles`: whether the language has them."""
    behind = {item.first: item for item in items}
    made: list[Phrase] = []
    for phrase in found:
        made.append(phrase)
        while len(made) > 1 and (joined := _apposed(*made[-2:], behind, articles)):
            made[-2:] = [joined]
    return made


def _apposed(before: Phrase, phrase: Phrase, behind: Mapping[int, Item], articles: bool) -> Phrase | None:
    """Two phrases as one, where they name one person; `behind` are the items by their first words."""
    comma = behind.get(before.last)
    listed = (
        before.kind == "title" and before.office is not None and (before.office.role in _PROFESSIONS or not (before.countries or before.of))
    )
    opening = comma is not None and (comma.word in _OPENING or (listed and articles and comma.says("and")))
    if not opening or comma.last != phrase.first or phrase.preposition is not None:
        return None
    # without an article an office alone is nobody: "Former Prime Minister, Chairman of the Board X" is one person
    bare = articles and comma.word != "(" and not behind[before.first].says("determiner", "indefinite", "possessive")
    following = behind.get(phrase.last)
    closed = following is None or following.word in _CLOSING
    return _joined(before, phrase, bare) if closed or bare else None


def _joined(before: Phrase, phrase: Phrase, bare: bool) -> Phrase | None:
    person, title = (before, phrase) if before.kind == "name" else (phrase, before)
    if person.kind != "name" or person.head is None or person.head.kind != "PER" or title.kind != "title" or title.office is None:
        return None
    if person is phrase and person.office and not bare:
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
