"""PLOVER's gold sentences, each with the one event it was written down for, and scores of coded events against them. The data is no part
of the project."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from readout.score.proportion import Share
from readout.score.tally import Tally, rates
from readout.tables.schema import EVENT_TYPES

OURS = {"CONCEDE": "YIELD", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""The types of 2016, in which the gold is written, as PLOVER's table of 2021 has them; CONCEDE is called YIELD here. Others kept their
names."""
TYPES = tuple(kind for kind in EVENT_TYPES if kind != "STATE")
_STRAY = re.compile(r"(?:SRC|TAR|EVT|LOC):\s*")
_TAG = re.compile(r"\(((?:SRC|TAR|EVT|LOC)(?:/(?:SRC|TAR|EVT|LOC))*):\s*")


class GoldEvent(NamedTuple):
    """One sentence, its event's type in our words, and the spans of those who acted and of those acted upon."""

    name: str
    text: str
    day: str
    type: str
    sources: tuple[tuple[int, int], ...]
    targets: tuple[tuple[int, int], ...]


class Coded(NamedTuple):
    """One event as the stage coded it: its type, and the spans of the phrases that name its actors and recipients."""

    type: str
    actors: tuple[tuple[int, int], ...]
    recipients: tuple[tuple[int, int], ...]


def plover_sentences(path: Path, part: str) -> Iterator[GoldEvent]:
    """The gold sentences of a part: of the records in the order of their file, the first, third, … (`dev`) or the others (`train`)."""
    records = [record for record in json.loads(path.read_text(encoding="utf-8")) if record["event"] != "DOCUMENT"]
    for record in records[part != "dev" :: 2]:
        text, spans = unmarked(record["textInfo"]["markup"])
        sources, targets = (tuple(span for tag, *span in spans if role in tag.split("/")) for role in ("SRC", "TAR"))
        kind = OURS.get(record["event"], record["event"])
        yield GoldEvent(record["id"], text, record["date"], kind, tuple(map(tuple, sources)), tuple(map(tuple, targets)))


def unmarked(markup: str) -> tuple[str, list[tuple[str, int, int]]]:
    """A sentence without its marks, and (tag, start, end) of what each marked: `The (SRC: envoy) (EVT: left)`."""
    text, spans, opened = "", [], []
    place = 0
    while place < len(markup):
        if tag := _TAG.match(markup, place):
            opened.append((tag[1], len(text)))
            place = tag.end()
            continue
        if stray := _STRAY.match(markup, place):
            # a mark whose bracket was forgotten
            place = stray.end()
            continue
        character = markup[place]
        place += 1
        if character == "(":
            opened.append(("", len(text)))
        if character == ")" and opened and opened[-1][0]:
            spans.append((opened[-1][0], opened.pop()[1], len(text)))
            continue
        if character == ")" and not opened:
            continue
        if character == ")":
            opened.pop()
        text += character
    return text, spans


def parties_are_right(gold: GoldEvent, coded: Coded) -> bool:
    """Whether an actor of the coded event overlaps one of the gold's, and a recipient one of those that the gold has acted upon, if it has
    any. Who acts as an equal is an actor here: without a recipient, another of the actors may be the gold's."""
    acting = [span for span in coded.actors if _meet(span, gold.sources)]
    if gold.sources and not acting:
        return False
    others = coded.recipients or tuple(span for span in coded.actors if span not in acting[:1])
    return not gold.targets or any(_meet(span, gold.targets) for span in others)


def _meet(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def event_scores(cases: Sequence[tuple[GoldEvent, Sequence[Coded]]]) -> Iterator[tuple[str, Share]]:
    """(measure, share): `type` counts each type coded in a sentence once, `event` each with the parties too; then each type by its name,
    and YIELD and RETREAT as one, which others do not tell apart.

    The gold has one event to a sentence: another that the sentence tells as well counts as wrong.
    """
    types = [(gold, {one.type for one in coded if one.type != "STATE"}) for gold, coded in cases]
    yield from rates("type", [Tally(gold.type in found, len(found), 1) for gold, found in types])
    whole = [any(one.type == gold.type and parties_are_right(gold, one) for one in coded) for gold, coded in cases]
    yield from rates("event", [Tally(right, len(found), 1) for right, (_, found) in zip(whole, types, strict=True)])
    for name, kinds in (*((kind.lower(), {kind}) for kind in TYPES), ("yield_retreat", {"YIELD", "RETREAT"})):
        told = [(gold.type in kinds, not kinds.isdisjoint(found)) for gold, found in types]
        tallies = [Tally(meant and coded, coded, meant) for meant, coded in told]
        if any(tally.gold for tally in tallies):
            yield from rates(name, tallies)
