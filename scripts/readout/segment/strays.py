"""Lines of other stories that a scraper left in a text: they share no word with it, or are written in another script."""

import re
from collections import Counter
from collections.abc import Container, Iterator

from readout.segment.blocks import Block
from readout.segment.languages import Languages
from readout.segment.shape import Label, ended, is_heading, is_item, is_paragraph, trails_off
from readout.segment.vocabulary import stems

SPEAKER = re.compile(r"[^.!?:]{2,80}:\s")
_NAME = re.compile(r"(?<=\s)[^\W\d_a-zა-ჿ][^\W\d_]")
_LATIN, _CYRILLIC, _ARMENIAN, _GEORGIAN = "a-zà-öø-ɏ", "а-яёѐ-ӿ", "ա-և", "ა-ჿ"
_SCRIPTS = tuple(re.compile(f"[{letters}]") for letters in (_LATIN, _CYRILLIC, _ARMENIAN, _GEORGIAN))
_NOT_LATIN = re.compile("[\u0400-\u10ff]")
_FEWEST_BLOCKS = 6  # other blocks that a story must have before a line can be told from it
_FEWEST_CHARACTERS = 1000
_FEWEST_STEMS = 5
_LINE = range(30, 301)  # characters of such a line
_FEWEST_LETTERS = 15
_FEWEST_WORDS = 4
_ONE_SCRIPT = 0.95  # of a story's letters, and of the line's
_READ = 20_000  # characters of a story in which its script is told, and on either side of a line those in which its words are sought


def stray_lead(text: str, story: list[Block], position: int, languages: Languages) -> bool:
    """Whether the first sentence belongs to another story.

    It does when it is one ended line that names somebody or something, none of its longer words comes back in six or more following
    blocks, and those hold together: much of the second block does come back. Words are compared by their first five letters.
    """
    rest = story[position + 1 :]
    if len(rest) < 6:
        return False
    lead = text[slice(*story[position])]
    if not 40 <= len(lead) <= 300 or not ended(lead) or trails_off(lead) or lead[0] in '"“«”' or SPEAKER.match(lead):
        return False
    own = stems(lead, languages)
    if len(own) < 5 or len(re.findall(r"\b[^\W\d_a-z]", lead)) < 2:
        return False
    following = text[rest[0].start : rest[0].start + 8000].lower()
    if len(following) < 1200 or any(stem in following for stem in own):
        return False
    second = stems(text[slice(*rest[0])], languages)
    later = following[rest[0].end - rest[0].start :]
    return len(second) >= 6 and sum(stem in later for stem in second) >= len(second) / 2


def strays(text: str, story: list[Block], labels: Container[int], body: int, languages: Languages) -> Iterator[tuple[int, Label]]:
    """Positions after `body` of lines that belong to no story told here, with their labels."""
    if len(story) - body <= _FEWEST_BLOCKS or story[-1].end - story[body].start < _FEWEST_CHARACTERS:
        return
    # most texts are in Latin letters alone
    script = _script(text[story[body].start : story[body].start + _READ]) if _NOT_LATIN.search(text, story[body].start) else None
    for position in range(body + 1, len(story)):
        block = story[position]
        if position in labels or block.end - block.start not in _LINE:
            continue
        piece = text[slice(*block)]
        if script is None and position + 1 < len(story) and ended(piece) and not trails_off(piece):
            continue
        if is_item(piece) or SPEAKER.match(piece) or piece.endswith(":"):
            continue
        if script is not None and len(piece.split()) >= _FEWEST_WORDS and _script(piece) not in (None, script):
            yield position, Label("stray", "stray:other-script")
        elif _alone(text, story, position, piece) and _unrelated(text, block, piece, languages):
            yield position, Label("stray", "stray:unrelated-line")


def _alone(text: str, story: list[Block], position: int, piece: str) -> bool:
    """Whether a line is a headline or cut off between two paragraphs, or any line after the last."""
    last = position + 1 == len(story)
    if not (last or is_heading(piece) or trails_off(piece)):
        return False
    return all(is_paragraph(text[slice(*block)]) for block in (*story[position - 1 : position], *story[position + 1 : position + 2]))


def _unrelated(text: str, block: Block, piece: str, languages: Languages) -> bool:
    """Whether a line names somebody or something, and none of its longer words stands before or after it, far and wide."""
    if len(_NAME.findall(piece)) < 2:
        return False
    own = stems(piece, languages)
    if len(own) < _FEWEST_STEMS:
        return False
    before, after = text[max(0, block.start - _READ) : block.start].lower(), text[block.end : block.end + _READ].lower()
    return not any(stem in before or stem in after for stem in own)


def _script(piece: str) -> int | None:
    """The script that nearly all letters of a stretch are of; None where there are few, or several are mixed."""
    lower = piece.lower()
    counts = Counter({number: len(letters.findall(lower)) for number, letters in enumerate(_SCRIPTS)})
    (best, most), total = counts.most_common(1)[0], counts.total()
    return best if total >= _FEWEST_LETTERS and most >= _ONE_SCRIPT * total else None
