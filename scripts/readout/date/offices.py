"""Who is named with an office bounds the day of writing: nobody is a ministry's spokeswoman before or after her term.

Titles are English, as in the pack; the words of other languages are taken for the English ones that their language file gives.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from readout.date.lexicon import fold
from readout.date.units import Interval

_REACH = 80
"""Characters before a name in which its office may stand."""
_LEAD = 600
"""Characters of a text in which those named are of its own time; further down, history is told."""
_STEM = 6
_WORDS = 7
"""Words before a name that may be its office; with an honorific between, they are somebody else's."""
_HONORIFICS = frozenset({"mr", "ms", "mrs", "dr"})
_EMPTY = frozenset({"of", "the", "for", "to", "in", "on", "at", "and"})
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_HEAD = re.compile(r"\s+(?:of|for|to|in|on|at)\s+")


class Office(NamedTuple):
    """A term of office: its title in English, its first day and its last, None where it still runs."""

    title: str
    earliest: date
    latest: date | None


def term(
    text: str,
    names: Iterable[tuple[int, str | None]],
    offices: Mapping[str, Sequence[Office]],
    bygone: frozenset[str],
    said: Sequence[tuple[str, str]] = (),
) -> Interval | None:
    """The days that all terms of office have in common with which the text names persons; None where they leave an end open.

    `names` are (start, identifiers of the pack joined by spaces); `bygone` are folded words such as "former", with which an office
    bounds nothing; `said` are words of other languages (a `*` at the end stands for any ending) with the English word that each says.
    Of a person with two terms of one office the days from the first to the last count.
    """
    earliest, latest = date.min, date.max
    for start, meant in names:
        held = offices.get(meant or "")
        if not held or start > _LEAD:
            continue
        before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1]
        words = [fold(word) for word in _WORD.findall(before)][-_WORDS:]
        if not bygone.isdisjoint(words) or not words or words[-1] in _HONORIFICS:
            continue
        stems = {word[:_STEM] for word in words} | {english[:_STEM] for form, english in said if any(_is(word, form) for word in words)}
        named = [office for office in held if _names(office.title, stems)]
        if named:
            earliest = max(earliest, min(office.earliest for office in named))
            latest = min(latest, max(office.latest or date.max for office in named))
    bounded = earliest > date.min and latest < date.max and earliest <= latest
    return Interval(earliest, latest) if bounded else None


def _is(word: str, form: str) -> bool:
    return word.startswith(form[:-1]) if form.endswith("*") else word == form


def _names(title: str, stems: set[str]) -> bool:
    """Whether the words before a name say an office: what it is called, and of what.

    Words are cut to the letters that "spokesperson" and "spokeswoman" have in common. "Emergency Situations Minister" is not the
    minister of defence that he became.
    """
    words = [word.lower()[:_STEM] for word in _WORD.findall(title)]
    head = _WORD.findall(_HEAD.split(title)[0])[-1].lower()[:_STEM]
    return head in stems and any(word in stems for word in words if word != head and word not in _EMPTY)
