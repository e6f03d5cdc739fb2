"""Many fixed phrases are looked for in a text at once.

A text's pairs of neighbouring words are one set, the first two words of all phrases another. Only phrases that begin with a pair of
both, and whose other pairs the text has too, are looked for in the text itself; mostly there are none. A regular expression of as
many alternatives takes a hundred times as long.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[^\w\s\-]")
_BETWEEN = r"[\s\-]+"

Pairs = frozenset[tuple[str, str]]


Name = tuple[str, str]


class Match(NamedTuple):
    """A phrase in a text: where it stands, and the two parts of its name."""

    start: int
    end: int
    kind: str
    name: str


class Phrases:
    """Phrases, each a tuple of at least two words with a name; of each word the first `letters` are compared, all where that is 0."""

    def __init__(self, named: Mapping[tuple[str, ...], Name], letters: int = 0) -> None:
        self.letters = letters
        self._by_start: dict[tuple[str, str], dict[tuple[str, ...], tuple[Name, Pairs]]] = {}
        for phrase, name in named.items():
            cut = tuple(word[:letters] for word in phrase) if letters else phrase
            self._by_start.setdefault((cut[0], cut[1]), {}).setdefault(cut, (name, frozenset(pairwise(cut))))
        self._starts = frozenset(self._by_start)

    def find(self, text: str) -> Iterator[Match]:
        """Where the phrases stand in a text, in whatever case."""
        lowered = _lowered(text)
        pairs = _pairs(lowered, self.letters)
        for start in sorted(self._starts & pairs):
            for phrase, (name, parts) in self._by_start[start].items():
                if parts <= pairs:
                    for found in _pattern(phrase, self.letters).finditer(lowered):
                        if not found.start() or not _joins(lowered[found.start() - 1]):
                            yield Match(found.start(), found.end(), *name)


@lru_cache(4096)
def _pattern(phrase: tuple[str, ...], letters: int) -> re.Pattern[str]:
    # it begins with the word itself, which is looked for fast; what stands before it is checked afterwards
    words = [re.escape(word) + (r"\w*" if len(word) == letters else "") for word in phrase]
    return re.compile(rf"{_BETWEEN.join(words)}(?![\w-])")


def _lowered(text: str) -> str:
    """A text in lower case, one kind of apostrophe, and with every letter in its place."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two code points
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.replace("’", "'")


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter in "_'-"


def _pairs(lowered: str, letters: int) -> Pairs:
    """The pairs of neighbouring words of a text; a pair has no punctuation inside but hyphens."""
    words = _TOKEN.findall(lowered)
    return frozenset(pairwise([word[:letters] for word in words] if letters else words))


def spelled_out(lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The phrases that lines describe: words parted by blanks or hyphens, a stroke between words that may stand for each other."""
    for line in lines:
        yield from product(*(slot.split("/") for slot in line.lower().replace("-", " ").split()))
