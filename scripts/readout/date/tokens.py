"""Words and figures of a sentence, each with the one class in which it is read there."""

import re
from datetime import date
from typing import NamedTuple

from readout.date.lexicon import Lexicon, fold
from readout.date.units import LAST_YEAR, day_of

_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+)"
    r"|(?P<iso>(?<![\d.])(?:1[0-9]|2\d)\d\d(?P<i>[-/.])\d\d?(?P=i)\d\d?(?![\d/]))"
    r"|(?P<dmy>(?<![\w./])(?<![^\W\d]-)(?<!\d-\d\d-)\d\d?(?P<m>[-/.])\s?\d\d?(?P=m)\s?(?:\d{4}|\d\d)(?![\d/]))"
    r"|(?P<my>(?<![\d./])\d\d?/(?:19|20)\d\d(?![\d/])|(?<![\d./])(?:19|20)\d\d/\d\d?(?![\d/]))"
    r"|(?P<junk>\d+(?:[.,:]\d+)+|\d{5,}\w*|[$€£₽№#]\s?\d+)"
    r"|(?P<number>\d+)(?:(?P<join>['’‑-]?)(?P<ending>[^\W\d_]{1,9}))?"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s])"
)
_HYPHEN = re.compile(r"[-‑]")
_CONNECTING = frozenset("io<>&us")
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‑-][^\W\d_]+)*")
_UNIT_LETTERS = frozenset("dwkmqyec")
_COUNTS = frozenset("NQCK")
_DAYS = frozenset("NQO")
_STEPPED = frozenset("NQCKOYZWMSo")
_PARTED = frozenset("oRYZEMG-Smyi")
_PARTED_BEFORE = frozenset("YZEMmy-")
_COUNTED_BEFORE = frozenset("RKNQO")
_BEFORE_YEAR = frozenset("YZRNCKEOQI.")
_MONTH_BEHIND = frozenset("iR<>P&Yy-")
_FIRST_YEAR = 1700
_DASHES = frozenset("-–—‑−")


class Token(NamedTuple):
    """A token `[start, end)` of the text, its class, and what it means in that class."""

    start: int
    end: int
    letter: str
    value: object


class _Raw(NamedTuple):
    start: int
    end: int
    readings: dict[str, object]
    word: str


def tokens(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """The tokens of `text[start:end]`, in order; none where nothing in it can be a date."""
    if not _FIGURE.search(text, start, end) and not any(map(lexicon.dates, _WORD.findall(text, start, end))):
        return []
    raw = _raw(text, start, end, lexicon)
    made: list[Token] = []
    last = ""
    for place, token in enumerate(raw):
        after = raw[place + 1].readings if place + 1 < len(raw) else {}
        letter = _chosen(token, last, after, raw, place, text, lexicon)
        made.append(Token(token.start, token.end, letter, token.readings.get(letter)))
        last = letter
    return made


def _raw(text: str, start: int, end: int, lexicon: Lexicon) -> list[_Raw]:
    found: list[_Raw] = []
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "word":
            found += _word(match, lexicon)
        elif match["number"]:
            found += _number(match, lexicon)
            if len(found) > 2 and found[-2].word == "-" and found[-3].word in lexicon.number_prefixes and found[-3].end == found[-2].start:
                # "მე-4" is an ordinal
                number = next(iter(found[-1].readings.values()), None)
                found[-3:] = [_Raw(found[-3].start, found[-1].end, {"Q": number}, "")]
        elif kind == "mark":
            mark = match["mark"]
            mark = "-" if mark in _DASHES else mark if mark in ".,()" else "?"
            found.append(_Raw(match.start(), match.end(), {mark: None}, mark))
        else:
            found.append(_Raw(match.start(), match.end(), _figures(match), ""))
    return _phrases(found, lexicon)


def _word(match: re.Match[str], lexicon: Lexicon) -> list[_Raw]:
    """A word; one with hyphens whose parts are words of dates ("mid-July", "ноябре-декабре") is as many, with the hyphens."""
    word, readings = lexicon.read(match[0])
    if readings or not (hyphen := _HYPHEN.search(match[0])):
        return [_Raw(match.start(), match.end(), readings, word)]
    parts = match[0].split(hyphen[0])
    known = [lexicon.read(part) for part in parts]
    if len(parts) > 4 or not all(its and not its.keys() <= _CONNECTING for _, its in known):
        return [_Raw(match.start(), match.end(), readings, word)]
    made: list[_Raw] = []
    at = match.start()
    for part, (folded, its) in zip(parts, known, strict=True):
        made += [_Raw(at - 1, at, {"-": None}, "-")] if made else []
        made.append(_Raw(at, at + len(part), its, folded))
        at += len(part) + 1
    return made


def _number(match: re.Match[str], lexicon: Lexicon) -> list[_Raw]:
    number = int(match["number"])
    digits = len(match["number"])
    ending = match["ending"]
    year = digits == 4 and _FIRST_YEAR <= number < 2200
    day = digits <= 2 and 1 <= number <= 31
    if ending is None:
        letter = "Y" if year else "N" if day else "C"
        return [_Raw(match.start(), match.end(), {letter: number}, "")]
    folded = fold(ending)
    if number % 10 == 0 and folded in lexicon.decade_endings and (year or digits == 2) and not (day and folded in lexicon.number_endings):
        # "2020-ci" is a year, "1990-cı illər" a decade: the grammar tells by the plural behind it
        readings: dict[str, object] = {"E": number if year else 1900 + number}
        if year and folded in lexicon.number_endings:
            readings = {"Z": number, "E": number}
        return [_Raw(match.start(), match.end(), readings, "")]
    if folded in lexicon.number_endings:
        letter = "Z" if year else "Q" if day else "C"
        return [_Raw(match.start(), match.end(), {letter: number}, "")]
    readings = lexicon.readings(folded)
    if readings and (day or year) and (match["join"] != "-" or "M" in readings):
        # "9noyabr", "2020թ", "9-Nov-2020"
        split = match.start("ending")
        join = [_Raw(split - 1, split, {"-": None}, "-")] if match["join"] == "-" else []
        return [
            _Raw(match.start(), match.end("number"), {"Y" if year else "N": number}, ""),
            *join,
            _Raw(split, match.end(), readings, folded),
        ]
    return [_Raw(match.start(), match.end(), {}, "")]


def _figures(match: re.Match[str]) -> dict[str, object]:
    """Readings of a date in figures: D with the days it may be (none for a date that does not exist), or G with (year, month)."""
    if match["link"] or match["junk"]:
        return {}
    written = re.findall(r"\d+", match[0])
    numbers = [int(part) for part in written]
    if match["iso"]:
        return _day_reading([tuple(numbers)])
    if match["dmy"]:
        one, two, year = numbers
        short = len(written[2]) == 2
        if short and match["m"] == "-":
            return {}
        year += (2000 if year < 70 else 1900) if short else 0
        # with full stops the day is first wherever there is such a day
        if match["m"] == "." and _days([(year, two, one)]):
            return {"D": _days([(year, two, one)])}
        found = _day_reading([(year, two, one), (year, one, two)])
        return {} if short and not found.get("D") else found
    if match["my"]:
        year, month = (numbers[0], numbers[1]) if numbers[0] > 99 else (numbers[1], numbers[0])
        return {"G": (year, month)} if 1 <= month <= 12 else {}
    return {}


def _day_reading(candidates: list[tuple[int, int, int]]) -> dict[str, object]:
    """A date, or one that the calendar lacks (31.02.2023); neither where the figures cannot be day, month and year at all."""
    if days := _days(candidates):
        return {"D": days}
    possible = any(1 <= month <= 12 and 1 <= day <= 31 and _FIRST_YEAR <= year < 2200 for year, month, day in candidates)
    return {"D": ()} if possible else {}


def _days(candidates: list[tuple[int, int, int]]) -> tuple[date, ...]:
    return tuple(sorted({made for year, month, day in candidates if year <= LAST_YEAR and (made := day_of(year, month, day))}))


def _phrases(found: list[_Raw], lexicon: Lexicon) -> list[_Raw]:
    """Words that together mean one thing become one token."""
    if all(token.word not in lexicon.phrases for token in found):
        return found
    made: list[_Raw] = []
    place = 0
    while place < len(found):
        token = found[place]
        for rest, letter, value in lexicon.phrases.get(token.word, ()):
            behind = found[place + 1 : place + 1 + len(rest)]
            if len(behind) == len(rest) and all(other.word == word for other, word in zip(behind, rest, strict=True)):
                made.append(_Raw(token.start, behind[-1].end, {letter: value}, " ".join((token.word, *rest))))
                place += len(rest)
                break
        else:
            made.append(token)
        place += 1
    return made


def _chosen(token: _Raw, last: str, after: dict[str, object], raw: list[_Raw], place: int, text: str, lexicon: Lexicon) -> str:
    """The one class that a token has at its place; `last` is the class of the one before, `after` the readings of the next."""
    readings = token.readings
    named = readings.keys() & {"M", "W"}
    if named and token.word in lexicon.ambiguous and not _certain(raw, place, text):
        readings = {letter: value for letter, value in readings.items() if letter not in named}
    if len(readings) < 2:
        return next(iter(readings), "x")
    unit_next = not _UNIT_LETTERS.isdisjoint(after)
    if "j" in readings:
        return "y" if last and last in _BEFORE_YEAR else "j"
    if "E" in readings:
        # "2020-ci il" is a year, "1990-cı illər" a decade; where no plural tells them apart, the ending does
        follows = raw[place + 1].word if place + 1 < len(raw) else ""
        return "E" if not lexicon.plural_years or follows.startswith(lexicon.plural_years) else "Z"
    if last in _UNIT_LETTERS and (letter := _first(readings, "ArLlFB")):
        return letter
    if "R" in readings and "T" not in readings and (unit_next or not _STEPPED.isdisjoint(after)):
        return "R"
    if (letter := _first(readings, "Ig")) and (unit_next or not _COUNTS.isdisjoint(after)):
        return letter
    if "P" in readings and not _PARTED.isdisjoint(after):
        return "P"
    if "p" in readings and last in _PARTED_BEFORE:
        return "p"
    if "W" in readings and (unit := _first(readings, "dwkmqyec")):
        # Georgian "კვირა" is Sunday and week
        return unit if last in _COUNTED_BEFORE else "W"
    return _first(readings, "MWTdwkmqyecKOS<>&oiFBArLlgus") or min(readings)


def _first(readings: dict[str, object], letters: str) -> str:
    return next((letter for letter in letters if letter in readings), "")


def _certain(raw: list[_Raw], place: int, text: str) -> bool:
    """Whether a word of other meanings is a month or weekday here: beside a figure, or with a capital and a preposition."""

    def readings(distance: int) -> set[str]:
        return set(raw[place + distance].readings) if 0 <= place + distance < len(raw) else set()

    before, after = readings(-1), readings(1)
    if "o" in before and readings(-2) & _DAYS:
        return True
    if after & {",", ".", "o"} and readings(2) & (_DAYS | {"Y", "M"}):
        return True
    if before & _DAYS or after & (_DAYS | {"Y", "Z"}):
        return True
    if "m" in after or ("R" in before and ("d" in after or "W" in raw[place].readings)):
        return True
    if "&" in before and not readings(-2) & {"M", "W"}:
        return False
    return not text[raw[place].start].islower() and bool(before & _MONTH_BEHIND)
