"""Who is quoted: in whose outlets, told by what, in which words, and what other documents make of these words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from readout.report import evidence, wording
from readout.report.address import anchor
from readout.report.evidence import Block, Count, Entry, Part
from readout.report.excerpt import compared, stretch
from readout.report.limits import Limits
from readout.report.listing import listing
from readout.report.source import Source

OUTLETS_SHOWN, SIDES_SHOWN, COUNTRIES_SHOWN, LACKING_SHOWN, WORDINGS_SHOWN = 4, 8, 8, 15, 2
AROUND, LONGEST, IN_LIST = 110, 360, 300
"""Code points shown beside the words of a quote, of the words themselves, and of the words in the list of quotes."""
ON_PAPER = 2
"""Paper has room for one part in so many of these, and of countries and wordings."""
VOICES = {
    "name": "by name",
    "office": "by office, role or group: “the spokeswoman”, “the two leaders”",
    "pronoun": "by a pronoun, or going on from the words before",
    "sources": "somebody without a name: “officials”, “sources”",
    "unknown": "it cannot be told who",
}
"""What a speaker is told by."""
KINDS = {"direct": "direct", "indirect": "reported"}
FIDELITIES = {
    "verbatim": "others have the same words",
    "shortened": "others have a part of the words, or more than they",
    "altered": "others have it in other words",
    "translated": "others have the same in another language",
    "other_speaker": "others put the words into another mouth",
    "only_here": "no other document has the words",
}
COPIES = "In copies: not counted"


class Words:
    """Quotes as evidence: rows of `quote_texts` by document and number."""

    def __init__(self, source: Source, wanted: Iterable[tuple[str, int]], part: int = 1) -> None:
        keys = sorted(set(wanted))
        rows = source.rows(
            "quote_texts",
            docs=[doc_id for doc_id, _ in keys],
            quotes=[quote for _, quote in keys],
            around=AROUND // part,
            length=LONGEST // part,
        )
        self._rows = {(row.doc_id, row.quote): row for row in rows}

    def __getitem__(self, key: tuple[str, int]) -> Any:
        return self._rows[key]

    def entries(self, keys: Iterable[tuple[str, int]], others: dict[tuple[str, int], list[Any]] | None = None) -> list[Entry]:
        """Quotes that stand together and are of one document under it; `others`: the same words elsewhere."""
        made = []
        for _, group in groupby((self._rows[key] for key in keys), lambda row: row.doc_id):
            rows = list(group)
            said = tuple(self._entry(row, (others or {}).get((row.doc_id, row.quote), ())) for row in rows)
            relation = rows[0].relation.replace("_", " ")
            made.append(evidence.about(rows[0], sentence=rows[0].sentence, note="" if relation == "origin" else relation, entries=said))
        return made

    def _entry(self, row: Any, others: Sequence[Any]) -> Entry:
        return Entry(
            f"quote {KINDS[row.kind]} {row.voice}",
            row.doc_id,
            sentence=row.sentence,
            language=row.language,
            text=stretch(row.before, row.words, row.after),
            note=told(row),
            entries=tuple(_other(row, other) for other in others),
        )


def told(row: Any) -> str:
    """Who said a quote, how, and by which words the text tells it."""
    phrase = " … ".join(wording.clipped(part, 60) for part in (row.said_by, row.cue) if part)
    return f"{speakers(row)}, {KINDS[row.kind]}" + (f": “{phrase}”" if phrase else "")


def speakers(row: Any) -> str:
    """The names of those who said a quote, or that it was said by somebody without a name, or that it cannot be told."""
    if row.speakers:
        return ", ".join(wording.clipped(name, 80) for name in row.speakers)
    return "somebody without a name" if row.voice == "sources" else "speaker not told"


def _other(row: Any, other: Any) -> Entry:
    """The same words in another document, with what they lack or add in comparison."""
    mouth = ", ".join(wording.clipped(name, 80) for name in other.speakers)
    facts = [other.fidelity.replace("_", " "), f"similarity {other.similarity:.2f}"]
    facts += [f"there said by {mouth}"] if mouth else [] if other.quoted else ["there outside of quotation marks"]
    facts += ["of the same origin"] if other.same_origin else []
    facts += [f"one of {other.others} documents with the words"] if other.others > WORDINGS_SHOWN else []
    alike = other.fidelity == "translated" or row.cut or other.cut
    text = stretch(other.before, other.words, other.after) if alike else compared(other.before, other.words, other.after, row.words)
    return evidence.about(other, doc_id=other.other_doc, sentence=other.sentence, language=other.language, text=text, note="; ".join(facts))


def gather(source: Source, limits: Limits, blocks: list[Block], *, linked: bool) -> dict[str, Any]:
    """The values of the section; the blocks that its numbers open are added to `blocks`. On paper (not `linked`) less is shown."""
    part = 1 if linked else ON_PAPER
    outlets = source.rows("outlet_voice_rows", outlets=limits.outlets // part)
    people = source.rows("speaker_rows", voices=limits.voices)
    lacking = source.rows("lacking_rows", lacking=min(LACKING_SHOWN, limits.voices) // part)
    countries = source.rows("voice_countries", countries=COUNTRIES_SHOWN // part)
    chosen = source.rows("quote_choice", quotes=limits.quotes)
    samples: dict[tuple, list[tuple[str, int]]] = defaultdict(list)
    found = source.rows(
        "quote_samples",
        speakers=[row.entity_id for row in people],
        outlets=[row.outlet for row in outlets],
        countries=[row.country for row in countries],
        each=OUTLETS_SHOWN,
        cap=limits.evidence,
        few=min(limits.evidence, 12) if linked else 1,
        every=linked,
    )
    for row in found:
        samples[row.grouped_by, row.key, row.other, row.part].append((row.doc_id, row.quote))
    quoted = source.rows("lacking_quotes", speakers=sorted({row.entity_id for row in lacking}), cap=limits.evidence)
    keys = [(row.doc_id, row.quote) for row in [*found, *quoted, *chosen]]
    words = Words(source, keys, part)
    return {
        **_totals(source, samples, words, blocks),
        "outlets": [_outlet(row, samples, words, blocks) for row in outlets],
        "outlets_total": outlets[0].total if outlets else 0,
        **_sides(source, countries, samples, words, blocks, SIDES_SHOWN // part),
        "speakers": _speakers(source, people, samples, words, blocks),
        "speakers_total": people[0].total if people else 0,
        "lacking": _lacking(source, limits, lacking, quoted, words, blocks),
        "lacking_total": lacking[0].total if lacking else 0,
        "fidelity": _fidelity(source, samples, words, blocks, part),
        "rows": [_row(words[row.doc_id, row.quote], IN_LIST // part) for row in chosen],
        "quotes_total": chosen[0].total if chosen else 0,
    }


def _totals(source: Source, samples: dict, words: Words, blocks: list[Block]) -> dict[str, Any]:
    """All quotes, by voice and kind."""
    counts = source.rows("quote_counts")
    parts, rows = [], []
    for voice, meaning in VOICES.items():
        cells = {}
        for row in counts:
            if row.voice == voice and row.counted:
                part = _part(
                    anchor("ev", "quotes", voice, KINDS[row.kind]),
                    f"{meaning.partition(':')[0]}, {KINDS[row.kind]}",
                    words.entries(samples["all", None, None, f"{voice}.{row.kind}"]),
                    row.quotes,
                    listing("quote_list", counted=True, voice=voice, kind=row.kind),
                )
                parts.append(part)
                cells[row.kind] = part.count()
        if cells:
            rows.append({"voice": voice, "meaning": meaning, "cells": [cells.get(kind) for kind in KINDS]})
    total = {"quote": sum(row.quotes for row in counts if row.counted)}
    of_kind = {KINDS[kind]: sum(row.quotes for row in counts if row.counted and row.kind == kind) for kind in KINDS}
    copies = sum(row.quotes for row in counts if not row.counted)
    block = Block("ev.quotes", "Quotes", "voices", parts, {**total, **of_kind}, listing("quote_list", counted=True))
    if copies:
        parts.append(
            _copies(block.anchor, words.entries(samples["all", None, None, "copies"]), copies, listing("quote_list", counted=False))
        )
    if counts:
        blocks.append(block)
    return {
        "quotes": block.count("quote"),
        "direct": block.count("direct"),
        "reported": block.count("reported"),
        "sources": Count(sum(row.quotes for row in counts if row.counted and row.voice == "sources"), block.anchor, "sources"),
        "copies": parts[-1].count() if copies else None,
        "voices": rows,
    }


def _part(anchored: str, heading: str, entries: list[Entry], quotes: int, sql: str) -> Part:
    return Part(anchored, heading, "quotes", entries, {"quote": quotes}, sql)


def _copies(anchored: str, entries: list[Entry], quotes: int, sql: str) -> Part:
    """A part for the quotes in copies, which count as such and as nothing else."""
    made = [_as_copies(entry) for entry in entries]
    return Part(f"{anchored}.copies", COPIES, "quotes", made, {"copied": quotes}, sql)


def _as_copies(entry: Entry) -> Entry:
    return replace(entry, entries=tuple(replace(said, items="copied") for said in entry.entries))


def _outlet(row: Any, samples: dict, words: Words, blocks: list[Block]) -> dict[str, Any]:
    """One outlet: whom it quotes, by how speakers are told."""
    anchored = anchor("ev", "outlet-quotes", row.outlet)
    numbers = dict(zip(VOICES, (row.by_name, row.by_office, row.by_pronoun, row.sources, row.unknown), strict=True))
    parts = {
        voice: _part(
            f"{anchored}.{voice}",
            VOICES[voice].partition(":")[0],
            words.entries(samples["outlet", row.outlet, None, voice]),
            quotes,
            listing("quote_list", outlet=row.outlet, counted=True, voice=voice),
        )
        for voice, quotes in numbers.items()
        if quotes
    }
    copies = None
    if row.copies:
        sql = listing("quote_list", outlet=row.outlet, counted=False)
        copies = _copies(anchored, words.entries(samples["outlet", row.outlet, None, "copies"]), row.copies, sql)
    name = evidence.outlet_name(row.outlet)
    total = {"quote": row.quotes, "direct": row.direct, "reported": row.reported}
    listed = [*parts.values(), *([copies] if copies else [])]
    block = Block(anchored, f"Quotes: {name}", "voices", listed, total, listing("quote_list", outlet=row.outlet, counted=True))
    blocks.append(block)
    return {
        "name": name,
        "side": wording.side(row.outlet_side),
        "quotes": block.count("quote"),
        "direct": block.count("direct"),
        "reported": block.count("reported"),
        "voices": [parts[voice].count() if voice in parts else None for voice in VOICES],
        "copies": copies.count() if copies else None,
        "sources": wording.share(row.sources, row.quotes),
    }


def _sides(source: Source, countries: Sequence[Any], samples: dict, words: Words, blocks: list[Block], most: int) -> dict[str, Any]:
    """Sides of outlets by countries of speakers."""
    columns = [row.country for row in countries]
    found: dict[str | None, dict[str | None, Any]] = defaultdict(dict)
    for row in source.rows("side_voices", countries=columns):
        found[row.outlet_side][row.country] = row
    seen = {country for cells in found.values() for country in cells}
    columns += [country for country in ("other", None) if country in seen]
    rows = []
    for side, cells in list(found.items())[:most]:
        made = []
        for country in columns:
            if country not in cells:
                made.append(None)
                continue
            anchored = anchor("ev", "side-quotes", side, country)
            total = {"quote": cells[country].quotes}
            place = (*(column for column in columns if column not in ("other", None)), None) if country == "other" else country
            sql = listing("voice_list", outlet_side=side, country=place, counted=True).replace("*", "DISTINCT doc_id, quote, words", 1)
            entries = words.entries(samples["side", side, country, None])
            part = Part(anchored, "", "quotes", entries, total, sql)
            title = f"Voices: {_country(country)}; outlets: {wording.side(side)}"
            blocks.append(Block(anchored, title, "voices", [part], total))
            made.append(part.count())
        rows.append({"side": wording.side(side), "cells": made})
    return {"sides": rows, "countries": [_country(country) for country in columns], "sides_total": len(found)}


def _country(code: str | None) -> str:
    return "other countries" if code == "other" else wording.country(code) or "no country"


def _speakers(source: Source, people: Sequence[Any], samples: dict, words: Words, blocks: list[Block]) -> list[dict[str, Any]]:
    outlets = dict(
        evidence.grouped(source.rows("speaker_outlets", speakers=[row.entity_id for row in people], each=OUTLETS_SHOWN), "entity_id")
    )
    made = []
    for row in people:
        anchored = anchor("ev", "voice", row.entity_id)
        parts = []
        for outlet in outlets[row.entity_id]:
            key = f"named {outlet.source}" if outlet.place == "named" else outlet.place
            heading = {"named": evidence.outlet_name(outlet.source), "other": "other outlets", "unknown": "outlet not known"}[outlet.place]
            listed = tuple(other.source for other in outlets[row.entity_id] if other.place != "other")
            condition = {"named": outlet.source, "other": listed, "unknown": None}[outlet.place]
            parts.append(
                _part(
                    f"{anchored}.{anchor('outlet', outlet.source) if outlet.place == 'named' else outlet.place}",
                    heading,
                    words.entries(samples["speaker", row.entity_id, None, key]),
                    outlet.quotes,
                    listing("voice_list", entity_id=row.entity_id, outlet=condition, counted=True),
                )
            )
        listed = list(parts)
        if row.copies:
            sql = listing("voice_list", entity_id=row.entity_id, counted=False)
            listed.append(_copies(anchored, words.entries(samples["speaker", row.entity_id, None, "copies"]), row.copies, sql))
        name = wording.clipped(row.name, 80)
        total = {"quote": row.quotes, "direct": row.direct, "reported": row.reported}
        sql = listing("voice_list", entity_id=row.entity_id, counted=True)
        block = Block(anchored, f"Quotes: {name}", "voices", listed, total, sql)
        blocks.append(block)
        made.append(
            {
                "name": name,
                "country": wording.country(row.country),
                "quotes": block.count("quote"),
                "direct": block.count("direct"),
                "reported": block.count("reported"),
                "voices": [
                    Count(value, block.anchor, voice)
                    for voice, value in zip(VOICES, (row.by_name, row.by_office, row.by_pronoun), strict=False)
                ],
                "copies": listed[-1].count() if row.copies else None,
                "outlets": [{"name": part.heading, "count": part.count()} for part in parts],
            }
        )
    return made


def _lacking(
    source: Source, limits: Limits, rows: Sequence[Any], quoted: Sequence[Any], words: Words, blocks: list[Block]
) -> list[dict[str, Any]]:
    """Speakers whom one side alone quotes, though another names them."""
    quotes: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in quoted:
        quotes[row.entity_id].append((row.doc_id, row.quote))
    sentences: dict[tuple[str, str], list[Any]] = defaultdict(list)
    found = source.rows(
        "lacking_sentences", speakers=[row.entity_id for row in rows], sides=[row.other_side for row in rows], cap=min(limits.evidence, 12)
    )
    for row in found:
        sentences[row.entity_id, row.outlet_side].append(row)
    made = []
    for entity_id, group in groupby(rows, lambda row: row.entity_id):
        sides = list(group)
        first = sides[0]
        anchored, name, side = anchor("ev", "lacking", entity_id), wording.clipped(first.name, 80), wording.side(first.outlet_side)
        sql = listing("voice_list", entity_id=entity_id, outlet_side=first.outlet_side, counted=True)
        parts = [_part(f"{anchored}.quotes", f"Quoted by {side}", words.entries(quotes[entity_id]), first.quotes, sql)]
        for other in sides:
            entries = evidence.by_document(sentences[entity_id, other.other_side], (set(), set()), "named")
            heading = f"Named and not quoted by {wording.side(other.other_side)}"
            sql = f"{listing('evidence', entity_id=entity_id)} AND doc_id IN ({_documents_of(other.other_side)})"
            parts.append(
                Part(f"{anchored}.{anchor('side', other.other_side)}", heading, "sentences", entries, {"document": other.documents}, sql)
            )
        total = {"quote": first.quotes}
        block = Block(anchored, f"Quoted by one side: {name}", "voices", parts, total)
        blocks.append(block)
        made.append(
            {
                "name": name,
                "country": wording.country(first.country),
                "side": side,
                "quotes": parts[0].count(),
                "others": [
                    {"name": wording.side(other.other_side), "count": part.count()} for other, part in zip(sides, parts[1:], strict=True)
                ],
            }
        )
    return made


def _documents_of(side: str | None) -> str:
    return listing("framed_documents", outlet_side=side).replace("SELECT *", "SELECT doc_id", 1)


def _fidelity(source: Source, samples: dict, words: Words, blocks: list[Block], part: int) -> list[dict[str, Any]]:
    """What other documents make of direct quotes, with their wording beside it."""
    counts = {row.fidelity: row.quotes for row in source.rows("fidelity_counts")}
    keys = sorted({key for fidelity in counts for key in samples["fidelity", fidelity, None, None]})
    others: dict[tuple[str, int], list[Any]] = defaultdict(list)
    found = source.rows(
        "quote_parallels",
        docs=[doc_id for doc_id, _ in keys],
        quotes=[quote for _, quote in keys],
        each=WORDINGS_SHOWN // part,
        around=AROUND // part,
        length=LONGEST // part,
    )
    for row in found:
        others[row.doc_id, row.quote].append(row)
    made = []
    for fidelity, meaning in FIDELITIES.items():
        count = None
        if fidelity in counts:
            entries = words.entries(samples["fidelity", fidelity, None, None], others)
            sql = listing("quote_list", fidelity=fidelity, counted=True)
            listed = _part(anchor("ev", "fidelity", fidelity), "", entries, counts[fidelity], sql)
            blocks.append(Block(listed.anchor, f"Direct quotes: {fidelity.replace('_', ' ')}", "voices", [listed], listed.total))
            count = listed.count()
        made.append({"name": fidelity.replace("_", " "), "meaning": meaning, "count": count})
    return made if counts else []


def _row(row: Any, length: int) -> dict[str, Any]:
    """One line of the list of words."""
    fidelity = "" if row.fidelity in (None, "only_here") else row.fidelity.replace("_", " ")
    return {
        "doc_id": row.doc_id,
        "sentence": row.sentence,
        "speaker": speakers(row),
        "known": bool(row.speakers),
        "outlet": wording.clipped(row.outlet, 60),
        "when": wording.day(row.published_earliest, row.published_latest),
        "sort": row.published_earliest.isoformat() if row.published_earliest else "",
        "kind": KINDS[row.kind],
        "cue": wording.clipped(row.cue, 40),
        "fidelity": fidelity,
        "lang": row.language,
        "words": wording.clipped(row.words, length).rstrip("…") + "…" if row.cut else wording.clipped(row.words, length),
    }
