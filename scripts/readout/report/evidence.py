"""What a number opens: blocks of the things that were counted, one by one, up to a limit that is said.

A block has parts; a part has entries. An entry is marked in the page as the things it counts as (`data-item`), so that
a reader, and a test, can count them: a link says how many things (`data-count`) of which kind (`data-of`) its block holds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from markupsafe import Markup

from readout.report import wording
from readout.report.address import anchor
from readout.report.excerpt import marked
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.source import Source

MARKS_IN_A_SENTENCE = 50
MARKED_ITEMS = ("mention", "use", "quoted", "figure")
"""Things of which a sentence may hold several: each is marked in it."""
_MARKED = re.compile(r'<mark data-item="(\w+)">')


@dataclass(frozen=True)
class Count:
    """A number in the page, the block or part that it opens, what is counted there, and of which spelling if only of one."""

    value: int
    anchor: str
    item: str
    surface: str | None = None


@dataclass(frozen=True)
class Entry:
    """One line of evidence: what it counts as, the document it is about, and what there is to say of it."""

    items: str = ""
    doc_id: str | None = None
    title: str = ""
    outlet: str = ""
    when: str = ""
    note: str = ""
    sentence: int | None = None
    language: str = "und"
    text: Markup | str = ""
    count: Count | None = None
    entries: tuple["Entry", ...] = ()


@dataclass
class Part:
    """One list of a block, with totals per kind of thing; `form` names the macro that shows it."""

    anchor: str
    heading: str
    form: str
    entries: list[Entry]
    total: dict[str, int]
    sql: str

    @property
    def item(self) -> str:
        """The kind of thing that the part is first of all a list of."""
        return next(iter(self.total))

    @cached_property
    def shown(self) -> int:
        """How many of these things its entries are."""
        return _items(self.entries)[self.item]

    @property
    def capped(self) -> bool:
        """Whether there are more than are shown."""
        return self.shown < self.total[self.item]

    def count(self, item: str | None = None, surface: str | None = None, value: int | None = None) -> Count:
        """The number of things in the part, all of a kind or those spelled in one way, as a link to it."""
        item = item or self.item
        return Count(self.total[item] if value is None else value, self.anchor, item, surface)


@dataclass
class Block:
    """The evidence for the numbers about one thing; `back` is the place in the page that it belongs to."""

    anchor: str
    title: str
    back: str
    parts: list[Part]
    total: dict[str, int] = field(default_factory=dict)
    sql: str = ""

    @property
    def capped(self) -> bool:
        """Whether any part shows fewer things than there are."""
        return any(part.capped for part in self.parts)

    def count(self, item: str) -> Count:
        """The number of things of a kind in the whole block, as a link to it."""
        return Count(self.total[item], self.anchor, item)


def _items(entries: Iterable[Entry]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for entry in entries:
        counted.update(entry.items.split())
        counted.update(_items(entry.entries))
        counted.update(_MARKED.findall(str(entry.text)))
    return counted


def records(source: Source, limits: Limits) -> Block:
    """The ledger: parts `kept`, `duplicate` and `rejected`, each with its records."""
    rows = source.rows("records", lines=limits.lines)
    parts = []
    for status in ("kept", "duplicate", "rejected"):
        of_status = [row for row in rows if row.status == status]
        total = of_status[0].total if of_status else 0
        entries = [
            Entry(
                "record",
                row.doc_id,
                title=wording.clipped(row.title),
                note=wording.clipped(row.reason, 200),
                text=wording.clipped(row.source_path) + (f", record {row.record}" if row.record else ""),
            )
            for row in of_status
        ]
        parts.append(Part(anchor("ev", "records", status), status, "records", entries, {"record": total}, listing("ledger", status=status)))
    total = sum(part.total["record"] for part in parts)
    return Block("ev.records", "Records that came in", "corpus", parts, {"record": total}, listing("ledger"))


def _document(row: Any, seen: set[str], outlet: str | None) -> Entry:
    """A document as a line; the first of its origin among those `seen` counts as an origin too."""
    items = "document" if row.origin_id in seen else "document origin"
    seen.add(row.origin_id)
    relation = getattr(row, "relation", "origin")
    return about(row, items=items, outlet=wording.clipped(outlet, 80), note="" if relation == "origin" else relation.replace("_", " "))


def about(row: Any, **more: Any) -> Entry:
    """An entry about the document of a row, with its title, outlet and day; `more` is what else there is to say."""
    known = {
        "doc_id": row.doc_id,
        "title": wording.clipped(row.title),
        "outlet": wording.clipped(row.outlet, 80) if "outlet" not in more else "",
        "when": wording.day(row.published_earliest, row.published_latest),
    }
    return Entry(**{**known, **more})


def _documents(anchored: str, heading: str, rows: Sequence[Any], total: dict[str, int], sql: str) -> Part:
    seen: set[str] = set()
    return Part(anchored, heading, "documents", [_document(row, seen, row.outlet) for row in rows], total, sql)


def by_language(source: Source, limits: Limits) -> dict[str, Block]:
    """Per language code the block of its documents, the language of most documents first."""
    made = {}
    for code, rows in grouped(source.rows("documents_by_language", lines=limits.lines), "language"):
        total = {"document": rows[0].total, "origin": rows[0].origins}
        part = _documents(anchor("ev", "language", code), "", rows, total, listing("document_list", language=code))
        made[code] = Block(part.anchor, f"Documents: {wording.language(code)}", "languages", [part], total)
    return made


def by_relation(source: Source, limits: Limits) -> Block:
    """Documents by how they relate to their origin: a part for each relation."""
    parts = []
    for relation, rows in grouped(source.rows("documents_by_relation", lines=limits.lines), "relation"):
        sql = listing("document_list", relation=relation)
        parts.append(_documents(anchor("ev", "relation", relation), relation.replace("_", " "), rows, {"document": rows[0].total}, sql))
    total = {"document": sum(part.total["document"] for part in parts)}
    return Block("ev.documents", "Documents and what they go back to", "corpus", parts, total, listing("document_list"))


def by_outlet(source: Source, limits: Limits) -> dict[str | None, tuple[Block, Any]]:
    """Per outlet (None: not known) the block of its documents, with its row of `outlets`; most documents first."""
    outlets = max(limits.lines, limits.outlets)
    summaries = {row.outlet: row for row in source.rows("outlets", lines=outlets)}
    made = {}
    for outlet, rows in grouped(source.rows("documents_by_outlet", lines=limits.lines, outlets=outlets), "outlet"):
        summary = summaries[outlet]
        total = {"document": summary.documents, "origin": summary.origins}
        part = _documents_of(anchor("ev", "outlet", outlet), rows, outlet, total)
        made[outlet] = (Block(part.anchor, f"Documents: {outlet_name(outlet)}", "timeline", [part], total), summary)
    return made


def _documents_of(anchored: str, rows: Sequence[Any], outlet: str | None, total: dict[str, int]) -> Part:
    seen: set[str] = set()
    entries = [_document(row, seen, None) for row in rows]
    return Part(anchored, "", "documents", entries, total, listing("document_list", outlet=outlet))


def outlet_name(outlet: str | None) -> str:
    """An outlet's name as shown."""
    return "outlet not known" if outlet is None else wording.clipped(outlet, 80)


def by_period(source: Source, limits: Limits, unit: str) -> dict[date | None, Block]:
    """Per month or year (None: not placed in one) the block of its documents, with a part for each outlet."""
    rows = source.rows("documents_by_period", lines=limits.lines, outlets=limits.outlets, unit=unit)
    named = tuple(dict.fromkeys(row.source for row in rows if row.source is not None))
    made = {}
    for period, in_period in grouped(rows, "period"):
        anchored = anchor("ev", "period", None if period is None else f"{period:%Y-%m}")
        parts = []
        for (place, outlet), of_outlet in groupby(in_period, lambda row: (row.place, row.source)):
            listed = list(of_outlet)
            condition = {"named": outlet, "other": (*named, None), "unknown": None}[place]
            heading = {"named": outlet_name(outlet), "other": "other outlets", "unknown": "outlet not known"}[place]
            sql = listing("document_list", **{unit: period}, outlet=condition)
            parts.append(
                _documents(
                    f"{anchored}.{anchor('outlet', outlet) if place == 'named' else place}",
                    heading,
                    listed,
                    {"document": listed[0].total},
                    sql,
                )
            )
        total = {"document": in_period[0].in_period}
        sql = listing("document_list", **{unit: period})
        made[period] = Block(anchored, f"Documents: {wording.period(period, unit)}", "timeline", parts, total, sql)
    return made


def stripped(source: Source, limits: Limits) -> dict[str, tuple[Block, list[Any]]]:
    """Per role that is not counted the block of its stretches, a part for each rule, with the rows of `stripped_roles`."""
    samples = {
        key: list(rows)
        for key, rows in groupby(source.rows("stripped_samples", cap=limits.evidence, length=400), lambda row: (row.role, row.rule))
    }
    made = {}
    for role, rules in grouped(source.rows("stripped_roles"), "role"):
        parts = []
        for rule in rules:
            entries = [
                about(row, items="stretch", language=row.language, text=wording.clipped(row.text, 240)) for row in samples[role, rule.rule]
            ]
            sql = listing("stripped", role=role, rule=rule.rule)
            parts.append(Part(anchor("ev", "stripped", role, rule.rule), rule.rule, "stretches", entries, {"stretch": rule.segments}, sql))
        block = Block(
            anchor("ev", "stripped", role),
            f"Not counted: {role}",
            "stripped",
            parts,
            {"stretch": rules[0].in_role},
            listing("stripped", role=role),
        )
        made[role] = (block, rules)
    return made


def by_kind(source: Source, limits: Limits, shown: set[str]) -> dict[str, Block]:
    """Per kind of entity the block of its entities; those that are `shown` in the table of actors link to it."""
    made = {}
    for kind, rows in grouped(source.rows("kinds", lines=limits.lines), "kind"):
        entries = [
            Entry(
                "entity",
                title=wording.clipped(row.name, 100),
                count=Count(row.documents, actor_anchor(row.entity_id), "document") if row.entity_id in shown else None,
                note=f"{wording.number(row.documents)} {wording.plural(row.documents, 'document', 'documents')}",
            )
            for row in rows
        ]
        part = Part(anchor("ev", "kind", kind.lower()), "", "entities", entries, {"entity": rows[0].total}, listing("entities", kind=kind))
        made[kind] = Block(part.anchor, f"Names: {wording.KINDS[kind]}", "actors", [part], part.total)
    return made


def actor_anchor(entity_id: str) -> str:
    """Where the evidence for an entity stands."""
    return anchor("ev", entity_id)


def by_actor(source: Source, limits: Limits, actors: Sequence[Any]) -> dict[str, Block]:
    """Per entity the block of the sentences that name it, a part for each language, and a part for its spellings."""
    ids = [actor.entity_id for actor in actors]
    sentences = {
        key: list(rows)
        for key, rows in groupby(
            source.rows("actor_sentences", entities=ids, cap=limits.evidence), lambda row: (row.entity_id, row.language)
        )
    }
    languages = dict(grouped(source.rows("actor_languages", entities=ids), "entity_id"))
    spellings = dict(grouped(source.rows("actor_spellings", entities=ids, lines=limits.lines), "entity_id"))
    made = {}
    for actor in actors:
        seen: tuple[set[str], set[str]] = (set(), set())
        parts = [
            Part(
                anchor("ev", actor.entity_id, spoken.language),
                wording.language(spoken.language),
                "sentences",
                by_document(sentences.get((actor.entity_id, spoken.language), ()), seen, "mention"),
                {"mention": spoken.mentions},
                listing("evidence", entity_id=actor.entity_id, language=spoken.language),
            )
            for spoken in languages[actor.entity_id]
        ]
        parts.append(_spellings(actor.entity_id, spellings[actor.entity_id]))
        total = {"mention": actor.mentions, "document": actor.documents, "origin": actor.origins}
        made[actor.entity_id] = Block(
            actor_anchor(actor.entity_id),
            wording.clipped(actor.name, 100),
            anchor("actor", actor.entity_id),
            parts,
            total,
            listing("evidence", entity_id=actor.entity_id),
        )
    return made


def _spellings(entity_id: str, rows: Sequence[Any]) -> Part:
    entries = [
        Entry(
            "spelling",
            title=wording.clipped(row.surface, 100),
            language=row.language,
            note=wording.language(row.language),
            count=Count(row.mentions, anchor("ev", entity_id, row.language), "mention", row.surface),
        )
        for row in rows
    ]
    sql = listing("entity_spellings", entity_id=entity_id)
    return Part(anchor("ev", entity_id, "spellings"), "Spellings", "spellings", entries, {"spelling": rows[0].total}, sql)


def by_document(rows: Iterable[Any], seen: tuple[set[str], set[str]], item: str) -> list[Entry]:
    """Sentences grouped under their documents; documents and origins not `seen` before count as such."""
    documents, origins = seen
    made = []
    for doc_id, group in groupby(rows, lambda row: row.doc_id):
        sentences = list(group)
        first = sentences[0]
        items = " ".join(
            name for name, key, known in (("document", doc_id, documents), ("origin", first.origin_id, origins)) if key not in known
        )
        documents.add(doc_id)
        origins.add(first.origin_id)
        made.append(about(first, items=items, sentence=first.sentence, entries=tuple(_sentence(row, item) for row in sentences)))
    return made


def _sentence(row: Any, item: str) -> Entry:
    spans = [(start - row.start, end - row.start) for start, end in zip(row.starts, row.ends, strict=True)][:MARKS_IN_A_SENTENCE]
    text = marked(row.text, spans, item if item in MARKED_ITEMS else None)
    return Entry("" if item in MARKED_ITEMS else item, row.doc_id, sentence=row.sentence, language=row.language, text=text)


def by_pair(source: Source, limits: Limits, names: dict[str, str]) -> dict[tuple[str, str], Block]:
    """Per two entities of the matrix the block of the sentences that name both; most sentences first."""
    ids = list(names)
    sentences = {
        key: list(rows)
        for key, rows in groupby(source.rows("pair_sentences", entities=ids, cap=limits.evidence), lambda row: (row.entity_a, row.entity_b))
    }
    made = {}
    for pair in source.rows("pairs", entities=ids):
        key = (pair.entity_a, pair.entity_b)
        anchored = anchor("ev", "pair", *key)
        total = {"sentence": pair.sentences}
        entries = by_document(sentences[key], (set(), set()), "sentence")
        part = Part(anchored, "", "sentences", entries, total, listing("pair_evidence", entity_a=key[0], entity_b=key[1]))
        made[key] = Block(anchored, f"{names[key[0]]} and {names[key[1]]}", "together", [part], {**total, "document": pair.documents})
    return made


def by_correction(source: Source, limits: Limits, corrections: Sequence[Any]) -> dict[int, Block]:
    """Per number of a correction the block of the sentences with mentions that it changed."""
    numbers = [row.correction for row in corrections]
    sentences = dict(grouped(source.rows("corrected_sentences", corrections=numbers, cap=limits.evidence), "correction"))
    made = {}
    for row in corrections:
        entries = by_document(sentences[row.correction], (set(), set()), "mention")
        anchored = anchor("ev", "correction", str(row.correction))
        total = {"mention": row.mentions}
        part = Part(anchored, "", "sentences", entries, {**total}, listing("corrected", correction=row.correction))
        title = f"Correction {row.correction}: {wording.clipped(row.names, 100)}"
        total |= {"document": row.documents}
        made[row.correction] = Block(anchored, title, anchor("correction", str(row.correction)), [part], total)
    return made


def grouped(rows: Sequence[Any], column: str) -> list[tuple[Any, list[Any]]]:
    """Rows that stand together and share a value, under that value."""
    return [(key, list(group)) for key, group in groupby(rows, lambda row: getattr(row, column))]
