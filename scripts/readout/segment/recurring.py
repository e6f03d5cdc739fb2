"""Lines that come again on different pages of one outlet: what a site puts above and below its stories.

Offices repeat themselves in prose too: they fill in forms, sign letters, end their talks with one sentence. So copies and forms count
once, a short line must stand on a good part of an outlet's pages, and a line found here is navigation only where it stands so, at the
edge of a story, and says nothing of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readout.segment.blocks import Block
from readout.segment.languages import Languages
from readout.segment.opening import head_line, same_title, varies_title
from readout.segment.shape import PARAGRAPH_LENGTH, Label, ended, is_heading
from readout.segment.vocabulary import stems

FEWEST = 3
"""Different documents on which a line must stand; for a short one two are enough in an outlet with no more than `FEW` documents."""
FEW = 4
SHORT_SHARE = 1 / 3
"""Share of an outlet's documents on which a short line must stand; a whole paragraph needs `LONG_SHARE` of them."""
LONG_SHARE = 0.2
_READ = 20_000  # characters before a paragraph in which its words are sought
_LOOKED_AT = 2500  # characters at either end of a text in which lines are counted
_PARAGRAPHS = 8  # last lines among which a paragraph may be one that comes again
_LONG = 60  # characters of the lines by which texts are told apart
_CLOSING = 3  # last of these, which different texts may share
_NAME_WORDS = 6  # words that a signature has at the most
_OF_THE_STORY = 1 / 3  # of a paragraph's longer words that come back in the story: then it is about it
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"\w@\w|https?:|www\.|\b[\w-]{2,}\.[a-z]{2,4}\b")
_HOST = re.compile(r"\w+://(?:[^/@]*@)?([\w.-]+)")
_WORD = re.compile(r"[^\W\d_]+")


class _Text(NamedTuple):
    """A document's long lines, hashed, and the last of them."""

    long: frozenset[int]
    closing: frozenset[int]


RECURRING = Label("navigation", "navigation:recurring")


@dataclass(slots=True)
class _Line:
    """How long a line is, on how many documents it stands, and some of these that differ."""

    length: int
    documents: int = 1
    different: tuple[_Text, ...] = ()


class Recurring:
    """Counts the first and last lines of documents by outlet: add all documents, then ask."""

    def __init__(self) -> None:
        self._documents: dict[str, int] = {}
        self._lines: dict[str, dict[int, _Line]] = {}
        self._found: dict[str, frozenset[int]] = {}

    def add(self, document: Mapping[str, str | None], main: Sequence[tuple[int, int]] | None) -> None:
        """Count one row of the table `parsed`; `main` are the spans of a web page's main text.

        Of a web page the other lines count too, since what is outside the main text of one page is taken for it on another.
        """
        text, outlet = document["text"] or "", outlet_of(document)
        first = [line for line in text[:_LOOKED_AT].split("\n") if 1 < len(line) < PARAGRAPH_LENGTH]
        last = [line for line in text[-_LOOKED_AT:].split("\n") if len(line) > 1]
        last = [line for number, line in enumerate(last, 1 - len(last)) if len(line) < PARAGRAPH_LENGTH or number > -_PARAGRAPHS]
        if main is not None:
            text = "\n".join(text[start:end] for start, end in main)
        self._documents[outlet] = self._documents.get(outlet, 0) + 1
        known = self._lines.setdefault(outlet, {})
        long = [hash(line) for line in text.split("\n") if len(line) >= _LONG]
        own = _Text(frozenset(long), frozenset(long[-_CLOSING:]))
        for key, line in {mark(line): line for line in (*first, *last)}.items():
            entry = known.get(key)
            if entry is None:
                known[key] = _Line(len(line), 1, (own,))
                continue
            entry.documents += 1
            if len(entry.different) < FEWEST and all(_differ(own, seen, hash(line)) for seen in entry.different):
                entry.different = (*entry.different, own)

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
    host = _HOST.match(document["url"] or "")
    return host[1].lower() if host else (document["source_path"] or "").rpartition("/")[0]


def recurs(piece: str, lines: frozenset[int]) -> bool:
    """Whether a block consists of lines that come again, and has a word."""
    return _LETTERS.search(piece) is not None and all(mark(line) in lines for line in piece.split("\n"))


def lines_above(text: str, story: list[Block], languages: Languages, lines: frozenset[int], title: str | None) -> set[int]:
    """Positions of the first blocks that come again on other pages, where the story's title follows; dates and bylines are left out.

    Without a title below them they may be such as the place of a speech.
    """
    end = 0
    while end < len(story) and recurs(text[slice(*story[end])], lines):
        end += 1
    if end == 0 or end == len(story):
        return set()
    following = text[slice(*story[end])]
    titled = same_title(following, title) or varies_title(following, title) if title else is_heading(following)
    if not titled or head_line(following, languages, 0):
        return set()
    return {position for position in range(end) if not head_line(text[slice(*story[position])], languages, 0)}


def lines_below(
    text: str, story: list[Block], labels: Mapping[int, Label], body: int, languages: Languages, lines: frozenset[int]
) -> list[int]:
    """Positions of the blocks after the last prose of a story that come again on other pages and say nothing of this one."""
    again = []
    for position in range(len(story) - 1, body, -1):
        piece = text[slice(*story[position])]
        if position in labels:
            continue
        start = story[position].start
        if recurs(piece, lines) and not (len(piece) >= PARAGRAPH_LENGTH and _tells(piece, text[max(0, start - _READ) : start], languages)):
            again.append(position)
        elif not is_heading(piece):
            break
    found: list[int] = []
    for position in reversed(again):
        piece = text[slice(*story[position])]
        # names right under a text sign it
        if _is_furniture(piece) and (found or not _is_name(piece)):
            found.append(position)
    return found


def _is_furniture(piece: str) -> bool:
    """Whether a block is a paragraph, a heading, or a line that gives an address: other short lines are prose, or name a speaker."""
    return len(piece) >= PARAGRAPH_LENGTH or (_ADDRESS.search(piece) is not None if ended(piece) else is_heading(piece))


def _tells(piece: str, before: str, languages: Languages) -> bool:
    """Whether a paragraph is about the story before it, or no whole paragraph."""
    own = stems(piece, languages)
    before = before.lower()
    return not ended(piece) or not own or sum(stem in before for stem in own) >= _OF_THE_STORY * len(own)


def _is_name(piece: str) -> bool:
    words = _WORD.findall(piece)
    return 0 < len(words) <= _NAME_WORDS and not any(word[0].islower() and len(word) > 3 for word in words)


def _differ(one: _Text, other: _Text, line: int) -> bool:
    """Whether two documents that have a line in common are of different stories: both go on, and share no more than their closing."""
    shared = one.long & other.long
    if not shared - {line} <= one.closing & other.closing:
        return False
    return min(len(one.long - shared - {line}), len(other.long - shared - {line})) > 0
