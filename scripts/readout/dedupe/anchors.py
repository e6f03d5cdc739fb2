"""What stays the same when a text is translated: whom it names and what it counts, in the order in which it does."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\d+")

Anchors = tuple[str, ...]


def anchors(text: str, parts: Iterable[tuple[int, int]], names: Iterable[tuple[int, str]]) -> Anchors:
    """The numbers in the given parts of a text, as `#12`, and the actors of the pack named there, in the order of the text.

    `parts` are half-open spans, `names` places with the actors that the name may mean: a name outside the pack is spelled
    differently in each script and ties nothing.
    """
    numbers = ((start + found.start(), f"#{found.group()}") for start, end in parts for found in _NUMBER.finditer(text[start:end]))
    return tuple(anchor for _, anchor in sorted([*names, *numbers]))
