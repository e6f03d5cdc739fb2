"""Which statement tells who said quoted words: the one behind them ("…," she said), or the one before them (she said: "…").

Behind the words it must follow at once, with nothing but its subject between, or be put into the sentence that holds them ("the “…” plan
will be dropped, she said"). Before them it must lead up to them, or hold them in what it reports.
"""

from collections.abc import Sequence
from typing import NamedTuple

from readout.quote.clauses import ends_there
from readout.quote.marks import Stretch
from readout.quote.paragraph import Paragraph
from readout.quote.reading import Reading
from readout.quote.statements import Statement
from readout.quote.wording import CLOSED, begins_sentence, ends_clause, is_name, is_sentence, word_count
from readout.refer.document import Sentence

_NEAR = 12
_TITLE_WORDS = 3
_STRAIGHT_BEFORE = ("", "\n", ":", ",", ".", "-", "—")


class Told(NamedTuple):
    """A statement that tells who said quoted words; `near`: whether they are all that it tells, and not words within it."""

    statement: Statement
    near: bool


def told(paragraph: Paragraph, stretch: Stretch, sentence: Sentence) -> Told | None:
    """The statement that tells who said the quoted words that begin in a sentence of a paragraph, None where its sentences have none."""
    closing = paragraph.closing(stretch)
    closing = closing if closing.number in paragraph.readings else sentence
    before = _before(stretch, paragraph.readings[sentence.number], paragraph.told[sentence.number])
    behind = _behind(paragraph, stretch, closing, before is None or not before.near)
    ends = ends_clause(paragraph.text, stretch)
    if behind is not None and (ends or before is None or not before.near):
        return behind._replace(near=behind.near and (ends or word_count(paragraph.text, stretch) > 2))
    return before


def is_said(paragraph: Paragraph, stretch: Stretch, sentence: Sentence, by: Told) -> bool:
    """Whether quoted words are the speaker's own, and not a name, nor a word that the writer holds at arm's length."""
    text, words = paragraph.text, word_count(paragraph.text, stretch)
    named = is_name(text, stretch, paragraph.readings[sentence.number])
    if words == 1:
        behind = by.statement.cue.first >= by.statement.reading.at(stretch.outer_end)
        straight = text[max(0, stretch.outer_start - 3) : stretch.outer_start].rstrip(" \u00a0")[-1:] in _STRAIGHT_BEFORE
        return by.near and straight and (ends_clause(text, stretch) or not behind)
    calling = by.statement.cue.stance == "call"
    if calling and named and by.statement.cue.last == by.statement.reading.over(stretch.outer_start):
        # "an exhibition called “A Road to the Sea”": nobody calls anything by that name but itself
        return False
    if is_sentence(text, stretch):
        return True
    if by.near:
        return words > 3 or not named or calling
    return not named


def _behind(paragraph: Paragraph, stretch: Stretch, sentence: Sentence, further: bool) -> Told | None:
    """The statement behind quoted words in their last sentence, or with `further` in the one behind it."""
    reading = paragraph.readings.get(sentence.number)
    if reading is None:
        return None
    words = reading.words
    place = reading.at(stretch.outer_end)
    if not any(words[at].folded[0].isalnum() for at in range(place, len(words))):
        closed = further and paragraph.text[stretch.end - 1] in CLOSED
        one = _next_sentence(paragraph, sentence) if closed else None
        return Told(one, True) if one else None
    until = next((at for at in range(place, len(words)) if reading.is_quoted(at)), len(words))
    following = [one for one in paragraph.told[sentence.number] if one.cue.first >= place]
    if following and following[0].first < until and _only_tells(reading, following[0]):
        one = following[0]
        # a participle's subject may stand before the quoted words; where the verb comes last, that of any verb does
        participle = bool(reading.lexicon.finite) and words[one.cue.first].folded in reading.lexicon.participles
        between = range(place, one.cue.first if participle and one.first < place else one.first)
        if all(_is_slight(reading, at) for at in between):
            return Told(one, True)
        if _holds(one, place):
            return Told(one, False)
        if (
            words[one.cue.first].folded not in reading.lexicon.participles
            and len(between) <= _NEAR
            and not reading.is_finite(place, between.stop)
            and not any(reading.joins(at) for at in between)
        ):
            return Told(one, True)
    return next((Told(one, False) for one in following if _holds(one, place)), None)


def _only_tells(reading: Reading, one: Statement) -> bool:
    """Whether a statement behind quoted words may be theirs: one by nobody known must not go on to something else ("the event highlighted
    ways to …")."""
    known = one.subject is not None and one.subject.phrase is not None
    lexicon, word = reading.lexicon, reading.words[one.cue.first].folded
    return known or not lexicon.finite or word in lexicon.surely or ends_there(reading, one.last)


def _holds(one: Statement, place: int) -> bool:
    """Whether a word lies in what "he said" is put into."""
    return one.clause is not None and not one.clause.linked and one.clause.first < place <= one.clause.last


def _is_slight(reading: Reading, place: int) -> bool:
    """Whether a token between quoted words and "he said" is of no weight."""
    word, lexicon = reading.words[place].folded, reading.lexicon
    return not word[0].isalnum() or any(word in forms for forms in (lexicon.quotatives, lexicon.determiners, lexicon.adverbs, lexicon.as_))


def _next_sentence(paragraph: Paragraph, sentence: Sentence) -> Statement | None:
    """The statement that is the next sentence, if it only tells who spoke: "she asked." behind a question mark."""
    following = paragraph.after(sentence)
    if following is None or not paragraph.told.get(following.number):
        return None
    one = paragraph.told[following.number][0]
    reading, cue = one.reading, one.cue
    if one.clause is not None or one.subject is None or cue.form != "verb" or cue.stance == "call":
        return None
    if one.first > _TITLE_WORDS or any(reading.bounds(at) for at in range(one.first)):
        return None
    return None if reading.quoted is not None and any(reading.quoted) else one


def _before(stretch: Stretch, reading: Reading, statements: Sequence[Statement]) -> Told | None:
    words = reading.words
    place = reading.over(stretch.outer_start)
    one = next((one for one in reversed(statements) if one.cue.last <= place), None)
    if one is None or _names_agency(reading, one, place):
        return None
    if all(_is_light(reading, at, one) for at in range(one.cue.last, place)):
        return Told(one, True)
    gap = place - one.cue.last
    if words[place - 1].folded in (":", ",") and gap <= _NEAR and begins_sentence(reading.sentence.text, stretch) and _is_long(stretch):
        return Told(one, True)
    if one.clause is not None:
        return Told(one, False) if one.clause.first <= place <= one.clause.last else None
    if one.cue.stance == "call":
        return Told(one, False)
    parted = any(words[at].folded in (",", ";") for at in range(one.cue.last, place))
    return Told(one, False) if gap <= _NEAR and not parted else None


def _is_long(stretch: Stretch) -> bool:
    return stretch.end - stretch.start > _NEAR


def _names_agency(reading: Reading, one: Statement, place: int) -> bool:
    """Whether quoted words right behind a verb are its subject: "…, сообщает «Нева-Лайн»"."""
    first = one.cue.first
    if place != one.cue.last or one.cue.form != "verb" or not reading.lexicon.free or not first:
        return False
    return reading.is_comma(first - 1) or reading.is_quoted(first - 1)


def _is_light(reading: Reading, place: int, statement: Statement) -> bool:
    """Whether a token between a cue and what it opens is of no weight: a mark, "that", an adverb, its own subject."""
    word, lexicon, subject = reading.words[place].folded, reading.lexicon, statement.subject
    if not word[0].isalnum() or (subject is not None and subject.first <= place < subject.last):
        return True
    return word in lexicon.that or word in lexicon.adverbs or word in lexicon.as_
