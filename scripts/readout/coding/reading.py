"""A sentence as the coding reads it: its words, what they may mean, its clauses, and who is named in which part.

There is no parser here. A clause runs from one word or mark that begins a clause to the next; within it the phrases that name somebody
stand before or behind the verb, with a word before them, behind them or an ending that shows their part. In diplomatic prose that tells
who did what to whom.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from readout.coding.groups import Group, groups
from readout.coding.verbs import Hit, Verbs
from readout.refer.document import Sentence
from readout.refer.words import Word

LONGEST = 600
"""Words of a sentence beyond which nobody can say who did what to whom; such sentences, mostly lists, are not coded."""
_BREAKS = frozenset(';:()[]«»“”„"•*|…')


class Clause(NamedTuple):
    """Words `[first, last)` of a clause, and whether a word like "who" begins it."""

    first: int
    last: int
    relative: bool


@dataclass(eq=False)
class Reading:
    """One sentence, read."""

    sentence: Sentence
    verbs: Verbs
    words: Sequence[Word]
    hits: list[Hit]
    groups: list[Group]
    clauses: list[Clause] = field(init=False)
    by_kind: dict[str, list[Hit]] = field(init=False)
    _ending: dict[int, list[Hit]] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.by_kind = {}
        self._ending = None
        for hit in self.hits:
            self.by_kind.setdefault(hit.entry.kind, []).append(hit)
        self.clauses = list(self._clauses())

    def of(self, *kinds: str) -> list[Hit]:
        """The hits of these kinds, in order."""
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0], [])
        return sorted((hit for kind in kinds for hit in self.by_kind.get(kind, ())), key=lambda hit: hit.first)

    def within(self, first: int, last: int, *kinds: str) -> list[Hit]:
        """The hits of these kinds that lie in words `[first, last)`."""
        return [hit for hit in self.of(*kinds) if first <= hit.first and hit.last < last]

    def ending(self, place: int) -> list[Hit]:
        """The verbs that end with a word, in order."""
        if self._ending is None:
            self._ending = {}
            for hit in self.of("act", "light", "talk"):
                self._ending.setdefault(hit.last, []).append(hit)
        return self._ending.get(place, [])

    def keep(self, kept: list[Hit]) -> None:
        """Forget the hits that are not kept."""
        if len(kept) != len(self.hits):
            self.hits = kept
            self.__post_init__()

    def clause(self, place: int) -> Clause:
        """The clause that a word lies in."""
        return self.clauses[bisect_right([clause.first for clause in self.clauses], place) - 1]

    def text(self, first: int, last: int) -> str:
        """The words `[first, last]` as written."""
        return self.sentence.text[self.words[first].start : self.words[last].end]

    def _aside(self, hit: Hit) -> bool:
        """Whether a word begins a few words between commas: "Valdora, as before, was ready"."""
        after = [word.folded for word in self.words[hit.last + 1 : hit.last + 4]]
        return hit.first > 0 and self.words[hit.first - 1].folded == "," and "," in after

    def _before_date(self, hit: Hit) -> bool:
        """Whether "since" or "until" stands before a day and no clause."""
        after = hit.last + 1
        if hit.first == 0 or after >= len(self.words):
            return False
        word = self.words[after]
        named = any(group.first <= after <= group.last for group in self.groups)
        return word.folded.isdigit() or (self.sentence.text[word.start].isupper() and not named and self.verbs.order == "svo")

    def _clauses(self) -> Iterator[Clause]:
        inside = set()
        for group in self.groups:
            if not getattr(group.phrases[0], "relative", False):
                inside.update(range(group.first, group.last + 1))
        for hit in self.of("act", "light", "encounter", "talk"):
            inside.update(range(hit.first, hit.last + 1))
        begins: dict[int, bool] = {}
        for kind, relative in (("clause", False), ("relative", True)):
            for hit in self.of(kind):
                if hit.first not in inside and not self._before_date(hit) and not self._aside(hit):
                    begins[hit.first] = relative or begins.get(hit.first, False)
        for place, word in enumerate(self.words):
            if place in inside:
                continue
            if (
                word.folded == ","
                and self.verbs.order == "sov"
                and any(0 < place - hit.last <= 2 for hit in self.of("act", "light", "talk"))
            ):
                # a clause ends with its verb
                begins.setdefault(place + 1, False)
            if word.folded in _BREAKS or (word.folded == "-" and _spaced(self.sentence.text, word)):
                begins.setdefault(place + 1, False)
        first, relative = 0, False
        for place in sorted(begins):
            if place > first and place < len(self.words):
                yield Clause(first, place, relative)
                first, relative = place, begins[place]
            elif place == first:
                relative = relative or begins[place]
        yield Clause(first, len(self.words), relative)


def _spaced(text: str, word: Word) -> bool:
    return text[word.start - 1 : word.start].isspace() and text[word.end : word.end + 1].isspace()


def read(sentence: Sentence, verbs: Verbs, hits: list[Hit], phrases: Sequence[Any]) -> Reading:
    """Read a sentence in which `hits` were found; `phrases` are those that may name somebody, in order."""
    words = sentence.words
    return Reading(sentence, verbs, words, hits, groups(sentence, verbs, words, phrases))
