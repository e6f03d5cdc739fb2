"""What people corrected: every entry of their file, with who says so, why, and what it did in this run."""

from typing import Any

from readout.report import evidence, wording
from readout.report.address import anchor
from readout.report.evidence import Block
from readout.report.limits import Limits
from readout.report.source import Source

SAYS = {"same": "are one", "not_same": "are two", "is": "means", "is_not_a_name": "is no name"}
DID = {"merged": "merged", "kept_apart": "kept apart", "changed": "changed", "dropped": "dropped"}
IDLE = {
    "no_change": "did nothing: it would be so without this",
    "not_found": "did nothing: no text has these names",
}


def gather(source: Source, limits: Limits, blocks: list[Block]) -> dict[str, Any]:
    """The values of the section; the blocks that its numbers open are added to `blocks`."""
    found = source.rows("corrections", lines=limits.documents)
    changed = evidence.by_correction(source, limits, [row for row in found if row.mentions])
    blocks += changed.values()
    return {
        "rows": [_row(row, changed.get(row.correction)) for row in found],
        "total": found[0].total if found else 0,
        "idle": found[0].idle if found else 0,
    }


def _row(row: Any, block: Block | None) -> dict[str, Any]:
    return {
        "number": row.correction,
        "anchor": anchor("correction", str(row.correction)),
        "names": wording.clipped(row.names, 200),
        "says": SAYS[row.ruling],
        "entity": wording.clipped(row.entity or row.entity_id, 100),
        "doc_id": row.doc_id,
        "document": wording.clipped(row.title or row.doc_id, 80),
        "known": row.title is not None,
        "author": wording.clipped(row.author, 80),
        "reason": wording.clipped(row.reason, 300),
        "did": DID.get(row.effect),
        "idle": IDLE.get(row.effect),
        "count": block.count("mention") if block else None,
    }
