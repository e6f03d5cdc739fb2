"""Words that a writer keeps away from: alone in quotation marks, or behind "so-called"."""

import re

from readout.frame.phrases import WORD

_OPENING = "«“„‟\"'‘‚‹＂”»"
_CLOSING = "»”“\"'’›＂«"
_BEFORE_MARK = re.compile(r"[\s(\[{—–\-/]")
_REACH = 60
MOST_WORDS = 3
_BETWEEN = re.compile(r"\.?[\s«»“”„\"'‘’‹›＂]*(?:[^\W_]+[\s«»“”„\"'‘’‹›＂-]+)?")


def in_marks(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int] | None:
    """The stretch between the quotation marks of any kind around `[start, end)`, inside `[first, last)`; None where there are none near,
    or more than three words between them.
    """
    opening = _opening(text, start, max(first, start - _REACH))
    if opening is None:
        return None
    closing = _closing(text, end, min(last, end + _REACH))
    if closing is None or len(WORD.findall(text, opening, closing)) > MOST_WORDS:
        return None
    return opening, closing


def _opening(text: str, start: int, first: int) -> int | None:
    for place in range(start - 1, first - 1, -1):
        if text[place] in _OPENING:
            opens = place == first or text[place - 1] in _OPENING or _BEFORE_MARK.match(text[place - 1])
            if not opens and text[place] in "'’":
                continue  # an apostrophe
            return place + 1 if opens and (text[place] not in "”»" or not text[place + 1].isspace()) else None
        if text[place] in ".!?;:\n":
            return None
    return None


def _closing(text: str, end: int, last: int) -> int | None:
    for place in range(end, last):
        if text[place] in _CLOSING:
            behind = text[place + 1 : place + 2]
            if text[place] in "'’" and behind.isalnum():
                continue  # an apostrophe
            return place if not behind.isalnum() or text[place] in "»”" else None
        if text[place] in ";:!?\n":
            return None
    return None


def right_behind(text: str, before: int, start: int) -> bool:
    """Whether what starts at `start` stands right behind what ends at `before`: quotation marks and one word at most between them."""
    return before <= start <= before + _REACH and _BETWEEN.fullmatch(text, before, start) is not None
