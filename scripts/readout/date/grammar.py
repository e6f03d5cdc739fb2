"""Date expressions: patterns over the classes of tokens, the same for every language, and the values that they stand for.

Word order differs between languages, classes do not: "three weeks ago", "три недели назад" and "üç hafta önce" are all KwA.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from readout.date import units
from readout.date.tokens import Token
from readout.date.units import Interval
from readout.date.values import (
    DayNumber,
    Days,
    Month,
    MonthDay,
    Never,
    Of,
    Range,
    Rest,
    Season,
    Shift,
    Step,
    Stretch,
    Value,
    Weekday,
    Weekend,
)

_UNIT_OF = {"d": "day", "w": "week", "k": "weekend", "m": "month", "q": "quarter", "y": "year", "e": "decade", "c": "century"}
_YEAR = r"(?:[,.]?o{0,2}(?P<y>[YZ])[.]?(?:y\.?)?|[,]?o{0,2}(?P<r>R)y)"
_WEEKDAY = r"(?:(?P<w>W)(?:d|\.)?,?o*)?"
_WEEKDAY_BEHIND = r"(?:,?\(?(?P<v>W)\)?)?"
_COMMON = r"(?:[gio]*)"


class Expression(NamedTuple):
    """An expression `[start, end)` of the text, its value, and its first and last token."""

    start: int
    end: int
    value: Value
    first: int
    last: int


class _Match:
    """A match over the classes, giving the values of the tokens behind its groups."""

    def __init__(self, match: re.Match[str], tokens: list[Token]):
        self._match, self._tokens = match, tokens

    def __getitem__(self, group: str) -> object:
        """Value of the token that a group of one class matched; None where it matched nothing or is not in the pattern."""
        if group not in self._match.re.groupindex or self._match.start(group) < 0:
            return None
        return self._tokens[self._match.start(group)].value

    def letter(self, group: str) -> str:
        """The class itself; empty where the group matched nothing."""
        if group not in self._match.re.groupindex:
            return ""
        return self._match[group] or ""


def _month_day(match: _Match) -> Value | None:
    return _day(match, match["d"], match["m"])


def _day(match: _Match, day: object, month: object) -> Value | None:
    if not isinstance(day, int) or not 1 <= day <= 31:
        return None
    weekday = match["w"] or match["v"]
    if match["y"] is not None:
        made = units.day_of(match["y"], month, day)
        return Days(Interval(made, made), "day") if made else Never()
    if units.day_of(2000, month, day) is None:
        return Never()
    if match.letter("r"):
        return Of(_month_of_year(match["r"], month), units.nth_day(day), "day")
    return MonthDay(month, day, weekday)


def _relative(unit: str, step: object) -> Step:
    """The unit that "last", "same" or no word means: the present one."""
    return Step(unit, 0, told=True) if step == "same" else Step(unit, step if isinstance(step, int) else 0)


def _month_of_year(step: object, month: int) -> Of:
    return Of(_relative("year", step), lambda year: units.month_of(year.earliest.year, month), "month")


def _whole(match: _Match) -> Value | None:
    """The month, or else the year, that is named beside a part of it; None where none is."""
    if match["m"]:
        return _month(match)
    return _year(match) if match["y"] is not None else None


def _nth(match: _Match) -> int | None:
    """Which one of several, -1 for the last; None where the word does not say."""
    nth = match["k"]
    return nth if isinstance(nth, int) and (match.letter("k") != "R" or nth == -1) else None


def _week_of(match: _Match) -> Value | None:
    day = _month_day(match)
    return Of(day, units.around("week"), "week") if day else None


def _days_of_month(match: _Match) -> Value | None:
    first, last = _day(match, match["d"], match["m"]), _day(match, match["e"], match["m"])
    if first is None or last is None or match["d"] >= match["e"] or isinstance(first, Never) or isinstance(last, Never):
        return None
    return Range(first, last)


def _neighbours(match: _Match) -> Value | None:
    return _days_of_month(match) if isinstance(match["e"], int) and isinstance(match["d"], int) and match["e"] == match["d"] + 1 else None


def _month(match: _Match) -> Value:
    if match["y"] is not None:
        return Days(units.month_of(match["y"], match["m"]), "month")
    if match.letter("r"):
        return _month_of_year(match["r"], match["m"])
    return Month(match["m"])


def _stepped_month(match: _Match) -> Value | None:
    month, step = match["m"], match["r"]
    if step == "same":
        return Month(month)
    return Month(month, step)


def _figures(match: _Match) -> Value | None:
    days = match["f"]
    return Days(Interval(days[0], days[-1]), "day") if days else Never()


def _figures_month(match: _Match) -> Value | None:
    return Days(units.month_of(*match["g"]), "month")


def _nth_weekday(match: _Match) -> Value | None:
    nth = _nth(match)
    if nth is None or not (nth == -1 or 1 <= nth <= 5):
        return None
    return Of(_whole(match) or _relative("month", match["r"]), units.nth_weekday(nth, match["w"]), "day")


def _nth_unit(match: _Match) -> Value | None:
    nth, unit = _nth(match), _UNIT_OF[match.letter("u")]
    if nth is None or nth > 53:
        return None
    return Of(_whole(match) or _relative("year", match["r"]), units.nth_unit(nth, unit), unit)


def _half(match: _Match) -> Value | None:
    return _part(_whole(match) or _relative(_UNIT_OF[match.letter("u")], match["r"]), match["h"])


def _weekday_of_week(match: _Match) -> Value | None:
    step = match["r"]
    return Weekday(match["w"], week=step) if isinstance(step, int) else None


def _weekday_step(match: _Match) -> Value | None:
    step = match["r"]
    if step == "same":
        return Weekday(match["w"])
    return Weekday(match["w"], step)


def _weekday(match: _Match) -> Value | None:
    return Weekday(match["w"])


def _step(match: _Match) -> Value | None:
    step, unit = match["r"], _UNIT_OF[match.letter("u")]
    if match["u"] == "plural":
        # "in recent years" tells no year
        return None
    if unit == "day":
        # "the last days" tells no day; "the next day" is the one after what was told
        return {"same": Step("day", 0, told=True), 1: Step("day", 1, told=True)}.get(step)
    if step == "same":
        return Step(unit, 0, told=True)
    if unit in ("decade", "century") and step == -1:
        # "the past decade" is ten years long, wherever the calendar's begins
        return Stretch(unit, -1)
    return Step(unit, step)


def _stretch(match: _Match) -> Value | None:
    step, count, unit = match["r"], match["k"], _UNIT_OF[match.letter("u")]
    if not isinstance(step, int) or step == 0 or unit in ("century", "weekend"):
        return None
    return Stretch(unit, step * count)


def _deictic(match: _Match) -> Value | None:
    return Step("day", match["t"])


def _year_of_ours(match: _Match) -> Value | None:
    return Step("year", match["j"])


def _ago(match: _Match) -> Value | None:
    return _shift(match, -1, "now")


def _ago_to_the_day(match: _Match) -> Value | None:
    # "a year ago today"
    shift = _shift(match, -1, "now")
    return replace(shift, to_the_day=True) if isinstance(shift, Shift) and not match["t"] else None


def _within(match: _Match) -> Value | None:
    return _shift(match, 1, "now")


def _inside(match: _Match) -> Value | None:
    # "ორ კვირაში": the case says "in"
    return _shift(match, 1, "now") if match["u"] == "inside" else None


def _later(match: _Match) -> Value | None:
    return _shift(match, 1, "told")


def _later_or_from_now(match: _Match) -> Value | None:
    return _shift(match, 1, "told or now")


def _within_if_ahead(match: _Match) -> Value | None:
    return _shift(match, 1, "now if ahead")


def _earlier(match: _Match) -> Value | None:
    return _shift(match, -1, "told or now")


def _after(match: _Match) -> Value | None:
    return _shift(match, 1, "named")


def _before(match: _Match) -> Value | None:
    return _shift(match, -1, "named")


def _shift(match: _Match, direction: int, start: str) -> Value | None:
    count = match["k"]
    if count is None and match["u"] == "alone":
        count = 1
    return Shift(_UNIT_OF[match.letter("u")], direction * count, start) if isinstance(count, int) and count <= 1000 else None


def _season(match: _Match) -> Value | None:
    if match["y"] is not None:
        return Of(_year(match), units.season(match["s"]), "season")
    return Season(match["s"], match["r"] if isinstance(match["r"], int) else None)


def _decade(match: _Match) -> Value | None:
    first = match["e"] // 10 * 10
    return Days(units.years(first, first + 9), "decade")


def _century(match: _Match) -> Value | None:
    number = match["k"]
    return Days(units.years(number * 100 - 99, number * 100), "century") if isinstance(number, int) and 10 < number < 22 else None


def _year(match: _Match) -> Value | None:
    return Days(units.years(match["y"], match["y"]), "year")


def _years(match: _Match) -> Value | None:
    first, last = match["y"], match["e"]
    if last < 100:
        last += first // 100 * 100
    return Days(units.years(first, last), "year") if first < last <= first + 300 else None


def _day_of_month(match: _Match) -> Value | None:
    if not isinstance(match["d"], int):
        return None
    if match["w"]:
        return DayNumber(match["d"], match["w"])
    return Of(_relative("month", match["r"]), units.nth_day(match["d"]), "day")


def _day_number(match: _Match) -> Value | None:
    return DayNumber(match["d"]) if isinstance(match["d"], int) else None


def _weekend(match: _Match) -> Value | None:
    return Weekend()


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[_Match], Value | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(?P<f>D)", _figures),
        # the week of October 6th
        (rf"w[gio]+(?P<m>M)(?P<d>[NQO])(?![-]?[NQC]|[dwmq]){_YEAR}?", _week_of),
        (rf"w[gio]+(?P<d>[NQO])o?(?P<m>M){_YEAR}?", _week_of),
        (r"(?P<g>G)", _figures_month),
        # მარტის ბოლო ორშაბათი; 2014 წლის ოქტომბრის პირველი ოთხშაბათი; ekim ayının ilk haftası
        (r"(?P<y>[YZ])\.?y?(?P<m>M)m?(?P<k>[OR])(?P<w>W)", _nth_weekday),
        (r"(?P<y>[YZ])\.?y?(?P<m>M)m?(?P<k>[OR])(?P<u>[dw])", _nth_unit),
        (rf"(?P<m>M)m?(?P<k>[OR])(?P<w>W){_YEAR}?", _nth_weekday),
        (rf"(?P<m>M)m?(?P<k>[OR])(?P<u>[dw]){_YEAR}?", _nth_unit),
        # 2020-ci il noyabrın 9-10-da; 2020-ci il noyabrın 9-da; 2020 թ. նոյեմբերի 9
        (r"(?P<y>[YZ])[.,]?y?[.,]?(?P<m>M)(?P<d>[NQ])[->](?P<e>[NQ])(?!M)", _days_of_month),
        (rf"(?P<y>[YZ])[.,]?y?[.,]?(?P<m>M)(?P<d>[NQO])(?![-]?[NQC]|[dwmq]){_WEEKDAY_BEHIND}", _month_day),
        (rf"(?P<y>[YZ])[.,]?y?[.,]?(?P<d>[NQ])o?(?P<m>M){_WEEKDAY_BEHIND}", _month_day),
        # 13-15 July 2023; from 13 to 15 July; с 13 по 15 июля
        (rf"(?P<d>[NQO])[->]o?(?P<e>[NQO])o{{0,2}}(?P<m>M){_YEAR}?", _days_of_month),
        (rf"<o?(?P<d>[NQO])&o?(?P<e>[NQO])o{{0,2}}(?P<m>M){_YEAR}?", _days_of_month),
        (rf"(?P<d>[NQO])&(?P<e>[NQO])o{{0,2}}(?P<m>M){_YEAR}?", _neighbours),
        # 13-დან 15 ივლისამდე; iyulun 13-dən 15-dək
        (rf"(?P<d>Q)(?P<e>[NQ])(?P<m>M){_YEAR}?", _days_of_month),
        (r"(?P<y>[YZ])[.,]?y?[.,]?(?P<m>M)(?P<d>Q)(?P<e>Q)", _days_of_month),
        (rf"(?P<m>M)(?P<d>Q)(?P<e>Q){_YEAR}?", _days_of_month),
        # May 22-24, 2023; noyabrın 9-10-da
        (rf"(?P<m>M)\.?o?(?P<d>[NQO])[->]o?(?P<e>[NQO])(?![dwmq]|M){_YEAR}?", _days_of_month),
        (rf"(?P<m>M)\.?o?(?P<d>[NQO])&o?(?P<e>[NQO])(?![dwmqy]|M){_YEAR}?", _neighbours),
        # 9 ноября 2020 года; 9th of November; 9-Nov-2020; ninth of November last year
        (rf"{_WEEKDAY}(?P<d>[NQO])(?:-(?=M-Y)|\.|o{{1,2}}(?!M[NQ]))?(?P<m>M)m?(?:-(?=Y))?{_YEAR}?{_WEEKDAY_BEHIND}", _month_day),
        # May 25, 2023; Tuesday, May 25; ötən il noyabrın 9-da
        (r"(?:o?(?P<r>R)y)(?P<m>M)(?P<d>[NQO])(?![dwmq])", _month_day),
        (rf"{_WEEKDAY}(?P<m>M)\.?o?(?P<d>[NQO])(?![-]?C|[dwmq]|-[NQ]y){_YEAR}?{_WEEKDAY_BEHIND}", _month_day),
        # the last Monday of March 2014; the first week of October; third quarter of 2018
        (rf"(?P<k>[OQR])(?P<w>W){_COMMON}(?P<m>M){_YEAR}?", _nth_weekday),
        (rf"(?P<k>[OQ])(?P<w>W){_COMMON}(?P<r>R)?o?m", _nth_weekday),
        (rf"(?P<k>[OQR])(?P<u>[dw])[gio]*(?P<m>M){_YEAR}?", _nth_unit),
        (r"(?P<y>[YZ])\.?y?(?P<k>[OQN])(?P<u>q)", _nth_unit),
        (r"(?P<r>R)y(?P<k>[OQN])(?P<u>q)", _nth_unit),
        (r"(?P<k>[OQN])(?P<u>q)[gio,]*(?:(?P<y>[YZ])\.?y?|(?P<r>R)y)?", _nth_unit),
        (rf"(?P<h>H)o*(?P<m>M){_YEAR}?", _half),
        (r"(?P<h>H)o*(?:(?P<y>[YZ])\.?y?|(?P<r>R)?o?(?P<u>[mye]))", _half),
        (r"(?P<y>[YZ])\.?y?(?P<h>H)", _half),
        # the end of the month; к концу года
        (r"(?P<h>P)o*(?P<u>[mwy])", _half),
        # noyabr 2020; ноябрь прошлого года; geçen yılın Kasım ayında
        (rf"(?P<m>M)m?{_YEAR}", _month),
        (r"(?P<y>[YZ])\.?y?[,.]?(?P<m>M)m?", _month),
        (r"(?P<r>R)y(?P<m>M)m?", _month),
        (r"(?P<r>R)(?P<m>M)m?", _stepped_month),
        # Tuesday last week; last week's Sunday; the 20th of next month
        (rf"(?P<w>W){_COMMON}(?P<r>R)w", _weekday_of_week),
        (r"(?P<r>R)w(?P<w>W)", _weekday_of_week),
        (rf"(?P<d>[NQ])[dh]?{_COMMON}(?P<r>R)m", _day_of_month),
        (r"(?P<r>R)m(?P<d>[NQ])h?(?=[^a-zA-Z]|\Z)", _day_of_month),
        # ամսի 9-ին; ayın 9-da; on the 15th
        (r"m(?P<d>Q)(?=[^dwmqye]|\Z)", _day_number),
        (r"(?<=io)(?P<d>Q)(?=[.,)]|\Z)", _day_number),
        (r"(?P<w>W)o?(?P<d>Q)(?=[^a-zA-Z]|\Z)", _day_of_month),
        (r"(?P<w>W)(?P<d>N)(?=[,.)]|\Z)", _day_of_month),
        # last three days; three weeks ago; через год; a year after; два дня спустя
        (r"(?P<r>R)(?P<k>[KNQC])(?P<u>[dwmqye])", _stretch),
        (r"(?P<k>[KN])(?P<r>R)(?P<u>[dwmqye])", _stretch),
        (r"(?P<k>[KNQC])?o?(?P<u>[dwmqye])A(?P<t>T)", _ago_to_the_day),
        (r"(?P<k>[KNQC])?o?(?P<u>[dwmqye])A", _ago),
        (r"I?(?P<k>[KNQC])?(?P<u>[dwmqye])F", _after),
        (r"(?P<k>[KNQC])?(?P<u>[dwmqye])n", _within),
        (r"(?P<k>[KNQC])?o?(?P<u>[dwmqye])r", _earlier),
        (r"(?P<k>[KNQC])?(?P<u>[dwmqye])L", _later),
        (r"(?P<k>[KNQC])?(?P<u>[dwmqye])l", _later_or_from_now),
        (r"g(?P<k>[KNQC])(?P<u>[dwmqye])(?!x)", _within_if_ahead),
        (r"L(?P<k>[KNQC])?(?P<u>[dwmqye])", _later),
        (r"(?P<k>[KNQC])(?P<u>[dwmqye])B", _before),
        (r"I(?P<k>[KNQC])?(?P<u>[dwmqye])", _within),
        (r"(?P<k>[KN])(?P<u>[dwmy])", _inside),
        # summer of 2022; this summer; 2022-ci ilin yayında; летом прошлого года
        (rf"(?P<s>S)[gio]*{_YEAR}", _season),
        (r"(?P<y>[YZ])\.?y?(?P<s>S)", _season),
        (r"(?P<r>R)y?(?P<s>S)", _season),
        # planned for the spring; but not "the fall of the city"
        (r"(?<=o)(?P<s>S)(?!o)", _season),
        (r"(?P<r>R)(?P<w>W)d?", _weekday_step),
        (r"(?P<r>R)(?P<u>[dwkmqyec])(?![ArLlFBn])", _step),
        (r"(?P<u>k)", _weekend),
        (r"(?P<e>E)y?", _decade),
        (r"(?P<k>[NQO])c", _century),
        (r"(?P<y>[YZ])[->](?P<e>[YZ]|[NC](?=[^dwm]|\Z))\.?y?", _years),
        # 15 числа; თვის 15 რიცხვში
        (r"m?(?P<d>[NQ])h", _day_number),
        (r"(?P<w>W)d?", _weekday),
        (r"(?P<j>j)", _year_of_ours),
        (r"(?P<t>T)", _deictic),
        (r"(?P<m>M)m?", _month),
        (r"(?P<y>[YZ])\.?y", _year),
        (r"(?P<y>Z)", _year),
        (r"(?<=[gio<>&FBPRHy(])(?P<y>Y)", _year),
        (r"(?<=P-)(?P<y>Y)", _year),
        (r"(?P<y>Y)(?=\))", _year),
        # last, so that the month or year has been claimed where it is named
        (r"(?P<u>[my])(?P<h>p)", _half),
    )
)
_WORTH_READING = re.compile(r"[MWTDGYZEALlFwkmqyechjrn]|S[oYZRy]|oS|R[dSKNQC]|[KN]d|dB|[Ig][KNQCd]")
_FROM_TO = re.compile(r"[,]?[->][gio]*")
_AND = re.compile(r"&[gio]*")
_PART_BEFORE = re.compile(r"P[-goi]*\Z")
_PART_REACH = 5
"""Tokens before an expression in which the part that is meant may begin: "early in the month of"."""
_PARTED = ("month", "quarter", "season", "year", "decade", "century", "week")


def expressions(tokens: list[Token]) -> list[Expression]:
    """The date expressions of a sentence, in order, none overlapping another."""
    letters = "".join(token.letter for token in tokens)
    if not _WORTH_READING.search(letters):
        return []
    found = sorted(_atoms(letters, tokens), key=lambda expression: expression.first)
    return _ranges(_parts(found, tokens, letters), tokens, letters)


def _atoms(letters: str, tokens: list[Token]) -> Iterator[Expression]:
    """Matches of the patterns, earlier patterns first; what one has claimed another leaves alone."""
    left = letters
    for pattern, make in _PATTERNS:
        position = 0
        claimed: list[tuple[int, int]] = []
        while match := pattern.search(left, position):
            value = make(_Match(match, tokens))
            first, last = match.start(), match.end()
            position = match.end() if value else match.start() + 1
            if value is None:
                continue
            # words of connection at the edges are no part of the expression
            while left[first] in "<" and first < last - 1:
                first += 1
            while last > first + 1 and (left[last - 1] in ",.)" and not _abbreviated(tokens, last - 1)):
                last -= 1
            yield Expression(tokens[first].start, tokens[last - 1].end, value, first, last - 1)
            claimed.append((first, last))
        if claimed:
            left = _without(left, claimed)


def _without(letters: str, claimed: list[tuple[int, int]]) -> str:
    """The classes with those of some stretches, in order, made unreadable."""
    pieces, at = [], 0
    for first, last in claimed:
        pieces += (letters[at:first], "#" * (last - first))
        at = last
    return "".join((*pieces, letters[at:]))


def _abbreviated(tokens: list[Token], place: int) -> bool:
    """Whether a full stop belongs to the word before it: "2020 г."."""
    before = tokens[place - 1]
    return tokens[place].letter == "." and tokens[place].start == before.end and before.letter == "y" and before.end - before.start <= 2


def _parts(found: list[Expression], tokens: list[Token], letters: str) -> list[Expression]:
    """Early, middle and late: before what they are parts of, or, in languages that write so, behind."""
    made: list[Expression] = []
    taken = -1
    for place, expression in enumerate(found):
        behind_end = found[place + 1].first if place + 1 < len(found) else len(letters)
        before = _PART_BEFORE.search(letters, max(taken + 1, expression.first - _PART_REACH), expression.first)
        behind = expression.last + 1 < behind_end and letters[expression.last + 1] == "p"
        if expression.value.grain in _PARTED and (before or behind):
            at = before.start() if before else expression.last + 1
            value = _part(expression.value, tokens[at].value)
            first, last = min(at, expression.first), max(at, expression.last)
            expression = Expression(tokens[first].start, tokens[last].end, value, first, last)
        taken = expression.last
        made.append(expression)
    return made


def _part(whole: Value, which: object) -> Value:
    if which in ("until_now", "from_now_on"):
        return Rest(whole, ahead=which == "from_now_on")
    return Of(whole, units.part(which), whole.grain)


def _ranges(found: list[Expression], tokens: list[Token], letters: str) -> list[Expression]:
    """Two expressions with "to" between them are one range."""
    made: list[Expression] = []
    for expression in found:
        last = made[-1] if made else None
        between = letters[last.last + 1 : expression.first] if last else ""
        joined = last and (_FROM_TO.fullmatch(between) or (_AND.fullmatch(between) and letters[last.first - 1 : last.first] == "<"))
        if (joined and _joinable(last.value, expression.value)) or (last and not between and _follows(last.value, expression.value)):
            made[-1] = Expression(last.start, expression.end, Range(last.value, expression.value), last.first, expression.last)
        else:
            made.append(expression)
    return made


def _follows(first: Value, last: Value) -> bool:
    """Whether two days stand side by side as the ends of a range do where cases say "from" and "to": "13 temmuzdan 15 temmuza"."""
    return isinstance(first, MonthDay) and isinstance(last, MonthDay) and (first.month, first.day) < (last.month, last.day)


def _joinable(first: Value, last: Value) -> bool:
    return not isinstance(first, Range | Never) and not isinstance(last, Range | Never) and first.grain == last.grain
