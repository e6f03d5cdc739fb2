"""One document, read: its segments and sentences with their languages, its title, its length."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from readout.date.published import published
from readout.segment.language import Detector, Told, document
from readout.segment.languages import Languages, Splitting
from readout.segment.roles import Segment, segment
from readout.segment.sentences import sentences
from readout.tables.schema import is_counted

_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_NO_SPLITTING = Splitting()
_TITLE_MARKS = re.compile(r"^#{1,6}\s+|\*\*|__")


class Sentence(NamedTuple):
    """A sentence `[start, end)` of the segment of that number, and its language."""

    segment: int
    start: int
    end: int
    language: str


class Reading(NamedTuple):
    """What reading one document told."""

    segments: list[Segment]
    languages: list[Told]
    sentences: list[Sentence]
    title: str | None
    language: Told
    words: int


def read(
    text: str,
    layout: str,
    main: Sequence[tuple[int, int]] | None,
    languages: Languages,
    detector: Detector,
    title: str | None = None,
    date_given: str | None = None,
    url: str | None = None,
    recurring: frozenset[int] = frozenset(),
) -> Reading:
    """Read one document; `title`, `date_given` and `url` are what its record says, each None where it says nothing.

    `recurring` are the marks of lines that come again on the pages of its outlet.
    """
    title = (title and _SPACE.sub(" ", title).strip()) or None
    known = published(date_given, None, None, url, languages.calendar)
    segments = segment(text, layout, main, languages, title, known.earliest, recurring)
    counted = [is_counted(part.role, part.rule) for part in segments]
    pieces = [text[part.start : part.end] for part in segments]
    told = detector.blocks(pieces)
    return Reading(
        segments=segments,
        languages=told,
        sentences=_sentences(text, segments, told, counted, languages, detector),
        title=title or _title(text, segments),
        language=document((len(piece), answer) for piece, answer, counts in zip(pieces, told, counted, strict=True) if counts),
        words=sum(len(_WORD.findall(piece)) for piece, counts in zip(pieces, counted, strict=True) if counts),
    )


def _sentences(
    text: str, segments: list[Segment], told: list[Told], counted: list[bool], languages: Languages, detector: Detector
) -> list[Sentence]:
    found = []
    for number, (part, answer) in enumerate(zip(segments, told, strict=True)):
        if not counted[number]:
            continue
        splitting = languages.splitting.get(answer.language, _NO_SPLITTING)
        spans = [_whole(text, part)] if part.role == "dateline" else sentences(text, part.start, part.end, splitting)
        alone = len(spans) == 1
        for start, end in spans:
            language = answer.language if alone else detector.sentence(text[start:end], answer.language)
            found.append(Sentence(number, start, end, language))
    return found


def _whole(text: str, part: Segment) -> tuple[int, int]:
    piece = text[part.start : part.end]
    return part.start + len(piece) - len(piece.lstrip()), part.start + len(piece.rstrip())


def _title(text: str, segments: list[Segment]) -> str | None:
    for part in segments:
        if part.role == "title":
            return _SPACE.sub(" ", _TITLE_MARKS.sub("", text[part.start : part.end].strip())).strip() or None
    return None


class Rows(NamedTuple):
    """A document's rows of the tables `segments`, `sentences` and `about`."""

    segments: list[tuple[object, ...]]
    sentences: list[tuple[object, ...]]
    about: tuple[object, ...]


def rows(document: Mapping[str, str | None], languages: Languages, detector: Detector, recurring: frozenset[int] = frozenset()) -> Rows:
    """Read a row of the table `parsed`; rows come in the column order of their tables."""
    doc_id, text = document["doc_id"], document["text"]
    main = spans(document["main"])
    made = read(text, document["format"], main, languages, detector, document["title"], document["date"], document["url"], recurring)
    return Rows(
        [(doc_id, number, *part, *answer) for number, (part, answer) in enumerate(zip(made.segments, made.languages, strict=True))],
        [(doc_id, number, *sentence) for number, sentence in enumerate(made.sentences)],
        (doc_id, made.title, *made.language, made.words),
    )


def spans(pairs: str | None) -> list[tuple[int, int]] | None:
    """Spans written as "start-end" pairs joined by spaces; None stays None."""
    if pairs is None:
        return None
    return [(int(start), int(end)) for start, end in (pair.split("-") for pair in pairs.split())]
