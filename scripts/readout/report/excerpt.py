"""A sentence as evidence: the names in it marked, and where it is very long, only what stands around them."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from readout.report.wording import showable

LONG = 480
AROUND = 140
GAP = Markup(' <span class="gap">[…]</span> ')


def marked(text: str, spans: Sequence[tuple[int, int]], item: str | None = None) -> Markup:
    """The text with its spans (offsets in `text`, in order, not overlapping) in `<mark>`, each counted as an `item` where given.

    Of a text longer than `LONG` code points only `AROUND` code points on both sides of each mark are kept: all marks are.
    """
    text = showable(text)
    opening = Markup('<mark data-item="{}">').format(item) if item else Markup("<mark>")
    pieces: list[Markup] = []
    at = 0
    for first, last in _windows(len(text), spans):
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


def _windows(length: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches of a text of some length to show, in order and apart from each other."""
    if length <= LONG or not spans:
        return [(0, min(length, LONG))]
    windows: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = max(0, start - AROUND), min(length, end + AROUND)
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(last, windows[-1][1]))
        else:
            windows.append((first, last))
    return windows
