"""What words say of persons and bodies without naming them: offices, pronouns, groups, peoples; per language, read from data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from readout.pack.files import read_yaml
from readout.pack.folding import folded

ROLES = "roles"
"""The file of what holds in all languages."""
_VALUED = {"possessives": "possessive", "pronouns": "pronoun", "courtesies": "courtesy", "roles": "role", "bodies": "body"}
_VALUED |= {"portfolios": "portfolio", "groups": "group", "numbers": "number"}
_PLAIN = {"determiners": "determiner", "indefinite": "indefinite"}
_PLAIN |= {"connectors": "connector", "abroad": "abroad", "and": "and", "prepositions": "preposition", "company": "company"}
_PLAIN |= {
    "relatives": "relative",
    "objects": "object",
    "acting": "acting",
    "modifiers": "modifier",
    "title_words": "title",
    "inside": "inside",
    "unnamed": "unnamed",
}
_LONGEST_WORD = 40
"""Letters of a word up to which what it says is remembered: longer ones are no words, and all different."""
_NOTHING: Mapping[str, str] = {}


class Office(NamedTuple):
    """An office: what it is called (`minister`), and the words that tell which (`foreign`, `deputy`)."""

    role: str
    portfolios: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The office as it is written in data: `minister+foreign`."""
        return "+".join((self.role, *sorted(self.portfolios)))


def office(written: str) -> Office:
    """The office that data writes as `minister+foreign`."""
    role, *portfolios = written.split("+")
    return Office(role, frozenset(portfolios))


@dataclass
class Lexicon:
    """The words of one language: what each says, by kind of saying; and on which side of an office its country stands."""

    language: str
    of: str
    _exact: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    _stems: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    _known: dict[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    _longest: int = field(default=0, repr=False)

    @property
    def articles(self) -> bool:
        """Whether the language has articles, so that an office without one is nobody's."""
        return self.of == "both"

    def tags(self, word: str) -> Mapping[str, str]:
        """What a folded word says: kind of saying → value (`role` → `minister`); empty for most words."""
        found = self._known.get(word)
        if found is None:
            found = self._look_up(word)
            if len(word) <= _LONGEST_WORD:
                self._known[word] = found
        return found

    def _look_up(self, word: str) -> Mapping[str, str]:
        if exact := self._exact.get(word):
            return exact
        if self.language == "en" and word.endswith("'s"):
            return self._exact.get(word[:-2], _NOTHING)
        for length in range(min(len(word), self._longest), 2, -1):
            if stem := self._stems.get(word[:length]):
                return stem
        return _NOTHING

    def add(self, form: str, kind: str, value: str) -> None:
        """Note what a form says; `*` at its end stands for any ending."""
        form = folded(form)
        into = self._stems if form.endswith("*") else self._exact
        self._longest = max(self._longest, len(form))
        into.setdefault(form.rstrip("*"), {}).setdefault(kind, value)


@dataclass(frozen=True)
class Offices:
    """Which offices may stand for which, whoever heads a body, and what tells two offices apart; for all languages."""

    stands_for: Mapping[str, frozenset[Office]]
    headed: Mapping[str, str]
    apart: frozenset[str]

    def same(self, said: Office, held: Office) -> bool:
        """Whether a person who holds an office may be spoken of by what is said."""
        for meant in self.stands_for.get(said.key, ()):
            if meant.role == held.role and meant.portfolios <= held.portfolios and not self._apart(meant, held):
                return True
        return said.role == held.role and said.portfolios <= held.portfolios and not self._apart(said, held)

    def _apart(self, one: Office, other: Office) -> bool:
        return bool((one.portfolios ^ other.portfolios) & self.apart)


class Lexicons(NamedTuple):
    """The words of each described language, and what holds in all."""

    languages: dict[str, Lexicon]
    offices: Offices

    def of(self, language: str) -> Lexicon:
        """The words of a language; English ones for a language that is not described."""
        return self.languages.get(language) or self.languages["en"]


def read_lexicons(files: Iterable[str | Path]) -> Lexicons:
    """The lexicons of `config/languages/reference/*.yaml`, by the names of the files."""
    languages, offices = {}, Offices({}, {}, frozenset())
    for file in sorted(files, key=str):
        told = read_yaml(file)
        if Path(file).stem == ROLES:
            stands = {office(said).key: frozenset(map(office, meant)) for said, meant in told["stands_for"].items()}
            offices = Offices(stands, told["headed"], frozenset(told["apart"]))
        else:
            languages[Path(file).stem] = _lexicon(Path(file).stem, told)
    return Lexicons(languages, offices)


def _lexicon(language: str, told: Mapping) -> Lexicon:
    made = Lexicon(language, told.get("of", "before"))
    for section, kind in _PLAIN.items():
        for form in told.get(section) or ():
            made.add(str(form), kind, "")
    for section, kind in _VALUED.items():
        for value, forms in (told.get(section) or {}).items():
            for form in forms or ():
                made.add(str(form), kind, str(value))
    for country, forms in (told.get("demonyms") or {}).items():
        for form in forms.split():
            made.add(form, "country", country)
    return made
