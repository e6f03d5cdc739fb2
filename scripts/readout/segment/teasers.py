"""Other stories that a website names around one: headlines with their times or days, and headlines written twice in one line."""

import itertools
import re
from collections.abc import Sequence
from datetime import date

from readout.segment.dateline import date_words
from readout.segment.languages import Languages
from readout.segment.shape import ended

_TIMED = re.compile(r"\W{0,2}(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\W{1,3}(?=[^\W\d_])")
_TIMES = 3  # lines that a feed has at the least
_DAYS = 2  # standing dates that a list of headlines has at the least
_DOUBLED = 20  # characters of a headline that stands twice in one line
_GAP = 2  # lines from one of its dates to the next


def doubled(piece: str) -> bool:
    """Whether a line says the same twice, as the text of a picture and that of the link under it do."""
    half = len(piece) // 2
    return half >= _DOUBLED and len(piece) % 2 == 1 and piece[half] == " " and piece[:half] == piece[half + 1 :]


def feed(pieces: Sequence[str | None]) -> list[int]:
    """Positions of headlines that each begin with a time of day, three at the least in a row, the newest first.

    A programme of a visit has its times the other way round.
    """
    found: list[int] = []
    run: list[tuple[int, int]] = []  # position and minute of the day
    for position, piece in enumerate([*pieces, None]):
        timed = _TIMED.match(piece) if piece and not ended(piece) else None
        now = int(timed["hour"]) * 60 + int(timed["minute"]) if timed else None
        if run and (now is None or now > run[-1][1]):
            if len(run) >= _TIMES and run[-1][1] < run[0][1]:
                found += [place for place, _ in run]
            run = []
        if now is not None:
            run.append((position, now))
    return found


def dated_headlines(pieces: Sequence[str | None], languages: Languages) -> list[int]:
    """Positions of headlines and the days that stand alone between them, to the end, the newest first; none where a sentence is among them.

    A chronology has its days the other way round.
    """
    days: dict[int, date] = {}
    for position, piece in enumerate(pieces):
        if piece is None or ended(piece):
            return []
        held = date_words(piece, languages)
        if held and len(held.dates) == 1 and held.dates[0].exact and not held.others:
            days[position] = held.dates[0].earliest
    marks = list(days)
    if len(marks) < _DAYS or list(days.values()) != sorted(days.values(), reverse=True):
        return []
    near = marks[0] <= 1 and len(pieces) - marks[-1] <= _GAP
    return list(range(len(pieces))) if near and all(after - mark == _GAP for mark, after in itertools.pairwise(marks)) else []
