"""The pack's tagger: all spellings at once by Aho-Corasick, on word boundaries, with case rules and inflection.

Method: A. V. Aho, M. J. Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from readout.pack.folding import folded, typographic
from readout.tag.protocol import Name

SCORES = {"full": 0.98, "short": 0.9, "generic": 0.7}
"""Precision by form, measured on the example corpus and on samples of real releases; see `docs/accuracy.md`."""


class SpellingTagger:
    """Finds the pack's spellings of some languages; reads sentences of one language.

    `rows` are rows of `spellings` (dicts); those of other languages are left out. In spellings of the languages in `accented`
    an accent of the text must be one of the spelling.
    """

    method = "pack"

    def __init__(self, rows: Iterable[dict], languages: Sequence[str], accented: Collection[str] = ()) -> None:
        import ahocorasick

        self._accented = frozenset(accented)
        self._forms: dict[str, list[dict]] = defaultdict(list)
        for row in rows:
            if row["language"] in languages:
                self._forms[row["folded"]].append(row)
        self._automaton = ahocorasick.Automaton()
        for form in self._forms:
            self._automaton.add_word(form, form)
        if self._forms:
            self._automaton.make_automaton()

    def tag(self, sentences: Sequence[str]) -> list[list[Name]]:
        """The pack's names in each sentence; several actors where a spelling has several bearers."""
        return [self._names(sentence) for sentence in sentences] if self._forms else [[] for _ in sentences]

    def _names(self, sentence: str) -> list[Name]:
        low, written = folded(sentence), typographic(sentence)
        found: list[Name] = []
        for last, form in self._automaton.iter(low):
            start, end = last + 1 - len(form), last + 1
            if start and _joined(low, start):
                continue
            rest = _rest(low, end)
            rows = [row for row in self._forms[form] if self._holds(row, written, start, end, rest)]
            if rows:
                found.append(_name(rows, start, end + len(rest)))
        return found

    def _holds(self, row: dict, written: str, start: int, end: int, rest: str) -> bool:
        if rest and not (row["suffixes"] and _pattern(row["suffixes"]).fullmatch(rest)):
            return False
        if not rest and row["suffixes"] and not _pattern(row["suffixes"]).fullmatch(""):
            return False
        here = written[start:end]
        if row["exact"]:
            return here == row["written"]
        if row["language"] in self._accented and not _accented_alike(here, row["written"]):
            return False
        return _cased_alike(here, row["written"]) or (here.isupper() and (len(here) > LONG_ENOUGH_IN_CAPITALS or _shouted(written)))


LONG_ENOUGH_IN_CAPITALS = 4


def _name(rows: list[dict], start: int, end: int) -> Name:
    forms = {row["form"] for row in rows}
    # one body's short name that any country's body may bear ("Security Council") says no more than a generic one
    form = "full" if "full" in forms else "generic" if "generic" in forms else "short"
    rows = [row for row in rows if form == "generic" or row["form"] == form]
    ids = tuple(sorted({row["entity_id"] for row in rows}))
    return Name(start, end, rows[0]["kind"], "pack", SCORES[form], ids, form)


def _joined(text: str, place: int) -> bool:
    """Whether a word runs on over this place."""
    return text[place - 1].isalnum() and text[place].isalnum()


def _rest(text: str, end: int) -> str:
    """The letters between a match's end and the end of its word; nothing where the match itself ends in no letter."""
    if end >= len(text) or not text[end - 1].isalnum():
        return ""
    stop = end
    while stop < len(text) and text[stop].isalnum():
        stop += 1
    return text[end:stop]


def _cased_alike(here: str, written: str) -> bool:
    """Whether each letter that the pack writes as a capital is one here too: `may` is no May."""
    return all(letter.isupper() or not capital.isupper() for letter, capital in zip(here, written, strict=True))


def _accented_alike(here: str, written: str) -> bool:
    """Whether each accented letter of the text is accented in the spelling too."""
    return all(letter.isascii() or letter.lower() == meant.lower() for letter, meant in zip(here, written, strict=True))


def _shouted(sentence: str) -> bool:
    capitals, small = sum(map(str.isupper, sentence)), sum(map(str.islower, sentence))
    return capitals + small > 8 and capitals > 4 * small


@cache
def _pattern(suffixes: str) -> re.Pattern[str]:
    return re.compile(suffixes)
