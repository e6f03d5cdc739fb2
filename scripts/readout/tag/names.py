"""From a batch of documents' sentences to the rows of `names`: each distinct sentence is read once."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readout.tag.choose import Taggers
from readout.tag.document import shortened
from readout.tag.naming import key
from readout.tag.overlap import settle
from readout.tag.protocol import Name

_LAST_WORD = re.compile(r"(?<!\w)(\w+)\.?\s+\Z")
_LONGEST_TITLE = 40


class Sentence(NamedTuple):
    """One sentence: its document, its number, where it starts in the document, its language and its text."""

    doc_id: str
    sentence: int
    start: int
    language: str
    text: str


def names(documents: Sequence[Sequence[Sentence]], taggers: Taggers) -> Iterator[dict]:
    """Rows of `names` for some documents, each given as its sentences, in the order of the documents."""
    known = _read({(sentence.language, sentence.text) for document in documents for sentence in document}, taggers)
    for document in documents:
        found = [known[sentence.language, sentence.text] for sentence in document]
        completed = shortened([sentence.text for sentence in document], [sentence.language for sentence in document], found)
        yield from _rows(document, completed)


def _read(distinct: set[tuple[str, str]], taggers: Taggers) -> dict[tuple[str, str], list[Name]]:
    by_language: dict[str, list[str]] = defaultdict(list)
    for language, text in sorted(distinct):
        by_language[language].append(text)
    known: dict[tuple[str, str], list[Name]] = {}
    for language, texts in by_language.items():
        findings = [tagger.tag(texts) for tagger in taggers.of(language)]
        for place, text in enumerate(texts):
            known[language, text] = settle(
                (name for finding in findings for name in finding[place]), known_first=not taggers.overrules(language)
            )
    return known


def _before(text: str) -> str | None:
    """The last word of what stands before a name, if nothing but a blank or an abbreviation's stop parts them."""
    found = _LAST_WORD.search(text[-_LONGEST_TITLE:])
    return found[1].lower() if found else None


def _rows(document: Sequence[Sentence], found: list[list[Name]]) -> Iterator[dict]:
    number = 0
    for sentence, names_in_it in zip(document, found, strict=True):
        for name in names_in_it:
            surface = sentence.text[name.start : name.end]
            yield {
                "doc_id": sentence.doc_id,
                "mention": number,
                "sentence": sentence.sentence,
                "start": sentence.start + name.start,
                "end": sentence.start + name.end,
                "surface": surface,
                "spelling": " ".join(surface.split()),
                "kind": name.kind,
                "method": name.method,
                "score": name.score,
                "language": sentence.language,
                "pack_ids": " ".join(name.pack_ids) or None,
                "form": name.form,
                "key": name.key or key(surface, sentence.language),
                "title": _before(sentence.text[: name.start]),
            }
            number += 1
