"""Persons whom the title of a document names in full, by their surnames: where the title is no part of the text, no mention says so."""

import re
from collections.abc import Iterable, Mapping, Sequence

from readout.pack.folding import folded
from readout.tag.naming import key

_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*")
_OWNED = "'s"
_LONGEST = 5
"""Words of a name, at most."""


def _without_initials(words: Sequence[str]) -> str:
    """A name without the letters inside it: "ilda j marren"."""
    return " ".join(word for number, word in enumerate(words) if len(word) > 1 or number in (0, len(words) - 1))


class Titles:
    """The pack's persons in titles."""

    def __init__(self, spellings: Iterable[Mapping]) -> None:
        """`spellings` are rows of the table `spellings`; of those that several persons bear none is meant."""
        bearers: dict[str, set[str]] = {}
        for row in spellings:
            if row["kind"] == "PER" and row["form"] == "full" and " " in row["folded"]:
                bearers.setdefault(row["folded"], set()).add(row["entity_id"])
        self._known = {spelling: entities.pop() for spelling, entities in bearers.items() if len(entities) == 1}

    def of(self, title: str | None) -> dict[str, str]:
        """Surname, as the key of a name has it → the person; without those that two persons of the title bear."""
        if not title:
            return {}
        plain = folded(title)
        found = [word.removesuffix(_OWNED) for word in _WORD.findall(plain)]
        bearers: dict[str, set[str]] = {}
        for start in range(len(found)):
            for stop in range(min(len(found), start + _LONGEST), start + 1, -1):
                person = self._known.get(" ".join(found[start:stop])) or self._known.get(_without_initials(found[start:stop]))
                if person is not None:
                    bearers.setdefault(key(found[stop - 1], "").split(" ")[-1], set()).add(person)
                    break
        return {surname: entities.pop() for surname, entities in bearers.items() if len(entities) == 1}
