"""Bodies without their names: "the ministry", "the delegation", "the Azerbaijani side", and who issued "the statement"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from readout.refer.document import Name
from readout.refer.phrase import Phrase
from readout.refer.words import words

if TYPE_CHECKING:
    from readout.refer.resolve import Discourse

STATE = "country:"
_BEARS = frozenset(
    {"authority", "ministry", "department", "agency", "embassy", "government", "parliament", "organisation"}
    | {"council", "committee", "commission", "group"}
)
"""Kinds of bodies that have names: "the ministry" is one that was named before."""
_MINISTRIES = frozenset({"ministry", "authority"})
_AUTHORITIES = frozenset({"ministry", "department", "agency"})
"""What a word for any authority may mean: «ведомство»."""
_NEAREST = 50
"""Names before a phrase that are looked at, at most."""


def body(discourse: Discourse, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
    """Whom a body without its name means; `countries` are those that the phrase names."""
    if phrase.body == "side":
        return tuple(f"{STATE}{country}" for country in sorted(countries))
    if phrase.body == "delegation":
        leader, country = discourse.bodies.delegation(phrase.start, min(countries, default=None))
        return (*((leader,) if leader else ()), *((f"{STATE}{country}",) if country else ()))
    if phrase.body == "documents":
        owners = tuple(name.entity_id for name in phrase.of if name.entity_id)[:1]
        return owners or _named_before(discourse, phrase.issuer, phrase.start, countries)
    if not phrase.definite:
        return ()
    return _named_before(discourse, phrase.body, phrase.start, countries)


def _named_before(discourse: Discourse, kind: str | None, place: int, countries: frozenset[str]) -> tuple[str, ...]:
    """The body of a kind that was named last before a place; for a ministry without a name, that of the minister named last."""
    if kind not in _BEARS:
        return ()
    found = discourse.bodies.nearest(kind, place, countries)
    if not found and kind in _MINISTRIES:
        found = discourse.bodies.of_minister(place, countries)
    return (found,) if found else ()


class Bodies:
    """What a document names of bodies, in the order of the text: each list is made when it is first asked for, and looked up by place."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._of_kind: dict[str, list[tuple[int, str]]] | None = None
        self._of_ministers: list[tuple[int, str, str]] | None = None
        self._leaders: list[tuple[int, str, str]] | None = None
        self._delegations: list[tuple[int, str]] = []

    def nearest(self, kind: str, place: int, countries: frozenset[str]) -> str | None:
        """The body of a kind that was named last before a place, of one of some countries, if there are any."""
        if self._of_kind is None:
            self._of_kind = {}
            for sentence in self._discourse.document.sentences:
                for name in sentence.names:
                    if name.kind == "ORG" and name.entity_id:
                        kinds = self._kinds(name, sentence.language)
                        for one in kinds | ({"authority"} if kinds & _AUTHORITIES else set()):
                            self._of_kind.setdefault(one, []).append((name.start, name.entity_id))
        named = self._of_kind.get(kind, [])
        for _, entity in reversed(named[max(0, bisect_left(named, (place, "")) - _NEAREST) : bisect_left(named, (place, ""))]):
            if not countries or self._discourse.reader.countries.get(entity) in countries:
                return entity
        return None

    def of_minister(self, place: int, countries: frozenset[str]) -> str | None:
        """The ministry of the minister who was named last before a place, deputies included: "the ministry" in news of a minister."""
        nearest: tuple[int, str] | None = None
        for start, country, office in self._ministers():
            if start >= place:
                break
            if not countries or country in countries:
                found = self._discourse.reader.ministries.get((country, office))
                nearest = (start, found) if found else nearest
        return nearest[1] if nearest else None

    def _ministers(self) -> list[tuple[int, str, str]]:
        """Where a minister is named, of which country, and of what."""
        if self._of_ministers is None:
            self._of_ministers = []
            for sentence in self._discourse.document.sentences:
                for phrase in self._discourse.phrases(sentence) if sentence.names else ():
                    if phrase.office is None or phrase.office.role != "minister":
                        continue
                    home = min(self._discourse.countries_of(phrase), default=None)
                    home = home or (self._discourse.country(phrase.head.entity_id or "") if phrase.head else None)
                    self._of_ministers += [(phrase.start, home, portfolio) for portfolio in sorted(phrase.office.portfolios) if home]
        return self._of_ministers

    def delegation(self, place: int, country: str | None) -> tuple[str | None, str | None]:
        """Who leads a delegation that is spoken of at a place, and its country; `country` where the phrase names it.

        Where it names none, it is that of the delegation before, else that of the first person with an office.
        """
        if self._leaders is None:
            self._read()
        if country is None:
            before = bisect_left(self._delegations, (place, ""))
            country = self._delegations[before - 1][1] if before else None
        for start, entity, home in self._leaders or ():
            if start >= place:
                break
            if country is None or home == country:
                return entity, home
        return None, country

    def _read(self) -> None:
        discourse = self._discourse
        leaders: dict[str, tuple[int, str, str]] = {}
        for sentence in discourse.document.sentences:
            for phrase in discourse.phrases(sentence):
                if phrase.body == "delegation" and (said := min(discourse.countries_of(phrase), default=None)):
                    self._delegations.append((phrase.start, said))
                head = phrase.head
                if head is not None and head.kind == "PER" and head.entity_id and phrase.office:
                    home = min(discourse.countries_of(phrase), default=None) or discourse.country(head.entity_id)
                    if home:
                        leaders.setdefault(home, (phrase.start, head.entity_id, home))
        self._leaders = sorted(leaders.values())

    def _kinds(self, name: Name, language: str) -> set[str]:
        """The kinds of a body, by the words of its name as written, and as the pack calls it in English."""
        lexicons = self._discourse.reader.lexicons
        titles = ((name.surface, language), (self._discourse.reader.titles.get(name.entity_id or "", ""), "en"))
        found = {lexicons.of(spoken).tags(word.folded).get("body") for title, spoken in titles for word in words(title, 0, len(title))}
        return {kind for kind in found if kind}
