"""Scores of coded events on the corpus's own gold."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from readout.score.gold import GoldEvent, places
from readout.score.proportion import Share, share
from readout.score.tally import Tally, rates


class _Answer(NamedTuple):
    """A gold event and the coded one that answers it."""

    gold: GoldEvent
    row: dict

    @property
    def parties(self) -> bool:
        """Whether the parties that the pack knows are the same in the same roles; of those who met, whatever their roles."""
        roles = {"actor": self.gold.actors, "recipient": self.gold.recipients}
        told = {(role, entity) for role, entities in roles.items() for entity in entities if not entity.startswith("x:")}
        coded = {(role, entity) for role, entity in self.row["parties"] if entity and not entity.startswith("found:")}
        if self.gold.type == "CONSULT":
            told, coded = ({entity for _, entity in some} for some in (told, coded))
        return told == coded

    @property
    def days(self) -> bool:
        """Whether the days are the same, be it none."""
        return _days(self.row) == self.gold.days


def event_scores(pairs: Iterable[tuple[str, str, Sequence[GoldEvent], Sequence[dict]]]) -> Iterator[tuple[str, Share]]:
    """(measure, share), of texts given as (what, text, gold, rows of `events` with their `parties` as (role, entity)).

    `event`: precision, recall and F1 of events by sentence and type, plain statements left out, since the gold has but the main ones. Of
    those found: the share with the right `mode` (of encounters), `status`, `parties`, and `days`.
    """
    tallies, answers = [], []
    for what, text, gold, found in pairs:
        spans, events, answered = _held(what, text, gold, found)
        tallies.append(Tally(len(answered), len(events), len(spans)))
        answers += answered
    yield from rates("event", tallies)
    for measure, right in (
        ("mode", [one.row["mode"] == one.gold.mode for one in answers if one.gold.type == "CONSULT"]),
        ("status", [one.row["status"] == one.gold.status for one in answers]),
        ("parties", [one.parties for one in answers]),
        ("days", [one.days for one in answers]),
    ):
        if right:
            yield measure, share(sum(right), len(right))


def event_errors(what: str, text: str, gold: Sequence[GoldEvent], found: Sequence[dict]) -> Iterator[str]:
    """What was missed, what is not in the gold, and what is wrong in an event that was found, in words."""
    spans, events, answered = _held(what, text, gold, found)
    for one in spans:
        if all(answer.gold is not one for answer in answered):
            yield f"missed event: {_told(one)} | {one.sentence} ({what})"
    for row in events:
        if all(answer.row is not row for answer in answered):
            yield f"spurious event: {_coded(row)} | {text[row['start'] : row['end']]} ({what})"
    for gold_event, row in answered:
        answer = _Answer(gold_event, row)
        wrong = [
            *(["mode"] if gold_event.type == "CONSULT" and row["mode"] != gold_event.mode else []),
            *(["status"] if row["status"] != gold_event.status else []),
            *(["parties"] if not answer.parties else []),
            *(["days"] if not answer.days else []),
        ]
        if wrong:
            yield f"wrong {' and '.join(wrong)}: {_told(gold_event)} | {_coded(row)} | {gold_event.sentence} ({what})"


def _told(event: GoldEvent) -> str:
    sides = f"{' '.join(event.actors)} > {' '.join(event.recipients)}"
    return f"{event.type} {event.mode or ''} {event.status} {sides} {_shown(event.days)}"


def _coded(row: dict) -> str:
    sides = " ".join(f"{role}:{entity}" for role, entity in row["parties"])
    return f"{row['type']} {row['mode'] or ''} {row['status']} {sides} {_shown(_days(row))}"


def _shown(days: tuple[date, date] | None) -> str:
    return f"{days[0]}–{days[1]}" if days else "no day"


def _held(
    what: str, text: str, gold: Sequence[GoldEvent], found: Sequence[dict]
) -> tuple[dict[GoldEvent, tuple[int, int]], list[dict], list[_Answer]]:
    """The gold's events with the spans of their sentences, the coded ones, and which answer which; plain statements left out."""
    told = [one for one in gold if one.type != "STATE"]
    events = [row for row in found if row["type"] != "STATE"]
    spans = dict(zip(told, places(text, [one.sentence for one in told], what), strict=True))
    return spans, events, _answered(spans, events)


def _answered(spans: dict[GoldEvent, tuple[int, int]], events: Sequence[dict]) -> list[_Answer]:
    """Gold events with coded ones of the same sentence and type, none twice: first those with the same parties."""
    answers: dict[GoldEvent, _Answer] = {}
    taken: set[int] = set()
    for alike in (True, False):
        for gold, (start, end) in spans.items():
            for place, row in enumerate(events):
                answer = _Answer(gold, row)
                if gold in answers or place in taken or row["type"] != gold.type or not start <= row["trigger_start"] < end:
                    continue
                if answer.parties or not alike:
                    answers[gold] = answer
                    taken.add(place)
    return list(answers.values())


def _days(row: dict) -> tuple[date, date] | None:
    return None if row["earliest"] is None else (row["earliest"], row["latest"])
