"""The opening of a document: what stands before the story, and where the story begins."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from readout.date.lexicon import fold
from readout.segment.blocks import Block
from readout.segment.dateline import date_words, dateline_length, header_line
from readout.segment.languages import Languages
from readout.segment.menus import is_menu, menu
from readout.segment.shape import Label, ended, is_heading, is_paragraph, lacks_words, trails_off
from readout.segment.strays import SPEAKER, stray_lead

_WORD = re.compile(r"[^\W_]+")
_SITE = re.compile(r"\s+[|·»–—-]\s+")
_LOOKED_AT = 8  # blocks that a page's head may take before the story begins
_REPEAT_WITHIN = 4  # blocks of the story among which the title may come again
_TITLE_LENGTH = 250
_PLACE_LENGTH = 80
_TITLE_WORDS = 4
_SHARED_TITLE = 0.6  # of the words of the shorter of two titles
_SHARED_LONGER = 0.5  # of the longer one's: a place or an addressee shares the words of its own alone


class Opening(NamedTuple):
    """Labels of blocks by position, lengths of datelines inside blocks, the position where the story begins, the day its head names."""

    labels: dict[int, Label]
    datelines: dict[int, int]
    body: int
    published: date | None


def opening(text: str, story: list[Block], languages: Languages, title: str | None, layout: str) -> Opening:
    """Read the blocks before and at the beginning of the story; `title` is the record's own, where it has one."""
    labels: dict[int, Label] = {}
    surface: str | None = None
    position = 0
    while position < min(len(story), _LOOKED_AT):
        piece = text[slice(*story[position])]
        label = _head(text, story, position, piece, surface, title, languages, layout)
        if label is None:
            break
        labels[position] = label
        if label.role == "title" and label.rule != "title:repeated":
            surface = piece
        position += 1
        if label.rule == "navigation:page-line":
            near = [text[slice(*block)] for block in story[position - 1 : position + _LOOKED_AT]]
            end = menu(near, 0, len(near), languages)
            labels.update((index, Label("navigation", "navigation:menu")) for index in range(position, position - 1 + end))
            position = max(position, position - 1 + end)
    if surface:
        labels.update(_repeated(text, story, position, surface))
    elif position < len(story) and stray_lead(text, story, position, languages):
        labels[position] = Label("stray", "stray:unrelated-lead")
    labels.update(_below_headings(text, story, position, languages))
    datelines = _datelines(text, story, position, labels, languages)
    return Opening(labels, datelines, position, _day(text, story, labels, languages))


def same_title(one: str, other: str) -> bool:
    """Whether two lines are the same title: letters and digits alike, the name of a site at either's end left out."""
    first, second = _letters(one), _letters(other)
    if not first or not second:
        return False
    return first == second or first == _letters(_without_site(other)) or second == _letters(_without_site(one))


def varies_title(piece: str, title: str) -> bool:
    """Whether a heading is the record's title in other words: most of the shorter one's words stand in the longer, and are much of it."""
    if not is_heading(piece) or "://" in piece:
        return False
    words, given = ({word.casefold() for word in _WORD.findall(line)} for line in (piece, title))
    fewer, more = sorted((len(words), len(given)))
    return fewer >= _TITLE_WORDS and len(words & given) >= max(_SHARED_TITLE * fewer, _SHARED_LONGER * more)


def _letters(line: str) -> str:
    return "".join(_WORD.findall(line)).casefold()


def _without_site(line: str) -> str:
    parts = _SITE.split(line)
    return line if len(parts) < 2 or len(parts[-1].split()) > 4 else line[: line.rindex(parts[-1])]


def _head(
    text: str, story: list[Block], position: int, piece: str, surface: str | None, title: str | None, languages: Languages, layout: str
) -> Label | None:
    """The label of a block before the story; None where the story begins."""
    if lacks_words(piece):
        return Label("body", "body:separator")
    if len(piece) > _TITLE_LENGTH and not (title and same_title(piece, title)):
        return None
    if surface and same_title(piece, surface):
        return Label("title", "title:repeated")
    if surface is None and title and (same_title(piece, title) or varies_title(piece, title)):
        return Label("title", "title:record")
    # Names beside the date are a place or a section; in a first line they may as well be a title.
    if label := head_line(piece, languages, 2 if surface or title else 0):
        return label
    if piece.strip().lower() in languages.cues.page_lines:
        return Label("navigation", "navigation:page-line")
    if is_menu(piece, languages):
        return Label("navigation", "navigation:menu")
    if surface is None and not title and (rule := _title_rule(text, story, position, piece, languages, layout)):
        return Label("title", rule)
    return None


def head_line(piece: str, languages: Languages, other_words: int) -> Label | None:
    """The label of a line that says when a page appeared, with at most so many names beside, or who wrote it."""
    if header_line(piece, languages, other_words):
        return Label("dateline", "dateline:header")
    return Label("byline", "byline:cue") if _byline(piece, languages) else None


def _byline(piece: str, languages: Languages) -> bool:
    """Whether a short line names an author: after a label and a colon, or after "By" two names at the least."""
    cue = languages.cues.byline.match(piece) if len(piece) <= 80 and not ended(piece) else None
    if not cue:
        return False
    names = _WORD.findall(piece[cue.end() - 1 :])
    if ":" in cue[0] or "՝" in cue[0]:
        return len(names) <= 8
    return 2 <= len(names) <= 8 and all(name[0].isupper() for name in names[:2]) and not languages.is_common(names[0])


def _title_rule(text: str, story: list[Block], position: int, piece: str, languages: Languages, layout: str) -> str | None:
    """The rule by which a first line is the title: a heading, or a short line without a full stop before running text."""
    if layout == "markdown" and re.match(r"#{1,2}\s", piece):
        return "title:heading"
    following = [text[slice(*block)] for block in story[position + 1 : position + 6]]
    if following and not is_paragraph(piece) and same_title(piece, following[0]):
        return "title:first-line"
    shaped = is_heading(piece) or (piece.endswith("?") and len(piece) < 120)
    if not shaped or trails_off(piece) or not any(is_paragraph(other) for other in following):
        return None
    words = _WORD.findall(piece)
    if len(words) < 2 or fold(words[0]) in languages.cues.salutations or piece[0] in "-–—•*(" or SPEAKER.match(piece):
        return None
    if dateline_length(piece, languages) or (following[0][:1].islower() and not "ა" <= following[0][:1] <= "ჿ"):
        return None
    return "title:first-line"


def _repeated(text: str, story: list[Block], position: int, surface: str) -> dict[int, Label]:
    return {
        index: Label("title", "title:repeated")
        for index in range(position, min(len(story), position + _REPEAT_WITHIN))
        if story[index].end - story[index].start <= _TITLE_LENGTH and same_title(text[slice(*story[index])], surface)
    }


def _below_headings(text: str, story: list[Block], position: int, languages: Languages) -> dict[int, Label]:
    """Date lines and bylines under short lines such as the place of a speech, before the first paragraph."""
    found: dict[int, Label] = {}
    for index in range(position, min(len(story), position + _REPEAT_WITHIN)):
        piece = text[slice(*story[index])]
        if label := head_line(piece, languages, 0):
            found[index] = label
        elif len(piece) > _PLACE_LENGTH and not is_heading(piece):
            break
    return found


def _datelines(text: str, story: list[Block], position: int, labels: dict[int, Label], languages: Languages) -> dict[int, int]:
    """Where a dateline opens the story: in its first block, or in the next if that one is a heading or not of the story."""
    for index in range(position, min(len(story), position + 3)):
        piece = text[slice(*story[index])]
        if index not in labels and (length := dateline_length(piece, languages)):
            return {index: length}
        if index not in labels and not is_heading(piece):
            break
    return {}


def _day(text: str, story: list[Block], labels: dict[int, Label], languages: Languages) -> date | None:
    """The earliest day with a year in the head's date lines."""
    return min(_days(text, (story[index] for index, label in labels.items() if label.role == "dateline"), languages), default=None)


def _days(text: str, lines: Iterable[Block], languages: Languages) -> Iterable[date]:
    for line in lines:
        held = date_words(text[slice(*line)], languages)
        yield from (written.earliest for written in (held.dates if held else ()) if written.exact)
