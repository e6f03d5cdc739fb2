"""How healthy the corpus is: stories told many times, what days rest on, and documents that may not be what they seem."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from readout.report import evidence, wording
from readout.report.address import anchor
from readout.report.evidence import Block, Entry, Part
from readout.report.excerpt import stretch
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.source import Source

GROUPS_SHOWN, OUTLETS_SHOWN, SPANS_SHOWN = 10, 6, 6
AROUND, LONGEST = 70, 160
"""Code points shown beside a stretch, and of the stretch itself."""
BASES = {
    "metadata": "the date that came with the record",
    "header": "a line at the head of the page",
    "dateline": "the dateline",
    "url": "the address",
    "text": "inferred from the dates that the story tells",
    "office": "inferred from the terms of office of persons it names",
    None: "nothing: no day is known",
}
TOLD_BY = {
    "written": "the words alone: they hold the year",
    "publication": "the day of publication",
    "text": "another date of the same text",
    None: "nothing: the days are not known",
}
SIGNS = {
    "machine_translated": "a machine seems to have translated it, and nobody read it again",
    "spun": "a synonym machine seems to have rewritten it",
    "boilerplate": "most of it is furniture of a website",
    "repeated_title": "the title stands in the text a second time",
    "stray_lead": "it opens with a sentence of another story",
    "mixed_script": "words have letters of two scripts",
    "truncated": "the text breaks off",
    "impossible_date": "a day that the calendar lacks, or one that is later than the document",
}


def gather(source: Source, limits: Limits, blocks: list[Block]) -> dict[str, Any]:
    """The values of the section; the blocks that its numbers open are added to `blocks`."""
    return {
        "groups": _groups(source, limits, blocks),
        "published": _published(source, limits, blocks),
        "dates": _dates(source, limits, blocks),
        "signs": _signs(source, limits, blocks),
    }


def _groups(source: Source, limits: Limits, blocks: list[Block]) -> dict[str, Any]:
    """The stories told most often."""
    rows = source.rows("origin_groups", groups=GROUPS_SHOWN, lines=limits.lines)
    stories = []
    for origin_id, found in groupby(rows, lambda row: row.origin_id):
        group = list(found)
        entries = [evidence.about(row, items="document", note=row.relation.replace("_", " ")) for row in group]
        title = wording.clipped(group[0].title, 100) or origin_id
        part = Part(
            anchor("ev", "story", origin_id),
            "",
            "documents",
            entries,
            {"document": group[0].documents},
            listing("document_list", origin_id=origin_id),
        )
        blocks.append(Block(part.anchor, f"One story: {title}", "health", [part], part.total))
        stories.append(
            {
                "title": title,
                "doc_id": origin_id,
                "outlets": [wording.clipped(outlet, 40) for outlet in group[0].outlets[:OUTLETS_SHOWN]],
                "more": max(0, len(group[0].outlets) - OUTLETS_SHOWN),
                "count": part.count(),
            }
        )
    return {"rows": stories, "total": rows[0].groups if rows else 0}


def _published(source: Source, limits: Limits, blocks: list[Block]) -> list[dict[str, Any]]:
    """What the days of publication were told by."""
    made = []
    for basis, found in groupby(source.rows("documents_by_basis", lines=limits.lines), lambda row: row.basis):
        rows = list(found)
        entries = [evidence.about(row, items="document") for row in rows]
        sql = listing("document_list", published_basis=basis)
        part = Part(anchor("ev", "published", basis or "unknown"), "", "documents", entries, {"document": rows[0].total}, sql)
        blocks.append(Block(part.anchor, f"Day of publication told by {BASES[basis]}", "health", [part], part.total))
        made.append({"basis": basis or "not known", "meaning": BASES[basis], "count": part.count()})
    return made


def _dates(source: Source, limits: Limits, blocks: list[Block]) -> list[dict[str, Any]]:
    """What the days of date expressions were told by."""
    made = []
    for basis, found in groupby(source.rows("date_samples", cap=limits.evidence, around=AROUND, length=LONGEST), lambda row: row.basis):
        rows = list(found)
        entries = [evidence.about(row, items="date", note=_days(row), text=stretch(row.before, row.surface, row.after)) for row in rows]
        sql = listing("story_dates", basis=basis)
        part = Part(anchor("ev", "dates", basis or "unknown"), "", "signs", _by_document(entries), {"date": rows[0].total}, sql)
        blocks.append(Block(part.anchor, f"Dates told by {TOLD_BY[basis]}", "health", [part], part.total))
        made.append({"basis": basis or "not known", "meaning": TOLD_BY[basis], "count": part.count(), "sample": rows[0].surface})
    return made


def _days(row: Any) -> str:
    return "not known" if row.earliest is None else wording.day(row.earliest, row.latest)


def _signs(source: Source, limits: Limits, blocks: list[Block]) -> list[dict[str, Any]]:
    """Warning signs, each with the documents that bear it and the stretches that show it."""
    made = []
    rows = source.rows("signs", lines=limits.lines, spans=SPANS_SHOWN, around=AROUND, length=LONGEST)
    for signal, of_signal in groupby(rows, lambda row: row.signal):
        entries: list[Entry] = []
        seen: set[str] = set()
        for _, of_document in groupby(of_signal, lambda row: row.doc_id):
            spans = list(of_document)
            first = spans[0]
            shown = tuple(Entry(note=wording.clipped(row.detail, 160), text=stretch(row.before, row.text, row.after)) for row in spans)
            items = "document" if first.origin_id in seen else "document origin"
            seen.add(first.origin_id)
            entries.append(evidence.about(first, items=items, note=f"score {first.score:.2f}", entries=shown))
        sql = listing("signal_documents", signal=signal)
        part = Part(anchor("ev", "sign", signal), "", "signs", entries, {"document": first.documents}, sql)
        name = signal.replace("_", " ")
        blocks.append(Block(part.anchor, f"Sign: {name}", "health", [part], part.total))
        made.append({"signal": name, "meaning": SIGNS.get(signal, ""), "count": part.count(), "sample": _telling(entries[0].entries)})
    return made


def _telling(shown: Sequence[Entry]) -> Markup | str:
    """The first of some marked stretches that is more than a quotation mark, else the first."""
    return next((entry.text for entry in shown if len(str(entry.text).partition("<mark>")[2].partition("</mark>")[0]) > 3), shown[0].text)


def _by_document(entries: Sequence[Entry]) -> list[Entry]:
    """Entries that stand together and are of one document, under it."""
    made = []
    for doc_id, group in groupby(entries, lambda entry: entry.doc_id):
        own = list(group)
        inner = tuple(Entry(entry.items, note=entry.note, text=entry.text) for entry in own)
        made.append(Entry("", doc_id, own[0].title, own[0].outlet, own[0].when, entries=inner))
    return made
