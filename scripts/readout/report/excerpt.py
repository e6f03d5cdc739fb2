"""A sentence as evidence: the names in it marked, and where it is very long, only what stands around them."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

from readout.report.wording import showable

LONG = 480
AROUND = 140
GAP = Markup(' <span class="gap">[…]</span> ')
COMPARED = 400
"""Words of each of two wordings that are compared."""


def marked(text: str, spans: Sequence[tuple[int, int]], item: str | None = None, long: int = LONG) -> Markup:
    """The text with its spans (offsets in `text`, in order, not overlapping) in `<mark>`, each counted as an `item` where given.

    Of a text longer than `long` code points only up to `AROUND` code points on both sides of each mark are kept: all marks are.
    """
    text = showable(text)
    opening = Markup('<mark data-item="{}">').format(item) if item else Markup("<mark>")
    pieces: list[Markup] = []
    at = 0
    for first, last in _windows(len(text), spans, long):
        if first > at:
            pieces.append(GAP)
        at = first
        for start, end in spans:
            if first <= start and end <= last:
                pieces += [escape(text[at:start]), opening, escape(text[start:end]), Markup("</mark>")]
                at = end
        pieces.append(escape(text[at:last]))
        at = last
    if at < len(text):
        pieces.append(GAP)
    return Markup("").join(pieces)


def _windows(length: int, spans: Sequence[tuple[int, int]], long: int) -> list[tuple[int, int]]:
    """Stretches of a text of some length to show, in order and apart from each other."""
    if length <= long or not spans:
        return [(0, min(length, long))]
    around = min(AROUND, long // 3)
    windows: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = max(0, start - around), min(length, end + around)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows


def stretch(before: str, text: str, after: str) -> Markup:
    """A stretch, marked, with a little of what stands around it, on one line."""
    left, middle, right = _on_one_line(before, text, after)
    return Markup("…{}…").format(marked(left + middle + right, [(len(left), len(left) + len(middle))]))


def compared(before: str, text: str, after: str, other: str) -> Markup:
    """Like `stretch`; in the text the words that another wording lacks, or has elsewhere, are in `<ins>`."""
    left, middle, right = _on_one_line(before, text, after)
    words, others = middle.split(" "), other.split()
    if len(words) > COMPARED or len(others) > COMPARED:
        return stretch(before, text, after)
    pieces = []
    matcher = SequenceMatcher(None, [_bare(word) for word in others], [_bare(word) for word in words], autojunk=False)
    for change, _, _, first, last in matcher.get_opcodes():
        if first < last:
            piece = escape(showable(" ".join(words[first:last])))
            pieces.append(piece if change == "equal" else Markup("<ins>{}</ins>").format(piece))
    return Markup("…{}<mark>{}</mark>{}…").format(showable(left), Markup(" ").join(pieces), showable(right))


def _on_one_line(*parts: str) -> list[str]:
    return [" ".join(f"|{part}|".split())[1:-1] for part in parts]


def _bare(word: str) -> str:
    """A word without its case and the marks around it."""
    return word.strip(".,;:!?()[]«»“”„‟\"'‘’…–—").casefold() or word
