"""Loaded terms and rival names in the sentences of a document: where they stand, whose words they are, and whether they are meant."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readout.frame.marks import in_marks, right_behind
from readout.frame.phrases import WORD, keyed
from readout.frame.vocabulary import Term, Vocabulary
from readout.frame.voices import Speech, voices


class Stretch(NamedTuple):
    """One sentence that is counted: its number, its place and its language."""

    number: int
    start: int
    end: int
    language: str


class Mention(NamedTuple):
    """One name in the document, as the tables have it."""

    start: int
    end: int
    kind: str
    entity_id: str | None


class Use(NamedTuple):
    """One use of a term: a row of `terms` without its document."""

    start: int
    end: int
    surface: str
    term_id: str
    frame: str
    side: str | None
    in_quote: bool
    quote: int | None
    speaker_id: str | None
    scare: bool
    entity_id: str | None
    sentence: int
    language: str


class _Seen(NamedTuple):
    start: int
    end: int
    term: Term
    stretch: Stretch


def uses(text: str, stretches: Iterable[Stretch], mentions: Sequence[Mention], speeches: Sequence[Speech], known: Vocabulary) -> list[Use]:
    """The uses of terms in the sentences of a document, in the order of the text."""
    seen: list[_Seen] = []
    doubtful: list[tuple[int, int, list[Term], Stretch]] = []
    for stretch in stretches:
        phrases = known.phrases.get(stretch.language)
        if phrases is None:
            continue
        for found in phrases.find(text, stretch.start, stretch.end):
            terms = [known.terms[label] for label in found.labels]
            if terms[0].excluded:
                continue
            named = [term for term in terms if term.entity_id]
            if len({term.term_id for term in named}) > 1:
                doubtful.append((found.start, found.end, named, stretch))
            else:
                seen.append(_Seen(found.start, found.end, terms[0], stretch))
    if not seen and not doubtful:
        return []
    seen += _settled(text, doubtful, seen)
    inside = _Names(mentions)
    seen = sorted(found for found in seen if not found.term.entity_id or inside.may_name(found.start, found.end, found.term))
    return _told(text, seen, speeches)


def _settled(text: str, doubtful: Iterable[tuple[int, int, list[Term], Stretch]], seen: Iterable[_Seen]) -> Iterable[_Seen]:
    """Forms of two rival names ("Шуши"): the one that the word before tells, or that is spelled so, else the one of the document."""
    used = Counter(found.term.term_id for found in seen if found.term.entity_id)
    for start, end, terms, stretch in doubtful:
        before = WORD.findall(text, max(stretch.start, start - 30), start)
        last = keyed(before[-1]).plain if before else ""
        told = [term for term in terms if last in term.behind.get(stretch.language, ())]
        written = keyed(text[start:end]).folded
        exact = [term for term in terms if written in term.spelled.get(stretch.language, ()) and not term.behind.get(stretch.language)]
        chosen = told or exact or [term for term in terms if used[term.term_id]]
        if len(chosen) == 1:
            yield _Seen(start, end, chosen[0], stretch)


class _Names:
    """The names of a document, asked about the stretches of rival names."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: (mention.start, mention.end))
        self._starts = [mention.start for mention in self._mentions]

    def may_name(self, start: int, end: int, term: Term) -> bool:
        """Whether a stretch may name what the term names: it is no part of a person's name, and the name of nothing else."""
        for mention in self._mentions[max(0, bisect_right(self._starts, start) - 4) : bisect_right(self._starts, start)]:
            if mention.start <= start and end <= mention.end:
                if mention.kind == "PER":
                    return False
                same = mention.entity_id in (None, term.entity_id) or mention.entity_id in term.also
                if (mention.start, mention.end) == (start, end) and not same:
                    return False
        return True


def _told(text: str, seen: Sequence[_Seen], speeches: Sequence[Speech]) -> list[Use]:
    made: list[Use] = []
    distance = -1
    for found, voice in zip(seen, voices(speeches, [(found.start, found.end) for found in seen]), strict=True):
        between = in_marks(text, found.start, found.end, found.stretch.start, found.stretch.end)
        # marks around two or three words are a quote where the text says whose; around one word they are no quote
        alone = between is not None and len(WORD.findall(text, *between)) == 1
        spoken = [speech for speech in voice.direct if between is None or (speech.told and not alone) or speech.start < between[0] - 1]
        quoted = between is not None and any(speech.start >= between[0] - 1 for speech in spoken)
        kept_away = found.stretch.start <= distance and right_behind(text, distance, found.start)
        inner = voice.inner
        made.append(
            Use(
                found.start,
                found.end,
                text[found.start : found.end],
                found.term.term_id,
                found.term.frame,
                found.term.side,
                bool(spoken),
                inner.quote if inner else None,
                inner.speaker_id if inner else None,
                (between is not None and not quoted and found.term.doubted) or kept_away,
                found.term.entity_id,
                found.stretch.number,
                found.stretch.language,
            )
        )
        if found.term.distance:
            distance = found.end
    return made
