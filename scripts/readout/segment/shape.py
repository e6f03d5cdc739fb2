"""The shape of a line: whether it ends as a sentence does, trails off, or is a heading."""

import re
from typing import NamedTuple

_ENDED = re.compile(r"[.!?։․…]['\"”’»›)\]*_\s]*\Z")
_TRAILS_OFF = re.compile(r"(?:…|\.{3})[\]\s]*\Z")
_ITEM = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])\s+\S")
_HAS_WORD = re.compile(r"\w")
_HEADING_LENGTH = 200
PARAGRAPH_LENGTH = 100


class Label(NamedTuple):
    """A role and the rule that gave it."""

    role: str
    rule: str


def ended(piece: str) -> bool:
    """Whether a stretch ends with a full stop or the like."""
    return _ENDED.search(piece, max(0, len(piece) - 12)) is not None


def trails_off(piece: str) -> bool:
    """Whether it ends with an ellipsis, as teasers cut by a website do."""
    return _TRAILS_OFF.search(piece, max(0, len(piece) - 12)) is not None


def is_paragraph(piece: str) -> bool:
    """Whether it is a paragraph of a story: long, and ended as a sentence is."""
    return len(piece) >= PARAGRAPH_LENGTH and ended(piece) and not trails_off(piece)


def is_heading(piece: str) -> bool:
    """Whether it is a short line that no sentence mark ends."""
    return len(piece) <= _HEADING_LENGTH and not ended(piece) and piece.rstrip()[-1:] not in (":", ";", ",", "՝")


def is_item(piece: str) -> bool:
    """Whether it is marked as an item of a list."""
    return _ITEM.match(piece) is not None


def lacks_words(piece: str) -> bool:
    """Whether it holds neither letter nor digit: "* * *", "###"."""
    return _HAS_WORD.search(piece) is None
