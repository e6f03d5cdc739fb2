"""All signs of one document, as rows of the table `signals`."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from readout.signals.cutoff import truncated
from readout.signals.days import impossible_dates
from readout.signals.evidence import THRESHOLD, Evidence, apart, score
from readout.signals.furniture import furniture
from readout.signals.languages import Tells
from readout.signals.scripts import mixed_words
from readout.signals.sign import Part, Sign
from readout.signals.spun import CAPS as SPUN_CAPS
from readout.signals.spun import spun
from readout.signals.translated import CAPS as TRANSLATED_CAPS
from readout.signals.translated import translated
from readout.tables.schema import is_counted

Row = tuple[str, str, float, int, int, str]


def rows(
    doc_id: str,
    text: str,
    parts: Sequence[Part],
    language: str,
    words: int,
    tells: Tells,
    dates: Iterable[Mapping] = (),
) -> list[Row]:
    """The rows of a document, in the order of the table's key.

    `parts` are its segments in order, `words` the number of words in its story, `dates` its rows of the table `dates`.
    """
    found = [
        *furniture(text, parts),
        *truncated(text, parts, tells.cut, tells.link_ends, tells.is_common),
        *(
            Sign("mixed_script", word.score, word.start, word.end, text[word.start : word.end])
            for word in mixed_words(text)
            if _in_story(word.start, parts)
        ),
        *impossible_dates(dates),
        *_rewritten(text, parts, language, words, tells),
    ]
    kept = {(sign.signal, sign.start, sign.end, sign.detail): sign.score for sign in found}
    return [(doc_id, signal, worth, start, end, detail) for (signal, start, end, detail), worth in sorted(kept.items())]


def _rewritten(text: str, parts: Sequence[Part], language: str, words: int, tells: Tells) -> list[Sign]:
    """`spun` and `machine_translated`, a row for each piece of evidence, where they reach the threshold together."""
    wording = tells.wording.get(language)
    if wording is None:
        return []
    phrases = list(wording.phrases.find(text))
    signs = []
    for signal, evidence, caps in (
        ("spun", spun(text, wording, phrases), SPUN_CAPS),
        ("machine_translated", translated(text, language, wording, phrases, tells), TRANSLATED_CAPS),
    ):
        pieces = apart(piece for piece in evidence if _in_story(piece.start, parts))
        total = score(pieces, words, caps)
        if total >= THRESHOLD:
            signs += [_sign(signal, total, piece) for piece in pieces]
    return signs


def _sign(signal: str, total: float, piece: Evidence) -> Sign:
    return Sign(signal, total, piece.start, piece.end, f"{piece.kind}: {piece.detail}")


def _in_story(place: int, parts: Sequence[Part]) -> bool:
    """Whether a place lies in what is told, and not in what surrounds it."""
    number = bisect_right(parts, place, key=lambda part: part.start) - 1
    if number < 0 or place >= parts[number].end:
        return False
    return is_counted(parts[number].role, parts[number].rule)
