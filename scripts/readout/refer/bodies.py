"""Bodies without their names: "the ministry", "the delegation", "the Azerbaijani side", and who issued "the statement"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.refer.document import Name, Sentence
from readout.refer.phrase import Phrase
from readout.refer.words import words

if TYPE_CHECKING:
    from readout.refer.resolve import Discourse

STATE = "country:"
_BEARS = frozenset({"ministry", "agency", "embassy", "government", "parliament", "council", "organisation"})
"""Kinds of bodies that have names: "the ministry" is one that was named before."""


def body(discourse: Discourse, sentence: Sentence, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
    """Whom a body without its name means; `countries` are those that the phrase names."""
    if phrase.body == "side":
        return tuple(f"{STATE}{country}" for country in sorted(countries))
    if phrase.body == "delegation":
        return _delegation(discourse, phrase, countries)
    if phrase.body == "documents":
        return tuple(name.entity_id for name in phrase.of if name.entity_id)[:1]
    if phrase.body in _BEARS:
        return _named_before(discourse, phrase, countries)
    return ()


def _named_before(discourse: Discourse, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
    """The body of the kind that was named last before the phrase, of the country that it names, if it names one."""
    nearest: str | None = None
    for sentence in discourse.document.sentences:
        for name in sentence.names:
            if name.start >= phrase.start:
                return (nearest,) if nearest else ()
            if name.kind != "ORG" or not name.entity_id or not _is_of_kind(discourse, name, phrase.body, sentence.language):
                continue
            if not countries or discourse.reader.countries.get(name.entity_id) in countries:
                nearest = name.entity_id
    return (nearest,) if nearest else ()


def _is_of_kind(discourse: Discourse, name: Name, kind: str | None, language: str) -> bool:
    """Whether a body is of a kind, by a word of its name as written, or as the pack calls it in English."""
    reader = discourse.reader
    for title, spoken in ((name.surface, language), (reader.titles.get(name.entity_id or "", ""), "en")):
        lexicon = reader.lexicons.of(spoken)
        if any(lexicon.tags(word.folded).get("body") == kind for word in words(title, 0, len(title))):
            return True
    return False


def _delegation(discourse: Discourse, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
    """A delegation is the person with an office who was named first of its country, who leads it, and the country.

    Where the phrase names no country, it is that of a delegation named before, else that of the first person with an office.
    """
    country = min(countries, default=None)
    leader: str | None = None
    for sentence in discourse.document.sentences:
        for other in discourse.phrases(sentence):
            if other.start >= phrase.start:
                break
            if other.body == "delegation" and country is None:
                country = min(discourse.countries_of(other), default=None)
        if sentence.start >= phrase.start:
            break
    for sentence in discourse.document.sentences:
        for other in discourse.phrases(sentence):
            if other.start >= phrase.start:
                return (*((leader,) if leader else ()), *((f"{STATE}{country}",) if country else ()))
            if leader is None and other.kind == "name" and other.office and other.head and other.head.kind == "PER":
                home = min(discourse.countries_of(other), default=None) or discourse.country(other.head.entity_id or "")
                if other.head.entity_id and home and (country is None or home == country):
                    leader, country = other.head.entity_id, home
    return (*((leader,) if leader else ()), *((f"{STATE}{country}",) if country else ()))
