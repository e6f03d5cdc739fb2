"""Quotations that lost a mark: where "he said" stands inside marks that nothing closes, they close before it."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from readout.quote.cues import Lexicon
from readout.quote.marks import Stretch
from readout.quote.paragraph import starts
from readout.quote.reading import Reading
from readout.quote.statements import Statement, statements
from readout.refer.document import Sentence
from readout.refer.resolve import Discourse

_REOPENING = frozenset('“"«„')


def mended(discourse: Discourse, cues: Mapping[str, Lexicon], stretch: Stretch, sentences: Sequence[Sentence]) -> list[Stretch]:
    """A stretch of a paragraph as it stands, or shorter, or in two parts.

    Where nothing closes it, or the mark that opens comes again inside it, it ends before "he said", and begins anew with that mark. Where
    nothing closes it and no "he said" is put in, it ends before the first sentence that tells somebody's words itself.
    """
    text = discourse.document.text
    if stretch.depth or not stretch.opened or text[stretch.outer_start] not in _REOPENING:
        return [stretch]
    again = text.find(text[stretch.outer_start], stretch.start, stretch.end)
    if again < 0 or text[again - 1].strip():
        again = -1
    if again < 0 and stretch.closed:
        return [stretch]
    until = again if again > 0 else stretch.end
    first = max(0, bisect_left(sentences, stretch.start, key=starts) - 1)
    for number in range(first, len(sentences)):
        sentence = sentences[number]
        if sentence.end <= stretch.start:
            continue
        if sentence.start >= until or (lexicon := cues.get(sentence.language)) is None:
            break
        told = statements(Reading(discourse, sentence, lexicon, ()))
        for last in (_before_saying(one) for one in told):
            if last is not None and stretch.start < last < until:
                last += text[last : last + 1] == ","
                parts = [stretch._replace(end=last, outer_end=last, closed=True)]
                return parts if again < 0 else [*parts, stretch._replace(start=again + 1, outer_start=again, carried=False)]
        if again < 0 and sentence.start > stretch.start and any(one.clause or one.cue.form != "verb" for one in told):
            last = sentences[number - 1].end
            return [stretch._replace(end=last, outer_end=last)] if last > stretch.start else [stretch]
    return [stretch]


def _before_saying(one: Statement) -> int | None:
    """Where what was said ends, if "he said" follows it; None of other statements."""
    if one.clause is None or one.clause.linked or one.clause.last > one.first or one.cue.form != "verb":
        return None
    return one.reading.words[one.clause.last - 1].end
