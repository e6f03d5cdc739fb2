"""Quotation marks become the stretches they enclose, paragraph by paragraph, whichever marks a writer uses and whatever he forgot.

A mark is read by its shape and by what stands on either side of it; where the two contradict each other, what is already open decides.
Each paragraph is read for itself in one pass, so that a mark lost in one does not turn the next inside out.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARK = re.compile(
    r"(?P<tag><[a-zA-Z/][^<>\n]{0,400}>)|[“”„‟«»\"″＂‹›‚]|''|``|’’|‘‘|‘|’|<<|>>|,,(?=\w)|(?<![\w'])'(?=\w)|(?<=[\w.,!?…])'(?![\w'])"
)
_ANY = re.compile(r"[“”„‟«»\"″＂‹›‚‘]|''|``|’’|<<|>>|,,|(?<!\w)'")
_OPENING = frozenset("“„‟«‘‚‹") | {"``", "<<", ",,", "‘‘"}
_CLOSING = frozenset("”»’›") | {">>", "’’"}
_FAMILY = dict.fromkeys(("«", "»", "<<", ">>"), "angle") | dict.fromkeys("‘’‚'", "single") | dict.fromkeys("‹›", "single angle")
_LOW = frozenset(("„", "‚", ",,"))
_BEFORE_OPENING = frozenset("([{/«„“‘\"'‹<¿¡*_")
_DASHES = frozenset("—–-")
_BEHIND_CLOSING = frozenset(".,;:!?)]}…»”’›\"'>*։՝՞՜")
_STOPS = frozenset(".!?…։․")
_ENDS = frozenset(".,!?…։;․՝")
_LAST_WORD = re.compile(r"(\w+)\W*\Z")
_REACH = 40
_DEEPEST = 8
_PARAGRAPHS_HELD = 6


class Stretch(NamedTuple):
    """Quoted words `text[start:end]`, which with their marks are `text[outer_start:outer_end]`.

    `depth` counts the stretches around it. `opened` and `closed` say whether the mark on that side is there; `carried`, whether it goes
    on with the last stretch of the paragraph before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int
    opened: bool
    closed: bool
    carried: bool = False


class _Mark(NamedTuple):
    start: int
    end: int
    sign: str
    family: str


class _Open(NamedTuple):
    mark: _Mark
    place: int


def stretches(text: str, paragraphs: Sequence[tuple[int, int]], hanging: frozenset[str] = frozenset()) -> list[list[Stretch]]:
    """The quoted stretches of each paragraph `text[start:end]`, in order, nested ones behind those that hold them.

    `hanging` are words, in lower case, that no quotation ends with ("the"): a mark behind one opens. A quotation that runs over
    paragraphs is one stretch in each, whether its opening mark is repeated or not.
    """
    made: list[list[Stretch]] = []
    held: list[int] = []
    running = False
    for start, end in paragraphs:
        found, lost = (
            _paragraph(text, start, end, hanging, running) if _ANY.search(text, start, end) or _lone(text, start, end) else ([], None)
        )
        if running:
            if found and found[0].outer_start == _first(text, start, end) and found[0].opened:
                found[0] = found[0]._replace(carried=True)
                running = False
            elif lost is not None:
                for place in held:
                    first, last = _trimmed(text, *paragraphs[place])
                    made[place] = [Stretch(first, last, first, last, 0, False, False, True)] if first < last else []
                running = False
            elif found or len(held) == _PARAGRAPHS_HELD:
                running = False
        if lost is not None:
            found.insert(0, lost)
        if not running:
            held = []
            last = [one for one in found if not one.depth]
            running = bool(last) and not last[-1].closed
        else:
            held.append(len(made))
        made.append(found)
    return made


def _lone(text: str, start: int, end: int) -> bool:
    return text.find("’", start, end) >= 0 and "‚" in text


def _first(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in "—–-*_"):
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _paragraph(text: str, start: int, end: int, hanging: frozenset[str], running: bool) -> tuple[list[Stretch], Stretch | None]:
    """The stretches that open in a paragraph, and the one that began before its first mark, if one closes that never opened."""
    marks = _marks(text, start, end)
    opened: list[_Open] = []
    found: list[Stretch] = []
    lost: Stretch | None = None
    ended = False
    for place, mark in enumerate(marks):
        if _opens(text, start, end, marks, place, opened, hanging):
            if len(opened) == _DEEPEST:
                continue
            if opened and _repeated(text, opened[-1].mark, mark):
                continue
            opened.append(_Open(mark, place))
            continue
        match = next((depth for depth in range(len(opened) - 1, -1, -1) if _pairs(opened[depth].mark, mark)), None)
        if match is not None:
            depth = match
            del opened[match + 1 :]
            opening = opened.pop().mark
            _add(found, text, opening, mark, depth)
            ended = ended or text[mark.start - 1] in _ENDS
        elif not (opened or ended or lost or mark.family == "single") and (running or _closes_speech(text, mark, end)):
            first, last = _trimmed(text, start, mark.start)
            if first < last:
                lost = Stretch(first, last, first, mark.end, 0, False, True, running)
    if opened:
        _unclosed(found, text, opened[0].mark, end)
    found.sort(key=lambda one: (one.start, -one.end))
    if lost is not None:
        found = [one for one in found if one.start >= lost.end]
    return _nested(found), lost


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, start, end):
        if match["tag"]:
            continue
        sign, at, to = match[0], match.start(), match.end()
        if sign in "’‘'" and (_letter(text, at - 1, start, end) and _letter(text, to, start, end)):
            continue
        if sign in '"″' and text[at - 1 : at].isdigit() and at > start and not text[to : to + 1].isalnum() and _measure(text, at, start):
            continue
        marks.append(_Mark(at, to, sign, _FAMILY.get(sign, "double")))
    return marks


def _measure(text: str, at: int, start: int) -> bool:
    """Whether the figure before a mark is a measure in inches behind feet (6'2")."""
    place = at - 1
    while place > start and (text[place].isdigit() or text[place] in "./"):
        place -= 1
    return text[place] in "'’"


def _letter(text: str, place: int, start: int, end: int) -> bool:
    return start <= place < end and text[place].isalnum()


def _side(text: str, start: int, end: int, mark: _Mark) -> str:
    """`opening`, `closing` or `either`, by what stands left and right of a mark."""
    before = text[mark.start - 1] if mark.start > start else " "
    behind = text[mark.end] if mark.end < end else " "
    left = before.isspace() or before in _BEFORE_OPENING
    right = behind.isspace() or behind in _BEHIND_CLOSING
    if before in _DASHES:
        left = not right
    elif behind in _DASHES:
        right = not left
    if left == right:
        return "either"
    return "opening" if left else "closing"


def _opens(text: str, start: int, end: int, marks: list[_Mark], place: int, opened: list[_Open], hanging: frozenset[str]) -> bool:
    """Whether a mark opens a stretch rather than closing one (or nothing)."""
    mark = marks[place]
    side = _side(text, start, end, mark)
    pending = any(_pairs(one.mark, mark) for one in opened)
    if mark.family == "single":
        return side == "opening" and mark.sign != "’" and _closed_later(text, start, end, marks, place)
    if mark.sign in _OPENING:
        if side == "opening":
            return True
        if pending:
            return side == "either" and text[mark.end : mark.end + 1].isalnum() and opened[-1].mark.sign not in _LOW
        return side == "either" or _closed_later(text, start, end, marks, place)
    if mark.sign in _CLOSING:
        if side == "opening":
            return not pending and (mark.start == start or _closed_later(text, start, end, marks, place))
        if side == "closing":
            if _last_word(text, start, mark.start) in hanging and text[mark.end : mark.end + 1].isspace():
                return True
            return not pending and not opened and _backwards(text, marks, place)
        return not pending and (mark.start == start or text[mark.start - 1].isspace()) and _closed_later(text, start, end, marks, place)
    if side == "either":
        return not pending and _closed_later(text, start, end, marks, place)
    return side == "opening"


def _closed_later(text: str, start: int, end: int, marks: list[_Mark], place: int) -> bool:
    """Whether a mark that can close this one comes next among those of its family."""
    mark = marks[place]
    for other in marks[place + 1 : place + 1 + _REACH]:
        if other.family == mark.family and other.sign not in ("‘", "‚") and _side(text, start, end, other) != "opening":
            return True
        if mark.family == "single" and other.start - mark.start > 1000:
            return False
    return False


def _backwards(text: str, marks: list[_Mark], place: int) -> bool:
    """Whether a closing mark stands where one should open: behind a bare word, and the next mark closes a sentence or clause."""
    mark = marks[place]
    if not text[mark.start - 1].isalpha() or not text[mark.end : mark.end + 1].isspace():
        return False
    following = next((other for other in marks[place + 1 : place + 1 + _REACH] if other.family == mark.family), None)
    return following is not None and following.sign in _CLOSING and text[following.start - 1] in _ENDS


def _pairs(opening: _Mark, closing: _Mark) -> bool:
    if opening.family != closing.family:
        return False
    return (opening.sign == "''" or opening.sign == "``") == (closing.sign == "''") or opening.family != "double"


def _repeated(text: str, opening: _Mark, mark: _Mark) -> bool:
    """Whether a mark opens again what is open, at the beginning of a sentence of it."""
    if opening.family != mark.family or opening.sign != mark.sign:
        return False
    place = mark.start - 1
    while place > opening.end and text[place].isspace():
        place -= 1
    return place > opening.end and text[place] in _STOPS and place < mark.start - 1


def _last_word(text: str, start: int, end: int) -> str:
    found = _LAST_WORD.search(text[max(start, end - _REACH) : end])
    return found[1].lower() if found else ""


def _closes_speech(text: str, mark: _Mark, end: int) -> bool:
    """Whether a mark that closes what was never opened ends speech: behind the stop of a sentence or clause, or before one."""
    return text[mark.start - 1] in _ENDS or text[mark.end : mark.end + 1] in (",", "") or mark.end == end


def _add(found: list[Stretch], text: str, opening: _Mark, closing: _Mark, depth: int) -> None:
    first, last = _trimmed(text, opening.end, closing.start)
    if first < last:
        found.append(Stretch(first, last, opening.start, closing.end, depth, True, True))


def _unclosed(found: list[Stretch], text: str, opening: _Mark, end: int) -> None:
    """Close what stayed open: with the last stretch inside it that ends a clause, else with the paragraph."""
    if opening.family == "single":
        return
    inner = [one for one in found if one.outer_start > opening.start]
    if inner and text[inner[-1].end - 1] in _ENDS and inner[-1].end - inner[-1].start > 12:
        last = inner[-1]
        found.remove(last)
        found.append(Stretch(_trimmed(text, opening.end, last.end)[0], last.end, opening.start, last.outer_end, 0, True, True))
        return
    first, last = _trimmed(text, opening.end, end)
    if first < last:
        found.append(Stretch(first, last, opening.start, last, 0, True, False))


def _nested(found: list[Stretch]) -> list[Stretch]:
    """The same stretches with the depth that they have now that all are known."""
    around: list[int] = []
    counted = []
    for one in found:
        while around and around[-1] <= one.start:
            around.pop()
        counted.append(one._replace(depth=len(around)))
        around.append(one.outer_end)
    return counted
