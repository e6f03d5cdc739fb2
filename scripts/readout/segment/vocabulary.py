"""The words by which two stretches are found to speak of the same: the longer ones that are not frequent, by their first letters."""

import re

from readout.segment.languages import Languages

_WORD = re.compile(r"[^\W_]+")
_LONG = 4
_STEM = 5


def stems(piece: str, languages: Languages) -> set[str]:
    """The first five letters, in lower case, of a stretch's words of four letters or more that are no frequent ones."""
    return {word[:_STEM].lower() for word in _WORD.findall(piece) if len(word) >= _LONG and not languages.is_common(word)}
