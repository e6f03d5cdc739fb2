"""Numbers that are claimed: of what, by whom, in which outlets; and where others tell another number of the same."""

from collections import defaultdict
from typing import Any

from readout.report import evidence, wording
from readout.report.address import anchor
from readout.report.evidence import Block, Part
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.source import Source

WORDS = {"km2": "km²", "mi2": "square miles", "ha": "hectares", "mi": "miles"}
OTHERS_SHOWN = 4


def gather(source: Source, limits: Limits, blocks: list[Block]) -> dict[str, Any]:
    """The values of the section; the blocks that its numbers open are added to `blocks`."""
    rows = source.rows("figure_rows", figures=limits.figures)
    found = source.rows("figure_sentences", claims=[row.claim for row in rows], cap=limits.evidence)
    sentences = dict(evidence.grouped(found, "claim"))
    others: dict[tuple, list[str]] = defaultdict(list)
    for row in rows:
        if row.rivals > 1 and (amount := _amount(row)) not in others[_thing(row)]:
            others[_thing(row)].append(amount)
    made = []
    for row in rows:
        block = _block(row, sentences[row.claim])
        blocks.append(block)
        rivals = [amount for amount in others[_thing(row)] if amount != _amount(row)] if row.rivals > 1 else []
        made.append(
            {
                "what": row.counts,
                "place": wording.clipped(row.place, 60),
                "amount": _amount(row),
                "unit": WORDS.get(row.unit or "", row.unit or ""),
                "sort": _sort(row),
                "who": wording.clipped(row.claimant or row.claimed_by, 80),
                "outlets": [wording.clipped(outlet, 60) for outlet in row.outlets],
                "figures": block.count("figure"),
                "documents": block.count("document"),
                "others": rivals[:OTHERS_SHOWN],
                "more": len(rivals) > OTHERS_SHOWN,
            }
        )
    return {"rows": made, "total": rows[0].total if rows else 0}


def _thing(row: Any) -> tuple[Any, ...]:
    return row.counts, row.unit, row.place_id


def _block(row: Any, sentences: list[Any]) -> Block:
    anchored = anchor("ev", "claim", row.claim)
    entries = evidence.by_document(sentences, (set(), set()), "figure")
    total = {"figure": row.figures, "document": row.documents}
    title = " ".join(part for part in (f"{row.counts}:", _amount(row), row.unit or "", f"({row.place})" if row.place else "") if part)
    part = Part(anchored, "", "sentences", entries, total, listing("figure_evidence", claim=row.claim))
    return Block(anchored, wording.clipped(title, 120), "figures", [part], total)


def _amount(row: Any) -> str:
    """A claimed number in words for its bounds, or the days of a deadline."""
    if row.latest is not None:
        return wording.day(row.earliest, row.latest)
    about = "about " if row.approximate else ""
    if row.least is None and row.most is None:
        return "not told"
    if row.least is None:
        return f"{about}up to {_value(row.most)}"
    if row.most is None:
        return f"{about}at least {_value(row.least)}"
    return f"{about}{_value(row.least)}" if row.least == row.most else f"{about}{_value(row.least)} to {_value(row.most)}"


def _value(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.3f}".rstrip("0")


def _sort(row: Any) -> str:
    """What the column of numbers is sorted by: the value, or the day of a deadline as a number."""
    if row.latest is not None:
        return str(row.latest.toordinal())
    return str(row.least if row.least is not None else row.most or 0)
