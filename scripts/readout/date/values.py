"""What a date expression means before it is known from which day it was written: values that a day of reference turns into days.

Counted units lead to a day, counted years to a month, as in TIMEX3 normalisation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from readout.date.units import Interval, day_of, month_of, season, shifted, unit_of, years

OTHER_SIDE_COUNTS = 4
"""How many times farther a day ahead counts than a day past, where a date leaves its year out: news tells what has happened."""
SAME_DAY_AGAIN = 14
"""Days within which a date without its year is the day just past, though the text gives the same day with an earlier year."""


class Setting(NamedTuple):
    """What an expression is resolved from.

    `day` is the day of reference, None where it is not known; `before` the last date the text gave, `named` the one that follows in the
    sentence; `dated` gives the interval of a month and day that the text has with its year; `ahead` tells whether the words around say
    that the date lies ahead.
    """

    day: date | None
    before: Interval | None = None
    named: Interval | None = None
    dated: Callable[[int, int], Interval | None] = lambda month, day: None
    ahead: bool = False


class Resolved(NamedTuple):
    """Days, and what they were told by: `written`, `publication` or `text`."""

    interval: Interval
    basis: str


@dataclass(frozen=True)
class Days:
    """Days that need no reference."""

    interval: Interval
    grain: str

    def resolve(self, setting: Setting) -> Resolved | None:
        """As it stands."""
        return Resolved(self.interval, "written")


@dataclass(frozen=True)
class Never:
    """A date that the calendar does not have."""

    grain: str = "day"

    def resolve(self, setting: Setting) -> Resolved | None:
        """None."""
        return None


@dataclass(frozen=True)
class MonthDay:
    """A day of a month without its year; `weekday` 1 to 7 where it is given, and then chooses the year."""

    month: int
    day: int
    weekday: int | None = None
    grain: str = "day"

    def resolve(self, setting: Setting) -> Resolved | None:
        """Near the day of reference, rather before it than after; where that is unknown, in the year of a date beside it."""
        told = setting.dated(self.month, self.day)
        if setting.day is None:
            return Resolved(told, "text") if told else self._beside(setting.before)
        near = self.near(setting.day, setting.ahead)
        if near is None:
            return None
        just_now = timedelta(0) <= setting.day - near <= timedelta(SAME_DAY_AGAIN)
        if told and not just_now and told.earliest <= setting.day and self.weekday is None:
            return Resolved(told, "text")
        return Resolved(Interval(near, near), "publication")

    def near(self, day: date, ahead: bool = False) -> date | None:
        """The nearest such day; days ahead count four times, or days past, where the text says that it lies ahead."""
        found = [made for year in range(day.year - 3, day.year + 3) if (made := self.in_year(year))]
        if not found and self.weekday:
            # a weekday that fits no year close by was written wrongly
            return MonthDay(self.month, self.day).near(day, ahead)
        return min(found, key=lambda made: distance(made, day, ahead), default=None)

    def in_year(self, year: int) -> date | None:
        """The day of that year, None where there is none or it falls on another weekday."""
        made = day_of(year, self.month, self.day)
        return made if made and (self.weekday is None or made.isoweekday() == self.weekday) else None

    def _beside(self, before: Interval | None) -> Resolved | None:
        if before is None or (before.latest - before.earliest).days > 31:
            return None
        near = min(
            (made for year in (before.earliest.year - 1, before.earliest.year, before.earliest.year + 1) if (made := self.in_year(year))),
            key=lambda made: abs((made - before.earliest).days),
            default=None,
        )
        if near is None or abs((near - before.earliest).days) > 62:
            return None
        return Resolved(Interval(near, near), "text")


@dataclass(frozen=True)
class Month:
    """A month without its year; `step` -1 for "last March", 0 for "this March", 1 for "next March"."""

    month: int
    step: int | None = None
    grain: str = "month"

    def resolve(self, setting: Setting) -> Resolved | None:
        """The latest such month that has begun, or the next one where the text says that it lies ahead."""
        if setting.day is None:
            return None
        year = setting.day.year
        if self.step == -1:
            year -= self.month >= setting.day.month
        elif self.step == 1:
            year += self.month <= setting.day.month
        elif self.step == 0:
            pass
        elif setting.ahead:
            year += self.month < setting.day.month
        else:
            # a month soon to come is rather meant than the same one of last year
            year -= (self.month - setting.day.month) > 2
        return Resolved(month_of(year, self.month), "publication")


@dataclass(frozen=True)
class Weekday:
    """A day of the week; `step` None: the nearest, -1 last, 0 this, 1 next; `week` counts whole weeks from the present one."""

    weekday: int
    step: int | None = None
    week: int | None = None
    grain: str = "day"

    def resolve(self, setting: Setting) -> Resolved | None:
        """A weekday alone is the latest one, the day of reference included, or the next one where the text says that it lies ahead."""
        day = setting.day
        if day is None:
            return None
        monday = day - timedelta(day.weekday())
        of_week = monday + timedelta(self.weekday - 1)
        if self.week is not None:
            made = of_week + timedelta(7 * self.week)
        elif self.step == -1:
            made = day - timedelta((day.isoweekday() - self.weekday - 1) % 7 + 1)
        elif self.step == 0:
            made = of_week
        elif self.step == 1:
            made = of_week + timedelta(7)
        elif setting.ahead:
            made = day + timedelta((self.weekday - day.isoweekday()) % 7)
        else:
            made = day - timedelta((day.isoweekday() - self.weekday) % 7)
        return Resolved(Interval(made, made), "publication")


@dataclass(frozen=True)
class DayNumber:
    """A day of a month that is not named: "on the 15th", "Tuesday the 19th"."""

    day: int
    weekday: int | None = None
    grain: str = "day"

    def resolve(self, setting: Setting) -> Resolved | None:
        """The nearest such day, as for a day of a named month."""
        if setting.day is None:
            return None
        found = [made for month in range(1, 13) if (made := MonthDay(month, self.day, self.weekday).near(setting.day, setting.ahead))]
        nearest = min(found, key=lambda made: distance(made, setting.day, setting.ahead), default=None)
        return Resolved(Interval(nearest, nearest), "publication") if nearest else None


@dataclass(frozen=True)
class Weekend:
    """ "At the weekend": the latest one that has begun, or the next one where the text says that it lies ahead."""

    grain: str = "weekend"

    def resolve(self, setting: Setting) -> Resolved | None:
        """Saturday and Sunday."""
        if setting.day is None:
            return None
        begun = setting.day.isoweekday() >= 6
        return Resolved(unit_of(setting.day, "weekend", 0 if begun or setting.ahead else -1), "publication")


@dataclass(frozen=True)
class Step:
    """The unit a number of steps away from the present one ("last month", "next year") or, `told`, from the date told before."""

    unit: str
    step: int
    told: bool = False

    @property
    def grain(self) -> str:
        """That of the unit."""
        return self.unit

    def resolve(self, setting: Setting) -> Resolved | None:
        """A whole unit of the calendar."""
        if self.told:
            # "that day" is a day that was told, not the first of a year
            day = setting.before.earliest if setting.before and (self.unit != "day" or setting.before.exact) else None
        else:
            day = setting.day
        return Resolved(unit_of(day, self.unit, self.step), "text" if self.told else "publication") if day else None


@dataclass(frozen=True)
class Shift:
    """A number of units before or after a day.

    `start` says which: `now`, the day of reference ("three weeks ago"); `now if ahead`, the same where the words around say that it
    lies ahead ("in two years"); `told`, the date told before ("two days later"), or the day of reference where it lies ahead; `told or
    now`, either, where the language says both alike ("iki gün sonra"); `named`, the date that follows ("a year after the statement of
    9 November 2020").
    """

    unit: str
    count: int
    start: str = "now"
    to_the_day: bool = False
    """Whether the text says that the day is meant: "a year ago today"."""

    @property
    def grain(self) -> str:
        """That of the unit counted in."""
        return "day" if self.to_the_day else self.unit

    def resolve(self, setting: Setting) -> Resolved | None:
        """As wide as what it is counted from; counted years from a day make a month."""
        if self.start == "now if ahead" and not setting.ahead:
            return None
        told = setting.named if self.start == "named" else setting.before if self.start.startswith("told") else None
        if told is None and (self.start == "named" or (self.start == "told" and not setting.ahead)):
            return None
        day = setting.day
        start = told or (Interval(day, day) if day else None)
        first = shifted(start.earliest, self.unit, self.count) if start else None
        last = shifted(start.latest, self.unit, self.count) if start else None
        if first is None or last is None:
            return None
        if told and self.count > 0 and not setting.ahead and setting.day and first > setting.day:
            # what was told before cannot have been the day that it was counted from
            return None
        if start.exact and self.unit in ("year", "decade") and not self.to_the_day:
            return Resolved(month_of(first.year, first.month), "text" if told else "publication")
        return Resolved(Interval(first, last), "text" if told else "publication")


@dataclass(frozen=True)
class Stretch:
    """The last (`count` below 0) or next so many units, up to the day of reference or from it."""

    unit: str
    count: int

    @property
    def grain(self) -> str:
        """That of the unit counted in."""
        return self.unit

    def resolve(self, setting: Setting) -> Resolved | None:
        """From the day that many units away to the day before that of reference, or from the day after it."""
        if not self.count or setting.day is None or (made := shifted(setting.day, self.unit, self.count)) is None:
            return None
        beside = setting.day + timedelta(1 if self.count > 0 else -1)
        return Resolved(Interval(min(made, beside), max(made, beside)), "publication")


@dataclass(frozen=True)
class Of:
    """A value inside another: its part, its nth weekday, its nth day; `cut` gives None where there is none."""

    outer: "Value"
    cut: Callable[[Interval], Interval | None]
    grain: str

    def resolve(self, setting: Setting) -> Resolved | None:
        """Cut out of what the outer value resolves to."""
        found = self.outer.resolve(setting)
        made = self.cut(found.interval) if found else None
        return Resolved(made, found.basis) if made else None


@dataclass(frozen=True)
class Range:
    """From the beginning of one value to the end of another."""

    first: "Value"
    last: "Value"

    @property
    def grain(self) -> str:
        """That of its ends."""
        return self.last.grain

    def resolve(self, setting: Setting) -> Resolved | None:
        """An end without a year takes the year that puts it before the other."""
        last = self.last.resolve(setting)
        floating = isinstance(self.first, MonthDay | Month | Weekday)
        first = self.first.resolve(setting._replace(day=last.interval.latest, ahead=False) if last and floating else setting)
        if first is None or last is None:
            return None
        if first.interval.earliest > last.interval.latest and isinstance(self.last, MonthDay | Month):
            last = self.last.resolve(setting._replace(day=first.interval.latest, ahead=True))
        if last is None or first.interval.earliest > last.interval.latest:
            return None
        return Resolved(Interval(first.interval.earliest, last.interval.latest), last.basis if last.basis != "text" else first.basis)


@dataclass(frozen=True)
class Rest:
    """What lies of a value before the day of reference ("earlier this month") or, `ahead`, behind it ("later this year")."""

    outer: "Value"
    ahead: bool

    @property
    def grain(self) -> str:
        """That of the whole."""
        return self.outer.grain

    def resolve(self, setting: Setting) -> Resolved | None:
        """The whole where the day of reference does not lie in it."""
        found = self.outer.resolve(setting)
        if found is None or setting.day is None or not found.interval.earliest <= setting.day <= found.interval.latest:
            return found
        first, last = found.interval
        return Resolved(Interval(setting.day, last) if self.ahead else Interval(first, setting.day), found.basis)


@dataclass(frozen=True)
class Season:
    """A season of the year before, of the present or of the next one; `step` None: the nearest ("planned for the spring")."""

    name: str
    step: int | None
    grain: str = "season"

    def resolve(self, setting: Setting) -> Resolved | None:
        """Winter is counted from the one that the day of reference lies in or is nearest to."""
        if setting.day is None:
            return None
        if self.step is None:
            around = [season(self.name)(years(year, year)) for year in range(setting.day.year - 2, setting.day.year + 2)]
            ahead = [whole for whole in around if whole.latest >= setting.day]
            begun = [whole for whole in around if whole.earliest <= setting.day]
            return Resolved(ahead[0] if setting.ahead else begun[-1], "publication")
        year = setting.day.year + self.step - (self.name == "winter" and setting.day.month <= 6)
        return Resolved(season(self.name)(years(year, year)), "publication")


Value = Days | Never | MonthDay | Month | DayNumber | Weekday | Weekend | Step | Shift | Stretch | Rest | Season | Of | Range


def distance(made: date, day: date, ahead: bool) -> int:
    """Days between the two; those on the side on which a date is not expected count four times."""
    return abs((made - day).days) * (1 if (made > day) == ahead else OTHER_SIDE_COUNTS)
