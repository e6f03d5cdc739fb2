"""What the names of one document mean, from the document alone: full names first, then what is short for them.

Nothing here depends on other documents or on their order.
"""

import re
from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple

from readout.link.blocks import codes
from readout.link.compare import Comparer, shipped_comparer
from readout.link.names import Key
from readout.link.persons import Person
from readout.link.sounds import script
from readout.link.words import Word
from readout.pack.folding import folded


class Link(NamedTuple):
    """What one name means: an entity of the pack, or a name outside it by which it is known in the document, and the rule that says
    so; all None where it cannot be told."""

    entity_id: str | None
    rule: str | None
    name: Key | None = None


class Setting(NamedTuple):
    """What is known around a document: the country of each actor that has one, the country whose state publishes it, the words that the
    offices of each person are called by, and the persons whom its title names in full, by their surnames."""

    countries: Mapping[str, str]
    outlet: str | None = None
    offices: Mapping[str, frozenset[str]] = MappingProxyType({})
    titled: Mapping[str, str] = MappingProxyType({})


UNKNOWN = Link(None, None)
NOWHERE = Setting({})
_ONE_SPELLING = 0.86  # within one document two spellings this near are one person's: its names are few
_ONE_WORD = 0.93
_BETWEEN = re.compile(r"[\s.-]+")
_OPENING = 2  # code points between a name and its acronym in brackets: " ("
_LONGEST_ACRONYM = 10
_MOST = 0.6
_STATE = "country:"
_AT_HOME = 2  # actors of one country, from which on a document without another country may be about that one alone
_CLOSE = 4  # code points between two names that belong together: " ", "'s ", " of "


def found_id(kind: str, key: str) -> str:
    """Identifier of an entity outside the pack: its kind and a digest of its name's key."""
    digest = b32encode(blake2b(f"{kind}\n{key}".encode(), digest_size=10).digest()).decode().lower()
    return f"found:{kind.lower()}-{digest[:12]}"


def found(kind: str, key: str, rule: str) -> Link:
    """The link to an entity outside the pack that bears this name."""
    return Link(found_id(kind, key), rule, Key(kind, key))


def resolve(names: Sequence[dict], setting: Setting = NOWHERE, comparer: Comparer | None = None) -> list[Link]:
    """One link per name of a document, `names` being its rows of `names` in the order of the text."""
    comparer = comparer or shipped_comparer()
    full = _one_spelling(names, [_full(name) for name in names], comparer)
    full = _acronyms(names, full)
    bearers = _Bearers(names, full, comparer)
    named = {link.entity_id for link in full if link.entity_id}
    for place, name in enumerate(names):
        if pair := _state_and_namesake(name):
            full[place] = Link(_which(*pair, names, place, named, setting), "context")
    named |= {link.entity_id for link in full if link.entity_id}
    links: list[Link] = []
    last: list[str] = []
    given = [(name, link) for name, link in zip(names, full, strict=True) if link.entity_id and name["kind"] == "ORG"]
    for place, name in enumerate(names):
        link = full[place]
        if link is UNKNOWN:
            link = _person(name, place, bearers, setting) if name["kind"] == "PER" else _body(names, place, named, last, setting, given)
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
    if ids or (name["kind"] == "PER" and not _in_full(name)) or not name["key"]:
        return UNKNOWN
    return found(name["kind"], name["key"], "same_name")


def _in_full(name: dict) -> bool:
    """Whether a person's name has two words: the key of O’Brian has, and is a surname alone."""
    return " " in name["key"] and len(_BETWEEN.split(name["surface"].strip())) > 1


def _one_spelling(names: Sequence[dict], full: Sequence[Link], comparer: Comparer) -> list[Link]:
    """Persons named in full, those spelled in two ways under one name: the fullest and then the most frequent one."""
    spelled: dict[Key, tuple[Person, list[int]]] = {}
    known: dict[str, Person] = {}
    for place, (name, link) in enumerate(zip(names, full, strict=True)):
        if name["kind"] == "PER" and link.entity_id:
            if link.name:
                read = comparer.read(name["surface"], "PER", name.get("language") or "")
                spelled.setdefault(link.name, (read, []))[1].append(place)
            else:
                known.setdefault(link.entity_id, comparer.read(name["surface"], "PER", name.get("language") or ""))
    made = list(full)
    kept: list[tuple[Link, Person]] = [(Link(entity, "pack"), person) for entity, person in sorted(known.items())]
    order = sorted(spelled, key=lambda key: (-len(spelled[key][0].whole), -len(spelled[key][1]), key))
    # a list of a thousand names is not compared each with each: only those that have a word's consonants in common
    index: dict[str, set[int]] = defaultdict(set)
    for at, (_, person) in enumerate(kept):
        for code in _codes(person, comparer):
            index[code].add(at)
    for key in order:
        person, places = spelled[key]
        others = sorted({at for code in _codes(person, comparer) for at in index.get(code, ())})
        scores = [(comparer.persons.compare(person, kept[at][1]).score, kept[at][0]) for at in others]
        near = [(score, link) for score, link in scores if score >= _ONE_SPELLING]
        # two that are as near speak against either
        if len({link.entity_id for _, link in near}) == 1:
            for place in places:
                made[place] = near[0][1]._replace(rule="spelling")
        else:
            for code in _codes(person, comparer):
                index[code].add(len(kept))
            kept.append((full[places[0]], person))
    return made


def _codes(person: Person, comparer: Comparer) -> set[str]:
    """What the longer words of a name are looked up by."""
    return {code for word in person.whole for code in codes(word, comparer.words.sounds)}


def _acronyms(names: Sequence[dict], full: Sequence[Link]) -> list[Link]:
    """Acronyms that follow a full name in brackets, and those that are made of a full name's first letters, mean what it means."""
    meant: dict[str, Link] = {}
    for _, other, link in introduced(names, full):
        meant.setdefault(names[other]["surface"], link)
    made = list(full)
    for place, name in enumerate(names):
        if not name["pack_ids"] and (link := meant.get(name["surface"])) and link.entity_id != full[place].entity_id:
            made[place] = link._replace(rule="acronym")
    for place in range(1, len(names)):
        # "American-Israeli Public Relations Committee (AIPAC)": the letters say who is meant, however the name was translated
        before, name = names[place - 1], names[place]
        known = full[place].entity_id and not full[place].name and _is_acronym(name["surface"]) and before["kind"] == name["kind"]
        if (
            known
            and full[place - 1].name
            and _opens(before, name)
            and " " in before["key"]
            and _abbreviates(name["surface"], before["surface"])
        ):
            meaning = full[place]._replace(rule="acronym")
            made = [meaning if link.name == full[place - 1].name else link for link in made]
    return made


def _opens(before: dict, name: dict) -> bool:
    """Whether a name stands in brackets right behind another."""
    return 0 < name["start"] - before["end"] <= _OPENING


def introduced(names: Sequence[dict], full: Sequence[Link]) -> Iterator[tuple[int, int, Link]]:
    """Places of a full name and of its acronym, with what the full name means."""
    letters: dict[str, tuple[int, Link]] = {}
    for place, (name, link) in enumerate(zip(names, full, strict=True)):
        if name["kind"] == "PER" or not link.entity_id:
            continue
        words = [word for word in name["surface"].replace("-", " ").split() if word[:1].isupper()]
        if len(words) > 2:
            letters.setdefault("".join(word[0] for word in words), (place, link))
    for place, name in enumerate(names):
        if name["kind"] == "PER" or name["pack_ids"] or not _is_acronym(name["surface"]):
            continue
        before = names[place - 1] if place else None
        if before and _opens(before, name) and before["kind"] == name["kind"] and full[place - 1].entity_id:
            if len(before["surface"].split()) > 1 and _abbreviates(name["surface"], before["surface"]):
                yield place - 1, place, full[place - 1]
        elif name["surface"] in letters and letters[name["surface"]][0] != place:
            yield letters[name["surface"]][0], place, letters[name["surface"]][1]


def _abbreviates(letters: str, name: str) -> bool:
    """Whether most letters begin words of the name, in any order: of a name in another language or cut short not all do."""
    initials = [folded(word[0]) for word in name.replace("-", " ").split()]
    plain = folded(letters)
    if letters[0].isascii() != name[0].isascii():
        return True
    return sum(letter in initials for letter in plain) >= _MOST * len(plain)


def _is_acronym(surface: str) -> bool:
    return surface.isupper() and surface.isalpha() and 1 < len(surface) <= _LONGEST_ACRONYM


class _Bearers:
    """The persons that a document names in full, by their surnames."""

    def __init__(self, names: Sequence[dict], full: Sequence[Link], comparer: Comparer) -> None:
        self._comparer = comparer
        self._exact: dict[str, list[tuple[int, Link, str | None]]] = defaultdict(list)
        self._sounding: dict[str, dict[str, Word]] = defaultdict(dict)
        for place, (name, link) in enumerate(zip(names, full, strict=True)):
            if link.entity_id and name["kind"] == "PER" and _in_full(name):
                person = comparer.read(name["surface"], "PER", name.get("language") or "")
                last = name["key"].split(" ")[-1]
                self._exact[last].append((place, link, person.gender))
                if person.names:
                    for code in codes(person.names[-1], comparer.words.sounds):
                        self._sounding[code].setdefault(last, person.names[-1])

    def of(self, name: dict, place: int) -> Link | None:
        """The person of that surname who was named last before this place, or else first after it; a title's sex must agree."""
        if not name["key"]:
            return None
        last = name["key"].split(" ")[-1]
        known = self._exact.get(last) or self._alike(name, last)
        gender = self._comparer.persons.titles.get(name.get("title") or "")
        known = [(at, link) for at, link, own in known if not (gender and own and own != gender)]
        before = [link for at, link in known if at < place]
        return before[-1] if before else known[0][1] if known else None

    def _alike(self, name: dict, last: str) -> list[tuple[int, Link, str | None]]:
        """The bearers of the one surname that is spelled otherwise: in another script, or with a slip."""
        if name["pack_ids"]:
            return []
        person = self._comparer.read(name["surface"], "PER", name.get("language") or "")
        if len(person.names) != 1 or person.names[0].initial:
            return []
        likeness = self._comparer.words.likeness
        known = {
            key: word for code in codes(person.names[0], self._comparer.words.sounds) for key, word in self._sounding.get(code, {}).items()
        }
        near = [key for key, word in known.items() if likeness(person.names[0], word) >= _ONE_WORD]
        return self._exact[near[0]] if len(near) == 1 else []


def _person(name: dict, place: int, bearers: _Bearers, setting: Setting) -> Link:
    """A person named in short: the bearer of the surname in this document or its title, else the pack's person of that name.

    A title decides before either: "President Biden" after "First Lady Jill Biden" is the one who was president.
    """
    ids = _candidates(name)
    offices = setting.offices
    titled = setting.titled.get(name["key"].split(" ")[-1]) if name["key"] else None
    bearer = bearers.of(name, place) or (Link(titled, "same_surname") if titled else None)
    if len(ids) == 1 and bearer and bearer.entity_id != ids[0]:
        title = name.get("title")
        if title in offices.get(ids[0], ()) and title not in offices.get(bearer.entity_id or "", ()):
            return Link(ids[0], "short")
    if name["form"] != "full" and bearer:
        return bearer._replace(rule="short" if bearer.entity_id in ids else "same_surname")
    if len(ids) == 1:
        return Link(ids[0], "short")
    return found("PER", name["key"], "same_name") if name["key"] and not ids else UNKNOWN


def _body(names: Sequence[dict], place: int, named: set[str], last: list[str], setting: Setting, full: list[tuple[dict, Link]]) -> Link:
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
    if own:
        return Link(own, "outlet")
    # "the Senate" in an article on the Minnesota State Senate, and no other
    longer = {link for other, link in full if name["kind"] == "ORG" and link.entity_id and _is_of(other["key"], name["key"])}
    return longer.pop()._replace(rule="context") if len({link._replace(rule=None) for link in longer}) == 1 else UNKNOWN


def _is_of(longer: str, short: str) -> bool:
    """Whether a longer name is that of a body called short: "Minnesota State Senate", "Senate of Minnesota", "Сенат Миннесоты".

    A committee of the Senate is none: in English what a name begins with is what the rest belongs to, unless "of" stands between.
    """
    if not short or short == longer:
        return False
    return longer.endswith(f" {short}") or longer.startswith(f"{short} of " if script(short) == "latin" else f"{short} ")


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
