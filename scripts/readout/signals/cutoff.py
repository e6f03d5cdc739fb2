"""A body that ends in the middle of a sentence."""

import re
from collections.abc import Callable, Sequence

from readout.segment.shape import ended
from readout.signals.sign import Part, Sign

_SAID = re.compile(r"chars\]|\w\W*\Z")
_LEAST_SHARE_ENDED = 0.8
_LEAST_OTHERS = 2
_FEWEST, _ENOUGH, _MANY = 3, 6, 12
"""Words of a line from which on it is a sentence that breaks off: behind a frequent word, behind another, behind a name."""
_SMALL = 0.6
"""Share of words in small letters; headings and signatures have fewer."""
_CONTACT = re.compile(r"@|://|www\.|©|\+?\d[\d ()-]{6,}")
_GOES_ON = (",", "(", "“", "«", "—", "–", "-")


def truncated(
    text: str, parts: Sequence[Part], cut: re.Pattern[str], link_ends: frozenset[str], is_common: Callable[[str], bool]
) -> list[Sign]:
    """`truncated` where the last paragraph is cut: an ellipsis, with "[+1234 chars]" or the words of a link, or no full stop.

    `cut` matches such ends, `is_common` tells frequent words. No full stop counts only where the other paragraphs end with one, and
    where no signature, label, heading, item, address, place or date is the last; `link_ends` are last words of links.
    """
    body = [part for part in parts if part.role == "body" and part.rule != "body:separator"]
    if not body:
        return []
    last = body[-1]
    piece = text[last.start : last.end].rstrip().rstrip("“")
    start, end = last.start + len(piece) - len(piece.lstrip()), last.start + len(piece)
    tail = max(start, end - 60)
    others = [text[part.start : part.end].rstrip() for part in body[:-1] if part.rule == "body:paragraph"]
    whole = [other for other in others if ended(other)]
    if found := cut.search(text, tail, end):
        link = _SAID.search(found[0]) is not None
        if link or (len(whole) >= _LEAST_OTHERS and last.rule != "body:item" and not any(_trails(other) for other in others)):
            return [Sign("truncated", 0.95 if link else 0.7, tail, end, "the last paragraph trails off")]
        return []
    if last.rule == "body:item" or ended(piece) or len(whole) < _LEAST_OTHERS or len(whole) < _LEAST_SHARE_ENDED * len(others):
        return []
    words = piece.split()
    if not words or "\n" in piece.strip()[-80:] or _CONTACT.search(piece, max(0, len(piece) - 200)):
        return []
    if words[-1].lower() in link_ends or not _in_a_sentence(piece, words, last is parts[-1], is_common):
        return []
    return [Sign("truncated", 0.8, tail, end, "the last paragraph has no full stop")]


def _in_a_sentence(piece: str, words: Sequence[str], at_end: bool, is_common: Callable[[str], bool]) -> bool:
    """Whether a paragraph breaks off; where something follows it, only if no sentence can end with its last word."""
    if piece.endswith(_GOES_ON):
        return len(words) >= _FEWEST
    word = words[-1]
    if len(words) < _FEWEST or not word.replace("-", "").replace("'", "").replace("’", "").isalpha():
        return False
    if words[-2].endswith((".", "!", "?", "»", ":")) or (word.isupper() and len(word) > 1):
        return False  # the words of a link behind the last sentence, or the zone of a time
    small = sum(not word[0].isupper() for word in words)
    if is_common(word):
        return small >= len(words) * _SMALL
    if not at_end or len(words) < _ENOUGH or small < len(words) * _SMALL:
        return False
    return not word[0].isupper() or len(words) >= _MANY


def _trails(piece: str) -> bool:
    return piece.endswith(("…", "..."))
