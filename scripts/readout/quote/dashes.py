"""Speech behind a dash, as Russian and Armenian set it: "— Words, — said the minister. — More words."."""

import re
from collections.abc import Sequence

from readout.quote.cues import Lexicon, cues
from readout.quote.marks import Stretch
from readout.refer.document import Sentence

_LEAD = re.compile(r"\s*[—–-]\s*(?=\w)")
_LONGEST = 24
_SOON = 4
_MOST = 40
_PARTING = re.compile(r"(?<=[,.!?…։՝])\s*[—–-]\s*(?=\w)")


def led_by_dash(text: str, sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Stretch]:
    """The words said in a paragraph that begins with a dash, as stretches without marks; none where no part tells who said them.

    Dashes behind a comma or stop part what is said from what tells it: that begins with a small letter and has a verb of saying.
    """
    start, end = sentences[0].start, sentences[-1].end
    line = text.rfind("\n", 0, start) + 1
    lead = _LEAD.match(text, line, end)
    if not lead or lead.end() < start - 1:
        return []
    parts = _parted(text, sentences, lexicon, lead.end(), end)
    return [Stretch(first, last, first, last, 0, True, True) for first, last in parts] if parts else []


def split_by_dashes(text: str, sentences: Sequence[Sentence], lexicon: Lexicon, stretch: Stretch) -> list[Stretch]:
    """A quoted stretch, or its parts where between dashes inside the marks it is told who speaks: «Words, — said he. — More»."""
    parts = _parted(text, sentences, lexicon, stretch.start, stretch.end)
    if not parts:
        return [stretch]
    made = [stretch._replace(start=first, end=last, outer_start=first, outer_end=last, opened=True, closed=True) for first, last in parts]
    if parts[0][0] == stretch.start:
        made[0] = made[0]._replace(outer_start=stretch.outer_start, carried=stretch.carried)
    if parts[-1][1] == stretch.end:
        made[-1] = made[-1]._replace(outer_end=stretch.outer_end, closed=stretch.closed)
    return made


def _parted(text: str, sentences: Sequence[Sentence], lexicon: Lexicon, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between dashes that are said, none where no part tells who says them."""
    edges = [start]
    parts: list[tuple[int, int]] = []
    for parting in _PARTING.finditer(text, start, end):
        parts.append((edges[-1], parting.start()))
        edges.append(parting.end())
    if not 0 < len(parts) <= _MOST:
        return []
    parts.append((edges[-1], end))
    told = [False, *(_tells(text, sentences, lexicon, *part) for part in parts[1:])]
    if not any(told):
        return []
    said: list[tuple[int, int]] = []
    for (first, last), tells, before in zip(parts, told, [True, *told], strict=False):
        while first < last and (text[last - 1] in ",՝" or text[last - 1].isspace()):
            last -= 1
        if tells or first >= last:
            continue
        if before or not said:
            said.append((first, last))
        else:
            said[-1] = (said[-1][0], last)
    return said


def _tells(text: str, sentences: Sequence[Sentence], lexicon: Lexicon, start: int, end: int) -> bool:
    if not text[start].islower():
        return False
    words = [word for one in sentences if one.start < end and start < one.end for word in one.words if start <= word.start < end]
    return len(words) <= _LONGEST and any(cue.first < _SOON for cue in cues(words, lexicon))
