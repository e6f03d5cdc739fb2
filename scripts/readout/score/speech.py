"""Scores of quotes and reported speech against annotated attributions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from readout.score.attributions import TAG, GoldQuote, GoldSpeech, by_lines
from readout.score.overlap import Stretch, matched
from readout.score.proportion import Share, share
from readout.score.tally import Tally, rates

OVERLAP = {"direct": 0.8, "reported": 0.5}
"""The likeness from which a stretch found answers one of the gold."""
FEW_WORDS = 3


class Said(NamedTuple):
    """A quote as the stage found it: its span and kind, the phrase that names the speaker, and the speakers' entities."""

    start: int
    end: int
    kind: str
    phrase: tuple[int, int] | None
    entities: tuple[str, ...]


class Compared(NamedTuple):
    """One text's counts by measure, for each quote that was found whether its speaker is right, and the errors in words."""

    tallies: dict[str, Tally]
    speakers: list[bool]
    errors: list[str]


def compared(gold: GoldSpeech, found: Sequence[Said], names: Sequence[tuple[int, int, str]], tells: Callable[[str], bool]) -> Compared:
    """Hold what was found in a text against its gold; `names` are (start, end, entity) of its mentions, `tells` tells cues of telling.

    Direct speech is compared line by line. `direct` takes exact spans but for what is neither letter nor figure at their ends,
    `direct_overlap` those that are alike by 0.8, `direct_long` exact ones of three words and more. Names and titles in marks count
    neither for nor against, nor does what lies in the corpus's own tags. `reported` takes stretches that are alike by half;
    `reported_telling` leaves out those of the gold whose cue is none of telling, and what was found for them.
    """
    direct = [(said, span) for said, span in _lines(gold.text, found) if said.kind == "direct"]
    reported = [said for said in found if said.kind == "indirect"]
    tallies, errors = {}, []
    close = matched([quote.words for quote in gold.direct], [(span,) for _, span in direct], OVERLAP["direct"])
    neutral = {close[place] for place, quote in enumerate(gold.direct) if quote.named and place in close}
    tags = [found.span() for found in TAG.finditer(gold.text)]
    neutral |= {place for place, (_, span) in enumerate(direct) if any(start < span[1] and span[0] < end for start, end in tags)}
    wanted = [quote for quote in gold.direct if not quote.named]
    spans = [span for place, (_, span) in enumerate(direct) if place not in neutral]
    exact = {quote.words[0] for quote in wanted} & set(spans)
    tallies["direct"] = Tally(len(exact), len(spans), len(wanted))
    long = [sum(_is_long(gold.text, span) for span in some) for some in (exact, spans, [quote.words[0] for quote in wanted])]
    tallies["direct_long"] = Tally(*long)
    hits = {place: other for place, other in close.items() if not gold.direct[place].named}
    tallies["direct_overlap"] = Tally(len(hits), len(spans), len(wanted))
    answered = set(hits.values())
    for place, quote in enumerate(gold.direct):
        if place not in hits and not quote.named:
            errors.append(_shown("missed direct", gold.text, quote.words, _of(gold.text, quote)))
    for place, (said, span) in enumerate(direct):
        if place not in answered | neutral:
            errors.append(_shown("spurious direct", gold.text, (span,), _by(gold.text, said)))
    speakers = []
    for place, other in sorted(hits.items()):
        quote, said = gold.direct[place], direct[other][0]
        if quote.source:
            speakers.append(speaker_is_right(quote.source, said, names))
            if not speakers[-1]:
                errors.append(_shown("wrong speaker", gold.text, quote.words, f"{_of(gold.text, quote)}; found {_by(gold.text, said)}"))
    told = matched([quote.words for quote in gold.reported], [((said.start, said.end),) for said in reported], OVERLAP["reported"])
    tallies["reported"] = Tally(len(told), len(reported), len(gold.reported))
    telling = {place for place, quote in enumerate(gold.reported) if tells(quote.cue)}
    others = sum(place not in telling for place in told)
    tallies["reported_telling"] = Tally(len(told) - others, len(reported) - others, len(telling))
    for place, quote in enumerate(gold.reported):
        if place not in told:
            what = "missed reported" if place in telling else "missed reported without telling"
            errors.append(_shown(what, gold.text, quote.words, _of(gold.text, quote)))
    for other, said in enumerate(reported):
        if other not in told.values():
            errors.append(_shown("spurious reported", gold.text, ((said.start, said.end),), _by(gold.text, said)))
    return Compared(tallies, speakers, errors)


def speaker_is_right(source: Stretch, said: Said, names: Iterable[tuple[int, int, str]]) -> bool:
    """Whether the phrase taken for the speaker overlaps the gold's, or one of the entities taken for the speaker is named within it."""
    start, end = said.phrase or (0, 0)
    if any(start < last and first < end for first, last in source):
        return True
    within = {entity for first, last, entity in names if any(first < until and last > since for since, until in source)}
    return not within.isdisjoint(said.entities)


def speech_scores(texts: Iterable[Compared]) -> Iterator[tuple[str, Share]]:
    """(measure, share) of all texts: precision, recall and F1 of each kind, and the share of quotes found whose speaker is right."""
    texts = list(texts)
    for measure in ("direct", "direct_overlap", "direct_long", "reported", "reported_telling"):
        yield from rates(measure, [text.tallies[measure] for text in texts])
    speakers = [right for text in texts for right in text.speakers]
    if speakers:
        yield "direct_speaker", share(sum(speakers), len(speakers))


def _lines(text: str, found: Sequence[Said]) -> list[tuple[Said, tuple[int, int]]]:
    return [(found[place], span) for place, span in by_lines(text, [(said.start, said.end) for said in found])]


def _is_long(text: str, span: tuple[int, int]) -> bool:
    return len(text[slice(*span)].split()) >= FEW_WORDS


def _of(text: str, quote: GoldQuote) -> str:
    return f"{' '.join(text[start:end] for start, end in quote.source) or 'nobody'!r} {quote.cue!r}"


def _by(text: str, said: Said) -> str:
    return f"{text[slice(*said.phrase)] if said.phrase else None!r} {' '.join(said.entities) or None}"


def _shown(what: str, text: str, words: Stretch, whose: str) -> str:
    start, end = words[0][0], words[-1][1]
    inside = " … ".join(text[first:last] for first, last in words)
    inside = inside if len(inside) < 220 else f"{inside[:130]} […] {inside[-80:]}"
    line = f"{what}: …{text[max(0, start - 90) : start]}⟦{inside}⟧{text[end : end + 90]}… ({whose})"
    return line.replace("\n", "¶")
