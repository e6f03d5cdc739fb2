"""The page of names: every entity with all its spellings, why each was joined to it, and the line that would undo that."""

import json
from collections.abc import Sequence
from typing import Any

from readout.report import wording
from readout.report.address import anchor
from readout.report.evidence import Block, Part, by_document, grouped
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.source import Source
from readout.tag.naming import key

WHY = {
    "pack": "a full spelling of the domain pack",
    "short": "a short spelling of the pack, with no other bearer in the document",
    "generic": "a body without its country, as the one named before",
    "context": "several could be meant; the document names this one otherwise",
    "outlet": "a body without its country, in an outlet of that country",
    "same_name": "the same name, outside the pack",
    "same_surname": "the surname of a person named in full in the document",
    "spelling": "another spelling of the name that the document gives",
    "acronym": "letters that a document gives beside the full name, or its first letters",
    "same_sound": "sounds the same, in another script, inflection or language",
    "same_words": "the same words, in another order or language",
    "completed": "with an initial, or without a middle name, and only one who can be meant",
    "only_bearer": "a surname alone, which one person of the corpus bears",
    "correction": "a person ruled it",
}
"""What each rule of the linking says, in words."""
OF_THE_PACK = frozenset({"pack", "short", "generic"})
SIGNED = 'author: "", reason: ""'
LONGEST = 200
OFFICES_SHOWN = 8
ENTITIES_PER_DOUBT = 5


def gather(source: Source, limits: Limits) -> dict[str, Any]:
    """Rows and blocks of evidence of the page."""
    doubts = source.rows("doubts", doubts=max(1, limits.entities // ENTITIES_PER_DOUBT))
    also = [entity for doubt in doubts for entity in (doubt.entity_a, doubt.entity_b)]
    entities = source.rows("entity_rows", entities=limits.entities, also=also)
    ids = [entity.entity_id for entity in entities]
    spellings = dict(grouped(source.rows("entity_aliases", ids=ids, lines=limits.lines), "entity_id"))
    offices = dict(grouped(source.rows("entity_offices", ids=ids), "entity_id"))
    blocks = _blocks(source, limits, entities, spellings)
    return {
        "rows": [_row(entity, spellings[entity.entity_id], offices.get(entity.entity_id, ()), blocks) for entity in entities],
        "total": entities[0].total if entities else 0,
        "doubts": [_doubt(doubt, blocks) for doubt in doubts],
        "doubtful": doubts[0].total if doubts else 0,
        "blocks": list(blocks.values()),
    }


def row_anchor(entity_id: str) -> str:
    """Where an entity stands on the page."""
    return anchor("entity", entity_id)


def _blocks(source: Source, limits: Limits, entities: Sequence[Any], spellings: dict[str, list[Any]]) -> dict[str, Block]:
    """Per entity the block of its sentences, a part for each spelling in each language."""
    ids = [entity.entity_id for entity in entities]
    sentences: dict[tuple[str, str, str], list[Any]] = {}
    for row in source.rows("spelling_sentences", ids=ids, cap=limits.evidence):
        sentences.setdefault((row.entity_id, row.surface, row.spoken), []).append(row)
    made = {}
    for entity in entities:
        seen: tuple[set[str], set[str]] = (set(), set())
        parts = [
            Part(
                _part_anchor(spelling),
                f"{wording.clipped(spelling.surface, 100)} ({wording.language(spelling.language)})",
                "sentences",
                by_document(sentences[entity.entity_id, spelling.surface, spelling.language], seen, "mention"),
                {"mention": spelling.mentions},
                listing("evidence", entity_id=entity.entity_id, spelling=spelling.surface, language=spelling.language),
            )
            for spelling in spellings[entity.entity_id]
        ]
        total = {"mention": entity.mentions, "document": entity.documents}
        sql = listing("evidence", entity_id=entity.entity_id)
        title = wording.clipped(entity.name, 100)
        made[entity.entity_id] = Block(anchor("ev", entity.entity_id), title, row_anchor(entity.entity_id), parts, total, sql)
    return made


def _part_anchor(spelling: Any) -> str:
    return anchor("ev", spelling.entity_id, spelling.language, spelling.surface)


def _row(entity: Any, spellings: Sequence[Any], offices: Sequence[Any], blocks: dict[str, Block]) -> dict[str, Any]:
    block = blocks[entity.entity_id]
    return {
        "anchor": row_anchor(entity.entity_id),
        "entity_id": wording.clipped(entity.entity_id, 80),
        "name": block.title,
        "kind": wording.KINDS[entity.kind],
        "country": wording.country(entity.country),
        "discovered": entity.basis == "discovered",
        "offices": [_office(office) for office in offices[-OFFICES_SHOWN:]],
        "documents": block.count("document"),
        "mentions": block.count("mention"),
        "reasons": _reasons(spellings, block.parts),
        "sort": f"{entity.spellings:06d}",
        "more": entity.spellings - len(spellings),
        "sql": listing("aliases", entity_id=entity.entity_id),
        "lines": _lines(entity, spellings),
    }


def _reasons(spellings: Sequence[Any], parts: Sequence[Part]) -> list[dict[str, Any]]:
    """The spellings under why they were joined, in words and with the score; the reason of the commonest first."""
    made: dict[str, list[dict[str, Any]]] = {}
    for spelling, part in zip(spellings, parts, strict=True):
        why = "; ".join(f"{WHY[rule]} ({score:.2f})" for rule, score in zip(spelling.rules, spelling.scores, strict=True))
        made.setdefault(why, []).append(
            {
                "surface": wording.clipped(spelling.surface, 100),
                "lang": spelling.language,
                "language": wording.language(spelling.language),
                "count": part.count(),
            }
        )
    return [{"why": why, "spellings": spelled} for why, spelled in made.items()]


def _office(office: Any) -> dict[str, str]:
    first, last = office.earliest.year, office.latest.year if office.latest else None
    when = f"since {first}" if last is None else str(first) if first == last else f"{first}–{last}"
    return {"title": wording.clipped(office.title, 120), "when": when}


def _doubt(doubt: Any, blocks: dict[str, Block]) -> dict[str, Any]:
    """Two entities that may be one: the names that are nearest, what speaks for it, and the lines that settle it."""
    pair = f"[{_quoted(doubt.entity_a)}, {_quoted(doubt.entity_b)}]"
    ends = [(doubt.entity_a, doubt.name_a, doubt.known_a), (doubt.entity_b, doubt.name_b, doubt.known_b)]
    # where only the pack knows a spelling, the identifier stands for it
    ends = [(entity, name if name and surface == entity else surface, name) for entity, surface, name in ends]
    return {
        "ends": [
            {
                "surface": wording.clipped(surface, 100),
                "name": wording.clipped(name, 100) if name and name != surface else "",
                "anchor": row_anchor(entity) if entity in blocks else None,
                "count": blocks[entity].count("mention") if entity in blocks else None,
            }
            for entity, surface, name in ends
        ],
        "kind": wording.KINDS[doubt.kind] if doubt.kind else "",
        "score": f"{doubt.score:.2f}",
        "reason": wording.clipped(doubt.reason, 120),
        "lines": [f"- {{{ruling}: {pair}, {SIGNED}}}" for ruling in ("same", "not_same")],
    }


def _lines(entity: Any, spellings: Sequence[Any]) -> list[str]:
    """Lines for the file of corrections: what would part each spelling that the pack does not know, drop it, or join another."""
    itself = _quoted(entity.entity_id)
    lines = [f'- {{same: [{itself}, "…"], {SIGNED}}}']
    own = key(entity.name, "und")
    for surface in dict.fromkeys(spelling.surface for spelling in spellings if not OF_THE_PACK.issuperset(spelling.rules)):
        if len(surface) > LONGEST or ":" in surface:
            continue
        name = f"{{name: {_quoted(surface)}, kind: {entity.kind}}}"
        # an entity that was found has no other identity than its names; one of these cannot be parted from itself
        if entity.basis == "pack":
            lines.append(f"- {{not_same: [{itself}, {name}], {SIGNED}}}")
        elif key(surface, "und") != own:
            lines.append(f"- {{not_same: [{{name: {_quoted(entity.name)}, kind: {entity.kind}}}, {name}], {SIGNED}}}")
        lines.append(f"- {{is_not_a_name: {name}, {SIGNED}}}")
    return lines


def _quoted(text: str) -> str:
    """Text as it stands in quotes in YAML, with what does not print spelled by its number: what is copied is what is seen."""
    written = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return "".join(character if character.isprintable() else f"\\U{ord(character):08x}" for character in written)
