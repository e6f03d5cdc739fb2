"""Names that a document introduces in full and then shortens: the surname of a person, the acronym of an organisation."""

import re
from collections.abc import Iterable, Sequence

from readout.pack.folding import typographic
from readout.tag.protocol import Name

SCORE = 0.8


def shortened(sentences: Sequence[str], names: Sequence[list[Name]]) -> list[list[Name]]:
    """The names of each sentence, with further occurrences of surnames of persons that some sentence names in full.

    Counts exact words with a capital letter; a place or organisation of the same name in the document forbids it. Covers what
    a sentence-wise tagger cannot know; a stretch that is part of another name stays as it is.
    """
    surnames = _surnames(sentences, names)
    if not surnames:
        return [list(found) for found in names]
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(surnames, key=lambda word: (-len(word), word)))) + r")(?!\w)")
    completed = []
    for sentence, found in zip(sentences, names, strict=True):
        free = [match for match in pattern.finditer(typographic(sentence)) if not _covered(match.span(), found)]
        completed.append(sorted([*found, *(Name(match.start(), match.end(), "PER", "document", SCORE) for match in free)]))
    return completed


def _surnames(sentences: Sequence[str], names: Sequence[list[Name]]) -> set[str]:
    surnames: set[str] = set()
    others: set[str] = set()
    for sentence, found in zip(sentences, names, strict=True):
        for name in found:
            words = typographic(sentence[name.start : name.end]).split()
            if name.kind != "PER":
                others.update(words)
            elif len(words) > 1 and len(words[-1]) > 2 and words[-1][0].isupper():
                surnames.add(words[-1])
    return surnames - others


def _covered(span: tuple[int, int], names: Iterable[Name]) -> bool:
    return any(name.start < span[1] and span[0] < name.end for name in names)
