"""What a translation machine leaves standing of the language it translates from: letters, words and stops of another script."""

import re
from collections.abc import Iterator, Mapping

from readout.signals.evidence import Evidence

# Letters and stops of the scripts beside Latin and Cyrillic; the one dot leader U+2024 is what Armenian keyboards write for a stop.
_ARMENIAN = r"\u0531-\u058A\u2024"
_GEORGIAN = r"\u10A0-\u10FF\u1C90-\u1CBF"
_CYRILLIC = r"\u0400-\u04FF"
_LATIN = "A-Za-z\u00c0-\u024f"
_OWN = {"hy": _ARMENIAN, "ka": _GEORGIAN, "ru": _CYRILLIC, "uk": _CYRILLIC}
_RUN_OF_WORDS = 3
_ADDRESS = ("-", ".", "/", "@", "_")
_SIDES = "([{«“\"‘'/|:=—–"


def _foreign(own: str) -> re.Pattern[str]:
    others = "".join(letters for letters in (_ARMENIAN, _GEORGIAN, _CYRILLIC) if letters != own)
    return re.compile(rf"[{others}]+(?:[ \u00a0][{others}]+)*")


_FOREIGN = {code: _foreign(_OWN.get(code, _LATIN)) for code in ("en", "az", "tr", "ru", "uk", "ka", "hy")}
_ANY_FOREIGN = _foreign(_LATIN)
_LATIN_LETTER = re.compile("[çəğıöşü]")
_LATIN_WORD = re.compile(r"(?<![\w'’-])[a-zçəğıöşü]*[çəğıöşü][a-zçəğıöşü]*(?![\w'’-])")


def leftovers(text: str, language: str, words: Mapping[str, frozenset[str]]) -> Iterator[Evidence]:
    """Stretches of up to three words in another script that stand amid a line, with neither brackets, quotes nor dashes around them.

    `words` are those that tell by themselves, for each language: a conjunction or a stop that no writer would quote.
    """
    if text.isascii():
        return
    for found in _FOREIGN.get(language, _ANY_FOREIGN).finditer(text):
        stretch = found[0].split()
        if len(stretch) > _RUN_OF_WORDS or not _amid(text, found.start(), found.end(), stretch[0]):
            continue
        telling = any(stretch[0] in listed for code, listed in words.items() if code != language)
        detail = f"left standing: {found[0]}"
        yield Evidence(
            "leftover", found.start(), found.end(), detail, 0.65 if telling else 0.4, f"{found[0]} {found.start() if telling else ''}"
        )
    if language == "en" and _LATIN_LETTER.search(text) and any(word in text for listed in words.values() for word in listed):
        for found in _LATIN_WORD.finditer(text):
            if any(found[0] in listed for listed in words.values()):
                yield Evidence("leftover", found.start(), found.end(), f"left standing: {found[0]}", 0.65, f"{found[0]} {found.start()}")


_WINDOW = 200
"""Code points of its line on either side of a stretch that are looked at."""


def _amid(text: str, start: int, end: int, word: str) -> bool:
    """Whether a stretch stands between other letters of its line, and not as a name in brackets, quotes or behind a dash."""
    line_start = text.rfind("\n", max(0, start - _WINDOW), start) + 1 or max(0, start - _WINDOW)
    line_end = text.find("\n", end, end + _WINDOW)
    before, after = text[line_start:start], text[end : line_end if line_end >= 0 else end + _WINDOW]
    if before[-1:].isalnum() or after[:1].isalnum():
        return word == "․" and not after[:1].isalnum()  # letters amid a word are another sign
    if before[-1:] in _ADDRESS or (after[:1] in _ADDRESS and after[1:2].isalnum()) or "." in (before.split() or [""])[-1][:-1]:
        return False
    if not any(character.isalpha() for character in before):
        return False
    behind = before.rstrip()[-1:]
    return behind not in _SIDES and not (after.lstrip()[:1] and after.lstrip()[:1] in ')]}»”"’/|')
