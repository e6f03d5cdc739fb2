"""The sections of the report: for each one the values that its partial of the same name shows.

All arithmetic is done here or in SQL; the templates only place what they are given.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from readout.report import charts, claims, corrections, evidence, health, names, terms, wording
from readout.report.address import anchor
from readout.report.evidence import Block, Count
from readout.report.limits import Limits
from readout.report.source import Source

TITLES = {
    "summary": "Summary",
    "corpus": "What came in",
    "health": "Health of the corpus",
    "stripped": "What is not counted",
    "languages": "Languages",
    "timeline": "Outlets and time",
    "actors": "Who is named",
    "spelled": "How names are spelled",
    "together": "Who is named with whom",
    "terms": "Words that take a side",
    "figures": "Numbers that are claimed",
    "corrections": "What people corrected",
    "documents": "Documents",
    "accuracy": "How far to trust it",
    "method": "Method and versions",
}
"""The sections in the order of the page; each has a partial in `workflow/templates/sections`."""

MONTHS_SHOWN, COLUMNS, REJECTIONS_SHOWN = 48, 60, 15
ROLES = {
    "byline": "the line that names the author",
    "teaser": "a lead into another article",
    "navigation": "menus, link lists and whatever else belongs to the site",
    "credit": "credits of pictures and sources",
    "stray": "fragments that belong to nothing",
}
SHADES = 5
WEAK = 0.75
"""F1 of names below which a language is called weak: one name in four missed or wrong."""
SPELLINGS_SHOWN = 7


@dataclass
class Findings:
    """Everything that the page shows: values per section, and the blocks of evidence that its numbers open."""

    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    actors: dict[str, str] = field(default_factory=dict)


def gather(source: Source, limits: Limits, *, linked: bool) -> Findings:
    """Read all sections from the database within the limits; `linked`: whether drawings can carry links."""
    made = Findings()
    totals = source.row("totals")
    made.sections["corpus"] = _corpus(source, limits, made.blocks)
    made.sections["health"] = health.gather(source, limits, made.blocks)
    made.sections["stripped"] = _stripped(source, limits, totals, made.blocks)
    made.sections["languages"] = _languages(source, limits, made.blocks, linked)
    made.sections["timeline"] = _timeline(source, limits, totals, made.blocks, linked)
    made.sections["actors"] = _actors(source, limits, made, linked)
    made.sections["spelled"] = _spelled(source, limits, totals, made)
    made.sections["together"] = _together(source, limits, made.blocks)
    made.sections["terms"] = terms.gather(source, limits, made.blocks, linked=linked)
    made.sections["figures"] = claims.gather(source, limits, made.blocks)
    made.sections["corrections"] = corrections.gather(source, limits, made.blocks)
    made.sections["documents"] = _documents(source, limits)
    made.sections["accuracy"] = {"tables": _measured(source)}
    made.sections["method"] = {"groups": _facts(source), "limits": limits}
    made.sections["summary"] = _summary(totals, made.sections)
    return made


def _corpus(source: Source, limits: Limits, blocks: list[Block]) -> dict[str, Any]:
    records, relations = evidence.records(source, limits), evidence.by_relation(source, limits)
    blocks += [records, relations]
    kept, duplicates, rejected = records.parts
    return {
        "records": records.count("record"),
        "kept": kept.count(),
        "duplicates": duplicates.count(),
        "rejected": rejected.count(),
        "rejections": rejected.entries[:REJECTIONS_SHOWN],
        "documents": relations.count("document"),
        "relations": {part.heading: part.count() for part in relations.parts},
    }


def _stripped(source: Source, limits: Limits, totals: Any, blocks: list[Block]) -> dict[str, Any]:
    roles = []
    for role, (block, rules) in evidence.stripped(source, limits).items():
        blocks.append(block)
        roles.append(
            {
                "role": role,
                "meaning": ROLES.get(role, ""),
                "count": block.count("stretch"),
                "rules": [
                    {"rule": row.rule, "count": part.count(), "share": wording.share(row.characters, totals.characters)}
                    for row, part in zip(rules, block.parts, strict=True)
                ],
                "samples": [entry for part in block.parts for entry in part.entries[:1]][:3],
            }
        )
    return {"roles": roles, "share": wording.share(totals.stripped_characters, totals.characters)}


def _languages(source: Source, limits: Limits, blocks: list[Block], linked: bool) -> dict[str, Any]:
    made = evidence.by_language(source, limits)
    blocks += made.values()
    rows = [
        {"code": code, "name": wording.language(code), "documents": block.count("document"), "origins": block.count("origin")}
        for code, block in made.items()
    ]
    marks = [charts.Mark(row["name"], row["documents"].value, row["documents"].anchor, part=row["origins"].value) for row in rows]
    said = "Bars: documents per language; the darker part of a bar counts copies once. The numbers stand in the table that follows."
    return {"rows": rows, "figure": charts.bars(tuple(marks), "languages", said, linked=linked) if len(rows) > 1 else None}


def _timeline(source: Source, limits: Limits, totals: Any, blocks: list[Block], linked: bool) -> dict[str, Any]:
    unit = "month" if _months(totals.first, totals.last) <= MONTHS_SHOWN else "year"
    periods = evidence.by_period(source, limits, unit)
    outlets = evidence.by_outlet(source, limits)
    blocks += [block for block, _ in outlets.values()]
    blocks += periods.values()
    rows = [
        {
            "name": wording.period(first, unit),
            "documents": block.count("document"),
            "outlets": [
                {"name": part.heading, "count": part.count()} for part in sorted(block.parts, key=lambda part: -part.total["document"])
            ],
        }
        for first, block in periods.items()
    ]
    return {
        "unit": unit,
        "rows": rows,
        "unplaced": periods[None].count("document") if None in periods else None,
        "outlets": [
            {
                "name": evidence.outlet_name(outlet),
                "documents": block.count("document"),
                "origins": block.count("origin"),
                "when": wording.day(summary.first, summary.first)
                if summary.first == summary.last
                else f"{wording.day(summary.first, summary.first)} – {wording.day(summary.last, summary.last)}",
            }
            for outlet, (block, summary) in outlets.items()
        ],
        "more": bool(outlets) and next(iter(outlets.values()))[1].total > len(outlets),
        "figure": _bubbles(periods, unit, linked),
        "placed": any(first is not None for first in periods),
    }


def _bubbles(periods: dict[date | None, Block], unit: str, linked: bool) -> Any:
    dated = {first: block for first, block in periods.items() if first is not None}
    if not dated:
        return None
    # a date that is centuries off must not draw a column for each year between
    between = _between(min(dated), max(dated), unit)
    columns = [_column(first, unit) for first in (between if len(between) <= COLUMNS else sorted(dated))]
    if len(columns) > COLUMNS:
        return None
    size = Counter[str]()
    for block in dated.values():
        size.update({part.heading: part.total["document"] for part in block.parts})
    last = ("other outlets", "outlet not known")
    order = sorted(size, key=lambda heading: (heading in last, -size[heading], heading))
    marks = [
        charts.Mark(wording.label(part.heading), part.total["document"], part.anchor, _column(first, unit))
        for heading in order
        for first, block in dated.items()
        for part in block.parts
        if part.heading == heading
    ]
    said = f"Circles: documents per outlet and {unit}, the larger the more. The numbers stand in the table that follows."
    return charts.bubbles(tuple(marks), tuple(columns), "timeline", said, linked=linked)


def _column(first: date, unit: str) -> str:
    return f"{first:%b} {first.year}" if unit == "month" else str(first.year)


def _months(first: date | None, last: date | None) -> int:
    return 0 if first is None or last is None else 12 * (last.year - first.year) + last.month - first.month + 1


def _between(first: date, last: date, unit: str) -> list[date]:
    """All months or years from one to another."""
    if unit == "year":
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    return [date(month // 12, month % 12 + 1, 1) for month in range(12 * first.year + first.month - 1, 12 * last.year + last.month)]


def _actors(source: Source, limits: Limits, made: Findings, linked: bool) -> dict[str, Any]:
    actors = source.rows("actors", actors=limits.actors)
    made.actors = {actor.entity_id: anchor("actor", actor.entity_id) for actor in actors}
    kinds = evidence.by_kind(source, limits, set(made.actors))
    blocks = evidence.by_actor(source, limits, actors)
    made.blocks += [*kinds.values(), *blocks.values()]
    rows = []
    for actor in actors:
        block = blocks[actor.entity_id]
        *languages, spellings = block.parts
        rows.append(
            {
                "anchor": made.actors[actor.entity_id],
                "name": block.title,
                "kind": wording.KINDS[actor.kind],
                "country": wording.country(actor.country),
                "discovered": actor.basis == "discovered",
                "documents": block.count("document"),
                "origins": block.count("origin"),
                "mentions": block.count("mention"),
                "languages": [{"name": part.heading, "code": part.anchor.rpartition(".")[2], "count": part.count()} for part in languages],
                "spellings": spellings.count(),
            }
        )
    marks = [
        charts.Mark(wording.label(row["name"], 28), row["documents"].value, row["documents"].anchor, part=row["origins"].value)
        for row in _distinct(rows[:15])
    ]
    said = "Bars: documents that name each entity; the darker part counts copies once. The numbers stand in the table that follows."
    return {
        "rows": rows,
        "total": actors[0].total if actors else 0,
        "kinds": {kind: block.count("entity") for kind, block in kinds.items()},
        "figure": charts.bars(tuple(marks), "actors", said, linked=linked) if len(marks) > 1 else None,
        "measured": [
            {"name": wording.language(row.language), "low": row.low, "high": row.high, "weak": row.low is not None and row.low < WEAK}
            for row in source.rows("names_measured")
        ],
    }


def _spelled(source: Source, limits: Limits, totals: Any, made: Findings) -> dict[str, Any]:
    """Of the actors in the table those with most spellings, with a few of these."""
    rows = source.rows("spelled", ids=list(made.actors), entities=limits.entities, each=SPELLINGS_SHOWN)
    blocks = {block.anchor: block for block in made.blocks}
    shown = []
    for entity_id, spelled in groupby(rows, lambda row: row.entity_id):
        block = blocks[evidence.actor_anchor(entity_id)]
        spellings = [
            {"surface": wording.clipped(row.surface, 60), "lang": row.language, "language": wording.language(row.language)}
            for row in spelled
        ]
        count = block.parts[-1].count()
        shown.append({"name": block.title, "anchor": names.row_anchor(entity_id), "count": count, "spellings": spellings})
    return {"rows": shown, "doubts": totals.doubts}


def _distinct(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows whose name no row before them has: a drawing would lay one over the other."""
    return list({row["name"]: row for row in reversed(rows)}.values())[::-1]


def _together(source: Source, limits: Limits, blocks: list[Block]) -> dict[str, Any]:
    actors = source.rows("matrix_actors", matrix=limits.matrix)
    names = {actor.entity_id: wording.clipped(actor.name, 60) for actor in actors}
    pairs = evidence.by_pair(source, limits, names)
    blocks += pairs.values()
    most = max((block.total["sentence"] for block in pairs.values()), default=0)
    rows = []
    for index, actor in enumerate(actors):
        cells = []
        for other in actors[:index]:
            block = pairs.get(tuple(sorted((actor.entity_id, other.entity_id))))
            cells.append(
                {"count": block.count("sentence"), "shade": _shade(block.total["sentence"], most), "other": names[other.entity_id]}
                if block
                else None
            )
        rows.append({"number": index + 1, "name": names[actor.entity_id], "cells": cells})
    most_named = [
        {"title": block.title, "sentences": block.count("sentence"), "documents": block.count("document")}
        for block in list(pairs.values())[:10]
    ]
    return {"rows": rows, "pairs": most_named}


def _shade(value: int, most: int) -> int:
    """From 1 to `SHADES`, in proportion to the square root: few and many stay apart where one pair towers over all."""
    return max(1, min(SHADES, round(SHADES * (value / most) ** 0.5)))


def _documents(source: Source, limits: Limits) -> dict[str, Any]:
    found = source.rows("document_rows", limit=limits.documents, skip=0)
    rows = [document_row(row) for row in found]
    return {"rows": rows, "total": found[0].total if found else 0}


def document_row(row: Any) -> dict[str, Any]:
    """A row of a list of documents."""
    return {
        "doc_id": row.doc_id,
        "title": wording.clipped(row.title),
        "outlet": wording.clipped(row.outlet, 80),
        "when": wording.day(row.published_earliest, row.published_latest),
        "sort": row.published_earliest.isoformat() if row.published_earliest else "",
        "language": wording.language(row.language),
        "lang": row.language,
        "relation": "" if row.relation == "origin" else row.relation.replace("_", " "),
    }


def _measured(source: Source) -> list[dict[str, Any]]:
    """The scores, a table for each dataset: a row for each stage and measure, a column for each language, all together first."""
    made: dict[str, dict[tuple[str, str], dict[str, Any]]] = {}
    for row in source.rows("measured"):
        made.setdefault(row.dataset, {}).setdefault((row.stage, row.measure), {})[row.language] = row
    tables = []
    for dataset, measures in made.items():
        languages = {language for cells in measures.values() for language in cells}
        columns = sorted(languages, key=lambda code: (code != "all", code))
        rows = [
            {"stage": stage, "measure": measure, "cells": [cells.get(code) for code in columns]}
            for (stage, measure), cells in measures.items()
        ]
        tables.append({"dataset": dataset, "columns": columns, "rows": rows})
    return tables


FACTS = {"version": "Versions", "setting": "Settings", "rows": "Rows of the tables", "digest": "Digests of what was read"}


def _facts(source: Source) -> list[dict[str, Any]]:
    """The facts about the run in groups, by the first part of their keys."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for fact in source.rows("facts"):
        group, _, key = fact.key.partition(".")
        groups.setdefault(group, []).append((key, wording.clipped(fact.value, 300)))
    order = sorted(groups, key=lambda group: (group not in FACTS, list(FACTS).index(group) if group in FACTS else 0, group))
    return [{"name": FACTS.get(group, group), "facts": groups[group]} for group in order]


def _summary(totals: Any, sections: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """What the sentences of the summary are made of; they say nothing that the sections do not."""
    corpus, actors = sections["corpus"], sections["actors"]
    people = [row for row in actors["rows"] if row["kind"] in ("person", "organisation")]
    return {
        "documents": corpus["documents"],
        "origins": corpus["relations"].get("origin", Count(0, "", "document")),
        "languages": [row for row in sections["languages"]["rows"] if row["code"] != "und"],
        "speechless": next((row["documents"] for row in sections["languages"]["rows"] if row["code"] == "und"), None),
        "first": wording.day(totals.first, totals.first),
        "last": wording.day(totals.last, totals.last),
        "dated": totals.first is not None,
        "undated": sections["timeline"]["unplaced"],
        "outlets": totals.outlets,
        "kinds": actors["kinds"],
        "leading": people[:3],
        "pair": next(iter(sections["together"]["pairs"]), None),
        "stripped": sections["stripped"],
        "measured": _headline(sections["accuracy"]["tables"]),
    }


def _headline(tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures for all languages together that were measured on the first dataset, at most six."""
    rows = [row for table in tables[:1] if table["columns"][0] == "all" for row in table["rows"] if row["cells"][0]]
    return [{"stage": row["stage"], "measure": row["measure"], "value": row["cells"][0].value} for row in rows[:6]]
