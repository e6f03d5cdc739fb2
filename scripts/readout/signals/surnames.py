"""One person's surname spelled in two ways in one text, as rewriting machines leave it."""

import re
from collections.abc import Iterator

from readout.signals.evidence import Evidence

_NAME = re.compile(r"(?<![\w'’])(?:[A-Z]['’])?[A-Z][a-z]{3,24}(?![\w'’])")
_FULL = re.compile(r"(?<![.!?]\s)(?<!\w)[A-Z][a-z]{1,24}\s((?:[A-Z]['’])?[A-Z][a-z]{3,24})(?!\w)")
_SHORTEST = 5


def spelled_twice(text: str) -> Iterator[Evidence]:
    """Pairs of capitalised words that differ in one letter, neither the first nor the last, one of which stands behind a given name."""
    places: dict[str, int] = {}
    for found in _NAME.finditer(text):
        places.setdefault(found[0].replace("’", "'"), found.start())
    named = {found[1].replace("’", "'") for found in _FULL.finditer(text)}
    by_gap: dict[tuple[int, str], list[str]] = {}
    for word in places:
        if len(word) >= _SHORTEST:
            for place in range(1, len(word)):
                by_gap.setdefault((place, word[:place] + word[place + 1 :]), []).append(word)
    seen = set()
    for (place, gapped), words in by_gap.items():
        alike = [*words, *([gapped] if gapped in places and len(gapped) >= _SHORTEST else [])]
        for other in alike[1:]:
            pair = tuple(sorted((alike[0], other), key=lambda word: (places[word], word)))
            if pair in seen or pair[0] == pair[1] or not named & set(pair) or place == max(map(len, pair)) - 1:
                continue
            seen.add(pair)
            if any(word.lower() in text for word in pair):
                continue  # a word like any other at the beginning of a sentence
            first, second = pair
            yield Evidence(
                "surname", places[second], places[second] + len(second), f"{second}, elsewhere {first}", 0.35, f"{first} {second}"
            )
