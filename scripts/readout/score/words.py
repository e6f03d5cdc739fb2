"""How well a text's words are those of a gold text, whatever their order."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")


def word_f1(gold: str, found: str) -> float:
    """F1 of the words of `found`, each as often as it occurs, against those of `gold`; 1 where neither has any."""
    wanted, seen = (Counter(_WORD.findall(text.casefold())) for text in (gold, found))
    total = wanted.total() + seen.total()
    return 2 * (wanted & seen).total() / total if total else 1.0
