"""What the language files say about splitting, cues and common words, made ready for use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from readout.date.lexicon import fold
from readout.date.written import Names, names

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Splitting:
    """How one language writes its sentence ends.

    Abbreviations are folded and bear no last full stop: those that never end a sentence, those that are abbreviations only before a
    number, and those that may end one. `starters` are frequent words: capitalised after an abbreviation, they begin a sentence.
    """

    abbreviations: frozenset[str] = _NONE
    numbering_abbreviations: frozenset[str] = _NONE
    closing_abbreviations: frozenset[str] = _NONE
    starters: frozenset[str] = _NONE
    colon_ends: bool = False
    ordinal_stop: bool = False


@dataclass(frozen=True)
class OwnLetters:
    """Letters that one language alone writes, and the share of a text's letters from which they decide."""

    letters: frozenset[str]
    share: float


@dataclass(frozen=True)
class Cues:
    """Words by which a line tells its role, those of all languages together: roles are judged before languages are known."""

    header: frozenset[str]
    byline: re.Pattern[str]
    credit: re.Pattern[str]
    photo: re.Pattern[str]
    read_also: re.Pattern[str]
    read_also_lines: frozenset[str]
    read_also_of: re.Pattern[str]
    page_lines: frozenset[str]
    invitation: re.Pattern[str]
    appeal: re.Pattern[str]
    salutations: frozenset[str]


@dataclass(frozen=True)
class Languages:
    """Everything the stage knows about languages: `candidates` are the codes that may be answered."""

    candidates: tuple[str, ...]
    splitting: Mapping[str, Splitting]
    common_words: Mapping[str, frozenset[str]]
    own_letters: Mapping[str, OwnLetters]
    every_common_word: frozenset[str]
    cues: Cues
    calendar: Names

    def is_common(self, word: str) -> bool:
        """Whether a word is a frequent one in any described language."""
        return fold(word) in self.every_common_word


def languages(candidates: Iterable[str], files: Mapping[str, Mapping]) -> Languages:
    """Compile the language files (code to parsed content) for the candidate languages; cues of every file are used.

    Files need none of the sections `language`, `sentences`, `segments`, `dates`; raises ValueError when there is no candidate.
    """
    candidates = tuple(dict.fromkeys(candidates))
    if not candidates:
        raise ValueError("no languages to choose from")
    words = {code: frozenset(section(file, "language").get("common_words", ())) for code, file in sorted(files.items())}
    return Languages(
        candidates=candidates,
        splitting={code: _splitting(section(file, "sentences"), frozenset(map(fold, words[code]))) for code, file in sorted(files.items())},
        common_words={code: _only(code, words) for code in words if code in candidates},
        own_letters={
            code: OwnLetters(frozenset(own["letters"]), float(own["share"]))
            for code, file in sorted(files.items())
            if code in candidates and (own := section(file, "language").get("own_letters"))
        },
        every_common_word=frozenset(fold(word) for common in words.values() for word in common),
        cues=_cues([section(file, "segments") for _, file in sorted(files.items())]),
        calendar=names(files, [section(file, "dates") for _, file in sorted(files.items())]),
    )


def section(file: Mapping, name: str) -> Mapping:
    """A section of a language file; empty where it has none."""
    return file.get(name) or {}


def _only(code: str, words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words of one language that no other described language shares."""
    others = frozenset().union(*(other for language, other in words.items() if language != code))
    return words[code] - others


def _splitting(sentences: Mapping, starters: frozenset[str]) -> Splitting:
    return Splitting(
        frozenset(map(fold, sentences.get("abbreviations", ()))),
        frozenset(map(fold, sentences.get("numbering_abbreviations", ()))),
        frozenset(map(fold, sentences.get("closing_abbreviations", ()))),
        starters,
        bool(sentences.get("colon_ends", False)),
        bool(sentences.get("ordinal_stop", False)),
    )


def _cues(sections: list[Mapping]) -> Cues:
    def phrases(key: str) -> list[str]:
        return sorted({phrase.lower() for entry in sections for phrase in entry.get(key) or ()}, key=lambda phrase: (-len(phrase), phrase))

    def either(key: str) -> str:
        return "|".join(map(re.escape, phrases(key))) or r"(?!)"

    credit_lines = either("credit_lines")
    return Cues(
        header=frozenset(fold(word) for phrase in phrases("header") for word in phrase.split()),
        byline=re.compile(rf"(?:(?:{either('byline')})\s+(?=\S)|(?:{either('byline_labels')})\s*[:՝]\s*\S)", re.IGNORECASE),
        credit=re.compile(rf"(?:(?:{either('credit_labels')})\s*[:՝]\s*\S|(?:{credit_lines})\W*\Z|(?:©|\(c\)|copyright\b))", re.IGNORECASE),
        photo=re.compile(rf"\W?(?:{either('photo_labels')})\s*[:՝/©]", re.IGNORECASE),
        read_also=re.compile(rf"(?:[^\w\s]+\s*)?(?:{either('read_also')})\s*[:՝»>→…]", re.IGNORECASE),
        read_also_lines=frozenset(phrases("read_also")),
        read_also_of=re.compile(rf"(?:{either('read_also_of')})\s+[^\W\d_]", re.IGNORECASE),
        page_lines=frozenset(phrases("page_lines")),
        invitation=re.compile(rf"(?:[^\w\s]+\s*)?(?:{either('invitations')})\b", re.IGNORECASE),
        appeal=re.compile(rf"(?:[^\w\s]+\s*)?(?:{either('appeals')})(?!\w)", re.IGNORECASE),
        salutations=frozenset(map(fold, phrases("salutations"))),
    )
