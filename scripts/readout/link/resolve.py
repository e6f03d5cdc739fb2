"""What the names of one document mean, from the document alone: full names first, then what is short for them.

Nothing here depends on other documents or on their order.
"""

from base64 import b32encode
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple


class Link(NamedTuple):
    """What one name means: an entity and the rule that says so; both None where it cannot be told."""

    entity_id: str | None
    rule: str | None


class Setting(NamedTuple):
    """What is known around a document: the country of each actor that has one, the country whose state publishes it, and the words
    that the offices of each person are called by."""

    countries: Mapping[str, str]
    outlet: str | None = None
    offices: Mapping[str, frozenset[str]] = MappingProxyType({})


UNKNOWN = Link(None, None)
NOWHERE = Setting({})
_STATE = "country:"
_AT_HOME = 2  # actors of one country, from which on a document without another country may be about that one alone
_CLOSE = 4  # code points between two names that belong together: " ", "'s ", " of "


def found_id(kind: str, key: str) -> str:
    """Identifier of an entity outside the pack: its kind and a digest of its name's key."""
    digest = b32encode(blake2b(f"{kind}\n{key}".encode(), digest_size=10).digest()).decode().lower()
    return f"found:{kind.lower()}-{digest[:12]}"


def resolve(names: Sequence[dict], setting: Setting = NOWHERE) -> list[Link]:
    """One link per name of a document, `names` being its rows of `names` in the order of the text."""
    full = [_full(name) for name in names]
    bearers = _bearers(names, full)
    named = {link.entity_id for link in full if link.entity_id}
    for place, name in enumerate(names):
        if pair := _state_and_namesake(name):
            full[place] = Link(_which(*pair, names, place, named, setting), "context")
    named |= {link.entity_id for link in full if link.entity_id}
    links: list[Link] = []
    last: list[str] = []
    for place, name in enumerate(names):
        link = full[place]
        if link is UNKNOWN:
            link = _person(name, place, bearers, setting.offices) if name["kind"] == "PER" else _body(names, place, named, last, setting)
        if link.entity_id:
            last.append(link.entity_id)
        links.append(link)
    return links


def _candidates(name: dict) -> list[str]:
    return name["pack_ids"].split(" ") if name["pack_ids"] else []


def _full(name: dict) -> Link:
    """What a name means by itself; UNKNOWN for short, generic and ambiguous ones."""
    ids = _candidates(name)
    if len(ids) == 1 and name["form"] == "full":
        return Link(ids[0], "pack")
    if ids or (name["kind"] == "PER" and " " not in name["key"]) or not name["key"]:
        return UNKNOWN
    return Link(found_id(name["kind"], name["key"]), "same_name")


def _bearers(names: Sequence[dict], full: Sequence[Link]) -> dict[str, list[tuple[int, str]]]:
    """Last word of each person named in full → where in the document, and who."""
    bearers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, (name, link) in enumerate(zip(names, full, strict=True)):
        if link.entity_id and name["kind"] == "PER" and " " in name["key"]:
            bearers[name["key"].split(" ")[-1]].append((place, link.entity_id))
    return bearers


def _person(name: dict, place: int, bearers: dict[str, list[tuple[int, str]]], offices: Mapping[str, frozenset[str]]) -> Link:
    """A person named in short: the bearer of the surname in this document, else the pack's person of that name.

    A title decides before either: "President Biden" after "First Lady Jill Biden" is the one who was president.
    """
    ids = _candidates(name)
    if len(ids) == 1 and (bearer := _bearer(name, place, bearers)) and bearer != ids[0]:
        title = name.get("title")
        if title in offices.get(ids[0], ()) and title not in offices.get(bearer, ()):
            return Link(ids[0], "short")
    if name["form"] != "full" and (bearer := _bearer(name, place, bearers)):
        return Link(bearer, "short" if bearer in ids else "same_surname")
    if len(ids) == 1:
        return Link(ids[0], "short")
    return Link(found_id("PER", name["key"]), "same_name") if name["key"] and not ids else UNKNOWN


def _body(names: Sequence[dict], place: int, named: set[str], last: list[str], setting: Setting) -> Link:
    """An organisation or place that the spelling alone does not tell."""
    name, ids = names[place], _candidates(names[place])
    if name["form"] == "short" and len(ids) == 1:
        return Link(ids[0], "short")
    here = {f"{_STATE}{country}": entity for entity in ids if (country := setting.countries.get(entity))}
    beside = [here[country] for country in _beside(names, place) if country in here]
    if beside:
        return Link(beside[0], "context")
    # the body named last is the one an article goes on speaking of
    before = next((entity for entity in reversed(last) if entity in ids), None)
    if before:
        return Link(before, "generic" if name["form"] == "generic" else "context")
    if len(meant := [entity for entity in ids if entity in named]) == 1:
        return Link(meant[0], "context")
    if name["form"] != "generic" and len(told := [entity for country, entity in here.items() if country in named]) == 1:
        return Link(told[0], "context")
    # "the Foreign Ministry", without more, is that of the state that speaks; of a newspaper nobody can tell
    own = here.get(f"{_STATE}{setting.outlet}")
    return Link(own, "outlet") if own else UNKNOWN


def _state_and_namesake(name: dict) -> tuple[str, str] | None:
    """The state and the other place that a spelling may mean, if it means these two."""
    ids = sorted(_candidates(name), key=lambda entity: not entity.startswith(_STATE))
    return (ids[0], ids[1]) if len(ids) == 2 and ids[0].startswith(_STATE) and not ids[1].startswith(_STATE) else None


def _which(state: str, namesake: str, names: Sequence[dict], place: int, named: set[str], setting: Setting) -> str:
    """A state, unless it stands beside places of its namesake's country, or the document is about that country alone.

    "Alabama, Georgia and Texas" are in the United States, and so is the Georgia of a judge from Atlanta.
    """
    homes = setting.countries
    home = homes.get(namesake)
    beside = {homes.get(entity) for entity in _beside(names, place) if not entity.startswith(_STATE)}
    if beside & {home, homes.get(state)}:
        return namesake if home in beside else state
    abroad = {entity for entity in named if entity.startswith(_STATE)} - {f"{_STATE}{home}"}
    inside = sum(homes.get(entity) == home for entity in named)
    own = any(homes.get(entity) == homes.get(state) for entity in named)
    return namesake if inside >= _AT_HOME and not abroad and not own else state


def _beside(names: Sequence[dict], place: int) -> list[str]:
    """The entities named right before and right behind: `Armenia's Border Service`, `Госпогранслужба Армении`."""
    before = [other for other in names[max(0, place - 1) : place] if 0 < names[place]["start"] - other["end"] <= _CLOSE]
    behind = [other for other in names[place + 1 : place + 2] if 0 < other["start"] - names[place]["end"] <= _CLOSE]
    return [entity for other in before + behind for entity in _candidates(other)]


def _bearer(name: dict, place: int, bearers: dict[str, list[tuple[int, str]]]) -> str | None:
    """The person of that surname who was named last before this place, or else first after it."""
    known = bearers.get(name["key"].split(" ")[-1], []) if name["key"] else []
    before = [entity for at, entity in known if at < place]
    return before[-1] if before else known[0][1] if known else None
