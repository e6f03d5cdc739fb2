"""Numbers in a sentence, in figures and in words: their value or bounds, and the words and marks around them."""

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from readout.frame.counting import Counting, Mark
from readout.frame.phrases import WORD

_BLANKS = "  \u00a0\u202f\u2009"
_ITEM = re.compile(
    rf"(?P<number>\d{{1,3}}(?:(?P<gap>[{_BLANKS}.,'’])\d{{3}})(?:(?P=gap)\d{{3}}){{0,3}}(?!\d)(?:[.,]\d{{1,3}}(?!\d))?|\d{{1,15}}(?:[.,]\d{{1,3}}(?!\d))?)"
    rf"|(?P<word>{WORD.pattern})|(?P<mark>[^\w\s]|_)"
)
_FIGURE = re.compile(r"\d")
_DASHES = "-‐‑–—−"
_ENDING = re.compile(r"[-‑'’]?([^\W\d_]{1,12})")
_LONGEST_CASE_ENDING = 5
_JOINED_TIME = ":/№#*^\\"
_YEARS = range(1800, 2101)
_FIGURES_OF_A_YEAR = 4
MOST_NUMBERS = 400
LARGEST = 1e18
"""Above it nothing is counted: such numbers come of words heaped up."""


class Item(NamedTuple):
    """A word or phrase, a figure or a punctuation mark `[start, end)`, with what it is in the grammar of figures."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...] = ()
    number: float | None = None

    def mark(self, *kinds: str) -> Mark | None:
        """Its first mark of one of these kinds."""
        for mark in self.marks:
            if mark.kind in kinds:
                return mark
        return None

    @property
    def punctuation(self) -> bool:
        return not self.marks and self.number is None and not self.text[:1].isalnum()


class Amount(NamedTuple):
    """A number made of items `[first, last)`: bounds (None: open); whether it is rough, may be a year, is a "one"; its sign of money."""

    first: int
    last: int
    least: float | None
    most: float | None
    approximate: bool
    yearlike: bool
    one: bool
    currency: str | None = None


def may_count(text: str, start: int, end: int, known: Counting) -> bool:
    """Whether a sentence holds a number and something that is counted."""
    return bool((_FIGURE.search(text, start, end) or known.numbers.begin(text, start, end)) and _counts(text, start, end, known))


def _counts(text: str, start: int, end: int, known: Counting) -> bool:
    return known.counted.begin(text, start, end) or any(symbol in text[start:end] for symbol in known.symbols)


def items(text: str, start: int, end: int, known: Counting) -> list[Item]:
    """The items of a sentence, phrases as one."""
    found = {phrase.start: phrase for phrase in known.phrases.find(text, start, end)}
    made: list[Item] = []
    reached = start
    for match in _ITEM.finditer(text, start, end):
        if match.start() < reached:
            continue
        phrase = found.get(match.start())
        if phrase is not None and match["number"] is None:
            made.append(
                Item(phrase.start, phrase.end, text[phrase.start : phrase.end], tuple(known.marks[label] for label in phrase.labels))
            )
        elif match["number"] is not None:
            made.append(_figure(text, match, end, known))
        else:
            made.append(Item(match.start(), match.end(), match[0]))
        reached = made[-1].end
    return made


def _figure(text: str, match: re.Match[str], end: int, known: Counting) -> Item:
    """A figure with the letters of its case ending; without a number where it is an ordinal, a part of a name, a time."""
    begins, ends = match.span("number")
    value = _value(match["number"], match["gap"], known)
    before = text[begins - 1 : begins] if begins else ""
    if before.isalnum() or before in tuple(_JOINED_TIME) or (before in tuple(_DASHES) and text[begins - 2 : begins - 1].isalpha()):
        value = None
    behind = text[ends : ends + 1]
    if behind in tuple(_DASHES + "'’") or behind.isalpha():
        ending = _ENDING.match(text, ends, end)
        if ending:
            letters = ending[1].lower()
            if ending.start(1) == ends and letters in known.attached:
                return Item(
                    begins, ending.end(), text[begins : ending.end()], (), None if value is None else value * known.attached[letters]
                )
            whole = known.numbers.find(text, ending.start(1), ending.end())
            if whole and behind in tuple(_DASHES):
                # "10-million"
                return Item(begins, ends, text[begins:ends], (), value)
            if letters in known.ordinals or len(letters) > _LONGEST_CASE_ENDING or (known.decimal == "." and behind in tuple(_DASHES)):
                value = None
            ends = ending.end()
    elif behind in ("%", "‰", "°") or (behind == ":" and text[ends + 1 : ends + 2].isdigit()):
        value = None
    return Item(begins, ends, text[begins:ends], (), value)


def _value(written: str, gap: str | None, known: Counting) -> float:
    """A figure's value: three digits behind a blank or a mark are thousands, but behind a decimal point in English."""
    if gap is None:
        whole, _, part = written.replace(",", ".").partition(".")
        return float(f"{whole}.{part}") if part else float(whole)
    groups = written.split(gap)
    if gap == "." == known.decimal and len(groups) == 2 and "," not in written:
        return float(written)  # 77.498 in English
    last, _, part = groups[-1].replace(",", ".").partition(".")
    whole = "".join([*groups[:-1], last])
    return float(f"{whole}.{part}") if part else float(whole)


def amounts(sentence: Sequence[Item], known: Counting) -> Iterator[Amount]:
    """The numbers of a sentence, ranges as one, each with the words that bound it."""
    place = 0
    for _ in range(MOST_NUMBERS):
        while place < len(sentence) and not _begins(sentence[place]):
            place += 1
        if place >= len(sentence):
            return
        value, after, plain = _number(sentence, place)
        first, last = place, after
        least, most, approximate = value, value, False
        second = _range(sentence, place, after)
        year = plain and sentence[place].number in _YEARS and len(sentence[place].text) == _FIGURES_OF_A_YEAR
        high, end, high_plain = _number(sentence, second) if second is not None else (value, after, plain)
        if year and not high_plain and place and sentence[place - 1].mark("stop", "between"):
            # "in 1995 to two million"
            second = None
        if second is not None:
            if plain and not high_plain and value < 1000 and value * _multiplied(sentence, second, end) <= high:
                value *= _multiplied(sentence, second, end)
            if high > value:
                least, most, last = value, high, end
                if first and sentence[first - 1].mark("between"):
                    first -= 1
        behind_preposition = place > 0 and sentence[place - 1].mark("stop") is not None
        yearlike = second is None and year and behind_preposition
        in_words = sentence[place].number is None
        currency = _symbol(sentence, first, known)
        first -= currency is not None
        for _ in range(2):
            before = sentence[first - 1] if first else None
            if before is None:
                break
            if before.mark("at_least") and least is not None:
                most = None
            elif before.mark("at_most") and most is not None:
                least = None
            elif before.mark("about"):
                approximate = True
            else:
                break
            first -= 1
        behind = sentence[last] if last < len(sentence) else None
        if behind is not None and behind.mark("at_least_behind") and most is not None and least is not None:
            most, last = None, last + 1
        elif behind is not None and behind.mark("at_most_behind") and least is not None and most is not None:
            least, last = None, last + 1
        elif behind is not None and behind.mark("about_behind"):
            approximate, last = True, last + 1
        if (least or 0) <= LARGEST and (most or 0) <= LARGEST:
            yield Amount(first, last, least, most, approximate, yearlike, in_words and value == 1, currency)
        place = max(last, after)


def _begins(item: Item) -> bool:
    return item.number is not None or item.mark("number") is not None


def _number(sentence: Sequence[Item], place: int) -> tuple[float, int, bool]:
    """The value of a number that begins at `place`, where it ends, and whether no word multiplies it.

    Behind "between" the "and" of "five and ten" parts two numbers, unless another "and" or "to" does.
    """
    if not (place and sentence[place - 1].mark("between")):
        return _whole(sentence, place, inner=True)
    read = _whole(sentence, place, inner=True)
    return read if _range(sentence, place, read[1]) is not None else _whole(sentence, place, inner=False)


def _whole(sentence: Sequence[Item], place: int, *, inner: bool) -> tuple[float, int, bool]:
    """A number as `_number` tells it: groups in figures or words, each with what multiplies it, ever smaller; `inner`: with "and"."""
    total, below = 0.0, inf
    current: float | None = None
    plain, in_figures = True, False
    group = at = place
    while at < len(sentence):
        item = sentence[at]
        number, multiplier = item.mark("number"), item.mark("multiplier")
        if item.number is not None:
            if current is not None or (at > place and not _continues(item, below)):
                break
            current, group, in_figures = item.number, at, True
        elif multiplier and multiplier.value == 100:
            if (current or 0) >= 100:
                break
            current = (1 if current is None else current) * 100
            plain = plain and at == place
        elif multiplier:
            part = (0.0 if total else 1.0) if current is None else current
            if total and (current is None or multiplier.value > below):
                # "two thousand million"
                total = (total + part) * multiplier.value
            elif multiplier.value == below:
                return round(total, 6), group, False
            else:
                total += part * multiplier.value
            below = 0 if part % 1 else multiplier.value
            current, group, plain = None, at + 1, plain and at == place
        elif number and number.value >= 1000:
            if at > place:
                break
            total = below = float(number.value)
            group = at + 1
        elif number:
            # "twenty", "five" are one number; "five", "twenty" and "2", "five" are two
            if (in_figures and current is not None) or not _fits(number, current, below):
                break
            group = at if current is None else group
            current = (current or 0.0) + number.value
        elif at > place and item.mark("half"):
            # "two and a half million", "two million and a half"
            if current is None:
                total, below = total + below / 2, 0
            else:
                current += 0.5
        elif _within(sentence, at):
            if not inner or in_figures or at == place or not _fits(sentence[at + 1].mark("number"), current, below):
                break
        elif not _abbreviates(sentence, place, at):
            break
        at += 1
    return round(total + (current or 0.0), 6), at, plain


def _fits(number: Mark, current: float | None, below: float) -> bool:
    """Whether a number in words may be added to what was read of a group."""
    return number.value < below and not (current and number.value >= _lowest(current))


def _continues(item: Item, below: float) -> bool:
    """Whether a figure behind "thousand" or "million" goes on with the number: "2 million 500"; four figures may be a year."""
    return item.number is not None and item.number < below < inf and not (item.number in _YEARS and len(item.text) == _FIGURES_OF_A_YEAR)


def _within(sentence: Sequence[Item], at: int) -> bool:
    """Whether it is the "and" or the hyphen inside a number in words: "two hundred and five", "twenty-five"."""
    if at + 1 >= len(sentence) or not sentence[at + 1].mark("number"):
        return False
    return sentence[at].mark("inner") is not None or (sentence[at].text in tuple(_DASHES) and sentence[at].end == sentence[at + 1].start)


def _abbreviates(sentence: Sequence[Item], place: int, at: int) -> bool:
    """Whether it is the full stop of a shortened "thousand"."""
    if sentence[at].text != "." or at <= place or not sentence[at - 1].mark("multiplier"):
        return False
    return at + 1 < len(sentence) and (sentence[at + 1].text.islower() or sentence[at + 1].number is not None)


def _lowest(value: float) -> float:
    """The place value of the last digit that is no nought: what may still be added to a number in words is below it."""
    place = 1
    while value % (place * 10) == 0 and place < 1e12:
        place *= 10
    return place


def _multiplied(sentence: Sequence[Item], first: int, last: int) -> float:
    factor = 1.0
    for item in sentence[first:last]:
        if mark := item.mark("multiplier"):
            factor *= float(mark.value or 1)
    return factor


def _range(sentence: Sequence[Item], place: int, after: int) -> int | None:
    """Where the second number of a range begins, if the first stands at `[place, after)`."""
    if after + 1 >= len(sentence) or not _begins(sentence[after + 1]):
        return None
    joint = sentence[after]
    between = place > 0 and sentence[place - 1].mark("between") is not None
    if joint.mark("to") or (between and joint.mark("and")):
        return after + 1
    tight = sentence[after].start - sentence[after - 1].end <= 1 and sentence[after + 1].start - sentence[after].end <= 1
    return after + 1 if joint.text in tuple(_DASHES) and tight else None


def _symbol(sentence: Sequence[Item], first: int, known: Counting) -> str | None:
    """The currency whose sign stands right before a number."""
    if first and sentence[first - 1].end == sentence[first].start:
        return known.symbols.get(sentence[first - 1].text)
    return None
