"""Words in letters of two scripts: one that looks like the other was put for it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LATIN, _CYRILLIC, _GREEK, _ARMENIAN, _GEORGIAN = "A-Za-zÀ-ɏ", "Ѐ-ԯ", "Ͱ-Ͽ", "Ա-և", "Ⴀ-ჿ"
_SCRIPTS = {"Latin": _LATIN, "Cyrillic": _CYRILLIC, "Greek": _GREEK, "Armenian": _ARMENIAN, "Georgian": _GEORGIAN}
_OTHERS = f"{_CYRILLIC}{_GREEK}{_ARMENIAN}{_GEORGIAN}"
_OTHER_LETTER = re.compile(f"[{_OTHERS}]")
_MEETING = re.compile(
    "|".join(f"[{letters}](?=[{''.join(other for other in _SCRIPTS.values() if other != letters)}])" for letters in _SCRIPTS.values())
)
_LETTERS = re.compile(r"[^\W\d_]+")
_RUNS = re.compile("|".join(f"[{letters}]+" for letters in _SCRIPTS.values()))
_ROMAN = re.compile(r"[IVXLCDMІХСМ]+\Z")
_ACRONYM = re.compile(r"[A-Z]{2,}\Z|[А-ЯЁ]{2,}\Z")
# The micro and ohm signs are Greek letters in units; a single one is a sign of mathematics.
_UNIT = re.compile(r"[µμΩ]|[Α-Ωα-ω]\Z")
# Letters that look alike in Latin, Cyrillic, Greek and Armenian.
_ALIKE = frozenset("aceopxyijsëïABCEHIKMOPTXYSJасеорхуіјѕёїАВСЕНІКМОРТХУЅЈοινκυΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոցհՕՍ")
# Latin vowels with an accent, which stand for a stressed vowel in Cyrillic.
_STRESSED = re.compile(r"[áéíóúýàèìòùÁÉÍÓÚÝ]+\Z")
_LONGEST = 40
_GLUED = 3


class MixedWord(NamedTuple):
    """A word of two scripts, with a score: 1 where every letter of the rarer script has a double in the other."""

    start: int
    end: int
    score: float


def mixed_words(text: str) -> Iterator[MixedWord]:
    """The words of a text in which letters of two scripts stand side by side.

    None are: acronyms with an ending ("COVIDом"), Roman figures, units, stress marks, and two whole words that lack a blank between.
    """
    if text.isascii() or not _OTHER_LETTER.search(text):
        return
    last = 0
    for meeting in _MEETING.finditer(text):
        if meeting.start() < last:
            continue
        start = meeting.start()
        while start > last and text[start - 1].isalpha():
            start -= 1
        if not (found := _LETTERS.match(text, start)):
            # a mark or a code point without a letter, of which every script has some
            continue
        last = found.end()
        word = found[0]
        runs = [run[0] for run in _RUNS.finditer(word)]
        if len(word) <= _LONGEST and len(runs) > 1 and not _meant(runs):
            yield MixedWord(start, last, 1.0 if _disguised(word) else 0.7)


def _meant(runs: list[str]) -> bool:
    """Whether a writer set these stretches of one script each side by side on purpose, or forgot a blank between words."""
    if any(_UNIT.match(run) and not _disguised_run(run) for run in runs) or _ROMAN.match("".join(runs)):
        return True
    if any(_STRESSED.match(run) for run in runs) and all(_STRESSED.match(run) or not run[0].isascii() for run in runs):
        return True
    if len(runs) > 2:
        return False
    first, second = runs
    if _ROMAN.match(first) and second.islower() and len(first) > 1 and not _disguised_run(second):
        return True
    if _ROMAN.match(second) and len(first) >= _GLUED and first[-1].islower():
        return True
    if _ACRONYM.match(first) and second.islower():
        return True
    glued = min(map(len, runs)) >= _GLUED
    return glued and (second[0].isupper() or not (_disguised_run(first) or _disguised_run(second)))


def _disguised(word: str) -> bool:
    """Whether all letters of one of the scripts of a word have doubles in another."""
    by_script = ["".join(re.findall(f"[{letters}]", word)) for letters in _SCRIPTS.values()]
    return any(part and _disguised_run(part) for part in by_script)


def _disguised_run(run: str) -> bool:
    return all(letter in _ALIKE for letter in run)
