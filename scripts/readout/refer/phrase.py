"""A phrase: a stretch of a sentence that may mean somebody, with what its words say of whom."""

from dataclasses import dataclass

from readout.refer.document import Name
from readout.refer.lexicon import Office


@dataclass(slots=True)
class Phrase:
    """A stretch `[start, end)` of the text that may mean somebody.

    `kind`: `name` (a person's name, with title or without, or a body's, place's or country's), `title` (an office, role or body without a
    name), `pronoun`, `group`, `unnamed`. `first` and `last` are its first word and one past its last in `Sentence.words`; `core` is the
    span without what a comma sets apart.

    Of whom: `head` is the name that it is; `office` what the person is called, `offices` all that an apposition adds; `countries` (ISO
    codes) and `of` (names) tell whose office it is; `body` is the kind of a body without a name, `issuer` that of whose
    statement it is ("the ministry's statement"); `gender` that of a pronoun or courtesy
    title (m, f, n, u for either, p for several), `possessive` that of "his" before an office; `count` how many a group says it is.

    Of its place: `preposition` is the word before it, if it is one; `owning`: it ends in a mark of possession; `definite`: it does not
    begin with a word like "a" or "any"; `relative`: it is a word like "who"; `is_object`: one like
    "him", which is no subject.
    """

    start: int
    end: int
    kind: str
    first: int
    last: int
    core: tuple[int, int]
    head: Name | None = None
    office: Office | None = None
    offices: tuple[Office, ...] = ()
    countries: tuple[str, ...] = ()
    of: tuple[Name, ...] = ()
    body: str | None = None
    issuer: str | None = None
    gender: str | None = None
    possessive: str | None = None
    count: int | None = None
    preposition: str | None = None
    owning: bool = False
    definite: bool = True
    relative: bool = False
    is_object: bool = False
