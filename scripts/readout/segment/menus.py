"""Menus: short lines, or one line, that name the sections of a site."""

import re
from collections.abc import Sequence

from readout.segment.languages import Languages
from readout.segment.shape import is_heading

_BETWEEN = re.compile(r"\s*[>»›→|•·]\s*|\s+/\s+")
_SECTION_WORDS = 3
_SECTION_LENGTH = 30
_LINES = 3  # lines that a menu has at the least
_DIGIT = re.compile(r"\d")


def is_menu(piece: str, languages: Languages) -> bool:
    """Whether a line names several sections, one of them by a word of the page: "Home > Politics", "Главная | Политика"."""
    parts = [part for part in _BETWEEN.split(piece.strip()) if part]
    return len(parts) > 1 and all(map(_is_section, parts)) and any(part.lower() in languages.cues.page_lines for part in parts)


def menu(pieces: Sequence[str | None], start: int, stop: int, languages: Languages) -> int:
    """One past the last line, before `stop`, of the menu that a word of the page opens at `start`; `start` for fewer than three lines.

    The last one, where a sentence or a date follows, may be a title: it is left out unless it is a word of the page itself.
    """
    if pieces[start] is None or pieces[start].strip().lower() not in languages.cues.page_lines:
        return start
    end = start
    while end < stop and pieces[end] is not None and _is_section(pieces[end]):
        end += 1
    followed = end < stop and (pieces[end] is None or not is_heading(pieces[end]) or _DIGIT.search(pieces[end]) is not None)
    if followed and pieces[end - 1].strip().lower() not in languages.cues.page_lines:
        end -= 1
    return end if end - start >= _LINES else start


def _is_section(piece: str) -> bool:
    if len(piece) > _SECTION_LENGTH or len(piece.split()) > _SECTION_WORDS or _DIGIT.search(piece):
        return False
    return is_heading(piece)
