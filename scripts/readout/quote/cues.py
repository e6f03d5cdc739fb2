"""Words that say that something was said, as each language's file lists them, and where they stand in a sentence.

The files are described in `docs/configuration.md`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from readout.pack.folding import folded
from readout.refer.words import Word

LONGEST_ENDING = 8
_SHORTEST_STEM = 3


class Pattern(NamedTuple):
    """One entry: the words that may stand at each place, and what they say."""

    places: tuple["Forms", ...]
    form: str
    stance: str


class Cue(NamedTuple):
    """Words of a sentence, from word `first` to before word `last`, that say that something was said.

    `form` is what they are: `verb`; `noun` ("her claim"); `before`, which the speaker follows ("according to"); `after`, which follows
    the speaker. `stance` is what the writer makes of the words: `neutral`, `claim`, `deny`, `ask`, `opinion`, `call`.
    """

    first: int
    last: int
    form: str
    stance: str


class Forms:
    """A set of words, some of which stand for all words with that beginning or ending."""

    __slots__ = ("begins", "ends", "shortest", "words")

    def __init__(self, entries: Iterable[str]) -> None:
        entries = [str(entry) for entry in entries]
        self.words = frozenset(folded(entry) for entry in entries if "*" not in entry)
        self.begins = frozenset(folded(entry[:-1]) for entry in entries if entry.endswith("*"))
        self.ends = tuple(sorted(folded(entry[1:]) for entry in entries if entry.startswith("*")))
        self.shortest = min(map(len, self.begins), default=0)

    def __contains__(self, word: str) -> bool:
        if word in self.words:
            return True
        if self.begins and any(
            word[:length] in self.begins for length in range(max(self.shortest, len(word) - LONGEST_ENDING), len(word) + 1)
        ):
            return True
        return bool(self.ends) and word.endswith(self.ends)

    def __bool__(self) -> bool:
        return bool(self.words or self.begins or self.ends)


NONE = Forms(())


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What one language brings: its cues by the beginnings of their first words, and its small words by what they do.

    Each set of words bears the name of its key in the language's file (with `_` behind it where Python has a word of that name).
    """

    by_word: Mapping[str, Sequence[Pattern]]
    by_stem: Mapping[str, Sequence[Pattern]]
    stems: tuple[int, ...]
    order: frozenset[str] = frozenset()
    hanging: frozenset[str] = frozenset()
    colons: Forms = field(default_factory=lambda: Forms((":",)))
    bare: Forms = NONE
    surely: Forms = NONE
    either: Forms = NONE
    participles: Forms = NONE
    converbs: Forms = NONE
    telling: Forms = NONE
    quoting: Forms = NONE
    passives: Forms = NONE
    be: Forms = NONE
    by: Forms = NONE
    with_: Forms = NONE
    infinitive: Forms = NONE
    going_on: Forms = NONE
    resuming: Forms = NONE
    present: Forms = NONE
    inward: Forms = NONE
    informants: Forms = NONE
    negations: Forms = NONE
    unsaid: Forms = NONE
    hypothetical: Forms = NONE
    that: Forms = NONE
    whether: Forms = NONE
    enclitic: Forms = NONE
    as_: Forms = NONE
    adverbs: Forms = NONE
    beginnings: Forms = NONE
    auxiliaries: Forms = NONE
    finite: Forms = NONE
    prepositions: Forms = NONE
    of: Forms = NONE
    in_: Forms = NONE
    temporal: Forms = NONE
    topics: Forms = NONE
    adverbial: Forms = NONE
    occasions: Forms = NONE
    conjunctions: Forms = NONE
    relatives: Forms = NONE
    determiners: Forms = NONE
    openers: Forms = NONE
    leading: Forms = NONE
    ours: Forms = NONE
    oblique: Forms = NONE
    subjects: Forms = NONE
    nominal: Forms = NONE
    settings: Forms = NONE
    quotatives: Forms = NONE
    not_sources: Forms = NONE
    sources: Forms = NONE
    issuing: Forms = NONE
    messages: Forms = NONE
    named: Forms = NONE
    labels: Forms = NONE
    suffixes: Forms = NONE

    @property
    def free(self) -> bool:
        """Whether subject and verb stand in either order."""
        return "free" in self.order

    @property
    def verb_last(self) -> bool:
        """Whether the verb ends its clause."""
        return "last" in self.order

    @property
    def dashes(self) -> bool:
        """Whether speech may stand behind a dash."""
        return "dashes" in self.order


STANCES = ("neutral", "claim", "deny", "ask", "opinion", "call")
ORDERS = frozenset({"free", "last", "dashes"})
FORMS = {"colons": "colons"} | {one.name.rstrip("_"): one.name for one in fields(Lexicon) if one.default is NONE}
"""The keys of a file that hold a set of words, and the attributes that they become."""
KEYS = frozenset({"verbs", "nouns", "before", "after", "order", "hanging", *FORMS})


def lexicon(section: Mapping[str, object]) -> Lexicon:
    """The lexicon that a language's file describes. ValueError if it has an unknown key, order or stance."""
    if unknown := sorted(set(section) - KEYS):
        raise ValueError(f"unknown in a file of speech: {', '.join(unknown)}")
    if unknown := sorted(set(section.get("order") or ()) - ORDERS):
        raise ValueError(f"unknown order in a file of speech: {', '.join(unknown)}")
    by_word: dict[str, list[Pattern]] = {}
    by_stem: dict[str, list[Pattern]] = {}
    for pattern in _patterns(section):
        first = pattern.places[0]
        if first.ends:
            raise ValueError(f"a cue may not begin with any beginning: *{first.ends[0]}")
        for word in sorted(first.words):
            by_word.setdefault(word, []).append(pattern)
        for stem in sorted(first.begins):
            if len(stem) < _SHORTEST_STEM:
                raise ValueError(f"too short a beginning in a file of speech: {stem}*")
            by_stem.setdefault(stem, []).append(pattern)
    for patterns in (*by_word.values(), *by_stem.values()):
        patterns.sort(key=lambda pattern: -len(pattern.places))
    return Lexicon(
        by_word,
        by_stem,
        tuple(sorted({len(stem) for stem in by_stem}, reverse=True)),
        order=frozenset(section.get("order") or ()),
        hanging=frozenset(folded(word) for word in _words(section.get("hanging"))),
        **{name: Forms(_words(section[key])) for key, name in FORMS.items() if section.get(key)},
    )


def _patterns(section: Mapping[str, object]) -> Iterator[Pattern]:
    for form, key in (("verb", "verbs"), ("noun", "nouns"), ("before", "before"), ("after", "after")):
        for stance, entries in (section.get(key) or {}).items():
            if stance not in STANCES:
                raise ValueError(f"unknown stance in a file of speech: {stance}")
            for entry in entries:
                yield Pattern(tuple(Forms(place.split("|")) for place in str(entry).split()), form, stance)


def _words(listed: object) -> list[str]:
    """The words of a list, or of a text with blanks between them."""
    if listed is None:
        return []
    return listed.split() if isinstance(listed, str) else [str(word) for word in listed]


def cues(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Cue]:
    """The cues of a sentence in order, the longest at each place, none overlapping."""
    place, count = 0, len(words)
    by_word, by_stem = lexicon.by_word, lexicon.by_stem
    while place < count:
        word = words[place].folded
        found = _longest(by_word.get(word, ()), words, place)
        if by_stem:
            for length in lexicon.stems:
                if length <= len(word) <= length + LONGEST_ENDING and (stem := by_stem.get(word[:length])):
                    other = _longest(stem, words, place)
                    if other and (not found or len(other.places) > len(found.places)):
                        found = other
                        break
        if found:
            yield Cue(place, place + len(found.places), found.form, found.stance)
            place += len(found.places)
        else:
            place += 1


def _longest(patterns: Sequence[Pattern], words: Sequence[Word], place: int) -> Pattern | None:
    for pattern in patterns:
        if place + len(pattern.places) <= len(words) and all(
            words[place + offset].folded in forms for offset, forms in enumerate(pattern.places[1:], 1)
        ):
            return pattern
    return None
