"""Rewritten by a synonym machine: fixed terms with a word replaced, and the damage that goes with it."""

import re
from collections.abc import Iterable, Iterator

from readout.signals.evidence import Evidence
from readout.signals.languages import Wording
from readout.signals.phrases import Match
from readout.signals.quotation import misplaced
from readout.signals.surnames import spelled_twice

CAPS = {"term": 0.98, "quotation": 0.45, "surname": 0.45, "hyphen": 0.35, "office": 0.5, "saying": 0.5}
"""What the findings of one kind prove together, at most."""

_BROKEN_HYPHEN = re.compile(r"(?<![\w-])[A-Z][a-z]+- [A-Z][a-z]+")


def spun(text: str, wording: Wording, phrases: Iterable[Match]) -> list[Evidence]:
    """The evidence that a text was spun; `phrases` are those of the language that it holds.

    What proves nothing by itself, and takes time to look for, is looked for only beside a replaced word, a broken name or a misplaced
    mark.
    """
    found = [*_replaced(text, wording, phrases)]
    for match in wording.peoples.finditer(text):
        found.append(Evidence("term", match.start(), match.end(), "not said of a people", 0.5, "people"))
    if "- " in text:
        found += [Evidence("hyphen", m.start(), m.end(), "a broken compound", 0.3, m[0]) for m in _BROKEN_HYPHEN.finditer(text)]
    found += misplaced(text)
    if found:
        for match in wording.doubled_office.finditer(text):
            found.append(Evidence("office", match.start(), match.end(), "an office named twice in one title", 0.4, match[0]))
        for match in wording.wrong_saying.finditer(text):
            found.append(Evidence("saying", match.start(), match.end(), "a verb that is not said of speech", 0.3, match[0]))
        if wording.surnames:
            found += spelled_twice(text)
    return found


def _replaced(text: str, wording: Wording, phrases: Iterable[Match]) -> Iterator[Evidence]:
    for match in phrases:
        if match.kind == "term" and not _said(text, match.start, match.end, wording.also_said):
            yield Evidence("term", match.start, match.end, match.name, 0.5, match.name)
        elif match.kind == "phrase":
            yield Evidence("term", match.start, match.end, "a phrase of synonym machines", 0.5, match.name)


def _said(text: str, start: int, end: int, also_said: re.Pattern[str]) -> bool:
    """Whether a stretch lies in an expression that people write."""
    return any(found.start() <= start and end <= found.end() for found in also_said.finditer(text, max(0, start - 40), end + 40))
