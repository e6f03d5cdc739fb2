"""PolNeAR, a public corpus of attributions in political news, with its kinds made ours; the data is no part of the project."""

import re
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from readout.score.overlap import Stretch, length, matched, shared

_SPAN = re.compile(r"T(\d+)\t(\w+) (\d[\d ;]*)\t")
_RELATION = re.compile(r"E\d+\t(Attribution\S*:T\d+.*)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
TAG = re.compile(r"<[^<>\n]*>")
_MARK = re.compile(rf"(?P<tag>{TAG.pattern})|(?P<double>[“”„«»\"]|''|’’|‘‘)|(?P<single>(?<!\w)['‘](?=\w))")
_CLOSING = re.compile(r"[”»\"]|''|’’")
_CLOSING_LOW = re.compile(r"[“”]")
_CLOSING_SINGLE = re.compile(r"[’'](?!\w)|(?P<double>[“”„«»\"])")
_SAME = 0.5


class Attribution(NamedTuple):
    """One attribution as annotated: where its content, its source and its cue stand; source and cue may be missing."""

    content: Stretch
    source: Stretch
    cue: Stretch


class GoldQuote(NamedTuple):
    """Words that somebody said: where they stand, who is told to have said them, the words that say so, and of quoted words, whether they
    are but a name or title in marks."""

    words: Stretch
    source: Stretch
    cue: str
    named: bool = False


class GoldSpeech(NamedTuple):
    """One text with what is quoted in it (`direct`) and what is reported (`reported`)."""

    name: str
    text: str
    direct: list[GoldQuote]
    reported: list[GoldQuote]


def polnear(archive: Path, split: str) -> Iterator[GoldSpeech]:
    """The texts of a part of PolNeAR, `train` or `dev`, by name.

    Of a text that several annotators read, the reading counts that agrees best with the others.
    """
    texts: dict[str, str] = {}
    readings: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with tarfile.open(archive) as held:
        for member in held:
            parts = member.name.removeprefix("./").split("/")
            if len(parts) == 3 and parts[0] == split and member.isfile():
                content = held.extractfile(member).read().decode("utf-8")
                if parts[1] == "text":
                    texts[parts[2].removesuffix(".txt")] = content
                elif parts[1] == "attributions":
                    name, _, annotator = parts[2].removesuffix(".ann").rpartition("_")
                    readings[name].append((annotator, content))
    for name, text in sorted(texts.items()):
        read = [attributions(content) for _, content in sorted(readings.get(name, ()))]
        if read:
            yield GoldSpeech(name, text, *mapped(text, _agreed(read)))


def attributions(annotation: str) -> list[Attribution]:
    """The attributions of a file in brat's standoff format, in the order of the file. Several contents of one make one."""
    spans: dict[str, Stretch] = {}
    for number, _, pieces in _SPAN.findall(annotation):
        spans[f"T{number}"] = tuple(sorted((int(start), int(end)) for start, end in (piece.split() for piece in pieces.split(";"))))
    found = []
    for relation in _RELATION.findall(annotation):
        parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in relation.split():
            role, _, span = part.partition(":")
            parts[role.rstrip("0123456789")] += spans.get(span, ())
        if parts["Content"]:
            found.append(Attribution(*(tuple(sorted(parts[role])) for role in ("Content", "Source", "Cue"))))
    return found


def _agreed(readings: Sequence[list[Attribution]]) -> list[Attribution]:
    """The reading of which most contents are in the others, for its size; the first of several such."""

    def agreement(one: list[Attribution]) -> float:
        return sum(
            2 * len(matched([each.content for each in one], [each.content for each in other], _SAME)) / (len(one) + len(other))
            for other in readings
            if one or other
        )

    return max(readings, key=agreement)


def mapped(text: str, told: Sequence[Attribution]) -> tuple[list[GoldQuote], list[GoldQuote]]:
    """(direct, reported): what is in quotation marks and for the most part in a content, paragraph by paragraph and without the marks; and
    the contents with a source of which at least two words stand outside of all marks."""
    stretches = quoted(text)
    direct = []
    for stretch in stretches:
        held = max(told, key=lambda one: shared(one.content, (stretch,)), default=None)
        if held and 2 * shared(held.content, (stretch,)) > length((stretch,)):
            direct.append(GoldQuote((stretch,), held.source, _words(text, held.cue), is_name(text[slice(*stretch)])))
    reported = []
    for one in told:
        plain = [
            word
            for start, end in one.content
            for word in _WORD.finditer(text, start, end)
            if not any(first <= word.start() < last for first, last in stretches)
        ]
        if one.source and len(plain) > 1:
            reported.append(GoldQuote(one.content, one.source, _words(text, one.cue)))
    return direct, reported


def _words(text: str, stretch: Stretch) -> str:
    return " ".join(text[start:end] for start, end in stretch)


def is_name(words: str) -> bool:
    """Whether quoted words are a name or title: two to eight, two at least with a capital, the first and all of more than three letters
    among them."""
    found = _WORD.findall(words)
    capitals = [word for word in found if not word[0].islower()]
    return len(found) <= 8 and len(capitals) > 1 and all(word in capitals for word in found if len(word) > 3 or word is found[0])


def quoted(text: str) -> list[tuple[int, int]]:
    """What stands in quotation marks, the outermost ones, without what is neither letter nor figure at its ends.

    Marks are double ones of any shape, two single ones for a double one, or single ones around what holds no double ones. What is not
    closed ends with its paragraph. Tags (`<a href="…">`) hold no marks.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        spans += _quoted(text, start, start + len(paragraph))
        start += len(paragraph) + 1
    return [span for span in (trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _quoted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while opening := _MARK.search(text, start, end):
        start = opening.end()
        if opening["double"]:
            closing = (_CLOSING_LOW if opening["double"] == "„" else _CLOSING).search(text, start, end)
            yield start, closing.start() if closing else end
            start = closing.end() if closing else end
        elif opening["single"]:
            closing = _CLOSING_SINGLE.search(text, start, end)
            if closing and not closing["double"]:
                yield start, closing.start()
                start = closing.end()
            else:
                # no single mark closes before the next double one: none that opens there would be closed
                start = closing.start() if closing else end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without what is neither letter nor figure at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def by_lines(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, tuple[int, int]]]:
    """(place among the spans, span) of each line's part of each span, trimmed as `quoted` trims; empty parts are left out."""
    for place, (start, end) in enumerate(spans):
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            part = trimmed(text, start, stop)
            if part[0] < part[1]:
                yield place, part
            start = stop + 1
