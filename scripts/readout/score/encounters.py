"""Scores of coded encounters against those that the titles of the same releases tell of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from readout.score.proportion import Share, share
from readout.score.titles import Encounter

_TURN = re.compile(r"^[A-Z][^\n.!?:]{1,120}: ?\S", re.MULTILINE)
"""Where the first turn of a transcript begins: a line with a label before a colon."""
_TOLD = {
    "call": re.compile(r"\b(?:(?:tele)?phoned?|conversations?|call(?:s|ed)?|spoke)\b", re.IGNORECASE),
    "meeting": re.compile(r"\b(?:met|meetings?|talks|negotiations?|received|hosted|welcomed|visit\w*|sat down|audience)\b", re.IGNORECASE),
}
_BEFORE, _BEHIND = timedelta(7), timedelta(1)
"""A release may come some days after what it tells, and bear the day before it, by the clock of another place."""


class Met(NamedTuple):
    """One coded encounter: its place in the text, mode and status, its days (None where untold), and for each party its role and all that
    it is called: the words of the phrase, and the spellings of its entity in the corpus and in the pack."""

    start: int
    mode: str | None
    status: str
    days: tuple[date, date] | None
    parties: tuple[tuple[str, tuple[str, ...]], ...]


class Judged(NamedTuple):
    """What became of one title's encounter.

    `told`: the body has a word for such an encounter and names the other side. `met`: an encounter that took place is coded with
    the other side; `found`: and with the right mode. `days`: of the one found, whether it is on the day of the release or the one
    before or after; None
    without days. `first`: whether the first encounter coded is the title's; None where none is.
    """

    told: bool
    met: bool
    found: bool
    days: bool | None
    first: bool | None


def judged(title: Encounter, body: str, published: date, coded: Sequence[Met]) -> Judged:
    """Hold the encounters coded in a body against the title's."""
    held = sorted((one for one in coded if one.status == "asserted"), key=lambda one: one.start)
    with_them = [one for one in held if has(one, title)]
    right = [one for one in with_them if one.mode == title.mode]
    dated = [_near(one.days, published) for one in right if one.days]
    first = None
    if held:
        # the encounter told first may be told in several rows at one place
        firsts = [one for one in held if one.start == held[0].start]
        first = any(one in right and (one.days is None or _near(one.days, published)) for one in firsts)
    return Judged(is_told(title, body), bool(with_them), bool(right), any(dated) if dated else None, first)


def has(one: Met, title: Encounter) -> bool:
    """Whether the title's person is a party to a coded encounter."""
    return any(title.is_called(called) for _, names in one.parties for called in names)


def is_told(title: Encounter, body: str) -> bool:
    """Whether a body, before the first turn of a transcript, has a word that may tell the mode, and names the other side."""
    turn = _TURN.search(body)
    told = body[: turn.start()] if turn else body
    return bool(_TOLD[title.mode].search(told)) and title.is_named(told)


def _near(days: tuple[date, date], day: date) -> bool:
    """Whether days are those of a release's encounter: in the week before the release, or the day after it."""
    return days[0] - _BEHIND <= day <= days[1] + _BEFORE


def encounter_scores(cases: Iterable[Judged]) -> Iterator[tuple[str, Share]]:
    """(measure, share): of all titles' encounters and of those that the body tells (`…_told`), those with the other side and the mode
    (`found`); of those with the other side, those with the mode (`mode`); of those found with days, those on the right ones (`days`); of
    bodies in which any encounter is coded, those in which the first one is the title's (`first`)."""
    cases = list(cases)
    told = [case for case in cases if case.told]
    for measure, of in (("found", cases), ("found_told", told)):
        if of:
            yield measure, share(sum(case.found for case in of), len(of))
    for measure, values in (
        ("mode", [case.found for case in cases if case.met]),
        ("days", [case.days for case in cases if case.days is not None]),
        ("first", [case.first for case in cases if case.first is not None]),
    ):
        if values:
            yield measure, share(sum(values), len(values))
