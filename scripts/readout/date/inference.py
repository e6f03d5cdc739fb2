"""When a document was published, where nothing about it says so: what its text forces.

News tells of days just past. A day written without its year is less than a month old; which year it is, is told by a date with its
year beside it, by its weekday, or by an anniversary.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from readout.date.document import Found
from readout.date.published import FIRST_YEAR, LAST_YEAR
from readout.date.units import Interval, shifted, unit_of
from readout.date.values import Days, MonthDay, Shift, Step

RECENT = timedelta(30)
"""How long after a day news still names it without its year."""
BESIDE = timedelta(45)
"""How far from a day with its year one without it is taken to be of the same months."""
AROUND_ANNIVERSARY = timedelta(7)


def inferred(found: Sequence[Found]) -> Interval | None:
    """Interval of publication that the story's own dates force, None where they force none."""
    story = [item for item in found if item.story]
    interval = _of_anniversary(story) or _of_days(story)
    if interval is None or interval.earliest.year < FIRST_YEAR or interval.latest.year > LAST_YEAR:
        return None
    if any(isinstance(item.value, Days) and not item.ahead and item.value.interval.earliest > interval.latest for item in story):
        # something later has been told already
        return None
    return _narrowed(interval, story)


def within_term(found: Sequence[Found], term: Interval | None) -> Interval | None:
    """Interval of publication within a term of office: from the first to a month behind the last year's latest day without a year."""
    if term is None:
        return None
    days = [item.value for item in found if item.story and isinstance(item.value, MonthDay) and not item.ahead]
    told = [day for item in days for year in range(term.earliest.year, term.latest.year + 1) if (day := item.in_year(year))]
    inside = [day for day in told if term.earliest <= day <= term.latest]
    return Interval(min(inside), min(max(inside) + RECENT, term.latest)) if inside else term


def _exact(story: Sequence[Found]) -> list[Found]:
    return [item for item in story if isinstance(item.value, Days) and item.value.interval.exact]


def _of_anniversary(story: Sequence[Found]) -> Interval | None:
    """A week around an anniversary whose day the text gives: the day itself with its year, and how many years ago that was."""
    counts = {item.anniversary for item in story if item.anniversary}
    shifts = [item.value for item in story if isinstance(item.value, Shift)]
    counts |= {shift.count for shift in shifts if shift.unit == "year" and shift.start == "named"}
    named = {(item.value.month, item.value.day) for item in story if item.anniversary is not None and isinstance(item.value, MonthDay)}
    for item in _exact(story):
        day = item.value.interval.earliest
        if item.anniversary is None or len(counts) != 1 or (day.month, day.day) not in named:
            continue
        again = shifted(day, "year", next(iter(counts)))
        if again:
            return Interval(again - AROUND_ANNIVERSARY, again + AROUND_ANNIVERSARY)
    return None


def _of_days(story: Sequence[Found]) -> Interval | None:
    """From the latest day that is told without its year and lies behind, to a month after the last day with its year beside it.

    Only the last day that the text gives with its year can tell the year of writing, and only days before it, told as past, or in a
    dateline are behind: what comes after may be planned.
    """
    exact = _exact(story)
    anchor = max((item.value.interval.earliest for item in exact), default=None)
    if anchor is None:
        return None
    of_anchor = [item for item in exact if item.value.interval.earliest == anchor]
    if any(item.ahead for item in of_anchor):
        return None
    known = {(item.value.interval.earliest.month, item.value.interval.earliest.day) for item in exact}
    planned = {(item.value.month, item.value.day) for item in story if isinstance(item.value, MonthDay) and item.ahead}
    behind = [
        near
        for item in story
        if isinstance(item.value, MonthDay)
        and (item.value.month, item.value.day) not in known | planned
        and (near := _nearest(item.value, anchor)) is not None
        and abs(near - anchor) <= BESIDE
        and (near <= anchor or item.past or item.role == "dateline")
    ]
    if not behind:
        return None
    latest = max([*behind, *([anchor] if any(item.past for item in of_anchor) else [])])
    return Interval(latest, max(latest, anchor) + RECENT)


def _nearest(day: MonthDay, anchor: date) -> date | None:
    made = [found for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (found := day.in_year(year))]
    return min(made, key=lambda found: abs(found - anchor), default=None)


def _narrowed(interval: Interval, story: Sequence[Found]) -> Interval:
    """The interval cut to what "this month" and a day still ahead allow."""
    earliest, latest = interval
    for item in story:
        if isinstance(item.value, Step) and not item.value.told and item.value.step == 0 and item.value.unit in ("month", "year", "week"):
            latest = min(latest, unit_of(earliest, item.value.unit).latest)
        if isinstance(item.value, Days) and item.ahead and item.value.interval.exact and earliest <= item.value.interval.latest:
            latest = min(latest, item.value.interval.latest)
        if isinstance(item.value, MonthDay) and item.ahead and (day := _nearest(item.value, earliest)) and day >= earliest:
            latest = min(latest, day)
    return Interval(earliest, max(earliest, latest))
