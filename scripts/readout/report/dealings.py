"""Who does what to whom: events between countries, and entities without one, as a table of those who act and those acted upon."""

from collections import defaultdict
from typing import Any

from readout.report import charts, wording
from readout.report.acts import SHORT, TYPES, Tellings
from readout.report.address import anchor
from readout.report.evidence import Block, Part
from readout.report.excerpt import LONG
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.source import Source

PARTIES, ON_PAPER = 12, 6
FEW = 6
"""Events shown for a cell at most."""
ALL = "all"


def gather(source: Source, limits: Limits, blocks: list[Block], *, linked: bool) -> dict[str, Any]:
    """The values of the section; the blocks that its numbers open are added to `blocks`. On paper (not `linked`) all types are one."""
    found = source.rows("matrix_parties", matrix=min(limits.matrix, PARTIES if linked else ON_PAPER))
    names = {row.node: wording.clipped(row.name, 40) if row.name else wording.country(row.node) or row.node for row in found}
    cells = source.rows("matrix_cells", nodes=list(names))
    samples: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    wanted = source.rows(
        "act_samples",
        unit="month",
        first=None,
        last=None,
        kinds=[],
        nodes=list(names),
        cap=1,
        few=min(FEW, limits.evidence) if linked else 1,
    )
    pairs = [row for row in wanted if row.grouped_by == "pair"]
    for row in pairs:
        samples[row.key, row.other, row.part].append(row.act)
    told = Tellings(source, (row.act for row in pairs), 1, long=LONG if linked else SHORT)
    made: dict[tuple[str, str], tuple[Block, dict[str, Part]]] = {}
    for key, rows in _by_pair(cells).items():
        made[key] = _block(key, rows, names, samples, told, whole=not linked)
        blocks.append(made[key][0])
    types = sorted({row.type for row in cells}, key=list(TYPES).index)
    tables = [_table(ALL, "all types", names, made)]
    if linked and len(types) > 1:
        tables += [_table(kind, TYPES[kind][0], names, made) for kind in types]
    return {"tables": tables if cells else [], "total": found[0].total if found else 0, "shown": len(found)}


def _by_pair(cells: list[Any]) -> dict[tuple[str, str], list[Any]]:
    pairs: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in cells:
        pairs[row.actor, row.recipient].append(row)
    return pairs


def _block(
    key: tuple[str, str], rows: list[Any], names: dict[str, str], samples: dict, told: Tellings, *, whole: bool
) -> tuple[Block, dict[str, Part]]:
    """What one did to another, a part for each type, or as a `whole`, with the commonest type first."""
    anchored = anchor("ev", "dealings", *key)
    title = f"{names[key[0]]} → {names[key[1]]}"
    total = {"act": sum(row.acts for row in rows)}
    sql = listing("act_pairs", actor=key[0], recipient=key[1])
    if whole:
        acts = samples[*key, rows[0].type]
        return Block(anchored, title, "matrix", [Part(anchored, "", "sentences", told.entries(acts), total, sql)], total), {}
    parts = {
        row.type: Part(
            f"{anchored}.{row.type.lower()}",
            TYPES[row.type][0],
            "sentences",
            told.entries(samples[*key, row.type]),
            {"act": row.acts},
            listing("act_pairs", actor=key[0], recipient=key[1], type=row.type),
        )
        for row in rows
    }
    return Block(anchored, title, "matrix", list(parts.values()), total, sql), parts


def _table(kind: str, name: str, names: dict[str, str], made: dict[tuple[str, str], tuple[Block, dict[str, Part]]]) -> dict[str, Any]:
    """One table: of all types, or of one of them, without rows and columns that are empty."""
    counts = {}
    for key, (block, parts) in made.items():
        if kind == ALL:
            counts[key] = block.count("act")
        elif kind in parts:
            counts[key] = parts[kind].count()
    actors = [node for node in names if any(key[0] == node for key in counts)]
    recipients = [node for node in names if any(key[1] == node for key in counts)]
    most = max((count.value for count in counts.values()), default=0)
    return {
        "kind": kind,
        "name": name,
        "total": sum(count.value for count in counts.values()),
        "columns": [names[node] for node in recipients],
        "rows": [
            {
                "name": names[actor],
                "cells": [
                    {"count": count, "shade": charts.shade(count.value, most), "own": actor == recipient}
                    if (count := counts.get((actor, recipient)))
                    else None
                    for recipient in recipients
                ],
            }
            for actor in actors
        ],
    }
