"""Fold a text for matching without moving a single code point, so that offsets in the folded text hold in the text."""

import sys
import unicodedata
from functools import cache

_APOSTROPHES = "’‘ʼ`´ʻ′＇"
_DASHES = "‐‑‒–—−﹣－"
_ALIKE = {"ё": "е", "ı": "i", "İ": "i", "ё".upper(): "е", "ß": "s", "đ": "d", "ł": "l", "ø": "o"}


@cache
def _typography() -> dict[int, str]:
    table = {ord(char): "'" for char in _APOSTROPHES} | {ord(char): "-" for char in _DASHES}
    # a soft line break inside a hard-wrapped paragraph separates words like a blank
    return table | {code: " " for code in range(sys.maxunicode + 1) if chr(code).isspace()}


@cache
def _letters() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in range(0x20000):
        char = chr(code)
        if not char.isalpha():
            continue
        lower = char.lower()
        lower = lower[0] if lower else char
        base = unicodedata.normalize("NFD", lower)[0]
        # accents fall away in Latin letters only: the Cyrillic й is no и
        folded = base if base.isascii() else lower
        if folded != char:
            table[code] = folded
    return table | {ord(char): plain for char, plain in _ALIKE.items()}


@cache
def _both() -> dict[int, str]:
    return _typography() | _letters()


def typographic(text: str) -> str:
    """The text with one kind of apostrophe, dash and blank; as long as the text."""
    return text.translate(_typography())


def folded(text: str) -> str:
    """The text in lower case, without accents on Latin letters, with one kind of apostrophe, dash and blank.

    As long as the text: every code point is replaced by exactly one. Turkish and Azerbaijani dotless and dotted i fall together.
    """
    return text.translate(_both())
