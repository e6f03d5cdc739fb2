"""What the roles of a document's segments tell: a page with hardly a story on it, a title that comes twice, a stray first sentence."""

from collections.abc import Sequence

from readout.signals.sign import Part, Sign
from readout.tables.schema import SENTENCE_ROLES

MOST = 0.5
"""Share of a document's letters that is furniture, from which on the document is called that."""
FEW_WORDS = 20
"""A story of fewer words is hardly there, if furniture outweighs it."""
OUTSIDE = "html:outside-main-text"
_FURNITURE = ("navigation", "teaser", "credit")


def furniture(text: str, parts: Sequence[Part]) -> list[Sign]:
    """`boilerplate`, `repeated_title` and `stray_lead` of a document with these segments.

    The frame of a web page is no sign as long as the page has a story, nor is a title in it: every page has both.
    """
    if not any(part.role in _FURNITURE or part.role == "stray" or part.rule == "title:repeated" for part in parts):
        return []
    web_page = any(part.rule == OUTSIDE for part in parts)
    repeated = [] if web_page else [part for part in parts if part.rule == "title:repeated"]
    signs = [Sign("repeated_title", 1.0, *_trimmed(text, part), part.rule) for part in repeated]
    signs += [
        Sign("stray_lead", 0.9, *_trimmed(text, part), part.rule)
        for part in parts
        if part.role == "stray" and _trimmed(text, part)[0] < part.end
    ]
    body = [part for part in parts if part.role == "body" and part.rule != "body:separator"]
    words = sum(len(text[part.start : part.end].split()) for part in body)
    kept = sum(len("".join(text[part.start : part.end].split())) for part in parts if part.role in SENTENCE_ROLES)
    around = [part for part in parts if part.role in _FURNITURE]
    if words >= FEW_WORDS:
        around = [part for part in around if part.rule != OUTSIDE]
    letters = sum(len("".join(text[part.start : part.end].split())) for part in around)
    if letters and letters / (letters + kept) >= MOST:
        share = letters / (letters + kept)
        largest = max(around, key=lambda part: (part.end - part.start, -part.start))
        detail = f"{share:.0%} of the letters are no story" + (f"; the body has {words} words" if words < FEW_WORDS else "")
        signs.append(Sign("boilerplate", round(share, 4), *_trimmed(text, largest), detail))
    return signs


def _trimmed(text: str, part: Part) -> tuple[int, int]:
    stretch = text[part.start : part.end]
    start = part.start + len(stretch) - len(stretch.lstrip())
    return start, max(start, part.start + len(stretch.rstrip()))
