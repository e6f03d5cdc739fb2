"""Words that take a side: loaded terms and rival names, by outlet and by the side of the outlet, and who says them in quotes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from readout.report import charts, evidence, wording
from readout.report.address import anchor
from readout.report.evidence import Block, Part
from readout.report.leaning import Leaning, leanings
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.source import Source

SIDES_SHOWN, DRAWN, SPEAKERS_SHOWN = 5, 15, 20
_PREFIX = "name: "


def gather(source: Source, limits: Limits, blocks: list[Block], *, linked: bool) -> dict[str, Any]:
    """The values of the section; the blocks that its numbers open are added to `blocks`."""
    sides = source.rows("term_sides")
    shown = [side.outlet_side for side in sides[:SIDES_SHOWN]]
    loaded = source.rows("term_rows", rival=False, terms=limits.terms)
    rival = source.rows("term_rows", rival=True, terms=limits.terms)
    found = _blocks(source, limits, [*loaded, *rival])
    blocks += found.values()
    pair = _pair(sides)
    # of all terms, also those that are not listed: what is compared does not hang on how much is shown
    counted = source.rows("term_uses", sides=[side.outlet_side for side in pair])
    listed = {row.term_id for row in loaded}
    odds = {term_id: lean for term_id, lean in _leanings(counted, pair, "term_id").items() if term_id in listed}
    by_frame = _leanings(counted, pair, "frame")
    return {
        "sides": [wording.side(code) for code in shown],
        "left_out": len(sides) - len(shown),
        "rows": _rows(loaded, shown, found, odds),
        "total": loaded[0].total if loaded else 0,
        "pair": [wording.side(side.outlet_side) for side in pair],
        "frames": [_leaning(name, lean, pair) for name, lean in sorted(by_frame.items(), key=lambda item: (-item[1].value, item[0]))],
        "figure": _drawing(odds, pair, found, linked),
        "outlets": _outlets(source, limits, blocks),
        "names": _names(rival, shown, found),
        "names_total": rival[0].total if rival else 0,
        "speakers": _speakers(source, limits, blocks),
    }


def _blocks(source: Source, limits: Limits, rows: Sequence[Any]) -> dict[tuple[str, str | None], Block]:
    """Per term and side of outlets the block of its sentences: a part for each outlet's own words, one for quotes."""
    sentences: dict[tuple[str, str | None], list[Any]] = defaultdict(list)
    ids = sorted({row.term_id for row in rows})
    for sentence in source.rows("term_sentences", terms=ids, cap=limits.evidence):
        sentences[sentence.term_id, sentence.outlet_side].append(sentence)
    made = {}
    for key, group in groupby(rows, lambda row: (row.term_id, row.outlet_side)):
        of_outlets, (term_id, side) = list(group), key
        anchored = _anchor(*key)
        own = {outlet: list(these) for outlet, these in groupby(_of(sentences[key], quoted=False), lambda row: row.outlet)}
        seen: tuple[set[str], set[str]] = (set(), set())
        parts = [
            Part(
                _of_outlet(anchored, row.outlet),
                evidence.outlet_name(row.outlet),
                "sentences",
                evidence.by_document(own.get(row.outlet, ()), seen, "use"),
                {"use": row.own, "document": row.documents},
                listing("term_evidence", term_id=term_id, outlet_side=side, outlet=row.outlet, in_quote=False),
            )
            for row in of_outlets
            if row.own
        ]
        total = {"use": sum(row.own for row in of_outlets), "document": sum(row.documents for row in of_outlets)}
        if quoted := sum(row.quoted for row in of_outlets):
            entries = [_without_items(entry) for entry in evidence.by_document(_of(sentences[key], quoted=True), (set(), set()), "quoted")]
            sql = listing("term_evidence", term_id=term_id, outlet_side=side, in_quote=True)
            parts.append(Part(f"{anchored}.quotes", "In direct quotes: the speakers' words", "sentences", entries, {"quoted": quoted}, sql))
        total = {item: value for item, value in {**total, "quoted": quoted}.items() if value}
        sql = listing("term_evidence", term_id=term_id, outlet_side=side)
        made[key] = Block(anchored, f"{_name(of_outlets[0])}: {wording.side(side)}", "terms", parts, total, sql)
    return made


def _of(rows: Iterable[Any], *, quoted: bool) -> list[Any]:
    return [row for row in rows if row.in_quote == quoted]


def _without_items(entry: evidence.Entry) -> evidence.Entry:
    """An entry that counts as no document: those are counted for the outlets' own words."""
    return replace(entry, items="")


def _anchor(term_id: str, side: str | None) -> str:
    return anchor("ev", "term", term_id, side)


def _of_outlet(anchored: str, outlet: str | None) -> str:
    """Address of an outlet's own words, apart from that of the quotes whatever the outlet is called."""
    return f"{anchored}.{anchor('outlet', outlet)}"


def _name(row: Any) -> str:
    return wording.clipped(row.frame.removeprefix(_PREFIX) if row.entity_id else row.term_id.replace("_", " "), 60)


def _cell(block: Block | None) -> dict[str, Any] | None:
    """What one side says of a word: uses in its own words, and in quotes."""
    if block is None:
        return None
    return {
        "own": block.count("use") if "use" in block.total else None,
        "quoted": block.count("quoted") if "quoted" in block.total else None,
        "documents": block.count("document") if "document" in block.total else None,
        "sort": block.total.get("use", 0) + block.total.get("quoted", 0) / 1e6,
    }


def _rows(rows: Sequence[Any], sides: Sequence[str | None], found: dict, odds: dict[str, Leaning]) -> list[dict[str, Any]]:
    made = []
    for term_id, group in groupby(rows, lambda row: row.term_id):
        first = next(group)
        lean = odds.get(term_id)
        made.append(
            {
                "name": _name(first),
                "frame": wording.clipped(first.frame, 40),
                "code": first.side or "",
                "side": wording.country(first.side),
                "cells": [_cell(found.get((term_id, side))) for side in sides],
                **_odds(lean),
            }
        )
    return made


def _odds(lean: Leaning | None) -> dict[str, Any]:
    if lean is None:
        return {"odds": "", "interval": "", "sure": False, "sort": ""}
    return {
        "odds": _signed(lean.value),
        "interval": f"{_signed(lean.low)} to {_signed(lean.high)}",
        "sure": lean.sure,
        "sort": f"{lean.value:.4f}",
    }


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def _pair(sides: Sequence[Any]) -> list[Any]:
    """The two sides to compare: those whose words all outlets together use most, then those that use most; none where there are not two."""
    known = sorted((side for side in sides if side.outlet_side is not None and side.own), key=lambda side: -side.theirs)
    return known[:2] if len(known) > 1 else []


def _leanings(rows: Sequence[Any], pair: Sequence[Any], column: str) -> dict[str, Leaning]:
    """Log-odds of each term, or of each frame, between two sides, in the outlets' own words."""
    if not pair:
        return {}
    counts: list[dict[str, int]] = []
    for side in pair:
        used: dict[str, int] = defaultdict(int)
        for row in rows:
            if row.outlet_side == side.outlet_side:
                used[getattr(row, column)] += row.own
        counts.append(dict(used))
    return leanings(counts[0], counts[1], pair[0].own_words, pair[1].own_words)


def _leaning(name: str, lean: Leaning, pair: Sequence[Any]) -> dict[str, Any]:
    leans = wording.side(pair[0 if lean.value > 0 else 1].outlet_side) if lean.sure else ""
    return {"name": name, "leans": leans, **_odds(lean)}


def _drawing(odds: dict[str, Leaning], pair: Sequence[Any], found: dict, linked: bool) -> Any:
    """The words that lean most surely, from the one side's to the other's."""
    strongest = sorted(odds.items(), key=lambda item: (-abs(item[1].value) / (item[1].high - item[1].low), item[0]))[:DRAWN]
    if len(strongest) < 2:
        return None
    rows = []
    for term_id, lean in sorted(strongest, key=lambda item: (-item[1].value, item[0])):
        order = pair if lean.value > 0 else pair[::-1]
        side = next(side.outlet_side for side in order if (term_id, side.outlet_side) in found)
        rows.append(charts.Interval(wording.label(term_id.replace("_", " ")), lean.value, lean.low, lean.high, _anchor(term_id, side)))
    first, second = (wording.side(side.outlet_side) for side in pair)
    said = f"Dots: log-odds of each word, right of nought for {first}, left for {second}; lines: 95 % intervals. The table has the numbers."
    return charts.intervals(tuple(rows), "terms", said, linked=linked)


def _outlets(source: Source, limits: Limits, blocks: list[Block]) -> list[dict[str, Any]]:
    rows = source.rows("term_outlets", outlets=limits.outlets)
    sentences = {
        key: list(group)
        for key, group in groupby(source.rows("term_outlet_sentences", cap=limits.evidence), lambda row: (row.outlet, row.in_quote))
    }
    made = []
    for row in rows:
        anchored = anchor("ev", "outlet-terms", row.outlet)
        parts = []
        for quoted, count, item in ((False, row.own, "use"), (True, row.quoted, "quoted")):
            if not count:
                continue
            entries = evidence.by_document(sentences.get((row.outlet, quoted), ()), (set(), set()), item)
            heading = "In direct quotes: the speakers' words" if quoted else "In its own words"
            sql = listing("term_evidence", outlet=row.outlet, in_quote=quoted, entity_id=None)
            parts.append(Part(f"{anchored}.{item}", heading, "sentences", entries, {item: count}, sql))
        name = evidence.outlet_name(row.outlet)
        sql = listing("term_evidence", outlet=row.outlet, entity_id=None)
        block = Block(anchored, f"Loaded words: {name}", "terms", parts, {part.item: part.total[part.item] for part in parts}, sql)
        blocks.append(block)
        made.append(
            {
                "name": name,
                "side": wording.side(row.outlet_side),
                "own": block.count("use") if row.own else None,
                "quoted": block.count("quoted") if row.quoted else None,
                "rate": f"{1000 * row.own / row.own_words:.1f}" if row.own_words else "",
                "kept_away": wording.share(row.scare, row.own),
            }
        )
    return made


def _names(rows: Sequence[Any], sides: Sequence[str | None], found: dict) -> list[dict[str, Any]]:
    """A row for each rival name, those of one place together."""
    entities: dict[str, dict[str, list[Any]]] = {}
    for row in rows:
        entities.setdefault(row.entity_id, {}).setdefault(row.term_id, []).append(row)
    made = []
    for names in entities.values():
        for term_id, of_term in names.items():
            first = of_term[0]
            outlets = []
            for row in of_term:
                block = found[term_id, row.outlet_side]
                part = next((part for part in block.parts if part.anchor == _of_outlet(block.anchor, row.outlet)), None)
                if part:
                    outlets.append({"name": part.heading, "count": part.count("document")})
            made.append(
                {
                    "place": wording.clipped(first.entity or first.entity_id, 60),
                    "name": _name(first),
                    "code": first.side or "",
                    "side": wording.country(first.side),
                    "cells": [_cell(found.get((term_id, side))) for side in sides],
                    "outlets": outlets[:5],
                    "more": len(outlets) > 5,
                }
            )
    return made


def _speakers(source: Source, limits: Limits, blocks: list[Block]) -> list[dict[str, Any]]:
    rows = source.rows("term_speakers", speakers=min(SPEAKERS_SHOWN, limits.terms))
    sentences = dict(
        evidence.grouped(
            source.rows("term_speaker_sentences", speakers=[row.speaker_id for row in rows], cap=limits.evidence), "speaker_id"
        )
    )
    made = []
    for row in rows:
        anchored = anchor("ev", "speaker-terms", row.speaker_id)
        entries = evidence.by_document(sentences.get(row.speaker_id, ()), (set(), set()), "quoted")
        total = {"quoted": row.uses}
        sql = listing("term_evidence", speaker_id=row.speaker_id, in_quote=True)
        name = wording.clipped(row.name, 80)
        block = Block(anchored, f"Words in quotes: {name}", "terms", [Part(anchored, "", "sentences", entries, total, sql)], total)
        blocks.append(block)
        made.append({"name": name, "count": block.count("quoted"), "words": ", ".join(word.replace("_", " ") for word in row.words)})
    return made
