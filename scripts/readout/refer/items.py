"""What a phrase is read from: the words of a sentence with what they say, and each name of it as one item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readout.refer.document import Name, Sentence
from readout.refer.lexicon import Lexicon

_OWNING = ("'s", "s'")
_PARTS = frozenset({"role", "body", "portfolio", "modifier", "country", "title", "courtesy", "group"})
_MARKS = frozenset({"'", "'s", "(", ")"})
"""What a long title has inside without ending: marks of possession, an acronym in brackets."""
_HONOURS = frozenset({"pope", "monarch", "prince", "general"})
_COMPLEMENTS = frozenset({"role", "body", "portfolio", "country", "title", "modifier", "group"})


@dataclass(slots=True)
class Item:
    """A word or a name `[start, end)`, made of the words `[first, last)` of the sentence.

    `tags` is what the lexicon says of the word, empty for names; `owning`: it ends in a mark of possession ("Azerbaijan's").
    """

    start: int
    end: int
    word: str
    tags: Mapping[str, str]
    name: Name | None
    owning: bool
    first: int
    last: int
    capital: bool

    def says(self, *kinds: str) -> bool:
        """Whether the word says something of one of the kinds."""
        return any(kind in self.tags for kind in kinds)

    @property
    def is_part(self) -> bool:
        """Whether it may be of a title."""
        return self.name is not None or not _PARTS.isdisjoint(self.tags)

    @property
    def is_person(self) -> bool:
        """Whether it is a person's name."""
        return self.name is not None and self.name.kind == "PER"


def items(sentence: Sentence, lexicon: Lexicon) -> list[Item]:
    """The items of a sentence, in order."""
    names, made, place = sentence.names, [], 0
    for number, word in enumerate(sentence.words):
        while place < len(names) and names[place].end <= word.start:
            place += 1
        name = names[place] if place < len(names) and names[place].start < word.end else None
        if name is None:
            tags, capital = lexicon.tags(word.folded), sentence.text[word.start].isupper()
            owning = word.folded.endswith(_OWNING)
            made.append(Item(word.start, word.end, word.folded, tags, None, owning, number, number + 1, capital))
            continue
        owning = word.end > name.end or name.surface.endswith(("’s", "'s"))
        if made and made[-1].name is name:
            made[-1].last, made[-1].owning = number + 1, owning
        else:
            made.append(Item(name.start, name.end, word.folded, {}, name, owning, number, number + 1, True))
    for one, other in pairwise(made):
        # a name that ends in a mark, and its "'s", are two tokens
        if one.name and other.word in ("'s", "'"):
            one.owning = True
    return made


def is_honour(found: Sequence[Item], place: int, limit: int) -> bool:
    """Whether an office is only how a person is addressed: "the leader of the republic Ayatollah X"."""
    return found[place].tags.get("role") in _HONOURS and found[place].capital and place + 1 < limit and found[place + 1].is_person


def goes_on(found: Sequence[Item], place: int) -> bool:
    """Whether what follows a connector may be what an office is of."""
    while place < len(found) and not found[place].name and found[place].says("determiner"):
        place += 1
    if place >= len(found):
        return False
    name = found[place].name
    return name.kind != "AGREEMENT" if name else not _COMPLEMENTS.isdisjoint(found[place].tags)


def joins_offices(found: Sequence[Item], place: int) -> bool:
    """Whether "and" stands between two words of one office ("Trade and Industry"), or two countries of a group ("Russian and Armenian")."""
    if not 0 < place < len(found) - 1:
        return False
    before, after = found[place - 1], found[place + 1]
    if before.says("country") and after.says("country"):
        return place + 2 < len(found) and found[place + 2].says("group")
    return before.says("portfolio") and after.says("portfolio") and not after.says("role")


def joins_bodies(found: Sequence[Item], place: int) -> bool:
    """Whether a comma or "and" stands between the names of two countries or bodies: "the ministers of A, B and C"."""
    before, after = found[place - 1], place + 1
    while after < len(found) and not found[after].name and found[after].says("determiner", "and"):
        after += 1
    if not before.name or before.is_person or after >= len(found):
        return False
    name = found[after].name
    return name is not None and name.kind in ("LOC", "ORG")


def holder(found: Sequence[Item], place: int, limit: int) -> int | None:
    """The person's name that ends a long title ("Secretary of State for Democracy, Human Rights and Labor X", "head of the Civic Party
    (CP) group in the Senate X"); None where none does."""
    comma = False
    led = True
    while place < limit:
        item = found[place]
        if item.is_person:
            # a preposition right before a name begins another phrase
            return None if comma or led else place
        if item.name and item.name.kind == "AGREEMENT":
            return None
        if item.word == ",":
            if comma:
                return None
            comma = True
            place += 1
            continue
        if item.word in _MARKS:
            place += 1
            continue
        if item.says("group") or (item.says("role") and not is_honour(found, place, limit)):
            return None
        led = item.says("and", "connector", "abroad", "determiner")
        inside = item.says("portfolio", "inside") or item.tags.get("body", "documents") != "documents"
        if not item.name and not item.capital and not led and not inside and not item.word.isdigit():
            return None
        comma = False
        place += 1
    return None
