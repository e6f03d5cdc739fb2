"""Scores of quotes and of their speakers on the corpus's own gold."""

from collections.abc import Iterable, Iterator, Sequence

from readout.score.gold import GoldQuote, places
from readout.score.overlap import matched
from readout.score.proportion import Share, share
from readout.score.tally import Tally, rates

ALIKE = 0.5
"""The likeness from which words found answer those of the gold, if they are of one kind."""


def quote_scores(pairs: Iterable[tuple[str, str, Sequence[GoldQuote], Sequence[dict]]]) -> Iterator[tuple[str, Share]]:
    """(measure, share), of texts given as (what, text, gold, rows of `quotes` with their `speakers`).

    Precision, recall and F1 of `direct` and `indirect` words; of those found, the share with the right `speaker` where the gold has one of
    the pack, and the share with the right `cue` where it has one.
    """
    tallies: dict[str, list[Tally]] = {"direct": [], "indirect": []}
    speakers, cues = [], []
    for what, text, gold, found in pairs:
        for kind, counted in tallies.items():
            told, rows, answers = _held(what, text, gold, found, kind)
            counted.append(Tally(len(answers), len(rows), len(told)))
            for place, other in sorted(answers.items()):
                quote, row = told[place], rows[other]
                if _known(quote):
                    speakers.append(quote.entity in row["speakers"])
                if quote.cue:
                    cues.append(_same_cue(quote, row))
    for kind, counted in tallies.items():
        yield from rates(kind, counted)
    for measure, right in (("speaker", speakers), ("cue", cues)):
        if right:
            yield measure, share(sum(right), len(right))


def quote_errors(what: str, text: str, gold: Sequence[GoldQuote], found: Sequence[dict]) -> Iterator[str]:
    """What was missed, what is not in the gold, and wrong speakers and cues, in words."""
    for kind in ("direct", "indirect"):
        told, rows, answers = _held(what, text, gold, found, kind)
        for place, quote in enumerate(told):
            row = rows[answers[place]] if place in answers else None
            meant = f"{quote.speaker!r} {quote.entity} {quote.cue!r}: {quote.text!r} ({what})"
            if row is None:
                yield f"missed {kind}: {meant}"
            elif _known(quote) and quote.entity not in row["speakers"]:
                yield f"wrong speaker: {row['speakers']} for {meant}"
            elif quote.cue and not _same_cue(quote, row):
                yield f"wrong cue: {row['cue']!r} for {meant}"
        for other, row in enumerate(rows):
            if other not in answers.values():
                yield f"spurious {kind}: {row['speakers']} {row['cue']!r}: {text[row['start'] : row['end']]!r} ({what})"


def _held(
    what: str, text: str, gold: Sequence[GoldQuote], found: Sequence[dict], kind: str
) -> tuple[list[GoldQuote], list[dict], dict[int, int]]:
    """The gold's quotes of a kind, the rows of that kind, and the places of those that answer each other."""
    spans = places(text, [quote.text for quote in gold], what)
    told = [(quote, span) for quote, span in zip(gold, spans, strict=True) if quote.kind == kind]
    rows = [row for row in found if row["kind"] == kind]
    answers = matched([(span,) for _, span in told], [((row["start"], row["end"]),) for row in rows], ALIKE)
    return [quote for quote, _ in told], rows, answers


def _known(quote: GoldQuote) -> bool:
    return bool(quote.entity) and not quote.entity.startswith("x:")


def _same_cue(quote: GoldQuote, row: dict) -> bool:
    return bool(row["cue"]) and (quote.cue in row["cue"] or row["cue"] in quote.cue)
