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
        events = [row for row in found if row["type"] != "STATE"]
        told = [one for one in gold if one.type != "STATE"]
        spans = dict(zip(told, places(text, [one.sentence for one in told], what), strict=True))
        answered = _answered(spans, events)
        tallies.append(Tally(len(answered), len(events), len(told)))
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
