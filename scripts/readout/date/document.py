"""One document's dates: every expression in its text, resolved from its day of publication and from the dates around it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from readout.date.grammar import expressions
from readout.date.lexicon import Lexicon
from readout.date.tokens import Token, tokens
from readout.date.units import Interval
from readout.date.values import Days, Month, Never, Range, Resolved, Setting, Shift, Value, Weekday, Weekend
from readout.tables.schema import SENTENCE_ROLES

_NEXT_DAY = timedelta(1)
_CUE_REACH = 12
"""Tokens from a date within which a word of the future or the past is about it."""
_TOLD_REACH = 3
"""Pieces behind a date in which "that day" and "two days later" may speak of it."""
_BARE = (Month, Weekday, Weekend)
"""What in menus and archives ("January", "Mail on Sunday") tells no day."""
_NOTHING_TOLD: tuple[Interval | None, int] = (None, 0)
_NAMED_REACH = 80
"""Characters behind "a year after" in which the date of what it came after may stand."""


class Piece(NamedTuple):
    """A stretch `[start, end)` that is read by itself, with its role and language."""

    start: int
    end: int
    role: str
    language: str


class Found(NamedTuple):
    """A date expression of the document: its place and value, the number of its piece, and what the words around it tell.

    `ahead` and `past`: whether the nearest word of time says so; `anniversary`: whether its piece speaks of one, with its number where it
    gives one, else 0.
    """

    start: int
    end: int
    value: Value
    piece: int
    role: str
    ahead: bool
    past: bool
    anniversary: int | None

    @property
    def story(self) -> bool:
        """Whether it stands in the story and not in the page around it."""
        return self.role in SENTENCE_ROLES


class Dated(NamedTuple):
    """A row of `dates` but for the document."""

    start: int
    end: int
    surface: str
    earliest: date | None
    latest: date | None
    grain: str
    basis: str | None
    flag: str | None


def find(text: str, pieces: Iterable[Piece], lexicons: Mapping[str, Lexicon]) -> list[Found]:
    """All date expressions of a text, in order; pieces in languages without a lexicon are read for figures only (lexicon `und`)."""
    made: list[Found] = []
    for number, piece in enumerate(pieces):
        read = tokens(text, piece.start, piece.end, lexicons.get(piece.language) or lexicons["und"])
        found = expressions(read)
        if not found:
            continue
        anniversary = _anniversary(read)
        for expression in found:
            if piece.role not in SENTENCE_ROLES and isinstance(expression.value, _BARE):
                continue
            cue = _cue(read, expression.first, expression.last)
            made.append(Found(expression.start, expression.end, expression.value, number, piece.role, cue == "u", cue == "s", anniversary))
    return made


def _cue(read: Sequence[Token], first: int, last: int) -> str:
    """The nearest word that tells of the future (`u`) or the past (`s`); empty where none is near."""
    for distance in range(1, _CUE_REACH + 1):
        for place in (first - distance, last + distance):
            if 0 <= place < len(read) and read[place].letter in "us":
                return read[place].letter
    return ""


def _anniversary(read: Sequence[Token]) -> int | None:
    for place, token in enumerate(read):
        if token.letter == "v":
            before = read[place - 1] if place else None
            counted = before and before.letter in "OQN" and not (place > 1 and read[place - 2].letter == "M")
            return before.value if counted else 0
    return None


def resolve(text: str, found: Sequence[Found], published: Interval | None) -> list[Dated]:
    """The rows of `dates`: each expression's days as seen from both ends of the interval of publication."""
    dated = _dated(found)
    told, told_past = _NOTHING_TOLD, _NOTHING_TOLD
    made: list[Dated] = []
    for place, item in enumerate(found):
        value = item.value
        if isinstance(value, Shift) and value.start == "now" and value.count > 0 and item.past and not item.ahead:
            # "через сутки стороны согласились": of what was told, not of the day of writing
            value = Shift(value.unit, value.count, "told")
        named = _named(found, place) if isinstance(value, Shift) else None
        if isinstance(value, Shift) and value.start in ("named", "now if ahead") and not (named if value.start == "named" else item.ahead):
            # "the day after he spoke" tells no day, "the first time in ten years" none to come
            continue
        before, piece = told_past if isinstance(value, Shift) or value.grain == "day" else told
        close = before if item.piece - piece <= _TOLD_REACH else None
        setting = Setting(None, close, named, lambda month, day: dated.get((month, day)), item.ahead)
        resolved = _from_both_ends(value, setting, published)
        interval = resolved.interval if resolved else None
        flag = None
        if isinstance(item.value, Never):
            flag = "impossible"
        elif interval and published and not item.story and _stamp(value, interval) and interval.earliest > published.latest + _NEXT_DAY:
            flag = "later"
        elif interval and item.story:
            told = (interval, item.piece)
            if published is None or interval.latest <= published.latest:
                told_past = told
        made.append(
            Dated(
                item.start,
                item.end,
                text[item.start : item.end],
                interval.earliest if interval else None,
                interval.latest if interval else None,
                item.value.grain,
                resolved.basis if resolved else None,
                flag,
            )
        )
    return made


def _stamp(value: Value, interval: Interval) -> bool:
    """Whether it is a day in full, as websites stamp their items: what comes next week is announced, not misdated."""
    return isinstance(value, Days) and value.grain == "day" and interval.exact


def _from_both_ends(value: Value, setting: Setting, published: Interval | None) -> Resolved | None:
    first = value.resolve(setting._replace(day=published.earliest if published else None))
    if published is None or published.exact or first is None or first.basis == "written":
        return first
    last = value.resolve(setting._replace(day=published.latest))
    return Resolved(first.interval.hull(last.interval), first.basis) if last else first


def _dated(found: Sequence[Found]) -> dict[tuple[int, int], Interval]:
    """Month and day of each day that the story gives with its year; of several years the first."""
    made: dict[tuple[int, int], Interval] = {}
    for item in found:
        if item.story and isinstance(item.value, Days) and item.value.interval.exact:
            day = item.value.interval.earliest
            made.setdefault((day.month, day.day), item.value.interval)
    return made


def _named(found: Sequence[Found], place: int) -> Interval | None:
    """The date with its year that follows in the same piece."""
    for item in found[place + 1 :]:
        if item.piece != found[place].piece or item.start - found[place].end > _NAMED_REACH:
            return None
        if isinstance(item.value, Days | Range):
            resolved = item.value.resolve(Setting(None))
            if resolved:
                return resolved.interval
    return None
