"""Whose treaty is meant: what many pairs of states call alike, such as "Treaty on Friendship and Cooperation", is told by its parties.

The parties are the states that are named in its sentence; where these are not two, the two states of the document. Where nobody can
tell, the treaty is that of the document and of no other.
"""

from collections.abc import Iterable, Mapping, Sequence

from readout.link.names import Key
from readout.link.resolve import Link, found
from readout.pack.folding import folded

_MARK = " | "
_KIND = "AGREEMENT"
_STATE = "country:"
_TWO = 2


def spelled(key: str) -> str:
    """The key of a name without the parties that were told."""
    return key.partition(_MARK)[0]


def parties(name: Key) -> str | None:
    """The parties that were told of a name, or the document that it is of."""
    return name.key.partition(_MARK)[2] or None


class Bilateral:
    """Tells treaties of one name apart by their parties."""

    def __init__(self, beginnings: Iterable[str]) -> None:
        self._beginnings = tuple(beginning.rstrip("*") for beginning in beginnings)

    def parted(self, names: Sequence[dict], links: Sequence[Link], countries: Mapping[str, str], outlet: str | None) -> list[Link]:
        """The links of a document, those of bilateral treaties under a name that has the parties."""
        states = [_state(link, countries) for link in links]
        of_names: dict[Key, str] = {}
        for link, name in zip(links, names, strict=True):
            if link.name and link.name.kind == _KIND and self._is_bilateral(name["surface"]) and link.name not in of_names:
                of_names[link.name] = _told(link.name, names, links, states, outlet) or name["doc_id"]
        return [
            found(_KIND, f"{link.name.key}{_MARK}{of_names[link.name]}", link.rule or "same_name") if link.name in of_names else link
            for link in links
        ]

    def _is_bilateral(self, surface: str) -> bool:
        words = folded(surface).replace("-", " ").split()
        return any(word.startswith(self._beginnings) for word in words)


def _state(link: Link, countries: Mapping[str, str]) -> str | None:
    if not link.entity_id or link.name:
        return None
    return countries.get(link.entity_id) or (link.entity_id.removeprefix(_STATE) if link.entity_id.startswith(_STATE) else None)


def _told(treaty: Key, names: Sequence[dict], links: Sequence[Link], states: Sequence[str | None], outlet: str | None) -> str | None:
    """The two states of the first sentence that names the treaty with two, or those of the whole document."""
    sentences = [name["sentence"] for name, link in zip(names, links, strict=True) if link.name == treaty]
    for sentence in sentences:
        here = {state for name, state in zip(names, states, strict=True) if state and name["sentence"] == sentence}
        if len(here) == _TWO:
            return " ".join(sorted(here))
    everywhere = {state for state in states if state}
    if len(everywhere) == 1 and outlet:
        everywhere.add(outlet)
    return " ".join(sorted(everywhere)) if len(everywhere) == _TWO else None
