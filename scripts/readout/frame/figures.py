"""Numbers that somebody claims: how many were killed, displaced, released; mines, square kilometres, money; and deadlines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from readout.frame.amounts import Amount, Item, amounts, items, may_count
from readout.frame.counting import Counting, Mark
from readout.frame.terms import Stretch
from readout.frame.voices import Speech, voices

_TO_THE_NOUN, _WORDS_BETWEEN = 6, 3
_TO_THE_RIGHT = 8
_AUXILIARIES = 3
_FIGURES_OF_A_YEAR = 4
_CHANGED = ("troops", "captured", "displaced", "casualties")
"""What people are called, of whom a verb says more: of soldiers killed the number of the killed is told."""
_QUOTATION = "\"«»“”„‘’'‹›＂"
_DEADLINE_REACH = 3
_BEHIND = 3
"""A hyphen or two and the word after them are all that is asked for behind a date."""


class Dated(NamedTuple):
    """One date expression `[start, end)` of the document with its days, None where they cannot be told."""

    start: int
    end: int
    earliest: date | None
    latest: date | None


class Figure(NamedTuple):
    """One claimed number: a row of `figures` without its document and number."""

    sentence: int
    start: int
    end: int
    surface: str
    least: float | None
    most: float | None
    approximate: bool
    unit: str | None
    counts: str
    earliest: date | None
    latest: date | None
    quote: int | None
    claimed_by: str | None
    language: str


class _Told(NamedTuple):
    start: int
    end: int
    least: float | None
    most: float | None
    approximate: bool
    unit: str | None
    counts: str
    earliest: date | None = None
    latest: date | None = None


def figures(
    text: str,
    stretches: Iterable[Stretch],
    dates: Sequence[Dated],
    published: date | None,
    speeches: Sequence[Speech],
    known: Mapping[str, Counting],
    units: Mapping[str, str | None],
) -> list[Figure]:
    """The numbers claimed in the sentences of a document, in the order of the text.

    `published`: the first day on which it may have been published; `units`: the unit of each category, None where the words tell it.
    """
    told: list[tuple[_Told, Stretch]] = []
    waiting = sorted(dates)
    place = 0
    for stretch in sorted(stretches, key=lambda stretch: stretch.start):
        while place < len(waiting) and waiting[place].start < stretch.start:
            place += 1
        first = place
        while place < len(waiting) and waiting[place].start < stretch.end:
            place += 1
        inside = waiting[first:place]
        words = known.get(stretch.language)
        if words is None:
            continue
        limits = inside if inside and (words.endings or words.deadlines.begin(text, stretch.start, stretch.end)) else ()
        if not limits and not may_count(text, stretch.start, stretch.end, words):
            continue
        sentence = items(text, stretch.start, stretch.end, words)
        told += [(found, stretch) for found in _counted(sentence, inside, words, units)]
        told += [(found, stretch) for found in _deadlines(text, sentence, limits, published, words)]
    told.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].counts))
    spoken = voices(speeches, [(found.start, found.end) for found, _ in told])
    return [
        Figure(
            stretch.number,
            found.start,
            found.end,
            text[found.start : found.end],
            found.least,
            found.most,
            found.approximate,
            found.unit,
            found.counts,
            found.earliest,
            found.latest,
            voice.inner.quote if voice.inner else None,
            voice.inner.speaker_id if voice.inner else None,
            stretch.language,
        )
        for (found, stretch), voice in zip(told, spoken, strict=True)
    ]


def _counted(sentence: Sequence[Item], dates: Sequence[Dated], known: Counting, units: Mapping[str, str | None]) -> Iterable[_Told]:
    before: _Told | None = None
    all_amounts = list(amounts(sentence, known))
    for order, amount in enumerate(all_amounts):
        start, end = sentence[amount.first].start, sentence[amount.last - 1].end
        if _dated(amount, start, end, dates) or (amount.first and sentence[amount.first - 1].mark("never")):
            continue
        left = all_amounts[order - 1].last if order else 0
        right = all_amounts[order + 1].first if order + 1 < len(all_amounts) else len(sentence)
        found = _what(sentence, amount, left, right, before, known)
        if found is None:
            continue
        mark, first, last = found
        unit = mark.unit or units.get(str(mark.value))
        told = _Told(sentence[first].start, sentence[last - 1].end, amount.least, amount.most, amount.approximate, unit, str(mark.value))
        before = told if unit == "persons" else before
        yield told


def _dated(amount: Amount, start: int, end: int, dates: Sequence[Dated]) -> bool:
    """Whether an amount is a date, or in one. Four figures alone may be a year or not ("1960 soldiers"): what stands before decides."""
    for one in dates:
        if one.start < end and start < one.end:
            return amount.yearlike or one.end - one.start > _FIGURES_OF_A_YEAR or not start <= one.start <= one.end <= end
    return False


def _what(
    sentence: Sequence[Item], amount: Amount, left: int, right: int, before: _Told | None, known: Counting
) -> tuple[Mark, int, int] | None:
    """What an amount counts, with the items `[first, last)` that say so; None where that cannot be told."""
    if amount.currency:
        return Mark("thing", "money", amount.currency), amount.first, amount.last
    head = _head(sentence, amount, right)
    if head is None:
        return None if amount.yearlike or amount.one else _bare(sentence, amount, left, right)
    noun, place = head
    last = place + 1
    if noun.kind == "unit":
        return noun, amount.first, last
    if noun.kind == "currency":
        return Mark("thing", "money", str(noun.value)), amount.first, last
    if noun.kind == "duration":
        return _duration(sentence, amount, noun, last)
    if amount.yearlike:
        return None
    person = noun.kind == "person"
    if noun.kind == "thing" and noun.value not in _CHANGED:
        return None if amount.one else (noun, amount.first, last)
    action = _action(sentence, amount, place, left, right, known.reach_before)
    if before is not None and _inherits(sentence, amount):
        action = Mark("action", before.counts)
    if action is None:
        return None if person or amount.one else (noun, amount.first, last)
    return Mark("thing", action.value), amount.first, last


def _head(sentence: Sequence[Item], amount: Amount, right: int) -> tuple[Mark, int] | None:
    """The first word behind an amount that says what is counted, adjectives passed over."""
    passed = 0
    participle: tuple[Mark, int] | None = None
    for place in range(amount.last, min(right, amount.last + _TO_THE_NOUN, len(sentence))):
        item = sentence[place]
        if item.text in tuple(_QUOTATION) or item.text in tuple("-‑"):
            continue
        if item.mark("not_counted") or item.punctuation or item.number is not None:
            break
        mark = item.mark("person", "unit", "currency", "duration", "thing")
        if mark and item.mark("action"):
            # "wounded soldiers": the noun may still come
            participle = participle or (mark, place)
            continue
        if mark:
            return _whole(sentence, mark, place, right)
        if item.mark("stop", "action", "never", "number", "multiplier") or passed == _WORDS_BETWEEN:
            break
        passed += 1
    return participle


def _whole(sentence: Sequence[Item], mark: Mark, place: int, right: int) -> tuple[Mark, int]:
    """The noun itself, where a word for people stands before it as an adjective does: "32 Armenian prisoners" in some languages."""
    if mark.kind == "person" and place + 1 < min(right, len(sentence)):
        noun = sentence[place + 1].mark("thing", "person")
        if noun and not sentence[place + 1].mark("action"):
            return noun, place + 1
    return mark, place


def _duration(sentence: Sequence[Item], amount: Amount, noun: Mark, last: int) -> tuple[Mark, int, int] | None:
    """A term that is set: "within 72 hours"."""
    if last > amount.last + 2:
        return None
    if amount.first and sentence[amount.first - 1].mark("deadline_within"):
        return Mark("thing", "deadline", str(noun.value)), amount.first - 1, last
    if last < len(sentence) and sentence[last].mark("deadline_within_behind"):
        return Mark("thing", "deadline", str(noun.value)), amount.first, last + 1
    return None


def _action(sentence: Sequence[Item], amount: Amount, head: int, left: int, right: int, reach: int) -> Mark | None:
    """The nearest word of the clause that says what became of those who are counted."""
    near: tuple[int, int, Mark] | None = None
    for place in range(amount.last, min(right, head + 1 + _TO_THE_RIGHT, len(sentence))):
        item = sentence[place]
        if item.punctuation and item.text not in tuple(_QUOTATION) and item.text not in tuple("-‑"):
            break
        if mark := item.mark("action"):
            near = (max(1, place - head), 1, mark)
            break
    for place in range(amount.first - 1, max(left, amount.first - reach) - 1, -1):
        item = sentence[place]
        if item.punctuation and item.text not in tuple(_QUOTATION):
            break
        if mark := item.mark("action", "action_before"):
            distance = amount.first - place
            near = min(near, (distance, 0 if distance == 1 else 2, mark)) if near else (distance, 0, mark)
            break
    return near[2] if near else None


def _inherits(sentence: Sequence[Item], amount: Amount) -> bool:
    """Whether an amount is a part of the one before: "including three children"."""
    return any(item.mark("inherit") for item in sentence[max(0, amount.first - 2) : amount.first])


def _bare(sentence: Sequence[Item], amount: Amount, left: int, right: int) -> tuple[Mark, int, int] | None:
    """A number without a noun beside a word for what became of people: "killing 12", "12 were wounded"."""
    for place in range(amount.last, min(right, amount.last + _AUXILIARIES, len(sentence))):
        item = sentence[place]
        if mark := item.mark("action"):
            return Mark("thing", mark.value), amount.first, place + 1
        if not item.mark("stop"):
            break
    follower = sentence[amount.last] if amount.last < len(sentence) else None
    # "lost 3 to 1" is a score
    closes = follower is None or ((follower.mark("stop") or follower.punctuation) and not follower.mark("to"))
    if closes and amount.first > left and (mark := sentence[amount.first - 1].mark("action", "action_before")):
        return Mark("thing", mark.value), amount.first, amount.last
    return None


def _deadlines(text: str, sentence: Sequence[Item], dates: Sequence[Dated], published: date | None, known: Counting) -> Iterable[_Told]:
    """The dates by which something is to be done. A day that lay behind when it was written is one only where a duty is spoken of."""
    if not dates:
        return
    duty = any(item.mark("deadline_duty") for item in sentence)
    starts, ends = [item.start for item in sentence], [item.end for item in sentence]
    for one in dates:
        if one.latest is None:
            continue
        before, behind = bisect_right(ends, one.start), bisect_left(starts, one.end)
        span = _marked(text, sentence[max(0, before - _DEADLINE_REACH) : before], sentence[behind : behind + _BEHIND], one, known)
        if span is None:
            continue
        start, end, strict = span
        ahead = published is not None and one.latest >= published
        if ahead or (duty and strict):
            yield _Told(start, end, None, None, False, None, "deadline", one.earliest, one.latest)


def _marked(text: str, before: Sequence[Item], after: Sequence[Item], one: Dated, known: Counting) -> tuple[int, int, bool] | None:
    """The stretch of a date with the words before and after it that make it a deadline, and whether they say so by themselves."""
    for back, item in enumerate(reversed(before)):
        if item.mark("deadline_by", "deadline_until"):
            return item.start, one.end, item.mark("deadline_by") is not None
        if item.punctuation or not (back == 0 and item.text.lower() in ("the", "end", "конца", "конец")):
            break
    surface = text[one.start : one.end].lower()
    if known.endings and surface.endswith(known.endings):
        return one.start, one.end, True
    behind = next((item for item in after if not (item.punctuation and item.text in tuple("-‑'’"))), None)
    if behind is not None and behind.start <= one.end + 2 and behind.mark("deadline_behind"):
        return one.start, behind.end, True
    return None
