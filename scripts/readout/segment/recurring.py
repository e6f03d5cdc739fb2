"""Lines that come again on different pages of one outlet: what a site puts above and below its stories.

Offices repeat themselves in prose too: they fill in forms, sign letters, end their talks with one sentence. So copies and forms count
once, a short line must stand on a good part of an outlet's pages, and a line found here is navigation only where it stands so, at the
edge of a story, and says nothing of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from readout.segment.blocks import Block
from readout.segment.languages import Languages
from readout.segment.shape import PARAGRAPH_LENGTH, Label, ended, is_heading
from readout.segment.vocabulary import stems

FEWEST = 3
"""Different documents on which a line must stand; for a short one two are enough in an outlet with no more than `FEW` documents."""
FEW = 4
SHORT_SHARE = 1 / 3
"""Share of an outlet's documents on which a short line must stand; a whole paragraph needs `LONG_SHARE` of them."""
LONG_SHARE = 0.2
_HEAD = 6  # lines at the beginning of a text that are counted
_TAIL = 16  # lines at its end
_LOOKED_AT = 4000  # characters at either end in which they are sought
_LONG = 60  # characters of the lines by which texts are told apart
_CLOSING = 3  # last of these, which different texts may share
_NAME_WORDS = 6  # words that a signature has at the most
_OF_THE_STORY = 1 / 3  # of a paragraph's longer words that come back in the story: then it is about it
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"\w@\w|https?:|www\.|\b[\w-]{2,}\.[a-z]{2,4}\b")
_WORD = re.compile(r"[^\W\d_]+")


class _Text(NamedTuple):
    """A document's long lines, hashed, and the last of them."""

    long: frozenset[int]
    closing: frozenset[int]


@dataclass(slots=True)
class _Line:
    """How long a line is, on how many documents it stands, and some of these that differ."""

    length: int
    documents: int = 0
    different: list[_Text] = field(default_factory=list)


class Recurring:
    """Counts the first and last lines of documents by outlet: add all documents, then ask."""

    def __init__(self) -> None:
        self._documents: dict[str, int] = {}
        self._lines: dict[str, dict[int, _Line]] = {}
        self._found: dict[str, frozenset[int]] = {}

    def add(self, document: Mapping[str, str | None], main: Sequence[tuple[int, int]] | None) -> None:
        """Count one row of the table `parsed`; `main` are the spans of a web page's main text.

        Of a web page all lines at either end count, since what is outside the main text of one page is taken for it on another.
        """
        text, outlet = document["text"] or "", outlet_of(document)
        first, last = text[:_LOOKED_AT].split("\n"), text[-_LOOKED_AT:].split("\n")
        if main is not None:
            text = "\n".join(text[start:end] for start, end in main)
        else:  # blank lines between them are lines too
            first, last = first[: 2 * _HEAD], last[-2 * _TAIL :]
        self._documents[outlet] = self._documents.get(outlet, 0) + 1
        known = self._lines.setdefault(outlet, {})
        long = [hash(line) for line in text.split("\n") if len(line) >= _LONG]
        own = _Text(frozenset(long), frozenset(long[-_CLOSING:]))
        for key, line in {mark(line): line for line in {*first, *last} if _LETTERS.search(line)}.items():
            entry = known.get(key)
            if entry is None:
                entry = known[key] = _Line(len(line))
            entry.documents += 1
            if len(entry.different) < FEWEST and all(_differ(own, seen, hash(line)) for seen in entry.different):
                entry.different.append(own)

    def of(self, document: Mapping[str, str | None]) -> frozenset[int]:
        """The marks of the lines that come again in the outlet of a row of `parsed`."""
        outlet = outlet_of(document)
        if outlet not in self._found:
            self._found[outlet] = self._recurring(outlet)
        return self._found[outlet]

    def _recurring(self, outlet: str) -> frozenset[int]:
        documents = self._documents.get(outlet, 0)
        fewest = 2 if documents <= FEW else FEWEST
        return frozenset(
            key
            for key, line in self._lines.get(outlet, {}).items()
            if len(line.different) >= (FEWEST if line.length >= PARAGRAPH_LENGTH else fewest)
            and line.documents >= documents * (LONG_SHARE if line.length >= PARAGRAPH_LENGTH else SHORT_SHARE)
        )


def mark(line: str) -> int:
    """What a line is compared by: its letters, white space folded, numbers alike. It differs from process to process."""
    folded = " ".join(line.split()).casefold()
    return hash(_DIGITS.sub("0", folded) if _DIGITS.search(folded) else folded)


def outlet_of(document: Mapping[str, str | None]) -> str:
    """What tells a document's outlet: its name, else its host, else the folder that it lies in."""
    if document["outlet"]:
        return document["outlet"]
    try:
        host = urlsplit(document["url"] or "").hostname
    except ValueError:  # an address that is none, such as one with half a bracket
        host = None
    return host or (document["source_path"] or "").rpartition("/")[0]


def recurs(piece: str, lines: frozenset[int]) -> bool:
    """Whether a block consists of lines that come again, and has a word."""
    return _LETTERS.search(piece) is not None and all(mark(line) in lines for line in piece.split("\n"))


def furniture(
    text: str, story: list[Block], labels: Mapping[int, Label], body: int, languages: Languages, lines: frozenset[int]
) -> list[int]:
    """Positions of the blocks after the last prose of a story that come again on other pages and say nothing of this one."""
    found = []
    for position in range(len(story) - 1, body, -1):
        piece = text[slice(*story[position])]
        if position in labels:
            continue
        if recurs(piece, lines) and _is_furniture(piece, text[: story[position].start], languages):
            found.append(position)
        elif not is_heading(piece):
            break
    return found


def _is_furniture(piece: str, before: str, languages: Languages) -> bool:
    if len(piece) < PARAGRAPH_LENGTH:
        # what ends with a stop or a colon is prose or a speaker unless it gives an address, what consists of names a signature
        return _ADDRESS.search(piece) is not None if ended(piece) else is_heading(piece) and not _is_name(piece)
    own = stems(piece, languages)
    before = before.lower()
    return ended(piece) and bool(own) and sum(stem in before for stem in own) < _OF_THE_STORY * len(own)


def _is_name(piece: str) -> bool:
    words = _WORD.findall(piece)
    return 2 <= len(words) <= _NAME_WORDS and not any(word[0].islower() and len(word) > 3 for word in words)


def _differ(one: _Text, other: _Text, line: int) -> bool:
    """Whether two documents that have a line in common are of different stories: both go on, and share no more than their closing."""
    shared = one.long & other.long
    if not shared - {line} <= one.closing & other.closing:
        return False
    return min(len(one.long - shared - {line}), len(other.long - shared - {line})) > 0
