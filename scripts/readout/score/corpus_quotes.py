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
        spans = places(text, [quote.text for quote in gold], what)
        for kind, counted in tallies.items():
            told = [(quote, span) for quote, span in zip(gold, spans, strict=True) if quote.kind == kind]
            rows = [row for row in found if row["kind"] == kind]
            answers = matched([(span,) for _, span in told], [((row["start"], row["end"]),) for row in rows], ALIKE)
            counted.append(Tally(len(answers), len(rows), len(told)))
            for place, other in sorted(answers.items()):
                quote, row = told[place][0], rows[other]
                if quote.entity and not quote.entity.startswith("x:"):
                    speakers.append(quote.entity in row["speakers"])
                if quote.cue:
                    cues.append(bool(row["cue"]) and (quote.cue in row["cue"] or row["cue"] in quote.cue))
    for kind, counted in tallies.items():
        yield from rates(kind, counted)
    for measure, right in (("speaker", speakers), ("cue", cues)):
        if right:
            yield measure, share(sum(right), len(right))
