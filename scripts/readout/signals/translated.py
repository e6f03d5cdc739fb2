"""Translated by a machine and not read again: letters left standing, calques, and the habits of such machines."""

import re
from collections.abc import Iterable, Iterator

from readout.signals.evidence import Evidence
from readout.signals.languages import Tells, Wording
from readout.signals.leftovers import leftovers
from readout.signals.phrases import Match
from readout.signals.quotation import angled, misplaced, opened_again

CAPS = {
    "leftover": 0.98, "calque": 0.95, "stilted": 0.7, "grammar": 0.4, "quotation": 0.4, "reopened": 0.45, "marks": 0.25,
    "torn": 0.45, "unfinished": 0.4, "dash": 0.6, "year": 0.45, "spacing": 0.35, "comma": 0.3,
}  # fmt: skip
"""What the findings of one kind prove together, at most."""

_WEIGHTS = {"calque": 0.5, "stilted": 0.25, "grammar": 0.15, "year": 0.4}
_SAID = {"calque": "taken over word by word", "stilted": "hardly said so", "grammar": "not said so", "year": "a year called a year"}
_SPACED_STOP = re.compile(r"(?<=[a-zа-яё])[ \u00a0][.․](?=\s|\Z)")
_DECIMAL_COMMA = re.compile(r"\b\d{1,3},\d{1,2}\s?(?:%|percent|per cent|million|billion)")


def translated(text: str, language: str, wording: Wording, phrases: Iterable[Match], tells: Tells) -> list[Evidence]:
    """The evidence that a text in a language was translated by a machine; `phrases` are those of the language that it holds.

    What writers do too is looked for only beside what they do not.
    """
    found = [*leftovers(text, language, tells.leftovers), *_habits(text, wording), *opened_again(text)]
    for match in phrases:
        if match.kind in _WEIGHTS:
            found.append(Evidence(match.kind, match.start, match.end, _SAID[match.kind], _WEIGHTS[match.kind], match.name))
    if found:
        found += misplaced(text)
        if language == "en":
            found += angled(text)
            found += [
                Evidence("comma", m.start(), m.end(), "a comma for a decimal point", 0.2, m[0]) for m in _DECIMAL_COMMA.finditer(text)
            ]
    return found


def _habits(text: str, wording: Wording) -> Iterator[Evidence]:
    if " ." in text or "․" in text:
        for match in _SPACED_STOP.finditer(text):
            yield Evidence("spacing", match.start(), match.end(), "a blank before the full stop", 0.12, f"stop {match.start()}")
    for match in wording.unfinished.finditer(text):
        yield Evidence("unfinished", match.start(), match.end(), "a verb without its object", 0.25, match[0])
    if '"' in text or "”" in text or "»" in text:
        for match in wording.dashed_speech.finditer(text):
            weight = 0.5 if "," in match[0] else 0.3
            yield Evidence("dash", match.start(), match.end(), "a dash between speech and speaker", weight, f"dash {match.start()}")
        for match in wording.loose_verb.finditer(text):
            yield Evidence("torn", match.start(), match.end(), "a verb torn off its sentence", 0.4, match[0])
