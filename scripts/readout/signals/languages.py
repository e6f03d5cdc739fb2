"""What the language files say under `signals`, made ready for use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from readout.signals.phrases import Phrases, spelled_out
from readout.signals.terms import tortured

_KINDS = {"spun_phrases": "phrase", "calques": "calque", "stilted": "stilted", "grammar": "grammar"}
_YEARS = range(1950, 2051)


@dataclass(frozen=True)
class Wording:
    """What gives a rewritten or translated text in one language away.

    `phrases` have names of two parts, the kind of evidence and what is to be said about it.
    """

    phrases: Phrases
    also_said: re.Pattern[str]
    loose_verb: re.Pattern[str]
    dashed_speech: re.Pattern[str]
    unfinished: re.Pattern[str]
    wrong_saying: re.Pattern[str]
    doubled_office: re.Pattern[str]
    peoples: re.Pattern[str]
    letters: int
    surnames: bool


@dataclass(frozen=True)
class Tells:
    """The wording of each language that has any, and what holds for all: leftovers of other languages, marks of a cut, common words."""

    wording: Mapping[str, Wording]
    leftovers: Mapping[str, frozenset[str]]
    cut: re.Pattern[str]
    link_ends: frozenset[str]
    common: frozenset[str]

    def is_common(self, word: str) -> bool:
        """Whether a word is a frequent one in any described language."""
        return word.lower() in self.common


def tells(files: Mapping[str, Mapping]) -> Tells:
    """Compile the language files (code to parsed content); those without a section `signals` give nothing."""
    sections = {code: file.get("signals") or {} for code, file in sorted(files.items())}
    cut = sorted({phrase for part in sections.values() for phrase in part.get("cut") or ()}, key=lambda phrase: (-len(phrase), phrase))
    return Tells(
        wording={code: _wording(part) for code, part in sections.items() if part.get("fixed_terms") or part.get("calques")},
        leftovers={code: frozenset(words) for code, part in sections.items() if (words := part.get("leftovers"))},
        cut=re.compile(
            rf"(?:\[\+\d+ chars\]|(?:…|\.\.\.)\s*\W?\s*(?:{_either(cut)})\W*|(?:…|\.\.\.|\[…\]|\[\.\.\.\]))\s*\Z", re.IGNORECASE
        ),
        link_ends=frozenset(word for part in sections.values() for word in part.get("link_ends") or ()),
        common=frozenset(word.lower() for file in files.values() for word in (file.get("language") or {}).get("common_words", ())),
    )


def _wording(part: Mapping) -> Wording:
    letters = int(part.get("letters", 0))
    said = list(spelled_out(part.get("also_said") or ()))
    terms = tortured(
        spelled_out(part.get("fixed_terms") or ()), part.get("synonyms") or {}, frozenset(said), bool(part.get("plural", False))
    )
    named = {phrase: ("term", why) for phrase, why in _uncut(terms, part, letters).items()}
    for key, kind in _KINDS.items():
        for phrase in spelled_out(part.get(key) or ()):
            if len(phrase) > 1:
                named.setdefault(phrase, (kind, " ".join(phrase)))
    for phrase in product(part.get("year_before") or (), map(str, _YEARS), part.get("year") or ()):
        named[phrase] = ("year", " ".join(phrase))
    saying = _either(part.get("saying"))
    return Wording(
        phrases=Phrases(named, letters),
        also_said=_also_said(said),
        loose_verb=re.compile(rf"(?:[.!?․։]|[”»“«\"])\s+[”»“«\"]?(?:{_either(part.get('loose_verbs'))})\s*[.․](?!\w)", re.IGNORECASE),
        dashed_speech=re.compile(rf"(?:,[”\"»]|[”\"»],)\s[-–—]\s?[a-z]|[”\"»][,.]?\s?[-–—]\s?(?:[A-Z]\w+\s){{0,2}}(?:{saying})\b"),
        unfinished=re.compile(
            rf"\b(?:{_either(part.get('unfinished_by'))}|[A-Z]\w+)\s(?:{_either(part.get('unfinished'))})\s?[.․](?=\s|\Z)"
        ),
        wrong_saying=re.compile(rf"[,.!?][”\"]\s(?:[A-Z]\w+\s|[Tt]he\s|he\s|she\s){{0,3}}(?:{_either(part.get('wrong_saying'))})\b"),
        doubled_office=re.compile(rf"\b(?i:({_either(part.get('offices'))}))\s(?:[A-Z][\w.]*\s){{1,2}}(?i:\1)\s(?:of|for)\b"),
        peoples=re.compile(rf"\b(?i:{_either(part.get('peoples'))})\s[A-Z][a-z]+(?:ians|anis|ans|ese)\b"),
        letters=letters,
        surnames=bool(part.get("surnames", False)),
    )


def _uncut(terms: Mapping[tuple[str, ...], str], part: Mapping, letters: int) -> dict[tuple[str, ...], str]:
    """The wrong forms that differ from every right one in the letters that are compared."""
    if not letters:
        return dict(terms)
    right = {
        tuple(word[:letters] for word in phrase) for key in ("fixed_terms", "also_said") for phrase in spelled_out(part.get(key) or ())
    }
    return {phrase: why for phrase, why in terms.items() if tuple(word[:letters] for word in phrase) not in right}


def _also_said(said: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    written = sorted({r"[\s\-]+".join(map(re.escape, phrase)) for phrase in said}, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(written) or '(?!)'})s?\b", re.IGNORECASE)


def _either(words: Iterable[str] | None) -> str:
    return "|".join(re.escape(word) for word in sorted(words or (), key=lambda word: (-len(word), word))) or "(?!)"
