"""Names that a document introduces in full and then shortens: the surname of a person, wherever it stands alone."""

import re
from collections.abc import Iterable, Sequence

from readout.tag.naming import key
from readout.tag.protocol import Name

SCORE = 0.8
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST = 3


def shortened(sentences: Sequence[str], languages: Sequence[str], names: Sequence[list[Name]]) -> list[list[Name]]:
    """The names of each sentence, with further occurrences of surnames of persons that some sentence names in full.

    Counts words with a capital letter and the surname's key, inflected ones too; a place or organisation that bears the same
    word in the document forbids it. A word that is part of another name stays as it is.
    """
    surnames = _surnames(sentences, languages, names)
    if not surnames:
        return [list(found) for found in names]
    return [
        sorted([*found, *_alone(sentence, language, found, surnames)])
        for sentence, language, found in zip(sentences, languages, names, strict=True)
    ]


def _alone(sentence: str, language: str, found: list[Name], surnames: set[str]) -> Iterable[Name]:
    for match in _WORD.finditer(sentence):
        if not match.group()[0].isupper():
            continue
        word = _POSSESSIVE.sub("", match.group())
        start, end = match.start(), match.start() + len(word)
        if key(word, language) in surnames and not _covered(start, end, found):
            yield Name(start, end, "PER", "document", SCORE)


def _surnames(sentences: Sequence[str], languages: Sequence[str], names: Sequence[list[Name]]) -> set[str]:
    surnames: set[str] = set()
    others: set[str] = set()
    for sentence, language, found in zip(sentences, languages, names, strict=True):
        for name in found:
            words = sentence[name.start : name.end].split()
            if name.kind != "PER":
                others.update(key(word, language) for word in words)
            elif len(words) > 1 and len(words[-1]) >= _SHORTEST and words[-1][0].isupper():
                surnames.add(key(words[-1], language))
    return surnames - others


def _covered(start: int, end: int, names: Iterable[Name]) -> bool:
    return any(name.start < end and start < name.end for name in names)
