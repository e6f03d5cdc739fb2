"""The words of a sentence as the name models count them: runs of letters and figures, and every other sign by itself."""

import re

_WORD = re.compile(r"\w+|[^\w\s]")


def words(sentence: str) -> list[tuple[int, int]]:
    """(start, end) of each word; a hyphen or apostrophe parts words, so that any name begins and ends with one."""
    return [match.span() for match in _WORD.finditer(sentence)]
