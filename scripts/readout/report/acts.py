"""What happened: encounters and other events in time, with who took part, and whether they are told as having happened."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from readout.report import charts, evidence, wording
from readout.report.address import anchor
from readout.report.evidence import MARKS_IN_A_SENTENCE, Block, Count, Entry, Part
from readout.report.excerpt import LONG, marked
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.periods import COLUMNS, MONTHS_SHOWN, column, months, steps
from readout.report.source import Source

TELLINGS_SHOWN, DRAWN, PARTIES_SHOWN, CHOICES = 8, 10, 6, 40
SHORT, ON_PAPER = 180, 12
"""Code points of a sentence, and kinds of events, that are shown on paper."""
TYPES = {
    "AGREE": ("agree", "agree, or sign an agreement"),
    "CONSULT": ("consult", "meet or talk, in a way that is not told"),
    "SUPPORT": ("support", "praise, endorse, or promise support"),
    "COOPERATE": ("cooperate", "work together"),
    "AID": ("aid", "give or send help"),
    "YIELD": ("yield", "give way, release, ease"),
    "REQUEST": ("request", "ask for, call on, propose"),
    "ACCUSE": ("accuse", "accuse, blame, condemn"),
    "REJECT": ("reject", "refuse, deny, turn down"),
    "THREATEN": ("threaten", "threaten, warn, give an ultimatum"),
    "PROTEST": ("protest", "protest, demonstrate, send a note of protest"),
    "SANCTION": ("sanction", "sanction, break off, expel"),
    "MOBILIZE": ("mobilize", "put forces on alert, move them"),
    "COERCE": ("coerce", "arrest, seize, block, ban"),
    "ASSAULT": ("assault", "attack, shell, kill"),
    "CRIME": ("crime", "an offence that is prosecuted"),
    "RETREAT": ("retreat", "withdraw forces, cease fire, pull out"),
    "STATE": ("state", "say, with nothing more to it"),
}
"""PLOVER's types of events, and `STATE`, in words."""
MODES = {
    "call": "a call by telephone or video",
    "meeting": "a meeting, talks",
    "visit": "a visit, a journey",
    "summit": "a summit, a conference of several",
    "mediation": "talks through a third party",
    "correspondence": "letters, messages, notes",
}
"""How those who met met."""
MANY = {"correspondence": "exchanges of letters"}
STATUSES = {
    "asserted": "told as having happened",
    "planned": "announced",
    "denied": "told as not happening",
    "hypothetical": "a condition, a wish, or what somebody claims",
}
TOLD_BY = {
    "written": "",
    "publication": "from the day of publication",
    "text": "from another date in the text",
    "document": "day of publication",
    None: "",
}
"""What the days of an event rest on, as said beside them."""


class Tellings:
    """Acts as evidence: the sentences that tell each of them."""

    def __init__(self, source: Source, acts: Iterable[str], each: int, *, long: int = LONG) -> None:
        self._long = long
        self._rows = dict(evidence.grouped([_within(row) for row in source.rows("act_texts", acts=sorted(set(acts)), each=each)], "act"))

    def rows(self, act: str) -> list[Any]:
        """The sentences that tell an act; first the one that stands for it."""
        return self._rows[act]

    def entries(self, acts: Iterable[str]) -> list[Entry]:
        """Each of some acts as an entry under the document that stands for it, with the sentence there."""
        return [self._entry(self._rows[act][0]) for act in acts]

    def _entry(self, row: Any) -> Entry:
        spans = [(start - row.start, end - row.start) for start, end in zip(row.starts, row.ends, strict=True)][:MARKS_IN_A_SENTENCE]
        said = Entry("", row.doc_id, sentence=row.sentence, language=row.language, text=marked(row.text, spans, long=self._long))
        facts = [named(row.type, row.mode)]
        facts += [row.status] if row.status != "asserted" else []
        facts += [wording.day(row.earliest, row.latest)] if row.earliest else []
        facts += [f"told {row.tellings:,} times"] if row.tellings > 1 else []
        return evidence.about(row, items="act", sentence=row.sentence, note="; ".join(facts), entries=(said,))


def named(kind: str, mode: str | None = None) -> str:
    """A mode, or a type, in words."""
    return mode or TYPES.get(kind, (kind.lower(), ""))[0]


def _within(row: Any) -> Any:
    """A row whose marks lie in its sentence and apart from each other."""
    starts: list[int] = []
    ends: list[int] = []
    last = row.start + len(row.text)
    for start, end in zip(row.starts, row.ends, strict=True):
        if start < row.start or end > last or start >= end:
            continue
        if starts and start < ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return row._replace(starts=starts, ends=ends)


def gather(source: Source, limits: Limits, blocks: list[Block], *, linked: bool) -> dict[str, Any]:
    """The values of the section; the blocks that its numbers open are added to `blocks`."""
    counts = source.rows("act_counts")
    span = source.row("act_span")
    unit = "month" if months(span.first, span.last) <= MONTHS_SHOWN else "year"
    first, last = (span.first, span.last) if unit == "month" else (span.from_year, span.to_year)
    listed = source.rows("act_rows", acts=limits.acts)
    periods = source.rows("act_periods", unit=unit, first=first, last=last)
    drawn = _drawn(periods, min(DRAWN, 3 * limits.evidence))
    found = source.rows(
        "act_samples",
        unit=unit,
        first=first,
        last=last,
        # on paper a drawing has no links, and what it would lead to would be many pages
        kinds=drawn if linked else [],
        nodes=[],
        cap=limits.evidence if linked else 1,
        few=max(1, limits.evidence // 4),
    )
    samples: dict[tuple, list[str]] = defaultdict(list)
    for row in found:
        samples[row.grouped_by, row.key, row.part].append(row.act)
    few = Tellings(source, (row.act for row in found), 1, long=LONG if linked else SHORT)
    all_told = Tellings(source, (row.act for row in listed), min(TELLINGS_SHOWN, limits.evidence))
    kinds = _kinds(counts if linked else _commonest(counts), samples, few, blocks)
    by_status = _by_status(counts, samples, few, blocks)
    rows = [_row(row, all_told, blocks) for row in listed]
    return {
        "kinds": kinds,
        "kinds_total": len({row.kind for row in counts}),
        "statuses": list(STATUSES),
        "by_status": by_status,
        "meanings": STATUSES,
        "unit": unit,
        "figure": _figure(periods, drawn, unit, samples, few, blocks, linked),
        "left_out": [named(*_kind(kind)) for kind in sorted({row.kind for row in periods} - set(drawn))],
        "unplaced": _unplaced(span, unit, samples, few, blocks),
        "rows": rows,
        "total": listed[0].total if listed else 0,
        **_choices(listed, rows),
    }


def _kind(kind: str) -> tuple[str, str | None]:
    """Type and mode of a kind."""
    return ("CONSULT", kind) if kind in MODES else (kind, None)


def _order(kind: str) -> tuple[int, int]:
    """Modes in their order, then the types in theirs."""
    return (0, list(MODES).index(kind)) if kind in MODES else (1, list(TYPES).index(kind))


def _commonest(counts: Sequence[Any]) -> list[Any]:
    """The rows of the kinds with most acts, as many as paper has room for."""
    size: dict[str, int] = defaultdict(int)
    for row in counts:
        size[row.kind] += row.acts
    kept = sorted(size, key=lambda kind: (-size[kind], kind))[:ON_PAPER]
    return [row for row in counts if row.kind in kept]


def _kinds(counts: Sequence[Any], samples: dict, few: Tellings, blocks: list[Block]) -> list[dict[str, Any]]:
    """Acts by kind and status."""
    made = []
    found = sorted(evidence.grouped(counts, "kind"), key=lambda item: _order(item[0]))
    for kind, rows in found:
        anchored = anchor("ev", "acts", kind.lower())
        of_status = {row.status: row for row in rows}
        parts = {
            status: Part(
                f"{anchored}.{status}",
                status,
                "sentences",
                few.entries(samples["kind", kind, status]),
                {"act": of_status[status].acts},
                listing("act_list", kind=kind, status=status),
            )
            for status in STATUSES
            if status in of_status
        }
        total = {"act": sum(row.acts for row in rows)}
        name = named(*_kind(kind))
        blocks.append(Block(anchored, f"Events: {name}", "events", list(parts.values()), total, listing("act_list", kind=kind)))
        made.append(
            {
                "name": name,
                "meaning": MODES.get(kind) or TYPES[kind][1],
                "many": MANY.get(name, f"{name}s"),
                "encounter": kind in MODES,
                "total": blocks[-1].count("act"),
                "cells": [parts[status].count() if status in parts else None for status in STATUSES],
                "acts": total["act"],
            }
        )
    return made


def _by_status(counts: Sequence[Any], samples: dict, few: Tellings, blocks: list[Block]) -> dict[str, Count]:
    """How many events there are of each status, of all kinds but statements."""
    made = {}
    for status, meaning in STATUSES.items():
        acts = sum(row.acts for row in counts if row.status == status and row.type != "STATE")
        sql = f"{listing('act_list', status=status)} AND type <> 'STATE'"
        part = Part(anchor("ev", "status", status), "", "sentences", few.entries(samples["status", status, None]), {"act": acts}, sql)
        made[status] = part.count()
        if acts:
            blocks.append(
                Block(
                    part.anchor, f"Events {meaning}" if status != "hypothetical" else "Events: hypothetical", "events", [part], part.total
                )
            )
    return made


def _drawn(periods: Sequence[Any], most: int) -> list[str]:
    """The kinds that are drawn, `most` at most: those with most acts, statements left out, in the order of all kinds."""
    size: dict[str, int] = defaultdict(int)
    for row in periods:
        if row.kind != "STATE":
            size[row.kind] += row.acts
    return sorted(sorted(size, key=lambda kind: (-size[kind], kind))[:most], key=_order)


def _figure(
    periods: Sequence[Any], drawn: Sequence[str], unit: str, samples: dict, few: Tellings, blocks: list[Block], linked: bool
) -> Any:
    """Circles for acts by kind and period; on screen each leads to a part of the period's block."""
    shown = [row for row in periods if row.kind in drawn]
    if not shown:
        return None
    firsts = sorted({row.period for row in shown})
    every = steps(firsts[0], firsts[-1], unit)
    columns = [column(first, unit) for first in (every if len(every) <= COLUMNS else firsts)]
    if len(columns) > COLUMNS:
        return None
    marks: dict[tuple[str, date], charts.Mark] = {}
    for period, rows in evidence.grouped(shown, "period"):
        anchored = anchor("ev", "acts-in", f"{period:%Y-%m}")
        parts = []
        for row in sorted(rows, key=lambda row: _order(row.kind)):
            name = named(*_kind(row.kind))
            part = Part(
                f"{anchored}.{row.kind.lower()}",
                name,
                "sentences",
                few.entries(samples["period", period.isoformat(), row.kind]),
                {"act": row.acts},
                listing("act_list", kind=row.kind, status="asserted", **{unit: period}),
            )
            parts.append(part)
            marks[row.kind, period] = charts.Mark(name, row.acts, part.anchor, column(period, unit))
        if linked:
            total = {"act": sum(row.acts for row in rows)}
            blocks.append(Block(anchored, f"Events: {wording.period(period, unit)}", "events", parts, total))
    ordered = tuple(marks[kind, first] for kind in drawn for first in firsts if (kind, first) in marks)
    said = f"Circles: events per kind and {unit}, the larger the more. The list that follows has them one by one."
    return charts.bubbles(ordered, tuple(columns), "events", said, linked=linked)


def _unplaced(span: Any, unit: str, samples: dict, few: Tellings, blocks: list[Block]) -> Count | None:
    """How many events are in none of the periods that are drawn."""
    acts = span.unplaced if unit == "month" else span.unplaced_years
    if not acts:
        return None
    first, last = (span.first, span.last) if unit == "month" else (span.from_year, span.to_year)
    sql = f"{listing('act_list', status='asserted')} AND type <> 'STATE'"
    if first:
        sql += f" AND ({unit} IS NULL OR {unit} NOT BETWEEN DATE '{first}' AND DATE '{last}')"
    part = Part("ev.acts-unplaced", "", "sentences", few.entries(samples["unplaced", None, None]), {"act": acts}, sql)
    blocks.append(Block(part.anchor, f"Events that cannot be placed in a {unit} of these years", "events", [part], part.total))
    return part.count()


def _row(row: Any, told: Tellings, blocks: list[Block]) -> dict[str, Any]:
    """One line of the list."""
    rows = told.rows(row.act)
    anchored = anchor("ev", "act", row.act)
    total = {"telling": row.tellings, "document": row.documents}
    entries = evidence.by_document(rows, (set(), set()), "telling")
    part = Part(anchored, "", "sentences", entries, total, listing("telling_list", act=row.act))
    who = between(row.actor_names, row.recipient_names)
    name = named(row.type, row.mode).capitalize()
    block = Block(anchored, f"{name}: {who}" if who else name, "events", [part], total)
    blocks.append(block)
    return {
        "act": row.act,
        "when": wording.day(row.earliest, row.latest) if row.earliest else "no day told",
        "basis": TOLD_BY[row.date_basis],
        "sort": row.earliest.isoformat() if row.earliest else "",
        "type": row.type,
        "mode": row.mode or "",
        "name": named(row.type, row.mode),
        "status": row.status,
        "actors": _some(row.actor_names),
        "recipients": _some(row.recipient_names),
        "nameless": row.nameless,
        "place": wording.clipped(row.place, 60),
        "claimants": _some(row.claimants),
        "tellings": block.count("telling"),
        "documents": block.count("document"),
    }


def _some(names: Sequence[str], most: int = PARTIES_SHOWN) -> str:
    shown = [wording.clipped(name, 60) for name in names[:most]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def between(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """Who did something to whom, in a few names."""
    return " → ".join(part for part in (_some(actors, 3), _some(recipients, 3)) if part)


def _choices(listed: Sequence[Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """What the list can be narrowed to; rows get the numbers of their actors and outlets among these."""
    actors: dict[str, str] = {}
    uses: dict[str, int] = defaultdict(int)
    outlets: dict[str | None, int] = defaultdict(int)
    for row in listed:
        for entity, name in zip([*row.actors, *row.recipients], [*row.actor_names, *row.recipient_names], strict=True):
            actors[entity] = name
            uses[entity] += 1
        for outlet in row.outlets:
            outlets[outlet] += 1
    chosen = sorted(sorted(actors, key=lambda entity: (-uses[entity], entity))[:CHOICES], key=lambda entity: (actors[entity], entity))
    commonest = sorted(outlets, key=lambda outlet: (-outlets[outlet], outlet is None, outlet or ""))[:CHOICES]
    sources = sorted(commonest, key=lambda outlet: (outlet is None, outlet or ""))
    for row, made in zip(listed, rows, strict=True):
        parties = {*row.actors, *row.recipients}
        made["parties"] = " ".join(str(number) for number, entity in enumerate(chosen) if entity in parties)
        made["outlets"] = " ".join(str(number) for number, outlet in enumerate(sources) if outlet in row.outlets)
        made["languages"] = " ".join(row.languages)
    languages = sorted({language for row in listed for language in row.languages})
    types = [(kind, TYPES[kind][0]) for kind in TYPES if any(row.type == kind for row in listed)]
    if len(types) > 1 and types[-1][0] == "STATE":
        types.insert(0, ("-STATE", "all but statements"))
    return {
        "choices": [
            ("type", "Type", types),
            ("mode", "Mode", [(mode, mode) for mode in MODES if any(row.mode == mode for row in listed)]),
            ("party", "Who took part", [(str(number), wording.clipped(actors[entity], 60)) for number, entity in enumerate(chosen)]),
            ("outlet", "Outlet", [(str(number), evidence.outlet_name(outlet)) for number, outlet in enumerate(sources)]),
            ("language", "Language", [(code, wording.language(code)) for code in languages]),
        ],
    }
