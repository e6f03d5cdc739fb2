"""Roles: which stretch of a document is title, dateline, body, and which belongs to the page around it.

Every rule is named after the role it gives; `docs/stages.md` explains each. Body is the role of whatever no rule claims:
a paragraph wrongly taken for navigation is worse than navigation taken for body.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from readout.segment.blocks import Block, blocks
from readout.segment.closing import closing
from readout.segment.languages import Languages
from readout.segment.opening import opening
from readout.segment.pages import OUTSIDE, above_title, head_outside, left_out
from readout.segment.recurring import RECURRING, lines_above, lines_below
from readout.segment.shape import Label, is_heading, is_item, lacks_words
from readout.segment.strays import strays


class Segment(NamedTuple):
    """A stretch `[start, end)` of a document, its role, and the rule that decided it; segments cover the whole text."""

    start: int
    end: int
    role: str
    rule: str


def segment(
    text: str,
    layout: str,
    main: Sequence[tuple[int, int]] | None,
    languages: Languages,
    title: str | None = None,
    published: date | None = None,
    recurring: frozenset[int] = frozenset(),
) -> list[Segment]:
    """The segments of a document, in order; every code point lies in exactly one, white space between two in the former.

    `layout` is `text`, `markdown` or `html`; `main`, for HTML, the spans of the page's main text (None: all of it).
    `title` is the record's own title, and `published` its day of publication, where they are known.
    `recurring` are the marks of lines that come again on the pages of its outlet.
    """
    laid_out = blocks(text, layout)
    inside = [main is None or any(start <= block.start < end for start, end in main) for block in laid_out]
    labels = {index: OUTSIDE for index, is_inside in enumerate(inside) if not is_inside}
    kept = [index for index, is_inside in enumerate(inside) if is_inside]
    if layout == "html" and (above := above_title(text, [laid_out[index] for index in kept], title)):
        labels.update(dict.fromkeys(kept[:above], Label("navigation", "navigation:above-title")))
        kept = kept[above:]
    story = [laid_out[index] for index in kept]
    if recurring and (over := lines_above(text, story, languages, recurring, title)):
        labels.update((kept[position], RECURRING) for position in over)
        kept = [index for position, index in enumerate(kept) if position not in over]
        story = [laid_out[index] for index in kept]
    opened = opening(text, story, languages, title, layout)
    closed = closing(text, story, languages, opened.body, published or opened.published)
    closed.update(opened.labels)
    if recurring:
        closed.update(dict.fromkeys(lines_below(text, story, closed, opened.body, languages, recurring), RECURRING))
    if layout != "html":
        closed.update(strays(text, story, frozenset(closed), opened.body, languages))
    for position, label in closed.items():
        labels[kept[position]] = label
    titles = [kept[position] for position, label in opened.labels.items() if label.rule == "title:record"]
    if layout == "html" and opened.body < len(kept):
        labels.update(head_outside(text, laid_out[: kept[opened.body]], labels, languages, titles, title))
        labels.update(left_out(text, laid_out, labels, kept, languages))
    return _cover(text, laid_out, labels, {kept[position]: length for position, length in opened.datelines.items()})


def _cover(text: str, laid_out: list[Block], labels: dict[int, Label], datelines: dict[int, int]) -> list[Segment]:
    """Labelled blocks, stretched so that they cover the text."""
    marks: list[tuple[int, str, str]] = []
    for index, block in enumerate(laid_out):
        start = block.start
        if length := datelines.get(index, 0):
            marks.append((start, "dateline", "dateline:opening"))
            start += length
            start += len(text[start : block.end]) - len(text[start : block.end].lstrip())
        if start < block.end:
            label = labels.get(index) or _body(text[start : min(block.end, start + 400)])
            marks.append((start, label.role, label.rule))
    if not marks:
        return [Segment(0, len(text), "body", "body:separator")] if text else []
    starts = [0, *(start for start, _, _ in marks[1:]), len(text)]
    return [Segment(starts[number], starts[number + 1], role, rule) for number, (_, role, rule) in enumerate(marks)]


def _body(piece: str) -> Label:
    if lacks_words(piece):
        return Label("body", "body:separator")
    if is_item(piece):
        return Label("body", "body:item")
    return Label("body", "body:heading" if is_heading(piece) else "body:paragraph")
