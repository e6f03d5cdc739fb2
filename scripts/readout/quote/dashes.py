"""Speech behind a dash, as Russian and Armenian set it: "— Words, — said the minister. — More words."."""

import re
from collections.abc import Sequence

from readout.quote.cues import Lexicon, cues
from readout.quote.marks import Stretch
from readout.refer.document import Sentence

_LEAD = re.compile(r"\s*[—–-]\s*(?=\w)")
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
    edges = [lead.end()]
    parts: list[tuple[int, int]] = []
    for parting in _PARTING.finditer(text, lead.end(), end):
        parts.append((edges[-1], parting.start()))
        edges.append(parting.end())
    parts.append((edges[-1], end))
    told = [False] + [_tells(text, sentences, lexicon, *part) for part in parts[1:]]
    if not any(told):
        return []
    found = []
    for (first, last), tells in zip(parts, told, strict=True):
        while first < last and (text[last - 1] in ",՝" or text[last - 1].isspace()):
            last -= 1
        if not tells and first < last:
            found.append(Stretch(first, last, first, last, 0, True, True))
    return found


def _tells(text: str, sentences: Sequence[Sentence], lexicon: Lexicon, start: int, end: int) -> bool:
    if not text[start].islower():
        return False
    return any(any(cues([word for word in one.words if start <= word.start < end], lexicon)) for one in sentences if one.start < end and start < one.end)
