"""Words: a stretch of text as words and marks, each with its place and its letters folded."""

import re
from typing import NamedTuple

from readout.pack.folding import folded

_TOKEN = re.compile(r"[^\W_]+(?:[-'՚.](?=[^\W_])[^\W_]+)*|[^\w\s]|_")


class Word(NamedTuple):
    """One word or mark `[start, end)`, its letters folded: lower case, no accents on Latin letters, one kind of dash and apostrophe."""

    start: int
    end: int
    folded: str


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of a stretch, in order; a word may hold hyphens, apostrophes and dots between letters ("Azerbaijan's")."""
    return [Word(start + found.start(), start + found.end(), found[0]) for found in _TOKEN.finditer(folded(text[start:end]))]
