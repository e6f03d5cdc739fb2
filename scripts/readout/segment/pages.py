"""Web pages: what outside the lines found to be the main text belongs to the story after all, and what inside stands above it."""

from collections.abc import Iterable

from readout.segment.blocks import Block
from readout.segment.languages import Languages
from readout.segment.opening import head_line, same_title
from readout.segment.shape import Label, ended, is_paragraph, trails_off
from readout.segment.vocabulary import stems

OUTSIDE = Label("navigation", "html:outside-main-text")
_HEAD = 4  # lines before the main text in which a date may belong to it though no heading is known
_ABOVE = 4  # lines of the main text above its title that the page may have put there
_LEAD = 60  # characters that a lead has at the least
_LEFT_OUT = 200  # characters of a paragraph that the story may have lost
_NEAR = 12  # blocks between such a paragraph and the story
_SHARED = 0.5  # of its longer words that the story has too
_FEWEST_STEMS = 8


def above_title(text: str, story: list[Block], title: str | None) -> int:
    """Number of the main text's first lines that stand above the page's title; 0 where the title is not among them or is the first."""
    for position, block in enumerate(story[: _ABOVE + 1] if title else ()):
        piece = text[slice(*block)]
        if same_title(piece, title):
            return position
        if is_paragraph(piece):
            break
    return 0


def head_outside(
    text: str, before: list[Block], labels: dict[int, Label], languages: Languages, titles: list[int], title: str | None
) -> dict[int, Label]:
    """Labels of the lines outside the main text that head it: its title, its lead, and date lines and bylines between title and story.

    `titles` are positions of the title inside the main text; where there is none, the last line before the story that says `title` is it.
    """
    outside = [index for index in range(len(before)) if labels.get(index) == OUTSIDE]
    found: dict[int, Label] = {}
    heading = titles[0] if titles else None
    if heading is None and title:
        heading = next((index for index in reversed(outside) if same_title(text[slice(*before[index])], title)), None)
        if heading is not None:
            found[heading] = Label("title", "title:record")
    for index in outside:
        near = index > heading if heading is not None else index >= len(before) - _HEAD
        piece = text[slice(*before[index])]
        if near and index not in found and (label := head_line(piece, languages, 0 if heading is None else 2)):
            found[index] = label
        elif heading is not None and index == heading + 1 and _is_lead(piece, title, languages):
            found[index] = Label("body", "body:lead")
    return found


def _is_lead(piece: str, title: str | None, languages: Languages) -> bool:
    """Whether the line under a page's title sums the story up: as long as a sentence, and not a label with its text."""
    cues = languages.cues
    if len(piece) < _LEAD or trails_off(piece) or (title and same_title(piece, title)):
        return False
    return not (cues.photo.match(piece) or cues.read_also.match(piece) or cues.invitation.match(piece) or cues.credit.match(piece))


def left_out(text: str, laid_out: list[Block], labels: dict[int, Label], kept: Iterable[int], languages: Languages) -> dict[int, Label]:
    """Labels of long paragraphs near the main text that share half of their longer words with it: what a page loads late is missed."""
    kept = list(kept)
    if not kept:
        return {}
    story = {stem for index in kept for stem in stems(text[slice(*laid_out[index])], languages)}
    found: dict[int, Label] = {}
    last = kept[0]
    inside = set(kept)
    for index in range(kept[0], len(laid_out)):
        block = laid_out[index]
        if index in inside:
            last = index
        elif index - last > _NEAR:
            if index > kept[-1]:
                break
        elif labels.get(index) == OUTSIDE and block.end - block.start >= _LEFT_OUT and ended(text[slice(*block)]):
            own = stems(text[slice(*block)], languages)
            if len(own) >= _FEWEST_STEMS and len(own & story) >= _SHARED * len(own):
                found[index] = Label("body", "body:left-out")
                story |= own
                last = index
    return found
