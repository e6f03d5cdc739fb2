"""The key of a name: what is equal for two spellings of one name in one script."""

import re
from functools import lru_cache

from readout.pack.folding import folded

_NO_WORD = re.compile(r"[^\w]+")
_CYRILLIC_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ым|им|ом|ем|ой|ей|ою|ею|ый|ий|ая|яя|ую|юю|ах|ях|ое|ее|ые|ие|ия|ии|ию|ию|а|я|у|ю|е|ы|и|о|ь|й)$"
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=200_000)
def key(surface: str, language: str) -> str:
    """The name in folded letters without punctuation; Cyrillic words without their endings.

    Stems are keys to compare by, never shown: `Меджидова` and `Меджидов` share one.
    """
    words = [word for word in _NO_WORD.split(folded(surface)) if word]
    return " ".join(_stem(word) if "а" <= word[0] <= "я" else word for word in words)


def _stem(word: str) -> str:
    stem = _CYRILLIC_ENDING.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word
