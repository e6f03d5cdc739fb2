"""When a document was published: from its metadata, a header line, its dateline, or its address; never from a clock."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from readout.date.units import Interval, day_of, month_of, years
from readout.date.written import FIRST_YEAR, LAST_YEAR, Names, Written, find

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_PARTIAL = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d\d?))?")
_MAIL = re.compile(r"[A-Za-z]{3},?\s+\d")
_URL_DAY = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/_.]?)(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)")
_URL_NAMED = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3})/(?P<day>\d\d?)(?!\d)", re.IGNORECASE)
_URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)[-/](?P<month>\d\d)(?=/|$)")


LONGEST = 400
"""Characters of a record's date that are read."""


class Published(NamedTuple):
    """When a document was published, and where that was read; all None when it cannot be told."""

    earliest: date | None
    latest: date | None
    basis: str | None


NOT_TOLD = Published(None, None, None)


def published(metadata: str | None, header: str | None, dateline: str | None, url: str | None, names: Names) -> Published:
    """Interval of publication and its basis, `metadata`, `header`, `dateline` or `url`, the first that gives a day.

    A dateline without a year takes the year that another of them gives. Where none gives a day, the narrowest interval stands.
    """
    intervals = {
        "metadata": read_metadata(metadata, names) if metadata else None,
        "header": _earliest(header, names) if header else None,
        "dateline": _dateline(dateline, names) if dateline else None,
        "url": read_url(url) if url else None,
    }
    for basis in ("metadata", "header", "dateline", "url"):
        interval = intervals[basis]
        if interval and interval.exact:
            return Published(*interval, basis)
    wide = [(interval.latest - interval.earliest, order, basis) for order, (basis, interval) in enumerate(intervals.items()) if interval]
    for basis, surface in (("header", header), ("dateline", dateline)):
        days = _without_year(surface, names) if surface else []
        for around in intervals.values():
            for day in days:
                if around and (completed := _within(day, around)):
                    return Published(completed, completed, basis)
    if not wide:
        return NOT_TOLD
    basis = min(wide)[2]
    return Published(*intervals[basis], basis)


def completed(surface: str | None, around: Interval, names: Names) -> Published:
    """The day that a dateline gives without its year, in the only year in which it falls into an interval; NOT_TOLD where it does not."""
    for day in _without_year(surface, names) if surface else ():
        if found := _within(day, around):
            return Published(found, found, "dateline")
    return NOT_TOLD


def read_metadata(value: str, names: Names) -> Interval | None:
    """A date as records give it: ISO 8601, RFC 822, seconds since 1970, digits, or written out; None if it is none.

    The day is the one written down, whatever the time zone; seconds since 1970 are read in UTC.
    """
    value = value.strip()[:LONGEST]
    if _DIGITS.fullmatch(value) and len(value.split(".")[0]) > 4:
        return _of_digits(value.split(".")[0])
    if match := _PARTIAL.fullmatch(value):
        return _of_year_or_month(int(match["year"]), int(match["month"]) if match["month"] else None)
    if _MAIL.match(value):
        try:
            return _one(parsedate_to_datetime(value).date())
        except (TypeError, ValueError, OverflowError):
            pass
    return _earliest(value, names)


def read_url(url: str) -> Interval | None:
    """The date in an address's path: /2021/07/28/, 2021-07-28, /20210728, /2021/jul/28, or the month of /2021/07/."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    for match in _URL_DAY.finditer(path):
        plain = match["mark"] == "" and len(match[0]) != 8
        if not plain and (day := _day(match["year"], match["month"], match["day"])):
            return day
    if match := _URL_NAMED.search(path):
        try:
            return _one(datetime.strptime(f"{match['year']} {match['month'].title()} {match['day']}", "%Y %b %d").date())
        except ValueError:
            pass
    if match := _URL_MONTH.search(path):
        return _of_year_or_month(int(match["year"]), int(match["month"]))
    return None


def _one(day: date) -> Interval | None:
    return Interval(day, day) if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _day(year: str, month: str, day: str) -> Interval | None:
    made = day_of(int(year), int(month), int(day))
    return _one(made) if made else None


def _of_year_or_month(year: int, month: int | None) -> Interval | None:
    if not FIRST_YEAR <= year <= LAST_YEAR or (month is not None and not 1 <= month <= 12):
        return None
    return month_of(year, month) if month else years(year, year)


def _of_digits(digits: str) -> Interval | None:
    """20230730, 20230730121500, or seconds or milliseconds since 1970."""
    if len(digits) in (8, 12, 14) and (day := _day(digits[:4], digits[4:6], digits[6:8])):
        return day
    if len(digits) not in (9, 10, 12, 13):
        return None
    seconds = int(digits) / (1000 if len(digits) >= 12 else 1)
    return _one(datetime.fromtimestamp(seconds, UTC).date())


def _earliest(text: str, names: Names) -> Interval | None:
    """The earliest of the dates with a year in a header: a page's later dates are its updates."""
    dated = [Interval(written.earliest, written.latest) for written in find(text, names) if written.dated]
    exact = [interval for interval in dated if interval.exact]
    return min(exact or dated, default=None)


def _dateline(text: str, names: Names) -> Interval | None:
    return _earliest(text, names)


def _without_year(text: str, names: Names) -> list[Written]:
    return [written for written in find(text, names) if not written.dated]


def _within(written: Written, around: Interval) -> date | None:
    """The day without a year in the only year in which it falls into the interval; None where two years would do."""
    days = [day for year in range(around.earliest.year, around.latest.year + 1) if (day := written.in_year(year))]
    inside = [day for day in days if around.earliest <= day <= around.latest]
    return inside[0] if len(inside) == 1 else None
