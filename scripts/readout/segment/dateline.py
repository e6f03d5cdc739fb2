"""Lines that say where and when: a dateline before the first sentence, and lines that hold little but a date or a time."""

import re
from typing import NamedTuple

from readout.date.lexicon import fold
from readout.date.written import Written, find
from readout.segment.languages import Languages

_TIME = re.compile(r"(?<![\d.])\d{1,2}[:.]\d{2}(?::\d{2})?(?![\d.])(?:\s*[AaPp]\.?\s?[Mm]\b\.?(?:\s+[A-Z]{3,5}\b)?)?")
_WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*")
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ĂĞİŞƏІЇЄҐЁА-ЯԱ-Ֆა-ჿᲐ-Ჿ"
_CAPITALISED = re.compile(rf"[{_CAPITAL}]")
_STOP = re.compile(r"(?<!\b[^\W\d_])\.(?=\s|/|\Z)|[։․]|\s*[—–]\s*|\s+-{1,2}\s+|\s*--\s*")
_AGENCY = re.compile(rf"\s*(?:/[^/\n]{{2,40}}/|\([^()\n]{{2,40}}\)|[{_CAPITAL}]{{3,}}[\w-]*)\s*(?:[.։,]\s*)?(?:[—–-]+\s+|(?<=[.։])\s*|\Z)")
_ASIDE = re.compile(r"/[^/\n]{2,40}/|\([^()\n]{2,40}\)")
_DIGIT = re.compile(r"\d")
_LINE_LENGTH = 140
_DATELINE_LENGTH = 110
_PLACE_WORDS = 5


class DateWords(NamedTuple):
    """What a short line holds: its dates, whether it has a time of day, and the words that are neither nor go with them.

    `prose` says whether a frequent word stands among the words beside dates.
    """

    dates: list[Written]
    time: bool
    others: list[str]
    prose: bool


def date_words(line: str, languages: Languages) -> DateWords | None:
    """What a line of at most 140 characters holds beside dates and times; None where it has no digit or is longer."""
    if len(line) > _LINE_LENGTH or not _DIGIT.search(line):
        return None
    dates = find(line, languages.calendar)
    rest = line
    for written in dates:
        rest = rest[: written.start] + " " * (written.end - written.start) + rest[written.end :]
    time = _TIME.search(rest) is not None
    rest = _TIME.sub(" ", rest)
    calendar = languages.calendar
    expected = languages.cues.header | calendar.fillers
    words = _WORD.findall(rest)
    others = [word for word in words if fold(word) not in expected and not calendar.is_weekday(word)]
    return DateWords(dates, time, others, any(map(languages.is_common, words)))


def header_line(line: str, languages: Languages, other_words: int) -> bool:
    """Whether a line says when a page appeared: a date or a time, and at most that many other words, all of them names."""
    held = date_words(line, languages)
    if held is None or not (held.dates or held.time) or len(held.others) > other_words:
        return False
    if held.others and held.prose:
        return False
    return all(_CAPITALISED.match(word) for word in held.others) and not re.search(r"\d{5}|[%$€₽]", line)


def dateline_length(opening: str, languages: Languages) -> int:
    """Number of characters of the dateline that a paragraph opens with, its last stop included; 0 where there is none.

    A dateline is a place, a day, an agency, in any order, then a stop or a dash: "BAKU, Azerbaijan, May 25.", "МОСКВА, 9 ноября. /ТАСС/.",
    "Tbilisi (GBC) —". Without a day, the place must be in capitals before a dash, or the agency in brackets.
    """
    head = opening[:_DATELINE_LENGTH]
    for stop in _STOP.finditer(head):
        if _is_dateline(head[: stop.start()], stop[0].strip() in "—–--", languages):
            end = stop.end()
            agency = _AGENCY.match(head, end)
            return len(head[: agency.end()].rstrip()) if agency else len(head[:end].rstrip())
    if len(opening) < _DATELINE_LENGTH and _is_dateline(opening, False, languages):
        return len(opening)
    return 0


def _is_dateline(candidate: str, dash: bool, languages: Languages) -> bool:
    held = date_words(candidate, languages)
    dates = held.dates if held else []
    bare = candidate
    for written in dates:
        bare = bare[: written.start] + " " + bare[written.end :]
    agency = _ASIDE.search(bare) is not None
    bare = _TIME.sub(" ", _ASIDE.sub(" ", bare))
    calendar = languages.calendar
    words = [word for word in _WORD.findall(bare) if not calendar.is_weekday(word) and fold(word) not in calendar.fillers]
    if len(words) > _PLACE_WORDS or re.search(r"[\d:;!?\"“«]", bare):
        return False
    if not all(_CAPITALISED.match(word) for word in words) or any(map(languages.is_common, words)):
        return False
    if dates:
        return bool(words) or ((agency or dates[0].dated) and not dash)
    if not dash:
        return False
    return agency or (bool(words) and all(word.isupper() and len(word) > 2 for word in words) and len(words) <= 3)
