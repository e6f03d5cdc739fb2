"""Which pieces of the encoder's 250,000 the shipped model keeps: those that the languages it reads are written in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from examples import everything, releases, sampled
from pretrained import Pretrained
from readout.tag.pieces import SPACE, Pieces
from readout.tag.words import words

LISTED = {"en": 60000, "ru": 40000, "tr": 25000, "uk": 25000}
_SCRIPTS = re.compile(f"{SPACE}?[\u0531-\u058a\u10d0-\u10ff]+")
_READ = re.compile(
    f"[{SPACE}A-Za-z0-9\u00c0-\u024f\u0400-\u04ff\u0531-\u058a\u10d0-\u10ff\u1e00-\u1eff\u2010-\u2122!-~\u00a0-\u00bf\u0259\u018f]+"
)


def listed_words() -> Iterator[str]:
    """Frequent words of the languages, small and with a capital."""
    from wordfreq import top_n_list

    for language, count in LISTED.items():
        for word in top_n_list(language, count):
            yield from (word, word.capitalize())


def chosen(model: Pretrained, data: Path, size: int) -> list[int]:
    """The numbers of the pieces to keep, `size` at most: what is needed to write, then what the texts hold most often."""
    vocabulary = {
        piece: (number, float(score)) for number, (piece, score) in enumerate(zip(model.pieces, model.scores, strict=True)) if number > 3
    }
    pieces = Pieces(vocabulary, model.unknown)
    counts: Counter[int] = Counter()
    for text in (*releases(data), *(text for text, _ in sampled(data)), *(example.text for example in everything(data))):
        counts.update(_numbers(pieces, text))
    for word in listed_words():
        counts.update(pieces.of(word, True))
    for number, piece in enumerate(model.pieces):
        if number > 3 and _READ.fullmatch(piece):
            counts[number] += 5 if _SCRIPTS.fullmatch(piece) else 0
            if len(piece.removeprefix(SPACE)) <= 1:
                counts[number] += 1_000_000
    best = sorted((number for number in counts if counts[number] > 0 and number > 3), key=lambda number: (-counts[number], number))
    return [0, 1, 2, 3, *sorted(best[: size - 4])]


def _numbers(pieces: Pieces, text: str) -> Iterable[int]:
    for start, end in words(text):
        yield from pieces.of(text[start:end], start == 0 or text[start - 1].isspace())
