"""Linking a corpus in two readings: the first learns its distinct names, the second says of each mention what it names.

What is kept in memory grows with the number of distinct names, not with that of mentions or documents.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import polars as pl

from readout.link.clusters import Constraints, Doubt, Joined, Seed, clustered
from readout.link.compare import Comparer
from readout.link.names import Gathered, Key
from readout.link.parties import Bilateral, spelled
from readout.link.resolve import Link, Setting, found, found_id, introduced, resolve
from readout.link.rulings import NO_RULINGS, Meant, Reference, Rulings
from readout.pack.folding import folded
from readout.tables.schema import MENTIONS
from readout.tag.naming import key

_STATE = "country:"
_COLUMNS = [column.name for column in MENTIONS.columns]


class Settings(NamedTuple):
    """What is known around all documents: the country of each actor that has one, the country that each official outlet speaks for,
    and the words that the offices of each person are called by."""

    countries: Mapping[str, str]
    homes: Mapping[str, str]
    offices: Mapping[str, frozenset[str]]


class Corpus:
    """Reads documents once, joins their names, and reads them again."""

    def __init__(self, settings: Settings, comparer: Comparer, rulings: Rulings = NO_RULINGS) -> None:
        self._settings = settings
        self._comparer = comparer
        self._bilateral = Bilateral(comparer.bilateral)
        self._rulings = rulings
        self._gathered = Gathered()
        self._joined: dict[Key, Joined] = {}
        self._doubts: list[Doubt] = []
        self._merges: dict[tuple[str, str, str, str], float] = {}
        self._own: dict[str, Key] = {}
        self._spelled: dict[Key, list[Key]] = defaultdict(list)
        self.languages: set[str] = set()
        self._meant = [
            *sorted(rulings.meant, key=lambda meant: (meant.doc_id is None, str(meant))),
            # what is one with an entity of the pack means it wherever it stands
            *(_as_meant(rulings.same)),
        ]
        self._nameless = {(folded(ruling.spelling), ruling.kind, ruling.doc_id) for ruling in rulings.nameless}

    def read(self, document: Sequence[dict], outlet: str | None, titled: Mapping[str, str] = MappingProxyType({})) -> list[dict]:
        """Rows of `linked` for one document, `document` being its rows of `names`; `titled` are the persons of its title, by surname."""
        names = [self._ruled(name) for name in document if not self._is_nameless(name)]
        settings = self._settings
        links = resolve(names, Setting(settings.countries, settings.homes.get(outlet), settings.offices, titled), self._comparer)
        links = self._bilateral.parted(names, links, settings.countries, settings.homes.get(outlet))
        links = [self._kept_apart(name, link) for name, link in zip(names, links, strict=True)]
        self._gather(names, links)
        return [
            name
            | {
                "mention": number,
                "entity_id": None if link.name else link.entity_id,
                "rule": link.rule,
                "name_kind": link.name.kind if link.name else None,
                "name_key": link.name.key if link.name else None,
            }
            for number, (name, link) in enumerate(zip(names, links, strict=True))
        ]

    def _gather(self, names: Sequence[dict], links: Sequence[Link]) -> None:
        countries = set()
        for name, link in zip(names, links, strict=True):
            self.languages.add(name["language"])
            if link.entity_id and not link.name:
                country = self._settings.countries.get(link.entity_id) or link.entity_id.removeprefix(_STATE)
                countries |= {country} if ":" not in country else set()
        mentions = [
            (link.name, name["surface"], name["language"])
            for name, link in zip(names, links, strict=True)
            if link.name and link.rule == "same_name"
        ]
        acronyms = {
            (Key(names[short]["kind"], names[short]["key"]), link.name or link.entity_id)
            for _, short, link in introduced(names, links)
            if link.entity_id
        }
        actors = {link.entity_id for link in links if link.entity_id and not link.name}
        self._gathered.document(mentions, countries, sorted(acronyms, key=str), actors)

    def _is_nameless(self, name: dict) -> bool:
        if not self._nameless:
            return False
        low = folded(name["spelling"])
        return any((low, kind, doc) in self._nameless for kind in (name["kind"], None) for doc in (name["doc_id"], None))

    def _ruled(self, name: dict) -> dict:
        """The row as if the pack had known what was ruled of its spelling."""
        for ruling in self._meant:
            here = ruling.doc_id in (None, name["doc_id"]) and not ruling.entity_id.startswith("found:")
            if here and _fits(ruling.reference, name):
                return name | {"pack_ids": ruling.entity_id, "form": "full"}
        return name

    def _kept_apart(self, name: dict, link: Link) -> Link:
        """The link, unless it was ruled that this spelling does not mean that."""
        for pair in self._rulings.apart:
            for one, other in (pair, pair[::-1]):
                if not one.is_entity and _fits(one, name) and _means(other, link) and not _fits(other, name):
                    return found(name["kind"], name["key"], "correction")
        return link

    def cluster(self, seeds: Iterable[Seed]) -> None:
        """Join the names that were read; `seeds` are the names that are known beforehand."""
        self._own = {found_id(*name): name for name in self._gathered.names}
        for name in sorted(self._gathered.names):
            self._spelled[Key(name.kind, spelled(name.key))].append(name)
        same = []
        for group in self._rulings.same:
            entities = sorted(reference.text for reference in group if reference.is_entity and not reference.text.startswith("found:"))
            names = {name for reference in group for name in self._named(reference)}
            same.append((names, entities[0] if entities else None))
        apart = {frozenset((a, b)) for one, other in self._rulings.apart for a in self._labels(one) for b in self._labels(other) if a != b}
        self._joined, self._doubts = clustered(self._gathered, seeds, self._comparer, Constraints(same, apart), self._settings.countries)

    def _named(self, reference: Reference) -> list[Key]:
        """The distinct names that a reference means."""
        if reference.is_entity:
            return [self._own[reference.text]] if reference.text in self._own else []
        wanted = key(reference.text, "")
        kinds = [reference.kind] if reference.kind else ["AGREEMENT", "LOC", "ORG", "PER"]
        return [name for kind in kinds for name in self._spelled.get(Key(kind, wanted), ())]

    def _labels(self, reference: Reference) -> list[Key | str]:
        return [*self._named(reference), *([reference.text] if reference.is_entity else [])]

    def entity(self, name: Key) -> str:
        """The identifier of what a name was joined to."""
        joined = self._joined.get(name)
        return (joined.entity_id or found_id(*joined.canonical)) if joined else found_id(*name)

    def mentions(self, linked: Iterable[dict]) -> Iterator[dict]:
        """Rows of `mentions`, from rows of `linked`."""
        for row in linked:
            entity, rule = row["entity_id"], row["rule"]
            if row["name_key"] is not None:
                name = Key(row["name_kind"], row["name_key"])
                entity = self.entity(name)
                joined = self._joined.get(name)
                if rule == "same_name" and joined:
                    rule = joined.rule
                    spelled = (entity, row["surface"], row["language"], rule)
                    self._merges[spelled] = min(joined.score, self._merges.get(spelled, 1.0))
            entity, rule = self._corrected(row, entity, rule)
            yield {column: row[column] for column in _COLUMNS} | {"entity_id": entity, "rule": rule}

    def _corrected(self, row: dict, entity: str | None, rule: str | None) -> tuple[str | None, str | None]:
        for ruling in self._meant:
            if ruling.doc_id not in (None, row["doc_id"]):
                continue
            if ruling.reference.text == entity if ruling.reference.is_entity else _fits(ruling.reference, row):
                meant = ruling.entity_id
                return (self.entity(self._own[meant]) if meant in self._own else meant), "correction"
        return entity, rule

    def doubts(self) -> list[dict]:
        """Rows of `doubts`: what is nearly sure to be one and was not joined, each pair of entities once, with its surest names."""
        surest: dict[tuple[str, str], dict] = {}
        for doubt in self._doubts:
            ends = sorted((self._end(doubt.one), self._end(doubt.other)))
            if ends[0][0] == ends[1][0]:
                continue
            row = {
                "entity_a": ends[0][0],
                "entity_b": ends[1][0],
                "name_a": ends[0][1],
                "name_b": ends[1][1],
                "score": round(min(1.0, doubt.score), 4),
                "reason": doubt.reason,
            }
            pair = (row["entity_a"], row["entity_b"])
            surest[pair] = max(surest.get(pair, row), row, key=lambda one: (one["score"], one["name_a"], one["name_b"], one["reason"]))
        return [surest[pair] for pair in sorted(surest)]

    def _end(self, label: Key | str) -> tuple[str, str]:
        if isinstance(label, Key):
            return self.entity(label), self._gathered.names[label].spelling()[0]
        return label, label

    def merges(self) -> pl.DataFrame:
        """How sure each spelling's joining to its entity is: entity_id, surface, language, rule, likeness."""
        rows = [(*spelled, score) for spelled, score in sorted(self._merges.items())]
        schema = {"entity_id": pl.String, "surface": pl.String, "language": pl.String, "rule": pl.String, "likeness": pl.Float64}
        return pl.DataFrame(rows, schema=schema, orient="row")


def _as_meant(same: Iterable[frozenset[Reference]]) -> Iterator[Meant]:
    for group in same:
        entities = sorted(reference.text for reference in group if reference.is_entity and not reference.text.startswith("found:"))
        if entities:
            for reference in sorted(group, key=lambda one: (one.text, one.kind or "")):
                if reference.text != entities[0] and not reference.text.startswith("found:"):
                    yield Meant(reference, entities[0])


def _fits(reference: Reference, name: dict) -> bool:
    """Whether a spelling that was ruled on is this name's."""
    return not reference.is_entity and reference.kind in (None, name["kind"]) and key(reference.text, "") == name["key"]


def _means(reference: Reference, link: Link) -> bool:
    if reference.is_entity:
        return link.entity_id == reference.text
    return link.name is not None and reference.kind in (None, link.name.kind) and key(reference.text, "") == spelled(link.name.key)
