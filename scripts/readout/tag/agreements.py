"""Treaties, declarations, joint statements and resolutions beyond the pack, by the patterns of a language.

What the patterns are made of is data (`agreements` in `config/languages/names/<code>.yaml`): regular expressions in which
`{word}` stands for an entry of `words`. Groups of a pattern mean something: `what` are words that have to tell one such
document from all others, and not be `generic` alone; `number`, with `body` where that is said, makes a resolution;
`more` are the further numbers of a list of resolutions; `name` is the name, where it is not all that matched.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from readout.pack.folding import typographic
from readout.tag.protocol import Name

SCORE = 0.95
"""Precision, measured on samples of real releases; see `docs/accuracy.md`."""

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:/\d+)?")
_TITLE = 0.9
_LONG = 5
_FEWEST = 4


class AgreementTagger:
    """Finds names of agreements in sentences of one language, by the rules of that language."""

    method = "agreements"

    def __init__(self, rules: Mapping) -> None:
        words = dict(rules.get("words") or {})
        self._generic = frozenset((rules.get("generic") or "").split())
        self._bodies = {body: re.compile(_filled(pattern, words)) for body, pattern in (rules.get("bodies") or {}).items()}
        words["body"] = "|".join(f"(?:{pattern})" for pattern in (rules.get("bodies") or {}).values()) or "(?!)"
        self._never = re.compile(_filled(rules["never"], words)) if rules.get("never") else None
        self._patterns = [re.compile(_filled(pattern, words)) for pattern in rules.get("patterns") or ()]
        self._plain = [re.compile(_filled(pattern, words)) for pattern in rules.get("headlines") or ()]

    def tag(self, sentences: Sequence[str]) -> list[list[Name]]:
        """The names of each sentence; in headlines, where every word has a capital, only what needs none to be known."""
        return [list(self._names(typographic(sentence))) for sentence in sentences]

    def _names(self, sentence: str) -> Iterator[Name]:
        for pattern in self._plain if self._plain and _headline(sentence) else [*self._plain, *self._patterns]:
            for match in pattern.finditer(sentence):
                yield from self._read(match)

    def _read(self, match: re.Match) -> Iterator[Name]:
        groups = match.groupdict()
        start, end = match.span("name") if groups.get("name") else match.span()
        if self._never and self._never.match(match.string, start):
            return
        what = groups.get("what")
        if what is not None and all(word.lower() in self._generic for word in _WORD.findall(what)):
            return
        number = groups.get("number")
        if number is None:
            yield Name(start, end, "AGREEMENT", self.method, SCORE)
            return
        body = self._body(groups.get("body"))
        yield Name(start, end, "AGREEMENT", self.method, SCORE, key=f"{body}resolution {number}")
        if groups.get("more"):
            for further in _NUMBER.finditer(match.string, *match.span("more")):
                yield Name(*further.span(), "AGREEMENT", self.method, SCORE, key=f"{body}resolution {further[0]}")

    def _body(self, said: str | None) -> str:
        """The body that adopted a resolution, by its sign in every language alike; nothing where it is not said."""
        return next((f"{body} " for body, pattern in self._bodies.items() if said and pattern.search(said)), "")


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """A pattern with its `{word}` put in, those within words too."""
    while (filled := re.sub(r"\{([a-z_]+)\}", lambda found: f"(?:{words[found[1]]})", pattern)) != pattern:
        pattern = filled
    return pattern


def _headline(sentence: str) -> bool:
    """Whether nearly every word begins with a capital, so that a capital tells nothing."""
    words = [word for word in _WORD.findall(sentence) if len(word) >= _LONG]
    capitals = sum(word[0].isupper() for word in words)
    return not sentence.rstrip().endswith((".", "!", "?", ";")) and len(words) >= _FEWEST and capitals >= _TITLE * len(words)
