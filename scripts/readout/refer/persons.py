"""Single persons without their names: pronouns, and counterparts ("his Armenian counterpart")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readout.refer.bodies import STATE
from readout.refer.document import Sentence
from readout.refer.phrase import Phrase

if TYPE_CHECKING:
    from readout.refer.resolve import Discourse

REACH = 6
"""Sentences back in which a pronoun's or a group's meaning is looked for."""
_TWO = 2
_NEAREST = 40
"""Phrases of one sentence before a place that are looked at, at most: more are a list, or no sentence."""


def pronoun(discourse: Discourse, sentence: Sentence, phrase: Phrase, speaker: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a pronoun means; `speaker` is who speaks right before it, whom it is taken for first if it fits."""
    if phrase.relative:
        told = discourse.phrases(sentence)
        before = bisect_right(told, phrase.start, key=lambda other: other.end)
        return discourse.resolve(sentence, told[before - 1]).entities if before else ()
    if phrase.gender == "p":
        return _several(discourse, sentence, phrase)
    if phrase.gender == "n":
        subject = _subject_before(discourse, sentence, phrase.start, ("ORG", "LOC"))
        return (subject,) if subject else ()
    if len(speaker) == 1 and _fits(discourse, speaker[0], phrase.gender):
        return speaker
    apart = _subject(discourse, sentence, phrase.start) if phrase.is_object else None
    person = person_before(discourse, sentence, phrase.start, phrase.gender, apart)
    return (person,) if person else ()


def counterpart(discourse: Discourse, sentence: Sentence, phrase: Phrase, countries: frozenset[str]) -> tuple[str, ...]:
    """The bearer, in another country, of the office that the person before bears."""
    subject = person_before(discourse, sentence, phrase.start, None)
    if subject is None or not countries:
        return ()
    for office in discourse.bearers.offices(subject):
        if found := discourse.bearers.of(office, phrase.start, countries) or discourse.bearers.holder(office, countries):
            return (found,)
    return ()


def persons(discourse: Discourse, sentence: Sentence, end: int) -> list[tuple[Phrase, str]]:
    """The persons that a sentence means before a place, each with its phrase, by name, office or pronoun; not those in quotation marks."""
    found = []
    told = discourse.phrases(sentence)
    stop = bisect_right(told, end, key=lambda phrase: phrase.end)
    for phrase in told[max(0, stop - _NEAREST) : stop]:
        if discourse.is_quoted(phrase.start):
            continue
        if phrase.kind == "name" and phrase.head and phrase.head.kind == "PER" and phrase.head.entity_id:
            found.append((phrase, phrase.head.entity_id))
        elif phrase.kind in ("title", "pronoun") and (phrase.office or phrase.gender in ("m", "f", "u")):
            meant = discourse.resolve(sentence, phrase).entities
            if len(meant) == 1 and not meant[0].startswith(STATE):
                found.append((phrase, meant[0]))
    return found


def _subject(discourse: Discourse, sentence: Sentence, place: int) -> str | None:
    """The person who is the subject nearest before a place in a sentence: whoever does something to "him" is somebody else."""
    subjects = [entity for phrase, entity in persons(discourse, sentence, place) if phrase.preposition is None and not phrase.owning]
    return subjects[-1] if subjects else None


def person_before(discourse: Discourse, sentence: Sentence, place: int, gender: str | None, apart: str | None = None) -> str | None:
    """The person whom a pronoun means: of the nearest sentence with any who fit, the subject, else the only one; never who is `apart`."""
    for earlier in discourse.before(sentence, REACH):
        end = place if earlier is sentence else earlier.end
        fitting = [
            (phrase, entity) for phrase, entity in persons(discourse, earlier, end) if entity != apart and _fits(discourse, entity, gender)
        ]
        if not fitting:
            continue
        subjects = [entity for phrase, entity in fitting if phrase.preposition is None and not phrase.owning]
        if subjects:
            return subjects[0]
        if len({entity for _, entity in fitting}) == 1:
            return fitting[0][1]
    return None


def _fits(discourse: Discourse, entity: str, gender: str | None) -> bool:
    return gender not in ("m", "f") or discourse.gender(entity) in (None, gender)


def _subject_before(discourse: Discourse, sentence: Sentence, place: int, kinds: Sequence[str]) -> str | None:
    """The body or place that is the subject of this sentence before the phrase, or of the sentence before."""
    for earlier in discourse.before(sentence, 1):
        for phrase in discourse.phrases(earlier)[:_NEAREST]:
            if phrase.start >= place:
                break
            if phrase.preposition or phrase.owning:
                continue
            if phrase.kind == "name" and phrase.head and phrase.head.kind in kinds:
                return phrase.head.entity_id
            if phrase.kind == "title" and phrase.office is None:
                meant = discourse.resolve(earlier, phrase).entities
                if len(meant) == 1:
                    return meant[0]
            break
    return None


def _several(discourse: Discourse, sentence: Sentence, phrase: Phrase) -> tuple[str, ...]:
    """Whom "they" means: the group, or those joined by "and", that is the subject of this sentence or one before."""
    for earlier in discourse.before(sentence, 2):
        for place, other in enumerate(discourse.phrases(earlier)[:_NEAREST]):
            if other.start >= phrase.start:
                break
            if other.preposition or other.owning:
                continue
            if other.kind == "group" and (meant := discourse.resolve(earlier, other).entities):
                return meant
            joined = [one for one in discourse.conjuncts(earlier, place) if one.end <= phrase.start]
            if len(joined) > 1:
                meant = tuple(dict.fromkeys(entity for one in joined for entity in discourse.resolve(earlier, one).entities))
                if len(meant) > 1:
                    return meant
    # a text that begins with "they" means those of whom its title tells
    told = discourse.headline.persons if sentence.number <= 1 else ()
    return told if len(told) == _TWO else ()
