"""The verbs of a domain pack, made ready: from a word of a text to what may begin there.

A verb file names words by patterns. `meeting` is that word; `call/s` is the stem "call" with the endings of the paradigm `s`; `/meet` a
paradigm that gives whole words; `встреч*` any word that begins so; `he(ld|ard)` one of several; `..` up to three words between two others.
What a paradigm's ending has before `~` goes before the stem: `կ~ի` makes `կհանդիպի` of `հանդիպ`.
Everything that is looked for - verbs, nouns, words that deny, words that begin a clause - stands in one dictionary, so that each word of a
text is looked up once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from readout.pack.files import read_yaml
from readout.pack.folding import folded
from readout.refer.words import Word
from readout.tables.schema import EVENT_STATUSES, EVENT_TYPES, MODES

FORMS = ("past", "present", "base", "future", "infinitive", "passive", "participle", "ing", "wish", "negative", "noun")
"""What a form of a word tells: `base` is a form that is present or infinitive, as the words before it say; `passive` is passive by itself;
`participle` stands with a noun; `wish` is conditional or imperative; `negative` says that it is not so."""
STRONG = frozenset(("act", "encounter", "deed", "light", "talk", "exclude"))
"""Kinds of which one shuts out what lies in it."""
NOUNS = ("encounter", "deed")
"""Kinds of nouns that tell an event together with a light verb."""
_BEGIN = frozenset(("act", "encounter", "light", "talk"))
"""Kinds without which a sentence tells no event."""
GAP = ".."
GAP_WORDS = 3
_JOINING = frozenset((",", "և", "եւ", "ու"))
_JOINED = 3
"""Words before a verb among which it is joined to an earlier one."""
_CACHED = 200_000
_STEM = 3
"""Letters by which words that a pattern gives the beginning of are looked up."""
_PARTS = re.compile(r"(?:\([^()]*\)|[^\s()])+")
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")

Slots = Mapping[str, tuple[str, ...]]
"""Role to the marks by which its phrase is known, the best first."""


class Entry(NamedTuple):
    """One entry of a verb file: what is meant by its words, and where actor and recipient stand.

    `kind`: `act` (a verb), `encounter` (a noun for a meeting, call …), `deed` (a noun for an act of another type), `light` (a verb that
    only says that something took place; with a type, that a deed of this type did), `talk` (a verb that shows that an encounter took
    place), `exclude` (words that mean none of this), or one of the word lists of the file.
    """

    id: str
    kind: str
    type: str | None = None
    mode: str | None = None
    frame: str = ""
    score: float = 1.0
    needs: tuple[str, ...] = ()
    status: str | None = None


class Rest(NamedTuple):
    """A word of a pattern behind its first: the words it may be, with their forms, and the beginnings."""

    words: Mapping[str, str]
    beginnings: tuple[tuple[str, str], ...]
    gap: bool

    def form(self, word: str) -> str | None:
        """The form that the word is of; None where it is another word."""
        if (form := self.words.get(word)) is not None or not self.beginnings:
            return form
        return next((form for beginning, form in self.beginnings if word.startswith(beginning)), None)


class Pattern(NamedTuple):
    """What may follow a word that was looked up: its entry, the form of the first word, and the words behind it."""

    entry: Entry
    form: str
    rest: tuple[Rest, ...]


class Hit(NamedTuple):
    """Words `[first, last]` of a sentence that are of an entry, and the form they are in."""

    first: int
    last: int
    entry: Entry
    form: str


class _Begun(NamedTuple):
    """The patterns that begin with a word, by the words of which one must follow near: most do not, and need no closer look."""

    patterns: tuple[Pattern, ...]
    always: tuple[int, ...]
    following: Mapping[str, tuple[int, ...]]
    stems: Mapping[str, tuple[int, ...]]
    whatever: tuple[Pattern, ...]
    """Those that may go on whatever follows: the patterns of `always`."""

    @classmethod
    def of(cls, patterns: tuple[Pattern, ...]) -> "_Begun":
        always: list[int] = []
        following: dict[str, list[int]] = {}
        stems: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            rest = next((rest for rest in pattern.rest if not rest.gap), None)
            if rest is None or any(len(beginning) < _STEM for beginning, _ in rest.beginnings):
                always.append(number)
                continue
            for word in rest.words:
                following.setdefault(word, []).append(number)
            for beginning, _ in rest.beginnings:
                stems.setdefault(beginning[:_STEM], []).append(number)
        return cls(
            patterns,
            tuple(always),
            {word: tuple(numbers) for word, numbers in following.items()},
            {stem: tuple(numbers) for stem, numbers in stems.items()},
            tuple(patterns[number] for number in always),
        )

    def among(self, words: Sequence[Word], place: int, passing: frozenset[str]) -> Sequence[Pattern]:
        """Those of the patterns that may go on as the words behind `place` do, in order."""
        if len(self.always) == len(self.patterns):
            return self.patterns
        last = min(len(words), place + GAP_WORDS + 2)
        if place + 1 < last and words[place + 1].folded in passing:
            return self.patterns
        following, stems = self.following, self.stems
        found: list[int] = []
        for at in range(place + 1, last):
            word = words[at].folded
            if (numbers := following.get(word)) is not None:
                found += numbers
            if stems and (numbers := stems.get(word[:_STEM])) is not None:
                found += numbers
        if not found:
            return self.whatever
        return [self.patterns[number] for number in sorted({*self.always, *found})]


@dataclass(eq=False)
class Verbs:
    """The verbs of one language."""

    language: str
    exact: dict[str, list[Pattern]]
    beginnings: dict[int, dict[str, list[Pattern]]]
    frames: dict[str, dict[str, Slots]]
    cases: dict[str, "Case"]
    order: str
    passive_by: frozenset[str]
    lists: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        self._known: dict[str, tuple[Pattern, ...]] = {}
        self._begun: dict[str, _Begun | None] = {}
        self._acts: dict[str, bool] = {}

    def acts(self, word: str) -> bool:
        """Whether something that may be an event can begin with a word."""
        known = self._acts.get(word)
        if known is None:
            known = any(pattern.entry.kind in _BEGIN for pattern in self.at(word))
            if len(self._acts) < _CACHED:
                self._acts[word] = known
        return known

    def at(self, word: str) -> tuple[Pattern, ...]:
        """What may begin with a word, the longest patterns first."""
        known = self._known.get(word)
        if known is None:
            found = list(self.exact.get(word, ()))
            for length, beginnings in self.beginnings.items():
                found += beginnings.get(word[:length], ()) if len(word) >= length else ()
            known = tuple(sorted(found, key=lambda pattern: -len(pattern.rest)))
            if len(self._known) < _CACHED:
                self._known[word] = known
        return known

    def _beginning(self, word: str) -> "_Begun | None":
        if word in self._begun:
            return self._begun[word]
        patterns = self.at(word)
        begun = _Begun.of(patterns) if patterns else None
        if len(self._begun) < _CACHED:
            self._begun[word] = begun
        return begun

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """What a sentence holds, in order: at each word the longest pattern of each kind."""
        made: list[Hit] = []
        passing = self.lists.get("passing", frozenset())
        bare = self.lists.get("bare", frozenset())
        for place, word in enumerate(words):
            begun = self._beginning(word.folded)
            if begun is None:
                continue
            patterns = begun.among(words, place, passing)
            if not patterns:
                continue
            best: dict[tuple[str, str, str | None], Hit] = {}
            for pattern in patterns:
                light = pattern.entry.kind == "light"
                kind = (pattern.entry.kind, pattern.entry.frame if light else "", pattern.entry.type if light else None)
                if kind in best and best[kind].last - place >= len(pattern.rest):
                    continue
                found = _followed(words, place, pattern, passing)
                if found and (kind not in best or found.last > best[kind].last):
                    best[kind] = found
            if bare and place and words[place - 1].folded in bare:
                # "to cut": of a verb whose forms are alike
                made += [hit._replace(form="base") if hit.form == "past" else hit for hit in best.values()]
            else:
                made += best.values()
        return _finite(made, words, finite) if (finite := self.lists.get("finite")) else made


class Case(NamedTuple):
    """How a phrase shows what part it plays: words before or behind it, and endings of its words."""

    before: frozenset[str]
    after: frozenset[str]
    endings: tuple[str, ...]
    unlike: frozenset[str]
    words: frozenset[str]
    weak: tuple[str, ...] = ()
    """Endings that names have of themselves too: who has one may be the subject as well."""


def _finite(hits: list[Hit], words: Sequence[Word], finite: frozenset[str]) -> list[Hit]:
    """Hits whose form is both infinitive and participle ("հանդիպել"), by whether an auxiliary makes them finite.

    It stands inside or beside the verb; a later verb that is joined to one with an auxiliary shares it ("met … and thanked").
    """
    made: list[Hit] = []
    shared = False
    for hit in hits:
        if hit.form == "base":
            # "agreed to open": the auxiliary between two verbs is the first one's
            before = 0 if any(other.last == hit.first - 2 and other.entry.kind == "act" for other in made) else 1
            own = any(word.folded in finite for word in words[max(0, hit.first - before) : hit.last + 2])
            joined = shared and any(word.folded in _JOINING for word in words[max(0, hit.first - _JOINED) : hit.first])
            shared = shared or own
            hit = hit._replace(form="past" if own or joined else "infinitive")
        made.append(hit)
    return made


def _followed(words: Sequence[Word], place: int, pattern: Pattern, passing: frozenset[str]) -> Hit | None:
    form, at, gap = pattern.form, place, 0
    for rest in pattern.rest:
        if rest.gap:
            gap = GAP_WORDS
            continue
        while not gap and at + 1 < len(words) and words[at + 1].folded in passing and rest.form(words[at + 1].folded) is None:
            # "threatened today to"
            at += 1
        for step in range(1, gap + 2):
            if at + step >= len(words):
                return None
            told = rest.form(words[at + step].folded)
            if told is not None:
                at, gap = at + step, 0
                form = told or form
                break
            if not words[at + step].folded[0].isalnum():
                return None
        else:
            return None
    return Hit(place, at, pattern.entry, form or "past")


def longest(hits: list[Hit]) -> list[Hit]:
    """The hits without those that lie in a longer one, and without what shut them out ("meeting room"). Words of doubt stay."""
    made: list[Hit] = []
    until, kept = -1, None
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last, hit.entry.kind != "exclude")):
        if hit.entry.kind not in STRONG:
            made.append(hit)
            continue
        if hit.first <= until and kept is not None:
            same = hit.first == kept.first and hit.last == kept.last and kept.entry.kind != "exclude"
            if not same and hit.last <= until:
                continue
        made.append(hit)
        if hit.last >= until:
            until, kept = hit.last, hit
    return [hit for hit in made if hit.entry.kind != "exclude"]


def read_verbs(files: Iterable[str | Path]) -> dict[str, Verbs]:
    """The verbs of each language, from the files of a domain pack, which bear the languages' codes."""
    return {Path(file).stem: verbs(Path(file).stem, read_yaml(file)) for file in sorted(files, key=str)}


def verbs(language: str, file: Mapping) -> Verbs:
    """Compile a verb file; ValueError where it names a paradigm, form, frame, type, mode or status that is not there."""
    paradigms = {name: dict(forms) for name, forms in (file.get("paradigms") or {}).items()}
    exact: dict[str, list[Pattern]] = {}
    beginnings: dict[int, dict[str, list[Pattern]]] = {}
    elements: dict[tuple[str, str], Rest] = {}
    frames = {
        name: {voice: {role: tuple(marks) for role, marks in slots.items()} for voice, slots in voices.items()}
        for name, voices in (file.get("frames") or {}).items()
    }

    def add(entry: Entry, pattern: str, form: str) -> None:
        if not isinstance(pattern, str):
            raise ValueError(f"verbs {language}: {entry.id} has {pattern!r}, which YAML takes for no word; put it in quotation marks")
        if re.search(r"\([^()]*\s", pattern):
            raise ValueError(f"verbs {language}: {entry.id} has {pattern!r}; what stands between brackets must be single words")
        parts = _PARTS.findall(pattern)
        for part in parts:
            if (part, form) not in elements:
                elements[part, form] = _element(part, form, paradigms)
        first, *rest = [elements[part, form] for part in parts]
        made = tuple(rest)
        for word, told in first.words.items():
            exact.setdefault(word, []).append(Pattern(entry, told, made))
        for beginning, told in first.beginnings:
            beginnings.setdefault(len(beginning), {}).setdefault(beginning, []).append(Pattern(entry, told, made))

    for item in file.get("entries") or ():
        entry = Entry(
            str(item["id"]),
            item.get("kind", "act"),
            item.get("type"),
            item.get("mode"),
            item.get("frame", ""),
            float(item.get("score", 1.0)),
            tuple(item.get("needs") or ()),
            item.get("status"),
        )
        for said, allowed in ((entry.type, EVENT_TYPES), (entry.mode, MODES), (entry.status, EVENT_STATUSES)):
            if said is not None and said not in allowed:
                raise ValueError(f"verbs {language}: entry {entry.id} has {said!r}; it takes one of {', '.join(allowed)}")
        if entry.frame and entry.frame not in frames:
            raise ValueError(f"verbs {language}: entry {entry.id} has the frame {entry.frame}, which the file does not describe")
        for pattern in item.get("words") or ():
            add(entry, pattern, "noun" if entry.kind in NOUNS else "")
        for form in FORMS:
            for pattern in item.get(form) or ():
                add(entry, pattern, form)
    for mode, listed in (file.get("modes") or {}).items():
        for pattern in listed or ():
            add(Entry(mode, f"mode:{mode}"), pattern, "")
    for kind, listed in (file.get("words") or {}).items():
        for pattern in listed or ():
            add(Entry(kind, kind), pattern, "")
    for pattern in file.get("exclude") or ():
        add(Entry("exclude", "exclude"), pattern, "")
    cases = {
        name: Case(
            frozenset(folded(str(word)) for word in case.get("before") or ()),
            frozenset(folded(str(word)) for word in case.get("after") or ()),
            tuple(sorted((folded(str(ending)) for ending in case.get("endings") or ()), key=lambda ending: (-len(ending), ending))),
            frozenset(folded(str(word)) for word in case.get("unlike") or ()),
            frozenset(folded(str(word)) for word in case.get("words") or ()),
            tuple(sorted((folded(str(ending)) for ending in case.get("weak") or ()), key=lambda ending: (-len(ending), ending))),
        )
        for name, case in (file.get("cases") or {}).items()
    }
    lists = {name: frozenset(folded(str(word)) for word in listed or ()) for name, listed in (file.get("lists") or {}).items()}
    places = {name: tuple(folded(str(ending)) for ending in listed or ()) for name, listed in (file.get("places") or {}).items()}
    return Verbs(
        language,
        exact,
        beginnings,
        frames,
        cases,
        file.get("order", "svo"),
        lists.get("passive", frozenset()),
        lists,
        places,
    )


def _element(part: str, form: str, paradigms: Mapping[str, Mapping[str, Sequence[str]]]) -> Rest:
    if part == GAP:
        return Rest({}, (), True)
    words: dict[str, str] = {}
    begun: list[tuple[str, str]] = []
    for spelled in _spelled(part):
        stem, slash, name = spelled.partition("/")
        if slash:
            if name not in paradigms:
                raise ValueError(f"verbs: {part} has the paradigm {name}, which the file does not describe")
            for told, endings in paradigms[name].items():
                for ending in endings:
                    prefix, _, suffix = ending.rpartition("~")
                    words.setdefault(folded(prefix + stem + suffix), told)
        elif stem.endswith("*"):
            begun.append((folded(stem[:-1]), form))
        else:
            words[folded(stem)] = form
    return Rest(words, tuple(begun), False)


def _spelled(part: str) -> Iterator[str]:
    """A pattern's word with each of its alternatives."""
    found = _ALTERNATIVES.search(part)
    if not found:
        yield part
        return
    for choice in found[1].split("|"):
        yield from _spelled(part[: found.start()] + choice + part[found.end() :])
