"""Blocks: the paragraphs or standing lines that a text is laid out in."""

import itertools
import re
from collections.abc import Iterable
from typing import NamedTuple

_GROUP = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"\S[^\n]*")
_STOPPED = re.compile(r"[.!?…։․]['\"”’»)\]*_]*\s*\Z")
_NO_LINE_OF_A_PARAGRAPH = re.compile(r"\W*\d[\d\s:.,/-]*(?<![.,])\Z")
_MARKED = re.compile(r"\s*(?:#{1,6}\s|[-*+•–—]\s+\S|>\s|\|)")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[a-zа-я])[.)]\s+\S")
_SPEAKER = re.compile(r"\s*(?:[A-ZА-ЯЁ][\w.’'-]*\s){0,6}[A-ZА-ЯЁ][\w.’'-]*(?:\s\([^)\n]{1,60}\))?:\s")
_FIRST_LETTER = re.compile(r"[\W_]*(\w)")
_FIRST_WORD = re.compile(r"\S+")
_HARD_BREAK = ("  ", "\\")
_LONG = 160  # characters of a line that nobody wraps text at
_REMAINDER = 20  # characters of a last line that holds what was left of a paragraph
_EVEN_LINES = 3  # continued lines from which the width of the text can be told
_WRAPPED_LINE = range(60, 101)  # characters that a line of wrapped text mostly has
_FULL = 0.85  # of the longest wrapped line's length, and of the wrapped lines: they were broken where they were full


class Block(NamedTuple):
    """A paragraph or standing line `[start, end)` of a text, white space around it left out."""

    start: int
    end: int


class Wrapping(NamedTuple):
    """Whether lines are broken inside paragraphs; `width` is the length they are broken at, 0 where that is uneven."""

    wrapped: bool
    width: int


def blocks(text: str, layout: str = "text") -> list[Block]:
    """The blocks of a text, in order; `layout` is `text`, `markdown` or `html` (where every line is a block).

    Blank lines separate paragraphs. A line break inside a paragraph is one where the next line goes on in lower case; in a text
    that has such breaks, also one where the line is full, or where, if lines are broken unevenly, no full stop ends it.
    Other lines stand alone.
    """
    if layout == "html" or "\n" not in text:
        return [_stripped(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    groups = [(match.start(), match.end()) for match in _GROUP.finditer(text)]
    lines = {start: _lines(text, start, end) for start, end in groups}
    wrapping = _wrapping(text, lines.values())
    made: list[Block] = []
    for start, _ in groups:
        made.extend(_paragraphs(text, lines[start], wrapping, layout == "markdown", start == groups[0][0]))
    return made


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        found.append((start, stop))
        start = stop + 1
    return found


def _wrapping(text: str, groups: Iterable[list[tuple[int, int]]]) -> Wrapping:
    """How a text's lines were broken, judged by the lines that certainly go on."""
    breaks = 0
    continued: list[tuple[int, int]] = []
    for lines in groups:
        for line, after in itertools.pairwise(lines):
            breaks += 1
            if line[1] - line[0] <= _LONG and _goes_on(text, *line, *after):
                length = line[1] - line[0]
                continued.append((length, length + 1 + _first_word(text, *after)))
    if len(continued) < 2 and len(continued) * 8 <= breaks:
        return Wrapping(False, 0)
    longest = max(length for length, _ in continued)
    full = sum(with_next > longest * _FULL for _, with_next in continued)
    even = len(continued) >= _EVEN_LINES and full >= len(continued) * _FULL
    return Wrapping(True, longest if even else 0)


def _goes_on(text: str, start: int, end: int, after: int, after_end: int) -> bool:
    """Whether the line at `after` certainly goes on with the line before: it begins in lower case and nothing stopped that one."""
    first = _FIRST_LETTER.match(text, after, after_end)
    return bool(first and _lower(first[1]) and not _stopped(text, start, end) and not _MARKED.match(text, after, after_end))


def _stopped(text: str, start: int, end: int) -> bool:
    return _STOPPED.search(text, max(start, end - 8), end) is not None


def _lower(letter: str) -> bool:
    """Whether a letter is lower case in a script that has capitals in use: Georgian writes none."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def _paragraphs(text: str, lines: list[tuple[int, int]], wrapping: Wrapping, markdown: bool, first: bool) -> list[Block]:
    if len(lines) == 1:
        return [_stripped(text, *lines[0])]
    made = []
    begin = lines[0][0]
    if _filled(text, lines):
        return [_stripped(text, lines[0][0], lines[-1][1])]
    flows = any(_goes_on(text, *line, *after) for line, after in itertools.pairwise(lines))
    broken = _broken(text, lines)
    for line, after in itertools.pairwise(lines):
        title = first and line is lines[0] and not _cut(text, line)
        if broken and not title and not _ends(text, line) and not _MARKED.match(text, *after):
            continue
        if _breaks(text, line, after, wrapping, markdown, flows, first and line is lines[0]):
            made.append(_stripped(text, begin, line[1]))
            begin = after[0]
    made.append(_stripped(text, begin, lines[-1][1]))
    return made


def _filled(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether three or more lines are one paragraph by their shape: all filled alike, and no full stop ends any but the last."""
    *filled, last = lines
    if len(filled) < 2 or last[1] - last[0] >= _WRAPPED_LINE.stop or not _stopped(text, *last):
        return False
    return all(
        end - start in _WRAPPED_LINE
        and not _MARKED.match(text, start, end)
        and not _stopped(text, start, end)
        and not text.endswith(_HARD_BREAK, start, end)
        for start, end in filled
    )


def _broken(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether some line of a paragraph was certainly broken off though the next begins with a capital.

    A long line that ends in a comma or within a bracket was, and one before a last line of a word or two that ends with a stop.
    """
    if not _stopped(text, *lines[-1]):
        return False
    before, (start, end) = lines[-2:]
    left_over = end - start <= _REMAINDER and before[1] - before[0] >= _WRAPPED_LINE.start and not _ends(text, before)
    return left_over or any(_cut(text, line) for line in lines[:-1])


def _cut(text: str, line: tuple[int, int]) -> bool:
    """Whether a line of the usual length ends in a comma or within a bracket."""
    piece = text[slice(*line)].rstrip()
    return len(piece) in _WRAPPED_LINE and (piece.endswith(",") or piece.count("(") > piece.count(")"))


def _ends(text: str, line: tuple[int, int]) -> bool:
    """Whether a line ends with a stop, or with a colon or semicolon before an item."""
    return _stopped(text, *line) or text[slice(*line)].rstrip().endswith((":", ";"))


def _breaks(text: str, line: tuple[int, int], after: tuple[int, int], wrapping: Wrapping, markdown: bool, flows: bool, first: bool) -> bool:
    """Whether a new block begins at the line `after`."""
    if _MARKED.match(text, *after) or text.startswith("#", line[0]):
        return True
    if _NO_LINE_OF_A_PARAGRAPH.match(text, *line) or _NO_LINE_OF_A_PARAGRAPH.match(text, *after):
        # "14:47" alone; in wrapped text a number may be left over on the last line
        return not flows
    if _goes_on(text, *line, *after):
        return False
    if markdown and text.endswith(_HARD_BREAK, line[0], line[1]):
        return True
    stopped = _stopped(text, *line)
    if stopped and (_SPEAKER.match(text, *after) or _NUMBERED.match(text, *after)):
        return True
    length = line[1] - line[0]
    if wrapping.width:
        return length + 1 + _first_word(text, *after) <= wrapping.width * _FULL
    if wrapping.wrapped and not (first and after[1] - after[0] > _LONG):
        return stopped and not flows
    return True


def _first_word(text: str, start: int, end: int) -> int:
    """Length of a line's first word."""
    match = _FIRST_WORD.match(text, start, end)
    return len(match[0]) if match else 0


def _stripped(text: str, start: int, end: int) -> Block:
    piece = text[start:end]
    return Block(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
